package io.github.hotlinekit.core.privacy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Objects;

/**
 * What a citizen or an official typed or said, which may tell who somebody is. Its masked form has
 * everything masked that {@link TextScanner} finds; what only the host knows, such as names, is masked
 * by {@link #masking}. Its {@code toString} tells the length alone.
 */
public final class FreeText implements PersonalData {

    /** The most characters. */
    public static final int MAX_LENGTH = 20_000;

    private static final String ERASED_MARK = "〔已删除 erased〕";

    /**
     * What stands for a text that was erased. It has no characters, and its masked and its revealed form
     * are a fixed mark, so that it comes back from any store as what it is.
     */
    public static final FreeText ERASED = new FreeText(ERASED_MARK);

    private final String value;

    private FreeText(String value) {
        this.value = value;
    }

    /**
     * A text.
     *
     * @param value at most {@value #MAX_LENGTH} characters without lone surrogates; kept as it is
     * @return the text; {@link #ERASED} for the mark of an erased one
     * @throws IllegalArgumentException if it is not of that form; the message does not hold it
     */
    public static FreeText of(String value) {
        Objects.requireNonNull(value, "value");
        if (value.length() > MAX_LENGTH || Form.hasLoneSurrogate(value)) {
            throw new IllegalArgumentException("text must be at most " + MAX_LENGTH
                    + " characters without lone surrogates, but was a text of " + value.length() + " characters");
        }
        return value.equals(ERASED_MARK) ? ERASED : new FreeText(value);
    }

    /**
     * Whether it stands for a text that was erased.
     *
     * @return whether it does
     */
    public boolean isErased() {
        return value.equals(ERASED_MARK);
    }

    /**
     * How long the text is.
     *
     * @return the number of UTF-16 units, 0 if it was erased
     */
    public int length() {
        return isErased() ? 0 : value.length();
    }

    /**
     * Whether there is nothing but blanks.
     *
     * @return whether the text is empty, blank or erased
     */
    public boolean isBlank() {
        return isErased() || value.isBlank();
    }

    /**
     * The text with every occurrence of known data, and everything the scanner finds, masked. Names and
     * addresses are found with or without blanks, in upper and lower case; the part of an address that
     * its mask hides also on its own; numbers with or without separators, and a landline also without
     * its area code. A number of fewer than seven characters is found only where no other digit or
     * letter touches it. In the text a mask is cut to the length of what it replaces. A text among the
     * known data is not looked for.
     *
     * @param known data of the persons that the text may be about, in any order
     * @return the masked text, not longer than this one
     */
    public FreeText masking(Collection<? extends PersonalData> known) {
        return isErased() ? this : of(TextScanner.mask(value, known));
    }

    /**
     * The text with the same found as by {@link #masking}, and an asterisk for each character of it: neither
     * a surname nor the end of a number is left. For whoever must not learn who somebody is.
     *
     * @param known data of the persons that the text may be about, in any order
     * @return the text without them, not longer than this one; a scan finds nothing in it
     */
    public FreeText withholding(Collection<? extends PersonalData> known) {
        return isErased() ? this : of(TextScanner.withhold(value, known));
    }

    /**
     * What tells who somebody is, and where it stands.
     *
     * @return the findings and the masked text
     */
    public TextScan scan() {
        return TextScanner.scan(value);
    }

    @Override
    public PersonalField field() {
        return PersonalField.TEXT;
    }

    @JsonValue
    @Override
    public String masked() {
        return scan().masked();
    }

    @Override
    public Revealed reveal(RevealRequest request) {
        return new Revealed(value, request.entryFor(field()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FreeText that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The length, never the content. */
    @Override
    public String toString() {
        return isErased() ? "erased text" : "text of " + length() + " characters";
    }
}
