package io.github.hotlinekit.stats.ledger;

import java.util.Arrays;

/**
 * How often each whole number from 0 up occurs, in one array of ints, so that a cell with few values takes few bytes and
 * one with many takes one step a value. No count exceeds {@link Ledger#MAX_CASES}, so that none overflows.
 *
 * <p>Few: {@code [-n, v1, c1, ..., vn, cn]}, sorted by value. Many: {@code [base, c(base), c(base + 1), ...]}.
 */
final class Counts {

    private static final int[] EMPTY = {0};
    private static final int SLACK = 32;

    private Counts() {}

    /** Counts of nothing, in the form for few; never changed in place. */
    static int[] none() {
        return EMPTY.clone();
    }

    /** Counts of nothing, in the form for many. */
    static int[] manyFrom(int base) {
        int[] many = new int[1 + SLACK];
        many[0] = base;
        return many;
    }

    static boolean isFew(int[] counts) {
        return counts[0] < 0 || counts.length == 1;
    }

    /** How many values occur. */
    static int distinct(int[] counts) {
        if (isFew(counts)) {
            return -counts[0];
        }
        int distinct = 0;
        for (int i = 1; i < counts.length; i++) {
            distinct += counts[i] > 0 ? 1 : 0;
        }
        return distinct;
    }

    static int get(int[] counts, int value) {
        if (isFew(counts)) {
            int at = search(counts, value);
            return at < 0 ? 0 : counts[at + 1];
        }
        int i = value - counts[0] + 1;
        return i < 1 || i >= counts.length ? 0 : counts[i];
    }

    /**
     * Adds to a count; the result may be the same array.
     *
     * @param few how many values are few
     */
    static int[] add(int[] counts, int value, int by, int few) {
        if (isFew(counts)) {
            return addFew(counts, value, by, few);
        }
        int i = value - counts[0] + 1;
        if (i >= 1 && i < counts.length) {
            counts[i] += by;
            return counts;
        }
        return addBeyond(counts, value, by);
    }

    /** Adds all of another array to one, both in the form for many; the result may be the first. */
    static int[] addMany(int[] counts, int[] more) {
        int[] sum = counts;
        int first = more[0];
        int last = more[0] + more.length - 2;
        if (first < sum[0]) {
            sum = addBeyond(sum, first, 0);
        }
        if (last > sum[0] + sum.length - 2) {
            sum = addBeyond(sum, last, 0);
        }
        int shift = more[0] - sum[0];
        for (int i = 1; i < more.length; i++) {
            sum[i + shift] += more[i];
        }
        return sum;
    }

    private static int[] addFew(int[] counts, int value, int by, int few) {
        int at = search(counts, value);
        int n = -counts[0];
        if (at >= 0) {
            counts[at + 1] += by;
            if (counts[at + 1] != 0) {
                return counts;
            }
            System.arraycopy(counts, at + 2, counts, at, 2 * n + 1 - (at + 2));
            counts[0] = -(n - 1);
            return n == 1 ? none() : counts;
        }
        if (n == few) {
            return add(many(counts), value, by, few);
        }
        int[] target = counts;
        if (2 * n + 3 > counts.length) {
            target = Arrays.copyOf(counts, Math.min(2 * few + 1, Math.max(5, 1 + 4 * n)));
        }
        int place = -at - 1;
        System.arraycopy(counts, place, target, place + 2, 2 * n + 1 - place);
        target[place] = value;
        target[place + 1] = by;
        target[0] = -(n + 1);
        return target;
    }

    private static int[] many(int[] few) {
        int n = -few[0];
        int base = few[1];
        int[] many = new int[1 + few[2 * n - 1] - base + 1 + SLACK];
        many[0] = base;
        for (int i = 0; i < n; i++) {
            many[1 + few[1 + 2 * i] - base] = few[2 + 2 * i];
        }
        return many;
    }

    private static int[] addBeyond(int[] counts, int value, int by) {
        int base = counts[0];
        int newBase = value < base ? Math.max(0, value - SLACK) : base;
        int end = Math.max(base + counts.length - 1, value + 1 + SLACK);
        int[] wider = new int[1 + end - newBase];
        wider[0] = newBase;
        System.arraycopy(counts, 1, wider, 1 + base - newBase, counts.length - 1);
        wider[1 + value - newBase] += by;
        return wider;
    }

    /** The place of a value in the form for few, or, less 1 and negated, where it would be. */
    private static int search(int[] counts, int value) {
        int low = 0;
        int high = -counts[0] - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int there = counts[1 + 2 * middle];
            if (there < value) {
                low = middle + 1;
            } else if (there > value) {
                high = middle - 1;
            } else {
                return 1 + 2 * middle;
            }
        }
        return -(1 + 2 * low) - 1;
    }

    /** The values that occur with their counts, sorted: {@code [v1, c1, v2, c2, ...]}. The same for all forms. */
    static int[] pairs(int[] counts) {
        if (isFew(counts)) {
            return Arrays.copyOfRange(counts, 1, 1 - 2 * counts[0]);
        }
        int[] pairs = new int[2 * distinct(counts)];
        int next = 0;
        for (int i = 1; i < counts.length; i++) {
            if (counts[i] > 0) {
                pairs[next++] = counts[0] + i - 1;
                pairs[next++] = counts[i];
            }
        }
        return pairs;
    }
}
