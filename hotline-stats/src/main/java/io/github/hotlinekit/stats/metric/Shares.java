package io.github.hotlinekit.stats.metric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Shares of a whole in percent that add up to exactly 100 as printed. Each is the exact share rounded down,
 * and the units left over go one each to the largest remainders (Hamilton's method); of equal remainders the
 * larger count comes first, then the earlier one. Each is within one unit of the last digit of the exact
 * share, and a larger count never has a smaller share.
 */
public final class Shares {

    private static final int MAX_DECIMALS = 18;

    private Shares() {}

    /**
     * The shares of counts.
     *
     * @param counts the counts, 0 or more each
     * @param decimals the digits after the point, from 0 to 18
     * @return the shares in percent with just so many digits, in the order of the counts; empty if the counts
     *     add to 0, which has no shares
     * @throws IllegalArgumentException if a count is negative or decimals is out of range
     */
    public static Optional<List<BigDecimal>> of(long[] counts, int decimals) {
        if (decimals < 0 || decimals > MAX_DECIMALS) {
            throw new IllegalArgumentException("decimals must be from 0 to " + MAX_DECIMALS + ", but was " + decimals);
        }
        BigInteger total = BigInteger.ZERO;
        for (long count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("counts must be 0 or more, but were " + Arrays.toString(counts));
            }
            total = total.add(BigInteger.valueOf(count));
        }
        return total.signum() == 0 ? Optional.empty() : Optional.of(divide(counts, total, decimals));
    }

    /**
     * The shares of counts.
     *
     * @param counts the counts, 0 or more each
     * @param decimals the digits after the point, from 0 to 18
     * @return the shares in percent with just so many digits, in the order of the counts; empty if the counts
     *     add to 0, which has no shares
     * @throws IllegalArgumentException if a count is negative or decimals is out of range
     */
    public static Optional<List<BigDecimal>> of(List<Long> counts, int decimals) {
        return of(counts.stream().mapToLong(Long::longValue).toArray(), decimals);
    }

    private static List<BigDecimal> divide(long[] counts, BigInteger total, int decimals) {
        BigInteger all = BigInteger.TEN.pow(decimals + 2);
        BigInteger left = all;
        BigInteger[] units = new BigInteger[counts.length];
        BigInteger[] remainders = new BigInteger[counts.length];
        List<Integer> order = new ArrayList<>(counts.length);
        for (int i = 0; i < counts.length; i++) {
            BigInteger[] parts = BigInteger.valueOf(counts[i]).multiply(all).divideAndRemainder(total);
            units[i] = parts[0];
            remainders[i] = parts[1];
            left = left.subtract(parts[0]);
            order.add(i);
        }
        order.sort(Comparator.<Integer, BigInteger>comparing(i -> remainders[i])
                .thenComparingLong(i -> counts[i])
                .reversed());
        for (int i = 0; i < left.intValueExact(); i++) {
            units[order.get(i)] = units[order.get(i)].add(BigInteger.ONE);
        }
        return Arrays.stream(units).map(u -> new BigDecimal(u, decimals)).toList();
    }
}
