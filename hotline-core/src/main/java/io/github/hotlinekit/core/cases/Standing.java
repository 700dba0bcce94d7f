package io.github.hotlinekit.core.cases;

import java.util.Optional;
import org.immutables.value.Value;

/** What the events of a case add up to. Each event makes one new standing and the part that it changes. */
@Value.Builder
record Standing(
        Registration registration,
        Progress progress,
        Matter matter,
        Handover handover,
        Work work,
        Result result,
        Ties ties)
        implements WithStanding {

    static Standing of(CaseEvent.Registered event) {
        Registration registration = event.registration();
        return new Standing(
                registration,
                new Progress(CaseState.REGISTERED, event.at(), event.stamp().recorded()),
                Matter.of(registration),
                Handover.NONE,
                Work.NONE,
                Result.NONE,
                Ties.of(registration));
    }

    CaseState state() {
        return progress.state();
    }

    Standing after(CaseEvent event, Transition transition) {
        Standing next = withProgress(progress.after(event, transition));
        return switch (event.act()) {
            case REGISTER, OPEN_DISPUTE, ARCHIVE, CORRECT, ERASE, RECALCULATE, ADD_NOTE, UNKNOWN -> next;
            case CLASSIFY -> {
                CaseEvent.Classified e = (CaseEvent.Classified) event;
                yield next.withMatter(
                        matter.withCategory(Optional.of(e.category())).withTaxonomy(Optional.of(e.taxonomy())));
            }
            case CHANGE_KIND -> next.withMatter(matter.withKind(((CaseEvent.KindChanged) event).kind()));
            case PRIORITIZE -> next.withMatter(matter.withPriority(((CaseEvent.Prioritized) event).priority()));
            case TAG -> next.withMatter(matter.withTags(((CaseEvent.Tagged) event).tags()));
            case RECORD_FINDING ->
                next.withMatter(matter.withFinding(Optional.of(((CaseEvent.FindingRecorded) event).finding())));
            case ATTRIBUTE ->
                next.withMatter(matter.withAttribution(Optional.of(((CaseEvent.Attributed) event).attribution())));
            case QUEUE_FOR_TRIAGE -> next;
            case ANSWER_AT_DESK -> next.withResult(result.close(event.at(), ClosingGround.ANSWERED_AT_DESK));
            case REJECT -> next.ended(event, Ending.REJECTED);
            case REFER_EMERGENCY, REFER_STATUTORY -> next.ended(event, Ending.REFERRED);
            case MARK_INVALID -> next.ended(event, Ending.INVALID);
            case WITHDRAW -> next.ended(event, Ending.WITHDRAWN);
            case END -> next.ended(event, ((CaseEvent.Ended) event).ending());
            case MERGE ->
                next.ended(event, Ending.MERGED)
                        .withTies(ties.follow(Optional.of(((CaseEvent.Merged) event).master())));
            case UNMERGE ->
                next.withWork(work.withoutReply()).withResult(result.unmerge()).withTies(ties.follow(Optional.empty()));
            case DISPATCH -> {
                CaseEvent.Dispatched e = (CaseEvent.Dispatched) event;
                yield next.handedTo(handover.dispatch(e.lead(), e.assisting(), e.at()));
            }
            case REDISPATCH -> {
                CaseEvent.Redispatched e = (CaseEvent.Redispatched) event;
                yield next.handedTo(handover.dispatch(e.lead(), e.assisting(), e.at()));
            }
            case RULE -> {
                CaseEvent.Ruled e = (CaseEvent.Ruled) event;
                yield next.handedTo(handover.rule(e.lead(), e.assisting(), e.at()));
            }
            case CHANGE_ASSISTING -> {
                CaseEvent.AssistingChanged e = (CaseEvent.AssistingChanged) event;
                yield next.withHandover(handover.change(e.added(), e.released(), e.at()))
                        .withWork(work.cancelTasks(e.released()::contains));
            }
            case SIGN_FOR -> next.withHandover(handover.signForLead(event.at()));
            case SIGN_FOR_ASSISTING ->
                next.withHandover(handover.assisting(
                        ((CaseEvent.AssistingSignedFor) event).department(), a -> a.sign(event.at())));
            case RETURN ->
                next.withHandover(handover.returnByLead())
                        .withWork(work.withoutRequest()
                                .cancelTasks(d -> Optional.of(d).equals(handover.lead())));
            case RETURN_ASSISTING -> {
                CaseEvent.AssistingReturned e = (CaseEvent.AssistingReturned) event;
                yield next.withHandover(handover.assisting(e.department(), a -> a.withState(AssignmentState.RETURNED)))
                        .withWork(work.cancelTasks(e.department()::equals));
            }
            case REFUSE_RETURN -> next.withHandover(handover.refuseReturn(event.at()));
            case REPLY_ASSISTING ->
                next.withHandover(handover.assisting(
                        ((CaseEvent.AssistingReplied) event).department(), a -> a.reply(event.at())));
            case ASSIGN_TASK -> {
                CaseEvent.TaskAssigned e = (CaseEvent.TaskAssigned) event;
                yield next.withWork(work.give(new Task(
                        e.task(),
                        e.stamp()
                                .actor()
                                .department()
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "a task must be assigned by a department, but event " + e.sequence()
                                                + " names none")),
                        e.assignee(),
                        e.due(),
                        TaskState.GIVEN)));
            }
            case REPORT_TASK -> next.withWork(work.task(((CaseEvent.TaskReported) event).task(), TaskState.REPORTED));
            case ACCEPT_TASK -> next.withWork(work.task(((CaseEvent.TaskAccepted) event).task(), TaskState.ACCEPTED));
            case SEND_BACK_TASK ->
                next.withWork(work.task(((CaseEvent.TaskSentBack) event).task(), TaskState.SENT_BACK));
            case CANCEL_TASK -> next.withWork(work.task(((CaseEvent.TaskCancelled) event).task(), TaskState.CANCELLED));
            case CONTACT -> next.withWork(work.contact((CaseEvent.Contacted) event));
            case SUSPEND -> next.withWork(work.suspend((CaseEvent.Suspended) event));
            case RESUME -> next.withWork(work.endSuspension(event.at()));
            case ASK_EXTENSION ->
                next.withWork(work.withAsked(Optional.of(((CaseEvent.ExtensionAsked) event).amount())));
            case GRANT_EXTENSION -> next.withWork(work.grant(((CaseEvent.ExtensionGranted) event).amount()));
            case REFUSE_EXTENSION -> next.withWork(work.withoutRequest());
            case REPLY ->
                next.withHandover(handover.reply(event.at()))
                        .withWork(work.withoutRequest()
                                .withReplied(Optional.of(event.at()))
                                .withResult(Optional.of(((CaseEvent.Replied) event).result())));
            case SEND_BACK ->
                next.withHandover(handover.rework())
                        .withWork(work.withoutReply().withReworks(work.reworks() + 1));
            case ACCEPT_REPLY -> next;
            case WAIVE_CALLBACK -> next.closed(event, ClosingGround.CALLBACK_WAIVED);
            case ATTEMPT_CALLBACK ->
                next.withResult(result.withCallbackFailure(Optional.of(((CaseEvent.CallbackAttempted) event).failure()))
                        .withAttempts(result.attempts() + 1));
            case RECORD_CALLBACK ->
                next.withResult(result.withCallback(Optional.of(((CaseEvent.CallbackDone) event).answer()))
                        .withCallbackFailure(Optional.empty())
                        .withAnswered(true));
            case CLOSE -> next.closed(event, ((CaseEvent.Closed) event).ground());
            case REOPEN ->
                next.withHandover(handover.rework())
                        .withWork(work.withoutReply())
                        .withResult(result.reopen());
            case REOPEN_CLOSED -> next.withWork(work.withoutReply()).withResult(result.reopenClosed());
            case ADD_FOLLOWER -> next.withTies(ties.withFollower(((CaseEvent.FollowerAdded) event).follower()));
            case REMOVE_FOLLOWER -> next.withTies(ties.withoutFollower(((CaseEvent.FollowerRemoved) event).follower()));
            case SPLIT -> next.withTies(ties.split(((CaseEvent.SplitOff) event).children()));
            case LINK -> next.withTies(ties.relate(((CaseEvent.Linked) event).related()));
            case URGE -> next.withTies(ties.urge());
            case SUPERVISE -> next.withTies(ties.supervise(((CaseEvent.PutUnderSupervision) event).level()));
            case LIFT_SUPERVISION -> next.withTies(ties.supervise(0));
            case ESCALATE -> next.withTies(ties.escalate(((CaseEvent.Escalated) event).level()));
        };
    }

    /** Another lead: the reply, the request for more time and the tasks of the former one are void. */
    private Standing handedTo(Handover next) {
        return withHandover(next).withWork(work.withoutReply().withoutRequest().cancelTasks(d -> true));
    }

    private Standing closed(CaseEvent event, ClosingGround ground) {
        return withHandover(handover.release())
                .withWork(work.withoutRequest().endSuspension(event.at()).cancelTasks(d -> true))
                .withResult(result.close(event.at(), ground));
    }

    private Standing ended(CaseEvent event, Ending how) {
        return withHandover(handover.release())
                .withWork(work.withoutRequest().endSuspension(event.at()).cancelTasks(d -> true))
                .withResult(result.end(event.at(), how));
    }
}
