package io.github.hotlinekit.stats.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RateChangeTest {

    @Test
    void newcombes_interval_and_the_pooled_test_equal_r() {
        List<Map<String, String>> rows = Expected.rows("two-proportions.csv");
        for (Map<String, String> row : rows) {
            RateChange change = RateChange.between(
                    Ratio.of(Expected.whole(row, "x2"), Expected.whole(row, "n2")),
                    Ratio.of(Expected.whole(row, "x1"), Expected.whole(row, "n1")),
                    0.95);
            Interval interval = change.interval().orElseThrow();
            Expected.assertClose(row, "newcombe_lower", interval.lower());
            Expected.assertClose(row, "newcombe_upper", interval.upper());
            Expected.assertClose(row, "z_pooled", change.z());
            Expected.assertClose(row, "p_two_sided", change.p());
            Expected.assertClose(
                    row,
                    "difference",
                    change.points(15).orElseThrow().movePointLeft(2).doubleValue());
        }
        assertThat(rows).hasSize(30);
    }

    @Test
    void rates_change_in_percentage_points() {
        assertThat(change(80, 100, 84, 100).points(1)).contains(new BigDecimal("4.0"));
        assertThat(change(84, 100, 80, 100).points(0)).contains(new BigDecimal("-4"));
        assertThat(change(1, 3, 2, 3).points(2)).contains(new BigDecimal("33.33"));
        assertThat(change(0, 8, 1, 8).points(0)).contains(new BigDecimal("13"));
        assertThat(change(1, 8, 0, 8).points(0)).contains(new BigDecimal("-13"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change(1, 2, 1, 2).points(19))
                .withMessage("decimals must be from 0 to 18, but was 19");
        assertThatIllegalArgumentException().isThrownBy(() -> change(1, 2, 1, 2).points(-1));
    }

    @Test
    void a_change_is_up_or_down_only_where_its_interval_leaves_out_0() {
        assertThat(change(800, 1000, 850, 1000).movement()).isEqualTo(Movement.UP);
        assertThat(change(850, 1000, 800, 1000).movement()).isEqualTo(Movement.DOWN);
        assertThat(change(8, 10, 9, 10).movement()).isEqualTo(Movement.NO_CLEAR_CHANGE);
        assertThat(change(404, 404, 8, 8).movement()).isEqualTo(Movement.NO_CLEAR_CHANGE);
        assertThat(Movement.UP.label().zh()).isEqualTo("上升");
    }

    @Test
    void what_has_no_data_has_no_change() {
        for (RateChange none : List.of(change(0, 0, 1, 2), change(1, 2, 0, 0))) {
            assertThat(none.movement()).isEqualTo(Movement.NO_DATA);
            assertThat(none.points(1)).isEmpty();
            assertThat(none.interval()).isEmpty();
            assertThat(none.z()).isEmpty();
            assertThat(none.p()).isEmpty();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> RateChange.between(Ratio.of(1, 2), Ratio.of(1, 2), 1));
    }

    @Property(tries = 300)
    void a_change_there_and_a_change_back_are_each_others_mirror(
            @ForAll @IntRange(min = 1, max = 5_000) int n1,
            @ForAll @IntRange(max = 5_000) int x1,
            @ForAll @IntRange(min = 1, max = 5_000) int n2,
            @ForAll @IntRange(max = 5_000) int x2) {
        RateChange there = change(x1 % (n1 + 1), n1, x2 % (n2 + 1), n2);
        RateChange back = change(x2 % (n2 + 1), n2, x1 % (n1 + 1), n1);
        Interval one = there.interval().orElseThrow();
        Interval other = back.interval().orElseThrow();
        assertThat(one.lower()).isCloseTo(-other.upper(), within(1e-15)).isGreaterThanOrEqualTo(-1);
        assertThat(one.upper()).isCloseTo(-other.lower(), within(1e-15)).isLessThanOrEqualTo(1);
        BigDecimal points = there.points(6).orElseThrow();
        assertThat(points).isEqualTo(back.points(6).orElseThrow().negate());
        assertThat(points.doubleValue() / 100).isBetween(one.lower() - 1e-8, one.upper() + 1e-8);
        assertThat(there.p()).isEqualTo(back.p());
        assertThat(there.movement() == Movement.UP).isEqualTo(back.movement() == Movement.DOWN);
        assertThat(there.movement() == Movement.UP).isEqualTo(one.lower() > 0);
    }

    private static RateChange change(long before, long ofBefore, long now, long ofNow) {
        return RateChange.between(Ratio.of(before, ofBefore), Ratio.of(now, ofNow), 0.95);
    }

    @Test
    void points_have_up_to_18_decimals() {
        RateChange third = RateChange.between(Ratio.of(0, 3), Ratio.of(1, 3), 0.95);
        assertThat(third.points(0)).contains(new BigDecimal("33"));
        assertThat(third.points(18)).contains(new BigDecimal("33.333333333333333333"));
    }
}
