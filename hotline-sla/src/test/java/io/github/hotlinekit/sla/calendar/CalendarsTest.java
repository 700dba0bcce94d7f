package io.github.hotlinekit.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hotlinekit.sla.testkit.Calendars;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What the test kit draws is what calendars must be tried on. */
class CalendarsTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 11);
    private static final LocalDate LAST = LocalDate.of(2024, 7, 28);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    @Property
    void weeks_without_a_working_day_weeks_of_seven_and_make_up_workdays_are_all_drawn(
            @ForAll("calendars") WorkingCalendar calendar) {
        Statistics.label("empty week")
                .collect(anySevenDays(calendar, 0))
                .coverage(c -> c.check(true).percentage(p -> p > 10));
        Statistics.label("week of seven")
                .collect(anySevenDays(calendar, 7))
                .coverage(c -> c.check(true).percentage(p -> p > 10));
        Statistics.label("make-up workday")
                .collect(calendar.specialDays().stream()
                        .anyMatch(d -> d.kind() == DayKind.WORKDAY
                                && !calendar.week().contains(d.date().getDayOfWeek())))
                .coverage(c -> c.check(true).percentage(p -> p > 30));
    }

    private static boolean anySevenDays(WorkingCalendar calendar, int worked) {
        return FIRST.datesUntil(LAST.minusDays(5))
                .anyMatch(d -> IntStream.range(0, 7)
                                .filter(i -> calendar.isWorkingDay(d.plusDays(i)))
                                .count()
                        == worked);
    }

    @Property
    void a_calendar_knows_the_range_it_was_asked_for_and_names_no_day_outside(
            @ForAll("calendars") WorkingCalendar calendar) {
        assertThat(calendar.first()).isEqualTo(FIRST);
        assertThat(calendar.last()).isEqualTo(LAST);
        assertThat(calendar.settledUntil()).isBetween(FIRST, LAST);
        assertThat(calendar.specialDays())
                .allMatch(d -> !d.date().isBefore(FIRST) && !d.date().isAfter(LAST));
    }

    @Property
    void an_arrangement_has_work_on_weekends_only(@ForAll("arrangements") Map<LocalDate, DayKind> days) {
        days.forEach((date, kind) -> {
            assertThat(date).isBetween(FIRST, LAST);
            assertThat(kind).isNotEqualTo(DayKind.INHERIT);
            if (kind == DayKind.WORKDAY) {
                assertThat(WEEKEND).contains(date.getDayOfWeek());
            }
        });
    }

    @Property
    void an_overlay_names_days_of_the_range_it_was_asked_for(@ForAll("overlays") CalendarOverlay overlay) {
        assertThat(overlay.id()).isEqualTo("city");
        assertThat(overlay.days())
                .allMatch(d -> !d.date().isBefore(FIRST) && !d.date().isAfter(LAST));
    }

    @Example
    void a_range_that_ends_before_it_begins_is_refused() {
        assertThatThrownBy(() -> Calendars.dates(FIRST, FIRST.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the last day must not be before the first, 2024-01-11, but was 2024-01-10");
    }

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        return Calendars.any(FIRST, LAST);
    }

    @Provide
    Arbitrary<Map<LocalDate, DayKind>> arrangements() {
        return Calendars.arrangements(FIRST, LAST);
    }

    @Provide
    Arbitrary<CalendarOverlay> overlays() {
        return Calendars.overlays("city", FIRST, LAST);
    }
}
