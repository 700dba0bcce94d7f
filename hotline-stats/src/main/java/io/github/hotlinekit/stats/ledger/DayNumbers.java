package io.github.hotlinekit.stats.ledger;

import java.util.Arrays;

/** From a day, counted from 1970, to the number that it was given. */
final class DayNumbers {

    /** Days from 1970 to the year 2149 have a place each. */
    private static final int NEAR = 1 << 16;

    /** By day: one more than the number; 0 for none. */
    private int[] near = new int[0];

    private final LongIntMap far = new LongIntMap();

    /** The number of a day, or -1. */
    int find(long day) {
        return day >= 0 && day < NEAR ? findNear(day) : far.find(day);
    }

    /** The same of a day from 1970 to 2149; -1 of others. */
    int findNear(long day) {
        return day >= 0 && day < near.length ? near[(int) day] - 1 : -1;
    }

    /** Gives a day that has none a number. */
    void put(long day, int number) {
        if (day < 0 || day >= NEAR) {
            far.put(day, number);
            return;
        }
        if (day >= near.length) {
            near = Arrays.copyOf(near, (int) Math.min(NEAR, day + day / 8 + 1));
        }
        near[(int) day] = number + 1;
    }
}
