package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Counts in slices of a pool, whatever their form, and the pool itself. */
class CountsTest {

    /** Several counts share a pool, so that one that is written over another would show. */
    @Property
    void counts_in_any_form_are_those_of_a_map_whatever_else_is_in_their_pool(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int many) {
        Random random = new Random(seed);
        IntPool pool = new IntPool();
        int[] counts = new int[many];
        List<TreeMap<Integer, Integer>> expected = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            expected.add(new TreeMap<>());
        }
        int range = 1 << random.nextInt(13);
        for (int i = 0; i < 300; i++) {
            int which = random.nextInt(many);
            int value = random.nextInt(4) == 0 ? random.nextInt(range) : random.nextInt(1 + range / 16);
            int by = step(random, expected.get(which).getOrDefault(value, 0));
            counts[which] = Counts.add(pool, counts[which], value, by);
            expected.get(which).merge(value, by, (a, b) -> a + b == 0 ? null : a + b);
            assertThat(Counts.get(pool, counts[which], value))
                    .isEqualTo(expected.get(which).getOrDefault(value, 0));
        }
        for (int i = 0; i < many; i++) {
            assertHolds(pool, counts[i], expected.get(i));
        }
    }

    @Property
    void pairs_that_stay_pairs_are_those_of_a_map(@ForAll long seed) {
        Random random = new Random(seed);
        IntPool pool = new IntPool();
        int counts = IntPool.NONE;
        Map<Integer, Integer> expected = new TreeMap<>();
        for (int i = 0; i < 100; i++) {
            int value = random.nextInt(40);
            int by = step(random, expected.getOrDefault(value, 0));
            counts = Counts.addPair(pool, counts, value, by);
            expected.merge(value, by, (a, b) -> a + b == 0 ? null : a + b);
        }
        assertThat(Counts.isDense(pool, counts)).isFalse();
        assertHolds(pool, counts, expected);
    }

    @Property
    void all_counts_of_one_added_to_another_are_the_sums(@ForAll long seed) {
        Random random = new Random(seed);
        IntPool pool = new IntPool();
        IntPool other = new IntPool();
        Map<Integer, Integer> expected = new TreeMap<>();
        int one = drawn(random, pool, expected);
        Map<Integer, Integer> more = new TreeMap<>();
        int two = drawn(random, other, more);
        int sum = Counts.addAll(pool, one, other, two);
        assertHolds(other, two, more);
        more.forEach((v, c) -> expected.merge(v, c, Integer::sum));
        assertHolds(pool, sum, expected);
    }

    @Property
    void values_added_together_are_counted_as_those_of_a_map_and_leave_no_trace_elsewhere(@ForAll long seed) {
        Random random = new Random(seed);
        IntPool pool = new IntPool();
        Map<Integer, Integer> expected = new TreeMap<>();
        Map<Integer, Integer> beside = new TreeMap<>();
        int one = random.nextInt(5) == 0 ? IntPool.NONE : drawn(random, pool, expected);
        int other = drawn(random, pool, beside);
        int range = 1 << random.nextInt(13);
        int[] values = random.ints(random.nextInt(400), 0, range).toArray();
        int from = random.nextInt(values.length + 1);
        int until = from + random.nextInt(values.length - from + 1);
        int[] counts = new int[1 << 13];
        int sum = Counts.addValues(pool, one, values, from, until, counts);
        for (int i = from; i < until; i++) {
            expected.merge(values[i], 1, Integer::sum);
        }
        assertHolds(pool, sum, expected);
        assertHolds(pool, other, beside);
        assertThat(counts).containsOnly(0);
    }

    @Property
    void sums_written_to_a_third_pool_are_the_sums_and_leave_the_two_as_they_were(@ForAll long seed) {
        Random random = new Random(seed);
        IntPool pool = new IntPool();
        IntPool other = new IntPool();
        IntPool to = new IntPool();
        Map<Integer, Integer> mine = new TreeMap<>();
        Map<Integer, Integer> more = new TreeMap<>();
        int one = random.nextInt(5) == 0 ? IntPool.NONE : drawn(random, pool, mine);
        int two = random.nextInt(5) == 0 ? IntPool.NONE : drawn(random, other, more);
        int before = Counts.sum(to, pool, one, pool, one);
        Map<Integer, Integer> expected = new TreeMap<>(mine);
        more.forEach((v, c) -> expected.merge(v, c, Integer::sum));
        int sum = Counts.sum(to, pool, one, other, two);
        int after = Counts.copy(to, other, two);
        assertHolds(to, sum, expected);
        assertHolds(pool, one, mine);
        assertHolds(other, two, more);
        assertHolds(to, after, more);
        Map<Integer, Integer> twice = new TreeMap<>();
        mine.forEach((v, c) -> twice.put(v, 2 * c));
        assertHolds(to, before, twice);
    }

    @Property
    void sums_by_other_numbers_are_those_of_a_map_by_other_numbers(@ForAll long seed) {
        Random random = new Random(seed);
        IntPool pool = new IntPool();
        IntPool other = new IntPool();
        Map<Integer, Integer> expected = new TreeMap<>();
        int one = random.nextInt(3) == 0 ? IntPool.NONE : drawn(random, pool, expected);
        Map<Integer, Integer> more = new TreeMap<>();
        int two = IntPool.NONE;
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, PackedList.VALUES).boxed().toList());
        Collections.shuffle(numbers, random);
        int distinct = random.nextInt(40);
        for (int i = 0; i < distinct; i++) {
            int value = random.nextInt(random.nextBoolean() ? 20 : PackedList.VALUES);
            two = Counts.add(other, two, value, 1 + i);
            more.merge(value, 1 + i, Integer::sum);
        }
        IntPool to = new IntPool();
        int sum = Counts.sum(
                to,
                pool,
                one,
                other,
                two,
                new Renumbering(numbers.stream().mapToInt(i -> i).toArray()));
        more.forEach((v, c) -> expected.merge(numbers.get(v), c, Integer::sum));
        assertHolds(to, sum, expected);
        assertHolds(other, two, more);
    }

    @Property(tries = 100)
    void cells_of_tables_of_any_sizes_added_up_are_those_of_one_table_of_all_cases(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int most) {
        Random random = new Random(seed);
        CaseFact fact = Specs.facts(1, seed).get(0);
        int[] classes = IntStream.range(0, 30).toArray();
        List<Integer> shuffled = new ArrayList<>(IntStream.range(0, 30).boxed().toList());
        Collections.shuffle(shuffled, random);
        int[] classNumbers = shuffled.stream().mapToInt(i -> i).toArray();
        List<Integer> places = new ArrayList<>(IntStream.range(0, most).boxed().toList());
        Collections.shuffle(places, random);
        int[] cells = places.stream().mapToInt(i -> i).toArray();
        Table all = Table.of(new Table.Form(1, 0, 0));
        Table one = Table.of(new Table.Form(1, 0, 0));
        Table two = Table.of(new Table.Form(1, 0, 0));
        for (Table table : List.of(one, two)) {
            int few = 1 + random.nextInt(most);
            int cases = random.nextInt(3_000);
            for (int i = 0; i < cases; i++) {
                int cell = random.nextInt(few);
                int ofClass = random.nextInt(30);
                int[][] coded = {{(random.nextInt(1 << random.nextInt(20)) << 1) | (random.nextInt(10) == 0 ? 1 : 0)}};
                table.count(cell, ofClass, fact, coded, 0, 1);
                all.count(
                        table == two ? cells[cell] : cell,
                        table == two ? classNumbers[ofClass] : ofClass,
                        fact,
                        coded,
                        0,
                        1);
            }
        }
        one.addAll(two, cells, new Renumbering(classNumbers));
        for (int cell = 0; cell < Math.max(all.size(), one.size()); cell++) {
            Cell expected = cell < all.size() ? all.cell(cell, classes) : null;
            Cell found = cell < one.size() ? one.cell(cell, classes) : null;
            assertThat(found).isEqualTo(expected);
        }
    }

    @Property
    void longs_are_numbered_in_the_order_of_their_first_occurrence(@ForAll long seed) {
        Random random = new Random(seed);
        boolean isPlain = random.nextBoolean();
        LongPredicate elsewhere = isPlain ? of -> false : of -> of % 3 == 0;
        LongNumbers numbers = new LongNumbers(1 + random.nextInt(8), elsewhere);
        List<Long> expected = new ArrayList<>();
        int keys = 1 + random.nextInt(40);
        for (int i = 0; i < 300; i++) {
            long pair = ((long) random.nextInt(keys) << Integer.SIZE) | random.nextInt(keys);
            boolean isNew = !expected.contains(pair);
            if (isNew) {
                expected.add(pair);
            }
            if (!elsewhere.test(pair)) {
                assertThat(numbers.number(pair)).isEqualTo(expected.indexOf(pair));
            } else if (isNew) {
                assertThat(numbers.append(pair)).isEqualTo(expected.indexOf(pair));
            }
            assertThat(numbers.size()).isEqualTo(expected.size());
        }
        for (int i = 0; i < expected.size(); i++) {
            assertThat(numbers.of(i)).isEqualTo(expected.get(i));
        }
    }

    @Property
    void all_counts_by_other_numbers_are_those_of_a_map_by_other_numbers(@ForAll long seed) {
        Random random = new Random(seed);
        IntPool pool = new IntPool();
        IntPool other = new IntPool();
        Map<Integer, Integer> expected = new TreeMap<>();
        int one = random.nextBoolean() ? IntPool.NONE : drawn(random, pool, expected);
        Map<Integer, Integer> more = new TreeMap<>();
        int two = drawn(random, other, more);
        List<Integer> all =
                new ArrayList<>(IntStream.range(0, PackedList.VALUES).boxed().toList());
        Collections.shuffle(all, random);
        int[] numbers = IntStream.range(0, 1 << 13)
                .map(i -> i < all.size() ? all.get(i) : i)
                .toArray();
        if (more.keySet().stream().anyMatch(v -> v >= PackedList.VALUES)) {
            return; // such values are not in this form
        }
        int sum = Counts.addAll(pool, one, other, two, new Renumbering(numbers));
        more.forEach((v, c) -> expected.merge(numbers[v], c, Integer::sum));
        assertHolds(pool, sum, expected);
    }

    @Property
    void days_have_the_number_they_were_given_and_others_none(@ForAll long seed) {
        Random random = new Random(seed);
        DayNumbers days = new DayNumbers();
        Map<Long, Integer> expected = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            long day = random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(70_000);
            assertThat(days.find(day)).isEqualTo(expected.getOrDefault(day, -1));
            if (!expected.containsKey(day)) {
                days.put(day, i);
                expected.put(day, i);
            }
        }
        expected.forEach((day, number) -> assertThat(days.find(day)).isEqualTo(number));
    }

    @Property
    void the_offset_of_an_instant_is_that_of_the_zone_whatever_was_asked_before(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        ZoneRules rules = ZoneId.of(zones.get(random.nextInt(zones.size()))).getRules();
        ZoneOffsets offsets = new ZoneOffsets(rules);
        List<Long> turns =
                rules.getTransitions().stream().map(t -> t.toEpochSecond()).toList();
        for (int i = 0; i < 50; i++) {
            long second = turns.isEmpty() || random.nextBoolean()
                    ? random.nextLong(-4_000_000_000L, 8_000_000_000L)
                    : turns.get(random.nextInt(turns.size())) + random.nextInt(-1, 2);
            assertThat(offsets.at(second))
                    .isEqualTo(rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds());
        }
    }

    @Test
    void cells_and_classes_of_high_numbers_are_counted_as_those_of_low_ones_are() {
        Table table = Table.of(new Table.Form(1, 0, 0));
        int[] classes = IntStream.range(0, 5_001).toArray();
        CaseFact fact = Specs.facts(1, 1).get(0);
        for (int cell : new int[] {0, 1, 299_999, 300_000}) {
            for (int ofClass : new int[] {5_000, 2_048, 2_047, 5_000, 4_096, 4_095, 0}) {
                table.count(cell, ofClass, fact, new int[][] {{cell << 1}}, 0, 1);
            }
            Cell found = Objects.requireNonNull(table.cell(cell, classes));
            assertThat(found.classes()).containsExactly(0, 1, 2_047, 1, 2_048, 1, 4_095, 1, 4_096, 1, 5_000, 2);
            assertThat(found.times()[0]).containsExactly(Bins.of(cell), 7);
            assertThat(found.sums()).containsExactly(7L * cell, 0);
        }
        Table more = Table.of(new Table.Form(1, 0, 0));
        int[] cells = IntStream.rangeClosed(0, 300_000).toArray();
        more.addAll(table, cells, new Renumbering(classes));
        more.addAll(table, cells, new Renumbering(classes));
        assertThat(Objects.requireNonNull(more.cell(299_999, classes)).classes())
                .containsExactly(0, 2, 2_047, 2, 2_048, 2, 4_095, 2, 4_096, 2, 5_000, 4);
        assertThat(more.cell(5, classes)).isNull();
    }

    @Property(tries = 30)
    void counts_that_wait_are_those_counted_one_by_one(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int cells) {
        Random random = new Random(seed);
        Table table = Table.of(new Table.Form(1, 0, 0));
        List<TreeMap<Integer, Integer>> classes = new ArrayList<>();
        List<TreeMap<Integer, Integer>> bins = new ArrayList<>();
        for (int i = 0; i < cells; i++) {
            classes.add(new TreeMap<>());
            bins.add(new TreeMap<>());
        }
        CaseFact fact = Specs.facts(1, seed).get(0);
        int all = random.nextInt(20_000);
        table.makeRoom(cells - 1);
        Waiting waiting = new Waiting(new TimeBasis[] {TimeBasis.RECEIVED});
        int[] cellAt = new int[Waiting.MOST];
        int[] classAt = new int[Waiting.MOST];
        int[] codedAt = new int[Waiting.MOST];
        for (int i = 0; i < all; i++) {
            int cell = random.nextInt(cells);
            int ofClass = random.nextInt(30);
            int minutes = random.nextInt(1 << random.nextInt(16));
            int at = waiting.size();
            waiting.offer(fact);
            waiting.accept();
            cellAt[at] = random.nextInt(10) == 0 ? -1 : cell;
            classAt[at] = ofClass;
            codedAt[at] = random.nextInt(10) == 0 ? -1 : minutes << 1;
            if (waiting.isFull() || i == all - 1) {
                waiting.describe(0, waiting.size());
                table.count(waiting, cellAt, classAt, random.nextBoolean() ? 30 : 1 << 20, new int[][] {codedAt});
                waiting.clear();
            }
            if (cellAt[at] < 0) {
                continue;
            }
            classes.get(cell).merge(ofClass, 1, Integer::sum);
            if (codedAt[at] >= 0) {
                bins.get(cell).merge(Bins.of(minutes), 1, Integer::sum);
            }
        }
        int[] places = IntStream.range(0, 30).toArray();
        for (int cell = 0; cell < table.size(); cell++) {
            Cell found = table.cell(cell, places);
            assertThat(found == null ? new int[0] : found.classes()).containsExactly(pairs(classes.get(cell)));
            assertThat(found == null ? new int[0] : found.times()[0]).containsExactly(pairs(bins.get(cell)));
        }
    }

    private static int[] pairs(Map<Integer, Integer> counts) {
        return counts.entrySet().stream()
                .flatMapToInt(e -> IntStream.of(e.getKey(), e.getValue()))
                .toArray();
    }

    @Test
    void cases_wait_until_as_many_wait_as_may_and_the_last_can_be_dropped() {
        List<CaseFact> facts = Specs.facts(Waiting.MOST, 1);
        Waiting waiting = new Waiting(new TimeBasis[] {TimeBasis.RECEIVED});
        waiting.dropLast();
        assertThat(waiting.size()).isZero();
        for (CaseFact fact : facts) {
            assertThat(waiting.isFull()).isFalse();
            waiting.offer(fact);
            waiting.accept();
        }
        assertThat(waiting.isFull()).isTrue();
        waiting.dropLast();
        assertThat(waiting.isFull()).isFalse();
        assertThat(waiting.size()).isEqualTo(Waiting.MOST - 1);
        int last = Waiting.MOST - 1;
        assertThat(waiting.fact(last - 1)).isSameAs(facts.get(last - 1));
        assertThatThrownBy(() -> waiting.fact(last)).isInstanceOf(IllegalStateException.class);
        waiting.clear();
        waiting.setMost(1);
        waiting.offer(facts.get(0));
        assertThat(waiting.isFull()).isFalse();
        waiting.accept();
        assertThat(waiting.isFull()).isTrue();
    }

    @Test
    void a_cell_that_no_array_can_hold_is_refused_and_the_table_stays_as_it_was() {
        Table table = Table.of(new Table.Form(1, 0, 0));
        assertThatThrownBy(() -> table.makeRoom(600_000_000))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("has at most 536870909 cells");
        assertThat(table.size()).isZero();
    }

    private static int step(Random random, int there) {
        return there > 0 && random.nextInt(3) == 0 ? -1 : random.nextInt(50) == 0 ? PackedList.COUNTS / 2 : 1;
    }

    private static int drawn(Random random, IntPool pool, Map<Integer, Integer> expected) {
        int counts = IntPool.NONE;
        int range = 1 << random.nextInt(13);
        int steps = random.nextInt(1 << random.nextInt(10));
        for (int i = 0; i < steps; i++) {
            int value = random.nextInt(range);
            int by = step(random, expected.getOrDefault(value, 0));
            counts = Counts.add(pool, counts, value, by);
            expected.merge(value, by, (a, b) -> a + b == 0 ? null : a + b);
        }
        return counts;
    }

    private static void assertHolds(IntPool pool, int counts, Map<Integer, Integer> expected) {
        List<Integer> pairs = new ArrayList<>();
        expected.forEach((v, c) -> pairs.addAll(List.of(v, c)));
        assertThat(Counts.pairs(pool, counts))
                .containsExactly(pairs.stream().mapToInt(i -> i).toArray());
        assertThat(Counts.distinct(pool, counts)).isEqualTo(expected.size());
    }
}
