package io.github.hotlinekit.core.cases;

/**
 * The number of a case (工单编号), as the citizen is told it.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters without blanks at the ends and without control characters
 */
public record CaseNumber(String value) implements Comparable<CaseNumber> {

    /** The most characters. */
    public static final int MAX_LENGTH = 64;

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if it is not of that form; the message does not hold it, since a
     *     document with its columns mixed up has a name or phone number here
     */
    public CaseNumber {
        Checks.plain(value, "case number", MAX_LENGTH);
    }

    /**
     * A number.
     *
     * @param value the number's text
     * @return the number
     * @throws IllegalArgumentException if it is not of the form above
     */
    public static CaseNumber of(String value) {
        return new CaseNumber(value);
    }

    @Override
    public int compareTo(CaseNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
