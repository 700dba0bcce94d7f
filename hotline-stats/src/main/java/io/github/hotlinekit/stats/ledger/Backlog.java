package io.github.hotlinekit.stats.ledger;

import java.util.Arrays;

/**
 * Counts of one table that wait, each a slot and a value. A ledger has thousands of cells, each in its own place in memory,
 * and cases come in no order: counted one by one, most would wait for memory. So many wait, and then those of near slots are
 * counted one right after the other.
 */
final class Backlog {

    /** A count that waits is a slot and a value in one int of 31 bits. */
    private static final int VALUE_BITS = 11;

    static final int VALUES = 1 << VALUE_BITS;
    static final int SLOTS = 1 << (31 - VALUE_BITS);

    private static final int FIRST = 1 << 10;
    private static final int MOST = 1 << 19;

    private static final int GROUP_BITS = 9;
    private static final int[] NONE = {};

    private int[] waiting = NONE;
    private int[] grouped = NONE;
    /** By group: where its next goes. */
    private int[] starts = NONE;

    private int[] counts = NONE;

    private int size;

    /** Whether so many more may wait. */
    boolean hasRoom(int more) {
        return size + more <= MOST;
    }

    /**
     * Makes room for so many more.
     *
     * @return where they are put, as {@linkplain #entry entries}, from {@link #size} on
     */
    int[] makeRoom(int more) {
        if (size + more > waiting.length) {
            waiting = Arrays.copyOf(waiting, Math.min(MOST, Math.max(FIRST, 4 * (size + more))));
        }
        return waiting;
    }

    /** So many wait. */
    void setSize(int counts) {
        size = counts;
    }

    /** A slot and a value in one. */
    static int entry(int slot, int value) {
        return (slot << VALUE_BITS) | value;
    }

    int size() {
        return size;
    }

    static int slot(int waiting) {
        return waiting >>> VALUE_BITS;
    }

    static int value(int waiting) {
        return waiting & (VALUES - 1);
    }

    /** Those that wait, by groups of near slots; they wait no more. */
    int[] take() {
        if (grouped.length < size) {
            grouped = new int[waiting.length];
            starts = new int[1 << GROUP_BITS];
        }
        int all = 0;
        for (int i = 0; i < size; i++) {
            all |= waiting[i];
        }
        int shift = Math.max(VALUE_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(all) - GROUP_BITS);
        Arrays.fill(starts, 0);
        for (int i = 0; i < size; i++) {
            starts[waiting[i] >>> shift]++;
        }
        addUp(starts, starts.length);
        for (int i = 0; i < size; i++) {
            grouped[starts[waiting[i] >>> shift]++] = waiting[i];
        }
        size = 0;
        return grouped;
    }

    /**
     * Puts the values of some that were taken in the order of their slots. None may wait by then, as they are written where
     * others would wait.
     *
     * @param all what was taken
     * @param n how many of it
     * @param ends by slot, after this: where its values end, which is where those of the next begin
     * @param slots how many slots
     * @return the values
     */
    int[] putBySlots(int[] all, int n, int[] ends, int slots) {
        Arrays.fill(ends, 0, slots, 0);
        for (int i = 0; i < n; i++) {
            ends[slot(all[i])]++;
        }
        addUp(ends, slots);
        for (int i = 0; i < n; i++) {
            waiting[ends[slot(all[i])]++] = value(all[i]);
        }
        return waiting;
    }

    /** From counts to where those of each begin. */
    private static void addUp(int[] counts, int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            int count = counts[i];
            counts[i] = sum;
            sum += count;
        }
    }

    /** For each value a 0, to count them in, and to leave as it was. */
    int[] counts() {
        if (counts.length == 0) {
            counts = new int[VALUES];
        }
        return counts;
    }

    /** Gives its memory back until counts wait again. */
    void release() {
        waiting = NONE;
        grouped = NONE;
        starts = NONE;
        counts = NONE;
    }
}
