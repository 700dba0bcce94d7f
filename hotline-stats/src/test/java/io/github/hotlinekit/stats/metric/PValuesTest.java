package io.github.hotlinekit.stats.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PValuesTest {

    @Test
    void the_three_corrections_equal_rs() {
        Map<String, List<Map<String, String>>> sets = Expected.rows("p-adjust.csv").stream()
                .collect(Collectors.groupingBy(r -> Expected.text(r, "set"), LinkedHashMap::new, Collectors.toList()));
        int compared = 0;
        for (List<Map<String, String>> rows : sets.values()) {
            double[] p = rows.stream().mapToDouble(r -> Expected.number(r, "p")).toArray();
            double[] bh = PValues.benjaminiHochberg(p);
            double[] by = PValues.benjaminiYekutieli(p);
            double[] holm = PValues.holm(p);
            for (int i = 0; i < p.length; i++) {
                Expected.assertClose(rows.get(i), "bh", bh[i]);
                Expected.assertClose(rows.get(i), "by", by[i]);
                Expected.assertClose(rows.get(i), "holm", holm[i]);
                compared++;
            }
        }
        assertThat(compared).isEqualTo(40);
    }

    @Property(tries = 300)
    void law_12_corrected_values_keep_the_order_are_never_below_the_raw_ones_and_follow_a_permutation(
            @ForAll("values") double[] p, @ForAll("values") double[] keys) {
        Integer[] order = new Integer[p.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(keys[i % keys.length], keys[j % keys.length]));
        double[] permuted = Arrays.stream(order).mapToDouble(i -> p[i]).toArray();
        List<double[]> corrected =
                List.of(PValues.benjaminiHochberg(p), PValues.benjaminiYekutieli(p), PValues.holm(p));
        List<double[]> ofPermuted = List.of(
                PValues.benjaminiHochberg(permuted), PValues.benjaminiYekutieli(permuted), PValues.holm(permuted));
        for (int m = 0; m < corrected.size(); m++) {
            double[] adjusted = corrected.get(m);
            for (int i = 0; i < p.length; i++) {
                assertThat(adjusted[i]).isBetween(p[i], 1.0);
                assertThat(ofPermuted.get(m)[i]).isEqualTo(adjusted[order[i]]);
                for (int j = 0; j < p.length; j++) {
                    assertThat(p[i] > p[j] || adjusted[i] <= adjusted[j]).isTrue();
                }
            }
        }
        for (int i = 0; i < p.length; i++) {
            assertThat(corrected.get(0)[i]).isLessThanOrEqualTo(corrected.get(2)[i]);
        }
    }

    @Property(tries = 300)
    void corrected_values_are_as_their_definitions_say(@ForAll("values") double[] p) {
        double[] bh = PValues.benjaminiHochberg(p);
        double[] holm = PValues.holm(p);
        for (int i = 0; i < p.length; i++) {
            double own = p[i];
            double least = Arrays.stream(p)
                    .filter(t -> t >= own)
                    .map(t ->
                            t * p.length / Arrays.stream(p).filter(x -> x <= t).count())
                    .min()
                    .orElseThrow();
            double most = Arrays.stream(p)
                    .filter(t -> t <= own)
                    .map(t -> t * Arrays.stream(p).filter(x -> x >= t).count())
                    .max()
                    .orElseThrow();
            assertThat(bh[i]).isCloseTo(Math.min(1, least), within(1e-12));
            assertThat(holm[i]).isCloseTo(Math.min(1, most), within(1e-12));
        }
    }

    @Test
    void none_stay_none_and_what_is_no_probability_is_refused() {
        assertThat(PValues.benjaminiHochberg()).isEmpty();
        assertThat(PValues.benjaminiYekutieli()).isEmpty();
        assertThat(PValues.holm()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PValues.benjaminiHochberg(0.5, 1.5))
                .withMessage("values must be between 0 and 1, but value 1 was 1.5");
        assertThatIllegalArgumentException().isThrownBy(() -> PValues.holm(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> PValues.benjaminiYekutieli(-0.1));
    }

    @Provide
    Arbitrary<double[]> values() {
        // In steps, so that there are ties.
        return Arbitraries.integers()
                .between(0, 100)
                .map(i -> i / 100.0)
                .array(double[].class)
                .ofMinSize(1)
                .ofMaxSize(25);
    }
}
