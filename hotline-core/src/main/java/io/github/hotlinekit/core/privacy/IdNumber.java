package io.github.hotlinekit.core.privacy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Objects;

/**
 * The number of an identity document (证件号码), of any country. Upper and lower case are equal.
 *
 * <p>The mask keeps the last four characters and nothing of a date of birth: of a number of fifteen,
 * where the fourth last may belong to that date, and of one of five to eight it keeps two; of one of
 * four none.
 */
public final class IdNumber implements PersonalData {

    /** The fewest characters. */
    public static final int MIN_LENGTH = 4;

    /** The most characters. */
    public static final int MAX_LENGTH = 32;

    private final String value;

    private IdNumber(String value) {
        this.value = value;
    }

    /**
     * A number.
     *
     * @param value {@value #MIN_LENGTH} to {@value #MAX_LENGTH} ASCII letters and digits; blanks at the
     *     ends are dropped
     * @return the number
     * @throws IllegalArgumentException if it is not of that form; the message does not hold it
     */
    public static IdNumber of(String value) {
        Objects.requireNonNull(value, "value");
        String stripped = value.strip();
        if (stripped.length() < MIN_LENGTH
                || stripped.length() > MAX_LENGTH
                || !stripped.chars().allMatch(Ascii::isAlphanumeric)) {
            throw new IllegalArgumentException("ID number must be " + MIN_LENGTH + " to " + MAX_LENGTH
                    + " ASCII letters and digits, but was a text of " + stripped.length() + " characters");
        }
        return new IdNumber(stripped);
    }

    @Override
    public PersonalField field() {
        return PersonalField.ID_NUMBER;
    }

    @JsonValue
    @Override
    public String masked() {
        return NumberForms.maskId(value);
    }

    @Override
    public Revealed reveal(RevealRequest request) {
        return new Revealed(value, request.entryFor(field()));
    }

    /** What equality is by, for the package's own searches and keys. */
    String normalized() {
        return value.toUpperCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdNumber that && normalized().equals(that.normalized());
    }

    @Override
    public int hashCode() {
        return normalized().hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }
}
