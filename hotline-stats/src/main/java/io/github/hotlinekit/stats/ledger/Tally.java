package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.stats.metric.CaseFact;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The counts of one cell, while they change. Its form may depend on the history, its {@link #cell} does not. */
final class Tally {

    /** Up to how many different bins a cell keeps a list and no range. */
    private static final int FEW_BINS = 64;
    /** The same for classes. */
    private static final int FEW_CLASSES = 8;

    /** What cells of one table have in common. */
    record Form(int measures, int exactUpTo, int examples) {}

    private int[] classes = Counts.few(Counts.PAIRS);
    /** The sum of hashes. */
    private long high;

    private long low;
    /** By measure: ended, running. */
    private final int @Nullable [][] times;

    private final long[] sums;
    private final @Nullable Examples examples;

    Tally(Form form) {
        this.times = new int[2 * form.measures()] @Nullable [];
        this.sums = new long[2 * form.measures()];
        this.examples = form.examples() == 0 ? null : new Examples(form.examples());
    }

    /**
     * Counts a case, or takes it out.
     *
     * @param coded its times by measure, as {@link CaseFact#coded}
     * @param by 1 or -1
     */
    void count(int ofClass, CaseFact fact, int[] coded, int by, Form form) {
        classes = Counts.add(classes, ofClass, by, FEW_CLASSES);
        if (by > 0) {
            addHash(fact.hashHigh(), fact.hashLow());
        } else {
            subtractHash(fact.hashHigh(), fact.hashLow());
        }
        for (int m = 0; m < coded.length; m++) {
            int time = coded[m];
            if (time >= 0) {
                int place = 2 * m + (time & 1);
                times[place] = addTime(times[place], time >> 1, by, form);
                sums[place] += (long) by * (time >> 1);
            }
        }
        if (examples != null) {
            examples.add(new Examples.Example(
                    fact.hashHigh(), fact.hashLow(), fact.number().value()));
        }
    }

    /** Whether a case of this class and these times may be taken out. */
    boolean holds(int ofClass, int[] coded) {
        if (Counts.get(classes, ofClass) == 0) {
            return false;
        }
        for (int m = 0; m < coded.length; m++) {
            int time = coded[m];
            if (time >= 0) {
                int place = 2 * m + (time & 1);
                int[] there = times[place];
                if (there == null || Counts.get(there, Bins.of(time >> 1)) == 0 || sums[place] < time >> 1) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Adds a cell of a snapshot.
     *
     * @param numbers for each class of the snapshot, its number here
     */
    void add(Cell other, int[] numbers, Form form) {
        addClasses(other.classes(), numbers);
        addHash(other.high(), other.low());
        for (int t = 0; t < times.length; t++) {
            int[] values = other.times()[t];
            for (int i = 0; i < values.length; i += 2) {
                times[t] = other.binned()[t]
                        ? addBin(times[t], values[i], values[i + 1], form)
                        : addTime(times[t], values[i], values[i + 1], form);
            }
            sums[t] += other.sums()[t];
        }
        if (examples != null) {
            examples.addAll(other.examples());
        }
    }

    /**
     * Adds a cell of another ledger, which stays as it is.
     *
     * @param numbers for each class of the other ledger, its number here
     */
    void add(Tally other, int[] numbers, Form form) {
        addClasses(Counts.pairs(other.classes), numbers);
        addHash(other.high, other.low);
        for (int t = 0; t < times.length; t++) {
            int[] more = other.times[t];
            if (more != null) {
                times[t] = sum(times[t], more, form);
                sums[t] += other.sums[t];
            }
        }
        if (examples != null && other.examples != null) {
            examples.addAll(other.examples.list());
        }
    }

    private void addClasses(int[] pairs, int[] numbers) {
        for (int i = 0; i < pairs.length; i += 2) {
            classes = Counts.add(classes, numbers[pairs[i]], pairs[i + 1], FEW_CLASSES);
        }
    }

    private static int[] sum(int @Nullable [] there, int[] more, Form form) {
        if (there == null) {
            return more.clone();
        }
        if (Counts.isDense(there) && Counts.isDense(more)) {
            return Counts.addDense(there, more);
        }
        boolean bins = form.exactUpTo() == 0 || Counts.isDense(more);
        int[] sum = there;
        int[] pairs = Counts.pairs(more);
        for (int i = 0; i < pairs.length; i += 2) {
            sum = bins ? addBin(sum, pairs[i], pairs[i + 1], form) : addTime(sum, pairs[i], pairs[i + 1], form);
        }
        return sum;
    }

    /** Its counts in their one form; null if it has counted nothing. */
    @Nullable Cell cell(int[] classPlaces, Form form) {
        int[] pairs = pairs(classes, classPlaces);
        if (pairs.length == 0) {
            return null;
        }
        int[][] values = new int[times.length][];
        boolean[] binned = new boolean[times.length];
        for (int t = 0; t < values.length; t++) {
            int[] there = times[t];
            values[t] = there == null ? new int[0] : Counts.pairs(there);
            binned[t] = values[t].length > 0 && (form.exactUpTo() == 0 || there != null && Counts.isDense(there));
        }
        return new Cell(
                pairs,
                high,
                low,
                sums.clone(),
                values,
                binned,
                examples == null ? List.of() : examples.list());
    }

    /** Class and count, sorted by the place that classes have. */
    private static int[] pairs(int[] classes, int[] classPlaces) {
        int[] pairs = Counts.pairs(classes);
        long[] sorted = new long[pairs.length / 2];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = (long) classPlaces[pairs[2 * i]] << Integer.SIZE | pairs[2 * i + 1];
        }
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            pairs[2 * i] = (int) (sorted[i] >>> Integer.SIZE);
            pairs[2 * i + 1] = (int) sorted[i];
        }
        return pairs;
    }

    void markUsed(boolean[] used) {
        int[] pairs = Counts.pairs(classes);
        for (int i = 0; i < pairs.length; i += 2) {
            used[pairs[i]] = true;
        }
    }

    private static int[] addTime(int @Nullable [] there, int minutes, int by, Form form) {
        if (form.exactUpTo() == 0) {
            return addBin(there, Bins.of(minutes), by, form);
        }
        int[] values = there == null ? Counts.few(Counts.PAIRS) : there;
        if (Counts.isDense(values)) {
            return addBin(values, Bins.of(minutes), by, form);
        }
        if (Counts.distinct(values) < form.exactUpTo() || Counts.get(values, minutes) > 0) {
            return Counts.add(values, minutes, by, form.exactUpTo());
        }
        return addBin(intoBins(values), Bins.of(minutes), by, form);
    }

    private static int[] addBin(int @Nullable [] there, int bin, int by, Form form) {
        if (form.exactUpTo() == 0) {
            return Counts.add(there == null ? Counts.few(Counts.PACKED) : there, bin, by, FEW_BINS);
        }
        if (there == null) {
            return Counts.add(Counts.dense(bin), bin, by, 0);
        }
        return Counts.add(Counts.isDense(there) ? there : intoBins(there), bin, by, 0);
    }

    /** From exact minutes to bins, in the dense form, which is how bins are told from minutes. */
    private static int[] intoBins(int[] exact) {
        int[] pairs = Counts.pairs(exact);
        int[] bins = Counts.dense(pairs.length == 0 ? 0 : Bins.of(pairs[0]));
        for (int i = 0; i < pairs.length; i += 2) {
            bins = Counts.add(bins, Bins.of(pairs[i]), pairs[i + 1], 0);
        }
        return bins;
    }

    private void addHash(long moreHigh, long moreLow) {
        low += moreLow;
        high += moreHigh + (Long.compareUnsigned(low, moreLow) < 0 ? 1 : 0);
    }

    private void subtractHash(long lessHigh, long lessLow) {
        boolean borrow = Long.compareUnsigned(low, lessLow) < 0;
        low -= lessLow;
        high -= lessHigh + (borrow ? 1 : 0);
    }
}
