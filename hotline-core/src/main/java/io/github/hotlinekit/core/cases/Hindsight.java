package io.github.hotlinekit.core.cases;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What in a timeline contradicts the events before it. Looked for where an event is put right. Of the rules
 * those count that make events fit each other; not those that say what should have been done, since what
 * happened happened, nor those that a policy asks for.
 */
final class Hindsight {

    private static final Set<LifecycleRule> RULES = EnumSet.of(
            LifecycleRule.SECOND_PERSON,
            LifecycleRule.LEAD_ASSISTS,
            LifecycleRule.OTHER_LEAD,
            LifecycleRule.ASSISTING_CHANGES,
            LifecycleRule.NOT_THE_LEAD,
            LifecycleRule.NOT_ASSIGNED,
            LifecycleRule.OWN_SHARE,
            LifecycleRule.NEXT_TASK,
            LifecycleRule.TASK_KNOWN,
            LifecycleRule.NO_OPEN_TASK,
            LifecycleRule.UNTIL_LATER,
            LifecycleRule.NO_EXTENSION_PENDING,
            LifecycleRule.EXTENSION_PENDING,
            LifecycleRule.AT_MOST_ASKED,
            LifecycleRule.GROUND_MATCHES,
            LifecycleRule.MERGED_BEFORE,
            LifecycleRule.OPEN_OR_MERGED,
            LifecycleRule.CHILDREN_DIFFER,
            LifecycleRule.LEVEL_RISES);

    /** An event that breaks a rule. */
    record Contradiction(int sequence, LifecycleRule rule) {}

    private Hindsight() {}

    /**
     * Every contradiction of a timeline. Linear in its length.
     *
     * @throws IllegalArgumentException if an event is not allowed in the state before it
     */
    static Set<Contradiction> contradictions(List<CaseEvent> known) {
        Set<Contradiction> found = new HashSet<>();
        Standing standing = Standing.of((CaseEvent.Registered) known.get(0));
        Instant received = known.get(0).at();
        for (int i = 1; i < known.size(); i++) {
            CaseEvent event = known.get(i);
            Case.requireNext(standing, event, i + 1);
            Transition row = TransitionTable.row(event.act());
            if (event.at().isBefore(received)) {
                found.add(new Contradiction(i + 1, LifecycleRule.BEFORE_RECEIPT));
            }
            if (row.to().isPresent() && event.at().isBefore(standing.progress().since())) {
                found.add(new Contradiction(i + 1, LifecycleRule.BEFORE_LAST_CHANGE));
            }
            Optional<CaseCommand> command = command(event);
            if (command.isPresent()) {
                Attempt attempt = new Attempt(
                        Case.known(known.subList(0, i), standing),
                        command.get(),
                        context(event.stamp()),
                        LifecyclePolicy.STANDARD);
                for (LifecycleRule rule : row.rules()) {
                    if (RULES.contains(rule) && !Rules.holds(rule, attempt)) {
                        found.add(new Contradiction(i + 1, rule));
                    }
                }
            }
            standing = standing.after(event, row);
        }
        return found;
    }

    private static CommandContext context(Stamp stamp) {
        return new CommandContext(stamp.actor(), stamp.at(), stamp.recorded(), Optional.empty(), Optional.empty());
    }

    /** The command that an event comes of, where one of the rules looks at it. */
    private static Optional<CaseCommand> command(CaseEvent event) {
        return Optional.ofNullable(
                switch (event.act()) {
                    case MARK_INVALID -> {
                        CaseEvent.MarkedInvalid e = (CaseEvent.MarkedInvalid) event;
                        yield new CaseCommand.MarkInvalid(e.ground(), e.confirmedBy());
                    }
                    case RECORD_FINDING -> {
                        CaseEvent.FindingRecorded e = (CaseEvent.FindingRecorded) event;
                        yield new CaseCommand.RecordFinding(e.finding(), e.reason(), e.confirmedBy());
                    }
                    case DISPATCH -> {
                        CaseEvent.Dispatched e = (CaseEvent.Dispatched) event;
                        yield new CaseCommand.Dispatch(e.lead(), e.assisting(), e.rule());
                    }
                    case REDISPATCH -> {
                        CaseEvent.Redispatched e = (CaseEvent.Redispatched) event;
                        yield new CaseCommand.Redispatch(e.lead(), e.assisting(), e.reason());
                    }
                    case RULE -> {
                        CaseEvent.Ruled e = (CaseEvent.Ruled) event;
                        yield new CaseCommand.Rule(e.lead(), e.assisting(), e.reason());
                    }
                    case CHANGE_ASSISTING -> {
                        CaseEvent.AssistingChanged e = (CaseEvent.AssistingChanged) event;
                        yield new CaseCommand.ChangeAssisting(e.added(), e.released(), e.reason());
                    }
                    case SIGN_FOR -> new CaseCommand.SignFor();
                    case SIGN_FOR_ASSISTING ->
                        new CaseCommand.SignForAssisting(((CaseEvent.AssistingSignedFor) event).department());
                    case RETURN -> {
                        CaseEvent.Returned e = (CaseEvent.Returned) event;
                        yield new CaseCommand.Return(e.ground(), e.explanation(), e.basis(), e.suggested());
                    }
                    case RETURN_ASSISTING -> {
                        CaseEvent.AssistingReturned e = (CaseEvent.AssistingReturned) event;
                        yield new CaseCommand.ReturnAssisting(e.department(), e.ground(), e.explanation());
                    }
                    case ASSIGN_TASK -> {
                        CaseEvent.TaskAssigned e = (CaseEvent.TaskAssigned) event;
                        yield new CaseCommand.AssignTask(e.task(), e.assignee(), e.what(), e.due());
                    }
                    case REPORT_TASK -> {
                        CaseEvent.TaskReported e = (CaseEvent.TaskReported) event;
                        yield new CaseCommand.ReportTask(e.task(), e.result(), e.evidence());
                    }
                    case ACCEPT_TASK -> new CaseCommand.AcceptTask(((CaseEvent.TaskAccepted) event).task());
                    case SEND_BACK_TASK -> {
                        CaseEvent.TaskSentBack e = (CaseEvent.TaskSentBack) event;
                        yield new CaseCommand.SendBackTask(e.task(), e.reason());
                    }
                    case CANCEL_TASK -> {
                        CaseEvent.TaskCancelled e = (CaseEvent.TaskCancelled) event;
                        yield new CaseCommand.CancelTask(e.task(), e.reason());
                    }
                    case CONTACT -> {
                        CaseEvent.Contacted e = (CaseEvent.Contacted) event;
                        yield new CaseCommand.Contact(e.means(), e.outcome(), e.note());
                    }
                    case SUSPEND -> {
                        CaseEvent.Suspended e = (CaseEvent.Suspended) event;
                        yield new CaseCommand.Suspend(e.ground(), e.explanation(), e.until(), e.approvedBy());
                    }
                    case RESUME -> new CaseCommand.Resume(((CaseEvent.Resumed) event).cause());
                    case ASK_EXTENSION -> {
                        CaseEvent.ExtensionAsked e = (CaseEvent.ExtensionAsked) event;
                        yield new CaseCommand.AskExtension(e.amount(), e.reason());
                    }
                    case GRANT_EXTENSION -> {
                        CaseEvent.ExtensionGranted e = (CaseEvent.ExtensionGranted) event;
                        yield new CaseCommand.GrantExtension(e.amount(), e.told());
                    }
                    case REFUSE_EXTENSION ->
                        new CaseCommand.RefuseExtension(((CaseEvent.ExtensionRefused) event).reason());
                    case REPLY_ASSISTING -> {
                        CaseEvent.AssistingReplied e = (CaseEvent.AssistingReplied) event;
                        yield new CaseCommand.ReplyAssisting(e.department(), e.result());
                    }
                    case REPLY -> new CaseCommand.Reply(((CaseEvent.Replied) event).result());
                    case CLOSE -> new CaseCommand.Close(((CaseEvent.Closed) event).ground());
                    case MERGE -> {
                        CaseEvent.Merged e = (CaseEvent.Merged) event;
                        yield new CaseCommand.Merge(e.master(), e.evidence());
                    }
                    case UNMERGE -> new CaseCommand.Unmerge(((CaseEvent.Unmerged) event).reason());
                    case SPLIT -> {
                        CaseEvent.SplitOff e = (CaseEvent.SplitOff) event;
                        yield new CaseCommand.Split(e.children(), e.reason());
                    }
                    case ESCALATE -> {
                        CaseEvent.Escalated e = (CaseEvent.Escalated) event;
                        yield new CaseCommand.Escalate(e.level(), e.reason());
                    }
                    default -> null; // none of the rules looks at it
                });
    }
}
