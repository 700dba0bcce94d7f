package io.github.hotlinekit.core.duplicates;

import static io.github.hotlinekit.core.duplicates.Hotline.LIFECYCLE;
import static io.github.hotlinekit.core.duplicates.Hotline.START;
import static io.github.hotlinekit.core.duplicates.Hotline.WORDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.cases.Act;
import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.Decision;
import io.github.hotlinekit.core.cases.LifecycleRule;
import io.github.hotlinekit.core.cases.Requester.Disclosure;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.duplicates.Hotline.Demand;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergingTest {

    private static final CommandContext CONTEXT = Hotline.dispatcher(START.plusSeconds(60));

    private static Case open(String number) {
        return Demand.of(number, "永宁煤炭场噪音扰民").open();
    }

    private static MergeDecision merge(Case follower, Case master, Case... tied) {
        return Merging.merge(LIFECYCLE, follower, List.of(tied), master, WORDS, CONTEXT);
    }

    private static Case after(MergeDecision decision, String number) {
        return ((MergeDecision.Accepted) decision).find(CaseNumber.of(number)).orElseThrow();
    }

    private static List<Act> acts(Case subject, int from) {
        return subject.events().subList(from, subject.version()).stream()
                .map(CaseEvent::act)
                .toList();
    }

    private static LifecycleRule refused(MergeDecision decision, String number) {
        MergeDecision.Refused refused = (MergeDecision.Refused) decision;
        assertThat(refused.number()).isEqualTo(CaseNumber.of(number));
        return refused.refusal().rule();
    }

    @Test
    void a_merge_is_told_on_both_sides() {
        Case a = open("A");
        Case b = Hotline.dispatched(open("B"), "HBJ", START.plusSeconds(1));
        MergeDecision.Accepted merged = (MergeDecision.Accepted) merge(a, b);
        assertThat(merged.changes())
                .extracting(c -> c.result().number().value())
                .containsExactly("A", "B");
        assertThat(merged.changes())
                .extracting(Decision.Accepted::expectedVersion)
                .containsExactly(a.version(), b.version());
        assertThat(after(merged, "A").master()).contains(b.number());
        assertThat(after(merged, "B").followers()).containsExactly(a.number());
        assertThat(after(merged, "B").state()).isEqualTo(CaseState.DISPATCHED);
        CaseEvent.Merged event =
                (CaseEvent.Merged) merged.changes().get(0).events().get(0);
        assertThat(event.evidence()).isEqualTo(WORDS);
        assertThat(merged.find(CaseNumber.of("C"))).isEmpty();
    }

    @Test
    void followers_move_on_with_the_case_they_follow() {
        Case a = open("A");
        Case b = open("B");
        MergeDecision first = merge(a, b);
        Case c = open("C");
        MergeDecision.Accepted second =
                (MergeDecision.Accepted) merge(after(first, "B"), c, after(first, "A"), open("X"));
        assertThat(second.changes())
                .extracting(x -> x.result().number().value())
                .containsExactly("B", "C", "A");
        assertThat(after(second, "A").master()).contains(c.number());
        assertThat(after(second, "B").master()).contains(c.number());
        assertThat(after(second, "B").followers()).isEmpty();
        assertThat(after(second, "C").followers()).containsExactly(b.number(), a.number());
        assertThat(acts(after(second, "B"), b.version()))
                .containsExactly(Act.ADD_FOLLOWER, Act.REMOVE_FOLLOWER, Act.MERGE);
        assertThat(acts(after(second, "A"), a.version())).containsExactly(Act.MERGE, Act.MERGE);
    }

    @Test
    void a_follower_moves_from_one_master_to_another() {
        Case a = open("A");
        MergeDecision first = merge(a, open("B"));
        MergeDecision second = merge(after(first, "A"), open("C"), after(first, "B"));
        assertThat(after(second, "A").master()).contains(CaseNumber.of("C"));
        assertThat(after(second, "B").followers()).isEmpty();
        assertThat(after(second, "C").followers()).containsExactly(a.number());
    }

    @Test
    void ties_that_were_not_given_are_named() {
        MergeDecision first = merge(open("A"), open("B"));
        MergeDecision second = merge(open("D"), after(first, "B"));
        Case b = after(second, "B");
        assertThat(merge(b, open("C"), after(first, "A")))
                .isEqualTo(new MergeDecision.Incomplete(List.of(CaseNumber.of("D"))));
        assertThat(merge(b, open("C"), open("A"), after(second, "D"))) // of a version before the tie
                .isEqualTo(new MergeDecision.Incomplete(List.of(CaseNumber.of("A"))));
        assertThat(merge(after(first, "A"), open("C")))
                .isEqualTo(new MergeDecision.Incomplete(List.of(CaseNumber.of("B"))));
        assertThat(merge(after(first, "A"), open("C"), open("B")))
                .isEqualTo(new MergeDecision.Incomplete(List.of(CaseNumber.of("B"))));
    }

    @Test
    void the_lifecycle_refuses_and_says_for_which_case() {
        Case a = open("A");
        MergeDecision first = merge(a, open("B"));
        assertThat(refused(merge(a, a), "A")).isEqualTo(LifecycleRule.NOT_ITSELF);
        assertThat(refused(merge(open("C"), after(first, "A")), "C")).isEqualTo(LifecycleRule.MASTER_OPEN);
        assertThat(refused(merge(after(first, "B"), after(first, "A")), "B")).isEqualTo(LifecycleRule.MASTER_OPEN);
        assertThat(refused(merge(after(first, "A"), after(first, "B")), "B")).isEqualTo(LifecycleRule.FOLLOWER_KNOWN);
        Case confidential =
                Demand.of("S", "").by(Disclosure.CONFIDENTIAL, "", "").open();
        assertThat(refused(merge(a, confidential), "A")).isEqualTo(LifecycleRule.SAME_CONFIDENTIALITY);
        assertThat(refused(merge(Hotline.withdrawn(a, START), open("B")), "A")).isEqualTo(LifecycleRule.OPEN_OR_MERGED);
        assertThat(refused(
                        Merging.merge(
                                LIFECYCLE,
                                a,
                                List.of(),
                                open("B"),
                                WORDS,
                                CommandContext.of(Actor.of(Role.AGENT), START)),
                        "A"))
                .isEqualTo(LifecycleRule.WRONG_ROLE);
    }

    @Test
    void parting_is_told_on_both_sides() {
        Case a = Hotline.dispatched(open("A"), "HBJ", START.plusSeconds(1));
        MergeDecision merged = merge(a, open("B"));
        MergeDecision.Accepted parted = (MergeDecision.Accepted)
                Merging.unmerge(LIFECYCLE, after(merged, "A"), after(merged, "B"), WORDS, CONTEXT);
        Case back = after(parted, "A");
        assertThat(back.state()).isEqualTo(CaseState.TRIAGE);
        assertThat(back.lead()).isEqualTo(a.lead());
        assertThat(back.received()).isEqualTo(a.received());
        assertThat(after(parted, "B").followers()).isEmpty();
        assertThat(acts(back, a.version())).containsExactly(Act.MERGE, Act.UNMERGE);
    }

    @Test
    void only_what_was_merged_is_parted_and_only_from_its_master() {
        MergeDecision merged = merge(open("A"), open("B"));
        assertThat(Merging.unmerge(LIFECYCLE, after(merged, "A"), open("C"), WORDS, CONTEXT))
                .isEqualTo(new MergeDecision.Incomplete(List.of(CaseNumber.of("B"))));
        assertThat(refused(Merging.unmerge(LIFECYCLE, after(merged, "A"), open("B"), WORDS, CONTEXT), "B"))
                .isEqualTo(LifecycleRule.FOLLOWER_KNOWN);
        assertThat(refused(Merging.unmerge(LIFECYCLE, open("A"), open("B"), WORDS, CONTEXT), "A"))
                .isEqualTo(LifecycleRule.WRONG_STATE);
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> merge(open("A"), open("B"), open("A")))
                .withMessage("cases must be given once, but A was twice");
        assertThatIllegalArgumentException().isThrownBy(() -> new MergeDecision.Accepted(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new MergeDecision.Incomplete(List.of()));
        Decision.Accepted change =
                ((MergeDecision.Accepted) merge(open("A"), open("B"))).changes().get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MergeDecision.Accepted(List.of(change, change)))
                .withMessage("changes must be of different cases, but 2 were of 1");
    }
}
