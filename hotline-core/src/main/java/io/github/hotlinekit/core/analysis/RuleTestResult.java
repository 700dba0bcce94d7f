package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.routing.RoutingDecision;
import io.github.hotlinekit.core.routing.RuleTest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * How a test beside the rules came out.
 *
 * @param test the test
 * @param at when its case was decided
 * @param decision how it was decided
 * @param differences what the decision has otherwise than expected: rule, lead, assisting departments, outcome, in this
 *     order; empty if the test passed
 */
public record RuleTestResult(RuleTest test, Instant at, RoutingDecision decision, List<TestDifference> differences) {

    /** Checks and copies the parts. */
    public RuleTestResult {
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(decision, "decision");
        differences = List.copyOf(Objects.requireNonNull(differences, "differences"));
    }

    /**
     * Whether the decision is as expected.
     *
     * @return whether nothing differs
     */
    public boolean passed() {
        return differences.isEmpty();
    }
}
