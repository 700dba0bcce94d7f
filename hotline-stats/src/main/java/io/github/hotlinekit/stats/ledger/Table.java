package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.stats.metric.CaseFact;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one grouping and one time basis, by number, while they change. Their form may depend on the history, what
 * {@link #cell} gives of them does not.
 *
 * <p>Cells lie in arrays: of each the sum of the hashes and of the minutes in one, and where its counts are in another. A
 * cell has a series of counts for its classes, and one for each side of each measure: times of phases that have ended, and
 * of those that are running. Times are counted in bins, or as they are where few are kept exactly; bins are then told from
 * them by their form, {@link Slice#DENSE}.
 */
final class Table {

    /** What cells of one table have in common. */
    record Form(int measures, int exactUpTo, int examples) {}

    private static final int FIRST_CAPACITY = 16;
    /** The counts of so few slots are at hand, so that none waits. */
    private static final int FEW_SLOTS = 256;

    private static final int HASH = 2;
    /** Of so many ints that are used, room for one more is kept. */
    private static final int ROOM_KEPT = 8;

    /** When two tables become one, room is made for a part of it, and for the rest when it is known what a part takes. */
    private static final int FIRST_PART = 8;
    /** Counts of few cases end not far behind. */
    private static final int FEW_INTS = 6;

    /** So many cells at once that what they have stays near. */
    private static final int BLOCK = 64;

    /** By {@linkplain Counts#layout layout}: how many values have a place. */
    private static final int[] PLACES = Counts.placesByLayout();

    /** Classes of fewer cases do not wait: to count them all later would be more work than to count these now. */
    private static final int MANY = Waiting.MOST / 4;

    private static final long[] NO_PLACES = {};
    private static final int[] NO_ENDS = {};

    private static final int INTS_AT = 16;
    private static final int INTS_MASK = (1 << INTS_AT) - 1;

    private static final int MOST_INTS = Integer.MAX_VALUE - 8;

    private final Form form;
    private final int sides;
    private IntPool pool = new IntPool();
    /** By cell: the sum of hashes, upper and lower half, and the sum of minutes of each side. */
    private long[] sums;
    /** By cell: where the counts of its classes are, and those of each side; nowhere for a cell that no case has come to. */
    private int[] slots;
    /**
     * By slot: the {@linkplain Counts#layout layout} of its counts, so that a value that has a place is counted without a look
     * at the head of the slice, which lies elsewhere in memory than the place.
     */
    private byte[] layouts;

    private @Nullable Examples @Nullable [] examples;
    private int size;
    private final ClassBacklog classBacklog = new ClassBacklog();
    private final Backlog backlog = new Backlog();
    /**
     * By slot: where its first count is, in the upper half, and in the lower how many values have a place: in its lower half
     * where they are bytes, and in its upper half where they are ints.
     */
    private long[] placesOf = NO_PLACES;
    /** By slot: where its values end when they are put in order. */
    private int[] ends = NO_ENDS;

    Table(Form form, int cells) {
        this.form = form;
        this.sides = 2 * form.measures();
        this.sums = new long[cells * (HASH + sides)];
        this.slots = new int[cells * (1 + sides)];
        this.layouts = new byte[slots.length];
        this.examples = form.examples() == 0 ? null : new @Nullable Examples[cells];
    }

    static Table of(Form form) {
        return new Table(form, FIRST_CAPACITY);
    }

    int size() {
        return size;
    }

    private boolean isEmpty(int cell) {
        return cell >= size || slots[cell * (1 + sides)] == IntPool.NONE;
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
                add(classBacklog.fullCell(i) * (1 + sides), classBacklog.fullClass(i), ClassBacklog.FULL);
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
        return classBacklog.makePlaces(slots.length / (1 + sides), classCount);
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
                    add(cell * (1 + sides), ofClass, count);
                }
            }
        }
        classBacklog.clear();
    }

    private void addClasses(int[] cells, int[] classes, int size) {
        int perCell = 1 + sides;
        int[] ints = pool.ints();
        for (int i = 0; i < size; i++) {
            if (cells[i] >= 0) {
                int slot = cells[i] * perCell;
                if (!isCounted(ints, slot, classes[i])) {
                    add(slot, classes[i], 1);
                    ints = pool.ints();
                }
            }
        }
    }

    private void addTimes(int[] cells, int[] coded, int cases, int firstSide) {
        int all = size * (1 + sides);
        if (all > FEW_SLOTS && all <= Backlog.SLOTS) {
            addWaitingTimes(cells, coded, cases, firstSide);
            return;
        }
        int perCell = 1 + sides;
        int perSums = HASH + sides;
        if (!backlog.hasRoom(cases)) {
            countWaiting();
        }
        int[] ints = pool.ints();
        int[] rest = backlog.makeRoom(cases);
        int first = backlog.size(); // others may wait, from when there were fewer cells
        int left = first;
        for (int i = 0; i < cases; i++) {
            int time = coded[i];
            if (cells[i] >= 0 && time >= 0) {
                int side = firstSide + (time & 1);
                int minutes = time >> 1;
                sums[cells[i] * perSums + HASH + side] += minutes;
                if (!isCounted(ints, cells[i] * perCell + 1 + side, Bins.of(minutes))) {
                    rest[left++] = i;
                }
            }
        }
        for (int k = first; k < left; k++) {
            int time = coded[rest[k]];
            count(cells[rest[k]] * perCell + 1 + firstSide + (time & 1), Bins.of(time >> 1));
        }
    }

    private void addWaitingTimes(int[] cells, int[] coded, int cases, int firstSide) {
        if (!backlog.hasRoom(cases)) {
            countWaiting();
        }
        int[] waiting = backlog.makeRoom(cases);
        int perCell = 1 + sides;
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
        int slots = size * (1 + sides);
        int rest = waits;
        if (waits >= slots) {
            findPlaces(slots);
            rest = countPlaced(all, waits, placesOf, pool.ints());
        }
        if (rest >= slots) {
            countBySlots(all, rest, slots);
            return;
        }
        for (int i = 0; i < rest; i++) {
            count(Backlog.slot(all[i]), Backlog.value(all[i]));
        }
    }

    private void count(int slot, int value) {
        if (!isCounted(pool.ints(), slot, value)) {
            add(slot, value, 1);
        }
    }

    private void findPlaces(int slots) {
        if (placesOf.length < slots) {
            placesOf = new long[this.slots.length];
        }
        for (int slot = 0; slot < slots; slot++) {
            int layout = layouts[slot];
            int places = Math.min(Backlog.VALUES, PLACES[layout]);
            placesOf[slot] = ((long) (this.slots[slot] + 1) << Integer.SIZE)
                    | (layout < Counts.IN_BYTES ? places << INTS_AT : places);
        }
    }

    /**
     * Counts what has its place. Nothing is called in the loop that may move a count, so that all it needs stays in
     * registers.
     *
     * @param all slots and values; those that are left come first
     * @param placesOf as {@link #placesOf}
     * @return how many are left
     */
    private static int countPlaced(int[] all, int waits, long[] placesOf, int[] ints) {
        int rest = 0;
        for (int i = 0; i < waits; i++) {
            int value = Backlog.value(all[i]);
            long there = placesOf[Backlog.slot(all[i])];
            int first = (int) (there >>> Integer.SIZE);
            int places = (int) there;
            if (value < (places & INTS_MASK) && ByteCounts.add(ints, first, value, 1)) {
                continue;
            }
            if (value < places >>> INTS_AT) {
                ints[first + value]++;
            } else {
                all[rest++] = all[i];
            }
        }
        return rest;
    }

    /** Counts slots and values, slot by slot: many of one that has no places for them are put in order once. */
    private void countBySlots(int[] all, int n, int slots) {
        if (ends.length < slots) {
            ends = new int[this.slots.length];
        }
        int[] values = backlog.putBySlots(all, n, ends, slots);
        int from = 0;
        for (int slot = 0; slot < slots; slot++) {
            int until = ends[slot];
            if (until - from > Occurrences.MOST && layouts[slot] == 0) {
                put(slot, Counts.addValues(pool, this.slots[slot], values, from, until, backlog.counts()));
            } else {
                for (int i = from; i < until; i++) {
                    count(slot, values[i]);
                }
            }
            from = until;
        }
    }

    /** Counts what waits, and gives the memory for it back. */
    private void settle() {
        countWaitingClasses();
        classBacklog.release();
        countWaiting();
        backlog.release();
        placesOf = NO_PLACES;
        ends = NO_ENDS;
    }

    /** Counts a value if it has a place. */
    private boolean isCounted(int[] ints, int slot, int value) {
        int layout = layouts[slot];
        if (value >= PLACES[layout]) {
            return false;
        }
        int first = slots[slot] + 1;
        if (layout >= Counts.IN_BYTES) {
            return ByteCounts.add(ints, first, value, 1);
        }
        ints[first + value]++;
        return true;
    }

    /** Adds to a count in the form that suits. */
    private void add(int slot, int value, int by) {
        put(slot, Counts.add(pool, slots[slot], value, by));
    }

    private void put(int slot, int at) {
        slots[slot] = at;
        layouts[slot] = (byte) Counts.layout(pool, at);
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
        int slot = cell * (1 + sides);
        int sum = cell * (HASH + sides);
        add(slot, ofClass, by);
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
                int there = slots[slot + 1 + side];
                put(
                        slot + 1 + side,
                        form.exactUpTo() == 0
                                ? Counts.add(pool, there, Bins.of(minutes), by)
                                : addTime(there, minutes, by));
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
        countWaitingClasses();
        countWaiting();
        if (isEmpty(cell) || Counts.get(pool, slots[cell * (1 + sides)], ofClass) == 0) {
            return false;
        }
        for (int m = 0; m < coded.length; m++) {
            int time = coded[m][at];
            if (time >= 0) {
                int side = 2 * m + (time & 1);
                int minutes = time >> 1;
                if (Counts.get(pool, slots[cell * (1 + sides) + 1 + side], Bins.of(minutes)) == 0
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
        addClasses(cell, other.classes(), ofClass -> numbers[ofClass]);
        addHash(cell * (HASH + sides), other.high(), other.low());
        for (int side = 0; side < sides; side++) {
            sums[cell * (HASH + sides) + HASH + side] += other.sums()[side];
            int slot = cell * (1 + sides) + 1 + side;
            put(slot, addTimes(slots[slot], other.times()[side], other.binned()[side]));
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
        boolean packs = classes.isBelow(PackedList.VALUES);
        if (packs && form.exactUpTo() == 0 && isLarge(other)) {
            writeAnew(other, cells, classes);
        } else {
            for (int from = 0; from < other.size; from++) {
                if (!other.isEmpty(from)) {
                    add(cells[from], other, from, classes, packs);
                }
            }
        }
        for (int from = 0; from < other.size; from++) {
            if (!other.isEmpty(from)) {
                addSums(cells[from], other, from);
            }
        }
    }

    /** Writes the counts of both tables into a new pool, cell by cell, so that they lie in the order of the cells. */
    private void writeAnew(Table other, int[] cells, Renumbering numbers) {
        int[] origins = new int[size];
        Arrays.fill(origins, -1);
        for (int from = 0; from < other.size; from++) {
            if (!other.isEmpty(from)) {
                origins[cells[from]] = from;
            }
        }
        IntPool fresh = new IntPool();
        fresh.makeRoom(Math.max(pool.used(), other.pool.used()) / FIRST_PART);
        int perCell = 1 + sides;
        int[] more = new int[BLOCK * perCell + 1];
        for (int first = 0; first < size; first += BLOCK) {
            int until = Math.min(size, first + BLOCK);
            for (int cell = first; cell < until; cell++) {
                int origin = origins[cell];
                for (int i = 0; i < perCell; i++) {
                    more[(cell - first) * perCell + i] = origin < 0 ? IntPool.NONE : other.slots[origin * perCell + i];
                }
            }
            int n = (until - first) * perCell;
            more[n] = read(other.pool, more, n); // kept, so that what is read is not left out
            if (first > 0 && !fresh.hasRoom((long) n * Occurrences.ROOM)) {
                // By what the cells so far take, and no more than both took: the first may have had the most cases.
                long rest = (long) fresh.used() * (size - first) / first;
                long most = (long) pool.used() + other.pool.used() - fresh.used();
                fresh.makeRoom(Math.min(rest + rest / ROOM_KEPT / 2, most));
            }
            for (int cell = first; cell < until; cell++) {
                int slot = cell * perCell;
                int from = (cell - first) * perCell;
                slots[slot] = Counts.sum(fresh, pool, slots[slot], other.pool, more[from], numbers);
                for (int side = 1; side <= sides; side++) {
                    slots[slot + side] = Counts.sum(fresh, pool, slots[slot + side], other.pool, more[from + side]);
                }
            }
        }
        if (fresh.capacity() - fresh.used() > fresh.used() / ROOM_KEPT) {
            fresh.trim();
        }
        pool = fresh;
        for (int slot = 0; slot < size * perCell; slot++) {
            layouts[slot] = (byte) Counts.layout(pool, slots[slot]);
        }
    }

    /**
     * Reads where the counts of some slots begin and, a cache line being 16 ints, where most of them end. Done for a block of
     * cells before they are added, memory is waited for once a block and not once a cell.
     */
    private static int read(IntPool pool, int[] slots, int n) {
        int[] ints = pool.ints();
        int all = 0;
        for (int i = 0; i < n; i++) {
            all |= ints[slots[i]] | ints[slots[i] + FEW_INTS];
        }
        return all;
    }

    private void add(int cell, Table other, int from, Renumbering numbers, boolean packs) {
        int slot = cell * (1 + sides);
        int otherSlot = from * (1 + sides);
        if (packs) {
            put(slot, Counts.addAll(pool, slots[slot], other.pool, other.slots[otherSlot], numbers));
        } else {
            addClasses(cell, Counts.pairs(other.pool, other.slots[otherSlot]), numbers::of);
        }
        for (int side = 1; side <= sides; side++) {
            int more = other.slots[otherSlot + side];
            put(
                    slot + side,
                    form.exactUpTo() == 0
                            ? Counts.addAll(pool, slots[slot + side], other.pool, more)
                            : addTimes(
                                    slots[slot + side],
                                    Counts.pairs(other.pool, more),
                                    Counts.isDense(other.pool, more)));
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

    private void addClasses(int cell, int[] pairs, IntUnaryOperator numbers) {
        int slot = cell * (1 + sides);
        for (int i = 0; i < pairs.length; i += 2) {
            add(slot, numbers.applyAsInt(pairs[i]), pairs[i + 1]);
        }
    }

    private int addTimes(int there, int[] pairs, boolean binned) {
        int sum = there;
        for (int i = 0; i < pairs.length; i += 2) {
            if (form.exactUpTo() == 0) {
                sum = Counts.add(pool, sum, pairs[i], pairs[i + 1]);
            } else {
                sum = binned
                        ? Counts.addDense(pool, intoBins(sum), pairs[i], pairs[i + 1])
                        : addTime(sum, pairs[i], pairs[i + 1]);
            }
        }
        return sum;
    }

    /** Counts a time where few are kept exactly. */
    private int addTime(int there, int minutes, int by) {
        if (!Counts.isDense(pool, there)
                && (Counts.distinct(pool, there) < form.exactUpTo() || Counts.get(pool, there, minutes) > 0)) {
            return Counts.addPair(pool, there, minutes, by);
        }
        return Counts.addDense(pool, intoBins(there), Bins.of(minutes), by);
    }

    /** From exact minutes to bins, in the form for many, which is how bins are told from minutes. */
    private int intoBins(int there) {
        if (there == IntPool.NONE || Counts.isDense(pool, there)) {
            return there;
        }
        int[] pairs = Counts.pairs(pool, there);
        Slice.give(pool, there);
        int bins = IntPool.NONE;
        for (int i = 0; i < pairs.length; i += 2) {
            bins = Counts.addDense(pool, bins, Bins.of(pairs[i]), pairs[i + 1]);
        }
        return bins;
    }

    /** A cell in its one form; null if it has counted nothing. */
    @Nullable
    Cell cell(int cell, int[] classPlaces) {
        settle();
        int slot = cell * (1 + sides);
        int[] pairs = pairs(Counts.pairs(pool, slots[slot]), classPlaces);
        if (pairs.length == 0) {
            return null;
        }
        int[][] values = new int[sides][];
        boolean[] binned = new boolean[sides];
        long[] minutes = new long[sides];
        for (int side = 0; side < sides; side++) {
            int there = slots[slot + 1 + side];
            values[side] = Counts.pairs(pool, there);
            binned[side] = values[side].length > 0 && (form.exactUpTo() == 0 || Counts.isDense(pool, there));
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
            int[] pairs = Counts.pairs(pool, slots[cell * (1 + sides)]);
            for (int i = 0; i < pairs.length; i += 2) {
                used[pairs[i]] = true;
            }
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
        if (cell >= slots.length / (1 + sides)) {
            int most = MOST_INTS / (HASH + sides);
            if (cell >= most) {
                throw new ArithmeticException("a grouping with " + form.measures() + " measures has at most " + most
                        + " cells on one time basis, but there would be " + (cell + 1L));
            }
            int cells = (int) Math.min(most, Math.max(cell + 1L, wanted));
            sums = Arrays.copyOf(sums, cells * (HASH + sides));
            slots = Arrays.copyOf(slots, cells * (1 + sides));
            layouts = Arrays.copyOf(layouts, slots.length);
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
