package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.routing.Objection;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.RoutingDecision;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.RuleTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the tests that stand beside the rules. */
public final class RuleTestRunner {

    private RuleTestRunner() {}

    /**
     * Runs all tests of a rule set.
     *
     * @param router a router by the rule set
     * @return how they came out
     */
    public static RuleTestReport run(Router router) {
        return new RuleTestReport(
                router.ruleSet().identity(),
                router.ruleSet().tests().stream().map(t -> run(router, t)).toList());
    }

    /**
     * Runs one test, of the router's rule set or made for the occasion.
     *
     * @param router a router
     * @param test the test
     * @return how it came out
     */
    public static RuleTestResult run(Router router, RuleTest test) {
        Instant at = at(router.ruleSet(), test);
        List<Objection> objections =
                test.excluded().stream().map(d -> new Objection(d, "")).toList();
        RoutingDecision decision = router.route(test.facts(), objections, at);
        return new RuleTestResult(test, at, decision, differences(test.expect(), decision));
    }

    /** When a test is decided, as {@link RuleTest} says. */
    private static Instant at(RuleSet rules, RuleTest test) {
        return test.at()
                .or(() -> test.facts().receivedAt())
                .or(() -> rules.effective()
                        .from()
                        .map(day -> day.atStartOfDay(rules.zone()).toInstant()))
                .orElse(RuleTest.EPOCH);
    }

    private static List<TestDifference> differences(RuleTest.Expectation expected, RoutingDecision decision) {
        List<TestDifference> found = new ArrayList<>();
        Outcome outcome = decision.outcome();
        Optional<Outcome.Dispatch> dispatch =
                outcome instanceof Outcome.Dispatch made ? Optional.of(made) : Optional.empty();
        expected.rule()
                .filter(rule -> !decision.rule().equals(Optional.of(rule)))
                .ifPresent(rule -> found.add(new TestDifference(
                        TestDifference.Part.RULE,
                        Label.of(rule, rule),
                        decision.rule().map(r -> Label.of(r, r)).orElse(Label.of("无", "none")))));
        expected.lead()
                .filter(lead -> !dispatch.map(Outcome.Dispatch::lead).equals(Optional.of(lead)))
                .ifPresent(lead -> found.add(new TestDifference(
                        TestDifference.Part.LEAD,
                        OutcomeText.of(List.of(lead)),
                        dispatch.map(d -> OutcomeText.of(List.of(d.lead()))).orElse(OutcomeText.of(outcome)))));
        expected.assist()
                .filter(assist -> !dispatch.map(Outcome.Dispatch::assisting).equals(Optional.of(assist)))
                .ifPresent(assist -> found.add(new TestDifference(
                        TestDifference.Part.ASSIST,
                        OutcomeText.of(assist),
                        dispatch.map(d -> OutcomeText.of(d.assisting())).orElse(OutcomeText.of(outcome)))));
        expected.outcome()
                .filter(wanted -> !wanted.equals(outcome))
                .ifPresent(wanted -> found.add(new TestDifference(
                        TestDifference.Part.OUTCOME, OutcomeText.of(wanted), OutcomeText.of(outcome))));
        return found;
    }
}
