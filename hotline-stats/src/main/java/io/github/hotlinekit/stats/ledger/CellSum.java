package io.github.hotlinekit.stats.ledger;

import org.jspecify.annotations.Nullable;

/** Cells of one snapshot, one grouping and one time basis, added up. */
final class CellSum {

    private final Tally.Form form;
    private final int[] classes;
    private final Cell first;
    private @Nullable Tally sum;

    CellSum(Tally.Form form, int[] classes, Cell first) {
        this.form = form;
        this.classes = classes;
        this.first = first;
    }

    void add(Cell cell) {
        Tally into = sum;
        if (into == null) {
            into = new Tally(form);
            into.add(first, classes, form);
            sum = into;
        }
        into.add(cell, classes, form);
    }

    Cell cell() {
        Cell added = sum == null ? first : sum.cell(classes, form);
        if (added == null) {
            throw new IllegalStateException("a sum of cells that have counted something has counted nothing");
        }
        return added;
    }
}
