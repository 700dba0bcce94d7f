package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Label;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The answer to a command: what happened, or why nothing did. A refusal is a value, not an exception. */
public sealed interface Decision {

    /**
     * The command was carried out. A host that stores the events passes {@link #expectedVersion} along, so
     * that two decisions on the same version are never both stored.
     *
     * @param events what happened, in order
     * @param result the case after them
     */
    record Accepted(List<CaseEvent> events, Case result) implements Decision {
        /** Checks and copies the parts. */
        public Accepted {
            events = List.copyOf(Objects.requireNonNull(events, "events"));
            Objects.requireNonNull(result, "result");
        }

        /**
         * The version of the case that the decision was made on: see {@link Case#version}.
         *
         * @return the version before the events; 0 for a new case
         */
        public int expectedVersion() {
            return result.version() - events.size();
        }
    }

    /**
     * The command was refused and changed nothing.
     *
     * @param rule the rule that stood against it
     * @param act what was wanted
     * @param state the state of the case; empty if there is no case yet
     * @param may the roles that may do it, by table and policy
     * @param message the reason, in both languages
     */
    record Refused(LifecycleRule rule, Act act, Optional<CaseState> state, Set<Role> may, Label message)
            implements Decision {
        /** Checks and copies the parts. */
        public Refused {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(act, "act");
            Objects.requireNonNull(state, "state");
            may = Checks.set(may, "may");
            Objects.requireNonNull(message, "message");
        }
    }

    /**
     * The case after the command, for a caller that counts on it.
     *
     * @return the new case
     * @throws IllegalStateException if it was refused; the message says why
     */
    default Case orElseThrow() {
        if (this instanceof Accepted accepted) {
            return accepted.result();
        }
        Refused refused = (Refused) this;
        throw new IllegalStateException(
                refused.rule() + ": " + refused.message().en());
    }
}
