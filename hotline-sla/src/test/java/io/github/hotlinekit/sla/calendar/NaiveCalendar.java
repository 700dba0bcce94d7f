package io.github.hotlinekit.sla.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/** The definition of a working-day calendar, written for clarity: it walks day by day. */
record NaiveCalendar(Map<LocalDate, DayKind> special) {

    boolean isWorkingDay(LocalDate date) {
        DayKind kind = special.get(date);
        if (kind != null) {
            return kind == DayKind.WORKDAY;
        }
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
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
        if (endInclusive.isBefore(startExclusive)) {
            return -workingDaysBetween(endInclusive, startExclusive);
        }
        return startExclusive
                .plusDays(1)
                .datesUntil(endInclusive.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }
}
