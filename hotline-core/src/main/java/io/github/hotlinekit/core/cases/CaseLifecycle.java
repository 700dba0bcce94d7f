package io.github.hotlinekit.core.cases;

import static io.github.hotlinekit.core.cases.CaseState.CALLBACK;
import static io.github.hotlinekit.core.cases.CaseState.CLOSED;
import static io.github.hotlinekit.core.cases.CaseState.DISPATCHED;
import static io.github.hotlinekit.core.cases.CaseState.ENDED;
import static io.github.hotlinekit.core.cases.CaseState.HANDLING;
import static io.github.hotlinekit.core.cases.CaseState.REGISTERED;
import static io.github.hotlinekit.core.cases.CaseState.REPLIED;
import static io.github.hotlinekit.core.cases.CaseState.TRIAGE;
import static io.github.hotlinekit.core.cases.Role.AGENT;
import static io.github.hotlinekit.core.cases.Role.CALLBACK_AGENT;
import static io.github.hotlinekit.core.cases.Role.CITIZEN;
import static io.github.hotlinekit.core.cases.Role.DEPARTMENT_CLERK;
import static io.github.hotlinekit.core.cases.Role.DISPATCHER;
import static io.github.hotlinekit.core.cases.Role.REVIEWER;
import static io.github.hotlinekit.core.cases.Role.SUPERVISOR;
import static io.github.hotlinekit.core.cases.Role.SYSTEM;

import io.github.hotlinekit.core.cases.Decision.Refused;
import io.github.hotlinekit.core.language.Label;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of a case's life: which act is allowed in which state, to whom, and where it leads. The
 * table follows the steps of published 12345 rules: dispatch, sign-for or return, reply, review,
 * callback, reopening or closing.
 */
public final class CaseLifecycle {

    private static final Set<CaseState> OPEN =
            Stream.of(CaseState.values()).filter(CaseState::isOpen).collect(Collectors.toUnmodifiableSet());

    private static final List<Transition> TABLE = List.of(
            row(Act.REGISTER, Set.of(), Optional.of(REGISTERED), CITIZEN, AGENT, SYSTEM),
            row(Act.CLASSIFY, OPEN, Optional.empty(), AGENT, DISPATCHER, SYSTEM),
            row(Act.ANSWER_AT_DESK, Set.of(REGISTERED), Optional.of(CLOSED), AGENT),
            row(Act.QUEUE_FOR_TRIAGE, Set.of(REGISTERED), Optional.of(TRIAGE), AGENT, SYSTEM),
            row(Act.DISPATCH, Set.of(REGISTERED, TRIAGE), Optional.of(DISPATCHED), DISPATCHER, SYSTEM),
            row(Act.SIGN_FOR, Set.of(DISPATCHED), Optional.of(HANDLING), DEPARTMENT_CLERK, SYSTEM),
            row(Act.RETURN, Set.of(DISPATCHED, HANDLING), Optional.of(TRIAGE), DEPARTMENT_CLERK),
            row(Act.REPLY, Set.of(HANDLING), Optional.of(REPLIED), DEPARTMENT_CLERK),
            row(Act.ACCEPT_REPLY, Set.of(REPLIED), Optional.of(CALLBACK), REVIEWER, SYSTEM),
            row(Act.SEND_BACK, Set.of(REPLIED), Optional.of(HANDLING), REVIEWER),
            row(Act.ATTEMPT_CALLBACK, Set.of(CALLBACK), Optional.empty(), CALLBACK_AGENT, SYSTEM),
            row(Act.RECORD_CALLBACK, Set.of(CALLBACK), Optional.empty(), CALLBACK_AGENT, CITIZEN),
            row(Act.REOPEN, Set.of(CALLBACK), Optional.of(HANDLING), CALLBACK_AGENT, SUPERVISOR),
            row(Act.CLOSE, Set.of(CALLBACK), Optional.of(CLOSED), CALLBACK_AGENT, SYSTEM),
            row(Act.END, OPEN, Optional.of(ENDED), CITIZEN, AGENT, DISPATCHER, REVIEWER, SYSTEM));

    private static final Map<Act, Transition> BY_ACT =
            new EnumMap<>(TABLE.stream().collect(Collectors.toMap(Transition::act, t -> t)));

    private CaseLifecycle() {}

    private static Transition row(Act act, Set<CaseState> from, Optional<CaseState> to, Role... roles) {
        return new Transition(act, from, to, Set.of(roles));
    }

    /**
     * The transition table, a row for each act.
     *
     * @return the rows, in the order of a case's life
     */
    public static List<Transition> transitions() {
        return TABLE;
    }

    static Transition transition(Act act) {
        return Objects.requireNonNull(BY_ACT.get(act), "act");
    }

    /**
     * Starts a case.
     *
     * @param registration what is recorded
     * @param actor who records it
     * @param at the instant of receipt
     * @return the case, with one event
     * @throws IllegalArgumentException if the actor's role may not register
     */
    public static Case register(Registration registration, Actor actor, Instant at) {
        if (!transition(Act.REGISTER).roles().contains(actor.role())) {
            throw new IllegalArgumentException("role must be one of "
                    + transition(Act.REGISTER).roles() + " to register, but was " + actor.role());
        }
        return Case.replay(List.of(new CaseEvent.Registered(new Stamp(1, at, actor), registration)));
    }

    /**
     * Says what a command leads to. The same arguments always give the same answer.
     *
     * @param subject the case as it stands
     * @param command what is wanted
     * @param actor who wants it
     * @param at when it happens
     * @return the events and the new case, or a refusal that says which rule stood against it
     */
    public static Decision decide(Case subject, CaseCommand command, Actor actor, Instant at) {
        Transition transition = transition(command.act());
        if (!transition.roles().contains(actor.role())) {
            return refused(
                    "WRONG_ROLE",
                    actor.role().label().zh() + "不可" + command.act().label().zh(),
                    "a " + actor.role().label().en() + " may not "
                            + command.act().label().en());
        }
        if (!allowedIn(subject, transition)) {
            return refused(
                    "WRONG_STATE",
                    "工单" + subject.state().label().zh() + "，不可"
                            + command.act().label().zh(),
                    "a case that is " + subject.state().label().en() + " allows no act to "
                            + command.act().label().en());
        }
        Optional<Refused> guard = guard(subject, command, actor);
        if (guard.isPresent()) {
            return guard.get();
        }
        CaseEvent event = event(command, new Stamp(subject.events().size() + 1, at, actor));
        return new Decision.Accepted(List.of(event), subject.apply(event));
    }

    /** A source that does not record the callback may close a case from any open state. */
    static boolean allowedIn(Case subject, Transition transition) {
        return transition.from().contains(subject.state())
                || (transition.act() == Act.CLOSE
                        && subject.state().isOpen()
                        && !subject.recordedSteps().contains(Step.CALLBACK));
    }

    private static Optional<Refused> guard(Case subject, CaseCommand command, Actor actor) {
        if (actor.role() == Role.DEPARTMENT_CLERK && !actor.department().equals(subject.lead())) {
            return Optional.of(refused("NOT_THE_LEAD", "只有主办单位可以办理", "only the lead department may do this"));
        }
        if (command instanceof CaseCommand.Dispatch dispatch
                && dispatch.assisting().contains(dispatch.lead())) {
            return Optional.of(refused("LEAD_ASSISTS", "主办单位不可同时协办", "the lead department cannot assist as well"));
        }
        if (command instanceof CaseCommand.Reopen
                && subject.callback().filter(CaseLifecycle::isBad).isEmpty()) {
            return Optional.of(refused(
                    "NO_BAD_CALLBACK",
                    "须有未解决或不满意的回访方可重办",
                    "only a callback that says not resolved or not satisfied reopens a case"));
        }
        if (command instanceof CaseCommand.Close
                && subject.recordedSteps().contains(Step.CALLBACK)
                && subject.callback().isEmpty()
                && subject.callbackFailure().isEmpty()) {
            return Optional.of(
                    refused("NO_CALLBACK", "未经回访不可结案", "a case is closed only after a callback or an attempt"));
        }
        return Optional.empty();
    }

    private static boolean isBad(CallbackAnswer answer) {
        return answer.resolution() == Resolution.NO
                || answer.satisfaction()
                        .filter(s -> s.compareTo(Satisfaction.DISSATISFIED) >= 0)
                        .isPresent();
    }

    private static CaseEvent event(CaseCommand command, Stamp stamp) {
        if (command instanceof CaseCommand.Classify c) {
            return new CaseEvent.Classified(stamp, c.category(), c.taxonomy());
        } else if (command instanceof CaseCommand.AnswerAtDesk) {
            return new CaseEvent.AnsweredAtDesk(stamp);
        } else if (command instanceof CaseCommand.QueueForTriage c) {
            return new CaseEvent.QueuedForTriage(stamp, c.reason());
        } else if (command instanceof CaseCommand.Dispatch c) {
            return new CaseEvent.Dispatched(stamp, c.lead(), c.assisting(), c.rule());
        } else if (command instanceof CaseCommand.SignFor) {
            return new CaseEvent.SignedFor(stamp);
        } else if (command instanceof CaseCommand.Return c) {
            return new CaseEvent.Returned(stamp, c.ground());
        } else if (command instanceof CaseCommand.Reply) {
            return new CaseEvent.Replied(stamp);
        } else if (command instanceof CaseCommand.AcceptReply) {
            return new CaseEvent.ReplyAccepted(stamp);
        } else if (command instanceof CaseCommand.SendBack c) {
            return new CaseEvent.ReplySentBack(stamp, c.reason());
        } else if (command instanceof CaseCommand.AttemptCallback c) {
            return new CaseEvent.CallbackAttempted(stamp, c.failure());
        } else if (command instanceof CaseCommand.RecordCallback c) {
            return new CaseEvent.CallbackDone(stamp, c.answer());
        } else if (command instanceof CaseCommand.Reopen c) {
            return new CaseEvent.Reopened(stamp, c.reason());
        } else if (command instanceof CaseCommand.Close c) {
            return new CaseEvent.Closed(stamp, c.ground());
        } else if (command instanceof CaseCommand.End c) {
            return new CaseEvent.Ended(stamp, c.ending(), c.ground());
        }
        throw new IllegalStateException("command without an event: " + command.act());
    }

    private static Refused refused(String code, String zh, String en) {
        return new Refused(code, Label.of(zh, en));
    }
}
