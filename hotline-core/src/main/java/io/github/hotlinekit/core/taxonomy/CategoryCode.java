package io.github.hotlinekit.core.taxonomy;

import java.util.Objects;
import java.util.Optional;

/**
 * The code of a category: two digits a level, joined by dots, such as {@code 03.02.05}.
 *
 * @param value the code, of 1 to {@value #MAX_DEPTH} levels
 */
public record CategoryCode(String value) implements Comparable<CategoryCode> {

    /** The most levels. */
    public static final int MAX_DEPTH = 8;

    static final String EXPECTED = "two digits a level joined by dots, such as 03.02.05";

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if it is not two digits a level joined by dots
     */
    public CategoryCode {
        Objects.requireNonNull(value, "value");
        if (!isValid(value)) {
            throw new IllegalArgumentException("category code must be " + EXPECTED + ", but was \"" + value + "\"");
        }
    }

    /**
     * A code.
     *
     * @param value such as {@code 03.02.05}
     * @return the code
     * @throws IllegalArgumentException if it is not of that form
     */
    public static CategoryCode of(String value) {
        return new CategoryCode(value);
    }

    /** The code that a text is, if it is one. */
    static Optional<CategoryCode> find(String text) {
        return isValid(text) ? Optional.of(new CategoryCode(text)) : Optional.empty();
    }

    private static boolean isValid(String value) {
        int length = value.length();
        if (length % 3 != 2 || length > MAX_DEPTH * 3 - 1) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (i % 3 == 2 ? c != '.' : c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    /**
     * The number of levels.
     *
     * @return 1 for a top class, and so on
     */
    public int depth() {
        return (value.length() + 1) / 3;
    }

    /**
     * Whether this is the given category or below it.
     *
     * @param ancestor the category that may contain this one
     * @return whether it does
     */
    public boolean isWithin(CategoryCode ancestor) {
        String above = ancestor.value;
        return value.startsWith(above) && (value.length() == above.length() || value.charAt(above.length()) == '.');
    }

    /**
     * The ancestor at a depth, or this code where it is no deeper.
     *
     * @param depth from 1
     * @return the ancestor
     * @throws IllegalArgumentException if depth is below 1
     */
    public CategoryCode atDepth(int depth) {
        if (depth < 1) {
            throw new IllegalArgumentException("depth must be at least 1, but was " + depth);
        }
        return depth >= depth() ? this : new CategoryCode(value.substring(0, depth * 3 - 1));
    }

    /**
     * The category directly above.
     *
     * @return its code; empty for a top class
     */
    public Optional<CategoryCode> parent() {
        return depth() == 1 ? Optional.empty() : Optional.of(atDepth(depth() - 1));
    }

    @Override
    public int compareTo(CategoryCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
