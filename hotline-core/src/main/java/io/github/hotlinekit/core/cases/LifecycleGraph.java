package io.github.hotlinekit.core.cases;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The transition table as a policy leaves it, walked to see what can be reached and what can be left. Its
 * nodes are states with just so much of a case's past as decides which ways are open. What is reachable is
 * found with luck; a way out has to be found without.
 */
final class LifecycleGraph {

    /** Acts that wait for a citizen's wish, a chance or a source, and so are no way out to count on. */
    private static final Set<Act> CHANCES =
            Set.of(Act.WITHDRAW, Act.MERGE, Act.END, Act.REFER_EMERGENCY, Act.REFER_STATUTORY, Act.WAIVE_CALLBACK);

    private final Collection<LifecyclePolicy.Prohibition> prohibitions;
    private final Map<Limit, Integer> limits;
    private final Set<LifecycleRule> required;

    LifecycleGraph(
            Collection<LifecyclePolicy.Prohibition> prohibitions,
            Map<Limit, Integer> limits,
            Set<LifecycleRule> required) {
        this.prohibitions = prohibitions;
        this.limits = limits;
        this.required = required;
    }

    /**
     * Where a case may stand.
     *
     * @param kind its kind
     * @param state its state
     * @param returned whether a lead returned it
     * @param stands whether the last lead returned it and nobody has had it since
     * @param bound whether a ruling binds the lead
     * @param merged whether it ended by a merge
     */
    record Node(CaseKind kind, CaseState state, boolean returned, boolean stands, boolean bound, boolean merged) {

        private Node to(CaseState next) {
            return new Node(kind, next, returned, stands, bound, false);
        }

        private Node as(CaseKind other) {
            return new Node(other, state, returned, stands, bound, merged);
        }
    }

    /** Every node that a case may come to, in any number of steps, with luck. */
    Set<Node> reachable() {
        Set<Node> seen = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>();
        for (CaseKind kind : CaseKind.values()) {
            Node start = new Node(kind, CaseState.REGISTERED, false, false, false, false);
            if (allows(Act.REGISTER, CaseState.REGISTERED, kind) && seen.add(start)) {
                open.add(start);
            }
        }
        while (!open.isEmpty()) {
            Node node = open.remove();
            List<Node> next = next(node, false);
            if (node.state().isOpen() && allows(Act.CHANGE_KIND, node.state(), node.kind())) {
                for (CaseKind kind : CaseKind.values()) {
                    next.add(node.as(kind));
                }
            }
            next.stream().filter(seen::add).forEach(open::add);
        }
        return seen;
    }

    /** The open nodes among these from which no end can be counted on, with every limit used up. */
    Set<Node> stuck(Set<Node> nodes) {
        Set<Node> ending = new HashSet<>();
        Set<Node> waiting = new LinkedHashSet<>();
        for (Node node : nodes) {
            (node.state().isOpen() ? waiting : ending).add(node);
        }
        boolean more = true;
        while (more) {
            more = waiting.removeIf(node -> next(node, true).stream().anyMatch(ending::contains) && ending.add(node));
        }
        return waiting;
    }

    private List<Node> next(Node node, boolean sure) {
        List<Node> next = new ArrayList<>();
        for (Transition t : TransitionTable.ROWS) {
            boolean from = t.from().contains(node.state())
                    || (t.act() == Act.CLOSE && !sure && node.state().isOpen()); // a source without callbacks
            if (t.to().isPresent() && from && isPossible(t.act(), node, sure)) {
                step(t.act(), node, t.to().get(), next);
            }
        }
        return next;
    }

    private static void step(Act act, Node node, CaseState to, List<Node> next) {
        Node moved = node.to(to);
        switch (act) {
            case RETURN -> next.add(new Node(node.kind(), to, true, true, node.bound(), false));
            case REFUSE_RETURN -> next.add(new Node(node.kind(), to, true, false, node.bound(), false));
            case RULE -> next.add(new Node(node.kind(), to, node.returned(), false, true, false));
            case DISPATCH, REDISPATCH -> {
                next.add(new Node(node.kind(), to, node.returned(), false, node.bound(), false));
                next.add(new Node(node.kind(), to, node.returned(), false, false, false)); // to another lead
            }
            case MERGE -> next.add(new Node(node.kind(), to, node.returned(), node.stands(), node.bound(), true));
            case END -> {
                next.add(moved);
                next.add(new Node(node.kind(), to, node.returned(), node.stands(), node.bound(), true));
            }
            default -> next.add(moved);
        }
    }

    private boolean isPossible(Act act, Node node, boolean sure) {
        CaseKind kind = node.kind();
        if (!allows(act, node.state(), kind) || limit(act) == 0) {
            return false;
        }
        if (sure && (CHANCES.contains(act) || limit(act) < Integer.MAX_VALUE)) {
            return false;
        }
        return switch (act) {
            case ANSWER_AT_DESK -> kind != CaseKind.REPORT;
            case WAIVE_CALLBACK -> !required.contains(LifecycleRule.NO_EXEMPTION);
            case RETURN -> !node.bound();
            case REFUSE_RETURN -> node.stands();
            case OPEN_DISPUTE -> node.returned();
            case UNMERGE -> node.merged();
            case DISPATCH -> !sure || isSomebodyLeft(node);
            case REDISPATCH -> !node.bound() && (!sure || isSomebodyLeft(node));
            case REPLY -> !sure || maySurelyReply(kind);
            case CLOSE -> !sure || maySurelyCall(kind);
            case REOPEN -> allows(Act.RECORD_CALLBACK, CaseState.CALLBACK, kind);
            default -> true;
        };
    }

    /** Every department may have returned the case, where those that did get it only by a ruling. */
    private boolean isSomebodyLeft(Node node) {
        return !(node.returned() && required.contains(LifecycleRule.ARBITER_AFTER_RETURN));
    }

    /** What a reply waits for can be brought about; a silent assistant can be released. */
    private boolean maySurelyReply(CaseKind kind) {
        boolean tasks = handling(Act.CANCEL_TASK, kind)
                || (handling(Act.REPORT_TASK, kind) && handling(Act.ACCEPT_TASK, kind))
                || Set.of(CaseKind.values()).stream().noneMatch(k -> handling(Act.ASSIGN_TASK, k));
        boolean contact = !required.contains(LifecycleRule.CONTACT_BEFORE_REPLY) || handling(Act.CONTACT, kind);
        boolean assists =
                !required.contains(LifecycleRule.ASSISTS_BEFORE_REPLY) || handling(Act.CHANGE_ASSISTING, kind);
        return tasks && contact && assists;
    }

    /** Whether the citizen answers or not, it can be recorded. */
    private boolean maySurelyCall(CaseKind kind) {
        return allows(Act.ATTEMPT_CALLBACK, CaseState.CALLBACK, kind)
                && allows(Act.RECORD_CALLBACK, CaseState.CALLBACK, kind);
    }

    private boolean handling(Act act, CaseKind kind) {
        return allows(act, CaseState.HANDLING, kind);
    }

    private boolean allows(Act act, CaseState state, CaseKind kind) {
        return prohibitions.stream().noneMatch(p -> p.covers(act, state, kind));
    }

    /** How often an act may be done at most. */
    private int limit(Act act) {
        int least = Integer.MAX_VALUE;
        for (Map.Entry<Limit, Integer> limit : limits.entrySet()) {
            if (limit.getKey().acts().contains(act)) {
                least = Math.min(least, limit.getValue());
            }
        }
        return least;
    }

    static Set<CaseState> states(Set<Node> nodes) {
        Set<CaseState> states = EnumSet.noneOf(CaseState.class);
        nodes.forEach(n -> states.add(n.state()));
        return states;
    }
}
