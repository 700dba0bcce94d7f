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

    private static final int[] NONE_YET = {Slice.head(Slice.EACH_IN_BYTE, 0, 0)};

    private Occurrences() {}

    static boolean isForm(int form) {
        return form == Slice.EACH_IN_BYTE || form == Slice.EACH_IN_SHORT;
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
            write(pool.ints(), at, pool.ints(), there + 1, SHORT);
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
        int sizeClass = IntPool.classOf(1 + ints);
        int fresh = to.reserve(1 + ints);
        int[] into = to.ints();
        into[fresh] = Slice.head(Slice.form(head), sizeClass, Slice.values(head));
        write(list, at, into, fresh + 1, logBits(Slice.form(head)));
        to.takeReserved(sizeClass);
        return fresh;
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
        int otherBits = logBits(Slice.form(more[other]));
        boolean inBytes = Slice.form(list[at]) == Slice.EACH_IN_BYTE
                && otherBits == BYTE
                && (numbers == null || numbers.isBelow(BYTES));
        int logBits = inBytes ? BYTE : SHORT;
        int fresh = to.reserve(2 + ints(n + m, logBits)); // an int more, as appendAll needs it
        int[] ints = to.ints();
        write(list, at, ints, fresh + 1, logBits);
        if (numbers == null && otherBits == logBits) {
            appendAll(ints, fresh + 1, n, more, other + 1, m, logBits);
        } else {
            for (int i = 0; i < m; i++) {
                int value = get(more, other + 1, i, otherBits);
                append(ints, fresh + 1, n + i, logBits, numbers == null ? value : numbers.of(value));
            }
        }
        int sizeClass = IntPool.classOf(1 + ints(n + m, logBits));
        ints[fresh] = Slice.head(inBytes ? Slice.EACH_IN_BYTE : Slice.EACH_IN_SHORT, sizeClass, n + m);
        to.takeReserved(sizeClass);
        return fresh;
    }

    /** Writes occurrences by themselves, maybe wider than they were. */
    private static void write(int[] list, int at, int[] into, int first, int logBits) {
        int n = Slice.values(list[at]);
        int bits = logBits(Slice.form(list[at]));
        if (bits == logBits) {
            for (int i = 0; i < ints(n, logBits); i++) {
                into[first + i] = list[at + 1 + i];
            }
        } else {
            for (int i = 0; i < n; i++) {
                append(into, first, i, logBits, get(list, at + 1, i, bits));
            }
        }
    }

    /** Writes as many at once as are in an int. Up to an int behind the last is undefined then, and it may be behind the slice. */
    private static void appendAll(int[] ints, int first, int n, int[] more, int other, int m, int logBits) {
        int bit = n << logBits;
        int offset = bit & IN_INT;
        int place = first + (bit >>> LOG_INT);
        long carry = ints[place] & ((1 << offset) - 1);
        for (int i = 0; i < ints(m, logBits); i++) {
            carry |= (more[other + i] & LOW) << offset;
            ints[place++] = (int) carry;
            carry >>>= Integer.SIZE;
        }
        ints[place] = (int) carry;
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
