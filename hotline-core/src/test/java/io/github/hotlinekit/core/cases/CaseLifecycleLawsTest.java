package io.github.hotlinekit.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CaseLifecycleLawsTest {

    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
    private static final DepartmentCode LEAD = DepartmentCode.of("ZJJ");
    private static final DepartmentCode OTHER = DepartmentCode.of("CGJ");

    /** A command and who gives it. */
    record Attempt(CaseCommand command, Actor actor) {}

    @Property
    void a_case_is_the_replay_of_its_events(@ForAll("attempts") List<Attempt> attempts) {
        Case subject = after(attempts);
        assertThat(Case.replay(subject.events())).isEqualTo(subject).hasToString(subject.toString());
    }

    @Property
    void as_of_an_instant_a_case_is_the_replay_of_the_prefix_up_to_it(@ForAll("attempts") List<Attempt> attempts) {
        Case subject = after(attempts);
        for (int known = 1; known <= subject.events().size(); known++) {
            Instant at = subject.events().get(known - 1).at();
            Case then = subject.asOf(at).orElseThrow();
            assertThat(then.events()).isEqualTo(subject.events().subList(0, known));
            assertThat(then.state())
                    .isEqualTo(Case.replay(subject.events().subList(0, known)).state());
        }
        assertThat(subject.asOf(START.minusNanos(1))).isEmpty();
    }

    @Property
    void a_command_is_accepted_just_where_the_table_and_the_guards_allow_it(
            @ForAll("attempts") List<Attempt> attempts) {
        Case subject = fresh(Optional.empty());
        for (Attempt attempt : attempts) {
            Decision decision = decide(subject, attempt);
            assertThat(decision instanceof Decision.Accepted).isEqualTo(Model.allows(subject, attempt));
            if (decision instanceof Decision.Accepted accepted) {
                assertThat(accepted.events()).hasSize(1);
                assertThat(accepted.result().events())
                        .startsWith(subject.events().toArray(new CaseEvent[0]));
                subject = accepted.result();
            } else if (decision instanceof Decision.Refused refused) {
                assertThat(refused.code()).matches("[A-Z_]+");
                assertThat(refused.message().zh()).isNotBlank();
                assertThat(refused.message().en()).isNotBlank();
            }
        }
    }

    @Property
    void deciding_twice_gives_the_same_answer(
            @ForAll("attempts") List<Attempt> attempts, @ForAll("attempt") Attempt last) {
        Case subject = after(attempts);
        assertThat(decide(subject, last)).isEqualTo(decide(subject, last));
    }

    @Property
    void an_event_in_a_state_that_forbids_it_is_never_applied(
            @ForAll("attempts") List<Attempt> attempts, @ForAll("attempt") Attempt last) {
        Case subject = after(attempts);
        CaseEvent replied =
                new CaseEvent.Replied(new Stamp(subject.events().size() + 1, START.plusSeconds(9_999), last.actor()));
        if (subject.state() == CaseState.HANDLING) {
            assertThat(subject.apply(replied).state()).isEqualTo(CaseState.REPLIED);
        } else {
            org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                    .isThrownBy(() -> subject.apply(replied))
                    .withMessageContaining(subject.number().value())
                    .withMessageContaining("REPLY")
                    .withMessageContaining(subject.state().toString());
        }
    }

    @Test
    void every_act_has_one_row_in_the_table() {
        assertThat(CaseLifecycle.transitions().stream().map(Transition::act)).containsExactlyInAnyOrder(Act.values());
    }

    @Test
    void every_state_is_reachable_and_every_open_state_reaches_a_final_one() {
        assertThat(reachable(CaseState.REGISTERED)).containsExactlyInAnyOrder(CaseState.values());
        for (CaseState state : CaseState.values()) {
            if (state.isOpen()) {
                assertThat(reachable(state)).contains(CaseState.CLOSED, CaseState.ENDED);
            }
        }
    }

    @Test
    void a_source_that_records_no_callback_may_close_from_registered() {
        Case imported = fresh(Optional.of(new Source("city", Set.of())));
        Decision decision = CaseLifecycle.decide(
                imported, new CaseCommand.Close(ClosingGround.UNKNOWN), Actor.SYSTEM, START.plusSeconds(60));
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        assertThat(((Decision.Accepted) decision).result().closed()).contains(START.plusSeconds(60));
        Case ours = fresh(Optional.empty());
        assertThat(CaseLifecycle.decide(ours, new CaseCommand.Close(ClosingGround.UNKNOWN), Actor.SYSTEM, START))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    void a_bad_callback_reopens_and_takes_the_reply_back() {
        Case subject = fresh(Optional.empty());
        CallbackAnswer bad = CallbackAnswer.of(Resolution.NO, Satisfaction.DISSATISFIED);
        for (Attempt attempt : List.of(
                new Attempt(
                        new CaseCommand.Dispatch(LEAD, List.of(OTHER), Optional.of("C1")), Actor.of(Role.DISPATCHER)),
                new Attempt(new CaseCommand.SignFor(), Actor.of(Role.DEPARTMENT_CLERK, LEAD)),
                new Attempt(new CaseCommand.Reply(), Actor.of(Role.DEPARTMENT_CLERK, LEAD)),
                new Attempt(new CaseCommand.AcceptReply(), Actor.of(Role.REVIEWER)),
                new Attempt(new CaseCommand.RecordCallback(bad), Actor.of(Role.CALLBACK_AGENT)))) {
            subject = ((Decision.Accepted) decide(subject, attempt)).result();
        }
        assertThat(subject.replied()).isPresent();
        subject = ((Decision.Accepted) decide(
                        subject, new Attempt(new CaseCommand.Reopen("not solved"), Actor.of(Role.CALLBACK_AGENT))))
                .result();
        assertThat(subject.state()).isEqualTo(CaseState.HANDLING);
        assertThat(subject.replied()).isEmpty();
        assertThat(subject.reopenings()).isEqualTo(1);
        assertThat(subject.lead()).contains(LEAD);
    }

    private static Set<CaseState> reachable(CaseState from) {
        Set<CaseState> seen = EnumSet.of(from);
        Deque<CaseState> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            CaseState state = open.remove();
            for (Transition t : CaseLifecycle.transitions()) {
                if (t.from().contains(state) && t.to().isPresent() && seen.add(t.to().get())) {
                    open.add(t.to().get());
                }
            }
        }
        return seen;
    }

    private static Case fresh(Optional<Source> source) {
        Registration registration = Registration.builder()
                .number(CaseNumber.of("T1"))
                .kind(CaseKind.COMPLAINT)
                .channel(Channel.PHONE)
                .requester(Requester.UNKNOWN)
                .source(source)
                .build();
        return CaseLifecycle.register(registration, Actor.of(Role.AGENT), START);
    }

    private static Decision decide(Case subject, Attempt attempt) {
        return CaseLifecycle.decide(
                subject,
                attempt.command(),
                attempt.actor(),
                START.plusSeconds(subject.events().size() * 60L));
    }

    private static Case after(List<Attempt> attempts) {
        Case subject = fresh(Optional.empty());
        for (Attempt attempt : attempts) {
            if (decide(subject, attempt) instanceof Decision.Accepted accepted) {
                subject = accepted.result();
            }
        }
        return subject;
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        return attempt().list().ofMaxSize(60);
    }

    /** Commands with, most of the time, the actor that may give them, so that long lives are common. */
    @Provide
    Arbitrary<Attempt> attempt() {
        Arbitrary<CaseCommand> commands = Arbitraries.of(commands());
        return Combinators.combine(commands, Arbitraries.integers().between(0, 5), Arbitraries.of(Role.values()))
                .as((command, luck, role) -> new Attempt(command, luck == 0 ? Actor.of(role) : usual(command)));
    }

    private static Actor usual(CaseCommand command) {
        Set<Role> roles = CaseLifecycle.transition(command.act()).roles();
        return roles.contains(Role.DEPARTMENT_CLERK)
                ? Actor.of(Role.DEPARTMENT_CLERK, LEAD)
                : Actor.of(roles.stream().min(Enum::compareTo).orElseThrow());
    }

    private static List<CaseCommand> commands() {
        List<CaseCommand> commands = new ArrayList<>(List.of(
                new CaseCommand.Classify(CategoryCode.of("03.02"), "t@1"),
                new CaseCommand.AnswerAtDesk(),
                new CaseCommand.QueueForTriage("unclear"),
                new CaseCommand.Dispatch(LEAD, List.of(OTHER), Optional.empty()),
                new CaseCommand.Dispatch(OTHER, List.of(), Optional.empty()),
                new CaseCommand.Dispatch(LEAD, List.of(LEAD), Optional.empty()),
                new CaseCommand.SignFor(),
                new CaseCommand.Return("not ours"),
                new CaseCommand.Reply(),
                new CaseCommand.AcceptReply(),
                new CaseCommand.SendBack("not on point"),
                new CaseCommand.AttemptCallback(CallbackFailure.UNREACHABLE),
                new CaseCommand.RecordCallback(CallbackAnswer.of(Resolution.YES, Satisfaction.SATISFIED)),
                new CaseCommand.RecordCallback(CallbackAnswer.of(Resolution.YES, Satisfaction.VERY_DISSATISFIED)),
                new CaseCommand.RecordCallback(new CallbackAnswer(Resolution.NO, Optional.empty())),
                new CaseCommand.Reopen("not solved"),
                new CaseCommand.Close(ClosingGround.CALLBACK_DONE),
                new CaseCommand.End(Ending.WITHDRAWN, "by the citizen")));
        assertThat(commands.stream().map(CaseCommand::act).collect(Collectors.toSet()))
                .hasSize(Act.values().length - 1);
        return commands;
    }

    /** The lifecycle written again from the events alone, for clarity and not for speed. */
    private static final class Model {

        static boolean allows(Case subject, Attempt attempt) {
            List<Act> past = subject.events().stream().map(CaseEvent::act).toList();
            String state = state(past);
            CaseCommand command = attempt.command();
            Role role = attempt.actor().role();
            boolean byLead = role != Role.DEPARTMENT_CLERK
                    || attempt.actor().department().equals(lastLead(subject));
            return byLead
                    && switch (command.act()) {
                        case REGISTER -> false;
                        case CLASSIFY -> isOpen(state) && isOneOf(role, Role.AGENT, Role.DISPATCHER, Role.SYSTEM);
                        case ANSWER_AT_DESK -> state.equals("new") && role == Role.AGENT;
                        case QUEUE_FOR_TRIAGE -> state.equals("new") && isOneOf(role, Role.AGENT, Role.SYSTEM);
                        case DISPATCH ->
                            isOneOf(state, "new", "triage")
                                    && isOneOf(role, Role.DISPATCHER, Role.SYSTEM)
                                    && !((CaseCommand.Dispatch) command)
                                            .assisting()
                                            .contains(((CaseCommand.Dispatch) command).lead());
                        case SIGN_FOR -> state.equals("sent") && isOneOf(role, Role.DEPARTMENT_CLERK, Role.SYSTEM);
                        case RETURN -> isOneOf(state, "sent", "handling") && role == Role.DEPARTMENT_CLERK;
                        case REPLY -> state.equals("handling") && role == Role.DEPARTMENT_CLERK;
                        case ACCEPT_REPLY -> state.equals("replied") && isOneOf(role, Role.REVIEWER, Role.SYSTEM);
                        case SEND_BACK -> state.equals("replied") && role == Role.REVIEWER;
                        case ATTEMPT_CALLBACK ->
                            state.equals("callback") && isOneOf(role, Role.CALLBACK_AGENT, Role.SYSTEM);
                        case RECORD_CALLBACK ->
                            state.equals("callback") && isOneOf(role, Role.CALLBACK_AGENT, Role.CITIZEN);
                        case REOPEN ->
                            state.equals("callback")
                                    && isOneOf(role, Role.CALLBACK_AGENT, Role.SUPERVISOR)
                                    && lastAnswer(subject)
                                            .filter(a -> a.resolution() == Resolution.NO
                                                    || a.satisfaction().equals(Optional.of(Satisfaction.DISSATISFIED))
                                                    || a.satisfaction()
                                                            .equals(Optional.of(Satisfaction.VERY_DISSATISFIED)))
                                            .isPresent();
                        case CLOSE ->
                            state.equals("callback")
                                    && isOneOf(role, Role.CALLBACK_AGENT, Role.SYSTEM)
                                    && (past.contains(Act.ATTEMPT_CALLBACK) || past.contains(Act.RECORD_CALLBACK));
                        case END ->
                            isOpen(state)
                                    && isOneOf(
                                            role,
                                            Role.CITIZEN,
                                            Role.AGENT,
                                            Role.DISPATCHER,
                                            Role.REVIEWER,
                                            Role.SYSTEM);
                    };
        }

        private static String state(List<Act> past) {
            String state = "";
            for (Act act : past) {
                state = switch (act) {
                    case REGISTER -> "new";
                    case ANSWER_AT_DESK, CLOSE -> "closed";
                    case QUEUE_FOR_TRIAGE, RETURN -> "triage";
                    case DISPATCH -> "sent";
                    case SIGN_FOR, SEND_BACK, REOPEN -> "handling";
                    case REPLY -> "replied";
                    case ACCEPT_REPLY -> "callback";
                    case END -> "ended";
                    case CLASSIFY, ATTEMPT_CALLBACK, RECORD_CALLBACK -> state;
                };
            }
            return state;
        }

        private static Optional<DepartmentCode> lastLead(Case subject) {
            return subject.events().stream()
                    .filter(CaseEvent.Dispatched.class::isInstance)
                    .map(e -> ((CaseEvent.Dispatched) e).lead())
                    .reduce((a, b) -> b);
        }

        private static Optional<CallbackAnswer> lastAnswer(Case subject) {
            return subject.events().stream()
                    .filter(CaseEvent.CallbackDone.class::isInstance)
                    .map(e -> ((CaseEvent.CallbackDone) e).answer())
                    .reduce((a, b) -> b);
        }

        private static boolean isOpen(String state) {
            return !isOneOf(state, "closed", "ended");
        }

        private static boolean isOneOf(Object value, Object... values) {
            return Stream.of(values).anyMatch(value::equals);
        }
    }
}
