package io.github.hotlinekit.core.routing;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where a case goes, and by which rules.
 *
 * @param outcome where it goes
 * @param rule the id of the rule that decided; empty if none did
 * @param section the id of that rule's section; empty if none did
 * @param collected the ids of the rules that added departments, in order
 * @param notices what the one who answers for the decision should know
 * @param ruleSet the identity of the rule set, such as {@code shishi@2026.1}
 */
public record RoutingDecision(
        Outcome outcome,
        Optional<String> rule,
        Optional<String> section,
        List<String> collected,
        Set<Notice> notices,
        String ruleSet) {

    /** Checks and copies the parts. */
    public RoutingDecision {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(section, "section");
        collected = List.copyOf(Objects.requireNonNull(collected, "collected"));
        notices = checked(Objects.requireNonNull(notices, "notices"));
        Objects.requireNonNull(ruleSet, "ruleSet");
    }

    private static Set<Notice> checked(Set<Notice> notices) {
        return notices.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(notices));
    }
}
