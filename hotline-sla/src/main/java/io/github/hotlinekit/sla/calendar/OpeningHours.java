package io.github.hotlinekit.sla.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * When an office is open (办公时间), apart from the calendar that says on which days it works. Of what is said of
 * a day the most particular counts: its date, then the season, then its day of the week, then what holds for
 * working days or days of rest. A make-up workday is a working day like any other: on a Sunday that is worked
 * the hours of working days hold, unless Sundays have their own. A half day changes the hours and not whether
 * the day counts.
 *
 * @param workingDays the periods of a working day
 * @param restDays the periods of a day of rest; usually none
 * @param weekdays the periods of working days that fall on a day of the week, where they differ
 * @param seasons the periods of working days of a part of each year
 * @param dates the periods of single days, worked or not
 */
public record OpeningHours(
        List<OpeningPeriod> workingDays,
        List<OpeningPeriod> restDays,
        Map<DayOfWeek, List<OpeningPeriod>> weekdays,
        List<Season> seasons,
        Map<LocalDate, List<OpeningPeriod>> dates) {

    /** Round the clock on every day. */
    public static final OpeningHours ALWAYS = new OpeningHours(
            List.of(new OpeningPeriod(0, OpeningPeriod.DAY)),
            List.of(new OpeningPeriod(0, OpeningPeriod.DAY)),
            Map.of(),
            List.of(),
            Map.of());

    /**
     * A part of each year.
     *
     * @param first its first day, inclusive
     * @param last its last day, inclusive; before {@code first} if it goes over the turn of the year
     * @param periods the periods of its working days
     */
    public record Season(MonthDay first, MonthDay last, List<OpeningPeriod> periods) {
        /**
         * Checks and copies the parts.
         *
         * @throws IllegalArgumentException if periods overlap
         */
        public Season {
            Objects.requireNonNull(first, "first");
            Objects.requireNonNull(last, "last");
            periods = sorted(periods);
        }

        boolean contains(LocalDate date) {
            MonthDay day = MonthDay.from(date);
            return first.isAfter(last)
                    ? !day.isBefore(first) || !day.isAfter(last)
                    : !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if periods of a day overlap
     */
    public OpeningHours {
        workingDays = sorted(workingDays);
        restDays = sorted(restDays);
        Map<DayOfWeek, List<OpeningPeriod>> byWeekday = new EnumMap<>(DayOfWeek.class);
        weekdays.forEach((day, periods) -> byWeekday.put(day, sorted(periods)));
        weekdays = Map.copyOf(byWeekday);
        seasons = List.copyOf(Objects.requireNonNull(seasons, "seasons"));
        Map<LocalDate, List<OpeningPeriod>> byDate = new TreeMap<>();
        dates.forEach((day, periods) -> byDate.put(day, sorted(periods)));
        dates = Map.copyOf(byDate);
    }

    private static List<OpeningPeriod> sorted(List<OpeningPeriod> periods) {
        List<OpeningPeriod> sorted = new ArrayList<>(Objects.requireNonNull(periods, "periods"));
        sorted.sort(null);
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).from() < sorted.get(i - 1).to()) {
                throw new IllegalArgumentException("periods of a day must not overlap, but were " + sorted);
            }
        }
        return List.copyOf(sorted);
    }

    /**
     * The same hours on each working day.
     *
     * @param periods such as {@code 08:30-12:00}
     * @return the hours
     * @throws IllegalArgumentException if a period is malformed or two overlap
     */
    public static OpeningHours of(String... periods) {
        return new OpeningHours(
                List.of(periods).stream().map(OpeningPeriod::parse).toList(), List.of(), Map.of(), List.of(), Map.of());
    }

    /**
     * The periods of a day.
     *
     * @param date the day
     * @param working whether it is a working day
     * @return the periods that begin on it, in order; empty if it is closed
     */
    public List<OpeningPeriod> on(LocalDate date, boolean working) {
        List<OpeningPeriod> own = dates.get(date);
        if (own != null) {
            return own;
        }
        if (!working) {
            return restDays;
        }
        for (Season season : seasons) {
            if (season.contains(date)) {
                return season.periods();
            }
        }
        return weekdays.getOrDefault(date.getDayOfWeek(), workingDays);
    }
}
