package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.FactCheck;
import io.github.hotlinekit.stats.metric.FactField;
import io.github.hotlinekit.stats.metric.FactTest;
import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.Phase;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a specification says it reads is all that a ledger of it reads. */
class FieldsReadTest {

    private static Metric ofFacts() {
        return Metric.builder("late")
                .name("晚", "late")
                .numerator("晚", "late", FactTest.ofFact(f -> f.due().isPresent()))
                .denominator("全部", "all")
                .build();
    }

    /** A specification of a few dimensions, metrics and measures of the SDK's, by random time bases. */
    private static LedgerSpec spec(Random random) {
        List<Metric> metrics = new ArrayList<>();
        List<Measure> measures = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            metrics.add(Metric.catalogue().get(3 * i + random.nextInt(3)).on(any(random, TimeBasis.values())));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            measures.add(Measure.standard().get(i).on(any(random, TimeBasis.values())));
        }
        Dimension one = Specs.DIMENSIONS.get(random.nextInt(Specs.DIMENSIONS.size() - 2));
        Dimension other = Specs.DIMENSIONS.get(random.nextInt(Specs.DIMENSIONS.size()));
        return LedgerSpec.of(
                        metrics,
                        measures,
                        List.of(one.equals(other) ? Grouping.of(one) : Grouping.of(one, other), Grouping.total()))
                .withExamples(random.nextInt(3));
    }

    /** The fields of one fact, and all others of another. */
    private static CaseFact mixed(Set<FactField> fields, CaseFact one, CaseFact other) {
        CaseFact.Builder mixed = CaseFact.builder();
        for (FactField field : FactField.all()) {
            set(mixed, field, fields.contains(field) ? one : other);
        }
        return mixed.build();
    }

    private static void set(CaseFact.Builder mixed, FactField field, CaseFact from) {
        switch (field) {
            case NUMBER -> mixed.number(from.number());
            case REVISION -> mixed.revision(from.revision());
            case RECEIVED -> mixed.received(from.received());
            case DUE -> from.due().ifPresent(mixed::due);
            case COMPLETED -> from.completed().ifPresent(mixed::completed);
            case CALLED_BACK -> from.calledBack().ifPresent(mixed::calledBack);
            case CHANNEL -> mixed.channel(from.channel());
            case PRIORITY -> mixed.priority(from.priority());
            case REQUESTER_TYPE -> mixed.requesterType(from.requesterType());
            case CATEGORY -> from.category().ifPresent(mixed::category);
            case AREA -> from.area().ifPresent(mixed::area);
            case LEAD -> from.lead().ifPresent(mixed::lead);
            case ASSISTING -> mixed.assisting(from.assisting());
            case RESPONDENT -> from.respondent().ifPresent(mixed::respondent);
            case ATTRIBUTION -> from.attribution().ifPresent(mixed::attribution);
            case OUTCOME -> mixed.outcome(from.outcome());
            case TO_SIGN_FOR -> set(mixed, Phase.TO_SIGN_FOR, from);
            case TO_FIRST_CONTACT -> set(mixed, Phase.TO_FIRST_CONTACT, from);
            case TO_REPLY -> set(mixed, Phase.TO_REPLY, from);
            case TO_COMPLETION -> set(mixed, Phase.TO_COMPLETION, from);
        }
    }

    private static void set(CaseFact.Builder mixed, Phase phase, CaseFact from) {
        from.minutes(phase).ifPresent(minutes -> {
            if (from.isRunning(phase)) {
                mixed.running(phase, minutes);
            } else {
                mixed.took(phase, minutes);
            }
        });
    }

    @Property(tries = 300)
    void facts_that_differ_in_nothing_that_is_read_give_the_same_bytes(@ForAll Random random) {
        LedgerSpec spec = spec(random);
        List<CaseFact> facts = Specs.facts(30, random.nextLong());
        List<CaseFact> others = Specs.facts(30, random.nextLong());
        List<CaseFact> mixed = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            mixed.add(mixed(spec.reads(), facts.get(i), others.get(i)));
        }
        assertThat(Specs.ledger(spec, mixed).snapshot().bytes())
                .as("%s of %s", spec.reads(), spec.definition())
                .isEqualTo(Specs.ledger(spec, facts).snapshot().bytes());
    }

    @Property(tries = 100)
    void facts_that_differ_in_nothing_that_a_check_reads_have_the_same_faults(@ForAll Random random) {
        Instant asOf = Instant.parse("2014-08-01T00:00:00Z");
        Directory nobody = Directory.of("none", "1", List.of(), List.of());
        List<CaseFact> facts = Specs.facts(30, random.nextLong());
        List<CaseFact> others = Specs.facts(30, random.nextLong());
        for (FactCheck check : List.of(FactCheck.of(asOf), FactCheck.of(asOf, Taxonomy.standard(), nobody))) {
            for (int i = 0; i < facts.size(); i++) {
                assertThat(check.faults(mixed(check.reads(), facts.get(i), others.get(i))))
                        .isEqualTo(check.faults(facts.get(i)));
            }
        }
    }

    @Test
    void a_check_reads_codes_only_where_it_knows_which_exist() {
        Instant asOf = Instant.EPOCH;
        Directory nobody = Directory.of("none", "1", List.of(), List.of());
        assertThat(FactCheck.of(asOf).reads())
                .contains(FactField.OUTCOME, FactField.LEAD)
                .doesNotContain(FactField.CATEGORY, FactField.AREA, FactField.ASSISTING, FactField.NUMBER);
        assertThat(FactCheck.of(asOf, Taxonomy.standard(), nobody).reads())
                .contains(FactField.CATEGORY, FactField.AREA, FactField.ASSISTING)
                .doesNotContain(FactField.CHANNEL, FactField.RESPONDENT, FactField.TO_COMPLETION);
    }

    @Test
    void the_sdk_s_own_figures_read_few_fields() {
        LedgerSpec spec = LedgerSpec.of(
                Metric.catalogue(),
                List.of(Measure.handlingTime()),
                List.of(Grouping.of(Dimension.department(), Dimension.kind())));
        assertThat(spec.reads())
                .containsExactlyInAnyOrder(
                        FactField.NUMBER,
                        FactField.REVISION,
                        FactField.LEAD,
                        FactField.OUTCOME,
                        FactField.TO_COMPLETION);
    }

    @Test
    void an_instant_is_read_by_periods_and_by_figures_that_go_by_one_that_may_be_missing() {
        Measure completed = Measure.handlingTime().on(TimeBasis.COMPLETED);
        assertThat(LedgerSpec.of(List.of(), List.of(completed), List.of(Grouping.total()))
                        .reads())
                .contains(FactField.COMPLETED)
                .doesNotContain(FactField.RECEIVED, FactField.OUTCOME);
        assertThat(LedgerSpec.of(List.of(), List.of(completed), List.of(Grouping.of(Specs.DAY)))
                        .reads())
                .contains(FactField.RECEIVED, FactField.COMPLETED)
                .doesNotContain(FactField.DUE);
    }

    @Test
    void what_users_wrote_reads_every_field_as_far_as_can_be_told() {
        Dimension own =
                Dimension.of("own", Label.of("自定", "own"), f -> f.channel().code());
        Measure ownTime = new Measure(
                "own",
                Label.of("自定", "own"),
                Label.of("自定", "own"),
                TimeBasis.RECEIVED,
                Label.of("试", "test"),
                fact -> 2);
        assertThat(ownTime.reads()).isEqualTo(EnumSet.allOf(FactField.class));
        assertThat(ownTime.on(TimeBasis.DUE).reads()).isEqualTo(FactField.all());
        assertThat(ofFacts().reads()).isEqualTo(FactField.all());
        assertThat(own.reads(TimeBasis.RECEIVED)).isEqualTo(FactField.all());
        assertThat(LedgerSpec.of(List.of(), List.of(Grouping.of(own))).reads()).isEqualTo(FactField.all());
        assertThat(Metric.builder("kinds")
                        .name("类", "kind")
                        .numerator("求助", "help", outcome -> outcome.kind() == CaseKind.HELP)
                        .denominator("全部", "all")
                        .build()
                        .reads())
                .containsExactly(FactField.OUTCOME);
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
