package io.github.hotlinekit.stats.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A slice with each occurrence of a value by itself, in no order, a byte or two each: the form of the first counts of a
 * cell. Nothing is looked for when one more comes, and two slices are added up by writing one after the other; they are put
 * in order when they are read, or when there are too many.
 */
final class Occurrences {

    /** So many at most: where values occur again and again, to count them takes less. */
    static final int MOST = 32;
    /** All values are below. */
    static final int VALUES = 1 << 16;

    private static final int BYTE = 3;
    private static final int SHORT = 4;
    private static final int LOG_INT = 5;
    private static final int IN_INT = Integer.SIZE - 1;
    private static final long LOW = (1L << Integer.SIZE) - 1;
    /** So many values fit into a byte. */
    private static final int BYTES = 1 << Byte.SIZE;

    /**
     * So many ints are copied at once, whether there are as many or not: where a loop over single ones ends is another place
     * each time, which no processor foresees.
     */
    private static final int STEP = 4;
    /** Room for the head, the ints of the most, and what a last step writes behind them. */
    static final int ROOM = 1 + MOST / 2 + STEP + 1;

    private static final int[] NONE_YET = {Slice.head(Slice.EACH_IN_BYTE, 0, 0), 0, 0, 0, 0};

    private Occurrences() {}

    /** Whether a slice with some head is one: no other form has the highest bit. */
    static boolean isHead(int head) {
        return head < 0;
    }

    /** The form for some values of which this is the greatest. */
    private static int formFor(int value) {
        return value < BYTES ? Slice.EACH_IN_BYTE : Slice.EACH_IN_SHORT;
    }

    private static int logBits(int form) {
        return form == Slice.EACH_IN_BYTE ? BYTE : SHORT;
    }

    /** How many ints some occurrences take. */
    private static int ints(int n, int logBits) {
        return ((n << logBits) + IN_INT) >>> LOG_INT;
    }

    /** One of a slice. */
    static int get(int[] ints, int at, int i) {
        return get(ints, at + 1, i, logBits(Slice.form(ints[at])));
    }

    private static int get(int[] ints, int first, int i, int logBits) {
        int bit = i << logBits;
        return (ints[first + (bit >>> LOG_INT)] >>> bit) & ((1 << (1 << logBits)) - 1);
    }

    /** Writes one after the last; what is written behind it in the same int is undefined. */
    private static void append(int[] ints, int first, int i, int logBits, int value) {
        int bit = i << logBits;
        int place = first + (bit >>> LOG_INT);
        ints[place] = (ints[place] & ((1 << bit) - 1)) | (value << bit);
    }

    /** None yet, with room for one of a value. */
    static int none(IntPool pool, int value) {
        return Slice.take(pool, formFor(value), IntPool.classOf(2), 0);
    }

    /** How often a value occurs. */
    static int count(int[] ints, int at, int value) {
        int logBits = logBits(Slice.form(ints[at]));
        int count = 0;
        for (int i = 0; i < Slice.values(ints[at]); i++) {
            count += get(ints, at + 1, i, logBits) == value ? 1 : 0;
        }
        return count;
    }

    /**
     * Adds one to fewer than {@link #MOST}.
     *
     * @return where the slice is now
     */
    static int add(IntPool pool, int at, int value) {
        int head = pool.ints()[at];
        int n = Slice.values(head);
        int logBits = logBits(Slice.form(head));
        int there = at;
        if (logBits == BYTE && value >= BYTES) {
            logBits = SHORT;
            there = Slice.take(pool, Slice.EACH_IN_SHORT, IntPool.classOf(1 + ints(n + 1, SHORT)), n);
            widen(pool.ints(), at, pool.ints(), there + 1);
            Slice.give(pool, at);
        }
        int wide = Slice.withRoom(pool, there, 1 + ints(n + 1, logBits));
        append(pool.ints(), wide + 1, n, logBits, value);
        pool.ints()[wide]++;
        return wide;
    }

    /** Takes out one that is there. */
    static void remove(int[] ints, int at, int value) {
        int n = Slice.values(ints[at]);
        int logBits = logBits(Slice.form(ints[at]));
        int i = 0;
        while (i < n && get(ints, at + 1, i, logBits) != value) {
            i++;
        }
        if (i == n) {
            throw new IllegalStateException("a value that is not there cannot be taken out");
        }
        int last = get(ints, at + 1, n - 1, logBits);
        int bit = i << logBits;
        int place = at + 1 + (bit >>> LOG_INT);
        ints[place] ^= (value ^ last) << bit;
        ints[at]--;
    }

    /** Writes a slice at the end of another pool, in no more room than it needs. */
    static int copy(IntPool to, int[] list, int at) {
        int head = list[at];
        int ints = ints(Slice.values(head), logBits(Slice.form(head)));
        int fresh = to.reserve(ROOM);
        copy(list, at + 1, to.ints(), fresh + 1, ints);
        return take(to, Slice.form(head), ints, Slice.values(head));
    }

    /** The same, of values that have other numbers there. */
    static int copy(IntPool to, int[] list, int at, Renumbering numbers) {
        return sum(to, NONE_YET, 0, list, at, numbers);
    }

    /**
     * Writes those of two slices, of at most {@link #MOST} together, at the end of a pool.
     *
     * @param numbers for each value of the second, its number; null if it stays
     */
    static int sum(IntPool to, int[] list, int at, int[] more, int other, @Nullable Renumbering numbers) {
        int n = Slice.values(list[at]);
        int m = Slice.values(more[other]);
        int mine = Slice.form(list[at]);
        int its = Slice.form(more[other]);
        boolean inBytes =
                mine == Slice.EACH_IN_BYTE && its == Slice.EACH_IN_BYTE && (numbers == null || numbers.isBelow(BYTES));
        int form = inBytes ? Slice.EACH_IN_BYTE : Slice.EACH_IN_SHORT;
        int logBits = logBits(form);
        int fresh = to.reserve(ROOM);
        int[] ints = to.ints();
        if (mine == form) {
            copy(list, at + 1, ints, fresh + 1, ints(n, logBits));
        } else {
            widen(list, at, ints, fresh + 1);
        }
        if (inBytes || (numbers == null && its == form)) {
            append(ints, fresh + 1, n << logBits, more, other + 1, ints(m, logBits), numbers);
        } else {
            int bits = logBits(its);
            for (int i = 0; i < m; i++) {
                int value = get(more, other + 1, i, bits);
                append(ints, fresh + 1, n + i, SHORT, numbers == null ? value : numbers.of(value));
            }
        }
        return take(to, form, ints(n + m, logBits), n + m);
    }

    /** Takes what was written at the end of a pool. */
    private static int take(IntPool to, int form, int ints, int n) {
        int fresh = to.used();
        int sizeClass = IntPool.classOf(1 + ints);
        to.ints()[fresh] = Slice.head(form, sizeClass, n);
        to.takeReserved(sizeClass);
        return fresh;
    }

    /** Writes occurrences two bytes each. */
    private static void widen(int[] list, int at, int[] into, int first) {
        int bits = logBits(Slice.form(list[at]));
        for (int i = 0; i < Slice.values(list[at]); i++) {
            append(into, first, i, SHORT, get(list, at + 1, i, bits));
        }
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

    /**
     * Writes some ints behind a bit, up to a step more, and what of the last is left over.
     *
     * @param numbers for each byte of them, its number; null if it stays
     */
    private static void append(
            int[] ints, int first, int bit, int[] more, int other, int n, @Nullable Renumbering numbers) {
        int offset = bit & IN_INT;
        int place = first + (bit >>> LOG_INT);
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
        } while (i < n);
        ints[place + i] = (int) carry;
    }

    private static long next(int four, @Nullable Renumbering numbers) {
        return (numbers == null ? four : numbers.ofBytes(four)) & LOW;
    }

    /** The values that occur with their counts, sorted: {@code [v1, c1, v2, c2, ...]}. */
    static int[] pairs(int[] ints, int at) {
        int[] values = new int[Slice.values(ints[at])];
        int logBits = logBits(Slice.form(ints[at]));
        for (int i = 0; i < values.length; i++) {
            values[i] = get(ints, at + 1, i, logBits);
        }
        Arrays.sort(values);
        int[] pairs = new int[2 * values.length];
        int size = 0;
        for (int value : values) {
            if (size == 0 || pairs[size - 2] != value) {
                pairs[size] = value;
                size += 2;
            }
            pairs[size - 1]++;
        }
        return Arrays.copyOf(pairs, size);
    }
}
