package io.github.hotlinekit.core.privacy;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An address down to house and room (详细地址). The mask keeps it down to the last area, community,
 * estate or road before the first number or mark of a house, building or room, and has {@code **} for
 * the rest ({@code 石狮市湖滨街道玉湖社区**}). It holds no digit; where no such name comes first it is {@code **}.
 */
public final class AddressDetail implements PersonalData {

    /** The most characters. */
    public static final int MAX_LENGTH = 500;

    private final String value;

    private AddressDetail(String value) {
        this.value = value;
    }

    /**
     * An address.
     *
     * @param value 1 to {@value #MAX_LENGTH} characters without control characters; blanks at the ends
     *     are dropped
     * @return the address
     * @throws IllegalArgumentException if it is not of that form; the message does not hold it
     */
    public static AddressDetail of(String value) {
        return new AddressDetail(Form.line("address", value, MAX_LENGTH));
    }

    @Override
    public PersonalField field() {
        return PersonalField.ADDRESS;
    }

    @JsonValue
    @Override
    public String masked() {
        int kept = AddressForm.publicLength(value);
        return kept == value.length() ? value : value.substring(0, kept) + "**";
    }

    @Override
    public Revealed reveal(RevealRequest request) {
        return new Revealed(value, request.entryFor(field()));
    }

    /** The value, for the package's own search for it in texts. */
    String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressDetail that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }
}
