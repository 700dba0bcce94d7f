package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.directory.DepartmentCode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What one department was given of a case: an episode from the dispatch on.
 *
 * @param department the department
 * @param part whether it leads or assists
 * @param state where it stands
 * @param offered when it was given
 * @param signed when it was signed for
 * @param replied when the reply that stands was given
 */
@Value.Builder
public record Assignment(
        DepartmentCode department,
        Part part,
        AssignmentState state,
        Instant offered,
        Optional<Instant> signed,
        Optional<Instant> replied)
        implements WithAssignment {

    /** Checks the parts. */
    public Assignment {
        Objects.requireNonNull(department, "department");
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(offered, "offered");
        Objects.requireNonNull(signed, "signed");
        Objects.requireNonNull(replied, "replied");
    }

    static Assignment offer(DepartmentCode department, Part part, Instant at) {
        return new Assignment(department, part, AssignmentState.OFFERED, at, Optional.empty(), Optional.empty());
    }

    Assignment sign(Instant at) {
        return new Assignment(department, part, AssignmentState.SIGNED, offered, Optional.of(at), Optional.empty());
    }

    Assignment reply(Instant at) {
        return new Assignment(department, part, AssignmentState.REPLIED, offered, signed, Optional.of(at));
    }

    /** The reply no longer stands. */
    Assignment rework() {
        return new Assignment(department, part, AssignmentState.SIGNED, offered, signed, Optional.empty());
    }
}
