package io.github.hotlinekit.sla.calendar;

import io.github.hotlinekit.sla.testkit.WorkingCalendarLaws;
import java.time.LocalDate;

/** The published laws, as a user would put his own calendar under them, over the days that China's notices have settled. */
class ChinaCalendarLawsTest extends WorkingCalendarLaws {

    private final WorkingCalendar china = WorkingCalendar.china().strict();

    @Override
    protected LocalDate first() {
        return china.first();
    }

    @Override
    protected LocalDate last() {
        return china.settledUntil();
    }

    @Override
    protected boolean isWorkingDay(LocalDate date) {
        return china.isWorkingDay(date);
    }

    @Override
    protected LocalDate plusWorkingDays(LocalDate date, int workingDays) {
        return china.plusWorkingDays(date, workingDays);
    }

    @Override
    protected long workingDaysBetween(LocalDate startExclusive, LocalDate endInclusive) {
        return china.workingDaysBetween(startExclusive, endInclusive);
    }

    @Override
    protected long workingDaysFrom(LocalDate startInclusive, LocalDate endExclusive) {
        return china.workingDaysFrom(startInclusive, endExclusive);
    }

    @Override
    protected LocalDate nextOrSame(LocalDate date) {
        return china.nextOrSame(date);
    }

    @Override
    protected LocalDate previousOrSame(LocalDate date) {
        return china.previousOrSame(date);
    }
}
