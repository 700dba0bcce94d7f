package io.github.hotlinekit.stats.ledger;

import java.util.Arrays;

/**
 * Numbers pairs of numbers in the order of their first occurrence: 0, 1, 2 and so on. Pairs of low numbers are found in a
 * table of both, in few steps and without a hash; others by a hash.
 */
final class PairNumbers {

    /** Numbers below it are low. */
    private static final int LOW = 1 << 10;

    private final LongNumbers pairs = new LongNumbers(1, PairNumbers::isLow);
    /** By the two numbers of a low pair: one more than its own. */
    private final int[][] table = new int[LOW][];

    private static boolean isLow(long pair) {
        return firstOf(pair) < LOW && secondOf(pair) < LOW;
    }

    private static long pair(int first, int second) {
        return ((long) first << Integer.SIZE) | second;
    }

    private static int firstOf(long pair) {
        return (int) (pair >>> Integer.SIZE);
    }

    private static int secondOf(long pair) {
        return (int) pair;
    }

    /** The number of a pair of two numbers of 0 or more, a new one if it is new. */
    int number(int first, int second) {
        if (first >= LOW || second >= LOW) {
            return pairs.number(pair(first, second));
        }
        int[] row = table[first];
        if (row == null || second >= row.length) {
            row = row == null ? new int[second + 1] : Arrays.copyOf(row, Math.min(LOW, second + second / 2 + 1));
            table[first] = row;
        }
        int known = row[second];
        if (known == 0) {
            known = 1 + pairs.append(pair(first, second));
            row[second] = known;
        }
        return known - 1;
    }

    /** The first of the pair of a number. */
    int first(int number) {
        return firstOf(pairs.of(number));
    }

    /** The second. */
    int second(int number) {
        return secondOf(pairs.of(number));
    }

    int size() {
        return pairs.size();
    }
}
