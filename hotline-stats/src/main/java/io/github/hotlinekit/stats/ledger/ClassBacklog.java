package io.github.hotlinekit.stats.ledger;

/**
 * Counts of classes that wait, each in its place: by cell, and then by class. The counts of a cell change their form as they
 * grow, and most of a cell's few classes are searched for in a list; here a case is one step, whatever the form.
 */
final class ClassBacklog {

    /** So many places at most, a megabyte. */
    private static final int MOST = 1 << 18;

    private static final int LEAST_BITS = 3;
    private static final int[] NONE = {};

    private int[] counts = NONE;
    /** Of a place, those that the class takes. */
    private int bits;

    private boolean waits;

    /** Whether each class of some cells has a place. */
    boolean hasPlaces(int cells, int classes) {
        return classes <= 1 << bits && cells <= counts.length >>> bits;
    }

    /**
     * Makes a place for each class of some cells, where none waits.
     *
     * @return whether there are not too many
     */
    boolean makePlaces(int cells, int classes) {
        int needed = Math.max(LEAST_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(classes - 1));
        if ((long) cells << needed > MOST) {
            release();
            return false;
        }
        bits = needed;
        counts = new int[cells << needed];
        return true;
    }

    /**
     * Lets the counts of some cases wait.
     *
     * @param cells by case, its cell; negative for one that is absent
     * @param classes by case, its class
     */
    void add(int[] cells, int[] classes, int cases) {
        int[] all = counts;
        for (int i = 0; i < cases; i++) {
            if (cells[i] >= 0) {
                all[(cells[i] << bits) | classes[i]]++;
            }
        }
        waits = true;
    }

    /** Whether counts may wait. */
    boolean waits() {
        return waits;
    }

    /** How many cells have places. */
    int cells() {
        return counts.length >>> bits;
    }

    /** How many classes of a cell have one. */
    int classes() {
        return 1 << bits;
    }

    /** Takes a count. */
    int take(int cell, int ofClass) {
        int place = (cell << bits) | ofClass;
        int count = counts[place];
        counts[place] = 0;
        return count;
    }

    /** None waits. */
    void clear() {
        waits = false;
    }

    /** Gives its memory back until counts wait again. */
    void release() {
        counts = NONE;
        waits = false;
    }
}
