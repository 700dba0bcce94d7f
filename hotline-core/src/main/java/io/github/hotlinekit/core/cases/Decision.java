package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Label;
import java.util.List;
import java.util.Objects;

/** The answer to a command: what happened, or why nothing did. A refusal is a value, not an exception. */
public sealed interface Decision {

    /**
     * The command was carried out.
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
    }

    /**
     * The command was refused and changed nothing.
     *
     * @param code a stable code in capitals, such as {@code WRONG_STATE}
     * @param message the reason, in both languages
     */
    record Refused(String code, Label message) implements Decision {
        /** Checks the parts. */
        public Refused {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(message, "message");
        }
    }
}
