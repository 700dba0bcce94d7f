package io.github.hotlinekit.core.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hotlinekit.core.cases.Walk.Step;
import io.github.hotlinekit.core.testkit.Commands;
import io.github.hotlinekit.core.testkit.Lives;
import io.github.hotlinekit.core.testkit.Wish;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CaseLifecycleLawsTest {

    private static final Set<LifecycleRule> GENERAL = Set.of(
            LifecycleRule.WRONG_ROLE,
            LifecycleRule.WRONG_STATE,
            LifecycleRule.FORBIDDEN,
            LifecycleRule.LIMIT_REACHED,
            LifecycleRule.RECORDED_OUT_OF_ORDER,
            LifecycleRule.BEFORE_RECEIPT,
            LifecycleRule.BEFORE_LAST_CHANGE);

    @Provide
    Arbitrary<List<Long>> seeds() {
        return Walk.seeds(60);
    }

    @Provide
    Arbitrary<CaseLifecycle> lifecycles() {
        return Walk.lifecycles();
    }

    @Property(tries = 500)
    void a_command_is_accepted_just_where_the_naive_model_finds_no_rule_broken(
            @ForAll("lifecycles") CaseLifecycle lifecycle, @ForAll("seeds") List<Long> seeds) {
        for (Step step : Walk.of(lifecycle, seeds)) {
            NaiveStory story = new NaiveStory(step.before().correctedEvents());
            Set<LifecycleRule> broken = NaiveModel.broken(
                    story,
                    lifecycle.policy(),
                    step.wish().command(),
                    step.wish().context());
            if (step.decision() instanceof Decision.Refused refused) {
                assertThat(broken).as("%s", step.wish()).contains(refused.rule());
            } else {
                assertThat(broken).as("%s", step.wish()).isEmpty();
                assertAgrees(step.after(), new NaiveStory(step.after().correctedEvents()));
            }
        }
    }

    private static void assertAgrees(Case subject, NaiveStory story) {
        assertThat(subject.state().code()).isEqualTo(story.state());
        assertThat(subject.since()).isEqualTo(story.since());
        assertThat(subject.received()).isEqualTo(story.received());
        assertThat(subject.kind()).isEqualTo(story.kind());
        assertThat(subject.lead()).isEqualTo(story.lead());
        assertThat(subject.assignments().stream()
                        .map(a -> a.department()
                                + (a.part() == Part.LEAD ? " leads " : " assists ")
                                + a.state().code()))
                .isEqualTo(
                        story.shares().stream().map(NaiveStory.Share::toString).toList());
        assertThat(subject.tasks().stream()
                        .map(t -> t.number() + " " + t.department() + " "
                                + t.state().label().en()))
                .isEqualTo(story.jobs().entrySet().stream()
                        .map(j -> j.getKey() + " " + j.getValue())
                        .toList());
        assertThat(subject.returns()).isEqualTo(story.count(Act.RETURN));
        assertThat(subject.reworks()).isEqualTo(story.count(Act.SEND_BACK));
        assertThat(subject.reopenings()).isEqualTo(story.count(Act.REOPEN, Act.REOPEN_CLOSED));
        assertThat(subject.urgings()).isEqualTo(story.count(Act.URGE));
        assertThat(subject.closings()).isEqualTo(story.count(Act.CLOSE, Act.ANSWER_AT_DESK, Act.WAIVE_CALLBACK));
        assertThat(subject.extensions()).hasSize(story.count(Act.GRANT_EXTENSION));
        assertThat(subject.suspensions()).hasSize(story.count(Act.SUSPEND));
        assertThat(subject.pendingExtension()).isEqualTo(story.asked());
        assertThat(subject.replied()).isEqualTo(story.reply().map(CaseEvent::at));
        assertThat(subject.replyResult()).isEqualTo(story.reply().map(CaseEvent.Replied::result));
        assertThat(subject.ending()).isEqualTo(story.ending());
        assertThat(subject.master()).isEqualTo(story.master());
        assertThat(subject.followers()).isEqualTo(story.followers());
        assertThat(subject.children()).isEqualTo(story.children());
        assertThat(subject.supervision()).isEqualTo(story.supervision());
        assertThat(subject.escalation()).isEqualTo(story.escalation());
        assertThat(subject.isConfidential()).isEqualTo(story.isConfidential());
        assertThat(subject.category())
                .isEqualTo(story.last(CaseEvent.Classified.class).map(CaseEvent.Classified::category));
        assertThat(subject.standing().result().attempts()).isEqualTo(story.attempts());
    }

    @Property(tries = 300)
    void a_refusal_changes_nothing_and_names_a_rule_of_the_act_the_state_and_who_may(
            @ForAll("lifecycles") CaseLifecycle lifecycle, @ForAll("seeds") List<Long> seeds) {
        for (Step step : Walk.of(lifecycle, seeds)) {
            Case before = step.before();
            List<CaseEvent> events = List.copyOf(before.events());
            Standing standing = before.standing();
            if (step.wish().decide(lifecycle, before) instanceof Decision.Refused refused) {
                Act act = step.wish().command().act();
                assertThat(before.events()).isEqualTo(events);
                assertThat(before.standing()).isEqualTo(standing);
                assertThat(refused.act()).isEqualTo(act);
                assertThat(refused.state()).contains(before.state());
                assertThat(refused.may())
                        .isEqualTo(lifecycle.policy().roles().getOrDefault(act, NaiveModel.roles(act)));
                assertThat(GENERAL.contains(refused.rule())
                                || Commands.row(act).rules().contains(refused.rule()))
                        .as("%s of %s", refused.rule(), act)
                        .isTrue();
                assertThat(refused.message().zh()).isNotBlank();
                assertThat(refused.message().en()).isNotBlank();
            }
        }
    }

    @Property(tries = 300)
    void deciding_twice_gives_the_same_answer(
            @ForAll("lifecycles") CaseLifecycle lifecycle, @ForAll("seeds") List<Long> seeds) {
        for (Step step : Walk.of(lifecycle, seeds)) {
            assertThat(step.wish().decide(lifecycle, step.before())).isEqualTo(step.decision());
            Case again = Case.replay(step.before().events());
            assertThat(step.wish().decide(lifecycle, again)).isEqualTo(step.decision());
        }
    }

    @Property(tries = 300)
    void an_accepted_command_adds_one_event_and_expects_the_version_it_was_decided_on(
            @ForAll("lifecycles") CaseLifecycle lifecycle, @ForAll("seeds") List<Long> seeds) {
        for (Step step : Walk.of(lifecycle, seeds)) {
            if (step.decision() instanceof Decision.Accepted accepted) {
                assertThat(accepted.events()).hasSize(1);
                assertThat(accepted.events().get(0).act())
                        .isEqualTo(step.wish().command().act());
                assertThat(accepted.expectedVersion()).isEqualTo(step.before().version());
                assertThat(accepted.result().events())
                        .startsWith(step.before().events().toArray(new CaseEvent[0]))
                        .endsWith(accepted.events().get(0));
                assertThat(step.before().append(accepted.expectedVersion(), accepted.events()))
                        .isEqualTo(accepted.result());
            }
        }
    }

    @Property(tries = 300)
    void a_case_is_the_replay_of_its_events_and_every_prefix_of_them_is_a_case(@ForAll("seeds") List<Long> seeds) {
        List<Case> known = new ArrayList<>(List.of(Walk.registered(seeds.get(0))));
        Walk.of(Walk.STANDARD, seeds).stream().map(Step::after).forEach(known::add);
        Case last = known.get(known.size() - 1);
        for (Case then : known) {
            Case again = Case.replay(last.events().subList(0, then.version()));
            assertThat(again).isEqualTo(then).hasSameHashCodeAs(then).hasToString(then.toString());
            assertThat(again.standing()).isEqualTo(then.standing());
            assertThat(again.correctedEvents()).isEqualTo(then.correctedEvents());
        }
    }

    @Property(tries = 300)
    void as_of_an_instant_a_case_is_the_replay_of_what_was_recorded_until_then(@ForAll("seeds") List<Long> seeds) {
        Case subject = Walk.end(Walk.STANDARD, seeds);
        List<CaseEvent> events = subject.events();
        for (CaseEvent event : events) {
            List<CaseEvent> known = events.stream()
                    .filter(e -> !e.stamp().recorded().isAfter(event.stamp().recorded()))
                    .toList();
            Case then = subject.asOf(event.stamp().recorded()).orElseThrow();
            assertThat(then.events()).isEqualTo(known);
            assertThat(then.standing()).isEqualTo(Case.replay(known).standing());
        }
        assertThat(subject.asOf(events.get(0).stamp().recorded().minusNanos(1))).isEmpty();
    }

    @Property(tries = 300)
    void whoever_comes_second_is_told_of_both_events(@ForAll("seeds") List<Long> seeds) {
        Case before = Walk.end(Walk.STANDARD, seeds);
        CommandContext context = CommandContext.of(
                Actor.of(Role.ARCHIVIST), Commands.recorded(before).plusSeconds(1));
        CaseCommand erase = new CaseCommand.Erase(Set.of(), ErasureGround.REQUEST);
        Decision.Accepted first = (Decision.Accepted) Walk.STANDARD.decide(before, erase, context);
        Case stored = before.append(first.expectedVersion(), first.events());
        assertThatThrownBy(() -> stored.append(first.expectedVersion(), first.events()))
                .isInstanceOfSatisfying(VersionConflictException.class, e -> {
                    assertThat(e.expected()).isEqualTo(before.version());
                    assertThat(e.found()).isEqualTo(stored.version());
                })
                .hasMessageContaining("event " + stored.version() + " ERASE")
                .hasMessageContaining("was stored before event " + stored.version() + " ERASE");
        assertThatIllegalArgumentException().isThrownBy(() -> stored.append(stored.version(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stored.append(-1, first.events()))
                .withMessage("expectedVersion must be at least 0, but was -1");
        assertThatThrownBy(() -> stored.append(stored.version() + 5, first.events()))
                .isInstanceOf(VersionConflictException.class)
                .hasMessageContaining("event " + stored.version() + " ERASE")
                .hasMessageContaining("is the last before event " + stored.version() + " ERASE");
    }

    @Property(tries = 300)
    void an_event_of_an_unknown_type_changes_nothing(@ForAll("seeds") List<Long> seeds) {
        Case before = Walk.end(Walk.STANDARD, seeds);
        CaseEvent opaque = new CaseEvent.Opaque(
                Stamp.of(before.version() + 1, Commands.recorded(before), Actor.SYSTEM), "fromTheFuture");
        Case after = before.apply(opaque);
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.standing()).isEqualTo(before.standing());
        assertThat(Case.replay(after.events())).isEqualTo(after);
    }

    @Property(tries = 300)
    void an_event_in_a_state_that_forbids_it_is_never_applied(@ForAll("seeds") List<Long> seeds) {
        Case before = Walk.end(Walk.STANDARD, seeds);
        CaseEvent replied = new CaseEvent.Replied(
                Stamp.of(before.version() + 1, Commands.recorded(before), Actor.SYSTEM),
                ReplyResult.of(ReplyOutcome.RESOLVED));
        if (before.state() == CaseState.HANDLING) {
            assertThat(before.apply(replied).state()).isEqualTo(CaseState.REPLIED);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> before.apply(replied))
                    .withMessageContaining(before.number().value())
                    .withMessageContaining("REPLY")
                    .withMessageContaining(before.state().toString());
        }
    }

    @Test
    void the_draws_reach_every_act_every_state_and_every_rule() {
        Set<Act> drawn = EnumSet.noneOf(Act.class);
        Set<Act> accepted = EnumSet.noneOf(Act.class);
        Set<CaseState> seen = EnumSet.noneOf(CaseState.class);
        Set<LifecycleRule> refused = EnumSet.noneOf(LifecycleRule.class);
        List<CaseLifecycle> lifecycles = List.of(Walk.STANDARD, Walk.STRICT, Walk.NARROW, noExemption());
        for (long walk = 0; walk < 1_500; walk++) {
            List<Long> seeds = new ArrayList<>();
            for (long step = 0; step < 60; step++) {
                seeds.add(walk * 1_000 + step);
            }
            for (Step step : Walk.of(lifecycles.get((int) walk % 4), seeds)) {
                drawn.add(step.wish().command().act());
                seen.add(step.before().state());
                if (step.decision() instanceof Decision.Refused no) {
                    refused.add(no.rule());
                } else {
                    accepted.add(step.wish().command().act());
                }
            }
        }
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(Commands.ACTS);
        assertThat(accepted).containsExactlyInAnyOrderElementsOf(Commands.ACTS);
        assertThat(seen).containsExactlyInAnyOrder(CaseState.values());
        assertThat(refused).containsExactlyInAnyOrder(LifecycleRule.values());
    }

    private static CaseLifecycle noExemption() {
        return CaseLifecycle.of(LifecyclePolicy.builder("called@1")
                .require(LifecycleRule.NO_EXEMPTION)
                .build());
    }

    @Test
    void whole_lives_end_and_hold_every_act() {
        Set<Act> acts = EnumSet.noneOf(Act.class);
        Lives.of(7).first(2_000).forEach(life -> {
            assertThat(life.state().isOpen()).as("%s", life).isFalse();
            life.events().forEach(e -> acts.add(e.act()));
        });
        Set<Act> known = EnumSet.allOf(Act.class);
        known.remove(Act.UNKNOWN);
        assertThat(acts).isEqualTo(known);
        assertThat(Lives.of(7).life(11))
                .isEqualTo(Lives.of(7).life(11))
                .isNotEqualTo(Lives.of(8).life(11));
    }

    @Test
    void the_table_has_a_row_for_each_act_as_the_naive_model_has() {
        assertThat(CaseLifecycle.transitions().stream().map(Transition::act))
                .containsExactlyElementsOf(Arrays.stream(Act.values())
                        .filter(a -> a != Act.UNKNOWN)
                        .toList());
        for (Act act : Commands.ACTS) {
            Transition row = Commands.row(act);
            assertThat(row.roles()).as("%s", act).isEqualTo(NaiveModel.roles(act));
            assertThat(row.to().map(CaseState::code)).as("%s", act).isEqualTo(NaiveStory.leadsTo(act));
            for (CaseState state : CaseState.values()) {
                assertThat(row.from().contains(state))
                        .as("%s %s", act, state)
                        .isEqualTo(NaiveModel.allows(act, state.code()));
            }
        }
    }

    @Test
    void a_wish_of_every_act_can_be_drawn_for_every_life() {
        Case subject = Lives.of(3).life(5);
        for (Act act : Commands.ACTS) {
            Wish wish = Commands.any(Walk.random(act.name().hashCode()), subject, act);
            assertThat(wish.command().act()).isEqualTo(act);
        }
    }
}
