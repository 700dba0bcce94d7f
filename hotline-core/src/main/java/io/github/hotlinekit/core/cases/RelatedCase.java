package io.github.hotlinekit.core.cases;

import java.util.Objects;

/**
 * Another case that has to do with one.
 *
 * @param number the other case
 * @param relation how
 */
public record RelatedCase(CaseNumber number, Relation relation) {
    /** Checks the parts. */
    public RelatedCase {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(relation, "relation");
    }
}
