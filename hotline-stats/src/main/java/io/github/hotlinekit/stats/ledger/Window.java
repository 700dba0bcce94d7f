package io.github.hotlinekit.stats.ledger;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Days from a first to a last, in the zone of a ledger's days.
 *
 * @param from the first day
 * @param until the day after the last
 */
public record Window(LocalDate from, LocalDate until) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public Window {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a window must not end before it begins, but was " + from + "/" + until);
        }
    }

    /**
     * A window.
     *
     * @param fromInclusive the first day
     * @param untilExclusive the day after the last
     * @return the window
     * @throws IllegalArgumentException if it ends before it begins
     */
    public static Window of(LocalDate fromInclusive, LocalDate untilExclusive) {
        return new Window(fromInclusive, untilExclusive);
    }

    /**
     * The period that holds a day.
     *
     * @param unit its length
     * @param day the day
     * @return its days
     */
    public static Window of(PeriodUnit unit, LocalDate day) {
        LocalDate first = unit.firstDay(day);
        return new Window(first, unit.next(first));
    }

    /**
     * Whether a day is in it.
     *
     * @param day the day
     * @return whether it is
     */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    /**
     * How many days it has.
     *
     * @return 0 or more
     */
    public long days() {
        return until.toEpochDay() - from.toEpochDay();
    }

    /** First day and the day after the last, such as {@code 2026-01-01/2026-02-01}. */
    @Override
    public String toString() {
        return from + "/" + until;
    }
}
