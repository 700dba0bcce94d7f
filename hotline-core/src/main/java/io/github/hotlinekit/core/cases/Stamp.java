package io.github.hotlinekit.core.cases;

import java.time.Instant;
import java.util.Objects;

/**
 * What every event carries: its place in the timeline, when it happened, when it was recorded, and who
 * did it.
 *
 * @param sequence the place in the case's timeline, from 1 without gaps
 * @param at when it happened; may lie before earlier events where it was recorded late
 * @param recorded when it was recorded; never before the event before it
 * @param actor who did it
 * @param extras what the document says beyond what this version knows
 */
public record Stamp(int sequence, Instant at, Instant recorded, Actor actor, Extras extras) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the sequence is below 1, or it was recorded before it happened
     */
    public Stamp {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(recorded, "recorded");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(extras, "extras");
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence must be at least 1, but was " + sequence);
        }
        if (recorded.isBefore(at)) {
            throw new IllegalArgumentException("recorded must not be before at " + at + ", but was " + recorded);
        }
    }

    /**
     * The stamp of what was recorded as it happened.
     *
     * @param sequence the place in the timeline, from 1
     * @param at when it happened
     * @param actor who did it
     * @return the stamp
     * @throws IllegalArgumentException if the sequence is below 1
     */
    public static Stamp of(int sequence, Instant at, Actor actor) {
        return new Stamp(sequence, at, at, actor, Extras.NONE);
    }

    /**
     * The same stamp with another effective instant, as a correction needs it.
     *
     * @param at when it happened
     * @return the stamp with it
     * @throws IllegalArgumentException if it was recorded before that
     */
    public Stamp withAt(Instant at) {
        return new Stamp(sequence, at, recorded, actor, extras);
    }
}
