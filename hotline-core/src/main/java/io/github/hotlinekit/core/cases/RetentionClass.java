package io.github.hotlinekit.core.cases;

/**
 * How long personal data of a case may be kept, by a name that the retention policy knows.
 *
 * @param value 1 to {@value #MAX_LENGTH} ASCII letters, digits, {@code . - _ :} and {@code /}
 */
public record RetentionClass(String value) implements Comparable<RetentionClass> {

    /** The most characters. */
    public static final int MAX_LENGTH = 64;

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public RetentionClass {
        Checks.code(value, "retention class", MAX_LENGTH);
    }

    /**
     * Makes one of a text.
     *
     * @param value the text
     * @return the value
     * @throws IllegalArgumentException if it is not of the form above
     */
    public static RetentionClass of(String value) {
        return new RetentionClass(value);
    }

    @Override
    public int compareTo(RetentionClass other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
