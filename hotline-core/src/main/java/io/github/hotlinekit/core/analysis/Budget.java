package io.github.hotlinekit.core.analysis;

/**
 * How much work an analysis may do. What it cannot settle within that it reports as undecided. Steps are counted and no
 * clock is read, so that the same rules get the same findings on every machine.
 *
 * @param steps how many pairs of regions may be compared, at least 1
 */
public record Budget(long steps) {

    private static final long STANDARD = 10_000_000;

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public Budget {
        if (steps < 1) {
            throw new IllegalArgumentException("steps must be at least 1, but was " + steps);
        }
    }

    /**
     * The budget that does for most rule sets: ten million steps.
     *
     * @return the budget
     */
    public static Budget standard() {
        return new Budget(STANDARD);
    }

    /**
     * A budget.
     *
     * @param steps how many pairs of regions may be compared
     * @return the budget
     * @throws IllegalArgumentException if it is below 1
     */
    public static Budget ofSteps(long steps) {
        return new Budget(steps);
    }
}
