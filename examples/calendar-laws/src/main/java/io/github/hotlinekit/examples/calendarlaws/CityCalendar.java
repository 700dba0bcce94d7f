package io.github.hotlinekit.examples.calendarlaws;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** A city's own calendar of autumn 2026: Monday to Friday, without the holidays, with the make-up workdays (调休上班). */
class CityCalendar {

    static final LocalDate FIRST = LocalDate.of(2026, 8, 1);
    static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private static final Set<LocalDate> HOLIDAYS = Set.of(
            LocalDate.of(2026, 9, 25),
            LocalDate.of(2026, 10, 1),
            LocalDate.of(2026, 10, 2),
            LocalDate.of(2026, 10, 5),
            LocalDate.of(2026, 10, 6),
            LocalDate.of(2026, 10, 7));
    private static final Set<LocalDate> MAKE_UP_WORKDAYS =
            Set.of(LocalDate.of(2026, 9, 20), LocalDate.of(2026, 10, 10));
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    boolean isOpen(LocalDate date) {
        return MAKE_UP_WORKDAYS.contains(date) || isOrdinaryWorkday(date);
    }

    static boolean isOrdinaryWorkday(LocalDate date) {
        return !HOLIDAYS.contains(date) && !WEEKEND.contains(date.getDayOfWeek());
    }

    /** The n-th working day after a date; where n is negative, before it. */
    LocalDate deadline(LocalDate date, int workingDays) {
        int step = Integer.signum(workingDays);
        LocalDate day = date;
        for (int left = workingDays; left != 0; ) {
            day = day.plusDays(step);
            left -= isOpen(day) ? step : 0;
        }
        return day;
    }

    /** The working days after a date up to another; where that is before it, the same days, negative. */
    long daysUsed(LocalDate after, LocalDate upTo) {
        return upTo.isBefore(after)
                ? -daysUsed(upTo, after)
                : after.plusDays(1)
                        .datesUntil(upTo.plusDays(1))
                        .filter(this::isOpen)
                        .count();
    }
}
