package io.github.hotlinekit.stats.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * A rate, kept as what it is of what. 0 of 0 is no data, never 0 % and never 100 %.
 *
 * @param numerator from 0 to the denominator
 * @param denominator 0 or more
 */
public record Ratio(long numerator, long denominator) {

    private static final int MAX_DECIMALS = 18;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

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
     * The rate in percent, rounded half up but never to 100 % unless it is all, nor to 0 % unless it is
     * none: 999,999 of 1,000,000 is 99.9 at one decimal, 1 of 1,000,000 is 0.1.
     *
     * @param decimals the digits after the point, from 0 to 18
     * @return the percentage with just so many digits; empty for 0 of 0
     * @throws IllegalArgumentException if decimals is out of range
     */
    public Optional<BigDecimal> percentUnlessAll(int decimals) {
        return percent(decimals).map(percent -> {
            BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals).setScale(decimals);
            if (numerator > 0 && percent.signum() == 0) {
                return unit;
            }
            return numerator < denominator && percent.compareTo(HUNDRED) == 0 ? percent.subtract(unit) : percent;
        });
    }

    /**
     * The Wilson interval of the rate that the ratio was drawn from: how sure so small, or so large, a
     * denominator makes it. 1 of 1 is 100 % with an interval from 20.7 % to 100 % at 95 %.
     *
     * @param confidence above 0 and below 1, such as 0.95
     * @return the interval; empty for 0 of 0
     * @throws IllegalArgumentException if the confidence is out of range
     * @see IntervalMethod#WILSON
     */
    public Optional<Interval> interval(double confidence) {
        return interval(confidence, IntervalMethod.WILSON);
    }

    /**
     * The two-sided interval of the rate that the ratio was drawn from.
     *
     * @param confidence above 0 and below 1, such as 0.95
     * @param method how it is found
     * @return the interval, between 0 and 1; empty for 0 of 0
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Optional<Interval> interval(double confidence, IntervalMethod method) {
        Interval.checkConfidence(confidence);
        Objects.requireNonNull(method, "method");
        return hasData() ? Optional.of(Intervals.of(numerator, denominator, confidence, method)) : Optional.empty();
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
