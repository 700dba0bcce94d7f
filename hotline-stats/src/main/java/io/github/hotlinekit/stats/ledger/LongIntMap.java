package io.github.hotlinekit.stats.ledger;

/** From a long to a number. Open addressing, linear probing. */
final class LongIntMap {

    private static final int FIRST_CAPACITY = 16;

    /** By place: the key, and one more than the number, which is 0 for a free place. Together, to be found together. */
    private long[] table = new long[2 * FIRST_CAPACITY];

    private int size;

    /** The number of a key, or -1. */
    int find(long key) {
        int mask = table.length / 2 - 1;
        for (int i = place(key) & mask; ; i = (i + 1) & mask) {
            long number = table[2 * i + 1];
            if (number == 0 || table[2 * i] == key) {
                return (int) number - 1;
            }
        }
    }

    /** Gives a key that is not there a number. */
    void put(long key, int number) {
        if (4L * (size + 1) > table.length) {
            grow();
        }
        insert(key, number + 1L);
        size++;
    }

    private void insert(long key, long number) {
        int mask = table.length / 2 - 1;
        int i = place(key) & mask;
        while (table[2 * i + 1] != 0) {
            i = (i + 1) & mask;
        }
        table[2 * i] = key;
        table[2 * i + 1] = number;
    }

    private void grow() {
        long[] old = table;
        table = new long[2 * old.length];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] != 0) {
                insert(old[i], old[i + 1]);
            }
        }
    }

    private static int place(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) ((mixed >>> 32) ^ (mixed >>> 52));
    }
}
