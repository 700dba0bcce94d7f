package io.github.hotlinekit.stats.ledger;

/** From a long to the number of its first occurrence: 0, 1, 2 and so on. Open addressing, linear probing. */
final class LongIntMap {

    private static final int FIRST_CAPACITY = 16;

    private long[] keys = new long[FIRST_CAPACITY];
    /** One more than the number; 0 for a free place. */
    private int[] numbers = new int[FIRST_CAPACITY];

    private int size;

    /** The number of a key, or -1. */
    int find(long key) {
        int mask = numbers.length - 1;
        for (int i = place(key) & mask; ; i = (i + 1) & mask) {
            int number = numbers[i];
            if (number == 0 || keys[i] == key) {
                return number - 1;
            }
        }
    }

    /** The number of a key, a new one if it is new. */
    int number(long key) {
        int found = find(key);
        if (found >= 0) {
            return found;
        }
        put(key, size);
        return size - 1;
    }

    /** Gives a key that is not there a number of one's own. */
    void put(long key, int number) {
        if (2 * (size + 1) > numbers.length) {
            grow();
        }
        insert(key, number + 1);
        size++;
    }

    int size() {
        return size;
    }

    /** The keys by number, if the numbers are those of first occurrence. */
    long[] keys() {
        long[] byNumber = new long[size];
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != 0) {
                byNumber[numbers[i] - 1] = keys[i];
            }
        }
        return byNumber;
    }

    private void insert(long key, int number) {
        int mask = numbers.length - 1;
        int i = place(key) & mask;
        while (numbers[i] != 0) {
            i = (i + 1) & mask;
        }
        keys[i] = key;
        numbers[i] = number;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[2 * oldKeys.length];
        numbers = new int[2 * oldNumbers.length];
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] != 0) {
                insert(oldKeys[i], oldNumbers[i]);
            }
        }
    }

    private static int place(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) ((mixed >>> 32) ^ (mixed >>> 52));
    }
}
