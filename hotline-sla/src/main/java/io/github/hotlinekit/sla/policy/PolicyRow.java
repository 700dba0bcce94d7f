package io.github.hotlinekit.sla.policy;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A row of a policy: the limits of some cases.
 *
 * @param id its id, unique in the policy
 * @param kinds the kinds it is for; empty for all
 * @param categories the categories it is for, with all below them; empty for all
 * @param targets its targets, at most one of a kind
 */
public record PolicyRow(String id, Set<CaseKind> kinds, List<CategoryCode> categories, List<SlaTarget> targets) {

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if two targets are of one kind
     */
    public PolicyRow {
        Objects.requireNonNull(id, "id");
        kinds = Set.copyOf(Objects.requireNonNull(kinds, "kinds"));
        categories = List.copyOf(Objects.requireNonNull(categories, "categories"));
        targets = List.copyOf(Objects.requireNonNull(targets, "targets"));
        if (targets.stream().map(SlaTarget::kind).distinct().count() < targets.size()) {
            throw new IllegalArgumentException(
                    "row " + id + " must have at most one target of a kind, but had " + targets);
        }
    }

    /**
     * The target of a kind.
     *
     * @param kind for what
     * @return the target, if the row sets one
     */
    public Optional<SlaTarget> target(TargetKind kind) {
        for (SlaTarget target : targets) {
            if (target.kind() == kind) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the row is for a case.
     *
     * @param kind the case's kind
     * @param category the case's category; a case without one is matched by rows for all categories
     * @return whether it is
     */
    public boolean matches(CaseKind kind, Optional<CategoryCode> category) {
        if (!kinds.isEmpty() && !kinds.contains(kind)) {
            return false;
        }
        if (categories.isEmpty()) {
            return true;
        }
        if (category.isPresent()) {
            for (CategoryCode ancestor : categories) {
                if (category.get().isWithin(ancestor)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether every case that the other row is for is one that this row is for. */
    boolean covers(PolicyRow other) {
        boolean kindsCovered = kinds.isEmpty()
                || (other.kinds.isEmpty() ? kinds.size() == CaseKind.values().length : kinds.containsAll(other.kinds));
        boolean categoriesCovered = categories.isEmpty()
                || (!other.categories.isEmpty()
                        && other.categories.stream()
                                .allMatch(c -> categories.stream().anyMatch(c::isWithin)));
        return kindsCovered && categoriesCovered;
    }
}
