package io.github.hotlinekit.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.CallbackAnswer;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseLifecycle;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.ClosingGround;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.Decision;
import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.ReplyOutcome;
import io.github.hotlinekit.core.cases.ReplyResult;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.ReturnGround;
import io.github.hotlinekit.core.cases.ReworkGround;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.core.cases.Source;
import io.github.hotlinekit.core.cases.Stamp;
import io.github.hotlinekit.core.cases.Step;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.sla.calendar.Certainty;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.sla.clock.SlaReading.State;
import io.github.hotlinekit.sla.policy.DueMoment;
import io.github.hotlinekit.sla.policy.PolicyRow;
import io.github.hotlinekit.sla.policy.Reclassification;
import io.github.hotlinekit.sla.policy.RowCondition;
import io.github.hotlinekit.sla.policy.SlaPolicy;
import io.github.hotlinekit.sla.policy.SlaTarget;
import io.github.hotlinekit.sla.policy.TargetKind;
import io.github.hotlinekit.sla.policy.TimeLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SlaClockTest {

    private static final DepartmentCode LEAD = DepartmentCode.of("ZJJ");
    private static final Actor CLERK = Actor.of(Role.DEPARTMENT_CLERK, LEAD);
    private static final SlaClock CLOCK = SlaClock.of(SlaPolicy.shishi2016(), WorkingCalendar.china());
    private static final Instant FRIDAY = Instant.parse("2026-09-18T08:50:00Z"); // 16:50 in Shanghai

    private static Case received(CaseKind kind, Instant at) {
        return received(kind, at, Optional.empty(), Optional.empty());
    }

    private static Case received(CaseKind kind, Instant at, Optional<Instant> promisedBy, Optional<Source> source) {
        Registration registration = Registration.builder()
                .number(CaseNumber.of("T1"))
                .kind(kind)
                .channel(Channel.PHONE)
                .requester(Requester.UNKNOWN)
                .promisedBy(promisedBy)
                .source(source)
                .build();
        return CaseLifecycle.standard()
                .register(registration, CommandContext.of(Actor.of(Role.AGENT), at))
                .orElseThrow();
    }

    private static Case after(Case subject, CaseCommand command, Actor actor, String at) {
        Decision decision =
                CaseLifecycle.standard().decide(subject, command, CommandContext.of(actor, Instant.parse(at)));
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted) decision).result();
    }

    private static Case dispatched(Case subject, String at) {
        return after(
                subject, new CaseCommand.Dispatch(LEAD, List.of(), Optional.empty()), Actor.of(Role.DISPATCHER), at);
    }

    /** The last leg or round. */
    private static SlaReading reading(Case subject, TargetKind kind, String asOf) {
        return CLOCK.read(subject, Instant.parse(asOf)).stream()
                .filter(r -> r.kind() == kind)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static SlaPolicy policy(String id, String zone, List<PolicyRow> rows) {
        return new SlaPolicy(id, "1", ZoneId.of(zone), "test", Map.of(), Reclassification.KEEPS_LATE, rows);
    }

    private static Lateness lateness(SlaReading reading, String asOf) {
        return CLOCK.lateness(reading, Instant.parse(asOf));
    }

    @Test
    void a_case_is_late_from_midnight_after_the_due_day_in_the_policys_zone() {
        Case subject = received(CaseKind.CONSULTATION, FRIDAY);
        SlaReading reading = reading(subject, TargetKind.COMPLETE, "2026-09-22T15:59:59.999Z");
        assertThat(reading.dueDate()).contains(LocalDate.of(2026, 9, 22));
        assertThat(reading.lateFrom()).contains(Instant.parse("2026-09-22T16:00:00Z"));
        assertThat(reading.state()).isEqualTo(State.RUNNING);
        assertThat(reading.certainty()).isEqualTo(Certainty.SETTLED);
        assertThat(reading.isLate()).isFalse();
        assertThat(reading(subject, TargetKind.COMPLETE, "2026-09-22T16:00:00Z").state())
                .isEqualTo(State.OVERDUE);
    }

    @Test
    void the_day_of_receipt_is_that_of_the_policys_zone() {
        Case subject = received(CaseKind.CONSULTATION, Instant.parse("2026-09-18T16:30:00Z")); // the 19th in Shanghai
        assertThat(reading(subject, TargetKind.COMPLETE, "2026-09-19T00:00:00Z").dueDate())
                .contains(LocalDate.of(2026, 9, 22)); // Sunday 20, Monday 21, Tuesday 22
        Case later = received(CaseKind.CONSULTATION, Instant.parse("2026-09-20T16:30:00Z"));
        assertThat(reading(later, TargetKind.COMPLETE, "2026-09-21T00:00:00Z").dueDate())
                .contains(LocalDate.of(2026, 9, 24));
    }

    @Test
    void the_reply_that_stands_completes_a_case_and_one_sent_back_does_not() {
        Case subject = dispatched(received(CaseKind.COMPLAINT, FRIDAY), "2026-09-18T09:00:00Z");
        subject = after(subject, new CaseCommand.SignFor(), CLERK, "2026-09-18T09:30:00Z");
        subject = after(
                subject, new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.RESOLVED)), CLERK, "2026-09-21T02:00:00Z");
        assertThat(reading(subject, TargetKind.COMPLETE, "2026-12-01T00:00:00Z").state())
                .isEqualTo(State.MET);
        Case back = after(
                subject,
                new CaseCommand.SendBack(ReworkGround.NOT_ON_POINT, FreeText.of("no")),
                Actor.of(Role.REVIEWER),
                "2026-09-21T03:00:00Z");
        assertThat(reading(back, TargetKind.COMPLETE, "2026-12-01T00:00:00Z").state())
                .isEqualTo(State.OVERDUE);
        Case again = after(
                back, new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.RESOLVED)), CLERK, "2026-11-01T00:00:00Z");
        assertThat(reading(again, TargetKind.COMPLETE, "2026-12-01T00:00:00Z").state())
                .isEqualTo(State.MISSED);
    }

    @Test
    void a_callback_and_closing_after_the_reply_do_not_make_it_late_and_reopening_takes_it_back() {
        Case subject = dispatched(received(CaseKind.COMPLAINT, FRIDAY), "2026-09-18T09:00:00Z");
        subject = after(subject, new CaseCommand.SignFor(), CLERK, "2026-09-18T09:30:00Z");
        subject = after(
                subject, new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.RESOLVED)), CLERK, "2026-09-21T02:00:00Z");
        subject = after(subject, new CaseCommand.AcceptReply(), Actor.of(Role.REVIEWER), "2026-09-21T03:00:00Z");
        subject = after(
                subject,
                new CaseCommand.RecordCallback(CallbackAnswer.of(Resolution.NO, Satisfaction.DISSATISFIED)),
                Actor.of(Role.CALLBACK_AGENT),
                "2026-10-20T03:00:00Z");
        Case closed = after(
                subject,
                new CaseCommand.Close(ClosingGround.CALLBACK_DONE),
                Actor.of(Role.CALLBACK_AGENT),
                "2026-10-20T04:00:00Z");
        assertThat(reading(closed, TargetKind.COMPLETE, "2026-12-01T00:00:00Z").state())
                .isEqualTo(State.MET);
        Case reopened = after(
                subject,
                new CaseCommand.Reopen(FreeText.of("not solved")),
                Actor.of(Role.CALLBACK_AGENT),
                "2026-10-20T04:00:00Z");
        assertThat(reading(reopened, TargetKind.COMPLETE, "2026-12-01T00:00:00Z")
                        .state())
                .isEqualTo(State.OVERDUE);
    }

    @Test
    void signing_runs_from_the_dispatch_and_starts_anew_with_the_next_department() {
        Case fresh = received(CaseKind.COMPLAINT, FRIDAY);
        assertThat(reading(fresh, TargetKind.SIGN_FOR, "2026-09-30T00:00:00Z").state())
                .isEqualTo(State.NOT_STARTED);
        Case sent = dispatched(fresh, "2026-09-21T02:00:00Z");
        assertThat(reading(sent, TargetKind.SIGN_FOR, "2026-09-22T15:00:00Z").state())
                .isEqualTo(State.RUNNING);
        assertThat(reading(sent, TargetKind.SIGN_FOR, "2026-09-22T16:00:00Z").state())
                .isEqualTo(State.OVERDUE);
        Case returned = after(
                sent,
                CaseCommand.Return.of(ReturnGround.NOT_ITS_DUTY, FreeText.of("not ours")),
                CLERK,
                "2026-09-22T02:00:00Z");
        assertThat(reading(returned, TargetKind.SIGN_FOR, "2026-09-30T00:00:00Z")
                        .state())
                .isEqualTo(State.CANCELLED);
        Case again = dispatched(returned, "2026-09-23T02:00:00Z");
        assertThat(reading(again, TargetKind.SIGN_FOR, "2026-09-24T15:00:00Z").state())
                .isEqualTo(State.RUNNING);
        Case signed = after(again, new CaseCommand.SignFor(), CLERK, "2026-09-24T02:00:00Z");
        assertThat(reading(signed, TargetKind.SIGN_FOR, "2026-12-30T00:00:00Z").state())
                .isEqualTo(State.MET);
        assertThat(reading(signed, TargetKind.COMPLETE, "2026-09-24T15:00:00Z").dueDate())
                .isEqualTo(reading(fresh, TargetKind.COMPLETE, "2026-09-24T15:00:00Z")
                        .dueDate());
    }

    @Test
    void a_case_that_ended_without_handling_is_asked_for_nothing() {
        Case ended = after(
                received(CaseKind.HELP, FRIDAY),
                new CaseCommand.Withdraw(FreeText.of("by the citizen")),
                Actor.of(Role.CITIZEN),
                "2026-09-19T00:00:00Z");
        assertThat(reading(ended, TargetKind.COMPLETE, "2026-12-01T00:00:00Z").state())
                .isEqualTo(State.CANCELLED);
    }

    @Test
    void a_reply_of_a_case_that_ended_without_handling_is_no_completion() {
        Case subject = dispatched(received(CaseKind.COMPLAINT, FRIDAY), "2026-09-18T09:00:00Z");
        subject = after(subject, new CaseCommand.SignFor(), CLERK, "2026-09-18T09:30:00Z");
        subject = after(
                subject, new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.RESOLVED)), CLERK, "2026-09-21T02:00:00Z");
        Case ended = after(
                subject,
                new CaseCommand.Withdraw(FreeText.of("by the citizen")),
                Actor.of(Role.AGENT),
                "2026-09-21T03:00:00Z");
        SlaReading complete = reading(ended, TargetKind.COMPLETE, "2026-12-01T00:00:00Z");
        assertThat(complete.state()).isEqualTo(State.CANCELLED);
        assertThat(complete.finished()).isEmpty();
        assertThat(reading(ended, TargetKind.SIGN_FOR, "2026-12-01T00:00:00Z").state())
                .isEqualTo(State.MET);
    }

    @Test
    void signing_is_asked_for_only_while_the_case_waits_for_it() {
        Source source = Source.of("city", Set.of(Step.DISPATCH, Step.SIGN_FOR));
        Case sent = dispatched(
                received(CaseKind.COMPLAINT, FRIDAY, Optional.empty(), Optional.of(source)), "2026-09-21T02:00:00Z");
        Case returned = after(
                sent,
                CaseCommand.Return.of(ReturnGround.NOT_ITS_DUTY, FreeText.of("not ours")),
                CLERK,
                "2026-09-22T02:00:00Z");
        CaseCommand close = new CaseCommand.Close(ClosingGround.UNKNOWN);
        CaseCommand end = new CaseCommand.End(Ending.WITHDRAWN, FreeText.of("by the citizen"));
        for (Case over : List.of(
                after(sent, close, Actor.SYSTEM, "2026-09-22T03:00:00Z"),
                after(sent, end, Actor.SYSTEM, "2026-09-22T03:00:00Z"),
                after(returned, close, Actor.SYSTEM, "2026-09-22T03:00:00Z"),
                after(returned, end, Actor.SYSTEM, "2026-09-22T03:00:00Z"))) {
            assertThat(reading(over, TargetKind.SIGN_FOR, "2026-12-01T00:00:00Z")
                            .state())
                    .as(over.toString())
                    .isEqualTo(State.CANCELLED);
        }
    }

    @Test
    void a_department_that_signed_keeps_its_verdict_when_it_returns_the_case() {
        Case sent = dispatched(received(CaseKind.COMPLAINT, FRIDAY), "2026-09-21T02:00:00Z");
        Case inTime = after(sent, new CaseCommand.SignFor(), CLERK, "2026-09-22T02:00:00Z");
        Case tooLate = after(sent, new CaseCommand.SignFor(), CLERK, "2026-09-22T16:00:00Z");
        CaseCommand back = CaseCommand.Return.of(ReturnGround.NOT_ITS_DUTY, FreeText.of("not ours"));
        assertThat(reading(
                                after(inTime, back, CLERK, "2026-09-23T02:00:00Z"),
                                TargetKind.SIGN_FOR,
                                "2026-12-01T00:00:00Z")
                        .state())
                .isEqualTo(State.MET);
        assertThat(reading(
                                after(tooLate, back, CLERK, "2026-09-23T02:00:00Z"),
                                TargetKind.SIGN_FOR,
                                "2026-12-01T00:00:00Z")
                        .state())
                .isEqualTo(State.MISSED);
    }

    @Test
    void both_the_dispatch_and_the_signing_must_be_recorded_to_judge_the_signing() {
        for (Set<Step> steps : List.of(Set.<Step>of(), Set.of(Step.DISPATCH), Set.of(Step.SIGN_FOR))) {
            Case subject = dispatched(
                    received(CaseKind.HELP, FRIDAY, Optional.empty(), Optional.of(Source.of("city", steps))),
                    "2026-09-21T02:00:00Z");
            SlaReading reading = reading(subject, TargetKind.SIGN_FOR, "2026-12-01T00:00:00Z");
            assertThat(reading.state()).as(steps.toString()).isEqualTo(State.NOT_RECORDED);
            assertThat(reading.lateFrom()).isEmpty();
        }
    }

    @Test
    void a_promise_is_kept_up_to_its_instant_inclusive() {
        Instant promised = Instant.parse("2026-09-25T00:00:00Z");
        Optional<Source> source = Optional.of(Source.of("city", Set.of()));
        Case open = received(CaseKind.HELP, FRIDAY, Optional.of(promised), source);
        assertThat(reading(open, TargetKind.PROMISE, "2026-09-25T00:00:00Z").state())
                .isEqualTo(State.RUNNING);
        assertThat(reading(open, TargetKind.PROMISE, "2026-09-25T00:00:01Z").state())
                .isEqualTo(State.OVERDUE);
        CaseCommand close = new CaseCommand.Close(ClosingGround.UNKNOWN);
        assertThat(reading(
                                after(open, close, Actor.SYSTEM, "2026-09-25T00:00:00Z"),
                                TargetKind.PROMISE,
                                "2026-12-01T00:00:00Z")
                        .state())
                .isEqualTo(State.MET);
        assertThat(reading(
                                after(open, close, Actor.SYSTEM, "2026-09-25T00:00:01Z"),
                                TargetKind.PROMISE,
                                "2026-12-01T00:00:00Z")
                        .state())
                .isEqualTo(State.MISSED);
        assertThat(reading(open, TargetKind.SIGN_FOR, "2026-12-01T00:00:00Z").state())
                .isEqualTo(State.NOT_RECORDED);
    }

    @Test
    void what_happened_after_the_instant_plays_no_part() {
        Case desk = after(
                received(CaseKind.CONSULTATION, FRIDAY),
                CaseCommand.AnswerAtDesk.of(),
                Actor.of(Role.AGENT),
                "2026-09-18T08:55:00Z");
        assertThat(reading(desk, TargetKind.COMPLETE, "2026-09-18T08:54:59Z").state())
                .isEqualTo(State.RUNNING);
        assertThat(reading(desk, TargetKind.COMPLETE, "2026-09-18T08:55:00Z").state())
                .isEqualTo(State.MET);
        assertThat(CLOCK.read(desk, FRIDAY.minusSeconds(1))).isEmpty();
    }

    @Test
    void an_ending_before_the_receipt_is_in_time_and_never_negative() {
        // No command does that; a stored timeline of a source with a skewed clock may say it.
        Stamp stamp = Stamp.of(2, FRIDAY, Actor.SYSTEM).withAt(Instant.parse("2026-09-17T00:00:00Z"));
        Case skewed = received(CaseKind.HELP, FRIDAY, Optional.empty(), Optional.of(Source.of("city", Set.of())))
                .apply(new CaseEvent.Closed(stamp, ClosingGround.UNKNOWN));
        assertThat(reading(skewed, TargetKind.COMPLETE, "2026-12-01T00:00:00Z").state())
                .isEqualTo(State.MET);
    }

    @Test
    void beyond_the_published_years_a_reading_says_so() {
        Case late = received(CaseKind.CONSULTATION, Instant.parse("2026-12-28T02:00:00Z"));
        assertThat(reading(late, TargetKind.COMPLETE, "2026-12-28T03:00:00Z").certainty())
                .isEqualTo(Certainty.PROVISIONAL);
        Case later = received(CaseKind.CONSULTATION, Instant.parse("2026-12-30T02:00:00Z"));
        assertThat(reading(later, TargetKind.COMPLETE, "2026-12-30T03:00:00Z").certainty())
                .isEqualTo(Certainty.UNKNOWN);
        assertThat(CLOCK.explain(later, TargetKind.COMPLETE).render(Language.EN))
                .contains("unknown");
        assertThat(CLOCK.explain(late, TargetKind.COMPLETE).render(Language.ZH)).contains("暂定");
    }

    @Property
    void the_explanation_walks_to_the_same_deadline_as_the_reading(
            @ForAll("instants") Instant at, @ForAll("targets") SlaTarget target) {
        PolicyRow row = new PolicyRow("r", RowCondition.ALWAYS, List.of(target));
        for (String zone : List.of("Asia/Shanghai", "America/New_York", "Pacific/Apia", "Australia/Lord_Howe")) {
            SlaPolicy policy = policy("p", zone, List.of(row));
            SlaClock clock = SlaClock.of(policy, WorkingCalendar.china());
            Case subject = received(CaseKind.HELP, at);
            SlaReading reading = clock.read(subject, at).get(0);
            DeadlineExplanation explanation = clock.explain(subject, TargetKind.COMPLETE);
            assertThat(explanation.dueDate()).isEqualTo(reading.dueDate());
            assertThat(explanation.lateFrom()).isEqualTo(reading.lateFrom().orElseThrow());
            assertThat(explanation.certainty()).isEqualTo(reading.certainty());
            assertThat(explanation.render(Language.EN)).contains("p@1").contains("china@2026");
        }
    }

    @Property
    void a_state_only_moves_forward_with_time(
            @ForAll("instants") Instant at,
            @ForAll @IntRange(max = 40) int days,
            @ForAll @IntRange(max = 40) int more) {
        Case subject = received(CaseKind.COMPLAINT, at);
        Instant one = at.plus(Duration.ofDays(days));
        State before = CLOCK.read(subject, one).get(0).state();
        State then = CLOCK.read(subject, one.plus(Duration.ofDays(more))).get(0).state();
        assertThat(before == State.OVERDUE && then == State.RUNNING).isFalse();
        assertThat(List.of(State.RUNNING, State.OVERDUE)).contains(before, then);
    }

    @Test
    void a_case_late_over_a_weekend_is_late_by_calendar_days_alone() {
        Case open = received(CaseKind.CONSULTATION, Instant.parse("2026-03-03T02:00:00Z")); // due on Friday the 6th
        SlaReading reading = reading(open, TargetKind.COMPLETE, "2026-03-03T02:00:00Z");
        assertThat(reading.dueDate()).contains(LocalDate.of(2026, 3, 6));
        assertThat(lateness(reading, "2026-03-06T15:59:59.999999999Z")).isEqualTo(Lateness.NONE);
        assertThat(lateness(reading, "2026-03-06T16:00:00Z")).isEqualTo(new Lateness(0, 1));
        assertThat(lateness(reading, "2026-03-08T15:59:59Z")).isEqualTo(new Lateness(0, 2));
        assertThat(lateness(reading, "2026-03-08T16:00:00Z")).isEqualTo(new Lateness(1, 3));
    }

    @Test
    void what_was_done_late_stays_as_late_as_on_the_day_it_was_done() {
        Case subject = dispatched(received(CaseKind.CONSULTATION, FRIDAY), "2026-09-18T09:00:00Z"); // due on the 22nd
        subject = after(subject, new CaseCommand.SignFor(), CLERK, "2026-09-18T09:30:00Z");
        subject = after(
                subject, new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.RESOLVED)), CLERK, "2026-09-24T02:00:00Z");
        SlaReading done = reading(subject, TargetKind.COMPLETE, "2026-12-01T00:00:00Z");
        assertThat(done.state()).isEqualTo(State.MISSED);
        assertThat(lateness(done, "2026-12-01T00:00:00Z")).isEqualTo(new Lateness(2, 2));
        assertThat(lateness(done, "2026-09-23T02:00:00Z")).isEqualTo(new Lateness(1, 1));
        assertThat(lateness(reading(subject, TargetKind.SIGN_FOR, "2026-12-01T00:00:00Z"), "2026-12-01T00:00:00Z"))
                .isEqualTo(Lateness.NONE);
    }

    @Test
    void a_broken_promise_is_late_from_the_day_of_its_last_instant_in_time() {
        Instant midnight = Instant.parse("2026-09-22T16:00:00Z"); // 00:00 on Wednesday the 23rd in Shanghai
        Case open = received(CaseKind.HELP, FRIDAY, Optional.of(midnight), Optional.of(Source.of("city", Set.of())));
        SlaReading promise = reading(open, TargetKind.PROMISE, "2026-09-24T02:00:00Z");
        assertThat(lateness(promise, "2026-09-22T16:00:00Z")).isEqualTo(Lateness.NONE);
        assertThat(lateness(promise, "2026-09-22T16:00:01Z")).isEqualTo(new Lateness(0, 0));
        assertThat(lateness(promise, "2026-09-24T02:00:00Z")).isEqualTo(new Lateness(1, 1));
    }

    @Test
    void what_is_not_asked_for_is_never_late() {
        Case ended = after(
                received(CaseKind.HELP, FRIDAY),
                new CaseCommand.Withdraw(FreeText.of("by the citizen")),
                Actor.of(Role.CITIZEN),
                "2026-09-19T00:00:00Z");
        for (SlaReading reading : CLOCK.read(ended, Instant.parse("2026-12-01T00:00:00Z"))) {
            assertThat(lateness(reading, "2026-12-01T00:00:00Z")).isEqualTo(Lateness.NONE);
        }
    }

    @Test
    void lateness_is_refused_for_a_reading_of_another_policy_or_calendar() {
        SlaReading ours = reading(received(CaseKind.HELP, FRIDAY), TargetKind.COMPLETE, "2026-09-30T00:00:00Z");
        SlaReading other = ours.withCalendar("china@2025");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lateness(other, "2026-09-30T00:00:00Z"))
                .withMessageContaining("china@2026")
                .withMessageContaining("china@2025");
        SlaClock boston = SlaClock.of(policy("boston", "America/New_York", List.of()), WorkingCalendar.china());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> boston.lateness(ours, FRIDAY))
                .withMessageContaining("boston@1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Lateness(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Lateness(-1, 1));
    }

    @Property
    void late_by_the_end_of_a_day_is_late_by_a_calendar_day_at_least_and_never_less_with_time(
            @ForAll("instants") Instant at,
            @ForAll @IntRange(max = 2_000) int hours,
            @ForAll @IntRange(max = 2_000) int more) {
        Case subject = received(CaseKind.COMPLAINT, at);
        Instant one = at.plus(Duration.ofHours(hours));
        SlaReading reading = CLOCK.read(subject, one).get(0);
        Lateness late = CLOCK.lateness(reading, one);
        assertThat(late.calendarDays() > 0).isEqualTo(reading.isLate());
        Lateness later = CLOCK.lateness(reading, one.plus(Duration.ofHours(more)));
        assertThat(later.workingDays()).isGreaterThanOrEqualTo(late.workingDays());
        assertThat(later.calendarDays()).isGreaterThanOrEqualTo(late.calendarDays());
    }

    @Test
    void a_last_calendar_day_that_is_no_working_day_moves_on() {
        SlaTarget target = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofDays(15));
        SlaPolicy policy =
                policy("p", "Asia/Shanghai", List.of(new PolicyRow("r", RowCondition.ALWAYS, List.of(target))));
        Case subject = received(CaseKind.HELP, Instant.parse("2026-09-17T02:00:00Z")); // 15 days on: 2 October
        SlaClock clock = SlaClock.of(policy, WorkingCalendar.china());
        assertThat(clock.read(subject, FRIDAY).get(0).dueDate()).contains(LocalDate.of(2026, 10, 8));
        assertThat(clock.explain(subject, TargetKind.COMPLETE).render(Language.EN))
                .contains("day 15: holiday (National Day)")
                .contains("not counted: weekday")
                .doesNotContain("day 16");
    }

    @Test
    void an_explanation_names_every_day_its_reason_and_its_notice_in_both_languages() {
        DeadlineExplanation explanation = CLOCK.explain(received(CaseKind.CONSULTATION, FRIDAY), TargetKind.COMPLETE);
        assertThat(explanation.days())
                .extracting(DeadlineExplanation.Day::counted)
                .containsExactly(0, 1, 2, 3);
        assertThat(explanation.render(Language.EN))
                .contains("due  2026-09-22 Tue")
                .contains("2026-09-19 Sat  not counted: weekend")
                .contains("2026-09-20 Sun  day 1: make-up workday (National Day), ")
                .contains("国办发明电〔2025〕7号")
                .contains("row consultation-help");
        assertThat(explanation.render(Language.ZH))
                .contains("截止日  2026-09-22 周二")
                .contains("2026-09-20 周日  第 1 日：调休上班（国庆节），")
                .contains("2026-09-19 周六  不计：周末");
    }

    @Test
    void an_explanation_reads_from_the_clocks_start_to_the_documents_it_rests_on() {
        DeadlineExplanation explanation =
                CLOCK.explain(received(CaseKind.HELP, Instant.parse("2026-03-05T02:00:00Z")), TargetKind.COMPLETE);
        assertThat(explanation.render(Language.EN))
                .isEqualTo("""
                        Case T1: complete within 3wd
                          clock starts  2026-03-05T10:00:00+08:00
                          due  2026-03-10 Tue
                          late from  2026-03-11T00:00:00+08:00
                          2026-03-05 Thu  the first day is not counted
                          2026-03-06 Fri  day 1: weekday
                          2026-03-07 Sat  not counted: weekend
                          2026-03-08 Sun  not counted: weekend
                          2026-03-09 Mon  day 2: weekday
                          2026-03-10 Tue  day 3: weekday
                          policy  shishi-2016@1, row consultation-help; SOURCE
                          calendar  china@2026
                        """.replace("SOURCE", SlaPolicy.shishi2016().source()));
        assertThat(explanation.render(Language.ZH))
                .isEqualTo("""
                        工单 T1：办结时限 3wd
                          起算  2026-03-05T10:00:00+08:00
                          截止日  2026-03-10 周二
                          超期始于  2026-03-11T00:00:00+08:00
                          2026-03-05 周四  当日不计
                          2026-03-06 周五  第 1 日：周一至周五
                          2026-03-07 周六  不计：周末
                          2026-03-08 周日  不计：周末
                          2026-03-09 周一  第 2 日：周一至周五
                          2026-03-10 周二  第 3 日：周一至周五
                          政策  shishi-2016@1，第 consultation-help 行；SOURCE
                          日历  china@2026
                        """.replace("SOURCE", SlaPolicy.shishi2016().source()));
    }

    @Test
    void what_cannot_be_explained_is_refused_by_name() {
        Case fresh = received(CaseKind.HELP, FRIDAY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CLOCK.explain(fresh, TargetKind.PROMISE))
                .withMessageContaining("T1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CLOCK.explain(fresh, TargetKind.SIGN_FOR))
                .withMessageContaining("not started");
        PolicyRow row = new PolicyRow(
                "r", RowCondition.ALWAYS, List.of(SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofDays(1))));
        SlaClock unsigned = SlaClock.of(policy("p", "Asia/Shanghai", List.of(row)), WorkingCalendar.china());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> unsigned.explain(fresh, TargetKind.SIGN_FOR))
                .withMessageContaining("p@1")
                .withMessageContaining("SIGN_FOR");
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2003-06-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2027-06-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<SlaTarget> targets() {
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 60);
        return Arbitraries.oneOf(
                days.map(d -> SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(d))),
                days.map(d -> SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(d))
                        .withDue(DueMoment.SAME_TIME)),
                days.map(d -> SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofDays(d))),
                days.map(d -> SlaTarget.of(TargetKind.COMPLETE, TimeLimit.of(Duration.ofMinutes(1 + d * 60L)))));
    }
}
