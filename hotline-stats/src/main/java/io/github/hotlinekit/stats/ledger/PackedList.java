package io.github.hotlinekit.stats.ledger;

/**
 * A slice with value and count of each value that occurs in one int, sorted by value: the form of few counts, which most
 * cells have.
 */
final class PackedList {

    /** All values are below. */
    static final int VALUES = 1 << 11;
    /** All counts are below. */
    static final int COUNTS = 1 << 21;

    private static final int COUNT_BITS = 21;

    /** So many steps along a list cost about as much as to search it. */
    private static final int FEW_STEPS = 16;

    private PackedList() {}

    static int entry(int value, int count) {
        return (value << COUNT_BITS) | count;
    }

    static int value(int entry) {
        return entry >>> COUNT_BITS;
    }

    static int count(int entry) {
        return entry & (COUNTS - 1);
    }

    /**
     * The place of a value, or, less 1 and negated, where it would be. Where it is cannot be foreseen, so nothing branches on
     * it.
     */
    static int search(int[] ints, int at, int value) {
        int before = at;
        for (int left = Slice.values(ints[at]); left > 0; ) {
            int half = (left + 1) >>> 1;
            int isLess = (value(ints[before + half]) - value) >> 31;
            before += half & isLess;
            left -= half;
        }
        int place = before + 1;
        return place <= at + Slice.values(ints[at]) && value(ints[place]) == value ? place : -place - 1;
    }

    static int get(int[] ints, int at, int value) {
        int place = search(ints, at, value);
        return place < 0 ? 0 : count(ints[place]);
    }

    /** The greatest value; -1 for none. */
    static int last(int[] ints, int at) {
        int n = Slice.values(ints[at]);
        return n == 0 ? -1 : value(ints[at + n]);
    }

    static int greatestCount(int[] ints, int from, int n) {
        int greatest = 0;
        for (int i = from; i < from + n; i++) {
            greatest = Math.max(greatest, count(ints[i]));
        }
        return greatest;
    }

    /**
     * Adds to the count at a place; a value that no longer occurs leaves the list.
     *
     * @return whether the sum fits; if not, nothing has changed
     */
    static boolean add(int[] ints, int at, int place, int by) {
        int sum = count(ints[place]) + by;
        if (sum >= COUNTS) {
            return false;
        }
        if (sum == 0) {
            System.arraycopy(ints, place + 1, ints, place, at + Slice.values(ints[at]) - place);
            ints[at]--;
        } else {
            ints[place] = entry(value(ints[place]), sum);
        }
        return true;
    }

    /**
     * Puts a value where it is missing.
     *
     * @param place where it would be
     * @return where the slice is now
     */
    static int insert(IntPool pool, int at, int place, int value, int count) {
        int n = Slice.values(pool.ints()[at]);
        int wide = Slice.withRoom(pool, at, n + 2);
        int[] ints = pool.ints();
        int to = wide - at + place;
        System.arraycopy(ints, to, ints, to + 1, wide + n + 1 - to);
        ints[to] = entry(value, count);
        ints[wide]++;
        return wide;
    }

    /** Writes a list at the end of a pool, in no more room than it needs. */
    static int copy(IntPool to, int[] list, int at) {
        int n = Slice.values(list[at]);
        int sizeClass = IntPool.classOf(1 + n);
        int fresh = to.reserve(1 + n);
        int[] ints = to.ints();
        ints[fresh] = Slice.head(Slice.PACKED, sizeClass, n);
        for (int i = 1; i <= n; i++) {
            ints[fresh + i] = list[at + i];
        }
        to.takeReserved(sizeClass);
        return fresh;
    }

    /**
     * Two lists into one.
     *
     * @param sums where its entries are written
     * @param to the place of its first
     * @return how many entries it has; -1 if a count does not fit
     */
    static int sum(int[] list, int at, int[] more, int other, int[] sums, int to) {
        int end = at + Slice.values(list[at]);
        int otherEnd = other + Slice.values(more[other]);
        int i = at + 1;
        int j = other + 1;
        int next = to;
        int overflow = 0;
        // Which of the two is next cannot be foreseen, so nothing branches on it.
        while (i <= end && j <= otherEnd) {
            int mine = list[i];
            int its = more[j];
            int difference = value(mine) - value(its);
            int takesMine = (difference - 1) >>> 31;
            int takesIts = (-difference - 1) >>> 31;
            int count = (count(mine) & -takesMine) + (count(its) & -takesIts);
            overflow |= count;
            int value = value(its) + (difference & -takesMine);
            sums[next++] = (value << COUNT_BITS) + count;
            i += takesMine;
            j += takesIts;
        }
        while (i <= end) {
            sums[next++] = list[i++];
        }
        while (j <= otherEnd) {
            sums[next++] = more[j++];
        }
        return overflow >= COUNTS ? -1 : next - to;
    }

    /**
     * A list whose values have other numbers, sorted by them: few by insertion, many by noting which numbers occur.
     *
     * @param pool whose scratch takes the list
     * @param numbers all below {@link #VALUES}
     * @return an array with the list from 0
     */
    static int[] renumbered(IntPool pool, int[] ints, int at, Renumbering numbers) {
        int n = Slice.values(ints[at]);
        int[] list = pool.scratch(n + 1);
        list[0] = Slice.head(Slice.PACKED, 0, n);
        if (n <= FEW_STEPS) {
            for (int i = 1; i <= n; i++) {
                int entry = ints[at + i];
                int number = numbers.of(value(entry));
                int to = i;
                while (to > 1 && value(list[to - 1]) > number) {
                    list[to] = list[to - 1];
                    to--;
                }
                list[to] = entry(number, count(entry));
            }
            return list;
        }
        int[] counts = pool.merged(VALUES);
        long[] occurs = new long[VALUES / Long.SIZE];
        int words = 0;
        for (int i = at + 1; i <= at + n; i++) {
            int number = numbers.of(value(ints[i]));
            counts[number] = count(ints[i]);
            occurs[number / Long.SIZE] |= 1L << number;
            words = Math.max(words, 1 + number / Long.SIZE);
        }
        int to = 1;
        for (int word = 0; word < words; word++) {
            for (long left = occurs[word]; left != 0; left &= left - 1) {
                int number = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                list[to++] = entry(number, counts[number]);
            }
        }
        return list;
    }
}
