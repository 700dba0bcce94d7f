package io.github.hotlinekit.stats.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void the_three_methods_equal_r() {
        List<Map<String, String>> rows = Expected.rows("proportion-intervals.csv");
        for (Map<String, String> row : rows) {
            Ratio ratio = Ratio.of(Expected.whole(row, "x"), Expected.whole(row, "n"));
            double confidence = Expected.number(row, "conf");
            for (IntervalMethod method : IntervalMethod.values()) {
                Interval interval = ratio.interval(confidence, method).orElseThrow();
                Expected.assertClose(row, method.code() + "_lower", interval.lower());
                Expected.assertClose(row, method.code() + "_upper", interval.upper());
                assertThat(interval.confidence()).isEqualTo(confidence);
            }
        }
        assertThat(rows).hasSize(60);
    }

    @Test
    void nothing_of_nothing_has_no_interval() {
        for (IntervalMethod method : IntervalMethod.values()) {
            assertThat(Ratio.of(0, 0).interval(0.95, method)).isEmpty();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratio.of(0, 0).interval(1))
                .withMessage("confidence must be above 0 and below 1, but was 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.of(1, 2).interval(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.of(1, 2).interval(Double.NaN));
    }

    @Test
    void one_of_one_is_all_but_far_from_sure() {
        Interval interval = Ratio.of(1, 1).interval(0.95).orElseThrow();
        assertThat(interval.lowerPercent(1)).isEqualTo(new BigDecimal("20.7"));
        assertThat(interval.upperPercent(1)).isEqualTo(new BigDecimal("100.0"));
        assertThatIllegalArgumentException().isThrownBy(() -> interval.upperPercent(13));
        assertThatIllegalArgumentException().isThrownBy(() -> interval.lowerPercent(-1));
    }

    @Test
    void ends_out_of_order_and_percentages_of_infinity_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(2, 1, 0.95))
                .withMessage("lower must not be above upper 1.0, but was 2.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(Double.NaN, 1, 0.95));
        Interval endless = new Interval(1, Double.POSITIVE_INFINITY, 0.95);
        assertThat(endless.contains(1e300)).isTrue();
        assertThat(endless.contains(0.9)).isFalse();
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> endless.upperPercent(0));
    }

    @Test
    void of_more_cases_than_any_hotline_has_the_methods_agree() {
        for (long n : new long[] {1_000_000_000L, 1_000_000_000_000L, Long.MAX_VALUE}) {
            Interval wilson = Ratio.of(n / 3, n).interval(0.95).orElseThrow();
            for (IntervalMethod method : IntervalMethod.values()) {
                Interval interval = Ratio.of(n / 3, n).interval(0.95, method).orElseThrow();
                assertThat(interval.lower()).isCloseTo(wilson.lower(), within(1e-9));
                assertThat(interval.upper()).isCloseTo(wilson.upper(), within(1e-9));
            }
        }
    }

    @Property(tries = 300)
    void of_any_number_of_cases_there_is_an_interval_between_0_and_1(
            @ForAll @IntRange(max = 62) int digits,
            @ForAll @IntRange(max = 62) int otherDigits,
            @ForAll @LongRange long hits,
            @ForAll @LongRange long misses,
            @ForAll IntervalMethod method) {
        long x = (hits | Long.MIN_VALUE) >>> (63 - digits) >>> 1;
        long rest = (misses | Long.MIN_VALUE) >>> (63 - otherDigits) >>> 1;
        Ratio ratio = Ratio.of(x, Math.max(1, x + rest));
        Interval interval = ratio.interval(0.95, method).orElseThrow();
        assertThat(interval.lower()).isBetween(0.0, 1.0);
        assertThat(interval.upper()).isBetween(0.0, 1.0);
    }

    @Test
    void ends_that_are_closer_than_can_be_told_are_in_order() {
        Ratio all = Ratio.of(1L << 54, (1L << 54) + (1L << 22));
        Interval interval = all.interval(0.95, IntervalMethod.JEFFREYS).orElseThrow();
        assertThat(interval.lower()).isCloseTo(1, within(1e-9));
        assertThat(interval.upper()).isCloseTo(1, within(1e-9));
    }

    @Test
    void few_of_very_many_are_few_and_so_are_few_misses() {
        long n = (1L << 40) + 3;
        // Half the quantile 0.975 of chi-squared with 8 degrees of freedom.
        Interval few = Ratio.of(3, n).interval(0.95, IntervalMethod.EXACT).orElseThrow();
        assertThat(few.upper() * n).isCloseTo(8.767, within(0.02));
        Interval most = Ratio.of(n - 3, n).interval(0.95, IntervalMethod.EXACT).orElseThrow();
        assertThat((1 - most.lower()) * n).isCloseTo(8.767, within(0.02));
    }

    @Test
    void of_very_many_cases_the_methods_agree_in_10_digits() {
        // The library's continued fraction does not end for the last.
        List<Ratio> ratios = List.of(
                Ratio.of(1L << 38, 1L << 40),
                Ratio.of((1L << 38) + 1, 1L << 40),
                Ratio.of(1L << 43, 1L << 45),
                Ratio.of(1L << 46, (1L << 46) + 1_000_000_000_000_000L),
                Ratio.of(285_140_117_578_746_208L, 307_485_368_040_541_057L));
        for (Ratio ratio : ratios) {
            Interval wilson = ratio.interval(0.999).orElseThrow();
            for (IntervalMethod method : IntervalMethod.values()) {
                Interval interval = ratio.interval(0.999, method).orElseThrow();
                assertThat(interval.lower() / wilson.lower()).isCloseTo(1, within(1e-10));
                assertThat(interval.upper() / wilson.upper()).isCloseTo(1, within(1e-10));
            }
        }
    }

    @Property(tries = 300)
    void law_8_an_interval_is_between_0_and_1_holds_the_rate_and_mirrors_with_it(
            @ForAll @LongRange(min = 1, max = 10_000_000) long n,
            @ForAll @LongRange long part,
            @ForAll @IntRange(min = 1, max = 999) int permille,
            @ForAll IntervalMethod method) {
        long x = Math.floorMod(part, n + 1);
        double confidence = permille / 1000.0;
        Interval interval = Ratio.of(x, n).interval(confidence, method).orElseThrow();
        Interval mirrored = Ratio.of(n - x, n).interval(confidence, method).orElseThrow();
        assertThat(interval.lower()).isBetween(0.0, 1.0).isCloseTo(1 - mirrored.upper(), within(1e-11));
        assertThat(interval.upper()).isBetween(0.0, 1.0).isCloseTo(1 - mirrored.lower(), within(1e-11));
        assertThat(interval.lower() == 0).isEqualTo(x == 0);
        assertThat(x < n || interval.upper() == 1).isTrue();
        // The others hold the rate's median, and the rate itself at any confidence in use.
        if (method == IntervalMethod.WILSON || confidence >= 0.8) {
            assertThat(interval.contains((double) x / n)).isTrue();
        }
    }

    @Property(tries = 200)
    void law_8_an_interval_is_within_that_of_a_higher_confidence_and_narrows_with_n(
            @ForAll @IntRange(min = 1, max = 2_000) int n,
            @ForAll @IntRange(max = 2_000) int part,
            @ForAll @IntRange(min = 500, max = 998) int permille,
            @ForAll IntervalMethod method) {
        int x = part % (n + 1);
        Interval interval = Ratio.of(x, n).interval(permille / 1000.0, method).orElseThrow();
        Interval surer =
                Ratio.of(x, n).interval((permille + 1) / 1000.0, method).orElseThrow();
        assertThat(surer.lower()).isLessThanOrEqualTo(interval.lower());
        assertThat(surer.upper()).isGreaterThanOrEqualTo(interval.upper());
        Interval more =
                Ratio.of(4L * x, 4L * n).interval(permille / 1000.0, method).orElseThrow();
        assertThat(more.width()).isLessThan(interval.width());
    }

    @Property(tries = 200)
    void the_exact_ends_leave_just_half_of_the_rest_to_either_tail(
            @ForAll @IntRange(min = 1, max = 60) int n,
            @ForAll @IntRange(max = 60) int part,
            @ForAll @IntRange(min = 1, max = 999) int permille) {
        int x = part % (n + 1);
        double tail = (1 - permille / 1000.0) / 2;
        Interval interval =
                Ratio.of(x, n).interval(permille / 1000.0, IntervalMethod.EXACT).orElseThrow();
        if (x > 0) {
            assertThat(binomial(n, x, n, interval.lower())).isCloseTo(tail, within(1e-12));
        }
        if (x < n) {
            assertThat(binomial(n, 0, x, interval.upper())).isCloseTo(tail, within(1e-12));
        }
    }

    @Property(tries = 300)
    void the_exact_ends_leave_just_half_of_the_rest_to_either_tail_of_few_in_very_many(
            @ForAll @IntRange(max = 5) int x,
            @ForAll @LongRange(min = 1_000, max = 1_000_000) long n,
            @ForAll @IntRange(min = 1, max = 999) int permille) {
        double tail = (1 - permille / 1000.0) / 2;
        Interval interval =
                Ratio.of(x, n).interval(permille / 1000.0, IntervalMethod.EXACT).orElseThrow();
        if (x > 0) {
            assertThat(1 - upTo(x - 1, n, interval.lower())).isCloseTo(tail, within(1e-10));
        }
        assertThat(upTo(x, n, interval.upper())).isCloseTo(tail, within(1e-10));
    }

    /** The probability of at most so many of n. */
    private static double upTo(int most, long n, double p) {
        double sum = 0;
        double term = Math.exp(n * Math.log1p(-p));
        for (int k = 0; k <= most; k++) {
            sum += term;
            term *= (double) (n - k) / (k + 1) * (p / (1 - p));
        }
        return sum;
    }

    private static double binomial(int n, int from, int to, double p) {
        double sum = 0;
        double choose = 1;
        for (int k = 0; k <= to; k++) {
            if (k >= from) {
                sum += choose * Math.pow(p, k) * Math.pow(1 - p, n - k);
            }
            choose = choose * (n - k) / (k + 1);
        }
        return sum;
    }

    @Test
    void an_interval_may_be_a_point_and_percentages_have_up_to_12_decimals() {
        Interval point = new Interval(0.125, 0.125, 0.95);
        assertThat(point.contains(0.125)).isTrue();
        assertThat(point.width()).isZero();
        assertThat(point.lowerPercent(0)).isEqualTo(new BigDecimal("13"));
        assertThat(point.upperPercent(12)).isEqualTo(new BigDecimal("12.500000000000"));
        assertThat(new Interval(-0.5, 2, 0.95).width()).isEqualTo(2.5);
    }
}
