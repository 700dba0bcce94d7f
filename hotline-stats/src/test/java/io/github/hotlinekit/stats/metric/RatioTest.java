package io.github.hotlinekit.stats.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void nothing_of_nothing_is_no_data() {
        assertThat(Ratio.of(0, 0).percent(1)).isEmpty();
        assertThat(Ratio.of(0, 0).hasData()).isFalse();
        assertThat(Ratio.of(0, 1).percent(1)).contains(new BigDecimal("0.0"));
        assertThat(Ratio.of(1, 1).percent(0)).contains(new BigDecimal("100"));
        assertThat(Ratio.of(94, 100)).hasToString("94/100");
    }

    @Test
    void a_numerator_beyond_the_denominator_is_refused_with_both() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratio.of(2, 1))
                .withMessage("numerator must be between 0 and the denominator 1, but was 2");
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.of(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.of(0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.of(1, 2).percent(19));
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.of(1, 2).percent(-1));
    }

    @Property
    void a_percentage_is_the_exact_value_rounded_half_up(
            @ForAll @LongRange(min = 1) long denominator,
            @ForAll @LongRange long part,
            @ForAll @IntRange(max = 18) int decimals) {
        long numerator = Math.floorMod(part, denominator);
        BigDecimal percent = Ratio.of(numerator, denominator).percent(decimals).orElseThrow();
        assertThat(percent.scale()).isEqualTo(decimals);
        // half up: unscaled = floor(num * 100 * 10^d / den + 1/2), in whole numbers
        BigInteger doubled = BigInteger.valueOf(numerator)
                .multiply(BigInteger.TEN.pow(decimals + 2))
                .shiftLeft(1)
                .add(BigInteger.valueOf(denominator));
        assertThat(percent.unscaledValue())
                .isEqualTo(doubled.divide(BigInteger.valueOf(denominator).shiftLeft(1)));
    }

    @Property
    void rates_compare_as_exact_fractions_do(
            @ForAll @LongRange(min = 1) long denominator,
            @ForAll @LongRange long part,
            @ForAll @LongRange(min = 1) long otherDenominator,
            @ForAll @LongRange long otherPart) {
        Ratio one = Ratio.of(Math.floorMod(part, denominator), denominator);
        Ratio other = Ratio.of(Math.floorMod(otherPart, otherDenominator), otherDenominator);
        int expected = BigInteger.valueOf(one.numerator())
                .multiply(BigInteger.valueOf(other.denominator()))
                .compareTo(BigInteger.valueOf(other.numerator()).multiply(BigInteger.valueOf(one.denominator())));
        assertThat(Integer.signum(one.compareRates(other))).isEqualTo(expected);
        assertThat(Integer.signum(other.compareRates(one))).isEqualTo(-expected);
        assertThat(one.compareRates(one)).isZero();
    }

    @Test
    void rates_that_differ_in_the_lowest_bits_of_a_128_bit_product_are_told_apart() {
        long max = Long.MAX_VALUE;
        assertThat(Ratio.of(max - 1, max).compareRates(Ratio.of(max - 2, max - 1)))
                .isPositive();
        assertThat(Ratio.of(max - 2, max - 1).compareRates(Ratio.of(max - 1, max)))
                .isNegative();
        // Products of 2^63 and a little less: the same high half, and low halves that a signed comparison swaps.
        long root = 1L << 31;
        assertThat(Ratio.of(root, root * 2 - 1).compareRates(Ratio.of(root - 1, root * 2)))
                .isPositive();
        assertThat(Ratio.of(1, 2).compareRates(Ratio.of(50, 100))).isZero();
    }

    @Test
    void what_has_no_data_is_compared_with_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratio.of(0, 0).compareRates(Ratio.of(1, 2)))
                .withMessage("rates compared must have data, but were 0/0 and 1/2");
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.of(1, 2).compareRates(Ratio.of(0, 0)));
    }

    @Test
    void percentages_equal_those_of_exact_arithmetic() {
        List<Map<String, String>> rows = Expected.rows("percent-rounding.csv");
        for (Map<String, String> row : rows) {
            Ratio ratio = Ratio.of(Expected.whole(row, "numerator"), Expected.whole(row, "denominator"));
            int decimals = (int) Expected.whole(row, "decimals");
            for (RoundingMode rounding : List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN)) {
                assertThat(ratio.percent(decimals, rounding)
                                .map(BigDecimal::toPlainString)
                                .orElse(""))
                        .as(row.toString())
                        .isEqualTo(row.get(rounding.name().toLowerCase(Locale.ROOT)));
            }
        }
        assertThat(rows).hasSize(94);
    }

    @Test
    void unless_it_is_all_it_is_not_100_and_unless_it_is_none_not_0() {
        assertThat(Ratio.of(999_999, 1_000_000).percent(1)).contains(new BigDecimal("100.0"));
        assertThat(Ratio.of(999_999, 1_000_000).percentUnlessAll(1)).contains(new BigDecimal("99.9"));
        assertThat(Ratio.of(1, 1_000_000).percentUnlessAll(1)).contains(new BigDecimal("0.1"));
        assertThat(Ratio.of(1, 1_000_000).percentUnlessAll(0)).contains(new BigDecimal("1"));
        assertThat(Ratio.of(999_999, 1_000_000).percentUnlessAll(0)).contains(new BigDecimal("99"));
        assertThat(Ratio.of(7, 7).percentUnlessAll(1)).contains(new BigDecimal("100.0"));
        assertThat(Ratio.of(0, 7).percentUnlessAll(1)).contains(new BigDecimal("0.0"));
        assertThat(Ratio.of(0, 0).percentUnlessAll(1)).isEmpty();
    }

    @Property
    void in_between_it_is_the_percentage(
            @ForAll @LongRange(min = 1) long denominator,
            @ForAll @LongRange long part,
            @ForAll @IntRange(max = 18) int decimals) {
        Ratio ratio = Ratio.of(Math.floorMod(part, denominator), denominator);
        BigDecimal percent = ratio.percent(decimals).orElseThrow();
        BigDecimal unlessAll = ratio.percentUnlessAll(decimals).orElseThrow();
        assertThat(unlessAll.scale()).isEqualTo(decimals);
        assertThat(unlessAll.signum() == 0).isEqualTo(ratio.numerator() == 0);
        assertThat(unlessAll).isLessThan(new BigDecimal(100));
        if (percent.signum() > 0 && percent.compareTo(new BigDecimal(100)) < 0) {
            assertThat(unlessAll).isEqualTo(percent);
        }
    }
}
