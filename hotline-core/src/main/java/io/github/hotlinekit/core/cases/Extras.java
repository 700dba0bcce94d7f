package io.github.hotlinekit.core.cases;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a document says beyond what this version knows: properties of a newer writer, kept as they were so
 * that they can be written back. Nothing here is read. Since nobody can tell whether it is personal, its
 * text and its JSON never show a value, views leave it out, and erasure takes it away.
 *
 * @param values a JSON Pointer (RFC 6901) into the event, and the JSON text that stands there
 */
public record Extras(SortedMap<String, String> values) {

    /** Nothing beyond. */
    public static final Extras NONE = new Extras(new TreeMap<>());

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if a pointer does not begin with {@code /}; the message does not hold it
     */
    public Extras {
        Objects.requireNonNull(values, "values");
        for (Map.Entry<String, String> extra : values.entrySet()) {
            Objects.requireNonNull(extra.getValue(), "extra");
            if (!extra.getKey().startsWith("/")) {
                throw new IllegalArgumentException("the pointer of an extra must begin with /, but one of "
                        + extra.getKey().length() + " characters did not");
            }
        }
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

    /** How many there are; never what they say, nor does the JSON of a mapper of the host's own. */
    @JsonValue
    @Override
    public String toString() {
        return values.size() + " extras";
    }
}
