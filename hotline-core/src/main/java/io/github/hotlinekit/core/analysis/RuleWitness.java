package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.routing.Rule;
import java.util.Objects;

/**
 * A case that a rule decides.
 *
 * @param rule the rule
 * @param witness the case
 */
public record RuleWitness(Rule rule, Witness witness) {
    /** Checks the parts. */
    public RuleWitness {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(witness, "witness");
    }
}
