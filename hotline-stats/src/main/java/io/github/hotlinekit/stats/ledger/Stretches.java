package io.github.hotlinekit.stats.ledger;

import org.jspecify.annotations.Nullable;

/** How often each time of one measure occurs, of phases that have ended and of those that are running, while they change. */
class Stretches {

    /** Up to how many different bins a cell keeps a list and no range. */
    private static final int FEW_BINS = 64;

    private int @Nullable [] ended;
    private int @Nullable [] running;
    private long endedSum;
    private long runningSum;

    /**
     * Counts a time, or takes it out.
     *
     * @param coded as {@link io.github.hotlinekit.stats.metric.CaseFact#coded}, 0 or more
     * @param by 1 or -1
     */
    final void count(int coded, int by, int exactUpTo) {
        int minutes = coded >> 1;
        if ((coded & 1) == 0) {
            int[] there = ended;
            int[] sum = addTime(there, minutes, by, exactUpTo);
            // A reference is written only if it changed: the collector takes note of every one that is.
            if (sum != there) {
                ended = sum;
            }
            endedSum += by > 0 ? minutes : -minutes;
        } else {
            int[] there = running;
            int[] sum = addTime(there, minutes, by, exactUpTo);
            if (sum != there) {
                running = sum;
            }
            runningSum += by > 0 ? minutes : -minutes;
        }
    }

    /** Whether a time may be taken out. */
    final boolean holds(int coded) {
        int[] there = (coded & 1) == 0 ? ended : running;
        long sum = (coded & 1) == 0 ? endedSum : runningSum;
        return there != null && Counts.get(there, Bins.of(coded >> 1)) > 0 && sum >= coded >> 1;
    }

    /** Adds those of another ledger, which stay as they are. */
    final void add(Stretches other, int exactUpTo) {
        ended = sum(ended, other.ended, exactUpTo);
        running = sum(running, other.running, exactUpTo);
        endedSum += other.endedSum;
        runningSum += other.runningSum;
    }

    /** Adds those of a measure in a cell of a snapshot. */
    final void add(Cell other, int measure, int exactUpTo) {
        ended = sum(ended, other, 2 * measure, exactUpTo);
        running = sum(running, other, 2 * measure + 1, exactUpTo);
        endedSum += other.sums()[2 * measure];
        runningSum += other.sums()[2 * measure + 1];
    }

    /** Writes them into the arrays of a cell. */
    final void into(int[][] values, boolean[] binned, long[] sums, int measure, int exactUpTo) {
        put(ended, endedSum, values, binned, sums, 2 * measure, exactUpTo);
        put(running, runningSum, values, binned, sums, 2 * measure + 1, exactUpTo);
    }

    private static void put(
            int @Nullable [] there, long sum, int[][] values, boolean[] binned, long[] sums, int place, int exactUpTo) {
        values[place] = there == null ? new int[0] : Counts.pairs(there);
        binned[place] = values[place].length > 0 && (exactUpTo == 0 || (there != null && Counts.isDense(there)));
        sums[place] = sum;
    }

    private static int @Nullable [] sum(int @Nullable [] there, Cell other, int place, int exactUpTo) {
        int[] sum = there;
        int[] values = other.times()[place];
        for (int i = 0; i < values.length; i += 2) {
            sum = other.binned()[place]
                    ? addBin(sum, values[i], values[i + 1], exactUpTo)
                    : addTime(sum, values[i], values[i + 1], exactUpTo);
        }
        return sum;
    }

    private static int @Nullable [] sum(int @Nullable [] there, int @Nullable [] more, int exactUpTo) {
        if (more == null) {
            return there;
        }
        if (there == null) {
            return more.clone();
        }
        if (Counts.isDense(there) && Counts.isDense(more)) {
            return Counts.addDense(there, more);
        }
        boolean bins = exactUpTo == 0 || Counts.isDense(more);
        int[] sum = there;
        int[] pairs = Counts.pairs(more);
        for (int i = 0; i < pairs.length; i += 2) {
            sum = bins
                    ? addBin(sum, pairs[i], pairs[i + 1], exactUpTo)
                    : addTime(sum, pairs[i], pairs[i + 1], exactUpTo);
        }
        return sum;
    }

    private static int[] addTime(int @Nullable [] there, int minutes, int by, int exactUpTo) {
        if (exactUpTo == 0) {
            return addBin(there, Bins.of(minutes), by, exactUpTo);
        }
        int[] values = there == null ? Counts.few(Counts.PAIRS) : there;
        if (Counts.isDense(values)) {
            return addBin(values, Bins.of(minutes), by, exactUpTo);
        }
        if (Counts.distinct(values) < exactUpTo || Counts.get(values, minutes) > 0) {
            return Counts.add(values, minutes, by, exactUpTo);
        }
        return addBin(intoBins(values), Bins.of(minutes), by, exactUpTo);
    }

    private static int[] addBin(int @Nullable [] there, int bin, int by, int exactUpTo) {
        if (exactUpTo == 0) {
            return Counts.add(there == null ? Counts.few(Counts.PACKED) : there, bin, by, FEW_BINS);
        }
        if (there == null) {
            return Counts.add(Counts.dense(), bin, by, 0);
        }
        return Counts.add(Counts.isDense(there) ? there : intoBins(there), bin, by, 0);
    }

    /** From exact minutes to bins, in the dense form, which is how bins are told from minutes. */
    private static int[] intoBins(int[] exact) {
        int[] pairs = Counts.pairs(exact);
        int[] bins = Counts.dense();
        for (int i = 0; i < pairs.length; i += 2) {
            bins = Counts.add(bins, Bins.of(pairs[i]), pairs[i + 1], 0);
        }
        return bins;
    }
}
