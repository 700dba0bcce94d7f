package io.github.hotlinekit.stats.ledger;

import java.util.Arrays;
import java.util.List;

/**
 * What was counted for one key and one time basis, in the one form that equal counts have.
 *
 * @param classes class, count, class, count, ... sorted by class
 * @param high the upper half of the sum of hashes
 * @param low the lower half
 * @param sums by measure: the sum of minutes of phases that have ended, then of those that are running
 * @param times by measure, likewise: value, count, value, count, ... sorted; values are minutes or bins
 * @param binned by measure, likewise: whether the values are bins
 * @param examples cases of the least hashes
 */
@SuppressWarnings("ArrayRecordComponent") // equal by content, and never changed
record Cell(
        int[] classes,
        long high,
        long low,
        long[] sums,
        int[][] times,
        boolean[] binned,
        List<Examples.Example> examples) {

    /** A cell that has counted nothing. */
    static Cell empty(int measures) {
        int[][] times = new int[2 * measures][];
        Arrays.fill(times, new int[0]);
        return new Cell(new int[0], 0, 0, new long[2 * measures], times, new boolean[2 * measures], List.of());
    }

    long volume() {
        long volume = 0;
        for (int i = 1; i < classes.length; i += 2) {
            volume += classes[i];
        }
        return volume;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cell that
                && Arrays.equals(classes, that.classes)
                && high == that.high
                && low == that.low
                && Arrays.equals(sums, that.sums)
                && Arrays.deepEquals(times, that.times)
                && Arrays.equals(binned, that.binned)
                && examples.equals(that.examples);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(classes) * 31 + Long.hashCode(low);
    }

    @Override
    public String toString() {
        return "Cell of " + volume();
    }
}
