package io.github.hotlinekit.examples.rules;

import io.github.hotlinekit.core.analysis.Budget;
import picocli.CommandLine.Option;

/** How much work an analysis may be. */
final class BudgetOption {

    @Option(
            names = "--steps",
            defaultValue = "10000000",
            paramLabel = "STEPS",
            description = "how much work that may be; default: ${DEFAULT-VALUE}; 步数预算")
    private long steps;

    Budget budget() {
        return Budget.ofSteps(Math.max(1, steps));
    }
}
