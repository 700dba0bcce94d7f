package io.github.hotlinekit.examples.benchmarks;

import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.ledger.Grouping;
import io.github.hotlinekit.stats.ledger.Ledger;
import io.github.hotlinekit.stats.ledger.LedgerRow;
import io.github.hotlinekit.stats.ledger.LedgerSpec;
import io.github.hotlinekit.stats.ledger.PeriodUnit;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openjdk.jol.info.GraphLayout;

/** Prints how many bytes a cell of a ledger takes, and how many buckets of times are used in it. */
public final class LedgerSizes {

    private static final int FACTS = 1_000_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private LedgerSizes() {}

    /** Prints the table. */
    public static void main(String[] args) {
        CaseFact[] facts = LedgerFacts.draw(FACTS, 12_345);
        Grouping many = Grouping.of(Dimension.period(PeriodUnit.DAY, ZONE), Dimension.department());
        Grouping few = Grouping.of(Dimension.department(), Dimension.kind());
        List<Metric> five = Metric.catalogue().subList(0, 5);
        for (Grouping grouping : List.of(few, many)) {
            print(facts, LedgerSpec.of(five, List.of(Measure.handlingTime()), List.of(grouping)));
            print(facts, LedgerSpec.of(Metric.catalogue(), Measure.standard(), List.of(grouping)));
        }
    }

    private static void print(CaseFact[] facts, LedgerSpec spec) {
        Ledger ledger = Ledger.of(spec);
        for (CaseFact fact : facts) {
            ledger.add(fact);
        }
        // A snapshot has counted what waited, so that a merged ledger holds cells alone.
        Ledger merged = Ledger.of(spec).merge(ledger);
        List<LedgerRow> rows = merged.snapshot().rows(spec.groupings().get(0));
        long buckets = 0;
        for (LedgerRow row : rows) {
            for (Measure measure : spec.measures()) {
                buckets += row.times(measure.id()).ended().size()
                        + row.times(measure.id()).running().size();
            }
        }
        // The specification and its metrics, the numbers of keys and codes, and the classes are not of cells.
        long bytes = GraphLayout.parseInstance(merged).totalSize()
                - GraphLayout.parseInstance(Ledger.of(spec).merge(Ledger.of(spec)))
                        .totalSize();
        System.out.printf(
                Locale.ROOT,
                "%s, %d metrics, %d measures: %,d cells, %.0f bytes a cell with its key,"
                        + " %.1f used buckets of times and %.1f of classes a cell%n",
                spec.groupings().get(0),
                spec.metrics().size(),
                spec.measures().size(),
                rows.size(),
                (double) bytes / rows.size(),
                (double) buckets / rows.size(),
                (double) classes(facts, spec) / rows.size());
    }

    /** How many classes all cells have: cases of a cell are of one if every metric says the same of them. */
    private static int classes(CaseFact[] facts, LedgerSpec spec) {
        Set<List<Object>> classes = new HashSet<>();
        for (CaseFact fact : facts) {
            List<Object> ofCase = new ArrayList<>();
            for (Dimension dimension : spec.groupings().get(0).dimensions()) {
                ofCase.addAll(dimension.keys(fact, TimeBasis.RECEIVED));
            }
            spec.metrics().forEach(metric -> ofCase.add(metric.classify(fact)));
            classes.add(ofCase);
        }
        return classes.size();
    }
}
