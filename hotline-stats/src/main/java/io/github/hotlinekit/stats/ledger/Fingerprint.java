package io.github.hotlinekit.stats.ledger;

import java.util.HexFormat;

/**
 * Which cases were counted, in 128 bits: the sum of the hashes of their numbers and revisions, modulo 2^128. The order plays
 * no part, and two cells that counted the same cases have the same one. Two that did not have different ones but by a
 * chance of about 1 in 2^128; it is no proof against somebody who makes up case numbers to that end.
 *
 * @param high the upper half
 * @param low the lower half
 */
public record Fingerprint(long high, long low) {

    /** The fingerprint of no cases. */
    public static final Fingerprint NONE = new Fingerprint(0, 0);

    /**
     * The fingerprint of the cases of two cells.
     *
     * @param other that of the other cell
     * @return the sum
     */
    public Fingerprint plus(Fingerprint other) {
        long sum = low + other.low;
        return new Fingerprint(high + other.high + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0), sum);
    }

    /** 32 hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
