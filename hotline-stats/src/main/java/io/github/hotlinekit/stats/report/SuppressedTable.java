package io.github.hotlinekit.stats.report;

import java.util.Objects;
import java.util.OptionalLong;

/** What may be shown of counts in a table with its totals. Made by {@link Suppression#apply(long[][])}. */
public final class SuppressedTable {

    private final long[][] grid;
    private final boolean[][] hidden;

    SuppressedTable(long[][] grid, boolean[][] hidden) {
        this.grid = grid;
        this.hidden = hidden;
    }

    /**
     * How many rows, without that of the totals.
     *
     * @return 0 or more
     */
    public int rows() {
        return grid.length - 1;
    }

    /**
     * How many columns, without that of the totals.
     *
     * @return 0 or more
     */
    public int columns() {
        return grid[0].length - 1;
    }

    /**
     * A count.
     *
     * @param row from 0 to the number of rows, exclusive
     * @param column from 0 to the number of columns, exclusive
     * @return the count; empty if it is hidden
     * @throws IndexOutOfBoundsException if there is no such row or column
     */
    public OptionalLong count(int row, int column) {
        return shown(Objects.checkIndex(row, rows()), Objects.checkIndex(column, columns()));
    }

    /**
     * The total of a row.
     *
     * @param row from 0 to the number of rows, exclusive
     * @return the total; empty if it is hidden
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public OptionalLong rowTotal(int row) {
        return shown(Objects.checkIndex(row, rows()), columns());
    }

    /**
     * The total of a column.
     *
     * @param column from 0 to the number of columns, exclusive
     * @return the total; empty if it is hidden
     * @throws IndexOutOfBoundsException if there is no such column
     */
    public OptionalLong columnTotal(int column) {
        return shown(rows(), Objects.checkIndex(column, columns()));
    }

    /**
     * The total of all counts.
     *
     * @return the total; empty if it is hidden
     */
    public OptionalLong total() {
        return shown(rows(), columns());
    }

    private OptionalLong shown(int row, int column) {
        return hidden[row][column] ? OptionalLong.empty() : OptionalLong.of(grid[row][column]);
    }

    /** The rows with their totals, one a line, and then the row of totals, with {@code *} for what is hidden. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < grid.length; row++) {
            for (int column = 0; column < grid[row].length; column++) {
                text.append(column == 0 ? "" : " ").append(hidden[row][column] ? "*" : grid[row][column]);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
