package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.routing.RoutingFacts;
import java.time.Instant;
import java.util.Objects;

/**
 * A case that was decided once (历史工单), to be decided again.
 *
 * @param id what the host knows it by; among the cases of one replay they should differ, since each is counted
 * @param facts what was known of it
 * @param at when it is decided; the rules in force then decide
 */
public record PastCase(String id, RoutingFacts facts, Instant at) {

    /** Checks the parts. */
    public PastCase {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(at, "at");
    }

    /**
     * The same case decided at another time, such as a day on which a rule set not yet in force will be.
     *
     * @param instant when it is decided
     * @return the case
     */
    public PastCase withAt(Instant instant) {
        return new PastCase(id, facts, instant);
    }
}
