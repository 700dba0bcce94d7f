package io.github.hotlinekit.stats.ledger;

import java.util.Arrays;

/**
 * A slice with all that a cell of few cases has counted: each class and each time by itself, in no order, two bytes each,
 * whose upper bits tell of what series it is. Nothing is looked for when one more comes, and two cells are added up by
 * writing one after the other; they are put in order when they are read, or when there are too many. What a cell has counted
 * is thus at one place in memory, where several series would be at as many.
 */
final class Occurrences {

    /**
     * So many at most for the classes, and as many for each measure, less two for the head of the slice: to count what occurs
     * again and again takes less.
     */
    private static final int MOST_CASES = 32;

    private static final int BITS = Character.SIZE;
    private static final int MASK = (1 << BITS) - 1;
    /** So many numbers there are for what occurs: any may lie behind the last, and is then looked up too. */
    private static final int ALL = 1 << BITS;

    private static final int BINS = 1 + Bins.of(Integer.MAX_VALUE);

    /**
     * So many ints are copied at once, whether there are as many or not: where a loop over single ones ends is another place
     * each time, which no processor foresees. What is behind is then read and written too, for which a pool keeps
     * {@linkplain IntPool#SPARE room}.
     */
    private static final int STEP = 4;

    private final int series;
    /** Of one that occurs, those that its value takes. */
    private final int valueBits;

    private final int most;

    /**
     * Occurrences of some series.
     *
     * @param sides how many there are besides that of the classes; of {@linkplain #suits not too many}
     */
    Occurrences(int sides) {
        this.series = 1 + sides;
        this.valueBits = valueBits(sides);
        this.most = MOST_CASES * (1 + sides / 2) - 2;
    }

    private static int valueBits(int sides) {
        return BITS - (Integer.SIZE - Integer.numberOfLeadingZeros(sides));
    }

    /** Whether each bin of times of so many sides has a number. */
    static boolean suits(int sides) {
        return BINS <= 1 << valueBits(sides);
    }

    /** Whether a slice with some head is one: no other form has the highest bit. */
    static boolean isHead(int head) {
        return head < 0;
    }

    /** All values are below. */
    int values() {
        return 1 << valueBits;
    }

    /** How many ints the sum of two takes at most. */
    int mostInts() {
        return 1 + ints(2 * most);
    }

    /** How many ints some take. */
    private static int ints(int n) {
        return (n + 1) >>> 1;
    }

    /** One that occurs: its series and its value. */
    static int get(int[] ints, int at, int i) {
        return (ints[at + 1 + (i >>> 1)] >>> ((i & 1) * BITS)) & MASK;
    }

    int seriesOf(int occurrence) {
        return occurrence >>> valueBits;
    }

    int valueOf(int occurrence) {
        return occurrence & (values() - 1);
    }

    private int of(int ofSeries, int value) {
        return (ofSeries << valueBits) | value;
    }

    /** Whether there are too many. */
    boolean areMany(int[] ints, int at) {
        return count(ints, at) > most;
    }

    /** Whether a value may be added, or taken out, so often. */
    boolean hasRoom(int[] ints, int at, int value, int by) {
        return value < values() && by <= most - count(ints, at);
    }

    /** How many there are. */
    private static int count(int[] ints, int at) {
        return at == IntPool.NONE ? 0 : Slice.values(ints[at]);
    }

    /**
     * Adds a value some times, for which there is {@linkplain #hasRoom room}, or takes out as many that are there.
     *
     * @param at the slice; none for nothing yet
     * @return where the slice is now
     */
    int add(IntPool pool, int at, int ofSeries, int value, int by) {
        int occurrence = of(ofSeries, value);
        for (int i = 0; i > by; i--) {
            remove(pool.ints(), at, occurrence);
        }
        int there = at;
        for (int i = 0; i < by; i++) {
            there = append(pool, there, occurrence);
        }
        return there;
    }

    private static int append(IntPool pool, int at, int occurrence) {
        if (at == IntPool.NONE) {
            int fresh = Slice.take(pool, Slice.EACH, 0, 1);
            pool.ints()[fresh + 1] = occurrence;
            return fresh;
        }
        int n = Slice.values(pool.ints()[at]);
        int there = Slice.withRoom(pool, at, 1 + ints(n + 1));
        int[] ints = pool.ints();
        int place = there + 1 + (n >>> 1);
        ints[place] = (n & 1) == 0 ? occurrence : (ints[place] & MASK) | (occurrence << BITS);
        ints[there]++;
        return there;
    }

    private static void remove(int[] ints, int at, int occurrence) {
        int last = count(ints, at) - 1;
        int i = last;
        while (i >= 0 && get(ints, at, i) != occurrence) {
            i--;
        }
        if (i < 0) {
            throw new IllegalStateException("a value that is not there cannot be taken out");
        }
        ints[at + 1 + (i >>> 1)] ^= (occurrence ^ get(ints, at, last)) << ((i & 1) * BITS);
        ints[at]--;
    }

    /** How often a value occurs. */
    int count(int[] ints, int at, int ofSeries, int value) {
        int found = 0;
        if (value < values()) {
            for (int i = 0; i < count(ints, at); i++) {
                found += get(ints, at, i) == of(ofSeries, value) ? 1 : 0;
            }
        }
        return found;
    }

    /**
     * For each of another table, what it is here.
     *
     * @param classes all below {@link #values}
     */
    char[] numbers(Renumbering classes) {
        char[] numbers = new char[ALL];
        for (int ofClass = 0; ofClass < classes.size(); ofClass++) {
            numbers[ofClass] = (char) classes.of(ofClass);
        }
        for (int side = 1; side < series; side++) {
            for (int bin = 0; bin < BINS; bin++) {
                numbers[of(side, bin)] = (char) of(side, bin);
            }
        }
        return numbers;
    }

    /**
     * Writes those of two slices at the end of a pool; either may be none. There may be more than {@link #most} then, but
     * not for long.
     *
     * @param numbers for each of the second, what it is here
     * @return where they are
     */
    static int sum(IntPool to, int[] list, int at, int[] more, int other, char[] numbers) {
        int n = count(list, at);
        int m = count(more, other);
        int fresh = to.reserve(1 + ints(n + m));
        int[] ints = to.ints();
        copy(list, at + 1, ints, fresh + 1, ints(n));
        append(ints, fresh + 1, n, more, other + 1, ints(m), numbers);
        int sizeClass = IntPool.classOf(1 + ints(n + m));
        ints[fresh] = Slice.head(Slice.EACH, sizeClass, n + m);
        to.takeReserved(sizeClass);
        return fresh;
    }

    // Steps are written out: a loop in them would not be unrolled.

    /** Copies some ints, and up to a step more. */
    private static void copy(int[] from, int at, int[] into, int first, int n) {
        int i = 0;
        do {
            into[first + i] = from[at + i];
            into[first + i + 1] = from[at + i + 1];
            into[first + i + 2] = from[at + i + 2];
            into[first + i + 3] = from[at + i + 3];
            i += STEP;
        } while (i < n);
    }

    /** Writes some ints of two each behind the first n, up to a step more, and what of the last is left over. */
    private static void append(int[] ints, int first, int n, int[] more, int other, int count, char[] numbers) {
        int offset = (n & 1) * BITS;
        int place = first + (n >>> 1);
        long carry = ints[place] & ((1 << offset) - 1);
        int i = 0;
        do {
            carry |= next(more[other + i], numbers) << offset;
            ints[place + i] = (int) carry;
            carry = (carry >>> Integer.SIZE) | next(more[other + i + 1], numbers) << offset;
            ints[place + i + 1] = (int) carry;
            carry = (carry >>> Integer.SIZE) | next(more[other + i + 2], numbers) << offset;
            ints[place + i + 2] = (int) carry;
            carry = (carry >>> Integer.SIZE) | next(more[other + i + 3], numbers) << offset;
            ints[place + i + 3] = (int) carry;
            carry >>>= Integer.SIZE;
            i += STEP;
        } while (i < count);
        ints[place + i] = (int) carry;
    }

    private static long next(int two, char[] numbers) {
        return numbers[two & MASK] | (long) numbers[two >>> BITS] << BITS;
    }

    /** By series: the values that occur with their counts, sorted: {@code [v1, c1, v2, c2, ...]}. */
    int[][] pairs(int[] ints, int at) {
        int[] all = new int[count(ints, at)];
        for (int i = 0; i < all.length; i++) {
            all[i] = get(ints, at, i);
        }
        Arrays.sort(all);
        int[][] pairs = new int[series][];
        int from = 0;
        for (int s = 0; s < series; s++) {
            int until = from;
            int distinct = 0;
            while (until < all.length && seriesOf(all[until]) == s) {
                distinct += until == from || all[until] != all[until - 1] ? 1 : 0;
                until++;
            }
            pairs[s] = new int[2 * distinct];
            int next = -2;
            for (int i = from; i < until; i++) {
                if (i == from || all[i] != all[i - 1]) {
                    next += 2;
                    pairs[s][next] = valueOf(all[i]);
                }
                pairs[s][next + 1]++;
            }
            from = until;
        }
        return pairs;
    }
}
