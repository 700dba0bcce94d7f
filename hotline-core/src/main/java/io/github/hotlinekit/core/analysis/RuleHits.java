package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.routing.SectionPolicy;
import java.util.Objects;

/**
 * How often a rule was hit.
 *
 * @param rule the rule's id, which all its versions share
 * @param section the id of its section
 * @param policy that section's policy, which says what a hit is: with {@link SectionPolicy#COLLECT} that the rule added
 *     departments, with any other that it decided
 * @param hits how many cases hit it, 0 or more
 */
public record RuleHits(String rule, String section, SectionPolicy policy, long hits) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if {@code hits} is below 0
     */
    public RuleHits {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(policy, "policy");
        if (hits < 0) {
            throw new IllegalArgumentException("hits must be 0 or more, but was " + hits);
        }
    }

    /**
     * Whether the rule decides, rather than adds departments.
     *
     * @return whether it does
     */
    public boolean decides() {
        return policy != SectionPolicy.COLLECT;
    }
}
