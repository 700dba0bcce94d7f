package io.github.hotlinekit.sla.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Working time (工作时间): the time during which an office is open on the days of a calendar, in a zone. Immutable;
 * made once and asked often.
 *
 * <p>Periods are times of the wall clock, and what is counted is the time that elapses between their ends. Their
 * ends become instants as {@link java.time.ZonedDateTime} has it: a time that occurs twice as the clock is put back
 * is its first occurrence; a time left out as it is put forward is as much later as the clock is moved. So a period
 * 01:30-03:30 lasts one hour in a night that leaves out the hour from 02:00, and three in one that repeats it. A
 * period whose end thus comes before its start is none. A period over midnight belongs to the day on which it
 * begins, also for the question whether that is a working day. Where periods of two days overlap, the time counts
 * once.
 *
 * <p>All answers are exact to the nanosecond. Instants must lie in the years {@value WorkingCalendar#MIN_YEAR} to
 * {@value WorkingCalendar#MAX_YEAR} by the wall clock of the zone; time outside these years is never open.
 *
 * <p>From the first day the calendar knows to two years after the last, counting takes constant time and adding
 * O(log n) in the number of periods of these days, without allocation other than of the result. Outside, both walk
 * from day to day.
 *
 * <p>By a strict calendar, an instant asked about or answered with on a day that is not settled is refused with a
 * {@link CalendarHorizonException}.
 */
public final class WorkingHours {

    static final long FIRST_DAY = LocalDate.of(WorkingCalendar.MIN_YEAR, 1, 1).toEpochDay();
    static final long LAST_DAY = LocalDate.of(WorkingCalendar.MAX_YEAR, 12, 31).toEpochDay();

    /** How far beyond the days that the calendar knows it is prepared for. */
    private static final int DAYS_BEFORE = 32;

    private static final int DAYS_AFTER = 731;
    /** How much is laid out at a time elsewhere, in seconds. */
    private static final long SPAN = 32L * WallClock.DAY;
    /** More seconds than all the years have. */
    private static final long MOST = 1L << 40;

    private static final int NANOS = 1_000_000_000;

    private final OpeningHours hours;
    private final WorkingCalendar calendar;
    private final ZoneId zone;
    /** Where the years of calendars begin and end, in seconds. */
    private final long from;

    private final long until;
    private final OpenTime prepared;

    private WorkingHours(OpeningHours hours, WorkingCalendar calendar, ZoneId zone) {
        this.hours = Objects.requireNonNull(hours, "hours");
        this.calendar = Objects.requireNonNull(calendar, "calendar");
        this.zone = Objects.requireNonNull(zone, "zone");
        WallClock clock = new WallClock(zone);
        this.from = clock.epochSecond(FIRST_DAY * WallClock.DAY);
        this.until = clock.epochSecond((LAST_DAY + 1) * WallClock.DAY);
        this.prepared = part(
                (calendar.first().toEpochDay() - DAYS_BEFORE) * WallClock.DAY,
                (calendar.last().toEpochDay() + DAYS_AFTER) * WallClock.DAY);
    }

    private OpenTime part(long start, long end) {
        return OpenTime.of(hours, calendar, zone, Math.max(start, from), Math.min(end, until));
    }

    /**
     * Working time by opening hours and a calendar. O(n) in the days that the calendar knows.
     *
     * @param hours when it is open
     * @param calendar on which days it works
     * @param zone the zone of its wall clock
     * @return the working time
     * @throws IllegalArgumentException if it is never open on any day of the years {@value WorkingCalendar#MIN_YEAR}
     *     to {@value WorkingCalendar#MAX_YEAR}
     */
    public static WorkingHours of(OpeningHours hours, WorkingCalendar calendar, ZoneId zone) {
        WorkingHours made = new WorkingHours(hours, calendar, zone);
        if (made.prepared.isEmpty() && made.opening(made.from) == made.until) {
            throw new IllegalArgumentException("hours must be open on some day of " + calendar.identity()
                    + " in the years " + WorkingCalendar.MIN_YEAR + " to " + WorkingCalendar.MAX_YEAR
                    + ", but were never open: " + hours);
        }
        return made;
    }

    /**
     * When it is open.
     *
     * @return the hours
     */
    public OpeningHours hours() {
        return hours;
    }

    /**
     * On which days it works.
     *
     * @return the calendar
     */
    public WorkingCalendar calendar() {
        return calendar;
    }

    /**
     * The zone of its wall clock.
     *
     * @return the zone
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * The earliest instant by which so much working time has passed: 12:00 and not 13:30, if it is used up as
     * the morning ends.
     *
     * @param start from when
     * @param workingTime how much, not negative; 0 gives the start itself
     * @return the instant, not before the start
     * @throws IllegalArgumentException if the working time is negative
     * @throws DateTimeException if the start is out of range, or there is not so much working time after it in the
     *     years {@value WorkingCalendar#MIN_YEAR} to {@value WorkingCalendar#MAX_YEAR}
     */
    public Instant plus(Instant start, Duration workingTime) {
        long second = start.getEpochSecond();
        requireInRange(start);
        requireNotNegative(workingTime);
        if (workingTime.isZero()) {
            return start;
        }
        OpenTime part = partOf(second);
        // What of an open second has passed is added, as all of it is counted again.
        int nanos = workingTime.getNano() + (part.isOpen(second) ? start.getNano() : 0);
        long left = Math.min(MOST, workingTime.getSeconds()) + nanos / NANOS;
        nanos %= NANOS;
        int begun = nanos > 0 ? 1 : 0;
        while (true) {
            long used = part.measure(second);
            if (used + left + begun <= part.total()) {
                return settled(Instant.ofEpochSecond(part.firstAfter(used + left + begun) - begun, nanos));
            }
            if (part.until() == until) {
                throw new DateTimeException("working time must end in the years " + WorkingCalendar.MIN_YEAR + " to "
                        + WorkingCalendar.MAX_YEAR + ", but " + workingTime + " from " + start + " did not");
            }
            left -= part.total() - used;
            second = part.until();
            part = partOf(second);
        }
    }

    /**
     * The latest instant from which so much working time has passed: 13:30 and not 12:00, if that is where the
     * afternoon begins. The mirror image of {@link #plus}.
     *
     * @param end until when
     * @param workingTime how much, not negative; 0 gives the end itself
     * @return the instant, not after the end
     * @throws IllegalArgumentException if the working time is negative
     * @throws DateTimeException if the end is out of range, or there is not so much working time before it in the
     *     years {@value WorkingCalendar#MIN_YEAR} to {@value WorkingCalendar#MAX_YEAR}
     */
    public Instant minus(Instant end, Duration workingTime) {
        long second = end.getEpochSecond();
        requireInRange(end);
        requireNotNegative(workingTime);
        if (workingTime.isZero()) {
            return end;
        }
        OpenTime part = partOf(second);
        // What of an open second has passed is taken first; what is left is counted back from its beginning.
        int nanos = (part.isOpen(second) ? end.getNano() : 0) - workingTime.getNano();
        int begun = nanos < 0 ? 1 : 0;
        long left = Math.min(MOST, workingTime.getSeconds()) + begun;
        while (true) {
            long used = part.measure(second);
            if (left <= used) {
                return settled(Instant.ofEpochSecond(part.lastBefore(used - left), nanos + begun * NANOS));
            }
            if (part.from() == from) {
                throw new DateTimeException("working time must begin in the years " + WorkingCalendar.MIN_YEAR + " to "
                        + WorkingCalendar.MAX_YEAR + ", but " + workingTime + " before " + end + " did not");
            }
            left -= used;
            second = part.from();
            part = partOf(second - 1);
        }
    }

    private static void requireNotNegative(Duration workingTime) {
        if (workingTime.isNegative()) {
            throw new IllegalArgumentException("workingTime must not be negative, but was " + workingTime);
        }
    }

    /**
     * The working time from one instant to another; negative if the second is before the first, so that the times
     * from a to b and from b to a add up to 0.
     *
     * @param startInclusive from when
     * @param endExclusive until when
     * @return the time
     * @throws DateTimeException if an instant is out of range
     */
    public Duration between(Instant startInclusive, Instant endExclusive) {
        if (endExclusive.isBefore(startInclusive)) {
            return between(endExclusive, startInclusive).negated();
        }
        long second = startInclusive.getEpochSecond();
        requireInRange(startInclusive);
        long last = endExclusive.getEpochSecond();
        requireInRange(endExclusive);
        OpenTime part = partOf(second);
        long nanos = part.isOpen(second) ? -startInclusive.getNano() : 0;
        long open = -part.measure(second);
        while (last >= part.until() && part.until() < until) {
            open += part.total();
            part = partOf(part.until());
        }
        open += part.measure(last);
        nanos += part.isOpen(last) ? endExclusive.getNano() : 0;
        return Duration.ofSeconds(open, nanos);
    }

    /**
     * Whether it is open at an instant.
     *
     * @param instant the instant
     * @return whether it is; at an opening it is, at a closing it is not
     * @throws DateTimeException if the instant is out of range
     */
    public boolean isOpen(Instant instant) {
        long second = instant.getEpochSecond();
        requireInRange(instant);
        return partOf(second).isOpen(second);
    }

    /**
     * The instant itself if it is within opening hours, else the next opening.
     *
     * @param instant the instant
     * @return the instant, not before the given one
     * @throws DateTimeException if the instant is out of range, or it is not open any more in the years
     *     {@value WorkingCalendar#MIN_YEAR} to {@value WorkingCalendar#MAX_YEAR}
     */
    public Instant nextOpening(Instant instant) {
        long second = instant.getEpochSecond();
        requireInRange(instant);
        long open = opening(second);
        if (open == until) {
            throw new DateTimeException("an opening must be in the years " + WorkingCalendar.MIN_YEAR + " to "
                    + WorkingCalendar.MAX_YEAR + ", but there was none from " + instant);
        }
        return settled(open == second ? instant : Instant.ofEpochSecond(open));
    }

    /** The first open second from one; the end of all time if there is none. */
    private long opening(long second) {
        OpenTime part = partOf(second);
        long open = part.nextOpening(second, part.until());
        while (open == part.until() && open < until) {
            part = partOf(open);
            open = part.nextOpening(open, part.until());
        }
        return open;
    }

    /**
     * The start of the first period of a day.
     *
     * @param date the day
     * @return the instant; empty if no period begins on that day
     * @throws DateTimeException if the date is out of range
     */
    public Optional<Instant> opening(LocalDate date) {
        long[] pairs = pairs(date);
        return pairs.length == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(pairs[0]));
    }

    /**
     * The end of the last period of a day (下班时刻).
     *
     * @param date the day
     * @return the instant, on the next day if that period goes over midnight; empty if no period begins on the day
     * @throws DateTimeException if the date is out of range
     */
    public Optional<Instant> close(LocalDate date) {
        long[] pairs = pairs(date);
        return pairs.length == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(pairs[pairs.length - 1]));
    }

    /**
     * The periods that begin on a day as intervals of the time line. The end of a period of the day before is not
     * among them.
     *
     * @param date the day
     * @return the intervals, in order; periods that touch are one; empty if no period begins on the day
     * @throws DateTimeException if the date is out of range
     */
    public List<OpenInterval> intervals(LocalDate date) {
        long[] pairs = pairs(date);
        List<OpenInterval> intervals = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            intervals.add(new OpenInterval(Instant.ofEpochSecond(pairs[i]), Instant.ofEpochSecond(pairs[i + 1])));
        }
        return List.copyOf(intervals);
    }

    private long[] pairs(LocalDate date) {
        return OpenTime.ofDay(hours.on(date, calendar.isWorkingDay(date)), zone, date.toEpochDay());
    }

    /** A strict calendar refuses what depends on a day that is not settled. */
    private Instant settled(Instant instant) {
        if (calendar.isStrict()) {
            calendar.day(instant.atZone(zone).toLocalDate());
        }
        return instant;
    }

    private void requireInRange(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < from || second > until || (second == until && instant.getNano() > 0)) {
            throw new DateTimeException("an instant must be in the years " + WorkingCalendar.MIN_YEAR + " to "
                    + WorkingCalendar.MAX_YEAR + " in " + zone + ", but was " + instant);
        }
        settled(instant);
    }

    /** The part of all time that a second is in; the end of all time is in the last or in one that is empty. */
    private OpenTime partOf(long second) {
        if (second >= prepared.from() && second < prepared.until()) {
            return prepared;
        }
        long start = prepared.until();
        if (second < prepared.from()) {
            long parts = (prepared.from() - second + SPAN - 1) / SPAN;
            start = prepared.from() - parts * SPAN;
        } else {
            start += (second - start) / SPAN * SPAN;
        }
        return part(start, start + SPAN);
    }

    @Override
    public String toString() {
        return "WorkingHours " + hours + ", " + calendar.identity() + ", " + zone;
    }
}
