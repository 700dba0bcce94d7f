package io.github.hotlinekit.stats.ledger;

import org.jspecify.annotations.Nullable;

/** Cells of one snapshot, one grouping and one time basis, added up. */
final class CellSum {

    private final Table.Form form;
    private final int[] classes;
    private final Cell first;
    private @Nullable Table sum;

    CellSum(Table.Form form, int[] classes, Cell first) {
        this.form = form;
        this.classes = classes;
        this.first = first;
    }

    void add(Cell cell) {
        Table into = sum;
        if (into == null) {
            into = new Table(form, 1);
            into.add(0, first, classes);
            sum = into;
        }
        into.add(0, cell, classes);
    }

    Cell cell() {
        Cell added = sum == null ? first : sum.cell(0, classes);
        if (added == null) {
            throw new IllegalStateException("a sum of cells that have counted something has counted nothing");
        }
        return added;
    }
}
