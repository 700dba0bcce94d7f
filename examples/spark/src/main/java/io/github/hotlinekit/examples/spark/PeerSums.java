package io.github.hotlinekit.examples.spark;

import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.stats.metric.CallbackOutcome;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.CaseOutcome;
import io.github.hotlinekit.stats.metric.Phase;
import io.github.hotlinekit.stats.metric.Verdict;
import java.util.List;
import org.apache.spark.sql.Row;

/** The figures of one cell as people write them by hand, with bins of at most 1/64 for the percentiles. */
final class PeerSums {

    private static final int BITS = 6;

    /** Up to two years of minutes. */
    private static final int BINS = 15 << BITS;

    private static final double[] SHARES = {0.5, 0.9};

    private long received;
    private long completed;
    private long onTime;
    private long asked;
    private long resolved;
    private long satisfied;
    private long timed;
    private long minutes;
    private final int[] bins = new int[BINS];

    void add(CaseFact fact) {
        CaseOutcome outcome = fact.outcome();
        received++;
        completed += outcome.state() == CaseState.CLOSED || outcome.state() == CaseState.ARCHIVED ? 1 : 0;
        onTime += outcome.complete() == Verdict.ON_TIME ? 1 : 0;
        asked += outcome.callback() == CallbackOutcome.ANSWERED ? 1 : 0;
        resolved += outcome.resolution().filter(r -> r == Resolution.YES).isPresent() ? 1 : 0;
        satisfied += outcome.satisfaction()
                        .filter(s -> s.compareTo(Satisfaction.SATISFIED) <= 0)
                        .isPresent()
                ? 1
                : 0;
        int coded = fact.coded(Phase.TO_COMPLETION);
        // The last bit says that it is still running.
        if (coded >= 0 && (coded & 1) == 0) {
            timed++;
            minutes += coded >> 1;
            bins[bin(coded >> 1)]++;
        }
    }

    /** Below 128 each number has a bin, and from there on each doubling has 64. */
    private static int bin(int value) {
        int shift = shift(value);
        return (shift << BITS) + (value >>> shift);
    }

    private static int shift(int value) {
        return Math.max(0, 31 - BITS - Integer.numberOfLeadingZeros(value));
    }

    PeerSums merge(PeerSums other) {
        received += other.received;
        completed += other.completed;
        onTime += other.onTime;
        asked += other.asked;
        resolved += other.resolved;
        satisfied += other.satisfied;
        timed += other.timed;
        minutes += other.minutes;
        for (int i = 0; i < bins.length; i++) {
            bins[i] += other.bins[i];
        }
        return this;
    }

    /** Whether a row of SQL says the same: counts and mean, and exact percentiles that lie within the bins. */
    boolean agrees(Row row) {
        List<Long> counts = List.of(received, completed, onTime, asked, resolved, satisfied);
        for (int i = 0; i < counts.size(); i++) {
            if (row.getLong(SparkSpeed.RECEIVED + i) != counts.get(i)) {
                return false;
            }
        }
        if (timed == 0) {
            return row.isNullAt(SparkSpeed.MEAN) && row.isNullAt(SparkSpeed.QUANTILES);
        }
        double mean = (double) minutes / timed;
        if (Math.abs(row.getDouble(SparkSpeed.MEAN) - mean) > SparkSpeed.NEGLIGIBLE * Math.max(1, mean)) {
            return false;
        }
        List<Double> exact = row.getList(SparkSpeed.QUANTILES);
        for (int i = 0; i < SHARES.length; i++) {
            double at = SHARES[i] * (timed - 1);
            double slack = SparkSpeed.NEGLIGIBLE * Math.max(1, exact.get(i));
            if (exact.get(i) < least(binOf((long) Math.floor(at))) - slack
                    || exact.get(i) > least(binOf((long) Math.ceil(at)) + 1) - 1 + slack) {
                return false;
            }
        }
        return true;
    }

    /** The bin of the time of a rank, from 0. */
    private int binOf(long rank) {
        long before = 0;
        for (int bin = 0; bin < BINS; bin++) {
            before += bins[bin];
            if (before > rank) {
                return bin;
            }
        }
        throw new IllegalArgumentException("rank must be below " + timed + ", but was " + rank);
    }

    /** The least time of a bin. */
    private static long least(int bin) {
        int shift = Math.max(0, (bin >> BITS) - 1);
        return (long) (bin - (shift << BITS)) << shift;
    }

    @Override
    public String toString() {
        return List.of(received, completed, onTime, asked, resolved, satisfied, timed, minutes)
                .toString();
    }
}
