package io.github.hotlinekit.stats.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.stats.metric.Ratio;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    @Test
    void a_small_count_takes_others_with_it_so_that_no_total_gives_it_away() {
        // 3 takes 6 in its row; then the columns of both need another, and 7 and 9 are the least.
        assertThat(Suppression.standard().apply(new long[][] {
                    {20, 3, 6},
                    {30, 9, 7},
                    {40, 11, 12}
                }))
                .hasToString("20 * * 29\n30 * * 46\n40 11 12 63\n90 23 25 138\n");
    }

    @Test
    void what_has_no_small_count_is_shown_whole() {
        SuppressedTable table = Suppression.standard().apply(new long[][] {{5, 0}, {7, 8}});
        assertThat(table).hasToString("5 0 5\n7 8 15\n12 8 20\n");
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.columns()).isEqualTo(2);
        assertThat(table.count(1, 0)).hasValue(7);
        assertThat(table.rowTotal(1)).hasValue(15);
        assertThat(table.columnTotal(1)).hasValue(8);
        assertThat(table.total()).hasValue(20);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> table.count(2, 0));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> table.count(0, 2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> table.rowTotal(2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> table.columnTotal(2));
    }

    @Test
    void a_total_is_hidden_where_nothing_else_helps() {
        // Alone in its row, 3 is the row's total.
        assertThat(Suppression.standard().apply(new long[][] {{0, 3}, {20, 30}}))
                .hasToString("0 * *\n20 * *\n20 33 53\n");
        assertThat(Suppression.standard().apply(new long[][] {{3}})).hasToString("* *\n* *\n");
        assertThat(Suppression.standard().apply(new long[0][0])).hasToString("0\n");
        // Two ones of a total of two: since a count of 0 would be shown, they could only be ones.
        assertThat(new Suppression(2).apply(new long[][] {{1, 1}, {9, 9}}).count(1, 0))
                .isEmpty();
    }

    @Test
    void in_a_list_one_hidden_count_takes_the_smallest_other() {
        Suppression suppression = Suppression.standard();
        assertThat(suppression.apply(20, 3, 8, 7, 0)).hasToString("[20, *, 8, *, 0] = 38");
        assertThat(suppression.apply(20, 3, 2, 7)).hasToString("[20, *, *, 7] = 32");
        assertThat(suppression.apply(20, 1, 1, 7)).hasToString("[20, *, *, *] = 29");
        assertThat(suppression.apply(7, 3, 8)).hasToString("[*, *, 8] = 18");
        assertThat(suppression.apply(8, 3, 8)).hasToString("[*, *, 8] = 19");
        assertThat(suppression.apply(20, 0, 7)).hasToString("[20, 0, 7] = 27");
        assertThat(suppression.apply(3, 0)).hasToString("[*, 0] = *");
        assertThat(suppression.apply(1, 1, 1, 1, 1)).hasToString("[*, *, *, *, *] = *");
        assertThat(suppression.apply()).hasToString("[] = 0");
        SuppressedCounts counts = suppression.apply(20, 3, 8);
        assertThat(counts.size()).isEqualTo(3);
        assertThat(counts.count(0)).hasValue(20);
        assertThat(counts.count(1)).isEqualTo(OptionalLong.empty());
        assertThat(counts.total()).hasValue(31);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> counts.count(3));
    }

    @Test
    void small_is_from_1_to_below_the_threshold() {
        assertThat(Suppression.standard().isSmall(0)).isFalse();
        assertThat(Suppression.standard().isSmall(1)).isTrue();
        assertThat(Suppression.standard().isSmall(4)).isTrue();
        assertThat(Suppression.standard().isSmall(5)).isFalse();
        assertThat(Suppression.below(10).isSmall(9)).isTrue();
        assertThat(Suppression.standard().isSmall(Ratio.of(1, 4))).isTrue();
        assertThat(Suppression.standard().isSmall(Ratio.of(1, 5))).isFalse();
        assertThat(Suppression.standard().isSmall(Ratio.of(0, 0))).isFalse();
    }

    @Test
    void what_is_no_table_is_refused() {
        Suppression suppression = Suppression.standard();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Suppression.below(1))
                .withMessage("threshold must be 2 or more, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> suppression.apply(1, -1))
                .withMessage("counts must be 0 or more, but were [1, -1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> suppression.apply(new long[][] {{1, 2}, {3}}))
                .withMessage("rows must be of 2 columns, but row 1 was of 1");
        assertThatIllegalArgumentException().isThrownBy(() -> suppression.apply(new long[][] {{-1}}));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> suppression.apply(Long.MAX_VALUE, 1));
    }

    @Property(tries = 600)
    void law_16_no_hidden_count_of_a_table_is_determined_by_what_is_shown(
            @ForAll @IntRange(min = 1, max = 3) int rows,
            @ForAll @IntRange(min = 1, max = 4) int columns,
            @ForAll @Size(12) List<@LongRange(min = 0, max = 9) Long> counts,
            @ForAll @IntRange(min = 2, max = 6) int threshold) {
        long[][] table = new long[rows][columns];
        for (int i = 0; i < rows * columns; i++) {
            table[i / columns][i % columns] = counts.get(i);
        }
        SuppressedTable shown = new Suppression(threshold).apply(table);
        long[][] all = withTotals(table);
        boolean[][] hidden = new boolean[rows + 1][columns + 1];
        for (int row = 0; row <= rows; row++) {
            for (int column = 0; column <= columns; column++) {
                OptionalLong count = at(shown, row, column);
                hidden[row][column] = count.isEmpty();
                long real = all[row][column];
                assertThat(count.isPresent() && real > 0 && real < threshold).isFalse();
                assertThat(count.orElse(real)).isEqualTo(real);
                assertThat(real == 0 && count.isEmpty()).isFalse();
            }
        }
        boolean[][] varies = new boolean[rows + 1][columns + 1];
        vary(table, all, hidden, 0, varies);
        assertThat(varies)
                .as("%s hidden in %s", shown, Arrays.deepToString(table))
                .isDeepEqualTo(hidden);
    }

    @Property(tries = 300)
    void law_16_no_hidden_count_of_a_list_is_determined_by_what_is_shown(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 0, max = 9) Long> list,
            @ForAll @IntRange(min = 2, max = 6) int threshold) {
        long[] counts = list.stream().mapToLong(Long::longValue).toArray();
        SuppressedCounts shown = new Suppression(threshold).apply(counts);
        // A list with its total is a table of one row whose column totals are not published: all are hidden here.
        long[][] all = withTotals(new long[][] {counts});
        int n = counts.length;
        boolean[][] hidden = new boolean[2][n + 1];
        for (int i = 0; i < n; i++) {
            hidden[0][i] = shown.count(i).isEmpty();
            hidden[1][i] = counts[i] > 0;
            assertThat(shown.count(i).isPresent() && counts[i] > 0 && counts[i] < threshold)
                    .isFalse();
            assertThat(shown.count(i).orElse(counts[i])).isEqualTo(counts[i]);
            assertThat(counts[i] == 0 && hidden[0][i]).isFalse();
        }
        hidden[0][n] = shown.total().isEmpty();
        hidden[1][n] = hidden[0][n];
        boolean[][] varies = new boolean[2][n + 1];
        vary(new long[][] {counts.clone()}, all, hidden, 0, varies);
        assertThat(varies[0]).as(shown.toString()).isEqualTo(hidden[0]);
    }

    @Property(tries = 300)
    void for_one_small_count_the_fewest_totals_and_then_the_least_counts_are_hidden(
            @ForAll @IntRange(min = 2, max = 3) int rows,
            @ForAll @IntRange(min = 2, max = 4) int columns,
            @ForAll @Size(12) List<@LongRange(min = 0, max = 9) Long> counts,
            @ForAll @IntRange(max = 11) int place,
            @ForAll @LongRange(min = 1, max = 4) long small) {
        long[][] table = new long[rows][columns];
        for (int i = 0; i < rows * columns; i++) {
            long count = counts.get(i);
            table[i / columns][i % columns] = count == 0 ? 0 : 4 + count;
        }
        int row = place % rows;
        int column = place % columns;
        table[row][column] = small;
        long[][] all = withTotals(table);
        if (all[row][columns] < 5 || all[rows][column] < 5) {
            return;
        }
        SuppressedTable shown = Suppression.standard().apply(table);
        long totals = 0;
        long sum = 0;
        for (int r = 0; r <= rows; r++) {
            for (int c = 0; c <= columns; c++) {
                if (at(shown, r, c).isEmpty() && (r != row || c != column)) {
                    totals += r == rows || c == columns ? 1 : 0;
                    sum += all[r][c];
                }
            }
        }
        assertThat(totals * A_TOTAL + sum).as(shown.toString()).isEqualTo(cheapest(all, row, column, row, 1L << row));
    }

    private static final long A_TOTAL = 1_000_000;

    /**
     * What the cheapest way costs from a row to the column of the small count, by turns along a row and along a column,
     * over counts that are not 0: those on it can rise and fall by one in turn, so that nothing shown changes.
     */
    private static long cheapest(long[][] all, int row, int column, int at, long seen) {
        long cheapest = Long.MAX_VALUE / 4;
        for (int c = 0; c < all[0].length; c++) {
            if (isSeen(seen, all.length + c) || (at == row && c == column) || all[at][c] == 0) {
                continue;
            }
            long cost = cost(all, at, c);
            if (c == column) {
                cheapest = Math.min(cheapest, cost);
                continue;
            }
            for (int r = 0; r < all.length; r++) {
                if (!isSeen(seen, r) && all[r][c] > 0) {
                    long more = cheapest(all, row, column, r, seen | (1L << r) | (1L << (all.length + c)));
                    cheapest = Math.min(cheapest, cost + cost(all, r, c) + more);
                }
            }
        }
        return cheapest;
    }

    private static boolean isSeen(long seen, int node) {
        return ((seen >> node) & 1) == 1;
    }

    private static long cost(long[][] all, int row, int column) {
        return (row == all.length - 1 || column == all[0].length - 1 ? A_TOTAL : 0) + all[row][column];
    }

    /**
     * Goes through all tables whose hidden counts differ from the real ones by one at most, and are 1 or more,
     * and marks which counts differ in those that agree with all that is shown.
     */
    private static void vary(long[][] table, long[][] real, boolean[][] hidden, int at, boolean[][] varies) {
        int columns = table[0].length;
        if (at == table.length * columns) {
            long[][] all = withTotals(table);
            for (int row = 0; row < all.length; row++) {
                for (int column = 0; column <= columns; column++) {
                    boolean same = all[row][column] == real[row][column];
                    if (!same && (!hidden[row][column] || all[row][column] == 0)) {
                        return;
                    }
                }
            }
            for (int row = 0; row < all.length; row++) {
                for (int column = 0; column <= columns; column++) {
                    varies[row][column] |= all[row][column] != real[row][column];
                }
            }
            return;
        }
        int row = at / columns;
        int column = at % columns;
        long count = real[row][column];
        if (hidden[row][column]) {
            for (long other = Math.max(1, count - 1); other <= count + 1; other++) {
                table[row][column] = other;
                vary(table, real, hidden, at + 1, varies);
            }
            table[row][column] = count;
        } else {
            vary(table, real, hidden, at + 1, varies);
        }
    }

    private static long[][] withTotals(long[][] table) {
        int columns = table[0].length;
        long[][] all = new long[table.length + 1][columns + 1];
        for (int row = 0; row < table.length; row++) {
            for (int column = 0; column < columns; column++) {
                all[row][column] = table[row][column];
                all[row][columns] += table[row][column];
                all[table.length][column] += table[row][column];
                all[table.length][columns] += table[row][column];
            }
        }
        return all;
    }

    private static OptionalLong at(SuppressedTable table, int row, int column) {
        if (row < table.rows()) {
            return column < table.columns() ? table.count(row, column) : table.rowTotal(row);
        }
        return column < table.columns() ? table.columnTotal(column) : table.total();
    }
}
