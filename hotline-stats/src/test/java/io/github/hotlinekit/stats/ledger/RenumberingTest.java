package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RenumberingTest {

    @Property(tries = 200)
    void four_bytes_at_once_have_the_numbers_of_each(
            @ForAll @IntRange(min = 1, max = 256) int values, @ForAll Random random) {
        List<Integer> shuffled = new ArrayList<>(IntStream.range(0, 256).boxed().toList());
        Collections.shuffle(shuffled, random);
        Renumbering numbers =
                new Renumbering(shuffled.stream().limit(values).mapToInt(i -> i).toArray());
        int four = 0;
        for (int i = 0; i < 4; i++) {
            four |= random.nextInt(values) << (8 * i);
        }
        int found = numbers.ofBytes(four);
        for (int i = 0; i < 4; i++) {
            assertThat((found >>> (8 * i)) & 255).isEqualTo(numbers.of((four >>> (8 * i)) & 255));
        }
    }

    @Test
    void what_is_no_value_has_some_number_and_harms_none_beside_it() {
        Renumbering numbers = new Renumbering(new int[] {7, 255});
        assertThat(numbers.ofBytes(0x01_ff_00_80) & 0xff_00_ff_00).isEqualTo(0xff_00_07_00);
    }

    @Test
    void all_are_below_one_more_than_the_greatest() {
        Renumbering numbers = new Renumbering(new int[] {3, 255, 7});
        assertThat(numbers.isBelow(256)).isTrue();
        assertThat(numbers.isBelow(255)).isFalse();
        assertThat(new Renumbering(new int[0]).isBelow(1)).isTrue();
    }
}
