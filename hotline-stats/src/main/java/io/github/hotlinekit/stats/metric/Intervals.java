package io.github.hotlinekit.stats.metric;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The arithmetic of intervals of a rate of x of n, n above 0. */
final class Intervals {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int BISECTIONS = 22;
    private static final int STEPS = 60;
    private static final double ROUNDING = 1e-9;

    /**
     * With more than so many of both kinds the ends of all methods are the same to 10 digits, and those of the library's
     * beta distribution no better; with some thousand times as many its continued fraction does not end.
     */
    private static final long MANY = 1L << 38;

    private Intervals() {}

    static Interval of(long x, long n, double confidence, IntervalMethod method) {
        Interval.checkConfidence(confidence);
        if (Math.min(x, n - x) > MANY) {
            return wilson(x, n, confidence);
        }
        return switch (method) {
            case WILSON -> wilson(x, n, confidence);
            case JEFFREYS -> {
                double tail = (1 - confidence) / 2;
                double a = x + 0.5;
                double b = (n - x) + 0.5;
                yield ordered(x == 0 ? 0 : lowerTail(tail, a, b), x == n ? 1 : upperTail(tail, a, b), confidence);
            }
            case EXACT -> {
                double tail = (1 - confidence) / 2;
                yield ordered(
                        x == 0 ? 0 : lowerTail(tail, (double) x, (n - x) + 1.0),
                        x == n ? 1 : upperTail(tail, x + 1.0, (double) (n - x)),
                        confidence);
            }
        };
    }

    private static Interval wilson(long x, long n, double confidence) {
        double z = normalQuantile(confidence);
        double rate = (double) x / n;
        double root = z * StrictMath.sqrt(x * ((double) (n - x) / n) + z * z / 4);
        double high = x + z * z / 2 + root;
        // The product of the two ends is x²/(n(n + z²)): no digits are lost as by subtracting the root.
        double lower = x * rate / high;
        double upper = x == n ? 1 : high / (n + z * z);
        return new Interval(Math.min(lower, rate), Math.max(Math.min(upper, 1), rate), confidence);
    }

    /** The z beyond which either tail holds half of what the confidence leaves. */
    static double normalQuantile(double confidence) {
        return NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
    }

    /** The probability of a normal value at least as far from 0 as z, to either side. */
    static double twoSided(double z) {
        return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
    }

    /** Of very many cases the ends may be closer to each other than the beta distribution is exact. */
    private static Interval ordered(double lower, double upper, double confidence) {
        return new Interval(Math.min(lower, upper), Math.max(lower, upper), confidence);
    }

    /** The value of a Beta(a, b) below which lies the probability p. */
    private static double lowerTail(double p, double a, double b) {
        BetaDistribution beta = BetaDistribution.of(a, b);
        return solve(x -> beta.cumulativeProbability(x) - p, beta::density);
    }

    /** The value of a Beta(a, b) above which lies the probability p. */
    private static double upperTail(double p, double a, double b) {
        BetaDistribution beta = BetaDistribution.of(a, b);
        return solve(x -> p - beta.survivalProbability(x), beta::density);
    }

    /**
     * The zero of a rising function on 0 to 1: halving the number of floating-point values between the ends
     * finds its size, Newton's steps its digits. The library's own inverse stops at 1e-9.
     */
    private static double solve(DoubleUnaryOperator rising, DoubleUnaryOperator slope) {
        long low = 0;
        long high = Double.doubleToRawLongBits(1);
        for (int i = 0; i < BISECTIONS; i++) {
            long middle = (low + high) >>> 1;
            if (rising.applyAsDouble(Double.longBitsToDouble(middle)) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double x = Double.longBitsToDouble((low + high) >>> 1);
        double before = 1;
        for (int i = 0; i < STEPS && high - low > 1; i++) {
            double value = rising.applyAsDouble(x);
            if (value < 0) {
                low = Double.doubleToRawLongBits(x);
            } else {
                high = Double.doubleToRawLongBits(x);
            }
            double next = x - value / slope.applyAsDouble(x);
            double step = Math.abs(next - x);
            // Steps that are small and no longer get smaller are the rounding of the function.
            if (step <= 2 * Math.ulp(x) || (step < ROUNDING * x && step > before / 2)) {
                return Math.min(1, Math.max(0, next));
            }
            before = step;
            boolean inside = next > Double.longBitsToDouble(low) && next < Double.longBitsToDouble(high);
            x = inside ? next : Double.longBitsToDouble((low + high) >>> 1);
        }
        return x;
    }
}
