package io.github.hotlinekit.stats.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A rate, kept as what it is of what. 0 of 0 is no data, never 0 % and never 100 %.
 *
 * @param numerator from 0 to the denominator
 * @param denominator 0 or more
 */
public record Ratio(long numerator, long denominator) {

    private static final int MAX_DECIMALS = 18;

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the numerator is not between 0 and the denominator
     */
    public Ratio {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException(
                    "numerator must be between 0 and the denominator " + denominator + ", but was " + numerator);
        }
    }

    /**
     * A ratio.
     *
     * @param numerator from 0 to the denominator
     * @param denominator 0 or more
     * @return the ratio
     * @throws IllegalArgumentException if out of range
     */
    public static Ratio of(long numerator, long denominator) {
        return new Ratio(numerator, denominator);
    }

    /**
     * Whether there is anything to speak of.
     *
     * @return whether the denominator is not 0
     */
    public boolean hasData() {
        return denominator > 0;
    }

    /**
     * The rate in percent, rounded half up (四舍五入) from the exact value.
     *
     * @param decimals the digits after the point, from 0 to 18
     * @return the percentage with just so many digits; empty for 0 of 0
     * @throws IllegalArgumentException if decimals is out of range
     */
    public Optional<BigDecimal> percent(int decimals) {
        return percent(decimals, RoundingMode.HALF_UP);
    }

    /**
     * The rate in percent, rounded from the exact value.
     *
     * @param decimals the digits after the point, from 0 to 18
     * @param rounding how to round
     * @return the percentage with just so many digits; empty for 0 of 0
     * @throws IllegalArgumentException if decimals is out of range
     */
    public Optional<BigDecimal> percent(int decimals, RoundingMode rounding) {
        if (decimals < 0 || decimals > MAX_DECIMALS) {
            throw new IllegalArgumentException("decimals must be from 0 to " + MAX_DECIMALS + ", but was " + decimals);
        }
        if (!hasData()) {
            return Optional.empty();
        }
        return Optional.of(BigDecimal.valueOf(numerator)
                .scaleByPowerOfTen(2)
                .divide(BigDecimal.valueOf(denominator), decimals, rounding));
    }

    /**
     * Compares two rates by their exact values, without rounding: 1 of 2 and 50 of 100 are the same rate,
     * though not equal ratios.
     *
     * @param other the rate to compare with
     * @return below 0, 0 or above 0, as this rate is lower than, the same as or higher than the other
     * @throws IllegalArgumentException if one of them is 0 of 0, which is no rate
     */
    public int compareRates(Ratio other) {
        if (!hasData() || !other.hasData()) {
            throw new IllegalArgumentException("rates compared must have data, but were " + this + " and " + other);
        }
        int high = Long.compare(
                Math.multiplyHigh(numerator, other.denominator), Math.multiplyHigh(other.numerator, denominator));
        return high != 0 ? high : Long.compareUnsigned(numerator * other.denominator, other.numerator * denominator);
    }

    /**
     * Numerator and denominator, such as {@code 94/100}.
     */
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
