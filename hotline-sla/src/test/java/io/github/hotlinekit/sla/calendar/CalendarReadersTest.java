package io.github.hotlinekit.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.language.Label;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the readers of arrangements in CSV and iCalendar take, and what they refuse and where. */
class CalendarReadersTest {

    private static final String HEAD = "date,kind,name_zh\n";

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(List<Problem> problems) {
        return problems.stream().map(p -> p.place() + " " + p.code()).toList();
    }

    private static List<String> csv(String text) throws IOException {
        return problems(SpecialDay.checkCsv("days.csv", in(text)));
    }

    private static List<String> feed(String text) throws IOException {
        return problems(HolidayFeed.check("days.ics", in(text)));
    }

    private static String calendar(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//\r\n" + String.join("", events) + "END:VCALENDAR\r\n";
    }

    private static String event(String uid, String date, String summary, String... more) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTART;VALUE=DATE:" + date + "\r\nSUMMARY:" + summary + "\r\n"
                + String.join("\r\n", more) + (more.length > 0 ? "\r\n" : "") + "END:VEVENT\r\n";
    }

    @Test
    void a_date_twice_names_the_earlier_place_and_kind() throws IOException {
        List<Problem> problems = SpecialDay.checkCsv(
                "days.csv", in(HEAD + "2026-02-14,WORKDAY,春节\n2026-02-17,HOLIDAY,春节\n2026-02-14,HOLIDAY,春节\n"));
        assertThat(problems(problems)).containsExactly("line 4, column 1 (date) DUPLICATE_DATE");
        assertThat(problems.get(0).expected()).contains("line 2").contains("WORKDAY");
        assertThat(problems.get(0).source()).isEqualTo("days.csv");
    }

    @Test
    void of_a_date_that_stands_several_times_only_the_first_is_looked_at_further() throws IOException {
        List<Problem> problems = SpecialDay.checkCsv(
                "days.csv", in(HEAD + "2026-02-17,HOLIDAY,春节\n2026-02-17,WORKDAY,春节\n2026-02-17,INHERIT,春节\n"));
        assertThat(problems(problems))
                .containsExactly("line 3, column 1 (date) DUPLICATE_DATE", "line 4, column 1 (date) DUPLICATE_DATE");
        assertThat(problems)
                .extracting(Problem::expected)
                .containsOnly("each date once; it stands already at line 2, column 1 (date), as HOLIDAY");
        assertThat(feed(calendar(
                        event("1", "20260214", "春节（班）"), event("2", "20260214", "情"), event("3", "20260214", "人（班）"))))
                .containsExactly("line 11, column 1 DUPLICATE_DATE");
    }

    @Test
    void an_overlay_with_a_problem_is_not_read() {
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> SpecialDay.readOverlayCsv("o.csv", in(HEAD + "2026-02-17,FREE,春节\n")))
                .withMessageContaining("o.csv")
                .withMessageContaining("UNKNOWN_VALUE");
    }

    @Test
    void a_make_up_workday_falls_on_a_day_of_rest_and_a_holiday_on_any_day() throws IOException {
        String rows = HEAD + "2026-02-16,WORKDAY,春节\n2026-02-14,WORKDAY,春节\n2026-02-15,HOLIDAY,春节\n";
        assertThat(csv(rows)).containsExactly("line 2, column 1 (date) MAKE_UP_ON_WEEKDAY");
        assertThat(SpecialDay.readOverlayCsv("o", in(rows))).hasSize(3);
        assertThat(SpecialDay.readCsv(
                        "o", in(HEAD + "2026-02-20,WORKDAY,日\n"), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY)))
                .hasSize(1);
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() ->
                        SpecialDay.readCsv("o", in(HEAD + "2026-02-22,WORKDAY,日\n"), EnumSet.allOf(DayOfWeek.class)))
                .withMessageContaining("MAKE_UP_ON_WEEKDAY")
                .withMessageContaining("2026-02-22 SUNDAY");
    }

    @Test
    void a_year_without_days_between_others_is_a_gap_but_not_in_an_overlay() throws IOException {
        String rows = HEAD + "2026-01-01,HOLIDAY,元旦\n2021-05-01,HOLIDAY,劳动节\n2023-01-01,HOLIDAY,元旦\n";
        List<Problem> problems = SpecialDay.checkCsv("days.csv", in(rows));
        assertThat(problems(problems))
                .containsExactly("line 4, column 1 (date) YEAR_GAP", "line 2, column 1 (date) YEAR_GAP");
        assertThat(problems).extracting(Problem::value).containsExactly("2022", "2024 to 2025");
        assertThat(SpecialDay.readOverlayCsv("o", in(rows))).hasSize(3);
    }

    @Test
    void a_gap_is_told_at_the_first_day_of_the_year_after_it_in_whatever_order_its_days_stand() throws IOException {
        String before = HEAD + "2021-05-01,HOLIDAY,劳动节\n";
        assertThat(csv(before + "2023-10-01,HOLIDAY,国庆\n2023-01-01,HOLIDAY,元旦\n"))
                .containsExactly("line 4, column 1 (date) YEAR_GAP");
        assertThat(csv(before + "2023-01-01,HOLIDAY,元旦\n2023-10-01,HOLIDAY,国庆\n"))
                .containsExactly("line 3, column 1 (date) YEAR_GAP");
        assertThat(csv(before + "2022-01-01,HOLIDAY,元旦\n")).isEmpty();
    }

    @Test
    void a_date_after_one_whose_kind_is_none_stands_twice_and_a_kind_that_is_not_there_is_missing_only()
            throws IOException {
        List<Problem> problems =
                SpecialDay.checkCsv("days.csv", in(HEAD + "2026-02-17,FREE,春节\n2026-02-17,HOLIDAY,春节\n"));
        assertThat(problems(problems))
                .containsExactly("line 2, column 2 (kind) UNKNOWN_VALUE", "line 3, column 1 (date) DUPLICATE_DATE");
        assertThat(problems.get(1).expected())
                .isEqualTo("each date once; it stands already at line 2, column 1 (date)");
        assertThat(csv(HEAD + "2026-02-17,,春节\n")).containsExactly("line 2, column 2 (kind) MISSING_VALUE");
        assertThat(csv(HEAD + ",HOLIDAY,春节\n")).containsExactly("line 2, column 1 (date) MISSING_VALUE");
    }

    @Test
    void every_problem_is_told_at_once_and_nothing_is_loaded() throws IOException {
        assertThat(csv(HEAD
                        + "2026-02-30,HOLIDAY,a\n2026-02-17,FREE,b\n2026-02-18,HOLIDAY,\n1899-01-01,HOLIDAY,c\nx\n"))
                .containsExactlyInAnyOrder(
                        "line 2, column 1 (date) BAD_DATE",
                        "line 3, column 2 (kind) UNKNOWN_VALUE",
                        "line 4, column 3 (name_zh) MISSING_VALUE",
                        "line 5, column 1 (date) BAD_DATE",
                        "line 6, column 1 (date) CELL_COUNT");
    }

    @Test
    void more_rows_than_there_are_days_are_refused_at_the_first_one_too_many() throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < 1_000_000; i++) {
            text.append("2026-02-17,HOLIDAY,春节\n");
        }
        assertThat(csv(text.toString())).containsExactly("line 110002, column 1 LIMIT_EXCEEDED");
    }

    @Test
    void a_table_in_another_encoding_is_refused_row_by_row() throws IOException {
        byte[] gbk = (HEAD + "2026-02-17,HOLIDAY,春节\n").getBytes(Charset.forName("GBK"));
        assertThat(problems(SpecialDay.checkCsv("gbk.csv", new ByteArrayInputStream(gbk))))
                .containsExactly("line 2, column 3 (name_zh) NOT_UTF8");
        byte[] utf16 = (HEAD + "2026-02-17,HOLIDAY,春节\n").getBytes(StandardCharsets.UTF_16);
        assertThat(SpecialDay.checkCsv("utf16.csv", new ByteArrayInputStream(utf16)))
                .extracting(Problem::code)
                .contains("NOT_UTF8");
        assertThat(SpecialDay.readCsv("bom.csv", in("\uFEFF" + HEAD + "2026-02-17,HOLIDAY,春节\n")))
                .hasSize(1);
    }

    @Test
    void a_feed_of_all_day_events_gives_their_days() throws IOException {
        String feed = calendar(
                "BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n",
                event("1", "20260215", "春节", "DTEND;VALUE=DATE:20260218", "URL:https://a.example/", "CATEGORIES:A"),
                event("2", "20260214", "春节（班）", "BEGIN:VALARM\r\nTRIGGER:-P1D\r\nEND:VALARM"),
                event("3", "20260219", "休息（休）", "DURATION:P2D"),
                event("4", "20260228", "Spring Festival (make-up workday)", "SUMMARY;LANGUAGE=zh-CN:春节（班）"),
                event("5", "20260301", "Plain", "X-HOTLINE-KIND:WORKDAY"),
                event("6", "20260217", "一\\, 二\\n三"));
        List<SpecialDay> days = HolidayFeed.read("days.ics", in(feed));
        assertThat(days)
                .containsExactly(
                        day("2026-02-15", DayKind.HOLIDAY, "春节", "春节", "https://a.example/"),
                        day("2026-02-16", DayKind.HOLIDAY, "春节", "春节", "https://a.example/"),
                        day("2026-02-17", DayKind.HOLIDAY, "春节、一, 二 三", "春节, 一, 二 三", "https://a.example/"),
                        day("2026-02-14", DayKind.WORKDAY, "春节", "春节", ""),
                        day("2026-02-19", DayKind.HOLIDAY, "休息", "休息", ""),
                        day("2026-02-20", DayKind.HOLIDAY, "休息", "休息", ""),
                        day("2026-02-28", DayKind.WORKDAY, "春节", "Spring Festival", ""),
                        day("2026-03-01", DayKind.WORKDAY, "Plain", "Plain", ""));
        assertThat(HolidayFeed.read("days.ics", in(feed.replace("\r\n", "\n")))).isEqualTo(days);
    }

    private static SpecialDay day(String date, DayKind kind, String zh, String en, String source) {
        return new SpecialDay(LocalDate.parse(date), kind, Label.of(zh, en), source);
    }

    @Test
    void lines_are_unfolded_even_within_a_character() throws IOException {
        String plain = calendar(event("1", "20260217", "春节假期"));
        byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
        List<SpecialDay> days = HolidayFeed.read("a", in(plain));
        for (int at = 1; at < bytes.length; at++) {
            if (bytes[at - 1] == '\n' || bytes[at - 1] == '\r') {
                continue;
            }
            byte[] folded = new byte[bytes.length + 3];
            System.arraycopy(bytes, 0, folded, 0, at);
            System.arraycopy(new byte[] {'\r', '\n', ' '}, 0, folded, at, 3);
            System.arraycopy(bytes, at, folded, at + 3, bytes.length - at);
            assertThat(HolidayFeed.read("a", new ByteArrayInputStream(folded))).isEqualTo(days);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RRULE:FREQ=YEARLY | UNSUPPORTED_PROPERTY",
                "EXDATE;VALUE=DATE:20260218 | UNSUPPORTED_PROPERTY",
                "RDATE;VALUE=DATE:20260218 | UNSUPPORTED_PROPERTY",
                "RECURRENCE-ID;VALUE=DATE:20260218 | UNSUPPORTED_PROPERTY",
                "DTEND:20260218T000000Z | TIMED_EVENT",
                "DTEND;VALUE=DATE:20260217 | BAD_END",
                "DTEND;VALUE=DATE:20270219 | BAD_END",
                "DTEND:20260218 | BAD_DATE",
                "DTEND;VALUE=DATE:20260230 | BAD_DATE",
                "DURATION:PT24H | BAD_DURATION",
                "DURATION:P0D | BAD_DURATION",
                "DURATION:P53W | BAD_DURATION",
                "STATUS:CANCELLED | UNSUPPORTED_VALUE",
                "STATUS:TENTATIVE | UNSUPPORTED_VALUE",
                "X-HOTLINE-KIND:FREE | UNKNOWN_VALUE",
                "SUMARY:a | UNKNOWN_PROPERTY",
                "UID:2 | DUPLICATE_PROPERTY",
                "SUMMARY:b | DUPLICATE_PROPERTY",
                "no line | NOT_A_CONTENT_LINE",
                "A;B:c | NOT_A_CONTENT_LINE",
                "A;B=c;B=d:e | DUPLICATE_PARAMETER"
            })
    void what_a_feed_cannot_say_exactly_is_a_problem_at_its_line(String line, String code) throws IOException {
        assertThat(feed(calendar(event("1", "20260217", "春节", line)))).containsExactly("line 8, column 1 " + code);
    }

    @Test
    void both_an_end_and_a_length_and_two_kinds_are_contradictions() throws IOException {
        assertThat(feed(calendar(event("1", "20260217", "a", "DTEND;VALUE=DATE:20260218", "DURATION:P1D"))))
                .containsExactly("line 9, column 1 CONTRADICTION");
        assertThat(feed(calendar(event("1", "20260214", "春节（班）", "X-HOTLINE-KIND:HOLIDAY"))))
                .containsExactly("line 8, column 1 CONTRADICTION");
        assertThat(feed(calendar(event("1", "20260214", "春节（班）"), event("2", "20260214", "情人节"))))
                .containsExactly("line 11, column 1 DUPLICATE_DATE");
        assertThat(feed(calendar(event("1", "20260214", "a"), event("1", "20260215", "b"))))
                .containsExactly("line 10, column 1 DUPLICATE_ID");
        assertThat(feed(calendar(event("1", "20260217", "春节（班）"))))
                .containsExactly("line 6, column 1 MAKE_UP_ON_WEEKDAY");
        assertThat(feed(calendar(event("1", "20260217", "a"), event("2", "20240217", "b"))))
                .containsExactly("line 6, column 1 YEAR_GAP");
        assertThat(HolidayFeed.readOverlay("o", in(calendar(event("1", "20260217", "春节（班）")))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello\n",
                "BEGIN:VCALENDAR\nVERSION:2.0\n",
                "END:VCALENDAR\n",
                "BEGIN:VEVENT\nEND:VEVENT\n",
                "BEGIN:VCALENDAR\nEND:VCALENDAR\n",
                "BEGIN:VCALENDAR\nVERSION:1.0\nEND:VCALENDAR\n",
                "BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:CANCEL\nEND:VCALENDAR\n",
                "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VTODO\nEND:VTODO\nEND:VCALENDAR\n",
                "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nEND:VCALENDAR\n",
                "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nSUMMARY:a\nEND:VEVENT\nEND:VCALENDAR\n"
            })
    void what_is_no_calendar_of_all_day_events_is_refused(String text) throws IOException {
        assertThat(feed(text)).isNotEmpty();
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> HolidayFeed.read("a.ics", in(text)))
                .withMessageContaining("a.ics");
    }

    @Test
    void the_limits_of_a_feed_hold() throws IOException {
        String longLine = "COMMENT:" + "a".repeat(HolidayFeed.MAX_LINE - 8);
        assertThat(feed(calendar(event("1", "20260217", "a", longLine)))).isEmpty();
        assertThat(feed(calendar(event("1", "20260217", "a", longLine + "\r\n b"))))
                .containsExactly("line 8, column 1 LINE_TOO_LONG");
        assertThat(feed(calendar("\n".repeat(HolidayFeed.MAX_LINES))))
                .containsExactly("line 1000001, column 1 LIMIT_EXCEEDED");
        assertThat(feed("a".repeat(HolidayFeed.MAX_BYTES + 1))).containsExactly("line 1, column 1 LIMIT_EXCEEDED");
        byte[] gbk = calendar(event("1", "20260217", "春节")).getBytes(Charset.forName("GBK"));
        assertThat(problems(HolidayFeed.check("gbk.ics", new ByteArrayInputStream(gbk))))
                .contains("line 7, column 1 NOT_UTF8");
    }
}
