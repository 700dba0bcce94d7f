package io.github.hotlinekit.core.cases;

/** Turns a command that was found allowed into what happened. */
final class Events {

    private Events() {}

    static CaseEvent of(CaseCommand command, Stamp stamp) {
        return switch (command.act()) {
            case CLASSIFY -> {
                CaseCommand.Classify c = (CaseCommand.Classify) command;
                yield new CaseEvent.Classified(stamp, c.category(), c.taxonomy(), c.reason());
            }
            case CHANGE_KIND -> {
                CaseCommand.ChangeKind c = (CaseCommand.ChangeKind) command;
                yield new CaseEvent.KindChanged(stamp, c.kind(), c.reason());
            }
            case PRIORITIZE -> {
                CaseCommand.Prioritize c = (CaseCommand.Prioritize) command;
                yield new CaseEvent.Prioritized(stamp, c.priority(), c.reason());
            }
            case TAG -> {
                CaseCommand.SetTags c = (CaseCommand.SetTags) command;
                yield new CaseEvent.Tagged(stamp, c.tags());
            }
            case ANSWER_AT_DESK -> {
                CaseCommand.AnswerAtDesk c = (CaseCommand.AnswerAtDesk) command;
                yield new CaseEvent.AnsweredAtDesk(stamp, c.answer(), c.article());
            }
            case QUEUE_FOR_TRIAGE -> {
                CaseCommand.QueueForTriage c = (CaseCommand.QueueForTriage) command;
                yield new CaseEvent.QueuedForTriage(stamp, c.reason());
            }
            case REJECT -> {
                CaseCommand.Reject c = (CaseCommand.Reject) command;
                yield new CaseEvent.Rejected(stamp, c.ground(), c.told());
            }
            case REFER_EMERGENCY -> {
                CaseCommand.ReferToEmergency c = (CaseCommand.ReferToEmergency) command;
                yield new CaseEvent.ReferredToEmergency(stamp, c.number(), c.transfer());
            }
            case REFER_STATUTORY -> {
                CaseCommand.ReferToStatutory c = (CaseCommand.ReferToStatutory) command;
                yield new CaseEvent.ReferredToStatutory(stamp, c.channel(), c.basis());
            }
            case MARK_INVALID -> {
                CaseCommand.MarkInvalid c = (CaseCommand.MarkInvalid) command;
                yield new CaseEvent.MarkedInvalid(stamp, c.ground(), c.confirmedBy());
            }
            case WITHDRAW -> {
                CaseCommand.Withdraw c = (CaseCommand.Withdraw) command;
                yield new CaseEvent.Withdrawn(stamp, c.reason());
            }
            case END -> {
                CaseCommand.End c = (CaseCommand.End) command;
                yield new CaseEvent.Ended(stamp, c.ending(), c.ground());
            }
            case DISPATCH -> {
                CaseCommand.Dispatch c = (CaseCommand.Dispatch) command;
                yield new CaseEvent.Dispatched(stamp, c.lead(), c.assisting(), c.rule());
            }
            case REDISPATCH -> {
                CaseCommand.Redispatch c = (CaseCommand.Redispatch) command;
                yield new CaseEvent.Redispatched(stamp, c.lead(), c.assisting(), c.reason());
            }
            case CHANGE_ASSISTING -> {
                CaseCommand.ChangeAssisting c = (CaseCommand.ChangeAssisting) command;
                yield new CaseEvent.AssistingChanged(stamp, c.added(), c.released(), c.reason());
            }
            case SIGN_FOR -> new CaseEvent.SignedFor(stamp);
            case SIGN_FOR_ASSISTING -> {
                CaseCommand.SignForAssisting c = (CaseCommand.SignForAssisting) command;
                yield new CaseEvent.AssistingSignedFor(stamp, c.department());
            }
            case RETURN -> {
                CaseCommand.Return c = (CaseCommand.Return) command;
                yield new CaseEvent.Returned(stamp, c.ground(), c.explanation(), c.basis(), c.suggested());
            }
            case RETURN_ASSISTING -> {
                CaseCommand.ReturnAssisting c = (CaseCommand.ReturnAssisting) command;
                yield new CaseEvent.AssistingReturned(stamp, c.department(), c.ground(), c.explanation());
            }
            case REFUSE_RETURN -> {
                CaseCommand.RefuseReturn c = (CaseCommand.RefuseReturn) command;
                yield new CaseEvent.ReturnRefused(stamp, c.reason());
            }
            case OPEN_DISPUTE -> {
                CaseCommand.OpenDispute c = (CaseCommand.OpenDispute) command;
                yield new CaseEvent.DisputeOpened(stamp, c.parties(), c.statement());
            }
            case RULE -> {
                CaseCommand.Rule c = (CaseCommand.Rule) command;
                yield new CaseEvent.Ruled(stamp, c.lead(), c.assisting(), c.reason());
            }
            case ASSIGN_TASK -> {
                CaseCommand.AssignTask c = (CaseCommand.AssignTask) command;
                yield new CaseEvent.TaskAssigned(stamp, c.task(), c.assignee(), c.what(), c.due());
            }
            case REPORT_TASK -> {
                CaseCommand.ReportTask c = (CaseCommand.ReportTask) command;
                yield new CaseEvent.TaskReported(stamp, c.task(), c.result(), c.evidence());
            }
            case ACCEPT_TASK -> {
                CaseCommand.AcceptTask c = (CaseCommand.AcceptTask) command;
                yield new CaseEvent.TaskAccepted(stamp, c.task());
            }
            case SEND_BACK_TASK -> {
                CaseCommand.SendBackTask c = (CaseCommand.SendBackTask) command;
                yield new CaseEvent.TaskSentBack(stamp, c.task(), c.reason());
            }
            case CANCEL_TASK -> {
                CaseCommand.CancelTask c = (CaseCommand.CancelTask) command;
                yield new CaseEvent.TaskCancelled(stamp, c.task(), c.reason());
            }
            case CONTACT -> {
                CaseCommand.Contact c = (CaseCommand.Contact) command;
                yield new CaseEvent.Contacted(stamp, c.means(), c.outcome(), c.note());
            }
            case SUSPEND -> {
                CaseCommand.Suspend c = (CaseCommand.Suspend) command;
                yield new CaseEvent.Suspended(stamp, c.ground(), c.explanation(), c.until(), c.approvedBy());
            }
            case RESUME -> {
                CaseCommand.Resume c = (CaseCommand.Resume) command;
                yield new CaseEvent.Resumed(stamp, c.cause());
            }
            case ASK_EXTENSION -> {
                CaseCommand.AskExtension c = (CaseCommand.AskExtension) command;
                yield new CaseEvent.ExtensionAsked(stamp, c.amount(), c.reason());
            }
            case GRANT_EXTENSION -> {
                CaseCommand.GrantExtension c = (CaseCommand.GrantExtension) command;
                yield new CaseEvent.ExtensionGranted(stamp, c.amount(), c.told());
            }
            case REFUSE_EXTENSION -> {
                CaseCommand.RefuseExtension c = (CaseCommand.RefuseExtension) command;
                yield new CaseEvent.ExtensionRefused(stamp, c.reason());
            }
            case REPLY_ASSISTING -> {
                CaseCommand.ReplyAssisting c = (CaseCommand.ReplyAssisting) command;
                yield new CaseEvent.AssistingReplied(stamp, c.department(), c.result());
            }
            case REPLY -> {
                CaseCommand.Reply c = (CaseCommand.Reply) command;
                yield new CaseEvent.Replied(stamp, c.result());
            }
            case SEND_BACK -> {
                CaseCommand.SendBack c = (CaseCommand.SendBack) command;
                yield new CaseEvent.ReplySentBack(stamp, c.ground(), c.reason());
            }
            case ACCEPT_REPLY -> new CaseEvent.ReplyAccepted(stamp);
            case WAIVE_CALLBACK -> {
                CaseCommand.WaiveCallback c = (CaseCommand.WaiveCallback) command;
                yield new CaseEvent.CallbackWaived(stamp, c.exemption());
            }
            case ATTEMPT_CALLBACK -> {
                CaseCommand.AttemptCallback c = (CaseCommand.AttemptCallback) command;
                yield new CaseEvent.CallbackAttempted(stamp, c.failure());
            }
            case RECORD_CALLBACK -> {
                CaseCommand.RecordCallback c = (CaseCommand.RecordCallback) command;
                yield new CaseEvent.CallbackDone(stamp, c.answer());
            }
            case CLOSE -> {
                CaseCommand.Close c = (CaseCommand.Close) command;
                yield new CaseEvent.Closed(stamp, c.ground());
            }
            case REOPEN -> {
                CaseCommand.Reopen c = (CaseCommand.Reopen) command;
                yield new CaseEvent.Reopened(stamp, c.reason());
            }
            case REOPEN_CLOSED -> {
                CaseCommand.ReopenClosed c = (CaseCommand.ReopenClosed) command;
                yield new CaseEvent.ClosedReopened(stamp, c.reason());
            }
            case RECORD_FINDING -> {
                CaseCommand.RecordFinding c = (CaseCommand.RecordFinding) command;
                yield new CaseEvent.FindingRecorded(stamp, c.finding(), c.reason(), c.confirmedBy());
            }
            case ATTRIBUTE -> {
                CaseCommand.Attribute c = (CaseCommand.Attribute) command;
                yield new CaseEvent.Attributed(stamp, c.attribution(), c.reason());
            }
            case MERGE -> {
                CaseCommand.Merge c = (CaseCommand.Merge) command;
                yield new CaseEvent.Merged(stamp, c.master(), c.evidence());
            }
            case UNMERGE -> {
                CaseCommand.Unmerge c = (CaseCommand.Unmerge) command;
                yield new CaseEvent.Unmerged(stamp, c.reason());
            }
            case ADD_FOLLOWER -> {
                CaseCommand.AddFollower c = (CaseCommand.AddFollower) command;
                yield new CaseEvent.FollowerAdded(stamp, c.follower());
            }
            case REMOVE_FOLLOWER -> {
                CaseCommand.RemoveFollower c = (CaseCommand.RemoveFollower) command;
                yield new CaseEvent.FollowerRemoved(stamp, c.follower());
            }
            case SPLIT -> {
                CaseCommand.Split c = (CaseCommand.Split) command;
                yield new CaseEvent.SplitOff(stamp, c.children(), c.reason());
            }
            case URGE -> {
                CaseCommand.Urge c = (CaseCommand.Urge) command;
                yield new CaseEvent.Urged(stamp, c.note());
            }
            case SUPERVISE -> {
                CaseCommand.Supervise c = (CaseCommand.Supervise) command;
                yield new CaseEvent.PutUnderSupervision(stamp, c.level(), c.ground(), c.by());
            }
            case LIFT_SUPERVISION -> {
                CaseCommand.LiftSupervision c = (CaseCommand.LiftSupervision) command;
                yield new CaseEvent.SupervisionLifted(stamp, c.reason());
            }
            case ESCALATE -> {
                CaseCommand.Escalate c = (CaseCommand.Escalate) command;
                yield new CaseEvent.Escalated(stamp, c.level(), c.reason());
            }
            case ADD_NOTE -> {
                CaseCommand.AddNote c = (CaseCommand.AddNote) command;
                yield new CaseEvent.NoteAdded(stamp, c.visibility(), c.text(), c.attachments());
            }
            case LINK -> {
                CaseCommand.Link c = (CaseCommand.Link) command;
                yield new CaseEvent.Linked(stamp, c.related());
            }
            case ARCHIVE -> {
                CaseCommand.Archive c = (CaseCommand.Archive) command;
                yield new CaseEvent.Archived(stamp, c.retention());
            }
            case CORRECT -> {
                CaseCommand.Correct c = (CaseCommand.Correct) command;
                yield new CaseEvent.Corrected(stamp, c.right(), c.reason(), c.confirmedBy());
            }
            case ERASE -> {
                CaseCommand.Erase c = (CaseCommand.Erase) command;
                yield new CaseEvent.PersonalDataErased(stamp, c.fields(), c.ground());
            }
            case RECALCULATE -> {
                CaseCommand.Recalculate c = (CaseCommand.Recalculate) command;
                yield new CaseEvent.CalendarRecalculated(stamp, c.calendar(), c.dueBefore(), c.dueAfter());
            }
            case REGISTER, UNKNOWN -> throw new IllegalStateException("no command for " + command.act());
        };
    }
}
