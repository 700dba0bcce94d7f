package io.github.hotlinekit.sla.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The definition of a working-day calendar, written for clarity: it walks day by day. */
record NaiveCalendar(Set<DayOfWeek> week, Map<LocalDate, DayKind> special) {

    static final Set<DayOfWeek> MONDAY_TO_FRIDAY = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    NaiveCalendar(Map<LocalDate, DayKind> special) {
        this(MONDAY_TO_FRIDAY, special);
    }

    boolean isWorkingDay(LocalDate date) {
        return switch (special.getOrDefault(date, DayKind.INHERIT)) {
            case WORKDAY -> true;
            case HOLIDAY -> false;
            case INHERIT -> week.contains(date.getDayOfWeek());
        };
    }

    LocalDate plusWorkingDays(LocalDate date, int workingDays) {
        LocalDate day = date;
        for (int left = Math.abs(workingDays); left > 0; ) {
            day = day.plusDays(workingDays > 0 ? 1 : -1);
            left -= isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    LocalDate previousOrSame(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    long workingDaysBetween(LocalDate startExclusive, LocalDate endInclusive) {
        return workingDaysFrom(startExclusive.plusDays(1), endInclusive.plusDays(1));
    }

    long workingDaysFrom(LocalDate startInclusive, LocalDate endExclusive) {
        if (endExclusive.isBefore(startInclusive)) {
            return -workingDaysFrom(endExclusive, startInclusive);
        }
        return startInclusive
                .datesUntil(endExclusive)
                .filter(this::isWorkingDay)
                .count();
    }
}
