package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.language.Label;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A reason for which a metric leaves a case out; the cases left out are counted.
 *
 * @param id its id, unique in the metric, of letters, digits and hyphens as {@link Metric#builder} takes
 * @param name its name
 * @param test whether it applies to a case
 */
public record Exclusion(String id, Label name, FactTest test) {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the id is none
     */
    public Exclusion {
        Ids.check("an exclusion", id);
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(test, "test");
    }

    /**
     * An exclusion by what became of a case.
     *
     * @param id its id, unique in the metric
     * @param name its name
     * @param applies whether it applies; a pure function
     * @return the exclusion
     */
    public static Exclusion of(String id, Label name, Predicate<CaseOutcome> applies) {
        return new Exclusion(id, name, FactTest.ofOutcome(applies));
    }
}
