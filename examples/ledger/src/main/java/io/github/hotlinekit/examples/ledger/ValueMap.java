package io.github.hotlinekit.examples.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a city's own words into ours: by the texts of some columns, joined, the longest that is listed.
 *
 * @param columns the columns, the widest class first
 * @param map from the first column's text, or several columns' joined by {@value #JOINT}, to a value
 * @param otherwise the value where nothing is listed; empty if there is none
 */
record ValueMap<T>(List<String> columns, Map<String, T> map, Optional<T> otherwise) {

    static final String JOINT = " > ";

    ValueMap {
        columns = List.copyOf(columns);
        map = Map.copyOf(map);
    }

    /** A value that is the same for every row. */
    static <T> ValueMap<T> constant(T value) {
        return new ValueMap<>(List.of(), Map.of(), Optional.of(value));
    }

    /** The value for the texts of the columns, in their order. */
    Optional<T> valueOf(List<String> texts) {
        T best = null;
        StringBuilder key = new StringBuilder();
        for (String text : texts) {
            key.append(key.isEmpty() ? "" : JOINT).append(text);
            T found = map.get(key.toString());
            if (found != null) {
                best = found;
            }
        }
        return best == null ? otherwise : Optional.of(best);
    }
}
