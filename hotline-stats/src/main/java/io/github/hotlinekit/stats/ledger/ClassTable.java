package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.CaseOutcome;
import io.github.hotlinekit.stats.metric.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts cases into classes: two cases are of one class if every metric of one time basis says the same of them. A cell
 * then counts one class for a case, however many the metrics; what each metric counted is added up when it is read. If
 * all metrics ask for the outcome alone, they are asked once for each outcome that occurs.
 */
final class ClassTable {

    /** What a metric says of a class: 0 for a hit, 1 for a miss, 2 and more for an exclusion. */
    @SuppressWarnings("ArrayRecordComponent") // equal by content
    record Verdicts(byte[] of) implements Comparable<Verdicts> {
        @Override
        public boolean equals(Object other) {
            return other instanceof Verdicts that && Arrays.equals(of, that.of);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(of);
        }

        @Override
        public int compareTo(Verdicts other) {
            return Arrays.compare(of, other.of);
        }
    }

    private static final int FIRST_EXCLUSION = 2;

    private final Metric[] metrics;
    private final boolean ofOutcomes;
    private final IntsByNumber byOutcome = new IntsByNumber();
    private final Map<Verdicts, Integer> byVerdicts = new HashMap<>();
    private final List<Verdicts> classes = new ArrayList<>();
    /** Metrics of facts are asked into it. */
    private final Verdicts scratch;

    ClassTable(List<Metric> metrics) {
        this.metrics = metrics.toArray(new Metric[0]);
        this.ofOutcomes = metrics.stream().allMatch(Metric::isOfOutcome);
        this.scratch = new Verdicts(new byte[this.metrics.length]);
    }

    /** Whether the class of a case is known by its outcome alone, so that no metric is asked. */
    boolean knows(int outcomeNumber) {
        return byOutcome.find(outcomeNumber) >= 0;
    }

    /** Whether a metric is asked of each case, and not once for each outcome. */
    boolean asksOfEach() {
        return !ofOutcomes;
    }

    /**
     * Writes the classes of some cases that wait: 0, 1, 2 and so on in the order in which they are first seen.
     *
     * @param present by case, whether it counts; of one that does not, nothing is asked
     * @param into by case, its class
     */
    void number(Waiting waiting, boolean[] present, int from, int until, int[] into) {
        int[] outcomes = waiting.outcomes();
        if (byOutcome.find(outcomes, from, until, into)) {
            return;
        }
        for (int i = from; i < until; i++) {
            int known = byOutcome.find(outcomes[i]);
            into[i] = known >= 0 || !present[i] ? known : ask(waiting.fact(i), outcomes[i]);
        }
    }

    private int ask(CaseFact fact, int outcomeNumber) {
        CaseOutcome outcome = fact.outcome();
        for (int i = 0; i < metrics.length; i++) {
            int found = metrics[i].classify(fact, outcome);
            scratch.of[i] = (byte) (found == Metric.HIT ? 0 : found == Metric.MISS ? 1 : FIRST_EXCLUSION + found);
        }
        int number = number(scratch);
        if (ofOutcomes) {
            byOutcome.put(outcomeNumber, number);
        }
        return number;
    }

    /** The number of a class, a new one if it is new. */
    int number(Verdicts verdicts) {
        Integer known = byVerdicts.get(verdicts);
        if (known != null) {
            return known;
        }
        Verdicts kept = new Verdicts(verdicts.of.clone());
        byVerdicts.put(kept, classes.size());
        classes.add(kept);
        return classes.size() - 1;
    }

    List<Verdicts> classes() {
        return classes;
    }

    /** For each class of another table of the same metrics, its number here. */
    int[] numbersOf(ClassTable other) {
        return other.classes.stream().mapToInt(this::number).toArray();
    }
}
