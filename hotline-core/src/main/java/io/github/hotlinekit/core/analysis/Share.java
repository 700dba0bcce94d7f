package io.github.hotlinekit.core.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How many of how many, kept as such until it is printed. 0 of 0 is no data, never 0 % and never 100 %.
 *
 * @param numerator from 0 to the denominator
 * @param denominator 0 or more
 */
public record Share(long numerator, long denominator) {

    private static final int MAX_DECIMALS = 18;
    private static final int SHOWN_DECIMALS = 2;

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the numerator is not between 0 and the denominator
     */
    public Share {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException(
                    "numerator must be between 0 and the denominator " + denominator + ", but was " + numerator);
        }
    }

    /**
     * A share.
     *
     * @param numerator from 0 to the denominator
     * @param denominator 0 or more
     * @return the share
     * @throws IllegalArgumentException if out of range
     */
    public static Share of(long numerator, long denominator) {
        return new Share(numerator, denominator);
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
     * Whether it is no more than a limit, by the exact values.
     *
     * @param limit the limit, such as 1 of 100
     * @return whether it is; never for 0 of 0, since what saw nothing proves nothing
     * @throws IllegalArgumentException if the limit is 0 of 0, which is none
     */
    public boolean atMost(Share limit) {
        if (!limit.hasData()) {
            throw new IllegalArgumentException("limit must have a denominator above 0, but was " + limit);
        }
        if (!hasData()) {
            return false;
        }
        int high = Long.compare(
                Math.multiplyHigh(numerator, limit.denominator), Math.multiplyHigh(limit.numerator, denominator));
        return high != 0
                ? high < 0
                : Long.compareUnsigned(numerator * limit.denominator, limit.numerator * denominator) <= 0;
    }

    /**
     * The share in percent, rounded half up (四舍五入) from the exact value.
     *
     * @param decimals the digits after the point, from 0 to 18
     * @return the percentage with just so many digits; empty for 0 of 0
     * @throws IllegalArgumentException if decimals is out of range
     */
    public Optional<BigDecimal> percent(int decimals) {
        if (decimals < 0 || decimals > MAX_DECIMALS) {
            throw new IllegalArgumentException("decimals must be from 0 to " + MAX_DECIMALS + ", but was " + decimals);
        }
        if (!hasData()) {
            return Optional.empty();
        }
        return Optional.of(BigDecimal.valueOf(numerator)
                .scaleByPowerOfTen(2)
                .divide(BigDecimal.valueOf(denominator), decimals, RoundingMode.HALF_UP));
    }

    /** How many of how many, and in percent with two decimals if there is data: {@code 94/1000 (9.40 %)}. */
    @Override
    public String toString() {
        return numerator
                + "/"
                + denominator
                + percent(SHOWN_DECIMALS)
                        .map(p -> " (" + p.toPlainString() + " %)")
                        .orElse("");
    }
}
