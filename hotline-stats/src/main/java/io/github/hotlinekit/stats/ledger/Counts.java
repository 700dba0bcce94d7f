package io.github.hotlinekit.stats.ledger;

import java.util.Arrays;

/**
 * How often each whole number from 0 up occurs, in one array of ints: few numbers take few bytes, and many take one step
 * each. No count exceeds {@link Ledger#MAX_CASES}, so that none overflows. The form depends on the history, what it holds
 * does not: {@link #pairs} is the same for all forms.
 *
 * <p>The first int has the form in its highest two bits. {@link #PAIRS}: how many, then value and count of each, sorted by
 * value. {@link #PACKED}: how many, then value and count of each in one int, sorted. {@link #DENSE}: the counts of 0, 1, 2
 * and so on, each in its place, so that the place is known before the array is looked at.
 */
final class Counts {

    /** Any values, 8 bytes each. */
    static final int PAIRS = 1 << 30;
    /** Values below {@link #PACKED_VALUES} and counts below {@link #PACKED_COUNTS}, 4 bytes each. */
    static final int PACKED = 2 << 30;
    /** All values from 0 to the greatest, 4 bytes each whether they occur or not. */
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
    static int[] dense() {
        return new int[1 + SLACK];
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
            return value + 1 >= counts.length ? 0 : counts[value + 1];
        }
        if (form == PACKED) {
            int at = searchPacked(counts, value);
            return at < 0 ? 0 : counts[at] & (PACKED_COUNTS - 1);
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
            int[] wide = value + 1 < counts.length ? counts : wide(counts, value);
            wide[value + 1] += by;
            return wide;
        }
        return form == PACKED ? addPacked(counts, value, by, most) : addPairs(counts, value, by, most);
    }

    private static int[] addPacked(int[] counts, int value, int by, int most) {
        int at = searchPacked(counts, value);
        int n = rest(counts);
        if (at >= 0) {
            int sum = (counts[at] & (PACKED_COUNTS - 1)) + by;
            if (sum >= PACKED_COUNTS) {
                return add(dense(counts), value, by, most);
            }
            if (sum == 0) {
                System.arraycopy(counts, at + 1, counts, at, n - at);
                counts[0] = PACKED | (n - 1);
            } else {
                counts[at] = (value << COUNT_BITS) | sum;
            }
            return counts;
        }
        if (n == most || by >= PACKED_COUNTS) {
            return add(dense(counts), value, by, most);
        }
        int place = -at - 1;
        int[] wide = n + 1 < counts.length ? counts : Arrays.copyOf(counts, Math.min(most + 1, 2 * n + 1));
        System.arraycopy(counts, place, wide, place + 1, n + 1 - place);
        wide[place] = (value << COUNT_BITS) | by;
        wide[0] = PACKED | (n + 1);
        return wide;
    }

    private static int[] addPairs(int[] counts, int value, int by, int most) {
        int at = searchPairs(counts, value);
        int n = rest(counts);
        if (at >= 0) {
            counts[at + 1] += by;
            if (counts[at + 1] == 0) {
                System.arraycopy(counts, at + 2, counts, at, 2 * n + 1 - (at + 2));
                counts[0] = PAIRS | (n - 1);
            }
            return counts;
        }
        if (n == most) {
            return add(dense(counts), value, by, most);
        }
        int place = -at - 1;
        int[] wide = 2 * n + 3 <= counts.length ? counts : Arrays.copyOf(counts, Math.min(2 * most + 1, 4 * n + 3));
        System.arraycopy(counts, place, wide, place + 2, 2 * n + 1 - place);
        wide[place] = value;
        wide[place + 1] = by;
        wide[0] = PAIRS | (n + 1);
        return wide;
    }

    private static int[] dense(int[] few) {
        int[] pairs = pairs(few);
        int[] dense = wide(dense(), pairs.length == 0 ? 0 : pairs[pairs.length - 2]);
        for (int i = 0; i < pairs.length; i += 2) {
            dense[1 + pairs[i]] = pairs[i + 1];
        }
        return dense;
    }

    /** Makes room for a value, and some more, so that growing is rare. */
    private static int[] wide(int[] counts, int value) {
        return value + 1 < counts.length ? counts : Arrays.copyOf(counts, value + 2 + SLACK + value / 4);
    }

    /** Adds all of another array to one, both dense; the result may be the first. */
    static int[] addDense(int[] counts, int[] more) {
        int[] sum = wide(counts, more.length - 2);
        for (int i = 1; i < more.length; i++) {
            sum[i] += more[i];
        }
        return sum;
    }

    /** The place of a value, or, less 1 and negated, where it would be. */
    private static int searchPacked(int[] counts, int value) {
        int low = 1;
        int high = rest(counts);
        while (low <= high) {
            int middle = (low + high) >>> 1;
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
            int middle = (low + high) >>> 1;
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
                pairs[next++] = counts[i] & (PACKED_COUNTS - 1);
            }
            return pairs;
        }
        for (int i = 1; i < counts.length; i++) {
            if (counts[i] > 0) {
                pairs[next++] = i - 1;
                pairs[next++] = counts[i];
            }
        }
        return pairs;
    }
}
