package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where counts change their form: each form, together with each other, and at its limits. */
class CountsFormsTest {

    private static final int MOST_PACKED = PackedList.COUNTS - 1;

    /** Counts of values, by value; each other has one more. */
    private static Map<Integer, Integer> counts(int first, IntStream values) {
        Map<Integer, Integer> counts = new TreeMap<>();
        values.forEach(value -> counts.put(value, first + counts.size() % 2));
        return counts;
    }

    /** Counts that are held in all forms, few and many, near to where forms change. */
    private static List<Map<Integer, Integer>> all() {
        return Stream.of(
                        Map.<Integer, Integer>of(),
                        Map.of(0, 1),
                        Map.of(256, 16, 3, 15),
                        Map.of(65_535, 2, 9, 3),
                        Map.of(65_536, 1, 9, 3),
                        Map.of(5, 1, 9, 2, 2_047, 1),
                        Map.of(5, MOST_PACKED, 9, 1),
                        Map.of(5, PackedList.COUNTS / 2),
                        Map.of(9, 1, 12, MOST_PACKED + 1),
                        Map.of(5, 1, 2_048, 3),
                        Map.of(4_095, 1),
                        counts(1, IntStream.range(0, 12)),
                        counts(1, IntStream.range(0, 13)),
                        counts(40, IntStream.range(0, 12)),
                        counts(40, IntStream.range(12, 24)),
                        counts(1, IntStream.range(0, 16)),
                        counts(1, IntStream.range(30, 43).map(i -> 2 * i)),
                        counts(1, IntStream.range(0, 200)),
                        counts(1, IntStream.range(0, 40).map(i -> 51 * i)),
                        counts(ByteCounts.MOST - 1, IntStream.range(0, 30)),
                        counts(ByteCounts.MOST, IntStream.range(0, 30)),
                        counts(ByteCounts.MOST / 2, IntStream.range(0, 14).map(i -> 7 * i)),
                        counts(MOST_PACKED + 1, IntStream.range(0, 12)),
                        counts(MOST_PACKED + 1, IntStream.range(0, 20)),
                        counts(MOST_PACKED + 1, IntStream.range(0, 20).map(i -> 100 * i)),
                        counts(1, IntStream.range(0, 20).map(i -> 3_000 + 7 * i)))
                .toList();
    }

    private static int put(IntPool pool, Map<Integer, Integer> counts) {
        int at = IntPool.NONE;
        List<Integer> values = new ArrayList<>(counts.keySet());
        Collections.shuffle(values, new Random(1));
        for (int value : values) {
            at = Counts.add(pool, at, value, counts.getOrDefault(value, 0));
        }
        return at;
    }

    private static Map<Integer, Integer> sum(
            Map<Integer, Integer> one, Map<Integer, Integer> other, IntUnaryOperator number) {
        Map<Integer, Integer> sum = new TreeMap<>(one);
        other.forEach((value, count) -> sum.merge(number.applyAsInt(value), count, Integer::sum));
        return sum;
    }

    private static void assertHolds(IntPool pool, int at, Map<Integer, Integer> expected) {
        int[] pairs = Counts.pairs(pool, at);
        Map<Integer, Integer> found = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            found.put(pairs[i], pairs[i + 1]);
        }
        assertThat(found).isEqualTo(expected);
        assertThat(found.keySet()).hasSize(pairs.length / 2);
        assertThat(Counts.distinct(pool, at)).isEqualTo(expected.size());
        for (int value : new int[] {0, 4, 5, 9, 12, 13, 42, 255, 256, 2_047, 2_048, 4_095, 4_096, 65_535, 65_536}) {
            assertThat(Counts.get(pool, at, value)).isEqualTo(expected.getOrDefault(value, 0));
        }
    }

    /** Slices that others must not be written over. */
    private static int[] guards(IntPool pool) {
        return IntStream.range(0, 40)
                .map(i -> Counts.add(pool, IntPool.NONE, i, 1_000 + i))
                .toArray();
    }

    /** What stands behind a slice is not of it. */
    private static void fillBehind(IntPool pool) {
        int many = 5_000;
        int at = pool.take(IntPool.classOf(many));
        Arrays.fill(pool.ints(), at, at + many, 0x01020304);
    }

    private static void assertUnharmed(IntPool pool, int[] guards) {
        for (int i = 0; i < guards.length; i++) {
            assertThat(Counts.pairs(pool, guards[i])).containsExactly(i, 1_000 + i);
        }
    }

    @Test
    void counts_of_each_form_added_to_those_of_each_are_the_sums() {
        for (Map<Integer, Integer> one : all()) {
            for (Map<Integer, Integer> two : all()) {
                assertSums(one, two, null);
            }
        }
    }

    private static void assertSums(Map<Integer, Integer> one, Map<Integer, Integer> two, int @Nullable [] numbers) {
        IntPool pool = new IntPool();
        IntPool other = new IntPool();
        IntPool to = new IntPool();
        int at = put(pool, one);
        int[] guards = guards(pool);
        int more = put(other, two);
        fillBehind(other);
        Map<Integer, Integer> expected = sum(one, two, value -> numbers == null ? value : numbers[value]);
        Renumbering renumbering = numbers == null ? null : new Renumbering(numbers);
        int written = renumbering == null
                ? Counts.sum(to, pool, at, other, more)
                : Counts.sum(to, pool, at, other, more, renumbering);
        int copied = Counts.copy(to, other, more);
        assertHolds(pool, at, one);
        int added = renumbering == null
                ? Counts.addAll(pool, at, other, more)
                : Counts.addAll(pool, at, other, more, renumbering);
        assertHolds(pool, added, expected);
        assertHolds(other, more, two);
        assertHolds(to, written, expected);
        assertHolds(to, copied, two);
        assertUnharmed(pool, guards);
    }

    /** For each value another number: the last is the first. */
    private static int[] reversed(int values) {
        return IntStream.range(0, values).map(value -> values - 1 - value).toArray();
    }

    @Test
    void counts_of_each_form_added_by_other_numbers_to_those_of_each_are_the_sums() {
        for (int values : new int[] {256, 257, PackedList.VALUES}) {
            int[] numbers = reversed(values);
            for (Map<Integer, Integer> one : all()) {
                for (Map<Integer, Integer> two : all()) {
                    if (two.keySet().stream().allMatch(value -> value < values)) { // others have no numbers
                        assertSums(one, two, numbers);
                    }
                }
            }
        }
    }

    @Test
    void a_value_added_to_counts_of_each_form_or_taken_out_is_counted_and_no_other() {
        for (Map<Integer, Integer> one : all()) {
            for (int value : new int[] {0, 4, 5, 12, 13, 14, 15, 16, 22, 23, 24, 31, 42, 51, 52, 2_047, 2_048, 4_000}) {
                for (int by : new int[] {1, ByteCounts.MOST, ByteCounts.MOST + 1, MOST_PACKED, MOST_PACKED + 1}) {
                    IntPool pool = new IntPool();
                    int at = put(pool, one);
                    int[] guards = guards(pool);
                    int added = Counts.add(pool, at, value, by);
                    assertHolds(pool, added, sum(one, Map.of(value, by), v -> v));
                    assertHolds(pool, Counts.add(pool, added, value, -by), one);
                    assertUnharmed(pool, guards);
                }
            }
        }
    }

    @Test
    void values_added_together_to_counts_of_each_form_are_counted_once_each() {
        int[] values = {7, 3, 0, 7, 2_048, 65_536, 9, 9, 1};
        int[] counts = new int[65_537];
        for (Map<Integer, Integer> one : all()) {
            IntPool pool = new IntPool();
            int at = put(pool, one);
            int[] guards = guards(pool);
            Map<Integer, Integer> expected = new TreeMap<>(one);
            IntStream.range(1, 8).forEach(i -> expected.merge(values[i], 1, Integer::sum));
            assertHolds(pool, Counts.addValues(pool, at, values, 1, 8, counts), expected);
            assertThat(counts).containsOnly(0);
            assertUnharmed(pool, guards);
        }
    }

    private static boolean isInBytes(IntPool pool, int at) {
        return Counts.layout(pool, at) >= Counts.IN_BYTES;
    }

    @Test
    void counts_have_places_from_13_values_on_if_one_of_8_bytes_or_one_of_4_ints_is_used() {
        for (int first : new int[] {1, ByteCounts.MOST - 1, ByteCounts.MOST, MOST_PACKED + 1}) {
            boolean bytes = first < ByteCounts.MOST;
            IntPool pool = new IntPool();
            assertThat(Counts.layout(pool, put(pool, counts(first, IntStream.range(0, 12)))))
                    .isZero();
            for (int last : new int[] {12, 50, 51, 52, 53, 102, 103, 104, 105}) {
                Map<Integer, Integer> counts = counts(first, IntStream.range(0, 12));
                counts.put(last, first);
                int at = put(pool, counts);
                assertThat(isInBytes(pool, at)).isEqualTo(bytes && last < 8 * 13);
                assertThat(Counts.isDense(pool, at)).isEqualTo(!bytes && last < 4 * 13);
                assertThat(Counts.layout(pool, at) == 0).isEqualTo(last >= (bytes ? 8 : 4) * 13);
                assertHolds(pool, at, counts);
            }
        }
    }

    @Test
    void sums_of_few_have_places_if_they_are_many() {
        for (int count : new int[] {1, ByteCounts.MOST + 1}) {
            IntPool pool = new IntPool();
            IntPool other = new IntPool();
            for (int last : new int[] {24, 51, 52, 103, 104}) {
                Map<Integer, Integer> one = counts(count, IntStream.range(0, 6));
                Map<Integer, Integer> two = counts(count, IntStream.range(6, 12));
                two.put(last, count);
                int at = put(pool, one);
                int more = put(other, two);
                IntPool to = new IntPool();
                boolean has = last < (count < ByteCounts.MOST ? 8 : 4) * 13;
                for (int layout : new int[] {
                    Counts.layout(to, Counts.sum(to, pool, at, other, more)),
                    Counts.layout(pool, Counts.addAll(pool, at, other, more))
                }) {
                    assertThat(layout > 0).isEqualTo(has);
                    assertThat(layout >= Counts.IN_BYTES).isEqualTo(has && count < ByteCounts.MOST);
                }
            }
        }
    }

    @Test
    void counts_in_bytes_become_ints_when_one_no_longer_fits_and_not_before() {
        IntPool pool = new IntPool();
        Map<Integer, Integer> counts = counts(1, IntStream.range(0, 40));
        int at = put(pool, counts);
        for (int i = counts.getOrDefault(7, 0); i < ByteCounts.MOST; i++) {
            at = Counts.add(pool, at, 7, 1);
            assertThat(isInBytes(pool, at)).isTrue();
        }
        counts.put(7, ByteCounts.MOST);
        assertHolds(pool, at, counts);
        IntPool other = new IntPool();
        int one = put(other, counts(1, IntStream.range(0, 40)));
        IntPool to = new IntPool();
        assertThat(Counts.isDense(to, Counts.sum(to, pool, at, other, one))).isTrue();
        at = Counts.add(pool, at, 7, 1);
        counts.put(7, ByteCounts.MOST + 1);
        assertThat(Counts.isDense(pool, at)).isTrue();
        assertHolds(pool, at, counts);
    }

    @Test
    void counts_in_bytes_become_a_list_when_one_no_longer_fits_if_less_than_one_of_4_places_is_used() {
        for (int first : new int[] {0, 12 * 2_048}) {
            IntPool pool = new IntPool();
            // From 24,576 on, so many that 8 places each are not too few, and no packed values.
            int many = first == 0 ? 12 : 4_000;
            Map<Integer, Integer> counts = counts(3, IntStream.range(0, many));
            counts.put(first + 103, 1);
            int at = put(pool, counts);
            assertThat(isInBytes(pool, at)).isTrue();
            IntPool other = new IntPool();
            int one = put(other, counts);
            at = Counts.add(pool, at, 1, ByteCounts.MOST - counts.getOrDefault(1, 0));
            counts.put(1, ByteCounts.MOST);
            assertThat(isInBytes(pool, at)).isTrue();
            IntPool to = new IntPool();
            int written = Counts.sum(to, pool, at, other, one);
            assertThat(Counts.layout(to, written)).isZero();
            int bytes = Slice.size(pool.ints()[at]);
            at = Counts.add(pool, at, 1, 1);
            counts.put(1, ByteCounts.MOST + 1);
            assertThat(Counts.layout(pool, at)).isZero();
            assertHolds(pool, at, counts);
            assertThat(Slice.size(pool.ints()[at])).isLessThanOrEqualTo(first == 0 ? 24 : 2 * bytes);
        }
    }

    @Test
    void values_below_the_places_of_a_layout_have_their_place_in_the_slice() {
        int[] places = Counts.placesByLayout();
        for (Map<Integer, Integer> counts : all()) {
            IntPool pool = new IntPool();
            int at = put(pool, counts);
            int layout = Counts.layout(pool, at);
            for (int value = 0; value < places[layout]; value++) {
                int found =
                        isInBytes(pool, at) ? ByteCounts.get(pool.ints(), at + 1, value) : pool.ints()[at + 1 + value];
                assertThat(found).isEqualTo(counts.getOrDefault(value, 0));
            }
            assertThat(counts.keySet()).allMatch(value -> layout == 0 || value < places[layout]);
        }
        assertThat(Counts.layout(new IntPool(), IntPool.NONE)).isZero();
        assertThat(places[0]).isZero();
    }

    @Test
    void so_many_values_of_a_new_pool_as_fit_and_one_more_are_renumbered() {
        int[] numbers = reversed(PackedList.VALUES);
        for (int many = 1; many <= 68; many++) {
            Map<Integer, Integer> expected = counts(1, IntStream.range(0, many).map(i -> 30 * i));
            IntPool pool = new IntPool();
            int at = put(pool, expected);
            assertHolds(pool, at, expected);
            IntPool to = new IntPool();
            int renumbered = Counts.addAll(to, IntPool.NONE, pool, at, new Renumbering(numbers));
            assertHolds(to, renumbered, sum(Map.of(), expected, value -> numbers[value]));
            assertHolds(pool, Counts.add(pool, at, 2_048, 1), sum(expected, Map.of(2_048, 1), value -> value));
        }
    }

    /** Whatever counts have grown out of, or been turned from, is given back. */
    @Test
    void a_pool_whose_counts_were_all_given_back_has_room_for_the_same_again() {
        IntPool other = new IntPool();
        Renumbering numbers = new Renumbering(reversed(PackedList.VALUES));
        for (Map<Integer, Integer> two : all()) {
            int more = put(other, two);
            boolean hasNumbers = two.keySet().stream().allMatch(value -> value < PackedList.VALUES);
            for (Map<Integer, Integer> one : all()) {
                IntPool pool = new IntPool();
                int used = 0;
                for (int round = 0; round < 3; round++) {
                    int at = Counts.addAll(pool, put(pool, one), other, more);
                    at = hasNumbers ? Counts.addAll(pool, at, other, more, numbers) : at;
                    for (int value : new int[] {3, 300, 2_047, 2_048}) {
                        for (int by : new int[] {1, ByteCounts.MOST, MOST_PACKED}) {
                            at = Counts.add(pool, at, value, by);
                        }
                    }
                    Slice.give(pool, at);
                    assertThat(pool.used()).isEqualTo(round == 0 ? pool.used() : used);
                    used = pool.used();
                }
            }
        }
    }

    /** What is written at the end of a pool fits, however full the pool is. */
    @Test
    void sums_are_written_into_a_pool_of_any_room() {
        int[] numbers = reversed(PackedList.VALUES);
        for (Map<Integer, Integer> one : all()) {
            IntPool pool = new IntPool();
            int at = put(pool, one);
            for (Map<Integer, Integer> two : all().subList(0, 12)) {
                IntPool other = new IntPool();
                int more = put(other, two);
                for (int taken = 0; taken <= 31; taken++) {
                    IntPool to = new IntPool();
                    for (int i = 0; i < taken; i++) {
                        to.take(0);
                    }
                    assertHolds(to, Counts.sum(to, pool, at, other, more), sum(one, two, value -> value));
                    if (two.keySet().stream().allMatch(value -> value < PackedList.VALUES)) {
                        assertHolds(
                                to,
                                Counts.sum(to, pool, at, other, more, new Renumbering(numbers)),
                                sum(one, two, value -> numbers[value]));
                    }
                }
            }
        }
    }

    /** What a slice leaves free when it moves is for the next: else a pool would be several times as large as its slices. */
    @Test
    void slices_that_counts_have_grown_out_of_are_taken_by_others() {
        IntPool other = new IntPool();
        for (IntUnaryOperator value : List.<IntUnaryOperator>of(i -> 50 * i, i -> 3_000 + 50 * i, i -> i)) {
            for (boolean merging : new boolean[] {false, true}) {
                IntPool pool = new IntPool();
                long rooms = 0;
                for (int counts = 0; counts < 50; counts++) {
                    int at = IntPool.NONE;
                    for (int i = 0; i < 40; i++) {
                        int one = Counts.add(other, IntPool.NONE, value.applyAsInt(i), 1);
                        at = merging
                                ? Counts.addAll(pool, at, other, one)
                                : Counts.add(pool, at, value.applyAsInt(i), 1);
                    }
                    rooms += Slice.size(pool.ints()[at]);
                }
                assertThat((long) pool.used()).isLessThan(rooms * 5 / 4);
            }
        }
        IntPool pool = new IntPool();
        long rooms = 0;
        for (int counts = 0; counts < 50; counts++) {
            int at = put(pool, counts(1, IntStream.range(0, 12).map(i -> 100 * i)));
            at = Counts.add(pool, at, 4_000, 1);
            for (int i = 0; i < 200; i++) {
                at = Counts.add(pool, at, i, 1);
            }
            rooms += Slice.size(pool.ints()[at]);
        }
        assertThat((long) pool.used()).isLessThan(rooms * 5 / 4);
    }
}
