package io.github.hotlinekit.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of working days over random calendars: base weeks, make-up days, long holidays, empty weeks, and dates beyond the known range. */
class WorkingCalendarLawsTest {

    private static final LocalDate FIRST = RandomDays.FIRST;
    private static final LocalDate LAST = RandomDays.LAST;

    record Sample(WorkingCalendar calendar, NaiveCalendar naive) {}

    @Property
    void adding_equals_walking_day_by_day(
            @ForAll("samples") Sample s, @ForAll("dates") LocalDate d, @ForAll @IntRange(min = -60, max = 60) int n) {
        assertThat(s.calendar.plusWorkingDays(d, n)).isEqualTo(s.naive.plusWorkingDays(d, n));
    }

    @Property
    void counting_equals_walking_day_by_day(
            @ForAll("samples") Sample s, @ForAll("dates") LocalDate a, @ForAll("dates") LocalDate b) {
        assertThat(s.calendar.workingDaysBetween(a, b)).isEqualTo(s.naive.workingDaysBetween(a, b));
        assertThat(s.calendar.workingDaysFrom(a, b)).isEqualTo(s.naive.workingDaysFrom(a, b));
    }

    @Property
    void a_day_is_worked_as_its_explanation_and_the_definition_say(
            @ForAll("samples") Sample s, @ForAll("dates") LocalDate d) {
        assertThat(s.calendar.isWorkingDay(d))
                .isEqualTo(s.naive.isWorkingDay(d))
                .isEqualTo(s.calendar.day(d).isWorking());
    }

    @Property
    void adding_is_within_reach_just_if_that_many_days_are_counted(
            @ForAll("samples") Sample s,
            @ForAll("dates") LocalDate d,
            @ForAll("dates") LocalDate e,
            @ForAll @IntRange(min = 1, max = 60) int n) {
        LocalDate from = d.isBefore(e) ? d : e;
        LocalDate to = d.isBefore(e) ? e : d;
        assertThat(!s.calendar.plusWorkingDays(from, n).isAfter(to))
                .isEqualTo(n <= s.calendar.workingDaysBetween(from, to));
    }

    @Property
    void counting_inverts_adding(
            @ForAll("samples") Sample s, @ForAll("dates") LocalDate d, @ForAll @IntRange(max = 60) int n) {
        assertThat(s.calendar.workingDaysBetween(d, s.calendar.plusWorkingDays(d, n)))
                .isEqualTo(n);
    }

    @Property
    void offsets_of_one_sign_add_up(
            @ForAll("samples") Sample s,
            @ForAll("dates") LocalDate d,
            @ForAll @IntRange(max = 30) int m,
            @ForAll @IntRange(max = 30) int n) {
        WorkingCalendar c = s.calendar;
        assertThat(c.plusWorkingDays(c.plusWorkingDays(d, m), n)).isEqualTo(c.plusWorkingDays(d, m + n));
        assertThat(c.plusWorkingDays(c.plusWorkingDays(d, -m), -n)).isEqualTo(c.plusWorkingDays(d, -m - n));
        assertThat(c.plusWorkingDays(d, 0)).isEqualTo(d);
    }

    @Property
    void going_there_and_back_ends_on_the_working_day_at_or_before_the_start(
            @ForAll("samples") Sample s, @ForAll("dates") LocalDate d, @ForAll @IntRange(min = 1, max = 30) int n) {
        WorkingCalendar c = s.calendar;
        assertThat(c.plusWorkingDays(c.plusWorkingDays(d, n), -n)).isEqualTo(c.previousOrSame(d));
        assertThat(c.plusWorkingDays(c.plusWorkingDays(d, -n), n)).isEqualTo(c.nextOrSame(d));
    }

    @Property
    void adding_is_monotone_in_the_date_and_strictly_in_the_number(
            @ForAll("samples") Sample s,
            @ForAll("dates") LocalDate d,
            @ForAll @IntRange(max = 20) int later,
            @ForAll @IntRange(min = -30, max = 30) int n) {
        WorkingCalendar c = s.calendar;
        assertThat(c.plusWorkingDays(d.plusDays(later), n)).isAfterOrEqualTo(c.plusWorkingDays(d, n));
        assertThat(c.plusWorkingDays(d, n + 1)).isAfter(c.plusWorkingDays(d, n));
    }

    @Property
    void counts_add_up_and_change_sign_with_direction(
            @ForAll("samples") Sample s,
            @ForAll("dates") LocalDate a,
            @ForAll("dates") LocalDate b,
            @ForAll("dates") LocalDate e) {
        WorkingCalendar c = s.calendar;
        assertThat(c.workingDaysBetween(a, b) + c.workingDaysBetween(b, e)).isEqualTo(c.workingDaysBetween(a, e));
        assertThat(c.workingDaysBetween(a, b)).isEqualTo(-c.workingDaysBetween(b, a));
        assertThat(c.workingDaysBetween(a, a)).isZero();
        assertThat(c.workingDaysFrom(a, b) + c.workingDaysFrom(b, e)).isEqualTo(c.workingDaysFrom(a, e));
        assertThat(c.workingDaysFrom(a, b)).isEqualTo(-c.workingDaysFrom(b, a));
        assertThat(c.workingDaysFrom(a, a)).isZero();
    }

    @Property
    void next_and_previous_stay_on_working_days_and_are_one_step_away_from_others(
            @ForAll("samples") Sample s, @ForAll("dates") LocalDate d) {
        WorkingCalendar c = s.calendar;
        assertThat(c.nextOrSame(c.nextOrSame(d))).isEqualTo(c.nextOrSame(d));
        assertThat(c.previousOrSame(c.previousOrSame(d))).isEqualTo(c.previousOrSame(d));
        assertThat(c.nextOrSame(d).equals(d))
                .isEqualTo(c.isWorkingDay(d))
                .isEqualTo(c.previousOrSame(d).equals(d));
        if (!c.isWorkingDay(d)) {
            assertThat(c.nextOrSame(d)).isEqualTo(c.plusWorkingDays(d, 1));
            assertThat(c.previousOrSame(d)).isEqualTo(c.plusWorkingDays(d, -1));
        }
    }

    @Property
    void a_day_outside_the_span_changes_nothing(
            @ForAll("plans") RandomDays plan,
            @ForAll("inRange") LocalDate d,
            @ForAll @IntRange(min = 1, max = 20) int n,
            @ForAll("inRange") LocalDate changed) {
        LocalDate due = plan.calendar().plusWorkingDays(d, n);
        if (!changed.isAfter(d) || changed.isAfter(due)) {
            for (DayKind kind : DayKind.values()) {
                RandomDays other = plan.with(changed, kind);
                assertThat(other.calendar().plusWorkingDays(d, n)).isEqualTo(due);
            }
        }
    }

    @Property
    void a_holiday_more_never_makes_a_deadline_earlier(
            @ForAll("plans") RandomDays plan,
            @ForAll("inRange") LocalDate d,
            @ForAll @IntRange(min = 1, max = 20) int n,
            @ForAll("inRange") LocalDate changed) {
        RandomDays other = plan.with(changed, DayKind.HOLIDAY);
        assertThat(other.calendar().plusWorkingDays(d, n))
                .isAfterOrEqualTo(plan.calendar().plusWorkingDays(d, n));
    }

    @Property
    void adding_what_was_counted_ends_on_the_last_working_day_counted(
            @ForAll("samples") Sample s, @ForAll("dates") LocalDate a, @ForAll("dates") LocalDate b) {
        LocalDate from = a.isBefore(b) ? a : b;
        LocalDate to = a.isBefore(b) ? b : a;
        WorkingCalendar c = s.calendar;
        LocalDate last = c.previousOrSame(to);
        assertThat(c.plusWorkingDays(from, Math.toIntExact(c.workingDaysBetween(from, to))))
                .isEqualTo(last.isAfter(from) ? last : from);
    }

    @Property
    void offsets_of_both_signs_add_up_from_a_working_day_or_when_more_is_added_than_taken(
            @ForAll("samples") Sample s,
            @ForAll("dates") LocalDate d,
            @ForAll @IntRange(min = 1, max = 30) int m,
            @ForAll @IntRange(min = 1, max = 30) int n) {
        WorkingCalendar c = s.calendar;
        LocalDate working = c.nextOrSame(d);
        assertThat(c.plusWorkingDays(c.plusWorkingDays(working, m), -n)).isEqualTo(c.plusWorkingDays(working, m - n));
        assertThat(c.plusWorkingDays(c.plusWorkingDays(d, m + n), -n)).isEqualTo(c.plusWorkingDays(d, m));
    }

    @Property
    void a_working_day_takes_at_least_a_day(
            @ForAll("samples") Sample s,
            @ForAll("dates") LocalDate d,
            @ForAll("dates") LocalDate e,
            @ForAll @IntRange(max = 60) int n) {
        assertThat(ChronoUnit.DAYS.between(d, s.calendar.plusWorkingDays(d, n))).isGreaterThanOrEqualTo(n);
        assertThat(Math.abs(s.calendar.workingDaysBetween(d, e)))
                .isLessThanOrEqualTo(Math.abs(ChronoUnit.DAYS.between(d, e)));
    }

    @Property
    void counting_with_the_first_day_in_and_the_last_out_differs_by_these_two_days(
            @ForAll("samples") Sample s, @ForAll("dates") LocalDate a, @ForAll("dates") LocalDate b) {
        WorkingCalendar c = s.calendar;
        assertThat(c.workingDaysFrom(a, b))
                .isEqualTo(c.workingDaysBetween(a.minusDays(1), b.minusDays(1)))
                .isEqualTo(c.workingDaysBetween(a, b) + (c.isWorkingDay(a) ? 1 : 0) - (c.isWorkingDay(b) ? 1 : 0));
    }

    @Property
    void a_working_day_lost_in_the_span_moves_the_deadline_by_just_one_working_day(
            @ForAll("plans") RandomDays plan,
            @ForAll("inRange") LocalDate d,
            @ForAll @IntRange(min = 1, max = 20) int n,
            @ForAll @IntRange(min = 1, max = 20) int which) {
        WorkingCalendar before = plan.calendar();
        LocalDate lost = before.plusWorkingDays(d, Math.min(n, which));
        if (!lost.isAfter(LAST)) {
            RandomDays other = plan.with(lost, DayKind.HOLIDAY);
            assertThat(other.calendar().plusWorkingDays(d, n)).isEqualTo(before.plusWorkingDays(d, n + 1));
        }
    }

    @Property
    void a_working_day_gained_in_the_span_brings_the_deadline_forward_to_it_at_most(
            @ForAll("plans") RandomDays plan,
            @ForAll("inRange") LocalDate d,
            @ForAll @IntRange(min = 1, max = 20) int n,
            @ForAll @IntRange(min = 1, max = 30) int after) {
        WorkingCalendar before = plan.calendar();
        LocalDate gained = d.plusDays(after);
        if (!gained.isAfter(LAST) && !before.isWorkingDay(gained) && gained.isBefore(before.plusWorkingDays(d, n))) {
            RandomDays other = plan.with(gained, DayKind.WORKDAY);
            LocalDate earlier = before.plusWorkingDays(d, n - 1);
            assertThat(other.calendar().plusWorkingDays(d, n)).isEqualTo(earlier.isAfter(gained) ? earlier : gained);
        }
    }

    @Property
    void far_from_the_known_range_the_plain_week_goes_on(
            @ForAll("samples") Sample s,
            @ForAll("farDates") LocalDate d,
            @ForAll @IntRange(min = -60, max = 60) int n,
            @ForAll @IntRange(min = -90, max = 90) int days) {
        assertThat(s.calendar.certainty(d)).isEqualTo(Certainty.UNKNOWN);
        assertThat(s.calendar.isWorkingDay(d)).isEqualTo(s.naive.isWorkingDay(d));
        assertThat(s.calendar.plusWorkingDays(d, n)).isEqualTo(s.naive.plusWorkingDays(d, n));
        assertThat(s.calendar.workingDaysFrom(d, d.plusDays(days)))
                .isEqualTo(s.naive.workingDaysFrom(d, d.plusDays(days)));
        assertThat(s.calendar.workingDaysBetween(d, d.plusDays(days)))
                .isEqualTo(s.naive.workingDaysBetween(d, d.plusDays(days)));
    }

    @Property(tries = 50)
    void counting_across_the_whole_known_range_equals_walking_day_by_day(
            @ForAll("samples") Sample s, @ForAll("before") LocalDate a, @ForAll("after") LocalDate b) {
        long count = s.naive.workingDaysBetween(a, b);
        assertThat(s.calendar.workingDaysBetween(a, b)).isEqualTo(count);
        assertThat(s.calendar.plusWorkingDays(a, Math.toIntExact(count))).isEqualTo(s.naive.previousOrSame(b));
    }

    @Property
    void going_back_is_going_forward_in_a_mirror(
            @ForAll("plans") RandomDays plan, @ForAll("dates") LocalDate d, @ForAll @IntRange(max = 60) int n) {
        Map<LocalDate, DayKind> kinds = new HashMap<>();
        plan.kinds().forEach((date, kind) -> kinds.put(mirror(date), kind));
        WorkingCalendar mirrored = new RandomDays(
                        plan.week().stream()
                                .map(day -> mirror(FIRST.with(TemporalAdjusters.nextOrSame(day)))
                                        .getDayOfWeek())
                                .collect(Collectors.toSet()),
                        kinds)
                .calendar();
        assertThat(plan.calendar().plusWorkingDays(d, -n)).isEqualTo(mirror(mirrored.plusWorkingDays(mirror(d), n)));
    }

    private static LocalDate mirror(LocalDate date) {
        return FIRST.plusDays(ChronoUnit.DAYS.between(date, LAST));
    }

    @Property
    void the_days_of_a_span_are_those_that_counting_counts(
            @ForAll("samples") Sample s, @ForAll("dates") LocalDate a, @ForAll("dates") LocalDate b) {
        List<CalendarDay> days = s.calendar.days(a, b).toList();
        assertThat(days).hasSize(Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(a, b) + 1)));
        assertThat(days)
                .isEqualTo(a.datesUntil(b.isBefore(a) ? a : b.plusDays(1))
                        .map(s.calendar::day)
                        .toList());
        if (!b.isBefore(a)) {
            assertThat(days.stream().filter(CalendarDay::isWorking))
                    .hasSize(Math.toIntExact(s.calendar.workingDaysFrom(a, b.plusDays(1))));
        }
    }

    @Provide
    Arbitrary<Sample> samples() {
        return RandomDays.any().map(plan -> new Sample(plan.calendar(), plan.naive()));
    }

    @Provide
    Arbitrary<RandomDays> plans() {
        return RandomDays.any();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return RandomDays.dates();
    }

    @Provide
    Arbitrary<LocalDate> inRange() {
        return RandomDays.inRange();
    }

    /** Dates that no walk of 60 working days or 90 days leads from into the known range or out of the years. */
    @Provide
    Arbitrary<LocalDate> farDates() {
        return Arbitraries.oneOf(
                between(LocalDate.of(1902, 6, 1), LocalDate.of(2022, 6, 1)),
                between(LocalDate.of(2026, 1, 1), LocalDate.of(2199, 6, 1)));
    }

    @Provide
    Arbitrary<LocalDate> before() {
        return between(LocalDate.of(1900, 1, 1), FIRST);
    }

    @Provide
    Arbitrary<LocalDate> after() {
        return between(LAST, LocalDate.of(2200, 12, 31));
    }

    private static Arbitrary<LocalDate> between(LocalDate first, LocalDate last) {
        return Arbitraries.longs()
                .between(first.toEpochDay(), last.toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
