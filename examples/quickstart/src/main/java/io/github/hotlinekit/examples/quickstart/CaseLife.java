package io.github.hotlinekit.examples.quickstart;

import io.github.hotlinekit.core.cases.*;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.disclosure.*;
import io.github.hotlinekit.core.privacy.*;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The README's second program: a report of wrongdoing, a refusal, and who sees what. */
public final class CaseLife {

    private CaseLife() {}

    /** Prints a refusal, the requester as a log would show it, what the department sees, and one reveal. */
    public static void main(String[] args) {
        LifecyclePolicy city = LifecyclePolicy.builder("city@2026")
                .limit(Limit.RETURNS, 2)
                .limit(Limit.EXTENSIONS, 1)
                .require(LifecycleRule.NO_EXEMPTION)
                .build();
        CaseLifecycle lifecycle = CaseLifecycle.of(city);
        DepartmentCode bureau = DepartmentCode.of("ZJJ");
        Instant at = Instant.parse("2026-09-18T08:50:00Z");

        Registration report = Registration.builder()
                .number(CaseNumber.of("GD20260918002"))
                .kind(CaseKind.REPORT)
                .channel(Channel.PHONE)
                .requester(Requester.builder()
                        .type(RequesterType.RESIDENT)
                        .disclosure(Requester.Disclosure.CONFIDENTIAL)
                        .name(PersonName.of("张三丰"))
                        .phone(PhoneNumber.of("138 1234 5678"))
                        .build())
                .text(FreeText.of("工地夜间偷排泥浆，详情请电 13812345678 张三丰"))
                .build();
        Case received = lifecycle
                .register(report, CommandContext.of(Actor.of(Role.AGENT), at))
                .orElseThrow();
        Case sent = lifecycle
                .decide(
                        received,
                        new CaseCommand.Dispatch(bureau, List.of(), Optional.empty()),
                        CommandContext.of(Actor.of(Role.DISPATCHER), at.plusSeconds(600)))
                .orElseThrow();

        CaseCommand reply = new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.RESOLVED));
        Actor clerk = Actor.of(Role.DEPARTMENT_CLERK, bureau);
        if (lifecycle.decide(sent, reply, CommandContext.of(clerk, at.plusSeconds(900)))
                instanceof Decision.Refused refused) {
            System.out.println(
                    "refused: " + refused.rule() + ", " + refused.message().en());
        }
        Requester requester = sent.registration().requester();
        System.out.println("logged:  " + requester.name().orElseThrow() + " "
                + requester.phone().orElseThrow());

        CaseView seen = CaseView.of(sent, Viewer.of(bureau)).orElseThrow();
        System.out.println("bureau:  " + seen.requester().name() + ", "
                + seen.registration().orElseThrow().text().orElseThrow().masked());

        RevealRequest request = RevealRequest.of(RevealPurpose.CALL_BACK, "C-7", at.plusSeconds(86_400));
        Revealed phone = requester.phone().orElseThrow().reveal(request);
        System.out.println("callback agent dials " + phone.value() + "; audit trail: " + phone.audit());
    }
}
