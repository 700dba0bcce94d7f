package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.Ratio;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RollUpLawsTest {

    private static final List<Grouping> COARSER = List.of(
            Grouping.of(Dimension.period(PeriodUnit.MONTH, Specs.ZONE), Dimension.department()),
            Grouping.of(Dimension.period(PeriodUnit.ISO_WEEK, Specs.ZONE)),
            Grouping.of(Dimension.kind(), Dimension.department()),
            Grouping.of(Dimension.period(PeriodUnit.QUARTER, Specs.ZONE), Dimension.category(1)),
            Grouping.of(Dimension.category(1), Dimension.period(PeriodUnit.YEAR, Specs.ZONE)),
            Grouping.of(Dimension.area(6)),
            Grouping.of(Dimension.participant()));

    @Property(tries = 40)
    void what_is_rolled_up_equals_counting_by_the_coarser_grouping(
            @ForAll long seed, @ForAll @IntRange(max = 150) int n) {
        List<CaseFact> facts = Specs.facts(n, seed);
        LedgerSnapshot fine = Specs.ledger(Specs.WIDE, facts).snapshot();
        LedgerSnapshot coarse = Specs.ledger(LedgerSpec.of(Specs.WIDE.metrics(), Specs.WIDE.measures(), COARSER), facts)
                .snapshot();
        for (Grouping grouping : COARSER) {
            assertThat(fine.rows(grouping)).isEqualTo(coarse.rows(grouping));
        }
    }

    @Property(tries = 40)
    void a_window_equals_counting_the_cases_whose_instant_by_the_metrics_basis_is_in_it(
            @ForAll long seed, @ForAll @IntRange(max = 250) int from, @ForAll @IntRange(max = 250) int days) {
        Window window = Window.of(
                LocalDate.of(2014, 5, 10).plusDays(from),
                LocalDate.of(2014, 5, 10).plusDays(from + days));
        List<CaseFact> facts = Specs.facts(120, seed);
        LedgerSnapshot snapshot = Specs.ledger(Specs.WIDE, facts).snapshot();
        Grouping grouping = Grouping.of(Dimension.department());
        List<LedgerRow> rows = snapshot.rows(grouping, window);
        for (Metric metric : Specs.WIDE.metrics()) {
            Map<String, long[]> expected = new TreeMap<>();
            for (CaseFact fact : facts) {
                if (fact.at(metric.basis())
                        .filter(i -> window.contains(LocalDate.ofInstant(i, Specs.ZONE)))
                        .isPresent()) {
                    long[] counts = expected.computeIfAbsent(
                            fact.lead().map(Object::toString).orElse(""), k -> new long[2]);
                    int found = metric.classify(fact);
                    counts[0] += found == Metric.HIT ? 1 : 0;
                    counts[1] += found < 0 ? 1 : 0;
                }
            }
            for (LedgerRow row : rows) {
                long[] counts = expected.getOrDefault(row.key().get(0), new long[2]);
                assertThat(row.figure(metric.id()).ratio().numerator()).isEqualTo(counts[0]);
                assertThat(row.figure(metric.id()).ratio().denominator()).isEqualTo(counts[1]);
            }
        }
    }

    @Property(tries = 30)
    void the_trace_of_a_figure_finds_just_its_cases(@ForAll long seed, @ForAll @IntRange(max = 250) int from) {
        Window window = Window.of(
                LocalDate.of(2014, 5, 10).plusDays(from),
                LocalDate.of(2014, 5, 10).plusDays(from + 60L));
        List<CaseFact> facts = Specs.facts(120, seed);
        LedgerSnapshot snapshot = Specs.ledger(Specs.WIDE, facts).snapshot();
        Grouping grouping = Grouping.of(Dimension.category(1), Dimension.period(PeriodUnit.MONTH, Specs.ZONE));
        for (LedgerRow row : snapshot.rows(grouping, window)) {
            for (Metric metric : Specs.WIDE.metrics()) {
                Trace trace = snapshot.trace(metric.id(), grouping, row.key(), window);
                Figure figure = row.figure(metric.id());
                assertThat(facts.stream().filter(f -> trace.roleOf(f) == Trace.Role.NUMERATOR))
                        .hasSize((int) figure.ratio().numerator());
                assertThat(facts.stream().filter(f -> trace.roleOf(f) == Trace.Role.DENOMINATOR))
                        .hasSize((int)
                                (figure.ratio().denominator() - figure.ratio().numerator()));
                assertThat(facts.stream().filter(f -> trace.roleOf(f) == Trace.Role.EXCLUDED))
                        .hasSize((int) (figure.all() - figure.ratio().denominator()));
            }
        }
    }

    @Property(tries = 60)
    void two_cells_have_one_fingerprint_just_if_they_counted_the_same_cases(@ForAll long seed, @ForAll long other) {
        List<CaseFact> ones = Specs.facts(30, seed);
        List<CaseFact> others = Specs.facts(30, other);
        boolean same = ones.stream()
                .map(f -> f.number() + "/" + f.revision())
                .sorted()
                .toList()
                .equals(others.stream()
                        .map(f -> f.number() + "/" + f.revision())
                        .sorted()
                        .toList());
        LedgerSpec spec = LedgerSpec.of(List.of(), List.of(Grouping.total()));
        Fingerprint one = Specs.ledger(spec, ones)
                .snapshot()
                .row(Grouping.total(), List.of())
                .fingerprint();
        Fingerprint two = Specs.ledger(spec, others)
                .snapshot()
                .row(Grouping.total(), List.of())
                .fingerprint();
        assertThat(one.equals(two)).isEqualTo(same);
        assertThat(Specs.ledger(spec, ones)
                        .merge(Specs.ledger(spec, others))
                        .snapshot()
                        .row(Grouping.total(), List.of())
                        .fingerprint())
                .isEqualTo(one.plus(two));
    }

    @Test
    void a_case_with_several_departments_counts_once_for_each_and_is_never_rolled_up_twice() {
        List<CaseFact> facts = Specs.facts(200, 7);
        LedgerSnapshot snapshot = Specs.ledger(Specs.WIDE, facts).snapshot();
        for (LedgerRow row : snapshot.rows(Grouping.of(Dimension.participant()))) {
            String key = row.key().get(0);
            assertThat(row.volume())
                    .isEqualTo(facts.stream()
                            .filter(f -> key.isEmpty()
                                    ? f.lead().isEmpty() && f.assisting().isEmpty()
                                    : f.lead()
                                                    .filter(d -> d.value().equals(key))
                                                    .isPresent()
                                            || f.assisting().stream()
                                                    .anyMatch(d -> d.value().equals(key)))
                            .count());
        }
        LedgerSnapshot only = Specs.ledger(
                        LedgerSpec.of(List.of(), List.of(Grouping.of(Dimension.participant(), Dimension.kind()))),
                        facts)
                .snapshot();
        assertThatIllegalArgumentException().isThrownBy(() -> only.rows(Grouping.of(Dimension.kind())));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        LedgerSpec.of(List.of(), List.of(Grouping.of(Dimension.participant(), Dimension.assisting()))))
                .withMessageContaining("at most one");
    }

    @Test
    void days_are_asked_for_where_a_window_is() {
        LedgerSnapshot snapshot = Specs.ledger(Specs.WIDE, Specs.facts(5, 1)).snapshot();
        Window window = Window.of(PeriodUnit.MONTH, LocalDate.of(2014, 6, 9));
        assertThat(window).hasToString("2014-06-01/2014-07-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> snapshot.rows(Grouping.of(Dimension.channel()), window))
                .withMessageContaining("days");
        LedgerSnapshot received = Specs.ledger(LedgerSpec.of(List.of(), List.of(Grouping.total())), Specs.facts(5, 1))
                .snapshot();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> received.row(Grouping.total(), List.of()).volumeBy(TimeBasis.DUE))
                .withMessageContaining("RECEIVED");
    }

    @Property(tries = 30)
    void examples_are_the_cases_of_the_least_hashes_in_any_order(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int k) {
        List<CaseFact> facts = Specs.facts(40, seed);
        LedgerSpec spec = LedgerSpec.of(List.of(), List.of(Grouping.total())).withExamples(k);
        List<String> expected = facts.stream()
                .sorted((a, b) -> {
                    int high = Long.compareUnsigned(a.hashHigh(), b.hashHigh());
                    return high != 0 ? high : Long.compareUnsigned(a.hashLow(), b.hashLow());
                })
                .map(f -> f.number().value())
                .distinct()
                .limit(k)
                .toList();
        assertThat(Specs.ledger(spec, facts).snapshot().row(Grouping.total(), List.of()).examples().stream()
                        .map(Object::toString))
                .containsExactlyElementsOf(expected);
        assertThatIllegalStateException()
                .isThrownBy(() -> Ledger.of(spec).add(facts.get(0)).subtract(facts.get(0)))
                .withMessageContaining("examples " + k);
    }

    @Property(tries = 4)
    void the_trace_of_a_figure_of_all_days_finds_just_its_cases_and_all_others_are_elsewhere(@ForAll long seed) {
        List<CaseFact> facts = Specs.facts(50, seed);
        LedgerSnapshot snapshot = Specs.ledger(Specs.WIDE, facts).snapshot();
        Grouping grouping = Grouping.of(Dimension.participant(), Dimension.kind());
        for (LedgerRow row : snapshot.rows(grouping)) {
            for (Metric metric : Specs.WIDE.metrics()) {
                Trace trace = snapshot.trace(metric.id(), grouping, row.key());
                Figure figure = row.figure(metric.id());
                Map<Trace.Role, Long> found = new EnumMap<>(Trace.Role.class);
                facts.forEach(f -> found.merge(trace.roleOf(f), 1L, Long::sum));
                Ratio ratio = figure.ratio();
                assertThat(found.getOrDefault(Trace.Role.NUMERATOR, 0L)).isEqualTo(ratio.numerator());
                assertThat(found.getOrDefault(Trace.Role.DENOMINATOR, 0L))
                        .isEqualTo(ratio.denominator() - ratio.numerator());
                assertThat(found.getOrDefault(Trace.Role.EXCLUDED, 0L)).isEqualTo(figure.all() - ratio.denominator());
                figure.excluded().forEach((exclusion, count) -> {
                    Trace leftOut = snapshot.trace(metric.id() + "/" + exclusion, grouping, row.key());
                    assertThat(facts.stream().filter(f -> leftOut.roleOf(f) == Trace.Role.NUMERATOR))
                            .hasSize(count.intValue());
                    assertThat(facts.stream().filter(f -> leftOut.roleOf(f) == Trace.Role.DENOMINATOR))
                            .hasSize((int) (figure.all() - count));
                });
            }
            for (Measure measure : Specs.WIDE.measures()) {
                Trace trace = snapshot.trace(measure.id(), grouping, row.key());
                Times times = row.times(measure.id());
                assertThat(facts.stream().filter(f -> trace.roleOf(f) == Trace.Role.NUMERATOR))
                        .hasSize((int) times.ended().n());
                assertThat(facts.stream().filter(f -> trace.roleOf(f) == Trace.Role.DENOMINATOR))
                        .hasSize((int) times.running().n());
            }
        }
    }

    @Test
    void a_trace_tells_metric_cell_and_days_and_has_a_key_of_the_grouping_s_length() {
        LedgerSnapshot snapshot = Specs.ledger(Specs.WIDE, Specs.facts(5, 1)).snapshot();
        Grouping grouping = Grouping.of(Dimension.department());
        Window window = Window.of(PeriodUnit.MONTH, LocalDate.of(2026, 1, 9));
        List<String> key = List.of("D1");
        Trace trace = snapshot.trace("completion", grouping, key, window);
        String definition = trace.metric().definition();
        assertThat(trace)
                .hasToString(definition + " of [department] [D1] in 2026-01-01/2026-02-01")
                .isEqualTo(new Trace(trace.metric(), grouping, key, Optional.of(window), Optional.of(Specs.DAY)));
        assertThat(snapshot.trace("completion", grouping, key)).hasToString(definition + " of [department] [D1]");
        Trace ofTimes = snapshot.trace("handlingTime", grouping, key, window);
        assertThat(ofTimes)
                .hasToString("handlingTime/1/received[notMeasured] of [department] [D1] in 2026-01-01/2026-02-01")
                .isEqualTo(snapshot.trace("handlingTime", grouping, key, window))
                .hasSameHashCodeAs(snapshot.trace("handlingTime", grouping, key, window))
                .isNotEqualTo(trace)
                .isNotEqualTo(snapshot.trace("handlingTime", grouping, key))
                .isNotEqualTo(snapshot.trace("handlingTime", grouping, List.of("D2"), window));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> snapshot.trace("completion", grouping, List.of()))
                .withMessage("key must have 1 parts, but was []");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trace(trace.metric(), grouping, key, Optional.of(window), Optional.empty()))
                .withMessageContaining("must be given together");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> snapshot.trace("completion/nothing", grouping, key))
                .withMessageStartingWith("exclusion of metric completion must be one of [")
                .withMessageEndingWith("but was nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> snapshot.trace("nothing/merged", grouping, key))
                .withMessageStartingWith("metric must be one of [");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> snapshot.trace("nothing", grouping, key))
                .withMessageStartingWith("metric must be one of [");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> snapshot.trace("completion", Grouping.of(Dimension.channel()), key, window))
                .withMessageContaining("with days to cut");
    }

    @Test
    void one_cell_of_a_window_is_that_of_its_rows_or_has_counted_nothing() {
        LedgerSnapshot snapshot = Specs.ledger(Specs.WIDE, Specs.facts(60, 2)).snapshot();
        Grouping grouping = Grouping.of(Dimension.department());
        Window window = Window.of(PeriodUnit.QUARTER, LocalDate.of(2014, 7, 1));
        List<LedgerRow> rows = snapshot.rows(grouping, window);
        assertThat(rows).isNotEmpty();
        for (LedgerRow row : rows) {
            assertThat(snapshot.row(grouping, row.key(), window)).isEqualTo(row);
        }
        assertThat(snapshot.row(grouping, List.of("nobody"), window).volume()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> snapshot.row(grouping, List.of("D1", "help"), window))
                .withMessage("key must have 1 parts, but was [D1, help]");
    }

    @Property(tries = 5)
    void exact_times_and_examples_that_are_rolled_up_are_those_counted_by_the_coarser_grouping(@ForAll long seed) {
        List<CaseFact> facts = Specs.facts(60, seed);
        for (int exactUpTo : new int[] {4, 40}) {
            LedgerSpec fine = LedgerSpec.of(Specs.WIDE.metrics(), Specs.WIDE.measures(), Specs.WIDE.groupings())
                    .withExactUpTo(exactUpTo)
                    .withExamples(3);
            LedgerSpec coarse = LedgerSpec.of(Specs.WIDE.metrics(), Specs.WIDE.measures(), COARSER)
                    .withExactUpTo(exactUpTo)
                    .withExamples(3);
            LedgerSnapshot fromFine = Specs.ledger(fine, facts).snapshot();
            LedgerSnapshot fromCoarse = Specs.ledger(coarse, facts).snapshot();
            for (Grouping grouping : COARSER) {
                assertThat(fromFine.rows(grouping)).isEqualTo(fromCoarse.rows(grouping));
            }
        }
    }

    @Test
    void dimensions_that_one_rolls_up_to_may_be_asked_for_together_and_in_any_order() {
        Dimension day = Specs.DAY;
        Dimension month = Dimension.period(PeriodUnit.MONTH, Specs.ZONE);
        List<CaseFact> facts = Specs.facts(100, 3);
        LedgerSnapshot fine = Specs.ledger(
                        LedgerSpec.of(
                                List.of(), List.of(Grouping.of(day, Dimension.category(), Dimension.category(1)))),
                        facts)
                .snapshot();
        List<Grouping> asked = List.of(
                Grouping.of(month, day),
                Grouping.of(Dimension.category(1), Dimension.category()),
                Grouping.of(Dimension.category(2), Dimension.category(1), month));
        LedgerSnapshot counted =
                Specs.ledger(LedgerSpec.of(List.of(), asked), facts).snapshot();
        for (Grouping grouping : asked) {
            assertThat(fine.rows(grouping)).isEqualTo(counted.rows(grouping)).isNotEmpty();
        }
    }
}
