/**
 * The test kit for integrators: arbitrary calendars ({@link io.github.hotlinekit.sla.testkit.Calendars}), policies ({@link
 * io.github.hotlinekit.sla.testkit.Policies}) and timelines ({@link io.github.hotlinekit.sla.testkit.Timelines}) for jqwik,
 * and the laws of working days ({@link io.github.hotlinekit.sla.testkit.WorkingCalendarLaws}) for a calendar that is not
 * ours. It needs jqwik, the test framework, and nothing else besides the SDK.
 *
 * <p>To run your own calendar through the laws, put a class of this kind among your tests:
 *
 * <pre>{@code
 * class CityCalendarTest extends WorkingCalendarLaws {
 *
 *     private final CityCalendar calendar = new CityCalendar();
 *
 *     @Override
 *     protected LocalDate first() {
 *         return LocalDate.of(2026, 1, 1);
 *     }
 *
 *     @Override
 *     protected LocalDate last() {
 *         return LocalDate.of(2026, 12, 31);
 *     }
 *
 *     @Override
 *     protected boolean isWorkingDay(LocalDate date) {
 *         return calendar.isOpen(date);
 *     }
 *
 *     @Override
 *     protected LocalDate plusWorkingDays(LocalDate date, int workingDays) {
 *         return calendar.deadline(date, workingDays);
 *     }
 *
 *     @Override
 *     protected long workingDaysBetween(LocalDate startExclusive, LocalDate endInclusive) {
 *         return calendar.daysUsed(startExclusive, endInclusive);
 *     }
 * }
 * }</pre>
 */
@NullMarked
package io.github.hotlinekit.sla.testkit;

import org.jspecify.annotations.NullMarked;
