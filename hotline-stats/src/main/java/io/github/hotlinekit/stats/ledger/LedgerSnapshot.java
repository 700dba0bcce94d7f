package io.github.hotlinekit.stats.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a ledger has counted, unchanging. Two snapshots are equal just if they are of one definition and
 * counted the same in every cell.
 */
public final class LedgerSnapshot {

    private final String definition;
    private final Map<Grouping, List<LedgerRow>> rows;
    private final Map<Grouping, Map<List<String>, LedgerRow>> byKey = new HashMap<>();
    private final Map<Grouping, LedgerRow> empty;

    LedgerSnapshot(String definition, Map<Grouping, List<LedgerRow>> rows, Map<Grouping, LedgerRow> empty) {
        this.definition = definition;
        this.rows = Map.copyOf(rows);
        this.empty = Map.copyOf(empty);
        rows.forEach((grouping, cells) -> {
            Map<List<String>, LedgerRow> index = new HashMap<>();
            cells.forEach(row -> index.put(row.key(), row));
            byKey.put(grouping, index);
        });
    }

    /**
     * The cells of a grouping.
     *
     * @param grouping one of the specification's
     * @return the rows that have cases, in the order of their keys
     * @throws IllegalArgumentException if the ledger has no such grouping
     */
    public List<LedgerRow> rows(Grouping grouping) {
        List<LedgerRow> found = rows.get(grouping);
        if (found == null) {
            throw new IllegalArgumentException("grouping must be one of " + rows.keySet() + ", but was " + grouping);
        }
        return found;
    }

    /**
     * One cell.
     *
     * @param grouping one of the specification's
     * @param key a key for each of its dimensions
     * @return the row; one that has counted nothing if there are no such cases
     * @throws IllegalArgumentException if the ledger has no such grouping, or the key is of another length
     */
    public LedgerRow row(Grouping grouping, List<String> key) {
        rows(grouping);
        if (key.size() != grouping.dimensions().size()) {
            throw new IllegalArgumentException(
                    "key must have " + grouping.dimensions().size() + " parts, but was " + key);
        }
        LedgerRow found = byKey.getOrDefault(grouping, Map.of()).get(key);
        if (found != null) {
            return found;
        }
        LedgerRow nothing = empty.get(grouping);
        if (nothing == null) {
            throw new IllegalStateException("no empty row for " + grouping);
        }
        return new LedgerRow(key, 0, nothing.figures());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LedgerSnapshot that && definition.equals(that.definition) && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }

    @Override
    public String toString() {
        return "LedgerSnapshot " + definition;
    }
}
