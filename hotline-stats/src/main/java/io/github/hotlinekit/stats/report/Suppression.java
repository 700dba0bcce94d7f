package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.stats.metric.Ratio;
import java.util.Arrays;

/**
 * Hides small counts in what is published, so that nobody finds himself, or his neighbour, in a table. Every
 * count from 1 to below the threshold is hidden, and so is every such total; then further counts are, the
 * smallest that do, until none that is hidden can be worked out from what is shown. A count of 0 is always
 * shown, so a reader knows that what is hidden is 1 or more: that, too, lets him work out nothing.
 *
 * <p>Hundepool et al., Statistical Disclosure Control (2012), chapters 4 and 5. What is worked out is an exact
 * count; a reader may still find a hidden one to lie between two bounds.
 *
 * @param threshold the smallest count that is shown, 2 or more
 */
public record Suppression(long threshold) {

    /**
     * Checks the threshold.
     *
     * @throws IllegalArgumentException if it is below 2
     */
    public Suppression {
        if (threshold < 2) {
            throw new IllegalArgumentException("threshold must be 2 or more, but was " + threshold);
        }
    }

    /**
     * With the threshold of 5.
     *
     * @return hides counts from 1 to 4
     */
    public static Suppression standard() {
        return new Suppression(5);
    }

    /**
     * With a threshold.
     *
     * @param threshold the smallest count that is shown, 2 or more; 10 is strict
     * @return hides counts from 1 to below the threshold
     * @throws IllegalArgumentException if it is below 2
     */
    public static Suppression below(long threshold) {
        return new Suppression(threshold);
    }

    /**
     * Whether a count is too small to be shown.
     *
     * @param count 0 or more
     * @return whether it is from 1 to below the threshold
     */
    public boolean isSmall(long count) {
        return count > 0 && count < threshold;
    }

    /**
     * Whether a rate is of too few to be shown.
     *
     * @param ratio the rate
     * @return whether its denominator is from 1 to below the threshold
     */
    public boolean isSmall(Ratio ratio) {
        return isSmall(ratio.denominator());
    }

    /**
     * What may be shown of counts in a list with their total.
     *
     * @param counts the counts, 0 or more each
     * @return what may be shown
     * @throws IllegalArgumentException if a count is negative
     * @throws ArithmeticException if the total is 2^63 or more
     */
    public SuppressedCounts apply(long... counts) {
        long[] all = counts.clone();
        check(all);
        long total = 0;
        int hidden = 0;
        long most = 0;
        boolean[] hide = new boolean[all.length];
        for (int i = 0; i < all.length; i++) {
            total = Math.addExact(total, all[i]);
            hide[i] = isSmall(all[i]);
            hidden += hide[i] ? 1 : 0;
            most = hide[i] ? Math.max(most, all[i]) : most;
        }
        boolean hideTotal = isSmall(total);
        // One is worked out from the total. So are ones of which the total leaves just one each.
        if (!hideTotal && (hidden == 1 || most == 1)) {
            int smallest = smallestShown(all, hide);
            if (smallest < 0) {
                hideTotal = true;
            } else {
                hide[smallest] = true;
            }
        }
        return new SuppressedCounts(all, hide, total, hideTotal);
    }

    /**
     * What may be shown of counts in a table with the totals of rows and columns and of all. A total is hidden
     * if it is small itself, or if no count in the table that could be hidden keeps another from being worked
     * out.
     *
     * <p>Of the further counts to hide, those are taken that hide the fewest totals and then add to the
     * least, for one small count after the other, by rows: a good choice, not always the best. The time grows
     * with the number of small counts times the number of all.
     *
     * @param counts the counts, 0 or more each, by row and column
     * @return what may be shown
     * @throws IllegalArgumentException if a count is negative or the rows are of different lengths
     * @throws ArithmeticException if the total is 2^63 or more
     */
    public SuppressedTable apply(long[][] counts) {
        int columns = counts.length == 0 ? 0 : counts[0].length;
        long[][] grid = new long[counts.length + 1][columns + 1];
        for (int row = 0; row < counts.length; row++) {
            check(counts[row]);
            if (counts[row].length != columns) {
                throw new IllegalArgumentException(
                        "rows must be of " + columns + " columns, but row " + row + " was of " + counts[row].length);
            }
            for (int column = 0; column < columns; column++) {
                long count = counts[row][column];
                grid[row][column] = count;
                grid[row][columns] = Math.addExact(grid[row][columns], count);
                grid[counts.length][column] = Math.addExact(grid[counts.length][column], count);
                grid[counts.length][columns] = Math.addExact(grid[counts.length][columns], count);
            }
        }
        boolean[][] hide = new boolean[counts.length + 1][columns + 1];
        for (int row = 0; row <= counts.length; row++) {
            for (int column = 0; column <= columns; column++) {
                hide[row][column] = isSmall(grid[row][column]);
            }
        }
        new Protection(grid, hide).complete();
        return new SuppressedTable(grid, hide);
    }

    private static int smallestShown(long[] counts, boolean[] hide) {
        int smallest = -1;
        for (int i = 0; i < counts.length; i++) {
            if (!hide[i] && counts[i] > 0 && (smallest < 0 || counts[i] < counts[smallest])) {
                smallest = i;
            }
        }
        return smallest;
    }

    private static void check(long[] counts) {
        if (Arrays.stream(counts).anyMatch(c -> c < 0)) {
            throw new IllegalArgumentException("counts must be 0 or more, but were " + Arrays.toString(counts));
        }
    }
}
