package io.github.hotlinekit.stats.ledger;

import java.util.Arrays;

/** What number each value of another ledger has here; no two have the same. */
final class Renumbering {

    private static final int BYTES = 1 << Byte.SIZE;
    private static final int BYTE = BYTES - 1;

    private final int[] numbers;
    private final int greatest;
    /** The lowest byte of each number of a value that fits into a byte. */
    private final byte[] bytes = new byte[BYTES];

    /**
     * Keeps the numbers.
     *
     * @param numbers by value; not changed from now on
     */
    Renumbering(int[] numbers) {
        this.numbers = numbers;
        this.greatest = Arrays.stream(numbers).max().orElse(0);
        for (int value = 0; value < Math.min(BYTES, numbers.length); value++) {
            bytes[value] = (byte) numbers[value];
        }
    }

    int of(int value) {
        return numbers[value];
    }

    /** The numbers of four values in the bytes of an int, if all numbers fit into a byte; of what is no value, anything. */
    int ofBytes(int four) {
        return (bytes[four & BYTE] & BYTE)
                | (bytes[(four >>> 8) & BYTE] & BYTE) << 8
                | (bytes[(four >>> 16) & BYTE] & BYTE) << 16
                | bytes[four >>> 24] << 24;
    }

    /** Whether all numbers are below a limit. */
    boolean isBelow(int limit) {
        return greatest < limit;
    }
}
