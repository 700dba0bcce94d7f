package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.stats.metric.CaseFact;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one grouping and one time basis, by number, while they change. Their form may depend on the history, what
 * {@link #cell} gives of them does not.
 *
 * <p>Of each cell there are the sums of the hashes and of the minutes, and {@linkplain CellCounts counts} of its classes and
 * of the times of each side of each measure: those of phases that have ended, and of those that are running. Times are
 * counted in bins, or as they are where few are kept exactly.
 */
final class Table {

    /** What cells of one table have in common. */
    record Form(int measures, int exactUpTo, int examples) {}

    private static final int FIRST_CAPACITY = 16;
    /** The counts of so few slots are at hand, so that none waits. */
    private static final int FEW_SLOTS = 256;

    private static final int HASH = 2;
    /** Fewer cells are added one by one, as to write them anew takes a table of what occurs. */
    private static final int FEW_CELLS = 64;
    /** Classes of fewer cases do not wait: to count them all later would be more work than to count these now. */
    private static final int MANY = Waiting.MOST / 4;

    private static final int MOST_INTS = Integer.MAX_VALUE - 8;
    private final Form form;
    private final int sides;
    private final CellCounts counts;
    /** By cell: the sum of hashes, upper and lower half, and the sum of minutes of each side. */
    private long[] sums;

    private @Nullable Examples @Nullable [] examples;
    private int size;
    private final ClassBacklog classBacklog = new ClassBacklog();
    private final Backlog backlog = new Backlog();

    Table(Form form, int cells) {
        this.form = form;
        this.sides = 2 * form.measures();
        this.counts = new CellCounts(sides, form.exactUpTo(), cells);
        this.sums = new long[cells * (HASH + sides)];
        this.examples = form.examples() == 0 ? null : new @Nullable Examples[cells];
    }

    static Table of(Form form) {
        return new Table(form, FIRST_CAPACITY);
    }

    int size() {
        return size;
    }

    private boolean isEmpty(int cell) {
        return cell >= size || counts.isEmpty(cell);
    }

    /**
     * Counts cases that wait, where no times are kept exactly and no examples.
     *
     * @param cells by case, its cell; negative for one that is absent
     * @param classes by case, its class
     * @param classCount how many classes there are
     * @param coded by measure, then by case, its time, as {@link CaseFact#coded}
     */
    void count(Waiting cases, int[] cells, int[] classes, int classCount, int[][] coded) {
        int size = cases.size();
        addHashes(cases, cells, size);
        if (size >= MANY && hasPlacesForClasses(classCount)) {
            int full = classBacklog.add(cells, classes, size);
            for (int i = 0; i < full; i++) {
                counts.add(classBacklog.fullCell(i) * counts.perCell(), classBacklog.fullClass(i), ClassBacklog.FULL);
            }
        } else {
            addClasses(cells, classes, size);
        }
        for (int m = 0; m < coded.length; m++) {
            addTimes(cells, coded[m], size, 2 * m);
        }
    }

    // Where cases count lies apart in memory. So each loop does little else, and the processor asks for several
    // places at once.

    private void addHashes(Waiting cases, int[] cells, int size) {
        int perSums = HASH + sides;
        long[] high = cases.hashHigh();
        long[] low = cases.hashLow();
        for (int i = 0; i < size; i++) {
            if (cells[i] >= 0) {
                addHash(cells[i] * perSums, high[i], low[i]);
            }
        }
    }

    private boolean hasPlacesForClasses(int classCount) {
        if (classBacklog.hasPlaces(size, classCount)) {
            return true;
        }
        countWaitingClasses();
        return classBacklog.makePlaces(counts.cells(), classCount);
    }

    private void countWaitingClasses() {
        if (!classBacklog.waits()) {
            return;
        }
        int cells = Math.min(size, classBacklog.cells());
        int classes = classBacklog.classes();
        for (int cell = 0; cell < cells; cell++) {
            for (int ofClass = 0; ofClass < classes; ofClass++) {
                int count = classBacklog.take(cell, ofClass);
                if (count > 0) {
                    counts.add(cell * counts.perCell(), ofClass, count);
                }
            }
        }
        classBacklog.clear();
    }

    private void addClasses(int[] cells, int[] classes, int size) {
        int perCell = counts.perCell();
        int[] ints = counts.ints();
        for (int i = 0; i < size; i++) {
            if (cells[i] >= 0) {
                int slot = cells[i] * perCell;
                if (!counts.isCounted(ints, slot, classes[i])) {
                    counts.add(slot, classes[i], 1);
                    ints = counts.ints();
                }
            }
        }
    }

    private void addTimes(int[] cells, int[] coded, int cases, int firstSide) {
        int all = size * counts.perCell();
        if (all > FEW_SLOTS && all <= Backlog.SLOTS) {
            addWaitingTimes(cells, coded, cases, firstSide);
            return;
        }
        int perCell = counts.perCell();
        int perSums = HASH + sides;
        if (!backlog.hasRoom(cases)) {
            countWaiting();
        }
        int[] ints = counts.ints();
        int[] rest = backlog.makeRoom(cases);
        int first = backlog.size(); // others may wait, from when there were fewer cells
        int left = first;
        for (int i = 0; i < cases; i++) {
            int time = coded[i];
            if (cells[i] >= 0 && time >= 0) {
                int side = firstSide + (time & 1);
                int minutes = time >> 1;
                sums[cells[i] * perSums + HASH + side] += minutes;
                if (!counts.isCounted(ints, cells[i] * perCell + 1 + side, Bins.of(minutes))) {
                    rest[left++] = i;
                }
            }
        }
        for (int k = first; k < left; k++) {
            int time = coded[rest[k]];
            counts.count(cells[rest[k]] * perCell + 1 + firstSide + (time & 1), Bins.of(time >> 1));
        }
    }

    private void addWaitingTimes(int[] cells, int[] coded, int cases, int firstSide) {
        if (!backlog.hasRoom(cases)) {
            countWaiting();
        }
        int[] waiting = backlog.makeRoom(cases);
        int perCell = counts.perCell();
        int perSums = HASH + sides;
        long[] minutesOf = sums;
        int waits = backlog.size();
        for (int i = 0; i < cases; i++) {
            int time = coded[i];
            if (cells[i] >= 0 && time >= 0) {
                int side = firstSide + (time & 1);
                int minutes = time >> 1;
                minutesOf[cells[i] * perSums + HASH + side] += minutes;
                waiting[waits++] = Backlog.entry(cells[i] * perCell + 1 + side, Bins.of(minutes));
            }
        }
        backlog.setSize(waits);
    }

    private void countWaiting() {
        int waits = backlog.size();
        if (waits == 0) {
            return;
        }
        int[] all = backlog.take();
        int slots = size * counts.perCell();
        int rest = waits < slots ? waits : counts.countPlaced(all, waits, slots);
        if (rest >= slots) {
            counts.countBySlots(all, rest, slots, backlog);
            return;
        }
        for (int i = 0; i < rest; i++) {
            counts.count(Backlog.slot(all[i]), Backlog.value(all[i]));
        }
    }

    /** Counts what waits, and gives the memory for it back. */
    private void settle() {
        countWaiting(); // first, as it tells which cells have many cases
        backlog.release();
        countWaitingClasses();
        classBacklog.release();
        counts.release();
    }

    /**
     * Counts a case, or takes it out.
     *
     * @param coded by measure, then by case, its time, as {@link CaseFact#coded}
     * @param at the place of the case
     * @param by 1 or -1
     */
    void count(int cell, int ofClass, CaseFact fact, int[][] coded, int at, int by) {
        makeRoom(cell);
        int slot = cell * counts.perCell();
        int sum = cell * (HASH + sides);
        counts.add(slot, ofClass, by);
        if (by > 0) {
            addHash(sum, fact.hashHigh(), fact.hashLow());
        } else {
            subtractHash(sum, fact.hashHigh(), fact.hashLow());
        }
        for (int m = 0; m < coded.length; m++) {
            int time = coded[m][at];
            if (time >= 0) {
                int side = 2 * m + (time & 1);
                int minutes = time >> 1;
                sums[sum + HASH + side] += by > 0 ? minutes : -minutes;
                counts.addTime(slot + 1 + side, minutes, by);
            }
        }
        if (examples != null) {
            examples(cell)
                    .add(new Examples.Example(
                            fact.hashHigh(), fact.hashLow(), fact.number().value()));
        }
    }

    private void addHash(int at, long high, long low) {
        long sum = sums[at + 1] + low;
        sums[at + 1] = sum;
        sums[at] += high + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
    }

    private void subtractHash(int at, long high, long low) {
        boolean borrow = Long.compareUnsigned(sums[at + 1], low) < 0;
        sums[at + 1] -= low;
        sums[at] -= high + (borrow ? 1 : 0);
    }

    /** Whether a case of this class and these times may be taken out of a cell. */
    boolean holds(int cell, int ofClass, int[][] coded, int at) {
        countWaiting();
        countWaitingClasses();
        if (isEmpty(cell) || !counts.holds(cell, 0, ofClass)) {
            return false;
        }
        for (int m = 0; m < coded.length; m++) {
            int time = coded[m][at];
            if (time >= 0) {
                int side = 2 * m + (time & 1);
                int minutes = time >> 1;
                if (!counts.holds(cell, 1 + side, Bins.of(minutes))
                        || sums[cell * (HASH + sides) + HASH + side] < minutes) {
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
    void add(int cell, Cell other, int[] numbers) {
        makeRoom(cell);
        counts.addClasses(cell, other.classes(), ofClass -> numbers[ofClass]);
        addHash(cell * (HASH + sides), other.high(), other.low());
        for (int side = 0; side < sides; side++) {
            sums[cell * (HASH + sides) + HASH + side] += other.sums()[side];
            counts.addTimes(cell * counts.perCell() + 1 + side, other.times()[side], other.binned()[side]);
        }
        if (examples != null) {
            examples(cell).addAll(other.examples());
        }
    }

    /**
     * Makes room for all cells of another table, and no more where it has many.
     *
     * @param cells for each cell of the other table, its number here
     */
    void makeRoom(Table other, int[] cells) {
        int last = -1;
        for (int from = 0; from < other.size; from++) {
            last = Math.max(last, cells[from]);
        }
        if (last >= 0) {
            makeRoom(last, isLarge(other) ? last + 1L : (last + 1L) * 3 / 2);
        }
    }

    /** Whether another table is so large that to write all sums anew is not much more work than to change some. */
    private boolean isLarge(Table other) {
        return 2L * other.size >= size;
    }

    /**
     * Adds all cells of another table, which has the same form and stays as it is.
     *
     * @param cells for each cell of the other table, its number here
     * @param classes for each class of the other table, its number here
     */
    void addAll(Table other, int[] cells, Renumbering classes) {
        settle();
        other.settle();
        makeRoom(other, cells);
        if (other.size >= FEW_CELLS && isLarge(other) && counts.mayWriteAnew(classes)) {
            counts.writeAnew(size, other.counts, other.size, cells, classes);
        } else {
            for (int from = 0; from < other.size; from++) {
                if (!other.isEmpty(from)) {
                    counts.add(cells[from], other.counts, from, classes);
                }
            }
        }
        for (int from = 0; from < other.size; from++) {
            if (!other.isEmpty(from)) {
                addSums(cells[from], other, from);
            }
        }
    }

    private void addSums(int cell, Table other, int from) {
        int at = cell * (HASH + sides);
        int otherAt = from * (HASH + sides);
        addHash(at, other.sums[otherAt], other.sums[otherAt + 1]);
        for (int side = 0; side < sides; side++) {
            sums[at + HASH + side] += other.sums[otherAt + HASH + side];
        }
        Examples kept = other.examples == null ? null : other.examples[from];
        if (kept != null) {
            examples(cell).addAll(kept.list());
        }
    }

    /** A cell in its one form; null if it has counted nothing. */
    @Nullable
    Cell cell(int cell, int[] classPlaces) {
        settle();
        int[][] series = counts.pairs(cell);
        int[] pairs = pairs(series[0], classPlaces);
        if (pairs.length == 0) {
            return null;
        }
        int[][] values = new int[sides][];
        boolean[] binned = new boolean[sides];
        long[] minutes = new long[sides];
        for (int side = 0; side < sides; side++) {
            values[side] = series[1 + side];
            binned[side] = values[side].length > 0 && counts.isBinned(cell * counts.perCell() + 1 + side);
            minutes[side] = sums[cell * (HASH + sides) + HASH + side];
        }
        int at = cell * (HASH + sides);
        Examples kept = examples == null ? null : examples[cell];
        return new Cell(pairs, sums[at], sums[at + 1], minutes, values, binned, kept == null ? List.of() : kept.list());
    }

    /** Class and count, sorted by the place that classes have. */
    private static int[] pairs(int[] pairs, int[] classPlaces) {
        long[] places = new long[pairs.length / 2];
        for (int i = 0; i < places.length; i++) {
            places[i] = ((long) classPlaces[pairs[2 * i]] << Integer.SIZE) | pairs[2 * i + 1];
        }
        Arrays.sort(places);
        for (int i = 0; i < places.length; i++) {
            pairs[2 * i] = (int) (places[i] >>> Integer.SIZE);
            pairs[2 * i + 1] = (int) places[i];
        }
        return pairs;
    }

    /** Notes which classes occur. */
    void markUsed(boolean[] used) {
        countWaitingClasses();
        for (int cell = 0; cell < size; cell++) {
            counts.markClasses(cell, used);
        }
    }

    /** Whether there is room for twice as many cells. */
    boolean hasRoom() {
        return size <= MOST_INTS / (HASH + sides) / 2;
    }

    /**
     * Makes room for the cells up to one.
     *
     * @throws ArithmeticException if they do not fit into an array; the table is then as it was
     */
    void makeRoom(int cell) {
        makeRoom(cell, (cell + 1L) * 3 / 2);
    }

    private void makeRoom(int cell, long wanted) {
        if (cell < size) {
            return;
        }
        if (cell >= counts.cells()) {
            int most = MOST_INTS / (HASH + sides);
            if (cell >= most) {
                throw new ArithmeticException("a grouping with " + form.measures() + " measures has at most " + most
                        + " cells on one time basis, but there would be " + (cell + 1L));
            }
            int cells = (int) Math.min(most, Math.max(cell + 1L, wanted));
            sums = Arrays.copyOf(sums, cells * (HASH + sides));
            counts.makeRoom(cells);
            if (examples != null) {
                examples = Arrays.copyOf(examples, cells);
            }
        }
        size = cell + 1;
    }

    private Examples examples(int cell) {
        @Nullable Examples[] all = examples;
        if (all == null) {
            throw new IllegalStateException("no examples are kept");
        }
        Examples kept = all[cell];
        if (kept == null) {
            kept = new Examples(form.examples());
            all[cell] = kept;
        }
        return kept;
    }
}
