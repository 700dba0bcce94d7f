package io.github.hotlinekit.core.cases;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A row of the transition table: in which states an act is allowed, to whom, where it leads, and which
 * rules have to hold.
 *
 * @param act the act
 * @param from the states in which it is allowed; empty for the act that starts a case
 * @param to the state it leads to; empty if the state stays
 * @param roles who may do it
 * @param rules the rules that have to hold, in the order in which they are looked at
 */
public record Transition(
        Act act, Set<CaseState> from, Optional<CaseState> to, Set<Role> roles, List<LifecycleRule> rules) {

    /** Checks and copies the parts. */
    public Transition {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(to, "to");
        from = Checks.set(from, "from");
        roles = Checks.set(roles, "roles");
        rules = List.copyOf(Objects.requireNonNull(rules, "rules"));
    }
}
