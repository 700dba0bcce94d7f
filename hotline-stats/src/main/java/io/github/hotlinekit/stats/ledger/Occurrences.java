package io.github.hotlinekit.stats.ledger;

import java.util.Arrays;

/**
 * A slice with all that a cell of few cases has counted: each class and each time by itself, in no order, two bytes each,
 * whose upper bits tell of what series it is. Nothing is looked for when one more comes, and two cells are added up by
 * writing one after the other; they are put in order when they are read, or when there are too many. What a cell has counted
 * is thus at one place in memory, where several series would be at as many.
 */
final class Occurrences {

    /** So many cases at most: to count what occurs again and again takes less. */
    private static final int MOST_CASES = 32;
    /** Of the values that a head tells, those that say how many there are; the others say how many of them are classes. */
    private static final int COUNT_BITS = 12;

    private static final int COUNTS = (1 << COUNT_BITS) - 1;

    private static final int BITS = Character.SIZE;
    private static final int MASK = (1 << BITS) - 1;
    /** So many numbers there are for what occurs: any may lie behind the last, and is then looked up too. */
    private static final int ALL = 1 << BITS;

    private static final int BINS = 1 + Bins.of(Integer.MAX_VALUE);
    private static final int BIN_BITS = bits(BINS - 1);

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
        this.most = MOST_CASES * (1 + sides / 2) - 2; // with the head, a slice of a full size
    }

    private static int valueBits(int sides) {
        return BITS - bits(sides);
    }

    private static int bits(int greatest) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(greatest);
    }

    /** Whether each bin of times of so many sides has a number. */
    static boolean suits(int sides) {
        return valueBits(sides) >= BIN_BITS;
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
        return count(ints, at) > most || classes(ints, at) > MOST_CASES;
    }

    /** Whether a value may be added, or taken out, so often. */
    boolean hasRoom(int[] ints, int at, int ofSeries, int value, int by) {
        return value < values()
                && by <= most - count(ints, at)
                && (ofSeries > 0 || by <= MOST_CASES - classes(ints, at));
    }

    /** How many there are; 0 if the slice is none. */
    static int count(int[] ints, int at) {
        return at == IntPool.NONE ? 0 : Slice.values(ints[at]) & COUNTS;
    }

    /** How many of them are classes. */
    private static int classes(int[] ints, int at) {
        return at == IntPool.NONE ? 0 : Slice.values(ints[at]) >>> COUNT_BITS;
    }

    /** What one more of a series adds to a head. */
    private static int one(int ofSeries) {
        return ofSeries == 0 ? 1 + (1 << COUNT_BITS) : 1;
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
            pool.ints()[at] -= one(ofSeries);
        }
        int there = at;
        for (int i = 0; i < by; i++) {
            there = append(pool, there, occurrence);
            pool.ints()[there] += one(ofSeries);
        }
        return there;
    }

    /** Writes one behind the others; the head does not tell of it yet. */
    private static int append(IntPool pool, int at, int occurrence) {
        if (at == IntPool.NONE) {
            int fresh = Slice.take(pool, Slice.EACH, 0, 0);
            pool.ints()[fresh + 1] = occurrence;
            return fresh;
        }
        int n = count(pool.ints(), at);
        int there = Slice.withRoom(pool, at, 1 + ints(n + 1));
        int[] ints = pool.ints();
        int place = there + 1 + (n >>> 1);
        ints[place] = (n & 1) == 0 ? occurrence : (ints[place] & MASK) | (occurrence << BITS);
        return there;
    }

    /** Writes the last one where one was; the head still tells of it. */
    private static void remove(int[] ints, int at, int occurrence) {
        int i = find(ints, at, occurrence);
        if (i < 0) {
            throw new IllegalStateException("a value that is not there cannot be taken out");
        }
        int last = get(ints, at, count(ints, at) - 1);
        ints[at + 1 + (i >>> 1)] ^= (occurrence ^ last) << ((i & 1) * BITS);
    }

    /** Where one is, the last if there are several; -1 for nowhere. */
    private static int find(int[] ints, int at, int occurrence) {
        int n = count(ints, at);
        for (int word = ints(n) - 1; word >= 0; word--) { // two at once
            int difference = ints[at + 1 + word] ^ (occurrence | (occurrence << BITS));
            if (difference >>> BITS == 0 && 2 * word + 1 < n) {
                return 2 * word + 1;
            }
            if ((difference & MASK) == 0) {
                return 2 * word;
            }
        }
        return -1;
    }

    /** Whether a value occurs. */
    boolean holds(int[] ints, int at, int ofSeries, int value) {
        return value < values() && find(ints, at, of(ofSeries, value)) >= 0;
    }

    /** Notes which classes occur. */
    void markClasses(int[] ints, int at, boolean[] used) {
        int n = count(ints, at);
        for (int i = 0; i < n; i++) {
            int occurrence = get(ints, at, i);
            if (occurrence < values()) {
                used[occurrence] = true;
            }
        }
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
        int classes = classes(list, at) + classes(more, other);
        ints[fresh] = Slice.head(Slice.EACH, sizeClass, (classes << COUNT_BITS) + n + m);
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
