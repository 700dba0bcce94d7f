package io.github.hotlinekit.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.Walk.Step;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.testkit.Commands;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The invariants of the domain, I1 to I14, on random commands by anybody under random lifecycles. */
class CaseInvariantsTest {

    private static final int TRIES = 300;

    @Provide
    Arbitrary<List<Long>> seeds() {
        return Walk.seeds(60);
    }

    @Provide
    Arbitrary<CaseLifecycle> lifecycles() {
        return Walk.lifecycles();
    }

    @Property(tries = TRIES)
    void i1_the_sequence_is_dense_and_recording_never_goes_back(
            @ForAll("lifecycles") CaseLifecycle lifecycle, @ForAll("seeds") List<Long> seeds) {
        List<CaseEvent> events = Walk.end(lifecycle, seeds).events();
        Instant last = Instant.MIN;
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).sequence()).isEqualTo(i + 1);
            assertThat(events.get(i).stamp().recorded()).isAfterOrEqualTo(last);
            assertThat(events.get(i).at())
                    .isBeforeOrEqualTo(events.get(i).stamp().recorded());
            last = events.get(i).stamp().recorded();
        }
    }

    @Property(tries = TRIES)
    void i2_i4_the_citizens_clock_starts_once_and_moves_only_by_a_correction_of_the_registration(
            @ForAll("lifecycles") CaseLifecycle lifecycle, @ForAll("seeds") List<Long> seeds) {
        for (Step step : Walk.of(lifecycle, seeds)) {
            boolean corrected =
                    step.wish().command() instanceof CaseCommand.Correct c && c.right() instanceof CaseEvent.Registered;
            if (!corrected) {
                assertThat(step.after().received()).isEqualTo(step.before().received());
            }
            assertThat(step.after().received())
                    .isEqualTo(step.after().correctedEvents().get(0).at());
        }
    }

    @Property(tries = TRIES)
    void i3_at_most_one_lead_has_the_case_and_in_handling_just_one(
            @ForAll("lifecycles") CaseLifecycle lifecycle, @ForAll("seeds") List<Long> seeds) {
        for (Step step : Walk.of(lifecycle, seeds)) {
            Case subject = step.after();
            List<Assignment> open = subject.assignments().stream()
                    .filter(a -> a.part() == Part.LEAD && a.state().isOpen())
                    .toList();
            assertThat(open).hasSizeLessThanOrEqualTo(1);
            if (subject.state() == CaseState.HANDLING || subject.state() == CaseState.SUSPENDED) {
                assertThat(open).hasSize(1);
                assertThat(subject.lead()).contains(open.get(0).department());
            }
            Set<DepartmentCode> having = new HashSet<>();
            subject.assignments().stream()
                    .filter(a -> a.state().isOpen())
                    .forEach(a -> assertThat(having.add(a.department()))
                            .as("%s has one part", a.department())
                            .isTrue());
        }
    }

    @Property(tries = TRIES)
    void i6_a_suspension_ends_by_a_resumption_or_an_end_and_not_before_it_began(
            @ForAll("lifecycles") CaseLifecycle lifecycle, @ForAll("seeds") List<Long> seeds) {
        for (Step step : Walk.of(lifecycle, seeds)) {
            List<Suspension> spans = step.after().suspensions();
            for (int i = 0; i < spans.size(); i++) {
                boolean goesOn = i == spans.size() - 1 && step.after().state() == CaseState.SUSPENDED;
                assertThat(spans.get(i).end().isEmpty()).isEqualTo(goesOn);
                assertThat(spans.get(i).end().orElse(Instant.MAX))
                        .isAfterOrEqualTo(spans.get(i).start());
                assertThat(spans.get(i).until()).isAfter(step.before().received());
            }
        }
    }

    @Property(tries = TRIES)
    void i7_no_more_is_granted_than_was_asked_for(
            @ForAll("lifecycles") CaseLifecycle lifecycle, @ForAll("seeds") List<Long> seeds) {
        for (Step step : Walk.of(lifecycle, seeds)) {
            if (step.wish().command() instanceof CaseCommand.GrantExtension grant
                    && step.decision() instanceof Decision.Accepted) {
                assertThat(grant.amount()
                                .isAtMost(step.before().pendingExtension().orElseThrow()))
                        .isTrue();
                assertThat(step.after().pendingExtension()).isEmpty();
            }
            Optional<ExtensionAmount> asked = Optional.empty();
            for (CaseEvent event : step.after().correctedEvents()) {
                if (event instanceof CaseEvent.ExtensionAsked e) {
                    asked = Optional.of(e.amount());
                } else if (event instanceof CaseEvent.ExtensionGranted e) {
                    assertThat(e.amount().isAtMost(asked.orElseThrow())).isTrue();
                }
            }
        }
    }

    @Property(tries = TRIES)
    void i8_a_reply_never_closes_a_case_by_itself(
            @ForAll("lifecycles") CaseLifecycle lifecycle, @ForAll("seeds") List<Long> seeds) {
        for (Step step : Walk.of(lifecycle, seeds)) {
            if (step.decision() instanceof Decision.Accepted && step.after().state() == CaseState.CLOSED) {
                Act act = step.wish().command().act();
                assertThat(step.before().state() == CaseState.CLOSED
                                || Set.of(Act.CLOSE, Act.WAIVE_CALLBACK, Act.ANSWER_AT_DESK)
                                        .contains(act))
                        .as("%s", act)
                        .isTrue();
            }
        }
    }

    @Property(tries = TRIES)
    void i9_no_callback_is_by_a_department_that_had_the_case(
            @ForAll("lifecycles") CaseLifecycle lifecycle, @ForAll("seeds") List<Long> seeds) {
        Case subject = Walk.end(lifecycle, seeds);
        for (CaseEvent event : subject.events()) {
            if (event.act() == Act.RECORD_CALLBACK || event.act() == Act.ATTEMPT_CALLBACK) {
                Case before = Case.replay(subject.events().subList(0, event.sequence() - 1));
                assertThat(before.assignments())
                        .noneMatch(a -> event.stamp().actor().department().equals(Optional.of(a.department())));
            }
        }
    }

    @Property(tries = TRIES)
    void i12_whom_a_ruling_named_neither_returns_the_case_nor_loses_it_but_by_another_ruling(
            @ForAll("lifecycles") CaseLifecycle lifecycle, @ForAll("seeds") List<Long> seeds) {
        Optional<DepartmentCode> named = Optional.empty();
        for (Step step : Walk.of(lifecycle, seeds)) {
            if (step.decision() instanceof Decision.Accepted) {
                Act act = step.wish().command().act();
                if (step.wish().command() instanceof CaseCommand.Rule rule) {
                    named = Optional.of(rule.lead());
                } else if (act == Act.DISPATCH && !step.after().lead().equals(named)) {
                    named = Optional.empty(); // the case was closed or merged since, and is another's now
                } else if (act == Act.CORRECT) {
                    Handover handover = step.after().standing().handover();
                    named = handover.bound() ? handover.lead() : Optional.empty();
                }
                if (named.isPresent()) {
                    assertThat(act).isNotIn(Act.RETURN, Act.REDISPATCH);
                    assertThat(step.after().lead()).isEqualTo(named);
                }
            }
        }
    }

    @Property(tries = TRIES)
    void i13_the_shortest_way_leads_from_every_open_case_to_an_end(@ForAll("seeds") List<Long> seeds) {
        for (Step step : Walk.of(Walk.STANDARD, seeds)) {
            assertThat(WaysOut.end(step.after()).state().isOpen()).isFalse();
        }
    }

    @Property(tries = TRIES)
    void i14_a_correction_adds_and_as_of_before_it_the_old_truth_is_seen(@ForAll("seeds") List<Long> seeds) {
        for (Step step : Walk.of(Walk.STANDARD, seeds)) {
            if (step.wish().command() instanceof CaseCommand.Correct c
                    && step.decision() instanceof Decision.Accepted accepted) {
                Case before = step.before();
                Case after = accepted.result();
                assertThat(after.events().subList(0, before.version())).isEqualTo(before.events());
                for (int i = 0; i < before.version(); i++) {
                    assertThat(after.correctedEvents().get(i))
                            .isEqualTo(
                                    i == c.right().sequence() - 1
                                            ? c.right()
                                            : before.correctedEvents().get(i));
                }
                assertThat(after.state()).isEqualTo(before.state());
                Instant instant = Commands.recorded(before);
                if (instant.isBefore(Commands.recorded(after))) {
                    assertThat(after.asOf(instant).orElseThrow().standing()).isEqualTo(before.standing());
                }
            }
        }
    }

    @Test
    void a_source_that_records_no_callback_may_close_from_registered() {
        Case imported = Alphabet.fresh("1", CaseKind.HELP, Optional.of(Source.of("city", Set.of())));
        CommandContext context = CommandContext.of(Actor.SYSTEM, Walk.START.plusSeconds(60));
        CaseCommand close = new CaseCommand.Close(ClosingGround.UNKNOWN);
        assertThat(Walk.STANDARD.decide(imported, close, context).orElseThrow().closed())
                .contains(Walk.START.plusSeconds(60));
        Case ours = Alphabet.fresh("1", CaseKind.HELP, Optional.empty());
        assertThat(Walk.STANDARD.decide(ours, close, context)).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void a_bad_callback_reopens_and_takes_the_reply_back() {
        Case subject = WaysOut.until(Alphabet.fresh("1", CaseKind.HELP, Optional.empty()), CaseState.CALLBACK);
        assertThat(subject.replied()).isPresent();
        CommandContext context = CommandContext.of(
                Actor.of(Role.CALLBACK_AGENT), Commands.recorded(subject).plusSeconds(1));
        CallbackAnswer bad = CallbackAnswer.of(Resolution.NO, Satisfaction.DISSATISFIED);
        subject = Walk.STANDARD
                .decide(subject, new CaseCommand.RecordCallback(bad), context)
                .orElseThrow();
        subject = Walk.STANDARD
                .decide(subject, new CaseCommand.Reopen(FreeText.of("not solved")), context)
                .orElseThrow();
        assertThat(subject.state()).isEqualTo(CaseState.HANDLING);
        assertThat(subject.replied()).isEmpty();
        assertThat(subject.callback()).contains(bad);
        assertThat(subject.reopenings()).isEqualTo(1);
        assertThat(subject.lead()).contains(Alphabet.A);
    }
}
