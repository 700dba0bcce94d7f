package io.github.hotlinekit.stats.ledger;

import java.util.Arrays;

/**
 * Slices of one array of ints. A ledger has a hundred thousand cells with a few counts each: as arrays of their own they
 * would cost more in headers than in counts, and lie apart in memory. Slices have sizes of two to each doubling; what is
 * given back is taken again by the next that needs its size.
 */
final class IntPool {

    /** No slice: the first int is never given, and stays 0. */
    static final int NONE = 0;

    static final int SIZES = 58;
    private static final int FIRST_CAPACITY = 64;

    private int[] ints = new int[FIRST_CAPACITY];
    private int top = 1;
    private int[] scratch = new int[FIRST_CAPACITY];
    private int[] merged = new int[FIRST_CAPACITY];
    /** By size class: the first slice that was given back, or none; the next is in the slice's first int. */
    private final int[] free = new int[SIZES];

    /** The array: what is in it may be read and written by the place of a slice until one is taken. */
    int[] ints() {
        return ints;
    }

    /** The size of a class: 2, 3, 4, 6, 8, 12, 16 and so on. */
    static int size(int sizeClass) {
        return ((sizeClass & 1) == 0 ? 2 : 3) << (sizeClass >> 1);
    }

    /** The least class of at least a size. */
    static int classOf(int size) {
        if (size <= 2) {
            return 0;
        }
        int doublings = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(size - 1);
        int sizeClass = 2 * doublings;
        return size(sizeClass - 1) >= size ? sizeClass - 1 : sizeClass;
    }

    /** Takes a slice; what is in it is undefined. */
    int take(int sizeClass) {
        int given = free[sizeClass];
        if (given != NONE) {
            free[sizeClass] = ints[given];
            return given;
        }
        int size = size(sizeClass);
        if (size > ints.length - top) {
            grow((long) top + size);
        }
        int fresh = top;
        top += size;
        return fresh;
    }

    /** Makes room for some ints at once. */
    void makeRoom(long size) {
        if (size > ints.length - top) {
            grow(top + size);
        }
    }

    /**
     * Makes room for a slice of at most a size at the end of all others, where it is to be written before it is taken.
     *
     * @return where it would be
     */
    int reserve(int most) {
        makeRoom(size(classOf(most)));
        return top;
    }

    /** Takes the slice at the end that was written. */
    void takeReserved(int sizeClass) {
        top += size(sizeClass);
    }

    /** Gives back what room is left. */
    void trim() {
        ints = Arrays.copyOf(ints, top);
    }

    /** How many ints have room. */
    int capacity() {
        return ints.length;
    }

    /** How many ints are or were in slices. */
    int used() {
        return top;
    }

    /** Gives a slice back. */
    void give(int slice, int sizeClass) {
        ints[slice] = free[sizeClass];
        free[sizeClass] = slice;
    }

    private void grow(long needed) {
        if (needed > Integer.MAX_VALUE - 8) {
            throw new OutOfMemoryError("the counts of one grouping do not fit into one array");
        }
        ints = Arrays.copyOf(ints, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, ints.length * 3L / 2)));
    }

    /** An array to work with until the next is asked for. */
    int[] scratch(int size) {
        if (scratch.length < size) {
            scratch = new int[2 * size];
        }
        return scratch;
    }

    /** Another one. */
    int[] merged(int size) {
        if (merged.length < size) {
            merged = new int[2 * size];
        }
        return merged;
    }
}
