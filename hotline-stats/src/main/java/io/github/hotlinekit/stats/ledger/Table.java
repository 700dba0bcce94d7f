package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.stats.metric.CaseFact;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells of one grouping and one time basis, by number, side by side in arrays. */
final class Table {

    /** Up to how many different bins a cell keeps a list and no array. */
    private static final int FEW_BINS = 12;

    private static final int FIRST_CAPACITY = 16;
    static final int FIRST_CLASSES = 4;

    private final int measures;
    private final int exactUpTo;
    private final int mostExamples;
    /** By cell, then by class; null for a number that no case has come to yet. */
    private int @Nullable [][] counts = new int[FIRST_CAPACITY] @Nullable [];
    /** By cell: the two halves of the sum of hashes. */
    private long[] hashes = new long[2 * FIRST_CAPACITY];
    /** By cell, then by measure, ended and running. */
    private int @Nullable [][] times;

    private long[] sums;
    private @Nullable Examples[] examples;
    private int size;

    Table(int measures, int exactUpTo, int mostExamples) {
        this.measures = measures;
        this.exactUpTo = exactUpTo;
        this.mostExamples = mostExamples;
        this.times = new int[2 * measures * FIRST_CAPACITY] @Nullable [];
        this.sums = new long[2 * measures * FIRST_CAPACITY];
        this.examples = new @Nullable Examples[mostExamples == 0 ? 0 : FIRST_CAPACITY];
    }

    int size() {
        return size;
    }

    /**
     * Counts a case in a cell, or takes it out.
     *
     * @param coded its times by measure, as {@link CaseFact#coded}
     * @param by 1 or -1
     */
    void count(int cell, int ofClass, CaseFact fact, int[] coded, int by) {
        int[] classes = classesOf(cell, ofClass);
        classes[ofClass] += by;
        addHash(cell, by > 0 ? fact.hashHigh() : ~fact.hashHigh(), by > 0 ? fact.hashLow() : ~fact.hashLow(), by < 0);
        for (int m = 0; m < coded.length; m++) {
            int time = coded[m];
            if (time >= 0) {
                int place = 2 * (cell * measures + m) + (time & 1);
                times[place] = addTime(times[place], time >> 1, by);
                sums[place] += (long) by * (time >> 1);
            }
        }
        if (mostExamples > 0) {
            examplesOf(cell)
                    .add(new Examples.Example(
                            fact.hashHigh(), fact.hashLow(), fact.number().value()));
        }
    }

    /** Adds all cells of another table, which has the same form. */
    void addAll(Table other, int[] cells, int[] classNumbers) {
        for (int cell = 0; cell < other.size; cell++) {
            int[] classes = other.counts[cell];
            if (classes != null) {
                addAll(other, cell, cells[cell], classes, classNumbers);
            }
        }
    }

    private void addAll(Table other, int from, int to, int[] classes, int[] classNumbers) {
        for (int c = 0; c < classes.length; c++) {
            if (classes[c] > 0) {
                classesOf(to, classNumbers[c])[classNumbers[c]] += classes[c];
            }
        }
        addHash(to, other.hashes[2 * from], other.hashes[2 * from + 1], false);
        for (int t = 0; t < 2 * measures; t++) {
            int[] more = other.times[2 * from * measures + t];
            if (more != null) {
                int place = 2 * to * measures + t;
                times[place] = sum(times[place], more);
                sums[place] += other.sums[2 * from * measures + t];
            }
        }
        Examples more = mostExamples == 0 ? null : other.examples[from];
        if (more != null) {
            examplesOf(to).addAll(more.list());
        }
    }

    private int[] sum(int @Nullable [] there, int[] more) {
        if (there == null) {
            return more.clone();
        }
        boolean bins = exactUpTo == 0 || !Counts.isFew(more);
        if (bins && !Counts.isFew(there) && !Counts.isFew(more)) {
            return Counts.addMany(there, more);
        }
        int[] sum = there;
        int[] pairs = Counts.pairs(more);
        for (int i = 0; i < pairs.length; i += 2) {
            sum = bins ? addBin(sum, pairs[i], pairs[i + 1]) : addTime(sum, pairs[i], pairs[i + 1]);
        }
        return sum;
    }

    /** Whether a case of this class and these times may be taken out of a cell. */
    boolean holds(int cell, int ofClass, int[] coded) {
        int[] classes = cell < size ? counts[cell] : null;
        if (classes == null || ofClass >= classes.length || classes[ofClass] == 0) {
            return false;
        }
        for (int m = 0; m < coded.length; m++) {
            int time = coded[m];
            if (time >= 0) {
                int place = 2 * (cell * measures + m) + (time & 1);
                int[] there = times[place];
                if (there == null || Counts.get(there, Bins.of(time >> 1)) == 0 || sums[place] < time >> 1) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Adds a cell of a snapshot, or of another table in that form. */
    void add(int cell, Cell other, int[] classNumbers) {
        int[] pairs = other.classes();
        for (int i = 0; i < pairs.length; i += 2) {
            int ofClass = classNumbers[pairs[i]];
            classesOf(cell, ofClass)[ofClass] += pairs[i + 1];
        }
        if (pairs.length == 0) {
            classesOf(cell, 0);
        }
        addHash(cell, other.high(), other.low(), false);
        for (int t = 0; t < 2 * measures; t++) {
            int place = 2 * cell * measures + t;
            int[] values = other.times()[t];
            for (int i = 0; i < values.length; i += 2) {
                times[place] = other.binned()[t]
                        ? addBin(times[place], values[i], values[i + 1])
                        : addTime(times[place], values[i], values[i + 1]);
            }
            sums[place] += other.sums()[t];
        }
        if (mostExamples > 0) {
            examplesOf(cell).addAll(other.examples());
        }
    }

    /** A cell in its one form; null if it has counted nothing. */
    @Nullable Cell cell(int cell, int[] classPlaces) {
        int[] classes = counts[cell];
        if (classes == null) {
            return null;
        }
        int[] pairs = pairs(classes, classPlaces);
        if (pairs.length == 0) {
            return null;
        }
        int[][] values = new int[2 * measures][];
        boolean[] binned = new boolean[2 * measures];
        for (int t = 0; t < values.length; t++) {
            int[] there = times[2 * cell * measures + t];
            values[t] = there == null ? new int[0] : Counts.pairs(there);
            binned[t] = values[t].length > 0 && (exactUpTo == 0 || there != null && !Counts.isFew(there));
        }
        return new Cell(
                pairs,
                hashes[2 * cell],
                hashes[2 * cell + 1],
                Arrays.copyOfRange(sums, 2 * cell * measures, 2 * (cell + 1) * measures),
                values,
                binned,
                mostExamples == 0 ? List.of() : examplesOf(cell).list());
    }

    /** Class and count, sorted by the place that classes have. */
    private static int[] pairs(int[] classes, int[] classPlaces) {
        int used = 0;
        for (int count : classes) {
            used += count > 0 ? 1 : 0;
        }
        long[] sorted = new long[used];
        int next = 0;
        for (int c = 0; c < classes.length; c++) {
            if (classes[c] > 0) {
                sorted[next++] = (long) classPlaces[c] << Integer.SIZE | classes[c];
            }
        }
        Arrays.sort(sorted);
        int[] pairs = new int[2 * used];
        for (int i = 0; i < used; i++) {
            pairs[2 * i] = (int) (sorted[i] >>> Integer.SIZE);
            pairs[2 * i + 1] = (int) sorted[i];
        }
        return pairs;
    }

    /** Whether a class is counted in any cell. */
    void markUsed(boolean[] used) {
        for (int cell = 0; cell < size; cell++) {
            int[] classes = counts[cell];
            for (int c = 0; classes != null && c < classes.length; c++) {
                used[c] |= classes[c] > 0;
            }
        }
    }

    private int[] addTime(int @Nullable [] there, int minutes, int by) {
        if (exactUpTo == 0) {
            return addBin(there, Bins.of(minutes), by);
        }
        int[] values = there == null ? Counts.none() : there;
        if (!Counts.isFew(values)) {
            return addBin(values, Bins.of(minutes), by);
        }
        if (Counts.distinct(values) < exactUpTo || Counts.get(values, minutes) > 0) {
            return Counts.add(values, minutes, by, exactUpTo);
        }
        return addBin(intoBins(values), Bins.of(minutes), by);
    }

    private int[] addBin(int @Nullable [] there, int bin, int by) {
        if (there == null) {
            return exactUpTo == 0
                    ? Counts.add(Counts.none(), bin, by, FEW_BINS)
                    : Counts.add(Counts.manyFrom(bin), bin, by, 0);
        }
        if (exactUpTo > 0 && Counts.isFew(there)) {
            return Counts.add(intoBins(there), bin, by, 0);
        }
        return Counts.add(there, bin, by, FEW_BINS);
    }

    /** From exact minutes to bins, in the form for many, which is how bins are told from minutes. */
    private static int[] intoBins(int[] exact) {
        int[] pairs = Counts.pairs(exact);
        int[] bins = Counts.manyFrom(pairs.length == 0 ? 0 : Bins.of(pairs[0]));
        for (int i = 0; i < pairs.length; i += 2) {
            bins = Counts.add(bins, Bins.of(pairs[i]), pairs[i + 1], 0);
        }
        return bins;
    }

    private void addHash(int cell, long high, long low, boolean carry) {
        long before = hashes[2 * cell + 1];
        long sum = before + low;
        boolean overflow = Long.compareUnsigned(sum, before) < 0;
        if (carry) {
            sum++;
            overflow |= sum == 0;
        }
        hashes[2 * cell + 1] = sum;
        hashes[2 * cell] += high + (overflow ? 1 : 0);
    }

    private int[] classesOf(int cell, int ofClass) {
        if (cell >= size) {
            reach(cell);
        }
        int[] classes = counts[cell];
        if (classes == null || ofClass >= classes.length) {
            int length = Math.max(FIRST_CLASSES, Integer.highestOneBit(ofClass) << 1);
            classes = classes == null ? new int[length] : Arrays.copyOf(classes, length);
            counts[cell] = classes;
        }
        return classes;
    }

    private Examples examplesOf(int cell) {
        Examples there = examples[cell];
        if (there == null) {
            there = new Examples(mostExamples);
            examples[cell] = there;
        }
        return there;
    }

    private void reach(int cell) {
        if (cell >= counts.length) {
            int capacity = Math.max(cell + 1, 2 * counts.length);
            counts = Arrays.copyOf(counts, capacity);
            hashes = Arrays.copyOf(hashes, 2 * capacity);
            times = Arrays.copyOf(times, 2 * measures * capacity);
            sums = Arrays.copyOf(sums, 2 * measures * capacity);
            if (mostExamples > 0) {
                examples = Arrays.copyOf(examples, capacity);
            }
        }
        size = cell + 1;
    }
}
