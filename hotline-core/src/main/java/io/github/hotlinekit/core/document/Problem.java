package io.github.hotlinekit.core.document;

import java.util.Objects;

/**
 * One thing wrong with a document: where it stands, what stands there, and what was expected.
 *
 * @param source the document's name, as the caller gave it
 * @param place where in the document
 * @param code a stable code in capitals, such as {@code BAD_DATE}; texts may change, codes do not
 * @param value what stands there, shortened to {@value #MAX_VALUE_LENGTH} characters; empty if nothing does
 * @param expected what would have been right
 */
public record Problem(String source, Place place, String code, String value, String expected) {

    /** The most characters of an offending value that a problem keeps. */
    public static final int MAX_VALUE_LENGTH = 80;

    /** Checks the parts and shortens the value. */
    public Problem {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(expected, "expected");
        value = shortened(Objects.requireNonNull(value, "value"));
    }

    private static String shortened(String value) {
        if (value.length() <= MAX_VALUE_LENGTH) {
            return value;
        }
        int end = MAX_VALUE_LENGTH - 1;
        return value.substring(0, Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /**
     * The problem in one line, such as {@code rules.json: /sections/0/id: DUPLICATE_ID: expected …, but was "a"}.
     */
    @Override
    public String toString() {
        return source + ": " + place + ": " + code + ": expected " + expected
                + (value.isEmpty() ? "" : ", but was \"" + value + "\"");
    }
}
