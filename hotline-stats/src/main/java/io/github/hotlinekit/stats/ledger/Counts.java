package io.github.hotlinekit.stats.ledger;

import java.util.Arrays;

/**
 * How often each whole number from 0 up occurs, in one array of ints: few numbers take few bytes, and many take one step
 * each. No count exceeds {@link Ledger#MAX_CASES}, so that none overflows. The form depends on the history, what it holds
 * does not: {@link #pairs} is the same for all forms.
 *
 * <p>The first int has the form in its highest two bits. {@link #PAIRS}: how many, then value and count of each, sorted by
 * value. {@link #PACKED}: how many, then value and count of each in one int, sorted. {@link #DENSE}: the first value,
 * then the count of it and of each that follows.
 */
final class Counts {

    /** Any values, 8 bytes each. */
    static final int PAIRS = 1 << 30;
    /** Values below {@link #PACKED_VALUES} and counts below {@link #PACKED_COUNTS}, 4 bytes each. */
    static final int PACKED = 2 << 30;
    /** A range of values, 4 bytes each whether they occur or not. */
    static final int DENSE = 0;

    static final int PACKED_VALUES = 1 << 11;
    static final int PACKED_COUNTS = 1 << 21;
    private static final int COUNT_BITS = 21;
    private static final int REST = (1 << 30) - 1;
    private static final int SLACK = 16;
    private static final int FIRST_CAPACITY = 4;

    private Counts() {}

    /** Counts of nothing, in a form for few. */
    static int[] few(int form) {
        int[] none = new int[1 + FIRST_CAPACITY];
        none[0] = form;
        return none;
    }

    /** Counts of nothing, in the form for many. */
    static int[] dense(int base) {
        int[] dense = new int[1 + SLACK];
        dense[0] = base;
        return dense;
    }

    static boolean isDense(int[] counts) {
        return counts[0] >>> 30 == 0;
    }

    private static int form(int[] counts) {
        return counts[0] & ~REST;
    }

    private static int rest(int[] counts) {
        return counts[0] & REST;
    }

    /** How many values occur. */
    static int distinct(int[] counts) {
        if (!isDense(counts)) {
            return rest(counts);
        }
        int distinct = 0;
        for (int i = 1; i < counts.length; i++) {
            distinct += counts[i] > 0 ? 1 : 0;
        }
        return distinct;
    }

    static int get(int[] counts, int value) {
        int form = form(counts);
        if (form == DENSE) {
            int i = value - counts[0] + 1;
            return i < 1 || i >= counts.length ? 0 : counts[i];
        }
        if (form == PACKED) {
            int at = searchPacked(counts, value);
            return at < 0 ? 0 : counts[at] & PACKED_COUNTS - 1;
        }
        int at = searchPairs(counts, value);
        return at < 0 ? 0 : counts[at + 1];
    }

    /**
     * Adds to a count; the result may be the same array.
     *
     * @param most how many values a form for few may have
     */
    static int[] add(int[] counts, int value, int by, int most) {
        int form = form(counts);
        if (form == DENSE) {
            int i = value - counts[0] + 1;
            if (i >= 1 && i < counts.length) {
                counts[i] += by;
                return counts;
            }
            return addBeyond(counts, value, by);
        }
        return form == PACKED ? addPacked(counts, value, by, most) : addPairs(counts, value, by, most);
    }

    private static int[] addPacked(int[] counts, int value, int by, int most) {
        int at = searchPacked(counts, value);
        int n = rest(counts);
        if (at >= 0) {
            int sum = (counts[at] & PACKED_COUNTS - 1) + by;
            if (sum >= PACKED_COUNTS) {
                return add(dense(counts), value, by, most);
            }
            if (sum == 0) {
                System.arraycopy(counts, at + 1, counts, at, n - at);
                counts[0] = PACKED | n - 1;
            } else {
                counts[at] = value << COUNT_BITS | sum;
            }
            return counts;
        }
        if (n == most || by >= PACKED_COUNTS) {
            return add(dense(counts), value, by, most);
        }
        int place = -at - 1;
        int[] wide = n + 1 < counts.length ? counts : Arrays.copyOf(counts, Math.min(most + 1, 2 * n + 1));
        System.arraycopy(counts, place, wide, place + 1, n + 1 - place);
        wide[place] = value << COUNT_BITS | by;
        wide[0] = PACKED | n + 1;
        return wide;
    }

    private static int[] addPairs(int[] counts, int value, int by, int most) {
        int at = searchPairs(counts, value);
        int n = rest(counts);
        if (at >= 0) {
            counts[at + 1] += by;
            if (counts[at + 1] == 0) {
                System.arraycopy(counts, at + 2, counts, at, 2 * n + 1 - (at + 2));
                counts[0] = PAIRS | n - 1;
            }
            return counts;
        }
        if (n == most) {
            return add(dense(counts), value, by, most);
        }
        int place = -at - 1;
        int[] wide =
                2 * n + 3 <= counts.length ? counts : Arrays.copyOf(counts, Math.min(2 * most + 1, 4 * n + 3));
        System.arraycopy(counts, place, wide, place + 2, 2 * n + 1 - place);
        wide[place] = value;
        wide[place + 1] = by;
        wide[0] = PAIRS | n + 1;
        return wide;
    }

    private static int[] dense(int[] few) {
        int[] pairs = pairs(few);
        if (pairs.length == 0) {
            return dense(0);
        }
        int base = pairs[0];
        int[] dense = new int[1 + pairs[pairs.length - 2] - base + 1];
        dense[0] = base;
        for (int i = 0; i < pairs.length; i += 2) {
            dense[1 + pairs[i] - base] = pairs[i + 1];
        }
        return dense;
    }

    /** Makes room for a value, and as much again, so that growing is rare. */
    private static int[] addBeyond(int[] counts, int value, int by) {
        int base = counts[0];
        int span = counts.length - 1;
        int slack = Math.max(SLACK, span / 2);
        int newBase = value < base ? Math.max(0, value - slack) : base;
        int end = value < base + span ? base + span : value + 1 + slack;
        int[] wider = new int[1 + end - newBase];
        wider[0] = newBase;
        System.arraycopy(counts, 1, wider, 1 + base - newBase, span);
        wider[1 + value - newBase] += by;
        return wider;
    }

    /** Adds all of another array to one, both dense; the result may be the first. */
    static int[] addDense(int[] counts, int[] more) {
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

    /** The place of a value, or, less 1 and negated, where it would be. */
    private static int searchPacked(int[] counts, int value) {
        int low = 1;
        int high = rest(counts);
        while (low <= high) {
            int middle = low + high >>> 1;
            int there = counts[middle] >>> COUNT_BITS;
            if (there < value) {
                low = middle + 1;
            } else if (there > value) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -low - 1;
    }

    private static int searchPairs(int[] counts, int value) {
        int low = 0;
        int high = rest(counts) - 1;
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

    /** The values that occur with their counts, sorted: {@code [v1, c1, v2, c2, ...]}. */
    static int[] pairs(int[] counts) {
        int form = form(counts);
        if (form == PAIRS) {
            return Arrays.copyOfRange(counts, 1, 1 + 2 * rest(counts));
        }
        int[] pairs = new int[2 * distinct(counts)];
        int next = 0;
        if (form == PACKED) {
            for (int i = 1; i <= rest(counts); i++) {
                pairs[next++] = counts[i] >>> COUNT_BITS;
                pairs[next++] = counts[i] & PACKED_COUNTS - 1;
            }
            return pairs;
        }
        for (int i = 1; i < counts.length; i++) {
            if (counts[i] > 0) {
                pairs[next++] = counts[0] + i - 1;
                pairs[next++] = counts[i];
            }
        }
        return pairs;
    }
}
