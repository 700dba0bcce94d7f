package io.github.hotlinekit.stats.ledger;

import java.util.Arrays;

/** Sorts ints of 0 and more, without an allocation but for its counters. */
final class IntSort {

    /** So few are sorted by comparing. */
    private static final int FEW = 1 << 10;

    private static final int MOST_DIGIT_BITS = 11;

    private IntSort() {}

    /**
     * Sorts the first so many of an array. By digits from the lowest to the highest (radix sort): a step for each int and
     * digit, whatever their order.
     *
     * @param ints the ints, 0 or more; what is in the array afterwards is undefined
     * @param other another array, of at least as many
     * @return the one of the two arrays that has them sorted
     */
    static int[] sort(int[] ints, int[] other, int size) {
        if (size < FEW) {
            Arrays.sort(ints, 0, size);
            return ints;
        }
        int all = 0;
        for (int i = 0; i < size; i++) {
            all |= ints[i];
        }
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(all);
        int digits = (bits + MOST_DIGIT_BITS - 1) / MOST_DIGIT_BITS;
        if (digits == 0) {
            return ints;
        }
        int digitBits = (bits + digits - 1) / digits;
        int[] starts = new int[1 << digitBits];
        int[] from = ints;
        int[] to = other;
        for (int shift = 0; shift < bits; shift += digitBits) {
            place(from, to, size, shift, starts);
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void place(int[] from, int[] to, int size, int shift, int[] starts) {
        int mask = starts.length - 1;
        Arrays.fill(starts, 0);
        for (int i = 0; i < size; i++) {
            starts[(from[i] >>> shift) & mask]++;
        }
        int sum = 0;
        for (int d = 0; d < starts.length; d++) {
            int count = starts[d];
            starts[d] = sum;
            sum += count;
        }
        for (int i = 0; i < size; i++) {
            to[starts[(from[i] >>> shift) & mask]++] = from[i];
        }
    }
}
