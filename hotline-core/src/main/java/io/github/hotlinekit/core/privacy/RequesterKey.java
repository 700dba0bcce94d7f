package io.github.hotlinekit.core.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key by which demands of one person are found without telling who that is: HMAC-SHA256 of a phone
 * or ID number under a secret of the host's.
 *
 * <p>It is never a bare hash. A mobile number has eleven digits, and an ID number little more that is
 * not known: whoever holds a bare hash tries them all out within seconds. With the secret this cannot
 * be done; whoever holds the secret can, so it stays out of the store that has the keys. A key still
 * points at one person: it is personal data, only harder to use.
 *
 * @param value 64 hexadecimal digits in lower case
 */
public record RequesterKey(String value) {

    /** The fewest bytes of a secret. */
    public static final int MIN_SECRET_LENGTH = 16;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 64;

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if it is not of that form; the message does not hold the text
     */
    public RequesterKey {
        Objects.requireNonNull(value, "value");
        if (value.length() != LENGTH || !value.chars().allMatch(c -> Ascii.isDigit(c) || (c >= 'a' && c <= 'f'))) {
            throw new IllegalArgumentException("requester key must be " + LENGTH
                    + " hexadecimal digits in lower case, but was a text of " + value.length() + " characters");
        }
    }

    /**
     * The key of a phone number. Equal numbers have equal keys.
     *
     * @param number the number
     * @param secretKey the host's secret, {@value #MIN_SECRET_LENGTH} bytes at least; it is not kept
     * @return the key
     * @throws IllegalArgumentException if the secret is shorter
     */
    public static RequesterKey of(PhoneNumber number, byte[] secretKey) {
        return of("phone:" + number.normalized(), secretKey);
    }

    /**
     * The key of an ID number. Equal numbers have equal keys; none is that of a phone number.
     *
     * @param number the number
     * @param secretKey the host's secret, {@value #MIN_SECRET_LENGTH} bytes at least; it is not kept
     * @return the key
     * @throws IllegalArgumentException if the secret is shorter
     */
    public static RequesterKey of(IdNumber number, byte[] secretKey) {
        return of("id:" + number.normalized(), secretKey);
    }

    private static RequesterKey of(String message, byte[] secretKey) {
        if (secretKey.length < MIN_SECRET_LENGTH) {
            throw new IllegalArgumentException(
                    "secretKey must be at least " + MIN_SECRET_LENGTH + " bytes, but was " + secretKey.length);
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secretKey, ALGORITHM));
            return new RequesterKey(HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
