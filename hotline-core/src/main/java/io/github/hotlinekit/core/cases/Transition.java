package io.github.hotlinekit.core.cases;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A row of the transition table: in which states an act is allowed, to whom, and where it leads.
 *
 * @param act the act
 * @param from the states in which it is allowed; empty for the act that starts a case
 * @param to the state it leads to; empty if the state stays
 * @param roles who may do it
 */
public record Transition(Act act, Set<CaseState> from, Optional<CaseState> to, Set<Role> roles) {

    /** Checks and copies the parts. */
    public Transition {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(to, "to");
        from = Set.copyOf(Objects.requireNonNull(from, "from"));
        roles = Set.copyOf(Objects.requireNonNull(roles, "roles"));
    }
}
