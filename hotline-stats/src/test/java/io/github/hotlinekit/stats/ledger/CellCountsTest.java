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
        assertThat(IntStream.range(0, cells)).allMatch(cell -> counts.pairs(cell)[1][1] == 32);
    }

    @Test
    void cells_of_more_cases_without_times_take_no_more_than_their_classes() {
        for (int measures = 0; measures <= 15; measures++) {
            CellCounts counts = new CellCounts(2 * measures, 0, 100);
            for (int cell = 0; cell < 100; cell++) {
                counts.add(cell * counts.perCell(), 5, 33);
            }
            assertThat(counts.pairs(99)[0]).containsExactly(5, 33);
            assertThat(counts.ints()).hasSizeLessThan(100 * 2 * 3 / 2 + 64);
        }
    }

    @Test
    void cells_of_many_cases_that_are_new_here_are_copied_and_take_no_more_than_there() {
        CellCounts other = new CellCounts(8, 0, 20);
        for (int cell = 0; cell < 20; cell++) {
            for (int minutes = 0; minutes < 400; minutes++) {
                other.add(cell * other.perCell(), minutes % 3, 1);
                other.addTime(cell * other.perCell() + 3, minutes, 1);
            }
        }
        CellCounts counts = new CellCounts(8, 0, 20);
        for (int cell = 0; cell < 20; cell++) {
            counts.add(cell, other, cell, SAME);
            assertThat(counts.pairs(cell)).isDeepEqualTo(other.pairs(cell));
        }
        assertThat(counts.ints()).hasSizeLessThan(other.ints().length * 3 / 2);
    }
}
