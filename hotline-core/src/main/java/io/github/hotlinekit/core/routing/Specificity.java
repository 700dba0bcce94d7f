package io.github.hotlinekit.core.routing;

import java.util.Comparator;

/**
 * How much a rule says of a case that it matches.
 *
 * @param category how deep the deepest category is that the case is in; 1 for a missing one that is asked for, 0 for any
 * @param area how long the code of the smallest area is that the case is in; 1 for a missing one that is asked for
 * @param others how many other cells ask for something
 */
record Specificity(int category, int area, int others) implements Comparable<Specificity> {

    private static final Comparator<Specificity> ORDER = Comparator.comparingInt(Specificity::category)
            .thenComparingInt(Specificity::area)
            .thenComparingInt(Specificity::others);

    /** More specific is greater. */
    @Override
    public int compareTo(Specificity other) {
        return ORDER.compare(this, other);
    }
}
