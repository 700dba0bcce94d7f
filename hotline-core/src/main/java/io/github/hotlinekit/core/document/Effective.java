package io.github.hotlinekit.core.document;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * From when to when something is in force (施行期间): a rule, a set of rules, a category, a department. Half-open:
 * the first day counts, the day of the end does not. Which zone's days is said by whoever has it.
 *
 * @param from the first day in force; empty means since ever
 * @param toExclusive the first day no longer in force, after {@code from}; empty means for ever
 */
public record Effective(Optional<LocalDate> from, Optional<LocalDate> toExclusive) {

    /** In force since ever and for ever. */
    public static final Effective ALWAYS = new Effective(Optional.empty(), Optional.empty());

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the end is not after the beginning
     */
    public Effective {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(toExclusive, "toExclusive");
        if (from.isPresent() && toExclusive.isPresent() && !from.get().isBefore(toExclusive.get())) {
            throw new IllegalArgumentException(
                    "the end of an interval, which is exclusive, must be after its beginning " + from.get()
                            + ", but was " + toExclusive.get());
        }
    }

    /**
     * An interval with both ends.
     *
     * @param from the first day
     * @param toExclusive the first day after it
     * @return the interval
     * @throws IllegalArgumentException if the end is not after the beginning
     */
    public static Effective between(LocalDate from, LocalDate toExclusive) {
        return new Effective(Optional.of(from), Optional.of(toExclusive));
    }

    /**
     * An interval without an end.
     *
     * @param from the first day
     * @return the interval
     */
    public static Effective from(LocalDate from) {
        return new Effective(Optional.of(from), Optional.empty());
    }

    /**
     * An interval without a beginning.
     *
     * @param toExclusive the first day no longer in force
     * @return the interval
     */
    public static Effective until(LocalDate toExclusive) {
        return new Effective(Optional.empty(), Optional.of(toExclusive));
    }

    /**
     * Whether a day is in the interval.
     *
     * @param day the day
     * @return whether it is
     */
    public boolean includes(LocalDate day) {
        return (from.isEmpty() || !day.isBefore(from.get()))
                && (toExclusive.isEmpty() || day.isBefore(toExclusive.get()));
    }

    /**
     * Whether a day is in both.
     *
     * @param other another interval
     * @return whether they overlap
     */
    public boolean overlaps(Effective other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(Effective other) {
        return from.isEmpty() || other.toExclusive.isEmpty() || from.get().isBefore(other.toExclusive.get());
    }

    /**
     * Whether every day of another interval is in this one.
     *
     * @param other another interval
     * @return whether this encloses it
     */
    public boolean encloses(Effective other) {
        boolean fromHolds =
                from.isEmpty() || (other.from.isPresent() && !other.from.get().isBefore(from.get()));
        boolean toHolds = toExclusive.isEmpty()
                || (other.toExclusive.isPresent() && !other.toExclusive.get().isAfter(toExclusive.get()));
        return fromHolds && toHolds;
    }

    /** The interval, such as {@code [2026-01-01, 2027-01-01)}; an open end is left out. */
    @Override
    public String toString() {
        return "[" + from.map(LocalDate::toString).orElse("") + ", "
                + toExclusive.map(LocalDate::toString).orElse("") + ")";
    }
}
