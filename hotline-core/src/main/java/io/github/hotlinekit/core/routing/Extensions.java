package io.github.hotlinekit.core.routing;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a host adds to a document for itself. Nothing here is read; it is written back as it was.
 *
 * @param values names that begin with {@code x-}, and the JSON text that stands there
 */
public record Extensions(SortedMap<String, String> values) {

    /** Nothing added. */
    public static final Extensions NONE = new Extensions(new TreeMap<>());

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if a name does not begin with {@code x-}
     */
    public Extensions {
        Objects.requireNonNull(values, "values");
        values.forEach((name, json) -> {
            Objects.requireNonNull(json, "json");
            if (!name.startsWith("x-")) {
                throw new IllegalArgumentException(
                        "the name of an extension must begin with x-, but was \"" + name + "\"");
            }
        });
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /**
     * Extensions.
     *
     * @param values JSON texts by their names
     * @return the extensions
     */
    public static Extensions of(Map<String, String> values) {
        return values.isEmpty() ? NONE : new Extensions(new TreeMap<>(values));
    }

    /**
     * Whether nothing is added.
     *
     * @return whether there is none
     */
    public boolean isEmpty() {
        return values.isEmpty();
    }
}
