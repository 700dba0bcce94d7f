package io.github.hotlinekit.sla.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which days are working days: Monday to Friday, less the holidays and plus the make-up workdays (调休上班)
 * that published arrangements name. Immutable.
 *
 * <p>A calendar knows a range of days and, within it, until when its days are settled. Outside the range
 * it goes on with the plain week and says that it does not know ({@link #certainty}). Every question is
 * answered in constant time. Dates reach from the year {@value #MIN_YEAR} to {@value #MAX_YEAR}.
 */
public final class WorkingCalendar {

    /** The first year that dates may be in. */
    public static final int MIN_YEAR = 1900;
    /** The last year that dates may be in. */
    public static final int MAX_YEAR = 2200;
    /** The most working days that can be added or taken away at once: more than all the years have. */
    public static final int MAX_DAYS = 100_000;

    private final String id;
    private final String version;
    private final LocalDate first;
    private final LocalDate last;
    private final LocalDate settledUntil;
    private final Map<LocalDate, SpecialDay> special;

    private final long firstDay;
    private final long afterLast;
    /** By day of the range: the number of working days of the range before it; one entry more than days. */
    private final int[] before;
    /** The working days of the range, as days since its first. */
    private final int[] working;
    /** The plain week's rank of the first day, and what the range has more than the plain week. */
    private final long firstRank;

    private final long surplus;

    private WorkingCalendar(Builder builder, LocalDate first, LocalDate last, LocalDate settledUntil) {
        this.id = builder.id;
        this.version = builder.version;
        this.first = first;
        this.last = last;
        this.settledUntil = settledUntil;
        this.special = Map.copyOf(builder.special);
        this.firstDay = first.toEpochDay();
        this.afterLast = last.toEpochDay() + 1;
        int days = Math.toIntExact(afterLast - firstDay);
        this.before = new int[days + 1];
        int[] found = new int[days];
        for (int i = 0; i < days; i++) {
            boolean works = works(first.plusDays(i));
            if (works) {
                found[before[i]] = i;
            }
            before[i + 1] = before[i] + (works ? 1 : 0);
        }
        this.working = Arrays.copyOf(found, before[days]);
        this.firstRank = Week.rank(firstDay);
        this.surplus = firstRank + before[days] - Week.rank(afterLast);
    }

    private boolean works(LocalDate date) {
        SpecialDay day = special.get(date);
        return day == null ? isWeekday(date) : day.kind() == DayKind.WORKDAY;
    }

    private static boolean isWeekday(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    static boolean isInRange(LocalDate date) {
        return date.getYear() >= MIN_YEAR && date.getYear() <= MAX_YEAR;
    }

    /**
     * China's national arrangements of 2004 to 2026 by the notices of the General Office of the State
     * Council (国务院办公厅), settled until 28 December 2026. Regional holidays are not in it.
     *
     * @return the calendar
     */
    public static WorkingCalendar china() {
        return China.CALENDAR;
    }

    private static final class China {
        static final WorkingCalendar CALENDAR = load();

        private static WorkingCalendar load() {
            String name = "china-public-holidays.csv";
            try (InputStream in = WorkingCalendar.class.getResourceAsStream(name)) {
                return builder("china", "2026")
                        .first(LocalDate.of(2004, 1, 1))
                        .last(LocalDate.of(2026, 12, 31))
                        .settledUntil(LocalDate.of(2026, 12, 28))
                        .days(SpecialDay.readCsv(name, Objects.requireNonNull(in, name)))
                        .build();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * A builder.
     *
     * @param id the calendar's id, such as {@code china}
     * @param version its version, such as {@code 2026}
     * @return a new builder
     */
    public static Builder builder(String id, String version) {
        return new Builder(id, version);
    }

    /**
     * Id and version.
     *
     * @return such as {@code china@2026}
     */
    public String identity() {
        return id + "@" + version;
    }

    /**
     * The first day known.
     *
     * @return the day, inclusive
     */
    public LocalDate first() {
        return first;
    }

    /**
     * The last day known.
     *
     * @return the day, inclusive
     */
    public LocalDate last() {
        return last;
    }

    /**
     * The last day that no coming notice is expected to change.
     *
     * @return the day, inclusive
     */
    public LocalDate settledUntil() {
        return settledUntil;
    }

    /**
     * How sure the calendar is of a day.
     *
     * @param date the day
     * @return settled, provisional or unknown
     */
    public Certainty certainty(LocalDate date) {
        if (date.isBefore(first) || date.isAfter(last)) {
            return Certainty.UNKNOWN;
        }
        return date.isAfter(settledUntil) ? Certainty.PROVISIONAL : Certainty.SETTLED;
    }

    /**
     * Whether a day is a working day. O(1).
     *
     * @param date the day
     * @return whether it is; outside the known range, whether it is one of Monday to Friday
     * @throws DateTimeException if the date is out of range
     */
    public boolean isWorkingDay(LocalDate date) {
        long day = epochDay(date);
        if (day >= firstDay && day < afterLast) {
            int i = (int) (day - firstDay);
            return before[i + 1] > before[i];
        }
        return isWeekday(date);
    }

    /**
     * The day and why it is a working day or not.
     *
     * @param date the day
     * @return the day as this calendar sees it
     * @throws DateTimeException if the date is out of range
     */
    public CalendarDay day(LocalDate date) {
        epochDay(date);
        SpecialDay named = special.get(date);
        DayReason reason;
        if (named == null) {
            reason = isWeekday(date) ? DayReason.WEEKDAY : DayReason.WEEKEND;
        } else {
            reason = named.kind() == DayKind.WORKDAY ? DayReason.MAKE_UP_WORKDAY : DayReason.HOLIDAY;
        }
        return new CalendarDay(date, reason, Optional.ofNullable(named), certainty(date));
    }

    /**
     * The n-th working day strictly after a day, or for negative n strictly before it. O(1).
     *
     * @param date the day to count from, a working day or not; it is not counted
     * @param workingDays n; 0 gives the date itself, so that offsets add up
     * @return the day
     * @throws DateTimeException if the date or the result is out of range
     * @throws IllegalArgumentException if n is beyond plus or minus {@value #MAX_DAYS}
     */
    public LocalDate plusWorkingDays(LocalDate date, int workingDays) {
        long day = epochDay(date);
        if (workingDays > MAX_DAYS || workingDays < -MAX_DAYS) {
            throw new IllegalArgumentException(
                    "workingDays must be from -" + MAX_DAYS + " to " + MAX_DAYS + ", but was " + workingDays);
        }
        if (workingDays == 0) {
            return date;
        }
        long rank = workingDays > 0 ? rank(day + 1) + workingDays - 1 : rank(day) + workingDays;
        LocalDate result = LocalDate.ofEpochDay(select(rank));
        epochDay(result);
        return result;
    }

    /**
     * The day itself if it is a working day, else the next one that is.
     *
     * @param date the day
     * @return the day, not before {@code date}
     * @throws DateTimeException if the date or the result is out of range
     */
    public LocalDate nextOrSame(LocalDate date) {
        return isWorkingDay(date) ? date : plusWorkingDays(date, 1);
    }

    /**
     * The day itself if it is a working day, else the last one before it that is.
     *
     * @param date the day
     * @return the day, not after {@code date}
     * @throws DateTimeException if the date or the result is out of range
     */
    public LocalDate previousOrSame(LocalDate date) {
        return isWorkingDay(date) ? date : plusWorkingDays(date, -1);
    }

    /**
     * The number of working days after one day and up to another; negative if the second is before the
     * first, so that the counts from a to b and from b to a add up to 0. O(1).
     *
     * @param startExclusive the day to count from, not counted
     * @param endInclusive the day to count to, counted
     * @return the number
     * @throws DateTimeException if a date is out of range
     */
    public long workingDaysBetween(LocalDate startExclusive, LocalDate endInclusive) {
        return rank(epochDay(endInclusive) + 1) - rank(epochDay(startExclusive) + 1);
    }

    private static long epochDay(LocalDate date) {
        if (!isInRange(date)) {
            throw new DateTimeException(
                    "date must be in the years " + MIN_YEAR + " to " + MAX_YEAR + ", but was " + date);
        }
        return date.toEpochDay();
    }

    /** The number of working days before a day, counted from a fixed day long ago. */
    private long rank(long day) {
        if (day < firstDay) {
            return Week.rank(day);
        }
        return day < afterLast ? firstRank + before[(int) (day - firstDay)] : Week.rank(day) + surplus;
    }

    /** The working day that has just so many before it. */
    private long select(long rank) {
        if (rank < firstRank) {
            return Week.select(rank);
        }
        long inRange = rank - firstRank;
        return inRange < working.length ? firstDay + working[(int) inRange] : Week.select(rank - surplus);
    }

    @Override
    public String toString() {
        return "WorkingCalendar " + identity() + ", " + first + " to " + last + ", settled until " + settledUntil;
    }

    /** Monday to Friday without end: ranks count from Monday, 29 December 1969. */
    private static final class Week {
        private static final int MONDAY = -3;
        private static final int DAYS = 7;
        private static final int WORKING = 5;

        static long rank(long day) {
            long sinceMonday = day - MONDAY;
            return Math.floorDiv(sinceMonday, DAYS) * WORKING + Math.min(Math.floorMod(sinceMonday, DAYS), WORKING);
        }

        static long select(long rank) {
            return Math.floorDiv(rank, WORKING) * DAYS + Math.floorMod(rank, WORKING) + MONDAY;
        }
    }

    /** Builds a calendar from its range and layers of special days. */
    public static final class Builder {
        private final String id;
        private final String version;
        private final Map<String, LocalDate> bounds = new HashMap<>();
        private final Map<LocalDate, SpecialDay> special = new HashMap<>();

        private Builder(String id, String version) {
            this.id = Objects.requireNonNull(id, "id");
            this.version = Objects.requireNonNull(version, "version");
        }

        /**
         * Sets the first day known.
         *
         * @param firstInclusive the day
         * @return this builder
         */
        public Builder first(LocalDate firstInclusive) {
            return bound("first", firstInclusive);
        }

        /**
         * Sets the last day known.
         *
         * @param lastInclusive the day
         * @return this builder
         */
        public Builder last(LocalDate lastInclusive) {
            return bound("last", lastInclusive);
        }

        /**
         * Sets the last day that no coming notice is expected to change.
         *
         * @param settledInclusive the day, in the known range
         * @return this builder
         */
        public Builder settledUntil(LocalDate settledInclusive) {
            return bound("settledUntil", settledInclusive);
        }

        private Builder bound(String name, LocalDate date) {
            bounds.put(name, Objects.requireNonNull(date, name));
            return this;
        }

        /**
         * Adds a layer of special days: a province over the country, a city over the province. Where two
         * layers name a day, the one added later wins.
         *
         * @param layer the days, each once
         * @return this builder
         * @throws IllegalArgumentException if the layer names a day twice
         */
        public Builder days(Collection<SpecialDay> layer) {
            Set<LocalDate> seen = new HashSet<>();
            for (SpecialDay day : layer) {
                if (!seen.add(day.date())) {
                    throw new IllegalArgumentException(
                            "a layer must name each day once, but named " + day.date() + " twice");
                }
            }
            layer.forEach(day -> special.put(day.date(), day));
            return this;
        }

        /**
         * The calendar.
         *
         * @return the calendar
         * @throws IllegalArgumentException if a bound is missing or out of range, the bounds are not in
         *     order (first, settledUntil, last), or a special day lies outside them
         */
        public WorkingCalendar build() {
            LocalDate first = required("first");
            LocalDate last = required("last");
            LocalDate settled = required("settledUntil");
            if (first.isAfter(settled) || settled.isAfter(last)) {
                throw new IllegalArgumentException("first, settledUntil and last must be in order, but were " + first
                        + ", " + settled + " and " + last);
            }
            for (LocalDate date : special.keySet()) {
                if (date.isBefore(first) || date.isAfter(last)) {
                    throw new IllegalArgumentException(
                            "special days must be from " + first + " to " + last + ", but one was " + date);
                }
            }
            return new WorkingCalendar(this, first, last, settled);
        }

        private LocalDate required(String name) {
            LocalDate date = bounds.get(name);
            if (date == null) {
                throw new IllegalArgumentException(name + " must be given");
            }
            if (!isInRange(date)) {
                throw new IllegalArgumentException(
                        name + " must be in the years " + MIN_YEAR + " to " + MAX_YEAR + ", but was " + date);
            }
            return date;
        }
    }
}
