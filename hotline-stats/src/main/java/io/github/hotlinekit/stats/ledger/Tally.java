package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.stats.metric.CaseFact;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one cell, while they change. Its form may depend on the history, its {@link #cell} does not.
 *
 * <p>The times of the first measure are its own fields, not an object of their own: most ledgers have one measure, and what
 * is counted together then lies together in memory.
 */
final class Tally extends Stretches {

    /** Up to how many different classes a cell keeps a list and no range. */
    private static final int FEW_CLASSES = 8;

    /** What cells of one table have in common. */
    record Form(int measures, int exactUpTo, int examples) {}

    private int[] classes = Counts.few(Counts.PAIRS);
    /** The sum of hashes. */
    private long high;

    private long low;
    /** By measure, from the second on. */
    private final Stretches @Nullable [] more;

    private final @Nullable Examples examples;

    Tally(Form form) {
        this.more = form.measures() < 2 ? null : new Stretches[form.measures() - 1];
        for (int i = 0; more != null && i < more.length; i++) {
            more[i] = new Stretches();
        }
        this.examples = form.examples() == 0 ? null : new Examples(form.examples());
    }

    /**
     * Counts a case, or takes it out.
     *
     * @param coded its times by measure, as {@link CaseFact#coded}
     * @param by 1 or -1
     */
    void count(int ofClass, CaseFact fact, int[] coded, int by, Form form) {
        int[] sum = Counts.add(classes, ofClass, by, FEW_CLASSES);
        if (sum != classes) {
            classes = sum;
        }
        if (by > 0) {
            addHash(fact.hashHigh(), fact.hashLow());
        } else {
            subtractHash(fact.hashHigh(), fact.hashLow());
        }
        for (int m = 0; m < coded.length; m++) {
            if (coded[m] >= 0) {
                of(m).count(coded[m], by, form.exactUpTo());
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
            if (coded[m] >= 0 && !of(m).holds(coded[m])) {
                return false;
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
        for (int m = 0; m < form.measures(); m++) {
            of(m).add(other, m, form.exactUpTo());
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
        for (int m = 0; m < form.measures(); m++) {
            of(m).add(other.of(m), form.exactUpTo());
        }
        if (examples != null && other.examples != null) {
            examples.addAll(other.examples.list());
        }
    }

    private Stretches of(int measure) {
        return measure == 0 || more == null ? this : more[measure - 1];
    }

    private void addClasses(int[] pairs, int[] numbers) {
        for (int i = 0; i < pairs.length; i += 2) {
            classes = Counts.add(classes, numbers[pairs[i]], pairs[i + 1], FEW_CLASSES);
        }
    }

    /** Its counts in their one form; null if it has counted nothing. */
    @Nullable
    Cell cell(int[] classPlaces, Form form) {
        int[] pairs = pairs(classes, classPlaces);
        if (pairs.length == 0) {
            return null;
        }
        int sides = 2 * form.measures();
        int[][] values = new int[sides][];
        boolean[] binned = new boolean[sides];
        long[] sums = new long[sides];
        for (int m = 0; m < form.measures(); m++) {
            of(m).into(values, binned, sums, m, form.exactUpTo());
        }
        return new Cell(pairs, high, low, sums, values, binned, examples == null ? List.of() : examples.list());
    }

    /** Class and count, sorted by the place that classes have. */
    private static int[] pairs(int[] classes, int[] classPlaces) {
        int[] pairs = Counts.pairs(classes);
        long[] sorted = new long[pairs.length / 2];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = ((long) classPlaces[pairs[2 * i]] << Integer.SIZE) | pairs[2 * i + 1];
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
