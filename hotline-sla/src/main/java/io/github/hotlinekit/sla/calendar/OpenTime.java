package io.github.hotlinekit.sla.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/**
 * The open time between two instants: what the periods of all days cover, each second counted once. Seconds are
 * those of the time line since 1970; all ends of periods fall on whole seconds.
 */
final class OpenTime {

    /** Where it begins and ends; nothing is known of what lies outside. */
    private final long from;

    private final long until;
    /** The open intervals: in order, not touching. */
    private final long[] starts;

    private final long[] ends;
    /** How many seconds are open before each interval; one entry more than intervals. */
    private final long[] before;
    /** For each day's length since the start, and the end: the first interval that ends after it. */
    private final int[] index;

    private OpenTime(long from, long until, long[] pairs) {
        this.from = from;
        this.until = until;
        int count = pairs.length / 2;
        this.starts = new long[count];
        this.ends = new long[count];
        this.before = new long[count + 1];
        for (int i = 0; i < count; i++) {
            starts[i] = pairs[2 * i];
            ends[i] = pairs[2 * i + 1];
            before[i + 1] = before[i] + ends[i] - starts[i];
        }
        this.index = new int[(int) ((until - from) / WallClock.DAY) + 2];
        int i = 0;
        for (int k = 0; k < index.length; k++) {
            while (i < count && ends[i] <= from + (long) k * WallClock.DAY) {
                i++;
            }
            index[k] = i;
        }
    }

    /** The open time from one second to another, which lie within the years that calendars have. */
    static OpenTime of(OpeningHours hours, WorkingCalendar calendar, ZoneId zone, long from, long until) {
        WallClock clock = new WallClock(zone);
        // Zones are less than a day from UTC. A period reaches into the day after the one it begins on, and where a
        // zone leaves out a whole day, into the one after that.
        long firstDay = Math.max(Math.floorDiv(from, WallClock.DAY) - 3, WorkingHours.FIRST_DAY);
        long lastDay = Math.min(Math.floorDiv(until, WallClock.DAY) + 1, WorkingHours.LAST_DAY);
        long[] pairs = new long[(int) (lastDay - firstDay + 1) * 4];
        int count = 0;
        for (long day = firstDay; day <= lastDay; day++) {
            LocalDate date = LocalDate.ofEpochDay(day);
            List<OpeningPeriod> periods = hours.on(date, calendar.isTakenAsWorking(date));
            for (int i = 0; i < periods.size(); i++) {
                long start = Math.max(from, second(clock, day, periods.get(i).from()));
                long end = Math.min(until, second(clock, day, periods.get(i).to()));
                if (start < end) {
                    pairs = count + 2 > pairs.length ? Arrays.copyOf(pairs, 2 * pairs.length) : pairs;
                    count = add(pairs, count, start, end);
                }
            }
        }
        return new OpenTime(from, until, Arrays.copyOf(pairs, count));
    }

    /** The intervals of one day's periods alone, as seconds: starts and ends in turn. */
    static long[] ofDay(List<OpeningPeriod> periods, ZoneId zone, long day) {
        WallClock clock = new WallClock(zone);
        long[] pairs = new long[periods.size() * 2];
        int count = 0;
        for (OpeningPeriod period : periods) {
            long start = second(clock, day, period.from());
            long end = second(clock, day, period.to());
            if (start < end) {
                count = add(pairs, count, start, end);
            }
        }
        return Arrays.copyOf(pairs, count);
    }

    private static long second(WallClock clock, long day, int minute) {
        return clock.epochSecond(day * WallClock.DAY + minute * 60L);
    }

    /** Adds an interval to those that are there, in order and not touching; gives the new count of numbers. */
    private static int add(long[] pairs, int count, long start, long end) {
        // A clock put forward moves what it leaves out behind what follows, hence from the back.
        int at = count;
        while (at > 0 && pairs[at - 2] > end) {
            at -= 2;
        }
        int first = at;
        long joinedStart = start;
        long joinedEnd = end;
        while (first > 0 && pairs[first - 1] >= start) {
            first -= 2;
            joinedStart = Math.min(joinedStart, pairs[first]);
            joinedEnd = Math.max(joinedEnd, pairs[first + 1]);
        }
        System.arraycopy(pairs, at, pairs, first + 2, count - at);
        pairs[first] = joinedStart;
        pairs[first + 1] = joinedEnd;
        return count - (at - first) + 2;
    }

    long from() {
        return from;
    }

    long until() {
        return until;
    }

    boolean isEmpty() {
        return starts.length == 0;
    }

    /** How many seconds are open in all. */
    long total() {
        return before[starts.length];
    }

    /** The first interval that ends after a second from the start to the end, both inclusive. */
    private int at(long second) {
        int day = (int) ((second - from) / WallClock.DAY);
        int low = index[day];
        int high = index[day + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] > second) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Whether a second is open. */
    boolean isOpen(long second) {
        int i = at(second);
        return i < starts.length && starts[i] <= second;
    }

    /** How many seconds are open before a second. */
    long measure(long second) {
        int i = at(second);
        return i == starts.length ? before[i] : before[i] + Math.max(0, second - starts[i]);
    }

    /** The first second at or after one that is open; {@code none} if there is none. */
    long nextOpening(long second, long none) {
        int i = at(second);
        return i == starts.length ? none : Math.max(second, starts[i]);
    }

    /** The first second that has so many open ones before it; from 1 to the total. */
    long firstAfter(long open) {
        int i = Arrays.binarySearch(before, open);
        int interval = i >= 0 ? i - 1 : -i - 2;
        return starts[interval] + (open - before[interval]);
    }

    /** The last second that has so many open ones before it; from 0 to less than the total. */
    long lastBefore(long open) {
        int i = Arrays.binarySearch(before, open);
        int interval = i >= 0 ? i : -i - 2;
        return starts[interval] + (open - before[interval]);
    }
}
