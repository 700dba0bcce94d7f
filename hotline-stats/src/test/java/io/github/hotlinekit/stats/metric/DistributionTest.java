package io.github.hotlinekit.stats.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DistributionTest {

    private static final Distribution NONE = Distribution.ofExact(new long[0], new long[0]);

    @Test
    void quantiles_equal_rs() {
        Map<String, Distribution> samples = new HashMap<>();
        for (Map<String, String> row : Expected.rows("quantile-samples.csv")) {
            samples.put(
                    Expected.text(row, "sample"),
                    of(Arrays.stream(Expected.text(row, "values").split(" "))
                            .map(Long::valueOf)
                            .toList()));
        }
        Map<QuantileType, String> columns = new EnumMap<>(Map.of(
                QuantileType.INVERTED_CDF,
                "type1",
                QuantileType.AVERAGED_INVERTED_CDF,
                "type2",
                QuantileType.HAZEN,
                "type5",
                QuantileType.WEIBULL,
                "type6",
                QuantileType.LINEAR,
                "type7",
                QuantileType.MEDIAN_UNBIASED,
                "type8"));
        List<Map<String, String>> rows = Expected.rows("quantiles.csv");
        for (Map<String, String> row : rows) {
            Distribution sample = Objects.requireNonNull(samples.get(Expected.text(row, "sample")));
            assertThat(sample.n()).isEqualTo(Expected.whole(row, "n"));
            columns.forEach((type, column) -> {
                Bounds quantile =
                        sample.quantile(Expected.number(row, "p"), type).orElseThrow();
                assertThat(quantile.isExact()).isTrue();
                Expected.assertClose(row, column, quantile.lower().doubleValue());
            });
        }
        assertThat(rows).hasSize(66);
    }

    @Test
    void a_share_is_the_decimal_number_that_it_prints_as() {
        // In base 2, 0.07 of 100 values are more than 7, of which the next is the 8th.
        long[] hundred = new long[100];
        long[] ones = new long[100];
        Arrays.setAll(hundred, i -> i + 1);
        Arrays.fill(ones, 1);
        Distribution distribution = Distribution.ofExact(hundred, ones);
        for (int i = 1; i <= 100; i++) {
            assertThat(distribution.quantile(i / 100.0)).contains(Bounds.of(i, i));
        }
    }

    @Test
    void of_buckets_figures_are_bounds() {
        Distribution buckets =
                Distribution.ofBuckets(new long[] {0, 10, 20}, new long[] {0, 19, 29}, new long[] {1, 2, 1});
        assertThat(buckets.quantile(0)).contains(Bounds.of(0, 0));
        assertThat(buckets.quantile(0.5)).contains(Bounds.of(10, 19));
        assertThat(buckets.quantile(0.5).orElseThrow()).hasToString("10..19");
        assertThat(buckets.quantile(0.9, QuantileType.LINEAR))
                .contains(new Bounds(new BigDecimal("17"), new BigDecimal("26")));
        assertThat(buckets.min()).contains(Bounds.of(0, 0));
        assertThat(buckets.max()).contains(Bounds.of(20, 29));
        assertThat(buckets.sum()).isEmpty();
        assertThat(buckets.mean(1)).isEmpty();
        assertThat(buckets.variance(1)).isEmpty();
        assertThat(buckets).hasToString("4 values from 0 to 29");
        assertThat(buckets.value(1)).isEqualTo(Bounds.of(10, 19));
        assertThat(buckets.count(1)).isEqualTo(2);
        Distribution summed = Distribution.ofBuckets(
                new long[] {0, 10, 20}, new long[] {0, 19, 29}, new long[] {1, 2, 1}, BigInteger.valueOf(50));
        assertThat(summed.mean(1)).contains(new BigDecimal("12.5"));
        assertThat(summed).isNotEqualTo(buckets);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.ofBuckets(
                        new long[] {0, 10}, new long[] {0, 19}, new long[] {1, 2}, BigInteger.valueOf(39)))
                .withMessage("sum must be from 20 to 38, but was 39");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.ofBuckets(
                        new long[] {0, 10}, new long[] {0, 19}, new long[] {1, 2}, BigInteger.valueOf(19)));
    }

    @Test
    void buckets_of_one_value_each_are_exact() {
        Distribution exact = Distribution.ofExact(new long[] {1, 5}, new long[] {2, 3});
        assertThat(Distribution.ofBuckets(new long[] {1, 5}, new long[] {1, 5}, new long[] {2, 3}))
                .isEqualTo(exact)
                .hasSameHashCodeAs(exact);
        assertThat(exact).isNotEqualTo(Distribution.ofExact(new long[] {1, 5}, new long[] {3, 2}));
        assertThat(exact).isNotEqualTo(Distribution.ofExact(new long[] {1, 6}, new long[] {2, 3}));
    }

    @Test
    void nothing_has_no_figures() {
        assertThat(NONE.n()).isZero();
        assertThat(NONE.size()).isZero();
        assertThat(NONE.quantile(0.5)).isEmpty();
        assertThat(NONE.mean(1)).isEmpty();
        assertThat(NONE.variance(1)).isEmpty();
        assertThat(NONE.min()).isEmpty();
        assertThat(NONE.max()).isEmpty();
        assertThat(NONE.sum()).contains(BigInteger.ZERO);
        assertThat(NONE).hasToString("no values");
        assertThat(Distribution.ofExact(new long[] {7}, new long[] {1}).variance(1))
                .isEmpty();
    }

    @Test
    void sums_are_exact_beyond_64_bits() {
        long max = Long.MAX_VALUE;
        Distribution large = Distribution.ofExact(new long[] {max - 1, max}, new long[] {1, max - 1});
        BigInteger big = BigInteger.valueOf(max);
        assertThat(large.sum()).contains(big.multiply(big).subtract(BigInteger.ONE));
        assertThat(large.mean(0)).contains(new BigDecimal(max));
        assertThat(large.quantile(1)).contains(Bounds.of(max, max));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Distribution.ofExact(new long[] {1, 2}, new long[] {1, max}));
    }

    @Test
    void what_is_out_of_order_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.ofExact(new long[] {2, 2}, new long[] {1, 1}))
                .withMessage("values must rise, but value 1 was 2 after 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.ofBuckets(new long[] {3}, new long[] {2}, new long[] {1}))
                .withMessage("values must rise, but value 0 was 3 to 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.ofExact(new long[] {1}, new long[] {0}))
                .withMessage("counts must be above 0, but count 0 was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.ofExact(new long[] {1}, new long[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.ofBuckets(new long[] {1}, new long[0], new long[] {1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NONE.quantile(1.1))
                .withMessage("p must be from 0 to 1, but was 1.1");
        assertThatIllegalArgumentException().isThrownBy(() -> NONE.quantile(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> NONE.mean(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> NONE.variance(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bounds(BigDecimal.ONE, BigDecimal.ZERO))
                .withMessage("lower must not be above upper 0, but was 1");
    }

    @Test
    void what_was_handed_in_may_change_afterwards() {
        long[] values = {1, 2};
        long[] counts = {1, 1};
        Distribution distribution = Distribution.ofExact(values, counts);
        values[0] = 5;
        counts[0] = 5;
        assertThat(distribution).isEqualTo(Distribution.ofExact(new long[] {1, 2}, new long[] {1, 1}));
    }

    @Property(tries = 500)
    void law_13_quantiles_are_those_of_the_sorted_list_rise_with_p_and_go_from_least_to_most(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = -50, max = 50) Long> values,
            @ForAll @IntRange(max = 1_000) int permille,
            @ForAll QuantileType type) {
        Distribution distribution = of(values);
        List<Long> sorted = values.stream().sorted().toList();
        BigDecimal p = BigDecimal.valueOf(permille, 3);
        Bounds quantile = distribution.quantile(permille / 1000.0, type).orElseThrow();
        assertThat(quantile.isExact()).isTrue();
        if (type == QuantileType.INVERTED_CDF) {
            BigDecimal needed = p.multiply(BigDecimal.valueOf(sorted.size()));
            long expected = sorted.stream()
                    .filter(v -> BigDecimal.valueOf(
                                            sorted.stream().filter(w -> w <= v).count())
                                    .compareTo(needed)
                            >= 0)
                    .findFirst()
                    .orElseThrow();
            assertThat(quantile).isEqualTo(Bounds.of(expected, expected));
        }
        if (type == QuantileType.LINEAR) {
            BigDecimal at = p.multiply(BigDecimal.valueOf(sorted.size() - 1L));
            int below = at.intValue();
            BigDecimal low = BigDecimal.valueOf(sorted.get(below));
            BigDecimal high = BigDecimal.valueOf(sorted.get(Math.min(below + 1, sorted.size() - 1)));
            BigDecimal way = at.subtract(BigDecimal.valueOf(below));
            assertThat(quantile.lower())
                    .isEqualByComparingTo(
                            low.multiply(BigDecimal.ONE.subtract(way)).add(high.multiply(way)));
        }
        Bounds next = distribution
                .quantile(Math.min(1000, permille + 1) / 1000.0, type)
                .orElseThrow();
        assertThat(next.lower()).isGreaterThanOrEqualTo(quantile.lower());
        assertThat(distribution.quantile(0, type)).isEqualTo(distribution.min());
        assertThat(distribution.quantile(1, type)).isEqualTo(distribution.max());
        assertThat(distribution.min().map(Bounds::lower)).contains(BigDecimal.valueOf(sorted.get(0)));
    }

    @Property(tries = 500)
    void law_13_a_quantile_is_within_the_bounds_of_that_of_its_buckets(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = -50, max = 50) Long> values,
            @ForAll @IntRange(max = 100) int percent,
            @ForAll @IntRange(min = 1, max = 20) int width,
            @ForAll QuantileType type) {
        Bounds exact = of(values).quantile(percent / 100.0, type).orElseThrow();
        Bounds bounds = inBuckets(values, width).quantile(percent / 100.0, type).orElseThrow();
        assertThat(exact.lower()).isBetween(bounds.lower(), bounds.upper());
        assertThat(bounds.upper().subtract(bounds.lower())).isLessThan(BigDecimal.valueOf(width));
    }

    @Property(tries = 300)
    void mean_and_variance_are_rounded_once_from_the_exact_value(
            @ForAll @Size(min = 2, max = 40)
                    List<@LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) Long> values) {
        Distribution distribution = of(values);
        BigDecimal n = BigDecimal.valueOf(values.size());
        BigDecimal sum = values.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(distribution.sum()).contains(sum.toBigIntegerExact());
        assertThat(distribution.mean(3)).contains(sum.divide(n, 3, RoundingMode.HALF_UP));
        // Twice the sum over all pairs of half their squared difference, over n(n-1).
        BigDecimal pairs = BigDecimal.ZERO;
        for (long one : values) {
            for (long other : values) {
                pairs = pairs.add(BigDecimal.valueOf(one - other).pow(2));
            }
        }
        BigDecimal divisor = n.multiply(n.subtract(BigDecimal.ONE)).multiply(BigDecimal.valueOf(2));
        assertThat(distribution.variance(3)).isEqualTo(Optional.of(pairs.divide(divisor, 3, RoundingMode.HALF_UP)));
    }

    static Distribution of(List<Long> values) {
        return inBuckets(values, 1);
    }

    static Distribution inBuckets(List<Long> values, int width) {
        TreeMap<Long, Long> counts = new TreeMap<>();
        values.forEach(v -> counts.merge(Math.floorDiv(v, (long) width), 1L, Long::sum));
        long[] lowers = counts.keySet().stream().mapToLong(b -> b * width).toArray();
        long[] uppers = Arrays.stream(lowers).map(l -> l + width - 1).toArray();
        return Distribution.ofBuckets(
                lowers,
                uppers,
                counts.values().stream().mapToLong(Long::longValue).toArray());
    }

    @Test
    void a_sum_may_be_the_least_or_the_most_that_the_buckets_allow() {
        long[] lowers = {0, 10};
        long[] uppers = {0, 19};
        long[] counts = {1, 2};
        for (long sum : new long[] {20, 38}) {
            assertThat(Distribution.ofBuckets(lowers, uppers, counts, BigInteger.valueOf(sum))
                            .sum())
                    .contains(BigInteger.valueOf(sum));
        }
    }

    @Test
    void buckets_need_a_lower_bound_an_upper_bound_and_a_count_each() {
        long[] one = {1};
        long[] two = {1, 5};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.ofBuckets(two, one, one))
                .withMessage("values and counts must be as many, but were 2 and 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.ofBuckets(one, two, one));
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.ofBuckets(one, one, two));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.ofBuckets(two, one, one, BigInteger.ONE))
                .withMessage("values and counts must be as many, but were 2 and 1");
    }
}
