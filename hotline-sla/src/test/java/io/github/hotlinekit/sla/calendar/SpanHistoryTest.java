package io.github.hotlinekit.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The shortest and the longest time that working days ever took. */
class SpanHistoryTest {

    private static SpanHistory history(RandomDays plan) {
        NaiveCalendar naive = plan.naive();
        MonthIndex index = MonthIndex.of(RandomDays.FIRST, RandomDays.LAST, naive::isWorkingDay);
        return SpanHistory.of(
                index,
                index.before(RandomDays.FIRST),
                index.through(RandomDays.SETTLED),
                RandomDays.FIRST.toEpochDay(),
                RandomDays.SETTLED.toEpochDay(),
                new BaseWeek(plan.week()));
    }

    private static List<LocalDate> worked(RandomDays plan) {
        NaiveCalendar naive = plan.naive();
        return RandomDays.FIRST
                .datesUntil(RandomDays.SETTLED.plusDays(1))
                .filter(naive::isWorkingDay)
                .toList();
    }

    @Property(tries = 100)
    void of_as_many_working_days_as_there_were_the_bounds_are_the_least_and_the_most(@ForAll("plans") RandomDays plan) {
        List<LocalDate> worked = worked(plan);
        SpanHistory history = history(plan);
        List<LocalDate> and = new ArrayList<>(worked); // before the first and after the last all may have been worked
        and.add(0, RandomDays.FIRST.minusDays(1));
        and.add(RandomDays.SETTLED.plusDays(1));
        for (int n = 1; n <= worked.size(); n++) {
            long least = Long.MAX_VALUE;
            for (int i = 0; i + n <= worked.size(); i++) {
                long eve = worked.get(i).toEpochDay() - 1;
                least = Math.min(least, worked.get(i + n - 1).toEpochDay() - eve);
            }
            long most = 0;
            for (int i = 0; i + n < and.size(); i++) {
                most = Math.max(most, and.get(i + n).toEpochDay() - and.get(i).toEpochDay());
            }
            assertThat(history.shortest(n)).as("shortest " + n).isEqualTo(least);
            assertThat(history.longest(n)).as("longest " + n).isEqualTo(most);
        }
    }

    @Property(tries = 100)
    void of_more_working_days_than_there_were_the_bounds_are_sums(
            @ForAll("plans") RandomDays plan, @ForAll @IntRange(max = 400) int more) {
        int all = worked(plan).size();
        SpanHistory history = history(plan);
        if (all > 0) {
            int n = all + more;
            assertThat(history.shortest(n)).isEqualTo(sum(n, all, k -> history.shortest((int) k)));
            assertThat(history.longest(n)).isEqualTo(sum(n, all, k -> history.longest((int) k)));
        }
        assertThat(history.shortest(0)).isZero();
        assertThat(history.longest(0)).isZero();
    }

    private static long sum(int n, int all, LongUnaryOperator bound) {
        long sum = 0;
        for (int left = n; left > 0; left -= all) {
            sum += bound.applyAsLong(Math.min(left, all));
        }
        return sum;
    }

    @Property(tries = 100)
    void as_many_working_days_fit_into_a_span_as_have_a_bound_within_it(
            @ForAll("plans") RandomDays plan,
            @ForAll @IntRange(max = 300) int span,
            @ForAll @IntRange(max = 300) int limit) {
        SpanHistory history = history(plan);
        int always = 0;
        int ever = 0;
        for (int n = 1; n <= limit; n++) {
            always = history.longest(n) <= span ? n : always;
            ever = history.shortest(n) <= span ? n : ever;
        }
        assertThat(history.alwaysIn(span, limit)).isEqualTo(always);
        assertThat(history.everIn(span, limit)).isEqualTo(ever);
    }

    @Test
    void a_past_may_end_with_the_last_day_of_its_last_month() {
        LocalDate first = LocalDate.of(2026, 6, 1);
        LocalDate last = LocalDate.of(2026, 6, 30);
        BaseWeek week = new BaseWeek(NaiveCalendar.MONDAY_TO_FRIDAY);
        MonthIndex index = MonthIndex.of(first, last, week::works);
        SpanHistory june = SpanHistory.of(index, 0, index.size(), first.toEpochDay(), last.toEpochDay(), week);
        assertThat(List.of(june.shortest(22), june.longest(22), june.longest(1)))
                .containsExactly(30L, 30L, 3L);
    }

    @Test
    void where_no_day_was_worked_ten_plain_weeks_stand_for_the_past() {
        SpanHistory weeks = SpanHistory.of(
                MonthIndex.of(RandomDays.FIRST, RandomDays.LAST, day -> false),
                0,
                0,
                RandomDays.FIRST.toEpochDay(),
                RandomDays.SETTLED.toEpochDay(),
                new BaseWeek(NaiveCalendar.MONDAY_TO_FRIDAY));
        assertThat(List.of(weeks.shortest(1), weeks.shortest(5), weeks.shortest(6), weeks.shortest(49)))
                .containsExactly(1L, 5L, 8L, 67L);
        assertThat(List.of(weeks.longest(1), weeks.longest(4), weeks.longest(5), weeks.longest(50)))
                .containsExactly(3L, 6L, 7L, 70L);
        // the fiftieth day after a Monday is a Monday
        assertThat(List.of(weeks.shortest(50), weeks.shortest(51), weeks.longest(51), weeks.longest(105)))
                .containsExactly(70L, 71L, 73L, 147L);
    }

    @Provide
    Arbitrary<RandomDays> plans() {
        return RandomDays.any();
    }
}
