package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.stats.metric.CaseFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Counts that wait, against a list of them. */
class BacklogTest {

    private static long told(int slot, int value) {
        return ((long) slot << Integer.SIZE) | value;
    }

    private static void add(Backlog backlog, int slot, int value) {
        int size = backlog.size();
        backlog.makeRoom(1)[size] = Backlog.entry(slot, value);
        backlog.setSize(size + 1);
    }

    @Property(tries = 100)
    void what_waited_is_taken_once_each_in_the_order_of_groups_of_slots(
            @ForAll Random random, @ForAll @IntRange(max = 20) int slotBits, @ForAll @IntRange(max = 3_000) int many) {
        Backlog backlog = new Backlog();
        for (int round = 0; round < 2; round++) {
            List<Long> expected = new ArrayList<>();
            while (expected.size() < many) {
                int more = Math.min(many - expected.size(), 1 + random.nextInt(300));
                assertThat(backlog.hasRoom(more)).isTrue();
                for (int i = 0; i < more; i++) {
                    int slot = random.nextInt(1 << slotBits);
                    int value = random.nextInt(Backlog.VALUES);
                    add(backlog, slot, value);
                    expected.add(told(slot, value));
                }
            }
            assertThat(backlog.size()).isEqualTo(many);
            int[] taken = Arrays.copyOf(backlog.take(), many);
            assertThat(backlog.size()).isZero();
            assertThat(IntStream.of(taken)
                            .mapToObj(w -> told(Backlog.slot(w), Backlog.value(w)))
                            .sorted()
                            .toList())
                    .isEqualTo(expected.stream().sorted().toList());
            int near = Math.max(0, slotBits - 9);
            assertThat(IntStream.of(taken).mapToObj(w -> Backlog.slot(w) >> near))
                    .isSorted();
            if (random.nextBoolean()) {
                backlog.release();
            }
        }
    }

    @Test
    void every_bin_is_a_value_that_may_wait() {
        assertThat(Bins.of(CaseFact.MAX_MINUTES)).isLessThan(Backlog.VALUES);
    }

    @Test
    void as_many_as_may_wait_and_no_more() {
        Backlog backlog = new Backlog();
        int most = 1 << 19;
        assertThat(backlog.hasRoom(most)).isTrue();
        assertThat(backlog.hasRoom(most + 1)).isFalse();
        add(backlog, Backlog.SLOTS - 1, Backlog.VALUES - 1);
        assertThat(backlog.hasRoom(most - 1)).isTrue();
        assertThat(backlog.hasRoom(most)).isFalse();
        IntStream.range(1, most).forEach(i -> add(backlog, 0, 0));
        assertThat(backlog.hasRoom(1)).isFalse();
        int[] taken = backlog.take();
        assertThat(Backlog.slot(taken[most - 1])).isEqualTo(Backlog.SLOTS - 1);
        assertThat(Backlog.value(taken[most - 1])).isEqualTo(Backlog.VALUES - 1);
        assertThat(backlog.hasRoom(most)).isTrue();
    }
}
