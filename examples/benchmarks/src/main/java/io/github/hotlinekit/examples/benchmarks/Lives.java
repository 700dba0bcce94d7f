package io.github.hotlinekit.examples.benchmarks;

import io.github.hotlinekit.core.cases.*;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.privacy.PersonName;
import io.github.hotlinekit.core.privacy.PhoneNumber;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A life of twenty events, as a complaint about noise may have one, and the event that may follow. */
final class Lives {

    private static final DepartmentCode LEAD = DepartmentCode.of("ZJJ");
    private static final DepartmentCode ASSISTANT = DepartmentCode.of("CGJ");
    private static final Actor AGENT = Actor.of(Role.AGENT).as(new StaffRef("A-17"));
    private static final Actor DISPATCHER = Actor.of(Role.DISPATCHER).as(new StaffRef("D-3"));
    private static final Actor CLERK = Actor.of(Role.DEPARTMENT_CLERK, LEAD).at(new Post("二科"));
    private static final Actor ASSISTING = Actor.of(Role.DEPARTMENT_CLERK, ASSISTANT);
    private static final Actor HANDLER = Actor.of(Role.HANDLER, LEAD).at(new Post("巡查一组"));
    private static final Actor REVIEWER = Actor.of(Role.REVIEWER);
    private static final Actor CALLER = Actor.of(Role.CALLBACK_AGENT);

    private Lives() {}

    /** The case after its twentieth event, the second dispatch's reply reviewed and waiting for the callback. */
    static Case ofTwenty(int serial) {
        Instant at = Instant.parse("2026-03-02T01:00:00Z").plusSeconds(serial % 31_536_000L);
        Registration registration = Registration.builder()
                .number(CaseNumber.of("GD2026" + serial))
                .kind(CaseKind.COMPLAINT)
                .channel(Channel.PHONE)
                .requester(Requester.builder()
                        .type(RequesterType.RESIDENT)
                        .disclosure(Requester.Disclosure.OPEN)
                        .name(PersonName.of("张三丰"))
                        .phone(PhoneNumber.of("1380000" + (1_000 + serial % 9_000)))
                        .build())
                .title(FreeText.of("工地夜间施工噪音扰民"))
                .text(FreeText.of("八七路口的工地夜里十二点还在打桩，孩子睡不着，希望有人来管一管。"))
                .area(AreaCode.of("350581001002"))
                .build();
        Case subject = CaseLifecycle.standard()
                .register(registration, CommandContext.of(AGENT, at))
                .orElseThrow();
        int minutes = 0;
        for (Turn turn : TURNS) {
            minutes += 30;
            subject = CaseLifecycle.standard()
                    .decide(subject, turn.command(), CommandContext.of(turn.actor(), at.plusSeconds(minutes * 60L)))
                    .orElseThrow();
        }
        if (subject.version() != 20) {
            throw new IllegalStateException("a life must have 20 events, but has " + subject.version());
        }
        return subject;
    }

    private record Turn(CaseCommand command, Actor actor) {}

    private static final List<Turn> TURNS = List.of(
            new Turn(CaseCommand.Classify.of(CategoryCode.of("05.02.01"), "12345-default@2026.1"), AGENT),
            new Turn(new CaseCommand.Dispatch(LEAD, List.of(ASSISTANT), Optional.of("R-0502")), DISPATCHER),
            new Turn(new CaseCommand.SignFor(), CLERK),
            new Turn(new CaseCommand.SignForAssisting(ASSISTANT), ASSISTING),
            new Turn(CaseCommand.AssignTask.of(1, Assignee.of(new Post("巡查一组")), FreeText.of("夜间到场测量噪音")), CLERK),
            new Turn(CaseCommand.Contact.of(ContactMeans.PHONE, ContactOutcome.REACHED), HANDLER),
            new Turn(CaseCommand.ReportTask.of(1, FreeText.of("二十三时测得七十分贝，已责令停工")), HANDLER),
            new Turn(new CaseCommand.AcceptTask(1), CLERK),
            new Turn(new CaseCommand.AskExtension(ExtensionAmount.ofWorkingDays(3), FreeText.of("需复测")), CLERK),
            new Turn(CaseCommand.GrantExtension.of(ExtensionAmount.ofWorkingDays(2)), DISPATCHER),
            new Turn(CaseCommand.Urge.of(), Actor.of(Role.CITIZEN)),
            new Turn(new CaseCommand.ReplyAssisting(ASSISTANT, FreeText.of("已配合巡查")), ASSISTING),
            new Turn(new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.RESOLVED)), CLERK),
            new Turn(new CaseCommand.SendBack(ReworkGround.NO_EVIDENCE, FreeText.of("请附复测记录")), REVIEWER),
            new Turn(CaseCommand.AddNote.of(Visibility.DEPARTMENTS, FreeText.of("复测记录已上传")), CLERK),
            new Turn(new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.RESOLVED)), CLERK),
            new Turn(new CaseCommand.AcceptReply(), REVIEWER),
            new Turn(new CaseCommand.AttemptCallback(CallbackFailure.NO_ANSWER), CALLER),
            new Turn(
                    new CaseCommand.RecordCallback(CallbackAnswer.of(Resolution.YES, Satisfaction.SATISFIED)), CALLER));

    /** What may follow: the closing. */
    static CaseCommand next() {
        return new CaseCommand.Close(ClosingGround.CALLBACK_DONE);
    }

    /** Who may close, and when. */
    static CommandContext nextContext(Case subject) {
        return CommandContext.of(CALLER, subject.since().plusSeconds(7_200));
    }
}
