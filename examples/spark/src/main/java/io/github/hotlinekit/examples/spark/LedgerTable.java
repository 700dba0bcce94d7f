package io.github.hotlinekit.examples.spark;

import io.github.hotlinekit.stats.ledger.Grouping;
import io.github.hotlinekit.stats.ledger.LedgerRow;
import io.github.hotlinekit.stats.ledger.LedgerSnapshot;
import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The cells of a grouping that have the most cases, as lines of text. */
final class LedgerTable {

    private LedgerTable() {}

    static List<String> of(LedgerSnapshot snapshot, int most) {
        Grouping grouping = snapshot.spec().groupings().get(0);
        List<Metric> metrics = snapshot.spec().metrics();
        List<Measure> measures = snapshot.spec().measures();
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>();
        grouping.dimensions().forEach(d -> head.add(d.id()));
        head.add("cases");
        metrics.forEach(m -> head.add(m.id()));
        measures.forEach(m -> head.add(m.id() + " p90"));
        lines.add(head);
        snapshot.rows(grouping).stream()
                .sorted(Comparator.comparingLong((LedgerRow row) -> row.volume())
                        .reversed())
                .limit(most)
                .forEach(row -> lines.add(line(row, metrics, measures)));
        return aligned(lines);
    }

    private static List<String> line(LedgerRow row, List<Metric> metrics, List<Measure> measures) {
        List<String> line = new ArrayList<>(row.key());
        line.add(Long.toString(row.volume()));
        for (Metric metric : metrics) {
            line.add(row.figure(metric.id())
                    .ratio()
                    .percent(1)
                    .map(BigDecimal::toPlainString)
                    .orElse("-"));
        }
        for (Measure measure : measures) {
            line.add(row.times(measure.id())
                    .ended()
                    .quantile(0.9)
                    .map(b -> b.upper().toPlainString())
                    .orElse("-"));
        }
        return line;
    }

    private static List<String> aligned(List<List<String>> lines) {
        int[] widths = new int[lines.get(0).size()];
        lines.forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        });
        List<String> aligned = new ArrayList<>();
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                text.append(" ".repeat(widths[i] - line.get(i).length()))
                        .append(line.get(i))
                        .append("  ");
            }
            aligned.add(text.toString().stripTrailing());
        }
        return aligned;
    }
}
