package io.github.hotlinekit.core.privacy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Objects;

/**
 * A telephone number (电话). Numbers that differ only in separators, in the width of their digits, or
 * in the country code of China before a mobile number are equal.
 *
 * <p>The mask of a mobile number is {@code 138****1234}; that of a landline keeps the area code and
 * the last two digits ({@code 0595-******34}); that of any other keeps the last two, and of one with
 * at most four digits nothing.
 */
public final class PhoneNumber implements PersonalData {

    /** The most characters, separators included. */
    public static final int MAX_LENGTH = 40;

    private static final int MIN_DIGITS = 3;
    private static final int MAX_DIGITS = 20;

    private final String value;
    private final String normalized;

    private PhoneNumber(String value, String normalized) {
        this.value = value;
        this.normalized = normalized;
    }

    /**
     * A number.
     *
     * @param value {@value #MAX_LENGTH} characters at most, with 3 to 20 digits, which may be full-width; blanks, dashes
     *     and parentheses may stand anywhere, and one {@code +} before the first digit
     * @return the number
     * @throws IllegalArgumentException if it is not of that form; the message does not hold it
     */
    public static PhoneNumber of(String value) {
        Objects.requireNonNull(value, "value");
        String stripped = value.strip();
        if (stripped.length() > MAX_LENGTH) {
            throw refused("was a text of " + stripped.length() + " characters");
        }
        String normal = Normalizer.normalize(stripped, Normalizer.Form.NFKC);
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (Ascii.isDigit(c) || (c == '+' && digits.isEmpty())) {
                digits.append(c);
            } else if (!Symbols.isJoiner(c)) {
                throw refused("was a text of " + stripped.length() + " characters with others than these");
            }
        }
        String number = digits.toString();
        int count = number.length() - (number.startsWith("+") ? 1 : 0);
        if (count < MIN_DIGITS || count > MAX_DIGITS) {
            throw refused("had " + count + " digits");
        }
        return new PhoneNumber(stripped, NumberForms.withoutCountryCode(number));
    }

    private static IllegalArgumentException refused(String but) {
        return new IllegalArgumentException("phone number must be at most " + MAX_LENGTH + " characters with "
                + MIN_DIGITS + " to " + MAX_DIGITS
                + " digits, blanks, dashes, parentheses and one + before the first digit, but " + but);
    }

    @Override
    public PersonalField field() {
        return PersonalField.PHONE;
    }

    @JsonValue
    @Override
    public String masked() {
        return NumberForms.maskPhone(normalized);
    }

    @Override
    public Revealed reveal(RevealRequest request) {
        return new Revealed(value, request.entryFor(field()));
    }

    /** What equality is by, for the package's own searches and keys: digits, perhaps after a +. */
    String normalized() {
        return normalized;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhoneNumber that && normalized.equals(that.normalized);
    }

    @Override
    public int hashCode() {
        return normalized.hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }
}
