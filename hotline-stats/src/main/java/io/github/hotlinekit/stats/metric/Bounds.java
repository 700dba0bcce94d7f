package io.github.hotlinekit.stats.metric;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A value that is known exactly, or to lie between two bounds, both of which count as inside. Trailing zeros
 * of the bounds are dropped, so that equal values are equal bounds.
 *
 * @param lower the lower bound
 * @param upper the upper bound, not below the lower one
 */
public record Bounds(BigDecimal lower, BigDecimal upper) {

    /**
     * Checks and simplifies the bounds.
     *
     * @throws IllegalArgumentException if the bounds are not in order
     */
    public Bounds {
        lower = plain(Objects.requireNonNull(lower, "lower"));
        upper = plain(Objects.requireNonNull(upper, "upper"));
        if (lower.compareTo(upper) > 0) {
            throw new IllegalArgumentException("lower must not be above upper " + upper + ", but was " + lower);
        }
    }

    static Bounds of(long lower, long upper) {
        return new Bounds(BigDecimal.valueOf(lower), BigDecimal.valueOf(upper));
    }

    /**
     * Whether the value is known exactly.
     *
     * @return whether the bounds are one
     */
    public boolean isExact() {
        return lower.compareTo(upper) == 0;
    }

    /** Without trailing zeros, and without an exponent: 20 and not 2E+1. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The value, such as {@code 42}, or the bounds, such as {@code 128..129}. */
    @Override
    public String toString() {
        return isExact() ? lower.toPlainString() : lower.toPlainString() + ".." + upper.toPlainString();
    }
}
