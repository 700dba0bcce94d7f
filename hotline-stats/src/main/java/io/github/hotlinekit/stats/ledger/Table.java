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
 * of those that are running. The first counts of all its series are {@linkplain Occurrences together}; where they are more,
 * each series has its own. Times are counted in bins, or as they are where few are kept exactly; bins are then told from
 * them by their form, {@link Slice#DENSE}, and no series are together.
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
    private static final int FEW_INTS = 10;

    /** So many cells at once that what they have stays near. */
    private static final int BLOCK = 64;

    /** By {@linkplain Counts#layout layout}: how many values have a place. */
    private static final int[] PLACES = Counts.placesByLayout();
    /** The layout of all series of a cell that are together. */
    private static final byte TOGETHER = Counts.TOGETHER;

    /** Classes of fewer cases do not wait: to count them all later would be more work than to count these now. */
    private static final int MANY = Waiting.MOST / 4;

    /** So many values at once are put in order together. */
    private static final int MANY_VALUES = 32;

    private static final char[] NO_NUMBERS = {};
    private static final long[] NO_PLACES = {};
    private static final int[] NO_ENDS = {};

    private static final int INTS_AT = 16;
    private static final int INTS_MASK = (1 << INTS_AT) - 1;

    private static final int MOST_INTS = Integer.MAX_VALUE - 8;

    private final Form form;
    private final int sides;
    private final Occurrences occurrences;
    /** Whether all series of a cell are together as long as they are few. */
    private final boolean startsTogether;

    private IntPool pool = new IntPool();
    /** By cell: the sum of hashes, upper and lower half, and the sum of minutes of each side. */
    private long[] sums;
    /**
     * By cell: where the counts of its classes are, and those of each side; nowhere for a cell that no case has come to.
     * Where all are together, they are where those of its classes would be.
     */
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
        this.occurrences = new Occurrences(sides);
        this.startsTogether = form.exactUpTo() == 0 && Occurrences.suits(sides);
        this.layouts = new byte[slots.length];
        Arrays.fill(layouts, firstLayout());
        this.examples = form.examples() == 0 ? null : new @Nullable Examples[cells];
    }

    /** The layout of a slot for which nothing has been counted. */
    private byte firstLayout() {
        return startsTogether ? TOGETHER : 0;
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
            if (until - from > MANY_VALUES && layouts[slot] == TOGETHER) {
                separate(slot / (1 + sides));
            }
            if (until - from > MANY_VALUES && layouts[slot] == 0) {
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
        if (layouts[slot] == TOGETHER) {
            addTogether(slot, value, by);
        } else {
            put(slot, Counts.add(pool, slots[slot], value, by));
        }
    }

    private void addTogether(int slot, int value, int by) {
        int cell = slot / (1 + sides);
        int first = cell * (1 + sides);
        if (occurrences.hasRoom(pool.ints(), slots[first], value, by)) {
            slots[first] = occurrences.add(pool, slots[first], slot - first, value, by);
        } else {
            separate(cell);
            add(slot, value, by);
        }
    }

    /** Gives each series of a cell counts of its own, if all are together. */
    private void separate(int cell) {
        int first = cell * (1 + sides);
        if (layouts[first] == TOGETHER) {
            separate(pool, first);
        }
    }

    private void separate(IntPool pool, int first) {
        int[][] pairs = occurrences.pairs(pool.ints(), slots[first]);
        Slice.give(pool, slots[first]);
        for (int i = 0; i <= sides; i++) {
            slots[first + i] = Counts.of(pool, pairs[i]);
        }
        setLayouts(pool, first);
    }

    /** By series: the counts of a cell. */
    private int[][] pairs(int cell) {
        int first = cell * (1 + sides);
        if (layouts[first] == TOGETHER) {
            return occurrences.pairs(pool.ints(), slots[first]);
        }
        int[][] pairs = new int[1 + sides][];
        for (int i = 0; i <= sides; i++) {
            pairs[i] = Counts.pairs(pool, slots[first + i]);
        }
        return pairs;
    }

    private int get(int cell, int ofSeries, int value) {
        int first = cell * (1 + sides);
        return layouts[first] == TOGETHER
                ? occurrences.count(pool.ints(), slots[first], ofSeries, value)
                : Counts.get(pool, slots[first + ofSeries], value);
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
                if (form.exactUpTo() == 0) {
                    add(slot + 1 + side, Bins.of(minutes), by);
                } else {
                    put(slot + 1 + side, addTime(slots[slot + 1 + side], minutes, by));
                }
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
        if (isEmpty(cell) || get(cell, 0, ofClass) == 0) {
            return false;
        }
        for (int m = 0; m < coded.length; m++) {
            int time = coded[m][at];
            if (time >= 0) {
                int side = 2 * m + (time & 1);
                int minutes = time >> 1;
                if (get(cell, 1 + side, Bins.of(minutes)) == 0 || sums[cell * (HASH + sides) + HASH + side] < minutes) {
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
            addTimes(cell * (1 + sides) + 1 + side, other.times()[side], other.binned()[side]);
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
        if (form.exactUpTo() == 0 && isLarge(other) && classes.isBelow(PackedList.VALUES)) {
            writeAnew(other, cells, classes);
        } else {
            for (int from = 0; from < other.size; from++) {
                if (!other.isEmpty(from)) {
                    add(cells[from], other, from, classes);
                    addSums(cells[from], other, from);
                }
            }
        }
    }

    /** Writes the counts of both tables into a new pool, cell by cell, so that they lie in the order of the cells. */
    private void writeAnew(Table other, int[] cells, Renumbering classes) {
        int perCell = 1 + sides;
        int[] origins = new int[size];
        Arrays.fill(origins, -1);
        int[] more = new int[size + 1];
        for (int from = 0; from < other.size; from++) {
            if (!other.isEmpty(from)) {
                origins[cells[from]] = from;
                more[cells[from]] = other.slots[from * perCell];
            }
        }
        char[] numbers = startsTogether ? occurrences.numbers(classes) : NO_NUMBERS;
        IntPool fresh = new IntPool();
        fresh.makeRoom(Math.max(pool.used(), other.pool.used()) / FIRST_PART);
        for (int first = 0; first < size; first += BLOCK) {
            int until = Math.min(size, first + BLOCK);
            more[size] = other.read(more, origins, first, until); // kept, so that what is read is not left out
            if (first > 0 && !fresh.hasRoom((long) BLOCK * occurrences.room())) {
                // By what the cells so far take, and no more than both took: the first may have had the most cases.
                long rest = (long) fresh.used() * (size - first) / first;
                long most = (long) pool.used() + other.pool.used() - fresh.used();
                fresh.makeRoom(Math.min(rest + rest / ROOM_KEPT / 2, most));
            }
            for (int cell = first; cell < until; cell++) {
                int origin = origins[cell];
                if (areTogether(slots[cell * perCell], other, more[cell])) {
                    writeTogether(fresh, cell, other, more[cell], numbers);
                } else {
                    writeSeparate(fresh, cell, other, origin, classes);
                }
                if (origin >= 0) {
                    addSums(cell, other, origin);
                }
            }
        }
        if (fresh.capacity() - fresh.used() > fresh.used() / ROOM_KEPT) {
            fresh.trim();
        }
        pool = fresh;
    }

    /**
     * Reads where the counts of some cells begin and, a cache line being 16 ints, where most of them end, and their sums. Done
     * for a block of cells before they are added, memory is waited for once a block and not once a cell.
     */
    private int read(int[] places, int[] cells, int from, int until) {
        int[] ints = pool.ints();
        int perSums = HASH + sides;
        long all = 0;
        for (int i = from; i < until; i++) {
            all |= ints[places[i]] | ints[places[i] + FEW_INTS] | sums[Math.max(0, cells[i]) * perSums];
        }
        return (int) all;
    }

    private boolean areTogether(int at, Table other, int more) {
        return startsTogether
                && (at == IntPool.NONE || Occurrences.isHead(pool.ints()[at]))
                && (more == IntPool.NONE || Occurrences.isHead(other.pool.ints()[more]));
    }

    private void writeTogether(IntPool fresh, int cell, Table other, int more, char[] numbers) {
        int first = cell * (1 + sides);
        if (slots[first] == IntPool.NONE && more == IntPool.NONE) {
            return;
        }
        int sum = Occurrences.sum(fresh, pool.ints(), slots[first], other.pool.ints(), more, numbers);
        slots[first] = sum;
        if (occurrences.areMany(fresh.ints(), sum)) {
            separate(fresh, first);
        }
    }

    private void writeSeparate(IntPool fresh, int cell, Table other, int origin, Renumbering classes) {
        int first = cell * (1 + sides);
        int from = origin * (1 + sides);
        int mine = layouts[first] == TOGETHER ? slots[first] : IntPool.NONE;
        boolean isTogether = origin < 0 || other.layouts[from] == TOGETHER;
        int its = origin >= 0 && isTogether ? other.slots[from] : IntPool.NONE;
        for (int i = 0; i <= sides; i++) {
            int at = mine == IntPool.NONE ? slots[first + i] : IntPool.NONE;
            int more = isTogether ? IntPool.NONE : other.slots[from + i];
            slots[first + i] = i == 0
                    ? Counts.sum(fresh, pool, at, other.pool, more, classes)
                    : Counts.sum(fresh, pool, at, other.pool, more);
        }
        addEach(fresh, first, pool.ints(), mine, null);
        addEach(fresh, first, other.pool.ints(), its, classes);
        setLayouts(fresh, first);
    }

    /**
     * Adds what occurs to series that are not together.
     *
     * @param classes for each class, its number here; null if it is the same
     */
    private void addEach(IntPool pool, int first, int[] ints, int at, @Nullable Renumbering classes) {
        int n = at == IntPool.NONE ? 0 : Slice.values(ints[at]);
        for (int i = 0; i < n; i++) {
            int occurrence = Occurrences.get(ints, at, i);
            int slot = first + occurrences.seriesOf(occurrence);
            int value = occurrences.valueOf(occurrence);
            int number = slot == first && classes != null ? classes.of(value) : value;
            slots[slot] = Counts.add(pool, slots[slot], number, 1);
        }
    }

    private void setLayouts(IntPool pool, int first) {
        for (int slot = first; slot <= first + sides; slot++) {
            layouts[slot] = (byte) Counts.layout(pool, slots[slot]);
        }
    }

    private void add(int cell, Table other, int from, Renumbering classes) {
        int slot = cell * (1 + sides);
        int otherSlot = from * (1 + sides);
        if (other.layouts[otherSlot] == TOGETHER) {
            int[][] pairs = other.pairs(from);
            addClasses(cell, pairs[0], classes::of);
            for (int i = 1; i <= sides; i++) {
                addTimes(slot + i, pairs[i], true);
            }
            return;
        }
        separate(cell);
        if (classes.isBelow(PackedList.VALUES)) {
            put(slot, Counts.addAll(pool, slots[slot], other.pool, other.slots[otherSlot], classes));
        } else {
            addClasses(cell, Counts.pairs(other.pool, other.slots[otherSlot]), classes::of);
        }
        for (int i = 1; i <= sides; i++) {
            int more = other.slots[otherSlot + i];
            if (form.exactUpTo() == 0) {
                put(slot + i, Counts.addAll(pool, slots[slot + i], other.pool, more));
            } else {
                addTimes(slot + i, Counts.pairs(other.pool, more), Counts.isDense(other.pool, more));
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

    private void addClasses(int cell, int[] pairs, IntUnaryOperator numbers) {
        int slot = cell * (1 + sides);
        for (int i = 0; i < pairs.length; i += 2) {
            add(slot, numbers.applyAsInt(pairs[i]), pairs[i + 1]);
        }
    }

    private void addTimes(int slot, int[] pairs, boolean binned) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (form.exactUpTo() == 0) {
                add(slot, pairs[i], pairs[i + 1]);
            } else {
                int there = slots[slot];
                put(
                        slot,
                        binned
                                ? Counts.addDense(pool, intoBins(there), pairs[i], pairs[i + 1])
                                : addTime(there, pairs[i], pairs[i + 1]));
            }
        }
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
        int[][] counts = pairs(cell);
        int[] pairs = pairs(counts[0], classPlaces);
        if (pairs.length == 0) {
            return null;
        }
        int[][] values = new int[sides][];
        boolean[] binned = new boolean[sides];
        long[] minutes = new long[sides];
        for (int side = 0; side < sides; side++) {
            values[side] = counts[1 + side];
            binned[side] =
                    values[side].length > 0 && (form.exactUpTo() == 0 || Counts.isDense(pool, slots[slot + 1 + side]));
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
            int[] pairs = pairs(cell)[0];
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
            int known = layouts.length;
            layouts = Arrays.copyOf(layouts, slots.length);
            Arrays.fill(layouts, known, layouts.length, firstLayout());
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
