package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OccurrencesTest {

    private static boolean isEach(IntPool pool, int at) {
        return Occurrences.isHead(pool.ints()[at]);
    }

    private static int of(IntPool pool, int... values) {
        int at = IntPool.NONE;
        for (int value : values) {
            at = Counts.add(pool, at, value, 1);
        }
        return at;
    }

    private static int[] pairs(Map<Integer, Integer> counts) {
        List<Integer> pairs = new ArrayList<>();
        counts.forEach((value, count) -> pairs.addAll(List.of(value, count)));
        return pairs.stream().mapToInt(i -> i).toArray();
    }

    @Property(tries = 150)
    void counts_that_grow_and_shrink_and_are_added_up_are_those_of_a_map(@ForAll Random random) {
        int values = List.of(200, 256, 600, 70_000).get(random.nextInt(4));
        IntPool pool = new IntPool();
        IntPool otherPool = new IntPool();
        int at = IntPool.NONE;
        int other = IntPool.NONE;
        Map<Integer, Integer> counts = new TreeMap<>();
        Map<Integer, Integer> more = new TreeMap<>();
        for (int step = 0; step < 150; step++) {
            int value = random.nextInt(values);
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> {
                    at = Counts.add(pool, at, value, 1);
                    counts.merge(value, 1, Integer::sum);
                }
                case 3, 4 -> {
                    if (!counts.isEmpty()) {
                        int there = new ArrayList<>(counts.keySet()).get(random.nextInt(counts.size()));
                        at = Counts.add(pool, at, there, -1);
                        counts.computeIfPresent(there, (v, count) -> count == 1 ? null : count - 1);
                    }
                }
                case 5, 6 -> {
                    other = Counts.add(otherPool, other, value, 1);
                    more.merge(value, 1, Integer::sum);
                }
                default -> {
                    IntPool to = new IntPool();
                    at = Counts.sum(to, pool, at, otherPool, other);
                    pool = to;
                    more.forEach((v, count) -> counts.merge(v, count, Integer::sum));
                }
            }
            assertThat(Counts.pairs(pool, at)).containsExactly(pairs(counts));
            assertThat(Counts.pairs(otherPool, other)).containsExactly(pairs(more));
            assertThat(Counts.get(pool, at, value)).isEqualTo(counts.getOrDefault(value, 0));
        }
    }

    @Test
    void so_many_stand_by_themselves_and_no_more() {
        for (int value : new int[] {0, 255, 256, 65_535}) {
            IntPool pool = new IntPool();
            int at = of(
                    pool,
                    IntStream.generate(() -> value).limit(Occurrences.MOST).toArray());
            assertThat(isEach(pool, at)).isTrue();
            assertThat(Counts.layout(pool, at)).isZero();
            assertThat(isEach(pool, Counts.add(pool, at, value, 1))).isFalse();
        }
        IntPool pool = new IntPool();
        assertThat(isEach(pool, of(pool, Occurrences.VALUES))).isFalse();
        assertThat(isEach(pool, of(pool, 1, 2, Occurrences.VALUES))).isFalse();
    }

    @Test
    void those_below_256_take_a_byte_each_and_others_two() {
        int[] bytes = IntStream.range(256 - Occurrences.MOST, 256).toArray();
        int[] shorts = Arrays.stream(bytes).map(value -> value + 1).toArray();
        assertThat(size(bytes)).isEqualTo(IntPool.size(IntPool.classOf(1 + Occurrences.MOST / 4)));
        assertThat(size(shorts)).isEqualTo(IntPool.size(IntPool.classOf(1 + Occurrences.MOST / 2)));
    }

    private static int size(int... values) {
        IntPool pool = new IntPool();
        int at = of(pool, values);
        return Slice.size(pool.ints()[at]);
    }

    @Test
    void sums_of_as_many_as_may_stand_by_themselves_are_such_in_as_few_bytes() {
        int half = Occurrences.MOST / 2;
        for (int first : new int[] {0, 300}) {
            for (int second : new int[] {0, 300}) {
                IntPool pool = new IntPool();
                IntPool other = new IntPool();
                int one = of(pool, IntStream.range(first, first + half).toArray());
                int two = of(other, IntStream.range(second, second + half).toArray());
                IntPool to = new IntPool();
                int sum = Counts.sum(to, pool, one, other, two);
                assertThat(isEach(to, sum)).isTrue();
                assertThat(Slice.form(to.ints()[sum]))
                        .isEqualTo(first + second == 0 ? Slice.EACH_IN_BYTE : Slice.EACH_IN_SHORT);
                assertThat(isEach(to, Counts.sum(to, pool, one, other, Counts.add(other, two, second, 1))))
                        .isFalse();
            }
        }
    }

    /** What stands before, what is taken after and what a pool is made of does not matter. */
    @Property(tries = 20)
    void a_sum_of_any_two_lengths_is_what_both_hold_and_as_long_as_it_must_be(@ForAll Random random) {
        int values = List.of(200, 256, 600).get(random.nextInt(3));
        int[] numbers = shuffled(values, random);
        IntPool to = new IntPool();
        List<Integer> sums = new ArrayList<>();
        List<int[]> expected = new ArrayList<>();
        for (int n = 0; n <= Occurrences.MOST; n++) {
            for (int m = 0; n + m <= Occurrences.MOST; m++) {
                boolean isRenumbered = random.nextBoolean();
                int[] one = random.ints(n, 0, values).toArray();
                int[] two = random.ints(m, 0, values).toArray();
                IntPool pool = new IntPool();
                IntPool other = new IntPool();
                int at = of(pool, one);
                int more = of(other, two);
                int before = to.used();
                sums.add(
                        isRenumbered
                                ? Counts.sum(to, pool, at, other, more, new Renumbering(numbers))
                                : Counts.sum(to, pool, at, other, more));
                Map<Integer, Integer> counts = new TreeMap<>();
                Arrays.stream(one).forEach(value -> counts.merge(value, 1, Integer::sum));
                Arrays.stream(two)
                        .map(value -> isRenumbered ? numbers[value] : value)
                        .forEach(value -> counts.merge(value, 1, Integer::sum));
                expected.add(pairs(counts));
                assertThat(to.used() - before)
                        .isEqualTo(n + m == 0 ? 0 : Slice.size(to.ints()[sums.get(sums.size() - 1)]));
            }
        }
        for (int i = 0; i < sums.size(); i++) {
            assertThat(Counts.pairs(to, sums.get(i))).containsExactly(expected.get(i));
        }
    }

    private static int[] shuffled(int values, Random random) {
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, values).boxed().toList());
        Collections.shuffle(numbers, random);
        return numbers.stream().mapToInt(i -> i).toArray();
    }

    @Test
    void sums_with_nothing_take_no_more_room_than_there_is_to_hold() {
        Renumbering numbers = new Renumbering(new int[] {2, 1, 0});
        for (int n = 0; n <= Occurrences.MOST; n++) {
            IntPool pool = new IntPool();
            int at = of(pool, IntStream.range(0, n).map(i -> i % 3).toArray());
            int expected = n == 0 ? 0 : IntPool.size(IntPool.classOf(1 + (n + 3) / 4));
            for (boolean mine : new boolean[] {true, false}) {
                IntPool to = new IntPool();
                int before = to.used();
                int sum = mine
                        ? Counts.sum(to, pool, at, pool, IntPool.NONE, numbers)
                        : Counts.sum(to, pool, IntPool.NONE, pool, at, numbers);
                assertThat(to.used() - before).isEqualTo(expected);
                int ofNumber2 = mine ? n / 3 : (n + 2) / 3; // of what was 0
                assertThat(Counts.get(to, sum, 2)).isEqualTo(ofNumber2);
            }
        }
    }

    /** A cell that cases have come to stays one when they are taken out. */
    @Test
    void counts_that_were_emptied_stay_counts_of_nothing_when_they_are_added_up() {
        Renumbering numbers = new Renumbering(new int[] {1, 0});
        IntPool pool = new IntPool();
        int empty = Counts.add(pool, of(pool, 1), 1, -1);
        IntPool to = new IntPool();
        for (int sum : new int[] {
            Counts.sum(to, pool, empty, pool, IntPool.NONE),
            Counts.sum(to, pool, IntPool.NONE, pool, empty),
            Counts.sum(to, pool, empty, pool, IntPool.NONE, numbers),
            Counts.sum(to, pool, IntPool.NONE, pool, empty, numbers),
            Counts.sum(to, pool, empty, pool, empty, numbers),
            Counts.addAll(to, IntPool.NONE, pool, empty),
            Counts.addAll(to, IntPool.NONE, pool, empty, numbers)
        }) {
            assertThat(sum).isNotEqualTo(IntPool.NONE);
            assertThat(Counts.pairs(to, sum)).isEmpty();
        }
        assertThatThrownBy(() -> Counts.add(pool, empty, 1, -1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void values_below_256_whose_numbers_are_not_are_written_in_two_bytes() {
        IntPool pool = new IntPool();
        int one = of(pool, 3);
        int two = of(pool, 1);
        for (int number : new int[] {255, 256}) {
            IntPool to = new IntPool();
            int sum = Counts.sum(to, pool, one, pool, two, new Renumbering(new int[] {0, number}));
            assertThat(Counts.pairs(to, sum)).containsExactly(3, 1, number, 1);
            assertThat(Slice.form(to.ints()[sum])).isEqualTo(number < 256 ? Slice.EACH_IN_BYTE : Slice.EACH_IN_SHORT);
        }
    }
}
