package io.github.hotlinekit.core.cases;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a city tightens the lifecycle: what it forbids, limits and asks for beyond the standard table. A
 * policy never allows what the table does not, and is never inconsistent: {@link #inconsistencies} says
 * what would be wrong, and no policy with an inconsistency is built.
 *
 * @param identity its id and version, such as {@code shishi@2026.1}
 * @param prohibitions what it forbids
 * @param roles who alone may do an act, where that is fewer than in the table
 * @param limits how often something may be done
 * @param required the optional rules that hold
 * @param attemptsBeforeClosing how often a citizen is called in vain before the case may be closed without
 *     an answer, and tried in vain before a reply where {@link LifecycleRule#CONTACT_BEFORE_REPLY} holds, at
 *     least 1
 * @param unused the states that it gives up on purpose
 */
public record LifecyclePolicy(
        String identity,
        List<Prohibition> prohibitions,
        Map<Act, Set<Role>> roles,
        Map<Limit, Integer> limits,
        Set<LifecycleRule> required,
        int attemptsBeforeClosing,
        Set<CaseState> unused) {

    /** The highest limit. */
    public static final int MAX_LIMIT = 1_000;

    /**
     * Something that a policy forbids.
     *
     * @param act the act
     * @param from the states in which it is forbidden; empty for all
     * @param kinds the kinds for which it is forbidden; empty for all
     */
    public record Prohibition(Act act, Set<CaseState> from, Set<CaseKind> kinds) {
        /** Checks and copies the parts. */
        public Prohibition {
            Objects.requireNonNull(act, "act");
            from = Checks.set(from, "from");
            kinds = Checks.set(kinds, "kinds");
        }

        boolean covers(Act other, CaseState state, CaseKind kind) {
            return act == other
                    && (from.isEmpty() || from.contains(state))
                    && (kinds.isEmpty() || kinds.contains(kind));
        }
    }

    /**
     * What makes a policy inconsistent.
     *
     * @param code a stable code in capitals, such as {@code UNREACHABLE_STATE}
     * @param part the part of the policy it is in: prohibitions, roles, limits, required,
     *     attemptsBeforeClosing or unused
     * @param value the value that is wrong
     * @param expected what would be right
     */
    public record Inconsistency(String code, String part, String value, String expected) {
        /** Checks the parts. */
        public Inconsistency {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(part, "part");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(expected, "expected");
        }
    }

    /** The table as it is, with nothing tightened. */
    public static final LifecyclePolicy STANDARD =
            new LifecyclePolicy("standard@1", List.of(), Map.of(), Map.of(), Set.of(), 1, Set.of());

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if the policy is inconsistent; the message names every inconsistency
     */
    public LifecyclePolicy {
        Checks.identity(identity, "identity");
        prohibitions = Checks.list(prohibitions, "prohibitions");
        roles = copy(Objects.requireNonNull(roles, "roles"));
        limits = limits.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(limits));
        required = Checks.set(required, "required");
        unused = Checks.set(unused, "unused");
        List<Inconsistency> wrong =
                inconsistencies(prohibitions, roles, limits, required, attemptsBeforeClosing, unused);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("policy " + identity + " is inconsistent: "
                    + wrong.stream()
                            .map(w -> w.part() + " " + w.value() + ", expected " + w.expected())
                            .collect(Collectors.joining("; ")));
        }
    }

    private static Map<Act, Set<Role>> copy(Map<Act, Set<Role>> roles) {
        Map<Act, Set<Role>> copy = new EnumMap<>(Act.class);
        roles.forEach((act, allowed) -> copy.put(act, Checks.set(allowed, "roles")));
        return Map.copyOf(copy);
    }

    /**
     * What would be inconsistent in a policy of these parts: roles or rules that the table does not have,
     * limits out of range, a state that nothing leads to and that is not given up in {@code unused}, and a
     * state in which a case of some kind may be left with nothing but chance: a withdrawal, a merge, a source,
     * a referral or an exemption. Limits count as used up, and everybody on duty as willing; but with {@link
     * LifecycleRule#ASSISTS_BEFORE_REPLY} it must be possible to release a silent assistant, with {@link
     * LifecycleRule#CONTACT_BEFORE_REPLY} to record a contact, and always to record an answer and the lack of
     * one before closing.
     *
     * @param prohibitions what it forbids
     * @param roles who alone may do an act
     * @param limits how often something may be done, 0 to {@value #MAX_LIMIT}
     * @param required the optional rules that hold
     * @param attemptsBeforeClosing from 1 to the limit of {@link Limit#CALLBACK_ATTEMPTS}
     * @param unused the states that it gives up
     * @return everything that is wrong; empty if nothing is
     */
    public static List<Inconsistency> inconsistencies(
            List<Prohibition> prohibitions,
            Map<Act, Set<Role>> roles,
            Map<Limit, Integer> limits,
            Set<LifecycleRule> required,
            int attemptsBeforeClosing,
            Set<CaseState> unused) {
        List<Inconsistency> wrong = new ArrayList<>();
        for (Act act : Act.values()) {
            Set<Role> allowed = roles.get(act);
            if (allowed == null) {
                continue;
            }
            Set<Role> table =
                    act == Act.UNKNOWN ? Set.of() : TransitionTable.row(act).roles();
            if (allowed.isEmpty() || !table.containsAll(allowed)) {
                wrong.add(new Inconsistency(
                        "ROLE_NOT_IN_TABLE", "roles", act.code() + " " + codes(allowed), "some of " + codes(table)));
            }
        }
        for (Limit limit : Limit.values()) {
            Integer most = limits.get(limit);
            if (most != null && (most < 0 || most > MAX_LIMIT)) {
                wrong.add(new Inconsistency(
                        "LIMIT_OUT_OF_RANGE", "limits", limit.code() + " " + most, "0 to " + MAX_LIMIT));
            }
        }
        for (LifecycleRule rule : required) {
            if (!rule.isOptional()) {
                wrong.add(new Inconsistency("RULE_NOT_OPTIONAL", "required", rule.code(), "an optional rule"));
            }
        }
        int attempts = limits.getOrDefault(Limit.CALLBACK_ATTEMPTS, MAX_LIMIT);
        if (attemptsBeforeClosing < 1 || attemptsBeforeClosing > attempts) {
            wrong.add(new Inconsistency(
                    "ATTEMPTS_OUT_OF_RANGE",
                    "attemptsBeforeClosing",
                    Integer.toString(attemptsBeforeClosing),
                    "1 to " + Math.max(1, attempts) + ", the most attempts allowed"));
        }
        LifecycleGraph graph = new LifecycleGraph(prohibitions, limits, required);
        Set<LifecycleGraph.Node> reachable = graph.reachable();
        Set<CaseState> reached = LifecycleGraph.states(reachable);
        for (CaseState state : CaseState.values()) {
            if (!reached.contains(state) && !unused.contains(state)) {
                wrong.add(new Inconsistency(
                        "UNREACHABLE_STATE",
                        "prohibitions",
                        state.code(),
                        "a way to the state, or the state among unused"));
            }
            if (reached.contains(state) && unused.contains(state)) {
                wrong.add(new Inconsistency("USED_STATE", "unused", state.code(), "states that nothing leads to"));
            }
        }
        graph.stuck(reachable).stream()
                .map(n -> n.kind().code() + " " + n.state().code())
                .distinct()
                .forEach(stuck -> wrong.add(
                        new Inconsistency("NO_WAY_OUT", "prohibitions", stuck, "a way from the state to an end")));
        return List.copyOf(wrong);
    }

    private static String codes(Set<Role> roles) {
        return roles.stream().sorted().map(Role::code).toList().toString();
    }

    boolean forbidsToRegister(CaseKind kind) {
        return forbids(Act.REGISTER, CaseState.REGISTERED, kind);
    }

    boolean forbids(Act act, CaseState state, CaseKind kind) {
        for (Prohibition prohibition : prohibitions) {
            if (prohibition.covers(act, state, kind)) {
                return true;
            }
        }
        return false;
    }

    Set<Role> roles(Transition transition) {
        Set<Role> fewer = roles.get(transition.act());
        return fewer == null ? transition.roles() : fewer;
    }

    boolean isExhausted(Act act, Case subject) {
        for (Map.Entry<Limit, Integer> limit : limits.entrySet()) {
            if (limit.getKey().acts().contains(act) && limit.getKey().count(subject) >= limit.getValue()) {
                return true;
            }
        }
        return false;
    }

    boolean asksFor(LifecycleRule rule) {
        return !rule.isOptional() || required.contains(rule);
    }

    /**
     * A builder of a policy that tightens nothing yet.
     *
     * @param identity its id and version, such as {@code shishi@2026.1}
     * @return a new builder
     */
    public static Builder builder(String identity) {
        return new Builder(Objects.requireNonNull(identity, "identity"));
    }

    /** Builds a policy. To be used by one thread. */
    public static final class Builder {
        private final String identity;
        private final List<Prohibition> prohibitions = new ArrayList<>();
        private final Map<Act, Set<Role>> roles = new EnumMap<>(Act.class);
        private final Map<Limit, Integer> limits = new EnumMap<>(Limit.class);
        private final Set<LifecycleRule> required = EnumSet.noneOf(LifecycleRule.class);
        private final List<Integer> attempts = new ArrayList<>(List.of(1));
        private final Set<CaseState> unused = EnumSet.noneOf(CaseState.class);

        private Builder(String identity) {
            this.identity = identity;
        }

        /**
         * Forbids an act everywhere.
         *
         * @param act the act
         * @return this builder
         */
        public Builder forbid(Act act) {
            return forbid(act, Set.of(), Set.of());
        }

        /**
         * Forbids an act.
         *
         * @param act the act
         * @param from the states in which it is forbidden; empty for all
         * @param kinds the kinds for which it is forbidden; empty for all
         * @return this builder
         */
        public Builder forbid(Act act, Set<CaseState> from, Set<CaseKind> kinds) {
            prohibitions.add(new Prohibition(act, from, kinds));
            return this;
        }

        /**
         * Says who alone may do an act.
         *
         * @param act the act
         * @param allowed some of the roles in the table
         * @return this builder
         */
        public Builder allowOnly(Act act, Set<Role> allowed) {
            roles.put(act, allowed);
            return this;
        }

        /**
         * Limits how often something may be done.
         *
         * @param limit what
         * @param most how often, 0 to {@value LifecyclePolicy#MAX_LIMIT}
         * @return this builder
         */
        public Builder limit(Limit limit, int most) {
            limits.put(limit, most);
            return this;
        }

        /**
         * Asks for an optional rule.
         *
         * @param rule the rule
         * @return this builder
         */
        public Builder require(LifecycleRule rule) {
            required.add(rule);
            return this;
        }

        /**
         * Says how often a citizen is called in vain before the case may be closed without an answer.
         *
         * @param least at least 1
         * @return this builder
         */
        public Builder attemptsBeforeClosing(int least) {
            attempts.set(0, least);
            return this;
        }

        /**
         * Gives up a state that nothing leads to any more.
         *
         * @param state the state
         * @return this builder
         */
        public Builder giveUp(CaseState state) {
            unused.add(state);
            return this;
        }

        /** What would be wrong with the policy as it is. */
        List<Inconsistency> wrong() {
            return inconsistencies(prohibitions, roles, limits, required, attempts.get(0), unused);
        }

        /**
         * The policy.
         *
         * @return the policy
         * @throws IllegalArgumentException if it is inconsistent; the message names every inconsistency
         */
        public LifecyclePolicy build() {
            return new LifecyclePolicy(identity, prohibitions, roles, limits, required, attempts.get(0), unused);
        }
    }

    /**
     * The most times something may be done.
     *
     * @param limit what
     * @return the limit; empty if there is none
     */
    public Optional<Integer> limit(Limit limit) {
        return Optional.ofNullable(limits.get(limit));
    }
}
