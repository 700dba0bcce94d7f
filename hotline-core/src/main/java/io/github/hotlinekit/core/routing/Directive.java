package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.directory.DepartmentCode;
import java.util.List;
import java.util.Objects;

/**
 * What a rule says is to be done with a case: an assignment, whose lead may depend on the case, or an
 * {@link Outcome} that is the same for every case.
 */
public sealed interface Directive
        permits Directive.Assign, Outcome.AnswerAtDesk, Outcome.Refer, Outcome.Statutory, Outcome.Triage {

    /**
     * Dispatch the case (派单).
     *
     * @param lead who leads (主办)
     * @param assisting who assists (协办), in order; codes differ and the lead, if named, is not among them
     */
    record Assign(Target lead, List<DepartmentCode> assisting) implements Directive {
        /** Checks and copies the parts. */
        public Assign {
            Objects.requireNonNull(lead, "lead");
            assisting = Assisting.checked(assisting);
            if (lead instanceof Target.Department department && assisting.contains(department.code())) {
                throw new IllegalArgumentException("the lead " + department.code() + " must not assist as well");
            }
        }
    }
}
