package io.github.hotlinekit.stats.ledger;

/**
 * Counts of up to {@value #MOST} each, four to an int: those of 0, 1, 2 and so on, each in its place. Most bins of most
 * cells have few cases, so that a cell's counts take a quarter of the memory, and more of them are at hand.
 */
final class ByteCounts {

    static final int MOST = 255;

    private static final int LOG_PER_INT = 2;
    private static final int LOG_BITS = 3;
    private static final int HIGHEST_BITS = 0x80808080;

    private ByteCounts() {}

    /** How many values have a place in some ints. */
    static int places(int ints) {
        return ints << LOG_PER_INT;
    }

    /** In which int the place of a value is. */
    static int intOf(int value) {
        return value >>> LOG_PER_INT;
    }

    private static int shiftOf(int value) {
        return (value & 3) << LOG_BITS;
    }

    static int get(int[] ints, int first, int value) {
        return (ints[first + intOf(value)] >>> shiftOf(value)) & MOST;
    }

    /**
     * Adds to a count.
     *
     * @param first where the place of 0 is
     * @return whether the sum fits; if not, nothing has changed
     */
    static boolean add(int[] ints, int first, int value, int by) {
        int place = first + intOf(value);
        int shift = shiftOf(value);
        int four = ints[place];
        if (by > MOST - ((four >>> shift) & MOST)) {
            return false;
        }
        ints[place] = four + (by << shift);
        return true;
    }

    /**
     * Adds all counts of as many values.
     *
     * @return whether all sums fit; if not, nothing has changed
     */
    static boolean addAll(int[] ints, int first, int[] more, int otherFirst, int size) {
        int carries = 0;
        for (int i = 0; i < size; i++) {
            int one = ints[first + i];
            int other = more[otherFirst + i];
            int sum = sum(one, other);
            carries |= (one & other) | ((one | other) & ~sum); // of the highest bits of both, as of any digit
        }
        if ((carries & HIGHEST_BITS) != 0) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            ints[first + i] = sum(ints[first + i], more[otherFirst + i]);
        }
        return true;
    }

    /** Four sums, none of which carries into the next. */
    private static int sum(int one, int other) {
        return ((one & ~HIGHEST_BITS) + (other & ~HIGHEST_BITS)) ^ ((one ^ other) & HIGHEST_BITS);
    }

    /** How many counts of some ints are not 0. */
    static int distinct(int[] ints, int first, int size) {
        int distinct = 0;
        for (int i = first; i < first + size; i++) {
            int four = ints[i];
            // The highest bit of each byte that is not 0: it is set, or the addition of all lower ones sets it.
            distinct += Integer.bitCount((((four & ~HIGHEST_BITS) + ~HIGHEST_BITS) | four) & HIGHEST_BITS);
        }
        return distinct;
    }

    /**
     * Writes the values that occur with their counts, sorted: {@code [v1, c1, v2, c2, ...]}.
     *
     * @param pairs for as many as occur
     */
    static void write(int[] ints, int first, int[] pairs) {
        int next = 0;
        for (int value = 0; next < pairs.length; value++) {
            int count = get(ints, first, value);
            pairs[next] = value;
            pairs[next + 1] = count;
            next += Counts.occurs(count) << 1;
        }
    }
}
