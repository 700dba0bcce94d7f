package io.github.hotlinekit.core.cases;

/**
 * A tag of a case.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters without blanks at the ends and without control characters
 */
public record Tag(String value) implements Comparable<Tag> {

    /** The most characters. */
    public static final int MAX_LENGTH = 64;

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public Tag {
        Checks.plain(value, "tag", MAX_LENGTH);
    }

    /**
     * Makes one of a text.
     *
     * @param value the text
     * @return the value
     * @throws IllegalArgumentException if it is not of the form above
     */
    public static Tag of(String value) {
        return new Tag(value);
    }

    @Override
    public int compareTo(Tag other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
