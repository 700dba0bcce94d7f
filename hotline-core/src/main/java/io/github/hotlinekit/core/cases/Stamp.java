package io.github.hotlinekit.core.cases;

import java.time.Instant;
import java.util.Objects;

/**
 * What every event carries: its place in the timeline, when it happened, and who did it.
 *
 * @param sequence the place in the case's timeline, from 1 without gaps
 * @param at when it happened
 * @param actor who did it
 */
public record Stamp(int sequence, Instant at, Actor actor) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the sequence is below 1
     */
    public Stamp {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence must be at least 1, but was " + sequence);
        }
    }
}
