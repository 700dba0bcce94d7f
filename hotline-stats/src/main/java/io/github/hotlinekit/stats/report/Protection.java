package io.github.hotlinekit.stats.report;

import java.util.Arrays;

/**
 * Finds further counts of a table to hide, until none of the hidden ones can be worked out.
 *
 * <p>The table is taken with its totals as a last row and column. Give every count outside the last row and
 * column, and the grand total, the sign +, and the other totals the sign -: then all rows and columns add to
 * 0. So tables that agree on what is shown differ by a flow around the network whose nodes are the rows and
 * columns and whose arcs are the hidden counts, from row to column where the signed count rises and from
 * column to row where it falls. A count may rise always, and fall if it is 2 or more, since a hidden one is
 * known not to be 0. A hidden count is not worked out if and only if one unit can flow around a cycle through
 * it; and a cheapest such cycle through counts not yet hidden is a shortest path from one end of its arc to
 * the other.
 */
final class Protection {

    private final long[][] grid;
    private final boolean[][] hide;
    private final int rows;
    private final int columns;

    /** The totals on the path to each node so far, and then what the counts on it add to. */
    private final long[] totals;

    private final double[] sums;
    private final int[] from;
    private final boolean[] done;

    /** The grid has the totals in it; the marks of what to hide are completed in place. */
    Protection(long[][] grid, boolean[][] hide) {
        this.grid = grid;
        this.hide = hide;
        this.rows = grid.length;
        this.columns = grid[0].length;
        this.totals = new long[rows + columns];
        this.sums = new double[rows + columns];
        this.from = new int[rows + columns];
        this.done = new boolean[rows + columns];
    }

    void complete() {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (hide[row][column]) {
                    protect(row, column);
                }
            }
        }
    }

    /** Hides the cheapest further counts that let this hidden one rise or fall; none, if it can already. */
    private void protect(int row, int column) {
        int r = row;
        int c = rows + column;
        boolean forth = mayFlow(row, column, true);
        boolean back = mayFlow(row, column, false);
        int[] path = {};
        long pathTotals = Long.MAX_VALUE;
        double pathSum = Double.POSITIVE_INFINITY;
        // A unit from row to column comes back from column to row, and the other way round.
        if (forth && search(c, r, row, column)) {
            path = path(c, r);
            pathTotals = totals[r];
            pathSum = sums[r];
        }
        boolean free = pathTotals == 0 && pathSum == 0;
        if (!free
                && back
                && search(r, c, row, column)
                && (totals[c] < pathTotals || (totals[c] == pathTotals && sums[c] < pathSum))) {
            path = path(r, c);
        }
        if (path.length == 0) {
            throw new IllegalStateException("no cycle through row " + row + " and column " + column);
        }
        for (int i = 0; i + 1 < path.length; i++) {
            int one = Math.min(path[i], path[i + 1]);
            int other = Math.max(path[i], path[i + 1]);
            hide[one][other - rows] = true;
        }
    }

    /** Dijkstra's algorithm between two nodes, without the count at the given place. */
    private boolean search(int start, int end, int withoutRow, int withoutColumn) {
        Arrays.fill(totals, Long.MAX_VALUE);
        Arrays.fill(sums, Double.POSITIVE_INFINITY);
        Arrays.fill(from, -1);
        Arrays.fill(done, false);
        totals[start] = 0;
        sums[start] = 0;
        for (int node = start; node >= 0 && node != end; node = nearest()) {
            done[node] = true;
            boolean fromRow = node < rows;
            int first = fromRow ? rows : 0;
            int last = fromRow ? rows + columns : rows;
            for (int next = first; next < last; next++) {
                int row = fromRow ? node : next;
                int column = (fromRow ? next : node) - rows;
                boolean without = row == withoutRow && column == withoutColumn;
                if (!done[next] && !without && mayFlow(row, column, fromRow)) {
                    relax(node, next, row, column);
                }
            }
        }
        return from[end] >= 0;
    }

    private void relax(int node, int next, int row, int column) {
        boolean free = hide[row][column];
        boolean total = row == rows - 1 || column == columns - 1;
        long newTotals = totals[node] + (!free && total ? 1 : 0);
        double newSum = sums[node] + (free ? 0 : grid[row][column]);
        if (newTotals < totals[next] || (newTotals == totals[next] && newSum < sums[next])) {
            totals[next] = newTotals;
            sums[next] = newSum;
            from[next] = node;
        }
    }

    private int nearest() {
        int nearest = -1;
        for (int node = 0; node < done.length; node++) {
            boolean reached = !done[node] && totals[node] < Long.MAX_VALUE;
            if (reached
                    && (nearest < 0
                            || totals[node] < totals[nearest]
                            || (totals[node] == totals[nearest] && sums[node] < sums[nearest]))) {
                nearest = node;
            }
        }
        return nearest;
    }

    private int[] path(int start, int end) {
        int length = 1;
        for (int node = end; node != start; node = from[node]) {
            length++;
        }
        int[] path = new int[length];
        int node = end;
        for (int i = length - 1; i > 0; i--) {
            path[i] = node;
            node = from[node];
        }
        path[0] = start;
        return path;
    }

    /** Whether the signed count may change by a unit in the arc's direction, if it is hidden. */
    private boolean mayFlow(int row, int column, boolean forth) {
        boolean positive = (row == rows - 1) == (column == columns - 1);
        long count = grid[row][column];
        return count > 0 && (positive == forth || count > 1);
    }
}
