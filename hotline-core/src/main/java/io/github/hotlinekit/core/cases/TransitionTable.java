package io.github.hotlinekit.core.cases;

import static io.github.hotlinekit.core.cases.CaseState.ARCHIVED;
import static io.github.hotlinekit.core.cases.CaseState.CALLBACK;
import static io.github.hotlinekit.core.cases.CaseState.CLOSED;
import static io.github.hotlinekit.core.cases.CaseState.DISPATCHED;
import static io.github.hotlinekit.core.cases.CaseState.DISPUTED;
import static io.github.hotlinekit.core.cases.CaseState.ENDED;
import static io.github.hotlinekit.core.cases.CaseState.HANDLING;
import static io.github.hotlinekit.core.cases.CaseState.REGISTERED;
import static io.github.hotlinekit.core.cases.CaseState.REPLIED;
import static io.github.hotlinekit.core.cases.CaseState.SUSPENDED;
import static io.github.hotlinekit.core.cases.CaseState.TRIAGE;
import static io.github.hotlinekit.core.cases.LifecycleRule.APPROVAL_TO_SUSPEND;
import static io.github.hotlinekit.core.cases.LifecycleRule.ARBITER_AFTER_RETURN;
import static io.github.hotlinekit.core.cases.LifecycleRule.ASSISTING_CHANGES;
import static io.github.hotlinekit.core.cases.LifecycleRule.ASSISTS_BEFORE_REPLY;
import static io.github.hotlinekit.core.cases.LifecycleRule.AT_MOST_ASKED;
import static io.github.hotlinekit.core.cases.LifecycleRule.BASIS_TO_RETURN;
import static io.github.hotlinekit.core.cases.LifecycleRule.BOUND_BY_RULING;
import static io.github.hotlinekit.core.cases.LifecycleRule.CHILDREN_DIFFER;
import static io.github.hotlinekit.core.cases.LifecycleRule.CONTACT_BEFORE_REPLY;
import static io.github.hotlinekit.core.cases.LifecycleRule.CORRECTION_FITS;
import static io.github.hotlinekit.core.cases.LifecycleRule.EXEMPT;
import static io.github.hotlinekit.core.cases.LifecycleRule.EXTENSION_BEFORE_DUE;
import static io.github.hotlinekit.core.cases.LifecycleRule.EXTENSION_PENDING;
import static io.github.hotlinekit.core.cases.LifecycleRule.FOLLOWER_KNOWN;
import static io.github.hotlinekit.core.cases.LifecycleRule.FOUND_UNREASONABLE;
import static io.github.hotlinekit.core.cases.LifecycleRule.GROUND_MATCHES;
import static io.github.hotlinekit.core.cases.LifecycleRule.IMPORTED_ONLY;
import static io.github.hotlinekit.core.cases.LifecycleRule.INDEPENDENT_CALLER;
import static io.github.hotlinekit.core.cases.LifecycleRule.KIND_DIFFERS;
import static io.github.hotlinekit.core.cases.LifecycleRule.LEAD_ASSISTS;
import static io.github.hotlinekit.core.cases.LifecycleRule.LEVEL_RISES;
import static io.github.hotlinekit.core.cases.LifecycleRule.MASTER_GIVEN;
import static io.github.hotlinekit.core.cases.LifecycleRule.MASTER_OPEN;
import static io.github.hotlinekit.core.cases.LifecycleRule.MERGED_BEFORE;
import static io.github.hotlinekit.core.cases.LifecycleRule.NEXT_TASK;
import static io.github.hotlinekit.core.cases.LifecycleRule.NOT_ASSIGNED;
import static io.github.hotlinekit.core.cases.LifecycleRule.NOT_A_REPORT;
import static io.github.hotlinekit.core.cases.LifecycleRule.NOT_ITSELF;
import static io.github.hotlinekit.core.cases.LifecycleRule.NOT_THE_LEAD;
import static io.github.hotlinekit.core.cases.LifecycleRule.NO_BAD_CALLBACK;
import static io.github.hotlinekit.core.cases.LifecycleRule.NO_CALLBACK;
import static io.github.hotlinekit.core.cases.LifecycleRule.NO_EXEMPTION;
import static io.github.hotlinekit.core.cases.LifecycleRule.NO_EXTENSION_PENDING;
import static io.github.hotlinekit.core.cases.LifecycleRule.NO_FOLLOWERS;
import static io.github.hotlinekit.core.cases.LifecycleRule.NO_OPEN_TASK;
import static io.github.hotlinekit.core.cases.LifecycleRule.OPEN_OR_MERGED;
import static io.github.hotlinekit.core.cases.LifecycleRule.OTHER_LEAD;
import static io.github.hotlinekit.core.cases.LifecycleRule.OWN_SHARE;
import static io.github.hotlinekit.core.cases.LifecycleRule.REASON_TO_RECLASSIFY;
import static io.github.hotlinekit.core.cases.LifecycleRule.RETURNED_BEFORE;
import static io.github.hotlinekit.core.cases.LifecycleRule.RETURN_STANDS;
import static io.github.hotlinekit.core.cases.LifecycleRule.SAME_CONFIDENTIALITY;
import static io.github.hotlinekit.core.cases.LifecycleRule.SECOND_PERSON;
import static io.github.hotlinekit.core.cases.LifecycleRule.SUPERVISED;
import static io.github.hotlinekit.core.cases.LifecycleRule.TASK_KNOWN;
import static io.github.hotlinekit.core.cases.LifecycleRule.TIMELINE_HOLDS;
import static io.github.hotlinekit.core.cases.LifecycleRule.UNTIL_LATER;
import static io.github.hotlinekit.core.cases.Role.AGENT;
import static io.github.hotlinekit.core.cases.Role.ARBITER;
import static io.github.hotlinekit.core.cases.Role.ARCHIVIST;
import static io.github.hotlinekit.core.cases.Role.CALLBACK_AGENT;
import static io.github.hotlinekit.core.cases.Role.CITIZEN;
import static io.github.hotlinekit.core.cases.Role.DEPARTMENT_CLERK;
import static io.github.hotlinekit.core.cases.Role.DEPARTMENT_LEAD;
import static io.github.hotlinekit.core.cases.Role.DISPATCHER;
import static io.github.hotlinekit.core.cases.Role.HANDLER;
import static io.github.hotlinekit.core.cases.Role.REVIEWER;
import static io.github.hotlinekit.core.cases.Role.SUPERVISOR;
import static io.github.hotlinekit.core.cases.Role.SYSTEM;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The transition table as data: what {@link CaseLifecycle} decides by and prints. */
final class TransitionTable {

    private static final Set<CaseState> OPEN = states(CaseState::isOpen);
    private static final Set<CaseState> UNFROZEN = states(s -> s != ARCHIVED);
    private static final Set<CaseState> ANY = states(s -> true);
    private static final Set<Role> EVERYBODY = Collections.unmodifiableSet(EnumSet.allOf(Role.class));

    static final List<Transition> ROWS = List.of(
            start(CITIZEN, AGENT, SYSTEM),
            stay(Act.CLASSIFY, OPEN, roles(AGENT, DISPATCHER, SYSTEM), REASON_TO_RECLASSIFY),
            stay(Act.CHANGE_KIND, OPEN, roles(REVIEWER, SUPERVISOR), KIND_DIFFERS),
            stay(Act.PRIORITIZE, OPEN, roles(AGENT, DISPATCHER, SUPERVISOR, SYSTEM)),
            stay(Act.TAG, UNFROZEN, roles(AGENT, DISPATCHER, REVIEWER, SUPERVISOR, SYSTEM)),
            move(Act.ANSWER_AT_DESK, from(REGISTERED), CLOSED, roles(AGENT), NOT_A_REPORT),
            move(Act.QUEUE_FOR_TRIAGE, from(REGISTERED), TRIAGE, roles(AGENT, SYSTEM)),
            move(Act.REJECT, from(REGISTERED, TRIAGE), ENDED, roles(AGENT, DISPATCHER)),
            move(Act.REFER_EMERGENCY, from(REGISTERED, TRIAGE), ENDED, roles(AGENT)),
            move(
                    Act.REFER_STATUTORY,
                    from(REGISTERED, TRIAGE, HANDLING, DISPUTED),
                    ENDED,
                    roles(AGENT, DISPATCHER, REVIEWER)),
            move(Act.MARK_INVALID, from(REGISTERED, TRIAGE), ENDED, roles(AGENT), SECOND_PERSON),
            move(Act.WITHDRAW, OPEN, ENDED, roles(CITIZEN, AGENT)),
            move(Act.END, OPEN, ENDED, roles(SYSTEM), IMPORTED_ONLY),
            move(
                    Act.DISPATCH,
                    from(REGISTERED, TRIAGE),
                    DISPATCHED,
                    roles(DISPATCHER, SYSTEM),
                    LEAD_ASSISTS,
                    ARBITER_AFTER_RETURN),
            move(
                    Act.REDISPATCH,
                    from(DISPATCHED, HANDLING),
                    DISPATCHED,
                    roles(DISPATCHER),
                    LEAD_ASSISTS,
                    OTHER_LEAD,
                    BOUND_BY_RULING,
                    ARBITER_AFTER_RETURN),
            stay(
                    Act.CHANGE_ASSISTING,
                    from(DISPATCHED, HANDLING, SUSPENDED),
                    roles(DISPATCHER, ARBITER),
                    ASSISTING_CHANGES),
            move(Act.SIGN_FOR, from(DISPATCHED), HANDLING, roles(DEPARTMENT_CLERK, SYSTEM), NOT_THE_LEAD),
            stay(
                    Act.SIGN_FOR_ASSISTING,
                    from(DISPATCHED, HANDLING, SUSPENDED),
                    roles(DEPARTMENT_CLERK, SYSTEM),
                    OWN_SHARE),
            move(
                    Act.RETURN,
                    from(DISPATCHED, HANDLING),
                    TRIAGE,
                    roles(DEPARTMENT_CLERK, DEPARTMENT_LEAD),
                    NOT_THE_LEAD,
                    BOUND_BY_RULING,
                    BASIS_TO_RETURN),
            stay(
                    Act.RETURN_ASSISTING,
                    from(DISPATCHED, HANDLING, SUSPENDED),
                    roles(DEPARTMENT_CLERK, DEPARTMENT_LEAD),
                    OWN_SHARE),
            move(Act.REFUSE_RETURN, from(TRIAGE), HANDLING, roles(DISPATCHER), RETURN_STANDS),
            move(
                    Act.OPEN_DISPUTE,
                    from(TRIAGE, DISPATCHED, HANDLING),
                    DISPUTED,
                    roles(DISPATCHER, SYSTEM),
                    RETURNED_BEFORE),
            move(Act.RULE, from(DISPUTED), HANDLING, roles(ARBITER), LEAD_ASSISTS),
            stay(Act.ASSIGN_TASK, from(HANDLING), roles(DEPARTMENT_CLERK, DEPARTMENT_LEAD), NOT_ASSIGNED, NEXT_TASK),
            stay(Act.REPORT_TASK, from(HANDLING), roles(HANDLER), NOT_ASSIGNED, TASK_KNOWN),
            stay(Act.ACCEPT_TASK, from(HANDLING), roles(DEPARTMENT_CLERK, DEPARTMENT_LEAD), NOT_ASSIGNED, TASK_KNOWN),
            stay(
                    Act.SEND_BACK_TASK,
                    from(HANDLING),
                    roles(DEPARTMENT_CLERK, DEPARTMENT_LEAD),
                    NOT_ASSIGNED,
                    TASK_KNOWN),
            stay(Act.CANCEL_TASK, from(HANDLING), roles(DEPARTMENT_CLERK, DEPARTMENT_LEAD), NOT_ASSIGNED, TASK_KNOWN),
            stay(Act.CONTACT, from(DISPATCHED, HANDLING, SUSPENDED), roles(HANDLER, DEPARTMENT_CLERK), NOT_ASSIGNED),
            move(
                    Act.SUSPEND,
                    from(HANDLING),
                    SUSPENDED,
                    roles(DEPARTMENT_CLERK, DEPARTMENT_LEAD),
                    NOT_THE_LEAD,
                    UNTIL_LATER,
                    APPROVAL_TO_SUSPEND),
            move(
                    Act.RESUME,
                    from(SUSPENDED),
                    HANDLING,
                    roles(DEPARTMENT_CLERK, DEPARTMENT_LEAD, DISPATCHER, SUPERVISOR, SYSTEM),
                    NOT_THE_LEAD),
            stay(
                    Act.ASK_EXTENSION,
                    from(HANDLING, SUSPENDED),
                    roles(DEPARTMENT_CLERK, DEPARTMENT_LEAD),
                    NOT_THE_LEAD,
                    NO_EXTENSION_PENDING,
                    EXTENSION_BEFORE_DUE),
            stay(
                    Act.GRANT_EXTENSION,
                    from(HANDLING, SUSPENDED),
                    roles(DISPATCHER, SUPERVISOR),
                    EXTENSION_PENDING,
                    AT_MOST_ASKED),
            stay(Act.REFUSE_EXTENSION, from(HANDLING, SUSPENDED), roles(DISPATCHER, SUPERVISOR), EXTENSION_PENDING),
            stay(
                    Act.REPLY_ASSISTING,
                    from(HANDLING, SUSPENDED),
                    roles(DEPARTMENT_CLERK, DEPARTMENT_LEAD),
                    OWN_SHARE,
                    NO_OPEN_TASK),
            move(
                    Act.REPLY,
                    from(HANDLING),
                    REPLIED,
                    roles(DEPARTMENT_CLERK, DEPARTMENT_LEAD),
                    NOT_THE_LEAD,
                    NO_OPEN_TASK,
                    CONTACT_BEFORE_REPLY,
                    ASSISTS_BEFORE_REPLY),
            move(Act.SEND_BACK, from(REPLIED), HANDLING, roles(REVIEWER)),
            move(Act.ACCEPT_REPLY, from(REPLIED), CALLBACK, roles(REVIEWER, SYSTEM)),
            move(Act.WAIVE_CALLBACK, from(REPLIED), CLOSED, roles(REVIEWER, SYSTEM), EXEMPT, NO_EXEMPTION),
            stay(Act.ATTEMPT_CALLBACK, from(CALLBACK), roles(CALLBACK_AGENT, SYSTEM), INDEPENDENT_CALLER),
            stay(Act.RECORD_CALLBACK, from(CALLBACK), roles(CALLBACK_AGENT, CITIZEN), INDEPENDENT_CALLER),
            move(Act.CLOSE, from(CALLBACK), CLOSED, roles(CALLBACK_AGENT, SYSTEM), NO_CALLBACK, GROUND_MATCHES),
            move(
                    Act.REOPEN,
                    from(CALLBACK),
                    HANDLING,
                    roles(CALLBACK_AGENT, SUPERVISOR),
                    NO_BAD_CALLBACK,
                    FOUND_UNREASONABLE),
            move(Act.REOPEN_CLOSED, from(CLOSED), TRIAGE, roles(DISPATCHER, SUPERVISOR)),
            stay(Act.RECORD_FINDING, from(HANDLING, REPLIED, CALLBACK), roles(REVIEWER, SUPERVISOR), SECOND_PERSON),
            stay(Act.ATTRIBUTE, UNFROZEN, roles(DISPATCHER, REVIEWER, SUPERVISOR)),
            move(
                    Act.MERGE,
                    from(REGISTERED, TRIAGE, DISPATCHED, HANDLING, ENDED),
                    ENDED,
                    roles(DISPATCHER),
                    NOT_ITSELF,
                    MASTER_GIVEN,
                    MASTER_OPEN,
                    SAME_CONFIDENTIALITY,
                    OPEN_OR_MERGED,
                    NO_FOLLOWERS),
            move(Act.UNMERGE, from(ENDED), TRIAGE, roles(DISPATCHER), MERGED_BEFORE),
            stay(Act.ADD_FOLLOWER, OPEN, roles(DISPATCHER), NOT_ITSELF, FOLLOWER_KNOWN),
            stay(Act.REMOVE_FOLLOWER, UNFROZEN, roles(DISPATCHER), FOLLOWER_KNOWN),
            stay(Act.SPLIT, from(TRIAGE, HANDLING), roles(DISPATCHER), CHILDREN_DIFFER),
            stay(
                    Act.URGE,
                    from(DISPATCHED, HANDLING, SUSPENDED, DISPUTED),
                    roles(CITIZEN, AGENT, DISPATCHER, SUPERVISOR, SYSTEM)),
            stay(Act.SUPERVISE, OPEN, roles(SUPERVISOR)),
            stay(Act.LIFT_SUPERVISION, UNFROZEN, roles(SUPERVISOR), SUPERVISED),
            stay(Act.ESCALATE, OPEN, roles(SUPERVISOR, SYSTEM), LEVEL_RISES),
            stay(Act.ADD_NOTE, UNFROZEN, EVERYBODY),
            stay(Act.LINK, UNFROZEN, roles(AGENT, DISPATCHER, REVIEWER, SUPERVISOR, SYSTEM)),
            move(Act.ARCHIVE, from(CLOSED, ENDED), ARCHIVED, roles(ARCHIVIST, SYSTEM)),
            stay(Act.CORRECT, ANY, roles(SUPERVISOR), CORRECTION_FITS, SECOND_PERSON, TIMELINE_HOLDS),
            stay(Act.ERASE, ANY, roles(ARCHIVIST, SYSTEM)),
            stay(Act.RECALCULATE, OPEN, roles(SYSTEM)));

    private static final Map<Act, Transition> BY_ACT = byAct();

    /** What follows an event of a type that is not known: nothing. */
    private static final Transition NOTHING = new Transition(Act.UNKNOWN, ANY, Optional.empty(), Set.of(), List.of());

    private TransitionTable() {}

    private static Set<CaseState> states(java.util.function.Predicate<CaseState> wanted) {
        EnumSet<CaseState> states = EnumSet.allOf(CaseState.class);
        states.removeIf(wanted.negate());
        return Collections.unmodifiableSet(states);
    }

    private static Set<CaseState> from(CaseState first, CaseState... more) {
        return Collections.unmodifiableSet(EnumSet.of(first, more));
    }

    private static Set<Role> roles(Role first, Role... more) {
        return Collections.unmodifiableSet(EnumSet.of(first, more));
    }

    private static Transition start(Role first, Role... more) {
        return new Transition(Act.REGISTER, Set.of(), Optional.of(REGISTERED), roles(first, more), List.of());
    }

    private static Transition stay(Act act, Set<CaseState> from, Set<Role> roles, LifecycleRule... rules) {
        return new Transition(act, from, Optional.empty(), roles, List.of(rules));
    }

    private static Transition move(
            Act act, Set<CaseState> from, CaseState to, Set<Role> roles, LifecycleRule... rules) {
        return new Transition(act, from, Optional.of(to), roles, List.of(rules));
    }

    private static Map<Act, Transition> byAct() {
        Map<Act, Transition> byAct = new EnumMap<>(Act.class);
        ROWS.forEach(t -> byAct.put(t.act(), t));
        return Collections.unmodifiableMap(byAct);
    }

    static Transition row(Act act) {
        return act == Act.UNKNOWN ? NOTHING : Objects.requireNonNull(BY_ACT.get(act), "act");
    }
}
