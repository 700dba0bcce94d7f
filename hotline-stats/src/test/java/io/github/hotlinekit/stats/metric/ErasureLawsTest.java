package io.github.hotlinekit.stats.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.ErasureGround;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.privacy.PersonalField;
import io.github.hotlinekit.core.retention.Erasure;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.sla.clock.SlaClock;
import io.github.hotlinekit.sla.policy.SlaPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Who was concerned is forgotten; what is counted is not. */
class ErasureLawsTest {

    private static final SlaClock CLOCK = SlaClock.of(SlaPolicy.shishi2016(), WorkingCalendar.china());
    private static final Instant RECEIVED = Instant.parse("2026-09-18T02:00:00Z");
    private static final Instant ERASED = Instant.parse("2026-12-01T00:00:00Z");

    @Property(tries = 300)
    void every_figure_of_a_case_is_the_same_before_and_after_an_erasure(
            @ForAll long seed, @ForAll("fields") Set<PersonalField> fields) {
        Case before = Lives.life(CaseNumber.of("T1"), RECEIVED, new Random(seed));
        Erasure erasure = Erasure.of(
                before, fields, ErasureGround.RETENTION_OVER, CommandContext.of(Actor.of(Role.ARCHIVIST), ERASED));
        Case after = ((Erasure.Erased) erasure).result();
        List<Instant> instants = new ArrayList<>(List.of(ERASED, ERASED.plusSeconds(86_400)));
        before.events().forEach(event -> instants.add(event.stamp().recorded()));
        for (Instant instant : instants) {
            assertThat(fact(after, instant)).isEqualTo(fact(before, instant));
        }
        Statistics.label("state").collect(before.state());
        Statistics.label("state").coverage(states -> {
            states.check(CaseState.CLOSED).count(n -> n > 0);
            states.check(CaseState.ENDED).count(n -> n > 0);
        });
    }

    private static CaseFact fact(Case subject, Instant instant) {
        return CaseFact.from(subject.asOf(instant).orElseThrow(), CLOCK.read(subject, instant), instant);
    }

    @Provide
    Arbitrary<Set<PersonalField>> fields() {
        return Arbitraries.of(PersonalField.class).set().ofMinSize(1);
    }
}
