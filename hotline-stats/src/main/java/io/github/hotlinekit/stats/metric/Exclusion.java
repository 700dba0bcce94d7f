package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.language.Label;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A reason for which a metric leaves a case out; the cases left out are counted.
 *
 * @param id its id, unique in the metric
 * @param name its name
 * @param applies whether it applies to a case; a pure function
 */
public record Exclusion(String id, Label name, Predicate<CaseFact> applies) {
    /** Checks the parts. */
    public Exclusion {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(applies, "applies");
    }
}
