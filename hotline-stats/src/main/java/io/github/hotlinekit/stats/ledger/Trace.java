package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a figure comes from: a metric, a cell, and the days it is cut to. A host that keeps its facts finds the cases of a
 * figure by running them through it: {@code facts.filter(f -> trace.roleOf(f) == Trace.Role.NUMERATOR)}.
 *
 * @param metric the metric
 * @param grouping the grouping
 * @param key the cell's keys
 * @param window the days, by the metric's time basis in the zone of {@code days}; empty for all
 * @param days the dimension whose days the window cuts; given just if there is a window
 */
public record Trace(
        Metric metric, Grouping grouping, List<String> key, Optional<Window> window, Optional<Dimension> days) {

    /** What a case is to a figure. */
    public enum Role {
        /** It is in another cell, outside the days, or without the instant that the time basis asks for. */
        ELSEWHERE,
        /** It is in the numerator, and so in the denominator. */
        NUMERATOR,
        /** It is in the denominator only. */
        DENOMINATOR,
        /** It is left out by an exclusion. */
        EXCLUDED
    }

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if the key is of another length than the grouping, or window and days are not
     *     given together
     */
    public Trace {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(grouping, "grouping");
        key = List.copyOf(key);
        if (key.size() != grouping.dimensions().size()) {
            throw new IllegalArgumentException(
                    "key must have " + grouping.dimensions().size() + " parts, but was " + key);
        }
        if (window.isPresent() != days.isPresent()) {
            throw new IllegalArgumentException(
                    "window and days must be given together, but were " + window + " and " + days);
        }
    }

    /**
     * What a case is to the figure.
     *
     * @param fact the case
     * @return its role
     */
    public Role roleOf(CaseFact fact) {
        if (!isInCell(fact)) {
            return Role.ELSEWHERE;
        }
        int found = metric.classify(fact);
        return found == Metric.HIT ? Role.NUMERATOR : found == Metric.MISS ? Role.DENOMINATOR : Role.EXCLUDED;
    }

    private boolean isInCell(CaseFact fact) {
        TimeBasis basis = metric.basis();
        if (!fact.hasInstant(basis)) {
            return false;
        }
        for (int i = 0; i < key.size(); i++) {
            if (!grouping.dimensions().get(i).keys(fact, basis).contains(key.get(i))) {
                return false;
            }
        }
        return window.isEmpty()
                || days.orElseThrow().keys(fact, basis).stream()
                        .allMatch(d -> window.get().contains(LocalDate.parse(d)));
    }

    /** Equal by the metric's {@linkplain Metric#definition() definition}, as figures are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Trace that
                && metric.definition().equals(that.metric.definition())
                && grouping.equals(that.grouping)
                && key.equals(that.key)
                && window.equals(that.window)
                && days.equals(that.days);
    }

    @Override
    public int hashCode() {
        return Objects.hash(metric.definition(), grouping, key, window, days);
    }

    /** Metric, cell and days, such as {@code satisfaction/1/received of [department] [D1] in 2026-01-01/2026-02-01}. */
    @Override
    public String toString() {
        return metric.definition() + " of " + grouping + " " + key
                + window.map(w -> " in " + w).orElse("");
    }
}
