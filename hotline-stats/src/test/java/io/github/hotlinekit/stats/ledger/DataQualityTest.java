package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import io.github.hotlinekit.stats.metric.CaseFact;
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
}
