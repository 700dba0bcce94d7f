package io.github.hotlinekit.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A time during which an office is open (办公时段), on the time line.
 *
 * @param start its first instant, inclusive
 * @param end the first instant after it, exclusive
 */
public record OpenInterval(Instant start, Instant end) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the end is not after the start
     */
    public OpenInterval {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("an interval must end after it starts, but was " + start + " to " + end);
        }
    }

    /**
     * How long it is, as time elapses.
     *
     * @return the length, more than 0
     */
    public Duration length() {
        return Duration.between(start, end);
    }

    /**
     * Whether an instant lies in it.
     *
     * @param instant the instant
     * @return whether it does; the start does, the end does not
     */
    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }
}
