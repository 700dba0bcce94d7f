package io.github.hotlinekit.stats.ledger;

import java.util.List;

/**
 * Dimensions by which a ledger counts together.
 *
 * @param dimensions the dimensions, in the order of a cell's key; none for the total
 */
public record Grouping(List<Dimension> dimensions) {

    /**
     * Copies the dimensions.
     *
     * @throws IllegalArgumentException if one stands twice
     */
    public Grouping {
        dimensions = List.copyOf(dimensions);
        if (dimensions.stream().distinct().count() < dimensions.size()) {
            throw new IllegalArgumentException("a grouping must not have a dimension twice, but had " + dimensions);
        }
    }

    /**
     * A grouping.
     *
     * @param dimensions the dimensions, in the order of a cell's key
     * @return the grouping
     * @throws IllegalArgumentException if one stands twice
     */
    public static Grouping of(Dimension... dimensions) {
        return new Grouping(List.of(dimensions));
    }

    /**
     * All cases in one cell.
     *
     * @return the grouping without dimensions
     */
    public static Grouping total() {
        return new Grouping(List.of());
    }

    @Override
    public String toString() {
        return dimensions.toString();
    }
}
