package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.privacy.PhoneNumber;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.testkit.Commands;
import io.github.hotlinekit.core.testkit.Wish;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A small alphabet of commands: two departments that may lead, one that may assist, one task, every act. */
final class Alphabet {

    static final DepartmentCode A = DepartmentCode.of("A");
    static final DepartmentCode B = DepartmentCode.of("B");
    static final DepartmentCode HELPER = DepartmentCode.of("H");

    private static final FreeText TEXT = FreeText.of("x");
    private static final Actor SECOND = Actor.of(Role.REVIEWER).as(StaffRef.of("2"));
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");
    private static final Case MASTER = fresh("M", CaseKind.COMPLAINT, Optional.empty());

    /** Everybody: each role, and those of departments once for each department. */
    private static final List<Actor> EVERYBODY = everybody();

    private Alphabet() {}

    private static List<Actor> everybody() {
        List<Actor> all = new ArrayList<>();
        for (Role role : Role.values()) {
            if (role.isOfDepartment()) {
                List.of(A, B, HELPER).forEach(d -> all.add(Actor.of(role, d)));
            } else {
                all.add(Actor.of(role));
            }
        }
        return List.copyOf(all);
    }

    static Case fresh(String number, CaseKind kind, Optional<Source> source) {
        return CaseLifecycle.standard()
                .register(
                        Registration.builder()
                                .number(CaseNumber.of(number))
                                .kind(kind)
                                .channel(Channel.PHONE)
                                .requester(new Requester(
                                        RequesterType.RESIDENT,
                                        Requester.Disclosure.OPEN,
                                        Optional.empty(),
                                        Optional.of(PhoneNumber.of("13800000000")),
                                        Optional.empty()))
                                .source(source)
                                .build(),
                        CommandContext.of(Actor.of(Role.AGENT), Walk.START))
                .orElseThrow();
    }

    /** Every command of the alphabet by everybody. */
    static Collection<Wish> byEverybody(Case subject) {
        List<Wish> wishes = new ArrayList<>();
        for (CaseCommand command : commands(subject)) {
            for (Actor actor : EVERYBODY) {
                wishes.add(wish(subject, command, actor));
            }
        }
        return wishes;
    }

    /** The commands that move a case or decide what may move it, by those who may, under a policy. */
    static Collection<Wish> thatMatter(LifecyclePolicy policy, Case subject) {
        List<Wish> wishes = new ArrayList<>();
        for (CaseCommand command : commands(subject)) {
            Transition row = Commands.row(command.act());
            if (!row.from().contains(subject.state()) || ASIDE.contains(command.act())) {
                continue;
            }
            Set<Role> roles = policy.roles(row);
            for (Actor actor : EVERYBODY) {
                if (roles.contains(actor.role())) {
                    wishes.add(wish(subject, command, actor));
                }
            }
        }
        return wishes;
    }

    private static final Set<Act> ASIDE = EnumSet.of(
            Act.CLASSIFY,
            Act.PRIORITIZE,
            Act.TAG,
            Act.ADD_NOTE,
            Act.LINK,
            Act.ATTRIBUTE,
            Act.SUPERVISE,
            Act.LIFT_SUPERVISION,
            Act.ESCALATE,
            Act.ADD_FOLLOWER,
            Act.REMOVE_FOLLOWER,
            Act.SPLIT,
            Act.URGE,
            Act.RECALCULATE,
            Act.CORRECT,
            Act.ERASE,
            Act.RECORD_FINDING,
            Act.ASK_EXTENSION,
            Act.GRANT_EXTENSION,
            Act.REFUSE_EXTENSION);

    private static Wish wish(Case subject, CaseCommand command, Actor actor) {
        Instant at = Commands.recorded(subject).plusSeconds(60);
        return new Wish(command, new CommandContext(actor, at, at, Optional.of(FAR), Optional.of(MASTER)));
    }

    /** Commands of every act. */
    static List<CaseCommand> commands(Case subject) {
        int task = Math.max(1, subject.tasks().size());
        ExtensionAmount day = ExtensionAmount.ofWorkingDays(1);
        CaseKind other = subject.kind() == CaseKind.COMPLAINT ? CaseKind.PRAISE : CaseKind.COMPLAINT;
        List<CaseCommand> all = new ArrayList<>(List.of(
                CaseCommand.Classify.of(CategoryCode.of("01"), "t@1"),
                new CaseCommand.ChangeKind(other, TEXT),
                CaseCommand.Prioritize.of(Priority.URGENT),
                new CaseCommand.SetTags(Set.of()),
                CaseCommand.AnswerAtDesk.of(),
                new CaseCommand.QueueForTriage(TEXT),
                new CaseCommand.Reject(RejectionGround.OTHER, TEXT),
                new CaseCommand.ReferToEmergency(EmergencyNumber.POLICE_110, Transfer.TOLD),
                new CaseCommand.ReferToStatutory(StatutoryChannel.PETITION, TEXT),
                new CaseCommand.MarkInvalid(InvalidGround.SILENT, SECOND),
                new CaseCommand.Withdraw(TEXT),
                new CaseCommand.End(Ending.WITHDRAWN, TEXT),
                new CaseCommand.End(Ending.MERGED, TEXT),
                CaseCommand.Dispatch.of(A),
                new CaseCommand.Dispatch(B, List.of(HELPER), Optional.empty()),
                CaseCommand.Redispatch.of(A, TEXT),
                new CaseCommand.Redispatch(B, List.of(HELPER), TEXT),
                new CaseCommand.ChangeAssisting(List.of(HELPER), List.of(), TEXT),
                new CaseCommand.ChangeAssisting(List.of(), List.of(HELPER), TEXT),
                new CaseCommand.SignFor(),
                new CaseCommand.SignForAssisting(HELPER),
                new CaseCommand.Return(ReturnGround.NOT_ITS_DUTY, TEXT, Optional.of(TEXT), Optional.empty()),
                new CaseCommand.ReturnAssisting(HELPER, ReturnGround.OTHER, TEXT),
                new CaseCommand.RefuseReturn(TEXT),
                new CaseCommand.OpenDispute(List.of(A, B), TEXT),
                CaseCommand.Rule.of(A, TEXT),
                new CaseCommand.Rule(B, List.of(HELPER), TEXT),
                new CaseCommand.ReportTask(task, TEXT, List.of()),
                new CaseCommand.AcceptTask(task),
                new CaseCommand.SendBackTask(task, TEXT),
                new CaseCommand.CancelTask(task, TEXT),
                CaseCommand.Contact.of(ContactMeans.PHONE, ContactOutcome.REACHED),
                CaseCommand.Contact.of(ContactMeans.PHONE, ContactOutcome.NOT_REACHED),
                new CaseCommand.Suspend(SuspensionGround.COURT, TEXT, FAR, Optional.of(Actor.of(Role.DISPATCHER))),
                new CaseCommand.Resume(ResumeCause.GROUND_OVER),
                new CaseCommand.AskExtension(day, TEXT),
                CaseCommand.GrantExtension.of(day),
                new CaseCommand.RefuseExtension(TEXT),
                new CaseCommand.ReplyAssisting(HELPER, TEXT),
                new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.RESOLVED)),
                new CaseCommand.SendBack(ReworkGround.OTHER, TEXT),
                new CaseCommand.AcceptReply(),
                new CaseCommand.WaiveCallback(CallbackExemption.ANONYMOUS),
                new CaseCommand.WaiveCallback(CallbackExemption.DECLINED),
                new CaseCommand.AttemptCallback(CallbackFailure.BUSY),
                new CaseCommand.RecordCallback(CallbackAnswer.of(Resolution.YES, Satisfaction.SATISFIED)),
                new CaseCommand.RecordCallback(CallbackAnswer.of(Resolution.NO)),
                new CaseCommand.Close(ClosingGround.CALLBACK_DONE),
                new CaseCommand.Close(ClosingGround.CALLBACK_FAILED),
                new CaseCommand.Close(ClosingGround.UNKNOWN),
                new CaseCommand.Reopen(TEXT),
                new CaseCommand.ReopenClosed(TEXT),
                new CaseCommand.RecordFinding(Finding.UNREASONABLE, TEXT, SECOND),
                CaseCommand.Attribute.of(Attribution.OTHER),
                new CaseCommand.Merge(MASTER.number(), TEXT),
                new CaseCommand.Unmerge(TEXT),
                new CaseCommand.AddFollower(CaseNumber.of("F")),
                new CaseCommand.RemoveFollower(CaseNumber.of("F")),
                new CaseCommand.Split(List.of(CaseNumber.of("S")), TEXT),
                CaseCommand.Urge.of(),
                CaseCommand.Supervise.of(1, SupervisionGround.OVERDUE),
                new CaseCommand.LiftSupervision(TEXT),
                new CaseCommand.Escalate(1, TEXT),
                CaseCommand.AddNote.of(Visibility.HOTLINE, TEXT),
                new CaseCommand.Link(new RelatedCase(CaseNumber.of("R"), Relation.OTHER)),
                CaseCommand.Archive.of(),
                CaseCommand.Correct.of(subject.events().get(0), TEXT),
                new CaseCommand.Erase(Set.of(), ErasureGround.REQUEST),
                CaseCommand.Recalculate.of("cn@1")));
        if (subject.tasks().isEmpty()) { // one task is enough
            all.add(CaseCommand.AssignTask.of(1, Assignee.of(Post.of("P")), TEXT));
        }
        return all;
    }
}
