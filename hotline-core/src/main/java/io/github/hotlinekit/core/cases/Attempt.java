package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.directory.DepartmentCode;
import java.util.Optional;

/** A command on a case by somebody, as the rules look at it. */
record Attempt(Case subject, CaseCommand command, CommandContext context, LifecyclePolicy policy) {

    Role role() {
        return context.actor().role();
    }

    Optional<DepartmentCode> department() {
        return context.actor().department();
    }

    boolean isByDepartment() {
        return role().isOfDepartment();
    }

    Handover handover() {
        return subject.standing().handover();
    }

    Work work() {
        return subject.standing().work();
    }

    Result result() {
        return subject.standing().result();
    }
}
