package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Counts cases by the groupings of a specification (民生账本). It holds whole numbers only, so that merging
 * is associative and commutative: however the cases are split, and in whatever order they come, the
 * snapshot is the same. What was added can be subtracted.
 *
 * <p>A ledger is changed by {@link #add}, {@link #subtract} and {@link #merge} and is not thread-safe: give
 * each thread its own and merge them.
 */
public final class Ledger {

    private static final int VOLUME = 0;

    private final LedgerSpec spec;
    private final Metric[] metrics;
    /** By metric: where its counts begin in a cell: hits, misses, then each exclusion. */
    private final int[] offsets;

    private final int width;
    private final Dimension[][] dimensions;
    private final List<Map<Object, long[]>> cells;
    /** How many cases are counted: one number, and no count in a cell is greater. */
    private final long[] total = new long[1];
    /** Of the case at hand, by metric: where in a cell it counts. */
    private final int[] slots;
    /** Of the case at hand, by grouping: the key of its cell. */
    private final Object[] keys;

    private Ledger(LedgerSpec spec) {
        this.spec = Objects.requireNonNull(spec, "spec");
        this.metrics = spec.metrics().toArray(new Metric[0]);
        this.offsets = new int[metrics.length];
        int next = VOLUME + 1;
        for (int i = 0; i < metrics.length; i++) {
            offsets[i] = next;
            next += 2 + metrics[i].exclusions().size();
        }
        this.width = next;
        this.dimensions = new Dimension[spec.groupings().size()][];
        this.cells = new ArrayList<>();
        for (int g = 0; g < dimensions.length; g++) {
            dimensions[g] = spec.groupings().get(g).dimensions().toArray(new Dimension[0]);
            cells.add(new HashMap<>());
        }
        this.slots = new int[metrics.length];
        this.keys = new Object[dimensions.length];
    }

    /**
     * A ledger that has counted nothing.
     *
     * @param spec what to count, and by what
     * @return the ledger
     */
    public static Ledger of(LedgerSpec spec) {
        return new Ledger(spec);
    }

    /**
     * What it counts.
     *
     * @return the specification
     */
    public LedgerSpec spec() {
        return spec;
    }

    /**
     * Counts a case. O(metrics + groupings); allocates the keys, and a cell the first time a key is seen.
     * Whatever is thrown, also by a metric or dimension of one's own, the ledger is then as it was.
     *
     * @param fact the case
     * @return this ledger
     * @throws NullPointerException if a dimension gives the case no key; the message names both
     * @throws ArithmeticException if a count would overflow
     */
    public Ledger add(CaseFact fact) {
        locate(fact);
        count(1);
        return this;
    }

    /**
     * Takes a case out that was counted before, such as the former state of a case that has changed.
     *
     * @param fact the case, equal to what was added
     * @return this ledger
     * @throws IllegalStateException if it was not counted; the ledger is then as it was
     */
    public Ledger subtract(CaseFact fact) {
        locate(fact);
        for (int g = 0; g < dimensions.length; g++) {
            long[] cell = cells.get(g).get(keys[g]);
            boolean counted = cell != null && cell[VOLUME] > 0;
            for (int slot : slots) {
                counted = counted && cell != null && cell[slot] > 0;
            }
            if (!counted) {
                throw new IllegalStateException("case " + fact.number() + " was not counted in cell " + keys[g] + " of "
                        + spec.groupings().get(g));
            }
        }
        count(-1);
        return this;
    }

    /** Finds where a case counts, before anything is counted: what users wrote may throw. */
    private void locate(CaseFact fact) {
        for (int i = 0; i < metrics.length; i++) {
            int found = metrics[i].classify(fact);
            int place = found == Metric.HIT ? 0 : found == Metric.MISS ? 1 : 2 + found;
            slots[i] = offsets[i] + place;
        }
        for (int g = 0; g < dimensions.length; g++) {
            keys[g] = key(dimensions[g], fact);
        }
    }

    private void count(int by) {
        // The total is the greatest count: if it does not overflow, none does.
        total[0] = Math.addExact(total[0], by);
        for (int g = 0; g < dimensions.length; g++) {
            Map<Object, long[]> grouped = cells.get(g);
            long[] cell = grouped.get(keys[g]);
            if (cell == null) {
                cell = new long[width];
                grouped.put(keys[g], cell);
            }
            cell[VOLUME] += by;
            for (int slot : slots) {
                cell[slot] += by;
            }
            if (cell[VOLUME] == 0) {
                grouped.remove(keys[g]);
            }
        }
    }

    /** The key of a case: a text for one dimension, which is the usual case, else a list of texts. */
    private static Object key(Dimension[] dimensions, CaseFact fact) {
        if (dimensions.length == 1) {
            return key(dimensions[0], fact);
        }
        String[] key = new String[dimensions.length];
        for (int i = 0; i < key.length; i++) {
            key[i] = key(dimensions[i], fact);
        }
        return List.of(key);
    }

    private static String key(Dimension dimension, CaseFact fact) {
        String key = dimension.key().apply(fact);
        if (key == null) {
            throw new NullPointerException("key of case " + fact.number() + " by dimension " + dimension);
        }
        return key;
    }

    /**
     * Adds all that another ledger has counted; the other stays as it is.
     *
     * @param other a ledger of the same definition
     * @return this ledger
     * @throws IllegalArgumentException if the definitions differ; the message names the first difference
     * @throws ArithmeticException if a count would overflow; the ledger is then as it was
     */
    public Ledger merge(Ledger other) {
        Optional<String> difference = spec.difference(other.spec);
        if (difference.isPresent()) {
            throw new IllegalArgumentException("ledgers to merge must have one definition, but " + difference.get());
        }
        // The total is the greatest count: if it does not overflow, none does.
        total[0] = Math.addExact(total[0], other.total[0]);
        for (int g = 0; g < dimensions.length; g++) {
            Map<Object, long[]> into = cells.get(g);
            other.cells.get(g).forEach((key, counts) -> {
                long[] cell = into.computeIfAbsent(key, k -> new long[width]);
                for (int i = 0; i < width; i++) {
                    cell[i] += counts[i];
                }
            });
        }
        return this;
    }

    /**
     * What it has counted so far.
     *
     * @return a copy that does not change
     */
    public LedgerSnapshot snapshot() {
        Map<Grouping, List<LedgerRow>> rows = new HashMap<>();
        Map<Grouping, LedgerRow> empty = new HashMap<>();
        for (int g = 0; g < dimensions.length; g++) {
            List<LedgerRow> grouped = new ArrayList<>();
            cells.get(g).forEach((key, cell) -> grouped.add(row(keys(key), cell)));
            grouped.sort(Comparator.comparing(LedgerRow::key, Ledger::compareKeys));
            rows.put(spec.groupings().get(g), List.copyOf(grouped));
            empty.put(spec.groupings().get(g), row(List.of(), new long[width]));
        }
        return new LedgerSnapshot(spec.definition(), rows, empty);
    }

    private static List<String> keys(Object key) {
        return key instanceof String text
                ? List.of(text)
                : ((List<?>) key).stream().map(String.class::cast).toList();
    }

    private static int compareKeys(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private LedgerRow row(List<String> key, long[] cell) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (int i = 0; i < metrics.length; i++) {
            long hits = cell[offsets[i]];
            Map<String, Long> excluded = new LinkedHashMap<>();
            for (int e = 0; e < metrics[i].exclusions().size(); e++) {
                excluded.put(metrics[i].exclusions().get(e).id(), cell[offsets[i] + 2 + e]);
            }
            Ratio ratio = Ratio.of(hits, Math.addExact(hits, cell[offsets[i] + 1]));
            figures.put(metrics[i].id(), new Figure(ratio, excluded));
        }
        return new LedgerRow(key, cell[VOLUME], figures);
    }
}
