package io.github.hotlinekit.core.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.testkit.Commands;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LifecyclePolicyLawsTest {

    private static final int POLICIES = Integer.getInteger("hotline.proof.policies", 12);

    @Provide
    Arbitrary<List<Long>> seeds() {
        return Walk.seeds(40);
    }

    /** The parts of a policy, drawn at random; most are inconsistent unless little is forbidden. */
    private record Parts(
            List<LifecyclePolicy.Prohibition> prohibitions,
            Map<Act, Set<Role>> roles,
            Map<Limit, Integer> limits,
            Set<LifecycleRule> required,
            int attempts,
            Set<CaseState> unused) {

        static Parts draw(long seed) {
            Random random = Walk.random(seed);
            List<LifecyclePolicy.Prohibition> prohibitions = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                Act act = Commands.ACTS.get(random.nextInt(Commands.ACTS.size()));
                prohibitions.add(new LifecyclePolicy.Prohibition(
                        act,
                        random.nextBoolean() ? Set.of() : some(random, CaseState.class, 3),
                        random.nextBoolean() ? Set.of() : some(random, CaseKind.class, 2)));
            }
            Map<Act, Set<Role>> roles = new EnumMap<>(Act.class);
            for (Transition row : CaseLifecycle.transitions()) {
                if (random.nextInt(10) == 0) {
                    roles.put(row.act(), Set.of(row.roles().iterator().next()));
                }
            }
            Map<Limit, Integer> limits = new EnumMap<>(Limit.class);
            for (Limit limit : Limit.values()) {
                if (random.nextInt(4) == 0) {
                    limits.put(limit, random.nextInt(3));
                }
            }
            Set<LifecycleRule> required = some(random, LifecycleRule.class, 60);
            required.removeIf(r -> !r.isOptional());
            Set<CaseState> unused = random.nextInt(3) > 0 ? Set.of() : some(random, CaseState.class, 1);
            return new Parts(prohibitions, roles, limits, required, 1 + random.nextInt(2), unused);
        }

        private static <E extends Enum<E>> Set<E> some(Random random, Class<E> type, int about) {
            Set<E> set = EnumSet.noneOf(type);
            for (E constant : type.getEnumConstants()) {
                if (random.nextInt(type.getEnumConstants().length * 2) < about) {
                    set.add(constant);
                }
            }
            return set;
        }

        List<LifecyclePolicy.Inconsistency> wrong() {
            return LifecyclePolicy.inconsistencies(prohibitions, roles, limits, required, attempts, unused);
        }

        LifecyclePolicy build() {
            return new LifecyclePolicy("random@1", prohibitions, roles, limits, required, attempts, unused);
        }
    }

    @Property(tries = 500)
    void what_a_policy_accepts_the_standard_accepts_too(@ForAll long policy, @ForAll("seeds") List<Long> seeds) {
        Parts parts = Parts.draw(policy);
        CaseLifecycle tight = parts.wrong().isEmpty() ? CaseLifecycle.of(parts.build()) : Walk.NARROW;
        for (Walk.Step step : Walk.of(tight, seeds)) {
            if (step.decision() instanceof Decision.Accepted) {
                assertThat(step.wish().decide(Walk.STANDARD, step.before())).isEqualTo(step.decision());
            }
        }
    }

    @Property(tries = 500)
    void a_policy_is_built_just_where_nothing_is_inconsistent_and_else_names_it_all(@ForAll long policy) {
        Parts parts = Parts.draw(policy);
        List<LifecyclePolicy.Inconsistency> wrong = parts.wrong();
        if (wrong.isEmpty()) {
            assertThat(parts.build().limits()).isEqualTo(parts.limits());
        } else {
            String[] named = wrong.stream().map(w -> w.part() + " " + w.value()).toArray(String[]::new);
            assertThatIllegalArgumentException().isThrownBy(parts::build).withMessageContainingAll(named);
        }
    }

    @Test
    @Tag("proof")
    void under_every_consistent_policy_every_case_can_be_brought_to_an_end_without_luck() {
        int checked = 0;
        int refused = 0;
        long states = 0;
        for (long seed = 1; checked < POLICIES; seed++) {
            Parts parts = Parts.draw(seed);
            if (!parts.wrong().isEmpty()) {
                refused++;
                continue;
            }
            checked++;
            states += assertNoCaseIsStuck(parts.build(), 300);
        }
        System.out.printf(
                Locale.ROOT,
                "policies: %d random ones consistent and without a stuck case in %,d abstract states, %d refused%n",
                checked,
                states,
                refused);
    }

    private static int assertNoCaseIsStuck(LifecyclePolicy policy, int bound) {
        CaseLifecycle lifecycle = CaseLifecycle.of(policy);
        Explorer explorer = new Explorer(lifecycle, c -> Alphabet.thatMatter(policy, c), bound);
        List<Case> starts = new ArrayList<>();
        for (CaseKind kind : CaseKind.values()) {
            if (!policy.forbidsToRegister(kind)) {
                starts.add(Alphabet.fresh("K-" + kind, kind, Optional.empty()));
            }
        }
        List<Case> found = new ArrayList<>();
        explorer.explore(starts, found::add);
        assertThat(explorer.stuck()).as("%s", policy).isZero();
        for (int i = 0; i < found.size(); i += 53) {
            assertThat(explorer.reachesAnEnd(found.get(i)))
                    .as("%s under %s: %s", found.get(i), policy, found.get(i).events())
                    .isTrue();
        }
        return explorer.states();
    }

    @Test
    void a_city_may_forbid_a_second_extension() {
        LifecyclePolicy city =
                LifecyclePolicy.builder("city@1").limit(Limit.EXTENSIONS, 1).build();
        assertThat(city.limit(Limit.EXTENSIONS)).contains(1);
        assertThat(city.limit(Limit.RETURNS)).isEmpty();
        CaseLifecycle lifecycle = CaseLifecycle.of(city);
        CommandContext clerk = CommandContext.of(Actor.of(Role.DEPARTMENT_CLERK, Alphabet.A), Walk.START);
        CaseCommand ask = new CaseCommand.AskExtension(ExtensionAmount.ofWorkingDays(5), FreeText.of("rain"));
        CaseCommand grant = CaseCommand.GrantExtension.of(ExtensionAmount.ofWorkingDays(3));
        Case subject = done(
                lifecycle,
                Alphabet.fresh("1", CaseKind.HELP, Optional.empty()),
                CaseCommand.Dispatch.of(Alphabet.A),
                Role.DISPATCHER);
        subject = lifecycle.decide(subject, new CaseCommand.SignFor(), clerk).orElseThrow();
        subject = lifecycle.decide(subject, ask, clerk).orElseThrow();
        subject = done(lifecycle, subject, grant, Role.SUPERVISOR);
        assertThat(lifecycle.decide(subject, ask, clerk)).isInstanceOfSatisfying(Decision.Refused.class, refused -> {
            assertThat(refused.rule()).isEqualTo(LifecycleRule.LIMIT_REACHED);
            assertThat(refused.state()).contains(CaseState.HANDLING);
            assertThat(refused.may()).containsExactlyInAnyOrder(Role.DEPARTMENT_CLERK, Role.DEPARTMENT_LEAD);
        });
        assertThat(Walk.STANDARD.decide(subject, ask, clerk)).isInstanceOf(Decision.Accepted.class);
        assertNoCaseIsStuck(city, 200);
    }

    @Test
    void a_city_may_demand_a_callback_or_two_attempts_at_one_before_closing() {
        LifecyclePolicy city = LifecyclePolicy.builder("city@1")
                .require(LifecycleRule.NO_EXEMPTION)
                .attemptsBeforeClosing(2)
                .build();
        CaseLifecycle lifecycle = CaseLifecycle.of(city);
        Case subject = replied();
        assertThat(refusal(
                        lifecycle, subject, new CaseCommand.WaiveCallback(CallbackExemption.DECLINED), Role.REVIEWER))
                .contains(LifecycleRule.NO_EXEMPTION);
        subject = done(lifecycle, subject, new CaseCommand.AcceptReply(), Role.REVIEWER);
        CaseCommand attempt = new CaseCommand.AttemptCallback(CallbackFailure.NO_ANSWER);
        CaseCommand close = new CaseCommand.Close(ClosingGround.CALLBACK_FAILED);
        subject = done(lifecycle, subject, attempt, Role.CALLBACK_AGENT);
        assertThat(refusal(lifecycle, subject, close, Role.CALLBACK_AGENT)).contains(LifecycleRule.NO_CALLBACK);
        subject = done(lifecycle, subject, attempt, Role.CALLBACK_AGENT);
        assertThat(done(lifecycle, subject, close, Role.CALLBACK_AGENT).state()).isEqualTo(CaseState.CLOSED);
        assertNoCaseIsStuck(city, 200);
    }

    @Test
    void a_city_may_limit_returns_to_two() {
        LifecyclePolicy city =
                LifecyclePolicy.builder("city@1").limit(Limit.RETURNS, 2).build();
        CaseLifecycle lifecycle = CaseLifecycle.of(city);
        Case subject = Alphabet.fresh("1", CaseKind.HELP, Optional.empty());
        CaseCommand hand = CaseCommand.Return.of(ReturnGround.NOT_ITS_DUTY, FreeText.of("not ours"));
        for (int i = 0; i < 3; i++) {
            subject = done(lifecycle, subject, CaseCommand.Dispatch.of(Alphabet.A), Role.DISPATCHER);
            Decision decision = lifecycle.decide(
                    subject, hand, CommandContext.of(Actor.of(Role.DEPARTMENT_CLERK, Alphabet.A), Walk.START));
            if (i < 2) {
                subject = decision.orElseThrow();
            } else {
                assertThat(((Decision.Refused) decision).rule()).isEqualTo(LifecycleRule.LIMIT_REACHED);
            }
        }
        assertNoCaseIsStuck(city, 200);
    }

    @Test
    void a_city_without_suspension_says_that_it_gives_the_state_up() {
        assertThat(codes(LifecyclePolicy.builder("city@1").forbid(Act.SUSPEND)))
                .containsExactly("UNREACHABLE_STATE suspended");
        LifecyclePolicy city = LifecyclePolicy.builder("city@1")
                .forbid(Act.SUSPEND)
                .giveUp(CaseState.SUSPENDED)
                .build();
        assertNoCaseIsStuck(city, 200);
        assertThat(codes(LifecyclePolicy.builder("city@1").giveUp(CaseState.SUSPENDED)))
                .containsExactly("USED_STATE suspended");
    }

    @Test
    void a_city_without_returns_has_no_disputes() {
        assertThat(codes(LifecyclePolicy.builder("city@1").limit(Limit.RETURNS, 0)))
                .containsExactly("UNREACHABLE_STATE disputed");
        assertThat(codes(LifecyclePolicy.builder("city@1").forbid(Act.RETURN).giveUp(CaseState.DISPUTED)))
                .isEmpty();
    }

    @Test
    void a_city_may_forbid_an_act_for_one_kind_as_long_as_no_case_of_it_is_stuck() {
        Set<CaseKind> praise = Set.of(CaseKind.PRAISE);
        assertThat(codes(LifecyclePolicy.builder("city@1").forbid(Act.SUSPEND, Set.of(), praise)))
                .isEmpty();
        // suspended as a complaint, then found to be praise
        assertThat(codes(LifecyclePolicy.builder("city@1").forbid(Act.RESUME, Set.of(), praise)))
                .containsExactly("NO_WAY_OUT praise suspended");
        CaseLifecycle lifecycle = CaseLifecycle.of(LifecyclePolicy.builder("city@1")
                .forbid(Act.REGISTER, Set.of(), praise)
                .build());
        Registration registration =
                Alphabet.fresh("1", CaseKind.PRAISE, Optional.empty()).registration();
        assertThat(lifecycle.register(registration, CommandContext.of(Actor.of(Role.AGENT), Walk.START)))
                .isInstanceOfSatisfying(
                        Decision.Refused.class, r -> assertThat(r.rule()).isEqualTo(LifecycleRule.FORBIDDEN));
    }

    @Test
    void what_a_rule_asks_for_must_be_possible() {
        String handling = " handling";
        assertThat(codes(LifecyclePolicy.builder("c@1")
                        .require(LifecycleRule.CONTACT_BEFORE_REPLY)
                        .forbid(Act.CONTACT)
                        .forbid(Act.RETURN, Set.of(CaseState.HANDLING), Set.of())
                        .forbid(Act.REDISPATCH)))
                .contains("NO_WAY_OUT complaint" + handling);
        assertThat(codes(LifecyclePolicy.builder("c@1")
                        .require(LifecycleRule.ASSISTS_BEFORE_REPLY)
                        .forbid(Act.CHANGE_ASSISTING)
                        .limit(Limit.RETURNS, 2)
                        .limit(Limit.DISPATCHES, 3)))
                .contains("NO_WAY_OUT complaint" + handling);
        assertThat(codes(LifecyclePolicy.builder("c@1").forbid(Act.CANCEL_TASK).forbid(Act.ACCEPT_TASK)))
                .contains("NO_WAY_OUT complaint" + handling); // once a ruling binds
        assertThat(codes(LifecyclePolicy.builder("c@1").forbid(Act.ATTEMPT_CALLBACK)))
                .contains("NO_WAY_OUT help callback");
        assertThat(codes(LifecyclePolicy.builder("c@1")
                        .require(LifecycleRule.ARBITER_AFTER_RETURN)
                        .forbid(Act.REJECT)
                        .forbid(Act.MARK_INVALID)
                        .forbid(Act.REFUSE_RETURN)
                        .forbid(Act.OPEN_DISPUTE)
                        .giveUp(CaseState.DISPUTED)))
                .contains("NO_WAY_OUT help triage");
    }

    @Test
    void the_city_in_the_documentation_leaves_no_case_stuck() {
        assertNoCaseIsStuck(
                LifecyclePolicy.builder("city@2026.1")
                        .forbid(Act.SUSPEND)
                        .limit(Limit.EXTENSIONS, 1)
                        .limit(Limit.RETURNS, 2)
                        .require(LifecycleRule.NO_EXEMPTION)
                        .require(LifecycleRule.CONTACT_BEFORE_REPLY)
                        .attemptsBeforeClosing(2)
                        .giveUp(CaseState.SUSPENDED)
                        .build(),
                300);
    }

    @Test
    void every_inconsistency_is_named() {
        assertThat(LifecyclePolicy.inconsistencies(
                                List.of(),
                                Map.of(Act.REPLY, Set.of(Role.CITIZEN), Act.CLOSE, Set.of()),
                                Map.of(Limit.RETURNS, -1, Limit.CALLBACK_ATTEMPTS, 2),
                                Set.of(LifecycleRule.WRONG_ROLE),
                                3,
                                Set.of())
                        .stream()
                        .map(LifecyclePolicy.Inconsistency::code))
                .contains("ROLE_NOT_IN_TABLE", "LIMIT_OUT_OF_RANGE", "RULE_NOT_OPTIONAL", "ATTEMPTS_OUT_OF_RANGE");
        assertThat(Arrays.stream(LifecycleRule.values()).filter(LifecycleRule::isOptional))
                .hasSize(7);
    }

    @Test
    void limits_and_attempts_are_in_range_with_both_ends() {
        assertThat(codes(LifecyclePolicy.builder("c@1")
                        .limit(Limit.EXTENSIONS, 0)
                        .limit(Limit.SUSPENSIONS, LifecyclePolicy.MAX_LIMIT)
                        .limit(Limit.CALLBACK_ATTEMPTS, 2)
                        .attemptsBeforeClosing(2)))
                .isEmpty();
        assertThat(codes(LifecyclePolicy.builder("c@1").limit(Limit.EXTENSIONS, -1)))
                .containsExactly("LIMIT_OUT_OF_RANGE extensions -1");
        assertThat(codes(LifecyclePolicy.builder("c@1").limit(Limit.SUSPENSIONS, LifecyclePolicy.MAX_LIMIT + 1)))
                .containsExactly("LIMIT_OUT_OF_RANGE suspensions 1001");
        assertThat(codes(LifecyclePolicy.builder("c@1").attemptsBeforeClosing(0)))
                .containsExactly("ATTEMPTS_OUT_OF_RANGE 0");
        assertThat(codes(LifecyclePolicy.builder("c@1").attemptsBeforeClosing(LifecyclePolicy.MAX_LIMIT)))
                .isEmpty();
        assertThat(codes(LifecyclePolicy.builder("c@1").attemptsBeforeClosing(LifecyclePolicy.MAX_LIMIT + 1)))
                .containsExactly("ATTEMPTS_OUT_OF_RANGE 1001");
        assertThat(codes(LifecyclePolicy.builder("c@1")
                        .limit(Limit.CALLBACK_ATTEMPTS, 2)
                        .attemptsBeforeClosing(3)))
                .containsExactly("ATTEMPTS_OUT_OF_RANGE 3");
    }

    @Test
    void fewer_roles_are_some_of_the_table_and_at_least_one_and_an_unknown_act_has_none() {
        assertThat(codes(LifecyclePolicy.builder("c@1").allowOnly(Act.CLOSE, Set.of(Role.SYSTEM))))
                .isEmpty();
        assertThat(codes(LifecyclePolicy.builder("c@1").allowOnly(Act.CLOSE, Set.of())))
                .containsExactly("ROLE_NOT_IN_TABLE close []");
        assertThat(codes(LifecyclePolicy.builder("c@1").allowOnly(Act.CLOSE, EnumSet.of(Role.CITIZEN, Role.SYSTEM))))
                .containsExactly("ROLE_NOT_IN_TABLE close [citizen, system]");
        assertThat(codes(LifecyclePolicy.builder("c@1").allowOnly(Act.UNKNOWN, Set.of(Role.SYSTEM))))
                .containsExactly("ROLE_NOT_IN_TABLE unknown [system]");
    }

    @Test
    void a_prohibition_for_a_kind_binds_only_cases_that_may_be_of_it() {
        Set<CaseKind> praise = Set.of(CaseKind.PRAISE);
        LifecyclePolicy.Builder noPraise = LifecyclePolicy.builder("c@1")
                .forbid(Act.REGISTER, Set.of(), praise)
                .forbid(Act.RESUME, Set.of(), praise);
        assertThat(codes(noPraise)).containsExactly("NO_WAY_OUT praise suspended");
        assertThat(codes(noPraise.forbid(Act.CHANGE_KIND, open(), Set.of()))).isEmpty();
    }

    @Test
    void a_case_may_be_closed_by_a_source_without_callbacks_but_not_surely() {
        LifecyclePolicy.Builder bySources = LifecyclePolicy.builder("c@1")
                .forbid(Act.ANSWER_AT_DESK)
                .forbid(Act.WAIVE_CALLBACK)
                .forbid(Act.ACCEPT_REPLY)
                .forbid(Act.OPEN_DISPUTE)
                .giveUp(CaseState.CALLBACK)
                .giveUp(CaseState.DISPUTED);
        assertThat(codes(bySources)).isEmpty();
        assertThat(codes(bySources.forbid(Act.CLOSE, open(), Set.of()))).containsExactly("UNREACHABLE_STATE closed");
    }

    @Test
    void only_a_report_is_never_answered_at_the_desk() {
        assertThat(codes(LifecyclePolicy.builder("c@1")
                        .forbid(Act.QUEUE_FOR_TRIAGE)
                        .forbid(Act.REJECT, Set.of(CaseState.REGISTERED), Set.of())
                        .forbid(Act.MARK_INVALID, Set.of(CaseState.REGISTERED), Set.of())
                        .forbid(Act.DISPATCH, Set.of(CaseState.REGISTERED), Set.of())))
                .containsExactly("NO_WAY_OUT report registered");
    }

    @Test
    void an_exemption_leads_to_the_end_unless_a_callback_is_demanded_of_every_case() {
        LifecyclePolicy.Builder byExemption = LifecyclePolicy.builder("c@1")
                .forbid(Act.ANSWER_AT_DESK)
                .forbid(Act.CLOSE)
                .forbid(Act.OPEN_DISPUTE)
                .giveUp(CaseState.DISPUTED);
        assertThat(codes(byExemption)).isEmpty();
        assertThat(codes(byExemption.require(LifecycleRule.NO_EXEMPTION))).containsExactly("UNREACHABLE_STATE closed");
    }

    @Test
    void only_a_merged_case_comes_back_from_its_end() {
        LifecyclePolicy.Builder neverBack = LifecyclePolicy.builder("c@1")
                .forbid(Act.QUEUE_FOR_TRIAGE)
                .forbid(Act.RETURN)
                .forbid(Act.REOPEN_CLOSED)
                .giveUp(CaseState.TRIAGE)
                .giveUp(CaseState.DISPUTED);
        assertThat(codes(neverBack)).containsExactly("USED_STATE triage");
        assertThat(codes(neverBack.forbid(Act.MERGE))).containsExactly("USED_STATE triage"); // a source may say merged
        assertThat(codes(neverBack.forbid(Act.END))).isEmpty();
    }

    @Test
    void a_case_is_not_reopened_where_no_answer_can_be_recorded() {
        assertThat(codes(LifecyclePolicy.builder("c@1")
                        .forbid(Act.RECORD_CALLBACK, Set.of(), Set.of(CaseKind.HELP))
                        .forbid(Act.OPEN_DISPUTE)
                        .giveUp(CaseState.DISPUTED)))
                .containsExactly("NO_WAY_OUT help callback");
    }

    @Test
    void a_task_is_no_obstacle_where_it_can_be_cancelled_or_reported_and_accepted_or_never_given() {
        assertThat(codes(LifecyclePolicy.builder("c@1").forbid(Act.CANCEL_TASK)))
                .isEmpty();
        assertThat(codes(LifecyclePolicy.builder("c@1").forbid(Act.REPORT_TASK).forbid(Act.ACCEPT_TASK)))
                .isEmpty();
        assertThat(codes(LifecyclePolicy.builder("c@1").forbid(Act.CANCEL_TASK).forbid(Act.REPORT_TASK)))
                .contains("NO_WAY_OUT complaint handling");
        assertThat(codes(LifecyclePolicy.builder("c@1")
                        .forbid(Act.CANCEL_TASK)
                        .forbid(Act.REPORT_TASK)
                        .forbid(Act.ASSIGN_TASK)))
                .isEmpty();
        assertThat(codes(LifecyclePolicy.builder("c@1")
                        .forbid(Act.CANCEL_TASK)
                        .forbid(Act.REPORT_TASK)
                        .forbid(Act.ASSIGN_TASK, Set.of(), Set.of(CaseKind.HELP))))
                .contains("NO_WAY_OUT help handling"); // given as a complaint, then found to be a call for help
    }

    @Test
    void a_lead_that_cannot_reply_hands_the_case_on_as_long_as_a_department_is_left_that_did_not_return_it() {
        LifecyclePolicy.Builder unreached = LifecyclePolicy.builder("c@1")
                .require(LifecycleRule.CONTACT_BEFORE_REPLY)
                .forbid(Act.CONTACT)
                .forbid(Act.RETURN, Set.of(CaseState.HANDLING), Set.of())
                .forbid(Act.REFUSE_RETURN)
                .forbid(Act.OPEN_DISPUTE)
                .giveUp(CaseState.DISPUTED);
        assertThat(codes(unreached)).isEmpty();
        assertThat(codes(unreached.require(LifecycleRule.ARBITER_AFTER_RETURN)))
                .contains("NO_WAY_OUT help handling")
                .noneMatch(c -> c.startsWith("UNREACHABLE_STATE") || c.endsWith("triage"));
    }

    @Test
    void a_dispatch_is_a_way_out_of_triage() {
        assertThat(codes(LifecyclePolicy.builder("c@1").forbid(Act.REJECT).forbid(Act.MARK_INVALID)))
                .isEmpty();
    }

    @Test
    void a_reply_that_may_wait_for_ever_still_reaches_its_state_with_luck() {
        assertThat(codes(LifecyclePolicy.builder("c@1").forbid(Act.CANCEL_TASK).forbid(Act.REPORT_TASK)))
                .contains("NO_WAY_OUT help handling")
                .noneMatch(c -> c.startsWith("UNREACHABLE_STATE"));
    }

    @Test
    void a_policy_has_an_identity_and_keeps_the_roles_it_was_given() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifecyclePolicy.builder("").build())
                .withMessageContaining("identity");
        assertThat(LifecyclePolicy.builder("c@1")
                        .allowOnly(Act.CLOSE, Set.of(Role.SYSTEM))
                        .build()
                        .roles())
                .isEqualTo(Map.of(Act.CLOSE, Set.of(Role.SYSTEM)));
    }

    private static Set<CaseState> open() {
        return Arrays.stream(CaseState.values()).filter(CaseState::isOpen).collect(Collectors.toSet());
    }

    private static List<String> codes(LifecyclePolicy.Builder builder) {
        return builder.wrong().stream().map(w -> w.code() + " " + w.value()).toList();
    }

    private static Case replied() {
        Case subject = Alphabet.fresh("1", CaseKind.HELP, Optional.empty());
        subject = done(Walk.STANDARD, subject, CaseCommand.Dispatch.of(Alphabet.A), Role.DISPATCHER);
        for (CaseCommand command :
                List.of(new CaseCommand.SignFor(), new CaseCommand.Reply(ReplyResult.of(ReplyOutcome.RESOLVED)))) {
            subject = Walk.STANDARD
                    .decide(
                            subject,
                            command,
                            CommandContext.of(Actor.of(Role.DEPARTMENT_CLERK, Alphabet.A), Walk.START))
                    .orElseThrow();
        }
        return subject;
    }

    private static Case done(CaseLifecycle lifecycle, Case subject, CaseCommand command, Role role) {
        return lifecycle
                .decide(subject, command, CommandContext.of(Actor.of(role), Walk.START))
                .orElseThrow();
    }

    private static Optional<LifecycleRule> refusal(
            CaseLifecycle lifecycle, Case subject, CaseCommand command, Role role) {
        return lifecycle.decide(subject, command, CommandContext.of(Actor.of(role), Walk.START))
                        instanceof Decision.Refused refused
                ? Optional.of(refused.rule())
                : Optional.empty();
    }
}
