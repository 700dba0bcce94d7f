package io.github.hotlinekit.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Working time where one stretch that is laid out ends and the next begins, and at the ends of all years. */
class WorkingHoursEdgesTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WorkingHours CHINA =
            WorkingHours.of(OpeningHours.of("08:30-12:00", "13:30-17:30"), WorkingCalendar.china(), SHANGHAI);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    /** Knows some days, all as the week has them. */
    private static WorkingCalendar knows(String first, String last) {
        return WorkingCalendar.builder("plain", "1")
                .first(LocalDate.parse(first))
                .settledUntil(LocalDate.parse(last))
                .last(LocalDate.parse(last))
                .build();
    }

    /** The days are laid out from 32 days before the first to 731 after the last, and elsewhere by 32. */
    @ParameterizedTest
    @CsvSource({
        "UTC,00:00-24:00",
        "UTC,08:30-17:30",
        "UTC,22:00-06:00",
        "Asia/Shanghai,06:00-10:00",
        "America/New_York,18:00-20:00"
    })
    void days_that_are_as_the_week_has_them_give_the_same_answers_known_or_not(String zone, String period) {
        OpeningHours hours = period.equals("00:00-24:00") ? OpeningHours.ALWAYS : OpeningHours.of(period);
        WorkingHours few = WorkingHours.of(hours, knows("2026-01-05", "2026-03-01"), ZoneId.of(zone));
        WorkingHours many = WorkingHours.of(hours, knows("2020-01-01", "2035-12-31"), ZoneId.of(zone));
        for (int k = 0; k < 4; k++) {
            for (String edge : List.of("2025-12-04", "2028-03-01")) {
                LocalDate day = LocalDate.parse(edge).plusDays((edge.startsWith("2025") ? -32L : 32L) * k);
                for (int second = -1; second <= 1; second++) {
                    Instant t = Instant.ofEpochSecond(day.toEpochDay() * 86_400 + second);
                    assertThat(few.isOpen(t)).as("open at " + t).isEqualTo(many.isOpen(t));
                    assertThat(few.nextOpening(t)).as("next at " + t).isEqualTo(many.nextOpening(t));
                    for (String text :
                            List.of("PT0.000000001S", "PT1S", "PT1.000000001S", "PT1H", "PT200H", "PT2000H")) {
                        Duration time = Duration.parse(text);
                        assertThat(few.plus(t, time)).as(t + " plus " + time).isEqualTo(many.plus(t, time));
                        assertThat(few.minus(t, time)).as(t + " minus " + time).isEqualTo(many.minus(t, time));
                        assertThat(few.between(t, t.plus(time)))
                                .as(time + " from " + t)
                                .isEqualTo(many.between(t, t.plus(time)));
                        assertThat(few.between(t.minus(time), t))
                                .as(time + " until " + t)
                                .isEqualTo(many.between(t.minus(time), t));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1900-01-01,1900-01-31",
        "1900-01-01,2200-12-31",
        "2026-01-01,2026-12-31",
        "2198-11-28,2198-11-28",
        "2198-11-29,2198-11-29",
        "2198-11-30,2198-11-30",
        "2198-12-31,2198-12-31",
        "2199-01-01,2199-01-01",
        "2200-12-31,2200-12-31"
    })
    void all_years_are_open_from_their_first_to_their_last_second_whatever_days_are_known(String first, String last) {
        WorkingHours always = WorkingHours.of(OpeningHours.ALWAYS, knows(first, last), ZoneId.of("UTC"));
        Instant from = Instant.parse("1900-01-01T00:00:00Z");
        Instant until = Instant.parse("2201-01-01T00:00:00Z");
        Duration all = Duration.between(from, until);
        assertThat(always.between(from, until)).isEqualTo(all);
        assertThat(always.plus(from, all)).isEqualTo(until);
        assertThat(always.minus(until, all)).isEqualTo(from);
        assertThat(always.isOpen(from)).isTrue();
        assertThat(always.isOpen(until.minusNanos(1))).isTrue();
        assertThat(always.isOpen(until)).isFalse();
        assertThat(always.between(until, until)).isZero();
        assertThat(always.nextOpening(from)).isEqualTo(from);
        assertThat(always.nextOpening(until.minusNanos(1))).isEqualTo(until.minusNanos(1));
        assertThat(always.minus(until, Duration.ofSeconds(1))).isEqualTo(until.minusSeconds(1));
        assertThat(always.plus(until.minusNanos(1), Duration.ofNanos(1))).isEqualTo(until);
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> always.nextOpening(until))
                .withMessage("an opening must be in the years 1900 to 2200, but there was none from " + until);
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> always.plus(until, Duration.ofNanos(1)))
                .withMessage("working time must end in the years 1900 to 2200, but PT0.000000001S from " + until
                        + " did not");
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> always.minus(from, Duration.ofNanos(1)))
                .withMessage("working time must begin in the years 1900 to 2200, but PT0.000000001S before " + from
                        + " did not");
    }

    @Test
    void every_question_about_an_instant_outside_the_years_is_refused() {
        Instant first = at("1900-01-01T00:00");
        Instant end = at("2201-01-01T00:00");
        assertThat(CHINA.plus(first, Duration.ZERO)).isEqualTo(first);
        assertThat(CHINA.minus(end, Duration.ZERO)).isEqualTo(end);
        assertThat(CHINA.between(first, first)).isZero();
        assertThat(CHINA.between(end, end)).isZero();
        for (Instant out : List.of(first.minusNanos(1), end.plusNanos(1), Instant.MIN, Instant.MAX)) {
            Stream.<Consumer<WorkingHours>>of(
                            h -> h.plus(out, Duration.ZERO),
                            h -> h.plus(out, Duration.ofHours(1)),
                            h -> h.minus(out, Duration.ZERO),
                            h -> h.minus(out, Duration.ofHours(1)),
                            h -> h.between(out, first),
                            h -> h.between(end, out),
                            h -> h.between(out, out),
                            h -> h.isOpen(out),
                            h -> h.nextOpening(out))
                    .forEach(question -> assertThatExceptionOfType(DateTimeException.class)
                            .isThrownBy(() -> question.accept(CHINA))
                            .withMessage(
                                    "an instant must be in the years 1900 to 2200 in Asia/Shanghai, but was " + out));
        }
    }

    @Test
    void by_a_strict_calendar_every_question_and_every_answer_on_a_day_that_is_not_settled_is_refused() {
        WorkingHours strict =
                WorkingHours.of(CHINA.hours(), WorkingCalendar.china().strict(), SHANGHAI);
        Instant last = at("2026-12-28T17:30");
        Instant after = at("2026-12-29T00:00");
        Instant first = at("2004-01-02T08:30");
        Duration hour = Duration.ofHours(1);
        assertThat(strict.plus(last.minus(hour), hour)).isEqualTo(last);
        assertThat(strict.minus(first.plus(hour), hour)).isEqualTo(first);
        assertThat(strict.nextOpening(last.minusNanos(1))).isEqualTo(last.minusNanos(1));
        assertThat(strict.between(first, last)).isEqualTo(CHINA.between(first, last));
        assertThat(strict.isOpen(after.minusNanos(1))).isFalse();
        Stream.<Consumer<WorkingHours>>of(
                        h -> h.plus(last, hour),
                        h -> h.plus(after, Duration.ZERO),
                        h -> h.minus(first, hour),
                        h -> h.minus(after, Duration.ZERO),
                        h -> h.minus(after, hour),
                        h -> h.nextOpening(last),
                        h -> h.isOpen(after),
                        h -> h.between(first, after),
                        h -> h.between(at("2003-12-31T23:59:59"), first),
                        h -> h.opening(LocalDate.of(2026, 12, 29)),
                        h -> h.close(LocalDate.of(2026, 12, 29)),
                        h -> h.intervals(LocalDate.of(2026, 12, 29)))
                .forEach(question -> assertThatExceptionOfType(CalendarHorizonException.class)
                        .isThrownBy(() -> question.accept(strict))
                        .withMessageContaining("is settled from 2004-01-01 to 2026-12-28"));
    }

    @Test
    void parts_of_a_second_are_taken_from_the_second_before_where_the_end_has_less() {
        assertThat(CHINA.minus(at("2026-09-18T10:00:00.5"), Duration.parse("PT0.7S")))
                .isEqualTo(at("2026-09-18T09:59:59.8"));
        assertThat(CHINA.minus(at("2026-09-18T13:30:00.5"), Duration.parse("PT0.7S")))
                .isEqualTo(at("2026-09-18T11:59:59.8"));
        assertThat(CHINA.minus(at("2026-09-18T13:00:00.5"), Duration.parse("PT0.7S")))
                .isEqualTo(at("2026-09-18T11:59:59.3"));
        assertThat(CHINA.minus(at("2026-09-18T10:00:00.5"), Duration.parse("PT1H0.5S")))
                .isEqualTo(at("2026-09-18T09:00:00"));
        assertThat(CHINA.plus(at("2026-09-18T11:59:59.8"), Duration.parse("PT0.7S")))
                .isEqualTo(at("2026-09-18T13:30:00.5"));
    }

    @Test
    void an_interval_has_its_start_and_not_its_end() {
        OpenInterval morning = CHINA.intervals(LocalDate.of(2026, 9, 18)).get(0);
        assertThat(Stream.of("08:29:59", "08:30", "11:59:59", "12:00")
                        .map(t -> morning.contains(at("2026-09-18T" + t))))
                .containsExactly(false, true, true, false);
    }

    @Test
    void periods_that_touch_are_one() {
        WorkingHours touching = WorkingHours.of(
                OpeningHours.of("08:00-12:00", "12:00-14:00", "15:00-16:00"), WorkingCalendar.china(), SHANGHAI);
        assertThat(touching.intervals(LocalDate.of(2026, 9, 18)))
                .containsExactly(
                        new OpenInterval(at("2026-09-18T08:00"), at("2026-09-18T14:00")),
                        new OpenInterval(at("2026-09-18T15:00"), at("2026-09-18T16:00")));
    }

    /** On 8 March 2026 New York left out the hour from 02:00, so that 02:30 there is 03:30. */
    @ParameterizedTest
    @CsvSource({
        "02:30-02:45,03:00-03:15,07:00-07:15 07:30-07:45",
        "02:30-02:45,03:00-03:30,07:00-07:45",
        "02:30-02:45,03:00-03:40,07:00-07:45",
        "02:30-02:45,03:00-04:00,07:00-08:00",
        "02:30-02:45,03:45-04:00,07:30-08:00",
        "02:15-02:30,03:15-03:30,07:15-07:30",
        "01:30-03:30,03:30-04:00,06:30-08:00",
        "02:30-03:30,07:00-08:00,11:00-12:00"
    })
    void what_a_clock_put_forward_leaves_out_is_put_in_order_with_what_follows(
            String left, String next, String expected) {
        LocalDate sunday = LocalDate.of(2026, 3, 8);
        ZoneId newYork = ZoneId.of("America/New_York");
        List<OpeningPeriod> periods = List.of(OpeningPeriod.parse(left), OpeningPeriod.parse(next));
        WorkingHours hours = WorkingHours.of(
                new OpeningHours(periods, periods, Map.of(), List.of(), Map.of()),
                knows("2026-01-01", "2026-12-31"),
                newYork);
        List<OpenInterval> intervals = Stream.of(expected.split(" "))
                .map(pair -> new OpenInterval(
                        Instant.parse("2026-03-08T" + pair.substring(0, 5) + ":00Z"),
                        Instant.parse("2026-03-08T" + pair.substring(6) + ":00Z")))
                .toList();
        assertThat(hours.intervals(sunday)).isEqualTo(intervals);
        Instant midnight = Instant.parse("2026-03-08T05:00:00Z");
        Duration open = Duration.ZERO;
        for (OpenInterval interval : intervals) {
            assertThat(hours.nextOpening(hours.plus(midnight, open))).isEqualTo(interval.start());
            assertThat(hours.between(midnight, interval.start())).isEqualTo(open);
            open = open.plus(Duration.between(interval.start(), interval.end()));
            assertThat(hours.between(midnight, interval.end())).isEqualTo(open);
            assertThat(hours.plus(midnight, open)).isEqualTo(interval.end());
            assertThat(hours.isOpen(interval.start())).isTrue();
            assertThat(hours.isOpen(interval.end())).isFalse();
        }
    }

    /** The clock was put forward while the evening's period lasted, and the morning's would begin in the hour left out. */
    @Test
    void a_morning_that_begins_later_as_its_hour_is_left_out_does_not_join_the_night_before() {
        List<OpeningPeriod> periods = List.of(OpeningPeriod.parse("02:30-08:00"), OpeningPeriod.parse("22:00-03:00"));
        WorkingHours hours = WorkingHours.of(
                new OpeningHours(periods, periods, Map.of(), List.of(), Map.of()),
                knows("2026-01-01", "2026-12-31"),
                ZoneId.of("America/New_York"));
        Instant close = Instant.parse("2026-03-08T07:00:00Z");
        Instant open = Instant.parse("2026-03-08T07:30:00Z");
        assertThat(hours.isOpen(close.minusNanos(1))).isTrue();
        assertThat(hours.isOpen(close)).isFalse();
        assertThat(hours.nextOpening(close)).isEqualTo(open);
        assertThat(hours.between(close, open)).isZero();
        assertThat(hours.plus(close, Duration.ofHours(1))).isEqualTo(open.plusSeconds(3_600));
    }

    @Test
    void the_first_moment_of_1970_is_that_of_the_zone() {
        WorkingHours always = WorkingHours.of(OpeningHours.ALWAYS, WorkingCalendar.china(), SHANGHAI);
        assertThat(always.opening(LocalDate.of(1970, 1, 1))).contains(Instant.parse("1969-12-31T16:00:00Z"));
        assertThat(always.close(LocalDate.of(1969, 12, 31))).contains(Instant.parse("1969-12-31T16:00:00Z"));
    }

    @Test
    void a_day_of_many_periods_has_them_all() {
        String[] minutes = new String[720];
        for (int m = 0; m < 720; m++) {
            int from = 2 * m;
            minutes[m] = String.format(
                    java.util.Locale.ROOT,
                    "%02d:%02d-%02d:%02d",
                    from / 60,
                    from % 60,
                    (from + 1) / 60,
                    (from + 1) % 60);
        }
        WorkingHours every = WorkingHours.of(OpeningHours.of(minutes), WorkingCalendar.china(), SHANGHAI);
        assertThat(every.intervals(LocalDate.of(2026, 9, 18))).hasSize(720);
        assertThat(every.between(at("2026-09-18T00:00"), at("2026-09-19T00:00")))
                .isEqualTo(Duration.ofHours(12));
        assertThat(every.plus(at("2026-09-18T00:00"), Duration.ofHours(12))).isEqualTo(at("2026-09-18T23:59"));
        assertThat(every.minus(at("2026-09-18T23:59"), Duration.ofHours(12))).isEqualTo(at("2026-09-18T00:00"));
    }
}
