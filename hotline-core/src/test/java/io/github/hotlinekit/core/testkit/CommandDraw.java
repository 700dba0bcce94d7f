package io.github.hotlinekit.core.testkit;

import static io.github.hotlinekit.core.testkit.Registrations.attachments;
import static io.github.hotlinekit.core.testkit.Registrations.department;
import static io.github.hotlinekit.core.testkit.Registrations.maybe;
import static io.github.hotlinekit.core.testkit.Registrations.one;
import static io.github.hotlinekit.core.testkit.Registrations.text;

import io.github.hotlinekit.core.cases.Act;
import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Assignee;
import io.github.hotlinekit.core.cases.AssignmentState;
import io.github.hotlinekit.core.cases.Attribution;
import io.github.hotlinekit.core.cases.CallbackAnswer;
import io.github.hotlinekit.core.cases.CallbackExemption;
import io.github.hotlinekit.core.cases.CallbackFailure;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.ClosingGround;
import io.github.hotlinekit.core.cases.ContactMeans;
import io.github.hotlinekit.core.cases.ContactOutcome;
import io.github.hotlinekit.core.cases.EmergencyNumber;
import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.cases.ErasureGround;
import io.github.hotlinekit.core.cases.ExtensionAmount;
import io.github.hotlinekit.core.cases.ExtensionUnit;
import io.github.hotlinekit.core.cases.Finding;
import io.github.hotlinekit.core.cases.InvalidGround;
import io.github.hotlinekit.core.cases.Post;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.Publicity;
import io.github.hotlinekit.core.cases.Reference;
import io.github.hotlinekit.core.cases.RejectionGround;
import io.github.hotlinekit.core.cases.RelatedCase;
import io.github.hotlinekit.core.cases.Relation;
import io.github.hotlinekit.core.cases.ReplyOutcome;
import io.github.hotlinekit.core.cases.ReplyResult;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.ResumeCause;
import io.github.hotlinekit.core.cases.RetentionClass;
import io.github.hotlinekit.core.cases.ReturnGround;
import io.github.hotlinekit.core.cases.ReworkGround;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.core.cases.StaffRef;
import io.github.hotlinekit.core.cases.StatutoryChannel;
import io.github.hotlinekit.core.cases.SupervisionGround;
import io.github.hotlinekit.core.cases.SuspensionGround;
import io.github.hotlinekit.core.cases.Task;
import io.github.hotlinekit.core.cases.TaskState;
import io.github.hotlinekit.core.cases.Transfer;
import io.github.hotlinekit.core.cases.Visibility;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.PersonalField;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A command on a case, with parts that suit it or not. */
final class CommandDraw extends CaseDraw {

    private static final List<CategoryCode> CATEGORIES =
            List.of(CategoryCode.of("01.02"), CategoryCode.of("03.02.05"), CategoryCode.of("07"));

    CommandDraw(Random random, Case subject, boolean suits, Instant at) {
        super(random, subject, suits, at);
    }

    private int task(TaskState... in) {
        Set<TaskState> wanted = Set.of(in);
        List<Integer> found = subject.tasks().stream()
                .filter(t -> wanted.contains(t.state()))
                .map(Task::number)
                .toList();
        return found.isEmpty() || (!suits && random.nextBoolean())
                ? 1 + random.nextInt(3)
                : found.get(random.nextInt(found.size()));
    }

    private List<DepartmentCode> someBut(DepartmentCode lead) {
        List<DepartmentCode> some = new ArrayList<>();
        for (DepartmentCode d : Commands.DEPARTMENTS) {
            if (random.nextInt(5) == 0 && (!d.equals(lead) || !suits)) {
                some.add(d);
            }
        }
        if (!suits && !some.isEmpty() && random.nextInt(4) == 0) {
            some.add(some.get(0));
        }
        return some;
    }

    private DepartmentCode newLead() {
        DepartmentCode lead = department(random);
        return suits && subject.lead().equals(Optional.of(lead))
                ? Commands.DEPARTMENTS.get((Commands.DEPARTMENTS.indexOf(lead) + 1) % Commands.DEPARTMENTS.size())
                : lead;
    }

    private Actor second() {
        Role role = random.nextBoolean() ? Role.REVIEWER : Role.SUPERVISOR;
        return suits ? Actor.of(role).as(StaffRef.of("second")) : anybody();
    }

    CaseCommand command(Act act) {
        return switch (act) {
            case CLASSIFY ->
                new CaseCommand.Classify(
                        CATEGORIES.get(random.nextInt(3)),
                        "12345-default@2026.1",
                        suits ? Optional.of(text(random)) : Optional.empty());
            case CHANGE_KIND -> new CaseCommand.ChangeKind(one(random, CaseKind.values()), text(random));
            case PRIORITIZE ->
                new CaseCommand.Prioritize(one(random, Priority.values()), maybe(random, () -> text(random)));
            case TAG -> new CaseCommand.SetTags(Registrations.tags(random));
            case ANSWER_AT_DESK ->
                new CaseCommand.AnswerAtDesk(
                        maybe(random, () -> text(random)),
                        maybe(random, () -> Reference.of("kb/" + random.nextInt(99))));
            case QUEUE_FOR_TRIAGE -> new CaseCommand.QueueForTriage(text(random));
            case REJECT -> new CaseCommand.Reject(one(random, RejectionGround.values()), text(random));
            case REFER_EMERGENCY ->
                new CaseCommand.ReferToEmergency(one(random, EmergencyNumber.values()), one(random, Transfer.values()));
            case REFER_STATUTORY ->
                new CaseCommand.ReferToStatutory(one(random, StatutoryChannel.values()), text(random));
            case MARK_INVALID -> new CaseCommand.MarkInvalid(one(random, InvalidGround.values()), second());
            case WITHDRAW -> new CaseCommand.Withdraw(text(random));
            case END -> new CaseCommand.End(one(random, Ending.values()), text(random));
            case DISPATCH -> {
                DepartmentCode lead = department(random);
                yield new CaseCommand.Dispatch(lead, someBut(lead), maybe(random, () -> "C" + random.nextInt(99)));
            }
            case REDISPATCH -> {
                DepartmentCode lead = newLead();
                yield new CaseCommand.Redispatch(lead, someBut(lead), text(random));
            }
            case CHANGE_ASSISTING -> changeAssisting();
            case SIGN_FOR -> new CaseCommand.SignFor();
            case SIGN_FOR_ASSISTING -> new CaseCommand.SignForAssisting(assistant(s -> s == AssignmentState.OFFERED));
            case RETURN ->
                new CaseCommand.Return(
                        one(random, ReturnGround.values()),
                        text(random),
                        maybe(random, () -> text(random)),
                        maybe(random, () -> department(random)));
            case RETURN_ASSISTING ->
                new CaseCommand.ReturnAssisting(
                        assistant(AssignmentState::isOpen), one(random, ReturnGround.values()), text(random));
            case REFUSE_RETURN -> new CaseCommand.RefuseReturn(text(random));
            case OPEN_DISPUTE -> new CaseCommand.OpenDispute(someBut(lead()), text(random));
            case RULE -> {
                DepartmentCode lead = department(random);
                yield new CaseCommand.Rule(lead, someBut(lead), text(random));
            }
            case ASSIGN_TASK ->
                new CaseCommand.AssignTask(
                        subject.tasks().size() + (suits ? 1 : 1 + random.nextInt(2)),
                        new Assignee(Post.of("岗位" + random.nextInt(4)), maybe(random, () -> StaffRef.of("w-1"))),
                        text(random),
                        maybe(random, () -> at.plusSeconds(86_400)));
            case REPORT_TASK ->
                new CaseCommand.ReportTask(
                        task(TaskState.GIVEN, TaskState.SENT_BACK), text(random), attachments(random));
            case ACCEPT_TASK -> new CaseCommand.AcceptTask(task(TaskState.REPORTED));
            case SEND_BACK_TASK -> new CaseCommand.SendBackTask(task(TaskState.REPORTED), text(random));
            case CANCEL_TASK ->
                new CaseCommand.CancelTask(
                        task(TaskState.GIVEN, TaskState.SENT_BACK, TaskState.REPORTED), text(random));
            case CONTACT ->
                new CaseCommand.Contact(
                        one(random, ContactMeans.values()),
                        one(random, ContactOutcome.values()),
                        maybe(random, () -> text(random)));
            case SUSPEND ->
                new CaseCommand.Suspend(
                        one(random, SuspensionGround.values()),
                        text(random),
                        at.plus(Duration.ofDays(suits ? 1 + random.nextInt(20) : random.nextInt(3) - 1)),
                        suits ? Optional.of(Actor.of(Role.DISPATCHER)) : maybe(random, this::anybody));
            case RESUME -> new CaseCommand.Resume(one(random, ResumeCause.values()));
            case ASK_EXTENSION -> new CaseCommand.AskExtension(amount(), text(random));
            case GRANT_EXTENSION ->
                new CaseCommand.GrantExtension(
                        suits ? subject.pendingExtension().map(this::less).orElseGet(this::amount) : amount(),
                        maybe(random, () -> at));
            case REFUSE_EXTENSION -> new CaseCommand.RefuseExtension(text(random));
            case REPLY_ASSISTING ->
                new CaseCommand.ReplyAssisting(assistant(s -> s == AssignmentState.SIGNED), text(random));
            case REPLY ->
                new CaseCommand.Reply(new ReplyResult(
                        one(random, ReplyOutcome.values()),
                        maybe(random, () -> text(random)),
                        one(random, Publicity.values()),
                        maybe(random, () -> text(random)),
                        maybe(random, () -> one(random, Attribution.values())),
                        maybe(random, () -> one(random, Finding.values())),
                        attachments(random)));
            case SEND_BACK -> new CaseCommand.SendBack(one(random, ReworkGround.values()), text(random));
            case ACCEPT_REPLY -> new CaseCommand.AcceptReply();
            case WAIVE_CALLBACK -> new CaseCommand.WaiveCallback(one(random, CallbackExemption.values()));
            case ATTEMPT_CALLBACK -> new CaseCommand.AttemptCallback(one(random, CallbackFailure.values()));
            case RECORD_CALLBACK ->
                new CaseCommand.RecordCallback(new CallbackAnswer(
                        one(random, Resolution.values()),
                        maybe(random, () -> one(random, Satisfaction.values())),
                        maybe(random, () -> text(random))));
            case CLOSE -> new CaseCommand.Close(ground());
            case REOPEN -> new CaseCommand.Reopen(text(random));
            case REOPEN_CLOSED -> new CaseCommand.ReopenClosed(text(random));
            case RECORD_FINDING -> new CaseCommand.RecordFinding(one(random, Finding.values()), text(random), second());
            case ATTRIBUTE ->
                new CaseCommand.Attribute(one(random, Attribution.values()), maybe(random, () -> text(random)));
            case MERGE -> new CaseCommand.Merge(Masters.number(subject, suits, random), text(random));
            case UNMERGE -> new CaseCommand.Unmerge(text(random));
            case ADD_FOLLOWER -> new CaseCommand.AddFollower(otherOrItself());
            case REMOVE_FOLLOWER ->
                new CaseCommand.RemoveFollower(
                        subject.followers().isEmpty() || !suits
                                ? otherOrItself()
                                : subject.followers().get(0));
            case SPLIT -> split();
            case URGE -> new CaseCommand.Urge(maybe(random, () -> text(random)));
            case SUPERVISE ->
                new CaseCommand.Supervise(
                        1 + random.nextInt(9), one(random, SupervisionGround.values()), maybe(random, () -> at));
            case LIFT_SUPERVISION -> new CaseCommand.LiftSupervision(text(random));
            case ESCALATE ->
                new CaseCommand.Escalate(
                        suits ? Math.min(9, subject.escalation() + 1) : 1 + random.nextInt(9), text(random));
            case ADD_NOTE ->
                new CaseCommand.AddNote(one(random, Visibility.values()), text(random), attachments(random));
            case LINK ->
                new CaseCommand.Link(new RelatedCase(Registrations.other(random), one(random, Relation.values())));
            case ARCHIVE -> new CaseCommand.Archive(maybe(random, () -> RetentionClass.of("short-5")));
            case CORRECT -> Corrections.any(random, subject, suits, second());
            case ERASE -> {
                Set<PersonalField> fields = EnumSet.noneOf(PersonalField.class);
                fields.add(one(random, PersonalField.values()));
                fields.add(one(random, PersonalField.values()));
                yield new CaseCommand.Erase(fields, one(random, ErasureGround.values()));
            }
            case RECALCULATE ->
                new CaseCommand.Recalculate("cn@2026." + random.nextInt(9), maybe(random, () -> at), Optional.of(at));
            case REGISTER, UNKNOWN -> throw new IllegalArgumentException("no command for " + act);
        };
    }

    private CaseCommand changeAssisting() {
        List<DepartmentCode> open = assisting(AssignmentState::isOpen);
        List<DepartmentCode> added = new ArrayList<>(someBut(lead()));
        List<DepartmentCode> released = new ArrayList<>();
        if (suits) {
            added.removeAll(open);
            released.addAll(open.subList(0, Math.min(open.size(), random.nextInt(2))));
        } else {
            released.addAll(someBut(lead()));
        }
        return new CaseCommand.ChangeAssisting(added, released, text(random));
    }

    private CaseCommand split() {
        List<CaseNumber> children = new ArrayList<>();
        int first = subject.children().size();
        for (int i = suits ? 0 : random.nextInt(2); i <= random.nextInt(2); i++) {
            children.add(CaseNumber.of(subject.number() + "-" + (suits ? first + i : random.nextInt(2))));
        }
        if (!suits && random.nextBoolean()) {
            children.add(subject.number());
        }
        return new CaseCommand.Split(children, text(random));
    }

    private CaseNumber otherOrItself() {
        return !suits && random.nextInt(4) == 0 ? subject.number() : Registrations.other(random);
    }

    private ExtensionAmount amount() {
        return new ExtensionAmount(1 + random.nextInt(5), one(random, ExtensionUnit.values()));
    }

    private ExtensionAmount less(ExtensionAmount asked) {
        return new ExtensionAmount(1 + random.nextInt(asked.amount()), asked.unit());
    }

    private ClosingGround ground() {
        if (!suits) {
            return one(random, ClosingGround.values());
        }
        Act last = Act.REPLY;
        for (CaseEvent event : subject.correctedEvents()) {
            boolean counts = switch (event.act()) {
                case REPLY, RECORD_CALLBACK -> true;
                case ATTEMPT_CALLBACK -> last != Act.RECORD_CALLBACK;
                default -> false;
            };
            last = counts ? event.act() : last;
        }
        return switch (last) {
            case RECORD_CALLBACK -> ClosingGround.CALLBACK_DONE;
            case ATTEMPT_CALLBACK -> ClosingGround.CALLBACK_FAILED;
            default -> ClosingGround.UNKNOWN;
        };
    }
}
