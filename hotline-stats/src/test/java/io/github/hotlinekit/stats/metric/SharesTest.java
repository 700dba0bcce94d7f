package io.github.hotlinekit.stats.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void shares_equal_those_of_exact_arithmetic() {
        List<Map<String, String>> rows = Expected.rows("shares-to-100.csv");
        for (Map<String, String> row : rows) {
            List<Long> counts = Arrays.stream(Expected.text(row, "counts").split(" "))
                    .map(Long::valueOf)
                    .toList();
            String shares = Shares.of(counts, (int) Expected.whole(row, "decimals"))
                    .map(s -> s.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(" ")))
                    .orElse("");
            assertThat(shares).as(row.toString()).isEqualTo(row.get("largest_remainder"));
        }
        assertThat(rows).hasSize(57);
    }

    @Property(tries = 500)
    void law_15_shares_add_to_100_exactly_each_within_one_unit_and_in_the_order_of_the_counts(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 0) Long> counts,
            @ForAll @IntRange(max = 6) int decimals) {
        BigInteger total = counts.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() == 0) {
            assertThat(Shares.of(counts, decimals)).isEmpty();
            return;
        }
        List<BigDecimal> shares = Shares.of(counts, decimals).orElseThrow();
        assertThat(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("100");
        BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
        for (int i = 0; i < counts.size(); i++) {
            assertThat(shares.get(i).scale()).isEqualTo(decimals);
            BigDecimal exact = BigDecimal.valueOf(counts.get(i))
                    .scaleByPowerOfTen(2)
                    .divide(new BigDecimal(total), MathContext.DECIMAL128);
            assertThat(shares.get(i).subtract(exact).abs()).isLessThan(unit);
            for (int j = 0; j < counts.size(); j++) {
                assertThat(counts.get(i) <= counts.get(j) || shares.get(i).compareTo(shares.get(j)) >= 0)
                        .isTrue();
            }
        }
    }

    @Test
    void equal_remainders_go_to_the_larger_count_and_then_to_the_earlier_one() {
        assertThat(Shares.of(new long[] {1, 1, 1}, 0).orElseThrow())
                .containsExactly(new BigDecimal(34), new BigDecimal(33), new BigDecimal(33));
        // 12.5, 37.5, 37.5 and 12.5: the two units left over go to the larger ones.
        assertThat(Shares.of(new long[] {1, 3, 3, 1}, 0).orElseThrow())
                .containsExactly(new BigDecimal(12), new BigDecimal(38), new BigDecimal(38), new BigDecimal(12));
    }

    @Test
    void nothing_has_no_shares_and_a_negative_count_is_refused() {
        assertThat(Shares.of(new long[0], 1)).isEmpty();
        assertThat(Shares.of(new long[] {0, 0}, 1)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shares.of(new long[] {1, -1}, 0))
                .withMessage("counts must be 0 or more, but were [1, -1]");
        assertThatIllegalArgumentException().isThrownBy(() -> Shares.of(new long[] {1}, 19));
        assertThatIllegalArgumentException().isThrownBy(() -> Shares.of(new long[] {1}, -1));
    }

    @Test
    void shares_have_up_to_18_decimals() {
        assertThat(Shares.of(new long[] {1, 2}, 0).orElseThrow())
                .containsExactly(new BigDecimal("33"), new BigDecimal("67"));
        assertThat(Shares.of(new long[] {1, 2}, 18).orElseThrow())
                .containsExactly(new BigDecimal("33.333333333333333333"), new BigDecimal("66.666666666666666667"));
    }
}
