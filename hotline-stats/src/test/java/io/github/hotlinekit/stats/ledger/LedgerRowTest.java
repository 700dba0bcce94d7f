package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.Phase;
import io.github.hotlinekit.stats.metric.Ratio;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LedgerRowTest {

    private static final Grouping BY_KIND = Grouping.of(Dimension.kind());
    private static final LedgerSpec SPEC = LedgerSpec.of(
            List.of(Metric.standard().get(0), Metric.standard().get(1).on(TimeBasis.DUE)),
            List.of(Measure.handlingTime(), Measure.handlingTime().on(TimeBasis.COMPLETED)),
            List.of(BY_KIND, Grouping.total()));

    private static CaseFact ofKind(CaseFact fact, CaseKind kind) {
        return fact.toBuilder().outcome(fact.outcome().withKind(kind)).build();
    }

    private static LedgerRow row(LedgerSpec spec, List<CaseFact> facts) {
        return Specs.ledger(spec, facts).snapshot().row(BY_KIND, List.of("help"));
    }

    @Property(tries = 50)
    void rows_of_the_same_cases_are_equal_whatever_other_cells_the_ledgers_have(@ForAll long seed) {
        List<CaseFact> facts = Specs.facts(40, seed);
        List<CaseFact> same =
                facts.stream().limit(10).map(f -> ofKind(f, CaseKind.HELP)).toList();
        List<CaseFact> more = new ArrayList<>(same);
        facts.stream().skip(10).map(f -> ofKind(f, CaseKind.PRAISE)).forEach(more::add);
        for (LedgerSpec spec : List.of(SPEC, SPEC.withExactUpTo(3), SPEC.withExamples(2))) {
            LedgerRow row = row(spec, same);
            assertThat(row(spec, more)).isEqualTo(row).hasSameHashCodeAs(row);
        }
    }

    @Test
    void rows_that_tell_something_else_are_not_equal() {
        CaseFact fact = ofKind(Specs.facts(1, 1).get(0), CaseKind.HELP).toBuilder()
                .due(Instant.parse("2014-08-01T00:00:00Z"))
                .completed(Instant.parse("2014-08-01T00:00:00Z"))
                .took(Phase.TO_COMPLETION, 100)
                .build();
        LedgerSpec spec = SPEC.withExamples(1);
        LedgerRow row = row(spec, List.of(fact));
        assertThat(row)
                .hasToString("LedgerRow [help] of 1")
                .isEqualTo(row(spec, List.of(fact)))
                .isNotEqualTo(row(spec, List.of()))
                .isNotEqualTo(row(spec, List.of(fact, fact)))
                .isNotEqualTo(row(SPEC, List.of(fact)))
                .isNotEqualTo(row(
                        spec,
                        List.of(fact.toBuilder().number(CaseNumber.of("other")).build())))
                .isNotEqualTo(row(
                        spec,
                        List.of(fact.toBuilder().took(Phase.TO_COMPLETION, 101).build())))
                .isNotEqualTo(Specs.ledger(spec, List.of(fact)).snapshot().row(Grouping.total(), List.of()));
        assertThat(row(spec, List.of(fact, fact)).examples()).containsExactly(fact.number());
    }

    @Test
    void all_figures_are_those_of_each_metric_in_the_order_of_the_specification() {
        LedgerRow row = Specs.ledger(Specs.WIDE, Specs.facts(30, 1)).snapshot().row(Grouping.total(), List.of());
        assertThat(row.figures().keySet())
                .containsExactlyElementsOf(
                        Specs.WIDE.metrics().stream().map(Metric::id).toList());
        row.figures().forEach((id, figure) -> {
            assertThat(figure).isEqualTo(row.figure(id)).hasSameHashCodeAs(row.figure(id));
            assertThat(figure.metric().id()).isEqualTo(id);
            assertThat(figure.all()).isEqualTo(row.volumeBy(figure.metric().basis()));
            assertThat(figure.whatIf().keySet())
                    .containsExactlyElementsOf(figure.metric().whatIfs());
            figure.whatIf()
                    .forEach((what, ratio) ->
                            assertThat(ratio).isEqualTo(what.apply(figure.ratio(), figure.excluded())));
        });
    }

    @Test
    void a_row_of_no_cases_has_no_times_and_no_examples_and_is_of_no_cases_by_any_basis() {
        LedgerRow row = row(SPEC, List.of());
        assertThat(row.volume()).isZero();
        assertThat(row.volumeBy(TimeBasis.COMPLETED)).isZero();
        assertThat(row.fingerprint()).isEqualTo(Fingerprint.NONE);
        assertThat(row.fingerprintBy(TimeBasis.DUE)).isEqualTo(Fingerprint.NONE);
        assertThat(row.examples()).isEmpty();
        Times times = row.times(Measure.handlingTime().id());
        assertThat(times.measure()).isEqualTo(Measure.handlingTime());
        assertThat(times.ended().n()).isZero();
        assertThat(times.running().n()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.volumeBy(TimeBasis.CALLED_BACK))
                .withMessage("basis must be one of [RECEIVED, DUE, COMPLETED], but was CALLED_BACK");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.times("nothing"))
                .withMessageStartingWith("measure must be one of [handlingTime");
    }

    @Test
    void fingerprints_add_up_modulo_2_to_the_128() {
        Fingerprint one = new Fingerprint(3, -1);
        assertThat(one.plus(Fingerprint.NONE)).isEqualTo(one);
        assertThat(Fingerprint.NONE.plus(one)).isEqualTo(one);
        assertThat(one.plus(new Fingerprint(0, 1))).isEqualTo(new Fingerprint(4, 0));
        assertThat(new Fingerprint(-1, -1).plus(new Fingerprint(0, 2))).isEqualTo(new Fingerprint(0, 1));
        assertThat(one).hasToString("0000000000000003ffffffffffffffff");
    }

    @Test
    void examples_of_one_upper_half_are_those_of_the_least_lower_halves_as_unsigned_numbers() {
        Examples examples = new Examples(2);
        Examples.Example high = new Examples.Example(1, -1, "high");
        Examples.Example low = new Examples.Example(1, 7, "low");
        Examples.Example lowest = new Examples.Example(1, 0, "lowest");
        examples.addAll(List.of(high, low, low));
        assertThat(examples.list()).containsExactly(low, high);
        examples.addAll(List.of(high, lowest, low));
        assertThat(examples.list()).containsExactly(lowest, low);
    }

    @Test
    void figures_of_other_ratios_exclusions_or_metrics_are_not_equal() {
        LedgerSnapshot snapshot = Specs.ledger(Specs.WIDE, Specs.facts(30, 1)).snapshot();
        Figure figure = snapshot.row(Grouping.total(), List.of()).figure("completion");
        Map<String, Long> others = new LinkedHashMap<>(figure.excluded());
        others.replaceAll((id, count) -> count + 1);
        assertThat(figure)
                .isEqualTo(new Figure(figure.metric(), figure.ratio(), figure.excluded()))
                .isNotEqualTo(new Figure(figure.metric(), figure.ratio(), others))
                .isNotEqualTo(new Figure(figure.metric(), Ratio.of(0, 1), figure.excluded()))
                .isNotEqualTo(new Figure(figure.metric().on(TimeBasis.DUE), figure.ratio(), figure.excluded()));
    }
}
