package io.github.hotlinekit.core.routing;

import java.util.List;
import java.util.Objects;

/**
 * What a rule says is to be done with a case: an assignment, whose departments may depend on the case; departments that
 * assist beside whoever leads; or an {@link Outcome} that is the same for every case.
 */
public sealed interface Directive
        permits Directive.Assign,
                Directive.Assist,
                Outcome.AnswerAtDesk,
                Outcome.Refer,
                Outcome.Statutory,
                Outcome.Triage {

    /**
     * Dispatch the case (派单).
     *
     * @param lead who leads (主办)
     * @param assisting who assists (协办), in order; they differ and the lead is not among them
     */
    record Assign(Target lead, List<Target> assisting) implements Directive {
        /** Checks and copies the parts. */
        public Assign {
            Objects.requireNonNull(lead, "lead");
            assisting = Assisting.checked(assisting);
            if (assisting.contains(lead)) {
                throw new IllegalArgumentException("the lead " + lead + " must not assist as well");
            }
        }

        /**
         * An assignment to departments.
         *
         * @param lead the code of the one that leads
         * @param assisting the codes of those that assist
         * @return the assignment
         * @throws IllegalArgumentException if a code is none or is twice
         */
        public static Assign of(String lead, String... assisting) {
            return new Assign(
                    Target.department(lead),
                    List.of(assisting).stream().map(Target::department).toList());
        }
    }

    /**
     * Let departments assist as well, whoever leads; only in a section that {@link SectionPolicy#COLLECT collects}.
     *
     * @param assisting who assists (协办), in order; at least one, and they differ
     */
    record Assist(List<Target> assisting) implements Directive {
        /** Checks and copies the parts. */
        public Assist {
            assisting = Assisting.checked(assisting);
            if (assisting.isEmpty()) {
                throw new IllegalArgumentException("assisting must not be empty");
            }
        }
    }
}
