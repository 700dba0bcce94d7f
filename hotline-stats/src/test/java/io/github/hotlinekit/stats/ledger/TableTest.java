package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Tables against plain maps, whatever their form and their history. */
class TableTest {

    /** Enough that counts wait, by which cells of one measure have three slots each. */
    private static final int CELLS = 120;

    private static final int CLASSES = 6;
    private static final BigInteger HASHES = BigInteger.ONE.shiftLeft(2 * Long.SIZE);

    /** A case as a table is told it: times are coded, by measure. */
    private record Counted(int cell, int ofClass, CaseFact fact, List<Integer> times) {
        int[][] coded() {
            return times.stream().map(time -> new int[] {time}).toArray(int[][]::new);
        }

        Counted moved(int[] cells, int[] classes) {
            return new Counted(cells[cell], classes[ofClass], fact, times);
        }

        void countIn(Table table, int by) {
            table.count(cell, ofClass, fact, coded(), 0, by);
        }
    }

    private static Counted drawn(Random random, int measures, int cells, List<CaseFact> facts) {
        List<Integer> times = new ArrayList<>();
        for (int m = 0; m < measures; m++) {
            int minutes = random.nextInt(1 << random.nextInt(1, 12));
            times.add(random.nextInt(4) == 0 ? -1 : (minutes << 1) | random.nextInt(2));
        }
        return new Counted(
                random.nextInt(cells), random.nextInt(CLASSES), facts.get(random.nextInt(facts.size())), times);
    }

    private static int[] shuffled(Random random, int size) {
        List<Integer> all = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(all, random);
        return all.stream().mapToInt(i -> i).toArray();
    }

    private static int[] pairs(Map<Integer, Integer> counts) {
        return counts.entrySet().stream()
                .flatMapToInt(e -> IntStream.of(e.getKey(), e.getValue()))
                .toArray();
    }

    private static BigInteger unsigned(long half) {
        return new BigInteger(Long.toUnsignedString(half));
    }

    /** What a cell of these cases is. */
    private static Cell cell(Table.Form form, List<Counted> cases) {
        Map<Integer, Integer> classes = new TreeMap<>();
        BigInteger hash = BigInteger.ZERO;
        TreeSet<Examples.Example> examples = new TreeSet<>();
        int sides = 2 * form.measures();
        long[] sums = new long[sides];
        int[][] times = new int[sides][];
        boolean[] binned = new boolean[sides];
        for (Counted counted : cases) {
            classes.merge(counted.ofClass(), 1, Integer::sum);
            CaseFact fact = counted.fact();
            hash = hash.add(unsigned(fact.hashHigh()).shiftLeft(Long.SIZE)).add(unsigned(fact.hashLow()));
            examples.add(new Examples.Example(
                    fact.hashHigh(), fact.hashLow(), fact.number().value()));
        }
        for (int side = 0; side < sides; side++) {
            Map<Integer, Integer> exact = new TreeMap<>();
            Map<Integer, Integer> bins = new TreeMap<>();
            for (Counted counted : cases) {
                int time = counted.times().get(side / 2);
                if (time >= 0 && time % 2 == side % 2) {
                    sums[side] += time / 2;
                    exact.merge(time / 2, 1, Integer::sum);
                    bins.merge(Bins.of(time / 2), 1, Integer::sum);
                }
            }
            binned[side] = exact.size() > form.exactUpTo();
            times[side] = pairs(binned[side] ? bins : exact);
        }
        BigInteger sum = hash.mod(HASHES);
        return new Cell(
                pairs(classes),
                sum.shiftRight(Long.SIZE).longValue(),
                sum.longValue(),
                sums,
                times,
                binned,
                examples.stream().limit(form.examples()).toList());
    }

    private static void assertHolds(Table table, Table.Form form, List<Counted> cases, int classes) {
        int[] places = IntStream.range(0, classes).toArray();
        boolean[] used = new boolean[classes];
        boolean[] expectedUsed = new boolean[classes];
        cases.forEach(counted -> expectedUsed[counted.ofClass()] = true);
        table.markUsed(used);
        assertThat(used).isEqualTo(expectedUsed);
        for (int cell = 0; cell < table.size(); cell++) {
            int at = cell;
            List<Counted> there = cases.stream().filter(c -> c.cell() == at).toList();
            assertThat(table.cell(cell, places)).isEqualTo(there.isEmpty() ? null : cell(form, there));
        }
        assertThat(cases).allMatch(counted -> counted.cell() < table.size());
    }

    /** Few measures, the most whose counts are together, or more. */
    private static int measures(Random random) {
        return random.nextInt(8) == 0 ? 15 + random.nextInt(2) : random.nextInt(3);
    }

    private static Table.Form form(Random random) {
        return new Table.Form(measures(random), random.nextInt(3) * 3, random.nextInt(3));
    }

    @Property(tries = 150)
    void cells_are_those_of_plain_maps_however_tables_and_cells_were_added_up(@ForAll Random random) {
        List<CaseFact> facts = Specs.facts(12, random.nextLong());
        Table.Form form = form(random);
        Table table = Table.of(form);
        List<Counted> all = new ArrayList<>();
        int classes = List.of(CLASSES, PackedList.VALUES + 1, PackedList.VALUES + CLASSES)
                .get(random.nextInt(3));
        for (int round = 0; round < 4; round++) {
            Table other = Table.of(form);
            List<Counted> more = new ArrayList<>();
            int cells = 1 + random.nextInt(random.nextBoolean() ? CELLS : 10);
            if (random.nextBoolean()) {
                other.makeRoom(cells - 1);
            }
            for (int i = random.nextInt(80); i > 0; i--) {
                Counted counted = drawn(random, form.measures(), cells, facts);
                more.add(counted);
            }
            countIn(other, form, more, random);
            int[] cellAt = shuffled(random, CELLS);
            int[] classAt = IntStream.of(shuffled(random, CLASSES))
                    .map(c -> classes - CLASSES + c)
                    .toArray();
            more.forEach(counted -> all.add(counted.moved(cellAt, classAt)));
            switch (random.nextInt(3)) {
                case 0 -> table.addAll(other, cellAt, new Renumbering(classAt));
                case 1 -> addCells(table, other, cellAt, classAt);
                default ->
                    more.forEach(counted -> counted.moved(cellAt, classAt).countIn(table, 1));
            }
            if (random.nextBoolean()) {
                assertHolds(table, form, all, classes);
            }
            assertHolds(other, form, more, CLASSES);
        }
        assertHolds(table, form, all, classes);
    }

    /** Some of few cases, whose counts are together, and some of more; one by one or all written anew. */
    @Test
    void cells_of_any_two_sizes_added_up_are_those_of_plain_maps() {
        Random random = new Random(11);
        List<CaseFact> facts = Specs.facts(12, 3);
        Table.Form form = new Table.Form(1, 0, 1);
        int[] cells = {0};
        for (int n = 0; n <= 45; n++) {
            for (int m = 0; m <= 45; m++) {
                Table table = Table.of(form);
                Table other = Table.of(form);
                table.makeRoom(random.nextInt(6));
                List<Counted> all = new ArrayList<>();
                List<Counted> more = new ArrayList<>();
                for (int i = 0; i < n + m; i++) {
                    Counted counted = drawn(random, 1, 1, facts);
                    counted.countIn(i < n ? table : other, 1);
                    (i < n ? all : more).add(counted);
                }
                int[] classAt = shuffled(random, CLASSES);
                table.addAll(other, cells, new Renumbering(classAt));
                more.forEach(counted -> all.add(counted.moved(cells, classAt)));
                assertHolds(table, form, all, CLASSES);
                assertHolds(other, form, more, CLASSES);
            }
        }
    }

    /** One by one or, where that may be, all at once, so that they wait in the table. */
    private static void countIn(Table table, Table.Form form, List<Counted> cases, Random random) {
        if (form.exactUpTo() > 0 || form.examples() > 0 || random.nextInt(3) == 0) {
            cases.forEach(counted -> counted.countIn(table, 1));
            return;
        }
        Waiting waiting = new Waiting(new TimeBasis[] {TimeBasis.RECEIVED});
        int[] cells = new int[Waiting.MOST];
        int[] classes = new int[Waiting.MOST];
        int[][] coded = new int[form.measures()][Waiting.MOST];
        for (Counted counted : cases) {
            int at = waiting.size();
            waiting.offer(counted.fact());
            waiting.accept();
            cells[at] = counted.cell();
            classes[at] = counted.ofClass();
            for (int m = 0; m < coded.length; m++) {
                coded[m][at] = counted.times().get(m);
            }
            table.makeRoom(counted.cell());
        }
        waiting.describe(0, waiting.size());
        table.count(waiting, cells, classes, CLASSES << random.nextInt(20), coded);
    }

    private static void addCells(Table table, Table other, int[] cellAt, int[] classAt) {
        int[] places = IntStream.range(0, CLASSES).toArray();
        for (int cell = 0; cell < other.size(); cell++) {
            Cell found = other.cell(cell, places);
            if (found != null) {
                table.add(cellAt[cell], found, classAt);
            }
        }
    }

    @Property(tries = 100)
    void cases_that_are_taken_out_leave_no_trace_and_others_cannot_be_taken_out(@ForAll Random random) {
        List<CaseFact> facts = Specs.facts(12, random.nextLong());
        Table.Form form = new Table.Form(measures(random), 0, 0);
        Table table = Table.of(form);
        List<Counted> all = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            if (!all.isEmpty() && random.nextInt(5) < 2) {
                Counted out = all.remove(random.nextInt(all.size()));
                assertThat(table.holds(out.cell(), out.ofClass(), out.coded(), 0))
                        .isTrue();
                out.countIn(table, -1);
            } else {
                Counted in = drawn(random, form.measures(), 6, facts);
                all.add(in);
                in.countIn(table, 1);
            }
            Counted any = drawn(random, form.measures(), 8, facts);
            assertThat(table.holds(any.cell(), any.ofClass(), any.coded(), 0)).isEqualTo(mayHold(all, any));
        }
        assertHolds(table, form, all, CLASSES);
    }

    /** Whether some cases of the cell are of the class, and of each measure some have a time of the same bin. */
    private static boolean mayHold(List<Counted> all, Counted any) {
        List<Counted> there = all.stream().filter(c -> c.cell() == any.cell()).toList();
        boolean may = there.stream().anyMatch(c -> c.ofClass() == any.ofClass());
        for (int m = 0; m < any.times().size(); m++) {
            int time = any.times().get(m);
            int measure = m;
            List<Integer> times = there.stream()
                    .map(c -> c.times().get(measure))
                    .filter(t -> t >= 0 && t % 2 == time % 2)
                    .toList();
            may &= time < 0
                    || (times.stream().anyMatch(t -> Bins.of(t / 2) == Bins.of(time / 2))
                            && times.stream().mapToInt(t -> t / 2).sum() >= time / 2);
        }
        return may;
    }

    @Test
    void a_table_has_room_for_cells_up_to_one_and_those_that_nobody_came_to_are_none() {
        Table table = Table.of(new Table.Form(0, 0, 1));
        assertThat(table.size()).isZero();
        for (int cell : new int[] {3, 2, 15, 16, 17, 1_000, 999}) {
            int before = table.size();
            table.makeRoom(cell);
            assertThat(table.size()).isEqualTo(Math.max(before, cell + 1));
            assertThat(table.cell(cell, new int[0])).isNull();
            assertThat(table.holds(cell, 0, new int[0][], 0)).isFalse();
            assertThat(table.holds(table.size(), 0, new int[0][], 0)).isFalse();
        }
        assertThat(table.holds(5_000, 0, new int[0][], 0)).isFalse();
        assertThat(table.hasRoom()).isTrue();
        boolean[] used = new boolean[2];
        table.markUsed(used);
        assertThat(used).containsOnly(false);
        Table empty = Table.of(new Table.Form(0, 0, 1));
        int[] none = {};
        empty.addAll(Table.of(new Table.Form(0, 0, 1)), none, new Renumbering(none));
        assertThat(empty.size()).isZero();
    }

    @Test
    void a_sum_of_cells_of_one_snapshot_is_the_cell_of_all_their_cases() {
        Table.Form form = new Table.Form(1, 2, 2);
        List<CaseFact> facts = Specs.facts(3, 5);
        int[] places = {0, 1};
        List<Counted> all = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            Counted counted = new Counted(0, i % 2, facts.get(i), List.of(20 * i));
            all.add(counted);
            cells.add(cell(form, List.of(counted)));
        }
        CellSum sum = new CellSum(form, places, cells.get(0));
        assertThat(sum.cell()).isEqualTo(cells.get(0));
        sum.add(cells.get(1));
        assertThat(sum.cell()).isEqualTo(cell(form, all.subList(0, 2))).hasToString("Cell of 2");
        sum.add(cells.get(2));
        assertThat(sum.cell()).isEqualTo(cell(form, all));
        assertThat(cells.get(0)).isNotEqualTo(cells.get(2)).isNotEqualTo(cells.get(1));
        assertThat(Cell.empty(1))
                .isEqualTo(cell(form, List.of()))
                .hasSameHashCodeAs(cell(form, List.of()))
                .hasToString("Cell of 0")
                .isNotEqualTo(Cell.empty(2));
        assertThat(Arrays.stream(Cell.empty(1).times())).hasSize(2).allMatch(times -> times.length == 0);
    }

    @Test
    void so_many_counts_as_may_wait_and_more_are_counted_once_each_and_so_are_those_after_them() {
        Table.Form form = new Table.Form(1, 0, 0);
        Table table = Table.of(form);
        CaseFact fact = Specs.facts(1, 1).get(0);
        int[] places = {0};
        int all = 0;
        table.makeRoom(CELLS);
        for (int batches : new int[] {3, 1, 2_200, 1}) {
            for (int batch = 0; batch < batches; batch++) {
                countAtOnce(table, fact, IntStream.range(0, 250).map(i -> i % 5).toArray(), 14);
            }
            all += 50 * batches;
            for (int cell = 0; cell < 5; cell++) {
                Cell found = Objects.requireNonNull(table.cell(cell, places));
                assertThat(found.classes()).containsExactly(0, all);
                assertThat(found.times()[0]).containsExactly(7, all);
                assertThat(found.sums()).containsExactly(7L * all, 0);
            }
        }
    }

    /** So many that those of a slot are put in order together, if they have no places yet. */
    @Property(tries = 30)
    void many_times_that_wait_are_those_of_plain_maps_however_often_they_are_counted(@ForAll Random random) {
        Table.Form form = new Table.Form(1, 0, 0);
        Table table = Table.of(form);
        table.makeRoom(CELLS - 1);
        CaseFact fact = Specs.facts(1, 1).get(0);
        Waiting waiting = new Waiting(new TimeBasis[] {TimeBasis.RECEIVED});
        while (!waiting.isFull()) {
            waiting.offer(fact);
            waiting.accept();
        }
        waiting.describe(0, waiting.size());
        int[] places = {0};
        List<Map<Integer, Integer>> ended = new ArrayList<>();
        List<Map<Integer, Integer>> running = new ArrayList<>();
        for (int cell = 0; cell < CELLS; cell++) {
            ended.add(new TreeMap<>());
            running.add(new TreeMap<>());
        }
        for (int round = 0; round < 3; round++) {
            int cells = 1 + random.nextInt(CELLS);
            int range = 1 << random.nextInt(1, 20);
            for (int batch = random.nextInt(12); batch > 0; batch--) {
                int[] cell = random.ints(Waiting.MOST, -1, cells).toArray();
                int[] coded = random.ints(Waiting.MOST, -1, range).toArray();
                table.count(waiting, cell, new int[Waiting.MOST], 1, new int[][] {coded});
                for (int i = 0; i < Waiting.MOST; i++) {
                    if (cell[i] >= 0 && coded[i] >= 0) {
                        List<Map<Integer, Integer>> side = coded[i] % 2 == 0 ? ended : running;
                        side.get(cell[i]).merge(Bins.of(coded[i] / 2), 1, Integer::sum);
                    }
                }
            }
            for (int cell = 0; cell < CELLS; cell++) {
                Cell found = table.cell(cell, places);
                assertThat(found == null ? new int[2][0] : found.times())
                        .isDeepEqualTo(new int[][] {pairs(ended.get(cell)), pairs(running.get(cell))});
            }
        }
    }

    @Test
    void counts_of_tables_with_few_cells_or_too_many_to_wait_are_counted_at_once() {
        CaseFact fact = Specs.facts(1, 1).get(0);
        for (int last : new int[] {84, 85, 349_523, 349_524, 349_525, 349_526, 400_000}) {
            Table table = Table.of(new Table.Form(1, 0, 0));
            int[] cells = {0, 3, last - 1, last};
            table.makeRoom(last);
            countAtOnce(table, fact, cells, 14);
            countAtOnce(table, fact, cells, 15);
            for (int cell : cells) {
                Cell found = Objects.requireNonNull(table.cell(cell, new int[] {0}));
                assertThat(found.classes()).containsExactly(0, 2);
                assertThat(found.times()[0]).containsExactly(7, 1);
                assertThat(found.times()[1]).containsExactly(7, 1);
            }
        }
    }

    @Test
    void times_that_wait_when_a_table_grows_too_large_for_more_to_wait_are_counted_once() {
        CaseFact fact = Specs.facts(1, 1).get(0);
        Table table = Table.of(new Table.Form(1, 0, 0));
        table.makeRoom(100);
        int[] cells = {0, 3, 100};
        int[] more = {3, 100, 349_526};
        countAtOnce(table, fact, cells, 14);
        countAtOnce(table, fact, more, 16);
        countAtOnce(table, fact, more, 16);
        assertThat(Objects.requireNonNull(table.cell(0, new int[] {0})).times()[0])
                .containsExactly(7, 1);
        assertThat(Objects.requireNonNull(table.cell(3, new int[] {0})).times()[0])
                .containsExactly(7, 1, 8, 2);
        assertThat(Objects.requireNonNull(table.cell(349_526, new int[] {0})).times()[0])
                .containsExactly(8, 2);
    }

    /** A case in each of some cells, all of class 0 and with one time. */
    private static void countAtOnce(Table table, CaseFact fact, int[] cells, int coded) {
        Waiting waiting = new Waiting(new TimeBasis[] {TimeBasis.RECEIVED});
        for (int cell : cells) {
            waiting.offer(fact);
            waiting.accept();
            table.makeRoom(cell);
        }
        waiting.describe(0, cells.length);
        int[] times = new int[cells.length];
        Arrays.fill(times, coded);
        table.count(waiting, cells, new int[cells.length], 1, new int[][] {times});
    }
}
