package io.github.hotlinekit.stats.ledger;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of one table have counted: of each cell a series of counts for its classes, and one for each side of each
 * measure, by bins. The first counts of all series of a cell are {@linkplain Occurrences together}; where they are more, each
 * series has its own.
 *
 * <p>Where few times are kept exactly, they are minutes as long as they are few; bins are then told from them by their form,
 * {@link Slice#DENSE}, and no series are together.
 *
 * <p>A cell and a series have a slot: that of the cell's classes, which is {@link #perCell} times the cell, or so many behind.
 */
final class CellCounts {

    /** Of so many ints that are used, room for one more is kept. */
    private static final int ROOM_KEPT = 8;
    /** When two tables become one, room is made for a part of it, and for the rest when it is known what a part takes. */
    private static final int FIRST_PART = 8;
    /** So great a part of what is used is made room for at least. */
    private static final int LEAST_PART = 4;
    /** Counts of few cases end not far behind; no farther than {@link IntPool#SPARE} allows to read. */
    private static final int FEW_INTS = 10;
    /** So many cells at once that what they have stays near. */
    private static final int BLOCK = 64;
    /** By {@linkplain Counts#layout layout}: how many values have a place. */
    private static final int[] PLACES = Counts.placesByLayout();
    /** The layout of all series of a cell that are together. */
    private static final byte TOGETHER = Counts.TOGETHER;
    /** So many values at once are put in order together. */
    private static final int MANY_VALUES = 32;

    private static final char[] NO_NUMBERS = {};
    private static final long[] NO_PLACES = {};
    private static final int[] NO_ENDS = {};
    private static final int INTS_AT = 16;
    private static final int INTS_MASK = (1 << INTS_AT) - 1;

    private final int sides;
    private final int exactUpTo;
    private final Occurrences occurrences;
    /** Whether all series of a cell are together as long as they are few. */
    private final boolean startsTogether;

    private IntPool pool = new IntPool();
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
    /**
     * By slot: where its first count is, in the upper half, and in the lower how many values have a place: in its lower half
     * where they are bytes, and in its upper half where they are ints.
     */
    private long[] placesOf = NO_PLACES;
    /** By slot: where its values end when they are put in order. */
    private int[] ends = NO_ENDS;

    CellCounts(int sides, int exactUpTo, int cells) {
        this.sides = sides;
        this.exactUpTo = exactUpTo;
        this.occurrences = new Occurrences(sides);
        this.startsTogether = exactUpTo == 0 && Occurrences.suits(sides);
        this.slots = new int[cells * (1 + sides)];
        this.layouts = new byte[slots.length];
        Arrays.fill(layouts, firstLayout());
    }

    /** The layout of the slots of a cell that no case has come to. */
    private byte firstLayout() {
        return startsTogether ? TOGETHER : 0;
    }

    /** How many slots a cell has. */
    int perCell() {
        return 1 + sides;
    }

    /** How many cells have slots. */
    int cells() {
        return slots.length / (1 + sides);
    }

    /** Gives some cells slots. */
    void makeRoom(int cells) {
        int known = layouts.length;
        slots = Arrays.copyOf(slots, cells * (1 + sides));
        layouts = Arrays.copyOf(layouts, slots.length);
        Arrays.fill(layouts, known, layouts.length, firstLayout());
    }

    /** Whether no case has come to a cell. */
    boolean isEmpty(int cell) {
        return slots[cell * (1 + sides)] == IntPool.NONE;
    }

    /** Where {@link #isCounted} counts, until anything else is. */
    int[] ints() {
        return pool.ints();
    }

    /** Counts a value if it has a place. */
    boolean isCounted(int[] ints, int slot, int value) {
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

    /** Counts a value once. */
    void count(int slot, int value) {
        if (!isCounted(pool.ints(), slot, value)) {
            add(slot, value, 1);
        }
    }

    /**
     * Counts what has its place.
     *
     * @param all {@linkplain Backlog#entry slots and values}; those that are left come first
     * @param slots all are below
     * @return how many are left
     */
    int countPlaced(int[] all, int waits, int slots) {
        findPlaces(slots);
        return countPlaced(all, waits, placesOf, pool.ints());
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

    /** Nothing is called in the loop that may move a count, so that all it needs stays in registers. */
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
    void countBySlots(int[] all, int n, int slots, Backlog backlog) {
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

    /** Gives the memory back that counting so many at once takes. */
    void release() {
        placesOf = NO_PLACES;
        ends = NO_ENDS;
    }

    /** Adds to a count in the form that suits. */
    void add(int slot, int value, int by) {
        if (layouts[slot] == TOGETHER) {
            addTogether(slot, value, by);
        } else {
            put(slot, Counts.add(pool, slots[slot], value, by));
        }
    }

    private void addTogether(int slot, int value, int by) {
        int cell = slot / (1 + sides);
        int first = cell * (1 + sides);
        if (occurrences.hasRoom(pool.ints(), slots[first], slot - first, value, by)) {
            slots[first] = occurrences.add(pool, slots[first], slot - first, value, by);
        } else {
            separate(cell);
            add(slot, value, by);
        }
    }

    /**
     * Gives each series of a cell counts of its own, if all are together; the classes also if they have none, as a cell whose
     * classes are nowhere is one that no case has come to.
     */
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
            slots[first + i] = i > 0 && pairs[i].length == 0 ? IntPool.NONE : Counts.of(pool, pairs[i]);
        }
        setLayouts(pool, first);
    }

    private void setLayouts(IntPool pool, int first) {
        for (int slot = first; slot <= first + sides; slot++) {
            layouts[slot] = (byte) Counts.layout(pool, slots[slot]);
        }
    }

    /** By series: the counts of a cell. */
    int[][] pairs(int cell) {
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

    /** Notes which classes of a cell occur. */
    void markClasses(int cell, boolean[] used) {
        int at = slots[cell * (1 + sides)];
        if (layouts[cell * (1 + sides)] == TOGETHER) {
            occurrences.markClasses(pool.ints(), at, used);
        } else {
            int[] pairs = Counts.pairs(pool, at);
            for (int i = 0; i < pairs.length; i += 2) {
                used[pairs[i]] = true;
            }
        }
    }

    /** Whether a value of a series of a cell occurs. */
    boolean holds(int cell, int ofSeries, int value) {
        int first = cell * (1 + sides);
        return layouts[first] == TOGETHER
                ? occurrences.holds(pool.ints(), slots[first], ofSeries, value)
                : Counts.get(pool, slots[first + ofSeries], value) > 0;
    }

    private void put(int slot, int at) {
        slots[slot] = at;
        layouts[slot] = (byte) Counts.layout(pool, at);
    }

    /** Counts classes, which have other numbers here. */
    void addClasses(int cell, int[] pairs, IntUnaryOperator numbers) {
        int slot = cell * (1 + sides);
        for (int i = 0; i < pairs.length; i += 2) {
            add(slot, numbers.applyAsInt(pairs[i]), pairs[i + 1]);
        }
    }

    /**
     * Counts times.
     *
     * @param binned whether they are bins, and not minutes
     */
    void addTimes(int slot, int[] pairs, boolean binned) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (!binned) {
                addTime(slot, pairs[i], pairs[i + 1]);
            } else if (exactUpTo == 0) {
                add(slot, pairs[i], pairs[i + 1]);
            } else {
                put(slot, Counts.addDense(pool, intoBins(slots[slot]), pairs[i], pairs[i + 1]));
            }
        }
    }

    /** Counts a time some times, exactly where few are kept so. */
    void addTime(int slot, int minutes, int by) {
        if (exactUpTo == 0) {
            add(slot, Bins.of(minutes), by);
            return;
        }
        int there = slots[slot];
        boolean isExact = !Counts.isDense(pool, there)
                && (Counts.distinct(pool, there) < exactUpTo || Counts.get(pool, there, minutes) > 0);
        put(
                slot,
                isExact
                        ? Counts.addPair(pool, there, minutes, by)
                        : Counts.addDense(pool, intoBins(there), Bins.of(minutes), by));
    }

    /** Whether the times of a slot are bins, and not minutes. */
    boolean isBinned(int slot) {
        return exactUpTo == 0 || Counts.isDense(pool, slots[slot]);
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

    /** Whether all counts may be written anew when others are added, whose classes have other numbers here. */
    boolean mayWriteAnew(Renumbering classes) {
        return exactUpTo == 0 && classes.isBelow(PackedList.VALUES);
    }

    /**
     * Adds all counts of others, which stay as they are. All are written into a new pool, cell by cell, so that they lie in
     * the order of the cells.
     *
     * @param size how many cells there are
     * @param others how many of them there are
     * @param cells for each cell of the others, its number here
     * @param classes for each class of the others, its number here
     */
    void writeAnew(int size, CellCounts other, int others, int[] cells, Renumbering classes) {
        int perCell = 1 + sides;
        int[] origins = new int[size];
        Arrays.fill(origins, -1);
        int[] more = new int[size + 1];
        for (int from = 0; from < others; from++) {
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
            more[size] = other.read(more, first, until); // kept, so that what is read is not left out
            if (first > 0 && !fresh.hasRoom((long) BLOCK * occurrences.mostInts())) {
                // By what the cells so far take, and no more than both took: the first may have had the most cases.
                // For a part at least, as each time all are copied.
                long rest = (long) fresh.used() * (size - first) / first;
                long wanted = Math.max(rest + rest / ROOM_KEPT / 2, fresh.used() / LEAST_PART);
                long most = (long) pool.used() + other.pool.used() - fresh.used();
                fresh.makeRoom(Math.min(wanted, most));
            }
            for (int cell = first; cell < until; cell++) {
                if (areTogether(slots[cell * perCell], other, more[cell])) {
                    writeTogether(fresh, cell, other, more[cell], numbers);
                } else {
                    writeSeparate(fresh, cell, other, origins[cell], classes);
                }
            }
        }
        if (fresh.capacity() - fresh.used() > fresh.used() / ROOM_KEPT) {
            fresh.trim();
        }
        pool = fresh;
    }

    /**
     * Reads where the counts of some cells begin and, a cache line being 16 ints, where most of them end. Done for a block of
     * cells before they are added, memory is waited for once a block and not once a cell.
     */
    private int read(int[] places, int from, int until) {
        int[] ints = pool.ints();
        int all = 0;
        for (int i = from; i < until; i++) {
            all |= ints[places[i]] | ints[places[i] + FEW_INTS];
        }
        return all;
    }

    private boolean areTogether(int at, CellCounts other, int more) {
        return startsTogether
                && (at == IntPool.NONE || Occurrences.isHead(pool.ints()[at]))
                && (more == IntPool.NONE || Occurrences.isHead(other.pool.ints()[more]));
    }

    private void writeTogether(IntPool fresh, int cell, CellCounts other, int more, char[] numbers) {
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

    private void writeSeparate(IntPool fresh, int cell, CellCounts other, int origin, Renumbering classes) {
        int first = cell * (1 + sides);
        int from = origin * (1 + sides);
        int mine = layouts[first] == TOGETHER ? slots[first] : IntPool.NONE;
        boolean isSeparate = origin >= 0 && other.layouts[from] != TOGETHER;
        int its = origin >= 0 && !isSeparate ? other.slots[from] : IntPool.NONE;
        for (int i = 0; i <= sides; i++) {
            int at = mine == IntPool.NONE ? slots[first + i] : IntPool.NONE;
            int more = isSeparate ? other.slots[from + i] : IntPool.NONE;
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
        int n = Occurrences.count(ints, at);
        for (int i = 0; i < n; i++) {
            int occurrence = Occurrences.get(ints, at, i);
            int slot = first + occurrences.seriesOf(occurrence);
            int value = occurrences.valueOf(occurrence);
            int number = slot == first && classes != null ? classes.of(value) : value;
            slots[slot] = Counts.add(pool, slots[slot], number, 1);
        }
    }

    /**
     * Adds the counts of a cell of others.
     *
     * @param from the cell of the others
     * @param classes for each class of the others, its number here
     */
    void add(int cell, CellCounts other, int from, Renumbering classes) {
        int slot = cell * (1 + sides);
        int otherSlot = from * (1 + sides);
        if (other.layouts[otherSlot] == TOGETHER) {
            int[] ints = other.pool.ints();
            int n = Occurrences.count(ints, other.slots[otherSlot]);
            for (int i = 0; i < n; i++) {
                int occurrence = Occurrences.get(ints, other.slots[otherSlot], i);
                int ofSeries = occurrences.seriesOf(occurrence);
                int value = occurrences.valueOf(occurrence);
                count(slot + ofSeries, ofSeries == 0 ? classes.of(value) : value);
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
            if (exactUpTo == 0) {
                put(slot + i, Counts.addAll(pool, slots[slot + i], other.pool, more));
            } else {
                addTimes(slot + i, Counts.pairs(other.pool, more), other.isBinned(otherSlot + i));
            }
        }
    }
}
