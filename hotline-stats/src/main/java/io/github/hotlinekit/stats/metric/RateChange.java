package io.github.hotlinekit.stats.metric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A rate against an earlier one, from two samples that share no case: the difference in percentage points
 * (百分点), with an interval and a word.
 *
 * @param before the earlier rate
 * @param now the later rate
 * @param confidence of the interval, above 0 and below 1, such as 0.95
 */
public record RateChange(Ratio before, Ratio now, double confidence) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public RateChange {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(now, "now");
        Interval.checkConfidence(confidence);
    }

    /**
     * The change between two rates.
     *
     * @param before the earlier rate
     * @param now the later rate
     * @param confidence of the interval, above 0 and below 1, such as 0.95
     * @return the change
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public static RateChange between(Ratio before, Ratio now, double confidence) {
        return new RateChange(before, now, confidence);
    }

    /**
     * The later rate less the earlier one in percentage points, rounded half up, away from 0, from the exact
     * value: from 80 % to 84 % is 4.
     *
     * @param decimals the digits after the point, from 0 to 18
     * @return the difference with just so many digits; empty if one of the two is 0 of 0
     * @throws IllegalArgumentException if decimals is out of range
     */
    public Optional<BigDecimal> points(int decimals) {
        if (decimals < 0 || decimals > 18) {
            throw new IllegalArgumentException("decimals must be from 0 to 18, but was " + decimals);
        }
        if (!hasData()) {
            return Optional.empty();
        }
        BigInteger difference = BigInteger.valueOf(now.numerator())
                .multiply(BigInteger.valueOf(before.denominator()))
                .subtract(BigInteger.valueOf(before.numerator()).multiply(BigInteger.valueOf(now.denominator())));
        BigInteger both = BigInteger.valueOf(now.denominator()).multiply(BigInteger.valueOf(before.denominator()));
        return Optional.of(new BigDecimal(difference)
                .scaleByPowerOfTen(2)
                .divide(new BigDecimal(both), decimals, RoundingMode.HALF_UP));
    }

    /**
     * The interval of the difference, later less earlier: with p the rates and l, u their Wilson limits, from
     * d - sqrt((p1-l1)² + (u2-p2)²) to d + sqrt((u1-p1)² + (p2-l2)²). Newcombe, "Interval estimation for the
     * difference between independent proportions", Statistics in Medicine 17 (1998), method 10.
     *
     * @return the interval, between -1 and 1; empty if one of the two is 0 of 0
     */
    public Optional<Interval> interval() {
        if (!hasData()) {
            return Optional.empty();
        }
        Interval one = Intervals.of(now.numerator(), now.denominator(), confidence, IntervalMethod.WILSON);
        Interval two = Intervals.of(before.numerator(), before.denominator(), confidence, IntervalMethod.WILSON);
        double p1 = rate(now);
        double p2 = rate(before);
        double difference = p1 - p2;
        double down = distance(p1 - one.lower(), two.upper() - p2);
        double up = distance(one.upper() - p1, p2 - two.lower());
        return Optional.of(new Interval(Math.max(-1, difference - down), Math.min(1, difference + up), confidence));
    }

    /**
     * The difference in standard errors if the true rates were equal: d / sqrt(p(1-p)(1/n1 + 1/n2)) with p the
     * rate of both samples together.
     *
     * @return z; empty if one of the two is 0 of 0, or both are none or all
     */
    public OptionalDouble z() {
        if (!hasData()) {
            return OptionalDouble.empty();
        }
        double n1 = now.denominator();
        double n2 = before.denominator();
        double pooled = ((double) now.numerator() + before.numerator()) / (n1 + n2);
        double variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2);
        return variance > 0
                ? OptionalDouble.of((rate(now) - rate(before)) / StrictMath.sqrt(variance))
                : OptionalDouble.empty();
    }

    /**
     * How likely so large a {@link #z}, to either side, is by chance alone, in the normal approximation. It
     * is what a correction for many comparisons takes; the word goes by the interval.
     *
     * @return from 0 to 1; empty as z is
     */
    public OptionalDouble p() {
        OptionalDouble z = z();
        return z.isPresent() ? OptionalDouble.of(Intervals.twoSided(z.getAsDouble())) : z;
    }

    /**
     * The word: up or down if the interval leaves out 0.
     *
     * @return any but {@link Movement#NEW}
     */
    public Movement movement() {
        return interval().map(i -> Movement.of(i, 0)).orElse(Movement.NO_DATA);
    }

    private boolean hasData() {
        return before.hasData() && now.hasData();
    }

    private static double rate(Ratio ratio) {
        return (double) ratio.numerator() / ratio.denominator();
    }

    private static double distance(double one, double two) {
        return StrictMath.sqrt(one * one + two * two);
    }
}
