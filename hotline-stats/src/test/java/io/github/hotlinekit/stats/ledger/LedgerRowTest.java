package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.Phase;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
}
