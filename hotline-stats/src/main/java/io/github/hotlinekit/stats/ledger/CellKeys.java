package io.github.hotlinekit.stats.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers the cells of a grouping by the numbers of their keys: pairs of the numbers so far with the next, so that any
 * number of dimensions is a chain of lookups.
 */
final class CellKeys {

    private final PairNumbers[] pairs;
    private final boolean total;
    /** The keys of the case that is looked at. */
    private final int[] chosen;

    CellKeys(int dimensions) {
        this.total = dimensions == 0;
        this.chosen = new int[dimensions];
        this.pairs = new PairNumbers[Math.max(0, dimensions - 1)];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new PairNumbers();
        }
    }

    /** The number of the cell; with one dimension that of the key, so that numbers may have gaps. */
    int number(int[] keys) {
        if (total) {
            return 0;
        }
        int number = keys[0];
        for (int i = 0; i < pairs.length; i++) {
            number = pairs[i].number(number, keys[i + 1]);
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
            pairs[0].number(keys[0], keys[1], present, size, cells);
            return;
        }
        for (int i = 0; i < size; i++) {
            cells[i] = present[i] ? number(keys, i) : -1;
        }
    }

    /** The number of the cell of one of some cases. */
    int number(int[][] keys, int at) {
        for (int d = 0; d < chosen.length; d++) {
            chosen[d] = keys[d][at];
        }
        return number(chosen);
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
            PairNumbers known = other.pairs[i];
            int[] next = new int[known.size()];
            for (int n = 0; n < next.length; n++) {
                next[n] = pairs[i].number(numbers[known.first(n)], keyNumbers[i + 1][known.second(n)]);
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
                key[i + 1] = pairs[i].second(number);
                number = pairs[i].first(number);
            }
            key[0] = number;
            keys.add(key);
        }
        return keys;
    }
}
