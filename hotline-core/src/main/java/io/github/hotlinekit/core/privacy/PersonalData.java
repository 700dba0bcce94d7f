package io.github.hotlinekit.core.privacy;

/**
 * A piece of personal data. Its text ({@code toString}), and its JSON in a mapper of the host's own,
 * are masked; the value is had by {@link #reveal} alone. Two are equal when their values are, whatever
 * their masks.
 *
 * <p>A value that a factory refuses is not in the message of the exception.
 */
public sealed interface PersonalData permits PersonName, PhoneNumber, IdNumber, AddressDetail, FreeText {

    /**
     * Which kind of data it is.
     *
     * @return the kind
     */
    PersonalField field();

    /**
     * What anybody may see.
     *
     * @return the masked form
     */
    String masked();

    /**
     * The value in clear, and the entry that the host writes to its audit trail.
     *
     * @param request who asks, what for, and when
     * @return value and audit entry
     */
    Revealed reveal(RevealRequest request);
}
