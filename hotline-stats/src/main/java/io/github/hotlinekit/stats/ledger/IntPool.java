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
    /** There are always so many ints behind the last slice, so that a slice may be read and the last be written in steps. */
    static final int SPARE = 16;

    private static final int FIRST_CAPACITY = 64;
    private static final int MOST_INTS = Integer.MAX_VALUE - 8;
    /** By size, the class of small ones. */
    private static final byte[] SMALL_CLASSES = smallClasses();

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
        return (2 | (sizeClass & 1)) << (sizeClass >> 1);
    }

    private static byte[] smallClasses() {
        byte[] classes = new byte[FIRST_CAPACITY];
        for (int size = 0; size < classes.length; size++) {
            classes[size] = (byte) computedClassOf(size);
        }
        return classes;
    }

    /** The least class of at least a size. */
    static int classOf(int size) {
        return size < SMALL_CLASSES.length ? SMALL_CLASSES[size] : computedClassOf(size);
    }

    private static int computedClassOf(int size) {
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
        if (!hasRoom(size)) {
            grow(size);
        }
        int fresh = top;
        top += size;
        return fresh;
    }

    /** Whether so many ints may be taken before the array must grow. */
    boolean hasRoom(long size) {
        return size <= ints.length - SPARE - top;
    }

    /** Makes room for some ints at once and no more, as far as one array has it. */
    void makeRoom(long size) {
        long length = Math.min(MOST_INTS, top + size + SPARE);
        if (length > ints.length) {
            resize(length);
        }
    }

    /**
     * Makes room for some ints at the end of all slices, where one is to be written before it is taken.
     *
     * @return where it would be
     */
    int reserve(int most) {
        int size = size(classOf(most));
        if (!hasRoom(size)) {
            grow(size);
        }
        return top;
    }

    /** Takes the slice at the end that was written. */
    void takeReserved(int sizeClass) {
        top += size(sizeClass);
    }

    /** Gives back what room is left. */
    void trim() {
        ints = Arrays.copyOf(ints, top + SPARE);
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

    /** Makes room for some ints, and for more, so that it is rare. */
    private void grow(int size) {
        long needed = (long) top + size + SPARE;
        resize(Math.max(needed, Math.min(MOST_INTS, ints.length * 3L / 2)));
    }

    private void resize(long length) {
        if (length > MOST_INTS) {
            throw new OutOfMemoryError("the counts of one grouping do not fit into one array");
        }
        ints = Arrays.copyOf(ints, (int) length);
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
