package io.github.hotlinekit.stats.metric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * A count against an earlier one, each over its exposure, such as the working days of the period: the
 * change of the count by exposure in percent, with an interval of the ratio and a word.
 *
 * <p>If both counts are Poisson and their rates by exposure equal, then the later count is, given the sum of
 * both, binomial with the share of its exposure: ratio, interval and p are exact by that. Przyborowski &amp;
 * Wilenski, Biometrika 31 (1940); R's {@code poisson.test}. Counts that come in clusters vary more than
 * Poisson, and chance explains more than is said here.
 *
 * @param before the earlier count, 0 or more
 * @param exposureBefore the exposure of the earlier count, 0 or more; 0 is no data
 * @param now the later count, 0 or more
 * @param exposureNow the exposure of the later count, 0 or more; 0 is no data
 * @param confidence of the interval, above 0 and below 1, such as 0.95
 */
public record CountChange(long before, long exposureBefore, long now, long exposureNow, double confidence) {

    /** What R's tests add, so that probabilities equal but for rounding count as equal. */
    private static final double EQUAL = 1 + 1e-7;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a count or exposure is negative, the two counts add to more than
     *     2^31 - 1, or the confidence is out of range
     */
    public CountChange {
        if (before < 0 || now < 0 || before > Integer.MAX_VALUE - Math.min(now, Integer.MAX_VALUE)) {
            throw new IllegalArgumentException("counts must be 0 or more and add to 2147483647 or less, but were "
                    + before + " before and " + now + " now");
        }
        if (exposureBefore < 0 || exposureNow < 0) {
            throw new IllegalArgumentException(
                    "exposures must be 0 or more, but were " + exposureBefore + " before and " + exposureNow + " now");
        }
        Interval.checkConfidence(confidence);
    }

    /**
     * The change between two counts.
     *
     * @param before the earlier count, 0 or more
     * @param exposureBefore the exposure of the earlier count, 0 or more
     * @param now the later count, 0 or more
     * @param exposureNow the exposure of the later count, 0 or more
     * @param confidence of the interval, above 0 and below 1, such as 0.95
     * @return the change
     * @throws IllegalArgumentException if a count or exposure is negative, the two counts add to more than
     *     2^31 - 1, or the confidence is out of range
     */
    public static CountChange between(long before, long exposureBefore, long now, long exposureNow, double confidence) {
        return new CountChange(before, exposureBefore, now, exposureNow, confidence);
    }

    /**
     * The change of the count by exposure in percent of the earlier one, rounded half up, away from 0, from
     * the exact value: from 50 to 60 over equal exposures is 20.
     *
     * @param decimals the digits after the point, from 0 to 18
     * @return the change with just so many digits, -100 or more; empty if there were none before, for which
     *     there is no growth rate, or an exposure is 0
     * @throws IllegalArgumentException if decimals is out of range
     */
    public Optional<BigDecimal> percent(int decimals) {
        if (decimals < 0 || decimals > 18) {
            throw new IllegalArgumentException("decimals must be from 0 to 18, but was " + decimals);
        }
        if (!hasData() || before == 0) {
            return Optional.empty();
        }
        BigInteger base = BigInteger.valueOf(before).multiply(BigInteger.valueOf(exposureNow));
        BigInteger change = BigInteger.valueOf(now)
                .multiply(BigInteger.valueOf(exposureBefore))
                .subtract(base);
        return Optional.of(new BigDecimal(change)
                .scaleByPowerOfTen(2)
                .divide(new BigDecimal(base), decimals, RoundingMode.HALF_UP));
    }

    /**
     * The later count by exposure over the earlier one.
     *
     * @return 0 or more; empty if there were none before, or an exposure is 0
     */
    public OptionalDouble ratio() {
        return hasData() && before > 0
                ? OptionalDouble.of((now / (double) exposureNow) / (before / (double) exposureBefore))
                : OptionalDouble.empty();
    }

    /**
     * The exact interval of that ratio: with l, u the {@linkplain IntervalMethod#EXACT exact} limits of the
     * later count's share of both, l/(1-l) and u/(1-u), times the earlier exposure over the later one.
     *
     * @return the interval, from 0 to infinity, which is its upper end if there were none before; empty if
     *     there are none at all, or an exposure is 0
     */
    public Optional<Interval> interval() {
        if (!hasData() || total() == 0) {
            return Optional.empty();
        }
        Interval share = Intervals.of(now, total(), confidence, IntervalMethod.EXACT);
        double scale = (double) exposureBefore / exposureNow;
        double upper = before == 0 ? Double.POSITIVE_INFINITY : odds(share.upper()) * scale;
        return Optional.of(new Interval(odds(share.lower()) * scale, upper, confidence));
    }

    /**
     * How likely a split of the two counts no likelier than this one is by chance alone, if the true rates
     * are equal: the exact two-sided p. It is what a correction for many comparisons takes; the word goes by
     * the interval.
     *
     * @return above 0, or 0 if too small for a {@code double}, to 1; empty if there are none at all, or an
     *     exposure is 0
     */
    public OptionalDouble p() {
        if (!hasData() || total() == 0) {
            return OptionalDouble.empty();
        }
        int n = total();
        int x = Math.toIntExact(now);
        double share = (double) exposureNow / ((double) exposureNow + exposureBefore);
        BinomialDistribution split = BinomialDistribution.of(n, share);
        double mean = n * share;
        double limit = split.probability(x) * EQUAL;
        double p;
        if (x < mean) {
            // From the mean up the probabilities fall: the first that is no likelier than x begins the other tail.
            int low = (int) Math.ceil(mean);
            int high = n + 1;
            while (low < high) {
                int middle = low + (high - low) / 2;
                if (split.probability(middle) <= limit) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            p = split.cumulativeProbability(x) + split.survivalProbability(low - 1);
        } else if (x > mean) {
            int low = -1;
            int high = (int) Math.floor(mean);
            while (low < high) {
                int middle = high - (high - low) / 2;
                if (split.probability(middle) <= limit) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            p = split.cumulativeProbability(low) + split.survivalProbability(x - 1);
        } else {
            p = 1;
        }
        return OptionalDouble.of(Math.min(1, p));
    }

    /**
     * The word: up or down if the interval of the ratio leaves out 1.
     *
     * @return {@link Movement#NEW} if there were none before and there are some now; {@link Movement#NO_DATA}
     *     if an exposure is 0; none before and none now is {@link Movement#NO_CLEAR_CHANGE}
     */
    public Movement movement() {
        if (!hasData()) {
            return Movement.NO_DATA;
        }
        if (before == 0 && now > 0) {
            return Movement.NEW;
        }
        return interval().map(i -> Movement.of(i, 1)).orElse(Movement.NO_CLEAR_CHANGE);
    }

    private boolean hasData() {
        return exposureBefore > 0 && exposureNow > 0;
    }

    private int total() {
        return Math.toIntExact(before + now);
    }

    private static double odds(double share) {
        return share / (1 - share);
    }
}
