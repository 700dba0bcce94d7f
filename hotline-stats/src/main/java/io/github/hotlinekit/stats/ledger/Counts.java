package io.github.hotlinekit.stats.ledger;

import java.util.Arrays;

/**
 * How often each whole number from 0 up occurs, in one {@linkplain Slice slice} of a pool: few numbers take few bytes, and
 * many take one step each. No count exceeds {@link Ledger#MAX_CASES}, so that none overflows. The form depends on the
 * history, what it holds does not: {@link #pairs} is the same for all forms.
 *
 * <p>Few values are a {@linkplain PackedList list}, or a {@linkplain PairList list of pairs} if a value or count is great.
 * Many have each its place, so that the place is known before the slice is looked at: {@linkplain ByteCounts a byte}, or an
 * int where a count is great.
 */
final class Counts {

    /** From so many values on each has its place, if one of so many places is used. */
    private static final int FEW = 12;

    private static final int SPARSE = 4;
    /** The same for bytes. */
    private static final int SPARSE_BYTES = 8;
    /** In {@link #layout}, what is added to the size class of bytes. */
    static final int IN_BYTES = 64;
    /** A {@link #layout} that no slice has: that of series which are {@linkplain Occurrences together}, without places. */
    static final byte TOGETHER = IN_BYTES + IntPool.SIZES;

    private static final int FIRST = IntPool.classOf(3);

    private Counts() {}

    /** Counts of nothing, in a form for few. */
    private static int few(IntPool pool, int form) {
        return Slice.take(pool, form, FIRST, 0);
    }

    /** Counts of nothing, in a form with a place for each value, with room for a value. */
    private static int placed(IntPool pool, int form, int value) {
        int sizeClass = IntPool.classOf(2 + (form == Slice.BYTES ? ByteCounts.intOf(value) : value));
        int fresh = Slice.take(pool, form, sizeClass, 0);
        Arrays.fill(pool.ints(), fresh + 1, fresh + IntPool.size(sizeClass), 0);
        return fresh;
    }

    static boolean isDense(IntPool pool, int at) {
        return at != IntPool.NONE && Slice.form(pool.ints()[at]) == Slice.DENSE;
    }

    /** How many values have a place. */
    private static int places(int head) {
        int ints = Slice.size(head) - 1;
        return Slice.form(head) == Slice.BYTES ? ByteCounts.places(ints) : ints;
    }

    /**
     * How a slice lies in memory, so that it need not be looked at to count a value that has a place in it.
     *
     * @return the size class of one in the form {@link Slice#DENSE}, {@link #IN_BYTES} more in the form {@link Slice#BYTES};
     *     0 for a list and for none
     */
    static int layout(IntPool pool, int at) {
        int head = at == IntPool.NONE ? Slice.PACKED : pool.ints()[at];
        return !Slice.hasPlaces(Slice.form(head))
                ? 0
                : Slice.sizeClass(head) + (Slice.form(head) == Slice.BYTES ? IN_BYTES : 0);
    }

    /** By {@link #layout}: how many values have a place; none of the least dense slice, which has no layout of its own. */
    static int[] placesByLayout() {
        int[] places = new int[TOGETHER + 1];
        for (int sizeClass = 0; sizeClass < IntPool.SIZES; sizeClass++) {
            int ints = IntPool.size(sizeClass) - 1;
            places[sizeClass] = sizeClass == 0 ? 0 : ints;
            places[IN_BYTES + sizeClass] = ByteCounts.places(ints);
        }
        return places;
    }

    /** How many values occur. */
    static int distinct(IntPool pool, int at) {
        if (at == IntPool.NONE) {
            return 0;
        }
        int[] ints = pool.ints();
        int head = ints[at];
        if (!Slice.hasPlaces(Slice.form(head))) {
            return Slice.values(head);
        }
        if (Slice.form(head) == Slice.BYTES) {
            return ByteCounts.distinct(ints, at + 1, Slice.size(head) - 1);
        }
        int distinct = 0;
        for (int value = places(head) - 1; value >= 0; value--) {
            distinct += occurs(ints[at + 1 + value]);
        }
        return distinct;
    }

    /** The count of a value that has a place. */
    private static int at(int[] ints, int at, int head, int value) {
        return Slice.form(head) == Slice.BYTES ? ByteCounts.get(ints, at + 1, value) : ints[at + 1 + value];
    }

    static int get(IntPool pool, int at, int value) {
        if (at == IntPool.NONE) {
            return 0;
        }
        int[] ints = pool.ints();
        int head = ints[at];
        return switch (Slice.form(head)) {
            case Slice.PACKED -> PackedList.get(ints, at, value);
            case Slice.PAIRS -> PairList.get(ints, at, value);
            default -> value >= places(head) ? 0 : at(ints, at, head, value);
        };
    }

    /**
     * Adds to a count and chooses the form.
     *
     * @param at the slice; none for counts of nothing
     * @return where they are now
     */
    static int add(IntPool pool, int at, int value, int by) {
        int there = at != IntPool.NONE ? at : few(pool, value < PackedList.VALUES ? Slice.PACKED : Slice.PAIRS);
        return switch (Slice.form(pool.ints()[there])) {
            case Slice.DENSE -> addDense(pool, there, value, by);
            case Slice.BYTES -> addByte(pool, there, value, by);
            case Slice.PACKED -> addPacked(pool, there, value, by);
            default -> addPairs(pool, there, value, by, true);
        };
    }

    /** Adds to a count in pairs, which stay pairs. */
    static int addPair(IntPool pool, int at, int value, int by) {
        return addPairs(pool, at == IntPool.NONE ? few(pool, Slice.PAIRS) : at, value, by, false);
    }

    /** Adds to a count in the form {@link Slice#DENSE}. */
    static int addDense(IntPool pool, int at, int value, int by) {
        int wide = at == IntPool.NONE ? placed(pool, Slice.DENSE, value) : wide(pool, at, value);
        pool.ints()[wide + 1 + value] += by;
        return wide;
    }

    private static int addByte(IntPool pool, int at, int value, int by) {
        int wide = wide(pool, at, value);
        return ByteCounts.add(pool.ints(), wide + 1, value, by) ? wide : add(pool, outgrown(pool, wide), value, by);
    }

    private static int addPacked(IntPool pool, int at, int value, int by) {
        int[] ints = pool.ints();
        int place = value < PackedList.VALUES ? PackedList.search(ints, at, value) : 0;
        if (place > 0) {
            return PackedList.add(ints, at, place, by) ? at : addPairs(pool, pairsOf(pool, at), value, by, true);
        }
        int last = Math.max(value, PackedList.last(ints, at));
        int placed = placedOf(pool, at, Slice.values(ints[at]) + 1, last, by);
        if (placed != at) {
            return add(pool, placed, value, by);
        }
        return place == 0 || by >= PackedList.COUNTS
                ? addPairs(pool, pairsOf(pool, at), value, by, true)
                : PackedList.insert(pool, at, -place - 1, value, by);
    }

    private static int addPairs(IntPool pool, int at, int value, int by, boolean choose) {
        int[] ints = pool.ints();
        int place = PairList.search(ints, at, value);
        if (place > 0) {
            PairList.add(ints, at, place, by);
            return at;
        }
        int last = Math.max(value, PairList.last(ints, at));
        int placed = choose ? placedOf(pool, at, Slice.values(ints[at]) + 1, last, by) : at;
        return placed != at ? add(pool, placed, value, by) : PairList.insert(pool, at, -place - 1, value, by);
    }

    /** The form with a place for each value, if it is better for so many values up to the last; else a list. */
    private static int formOf(int distinct, int last, int greatestCount) {
        if (distinct > FEW && last < SPARSE_BYTES * distinct && greatestCount <= ByteCounts.MOST) {
            return Slice.BYTES;
        }
        return distinct > FEW && last < SPARSE * distinct ? Slice.DENSE : Slice.PACKED;
    }

    /**
     * A list in a form with a place for each value; as it is if that is no better.
     *
     * @param more another count that it is to have
     */
    private static int placedOf(IntPool pool, int list, int distinct, int last, int more) {
        if (distinct <= FEW || last >= SPARSE_BYTES * distinct) {
            return list;
        }
        int form = formOf(distinct, last, Math.max(more, greatestCount(pool.ints(), list)));
        if (form == Slice.PACKED) {
            return list;
        }
        int fresh = placed(pool, form, last);
        int[] ints = pool.ints();
        boolean packed = Slice.form(ints[list]) == Slice.PACKED;
        for (int i = 0; i < Slice.values(ints[list]); i++) {
            int entry = packed ? ints[list + 1 + i] : 0;
            int value = packed ? PackedList.value(entry) : ints[list + 1 + 2 * i];
            int count = packed ? PackedList.count(entry) : ints[list + 2 + 2 * i];
            put(ints, fresh, form, value, count);
        }
        Slice.give(pool, list);
        return fresh;
    }

    /** Counts a value that has a place and has not been counted. */
    private static void put(int[] ints, int at, int form, int value, int count) {
        if (form == Slice.DENSE) {
            ints[at + 1 + value] = count;
        } else if (!ByteCounts.add(ints, at + 1, value, count)) {
            throw new IllegalStateException("a count of " + count + " does not fit");
        }
    }

    private static int greatestCount(int[] ints, int list) {
        return Slice.form(ints[list]) == Slice.PACKED
                ? PackedList.greatestCount(ints, list + 1, Slice.values(ints[list]))
                : PairList.greatestCount(ints, list);
    }

    /** Makes room for a value in a form with places, and some more, so that growing is rare. */
    private static int wide(IntPool pool, int at, int value) {
        int head = pool.ints()[at];
        if (value < places(head)) {
            return at;
        }
        int fresh = placed(pool, Slice.form(head), value);
        System.arraycopy(pool.ints(), at + 1, pool.ints(), fresh + 1, Slice.size(head) - 1);
        Slice.give(pool, at);
        return fresh;
    }

    private static int pairsOf(IntPool pool, int packed) {
        int n = Slice.values(pool.ints()[packed]);
        int fresh = Slice.take(pool, Slice.PAIRS, IntPool.classOf(2 * n + 3), n);
        int[] ints = pool.ints();
        for (int i = 0; i < n; i++) {
            ints[fresh + 1 + 2 * i] = PackedList.value(ints[packed + 1 + i]);
            ints[fresh + 2 + 2 * i] = PackedList.count(ints[packed + 1 + i]);
        }
        Slice.give(pool, packed);
        return fresh;
    }

    /** Counts in bytes, one of which no longer fits, in another form: ints in their places or, if few occur, a list. */
    private static int outgrown(IntPool pool, int bytes) {
        int[] pairs = pairs(pool, bytes);
        Slice.give(pool, bytes);
        return of(pool, pairs, pairs.length / 2, ByteCounts.MOST + 1);
    }

    /**
     * Adds one to the count of each of some values, which may occur again and again.
     *
     * @param at the slice, whose values are below the number of the counts too; none for counts of nothing
     * @param counts for each value that there may be, a 0, as it is afterwards
     * @return where they are now
     */
    static int addValues(IntPool pool, int at, int[] values, int from, int until, int[] counts) {
        int last = read(pool.ints(), at, counts);
        Slice.give(pool, at);
        for (int i = from; i < until; i++) {
            counts[values[i]]++;
            last = Math.max(last, values[i]);
        }
        int[] sum = pool.scratch(2 * (last + 1));
        int n = 0;
        int greatest = 0;
        for (int value = 0; value <= last; value++) {
            int count = counts[value];
            if (count > 0) {
                sum[2 * n] = value;
                sum[2 * n + 1] = count;
                n++;
                greatest = Math.max(greatest, count);
                counts[value] = 0;
            }
        }
        return of(pool, sum, n, greatest);
    }

    /**
     * Writes each count to the place of its value.
     *
     * @return the greatest value, or one that does not occur and is greater; -1 for none
     */
    private static int read(int[] ints, int at, int[] counts) {
        int head = at == IntPool.NONE ? Slice.PACKED : ints[at];
        int n = Slice.values(head);
        switch (Slice.form(head)) {
            case Slice.PACKED -> {
                for (int i = at + 1; i <= at + n; i++) {
                    counts[PackedList.value(ints[i])] = PackedList.count(ints[i]);
                }
                return n == 0 ? -1 : PackedList.last(ints, at);
            }
            case Slice.PAIRS -> {
                for (int i = at + 1; i < at + 1 + 2 * n; i += 2) {
                    counts[ints[i]] = ints[i + 1];
                }
                return PairList.last(ints, at);
            }
            default -> {
                int places = Math.min(places(head), counts.length);
                for (int value = 0; value < places; value++) {
                    counts[value] = at(ints, at, head, value);
                }
                return places - 1;
            }
        }
    }

    /** Counts in the form that suits, of the values that occur with their counts, sorted. */
    static int of(IntPool pool, int[] pairs) {
        int greatest = 0;
        for (int i = 1; i < pairs.length; i += 2) {
            greatest = Math.max(greatest, pairs[i]);
        }
        return of(pool, pairs, pairs.length / 2, greatest);
    }

    /**
     * Counts in the form that suits.
     *
     * @param pairs the values that occur with their counts, sorted
     * @param n how many pairs
     * @param bound what no count exceeds
     */
    private static int of(IntPool pool, int[] pairs, int n, int bound) {
        int last = n == 0 ? -1 : pairs[2 * n - 2];
        int form = formOf(n, last, bound);
        if (form != Slice.PACKED) {
            int fresh = placed(pool, form, last);
            for (int i = 0; i < n; i++) {
                put(pool.ints(), fresh, form, pairs[2 * i], pairs[2 * i + 1]);
            }
            return fresh;
        }
        if (last >= PackedList.VALUES || bound >= PackedList.COUNTS) {
            int fresh = Slice.take(pool, Slice.PAIRS, IntPool.classOf(2 * n + 3), n);
            System.arraycopy(pairs, 0, pool.ints(), fresh + 1, 2 * n);
            return fresh;
        }
        int fresh = Slice.take(pool, Slice.PACKED, IntPool.classOf(n + 2), n);
        for (int i = 0; i < n; i++) {
            pool.ints()[fresh + 1 + i] = PackedList.entry(pairs[2 * i], pairs[2 * i + 1]);
        }
        return fresh;
    }

    /**
     * Adds all counts of a slice of another pool, which stay as they are.
     *
     * @return where the sums are
     */
    static int addAll(IntPool pool, int at, IntPool otherPool, int other) {
        if (other == IntPool.NONE) {
            return at;
        }
        int head = otherPool.ints()[other];
        if (at == IntPool.NONE) {
            int fresh = pool.take(Slice.sizeClass(head));
            System.arraycopy(otherPool.ints(), other, pool.ints(), fresh, Slice.size(head));
            return fresh;
        }
        int form = Slice.form(pool.ints()[at]);
        if (form != Slice.form(head)) {
            return addEach(pool, at, pairs(otherPool, other));
        }
        return switch (form) {
            case Slice.PACKED -> addAllPacked(pool, at, otherPool.ints(), other);
            case Slice.DENSE -> addAllDense(pool, at, otherPool.ints(), other);
            case Slice.BYTES -> addAllBytes(pool, at, otherPool, other);
            default -> addEach(pool, at, pairs(otherPool, other));
        };
    }

    private static int addAllDense(IntPool pool, int at, int[] more, int other) {
        int size = Slice.size(more[other]) - 1;
        int wide = wide(pool, at, size - 1);
        int[] ints = pool.ints();
        for (int i = 1; i <= size; i++) {
            ints[wide + i] += more[other + i];
        }
        return wide;
    }

    private static int addAllBytes(IntPool pool, int at, IntPool otherPool, int other) {
        int[] more = otherPool.ints();
        int size = Slice.size(more[other]) - 1;
        int wide = wide(pool, at, ByteCounts.places(size) - 1);
        return ByteCounts.addAll(pool.ints(), wide + 1, more, other + 1, size)
                ? wide
                : addEach(pool, outgrown(pool, wide), pairs(otherPool, other));
    }

    /**
     * The same, of values that have other numbers here.
     *
     * @param numbers of the values of the other slice, all below {@link PackedList#VALUES}
     */
    static int addAll(IntPool pool, int at, IntPool otherPool, int other, Renumbering numbers) {
        if (other == IntPool.NONE) {
            return at;
        }
        boolean isPacked = at == IntPool.NONE || Slice.form(pool.ints()[at]) == Slice.PACKED;
        if (isPacked && Slice.form(otherPool.ints()[other]) == Slice.PACKED) {
            int[] renumbered = PackedList.renumbered(pool, otherPool.ints(), other, numbers);
            int there = at == IntPool.NONE ? few(pool, Slice.PACKED) : at;
            return addAllPacked(pool, there, renumbered, 0);
        }
        int[] pairs = pairs(otherPool, other);
        for (int i = 0; i < pairs.length; i += 2) {
            pairs[i] = numbers.of(pairs[i]);
        }
        return addEach(pool, at, pairs);
    }

    private static int addEach(IntPool pool, int at, int[] pairs) {
        int sum = at;
        for (int i = 0; i < pairs.length; i += 2) {
            sum = add(pool, sum, pairs[i], pairs[i + 1]);
        }
        return sum;
    }

    private static int addAllPacked(IntPool pool, int at, int[] more, int other) {
        int[] ints = pool.ints();
        int[] merged = pool.merged(Slice.values(ints[at]) + Slice.values(more[other]));
        int distinct = PackedList.sum(ints, at, more, other, merged, 0);
        if (distinct < 0) {
            return addEachPacked(pool, at, more, other);
        }
        int last = distinct == 0 ? -1 : PackedList.value(merged[distinct - 1]);
        int form = formOf(distinct, last, PackedList.greatestCount(merged, 0, distinct));
        if (form != Slice.PACKED) {
            int placed = placed(pool, form, last);
            for (int i = 0; i < distinct; i++) {
                put(pool.ints(), placed, form, PackedList.value(merged[i]), PackedList.count(merged[i]));
            }
            Slice.give(pool, at);
            return placed;
        }
        int there = at;
        if (distinct + 1 > Slice.size(ints[at])) {
            Slice.give(pool, at);
            there = Slice.take(pool, Slice.PACKED, IntPool.classOf(distinct + 1), 0);
        }
        ints = pool.ints();
        System.arraycopy(merged, 0, ints, there + 1, distinct);
        ints[there] = Slice.head(Slice.PACKED, Slice.sizeClass(ints[there]), distinct);
        return there;
    }

    private static int addEachPacked(IntPool pool, int at, int[] more, int other) {
        int sum = at;
        for (int i = other + 1; i <= other + Slice.values(more[other]); i++) {
            sum = add(pool, sum, PackedList.value(more[i]), PackedList.count(more[i]));
        }
        return sum;
    }

    /**
     * Writes the sums of two slices of other pools at the end of a pool. Neither changes.
     *
     * @return where the sums are; none if both are
     */
    static int sum(IntPool to, IntPool pool, int at, IntPool otherPool, int other) {
        if (at == IntPool.NONE || other == IntPool.NONE) {
            return at == IntPool.NONE ? copy(to, otherPool, other) : copy(to, pool, at);
        }
        int[] ints = pool.ints();
        int[] more = otherPool.ints();
        return Slice.form(ints[at]) == Slice.PACKED && Slice.form(more[other]) == Slice.PACKED
                ? sumPacked(to, ints, at, more, other)
                : addAll(to, copy(to, pool, at), otherPool, other);
    }

    /**
     * The same, where the values of the second have other numbers here.
     *
     * @param numbers of the values of the other slice, all below {@link PackedList#VALUES}
     */
    static int sum(IntPool to, IntPool pool, int at, IntPool otherPool, int other, Renumbering numbers) {
        if (other == IntPool.NONE) {
            return copy(to, pool, at);
        }
        int[] more = otherPool.ints();
        if (Slice.form(more[other]) == Slice.PACKED
                && (at == IntPool.NONE || Slice.form(pool.ints()[at]) == Slice.PACKED)) {
            int[] renumbered = PackedList.renumbered(to, more, other, numbers);
            return at == IntPool.NONE
                    ? PackedList.copy(to, renumbered, 0)
                    : sumPacked(to, pool.ints(), at, renumbered, 0);
        }
        return addAll(to, copy(to, pool, at), otherPool, other, numbers);
    }

    /** Writes a slice at the end of another pool, in no more room than it needs. */
    static int copy(IntPool to, IntPool pool, int at) {
        if (at == IntPool.NONE) {
            return IntPool.NONE;
        }
        int[] ints = pool.ints();
        int head = ints[at];
        if (Slice.form(head) == Slice.PACKED) {
            return PackedList.copy(to, ints, at);
        }
        boolean hasPlaces = Slice.hasPlaces(Slice.form(head));
        int size = hasPlaces ? Slice.size(head) : 1 + 2 * Slice.values(head);
        int sizeClass = hasPlaces ? Slice.sizeClass(head) : IntPool.classOf(size);
        int fresh = to.reserve(size);
        System.arraycopy(ints, at + 1, to.ints(), fresh + 1, size - 1);
        to.ints()[fresh] = Slice.head(Slice.form(head), sizeClass, Slice.values(head));
        to.takeReserved(sizeClass);
        return fresh;
    }

    private static int sumPacked(IntPool to, int[] list, int at, int[] more, int other) {
        int fresh = to.reserve(1 + Slice.values(list[at]) + Slice.values(more[other]));
        int distinct = PackedList.sum(list, at, more, other, to.ints(), fresh + 1);
        if (distinct < 0) {
            return addEachPacked(to, PackedList.copy(to, list, at), more, other);
        }
        int sizeClass = IntPool.classOf(1 + distinct);
        to.ints()[fresh] = Slice.head(Slice.PACKED, sizeClass, distinct);
        to.takeReserved(sizeClass);
        return placedOf(to, fresh, distinct, PackedList.last(to.ints(), fresh), 0);
    }

    /** The values that occur with their counts, sorted: {@code [v1, c1, v2, c2, ...]}. */
    static int[] pairs(IntPool pool, int at) {
        int[] pairs = new int[2 * distinct(pool, at)];
        if (pairs.length == 0) {
            return pairs;
        }
        int[] ints = pool.ints();
        int head = ints[at];
        if (Slice.form(head) == Slice.PAIRS) {
            System.arraycopy(ints, at + 1, pairs, 0, pairs.length);
            return pairs;
        }
        int next = 0;
        if (Slice.form(head) == Slice.PACKED) {
            for (int i = 1; i <= Slice.values(head); i++) {
                pairs[next++] = PackedList.value(ints[at + i]);
                pairs[next++] = PackedList.count(ints[at + i]);
            }
            return pairs;
        }
        if (Slice.form(head) == Slice.BYTES) {
            ByteCounts.write(ints, at + 1, pairs);
            return pairs;
        }
        // Which values occur cannot be foreseen, so nothing branches on it: the next overwrites one that does not.
        for (int value = 0; next < pairs.length; value++) {
            int count = ints[at + 1 + value];
            pairs[next] = value;
            pairs[next + 1] = count;
            next += occurs(count) << 1;
        }
        return pairs;
    }

    /** 1 if a count is more than 0; 0 if it is 0. */
    static int occurs(int count) {
        return -count >>> (Integer.SIZE - 1);
    }
}
