package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What counts of cells take; what they hold is tested with their table. */
class CellCountsTest {

    private static final Renumbering SAME = new Renumbering(new int[] {0, 1, 2});
    private static final int[] FIRST = {0};

    /** Cases of three classes, of 20 minutes each. */
    private static CellCounts cases(int cells, int many) {
        CellCounts counts = new CellCounts(2, 0, cells);
        for (int cell = 0; cell < cells; cell++) {
            for (int i = 0; i < many; i++) {
                counts.add(cell * counts.perCell(), i % 3, 1);
                counts.addTime(cell * counts.perCell() + 1, 20, 1);
            }
        }
        return counts;
    }

    @Test
    void a_cell_that_is_added_again_and_again_takes_no_more_memory_than_its_values() {
        CellCounts sum = cases(1, 0);
        for (int i = 1; i <= 15; i++) {
            CellCounts more = cases(1, 9);
            sum.writeAnew(1, more, 1, FIRST, SAME);
            assertThat(sum.pairs(0)).isDeepEqualTo(new int[][] {{0, 3 * i, 1, 3 * i, 2, 3 * i}, {20, 9 * i}, {}});
        }
        for (int times = 2; times <= 1 << 14; times *= 2) {
            CellCounts same = cases(1, 0);
            same.writeAnew(1, sum, 1, FIRST, SAME);
            sum.writeAnew(1, same, 1, FIRST, SAME);
            int all = 45 * times;
            assertThat(sum.pairs(0)).isDeepEqualTo(new int[][] {{0, all, 1, all, 2, all}, {20, 3 * all}, {}});
            assertThat(sum.ints()).hasSizeLessThan(100);
        }
    }

    @Test
    void what_cells_have_grown_out_of_is_taken_by_others() {
        int cells = 1_000;
        int few = cases(cells, 31).ints().length;
        CellCounts counts = cases(cells, 32);
        assertThat(counts.ints()).hasSizeLessThan(few / 2);
        assertThat(IntStream.range(0, cells)).allMatch(cell -> counts.get(cell, 1, 20) == 32);
    }
}
