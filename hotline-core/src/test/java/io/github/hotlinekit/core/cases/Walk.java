package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.testkit.Commands;
import io.github.hotlinekit.core.testkit.Lives;
import io.github.hotlinekit.core.testkit.Registrations;
import io.github.hotlinekit.core.testkit.Wish;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Walks through the lifecycle, each step drawn from a seed of its own, so that a failing walk is shortened. */
final class Walk {

    static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

    static final CaseLifecycle STANDARD = CaseLifecycle.standard();

    /** Every optional rule holds. */
    static final CaseLifecycle STRICT = CaseLifecycle.of(strict());

    /** Little may be done often, by few, in few states. */
    static final CaseLifecycle NARROW = CaseLifecycle.of(LifecyclePolicy.builder("narrow@1")
            .limit(Limit.RETURNS, 1)
            .limit(Limit.DISPATCHES, 2)
            .limit(Limit.EXTENSIONS, 1)
            .limit(Limit.SUSPENSIONS, 1)
            .limit(Limit.REOPENINGS, 1)
            .limit(Limit.REWORKS, 1)
            .limit(Limit.CALLBACK_ATTEMPTS, 2)
            .allowOnly(Act.DISPATCH, Set.of(Role.DISPATCHER))
            .allowOnly(Act.REPLY, Set.of(Role.DEPARTMENT_LEAD))
            .forbid(Act.RETURN, Set.of(CaseState.HANDLING), Set.of())
            .forbid(Act.ANSWER_AT_DESK, Set.of(), Set.of(CaseKind.COMPLAINT))
            .forbid(Act.SUSPEND, Set.of(), Set.of(CaseKind.PRAISE, CaseKind.CONSULTATION))
            .build());

    /** A step: a wish and what came of it. */
    record Step(Case before, Wish wish, Decision decision) {
        Case after() {
            return decision instanceof Decision.Accepted accepted ? accepted.result() : before;
        }
    }

    private Walk() {}

    private static LifecyclePolicy strict() {
        LifecyclePolicy.Builder strict = LifecyclePolicy.builder("strict@1").attemptsBeforeClosing(2);
        Arrays.stream(LifecycleRule.values())
                .filter(LifecycleRule::isOptional)
                .filter(r -> r != LifecycleRule.NO_EXEMPTION)
                .forEach(strict::require);
        return strict.build();
    }

    static Arbitrary<List<Long>> seeds(int atMost) {
        return Arbitraries.longs().list().ofMinSize(1).ofMaxSize(atMost);
    }

    static Arbitrary<CaseLifecycle> lifecycles() {
        return Arbitraries.of(STANDARD, STRICT, NARROW);
    }

    static Random random(long seed) {
        return new Random(seed * 0x9E37_79B9_7F4A_7C15L);
    }

    static Case registered(long seed) {
        return STANDARD.register(
                        Registrations.any(random(seed), CaseNumber.of("W-1"), START),
                        CommandContext.of(Actor.of(Role.AGENT), START))
                .orElseThrow();
    }

    /** A step for each seed but the first, which is of the registration. */
    static List<Step> of(CaseLifecycle lifecycle, List<Long> seeds) {
        List<Step> steps = new ArrayList<>();
        Case subject = registered(seeds.get(0));
        for (long seed : seeds.subList(1, seeds.size())) {
            Random random = random(seed);
            Wish wish = switch (random.nextInt(6)) {
                case 0 -> Commands.any(random, subject);
                case 1 -> Commands.any(random, subject, Lives.likelyAct(random, subject));
                default -> Lives.likely(random, subject);
            };
            Step step = new Step(subject, wish, wish.decide(lifecycle, subject));
            steps.add(step);
            subject = step.after();
        }
        return steps;
    }

    static Case end(CaseLifecycle lifecycle, List<Long> seeds) {
        List<Step> steps = of(lifecycle, seeds);
        return steps.isEmpty()
                ? registered(seeds.get(0))
                : steps.get(steps.size() - 1).after();
    }
}
