package io.github.hotlinekit.core.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a case says of itself, event by event; each happens a minute after the one before it. */
class CaseStoryTest {

    private static final FreeText TEXT = FreeText.of("x");
    private static final DepartmentCode LEAD = Alphabet.A;
    private static final DepartmentCode HELPER = Alphabet.HELPER;

    private Case subject = CaseLifecycle.standard()
            .register(
                    Registration.builder()
                            .id(CaseId.of("id-1"))
                            .number(CaseNumber.of("1"))
                            .kind(CaseKind.HELP)
                            .channel(Channel.WEB)
                            .requester(Requester.UNKNOWN)
                            .area(AreaCode.of("350581"))
                            .addRelated(new RelatedCase(CaseNumber.of("R0"), Relation.OTHER))
                            .build(),
                    CommandContext.of(Actor.of(Role.AGENT), Walk.START))
            .orElseThrow();

    private static Instant minute(int number) {
        return Walk.START.plusSeconds(60L * number);
    }

    private void by(Actor actor, CaseCommand command) {
        subject = CaseLifecycle.standard()
                .decide(subject, command, CommandContext.of(actor, minute(subject.version())))
                .orElseThrow();
    }

    private void by(Role role, CaseCommand command) {
        by(Actor.of(role), command);
    }

    private void byLead(CaseCommand command) {
        by(Actor.of(Role.DEPARTMENT_CLERK, LEAD), command);
    }

    private Assignment lastLead() {
        return subject.standing().handover().leading().orElseThrow();
    }

    @Test
    void the_matter_is_as_found_last() {
        assertThat(subject.id()).contains(CaseId.of("id-1"));
        assertThat(subject.area()).contains(AreaCode.of("350581"));
        assertThat(subject.priority()).isEqualTo(Priority.NORMAL);
        by(Role.AGENT, CaseCommand.Classify.of(CategoryCode.of("01"), "t@1"));
        by(Role.AGENT, CaseCommand.Prioritize.of(Priority.URGENT));
        by(Role.AGENT, new CaseCommand.SetTags(Set.of(Tag.of("pump"))));
        by(Role.DISPATCHER, CaseCommand.Attribute.of(Attribution.NATURE));
        RelatedCase related = new RelatedCase(CaseNumber.of("R1"), Relation.OTHER);
        by(Role.AGENT, new CaseCommand.Link(related));
        assertThat(subject.category()).contains(CategoryCode.of("01"));
        assertThat(subject.taxonomy()).contains("t@1");
        assertThat(subject.priority()).isEqualTo(Priority.URGENT);
        assertThat(subject.tags()).containsExactly(Tag.of("pump"));
        assertThat(subject.attribution()).contains(Attribution.NATURE);
        assertThat(subject.related())
                .extracting(RelatedCase::number)
                .containsExactly(CaseNumber.of("R0"), related.number());
        by(Role.SUPERVISOR, CaseCommand.Supervise.of(2, SupervisionGround.OVERDUE));
        by(Role.SUPERVISOR, new CaseCommand.Escalate(3, TEXT));
        assertThat(subject.supervision()).isEqualTo(2);
        assertThat(subject.escalation()).isEqualTo(3);
        by(Role.SUPERVISOR, new CaseCommand.LiftSupervision(TEXT));
        assertThat(subject.supervision()).isZero();
    }

    @Test
    void signing_returning_and_taking_back_keep_the_first_signature() {
        by(Role.DISPATCHER, CaseCommand.Dispatch.of(LEAD));
        assertThat(subject.dispatched()).contains(minute(1));
        assertThat(subject.signedFor()).isEmpty();
        byLead(new CaseCommand.SignFor());
        assertThat(subject.signedFor()).contains(minute(2));
        assertThat(lastLead().signed()).contains(minute(2));
        byLead(CaseCommand.Return.of(ReturnGround.OTHER, TEXT));
        assertThat(subject.signedFor()).contains(minute(2));
        by(Role.DISPATCHER, new CaseCommand.RefuseReturn(TEXT));
        assertThat(subject.signedFor()).contains(minute(2));
        assertThat(lastLead().signed()).contains(minute(2));
        assertThat(lastLead().state()).isEqualTo(AssignmentState.SIGNED);
    }

    @Test
    void a_return_refused_before_the_signature_counts_as_signed_for() {
        by(Role.DISPATCHER, CaseCommand.Dispatch.of(LEAD));
        byLead(CaseCommand.Return.of(ReturnGround.OTHER, TEXT));
        by(Role.DISPATCHER, new CaseCommand.RefuseReturn(TEXT));
        assertThat(subject.signedFor()).contains(minute(3));
        assertThat(lastLead().signed()).contains(minute(3));
        assertThat(subject.returns()).isEqualTo(1);
    }

    @Test
    void a_ruling_signs_for_whom_it_names_and_dispatches_count_without_it() {
        by(Role.DISPATCHER, CaseCommand.Dispatch.of(LEAD));
        byLead(CaseCommand.Return.of(ReturnGround.OTHER, TEXT));
        by(Role.DISPATCHER, new CaseCommand.OpenDispute(List.of(LEAD, Alphabet.B), TEXT));
        by(Role.ARBITER, new CaseCommand.Rule(Alphabet.B, List.of(HELPER), TEXT));
        assertThat(subject.signedFor()).contains(minute(4));
        assertThat(subject.dispatched()).contains(minute(4));
        assertThat(Limit.DISPATCHES.count(subject)).isEqualTo(1);
        assertThat(subject.standing().handover().bound()).isTrue();
        assertThat(subject.assignments())
                .extracting(Assignment::state)
                .containsExactly(AssignmentState.RETURNED, AssignmentState.SIGNED, AssignmentState.OFFERED);
    }

    @Test
    void a_ruling_binds_until_another_lead_has_the_case() {
        by(Role.DISPATCHER, CaseCommand.Dispatch.of(LEAD));
        byLead(CaseCommand.Return.of(ReturnGround.OTHER, TEXT));
        by(Role.DISPATCHER, new CaseCommand.OpenDispute(List.of(LEAD, Alphabet.B), TEXT));
        by(Role.ARBITER, CaseCommand.Rule.of(LEAD, TEXT));
        byLead(new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.RESOLVED)));
        by(Role.REVIEWER, new CaseCommand.WaiveCallback(CallbackExemption.DECLINED));
        by(Role.DISPATCHER, new CaseCommand.ReopenClosed(TEXT));
        Case reopened = subject;
        by(Role.DISPATCHER, CaseCommand.Dispatch.of(LEAD));
        CaseCommand back = CaseCommand.Return.of(ReturnGround.OTHER, TEXT);
        assertThat(refusal(CaseLifecycle.standard(), Actor.of(Role.DEPARTMENT_CLERK, LEAD), back))
                .contains(LifecycleRule.BOUND_BY_RULING);
        subject = reopened;
        by(Role.DISPATCHER, CaseCommand.Dispatch.of(Alphabet.B));
        assertThat(refusal(CaseLifecycle.standard(), Actor.of(Role.DEPARTMENT_CLERK, Alphabet.B), back))
                .isEmpty();
    }

    @Test
    void only_who_led_and_returned_needs_the_arbiter() {
        by(Role.DISPATCHER, new CaseCommand.Dispatch(LEAD, List.of(HELPER), Optional.empty()));
        by(Actor.of(Role.DEPARTMENT_CLERK, HELPER), new CaseCommand.ReturnAssisting(HELPER, ReturnGround.OTHER, TEXT));
        byLead(CaseCommand.Return.of(ReturnGround.OTHER, TEXT));
        CaseLifecycle lifecycle = CaseLifecycle.of(LifecyclePolicy.builder("c@1")
                .require(LifecycleRule.ARBITER_AFTER_RETURN)
                .build());
        Actor dispatcher = Actor.of(Role.DISPATCHER);
        assertThat(refusal(lifecycle, dispatcher, CaseCommand.Dispatch.of(LEAD)))
                .contains(LifecycleRule.ARBITER_AFTER_RETURN);
        assertThat(refusal(lifecycle, dispatcher, CaseCommand.Dispatch.of(HELPER)))
                .isEmpty();
        assertThat(refusal(lifecycle, dispatcher, CaseCommand.Dispatch.of(Alphabet.B)))
                .isEmpty();
    }

    @Test
    void only_who_never_had_the_case_calls_back() {
        by(Role.DISPATCHER, new CaseCommand.Dispatch(LEAD, List.of(HELPER), Optional.empty()));
        byLead(new CaseCommand.SignFor());
        byLead(new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.RESOLVED)));
        by(Role.REVIEWER, new CaseCommand.AcceptReply());
        CaseCommand call = new CaseCommand.AttemptCallback(CallbackFailure.BUSY);
        for (DepartmentCode had : List.of(LEAD, HELPER)) {
            assertThat(refusal(CaseLifecycle.standard(), Actor.of(Role.CALLBACK_AGENT, had), call))
                    .contains(LifecycleRule.INDEPENDENT_CALLER);
        }
        assertThat(refusal(CaseLifecycle.standard(), Actor.of(Role.CALLBACK_AGENT, Alphabet.B), call))
                .isEmpty();
    }

    private Optional<LifecycleRule> refusal(CaseLifecycle lifecycle, Actor actor, CaseCommand command) {
        CommandContext context = CommandContext.of(actor, minute(subject.version()));
        return lifecycle.decide(subject, command, context) instanceof Decision.Refused refused
                ? Optional.of(refused.rule())
                : Optional.empty();
    }

    @Test
    void a_share_is_signed_and_replied_when_its_department_does_so() {
        by(Role.DISPATCHER, new CaseCommand.Dispatch(LEAD, List.of(HELPER), Optional.empty()));
        byLead(new CaseCommand.SignFor());
        Actor helper = Actor.of(Role.DEPARTMENT_CLERK, HELPER);
        by(helper, new CaseCommand.SignForAssisting(HELPER));
        by(helper, new CaseCommand.ReplyAssisting(HELPER, TEXT));
        Assignment share = subject.assignments().get(1);
        assertThat(share.offered()).isEqualTo(minute(1));
        assertThat(share.signed()).contains(minute(3));
        assertThat(share.replied()).contains(minute(4));
        assertThat(subject.signedFor()).contains(minute(2));
    }

    @Test
    void the_first_contact_is_the_earliest_in_whatever_order_they_are_recorded() {
        by(Role.DISPATCHER, CaseCommand.Dispatch.of(LEAD));
        CaseCommand vain = CaseCommand.Contact.of(ContactMeans.PHONE, ContactOutcome.NOT_REACHED);
        CaseCommand reached = CaseCommand.Contact.of(ContactMeans.PHONE, ContactOutcome.REACHED);
        contact(vain, 30);
        assertThat(subject.firstContactAttempt()).contains(minute(30));
        assertThat(subject.firstContact()).isEmpty();
        contact(reached, 20);
        contact(reached, 25);
        assertThat(subject.firstContactAttempt()).contains(minute(20));
        assertThat(subject.firstContact()).contains(minute(20));
        contact(reached, 15);
        contact(vain, 16);
        assertThat(subject.firstContact()).contains(minute(15));
        assertThat(subject.firstContactAttempt()).contains(minute(15));
        assertThat(subject.standing().work().contactsInVain()).isEqualTo(2);
    }

    private void contact(CaseCommand contact, int minute) {
        CommandContext context = CommandContext.of(Actor.of(Role.HANDLER, LEAD), minute(minute));
        subject = CaseLifecycle.standard()
                .decide(subject, contact, context.withRecorded(minute(40)))
                .orElseThrow();
    }

    @Test
    void a_suspension_runs_from_its_start_to_the_resumption() {
        by(Role.DISPATCHER, CaseCommand.Dispatch.of(LEAD));
        byLead(new CaseCommand.SignFor());
        byLead(CaseCommand.Suspend.of(SuspensionGround.COURT, TEXT, minute(99)));
        byLead(new CaseCommand.Resume(ResumeCause.GROUND_OVER));
        assertThat(subject.suspensions())
                .containsExactly(new Suspension(SuspensionGround.COURT, minute(3), minute(99), Optional.of(minute(4))));
        by(Role.AGENT, new CaseCommand.Withdraw(TEXT));
        assertThat(subject.suspensions().get(0).end()).contains(minute(4));
        assertThat(subject.ended()).contains(minute(5));
        assertThat(subject.ending()).contains(Ending.WITHDRAWN);
    }

    @Test
    void a_closed_case_says_when_and_why_until_it_is_reopened() {
        by(Role.DISPATCHER, CaseCommand.Dispatch.of(LEAD));
        byLead(new CaseCommand.SignFor());
        byLead(new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.RESOLVED)));
        assertThat(lastLead().replied()).contains(minute(3));
        by(Role.REVIEWER, new CaseCommand.AcceptReply());
        by(Role.CALLBACK_AGENT, new CaseCommand.AttemptCallback(CallbackFailure.BUSY));
        assertThat(subject.callbackFailure()).contains(CallbackFailure.BUSY);
        CallbackAnswer answer = CallbackAnswer.of(Resolution.YES, Satisfaction.SATISFIED);
        by(Role.CALLBACK_AGENT, new CaseCommand.RecordCallback(answer));
        assertThat(subject.callbackFailure()).isEmpty();
        assertThat(subject.callback()).contains(answer);
        by(Role.CALLBACK_AGENT, new CaseCommand.Close(ClosingGround.CALLBACK_DONE));
        assertThat(subject.closed()).contains(minute(7));
        assertThat(subject.closingGround()).contains(ClosingGround.CALLBACK_DONE);
        by(Role.SUPERVISOR, new CaseCommand.ReopenClosed(TEXT));
        assertThat(subject.closed()).isEmpty();
        assertThat(subject.closingGround()).isEmpty();
        assertThat(subject.replied()).isEmpty();
        assertThat(subject.replyResult()).isEmpty();
    }

    @Test
    void a_timeline_names_no_task_that_was_not_given_and_gives_them_in_order() {
        by(Role.DISPATCHER, CaseCommand.Dispatch.of(LEAD));
        byLead(new CaseCommand.SignFor());
        byLead(CaseCommand.AssignTask.of(1, Assignee.of(Post.of("P")), TEXT));
        Stamp stamp = Stamp.of(5, minute(4), Actor.of(Role.DEPARTMENT_CLERK, LEAD));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subject.apply(new CaseEvent.TaskAccepted(stamp, 2)))
                .withMessage("task must be one of the 1 of the case, but was 2");
        assertThat(subject.apply(new CaseEvent.TaskAccepted(stamp, 1))
                        .tasks()
                        .get(0)
                        .state())
                .isEqualTo(TaskState.ACCEPTED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subject.apply(
                        new CaseEvent.TaskAssigned(stamp, 3, Assignee.of(Post.of("P")), TEXT, Optional.empty())))
                .withMessage("task must be 2, the next in the case, but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subject.apply(new CaseEvent.TaskAssigned(
                        Stamp.of(5, minute(4), Actor.SYSTEM), 2, Assignee.of(Post.of("P")), TEXT, Optional.empty())))
                .withMessageContaining("event 5 names none");
    }

    @Test
    void an_event_follows_by_its_sequence_and_is_not_recorded_before_the_last() {
        by(Role.AGENT, new CaseCommand.QueueForTriage(TEXT));
        CaseEvent gap = note(4, minute(2));
        CaseEvent early = note(3, minute(0));
        CaseEvent same = note(3, minute(1));
        List<CaseEvent> events = new ArrayList<>(subject.events());
        for (CaseEvent wrong : List.of(gap, early)) {
            assertThatIllegalArgumentException().isThrownBy(() -> subject.apply(wrong));
            events.add(wrong);
            assertThatIllegalArgumentException().isThrownBy(() -> Case.replay(events));
            events.remove(2);
        }
        events.add(same);
        assertThat(Case.replay(events)).isEqualTo(subject.apply(same));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Case.replay(List.of(
                        new CaseEvent.Registered(Stamp.of(2, minute(0), Actor.SYSTEM), subject.registration()))))
                .withMessageContaining("must be 1, but was 2");
    }

    private static CaseEvent note(int sequence, Instant at) {
        return new CaseEvent.NoteAdded(Stamp.of(sequence, at, Actor.SYSTEM), Visibility.HOTLINE, TEXT, List.of());
    }

    @Test
    void cases_are_equal_just_where_their_events_are() {
        Case before = subject;
        by(Role.AGENT, new CaseCommand.QueueForTriage(TEXT));
        assertThat(subject)
                .isNotEqualTo(before)
                .isNotEqualTo(null)
                .isNotEqualTo("Case")
                .isEqualTo(Case.replay(subject.events()));
        assertThat(subject).hasToString("Case 1 TRIAGE, 2 events");
        assertThat(subject.hashCode()).isNotEqualTo(before.hashCode());
    }
}
