package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PeriodUnitTest {

    private static final Map<PeriodUnit, List<PeriodUnit>> COARSER = Map.of(
            PeriodUnit.DAY, List.of(PeriodUnit.values()),
            PeriodUnit.ISO_WEEK, List.of(PeriodUnit.ISO_WEEK),
            PeriodUnit.MONTH, List.of(PeriodUnit.MONTH, PeriodUnit.QUARTER, PeriodUnit.YEAR),
            PeriodUnit.QUARTER, List.of(PeriodUnit.QUARTER, PeriodUnit.YEAR),
            PeriodUnit.YEAR, List.of(PeriodUnit.YEAR));

    @Property
    void the_period_of_a_day_has_just_the_days_of_its_key(
            @ForAll PeriodUnit unit, @ForAll @IntRange(min = -800_000, max = 4_000_000) int epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        String key = unit.keyOf(day);
        Window period = Window.of(unit, day);
        assertThat(period.contains(day)).isTrue();
        assertThat(period.from()).isEqualTo(unit.firstDay(day));
        assertThat(unit.keyOf(period.from())).isEqualTo(key);
        assertThat(unit.keyOf(period.until().minusDays(1))).isEqualTo(key);
        assertThat(unit.keyOf(period.from().minusDays(1))).isNotEqualTo(key);
        assertThat(unit.keyOf(period.until())).isNotEqualTo(key);
    }

    @Property
    void the_key_of_a_day_by_a_coarser_unit_is_found_by_its_key_where_periods_fit_into_that(
            @ForAll @IntRange(min = -800_000, max = 4_000_000) int epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        for (PeriodUnit unit : PeriodUnit.values()) {
            assertThat(unit.isKey(unit.keyOf(day))).isTrue();
            for (PeriodUnit other : PeriodUnit.values()) {
                Optional<UnaryOperator<String>> way = unit.rollUpTo(other);
                assertThat(way.isPresent())
                        .isEqualTo(COARSER.getOrDefault(unit, List.of()).contains(other));
                way.ifPresent(w -> assertThat(w.apply(unit.keyOf(day))).isEqualTo(other.keyOf(day)));
            }
        }
    }

    @Test
    void what_names_no_period_is_no_key() {
        Map<PeriodUnit, List<String>> wrong = Map.of(
                PeriodUnit.DAY, List.of("2026-02-29", "2026-2-01", "2026-02", "today"),
                PeriodUnit.ISO_WEEK,
                        List.of("2026-W54", "2025-W53", "2026-W1", "2026-W00", "2026-05", "26-W01", "W05", "-W"),
                PeriodUnit.MONTH, List.of("2026-13", "2026-00", "2026-1", "2026", "2026-01-01"),
                PeriodUnit.QUARTER, List.of("2026-Q0", "2026-Q5", "spring-Q1", "2026-Q", "2026-Q01", "2026-1", "-Q1"),
                PeriodUnit.YEAR, List.of("26", "12026", "the year", "2026-01"));
        wrong.forEach((unit, texts) -> {
            assertThat(texts).noneMatch(unit::isKey);
            assertThat(unit.isKey("")).isFalse();
        });
        assertThat(PeriodUnit.ISO_WEEK.isKey("2026-W53")).isTrue();
    }

    @Property
    void a_window_has_the_days_from_its_first_to_the_one_before_the_end(
            @ForAll @IntRange(max = 1_000) int days, @ForAll @IntRange(min = -2, max = 1_002) int after) {
        LocalDate from = LocalDate.of(2025, 11, 30);
        Window window = Window.of(from, from.plusDays(days));
        assertThat(window.days()).isEqualTo(days).isEqualTo(ChronoUnit.DAYS.between(window.from(), window.until()));
        assertThat(window.contains(from.plusDays(after))).isEqualTo(after >= 0 && after < days);
        assertThat(window.contains(from.minusDays(1))).isFalse();
        assertThat(window.contains(from)).isEqualTo(days > 0);
        assertThat(window.contains(window.until())).isFalse();
    }

    @Test
    void a_window_that_ends_before_it_begins_is_refused() {
        LocalDate day = LocalDate.of(2026, 2, 1);
        assertThat(Window.of(day, day).days()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Window.of(day, day.minusDays(1)))
                .withMessageContaining("2026-02-01/2026-01-31");
    }
}
