package io.github.hotlinekit.core.cases;

import static io.github.hotlinekit.core.cases.LifecycleRule.BEFORE_LAST_CHANGE;
import static io.github.hotlinekit.core.cases.LifecycleRule.BEFORE_RECEIPT;
import static io.github.hotlinekit.core.cases.LifecycleRule.FORBIDDEN;
import static io.github.hotlinekit.core.cases.LifecycleRule.LIMIT_REACHED;
import static io.github.hotlinekit.core.cases.LifecycleRule.RECORDED_OUT_OF_ORDER;
import static io.github.hotlinekit.core.cases.LifecycleRule.WRONG_ROLE;
import static io.github.hotlinekit.core.cases.LifecycleRule.WRONG_STATE;

import io.github.hotlinekit.core.cases.Decision.Refused;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of a case's life: which act is allowed in which state, to whom, where it leads, and what has
 * to hold. The table follows the steps of published 12345 rules; a {@link LifecyclePolicy} can tighten it.
 * Immutable.
 */
public final class CaseLifecycle {

    private static final CaseLifecycle STANDARD = new CaseLifecycle(LifecyclePolicy.STANDARD);

    private final LifecyclePolicy policy;

    private CaseLifecycle(LifecyclePolicy policy) {
        this.policy = policy;
    }

    /**
     * The lifecycle of the table alone.
     *
     * @return the lifecycle
     */
    public static CaseLifecycle standard() {
        return STANDARD;
    }

    /**
     * The lifecycle as a policy tightens it.
     *
     * @param policy the policy
     * @return the lifecycle
     */
    public static CaseLifecycle of(LifecyclePolicy policy) {
        return new CaseLifecycle(Objects.requireNonNull(policy, "policy"));
    }

    /**
     * The policy that tightens it.
     *
     * @return the policy
     */
    public LifecyclePolicy policy() {
        return policy;
    }

    /**
     * The transition table, a row for each act but {@link Act#UNKNOWN}.
     *
     * @return the rows, in the order of {@link Act}
     */
    public static List<Transition> transitions() {
        return TransitionTable.ROWS;
    }

    /**
     * The transition table as a Markdown table, as the documentation has it.
     *
     * @param language the language of its words
     * @return the table, with a line break at the end
     */
    public static String table(Language language) {
        return LifecycleText.table(TransitionTable.ROWS, language);
    }

    /**
     * The changes of state as a Mermaid state diagram, as the documentation has it.
     *
     * @param language the language of its words
     * @return the diagram, with a line break at the end
     */
    public static String diagram(Language language) {
        return LifecycleText.diagram(TransitionTable.ROWS, language);
    }

    /**
     * Starts a case.
     *
     * @param registration what is recorded
     * @param context who records it, and the instant of receipt
     * @return the case with one event, or a refusal
     */
    public Decision register(Registration registration, CommandContext context) {
        Transition transition = TransitionTable.row(Act.REGISTER);
        Set<Role> may = policy.roles(transition);
        if (!may.contains(context.actor().role())) {
            return refused(
                    WRONG_ROLE,
                    Act.REGISTER,
                    Optional.empty(),
                    may,
                    context.actor().role());
        }
        if (policy.forbidsToRegister(registration.kind())) {
            return refused(
                    FORBIDDEN,
                    Act.REGISTER,
                    Optional.empty(),
                    may,
                    context.actor().role());
        }
        CaseEvent first = new CaseEvent.Registered(context.stamp(1), registration);
        return new Decision.Accepted(List.of(first), Case.replay(List.of(first)));
    }

    /**
     * Says what a command leads to. The same arguments always give the same answer, and a refusal changes
     * nothing. Constant in the length of the timeline, but for a correction, which is linear, and the copy of
     * the list of events.
     *
     * @param subject the case as it stands
     * @param command what is wanted
     * @param context who wants it, when, and what else the rules look at
     * @return the events and the new case, or a refusal that says which rule stood against it, in which state,
     *     and who may
     */
    public Decision decide(Case subject, CaseCommand command, CommandContext context) {
        Transition transition = TransitionTable.row(command.act());
        Set<Role> may = policy.roles(transition);
        Optional<LifecycleRule> broken = broken(transition, may, new Attempt(subject, command, context, policy));
        if (broken.isPresent()) {
            return refused(
                    broken.get(),
                    command.act(),
                    Optional.of(subject.state()),
                    may,
                    context.actor().role());
        }
        CaseEvent event = Events.of(command, context.stamp(subject.version() + 1));
        return new Decision.Accepted(List.of(event), subject.apply(event));
    }

    private Optional<LifecycleRule> broken(Transition transition, Set<Role> may, Attempt attempt) {
        Case subject = attempt.subject();
        if (!may.contains(attempt.role())) {
            return Optional.of(WRONG_ROLE);
        }
        if (!allowedIn(subject.standing(), transition)) {
            return Optional.of(WRONG_STATE);
        }
        if (policy.forbids(transition.act(), subject.state(), subject.kind())) {
            return Optional.of(FORBIDDEN);
        }
        if (!Rules.holds(RECORDED_OUT_OF_ORDER, attempt)) {
            return Optional.of(RECORDED_OUT_OF_ORDER);
        }
        if (!Rules.holds(BEFORE_RECEIPT, attempt)) {
            return Optional.of(BEFORE_RECEIPT);
        }
        if (transition.to().isPresent() && !Rules.holds(BEFORE_LAST_CHANGE, attempt)) {
            return Optional.of(BEFORE_LAST_CHANGE);
        }
        for (LifecycleRule rule : transition.rules()) {
            if (policy.asksFor(rule) && !Rules.holds(rule, attempt)) {
                return Optional.of(rule);
            }
        }
        return Rules.holds(LIMIT_REACHED, attempt) ? Optional.empty() : Optional.of(LIMIT_REACHED);
    }

    /** A source that does not record the callback may close a case from any open state. */
    static boolean allowedIn(Standing standing, Transition transition) {
        return transition.from().contains(standing.state())
                || (transition.act() == Act.CLOSE
                        && standing.state().isOpen()
                        && standing.registration()
                                .source()
                                .filter(s -> !s.recorded().contains(Step.CALLBACK))
                                .isPresent());
    }

    private static Refused refused(LifecycleRule rule, Act act, Optional<CaseState> state, Set<Role> may, Role wanted) {
        Label message = switch (rule) {
            case WRONG_ROLE ->
                Label.of(
                        wanted.label().zh() + "不可" + act.label().zh(),
                        "the role " + wanted.label().en() + " may not "
                                + act.label().en());
            case WRONG_STATE ->
                Label.of(
                        "工单" + state.orElseThrow().label().zh() + "，不可"
                                + act.label().zh(),
                        "a case that is " + state.orElseThrow().label().en() + " allows no act to "
                                + act.label().en());
            default -> rule.label();
        };
        return new Refused(rule, act, state, may, message);
    }
}
