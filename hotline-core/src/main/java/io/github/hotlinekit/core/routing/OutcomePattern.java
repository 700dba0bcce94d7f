package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which decisions a norm speaks of; every part that is given must hold. What asks for a lead or an assistant holds for
 * dispatches alone.
 *
 * @param outcomes the sorts of outcome; none means any
 * @param leads the departments of which one leads; none means any
 * @param involves the departments of which one leads or assists; none means any
 * @param leadLevel the level of the department that leads, as the directory has it
 * @param leadType its type, as the directory has it
 * @param leadFunction a function it has, as the directory has it
 */
@Value.Builder
public record OutcomePattern(
        List<Sort> outcomes,
        List<DepartmentCode> leads,
        List<DepartmentCode> involves,
        Optional<String> leadLevel,
        Optional<String> leadType,
        Optional<String> leadFunction) {

    /** The sorts of outcome. */
    public enum Sort implements Coded {
        /** {@link Outcome.Dispatch}. */
        DISPATCH("派单", "dispatch"),
        /** {@link Outcome.AnswerAtDesk}. */
        DESK("直接办结", "answer at the desk"),
        /** {@link Outcome.Refer}. */
        REFER("转接", "refer"),
        /** {@link Outcome.Statutory}. */
        STATUTORY("法定途径", "statutory channel"),
        /** {@link Outcome.Triage}. */
        TRIAGE("人工会商", "triage");

        private final Label label;

        Sort(String zh, String en) {
            this.label = Label.of(zh, en);
        }

        @Override
        public Label label() {
            return label;
        }

        /**
         * The sort of an outcome.
         *
         * @param outcome the outcome
         * @return its sort
         */
        public static Sort of(Outcome outcome) {
            if (outcome instanceof Outcome.Dispatch) {
                return DISPATCH;
            } else if (outcome instanceof Outcome.AnswerAtDesk) {
                return DESK;
            } else if (outcome instanceof Outcome.Refer) {
                return REFER;
            } else if (outcome instanceof Outcome.Statutory) {
                return STATUTORY;
            }
            return TRIAGE;
        }
    }

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if nothing is asked for
     */
    public OutcomePattern {
        outcomes = List.copyOf(Objects.requireNonNull(outcomes, "outcomes"));
        leads = List.copyOf(Objects.requireNonNull(leads, "leads"));
        involves = List.copyOf(Objects.requireNonNull(involves, "involves"));
        Objects.requireNonNull(leadLevel, "leadLevel");
        Objects.requireNonNull(leadType, "leadType");
        Objects.requireNonNull(leadFunction, "leadFunction");
        if (outcomes.isEmpty()
                && leads.isEmpty()
                && involves.isEmpty()
                && leadLevel.isEmpty()
                && leadType.isEmpty()
                && leadFunction.isEmpty()) {
            throw new IllegalArgumentException("a pattern of outcomes must ask for something");
        }
    }

    /**
     * A builder; at least one part must be given.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a pattern. */
    public static final class Builder extends OutcomePatternBuilder {
        Builder() {}
    }
}
