package io.github.hotlinekit.core.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.FreeText;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One example on each side of rules that random lives meet seldom; each act happens a minute after the last. */
class RuleExamplesTest {

    private static final FreeText TEXT = FreeText.of("x");
    private static final Actor CLERK = Actor.of(Role.DEPARTMENT_CLERK, Alphabet.A);
    private static final Actor HELPER = Actor.of(Role.DEPARTMENT_CLERK, Alphabet.HELPER);
    private static final Actor DISPATCHER = Actor.of(Role.DISPATCHER);
    private static final Actor REVIEWER = Actor.of(Role.REVIEWER);
    private static final Actor CALLER = Actor.of(Role.CALLBACK_AGENT);

    private CaseLifecycle lifecycle = CaseLifecycle.standard();
    private Case subject = Alphabet.fresh("1", CaseKind.COMPLAINT, Optional.empty());

    private void require(LifecycleRule rule) {
        lifecycle =
                CaseLifecycle.of(LifecyclePolicy.builder("c@1").require(rule).build());
    }

    private CommandContext next(Actor actor) {
        return CommandContext.of(actor, Walk.START.plusSeconds(60L * subject.version()));
    }

    private void by(Actor actor, CaseCommand command) {
        subject = lifecycle.decide(subject, command, next(actor)).orElseThrow();
    }

    private Optional<LifecycleRule> refusal(CommandContext context, CaseCommand command) {
        return lifecycle.decide(subject, command, context) instanceof Decision.Refused refused
                ? Optional.of(refused.rule())
                : Optional.empty();
    }

    private Optional<LifecycleRule> refusal(Actor actor, CaseCommand command) {
        return refusal(next(actor), command);
    }

    private void inHand() {
        by(DISPATCHER, new CaseCommand.Dispatch(Alphabet.A, List.of(Alphabet.HELPER), Optional.empty()));
        by(CLERK, new CaseCommand.SignFor());
    }

    private void inCallback() {
        by(CLERK, new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.RESOLVED)));
        by(REVIEWER, new CaseCommand.AcceptReply());
    }

    @Test
    void a_case_is_registered_by_those_who_may() {
        assertThat(lifecycle.register(subject.registration(), next(CALLER)))
                .isEqualTo(new Decision.Refused(
                        LifecycleRule.WRONG_ROLE,
                        Act.REGISTER,
                        Optional.empty(),
                        EnumSet.of(Role.CITIZEN, Role.AGENT, Role.SYSTEM),
                        ((Decision.Refused) lifecycle.register(subject.registration(), next(CALLER))).message()));
    }

    @Test
    void a_suspension_is_approved_by_dispatcher_or_supervisor_where_a_policy_asks_for_it() {
        require(LifecycleRule.APPROVAL_TO_SUSPEND);
        inHand();
        Instant until = Walk.START.plusSeconds(86_400);
        for (Role role : List.of(Role.DISPATCHER, Role.SUPERVISOR, Role.REVIEWER)) {
            CaseCommand suspend =
                    new CaseCommand.Suspend(SuspensionGround.COURT, TEXT, until, Optional.of(Actor.of(role)));
            assertThat(refusal(CLERK, suspend).isPresent()).as("%s", role).isEqualTo(role == Role.REVIEWER);
        }
        assertThat(refusal(CLERK, CaseCommand.Suspend.of(SuspensionGround.COURT, TEXT, until)))
                .contains(LifecycleRule.APPROVAL_TO_SUSPEND);
    }

    @Test
    void an_extension_is_asked_for_before_the_reply_is_due_where_a_policy_asks_for_it() {
        require(LifecycleRule.EXTENSION_BEFORE_DUE);
        inHand();
        CaseCommand ask = new CaseCommand.AskExtension(ExtensionAmount.ofWorkingDays(1), TEXT);
        Instant now = next(CLERK).at();
        assertThat(refusal(next(CLERK).withDue(now.plusNanos(1)), ask)).isEmpty();
        assertThat(refusal(next(CLERK).withDue(now), ask)).contains(LifecycleRule.EXTENSION_BEFORE_DUE);
        assertThat(refusal(next(CLERK), ask)).contains(LifecycleRule.EXTENSION_BEFORE_DUE);
    }

    @Test
    void a_merge_is_decided_on_the_very_master_that_it_names() {
        Case master = Alphabet.fresh("M", CaseKind.COMPLAINT, Optional.empty());
        CommandContext context = next(DISPATCHER).withMaster(master);
        assertThat(refusal(context, new CaseCommand.Merge(master.number(), TEXT)))
                .isEmpty();
        assertThat(refusal(context, new CaseCommand.Merge(CaseNumber.of("N"), TEXT)))
                .contains(LifecycleRule.MASTER_GIVEN);
        assertThat(refusal(DISPATCHER, new CaseCommand.Merge(master.number(), TEXT)))
                .contains(LifecycleRule.MASTER_GIVEN);
    }

    @Test
    void the_second_person_is_another_than_who_acts() {
        StaffRef one = StaffRef.of("1");
        Actor agent = Actor.of(Role.AGENT).as(one);
        assertThat(refusal(agent, invalid(REVIEWER.as(one)))).contains(LifecycleRule.SECOND_PERSON);
        assertThat(refusal(agent, invalid(REVIEWER.as(StaffRef.of("2"))))).isEmpty();
        assertThat(refusal(agent, invalid(REVIEWER))).isEmpty();
        assertThat(refusal(agent, invalid(Actor.of(Role.AGENT).as(StaffRef.of("2")))))
                .contains(LifecycleRule.SECOND_PERSON);
    }

    private static CaseCommand invalid(Actor confirmedBy) {
        return new CaseCommand.MarkInvalid(InvalidGround.SILENT, confirmedBy);
    }

    @Test
    void only_departments_that_assist_are_released() {
        inHand();
        assertThat(refusal(DISPATCHER, change(List.of(), List.of(Alphabet.B))))
                .contains(LifecycleRule.ASSISTING_CHANGES);
        assertThat(refusal(DISPATCHER, change(List.of(Alphabet.HELPER), List.of(Alphabet.HELPER))))
                .contains(LifecycleRule.ASSISTING_CHANGES);
        assertThat(refusal(DISPATCHER, change(List.of(Alphabet.B), List.of(Alphabet.B))))
                .contains(LifecycleRule.ASSISTING_CHANGES);
        assertThat(refusal(DISPATCHER, change(List.of(Alphabet.B), List.of(Alphabet.HELPER))))
                .isEmpty();
        by(DISPATCHER, change(List.of(), List.of(Alphabet.HELPER)));
        assertThat(refusal(DISPATCHER, change(List.of(), List.of(Alphabet.HELPER))))
                .contains(LifecycleRule.ASSISTING_CHANGES);
    }

    private static CaseCommand change(List<DepartmentCode> added, List<DepartmentCode> released) {
        return new CaseCommand.ChangeAssisting(added, released, TEXT);
    }

    @Test
    void an_assistant_that_gave_its_share_back_has_no_part_any_more() {
        inHand();
        CaseCommand task = CaseCommand.AssignTask.of(1, Assignee.of(Post.of("P")), TEXT);
        assertThat(refusal(HELPER, task)).isEmpty();
        by(HELPER, new CaseCommand.ReturnAssisting(Alphabet.HELPER, ReturnGround.OTHER, TEXT));
        assertThat(refusal(HELPER, task)).contains(LifecycleRule.NOT_ASSIGNED);
        assertThat(refusal(CLERK, task)).isEmpty();
    }

    @Test
    void a_reply_waits_for_every_task_and_a_share_for_those_of_its_department() {
        inHand();
        by(HELPER, new CaseCommand.SignForAssisting(Alphabet.HELPER));
        by(CLERK, CaseCommand.AssignTask.of(1, Assignee.of(Post.of("P")), TEXT));
        CaseCommand share = new CaseCommand.ReplyAssisting(Alphabet.HELPER, TEXT);
        CaseCommand reply = new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.RESOLVED));
        assertThat(refusal(HELPER, share)).isEmpty();
        assertThat(refusal(CLERK, reply)).contains(LifecycleRule.NO_OPEN_TASK);
        by(HELPER, CaseCommand.AssignTask.of(2, Assignee.of(Post.of("P")), TEXT));
        by(CLERK, new CaseCommand.CancelTask(1, TEXT));
        assertThat(refusal(HELPER, share)).contains(LifecycleRule.NO_OPEN_TASK);
        assertThat(refusal(CLERK, reply)).contains(LifecycleRule.NO_OPEN_TASK);
        by(HELPER, new CaseCommand.CancelTask(2, TEXT));
        assertThat(refusal(CLERK, reply)).isEmpty();
    }

    @Test
    void a_callback_is_waived_for_want_of_a_number_just_where_there_is_none() {
        inHand();
        by(CLERK, new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.RESOLVED)));
        CaseCommand waive = new CaseCommand.WaiveCallback(CallbackExemption.ANONYMOUS);
        assertThat(refusal(REVIEWER, waive)).contains(LifecycleRule.EXEMPT);
        assertThat(refusal(REVIEWER, new CaseCommand.WaiveCallback(CallbackExemption.PRAISE)))
                .contains(LifecycleRule.EXEMPT);
        assertThat(refusal(REVIEWER, new CaseCommand.WaiveCallback(CallbackExemption.DECLINED)))
                .isEmpty();
    }

    @Test
    void a_refusal_to_talk_before_the_case_was_reopened_does_not_close_it() {
        inHand();
        inCallback();
        by(CALLER, new CaseCommand.RecordCallback(CallbackAnswer.of(Resolution.NO, Satisfaction.DISSATISFIED)));
        by(CALLER, new CaseCommand.AttemptCallback(CallbackFailure.REFUSED));
        by(CALLER, new CaseCommand.Reopen(TEXT));
        inCallback();
        CaseCommand close = new CaseCommand.Close(ClosingGround.CALLBACK_FAILED);
        assertThat(refusal(CALLER, close)).contains(LifecycleRule.NO_CALLBACK);
        by(CALLER, new CaseCommand.AttemptCallback(CallbackFailure.REFUSED));
        assertThat(refusal(CALLER, close)).isEmpty();
    }

    @Test
    void a_callback_failed_only_if_it_was_tried() {
        subject = Alphabet.fresh(
                "1",
                CaseKind.COMPLAINT,
                Optional.of(Source.of("old", EnumSet.complementOf(EnumSet.of(Step.CALLBACK)))));
        inHand();
        inCallback();
        assertThat(refusal(CALLER, new CaseCommand.Close(ClosingGround.CALLBACK_FAILED)))
                .contains(LifecycleRule.GROUND_MATCHES);
        assertThat(refusal(CALLER, new CaseCommand.Close(ClosingGround.CALLBACK_DONE)))
                .contains(LifecycleRule.GROUND_MATCHES);
        assertThat(refusal(CALLER, new CaseCommand.Close(ClosingGround.UNKNOWN)))
                .isEmpty();
    }

    @Test
    void who_follows_who_was_split_off_and_who_urged_is_counted() {
        by(DISPATCHER, new CaseCommand.AddFollower(CaseNumber.of("F1")));
        by(DISPATCHER, new CaseCommand.AddFollower(CaseNumber.of("F2")));
        by(DISPATCHER, new CaseCommand.RemoveFollower(CaseNumber.of("F1")));
        assertThat(subject.followers()).containsExactly(CaseNumber.of("F2"));
        inHand();
        by(DISPATCHER, new CaseCommand.Split(List.of(CaseNumber.of("C1"), CaseNumber.of("C2")), TEXT));
        assertThat(subject.children()).containsExactly(CaseNumber.of("C1"), CaseNumber.of("C2"));
        by(DISPATCHER, new CaseCommand.Urge(Optional.of(TEXT)));
        by(DISPATCHER, new CaseCommand.Urge(Optional.of(TEXT)));
        assertThat(subject.urgings()).isEqualTo(2);
        CommandContext reviewed = next(REVIEWER);
        by(REVIEWER, new CaseCommand.RecordFinding(Finding.UNREASONABLE, TEXT, Actor.of(Role.SUPERVISOR)));
        assertThat(subject.finding()).contains(Finding.UNREASONABLE);
        assertThat(subject.since()).isBefore(reviewed.at());
    }

    @Test
    void a_share_given_back_cancels_its_tasks_and_no_others() {
        inHand();
        by(CLERK, CaseCommand.AssignTask.of(1, Assignee.of(Post.of("P")), TEXT));
        by(HELPER, CaseCommand.AssignTask.of(2, Assignee.of(Post.of("P")), TEXT));
        Case before = subject;
        by(HELPER, new CaseCommand.ReturnAssisting(Alphabet.HELPER, ReturnGround.OTHER, TEXT));
        assertThat(subject.tasks()).extracting(Task::state).containsExactly(TaskState.GIVEN, TaskState.CANCELLED);
        subject = before;
        by(DISPATCHER, change(List.of(), List.of(Alphabet.HELPER)));
        assertThat(subject.tasks()).extracting(Task::state).containsExactly(TaskState.GIVEN, TaskState.CANCELLED);
        subject = before;
        by(CLERK, CaseCommand.Return.of(ReturnGround.OTHER, TEXT));
        assertThat(subject.tasks()).extracting(Task::state).containsExactly(TaskState.CANCELLED, TaskState.GIVEN);
        by(DISPATCHER, CaseCommand.Dispatch.of(Alphabet.B));
        assertThat(subject.tasks()).extracting(Task::state).containsExactly(TaskState.CANCELLED, TaskState.CANCELLED);
    }

    @Test
    void rework_extensions_and_closings_add_up() {
        inHand();
        for (int i = 1; i <= 2; i++) {
            by(CLERK, new CaseCommand.AskExtension(ExtensionAmount.ofWorkingDays(i), TEXT));
            by(DISPATCHER, new CaseCommand.GrantExtension(ExtensionAmount.ofWorkingDays(i), Optional.empty()));
            by(CLERK, new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.RESOLVED)));
            by(REVIEWER, new CaseCommand.SendBack(ReworkGround.OTHER, TEXT));
            assertThat(subject.reworks()).isEqualTo(i);
            assertThat(subject.replied()).isEmpty();
        }
        assertThat(subject.extensions())
                .containsExactly(ExtensionAmount.ofWorkingDays(1), ExtensionAmount.ofWorkingDays(2));
        for (int i = 1; i <= 2; i++) {
            by(CLERK, new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.RESOLVED)));
            by(REVIEWER, new CaseCommand.WaiveCallback(CallbackExemption.DECLINED));
            assertThat(subject.closings()).isEqualTo(i);
            by(Actor.of(Role.SUPERVISOR), new CaseCommand.ReopenClosed(TEXT));
            assertThat(subject.reopenings()).isEqualTo(i);
            by(DISPATCHER, CaseCommand.Dispatch.of(Alphabet.A));
            by(CLERK, new CaseCommand.SignFor());
        }
    }

    @Test
    void an_appended_list_is_all_that_follows_the_expected_version() {
        Case shorter = subject;
        by(Actor.of(Role.AGENT), new CaseCommand.QueueForTriage(TEXT));
        by(DISPATCHER, CaseCommand.Dispatch.of(Alphabet.A));
        List<CaseEvent> more = subject.events().subList(1, 3);
        assertThat(shorter.append(1, more)).isEqualTo(subject);
        assertThatExceptionOfType(VersionConflictException.class).isThrownBy(() -> shorter.append(0, more));
        assertThatExceptionOfType(VersionConflictException.class).isThrownBy(() -> subject.append(1, more));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shorter.append(-1, more))
                .withMessage("expectedVersion must be at least 0, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shorter.append(1, List.of()))
                .withMessage("events to append must be at least 1, but were none");
    }

    @Test
    void a_case_is_known_from_the_instant_its_events_were_recorded() {
        by(Actor.of(Role.AGENT), new CaseCommand.QueueForTriage(TEXT));
        by(DISPATCHER, CaseCommand.Dispatch.of(Alphabet.A));
        for (int version = 1; version <= 3; version++) {
            Instant recorded = subject.events().get(version - 1).stamp().recorded();
            Case then = subject.asOf(recorded).orElseThrow();
            assertThat(then.events()).isEqualTo(subject.events().subList(0, version));
            assertThat(subject.asOf(recorded.minusNanos(1)).map(Case::version))
                    .isEqualTo(version == 1 ? Optional.empty() : Optional.of(version - 1));
        }
        assertThat(subject.asOf(Instant.MAX)).containsSame(subject);
    }
}
