package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The numbers of keys, and those of cells by those of their keys. */
class CellKeysTest {

    /** Numbers around that from which cells are no longer in a table, and low ones, that meet often. */
    private static int key(Random random) {
        return random.nextInt(4) == 0 ? random.nextInt(1_020, 1_030) : random.nextInt(5);
    }

    @Property(tries = 100)
    void cells_are_numbered_in_the_order_in_which_they_come_and_have_the_keys_they_came_with(
            @ForAll Random random, @ForAll @IntRange(min = 2, max = 4) int dimensions) {
        CellKeys cells = new CellKeys(dimensions);
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
        }
        assertThat(keys(cells, expected.size())).isEqualTo(expected);
    }

    @Property(tries = 60)
    void pairs_have_their_numbers_while_they_are_few_and_when_they_are_many(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 1_100) int firsts,
            @ForAll @IntRange(min = 1, max = 1_100) int seconds) {
        PairNumbers pairs = new PairNumbers();
        Map<List<Integer>, Integer> expected = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            // Low ones first, so that what is known is moved as the numbers rise.
            int first = random.nextInt(1 + firsts * i / 3_000);
            int second = random.nextInt(1 + seconds * i / 3_000);
            int size = expected.size();
            int number = expected.computeIfAbsent(List.of(first, second), p -> size);
            assertThat(pairs.number(first, second)).isEqualTo(number);
            assertThat(pairs.first(number)).isEqualTo(first);
            assertThat(pairs.second(number)).isEqualTo(second);
        }
        assertThat(pairs.size()).isEqualTo(expected.size());
        expected.forEach((pair, number) ->
                assertThat(pairs.number(pair.get(0), pair.get(1))).isEqualTo(number));
    }

    @Property(tries = 100)
    void cells_of_many_cases_have_the_numbers_of_those_of_one_each_and_absent_cases_have_none(
            @ForAll Random random, @ForAll @IntRange(max = 4) int dimensions) {
        CellKeys atOnce = new CellKeys(dimensions);
        CellKeys oneByOne = new CellKeys(dimensions);
        for (int round = 0; round < 3; round++) {
            int cases = random.nextInt(60);
            int[][] keys = new int[dimensions][cases];
            boolean[] present = new boolean[cases];
            int[] expected = new int[cases];
            for (int i = 0; i < cases; i++) {
                int[] key = new int[dimensions];
                for (int d = 0; d < dimensions; d++) {
                    key[d] = key(random);
                    keys[d][i] = key[d];
                }
                present[i] = random.nextInt(4) > 0;
                expected[i] = present[i] ? oneByOne.number(key) : -1;
            }
            int[] cells = new int[cases];
            atOnce.number(keys, present, cases, cells);
            assertThat(cells).isEqualTo(expected);
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

    /** Codes of four hashes, each new object equal to others; several have one key. */
    private record Code(int value) {
        @Override
        public int hashCode() {
            return value % 4;
        }
    }

    @Property(tries = 50)
    void codes_have_the_number_of_their_key_and_keys_are_numbered_as_they_come(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 200) int codes) {
        KeyTable table = new KeyTable(code -> String.valueOf(((Code) code).value() / 2));
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int value = random.nextInt(codes);
            String text = value == 0 ? "" : String.valueOf(value / 2);
            if (!expected.contains(text)) {
                expected.add(text);
            }
            int number = value == 0
                    ? table.number(null)
                    : random.nextInt(5) == 0 ? table.numberOfText(text) : table.number(new Code(value));
            assertThat(number).isEqualTo(expected.indexOf(text));
            assertThat(table.text(number)).isEqualTo(text);
            assertThat(table.size()).isEqualTo(expected.size());
        }
    }

    @Test
    void a_code_is_asked_for_its_key_once_however_often_it_or_one_that_equals_it_comes() {
        List<Object> asked = new ArrayList<>();
        KeyTable table = new KeyTable(code -> {
            asked.add(code);
            return code.toString();
        });
        List<Code> codes = IntStream.range(0, 100).mapToObj(Code::new).toList();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < codes.size(); i++) {
                assertThat(table.find(codes.get(i))).isEqualTo(round == 0 ? -1 : i);
                assertThat(table.number(codes.get(i))).isEqualTo(i);
                assertThat(table.number(new Code(i))).isEqualTo(i);
            }
        }
        assertThat(asked).isEqualTo(codes);
    }

    @Test
    @SuppressWarnings("NullAway") // a host without null checks can hand in such a dimension
    void a_code_that_has_no_key_is_refused_and_leaves_no_number() {
        KeyTable table = new KeyTable(code -> code.equals("b") ? null : code.toString());
        assertThat(table.number("a")).isZero();
        assertThatNullPointerException().isThrownBy(() -> table.number("b"));
        assertThat(table.size()).isEqualTo(1);
        assertThat(table.number("c")).isEqualTo(1);
    }

    @Property(tries = 50)
    void a_number_has_the_int_it_was_given_and_others_none(@ForAll Random random) {
        IntsByNumber ints = new IntsByNumber();
        Map<Integer, Integer> expected = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            int number = random.nextInt(1 << random.nextInt(9));
            int value = random.nextInt(3);
            ints.put(number, value);
            expected.put(number, value);
        }
        for (int number = 0; number < 600; number++) {
            assertThat(ints.find(number)).isEqualTo(expected.getOrDefault(number, -1));
        }
    }
}
