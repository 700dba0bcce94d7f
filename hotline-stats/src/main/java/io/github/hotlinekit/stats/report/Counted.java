package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.ledger.Window;
import io.github.hotlinekit.stats.metric.CountChange;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.Movement;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Numbers of cases of a report as values. */
final class Counted {

    private final Readings readings;
    private final List<Movements> movements;

    Counted(Readings readings) {
        this.readings = readings;
        this.movements = readings.comparisons().stream()
                .map(c -> new Movements(readings, c))
                .toList();
    }

    List<Movements> movements() {
        return movements;
    }

    Value count(Window window) {
        return value(readings.volume(window), readings.source(Readings.VOLUME, window));
    }

    Value count(Dimension dimension, String key, Window window) {
        return value(readings.volume(dimension, key, window), readings.source(Readings.VOLUME, dimension, key, window));
    }

    /** All cases of a base; nothing if there are none, since then the ledger does not hold them. */
    Value base(Comparison comparison) {
        return isEmpty(comparison.base()) ? new Value.NoData() : count(comparison.base());
    }

    /** The cases of a cell of a base, likewise. */
    Value base(Dimension dimension, String key, Comparison comparison) {
        return isEmpty(comparison.base()) ? new Value.NoData() : count(dimension, key, comparison.base());
    }

    private boolean isEmpty(Window window) {
        return readings.total(window).volume() == 0;
    }

    private static Value value(OptionalLong count, Source source) {
        return count.isPresent() ? new Value.Count(count.getAsLong(), source) : new Value.Hidden();
    }

    /** All cases against those of the base. The amount is of the counts as they are, the word by working days. */
    Value change(Comparison comparison) {
        Source source = readings.source(Readings.VOLUME, comparison.now());
        return change(
                readings.volume(comparison.base()),
                readings.volume(comparison.now()),
                comparison,
                Optional.empty(),
                source);
    }

    /** The cases of a window by another instant than the receipt. */
    Value count(TimeBasis basis, Metric counting, Window window) {
        return value(readings.volumeBy(basis, window), readings.source(counting, window));
    }

    /** Those of a base, likewise; nothing if there are none, since then the ledger does not hold them. */
    Value base(TimeBasis basis, Metric counting, Comparison comparison) {
        return isEmpty(comparison.base()) ? new Value.NoData() : count(basis, counting, comparison.base());
    }

    /** The cases by another instant against those of the base. */
    Value change(TimeBasis basis, Metric counting, Comparison comparison) {
        return change(
                readings.volumeBy(basis, comparison.base()),
                readings.volumeBy(basis, comparison.now()),
                comparison,
                Optional.empty(),
                readings.source(counting, comparison.now()));
    }

    /** All cases a working day against those of the base. */
    Value changeByWorkingDays(Comparison comparison) {
        OptionalLong before = readings.volume(comparison.base());
        OptionalLong after = readings.volume(comparison.now());
        if (before.isEmpty() || after.isEmpty()) {
            return new Value.Hidden();
        }
        CountChange change = byWorkingDays(before.getAsLong(), after.getAsLong(), comparison);
        return change.percent(1).isEmpty()
                ? new Value.NoData()
                : new Value.Change(
                        change.percent(1),
                        Value.Unit.PERCENT,
                        change.movement(),
                        readings.source(Readings.VOLUME, comparison.now()));
    }

    /** A cell against that of the base; the word is corrected for all that are compared. */
    Value change(Dimension dimension, String key, Movements by) {
        Comparison comparison = by.comparison();
        return change(
                readings.volume(dimension, key, comparison.base()),
                readings.volume(dimension, key, comparison.now()),
                comparison,
                by.of(dimension, key).map(Movements.Judged::word),
                readings.source(Readings.VOLUME, dimension, key, comparison.now()));
    }

    private Value change(
            OptionalLong before, OptionalLong after, Comparison comparison, Optional<Movement> word, Source source) {
        OptionalLong base = readings.volume(comparison.base());
        if (before.isEmpty() || after.isEmpty() || base.isEmpty()) {
            return new Value.Hidden();
        }
        if (base.getAsLong() == 0) {
            return new Value.NoData();
        }
        CountChange plain = CountChange.between(
                before.getAsLong(), 1, after.getAsLong(), 1, readings.options().confidence());
        return new Value.Change(
                plain.percent(1),
                Value.Unit.PERCENT,
                word.orElseGet(() -> byWorkingDays(before.getAsLong(), after.getAsLong(), comparison)
                        .movement()),
                source);
    }

    private CountChange byWorkingDays(long before, long after, Comparison comparison) {
        return CountChange.between(
                before,
                comparison.workingDaysBase(),
                after,
                comparison.workingDaysNow(),
                readings.options().confidence());
    }
}
