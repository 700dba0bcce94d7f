package io.github.hotlinekit.core.cases;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a document says beyond what this version knows: properties of a newer writer, kept as they were so
 * that they can be written back. Nothing here is read. Since nobody can tell whether it is personal, its
 * text never shows a value, views leave it out, and erasure takes it away.
 *
 * @param values a JSON Pointer (RFC 6901) into the event, and the JSON text that stands there
 */
public record Extras(SortedMap<String, String> values) {

    /** Nothing beyond. */
    public static final Extras NONE = new Extras(new TreeMap<>());

    /** Checks and copies the parts. */
    public Extras {
        Objects.requireNonNull(values, "values");
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /**
     * Extras of pointers and JSON texts.
     *
     * @param values the texts by their pointers
     * @return the extras
     */
    public static Extras of(Map<String, String> values) {
        return values.isEmpty() ? NONE : new Extras(new TreeMap<>(values));
    }

    /**
     * Whether there is nothing beyond.
     *
     * @return whether there is none
     */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** How many there are; never what they say. */
    @Override
    public String toString() {
        return values.size() + " extras";
    }
}
