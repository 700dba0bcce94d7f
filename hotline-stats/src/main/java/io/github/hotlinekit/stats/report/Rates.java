package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.ledger.Figure;
import io.github.hotlinekit.stats.ledger.LedgerRow;
import io.github.hotlinekit.stats.ledger.Window;
import io.github.hotlinekit.stats.metric.Exclusion;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.RateChange;
import io.github.hotlinekit.stats.metric.WhatIf;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rates of a report as values. A rate is hidden if it is of few, counts few or leaves few out, or if it is the only one
 * that would be missing from its total.
 */
final class Rates {

    /** The rates whose numerator or denominator is a sum of parts of the answers. */
    private static final Set<String> OF_ANSWERS = Set.of("satisfaction", "callbackCoverage", "reopened");

    private final Readings readings;
    private final Optional<Answers> answers;

    Rates(Readings readings, Optional<Answers> answers) {
        this.readings = readings;
        this.answers = answers;
    }

    /** Whether the rate of all cases of a window is hidden; by another instant it may be of the same cases. */
    boolean isHidden(Metric metric, Window window) {
        boolean byAnswers = OF_ANSWERS.contains(metric.id())
                && window.equals(readings.now())
                && answers.filter(Answers::isFigureHidden).isPresent();
        return readings.isWithheld(window)
                || byAnswers
                || readings.isSmall(readings.total(window).figure(metric.id()))
                || readings.byReceipt(metric)
                        .filter(base -> isHidden(base, window))
                        .isPresent();
    }

    /** The rate of all cases of a window. */
    Value rate(Metric metric, Window window) {
        return isHidden(metric, window)
                ? new Value.Hidden()
                : value(readings.total(window).figure(metric.id()), readings.source(metric, window));
    }

    /** Why the period has no such rate: the exclusion that leaves out the most. Empty if there is a rate, or no case. */
    Optional<Exclusion> withoutData(Metric metric) {
        if (!(rate(metric, readings.now()) instanceof Value.NoData)) {
            return Optional.empty();
        }
        Map<String, Long> excluded =
                readings.total(readings.now()).figure(metric.id()).excluded();
        Exclusion most = null;
        long cases = 0;
        for (Exclusion exclusion : metric.exclusions()) {
            long count = excluded.getOrDefault(exclusion.id(), 0L);
            if (count > cases) {
                most = exclusion;
                cases = count;
            }
        }
        return readings.isSmall(cases) ? Optional.empty() : Optional.ofNullable(most);
    }

    /** The rate against that of the base. */
    Value change(Metric metric, Comparison comparison) {
        if (isHidden(metric, comparison.now()) || isHidden(metric, comparison.base())) {
            return new Value.Hidden();
        }
        RateChange change = RateChange.between(
                readings.total(comparison.base()).figure(metric.id()).ratio(),
                readings.total(comparison.now()).figure(metric.id()).ratio(),
                readings.options().confidence());
        return change.points(1).isEmpty()
                ? new Value.NoData()
                : new Value.Change(
                        change.points(1),
                        Value.Unit.POINTS,
                        change.movement(),
                        readings.source(metric, comparison.now()));
    }

    /** Whether anything that the rate of all cases leaves out is hidden. */
    boolean isLeftOutHidden(Metric metric) {
        return isHidden(metric, readings.now())
                || answers.filter(Answers::hasHidden).isPresent()
                || figure(metric).excluded().values().stream().anyMatch(readings::isSmall);
    }

    /** The figure of all cases of the period, shown or not. */
    Figure figure(Metric metric) {
        return readings.total(readings.now()).figure(metric.id());
    }

    /** What the rate of all cases would be; hidden if anything that it leaves out is. */
    Value whatIf(Metric metric, WhatIf whatIf) {
        Figure figure = figure(metric);
        if (isLeftOutHidden(metric)) {
            return new Value.Hidden();
        }
        var ratio = whatIf.apply(figure.ratio(), figure.excluded());
        return ratio.hasData()
                ? new Value.Rate(ratio, figure, readings.source(metric, readings.now()))
                : new Value.NoData();
    }

    /** The cells of a dimension whose rate is hidden: none, or two or more, or all. */
    Set<String> hidden(Metric metric, Dimension dimension) {
        Map<String, LedgerRow> rows = readings.rows(dimension, readings.now());
        Set<String> hidden = new TreeSet<>();
        if (readings.suppression().isEmpty()) {
            return hidden;
        }
        if (isHidden(metric, readings.now())) {
            hidden.addAll(rows.keySet());
            return hidden;
        }
        rows.forEach((key, row) -> {
            if (readings.volume(dimension, key, readings.now()).isEmpty()
                    || readings.isSmall(row.figure(metric.id()))) {
                hidden.add(key);
            }
        });
        if (hidden.size() == 1) {
            rows.entrySet().stream()
                    .filter(e -> !hidden.contains(e.getKey()))
                    .min(Comparator.<Map.Entry<String, LedgerRow>>comparingLong(
                                    e -> e.getValue().volume())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .ifPresent(e -> hidden.add(e.getKey()));
        }
        return hidden;
    }

    /** The rate of a cell. */
    Value rate(Metric metric, Dimension dimension, String key, Set<String> hidden) {
        LedgerRow row = readings.rows(dimension, readings.now()).get(key);
        if (hidden.contains(key)) {
            return new Value.Hidden();
        }
        return row == null
                ? new Value.NoData()
                : value(row.figure(metric.id()), readings.source(metric, dimension, key, readings.now()));
    }

    /** Where the true rate may lie. */
    Value range(Value rate) {
        return rate instanceof Value.Rate of
                ? of.ratio()
                        .interval(readings.options().confidence())
                        .<Value>map(i -> new Value.Range(i, of.from()))
                        .orElseGet(Value.NoData::new)
                : rate;
    }

    private static Value value(Figure figure, Source source) {
        return figure.ratio().hasData() ? new Value.Rate(figure.ratio(), figure, source) : new Value.NoData();
    }
}
