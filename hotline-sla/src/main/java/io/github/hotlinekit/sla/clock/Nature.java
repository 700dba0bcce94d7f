package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.sla.policy.CaseTraits;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a case is, as far as rows of policies ask: its traits but for the day of receipt, which a policy's zone decides.
 *
 * @param department the department that leads
 */
record Nature(
        CaseKind kind,
        Optional<CategoryCode> category,
        Priority priority,
        Optional<AreaCode> area,
        Channel channel,
        Optional<DepartmentCode> department) {

    /** What a case is when it is received. */
    static Nature of(Registration registration) {
        return new Nature(
                registration.kind(),
                Optional.empty(),
                registration.priority().orElse(Priority.NORMAL),
                registration.area(),
                registration.channel(),
                Optional.empty());
    }

    Nature withKind(CaseKind other) {
        return new Nature(other, category, priority, area, channel, department);
    }

    Nature withCategory(CategoryCode other) {
        return new Nature(kind, Optional.of(other), priority, area, channel, department);
    }

    Nature withPriority(Priority other) {
        return new Nature(kind, category, other, area, channel, department);
    }

    Nature withDepartment(DepartmentCode other) {
        return new Nature(kind, category, priority, area, channel, Optional.of(other));
    }

    CaseTraits received(LocalDate day) {
        return new CaseTraits(kind, category, priority, area, channel, department, day);
    }
}
