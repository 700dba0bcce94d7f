package io.github.hotlinekit.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;

/**
 * The definition of working time, written for clarity: it marks every open minute of some days, and walks from minute
 * to minute. Good for zones whose offsets are whole minutes.
 */
final class NaiveHours {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Instant start;
    private final BitSet open = new BitSet();

    NaiveHours(OpeningHours hours, NaiveCalendar calendar, ZoneId zone, LocalDate first, LocalDate last) {
        start = first.minusDays(3).atStartOfDay(zone).toInstant();
        for (LocalDate d = first.minusDays(2); !d.isAfter(last.plusDays(2)); d = d.plusDays(1)) {
            for (OpeningPeriod p : hours.on(d, calendar.isWorkingDay(d))) {
                int from = minute(
                        d.atStartOfDay().plusMinutes(p.from()).atZone(zone).toInstant());
                int to =
                        minute(d.atStartOfDay().plusMinutes(p.to()).atZone(zone).toInstant());
                if (from < to) {
                    open.set(from, to);
                }
            }
        }
    }

    private int minute(Instant instant) {
        return Math.toIntExact(Math.floorDiv(Duration.between(start, instant).toNanos(), MINUTE.toNanos()));
    }

    private Instant minute(int number) {
        return start.plus(MINUTE.multipliedBy(number));
    }

    boolean isOpen(Instant instant) {
        return open.get(minute(instant));
    }

    Instant nextOpening(Instant instant) {
        Instant at = instant;
        while (!isOpen(at)) {
            at = minute(minute(at) + 1);
        }
        return at;
    }

    Duration between(Instant a, Instant b) {
        Duration sum = Duration.ZERO;
        for (Instant at = a; at.isBefore(b); ) {
            Instant next = min(b, minute(minute(at) + 1));
            sum = isOpen(at) ? sum.plus(Duration.between(at, next)) : sum;
            at = next;
        }
        return sum;
    }

    /** The first instant by which so much time has passed. */
    Instant plus(Instant from, Duration time) {
        Duration left = time;
        Instant at = from;
        while (!left.isZero()) {
            Instant next = minute(minute(at) + 1);
            if (isOpen(at)) {
                next = min(next, at.plus(left));
                left = left.minus(Duration.between(at, next));
            }
            at = next;
        }
        return at;
    }

    /** The last instant from which so much time has passed. */
    Instant minus(Instant until, Duration time) {
        Duration left = time;
        Instant at = until;
        while (!left.isZero()) {
            Instant before = at.minusNanos(1);
            Instant next = minute(minute(before));
            if (isOpen(before)) {
                next = max(next, at.minus(left));
                left = left.minus(Duration.between(next, at));
            }
            at = next;
        }
        return at;
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
