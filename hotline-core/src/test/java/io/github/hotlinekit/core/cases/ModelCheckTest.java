package io.github.hotlinekit.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every command of a small alphabet by everybody in every state that can be reached, breadth-first up to a
 * bound. How many states are looked into is {@code hotline.proof.states}.
 */
@Tag("proof")
class ModelCheckTest {

    private static final int STATES = Integer.getInteger("hotline.proof.states", 2_000);

    @Test
    void from_every_state_that_anybody_can_bring_about_an_end_can_be_reached() {
        Explorer explorer = new Explorer(CaseLifecycle.standard(), Alphabet::byEverybody, STATES);
        Set<CaseState> seen = EnumSet.noneOf(CaseState.class);
        explorer.explore(
                List.of(
                        Alphabet.fresh("1", CaseKind.COMPLAINT, Optional.empty()),
                        Alphabet.fresh("2", CaseKind.COMPLAINT, Optional.of(Source.of("s@1", Set.of())))),
                subject -> {
                    seen.add(subject.state());
                    holdTogether(subject);
                });
        assertThat(explorer.stuck()).isZero();
        for (Case subject : explorer.frontier()) { // those not looked into go straight to an end
            assertThat(WaysOut.end(subject).state().isOpen()).isFalse();
        }
        assertThat(seen).containsExactlyInAnyOrder(CaseState.values());
        System.out.println("model check: " + explorer.counts());
    }

    /** At most one open lead, just one in handling; a suspension goes on just while suspended; done is done. */
    private static void holdTogether(Case subject) {
        List<Assignment> leads = subject.assignments().stream()
                .filter(a -> a.part() == Part.LEAD && a.state().isOpen())
                .toList();
        assertThat(leads).hasSizeLessThanOrEqualTo(1);
        if (subject.state() == CaseState.HANDLING || subject.state() == CaseState.SUSPENDED) {
            assertThat(leads).extracting(Assignment::state).containsExactly(AssignmentState.SIGNED);
            assertThat(leads)
                    .extracting(Assignment::department)
                    .containsExactly(subject.lead().orElseThrow());
        }
        long running =
                subject.suspensions().stream().filter(s -> s.end().isEmpty()).count();
        assertThat(running).isEqualTo(subject.state() == CaseState.SUSPENDED ? 1 : 0);
        if (!subject.state().isOpen()) {
            assertThat(subject.assignments()).noneMatch(a -> a.state().isOpen());
            assertThat(subject.tasks()).noneMatch(t -> t.state().isOpen());
            assertThat(subject.pendingExtension()).isEmpty();
        }
    }
}
