package io.github.hotlinekit.core.cases;

/**
 * The host's reference to a person on its staff, such as a staff number; never a name.
 *
 * @param value 1 to {@value #MAX_LENGTH} ASCII letters, digits, {@code . - _ :} and {@code /}
 */
public record StaffRef(String value) implements Comparable<StaffRef> {

    /** The most characters. */
    public static final int MAX_LENGTH = 64;

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public StaffRef {
        Checks.code(value, "staff reference", MAX_LENGTH);
    }

    /**
     * Makes one of a text.
     *
     * @param value the text
     * @return the value
     * @throws IllegalArgumentException if it is not of the form above
     */
    public static StaffRef of(String value) {
        return new StaffRef(value);
    }

    @Override
    public int compareTo(StaffRef other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
