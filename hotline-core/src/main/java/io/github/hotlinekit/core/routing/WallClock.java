package io.github.hotlinekit.core.routing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What an instant is in a zone by the calendar and the clock on the wall. Routing is total, so instants beyond the
 * calendar's ends, which only the lowest and highest of them are, count as its first and last days.
 */
final class WallClock {

    static final int MINUTES_OF_DAY = 24 * 60;

    private static final Instant FIRST = LocalDateTime.MIN.plusDays(2).toInstant(ZoneOffset.UTC);
    private static final Instant LAST = LocalDateTime.MAX.minusDays(2).toInstant(ZoneOffset.UTC);
    private static final int SECONDS_OF_DAY = 24 * 60 * 60;
    /** What to add to a day since 1970-01-01, a Thursday, so that Mondays divide by seven. */
    private static final int MONDAY = 3;

    private WallClock() {}

    static LocalDateTime time(Instant at, ZoneId zone) {
        return LocalDateTime.ofInstant(at.isBefore(FIRST) ? FIRST : at.isAfter(LAST) ? LAST : at, zone);
    }

    static LocalDate day(Instant at, ZoneId zone) {
        return time(at, zone).toLocalDate();
    }

    /** The day as days since 1970-01-01: the same as of {@link #day}, without making anything. */
    static long epochDay(Instant at, ZoneId zone) {
        return Math.floorDiv(localSecond(at, zone), (long) SECONDS_OF_DAY);
    }

    /** Minutes since Monday 00:00: the same as of {@link #time}, without making anything. */
    static int minuteOfWeek(Instant at, ZoneId zone) {
        long second = localSecond(at, zone);
        int weekday = (int) Math.floorMod(Math.floorDiv(second, (long) SECONDS_OF_DAY) + MONDAY, 7L);
        return weekday * MINUTES_OF_DAY + (int) (Math.floorMod(second, (long) SECONDS_OF_DAY) / 60);
    }

    private static long localSecond(Instant at, ZoneId zone) {
        Instant within = at.isBefore(FIRST) ? FIRST : at.isAfter(LAST) ? LAST : at;
        return within.getEpochSecond() + zone.getRules().getOffset(within).getTotalSeconds();
    }
}
