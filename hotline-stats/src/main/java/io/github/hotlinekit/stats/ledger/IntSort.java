package io.github.hotlinekit.stats.ledger;

import java.util.Arrays;

/** Sorts ints of 0 and more by their upper bits, and allocates nothing. */
final class IntSort {

    /** So few are sorted by comparing. */
    private static final int FEW = 1 << 10;

    private static final int MOST_DIGIT_BITS = 11;
    /** How many counters are needed. */
    static final int COUNTERS = 1 << MOST_DIGIT_BITS;

    private IntSort() {}

    /**
     * Sorts the first so many of an array by their bits from one on: those that differ in lower bits alone may come in any
     * order. By digits from the lowest to the highest (radix sort): a step for each int and digit, whatever their order.
     *
     * @param ints the ints, 0 or more; what is in the array afterwards is undefined
     * @param other another array, of at least as many
     * @param counters an array of {@link #COUNTERS}, whatever is in it
     * @param firstBit the lowest bit that counts, 0 to 30
     * @return the one of the two arrays that has them sorted
     */
    static int[] sort(int[] ints, int[] other, int size, int[] counters, int firstBit) {
        if (size < FEW) {
            Arrays.sort(ints, 0, size);
            return ints;
        }
        int all = 0;
        for (int i = 0; i < size; i++) {
            all |= ints[i];
        }
        int bits = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(all) - firstBit);
        int digits = (bits + MOST_DIGIT_BITS - 1) / MOST_DIGIT_BITS;
        if (digits == 0) {
            return ints;
        }
        int digitBits = (bits + digits - 1) / digits;
        int[] from = ints;
        int[] to = other;
        for (int shift = 0; shift < bits; shift += digitBits) {
            place(from, to, size, firstBit + shift, digitBits, counters);
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void place(int[] from, int[] to, int size, int shift, int digitBits, int[] starts) {
        int mask = (1 << digitBits) - 1;
        Arrays.fill(starts, 0, mask + 1, 0);
        for (int i = 0; i < size; i++) {
            starts[(from[i] >>> shift) & mask]++;
        }
        int sum = 0;
        for (int d = 0; d <= mask; d++) {
            int count = starts[d];
            starts[d] = sum;
            sum += count;
        }
        for (int i = 0; i < size; i++) {
            to[starts[(from[i] >>> shift) & mask]++] = from[i];
        }
    }
}
