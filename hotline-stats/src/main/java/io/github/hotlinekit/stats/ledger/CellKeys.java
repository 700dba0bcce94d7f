package io.github.hotlinekit.stats.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers the cells of a grouping by the numbers of their keys: pairs of the numbers so far with the next, so that any
 * number of dimensions is a chain of lookups of longs.
 */
final class CellKeys {

    /** So many keys of two dimensions have their cells in a table of both, which is found in fewer steps. */
    private static final int TABLE = 1 << 10;

    private final LongNumbers[] pairs;
    private final boolean total;
    /** The keys of the case that is looked at. */
    private final int[] chosen;
    /** By the numbers of two keys below {@link #TABLE}: one more than the cell. */
    private final int[][] table;

    CellKeys(int dimensions) {
        this.total = dimensions == 0;
        this.chosen = new int[dimensions];
        this.table = dimensions == 2 ? new int[TABLE][] : new int[0][];
        this.pairs = new LongNumbers[Math.max(0, dimensions - 1)];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new LongNumbers();
        }
    }

    /** The number of the cell; with one dimension that of the key, so that numbers may have gaps. */
    int number(int[] keys) {
        if (total) {
            return 0;
        }
        int number = keys[0];
        for (int i = 0; i < pairs.length; i++) {
            number = pairs[i].number(((long) number << Integer.SIZE) | keys[i + 1]);
        }
        return number;
    }

    /**
     * Writes the numbers of the cells of some cases.
     *
     * @param keys by dimension, then by case, the number of its key
     * @param cells by case, its cell; -1 for one that does not count
     */
    void number(int[][] keys, boolean[] present, int size, int[] cells) {
        if (keys.length == 2) {
            int[] first = keys[0];
            int[] second = keys[1];
            for (int i = 0; i < size; i++) {
                cells[i] = present[i] ? number(first[i], second[i]) : -1;
            }
            return;
        }
        for (int i = 0; i < size; i++) {
            for (int d = 0; d < chosen.length; d++) {
                chosen[d] = keys[d][i];
            }
            cells[i] = present[i] ? number(chosen) : -1;
        }
    }

    /** The same for two dimensions. */
    int number(int first, int second) {
        if (first >= TABLE || second >= TABLE) {
            return pairs[0].number(((long) first << Integer.SIZE) | second);
        }
        int[] row = table[first];
        if (row == null || second >= row.length) {
            row = row == null ? new int[second + 1] : Arrays.copyOf(row, Math.min(TABLE, second + second / 2 + 1));
            table[first] = row;
        }
        int known = row[second];
        if (known == 0) {
            known = 1 + pairs[0].number(((long) first << Integer.SIZE) | second);
            row[second] = known;
        }
        return known - 1;
    }

    /**
     * For each cell of another ledger, its number here.
     *
     * @param keyNumbers by dimension, for each key of the other ledger, its number here
     */
    int[] numbersOf(CellKeys other, int[][] keyNumbers) {
        if (total) {
            return new int[] {0};
        }
        int[] numbers = keyNumbers[0];
        for (int i = 0; i < pairs.length; i++) {
            LongNumbers known = other.pairs[i];
            int[] next = new int[known.size()];
            for (int n = 0; n < next.length; n++) {
                long pair = known.of(n);
                long first = numbers[(int) (pair >>> Integer.SIZE)];
                next[n] = pairs[i].number((first << Integer.SIZE) | keyNumbers[i + 1][(int) pair]);
            }
            numbers = next;
        }
        return numbers;
    }

    /** For each cell, the numbers of its keys. */
    List<int[]> keys(int cells) {
        List<int[]> keys = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            if (total) {
                keys.add(new int[0]);
                continue;
            }
            int[] key = new int[pairs.length + 1];
            int number = cell;
            for (int i = pairs.length - 1; i >= 0; i--) {
                long pair = pairs[i].of(number);
                key[i + 1] = (int) pair;
                number = (int) (pair >>> Integer.SIZE);
            }
            key[0] = number;
            keys.add(key);
        }
        return keys;
    }
}
