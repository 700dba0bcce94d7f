package io.github.hotlinekit.stats.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CountChangeTest {

    @Test
    void ratio_interval_and_p_equal_rs_exact_test() {
        List<Map<String, String>> rows = Expected.rows("two-counts.csv");
        for (Map<String, String> row : rows) {
            CountChange change = CountChange.between(
                    Expected.whole(row, "before"),
                    Expected.whole(row, "exposure_before"),
                    Expected.whole(row, "now"),
                    Expected.whole(row, "exposure_now"),
                    0.95);
            Interval interval = change.interval().orElseThrow();
            Expected.assertClose(row, "rate_ratio", change.ratio());
            Expected.assertClose(row, "exact_lower", interval.lower());
            Expected.assertClose(
                    row,
                    "exact_upper",
                    Double.isInfinite(interval.upper()) ? OptionalDouble.empty() : OptionalDouble.of(interval.upper()));
            Expected.assertClose(row, "p_two_sided", change.p());
        }
        assertThat(rows).hasSize(30);
    }

    @Test
    void counts_change_in_percent_of_what_they_were_by_exposure() {
        assertThat(change(50, 5, 60, 5).percent(0)).contains(new BigDecimal("20"));
        assertThat(change(50, 5, 60, 6).percent(1)).contains(new BigDecimal("0.0"));
        assertThat(change(3, 5, 0, 5).percent(1)).contains(new BigDecimal("-100.0"));
        assertThat(change(8, 5, 9, 5).percent(0)).contains(new BigDecimal("13"));
        assertThat(change(8, 5, 7, 5).percent(0)).contains(new BigDecimal("-13"));
        assertThat(change(0, 5, 7, 5).percent(0)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> change(1, 1, 1, 1).percent(19));
        assertThatIllegalArgumentException().isThrownBy(() -> change(1, 1, 1, 1).percent(-1));
    }

    @Test
    void a_word_is_said_as_far_as_chance_does_not_explain_it() {
        assertThat(change(100, 5, 150, 5).movement()).isEqualTo(Movement.UP);
        assertThat(change(150, 5, 100, 5).movement()).isEqualTo(Movement.DOWN);
        assertThat(change(100, 5, 110, 5).movement()).isEqualTo(Movement.NO_CLEAR_CHANGE);
        assertThat(change(0, 5, 1, 5).movement()).isEqualTo(Movement.NEW);
        assertThat(change(0, 5, 0, 5).movement()).isEqualTo(Movement.NO_CLEAR_CHANGE);
        assertThat(change(0, 5, 0, 5).interval()).isEmpty();
        assertThat(change(0, 5, 0, 5).p()).isEmpty();
        for (CountChange none : List.of(change(3, 0, 3, 5), change(3, 5, 3, 0), change(0, 0, 3, 5))) {
            assertThat(none.movement()).isEqualTo(Movement.NO_DATA);
            assertThat(none.percent(0)).isEmpty();
            assertThat(none.ratio()).isEmpty();
            assertThat(none.interval()).isEmpty();
            assertThat(none.p()).isEmpty();
        }
    }

    @Test
    void what_is_out_of_range_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change(-1, 5, 1, 5))
                .withMessage("counts must be 0 or more and add to 2147483647 or less, but were -1 before and 1 now");
        assertThatIllegalArgumentException().isThrownBy(() -> change(1, 5, -1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> change(1, 5, Integer.MAX_VALUE, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> change(Long.MAX_VALUE, 5, Long.MAX_VALUE, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change(1, -5, 1, 5))
                .withMessage("exposures must be 0 or more, but were -5 before and 5 now");
        assertThatIllegalArgumentException().isThrownBy(() -> change(1, 5, 1, -5));
        assertThat(change(1, 5, Integer.MAX_VALUE - 1, 5).p().orElseThrow()).isBetween(0.0, 1e-300);
    }

    @Property(tries = 300)
    void p_is_the_sum_over_all_splits_that_are_no_likelier(
            @ForAll @IntRange(max = 60) int before,
            @ForAll @IntRange(min = 1, max = 25) int exposureBefore,
            @ForAll @IntRange(max = 60) int now,
            @ForAll @IntRange(min = 1, max = 25) int exposureNow) {
        int n = before + now;
        if (n == 0) {
            return;
        }
        // Whole-number weights C(n,k) en^k eb^(n-k), of which likelier or not is exact.
        BigInteger[] weights = new BigInteger[n + 1];
        BigInteger choose = BigInteger.ONE;
        BigInteger all = BigInteger.ZERO;
        for (int k = 0; k <= n; k++) {
            weights[k] = choose.multiply(BigInteger.valueOf(exposureNow).pow(k))
                    .multiply(BigInteger.valueOf(exposureBefore).pow(n - k));
            choose = choose.multiply(BigInteger.valueOf(n - k)).divide(BigInteger.valueOf(k + 1));
            all = all.add(weights[k]);
        }
        BigInteger limit = weights[now].multiply(BigInteger.valueOf(10_000_001));
        BigInteger asFar = BigInteger.ZERO;
        for (BigInteger weight : weights) {
            boolean likelier = weight.multiply(BigInteger.valueOf(10_000_000)).compareTo(limit) > 0;
            asFar = likelier ? asFar : asFar.add(weight);
        }
        double expected = new BigDecimal(asFar)
                .divide(new BigDecimal(all), MathContext.DECIMAL64)
                .doubleValue();
        assertThat(change(before, exposureBefore, now, exposureNow).p().orElseThrow())
                .isCloseTo(expected, within(1e-12));
    }

    @Property(tries = 200)
    void law_11_scaling_exposures_changes_nothing_and_swapping_periods_inverts(
            @ForAll @IntRange(min = 1, max = 3_000) int before,
            @ForAll @IntRange(min = 1, max = 25) int exposureBefore,
            @ForAll @IntRange(min = 1, max = 3_000) int now,
            @ForAll @IntRange(min = 1, max = 25) int exposureNow) {
        CountChange change = change(before, exposureBefore, now, exposureNow);
        CountChange scaled = change(before, exposureBefore * 8L, now, exposureNow * 8L);
        assertThat(scaled.p()).isEqualTo(change.p());
        assertThat(scaled.percent(3)).isEqualTo(change.percent(3));
        assertThat(scaled.interval()).isEqualTo(change.interval());
        CountChange back = change(now, exposureNow, before, exposureBefore);
        Interval there = change.interval().orElseThrow();
        assertThat(back.interval().orElseThrow().lower() * there.upper()).isCloseTo(1, within(1e-9));
        assertThat(back.p().orElseThrow()).isCloseTo(change.p().orElseThrow(), within(1e-9));
        assertThat(there.contains(change.ratio().orElseThrow())).isTrue();
        assertThat(back.movement() == Movement.DOWN).isEqualTo(change.movement() == Movement.UP);
    }

    private static CountChange change(long before, long exposureBefore, long now, long exposureNow) {
        return CountChange.between(before, exposureBefore, now, exposureNow, 0.95);
    }

    @Test
    void percentages_have_up_to_18_decimals() {
        assertThat(change(3, 5, 4, 5).percent(18)).contains(new BigDecimal("33.333333333333333333"));
    }
}
