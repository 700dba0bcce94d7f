package io.github.hotlinekit.stats.ledger;

/** A slice with value and count of each value that occurs, sorted by value. */
final class PairList {

    private PairList() {}

    /** The place of a value, or, less 1 and negated, where it would be. */
    static int search(int[] ints, int at, int value) {
        int low = 0;
        int high = Slice.values(ints[at]) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int there = ints[at + 1 + 2 * middle];
            if (there < value) {
                low = middle + 1;
            } else if (there > value) {
                high = middle - 1;
            } else {
                return at + 1 + 2 * middle;
            }
        }
        return -(at + 1 + 2 * low) - 1;
    }

    static int get(int[] ints, int at, int value) {
        int place = search(ints, at, value);
        return place < 0 ? 0 : ints[place + 1];
    }

    /** The greatest value; -1 for none. */
    static int last(int[] ints, int at) {
        int n = Slice.values(ints[at]);
        return n == 0 ? -1 : ints[at + 2 * n - 1];
    }

    static int greatestCount(int[] ints, int at) {
        int greatest = 0;
        for (int i = at + 2; i <= at + 2 * Slice.values(ints[at]); i += 2) {
            greatest = Math.max(greatest, ints[i]);
        }
        return greatest;
    }

    /** Adds to the count at a place; a value that no longer occurs leaves the list. */
    static void add(int[] ints, int at, int place, int by) {
        ints[place + 1] += by;
        if (ints[place + 1] == 0) {
            int end = at + 1 + 2 * Slice.values(ints[at]);
            System.arraycopy(ints, place + 2, ints, place, end - place - 2);
            ints[at]--;
        }
    }

    /**
     * Puts a value where it is missing.
     *
     * @param place where it would be
     * @return where the slice is now
     */
    static int insert(IntPool pool, int at, int place, int value, int count) {
        int n = Slice.values(pool.ints()[at]);
        int wide = Slice.withRoom(pool, at, 2 * n + 3);
        int[] ints = pool.ints();
        int to = wide - at + place;
        System.arraycopy(ints, to, ints, to + 2, wide + 2 * n + 1 - to);
        ints[to] = value;
        ints[to + 1] = count;
        ints[wide]++;
        return wide;
    }
}
