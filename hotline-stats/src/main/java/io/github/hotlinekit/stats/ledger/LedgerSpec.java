package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.stats.metric.Exclusion;
import io.github.hotlinekit.stats.metric.Metric;
import java.util.List;
import java.util.Optional;

/**
 * What a ledger counts, and by what. Groupings are declared; there is never a full cube.
 *
 * @param metrics the rates, of different ids
 * @param groupings the groupings, each once
 */
public record LedgerSpec(List<Metric> metrics, List<Grouping> groupings) {

    /** The most groupings. */
    public static final int MAX_GROUPINGS = 64;

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if two metrics have one id, a grouping stands twice, or there are none
     *     or too many groupings
     */
    public LedgerSpec {
        metrics = List.copyOf(metrics);
        groupings = List.copyOf(groupings);
        if (metrics.stream().map(Metric::id).distinct().count() < metrics.size()) {
            throw new IllegalArgumentException("metrics must have different ids, but were " + metrics);
        }
        if (groupings.stream().distinct().count() < groupings.size()) {
            throw new IllegalArgumentException("groupings must stand once each, but were " + groupings);
        }
        if (groupings.isEmpty() || groupings.size() > MAX_GROUPINGS) {
            throw new IllegalArgumentException(
                    "groupings must be from 1 to " + MAX_GROUPINGS + ", but were " + groupings.size());
        }
    }

    /**
     * A specification.
     *
     * @param metrics the rates
     * @param groupings the groupings
     * @return the specification
     * @throws IllegalArgumentException if an id or grouping stands twice, or there are none or too many
     *     groupings
     */
    public static LedgerSpec of(List<Metric> metrics, List<Grouping> groupings) {
        return new LedgerSpec(metrics, groupings);
    }

    /**
     * Metrics with their exclusions, and groupings, in words that are equal just for ledgers that may be
     * merged. What a user's own predicate tests is not in it: a changed definition needs a new id.
     */
    String definition() {
        return String.join(", ", metricDefinitions()) + " by " + groupings;
    }

    /** The first way in which another specification differs, so that ledgers of the two cannot be merged. */
    Optional<String> difference(LedgerSpec other) {
        return firstDifference("metric ", metricDefinitions(), other.metricDefinitions())
                .or(() -> firstDifference(
                        "grouping ",
                        groupings.stream().map(Grouping::toString).toList(),
                        other.groupings.stream().map(Grouping::toString).toList()));
    }

    private static Optional<String> firstDifference(String part, List<String> ones, List<String> others) {
        for (int i = 0; i < Math.max(ones.size(), others.size()); i++) {
            String one = i < ones.size() ? ones.get(i) : "absent";
            String other = i < others.size() ? others.get(i) : "absent";
            if (!one.equals(other)) {
                return Optional.of(part + (i + 1) + " was " + one + " and " + other);
            }
        }
        return Optional.empty();
    }

    private List<String> metricDefinitions() {
        return metrics.stream()
                .map(m -> m.id() + m.exclusions().stream().map(Exclusion::id).toList())
                .toList();
    }
}
