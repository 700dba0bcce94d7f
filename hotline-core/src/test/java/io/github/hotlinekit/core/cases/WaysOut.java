package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.testkit.Commands;

/** The shortest way of a case through the standard lifecycle, with nobody's luck needed. */
final class WaysOut {

    private static final FreeText TEXT = FreeText.of("x");

    private WaysOut() {}

    /** The case at its end. */
    static Case end(Case open) {
        Case subject = open;
        while (subject.state().isOpen()) {
            subject = step(subject);
        }
        return subject;
    }

    /** The case when it has come to a state on its way. */
    static Case until(Case open, CaseState state) {
        Case subject = open;
        while (subject.state() != state) {
            subject = step(subject);
        }
        return subject;
    }

    private static Case step(Case c) {
        return switch (c.state()) {
            case REGISTERED, TRIAGE -> by(Role.DISPATCHER, c, CaseCommand.Dispatch.of(Alphabet.A));
            case DISPATCHED -> by(Role.SYSTEM, c, new CaseCommand.SignFor());
            case SUSPENDED -> by(Role.SYSTEM, c, new CaseCommand.Resume(ResumeCause.UNTIL_PASSED));
            case DISPUTED -> by(Role.ARBITER, c, CaseCommand.Rule.of(Alphabet.A, TEXT));
            case HANDLING -> handled(c);
            case REPLIED -> by(Role.REVIEWER, c, new CaseCommand.AcceptReply());
            case CALLBACK -> {
                boolean answered = c.standing().result().answered();
                Case tried =
                        answered ? c : by(Role.SYSTEM, c, new CaseCommand.AttemptCallback(CallbackFailure.NO_ANSWER));
                ClosingGround ground = answered ? ClosingGround.CALLBACK_DONE : ClosingGround.CALLBACK_FAILED;
                yield by(Role.SYSTEM, tried, new CaseCommand.Close(ground));
            }
            case CLOSED, ENDED, ARCHIVED -> c;
        };
    }

    /** Whatever tasks are open are cancelled by those who gave them, and the lead replies. */
    private static Case handled(Case c) {
        for (Task task : c.tasks()) {
            if (task.state().isOpen()) {
                return decided(
                        c,
                        new CaseCommand.CancelTask(task.number(), TEXT),
                        Actor.of(Role.DEPARTMENT_CLERK, task.department()));
            }
        }
        return decided(
                c,
                new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.EXPLAINED)),
                Actor.of(Role.DEPARTMENT_LEAD, c.lead().orElseThrow()));
    }

    private static Case by(Role role, Case c, CaseCommand command) {
        return decided(c, command, Actor.of(role));
    }

    private static Case decided(Case c, CaseCommand command, Actor actor) {
        return CaseLifecycle.standard()
                .decide(
                        c,
                        command,
                        CommandContext.of(actor, Commands.recorded(c).plusSeconds(60)))
                .orElseThrow();
    }
}
