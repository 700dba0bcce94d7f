package io.github.hotlinekit.core.analysis;

/** Counts the steps of one analysis. Each question may use a part of what is allowed, lest one starve the others. */
final class Meter {

    private static final int SHARE = 8;
    private static final int USED = 0;
    private static final int END = 1;

    private final long allowed;
    private final long[] counts = new long[2];

    Meter(Budget budget) {
        this.allowed = budget.steps();
        counts[END] = allowed;
    }

    /** Begins a question. */
    void ask() {
        long share = Math.max(1, allowed / SHARE);
        counts[END] = Math.min(allowed, counts[USED] + share);
    }

    /**
     * Counts steps.
     *
     * @throws ExhaustedException if there are more than the question may use
     */
    void count(long steps) throws ExhaustedException {
        counts[USED] += steps;
        if (counts[USED] > counts[END]) {
            throw new ExhaustedException();
        }
    }

    long used() {
        return counts[USED];
    }

    /** The steps are used up. */
    static final class ExhaustedException extends Exception {
        private static final long serialVersionUID = 1;

        ExhaustedException() {
            super("the budget is used up", null, false, false);
        }
    }
}
