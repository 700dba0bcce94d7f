package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Bytes in ints against plain arrays of counts. */
class ByteCountsTest {

    private static final int FIRST = 3;

    private static int[] ints(int[] counts) {
        int[] ints = new int[FIRST + counts.length / 4];
        Arrays.fill(ints, 0, FIRST, -1);
        for (int value = 0; value < counts.length; value++) {
            assertThat(ByteCounts.add(ints, FIRST, value, counts[value])).isTrue();
        }
        return ints;
    }

    private static void assertHolds(int[] ints, int[] counts) {
        for (int value = 0; value < counts.length; value++) {
            assertThat(ByteCounts.get(ints, FIRST, value)).isEqualTo(counts[value]);
        }
        assertThat(Arrays.copyOf(ints, FIRST)).containsOnly(-1);
    }

    @Property
    void a_count_is_added_to_or_taken_from_if_it_fits_and_else_nothing_changes(@ForAll Random random) {
        int[] counts = random.ints(16, 0, ByteCounts.MOST + 1).toArray();
        int[] ints = ints(counts);
        for (int i = 0; i < 200; i++) {
            int value = random.nextInt(counts.length);
            int by = switch (random.nextInt(4)) {
                case 0 -> 1;
                case 1 -> -random.nextInt(counts[value] + 1);
                case 2 -> ByteCounts.MOST - counts[value] + random.nextInt(2);
                default -> Integer.MAX_VALUE - random.nextInt(300);
            };
            boolean fits = (long) counts[value] + by <= ByteCounts.MOST;
            assertThat(ByteCounts.add(ints, FIRST, value, by)).isEqualTo(fits);
            counts[value] += fits ? by : 0;
            assertHolds(ints, counts);
        }
    }

    @Property
    void all_counts_are_added_if_all_sums_fit_and_else_none(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = ByteCounts.MOST) int most) {
        int[] counts = random.ints(24, 0, most + 1).toArray();
        int[] more = random.ints(24, 0, ByteCounts.MOST + 1 - most / 2).toArray();
        if (random.nextBoolean()) {
            Arrays.setAll(more, value -> Math.min(more[value], ByteCounts.MOST - counts[value]));
        }
        int[] sums = new int[24];
        Arrays.setAll(sums, value -> counts[value] + more[value]);
        boolean fits = Arrays.stream(sums).allMatch(sum -> sum <= ByteCounts.MOST);
        int[] ints = ints(counts);
        int[] other = ints(more);
        assertThat(ByteCounts.addAll(ints, FIRST, other, FIRST, 6)).isEqualTo(fits);
        assertHolds(ints, fits ? sums : counts);
        assertHolds(other, more);
    }

    @Property
    void counts_that_occur_are_written_in_order_and_as_many_as_there_are(@ForAll Random random) {
        int[] counts =
                random.ints(24, 0, 1 + random.nextInt(ByteCounts.MOST + 1)).toArray();
        int[] ints = ints(counts);
        int[] expected = IntStream.range(0, counts.length)
                .filter(value -> counts[value] > 0)
                .flatMap(value -> IntStream.of(value, counts[value]))
                .toArray();
        assertThat(2 * ByteCounts.distinct(ints, FIRST, 6)).isEqualTo(expected.length);
        int[] pairs = new int[expected.length];
        ByteCounts.write(ints, FIRST, pairs);
        assertThat(pairs).isEqualTo(expected);
    }

    @Test
    void two_counts_are_added_exactly_if_their_sum_fits_in_each_of_four_places() {
        for (int value = 0; value < 4; value++) {
            for (int one = 0; one <= ByteCounts.MOST; one++) {
                for (int other = 0; other <= ByteCounts.MOST; other++) {
                    int[] ints = {one << (8 * value)};
                    int[] more = {other << (8 * value)};
                    boolean fits = one + other <= ByteCounts.MOST;
                    if (ByteCounts.addAll(ints, 0, more, 0, 1) != fits
                            || ints[0] != (fits ? one + other : one) << (8 * value)) {
                        assertThat(value + ": " + one + " + " + other + " = " + ints[0])
                                .isEmpty();
                    }
                }
            }
        }
    }

    @Property
    void values_have_a_place_in_the_ints_that_they_say(@ForAll @IntRange(max = 100_000) int value) {
        int ints = ByteCounts.intOf(value) + 1;
        assertThat(ByteCounts.places(ints)).isGreaterThan(value);
        assertThat(ByteCounts.places(ints - 1)).isLessThanOrEqualTo(value);
    }
}
