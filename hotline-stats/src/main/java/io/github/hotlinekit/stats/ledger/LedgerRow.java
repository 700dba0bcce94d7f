package io.github.hotlinekit.stats.ledger;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A cell of a ledger: the cases of one key.
 *
 * @param key a key for each dimension of the grouping; an empty text for cases that have none
 * @param volume the number of cases (受理量)
 * @param figures the rates by metric id, in the order of the specification
 */
public record LedgerRow(List<String> key, long volume, Map<String, Figure> figures) {

    /** Copies the parts. */
    public LedgerRow {
        key = List.copyOf(Objects.requireNonNull(key, "key"));
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(Objects.requireNonNull(figures, "figures")));
    }

    /**
     * A rate.
     *
     * @param metric the metric's id
     * @return the figure
     * @throws IllegalArgumentException if the ledger has no such metric
     */
    public Figure figure(String metric) {
        Figure figure = figures.get(metric);
        if (figure == null) {
            throw new IllegalArgumentException("metric must be one of " + figures.keySet() + ", but was " + metric);
        }
        return figure;
    }
}
