package io.github.hotlinekit.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.language.Label;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of working days over random calendars: make-up days, long holidays, and dates beyond the known range. */
class WorkingCalendarLawsTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 200;

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
            @ForAll("kinds") Map<LocalDate, DayKind> kinds,
            @ForAll("inRange") LocalDate d,
            @ForAll @IntRange(min = 1, max = 20) int n,
            @ForAll("inRange") LocalDate changed) {
        LocalDate due = calendar(kinds).plusWorkingDays(d, n);
        if (!changed.isAfter(d) || changed.isAfter(due)) {
            for (DayKind kind : DayKind.values()) {
                Map<LocalDate, DayKind> other = new HashMap<>(kinds);
                other.put(changed, kind);
                assertThat(calendar(other).plusWorkingDays(d, n)).isEqualTo(due);
            }
        }
    }

    @Property
    void a_holiday_more_never_makes_a_deadline_earlier(
            @ForAll("kinds") Map<LocalDate, DayKind> kinds,
            @ForAll("inRange") LocalDate d,
            @ForAll @IntRange(min = 1, max = 20) int n,
            @ForAll("inRange") LocalDate changed) {
        Map<LocalDate, DayKind> other = new HashMap<>(kinds);
        other.put(changed, DayKind.HOLIDAY);
        assertThat(calendar(other).plusWorkingDays(d, n))
                .isAfterOrEqualTo(calendar(kinds).plusWorkingDays(d, n));
    }

    @Property
    void the_last_layer_wins_and_layers_are_associative(
            @ForAll("kinds") Map<LocalDate, DayKind> a,
            @ForAll("kinds") Map<LocalDate, DayKind> b,
            @ForAll("inRange") LocalDate d) {
        Map<LocalDate, DayKind> joined = new HashMap<>(a);
        joined.putAll(b);
        WorkingCalendar layered = builder().days(days(a)).days(days(b)).build();
        assertThat(layered.isWorkingDay(d)).isEqualTo(calendar(joined).isWorkingDay(d));
    }

    @Provide
    Arbitrary<Sample> samples() {
        return kinds().map(kinds -> new Sample(calendar(kinds), new NaiveCalendar(kinds)));
    }

    /** Single days and long runs of either kind. */
    @Provide
    Arbitrary<Map<LocalDate, DayKind>> kinds() {
        Arbitrary<Map<LocalDate, DayKind>> run = Combinators.combine(
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.integers().between(1, 25),
                        Arbitraries.of(DayKind.values()))
                .as((start, length, kind) -> FIRST.plusDays(start)
                        .datesUntil(FIRST.plusDays(Math.min(DAYS, start + length)))
                        .collect(Collectors.toMap(d -> d, d -> kind)));
        return run.list().ofMaxSize(12).map(runs -> {
            Map<LocalDate, DayKind> all = new HashMap<>();
            runs.forEach(all::putAll);
            return all;
        });
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.integers().between(-80, DAYS + 80).map(FIRST::plusDays);
    }

    @Provide
    Arbitrary<LocalDate> inRange() {
        return Arbitraries.integers().between(0, DAYS - 1).map(FIRST::plusDays);
    }

    private static WorkingCalendar calendar(Map<LocalDate, DayKind> kinds) {
        return builder().days(days(kinds)).build();
    }

    private static WorkingCalendar.Builder builder() {
        return WorkingCalendar.builder("random", "1")
                .first(FIRST)
                .settledUntil(FIRST.plusDays(DAYS - 10))
                .last(FIRST.plusDays(DAYS - 1));
    }

    private static List<SpecialDay> days(Map<LocalDate, DayKind> kinds) {
        return kinds.entrySet().stream()
                .map(e -> new SpecialDay(e.getKey(), e.getValue(), Label.of("日", "day"), ""))
                .toList();
    }
}
