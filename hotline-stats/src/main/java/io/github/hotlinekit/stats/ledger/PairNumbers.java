package io.github.hotlinekit.stats.ledger;

import java.util.Arrays;

/**
 * Numbers pairs of numbers in the order of their first occurrence: 0, 1, 2 and so on. Pairs of low numbers are found in a
 * table of both, in few steps and without a hash; others by a hash. As long as they are few, that table is also one array, in
 * which a pair is found in one step.
 */
final class PairNumbers {

    /** Numbers below it are low. */
    private static final int LOW = 1 << 10;
    /** The most places of the one array, 128 kB. */
    private static final int FEW = 1 << 15;

    private static final int[] NONE = {};

    private final LongNumbers pairs = new LongNumbers(1, PairNumbers::isLow);
    /** By the two numbers of a low pair: one more than its own. */
    private final int[][] table = new int[LOW][];

    /** The same, as long as all are few. */
    private int[] few = NONE;
    /** How many first numbers have places in it, and how many bits of a place the second takes. */
    private int firsts;

    private int secondBits;
    private boolean areMany;

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
        if (first < firsts && second < 1 << secondBits) {
            int known = few[(first << secondBits) | second];
            if (known != 0) {
                return known - 1;
            }
        }
        return numberOfMany(first, second);
    }

    /**
     * Writes the numbers of some pairs.
     *
     * @param present by pair, whether it is asked for; of one that is not, -1 is written
     */
    void number(int[] first, int[] second, boolean[] present, int size, int[] into) {
        if (areMany || !findFew(first, second, present, size, into)) {
            for (int i = 0; i < size; i++) {
                into[i] = present[i] ? number(first[i], second[i]) : -1;
            }
        }
    }

    /** Whether all are among the few; their numbers are then written. */
    private boolean findFew(int[] first, int[] second, boolean[] present, int size, int[] into) {
        int[] known = few;
        int rows = firsts;
        int columns = 1 << secondBits;
        int bits = secondBits;
        int all = 0;
        for (int i = 0; i < size; i++) {
            int found = first[i] < rows && second[i] < columns ? known[(first[i] << bits) | second[i]] - 1 : -1;
            into[i] = present[i] ? found : -1;
            all |= present[i] ? found : 0;
        }
        return all >= 0;
    }

    private int numberOfMany(int first, int second) {
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
            if (!areMany) {
                rememberAmongFew(first, second, known);
            }
        }
        return known - 1;
    }

    private void rememberAmongFew(int first, int second, int known) {
        if (first >= firsts || second >= 1 << secondBits) {
            int wantedBits = Math.max(secondBits, Integer.SIZE - Integer.numberOfLeadingZeros(second));
            int wanted = Math.max(firsts, first + first / 2 + 1);
            if (wanted << wantedBits > FEW) {
                areMany = true;
                few = NONE;
                firsts = 0;
                return;
            }
            int[] wider = new int[wanted << wantedBits];
            for (int from = 0; from < firsts; from++) {
                System.arraycopy(few, from << secondBits, wider, from << wantedBits, 1 << secondBits);
            }
            few = wider;
            firsts = wanted;
            secondBits = wantedBits;
        }
        few[(first << secondBits) | second] = known;
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
