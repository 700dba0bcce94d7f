package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.stats.metric.Distribution;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.Ratio;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a ledger: the cases of one key. Figures are made when they are asked for. Two rows are equal if their keys are
 * and all their figures, times, fingerprints and examples. Which cases a figure is of, {@link LedgerSnapshot#trace} tells by
 * its metric, the grouping, the key and the window with which the row was asked for.
 */
public final class LedgerRow {

    private final Layout layout;
    private final List<List<ClassTable.Verdicts>> classes;
    private final List<String> key;
    /** By time basis; null for one by which no case was counted. */
    private final @Nullable Cell[] cells;

    LedgerRow(Layout layout, List<List<ClassTable.Verdicts>> classes, List<String> key, @Nullable Cell[] cells) {
        this.layout = layout;
        this.classes = classes;
        this.key = List.copyOf(key);
        this.cells = cells;
    }

    /**
     * Whose cases these are.
     *
     * @return a key for each dimension of the grouping; an empty text for cases that have none
     */
    public List<String> key() {
        return key;
    }

    /**
     * The number of cases received (受理量).
     *
     * @return 0 or more
     */
    public long volume() {
        return volumeBy(TimeBasis.RECEIVED);
    }

    /**
     * The number of cases by another time basis: those due, completed or called back.
     *
     * @param basis the basis
     * @return 0 or more
     * @throws IllegalArgumentException if no figure of the ledger has that basis
     */
    public long volumeBy(TimeBasis basis) {
        Cell cell = cells[layout.basis(basis)];
        return cell == null ? 0 : cell.volume();
    }

    /**
     * A rate.
     *
     * @param metric the metric's id
     * @return the figure
     * @throws IllegalArgumentException if the ledger has no such metric
     */
    public Figure figure(String metric) {
        return figure(layout.metric(metric));
    }

    /**
     * All rates.
     *
     * @return the figures by metric id, in the order of the specification
     */
    public Map<String, Figure> figures() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        layout.spec().metrics().forEach(m -> figures.put(m.id(), figure(m)));
        return Collections.unmodifiableMap(figures);
    }

    private Figure figure(Metric metric) {
        Layout.At at = layout.metricAt(metric.id());
        long[] counts = new long[2 + metric.exclusions().size()];
        Cell cell = cells[at.basis()];
        for (int i = 0; cell != null && i < cell.classes().length; i += 2) {
            counts[classes.get(at.basis()).get(cell.classes()[i]).of()[at.place()]] += cell.classes()[i + 1];
        }
        Map<String, Long> excluded = new LinkedHashMap<>();
        for (int e = 0; e < metric.exclusions().size(); e++) {
            excluded.put(metric.exclusions().get(e).id(), counts[2 + e]);
        }
        return new Figure(metric, Ratio.of(counts[0], counts[0] + counts[1]), excluded);
    }

    /**
     * Times.
     *
     * @param measure the measure's id
     * @return the times
     * @throws IllegalArgumentException if the ledger has no such measure
     */
    public Times times(String measure) {
        Layout.At at = layout.measureAt(measure);
        Cell cell = cells[at.basis()];
        Cell there = cell == null ? Cell.empty(layout.measures(at.basis()).size()) : cell;
        return new Times(
                layout.measures(at.basis()).get(at.place()),
                distribution(there, 2 * at.place()),
                distribution(there, 2 * at.place() + 1));
    }

    private static Distribution distribution(Cell cell, int place) {
        int[] pairs = cell.times()[place];
        int n = pairs.length / 2;
        long[] lowers = new long[n];
        long[] uppers = new long[n];
        long[] counts = new long[n];
        for (int i = 0; i < n; i++) {
            boolean bin = cell.binned()[place];
            lowers[i] = bin ? Bins.lower(pairs[2 * i]) : pairs[2 * i];
            uppers[i] = bin ? Bins.upper(pairs[2 * i]) : pairs[2 * i];
            counts[i] = pairs[2 * i + 1];
        }
        return Distribution.ofBuckets(lowers, uppers, counts, BigInteger.valueOf(cell.sums()[place]));
    }

    /**
     * Which cases were received.
     *
     * @return their fingerprint
     */
    public Fingerprint fingerprint() {
        return fingerprintBy(TimeBasis.RECEIVED);
    }

    /**
     * Which cases were counted by another time basis.
     *
     * @param basis the basis
     * @return their fingerprint
     * @throws IllegalArgumentException if no figure of the ledger has that basis
     */
    public Fingerprint fingerprintBy(TimeBasis basis) {
        Cell cell = cells[layout.basis(basis)];
        return cell == null ? Fingerprint.NONE : new Fingerprint(cell.high(), cell.low());
    }

    /**
     * Some of the cases received, the same whatever the order in which they came.
     *
     * @return at most as many as the specification asks for
     */
    public List<CaseNumber> examples() {
        Cell cell = cells[0];
        return cell == null
                ? List.of()
                : cell.examples().stream().map(e -> CaseNumber.of(e.number())).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LedgerRow that && told().equals(that.told());
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, fingerprint());
    }

    /** All that it tells. Cells would not do: in another snapshot, classes have other numbers. */
    private List<Object> told() {
        List<Object> told = new ArrayList<>(List.of(key, figures(), examples()));
        layout.spec().measures().forEach(measure -> told.add(times(measure.id())));
        for (TimeBasis basis : layout.bases()) {
            told.addAll(List.of(basis, volumeBy(basis), fingerprintBy(basis)));
        }
        return told;
    }

    @Override
    public String toString() {
        return "LedgerRow " + key + " of " + volume();
    }
}
