package io.github.hotlinekit.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Working time by example. */
class WorkingHoursTest {

    private static final WorkingCalendar CHINA = WorkingCalendar.china();
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final OpeningHours OFFICE = OpeningHours.of("08:30-12:00", "13:30-17:30");
    private static final WorkingHours HOURS = WorkingHours.of(OFFICE, CHINA, SHANGHAI);

    private static Instant at(String local) {
        return at(local, SHANGHAI);
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private static List<OpeningPeriod> periods(String... texts) {
        return OpeningHours.of(texts).workingDays();
    }

    private static OpeningHours onDate(String date, String... texts) {
        return new OpeningHours(
                OFFICE.workingDays(), List.of(), Map.of(), List.of(), Map.of(LocalDate.parse(date), periods(texts)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-18T10:00,PT2H,2026-09-18T12:00", // at the end of the morning, not as the afternoon begins
        "2026-09-18T10:00,PT2H0.000000001S,2026-09-18T13:30:00.000000001",
        "2026-09-18T12:30,PT0S,2026-09-18T12:30",
        "2026-09-18T12:30,PT1H,2026-09-18T14:30",
        "2026-09-18T17:29:59.5,PT1S,2026-09-20T08:30:00.5", // the make-up Sunday of the 20th is worked
        "2026-09-30T17:00,PT1H,2026-10-08T09:00", // over the National Day
        "2026-09-18T08:30,PT16H,2026-09-21T09:30"
    })
    void known_deadlines_come_out(String start, Duration time, String due) {
        assertThat(HOURS.plus(at(start), time)).isEqualTo(at(due));
        assertThat(HOURS.between(at(start), at(due))).isEqualTo(time);
    }

    @Test
    void taking_away_ends_where_the_afternoon_begins_and_not_where_the_morning_ended() {
        assertThat(HOURS.minus(at("2026-09-18T14:30"), Duration.ofHours(1))).isEqualTo(at("2026-09-18T13:30"));
        assertThat(HOURS.minus(at("2026-09-18T14:30"), Duration.ofMinutes(61))).isEqualTo(at("2026-09-18T11:59"));
        assertThat(HOURS.minus(at("2026-09-20T08:30"), Duration.ofHours(4))).isEqualTo(at("2026-09-18T13:30"));
    }

    @Test
    void an_opening_is_open_a_closing_is_not_and_the_next_opening_is_after_the_rest() {
        assertThat(HOURS.isOpen(at("2026-09-18T08:30"))).isTrue();
        assertThat(HOURS.isOpen(at("2026-09-18T12:00"))).isFalse();
        assertThat(HOURS.isOpen(at("2026-09-18T11:59:59.999999999"))).isTrue();
        assertThat(HOURS.nextOpening(at("2026-09-18T12:00"))).isEqualTo(at("2026-09-18T13:30"));
        assertThat(HOURS.nextOpening(at("2026-09-18T09:00:00.5"))).isEqualTo(at("2026-09-18T09:00:00.5"));
        assertThat(HOURS.nextOpening(at("2026-09-30T17:30"))).isEqualTo(at("2026-10-08T08:30"));
        assertThat(HOURS.opening(LocalDate.of(2026, 9, 20))).contains(at("2026-09-20T08:30"));
        assertThat(HOURS.close(LocalDate.of(2026, 9, 20))).contains(at("2026-09-20T17:30"));
        assertThat(HOURS.close(LocalDate.of(2026, 9, 19))).isEmpty();
        assertThat(HOURS.intervals(LocalDate.of(2026, 9, 18)))
                .containsExactly(
                        new OpenInterval(at("2026-09-18T08:30"), at("2026-09-18T12:00")),
                        new OpenInterval(at("2026-09-18T13:30"), at("2026-09-18T17:30")));
    }

    @Test
    void the_half_day_of_new_years_eve_is_a_working_day_with_fewer_hours() {
        LocalDate eve = LocalDate.of(2024, 2, 9); // 除夕, which the notice of that year left a working day
        WorkingHours hours = WorkingHours.of(onDate("2024-02-09", "08:30-12:00"), CHINA, SHANGHAI);
        assertThat(CHINA.isWorkingDay(eve)).isTrue();
        assertThat(hours.close(eve)).contains(at("2024-02-09T12:00"));
        assertThat(hours.plus(at("2024-02-09T11:00"), Duration.ofHours(2))).isEqualTo(at("2024-02-18T09:30"));
        assertThat(WorkingHours.of(onDate("2024-02-09"), CHINA, SHANGHAI).intervals(eve))
                .isEmpty();
    }

    @Test
    void summer_hours_hold_from_their_first_to_their_last_day() {
        OpeningHours hours = new OpeningHours(
                OFFICE.workingDays(),
                List.of(),
                Map.of(),
                List.of(new OpeningHours.Season(
                        MonthDay.of(5, 1), MonthDay.of(9, 30), periods("08:30-12:00", "14:30-18:00"))),
                Map.of());
        WorkingHours summer = WorkingHours.of(hours, CHINA, SHANGHAI);
        assertThat(summer.close(LocalDate.of(2026, 4, 30))).contains(at("2026-04-30T17:30"));
        assertThat(summer.close(LocalDate.of(2026, 5, 6))).contains(at("2026-05-06T18:00"));
        assertThat(summer.close(LocalDate.of(2026, 9, 30))).contains(at("2026-09-30T18:00"));
        assertThat(summer.close(LocalDate.of(2026, 10, 8))).contains(at("2026-10-08T17:30"));
    }

    @Test
    void in_xinjiang_the_day_begins_at_ten_by_the_clock_of_beijing() {
        WorkingHours xinjiang = WorkingHours.of(OpeningHours.of("10:00-14:00", "16:00-20:00"), CHINA, SHANGHAI);
        assertThat(xinjiang.plus(at("2026-09-18T09:00"), Duration.ofHours(5))).isEqualTo(at("2026-09-18T17:00"));
        // The same office by the clock of Urumqi.
        ZoneId urumqi = ZoneId.of("Asia/Urumqi");
        WorkingHours local = WorkingHours.of(OpeningHours.of("08:00-12:00", "14:00-18:00"), CHINA, urumqi);
        assertThat(local.between(at("2026-09-18T00:00"), at("2026-10-18T00:00")))
                .isEqualTo(xinjiang.between(at("2026-09-18T00:00"), at("2026-10-18T00:00")));
    }

    @Test
    void a_night_shift_belongs_to_the_day_it_begins_on_and_time_that_is_open_twice_counts_once() {
        OpeningHours hours = new OpeningHours(
                periods("22:00-06:00"),
                List.of(),
                Map.of(DayOfWeek.TUESDAY, periods("05:00-12:00", "22:00-24:00")),
                List.of(),
                Map.of());
        WorkingHours night = WorkingHours.of(hours, CHINA, SHANGHAI);
        LocalDate monday = LocalDate.of(2026, 3, 9);
        assertThat(night.close(monday)).contains(at("2026-03-10T06:00"));
        assertThat(night.opening(monday.plusDays(1))).contains(at("2026-03-10T05:00"));
        assertThat(night.close(monday.plusDays(1))).contains(at("2026-03-11T00:00"));
        assertThat(night.between(at("2026-03-09T22:00"), at("2026-03-10T12:00")))
                .isEqualTo(Duration.ofHours(14));
        // Friday's night goes into Saturday, of which the night is closed.
        assertThat(night.isOpen(at("2026-03-14T05:59"))).isTrue();
        assertThat(night.isOpen(at("2026-03-14T22:00"))).isFalse();
        assertThat(night.isOpen(at("2026-03-09T05:59"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Asia/Shanghai", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia"})
    void round_the_clock_is_elapsed_time(String zone) {
        WorkingHours always = WorkingHours.of(OpeningHours.ALWAYS, CHINA, ZoneId.of(zone));
        Instant start = Instant.parse("2011-03-01T12:34:56.789Z");
        Duration time = Duration.ofDays(5_000).plusNanos(1);
        assertThat(always.plus(start, time)).isEqualTo(start.plus(time));
        assertThat(always.minus(start, time)).isEqualTo(start.minus(time));
        assertThat(always.between(start, start.plus(time))).isEqualTo(time);
    }

    @Test
    void a_period_over_the_hour_left_out_is_shorter_and_over_the_hour_repeated_longer() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        WorkingHours night = WorkingHours.of(
                new OpeningHours(periods("01:30-03:30"), periods("01:30-03:30"), Map.of(), List.of(), Map.of()),
                CHINA,
                berlin);
        assertThat(night.intervals(LocalDate.of(2026, 3, 28)).get(0).length()).isEqualTo(Duration.ofHours(2));
        assertThat(night.intervals(LocalDate.of(2026, 3, 29)).get(0).length()).isEqualTo(Duration.ofHours(1));
        assertThat(night.intervals(LocalDate.of(2026, 10, 25)).get(0).length()).isEqualTo(Duration.ofHours(3));
        assertThat(night.plus(at("2026-03-29T01:00", berlin), Duration.ofHours(1)))
                .isEqualTo(at("2026-03-29T03:30", berlin));
        // Its end would come before its start.
        WorkingHours odd = WorkingHours.of(
                new OpeningHours(periods("02:30-03:15"), periods("02:30-03:15"), Map.of(), List.of(), Map.of()),
                CHINA,
                berlin);
        assertThat(odd.intervals(LocalDate.of(2026, 3, 29))).isEmpty();
        assertThat(odd.close(LocalDate.of(2026, 3, 29))).isEmpty();
    }

    @Test
    void hours_that_are_never_open_are_refused_and_those_that_end_some_day_say_so() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingHours.of(OpeningHours.of(), CHINA, SHANGHAI))
                .withMessageContaining("never open")
                .withMessageContaining("china@2026");
        OpeningHours once = new OpeningHours(
                List.of(), List.of(), Map.of(), List.of(), Map.of(LocalDate.of(2100, 1, 1), periods("08:00-09:00")));
        WorkingHours hours = WorkingHours.of(once, CHINA, SHANGHAI);
        Instant now = at("2026-09-18T12:00");
        assertThat(hours.plus(now, Duration.ofHours(1))).isEqualTo(at("2100-01-01T09:00"));
        assertThat(hours.nextOpening(now)).isEqualTo(at("2100-01-01T08:00"));
        assertThat(hours.minus(at("2150-01-01T00:00"), Duration.ofHours(1))).isEqualTo(at("2100-01-01T08:00"));
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> hours.plus(now, Duration.ofHours(1).plusNanos(1)))
                .withMessageContaining("1900 to 2200")
                .withMessageContaining("PT1H0.000000001S");
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> hours.minus(now, Duration.ofNanos(1)))
                .withMessageContaining("1900 to 2200");
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> hours.nextOpening(at("2100-01-01T09:00")))
                .withMessageContaining("there was none");
    }

    @Test
    void instants_reach_from_1900_to_the_end_of_2200_by_the_wall_clock() {
        Instant first = at("1900-01-01T00:00");
        Instant end = at("2201-01-01T00:00");
        Duration all = HOURS.between(first, end);
        assertThat(HOURS.between(end, first)).isEqualTo(all.negated());
        assertThat(HOURS.plus(first, all)).isEqualTo(at("2200-12-31T17:30"));
        assertThat(HOURS.minus(end, all)).isEqualTo(at("1900-01-01T08:30"));
        assertThat(HOURS.isOpen(end)).isFalse();
        assertThat(HOURS.plus(end, Duration.ZERO)).isEqualTo(end);
        for (Instant out : List.of(first.minusNanos(1), end.plusNanos(1), Instant.MIN, Instant.MAX)) {
            assertThatExceptionOfType(DateTimeException.class)
                    .isThrownBy(() -> HOURS.isOpen(out))
                    .withMessageContaining("1900 to 2200");
        }
        for (Duration much : List.of(all.plusNanos(1), Duration.ofSeconds(Long.MAX_VALUE, 999_999_999))) {
            assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> HOURS.plus(first, much));
            assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> HOURS.minus(end, much));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HOURS.plus(first, Duration.ofNanos(-1)))
                .withMessageContaining("PT-0.000000001S");
        assertThatIllegalArgumentException().isThrownBy(() -> HOURS.minus(first, Duration.ofNanos(-1)));
        WorkingHours always = WorkingHours.of(OpeningHours.ALWAYS, CHINA, ZoneId.of("UTC"));
        Instant from = Instant.parse("1900-01-01T00:00:00Z");
        Instant until = Instant.parse("2201-01-01T00:00:00Z");
        assertThat(always.between(from, until)).isEqualTo(Duration.between(from, until));
        assertThat(always.plus(from, Duration.between(from, until))).isEqualTo(until);
        assertThat(always.minus(until, Duration.between(from, until))).isEqualTo(from);
    }

    @Test
    void a_long_way_beyond_the_known_days_the_hours_go_on() {
        int days = 5_199 * 7 + 4; // to the Friday of the 5,200th week of 37.5 hours
        Instant start = at("2050-03-07T08:30"); // a Monday
        Duration weeks = Duration.ofMinutes(450).multipliedBy(5 * 5_200);
        Instant due = HOURS.plus(start, weeks);
        assertThat(due).isEqualTo(at("2050-03-07T17:30").plus(days, ChronoUnit.DAYS));
        assertThat(HOURS.minus(due, weeks)).isEqualTo(start);
        assertThat(HOURS.between(start, due)).isEqualTo(weeks);
    }

    @Test
    void an_interval_ends_after_it_starts() {
        Instant t = at("2026-09-18T12:00");
        assertThatIllegalArgumentException().isThrownBy(() -> new OpenInterval(t, t));
        assertThat(new OpenInterval(t, t.plusSeconds(5)).length()).isEqualTo(Duration.ofSeconds(5));
        assertThat(HOURS.hours()).isEqualTo(OFFICE);
        assertThat(HOURS.calendar()).isSameAs(CHINA);
        assertThat(HOURS.zone()).isEqualTo(SHANGHAI);
        assertThat(HOURS.toString()).contains("china@2026").contains("Asia/Shanghai");
    }
}
