package io.github.hotlinekit.core.routing;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a case goes, and by which rule.
 *
 * @param outcome where it goes
 * @param rule the id of the rule that decided; empty if none matched
 * @param section the id of that rule's section; empty if none matched
 * @param ruleSet the identity of the rule set, such as {@code shishi@2026.1}
 */
public record RoutingDecision(Outcome outcome, Optional<String> rule, Optional<String> section, String ruleSet) {

    /** Checks the parts. */
    public RoutingDecision {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(ruleSet, "ruleSet");
    }
}
