package io.github.hotlinekit.stats.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How long cases take, with those still open not left out: the Kaplan-Meier estimate of the share of cases
 * that are still open after so many minutes. Closed cases alone flatter whoever leaves the hard ones open; an
 * open case says that it took longer than its age. Kaplan &amp; Meier, JASA 53 (1958).
 *
 * <p>At each time t with d cases closed of the r whose time is t or more, the share falls by the factor 1 -
 * d/r. A case that is open at age t was still at risk at t: what is closed at the same time comes first. The
 * estimate is right if being open still says nothing of how much longer a case takes.
 *
 * <p>Values in buckets count at the upper bound of their bucket. If closed and open cases share their
 * buckets, no share is then lower, and no quantile shorter, than by the values themselves.
 */
public final class Survival {

    /** R's tolerance for a share that equals another but for rounding: the root of the unit of a double. */
    private static final double TOLERANCE = 0x1p-26;

    /**
     * The curve after a time at which a case was closed, or an open one had its age.
     *
     * @param time in the unit of the values
     * @param atRisk how many cases were not closed before it and are known so long, above 0
     * @param closed how many were closed at it
     * @param censored how many open ones have that age
     * @param stillOpen the share of cases still open after it, from 0 to 1
     * @param standardError of that share, by Greenwood: S sqrt(Σ d/(r(r-d))); empty where the share is 0
     */
    public record Step(
            long time, long atRisk, long closed, long censored, double stillOpen, OptionalDouble standardError) {
        /** Checks the parts. */
        public Step {
            Objects.requireNonNull(standardError, "standardError");
        }
    }

    private final List<Step> steps;

    private Survival(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /**
     * The curve of cases.
     *
     * @param closed how long the closed cases took
     * @param stillOpen how old the open cases are
     * @return the curve
     * @throws ArithmeticException if there are 2^63 cases or more
     */
    public static Survival of(Distribution closed, Distribution stillOpen) {
        List<Step> steps = new ArrayList<>();
        long atRisk = Math.addExact(closed.n(), stillOpen.n());
        double share = 1;
        double greenwood = 0;
        int c = 0;
        int o = 0;
        while (c < closed.size() || o < stillOpen.size()) {
            long time = Math.min(
                    c < closed.size() ? closed.upper(c) : Long.MAX_VALUE,
                    o < stillOpen.size() ? stillOpen.upper(o) : Long.MAX_VALUE);
            long done = c < closed.size() && closed.upper(c) == time ? closed.count(c++) : 0;
            long censored = o < stillOpen.size() && stillOpen.upper(o) == time ? stillOpen.count(o++) : 0;
            if (done > 0) {
                long left = atRisk - done;
                share *= (double) left / atRisk;
                greenwood += done / ((double) atRisk * left);
            }
            OptionalDouble error =
                    share > 0 ? OptionalDouble.of(share * StrictMath.sqrt(greenwood)) : OptionalDouble.empty();
            steps.add(new Step(time, atRisk, done, censored, share, error));
            atRisk -= done + censored;
        }
        return new Survival(steps);
    }

    /**
     * The curve, which is 1 before its first step and level after each.
     *
     * @return the steps, by rising time
     */
    public List<Step> steps() {
        return steps;
    }

    /**
     * The share of cases still open after a time.
     *
     * @param time in the unit of the values
     * @return from 0 to 1; after the last step, what it is there
     */
    public double stillOpen(long time) {
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).time() <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 1 : steps.get(low - 1).stillOpen();
    }

    /**
     * The time within which a share p of the cases is closed: the smallest at which the share still open is 1
     * - p or less. If it is 1 - p, to within 2^-26, over a stretch, the middle of that stretch: to the next
     * closing, or, if there is none, to the last step. This is R's rule ({@code quantile.survfit}).
     *
     * @param p above 0, to 1
     * @return the time; empty if so many are not closed yet
     * @throws IllegalArgumentException if p is out of range
     */
    public Optional<BigDecimal> quantile(double p) {
        if (!(p > 0 && p <= 1)) {
            throw new IllegalArgumentException("p must be above 0 and at most 1, but was " + p);
        }
        Optional<Step> from = firstClosingBelow(1 - p + TOLERANCE);
        return from.map(start -> {
            Step end = start;
            if (start.stillOpen() >= 1 - p - TOLERANCE) {
                end = firstClosingBelow(1 - p - TOLERANCE).orElse(steps.get(steps.size() - 1));
            }
            return Bounds.plain(BigDecimal.valueOf(start.time())
                    .add(BigDecimal.valueOf(end.time()))
                    .multiply(new BigDecimal("0.5")));
        });
    }

    private Optional<Step> firstClosingBelow(double share) {
        return steps.stream()
                .filter(s -> s.closed() > 0 && s.stillOpen() < share)
                .findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Survival that && steps.equals(that.steps);
    }

    @Override
    public int hashCode() {
        return steps.hashCode();
    }

    /** How many steps, such as {@code curve of 38 steps}. */
    @Override
    public String toString() {
        return "curve of " + steps.size() + " steps";
    }
}
