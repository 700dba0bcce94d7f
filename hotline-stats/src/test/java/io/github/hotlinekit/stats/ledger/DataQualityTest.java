package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.CaseOutcome;
import io.github.hotlinekit.stats.metric.FactCheck;
import io.github.hotlinekit.stats.metric.FactFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DataQualityTest {

    private static final FactCheck CHECK = FactCheck.of(
            Instant.parse("2014-08-01T00:00:00Z"),
            Taxonomy.standard(),
            Directory.of("none", "1", List.of(), List.of()));

    @Property(tries = 50)
    void faults_are_counted_the_same_in_any_order_and_split_and_the_facts_stay_in_the_figures(
            @ForAll long seed, @ForAll @IntRange(max = 80) int count, @ForAll Random random) {
        List<CaseFact> facts = Specs.facts(count, seed);
        DataQuality whole = DataQuality.of(facts, CHECK);
        List<CaseFact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);
        int cut = random.nextInt(count + 1);
        DataQuality one = DataQuality.of(shuffled.subList(0, cut), CHECK);
        DataQuality other = DataQuality.of(shuffled.subList(cut, count), CHECK);
        assertThat(one.plus(other)).isEqualTo(whole);
        assertThat(other.plus(one)).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(whole.facts()).isEqualTo(count);
        assertThat(whole.faulty())
                .isEqualTo(
                        facts.stream().filter(f -> !CHECK.faults(f).isEmpty()).count());
        for (FactFault fault : FactFault.values()) {
            List<CaseFact> with =
                    facts.stream().filter(f -> CHECK.faults(f).contains(fault)).toList();
            assertThat(whole.count(fault)).isEqualTo(with.size());
            assertThat(with).extracting(CaseFact::number).containsAll(whole.examples(fault));
            assertThat(whole.examples(fault)).hasSizeLessThanOrEqualTo(DataQuality.EXAMPLES);
            assertThat(whole.examples(fault).isEmpty()).isEqualTo(with.isEmpty());
        }
        assertThat(Specs.ledger(Specs.WIDE, facts).snapshot().size()).isEqualTo(count);
    }

    @Property(tries = 30)
    void a_builder_tells_the_faults_of_each_fact_and_the_quality_of_those_so_far(@ForAll long seed) {
        List<CaseFact> facts = Specs.facts(20, seed);
        DataQuality.Builder builder = DataQuality.builder(CHECK);
        DataQuality before = builder.build();
        assertThat(before).isEqualTo(DataQuality.empty()).hasSameHashCodeAs(DataQuality.empty());
        for (int i = 0; i < facts.size(); i++) {
            assertThat(builder.add(facts.get(i))).isEqualTo(CHECK.faults(facts.get(i)));
            DataQuality sofar = builder.build();
            assertThat(sofar).isEqualTo(DataQuality.of(facts.subList(0, i + 1), CHECK));
            assertThat(sofar).isNotEqualTo(before);
            assertThat(sofar.plus(DataQuality.empty())).isEqualTo(sofar);
            assertThat(DataQuality.empty().plus(sofar)).isEqualTo(sofar);
            before = sofar;
        }
    }

    @Test
    void as_many_facts_with_other_faults_or_of_other_numbers_are_another_quality() {
        Instant asOf = Instant.parse("2026-01-01T00:00:00Z");
        FactCheck check = FactCheck.of(asOf);
        CaseFact sound = Specs.facts(1, 1).get(0).toBuilder()
                .received(asOf)
                .due(asOf)
                .completed(asOf)
                .calledBack(asOf)
                .lead(DepartmentCode.of("D1"))
                .outcome(CaseOutcome.builder()
                        .kind(CaseKind.HELP)
                        .state(CaseState.CLOSED)
                        .build())
                .build();
        CaseFact late = sound.toBuilder().due(asOf.minusSeconds(1)).build();
        DataQuality quality = DataQuality.of(List.of(sound, late), check);
        assertThat(quality)
                .hasToString("DataQuality of 2 facts, 1 with faults {DUE_BEFORE_RECEIVED=1}")
                .isEqualTo(DataQuality.of(List.of(late, sound), check))
                .isNotEqualTo(DataQuality.of(List.of(sound, sound), check))
                .isNotEqualTo(DataQuality.of(
                        List.of(
                                sound,
                                sound.toBuilder()
                                        .calledBack(asOf.minusSeconds(1))
                                        .build()),
                        check))
                .isNotEqualTo(DataQuality.of(
                        List.of(
                                sound,
                                late.toBuilder().number(CaseNumber.of("other")).build()),
                        check));
    }
}
