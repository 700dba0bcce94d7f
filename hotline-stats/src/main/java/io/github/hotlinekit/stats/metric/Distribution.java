package io.github.hotlinekit.stats.metric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * How often each whole number was counted, such as the minutes that cases took: {@linkplain #ofExact value by
 * value}, or {@linkplain #ofBuckets in buckets} of neighbouring values. All figures come from whole numbers
 * and are the same on every machine; of buckets they are bounds.
 */
public final class Distribution {

    private final long[] lowers;
    private final long[] uppers;
    /** How many values lie in the bucket or below it. */
    private final long[] cumulated;

    private final Optional<BigInteger> sum;

    private Distribution(long[] lowers, long[] uppers, long[] counts, Optional<BigInteger> sum) {
        this.lowers = lowers;
        this.uppers = uppers;
        this.cumulated = new long[counts.length];
        long n = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] <= 0) {
                throw new IllegalArgumentException("counts must be above 0, but count " + i + " was " + counts[i]);
            }
            if (lowers[i] > uppers[i] || (i > 0 && lowers[i] <= uppers[i - 1])) {
                throw new IllegalArgumentException("values must rise, but value " + i + " was " + lowers[i]
                        + (lowers[i] == uppers[i] ? "" : " to " + uppers[i])
                        + (i == 0 ? "" : " after " + uppers[i - 1]));
            }
            n = Math.addExact(n, counts[i]);
            cumulated[i] = n;
        }
        this.sum = sum;
    }

    /**
     * A distribution of values known exactly.
     *
     * @param values the distinct values, rising
     * @param counts how often each was counted, above 0
     * @return the distribution; of nothing, if there are no values
     * @throws IllegalArgumentException if the values do not rise, a count is not above 0, or there are not as
     *     many of one as of the other
     * @throws ArithmeticException if the counts add to 2^63 or more
     */
    public static Distribution ofExact(long[] values, long[] counts) {
        checkLengths(values.length, counts.length);
        long[] copy = values.clone();
        return new Distribution(copy, copy, counts, Optional.of(weighted(copy, counts)));
    }

    /**
     * A distribution of values known by bucket, with their sum not known.
     *
     * @param lowers the smallest value of each bucket, rising
     * @param uppersInclusive the largest value of each bucket
     * @param counts how many values each holds, above 0
     * @return the distribution; of nothing, if there are no buckets
     * @throws IllegalArgumentException if the buckets do not rise or overlap, a count is not above 0, or there
     *     are not as many of one as of the others
     * @throws ArithmeticException if the counts add to 2^63 or more
     */
    public static Distribution ofBuckets(long[] lowers, long[] uppersInclusive, long[] counts) {
        checkLengths(lowers.length, counts.length);
        checkLengths(uppersInclusive.length, counts.length);
        if (Arrays.equals(lowers, uppersInclusive)) {
            return ofExact(lowers, counts);
        }
        return new Distribution(lowers.clone(), uppersInclusive.clone(), counts, Optional.empty());
    }

    /**
     * A distribution of values known by bucket, with the exact sum of the values.
     *
     * @param lowers the smallest value of each bucket, rising
     * @param uppersInclusive the largest value of each bucket
     * @param counts how many values each holds, above 0
     * @param sum the sum of all values
     * @return the distribution; of nothing, if there are no buckets
     * @throws IllegalArgumentException if the buckets do not rise or overlap, a count is not above 0, there are
     *     not as many of one as of the others, or no values in the buckets have the sum
     * @throws ArithmeticException if the counts add to 2^63 or more
     */
    public static Distribution ofBuckets(long[] lowers, long[] uppersInclusive, long[] counts, BigInteger sum) {
        Objects.requireNonNull(sum, "sum");
        Distribution buckets = ofBuckets(lowers, uppersInclusive, counts);
        BigInteger least = weighted(lowers, counts);
        BigInteger most = weighted(uppersInclusive, counts);
        if (sum.compareTo(least) < 0 || sum.compareTo(most) > 0) {
            throw new IllegalArgumentException("sum must be from " + least + " to " + most + ", but was " + sum);
        }
        return new Distribution(buckets.lowers, buckets.uppers, counts, Optional.of(sum));
    }

    /**
     * How many values.
     *
     * @return 0 or more
     */
    public long n() {
        return cumulated.length == 0 ? 0 : cumulated[cumulated.length - 1];
    }

    /**
     * How many distinct values, or buckets.
     *
     * @return 0 or more
     */
    public int size() {
        return cumulated.length;
    }

    /**
     * A distinct value, or the bounds of a bucket.
     *
     * @param index from 0 to the size, exclusive
     * @return the bounds
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public Bounds value(int index) {
        return Bounds.of(lower(index), upper(index));
    }

    /**
     * How often a distinct value, or a bucket, was counted.
     *
     * @param index from 0 to the size, exclusive
     * @return above 0
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public long count(int index) {
        return cumulated[Objects.checkIndex(index, size())] - (index == 0 ? 0 : cumulated[index - 1]);
    }

    /**
     * The sum of all values.
     *
     * @return the exact sum; empty if buckets were given without it
     */
    public Optional<BigInteger> sum() {
        return sum;
    }

    /**
     * The mean, rounded half up once, from the exact value.
     *
     * @param decimals the digits after the point, 0 or more
     * @return the mean with just so many digits; empty if there are no values, or their sum is not known
     * @throws IllegalArgumentException if decimals is negative
     */
    public Optional<BigDecimal> mean(int decimals) {
        checkDecimals(decimals);
        return n() == 0
                ? Optional.empty()
                : sum.map(s -> new BigDecimal(s).divide(BigDecimal.valueOf(n()), decimals, RoundingMode.HALF_UP));
    }

    /**
     * The variance with divisor n - 1, (n Σx² - (Σx)²) / (n(n-1)), rounded half up once, from the exact value.
     *
     * @param decimals the digits after the point, 0 or more
     * @return the variance with just so many digits; empty if there are fewer than two values, or a bucket of
     *     them
     * @throws IllegalArgumentException if decimals is negative
     */
    public Optional<BigDecimal> variance(int decimals) {
        checkDecimals(decimals);
        if (n() < 2 || !Arrays.equals(lowers, uppers)) {
            return Optional.empty();
        }
        BigInteger squares = BigInteger.ZERO;
        for (int i = 0; i < size(); i++) {
            squares = squares.add(BigInteger.valueOf(lowers[i]).pow(2).multiply(BigInteger.valueOf(count(i))));
        }
        BigInteger n = BigInteger.valueOf(n());
        BigInteger spread = n.multiply(squares).subtract(sum.orElseThrow().pow(2));
        return Optional.of(new BigDecimal(spread)
                .divide(new BigDecimal(n.multiply(n.subtract(BigInteger.ONE))), decimals, RoundingMode.HALF_UP));
    }

    /**
     * The smallest value.
     *
     * @return it, or the bounds of its bucket; empty if there are no values
     */
    public Optional<Bounds> min() {
        return size() == 0 ? Optional.empty() : Optional.of(value(0));
    }

    /**
     * The largest value.
     *
     * @return it, or the bounds of its bucket; empty if there are no values
     */
    public Optional<Bounds> max() {
        return size() == 0 ? Optional.empty() : Optional.of(value(size() - 1));
    }

    /**
     * The smallest value with at least a share p at or below it: type 1.
     *
     * @param p from 0, the smallest value, to 1, the largest; taken as the decimal number that it prints as
     * @return an observed value, or the bounds of its bucket; empty if there are no values
     * @throws IllegalArgumentException if p is out of range
     */
    public Optional<Bounds> quantile(double p) {
        return quantile(p, QuantileType.INVERTED_CDF);
    }

    /**
     * The value with a share p below it.
     *
     * @param p from 0, the smallest value, to 1, the largest; taken as the decimal number that it prints as
     * @param type what is meant with few values
     * @return the exact value, or bounds of it if values it depends on are in buckets; empty if there are no
     *     values
     * @throws IllegalArgumentException if p is out of range
     */
    public Optional<Bounds> quantile(double p, QuantileType type) {
        Objects.requireNonNull(type, "type");
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p must be from 0 to 1, but was " + p);
        }
        if (n() == 0) {
            return Optional.empty();
        }
        // 0.9 of 10 values are 9, which they are not of the number in base 2 that stands for 0.9.
        BigDecimal position = type.position(BigDecimal.valueOf(n()), BigDecimal.valueOf(p));
        BigDecimal rank = position.setScale(0, RoundingMode.FLOOR);
        BigDecimal way = position.subtract(rank);
        int at = indexOfRank(rank.longValueExact());
        int next = way.signum() == 0 ? at : indexOfRank(rank.longValueExact() + 1);
        return Optional.of(new Bounds(between(lowers[at], lowers[next], way), between(uppers[at], uppers[next], way)));
    }

    private int indexOfRank(long rank) {
        int found = Arrays.binarySearch(cumulated, rank);
        return found >= 0 ? found : -found - 1;
    }

    private static BigDecimal between(long one, long next, BigDecimal way) {
        BigDecimal from = BigDecimal.valueOf(one);
        return from.add(BigDecimal.valueOf(next).subtract(from).multiply(way));
    }

    long lower(int index) {
        return lowers[index];
    }

    long upper(int index) {
        return uppers[index];
    }

    private static BigInteger weighted(long[] values, long[] counts) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < values.length; i++) {
            sum = sum.add(BigInteger.valueOf(values[i]).multiply(BigInteger.valueOf(counts[i])));
        }
        return sum;
    }

    private static void checkLengths(int values, int counts) {
        if (values != counts) {
            throw new IllegalArgumentException(
                    "values and counts must be as many, but were " + values + " and " + counts);
        }
    }

    private static void checkDecimals(int decimals) {
        if (decimals < 0) {
            throw new IllegalArgumentException("decimals must be 0 or more, but was " + decimals);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Distribution that
                && Arrays.equals(lowers, that.lowers)
                && Arrays.equals(uppers, that.uppers)
                && Arrays.equals(cumulated, that.cumulated)
                && sum.equals(that.sum);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(lowers), Arrays.hashCode(uppers), Arrays.hashCode(cumulated), sum);
    }

    /** How many values, and between which, such as {@code 40 values from 28 to 5060}. */
    @Override
    public String toString() {
        return size() == 0 ? "no values" : n() + " values from " + lowers[0] + " to " + uppers[size() - 1];
    }
}
