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
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OccurrencesTest {

    private static final int CLASSES = 30;

    /** By series, its counts in plain maps. */
    private static List<Map<Integer, Integer>> nothing(int sides) {
        List<Map<Integer, Integer>> counts = new ArrayList<>();
        for (int i = 0; i <= sides; i++) {
            counts.add(new TreeMap<>());
        }
        return counts;
    }

    private static int[][] pairs(List<Map<Integer, Integer>> counts) {
        return counts.stream()
                .map(of -> of.entrySet().stream()
                        .flatMapToInt(e -> IntStream.of(e.getKey(), e.getValue()))
                        .toArray())
                .toArray(int[][]::new);
    }

    private static int value(int series, Random random) {
        return series == 0 ? random.nextInt(CLASSES) : Bins.of(random.nextInt() >>> random.nextInt(1, Integer.SIZE));
    }

    private static Renumbering shuffled(Random random) {
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, CLASSES).boxed().toList());
        Collections.shuffle(numbers, random);
        return new Renumbering(numbers.stream().mapToInt(i -> i).toArray());
    }

    /** What stands before and behind a slice, and what it held before, does not matter. */
    @Property(tries = 150)
    void occurrences_that_come_and_go_and_are_added_up_are_those_of_maps_by_series(
            @ForAll Random random, @ForAll @IntRange(max = 15) int measures) {
        int sides = 2 * measures;
        Occurrences occurrences = new Occurrences(sides);
        IntPool pool = new IntPool();
        int[] at = new int[3];
        List<List<Map<Integer, Integer>>> expected =
                IntStream.range(0, at.length).mapToObj(i -> nothing(sides)).toList();
        for (int step = 0; step < 200; step++) {
            int which = random.nextInt(at.length);
            int series = random.nextInt(1 + sides);
            Map<Integer, Integer> counts = expected.get(which).get(series);
            int value = value(series, random);
            switch (random.nextInt(8)) {
                case 0, 1, 2, 3 -> {
                    int by = random.nextInt(4);
                    if (occurrences.hasRoom(pool.ints(), at[which], series, value, by)) {
                        at[which] = occurrences.add(pool, at[which], series, value, by);
                        counts.merge(value, by, (a, b) -> a + b == 0 ? null : a + b);
                        counts.values().removeIf(count -> count == 0);
                    }
                }
                case 4, 5, 6 -> {
                    if (!counts.isEmpty()) {
                        int there = new ArrayList<>(counts.keySet()).get(random.nextInt(counts.size()));
                        int by = 1 + random.nextInt(counts.getOrDefault(there, 0));
                        at[which] = occurrences.add(pool, at[which], series, there, -by);
                        counts.computeIfPresent(there, (v, count) -> count == by ? null : count - by);
                    }
                }
                default -> {
                    int other = random.nextInt(at.length);
                    Renumbering classes = shuffled(random);
                    int sum = Occurrences.sum(
                            pool, pool.ints(), at[which], pool.ints(), at[other], occurrences.numbers(classes));
                    if (!occurrences.areMany(pool.ints(), sum)) {
                        at[which] = sum;
                        List<Map<Integer, Integer>> more = expected.get(other).stream()
                                .<Map<Integer, Integer>>map(TreeMap::new)
                                .toList();
                        for (int i = 0; i <= sides; i++) {
                            int ofSeries = i;
                            more.get(i)
                                    .forEach((v, count) -> expected.get(which)
                                            .get(ofSeries)
                                            .merge(ofSeries == 0 ? classes.of(v) : v, count, Integer::sum));
                        }
                    }
                }
            }
            for (int i = 0; i < at.length; i++) {
                assertThat(occurrences.pairs(pool.ints(), at[i])).isDeepEqualTo(pairs(expected.get(i)));
            }
            assertThat(occurrences.holds(pool.ints(), at[which], series, value)).isEqualTo(counts.containsKey(value));
        }
    }

    /** Also more than may stay, which are there until they are given series of their own. */
    @Test
    void a_sum_of_any_two_lengths_is_what_both_hold_in_as_few_ints_as_that_takes() {
        Random random = new Random(3);
        Occurrences occurrences = new Occurrences(2);
        IntPool to = new IntPool();
        List<Integer> sums = new ArrayList<>();
        List<int[][]> expected = new ArrayList<>();
        for (int n = 0; n <= 62; n++) {
            for (int m = 0; m <= 62; m++) {
                Renumbering classes = shuffled(random);
                IntPool pool = new IntPool();
                IntPool other = new IntPool();
                List<Map<Integer, Integer>> counts = nothing(2);
                int at = drawn(pool, n, occurrences, new Renumbering(identity()), counts, random);
                int more = drawn(other, m, occurrences, classes, counts, random);
                int before = to.used();
                int sum = Occurrences.sum(to, pool.ints(), at, other.ints(), more, occurrences.numbers(classes));
                sums.add(sum);
                expected.add(pairs(counts));
                assertThat(Occurrences.isHead(to.ints()[sum])).isTrue();
                int classCount =
                        counts.get(0).values().stream().mapToInt(i -> i).sum();
                assertThat(occurrences.areMany(to.ints(), sum)).isEqualTo(n + m > 62 || classCount > 32);
                assertThat(to.used() - before).isEqualTo(IntPool.size(IntPool.classOf(1 + (n + m + 1) / 2)));
            }
        }
        for (int i = 0; i < sums.size(); i++) {
            assertThat(occurrences.pairs(to.ints(), sums.get(i))).isDeepEqualTo(expected.get(i));
        }
    }

    private static int[] identity() {
        return IntStream.range(0, CLASSES).toArray();
    }

    private static int drawn(
            IntPool pool,
            int n,
            Occurrences occurrences,
            Renumbering classes,
            List<Map<Integer, Integer>> counts,
            Random random) {
        int at = IntPool.NONE;
        for (int i = 0; i < n; i++) {
            int series = random.nextInt(3);
            int value = value(series, random);
            at = occurrences.add(pool, at, series, value, 1); // whether there is room or not
            counts.get(series).merge(series == 0 ? classes.of(value) : value, 1, Integer::sum);
        }
        Arrays.fill(pool.ints(), pool.used(), pool.ints().length, 0xFEDCBA98);
        return at;
    }

    @Test
    void there_is_room_for_32_classes_and_as_many_times_of_each_measure_less_the_head() {
        for (int measures = 0; measures <= 15; measures++) {
            Occurrences occurrences = new Occurrences(2 * measures);
            int classes = measures == 0 ? 30 : 32;
            int most = 30 + 32 * measures;
            IntPool pool = new IntPool();
            int none = IntPool.NONE;
            assertThat(occurrences.hasRoom(pool.ints(), none, 0, 5, classes)).isTrue();
            assertThat(occurrences.hasRoom(pool.ints(), none, 0, 5, classes + 1))
                    .isFalse();
            assertThat(occurrences.hasRoom(pool.ints(), none, 1, 5, most)).isTrue();
            assertThat(occurrences.hasRoom(pool.ints(), none, 1, 5, most + 1)).isFalse();
            int at = occurrences.add(pool, none, 0, 5, classes - 1);
            assertThat(occurrences.hasRoom(pool.ints(), at, 0, 5, 1)).isTrue();
            assertThat(occurrences.hasRoom(pool.ints(), at, 0, 5, 2)).isFalse();
            at = occurrences.add(pool, at, 0, 4, 1);
            assertThat(occurrences.hasRoom(pool.ints(), at, 0, 5, 1)).isFalse();
            assertThat(occurrences.hasRoom(pool.ints(), at, 0, 5, -1)).isTrue();
            assertThat(occurrences.areMany(pool.ints(), at)).isFalse();
            int rest = most - classes;
            assertThat(occurrences.hasRoom(pool.ints(), at, 1, 7, rest)).isTrue();
            assertThat(occurrences.hasRoom(pool.ints(), at, 1, 7, rest + 1)).isFalse();
            at = occurrences.add(pool, at, measures == 0 ? 0 : 1, 7, rest);
            assertThat(occurrences.areMany(pool.ints(), at)).isFalse();
            int full = 16 * (1 + measures);
            assertThat(Slice.size(pool.ints()[at])).isEqualTo(IntPool.size(IntPool.classOf(full)));
            char[] same = occurrences.numbers(new Renumbering(identity()));
            IntPool to = new IntPool();
            int one = occurrences.add(pool, none, 0, 5, 1);
            int more = Occurrences.sum(to, pool.ints(), at, pool.ints(), one, same);
            assertThat(occurrences.areMany(to.ints(), more)).isTrue();
            at = occurrences.add(pool, at, 0, 4, -1);
            int asMany = Occurrences.sum(to, pool.ints(), at, pool.ints(), one, same);
            assertThat(occurrences.areMany(to.ints(), asMany)).isFalse();
        }
    }

    @Test
    void classes_have_room_up_to_the_bits_that_the_series_leave_and_times_always() {
        for (int measures = 0; measures <= 15; measures++) {
            Occurrences occurrences = new Occurrences(2 * measures);
            assertThat(Occurrences.suits(2 * measures)).isTrue();
            int last = (1 << (16 - Integer.toBinaryString(2 * measures).length() + (measures == 0 ? 1 : 0))) - 1;
            IntPool pool = new IntPool();
            assertThat(occurrences.hasRoom(pool.ints(), IntPool.NONE, 0, last, 1))
                    .isTrue();
            assertThat(occurrences.hasRoom(pool.ints(), IntPool.NONE, 0, last + 1, 1))
                    .isFalse();
            int at = occurrences.add(pool, IntPool.NONE, 0, last, 2);
            assertThat(occurrences.holds(pool.ints(), at, 0, last)).isTrue();
            assertThat(occurrences.holds(pool.ints(), at, 0, last + 1)).isFalse();
            int bin = Bins.of(Integer.MAX_VALUE);
            at = measures == 0 ? at : occurrences.add(pool, at, 2 * measures, bin, 1);
            int[][] expected = new int[1 + 2 * measures][0];
            expected[2 * measures] = new int[] {bin, 1};
            expected[0] = new int[] {last, 2};
            assertThat(occurrences.pairs(pool.ints(), at)).isDeepEqualTo(expected);
        }
        assertThat(Occurrences.suits(32)).isFalse();
        assertThat(Occurrences.suits(1 << 17)).isFalse();
    }

    @Test
    void what_is_not_there_cannot_be_taken_out_and_what_was_emptied_holds_nothing() {
        Occurrences occurrences = new Occurrences(2);
        IntPool pool = new IntPool();
        int at = occurrences.add(pool, IntPool.NONE, 1, 9, 1);
        for (int[] missing : new int[][] {{0, 9}, {2, 9}, {1, 8}}) {
            assertThatThrownBy(() -> occurrences.add(pool, at, missing[0], missing[1], -1))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(occurrences.add(pool, at, 1, 9, -1)).isEqualTo(at);
        assertThat(occurrences.pairs(pool.ints(), at)).isDeepEqualTo(new int[3][0]);
        assertThatThrownBy(() -> occurrences.add(pool, at, 1, 9, -1)).isInstanceOf(IllegalStateException.class);
        int time = occurrences.add(pool, IntPool.NONE, 1, 9, 1);
        assertThat(occurrences.holds(pool.ints(), time, 0, occurrences.values() + 9))
                .isFalse();
        assertThat(occurrences.pairs(pool.ints(), IntPool.NONE)).isDeepEqualTo(new int[3][0]);
        assertThat(occurrences.holds(pool.ints(), IntPool.NONE, 0, 0)).isFalse();
    }
}
