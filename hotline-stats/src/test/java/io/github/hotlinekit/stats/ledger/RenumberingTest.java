package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RenumberingTest {

    @Test
    void all_are_below_one_more_than_the_greatest() {
        Renumbering numbers = new Renumbering(new int[] {3, 255, 7});
        assertThat(numbers.size()).isEqualTo(3);
        assertThat(numbers.of(1)).isEqualTo(255);
        assertThat(numbers.isBelow(256)).isTrue();
        assertThat(numbers.isBelow(255)).isFalse();
        assertThat(new Renumbering(new int[0]).isBelow(1)).isTrue();
    }
}
