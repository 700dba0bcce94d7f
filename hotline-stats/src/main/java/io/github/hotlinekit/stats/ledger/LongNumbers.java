package io.github.hotlinekit.stats.ledger;

import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * Numbers longs in the order of their first occurrence: 0, 1, 2 and so on. Open addressing, linear probing, by the
 * numbers alone: with one place each, a long takes its own 8 bytes and 6 to 12 more.
 */
final class LongNumbers {

    private static final int FIRST_CAPACITY = 16;

    private final int placesEach;
    /** Which longs are found elsewhere, so that they need no place here. */
    private final LongPredicate elsewhere;

    private long[] longs = new long[FIRST_CAPACITY];
    /** By place: one more than the number, which is 0 for a free place. */
    private int[] places = new int[FIRST_CAPACITY];

    private int size;
    private int placed;

    /**
     * No longs yet.
     *
     * @param placesEach there are at least one and a half times so many places for each long: with more it is found sooner
     * @param elsewhere which longs are found elsewhere, and only {@linkplain #append appended} here
     */
    LongNumbers(int placesEach, LongPredicate elsewhere) {
        this.placesEach = placesEach;
        this.elsewhere = elsewhere;
    }

    /** Numbers a long that is new and is found elsewhere. */
    int append(long of) {
        if (size == longs.length) {
            longs = Arrays.copyOf(longs, size + (size >> 2) + 1);
        }
        longs[size] = of;
        return size++;
    }

    /** The number of a long, a new one if it is new. */
    int number(long of) {
        int mask = places.length - 1;
        int i = place(of) & mask;
        for (int there = places[i]; there != 0; there = places[i]) {
            if (longs[there - 1] == of) {
                return there - 1;
            }
            i = (i + 1) & mask;
        }
        int number = append(of);
        placed++;
        if (3L * placesEach * placed > 2L * places.length) {
            grow();
        } else {
            places[i] = number + 1;
        }
        return number;
    }

    /** Writes the numbers of some longs, new ones for those that are new. */
    void number(long[] of, int from, int until, int[] into) {
        if (!find(of, from, until, into)) {
            for (int i = from; i < until; i++) {
                into[i] = number(of[i]);
            }
        }
    }

    /** Whether each is known; their numbers are then written. */
    private boolean find(long[] of, int from, int until, int[] into) {
        long[] known = longs;
        int[] numbers = places;
        int mask = numbers.length - 1;
        int all = 0;
        for (int i = from; i < until; i++) {
            int place = place(of[i]) & mask;
            int number = numbers[place] - 1;
            while (number >= 0 && known[number] != of[i]) {
                place = (place + 1) & mask;
                number = numbers[place] - 1;
            }
            into[i] = number;
            all |= number;
        }
        return all >= 0;
    }

    /** The long of a number. */
    long of(int number) {
        return longs[number];
    }

    int size() {
        return size;
    }

    private void grow() {
        places = new int[2 * places.length];
        int mask = places.length - 1;
        for (int number = 0; number < size; number++) {
            if (elsewhere.test(longs[number])) {
                continue;
            }
            int i = place(longs[number]) & mask;
            while (places[i] != 0) {
                i = (i + 1) & mask;
            }
            places[i] = number + 1;
        }
    }

    private static int place(long of) {
        long mixed = of * 0x9E3779B97F4A7C15L;
        return (int) ((mixed >>> 32) ^ (mixed >>> 52));
    }
}
