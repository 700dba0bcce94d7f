package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The numbers of cells by those of their keys. */
class CellKeysTest {

    /** Numbers around that from which cells are no longer in a table, and low ones, that meet often. */
    private static int key(Random random) {
        return random.nextInt(4) == 0 ? random.nextInt(1_020, 1_030) : random.nextInt(5);
    }

    @Property(tries = 100)
    void cells_are_numbered_in_the_order_in_which_they_come_and_have_the_keys_they_came_with(
            @ForAll Random random, @ForAll @IntRange(min = 2, max = 4) int dimensions) {
        CellKeys cells = new CellKeys(dimensions);
        CellKeys ofTwo = new CellKeys(2);
        List<List<Integer>> expected = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int[] keys = random.ints(dimensions, 0, 3).toArray();
            keys[0] = key(random);
            keys[1] = key(random);
            List<Integer> key = IntStream.of(keys).boxed().toList();
            // Of a chain of pairs, the last one numbers the cells.
            if (!expected.contains(key)) {
                expected.add(key);
            }
            assertThat(cells.number(keys)).isEqualTo(expected.indexOf(key));
            if (dimensions == 2) {
                assertThat(ofTwo.number(keys[0], keys[1])).isEqualTo(expected.indexOf(key));
            }
        }
        assertThat(keys(cells, expected.size())).isEqualTo(expected);
        if (dimensions == 2) {
            assertThat(keys(ofTwo, expected.size())).isEqualTo(expected);
        }
    }

    private static List<List<Integer>> keys(CellKeys cells, int count) {
        return cells.keys(count).stream()
                .map(key -> IntStream.of(key).boxed().toList())
                .toList();
    }

    @Property(tries = 100)
    void cells_of_another_ledger_have_the_numbers_that_their_keys_have_here(
            @ForAll Random random, @ForAll @IntRange(max = 4) int dimensions) {
        CellKeys here = new CellKeys(dimensions);
        CellKeys other = new CellKeys(dimensions);
        int count = 0;
        for (int i = 0; i < 40; i++) {
            here.number(random.ints(dimensions, 0, 6).toArray());
            count = Math.max(
                    count, 1 + other.number(random.ints(dimensions, 0, 3).toArray()));
        }
        int[][] numbers = random.ints(dimensions, 0, 4)
                .mapToObj(shift -> IntStream.range(0, 3).map(k -> k + shift).toArray())
                .toArray(int[][]::new);
        int[] found = here.numbersOf(other, numbers);
        for (int cell = 0; cell < count; cell++) {
            int[] key = other.keys(count).get(cell);
            int[] keyHere =
                    IntStream.range(0, dimensions).map(d -> numbers[d][key[d]]).toArray();
            assertThat(found[cell]).isEqualTo(here.number(keyHere));
        }
    }
}
