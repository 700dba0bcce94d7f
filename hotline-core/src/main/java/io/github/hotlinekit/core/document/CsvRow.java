package io.github.hotlinekit.core.document;

import java.util.List;
import java.util.Objects;

/**
 * One row of a table.
 *
 * @param line the line of the file on which the row starts, from 1
 * @param cells its cells, unquoted
 */
public record CsvRow(long line, List<String> cells) {

    /** Copies the cells. */
    public CsvRow {
        cells = List.copyOf(Objects.requireNonNull(cells, "cells"));
    }

    /**
     * A cell.
     *
     * @param index its position, from 0
     * @return its text, unquoted
     */
    public String cell(int index) {
        return cells.get(index);
    }

    /**
     * The number of cells.
     *
     * @return the number
     */
    public int size() {
        return cells.size();
    }
}
