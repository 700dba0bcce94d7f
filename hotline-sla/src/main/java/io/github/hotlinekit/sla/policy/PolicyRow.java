package io.github.hotlinekit.sla.policy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A row of a policy: the limits of some cases.
 *
 * @param id its id, unique in the policy, not blank and of at most {@value SlaPolicy#MAX_TEXT} characters
 * @param when which cases it is for
 * @param targets its targets, at most one of a kind with the same start
 */
public record PolicyRow(String id, RowCondition when, List<SlaTarget> targets) {

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if the id is blank or longer than {@value SlaPolicy#MAX_TEXT} characters, or
     *     two targets are of one kind and start
     */
    public PolicyRow {
        SlaPolicy.requireText("id", id, SlaPolicy.MAX_TEXT);
        Objects.requireNonNull(when, "when");
        targets = List.copyOf(Objects.requireNonNull(targets, "targets"));
        if (targets.stream().map(t -> List.of(t.kind(), t.start())).distinct().count() < targets.size()) {
            throw new IllegalArgumentException(
                    "row " + id + " must have at most one target of a kind and start, but had " + targets);
        }
    }

    /**
     * The target of a kind.
     *
     * @param kind for what
     * @return the first of its targets that is, if the row sets one
     */
    public Optional<SlaTarget> target(TargetKind kind) {
        for (SlaTarget target : targets) {
            if (target.kind() == kind) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }
}
