package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.stats.ledger.Trace;
import io.github.hotlinekit.stats.metric.DataDictionary;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a number comes from.
 *
 * @param definition the id of the count, metric or measure that says what it counts
 * @param cases its cases: for a rate, those of its numerator and its denominator; for a time, all cases of the cell; for
 *     cases left out, those in its numerator; empty for a remainder
 */
public record Source(String definition, Optional<Trace> cases) {

    /** Checks the parts. */
    public Source {
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(cases, "cases");
    }

    /** The same cases by another definition, which says what is made of them. */
    Source as(String other) {
        return new Source(other, cases);
    }

    /**
     * The place of the definition in the printed dictionary.
     *
     * @return such as {@code metric-onTime}
     */
    public String anchor() {
        return DataDictionary.anchor(definition);
    }
}
