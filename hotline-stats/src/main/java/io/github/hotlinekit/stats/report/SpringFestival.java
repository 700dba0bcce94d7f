package io.github.hotlinekit.stats.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The first day of the lunar year (正月初一), by which the weeks around the Spring Festival are compared from
 * year to year: it falls between 21 January and 21 February, and offices and callers keep to it, not to the
 * date.
 *
 * <p>The table holds 1990 to 2060 after the rules of GB/T 33661-2017: the day, in China standard time, of the
 * new moon that begins the first month. It is checked against ICU's Chinese calendar and against the time of
 * each new moon by Meeus, Astronomical Algorithms. For 2027 and 2030 ICU gives the neighbouring day, since that
 * new moon is 4 minutes before midnight, or 7 after; the table is right.
 */
public final class SpringFestival {

    private static final int FIRST_YEAR = 1990;

    /** Month and day, year by year. */
    private static final int[] DAYS = {
        127, 215, 204, 123, 210, 131, 219, 207, 128, 216, // 1990
        205, 124, 212, 201, 122, 209, 129, 218, 207, 126, // 2000
        214, 203, 123, 210, 131, 219, 208, 128, 216, 205, // 2010
        125, 212, 201, 122, 210, 129, 217, 206, 126, 213, // 2020
        203, 123, 211, 131, 219, 208, 128, 215, 204, 124, // 2030
        212, 201, 122, 210, 130, 217, 206, 126, 214, 202, // 2040
        123, 211, 201, 219, 208, 128, 215, 204, 124, 212, // 2050
        202, // 2060
    };

    private SpringFestival() {}

    /**
     * The first day of the lunar year that begins in a year.
     *
     * @param year the year of the Gregorian calendar
     * @return the day, from 21 January to 21 February of that year; empty before 1990 and after 2060
     */
    public static Optional<LocalDate> newYear(int year) {
        if (year < FIRST_YEAR || year >= FIRST_YEAR + DAYS.length) {
            return Optional.empty();
        }
        int day = DAYS[year - FIRST_YEAR];
        return Optional.of(LocalDate.of(year, day / 100, day % 100));
    }

    /**
     * How far a day is from the first day of the lunar year that begins in its own year of the Gregorian
     * calendar.
     *
     * @param day the day
     * @return 0 on that day, negative before, such as -1 on New Year's Eve (除夕); empty before 1990 and after
     *     2060
     */
    public static OptionalInt daysFrom(LocalDate day) {
        return newYear(day.getYear())
                .map(first -> OptionalInt.of(Math.toIntExact(ChronoUnit.DAYS.between(first, day))))
                .orElse(OptionalInt.empty());
    }

    /**
     * The day of another year that is as far from the first day of its lunar year: what a day around the
     * Spring Festival is compared with.
     *
     * @param day the day
     * @param year the other year
     * @return the day, which for one at the end or the beginning of a year may lie in the year before or
     *     after; empty if one of the years is before 1990 or after 2060
     */
    public static Optional<LocalDate> sameDay(LocalDate day, int year) {
        OptionalInt days = daysFrom(day);
        return days.isEmpty() ? Optional.empty() : newYear(year).map(first -> first.plusDays(days.getAsInt()));
    }
}
