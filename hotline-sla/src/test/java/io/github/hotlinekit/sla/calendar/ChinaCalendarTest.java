package io.github.hotlinekit.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.language.Label;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChinaCalendarTest {

    private static final WorkingCalendar CHINA = WorkingCalendar.china();

    @ParameterizedTest
    @CsvSource({
        "2026-09-18,3,2026-09-22", // the make-up Sunday of the 20th counts
        "2026-02-15,3,2026-02-26", // received on a rest day: nothing is rolled before counting
        "2026-09-30,5,2026-10-13", // without the make-up Saturday of 10 October it would be the 14th
        "2020-01-22,5,2020-02-06", // with the extension of the Spring Festival of 2020-01-27
        "2005-12-30,1,2005-12-31", // named by the next year's notice
        "2013-04-03,1,2013-04-07",
        "2026-09-18,0,2026-09-18",
        "2026-09-22,-3,2026-09-18"
    })
    void known_deadlines_come_out(LocalDate from, int n, LocalDate due) {
        assertThat(CHINA.plusWorkingDays(from, n)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2004,252", "2005,251", "2006,251", "2007,249", "2008,251", "2009,250", "2010,250", "2011,250",
        "2012,249", "2013,250", "2014,250", "2015,249", "2016,250", "2017,249", "2018,250", "2019,250",
        "2020,249", "2021,250", "2022,249", "2023,249", "2024,251", "2025,248", "2026,248"
    })
    void each_year_has_the_working_days_that_the_notices_give_it(int year, int days) {
        assertThat(CHINA.workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(days);
    }

    @Test
    void days_are_settled_to_28_december_of_the_last_year_then_provisional_then_unknown() {
        assertThat(CHINA.first()).isEqualTo(LocalDate.of(2004, 1, 1));
        assertThat(CHINA.settledUntil()).isEqualTo(LocalDate.of(2026, 12, 28));
        assertThat(CHINA.last()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(CHINA.certainty(LocalDate.of(2003, 12, 31))).isEqualTo(Certainty.UNKNOWN);
        assertThat(CHINA.certainty(LocalDate.of(2004, 1, 1))).isEqualTo(Certainty.SETTLED);
        assertThat(CHINA.certainty(LocalDate.of(2026, 12, 28))).isEqualTo(Certainty.SETTLED);
        assertThat(CHINA.certainty(LocalDate.of(2026, 12, 29))).isEqualTo(Certainty.PROVISIONAL);
        assertThat(CHINA.certainty(LocalDate.of(2026, 12, 31))).isEqualTo(Certainty.PROVISIONAL);
        assertThat(CHINA.certainty(LocalDate.of(2027, 1, 1))).isEqualTo(Certainty.UNKNOWN);
        assertThat(Certainty.SETTLED.or(Certainty.PROVISIONAL)).isEqualTo(Certainty.PROVISIONAL);
        assertThat(Certainty.UNKNOWN.or(Certainty.SETTLED)).isEqualTo(Certainty.UNKNOWN);
    }

    @Test
    void a_special_day_says_its_name_kind_and_notice() {
        CalendarDay day = CHINA.day(LocalDate.of(2026, 9, 20));
        assertThat(day.reason()).isEqualTo(DayReason.MAKE_UP_WORKDAY);
        assertThat(day.special().orElseThrow().name()).isEqualTo(Label.of("国庆节", "National Day"));
        assertThat(day.special().orElseThrow().source()).contains("国办发明电〔2025〕7号");
        assertThat(CHINA.day(LocalDate.of(2026, 10, 1)).reason()).isEqualTo(DayReason.HOLIDAY);
        assertThat(CHINA.day(LocalDate.of(2026, 3, 7)).reason()).isEqualTo(DayReason.WEEKEND);
        assertThat(CHINA.day(LocalDate.of(2026, 3, 9)).reason()).isEqualTo(DayReason.WEEKDAY);
        assertThat(CHINA).hasToString("WorkingCalendar china@2026, 2004-01-01 to 2026-12-31, settled until 2026-12-28");
    }

    @Test
    void dates_and_offsets_are_bounded_and_the_message_names_value_and_bound() {
        assertThat(CHINA.isWorkingDay(LocalDate.of(1900, 1, 1))).isTrue();
        assertThat(CHINA.isWorkingDay(LocalDate.of(2200, 12, 31))).isTrue();
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> CHINA.isWorkingDay(LocalDate.of(1899, 12, 31)))
                .withMessageContaining("1900 to 2200")
                .withMessageContaining("1899-12-31");
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> CHINA.plusWorkingDays(LocalDate.of(2200, 12, 31), 1))
                .withMessageContaining("2201-01-01");
        LocalDate first = LocalDate.of(1900, 1, 1);
        LocalDate last = LocalDate.of(2200, 12, 31);
        int all = Math.toIntExact(CHINA.workingDaysBetween(first, last));
        assertThat(CHINA.plusWorkingDays(first, all)).isEqualTo(last);
        assertThat(CHINA.plusWorkingDays(last, -all)).isEqualTo(first);
        for (int sign : new int[] {1, -1}) {
            LocalDate from = sign > 0 ? first : last;
            assertThatExceptionOfType(DateTimeException.class)
                    .isThrownBy(() -> CHINA.plusWorkingDays(from, sign * WorkingCalendar.MAX_DAYS));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CHINA.plusWorkingDays(from, sign * (WorkingCalendar.MAX_DAYS + 1)))
                    .withMessageContaining("-110000 to 110000")
                    .withMessageContaining(String.valueOf(sign * 110_001));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> CHINA.plusWorkingDays(first, Integer.MIN_VALUE));
    }

    @Test
    void a_builder_refuses_bounds_out_of_order_and_days_outside_them() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        LocalDate last = LocalDate.of(2026, 12, 31);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingCalendar.builder("a", "1")
                        .first(first)
                        .last(last)
                        .build())
                .withMessageContaining("settledUntil");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingCalendar.builder("a", "1")
                        .first(first)
                        .last(last)
                        .settledUntil(last.plusDays(1))
                        .build())
                .withMessageContaining("in order");
        SpecialDay outside = new SpecialDay(last.plusDays(1), DayKind.HOLIDAY, Label.of("元旦", "New Year"), "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingCalendar.builder("a", "1")
                        .first(first)
                        .last(last)
                        .settledUntil(last)
                        .days(List.of(outside))
                        .build())
                .withMessageContaining("2027-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingCalendar.builder("a", "1").days(List.of(outside, outside)))
                .withMessageContaining("twice");
    }

    @Test
    void every_problem_of_an_arrangement_is_reported_with_its_place() throws IOException {
        String csv = "date,kind,name_zh\n2026-01-01,HOLIDAY,元旦\n2026-13-01,HOLIDAY,元旦\n2026-01-01,WORKDAY,元旦\n"
                + "2026-01-02,holiday,元旦\n2026-01-03,HOLIDAY,\n1899-01-01,HOLIDAY,元旦\n";
        List<Problem> problems = SpecialDay.checkCsv("city.csv", stream(csv));
        assertThat(problems)
                .extracting(p -> p.place() + " " + p.code())
                .containsExactly(
                        "line 3, column 1 (date) BAD_DATE",
                        "line 4, column 1 (date) DUPLICATE_DATE",
                        "line 5, column 2 (kind) UNKNOWN_VALUE",
                        "line 6, column 3 (name_zh) MISSING_VALUE",
                        "line 7, column 1 (date) BAD_DATE");
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> SpecialDay.readCsv("city.csv", stream(csv)))
                .satisfies(e -> assertThat(e.problems()).isEqualTo(problems));
        assertThat(SpecialDay.checkCsv("city.csv", stream("date,kind,name_zh\n")))
                .isEmpty();
    }

    @Test
    void an_arrangement_gives_its_days_in_order_and_the_chinese_name_for_want_of_an_english_one() throws IOException {
        String csv = "date,kind,name_zh,name_en,source\n2026-02-14,WORKDAY,春节,Spring Festival,notice 7\n"
                + "2026-01-01,HOLIDAY,元旦,,\n";
        assertThat(SpecialDay.readCsv("city.csv", stream(csv)))
                .containsExactly(
                        new SpecialDay(
                                LocalDate.of(2026, 2, 14),
                                DayKind.WORKDAY,
                                Label.of("春节", "Spring Festival"),
                                "notice 7"),
                        new SpecialDay(LocalDate.of(2026, 1, 1), DayKind.HOLIDAY, Label.of("元旦", "元旦"), ""));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
