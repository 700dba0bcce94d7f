package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.Ratio;
import io.github.hotlinekit.stats.metric.WhatIf;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A rate in a cell.
 *
 * @param metric its definition
 * @param ratio numerator and denominator
 * @param excluded how many cases were left out, by the exclusion's id, in the metric's order
 */
public record Figure(Metric metric, Ratio ratio, Map<String, Long> excluded) {
    /** Copies the parts. */
    public Figure {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(ratio, "ratio");
        excluded = Collections.unmodifiableMap(new LinkedHashMap<>(Objects.requireNonNull(excluded, "excluded")));
    }

    /**
     * How many cases the metric looked at: those in the denominator and those left out.
     *
     * @return 0 or more
     */
    public long all() {
        return excluded.values().stream().reduce(ratio.denominator(), Math::addExact);
    }

    /**
     * What the rate would be under the metric's other treatments of cases left out: guards against figures that are made
     * by leaving out.
     *
     * @return the rates, in the metric's order
     */
    public Map<WhatIf, Ratio> whatIf() {
        Map<WhatIf, Ratio> rates = new LinkedHashMap<>();
        metric.whatIfs().forEach(w -> rates.put(w, w.apply(ratio, excluded)));
        return Collections.unmodifiableMap(rates);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Figure that
                && metric.definition().equals(that.metric.definition())
                && ratio.equals(that.ratio)
                && excluded.equals(that.excluded);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ratio, excluded);
    }
}
