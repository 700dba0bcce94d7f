package io.github.hotlinekit.stats.ledger;

import java.util.Arrays;

/** From the numbers 0, 1, 2 and so on to ints of 0 and more. */
final class IntsByNumber {

    private static final int FIRST_CAPACITY = 16;

    /** By number: one more than the int; 0 for none. */
    private int[] ints = new int[FIRST_CAPACITY];

    /** The int of a number, or -1. */
    int find(int number) {
        return number < ints.length ? ints[number] - 1 : -1;
    }

    /**
     * Writes the ints of some numbers, or -1.
     *
     * @return whether each has one
     */
    boolean find(int[] numbers, int from, int until, int[] into) {
        int[] known = ints;
        int all = 0;
        for (int i = from; i < until; i++) {
            int found = numbers[i] < known.length ? known[numbers[i]] - 1 : -1;
            into[i] = found;
            all |= found;
        }
        return all >= 0;
    }

    /** Gives a number its int. */
    void put(int number, int value) {
        if (number >= ints.length) {
            ints = Arrays.copyOf(ints, Math.max(number + 1, 2 * ints.length));
        }
        ints[number] = value + 1;
    }
}
