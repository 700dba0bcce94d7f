package io.github.hotlinekit.stats.report;

import java.util.Objects;
import java.util.Optional;

/**
 * How a report is made.
 *
 * @param top how many categories, movers and so on are listed, 1 or more; the rest are added up
 * @param categoryDepth at how many levels categories are counted, 1 or more
 * @param confidence of intervals and words, above 0 and below 1
 * @param fewest the smallest denominator of which a department's rate says something, 1 or more: those below are marked
 * @param leastEffect by what part a count must change to be called up or down, such as 0.2; 0 or more
 * @param leastDifference by how many cases it must, 0 or more
 * @param suppression what hides small counts, for a report that is published; it then shows no rates of a user's own, what
 *     exclusions changed beside the guarded rates only, and not why cases are not satisfied, since these would give hidden
 *     counts away
 */
public record ReportOptions(
        int top,
        int categoryDepth,
        double confidence,
        long fewest,
        double leastEffect,
        long leastDifference,
        Optional<Suppression> suppression) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public ReportOptions {
        Objects.requireNonNull(suppression, "suppression");
        if (top < 1 || categoryDepth < 1 || fewest < 1 || leastDifference < 0) {
            throw new IllegalArgumentException(
                    "top, categoryDepth and fewest must be 1 or more and leastDifference 0 or" + " more, but were "
                            + top + ", " + categoryDepth + ", " + fewest + " and " + leastDifference);
        }
        if (!(confidence > 0 && confidence < 1) || !(leastEffect >= 0 && leastEffect < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("confidence must be between 0 and 1 and leastEffect 0 or more, but were "
                    + confidence + " and " + leastEffect);
        }
    }

    /**
     * Ten of each list, categories at two levels, 95 %, rates from 30 cases on, changes by a fifth and five cases,
     * nothing hidden.
     *
     * @return the options
     */
    public static ReportOptions standard() {
        return new ReportOptions(10, 2, 0.95, 30, 0.2, 5, Optional.empty());
    }

    /**
     * These options with another length of lists.
     *
     * @param count how many are listed, 1 or more
     * @return the options
     * @throws IllegalArgumentException if it is below 1
     */
    public ReportOptions withTop(int count) {
        return new ReportOptions(count, categoryDepth, confidence, fewest, leastEffect, leastDifference, suppression);
    }

    /**
     * These options with another depth of categories.
     *
     * @param levels how many levels are kept, 1 or more
     * @return the options
     * @throws IllegalArgumentException if it is below 1
     */
    public ReportOptions withCategoryDepth(int levels) {
        return new ReportOptions(top, levels, confidence, fewest, leastEffect, leastDifference, suppression);
    }

    /**
     * These options with small counts hidden.
     *
     * @param small what is small
     * @return the options
     */
    public ReportOptions withSuppression(Suppression small) {
        return new ReportOptions(
                top, categoryDepth, confidence, fewest, leastEffect, leastDifference, Optional.of(small));
    }
}
