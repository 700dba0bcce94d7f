package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.FactField;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cases that wait to be counted, and, in columns, what has been found of them. Facts, keys and cells are many, each in its
 * own place in memory: where a step is taken for all that wait, the processor asks for several places at once, while case
 * by case it would wait for each.
 */
final class Waiting {

    /** So many wait at most: enough that a loop over them pays, and few enough that what is found stays near. */
    static final int MOST = 1024;

    /** So many places for each outcome that it is nearly always found in the first. */
    private static final int PLACES_EACH = 8;

    private final TimeBasis[] bases;
    private final @Nullable CaseFact[] facts = new @Nullable CaseFact[MOST];
    private final int[] outcomes = new int[MOST];
    private final long[] hashHigh = new long[MOST];
    private final long[] hashLow = new long[MOST];
    private final long[] outcomeCodes = new long[MOST];
    private final boolean[][] present;
    /** Of a year's cases some hundred outcomes differ, so that what depends on them alone is found by a number. */
    private final LongNumbers outcomeNumbers = new LongNumbers(PLACES_EACH, of -> false);

    @SuppressWarnings("UnusedVariable") // so that what is read is not left out
    private int withoutLead;

    private int size;
    private int most = MOST;

    Waiting(TimeBasis[] bases) {
        this.bases = bases;
        this.present = new boolean[bases.length][MOST];
        for (int b = 0; b < bases.length; b++) {
            Arrays.fill(present[b], bases[b] == TimeBasis.RECEIVED);
        }
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size >= most;
    }

    /** So many may wait from now on, 0 or more. */
    void setMost(int cases) {
        most = cases;
    }

    /** Puts a case after the last, where it does not wait yet. */
    void offer(CaseFact fact) {
        facts[size] = Objects.requireNonNull(fact, "fact");
    }

    /** The number of a case's outcome: 0, 1, 2 and so on, equal for equal outcomes. */
    int outcomeOf(CaseFact fact) {
        return outcomeNumbers.number(fact.outcomeCode());
    }

    /** Finds the hashes and outcomes of some cases, and on which time bases they count. */
    void describe(int from, int until) {
        read(from, until);
        outcomeNumbers.number(outcomeCodes, from, until, outcomes);
        for (int b = 0; b < bases.length; b++) {
            if (bases[b] == TimeBasis.RECEIVED) {
                continue; // every case was received
            }
            boolean[] onBasis = present[b];
            for (int i = from; i < until; i++) {
                onBasis[i] = fact(i).hasInstant(bases[b]);
            }
        }
    }

    /**
     * Reads something of each third of a fact, which takes two or three cache lines, and does nothing else with it: so the
     * processor asks memory for many facts at once, and finds at hand what is read of them later.
     */
    private void read(int from, int until) {
        int none = 0;
        for (int i = from; i < until; i++) {
            CaseFact fact = fact(i);
            hashHigh[i] = fact.hashHigh();
            hashLow[i] = fact.hashLow();
            outcomeCodes[i] = fact.outcomeCode();
            none += fact.code(FactField.LEAD) == null ? 1 : 0;
        }
        withoutLead = none;
    }

    /** The case that was offered waits. */
    void accept() {
        size++;
    }

    /** The last one waits no more, if one waits. */
    void dropLast() {
        if (size > 0) {
            facts[--size] = null;
        }
    }

    /** None waits. */
    void clear() {
        Arrays.fill(facts, 0, size, null);
        size = 0;
    }

    CaseFact fact(int at) {
        CaseFact fact = facts[at];
        if (fact == null) {
            throw new IllegalStateException("no case at " + at);
        }
        return fact;
    }

    /** By case, the upper half of its hash. */
    long[] hashHigh() {
        return hashHigh;
    }

    /** By case, the lower half. */
    long[] hashLow() {
        return hashLow;
    }

    /** By case, the number of its outcome. */
    int[] outcomes() {
        return outcomes;
    }

    /** By case, whether it counts on a time basis: whether it has such an instant. */
    boolean[] present(int basis) {
        return present[basis];
    }
}
