package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.ledger.Figure;
import io.github.hotlinekit.stats.ledger.LedgerRow;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Those whose grade is not counted as satisfied, by what could be the reason: whether their matter was resolved, and what it was about. Not where small
 * counts are hidden: the counts would tell of those that departments and grades hide.
 */
final class Unsatisfied {

    private static final Label TITLE =
            Label.of("未满意的原因：是否解决、属于哪类事项", "Why not satisfied: was it resolved, and what was it about");

    private final Readings readings;
    private final Metric satisfaction;

    Unsatisfied(Readings readings, Metric satisfaction) {
        this.readings = readings;
        this.satisfaction = satisfaction;
    }

    /** The table; empty if there is none, the ledger does not count so, or small counts are hidden. */
    Optional<Block> table() {
        if (readings.suppression().isPresent()) {
            return Optional.empty();
        }
        List<List<Value>> rows = new ArrayList<>();
        Dimension resolution = Dimension.resolution();
        if (readings.counts(resolution)) {
            NavigableMap<String, LedgerRow> found = readings.read(resolution, readings.now());
            for (Resolution of : Resolution.values()) {
                add(rows, resolution, of.code(), of.label(), found.get(of.code()));
            }
            add(rows, resolution, "", Label.of("未答是否解决", "did not say whether"), found.get(""));
        }
        Dimension category = readings.category();
        readings.read(category, readings.now()).entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, LedgerRow>>comparingLong(e -> -unsatisfied(e.getValue()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(readings.options().top())
                .forEach(e -> add(rows, category, e.getKey(), readings.name(category, e.getKey()), e.getValue()));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Table(
                        "unsatisfied",
                        TITLE,
                        List.of(
                                Column.of("维度", "By", Column.Holds.TEXT),
                                Column.of("项目", "What", Column.Holds.TEXT),
                                Column.of("未满意件数", "Not satisfied", Column.Holds.COUNT, satisfaction.id()),
                                new Column(satisfaction.name(), Column.Holds.RATE, Optional.of(satisfaction.id()))),
                        rows));
    }

    private void add(List<List<Value>> rows, Dimension dimension, String key, Label name, @Nullable LedgerRow row) {
        if (row == null || unsatisfied(row) == 0) {
            return;
        }
        Figure figure = row.figure(satisfaction.id());
        Source source = readings.source(satisfaction, dimension, key, readings.now());
        rows.add(List.of(
                Value.Text.of(dimension.name()),
                Value.Text.of(name),
                new Value.Count(unsatisfied(row), source),
                new Value.Rate(figure.ratio(), figure, source)));
    }

    /** Those who gave a grade that is not in the numerator. */
    private long unsatisfied(LedgerRow row) {
        Ratio ratio = row.figure(satisfaction.id()).ratio();
        return ratio.denominator() - ratio.numerator();
    }
}
