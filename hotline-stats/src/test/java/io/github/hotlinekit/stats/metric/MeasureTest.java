package io.github.hotlinekit.stats.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.language.Label;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MeasureTest {

    private static final CaseFact FACT = CaseFact.builder()
            .number(CaseNumber.of("T1"))
            .received(Instant.EPOCH)
            .channel(Channel.PHONE)
            .outcome(CaseOutcome.builder()
                    .kind(CaseKind.HELP)
                    .state(CaseState.HANDLING)
                    .build())
            .took(Phase.TO_SIGN_FOR, 5)
            .running(Phase.TO_FIRST_CONTACT, 7)
            .running(Phase.TO_COMPLETION, 9)
            .build();

    @Test
    void the_standard_measures_are_the_four_phases() {
        assertThat(Measure.standard())
                .extracting(Measure::id)
                .containsExactly("timeToSignFor", "timeToFirstContact", "timeToReply", "handlingTime");
        assertThat(Measure.standard())
                .extracting(m -> m.coded().applyAsInt(FACT))
                .containsExactly(10, 15, -1, 19);
        assertThat(Measure.standard())
                .extracting(Measure::name)
                .containsExactly(
                        Phase.TO_SIGN_FOR.label(),
                        Phase.TO_FIRST_CONTACT.label(),
                        Phase.TO_REPLY.label(),
                        Phase.TO_COMPLETION.label());
        assertThat(Measure.handlingTime()).isEqualTo(Measure.standard().get(3));
        assertThat(Measure.handlingTime()).hasToString("Measure handlingTime");
        assertThat(Measure.handlingTime().definition()).isEqualTo("handlingTime/1/received");
    }

    @Test
    void a_measure_by_another_basis_is_another_measure_of_the_same_time() {
        Measure time = Measure.handlingTime();
        assertThat(time.on(TimeBasis.RECEIVED)).isSameAs(time);
        Measure completed = time.on(TimeBasis.COMPLETED);
        assertThat(completed.id()).isEqualTo("handlingTime.completed");
        assertThat(completed.name()).isEqualTo(Label.of("办理用时（办结时间）", "handling time (cases completed in the period)"));
        assertThat(completed.meaning()).isEqualTo(time.meaning());
        assertThat(completed.basis()).isEqualTo(TimeBasis.COMPLETED);
        assertThat(completed.source()).isEqualTo(time.source());
        assertThat(completed.coded().applyAsInt(FACT)).isEqualTo(19);
        assertThat(completed.definition()).isEqualTo("handlingTime.completed/1/completed");
    }

    @Test
    void measures_are_equal_by_what_their_figures_depend_on() {
        Measure time = Measure.handlingTime();
        Measure other = new Measure(
                time.id(),
                Label.of("另", "other"),
                Label.of("另", "other"),
                time.basis(),
                Label.of("他处", "elsewhere"),
                fact -> 2);
        assertThat(other).isEqualTo(time).hasSameHashCodeAs(time);
        assertThat(time)
                .isNotEqualTo(time.on(TimeBasis.DUE))
                .isNotEqualTo(Measure.standard().get(0));
    }

    @Test
    void a_measure_of_another_version_is_another_and_its_cases_and_other_bases_have_the_version() {
        Measure time = Measure.handlingTime();
        Measure second =
                new Measure(time.id(), 2, time.name(), time.meaning(), time.basis(), time.source(), time.coded());
        assertThat(time.version()).isEqualTo(1);
        assertThat(second).isNotEqualTo(time);
        assertThat(second.definition()).isEqualTo("handlingTime/2/received");
        assertThat(second.on(TimeBasis.DUE).definition()).isEqualTo("handlingTime.due/2/due");
        assertThat(second.measured().version()).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Measure(
                        time.id(), 0, time.name(), time.meaning(), time.basis(), time.source(), time.coded()))
                .withMessage("version must be at least 1, but was 0");
    }

    @Test
    void a_measure_of_a_phase_reads_its_minutes_and_a_user_s_own_reads_all() {
        assertThat(Measure.standard())
                .extracting(Measure::reads)
                .extracting(r -> r.iterator().next())
                .containsExactly(
                        FactField.TO_SIGN_FOR, FactField.TO_FIRST_CONTACT, FactField.TO_REPLY, FactField.TO_COMPLETION);
        assertThat(Measure.handlingTime().on(TimeBasis.DUE).reads()).containsExactly(FactField.TO_COMPLETION);
        Measure own = new Measure(
                "own",
                Label.of("自", "own"),
                Label.of("自", "own"),
                TimeBasis.RECEIVED,
                Label.of("试", "test"),
                fact -> 2);
        assertThat(own.reads()).containsExactly(FactField.values());
        for (TimeBasis basis : TimeBasis.values()) {
            assertThat(FactField.of(basis).name()).isEqualTo(basis.name());
        }
    }
}
