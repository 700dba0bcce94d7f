package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.stats.metric.CaseFact;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The cells of one grouping and one time basis, by number. */
final class Table {

    private static final int FIRST_CAPACITY = 16;

    private final Tally.Form form;
    /** Null for a number that no case has come to. */
    private @Nullable Tally[] cells = new @Nullable Tally[FIRST_CAPACITY];

    private int size;

    Table(Tally.Form form) {
        this.form = form;
    }

    int size() {
        return size;
    }

    void count(int cell, int ofClass, CaseFact fact, int[] coded, int by) {
        tally(cell).count(ofClass, fact, coded, by, form);
    }

    /** Whether a case of this class and these times may be taken out of a cell. */
    boolean holds(int cell, int ofClass, int[] coded) {
        Tally tally = cell < size ? cells[cell] : null;
        return tally != null && tally.holds(ofClass, coded);
    }

    void add(int cell, Cell other, int[] classNumbers) {
        tally(cell).add(other, classNumbers, form);
    }

    /** Adds all cells of another table, which has the same form. */
    void addAll(Table other, int[] numbers, int[] classNumbers) {
        for (int cell = 0; cell < other.size; cell++) {
            Tally tally = other.cells[cell];
            if (tally != null) {
                tally(numbers[cell]).add(tally, classNumbers, form);
            }
        }
    }

    /** A cell in its one form; null if it has counted nothing. */
    @Nullable
    Cell cell(int cell, int[] classPlaces) {
        Tally tally = cells[cell];
        return tally == null ? null : tally.cell(classPlaces, form);
    }

    void markUsed(boolean[] used) {
        for (int cell = 0; cell < size; cell++) {
            Tally tally = cells[cell];
            if (tally != null) {
                tally.markUsed(used);
            }
        }
    }

    private Tally tally(int cell) {
        if (cell < size) {
            Tally there = cells[cell];
            if (there != null) {
                return there;
            }
        }
        if (cell >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(cell + 1, 2 * cells.length));
        }
        size = Math.max(size, cell + 1);
        Tally fresh = new Tally(form);
        cells[cell] = fresh;
        return fresh;
    }
}
