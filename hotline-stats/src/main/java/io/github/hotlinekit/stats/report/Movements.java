package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.metric.CountChange;
import io.github.hotlinekit.stats.metric.Movement;
import io.github.hotlinekit.stats.metric.PValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words for the counts of all cells of a comparison. A count is called up, down or new if by working days it differs
 * from the base by more than chance explains, corrected for all cells that are compared (Benjamini and Hochberg), and by
 * enough to matter. Cells that are hidden are not compared, and have no part in the correction.
 */
final class Movements {

    /** A cell. */
    record At(Dimension dimension, String key) {}

    /** What is said of a cell. */
    record Judged(At at, CountChange byWorkingDays, Movement word, double difference) {}

    private final Comparison comparison;
    private final Map<At, Judged> judged = new LinkedHashMap<>();

    Movements(Readings readings, Comparison comparison) {
        this.comparison = comparison;
        List<At> cells = new ArrayList<>();
        List<CountChange> changes = new ArrayList<>();
        double[] values = new double[0];
        if (hasBase(readings)) {
            for (Dimension dimension : readings.dimensions()) {
                Set<String> keys = new TreeSet<>(
                        readings.cells(dimension, comparison.now()).keys());
                keys.addAll(readings.cells(dimension, comparison.base()).keys());
                for (String key : keys) {
                    OptionalLong after = readings.volume(dimension, key, comparison.now());
                    OptionalLong before = readings.volume(dimension, key, comparison.base());
                    if (after.isPresent() && before.isPresent()) {
                        cells.add(new At(dimension, key));
                        changes.add(CountChange.between(
                                before.getAsLong(),
                                comparison.workingDaysBase(),
                                after.getAsLong(),
                                comparison.workingDaysNow(),
                                readings.options().confidence()));
                    }
                }
            }
            // A cell without a p has no working days to compare by, and none of them has.
            values = changes.stream().mapToDouble(c -> c.p().orElse(1)).toArray();
        }
        double[] corrected = PValues.benjaminiHochberg(values);
        for (int i = 0; i < corrected.length; i++) {
            CountChange change = changes.get(i);
            double difference = change.movement() == Movement.NO_DATA
                    ? 0
                    : change.now() - (double) change.before() * change.exposureNow() / change.exposureBefore();
            judged.put(
                    cells.get(i),
                    new Judged(
                            cells.get(i),
                            change,
                            word(change, corrected[i], difference, readings.options()),
                            difference));
        }
    }

    private static Movement word(CountChange change, double corrected, double difference, ReportOptions options) {
        if (change.movement() == Movement.NO_DATA) {
            return Movement.NO_DATA;
        }
        boolean isClear = corrected <= 1 - options.confidence()
                && Math.abs(difference) >= options.leastDifference()
                && (change.before() == 0 || Math.abs(change.ratio().orElse(1) - 1) >= options.leastEffect());
        if (!isClear) {
            return Movement.NO_CLEAR_CHANGE;
        }
        return change.before() == 0 ? Movement.NEW : difference > 0 ? Movement.UP : Movement.DOWN;
    }

    private boolean hasBase(Readings readings) {
        return readings.volume(comparison.base()).orElse(0) > 0;
    }

    Comparison comparison() {
        return comparison;
    }

    int compared() {
        return judged.size();
    }

    /** What is said of a cell; nothing if it is hidden on a side, or there are no cases to compare with. */
    Optional<Judged> of(Dimension dimension, String key) {
        return Optional.ofNullable(judged.get(new At(dimension, key)));
    }

    /** The cells of which there is something to say, those that differ by most cases first. */
    List<Judged> clear() {
        return judged.values().stream()
                .filter(j -> j.word() != Movement.NO_CLEAR_CHANGE && j.word() != Movement.NO_DATA)
                .sorted(Comparator.<Judged>comparingDouble(j -> -Math.abs(j.difference()))
                        .thenComparing(j -> j.at().dimension().id())
                        .thenComparing(j -> j.at().key()))
                .toList();
    }
}
