package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.stats.metric.Ratio;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A rate in a cell.
 *
 * @param ratio numerator and denominator
 * @param excluded how many cases were left out, by the exclusion's id, in the metric's order
 */
public record Figure(Ratio ratio, Map<String, Long> excluded) {
    /** Copies the parts. */
    public Figure {
        Objects.requireNonNull(ratio, "ratio");
        excluded = Collections.unmodifiableMap(new LinkedHashMap<>(Objects.requireNonNull(excluded, "excluded")));
    }
}
