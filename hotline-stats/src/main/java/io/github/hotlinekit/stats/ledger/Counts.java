package io.github.hotlinekit.stats.ledger;

import java.util.Arrays;

/**
 * How often each whole number from 0 up occurs, in one slice of a pool: few numbers take few bytes, and many take one step
 * each. No count exceeds {@link Ledger#MAX_CASES}, so that none overflows. The form depends on the history, what it holds
 * does not: {@link #pairs} is the same for all forms.
 *
 * <p>The first int of a slice has the form in its highest two bits, the size class of the slice, and how many values
 * occur. {@link #PAIRS}: value and count of each, sorted by value. {@link #PACKED}: value and count of each in one int,
 * sorted. {@link #DENSE} and {@link #BYTES}: the counts of 0, 1, 2 and so on, each in its place, so that the place is known
 * before the slice is looked at.
 */
final class Counts {

    /** Any values, 8 bytes each. */
    static final int PAIRS = 1 << 30;
    /** Values below {@link #PACKED_VALUES} and counts below {@link #PACKED_COUNTS}, 4 bytes each. */
    static final int PACKED = 2 << 30;
    /** All values from 0 to the greatest, 4 bytes each whether they occur or not. */
    static final int DENSE = 0;
    /** The same of counts that fit into a byte each. */
    static final int BYTES = 3 << 30;

    static final int PACKED_VALUES = 1 << 11;
    static final int PACKED_COUNTS = 1 << 21;
    private static final int COUNT_BITS = 21;
    private static final int CLASS_AT = 24;
    private static final int CLASSES = 63;
    private static final int REST = (1 << CLASS_AT) - 1;
    private static final int FIRST = IntPool.classOf(3);

    /** From so many values on they are dense, if one of so many places is used. */
    private static final int FEW = 12;

    private static final int SPARSE = 4;
    /** The same for bytes. */
    private static final int SPARSE_BYTES = 8;
    /** In {@link #layout}, what is added to the size class of bytes. */
    static final int IN_BYTES = 64;

    /** So many steps along a list cost about as much as to search it. */
    private static final int FEW_STEPS = 16;

    private Counts() {}

    private static int form(int head) {
        return head & (3 << 30);
    }

    private static int sizeClass(int head) {
        return (head >>> CLASS_AT) & CLASSES;
    }

    private static int rest(int head) {
        return head & REST;
    }

    private static int head(int form, int sizeClass, int rest) {
        return form | (sizeClass << CLASS_AT) | rest;
    }

    private static int take(IntPool pool, int form, int sizeClass, int rest) {
        int fresh = pool.take(sizeClass);
        pool.ints()[fresh] = head(form, sizeClass, rest);
        return fresh;
    }

    /** Counts of nothing, in a form for few. */
    private static int few(IntPool pool, int form) {
        return take(pool, form, FIRST, 0);
    }

    /** Counts of nothing, in a form with a place for each value, with room for a value. */
    private static int placed(IntPool pool, int form, int value) {
        int sizeClass = IntPool.classOf(2 + (form == BYTES ? ByteCounts.intOf(value) : value));
        int fresh = take(pool, form, sizeClass, 0);
        Arrays.fill(pool.ints(), fresh + 1, fresh + IntPool.size(sizeClass), 0);
        return fresh;
    }

    static boolean isDense(IntPool pool, int at) {
        return at != IntPool.NONE && form(pool.ints()[at]) == DENSE;
    }

    private static boolean hasPlaces(int form) {
        return form == DENSE || form == BYTES;
    }

    /** How many values have a place. */
    private static int places(int head) {
        int ints = IntPool.size(sizeClass(head)) - 1;
        return form(head) == BYTES ? ByteCounts.places(ints) : ints;
    }

    /**
     * How a slice lies in memory, so that it need not be looked at to count a value that has a place in it.
     *
     * @return the size class of one in the form {@link #DENSE}, {@link #IN_BYTES} more in the form {@link #BYTES}; 0 for
     *     another form and for none
     */
    static int layout(IntPool pool, int at) {
        int head = at == IntPool.NONE ? PACKED : pool.ints()[at];
        return !hasPlaces(form(head)) ? 0 : sizeClass(head) + (form(head) == BYTES ? IN_BYTES : 0);
    }

    /** By {@link #layout}: how many values have a place; none of the least dense slice, which has no layout of its own. */
    static int[] placesByLayout() {
        int[] places = new int[IN_BYTES + IntPool.SIZES];
        for (int sizeClass = 0; sizeClass < IntPool.SIZES; sizeClass++) {
            int ints = IntPool.size(sizeClass) - 1;
            places[sizeClass] = sizeClass == 0 ? 0 : ints;
            places[IN_BYTES + sizeClass] = ByteCounts.places(ints);
        }
        return places;
    }

    /** The size of the slice. */
    static int room(IntPool pool, int at) {
        return at == IntPool.NONE ? 0 : IntPool.size(sizeClass(pool.ints()[at]));
    }

    /** How many values occur. */
    static int distinct(IntPool pool, int at) {
        if (at == IntPool.NONE) {
            return 0;
        }
        int[] ints = pool.ints();
        int head = ints[at];
        if (!hasPlaces(form(head))) {
            return rest(head);
        }
        int distinct = 0;
        for (int value = places(head) - 1; value >= 0; value--) {
            distinct += at(ints, at, head, value) > 0 ? 1 : 0;
        }
        return distinct;
    }

    /** The count of a value that has a place. */
    private static int at(int[] ints, int at, int head, int value) {
        return form(head) == BYTES ? ByteCounts.get(ints, at + 1, value) : ints[at + 1 + value];
    }

    static int get(IntPool pool, int at, int value) {
        if (at == IntPool.NONE) {
            return 0;
        }
        int[] ints = pool.ints();
        int head = ints[at];
        if (hasPlaces(form(head))) {
            return value >= places(head) ? 0 : at(ints, at, head, value);
        }
        if (form(head) == PACKED) {
            int there = searchPacked(ints, at, value);
            return there < 0 ? 0 : ints[there] & (PACKED_COUNTS - 1);
        }
        int there = searchPairs(ints, at, value);
        return there < 0 ? 0 : ints[there + 1];
    }

    /**
     * Adds to a count and chooses the form.
     *
     * @param at the slice; none for counts of nothing
     * @return where they are now
     */
    static int add(IntPool pool, int at, int value, int by) {
        int there = at == IntPool.NONE ? few(pool, value < PACKED_VALUES ? PACKED : PAIRS) : at;
        return switch (form(pool.ints()[there])) {
            case DENSE -> addDense(pool, there, value, by);
            case BYTES -> addByte(pool, there, value, by);
            case PACKED -> addPacked(pool, there, value, by);
            default -> addPairs(pool, there, value, by, true);
        };
    }

    /** Adds to a count in pairs, which stay pairs. */
    static int addPair(IntPool pool, int at, int value, int by) {
        return addPairs(pool, at == IntPool.NONE ? few(pool, PAIRS) : at, value, by, false);
    }

    /** Adds to a count in the form {@link #DENSE}. */
    static int addDense(IntPool pool, int at, int value, int by) {
        int wide = at == IntPool.NONE ? placed(pool, DENSE, value) : wide(pool, at, value);
        pool.ints()[wide + 1 + value] += by;
        return wide;
    }

    private static int addByte(IntPool pool, int at, int value, int by) {
        int wide = wide(pool, at, value);
        return ByteCounts.add(pool.ints(), wide + 1, value, by) ? wide : add(pool, outgrown(pool, wide), value, by);
    }

    private static int addPacked(IntPool pool, int at, int value, int by) {
        int[] ints = pool.ints();
        int place = value < PACKED_VALUES ? searchPacked(ints, at, value) : 0;
        int n = rest(ints[at]);
        if (place > 0) {
            int sum = (ints[place] & (PACKED_COUNTS - 1)) + by;
            if (sum >= PACKED_COUNTS) {
                return addPairs(pool, pairsOf(pool, at), value, by, true);
            }
            if (sum == 0) {
                System.arraycopy(ints, place + 1, ints, place, at + n - place);
                ints[at]--;
            } else {
                ints[place] = (value << COUNT_BITS) | sum;
            }
            return at;
        }
        int last = n == 0 ? -1 : ints[at + n] >>> COUNT_BITS;
        int placed = placedOf(pool, at, n + 1, Math.max(last, value), by);
        if (placed != at) {
            return add(pool, placed, value, by);
        }
        if (place == 0 || by >= PACKED_COUNTS) {
            return addPairs(pool, pairsOf(pool, at), value, by, true);
        }
        int wide = roomFor(pool, at, n + 2);
        ints = pool.ints();
        int to = wide - at - place - 1;
        System.arraycopy(ints, to, ints, to + 1, wide + n + 1 - to);
        ints[to] = (value << COUNT_BITS) | by;
        ints[wide]++;
        return wide;
    }

    private static int addPairs(IntPool pool, int at, int value, int by, boolean choose) {
        int[] ints = pool.ints();
        int place = searchPairs(ints, at, value);
        int n = rest(ints[at]);
        if (place > 0) {
            ints[place + 1] += by;
            if (ints[place + 1] == 0) {
                System.arraycopy(ints, place + 2, ints, place, at + 2 * n - 1 - place);
                ints[at]--;
            }
            return at;
        }
        int last = n == 0 ? -1 : ints[at + 2 * n - 1];
        int placed = choose ? placedOf(pool, at, n + 1, Math.max(last, value), by) : at;
        if (placed != at) {
            return add(pool, placed, value, by);
        }
        int wide = roomFor(pool, at, 2 * n + 3);
        ints = pool.ints();
        int to = wide - at - place - 1;
        System.arraycopy(ints, to, ints, to + 2, wide + 2 * n + 1 - to);
        ints[to] = value;
        ints[to + 1] = by;
        ints[wide]++;
        return wide;
    }

    /** The form with a place for each value, if it is better for so many values up to the last; else another. */
    private static int formOf(int distinct, int last, int greatestCount) {
        if (distinct > FEW && last < SPARSE_BYTES * distinct && greatestCount <= ByteCounts.MOST) {
            return BYTES;
        }
        return distinct > FEW && last < SPARSE * distinct ? DENSE : PACKED;
    }

    /**
     * A slice of a form for few in a form with a place for each value; as it is if that is no better.
     *
     * @param more another count that it is to have
     */
    private static int placedOf(IntPool pool, int few, int distinct, int last, int more) {
        if (distinct <= FEW || last >= SPARSE_BYTES * distinct) {
            return few;
        }
        int form = formOf(distinct, last, Math.max(more, greatestCount(pool.ints(), few)));
        if (form == PACKED) {
            return few;
        }
        int fresh = placed(pool, form, last);
        int[] ints = pool.ints();
        boolean packed = form(ints[few]) == PACKED;
        for (int i = 0; i < rest(ints[few]); i++) {
            int entry = packed ? ints[few + 1 + i] : 0;
            int value = packed ? entry >>> COUNT_BITS : ints[few + 1 + 2 * i];
            int count = packed ? entry & (PACKED_COUNTS - 1) : ints[few + 2 + 2 * i];
            put(ints, fresh, form, value, count);
        }
        pool.give(few, sizeClass(ints[few]));
        return fresh;
    }

    /** Counts a value that has a place and has not been counted. */
    private static void put(int[] ints, int at, int form, int value, int count) {
        if (form == DENSE) {
            ints[at + 1 + value] = count;
        } else if (!ByteCounts.add(ints, at + 1, value, count)) {
            throw new IllegalStateException("a count of " + count + " does not fit");
        }
    }

    private static int greatestCount(int[] ints, int few) {
        int n = rest(ints[few]);
        if (form(ints[few]) == PACKED) {
            return greatestPacked(ints, few + 1, n);
        }
        int greatest = 0;
        for (int i = 0; i < n; i++) {
            greatest = Math.max(greatest, ints[few + 2 + 2 * i]);
        }
        return greatest;
    }

    private static int greatestPacked(int[] ints, int from, int n) {
        int greatest = 0;
        for (int i = from; i < from + n; i++) {
            greatest = Math.max(greatest, ints[i] & (PACKED_COUNTS - 1));
        }
        return greatest;
    }

    /** Moves a slice to where it has room for some ints. */
    private static int roomFor(IntPool pool, int at, int size) {
        int head = pool.ints()[at];
        int sizeClass = sizeClass(head);
        if (size <= IntPool.size(sizeClass)) {
            return at;
        }
        int wider = IntPool.classOf(size);
        int fresh = take(pool, form(head), wider, rest(head));
        System.arraycopy(pool.ints(), at + 1, pool.ints(), fresh + 1, IntPool.size(sizeClass) - 1);
        pool.give(at, sizeClass);
        return fresh;
    }

    /** Makes room for a value in a form with places, and some more, so that growing is rare. */
    private static int wide(IntPool pool, int at, int value) {
        int head = pool.ints()[at];
        if (value < places(head)) {
            return at;
        }
        int sizeClass = sizeClass(head);
        int fresh = placed(pool, form(head), value);
        System.arraycopy(pool.ints(), at + 1, pool.ints(), fresh + 1, IntPool.size(sizeClass) - 1);
        pool.give(at, sizeClass);
        return fresh;
    }

    private static int pairsOf(IntPool pool, int packed) {
        int head = pool.ints()[packed];
        int n = rest(head);
        int fresh = take(pool, PAIRS, IntPool.classOf(2 * n + 3), n);
        int[] ints = pool.ints();
        for (int i = 0; i < n; i++) {
            ints[fresh + 1 + 2 * i] = ints[packed + 1 + i] >>> COUNT_BITS;
            ints[fresh + 2 + 2 * i] = ints[packed + 1 + i] & (PACKED_COUNTS - 1);
        }
        pool.give(packed, sizeClass(head));
        return fresh;
    }

    /** Counts in bytes, one of which no longer fits, in another form: with a place for each value or, if few occur, a list. */
    private static int outgrown(IntPool pool, int bytes) {
        int[] pairs = pairs(pool, bytes);
        give(pool, bytes);
        int n = pairs.length / 2;
        int last = n == 0 ? -1 : pairs[2 * n - 2];
        boolean isList = formOf(n, last, Integer.MAX_VALUE) != DENSE;
        int form = !isList ? DENSE : last < PACKED_VALUES ? PACKED : PAIRS;
        int fresh = isList
                ? take(pool, form, IntPool.classOf(2 + (form == PACKED ? n : 2 * n)), n)
                : placed(pool, DENSE, last);
        int[] ints = pool.ints();
        for (int i = 0; i < n; i++) {
            int value = pairs[2 * i];
            int count = pairs[2 * i + 1];
            if (form == DENSE) {
                ints[fresh + 1 + value] = count;
            } else if (form == PACKED) {
                ints[fresh + 1 + i] = (value << COUNT_BITS) | count;
            } else {
                ints[fresh + 1 + 2 * i] = value;
                ints[fresh + 2 + 2 * i] = count;
            }
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
            int fresh = pool.take(sizeClass(head));
            System.arraycopy(otherPool.ints(), other, pool.ints(), fresh, IntPool.size(sizeClass(head)));
            return fresh;
        }
        int form = form(pool.ints()[at]);
        if (form == PACKED && form(head) == PACKED) {
            return addAllPacked(pool, at, otherPool.ints(), other);
        }
        if (form == DENSE && form(head) == DENSE) {
            int size = IntPool.size(sizeClass(head));
            int wide = wide(pool, at, size - 2);
            int[] ints = pool.ints();
            int[] more = otherPool.ints();
            for (int i = 1; i < size; i++) {
                ints[wide + i] += more[other + i];
            }
            return wide;
        }
        if (form == BYTES && form(head) == BYTES) {
            int size = IntPool.size(sizeClass(head)) - 1;
            int wide = wide(pool, at, ByteCounts.places(size) - 1);
            return ByteCounts.addAll(pool.ints(), wide + 1, otherPool.ints(), other + 1, size)
                    ? wide
                    : addEach(pool, outgrown(pool, wide), pairs(otherPool, other));
        }
        return addEach(pool, at, pairs(otherPool, other));
    }

    /**
     * The same, of values that have other numbers here.
     *
     * @param numbers for each value of the other slice, its number here, below {@link #PACKED_VALUES}; no two are equal
     */
    static int addAll(IntPool pool, int at, IntPool otherPool, int other, int[] numbers) {
        if (other == IntPool.NONE) {
            return at;
        }
        int head = otherPool.ints()[other];
        if (form(head) == PACKED) {
            int[] renumbered = renumbered(pool, otherPool.ints(), other, numbers);
            int there = at == IntPool.NONE ? few(pool, PACKED) : at;
            if (form(pool.ints()[there]) == PACKED) {
                return addAllPacked(pool, there, renumbered, 0);
            }
        }
        int[] pairs = pairs(otherPool, other);
        for (int i = 0; i < pairs.length; i += 2) {
            pairs[i] = numbers[pairs[i]];
        }
        return addEach(pool, at, pairs);
    }

    /** A packed list by other numbers, sorted: few by insertion, many by noting which numbers occur. */
    private static int[] renumbered(IntPool pool, int[] more, int other, int[] numbers) {
        int n = rest(more[other]);
        int[] list = pool.scratch(n + 1);
        list[0] = head(PACKED, 0, n);
        if (n <= FEW_STEPS) {
            for (int i = 1; i <= n; i++) {
                int entry = more[other + i];
                int number = numbers[entry >>> COUNT_BITS];
                int to = i;
                while (to > 1 && list[to - 1] >>> COUNT_BITS > number) {
                    list[to] = list[to - 1];
                    to--;
                }
                list[to] = (number << COUNT_BITS) | (entry & (PACKED_COUNTS - 1));
            }
            return list;
        }
        int[] counts = pool.merged(PACKED_VALUES);
        long[] occurs = new long[PACKED_VALUES / Long.SIZE];
        int words = 0;
        for (int i = other + 1; i <= other + n; i++) {
            int number = numbers[more[i] >>> COUNT_BITS];
            counts[number] = more[i] & (PACKED_COUNTS - 1);
            occurs[number / Long.SIZE] |= 1L << number;
            words = Math.max(words, 1 + number / Long.SIZE);
        }
        int to = 1;
        for (int word = 0; word < words; word++) {
            for (long left = occurs[word]; left != 0; left &= left - 1) {
                int number = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                list[to++] = (number << COUNT_BITS) | counts[number];
            }
        }
        return list;
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
        int n = rest(ints[at]);
        int m = rest(more[other]);
        int[] merged = pool.merged(n + m);
        int distinct = sumPacked(ints, at, n, more, other, m, merged, 0);
        if (distinct < 0) {
            return addEachPacked(pool, at, more, other);
        }
        int last = distinct == 0 ? -1 : merged[distinct - 1] >>> COUNT_BITS;
        int form = formOf(distinct, last, greatestPacked(merged, 0, distinct));
        if (form != PACKED) {
            int placed = placed(pool, form, last);
            for (int i = 0; i < distinct; i++) {
                put(pool.ints(), placed, form, merged[i] >>> COUNT_BITS, merged[i] & (PACKED_COUNTS - 1));
            }
            pool.give(at, sizeClass(pool.ints()[at]));
            return placed;
        }
        int head = ints[at];
        int there = at;
        if (distinct + 1 > IntPool.size(sizeClass(head))) {
            pool.give(at, sizeClass(head));
            there = take(pool, PACKED, IntPool.classOf(distinct + 1), 0);
        }
        ints = pool.ints();
        System.arraycopy(merged, 0, ints, there + 1, distinct);
        ints[there] = head(PACKED, sizeClass(ints[there]), distinct);
        return there;
    }

    private static int addEachPacked(IntPool pool, int at, int[] more, int other) {
        int sum = at;
        for (int i = other + 1; i <= other + rest(more[other]); i++) {
            sum = add(pool, sum, more[i] >>> COUNT_BITS, more[i] & (PACKED_COUNTS - 1));
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
        if (form(pool.ints()[at]) == PACKED && form(otherPool.ints()[other]) == PACKED) {
            return sumPacked(to, pool.ints(), at, otherPool.ints(), other);
        }
        return addAll(to, copy(to, pool, at), otherPool, other);
    }

    /**
     * The same, where the values of the second have other numbers here.
     *
     * @param numbers for each value of the other slice, its number here, below {@link #PACKED_VALUES}; no two are equal
     */
    static int sum(IntPool to, IntPool pool, int at, IntPool otherPool, int other, int[] numbers) {
        if (other != IntPool.NONE
                && form(otherPool.ints()[other]) == PACKED
                && (at == IntPool.NONE || form(pool.ints()[at]) == PACKED)) {
            int[] renumbered = renumbered(to, otherPool.ints(), other, numbers);
            return at == IntPool.NONE ? copyPacked(to, renumbered, 0) : sumPacked(to, pool.ints(), at, renumbered, 0);
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
        if (form(head) == PACKED) {
            return copyPacked(to, ints, at);
        }
        boolean hasPlaces = hasPlaces(form(head));
        int size = hasPlaces ? IntPool.size(sizeClass(head)) : 1 + 2 * rest(head);
        int sizeClass = hasPlaces ? sizeClass(head) : IntPool.classOf(size);
        int fresh = to.reserve(size);
        System.arraycopy(ints, at + 1, to.ints(), fresh + 1, size - 1);
        to.ints()[fresh] = head(form(head), sizeClass, rest(head));
        to.takeReserved(sizeClass);
        return fresh;
    }

    private static int copyPacked(IntPool to, int[] list, int at) {
        int n = rest(list[at]);
        int sizeClass = IntPool.classOf(1 + n);
        int fresh = to.reserve(1 + n);
        int[] ints = to.ints();
        ints[fresh] = head(PACKED, sizeClass, n);
        for (int i = 1; i <= n; i++) {
            ints[fresh + i] = list[at + i];
        }
        to.takeReserved(sizeClass);
        return fresh;
    }

    private static int sumPacked(IntPool to, int[] list, int at, int[] more, int other) {
        int n = rest(list[at]);
        int m = rest(more[other]);
        int fresh = to.reserve(1 + n + m);
        int distinct = sumPacked(list, at, n, more, other, m, to.ints(), fresh + 1);
        if (distinct < 0) {
            return addEachPacked(to, copyPacked(to, list, at), more, other);
        }
        int sizeClass = IntPool.classOf(1 + distinct);
        to.ints()[fresh] = head(PACKED, sizeClass, distinct);
        to.takeReserved(sizeClass);
        int last = distinct == 0 ? -1 : to.ints()[fresh + distinct] >>> COUNT_BITS;
        return placedOf(to, fresh, distinct, last, 0);
    }

    /**
     * Two sorted lists into one.
     *
     * @param sums where its first entry is put
     * @return how many entries it has; -1 if a count does not fit
     */
    private static int sumPacked(int[] list, int at, int n, int[] more, int other, int m, int[] sums, int to) {
        int i = at + 1;
        int j = other + 1;
        int next = to;
        int overflow = 0;
        // Which of the two is next cannot be foreseen, so nothing branches on it.
        while (i <= at + n && j <= other + m) {
            int mine = list[i];
            int its = more[j];
            int difference = (mine >>> COUNT_BITS) - (its >>> COUNT_BITS);
            int takesMine = (difference - 1) >>> 31;
            int takesIts = (-difference - 1) >>> 31;
            int count = (mine & (PACKED_COUNTS - 1) & -takesMine) + (its & (PACKED_COUNTS - 1) & -takesIts);
            overflow |= count;
            int value = (its >>> COUNT_BITS) + (difference & -takesMine);
            sums[next++] = (value << COUNT_BITS) + count;
            i += takesMine;
            j += takesIts;
        }
        while (i <= at + n) {
            sums[next++] = list[i++];
        }
        while (j <= other + m) {
            sums[next++] = more[j++];
        }
        return overflow >= PACKED_COUNTS ? -1 : next - to;
    }

    /** Gives the slice back. */
    static void give(IntPool pool, int at) {
        if (at != IntPool.NONE) {
            pool.give(at, sizeClass(pool.ints()[at]));
        }
    }

    /**
     * The place of a value, or, less 1 and negated, where it would be. Where it is cannot be foreseen, so nothing branches on
     * it.
     */
    private static int searchPacked(int[] ints, int at, int value) {
        int before = at;
        for (int left = rest(ints[at]); left > 0; ) {
            int half = (left + 1) >>> 1;
            int isLess = ((ints[before + half] >>> COUNT_BITS) - value) >> 31;
            before += half & isLess;
            left -= half;
        }
        int place = before + 1;
        return place <= at + rest(ints[at]) && ints[place] >>> COUNT_BITS == value ? place : -place - 1;
    }

    private static int searchPairs(int[] ints, int at, int value) {
        int low = 0;
        int high = rest(ints[at]) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int there = ints[at + 1 + 2 * middle];
            if (there < value) {
                low = middle + 1;
            } else if (there > value) {
                high = middle - 1;
            } else {
                return at + 1 + 2 * middle;
            }
        }
        return -(at + 1 + 2 * low) - 1;
    }

    /** The values that occur with their counts, sorted: {@code [v1, c1, v2, c2, ...]}. */
    static int[] pairs(IntPool pool, int at) {
        int[] pairs = new int[2 * distinct(pool, at)];
        if (pairs.length == 0) {
            return pairs;
        }
        int[] ints = pool.ints();
        int head = ints[at];
        if (form(head) == PAIRS) {
            System.arraycopy(ints, at + 1, pairs, 0, pairs.length);
            return pairs;
        }
        int next = 0;
        if (form(head) == PACKED) {
            for (int i = 1; i <= rest(head); i++) {
                pairs[next++] = ints[at + i] >>> COUNT_BITS;
                pairs[next++] = ints[at + i] & (PACKED_COUNTS - 1);
            }
            return pairs;
        }
        int places = places(head);
        for (int value = 0; value < places; value++) {
            int count = at(ints, at, head, value);
            if (count > 0) {
                pairs[next++] = value;
                pairs[next++] = count;
            }
        }
        return pairs;
    }
}
