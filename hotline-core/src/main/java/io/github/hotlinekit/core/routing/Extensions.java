package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.json.JsonPart;
import io.github.hotlinekit.core.json.JsonText;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a host adds to a document for itself. Nothing here is read; it is written back with the same meaning: white space and the order of
 * properties are not kept.
 *
 * @param values names that begin with {@code x-}, and the JSON text that stands there, in {@linkplain
 *     JsonText#canonical(String) canonical form}
 */
public record Extensions(SortedMap<String, String> values) {

    /** Nothing added. */
    public static final Extensions NONE = new Extensions(new TreeMap<>());

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if a name does not begin with {@code x-} or is too long, or a text is no JSON
     *     value
     */
    public Extensions {
        SortedMap<String, String> canonical = new TreeMap<>();
        Objects.requireNonNull(values, "values").forEach((name, json) -> {
            Objects.requireNonNull(json, "json");
            if (!name.startsWith("x-") || name.length() > JsonPart.MAX_NAME) {
                throw new IllegalArgumentException("the name of an extension must begin with x- and be at most "
                        + JsonPart.MAX_NAME + " characters, but was \"" + name + "\"");
            }
            canonical.put(name, JsonText.canonical(json));
        });
        values = Collections.unmodifiableSortedMap(canonical);
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
