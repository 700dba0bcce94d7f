package io.github.hotlinekit.core.cases;

/**
 * What the host finds something by: an article, a file. It says nothing of a person.
 *
 * @param value 1 to {@value #MAX_LENGTH} ASCII letters, digits, {@code . - _ :} and {@code /}
 */
public record Reference(String value) implements Comparable<Reference> {

    /** The most characters. */
    public static final int MAX_LENGTH = 200;

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public Reference {
        Checks.code(value, "reference", MAX_LENGTH);
    }

    /**
     * Makes one of a text.
     *
     * @param value the text
     * @return the value
     * @throws IllegalArgumentException if it is not of the form above
     */
    public static Reference of(String value) {
        return new Reference(value);
    }

    @Override
    public int compareTo(Reference other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
