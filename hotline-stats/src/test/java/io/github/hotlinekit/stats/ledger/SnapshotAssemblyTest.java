package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a document says of a ledger is held to what a ledger can have counted. */
class SnapshotAssemblyTest {

    private static final Place HERE = new Place.Pointer("/here");
    private static final Metric METRIC = Metric.standard().get(0);
    private static final int[] NONE = {};
    private static final LedgerSpec TOTAL =
            LedgerSpec.of(List.of(METRIC), List.of(Measure.handlingTime()), List.of(Grouping.total()));

    /** The problems of a document that says so much, each as its code and what was expected; none if it is right. */
    private static List<String> problems(LedgerSpec spec, long size, Consumer<SnapshotAssembly> says) {
        Problems problems = Problems.of("x");
        SnapshotAssembly assembly = new SnapshotAssembly(spec, problems);
        says.accept(assembly);
        assertThat(assembly.finish(size, HERE).isPresent()).isEqualTo(problems.isEmpty());
        assertThat(problems.toList()).allMatch(p -> p.place().equals(HERE));
        return problems.toList().stream()
                .map(p -> p.code() + ": " + p.expected())
                .toList();
    }

    private static List<String> problemsOfClasses(int[]... classes) {
        return problems(TOTAL, classes.length, assembly -> {
            for (int[] of : classes) {
                assembly.addClass(0, of, HERE);
            }
            int[] each = new int[2 * classes.length];
            for (int i = 0; i < classes.length; i++) {
                each[2 * i] = i;
                each[2 * i + 1] = 1;
            }
            assembly.addCell(0, 0, List.of(), cell(each), HERE);
        });
    }

    private static Cell cell(int... classes) {
        return cell(classes, NONE, 0, NONE, 0);
    }

    /** Times are in bins, if there are any. */
    private static Cell cell(int[] classes, int[] ended, long endedSum, int[] running, long runningSum) {
        boolean[] binned = {ended.length > 0, running.length > 0};
        return new Cell(
                classes, 0, 0, new long[] {endedSum, runningSum}, new int[][] {ended, running}, binned, List.of());
    }

    private static Cell ended(boolean binned, long sum, int... values) {
        return new Cell(
                new int[] {0, 9},
                0,
                0,
                new long[] {sum, 0},
                new int[][] {values, NONE},
                new boolean[] {binned, false},
                List.of());
    }

    private static Cell withExamples(Examples.Example... examples) {
        return new Cell(
                new int[] {0, 9}, 0, 0, new long[2], new int[][] {NONE, NONE}, new boolean[2], List.of(examples));
    }

    /** The problems of a total by the classes of a hit and of a miss. */
    private static List<String> problemsOf(LedgerSpec spec, Cell cell) {
        return problems(spec, cell.volume(), assembly -> {
            assembly.addClass(0, new int[] {0}, HERE);
            if (cell.classes().length != 2) {
                assembly.addClass(0, new int[] {1}, HERE);
            }
            assembly.addCell(0, 0, List.of(), cell, HERE);
        });
    }

    @Test
    void a_class_has_a_verdict_for_each_metric_that_is_a_hit_a_miss_or_one_of_its_exclusions() {
        int most = 1 + METRIC.exclusions().size();
        assertThat(problemsOfClasses(new int[] {0}, new int[] {1}, new int[] {most}))
                .isEmpty();
        String verdict = "BAD_CLASS: 0 for a hit, 1 for a miss, 2 to " + most + " for an exclusion of completion";
        assertThat(problemsOfClasses(new int[] {0}, new int[] {most + 1})).contains(verdict);
        assertThat(problemsOfClasses(new int[] {-1})).contains(verdict);
        assertThat(problemsOfClasses(new int[] {256})).contains(verdict);
        assertThat(problemsOfClasses(new int[] {0, 0})).contains("BAD_CLASS: a verdict for each of 1 metrics");
        assertThat(problemsOfClasses(NONE)).contains("BAD_CLASS: a verdict for each of 1 metrics");
    }

    @Test
    void classes_are_sorted_and_each_stands_once_and_is_that_of_a_case() {
        String order = "OUT_OF_ORDER: classes sorted, each once";
        assertThat(problemsOfClasses(new int[] {1}, new int[] {0})).contains(order);
        assertThat(problemsOfClasses(new int[] {0}, new int[] {0})).contains(order);
        assertThat(problems(TOTAL, 1, assembly -> {
                    assembly.addClass(0, new int[] {0}, HERE);
                    assembly.addClass(0, new int[] {1}, HERE);
                    assembly.addCell(0, 0, List.of(), cell(1, 1), HERE);
                }))
                .containsExactly("INCONSISTENT: classes that cells have, which are 1");
    }

    @Test
    void a_cell_counts_cases_of_known_classes_and_no_more_than_a_ledger_can_count() {
        String classes = "BAD_CELL: classes of the table, sorted, each once, with counts of 1 or more";
        assertThat(problemsOf(TOTAL, cell(0, 1, 1, 2))).isEmpty();
        assertThat(problemsOf(TOTAL, cell(0, Ledger.MAX_CASES - 1, 1, 1))).isEmpty();
        assertThat(problemsOf(TOTAL, cell(0, Ledger.MAX_CASES, 1, 1)))
                .containsExactly("BAD_CELL: at most 2147483647 cases");
        assertThat(problemsOf(TOTAL, cell(0, 1, 2, 2))).containsExactly(classes);
        assertThat(problemsOf(TOTAL, cell(1, 1, 0, 2))).containsExactly(classes);
        assertThat(problemsOf(TOTAL, cell(1, 1, 1, 2))).containsExactly(classes);
        assertThat(problemsOf(TOTAL, cell(0, 0, 1, 2))).containsExactly(classes);
        assertThat(problemsOf(TOTAL, cell())).containsExactly(classes);
    }

    @Test
    void a_case_has_one_time_of_a_measure_or_none() {
        String times = "BAD_CELL: as many times of a measure as cases, or fewer";
        int[] three = {0, 2, 1, 1};
        assertThat(problemsOf(TOTAL, cell(three, new int[] {5, 1, 6, 1}, 11, new int[] {7, 1}, 7)))
                .isEmpty();
        assertThat(problemsOf(TOTAL, cell(three, new int[] {5, 3}, 15, NONE, 0)))
                .isEmpty();
        assertThat(problemsOf(TOTAL, cell(three, new int[] {5, 4}, 20, NONE, 0)))
                .containsExactly(times);
        assertThat(problemsOf(TOTAL, cell(three, NONE, 0, new int[] {5, 4}, 20)))
                .containsExactly(times);
        assertThat(problemsOf(TOTAL, cell(three, new int[] {5, 3}, 15, new int[] {7, 1}, 7)))
                .containsExactly(times);
        Measure other = Measure.standard().stream()
                .filter(m -> !m.id().equals(Measure.handlingTime().id()))
                .findFirst()
                .orElseThrow();
        LedgerSpec two = LedgerSpec.of(List.of(METRIC), List.of(Measure.handlingTime(), other), TOTAL.groupings());
        int[][] both = {NONE, {5, 3}, {5, 3}, NONE};
        assertThat(problemsOf(
                        two,
                        new Cell(
                                three,
                                0,
                                0,
                                new long[] {0, 15, 15, 0},
                                both,
                                new boolean[] {false, true, true, false},
                                List.of())))
                .isEmpty();
    }

    @Test
    void times_are_those_that_a_case_can_have_each_once_with_a_sum_that_they_can_have() {
        String times = "BAD_CELL: times sorted, each once, with counts of 1 or more";
        String sum = "BAD_CELL: a sum that these times can have";
        int last = Bins.of(CaseFact.MAX_MINUTES);
        assertThat(problemsOf(TOTAL, ended(true, CaseFact.MAX_MINUTES, last, 1)))
                .isEmpty();
        assertThat(problemsOf(TOTAL, ended(true, Bins.lower(last + 1), last + 1, 1)))
                .containsExactly(times);
        assertThat(problemsOf(TOTAL, ended(true, 12, 6, 1, 6, 1))).containsExactly(times);
        assertThat(problemsOf(TOTAL, ended(true, 11, 6, 1, 5, 1))).containsExactly(times);
        assertThat(problemsOf(TOTAL, ended(true, 6, 5, 0, 6, 1))).containsExactly(times);
        int bin = Bins.of(1_000);
        long least = 3L + 2L * Bins.lower(bin);
        long most = 3L + 2L * Bins.upper(bin);
        assertThat(least).isLessThan(most);
        assertThat(problemsOf(TOTAL, ended(true, least, 3, 1, bin, 2))).isEmpty();
        assertThat(problemsOf(TOTAL, ended(true, most, 3, 1, bin, 2))).isEmpty();
        assertThat(problemsOf(TOTAL, ended(true, least - 1, 3, 1, bin, 2))).containsExactly(sum);
        assertThat(problemsOf(TOTAL, ended(true, most + 1, 3, 1, bin, 2))).containsExactly(sum);
        assertThat(problemsOf(TOTAL, ended(false, 1))).containsExactly(sum);
    }

    @Test
    void times_are_exact_just_where_the_specification_keeps_them_and_there_are_few() {
        String bins = "BAD_CELL: times in bins just if there are any";
        LedgerSpec exact = TOTAL.withExactUpTo(2);
        assertThat(problemsOf(TOTAL, ended(false, 5, 5, 1))).containsExactly(bins);
        assertThat(problemsOf(TOTAL, ended(true, 0))).containsExactly(bins);
        assertThat(problemsOf(exact, ended(true, 0))).containsExactly(bins);
        assertThat(problemsOf(exact, ended(true, 5, 5, 1))).isEmpty();
        assertThat(problemsOf(exact, ended(false, 5 + CaseFact.MAX_MINUTES, 5, 1, CaseFact.MAX_MINUTES, 1)))
                .isEmpty();
        assertThat(problemsOf(exact, ended(false, 6L + CaseFact.MAX_MINUTES, 5, 1, CaseFact.MAX_MINUTES, 1)))
                .containsExactly("BAD_CELL: a sum that these times can have");
        assertThat(problemsOf(exact, ended(false, 1L + CaseFact.MAX_MINUTES, CaseFact.MAX_MINUTES + 1, 1)))
                .containsExactly("BAD_CELL: times sorted, each once, with counts of 1 or more");
        assertThat(problemsOf(exact, ended(false, 6, 1, 1, 2, 1, 3, 1)))
                .containsExactly("BAD_CELL: at most 2 exact times");
        assertThat(problemsOf(exact, ended(true, 6, 1, 1, 2, 1, 3, 1))).isEmpty();
    }

    @Test
    void examples_are_few_cases_received_sorted_by_their_hashes_each_once_with_case_numbers() {
        Examples.Example first = new Examples.Example(1, 2, "N1");
        Examples.Example second = new Examples.Example(-1, 2, "N2");
        LedgerSpec two = TOTAL.withExamples(2);
        assertThat(problemsOf(two, withExamples())).isEmpty();
        assertThat(problemsOf(two, withExamples(first, second))).isEmpty();
        String order = "BAD_CELL: examples sorted by hash, each once";
        assertThat(problemsOf(two, withExamples(second, first))).containsExactly(order);
        assertThat(problemsOf(two, withExamples(first, first))).containsExactly(order);
        assertThat(problemsOf(TOTAL.withExamples(1), withExamples(first, second)))
                .containsExactly("BAD_CELL: at most 1 examples");
        assertThat(problemsOf(two, withExamples(first, new Examples.Example(-1, 2, " N2"))))
                .containsExactly("BAD_CELL: examples that have case numbers");
        Cell one = new Cell(
                new int[] {0, 1}, 0, 0, new long[2], new int[][] {NONE, NONE}, new boolean[2], List.of(first, second));
        assertThat(problemsOf(two, one)).containsExactly("BAD_CELL: at most 1 examples");
        LedgerSpec due = LedgerSpec.of(List.of(METRIC.on(TimeBasis.DUE)), List.of(), List.of(Grouping.total()))
                .withExamples(2);
        Cell ofDue = new Cell(new int[] {0, 1}, 0, 0, new long[0], new int[0][], new boolean[0], List.of(first));
        assertThat(problems(due, 1, assembly -> {
                    assembly.addClass(0, NONE, HERE);
                    assembly.addClass(1, new int[] {0}, HERE);
                    assembly.addCell(0, 0, List.of(), ofDue, HERE);
                    assembly.addCell(0, 1, List.of(), ofDue, HERE);
                }))
                .containsExactly("BAD_CELL: at most 0 examples");
    }

    @Test
    void cells_have_keys_of_as_many_parts_as_the_grouping_sorted_each_once() {
        LedgerSpec spec =
                LedgerSpec.of(List.of(), List.of(Grouping.of(Dimension.kind(), Dimension.channel()), Grouping.total()));
        String order = "OUT_OF_ORDER: cells sorted by key, each once";
        assertThat(ofKeys(spec, List.of("a", "x"), List.of("a", "y"), List.of("b", "x")))
                .isEmpty();
        assertThat(ofKeys(spec, List.of("a", "y"), List.of("a", "x"))).containsExactly(order);
        assertThat(ofKeys(spec, List.of("b", "x"), List.of("a", "y"))).containsExactly(order);
        assertThat(ofKeys(spec, List.of("a", "x"), List.of("a", "x"))).containsExactly(order);
        assertThat(ofKeys(spec, List.of("a"))).containsExactly("BAD_KEY: a key of 2 parts");
        assertThat(ofKeys(spec, List.of("a", "b", "c"))).containsExactly("BAD_KEY: a key of 2 parts");
    }

    @Test
    void keys_of_periods_and_categories_can_be_read_again_to_be_rolled_up() {
        Dimension month = Dimension.period(PeriodUnit.MONTH, Specs.ZONE);
        Dimension quarter = Dimension.period(PeriodUnit.QUARTER, Specs.ZONE);
        Grouping grouping = Grouping.of(Specs.DAY, month, quarter, Dimension.category(), Dimension.category(1));
        LedgerSpec spec = LedgerSpec.of(List.of(), List.of(grouping, Grouping.total()));
        List<String> right = List.of("2026-02-28", "2026-02", "2026-Q1", "03.02", "");
        assertThat(ofKeys(spec, right)).isEmpty();
        assertThat(ofKeys(spec, List.of("+10000-02-28", "-0001-12", "-0001-Q4", "", "03")))
                .isEmpty();
        List<List<String>> wrong = List.of(
                List.of("2026-02-30", "2026-02", "", "zebra"),
                List.of("2026-13", "2026-02-28", "", "zebra"),
                List.of("2026-Q5", "2026-Q0", "-Q1", "2026", ""),
                List.of("zebra", "03."),
                List.of("zebra", "."));
        for (int place = 0; place < wrong.size(); place++) {
            for (String text : wrong.get(place)) {
                List<String> key = new ArrayList<>(right);
                key.set(place, text);
                assertThat(ofKeys(spec, key))
                        .as(text)
                        .contains("BAD_KEY: a key of " + grouping.dimensions().get(place));
            }
        }
    }

    @SafeVarargs
    private static List<String> ofKeys(LedgerSpec spec, List<String>... keys) {
        return problems(spec, keys.length, assembly -> {
            assembly.addClass(0, NONE, HERE);
            for (List<String> key : keys) {
                assembly.addCell(0, 0, key, untimed(1), HERE);
            }
            assembly.addCell(1, 0, List.of(), untimed(keys.length), HERE);
        });
    }

    private static Cell untimed(int cases) {
        return new Cell(new int[] {0, cases}, 0, 0, new long[0], new int[0][], new boolean[0], List.of());
    }

    @Test
    void all_groupings_count_the_same_cases_and_those_of_several_keys_as_many_or_more() {
        String more = "INCONSISTENT: no fewer than the cases of [participant] by RECEIVED";
        String fewer = "INCONSISTENT: the cases of [participant] by RECEIVED, which are 2";
        String total = "INCONSISTENT: the cases of [] by RECEIVED, which are 3";
        assertThat(ofCounts(3, 0, 3, new int[] {3, 3, 3}, new int[0])).isEmpty();
        assertThat(ofCounts(3, 0, 3, new int[] {2, 1}, new int[0])).isEmpty();
        assertThat(ofCounts(3, 0, 3, new int[] {1, 1}, new int[0])).containsExactly(fewer);
        assertThat(ofCounts(3, 0, 3, new int[] {1, 4}, new int[0])).containsExactly(more);
        assertThat(ofCounts(4, 0, 3, new int[] {4}, new int[0])).containsExactly(total);
        assertThat(ofCounts(2, 0, 3, new int[] {2}, new int[0]))
                .containsExactly("INCONSISTENT: no fewer than the cases of [] by RECEIVED");
    }

    @Test
    void on_another_time_basis_all_groupings_count_the_same_cases_which_are_no_more_than_all() {
        int[] three = {3};
        assertThat(ofCounts(3, 2, 3, three, new int[] {1, 1})).isEmpty();
        assertThat(ofCounts(3, 2, 3, three, new int[] {2, 2})).isEmpty();
        assertThat(ofCounts(3, 3, 3, three, new int[] {3})).isEmpty();
        assertThat(ofCounts(3, 0, 3, three, new int[0])).isEmpty();
        assertThat(ofCounts(3, 2, 3, three, new int[] {1}))
                .containsExactly("INCONSISTENT: the cases of [participant] by DUE, which are 1");
        assertThat(ofCounts(3, 4, 3, three, new int[] {3, 3}))
                .containsExactly("INCONSISTENT: no fewer than the cases of [] by DUE");
        assertThat(ofCounts(3, 3, 3, three, new int[] {4}))
                .containsExactly("INCONSISTENT: no fewer than the cases of [participant] by DUE");
    }

    /** A grouping of several keys, and then the total, received and due. */
    private static List<String> ofCounts(int size, int due, int received, int[] taking, int[] takingDue) {
        LedgerSpec spec = LedgerSpec.of(
                List.of(METRIC.on(TimeBasis.DUE)),
                List.of(),
                List.of(Grouping.of(Dimension.participant()), Grouping.total()));
        return problems(spec, size, assembly -> {
            assembly.addClass(0, NONE, HERE);
            for (int i = 0; i < taking.length; i++) {
                assembly.addCell(0, 0, List.of("D" + i), untimed(taking[i]), HERE);
            }
            assembly.addCell(1, 0, List.of(), untimed(received), HERE);
            if (due > 0) {
                assembly.addClass(1, new int[] {0}, HERE);
                assembly.addCell(1, 1, List.of(), untimed(due), HERE);
            }
            for (int i = 0; i < takingDue.length; i++) {
                assembly.addCell(0, 1, List.of("D" + i), untimed(takingDue[i]), HERE);
            }
        });
    }

    @Test
    void a_grouping_without_cells_on_another_basis_counts_no_case_of_it() {
        LedgerSpec spec = LedgerSpec.of(
                List.of(METRIC.on(TimeBasis.DUE)), List.of(), List.of(Grouping.of(Dimension.kind()), Grouping.total()));
        assertThat(problems(spec, 3, assembly -> {
                    assembly.addClass(0, NONE, HERE);
                    assembly.addClass(1, new int[] {0}, HERE);
                    assembly.addCell(0, 0, List.of("help"), untimed(3), HERE);
                    assembly.addCell(1, 0, List.of(), untimed(3), HERE);
                    assembly.addCell(1, 1, List.of(), untimed(1), HERE);
                }))
                .containsExactly("INCONSISTENT: the cases of [] by DUE, which are 1");
    }

    @Test
    void groupings_of_several_keys_alone_say_no_number_of_cases_on_another_basis() {
        LedgerSpec spec = LedgerSpec.of(
                List.of(METRIC.on(TimeBasis.DUE)),
                List.of(),
                List.of(Grouping.of(Dimension.participant()), Grouping.of(Dimension.assisting())));
        assertThat(problems(spec, 3, assembly -> {
                    assembly.addClass(0, NONE, HERE);
                    assembly.addClass(1, new int[] {0}, HERE);
                    for (int g = 0; g < 2; g++) {
                        assembly.addCell(g, 0, List.of("D1"), untimed(3), HERE);
                        assembly.addCell(g, 1, List.of("D1"), untimed(1 + g), HERE);
                    }
                }))
                .isEmpty();
    }
}
