package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cases that wait to be counted, and, in columns, what has been found of them. Facts, keys and cells are many, each in its
 * own place in memory: where a step is taken for all that wait, the processor asks for several places at once, while case
 * by case it would wait for each.
 */
final class Waiting {

    /** So many wait at most: enough that a loop over them pays, and few enough that what is found stays at hand. */
    static final int MOST = 256;

    private final TimeBasis[] bases;
    private final @Nullable CaseFact[] facts = new @Nullable CaseFact[MOST];
    private final int[] outcomes = new int[MOST];
    private final boolean[][] present;
    /** Of a year's cases some hundred outcomes differ, so that what depends on them alone is found by a number. */
    private final LongNumbers outcomeNumbers = new LongNumbers();

    private int size;
    private int most = MOST;

    Waiting(TimeBasis[] bases) {
        this.bases = bases;
        this.present = new boolean[bases.length][MOST];
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size >= most;
    }

    /** So many may wait from now on. */
    void setMost(int cases) {
        most = cases;
    }

    /** Puts a case after the last, where it does not wait yet. */
    void offer(CaseFact fact) {
        outcomes[size] = outcomeNumbers.number(fact.outcomeCode());
        for (int b = 0; b < bases.length; b++) {
            present[b][size] = fact.hasInstant(bases[b]);
        }
        facts[size] = fact;
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

    /** By case, the number of its outcome: 0, 1, 2 and so on, equal for equal outcomes. */
    int[] outcomes() {
        return outcomes;
    }

    /** By case, whether it counts on a time basis: whether it has such an instant. */
    boolean[] present(int basis) {
        return present[basis];
    }
}
