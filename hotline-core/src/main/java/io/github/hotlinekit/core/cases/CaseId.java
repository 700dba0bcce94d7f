package io.github.hotlinekit.core.cases;

/**
 * The id of a case in the host's storage; citizens are told its {@link CaseNumber}.
 *
 * @param value 1 to {@value #MAX_LENGTH} ASCII letters, digits, {@code . - _ :} and {@code /}
 */
public record CaseId(String value) implements Comparable<CaseId> {

    /** The most characters. */
    public static final int MAX_LENGTH = 64;

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public CaseId {
        Checks.code(value, "case id", MAX_LENGTH);
    }

    /**
     * Makes one of a text.
     *
     * @param value the text
     * @return the value
     * @throws IllegalArgumentException if it is not of the form above
     */
    public static CaseId of(String value) {
        return new CaseId(value);
    }

    @Override
    public int compareTo(CaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
