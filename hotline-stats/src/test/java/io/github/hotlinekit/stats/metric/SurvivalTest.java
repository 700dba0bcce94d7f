package io.github.hotlinekit.stats.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SurvivalTest {

    @Test
    void curve_and_greenwoods_error_equal_rs() {
        assertThat(compareCurves(Expected::rows)).isEqualTo(61);
    }

    @Test
    void quantiles_equal_rs_with_open_cases_and_without_them() {
        assertThat(compareQuantiles(Expected::rows)).isEqualTo(8);
    }

    /** A data set of R's package survival, which is not ours to ship. */
    @Test
    void curve_error_and_quantiles_of_maintained_leukaemia_equal_rs() {
        assertThat(compareCurves(SurvivalTest::maintained)).isEqualTo(10);
        assertThat(compareQuantiles(SurvivalTest::maintained)).isEqualTo(4);
    }

    private static List<Map<String, String>> maintained(String file) {
        return ofSet(Expected.sharedRows(file), "aml_maintained");
    }

    private static int compareCurves(Function<String, List<Map<String, String>>> rows) {
        int compared = 0;
        for (Map.Entry<String, Times> set : sets(rows).entrySet()) {
            List<Survival.Step> steps = set.getValue().survival().steps();
            List<Map<String, String>> expected = ofSet(rows.apply("open-cases-curve.csv"), set.getKey());
            assertThat(steps).hasSameSizeAs(expected);
            for (int i = 0; i < steps.size(); i++) {
                Survival.Step step = steps.get(i);
                Map<String, String> row = expected.get(i);
                assertThat(step.time()).isEqualTo(Expected.whole(row, "time"));
                assertThat(step.atRisk()).isEqualTo(Expected.whole(row, "at_risk"));
                assertThat(step.closed()).isEqualTo(Expected.whole(row, "closed"));
                assertThat(step.censored()).isEqualTo(Expected.whole(row, "censored"));
                Expected.assertClose(row, "still_open", step.stillOpen());
                Expected.assertClose(row, "greenwood_se", step.standardError());
                compared++;
            }
        }
        return compared;
    }

    private static int compareQuantiles(Function<String, List<Map<String, String>>> rows) {
        int compared = 0;
        for (Map.Entry<String, Times> set : sets(rows).entrySet()) {
            for (Map<String, String> row : ofSet(rows.apply("open-cases-quantiles.csv"), set.getKey())) {
                double p = Expected.number(row, "p");
                Expected.assertClose(
                        row, "km_quantile", number(set.getValue().survival().quantile(p)));
                Optional<Bounds> completedOnly =
                        DistributionTest.of(set.getValue().closed()).quantile(p, QuantileType.AVERAGED_INVERTED_CDF);
                assertThat(completedOnly.stream()).allMatch(Bounds::isExact);
                Expected.assertClose(row, "completed_only_type2", number(completedOnly.map(Bounds::lower)));
                compared++;
            }
        }
        return compared;
    }

    private static OptionalDouble number(Optional<BigDecimal> value) {
        return value.map(v -> OptionalDouble.of(v.doubleValue())).orElse(OptionalDouble.empty());
    }

    @Test
    void a_share_that_is_met_over_a_stretch_is_reached_in_its_middle() {
        Survival curve = survival(List.of(10L, 20L), List.of(5L));
        // Of the two at risk, half are closed at 10.
        assertThat(curve.quantile(0.5)).contains(new BigDecimal("15"));
        assertThat(curve.quantile(0.51)).contains(new BigDecimal("20"));
        assertThat(curve.quantile(1)).contains(new BigDecimal("20"));
        // The stretch ends where nothing more is known.
        assertThat(survival(List.of(10L), List.of(13L)).quantile(0.5)).contains(new BigDecimal("11.5"));
        assertThat(survival(List.of(10L), List.of(13L)).quantile(0.51)).isEmpty();
    }

    @Test
    void closed_comes_before_open_at_one_time() {
        Survival curve = survival(List.of(7L), List.of(7L));
        assertThat(curve.steps())
                .containsExactly(new Survival.Step(7, 2, 1, 1, 0.5, OptionalDouble.of(0.5 * Math.sqrt(0.5))));
        assertThat(curve.stillOpen(6)).isEqualTo(1);
        assertThat(curve.stillOpen(7)).isEqualTo(0.5);
        assertThat(curve.stillOpen(Long.MAX_VALUE)).isEqualTo(0.5);
    }

    @Test
    void no_cases_have_no_curve() {
        Survival none = survival(List.of(), List.of());
        assertThat(none.steps()).isEmpty();
        assertThat(none.stillOpen(0)).isEqualTo(1);
        assertThat(none.quantile(0.5)).isEmpty();
        assertThat(none).isEqualTo(survival(List.of(), List.of())).hasToString("curve of 0 steps");
        assertThat(none).isNotEqualTo(survival(List.of(1L), List.of()));
        assertThat(none).hasSameHashCodeAs(survival(List.of(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> none.quantile(0))
                .withMessage("p must be above 0 and at most 1, but was 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> none.quantile(1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> none.quantile(Double.NaN));
    }

    @Property(tries = 300)
    void the_share_still_open_is_the_product_over_the_closings(
            @ForAll @Size(max = 25) List<@LongRange(min = 0, max = 30) Long> closed,
            @ForAll @Size(max = 25) List<@LongRange(min = 0, max = 30) Long> open) {
        Survival curve = survival(closed, open);
        BigDecimal share = BigDecimal.ONE;
        for (long time = 0; time <= 31; time++) {
            long t = time;
            long atRisk = closed.stream().filter(x -> x >= t).count()
                    + open.stream().filter(x -> x >= t).count();
            long done = closed.stream().filter(x -> x == t).count();
            if (done > 0) {
                share = share.multiply(
                        BigDecimal.valueOf(atRisk - done).divide(BigDecimal.valueOf(atRisk), MathContext.DECIMAL128));
            }
            assertThat(curve.stillOpen(t)).isCloseTo(share.doubleValue(), within(1e-13));
        }
        assertThat(curve.steps().stream().mapToLong(Survival.Step::closed).sum())
                .isEqualTo(closed.size());
        assertThat(curve.steps().stream().mapToLong(Survival.Step::censored).sum())
                .isEqualTo(open.size());
        for (Survival.Step step : curve.steps()) {
            assertThat(step.standardError().isEmpty()).isEqualTo(step.stillOpen() == 0);
        }
    }

    @Property(tries = 300)
    void law_14_without_open_cases_it_is_the_share_of_longer_ones_and_the_quantiles_are_of_type_2(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 60) Long> closed,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        Survival curve = survival(closed, List.of());
        for (long time = -1; time <= 61; time++) {
            long t = time;
            double longer = (double) closed.stream().filter(x -> x > t).count() / closed.size();
            assertThat(curve.stillOpen(t)).isCloseTo(longer, within(1e-13));
        }
        BigDecimal quantile = curve.quantile(percent / 100.0).orElseThrow();
        assertThat(new Bounds(quantile, quantile))
                .isEqualTo(DistributionTest.of(closed)
                        .quantile(percent / 100.0, QuantileType.AVERAGED_INVERTED_CDF)
                        .orElseThrow());
    }

    @Property(tries = 300)
    void law_14_another_open_case_never_lowers_the_share_still_open(
            @ForAll @Size(max = 25) List<@LongRange(min = 0, max = 30) Long> closed,
            @ForAll @Size(max = 25) List<@LongRange(min = 0, max = 30) Long> open,
            @ForAll @LongRange(min = 0, max = 30) long age) {
        Survival without = survival(closed, open);
        List<Long> more = new ArrayList<>(open);
        more.add(age);
        Survival with = survival(closed, more);
        for (long time = 0; time <= 31; time++) {
            assertThat(with.stillOpen(time)).isGreaterThanOrEqualTo(without.stillOpen(time));
        }
    }

    @Property(tries = 300)
    void buckets_never_flatter(
            @ForAll @Size(max = 25) List<@LongRange(min = 0, max = 60) Long> closed,
            @ForAll @Size(max = 25) List<@LongRange(min = 0, max = 60) Long> open,
            @ForAll @IntRange(min = 2, max = 15) int width,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        Survival exact = survival(closed, open);
        Survival inBuckets =
                Survival.of(DistributionTest.inBuckets(closed, width), DistributionTest.inBuckets(open, width));
        for (long time = 0; time <= 80; time++) {
            assertThat(inBuckets.stillOpen(time)).isGreaterThanOrEqualTo(exact.stillOpen(time) - 1e-13);
        }
        inBuckets
                .quantile(percent / 100.0)
                .ifPresent(q -> assertThat(q)
                        .isGreaterThanOrEqualTo(exact.quantile(percent / 100.0).orElseThrow()));
    }

    /** The times of the cases that were closed and of those that are open. */
    private record Times(List<Long> closed, List<Long> open) {
        Survival survival() {
            return SurvivalTest.survival(closed, open);
        }
    }

    private static Map<String, Times> sets(Function<String, List<Map<String, String>>> rows) {
        return rows.apply("open-cases-data.csv").stream()
                .collect(Collectors.groupingBy(r -> Expected.text(r, "set")))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> new Times(times(e.getValue(), "true"), times(e.getValue(), "false"))));
    }

    private static List<Long> times(List<Map<String, String>> rows, String closed) {
        return rows.stream()
                .filter(r -> closed.equals(r.get("closed")))
                .map(r -> Expected.whole(r, "time"))
                .toList();
    }

    private static List<Map<String, String>> ofSet(List<Map<String, String>> rows, String set) {
        return rows.stream().filter(r -> set.equals(r.get("set"))).toList();
    }

    private static Survival survival(List<Long> closed, List<Long> open) {
        return Survival.of(DistributionTest.of(closed), DistributionTest.of(open));
    }

    @Test
    void a_share_is_met_to_within_the_tolerance_and_no_further() {
        Survival curve = survival(List.of(10L, 20L), List.of());
        double tolerance = 0x1p-26;
        assertThat(curve.quantile(0.5 - tolerance)).contains(new BigDecimal("15"));
        assertThat(curve.quantile(0.5 - tolerance - 0x1p-50)).contains(new BigDecimal("10"));
        assertThat(curve.quantile(0.5 + tolerance - 0x1p-50)).contains(new BigDecimal("15"));
        assertThat(curve.quantile(0.5 + tolerance)).contains(new BigDecimal("20"));
    }

    @Test
    void the_shortest_time_is_of_a_closing_whatever_was_open_before_it() {
        assertThat(survival(List.of(10L), List.of(5L)).quantile(1e-9)).contains(new BigDecimal("10"));
    }
}
