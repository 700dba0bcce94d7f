package io.github.hotlinekit.stats.ledger;

/**
 * Counts of classes that wait, each in its place: by cell, and then by class. The counts of a cell change their form as they
 * grow, and most of a cell's few classes are searched for in a list; here a case is one step, whatever the form.
 */
final class ClassBacklog {

    /** So many places at most, a megabyte. */
    private static final int MOST = 1 << 20;
    /** So many cases of a class of a cell wait until they are no longer a count of their own. */
    static final int FULL = 1 << Byte.SIZE;

    private static final int LEAST_BITS = 3;
    private static final byte[] NONE = {};
    private static final int[] NO_FULL = {};

    /** Of a byte each, so that those of a city's cells are at hand. */
    private byte[] counts = NONE;
    /** The places where so many waited that they are to be counted. */
    private int[] full = NO_FULL;
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
        counts = new byte[cells << needed];
        full = new int[Waiting.MOST];
        return true;
    }

    /**
     * Lets the counts of some cases wait.
     *
     * @param cells by case, its cell; negative for one that is absent
     * @param classes by case, its class
     * @param cases how many, at most {@link Waiting#MOST}
     * @return of how many {@linkplain #fullCell cells} and {@linkplain #fullClass classes} {@link #FULL} cases wait no more
     */
    int add(int[] cells, int[] classes, int cases) {
        byte[] all = counts;
        int isFull = 0;
        for (int i = 0; i < cases; i++) {
            if (cells[i] >= 0) {
                int place = (cells[i] << bits) | classes[i];
                byte count = (byte) (all[place] + 1);
                all[place] = count;
                if (count == 0) {
                    full[isFull++] = place;
                }
            }
        }
        waits = true;
        return isFull;
    }

    /** The cell of one that is full. */
    int fullCell(int i) {
        return full[i] >>> bits;
    }

    /** The class of one that is full. */
    int fullClass(int i) {
        return full[i] & ((1 << bits) - 1);
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
        int count = Byte.toUnsignedInt(counts[place]);
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
        full = NO_FULL;
        waits = false;
    }
}
