package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.stats.metric.FactField;
import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a ledger counts, and by what. Groupings are declared; there is never a full cube: declare the finest that are
 * asked for, and read coarser ones off them ({@link LedgerSnapshot#rows}).
 *
 * @param metrics the rates, of different ids
 * @param measures the times, of different ids
 * @param groupings the groupings, each once
 * @param exactUpTo up to how many different times a cell keeps them exactly, and only from there on in bins; 0 for bins
 *     from the start. More than 0 has a price: such a ledger does not {@linkplain Ledger#subtract subtract}, since what
 *     was forgotten in bins does not come back
 * @param examples how many case numbers a cell keeps as examples, those of the least hashes; more than 0 has the same
 *     price
 */
public record LedgerSpec(
        List<Metric> metrics, List<Measure> measures, List<Grouping> groupings, int exactUpTo, int examples) {

    /** The most groupings. */
    public static final int MAX_GROUPINGS = 64;
    /** The most metrics, and the most measures. */
    public static final int MAX_METRICS = 1_000;
    /** The most different times that a cell keeps exactly. */
    public static final int MAX_EXACT = 4_096;
    /** The most examples a cell. */
    public static final int MAX_EXAMPLES = 1_000;

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if two metrics or measures have one id, a grouping stands twice or has two
     *     dimensions that may have several keys, there are none or too many groupings, or a number is out of range
     */
    public LedgerSpec {
        metrics = List.copyOf(metrics);
        measures = List.copyOf(measures);
        groupings = List.copyOf(groupings);
        distinct("metrics", metrics.stream().map(Metric::id).toList());
        distinct("measures", measures.stream().map(Measure::id).toList());
        if (groupings.stream().distinct().count() < groupings.size()) {
            throw new IllegalArgumentException("groupings must stand once each, but were " + groupings);
        }
        if (groupings.isEmpty() || groupings.size() > MAX_GROUPINGS) {
            throw new IllegalArgumentException(
                    "groupings must be from 1 to " + MAX_GROUPINGS + ", but were " + groupings.size());
        }
        for (Grouping grouping : groupings) {
            if (grouping.dimensions().stream().filter(Dimension::isMultiple).count() > 1) {
                throw new IllegalArgumentException(
                        "a grouping must have at most one dimension with several keys, but was " + grouping);
            }
        }
        within("exactUpTo", exactUpTo, MAX_EXACT);
        within("examples", examples, MAX_EXAMPLES);
    }

    private static void distinct(String what, List<String> ids) {
        if (ids.stream().distinct().count() < ids.size()) {
            throw new IllegalArgumentException(what + " must have different ids, but were " + ids);
        }
        if (ids.size() > MAX_METRICS) {
            throw new IllegalArgumentException(what + " must be at most " + MAX_METRICS + ", but were " + ids.size());
        }
    }

    private static void within(String name, int value, int max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(name + " must be from 0 to " + max + ", but was " + value);
        }
    }

    /**
     * A specification without times.
     *
     * @param metrics the rates
     * @param groupings the groupings
     * @return the specification
     * @throws IllegalArgumentException as the constructor throws it
     */
    public static LedgerSpec of(List<Metric> metrics, List<Grouping> groupings) {
        return of(metrics, List.of(), groupings);
    }

    /**
     * A specification with times, in bins.
     *
     * @param metrics the rates
     * @param measures the times
     * @param groupings the groupings
     * @return the specification
     * @throws IllegalArgumentException as the constructor throws it
     */
    public static LedgerSpec of(List<Metric> metrics, List<Measure> measures, List<Grouping> groupings) {
        return new LedgerSpec(metrics, measures, groupings, 0, 0);
    }

    /**
     * This specification with more metrics, such as {@linkplain Metric#on of another time basis}. A ledger keeps cells for
     * each time basis, so that each basis more takes about as much memory and time again.
     *
     * @param more the metrics, after those that it has
     * @return the specification
     * @throws IllegalArgumentException as the constructor throws it
     */
    public LedgerSpec withMetrics(List<Metric> more) {
        return new LedgerSpec(
                Stream.concat(metrics.stream(), more.stream()).toList(), measures, groupings, exactUpTo, examples);
    }

    /**
     * This specification with times kept exactly in small cells.
     *
     * @param distinct up to how many different times a cell, such as 512
     * @return the specification
     * @throws IllegalArgumentException if it is not from 0 to {@value #MAX_EXACT}
     */
    public LedgerSpec withExactUpTo(int distinct) {
        return new LedgerSpec(metrics, measures, groupings, distinct, examples);
    }

    /**
     * This specification with examples.
     *
     * @param perCell how many a cell
     * @return the specification
     * @throws IllegalArgumentException if it is not from 0 to {@value #MAX_EXAMPLES}
     */
    public LedgerSpec withExamples(int perCell) {
        return new LedgerSpec(metrics, measures, groupings, exactUpTo, perCell);
    }

    /**
     * Whether what a ledger has added can be subtracted.
     *
     * @return whether times are in bins from the start and there are no examples
     */
    public boolean isInvertible() {
        return exactUpTo == 0 && examples == 0;
    }

    /**
     * The fields of a fact that a ledger of it reads: two facts that are equal in these count alike. Number and revision
     * are always among them, for the fingerprints; an instant is, if figures go by it and it may be missing, or if there
     * are periods of it. Dimensions, measures and tests of facts of a user's own read every field, as far as can be told.
     *
     * @return the fields, at least two
     */
    public Set<FactField> reads() {
        Set<FactField> fields = EnumSet.of(FactField.NUMBER, FactField.REVISION);
        Set<TimeBasis> bases = EnumSet.of(TimeBasis.RECEIVED);
        for (Metric metric : metrics) {
            fields.addAll(metric.reads());
            bases.add(metric.basis());
        }
        for (Measure measure : measures) {
            fields.addAll(measure.reads());
            bases.add(measure.basis());
        }
        for (TimeBasis basis : bases) {
            // Every case was received: when, is for periods to ask.
            if (basis != TimeBasis.RECEIVED) {
                fields.add(FactField.of(basis));
            }
            for (Grouping grouping : groupings) {
                grouping.dimensions().forEach(d -> fields.addAll(d.reads(basis)));
            }
        }
        return Collections.unmodifiableSet(fields);
    }

    /**
     * All that figures depend on, a line each, in words that are equal just for ledgers that may be merged. What a user's
     * own predicate or dimension does is not in it: a changed definition needs a new id or version.
     *
     * @return the lines
     */
    public List<String> definition() {
        List<String> lines = new ArrayList<>();
        metrics.forEach(m -> lines.add("metric " + m.definition()));
        measures.forEach(m -> lines.add("measure " + m.definition()));
        groupings.forEach(g -> lines.add("grouping " + g));
        lines.add("exactUpTo " + exactUpTo);
        lines.add("examples " + examples);
        return lines;
    }

    /**
     * The first way in which another definition differs, so that ledgers of the two are not merged.
     *
     * @param other the lines of the other
     * @return the difference in words; empty if there is none
     */
    Optional<String> difference(List<String> other) {
        List<String> lines = definition();
        for (int i = 0; i < Math.max(lines.size(), other.size()); i++) {
            String one = i < lines.size() ? lines.get(i) : "nothing";
            String two = i < other.size() ? other.get(i) : "nothing";
            if (!Objects.equals(one, two)) {
                return Optional.of("line " + (i + 1) + " was " + one + " and " + two);
            }
        }
        return Optional.empty();
    }
}
