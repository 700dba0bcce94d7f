package io.github.hotlinekit.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a calendar says of the days it does not know yet. */
class CalendarHorizonTest {

    private static final LocalDate FIRST = RandomDays.FIRST;
    private static final LocalDate SETTLED = RandomDays.SETTLED;

    @Property
    void a_settled_day_is_the_same_whatever_the_future_brings(
            @ForAll("plans") RandomDays plan,
            @ForAll("kinds") Map<LocalDate, DayKind> future,
            @ForAll("dates") LocalDate d,
            @ForAll @IntRange(min = -60, max = 60) int n) {
        Projection projection = plan.calendar().project(d, n);
        if (projection.certainty() == Certainty.SETTLED) {
            assertThat(after(plan, future).plusWorkingDays(d, n))
                    .isEqualTo(projection.date())
                    .isEqualTo(projection.earliest())
                    .isEqualTo(projection.latest());
        }
    }

    /** The same settled days, and others after them. */
    private static NaiveCalendar after(RandomDays plan, Map<LocalDate, DayKind> future) {
        Map<LocalDate, DayKind> kinds = new HashMap<>(plan.kinds());
        future.forEach((date, kind) -> {
            if (date.isAfter(SETTLED)) {
                kinds.put(date, kind);
            }
        });
        return new NaiveCalendar(plan.week(), kinds);
    }

    @Property
    void a_projection_is_as_sure_as_its_least_sure_day(
            @ForAll("plans") RandomDays plan,
            @ForAll("dates") LocalDate d,
            @ForAll @IntRange(min = -60, max = 60) int n) {
        WorkingCalendar calendar = plan.calendar();
        Projection projection = calendar.project(d, n);
        LocalDate due = plan.naive().plusWorkingDays(d, n);
        assertThat(projection.date()).isEqualTo(due);
        Certainty least = Certainty.SETTLED;
        for (LocalDate day = n > 0 ? d.plusDays(1) : due;
                n > 0 ? !day.isAfter(due) : day.isBefore(d);
                day = day.plusDays(1)) {
            least = least.or(calendar.certainty(day));
        }
        assertThat(projection.certainty()).isEqualTo(least);
    }

    /** The days after the horizon are those of some stretch of the settled past, over and over. */
    @Property
    void a_future_that_repeats_the_past_keeps_within_the_bounds(
            @ForAll("plans") RandomDays plan,
            @ForAll("inRange") LocalDate d,
            @ForAll @IntRange(min = -25, max = 25) int n,
            @ForAll @IntRange(max = 120) int from) {
        NaiveCalendar past = plan.naive();
        Map<LocalDate, DayKind> kinds = new HashMap<>(plan.kinds());
        for (int i = 1; i <= 75 && !FIRST.plusDays(from + i).isAfter(SETTLED); i++) {
            kinds.put(
                    SETTLED.plusDays(i),
                    past.isWorkingDay(FIRST.plusDays(from + i - 1L)) ? DayKind.WORKDAY : DayKind.HOLIDAY);
        }
        NaiveCalendar truth = new NaiveCalendar(plan.week(), kinds);
        LocalDate came = truth.plusWorkingDays(d, n);
        long copied = Math.min(75, ChronoUnit.DAYS.between(FIRST.plusDays(from), SETTLED));
        if (came.isAfter(SETTLED.plusDays(copied)) || d.isAfter(SETTLED.plusDays(copied)) || came.isBefore(FIRST)) {
            return; // it is not only the past that it looks at
        }
        Projection projection = plan.calendar().project(d, n);
        if (projection.certainty() == Certainty.UNKNOWN
                && n < 0
                && projection.date().isBefore(FIRST)) {
            return;
        }
        assertThat(came).isBetween(projection.earliest(), projection.latest());
    }

    @Property
    void bounds_are_never_closer_than_a_day_for_each_working_day_and_hold_the_date(
            @ForAll("plans") RandomDays plan,
            @ForAll("dates") LocalDate d,
            @ForAll @IntRange(min = 1, max = 200) int n) {
        Projection projection = plan.calendar().project(d, n);
        assertThat(projection.date()).isBetween(projection.earliest(), projection.latest());
        assertThat(ChronoUnit.DAYS.between(d, projection.earliest())).isGreaterThanOrEqualTo(n);
        Projection back = plan.calendar().project(d, -n);
        assertThat(back.date()).isBetween(back.earliest(), back.latest());
        assertThat(ChronoUnit.DAYS.between(back.latest(), d)).isGreaterThanOrEqualTo(n);
    }

    @Test
    void bounds_are_the_shortest_and_the_longest_that_ever_was() {
        // 2026-12-28 is a Monday; a working day came after one day at least and, in January 2020, eleven at most
        Projection next = WorkingCalendar.china().project(LocalDate.of(2026, 12, 25), 2);
        assertThat(next)
                .isEqualTo(new Projection(
                        LocalDate.of(2026, 12, 29),
                        Certainty.PROVISIONAL,
                        LocalDate.of(2026, 12, 29),
                        LocalDate.of(2027, 1, 8)));
        assertThat(WorkingCalendar.china().project(LocalDate.of(2026, 12, 30), 3))
                .isEqualTo(new Projection(
                        LocalDate.of(2027, 1, 4),
                        Certainty.UNKNOWN,
                        LocalDate.of(2027, 1, 2),
                        WorkingCalendar.china()
                                .project(LocalDate.of(2026, 12, 30), 3)
                                .latest()));
        assertThat(WorkingCalendar.china().project(LocalDate.of(2026, 12, 25), 1))
                .isEqualTo(settled(LocalDate.of(2026, 12, 28)));
        assertThat(WorkingCalendar.china().project(LocalDate.of(2026, 12, 29), -1))
                .isEqualTo(settled(LocalDate.of(2026, 12, 28)));
        assertThat(WorkingCalendar.china().project(LocalDate.of(2027, 5, 1), 0))
                .isEqualTo(settled(LocalDate.of(2027, 5, 1)));
        assertThat(WorkingCalendar.china().project(LocalDate.of(2003, 12, 31), 1))
                .isEqualTo(settled(LocalDate.of(2004, 1, 2)));
        assertThat(WorkingCalendar.china()
                        .project(LocalDate.of(2003, 12, 30), 1)
                        .certainty())
                .isEqualTo(Certainty.UNKNOWN);
        assertThat(WorkingCalendar.china().project(LocalDate.of(2026, 12, 31), -1))
                .isEqualTo(new Projection(
                        LocalDate.of(2026, 12, 30),
                        Certainty.PROVISIONAL,
                        LocalDate.of(2026, 12, 28),
                        LocalDate.of(2026, 12, 30)));
    }

    private static Projection settled(LocalDate date) {
        return new Projection(date, Certainty.SETTLED, date, date);
    }

    @Test
    void a_calendar_without_a_settled_working_day_bounds_by_its_base_week() {
        LocalDate saturday = LocalDate.of(2026, 1, 3);
        WorkingCalendar young = WorkingCalendar.builder("young", "1")
                .first(saturday)
                .settledUntil(saturday)
                .last(saturday)
                .build();
        Projection projection = young.project(saturday, 1);
        assertThat(projection.date()).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(projection.earliest()).isEqualTo(LocalDate.of(2026, 1, 4));
        assertThat(projection.latest()).isEqualTo(LocalDate.of(2026, 1, 6));
        assertThat(young.project(saturday, 5 * 300).latest()).isAfter(young.plusWorkingDays(saturday, 5 * 300 - 1));
    }

    /**
     * Each year's calendar as it stood before the next notice, against that notice and against what came in the
     * end: from every start day from September to January, up to 60 working days. What was outside the
     * bounds is told in full, by the year of the notice: 2007, with three years of experience, 2024 and 2026, when
     * the Spring Festival had eight and nine days, and 2020, when a notice of January made it longer.
     */
    @Test
    void the_bounds_of_each_year_held_what_came_but_for_what_had_never_been() {
        Map<Integer, Integer> outsideByNotice = new TreeMap<>();
        Map<Integer, Integer> outsideInTheEnd = new TreeMap<>();
        int asked = 0;
        for (int year = 2006; year <= 2025; year++) {
            LocalDate eve = eveOfTheNoticeOf(year + 1);
            WorkingCalendar known = WorkingCalendar.chinaAsKnownOn(eve);
            WorkingCalendar notice = WorkingCalendar.chinaAsKnownOn(eve.plusDays(1));
            assertThat(known.settledUntil()).isEqualTo(LocalDate.of(year, 12, 28));
            for (LocalDate d = LocalDate.of(year, 9, 1); d.getMonthValue() != 2; d = d.plusDays(1)) {
                for (int n = 1; n <= 60; n++) {
                    Projection projection = known.project(d, n);
                    if (projection.certainty() == Certainty.SETTLED) {
                        assertThat(WorkingCalendar.china().plusWorkingDays(d, n))
                                .as(known + ", " + d + " + " + n)
                                .isEqualTo(projection.date());
                    } else {
                        asked++;
                        outsideByNotice.merge(
                                year + 1, outside(projection, notice.plusWorkingDays(d, n)), Integer::sum);
                        outsideInTheEnd.merge(
                                year + 1,
                                outside(projection, WorkingCalendar.china().plusWorkingDays(d, n)),
                                Integer::sum);
                    }
                }
            }
        }
        assertThat(asked).isEqualTo(91_811);
        assertThat(outsideByNotice).hasSize(20);
        outsideByNotice.values().removeIf(count -> count == 0);
        outsideInTheEnd.values().removeIf(count -> count == 0);
        assertThat(outsideByNotice).isEqualTo(Map.of(2007, 6, 2024, 2, 2026, 2));
        assertThat(outsideInTheEnd).isEqualTo(Map.of(2007, 6, 2020, 406, 2024, 2, 2026, 2));
    }

    private static int outside(Projection projection, LocalDate came) {
        return came.isBefore(projection.earliest()) || came.isAfter(projection.latest()) ? 1 : 0;
    }

    private static LocalDate eveOfTheNoticeOf(int year) {
        LocalDate day = LocalDate.of(year - 1, 12, 31);
        while (WorkingCalendar.chinaAsKnownOn(day).last().getYear() >= year) {
            day = day.minusDays(1);
        }
        return day;
    }

    @Property
    void a_strict_calendar_answers_the_same_or_refuses_just_where_a_day_looked_at_is_not_settled(
            @ForAll("plans") RandomDays plan,
            @ForAll("dates") LocalDate a,
            @ForAll("dates") LocalDate b,
            @ForAll @IntRange(min = -60, max = 60) int n) {
        WorkingCalendar lenient = plan.calendar();
        NaiveCalendar naive = plan.naive();
        same(plan, a, a, c -> c.isWorkingDay(a));
        same(plan, a, a, c -> c.day(a));
        same(plan, a, b, c -> c.days(a, b).toList());
        LocalDate due = naive.plusWorkingDays(a, n);
        same(plan, n > 0 ? a.plusDays(1) : due, n > 0 ? due : a.minusDays(1), c -> c.plusWorkingDays(a, n));
        same(plan, n > 0 ? a.plusDays(1) : due, n > 0 ? due : a.minusDays(1), c -> c.project(a, n));
        same(plan, a, lenient.nextOrSame(a), c -> c.nextOrSame(a));
        same(plan, lenient.previousOrSame(a), a, c -> c.previousOrSame(a));
        LocalDate low = a.isBefore(b) ? a : b;
        LocalDate high = a.isBefore(b) ? b : a;
        same(plan, low.plusDays(1), high, c -> c.workingDaysBetween(a, b));
        same(plan, low, high.minusDays(1), c -> c.workingDaysFrom(a, b));
    }

    /** The days from one to another are looked at; none if they are not in order. */
    private static void same(
            RandomDays plan, LocalDate from, LocalDate to, Function<WorkingCalendar, Object> question) {
        WorkingCalendar strict = plan.calendar().strict();
        if (!to.isBefore(from) && (from.isBefore(FIRST) || to.isAfter(SETTLED))) {
            assertThatExceptionOfType(CalendarHorizonException.class)
                    .isThrownBy(() -> question.apply(strict))
                    .satisfies(e -> assertThat(strict.certainty(e.unsettled())).isNotEqualTo(Certainty.SETTLED));
        } else {
            assertThat(question.apply(strict)).isEqualTo(question.apply(plan.calendar()));
        }
    }

    @Test
    void a_refusal_names_the_calendar_its_last_settled_day_and_the_date_asked_in_both_languages() {
        WorkingCalendar strict = WorkingCalendar.china().strict();
        assertThat(strict.plusWorkingDays(LocalDate.of(2026, 12, 24), 2)).isEqualTo(LocalDate.of(2026, 12, 28));
        assertThatExceptionOfType(CalendarHorizonException.class)
                .isThrownBy(() -> strict.plusWorkingDays(LocalDate.of(2026, 12, 24), 3))
                .withMessage("calendar china@2026 is settled from 2004-01-01 to 2026-12-28, but an answer about"
                        + " 2026-12-24 depends on 2026-12-29")
                .satisfies(e -> {
                    assertThat(e.calendar()).isEqualTo("china@2026");
                    assertThat(e.lastSettled()).isEqualTo(LocalDate.of(2026, 12, 28));
                    assertThat(e.asked()).isEqualTo(LocalDate.of(2026, 12, 24));
                    assertThat(e.unsettled()).isEqualTo(LocalDate.of(2026, 12, 29));
                    assertThat(e.label().en()).isEqualTo(e.getMessage());
                    assertThat(e.label().zh()).contains("china@2026", "2026-12-28", "2026-12-24", "2026-12-29");
                });
        assertThatExceptionOfType(CalendarHorizonException.class)
                .isThrownBy(() -> strict.isWorkingDay(LocalDate.of(2003, 12, 31)))
                .satisfies(e -> assertThat(e.unsettled()).isEqualTo(LocalDate.of(2003, 12, 31)));
    }

    @Test
    void a_strict_calendar_has_the_same_days_and_hash_but_is_no_equal() {
        WorkingCalendar china = WorkingCalendar.china();
        WorkingCalendar strict = china.strict();
        assertThat(strict.contentHash()).isEqualTo(china.contentHash());
        assertThat(strict.isStrict()).isTrue();
        assertThat(china.isStrict()).isFalse();
        assertThat(strict.strict()).isSameAs(strict);
        assertThat(strict).isNotEqualTo(china).isEqualTo(WorkingCalendar.china().strict());
        assertThat(strict).hasToString(china + ", strict");
        assertThat(strict.certainty(LocalDate.of(2027, 1, 1))).isEqualTo(Certainty.UNKNOWN);
    }

    @Test
    void a_projection_has_its_days_in_order_and_a_settled_one_has_one() {
        LocalDate d = LocalDate.of(2026, 1, 5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Projection(d, Certainty.UNKNOWN, d.plusDays(1), d.plusDays(2)))
                .withMessageContaining("2026-01-06");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Projection(d, Certainty.UNKNOWN, d.minusDays(2), d.minusDays(1)))
                .withMessageContaining("2026-01-04");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Projection(d, Certainty.SETTLED, d, d.plusDays(1)))
                .withMessageContaining("settled");
    }

    @Provide
    Arbitrary<RandomDays> plans() {
        return RandomDays.any();
    }

    @Provide
    Arbitrary<Map<LocalDate, DayKind>> kinds() {
        return RandomDays.anyKinds();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return RandomDays.dates();
    }

    @Provide
    Arbitrary<LocalDate> inRange() {
        return RandomDays.inRange();
    }
}
