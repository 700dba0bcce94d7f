package io.github.hotlinekit.core.cases;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A span in which the clock stood still, from its start, inclusive, to its end, exclusive.
 *
 * @param ground why
 * @param start when it began
 * @param until when it ends at the latest
 * @param end when it ended, by resuming or because the case ended; empty while it goes on
 */
public record Suspension(SuspensionGround ground, Instant start, Instant until, Optional<Instant> end) {

    /** Checks the parts. */
    public Suspension {
        Objects.requireNonNull(ground, "ground");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(end, "end");
    }
}
