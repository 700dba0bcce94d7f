package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Counts of classes that wait, against a table of them. */
class ClassBacklogTest {

    @Property(tries = 100)
    void what_waited_is_taken_once_each(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 300) int cells,
            @ForAll @IntRange(min = 1, max = 100) int classes) {
        ClassBacklog backlog = new ClassBacklog();
        assertThat(backlog.hasPlaces(cells, classes)).isFalse();
        assertThat(backlog.makePlaces(cells, classes)).isTrue();
        assertThat(backlog.hasPlaces(cells, classes)).isTrue();
        assertThat(backlog.waits()).isFalse();
        int[][] expected = new int[cells][classes];
        for (int round = 0; round < 3; round++) {
            int cases = random.nextInt(Waiting.MOST + 1);
            int[] cellAt = new int[cases];
            int[] classAt = new int[cases];
            for (int i = 0; i < cases; i++) {
                cellAt[i] = random.nextInt(cells + 1) - 1;
                classAt[i] = random.nextInt(classes);
                if (cellAt[i] >= 0) {
                    expected[cellAt[i]][classAt[i]]++;
                }
            }
            int full = backlog.add(cellAt, classAt, cases);
            for (int i = 0; i < full; i++) {
                expected[backlog.fullCell(i)][backlog.fullClass(i)] -= ClassBacklog.FULL;
            }
            assertThat(backlog.waits()).isTrue();
        }
        assertThat(backlog.cells()).isGreaterThanOrEqualTo(cells);
        assertThat(backlog.classes()).isGreaterThanOrEqualTo(classes);
        for (int cell = 0; cell < cells; cell++) {
            for (int ofClass = 0; ofClass < classes; ofClass++) {
                assertThat(backlog.take(cell, ofClass)).isEqualTo(expected[cell][ofClass]);
                assertThat(backlog.take(cell, ofClass)).isZero();
            }
        }
        backlog.clear();
        assertThat(backlog.waits()).isFalse();
    }

    @Test
    void there_are_places_for_a_million_counts_and_none_for_more() {
        ClassBacklog backlog = new ClassBacklog();
        assertThat(backlog.makePlaces(1 << 16, 16)).isTrue();
        assertThat(backlog.hasPlaces(1 << 16, 16)).isTrue();
        assertThat(backlog.hasPlaces(1 << 16, 17)).isFalse();
        assertThat(backlog.hasPlaces((1 << 16) + 1, 16)).isFalse();
        assertThat(backlog.makePlaces((1 << 16) + 1, 16)).isFalse();
        assertThat(backlog.hasPlaces(1, 1)).isFalse();
        assertThat(backlog.makePlaces(1, Integer.MAX_VALUE)).isFalse();
        assertThat(backlog.makePlaces(1 << 17, 1)).isTrue();
        assertThat(backlog.classes()).isEqualTo(8);
        backlog.release();
        assertThat(backlog.hasPlaces(1, 1)).isFalse();
    }
}
