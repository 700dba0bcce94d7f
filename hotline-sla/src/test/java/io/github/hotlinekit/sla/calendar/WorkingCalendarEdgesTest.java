package io.github.hotlinekit.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hotlinekit.core.language.Label;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Working days where the days end that a calendar knows, or that are settled. */
class WorkingCalendarEdgesTest {

    private static final WorkingCalendar CHINA = WorkingCalendar.china();

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    private static WorkingCalendar.Builder calendar(String first, String settled, String last) {
        return WorkingCalendar.builder("plain", "1")
                .first(date(first))
                .settledUntil(date(settled))
                .last(date(last));
    }

    private static List<SpecialDay> holidays(String first, String last) {
        return date(first)
                .datesUntil(date(last).plusDays(1))
                .map(day -> new SpecialDay(day, DayKind.HOLIDAY, Label.of("假", "holiday"), ""))
                .toList();
    }

    @Test
    void a_holiday_in_a_month_that_is_settled_in_part_is_one_by_a_strict_calendar_too() {
        WorkingCalendar strict = calendar("2026-05-20", "2026-07-10", "2026-12-31")
                .days(holidays("2026-05-27", "2026-05-28"))
                .days(holidays("2026-07-01", "2026-07-02"))
                .build()
                .strict();
        assertThat(Stream.of("2026-05-27", "2026-05-30", "2026-07-01", "2026-07-04")
                        .map(text -> strict.isWorkingDay(date(text))))
                .containsOnly(false);
        assertThat(Stream.of("2026-05-20", "2026-05-29", "2026-06-30", "2026-07-03", "2026-07-10")
                        .map(text -> strict.isWorkingDay(date(text))))
                .containsOnly(true);
        assertThat(strict.workingDaysBetween(date("2026-05-26"), date("2026-07-03")))
                .isEqualTo(24);
    }

    @Test
    void a_strict_calendar_counts_up_to_its_last_settled_day_and_not_a_day_further() {
        WorkingCalendar strict = CHINA.strict();
        LocalDate start = date("2026-12-01");
        LocalDate settled = date("2026-12-28");
        assertThat(strict.workingDaysBetween(start, settled)).isEqualTo(19);
        assertThat(strict.workingDaysBetween(settled, start)).isEqualTo(-19);
        assertThat(strict.workingDaysFrom(start, settled.plusDays(1))).isEqualTo(20);
        assertThat(strict.workingDaysFrom(settled.plusDays(1), start)).isEqualTo(-20);
        WorkingCalendar late =
                calendar("2026-01-20", "2026-06-30", "2026-12-31").build().strict();
        LocalDate first = date("2026-01-20");
        assertThat(late.workingDaysBetween(first.minusDays(1), date("2026-01-30")))
                .isEqualTo(9);
        assertThat(late.workingDaysFrom(first, date("2026-01-30"))).isEqualTo(8);
        Stream.<Consumer<WorkingCalendar>>of(
                        c -> c.workingDaysBetween(first.minusDays(2), date("2026-01-30")),
                        c -> c.workingDaysBetween(date("2026-01-30"), first.minusDays(2)),
                        c -> c.workingDaysFrom(first.minusDays(1), date("2026-01-30")),
                        c -> c.workingDaysFrom(date("2026-01-30"), first.minusDays(1)))
                .forEach(question -> assertThatExceptionOfType(CalendarHorizonException.class)
                        .isThrownBy(() -> question.accept(late)));
        Stream.<Consumer<WorkingCalendar>>of(
                        c -> c.workingDaysBetween(start, settled.plusDays(1)),
                        c -> c.workingDaysBetween(settled.plusDays(1), start),
                        c -> c.workingDaysFrom(start, settled.plusDays(2)),
                        c -> c.workingDaysFrom(settled.plusDays(2), start))
                .forEach(question -> assertThatExceptionOfType(CalendarHorizonException.class)
                        .isThrownBy(() -> question.accept(strict)));
    }

    @Test
    void days_are_refused_before_the_first_of_them_is_given() {
        WorkingCalendar strict = CHINA.strict();
        assertThat(strict.days(date("2004-01-01"), date("2026-12-28"))).hasSize(8_398);
        assertThatExceptionOfType(CalendarHorizonException.class)
                .isThrownBy(() -> strict.days(date("2003-12-31"), date("2026-12-28")))
                .satisfies(e -> assertThat(e.unsettled()).isEqualTo(date("2003-12-31")));
        assertThatExceptionOfType(CalendarHorizonException.class)
                .isThrownBy(() -> strict.days(date("2004-01-01"), date("2026-12-29")))
                .satisfies(e -> assertThat(e.unsettled()).isEqualTo(date("2026-12-29")));
    }

    @Test
    void a_count_from_the_first_known_day_on_over_the_last_is_that_within_and_that_after() {
        LocalDate first = date("2004-01-01"); // a holiday, so that no working day is known up to it
        LocalDate last = date("2026-12-31");
        assertThat(CHINA.workingDaysBetween(first, date("2027-01-04")))
                .isEqualTo(CHINA.workingDaysBetween(first, last) + 2);
        assertThat(CHINA.workingDaysBetween(date("2003-12-29"), first)).isEqualTo(2);
        assertThat(CHINA.workingDaysFrom(first, date("2027-01-05"))).isEqualTo(CHINA.workingDaysFrom(first, last) + 3);
        assertThat(CHINA.workingDaysFrom(date("2003-12-29"), first)).isEqualTo(3);
    }

    @Test
    void a_month_without_a_working_day_is_passed_over_in_both_directions() {
        WorkingCalendar march = calendar("2026-03-01", "2026-03-31", "2026-03-31")
                .days(holidays("2026-03-01", "2026-03-31"))
                .build();
        assertThat(march.plusWorkingDays(date("2026-02-27"), 1)).isEqualTo(date("2026-04-01"));
        assertThat(march.plusWorkingDays(date("2026-03-15"), 3)).isEqualTo(date("2026-04-03"));
        assertThat(march.plusWorkingDays(date("2026-04-01"), -1)).isEqualTo(date("2026-02-27"));
        assertThat(march.plusWorkingDays(date("2026-03-15"), -2)).isEqualTo(date("2026-02-26"));
        assertThat(march.workingDaysBetween(date("2026-02-27"), date("2026-04-01")))
                .isEqualTo(1);
    }

    /** Of a week of Monday to Friday a working day comes one to three days after another. */
    @Test
    void counting_back_over_unsettled_days_takes_all_of_them_for_days_of_rest_if_such_a_run_ever_was() {
        WorkingCalendar plain =
                calendar("2026-01-01", "2026-06-28", "2026-12-31").build();
        assertThat(plain.project(date("2026-07-01"), -1)) // Monday and Tuesday are not settled
                .isEqualTo(new Projection(
                        date("2026-06-30"), Certainty.PROVISIONAL, date("2026-06-26"), date("2026-06-30")));
        assertThat(plain.project(date("2026-07-02"), -1))
                .isEqualTo(new Projection(
                        date("2026-07-01"), Certainty.PROVISIONAL, date("2026-06-29"), date("2026-07-01")));
        assertThat(plain.project(date("2026-07-01"), -4))
                .isEqualTo(new Projection(
                        date("2026-06-25"), Certainty.PROVISIONAL, date("2026-06-23"), date("2026-06-25")));
    }
}
