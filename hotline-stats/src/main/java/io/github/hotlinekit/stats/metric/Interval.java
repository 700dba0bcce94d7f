package io.github.hotlinekit.stats.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Where a true value may lie, given what was counted: both ends count as inside.
 *
 * <p>The scale is that of the value it belongs to: 0 to 1 for a rate, -1 to 1 for a difference of rates, 0
 * to infinity for a ratio of counts. The ends are floating-point numbers; up to 12 digits of them may be
 * compared between machines.
 *
 * @param lower the lower end
 * @param upper the upper end, not below the lower one; may be infinite
 * @param confidence how often such an interval holds the true value, above 0 and below 1, such as 0.95
 */
public record Interval(double lower, double upper, double confidence) {

    /**
     * Checks the ends.
     *
     * @throws IllegalArgumentException if the ends are not in order, or the confidence is out of range
     */
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("lower must not be above upper " + upper + ", but was " + lower);
        }
        confidence = checkConfidence(confidence);
    }

    /**
     * Whether a value is inside.
     *
     * @param value the value
     * @return whether it is from the lower to the upper end
     */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /**
     * How wide it is.
     *
     * @return upper less lower; may be infinite
     */
    public double width() {
        return upper - lower;
    }

    /**
     * The lower end in percent, or percentage points, rounded half up.
     *
     * @param decimals the digits after the point, from 0 to 12
     * @return a hundred times the lower end
     * @throws IllegalArgumentException if decimals is out of range
     */
    public BigDecimal lowerPercent(int decimals) {
        return percent(lower, decimals);
    }

    /**
     * The upper end in percent, or percentage points, rounded half up.
     *
     * @param decimals the digits after the point, from 0 to 12
     * @return a hundred times the upper end
     * @throws IllegalArgumentException if decimals is out of range
     * @throws ArithmeticException if the upper end is infinite
     */
    public BigDecimal upperPercent(int decimals) {
        if (Double.isInfinite(upper)) {
            throw new ArithmeticException("an infinite end has no percentage");
        }
        return percent(upper, decimals);
    }

    private static BigDecimal percent(double value, int decimals) {
        if (decimals < 0 || decimals > 12) {
            throw new IllegalArgumentException("decimals must be from 0 to 12, but was " + decimals);
        }
        return BigDecimal.valueOf(value).scaleByPowerOfTen(2).setScale(decimals, RoundingMode.HALF_UP);
    }

    static double checkConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be above 0 and below 1, but was " + confidence);
        }
        return confidence;
    }
}
