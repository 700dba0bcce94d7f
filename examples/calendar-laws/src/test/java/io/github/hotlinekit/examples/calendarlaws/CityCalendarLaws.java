package io.github.hotlinekit.examples.calendarlaws;

import io.github.hotlinekit.sla.testkit.WorkingCalendarLaws;
import java.time.LocalDate;

/** What the laws ask, and which method of the city's calendars answers. */
abstract class CityCalendarLaws extends WorkingCalendarLaws {

    private final CityCalendar calendar;

    CityCalendarLaws(CityCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    protected LocalDate first() {
        return CityCalendar.FIRST;
    }

    @Override
    protected LocalDate last() {
        return CityCalendar.LAST;
    }

    @Override
    protected boolean isWorkingDay(LocalDate date) {
        return calendar.isOpen(date);
    }

    @Override
    protected LocalDate plusWorkingDays(LocalDate date, int workingDays) {
        return calendar.deadline(date, workingDays);
    }

    @Override
    protected long workingDaysBetween(LocalDate startExclusive, LocalDate endInclusive) {
        return calendar.daysUsed(startExclusive, endInclusive);
    }
}
