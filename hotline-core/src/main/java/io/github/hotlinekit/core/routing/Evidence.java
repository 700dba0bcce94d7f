package io.github.hotlinekit.core.routing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a cell of a rule stands to a fact of a case.
 *
 * @param cell which cell
 * @param wanted the values in the cell, as documents write them, {@value #NONE} for a missing fact; empty means any
 * @param fact the fact, as documents write it; empty if it is missing; of a text its length alone
 * @param matched which of the values the fact matches; of keywords those found, each with the place where it was found
 *     first, as in {@code 燃气@12}
 * @param holds whether the cell lets the case pass
 */
public record Evidence(Cell cell, List<String> wanted, Optional<String> fact, List<String> matched, boolean holds) {

    /** How documents write that a fact must be missing. */
    public static final String NONE = "(none)";

    /** Checks and copies the parts. */
    public Evidence {
        Objects.requireNonNull(cell, "cell");
        wanted = List.copyOf(Objects.requireNonNull(wanted, "wanted"));
        Objects.requireNonNull(fact, "fact");
        matched = List.copyOf(Objects.requireNonNull(matched, "matched"));
    }
}
