package io.github.hotlinekit.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ShareTest {

    @Property
    void aShareIsComparedWithALimitByTheExactValues(
            @ForAll @LongRange(min = 1) long d, @ForAll @LongRange(min = 1) long e, @ForAll long p, @ForAll long q) {
        Share share = Share.of(Math.floorMod(p, d), d);
        Share limit = Share.of(Math.floorMod(q, e), e);
        int exact = BigInteger.valueOf(share.numerator())
                .multiply(BigInteger.valueOf(e))
                .compareTo(BigInteger.valueOf(limit.numerator()).multiply(BigInteger.valueOf(d)));
        assertThat(share.atMost(limit)).isEqualTo(exact <= 0);
        assertThat(share.atMost(share)).isTrue();
    }

    @Test
    void nothing_of_nothing_is_no_data_and_keeps_no_limit() {
        assertThat(Share.of(0, 0).hasData()).isFalse();
        assertThat(Share.of(0, 0).percent(2)).isEmpty();
        assertThat(Share.of(0, 0)).hasToString("0/0");
        assertThat(Share.of(0, 0).atMost(Share.of(1, 1))).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Share.of(0, 1).atMost(Share.of(0, 0)))
                .withMessage("limit must have a denominator above 0, but was 0/0");
    }

    @Test
    void a_percentage_is_rounded_half_up_from_the_exact_value() {
        assertThat(Share.of(1, 8).percent(0)).contains(new BigDecimal("13"));
        assertThat(Share.of(1, 8).percent(2)).contains(new BigDecimal("12.50"));
        assertThat(Share.of(94, 1_000)).hasToString("94/1000 (9.40 %)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Share.of(1, 8).percent(19))
                .withMessage("decimals must be from 0 to 18, but was 19");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Share.of(2, 1))
                .withMessage("numerator must be between 0 and the denominator 1, but was 2");
    }
}
