package io.github.hotlinekit.stats.ledger;

/**
 * The first int of a slice of counts: the form of what follows in its highest three bits, the size class of the slice, and
 * how many values a list has, or what {@link Occurrences} say there of how many they are.
 */
final class Slice {

    /** The counts of 0, 1, 2 and so on, each in its place: 4 bytes each whether they occur or not. */
    static final int DENSE = 0;
    /** A {@linkplain PairList list} of any values and counts, 8 bytes each. */
    static final int PAIRS = 1 << 29;
    /** A {@linkplain PackedList list} of lesser ones, 4 bytes each. */
    static final int PACKED = 2 << 29;
    /** As {@link #DENSE}, of counts that fit into a {@linkplain ByteCounts byte} each. */
    static final int BYTES = 3 << 29;
    /** {@linkplain Occurrences Each occurrence} of all series of a cell. */
    static final int EACH = 4 << 29;

    private static final int CLASS_AT = 23;
    private static final int CLASSES = 63;
    private static final int REST = (1 << CLASS_AT) - 1;

    private Slice() {}

    static int head(int form, int sizeClass, int values) {
        return form | (sizeClass << CLASS_AT) | values;
    }

    static int form(int head) {
        return head & (7 << 29);
    }

    static int sizeClass(int head) {
        return (head >>> CLASS_AT) & CLASSES;
    }

    /** How many ints a slice has, with its head. */
    static int size(int head) {
        return IntPool.size(sizeClass(head));
    }

    /** How many values a list has, or what occurrences say of how many they are; 0 of forms with a place for each value. */
    static int values(int head) {
        return head & REST;
    }

    /** Whether each value has a place. */
    static boolean hasPlaces(int form) {
        return form == DENSE || form == BYTES;
    }

    /** Takes a slice of a pool and writes its head; what follows is undefined. */
    static int take(IntPool pool, int form, int sizeClass, int values) {
        int fresh = pool.take(sizeClass);
        pool.ints()[fresh] = head(form, sizeClass, values);
        return fresh;
    }

    /** Gives a slice back. */
    static void give(IntPool pool, int at) {
        if (at != IntPool.NONE) {
            pool.give(at, sizeClass(pool.ints()[at]));
        }
    }

    /** Moves a slice to where it has room for some ints, if it has not. */
    static int withRoom(IntPool pool, int at, int size) {
        int head = pool.ints()[at];
        int old = size(head);
        if (size <= old) {
            return at;
        }
        int fresh = take(pool, form(head), IntPool.classOf(size), values(head));
        System.arraycopy(pool.ints(), at + 1, pool.ints(), fresh + 1, old - 1);
        pool.give(at, sizeClass(head));
        return fresh;
    }
}
