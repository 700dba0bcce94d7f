package io.github.hotlinekit.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.language.Label;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A feed line by line: what is taken, and what is told of what is not, in full. */
class HolidayFeedTest {

    private static final String START = "DTSTART;VALUE=DATE:20260217";

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String calendar(String... lines) {
        return lines("BEGIN:VCALENDAR", "VERSION:2.0", lines(lines) + "END:VCALENDAR");
    }

    private static String lines(String... lines) {
        return lines.length == 0 ? "" : String.join("\n", lines) + "\n";
    }

    /** An event without its end lies in lines 3 to 5 and on; the lines given begin at the fifth. */
    private static String event(String... lines) {
        return calendar("BEGIN:VEVENT", "UID:1", lines(lines) + "END:VEVENT");
    }

    private static List<String> told(String text) throws IOException {
        return HolidayFeed.check("a", in(text)).stream()
                .map(Problem::toString)
                .map(t -> t.substring("a: line ".length()).replaceFirst(", column 1", ""))
                .toList();
    }

    private static List<SpecialDay> days(String... lines) throws IOException {
        return HolidayFeed.readOverlay("a", in(event(lines)));
    }

    @Test
    void the_properties_of_a_calendar_stand_once_but_for_those_that_may_stand_again() throws IOException {
        assertThat(told(calendar("PRODID:a", "METHOD:publish", "CALSCALE: Gregorian ", "X-A:1", "X-A:2", "NAME:a")))
                .isEmpty();
        assertThat(told(calendar("NAME:a", "NAME;LANGUAGE=en:b", "DESCRIPTION:a", "DESCRIPTION:b")))
                .isEmpty();
        assertThat(told(calendar("CALSCALE:GREGORIAN", "CALSCALE:GREGORIAN")))
                .containsExactly("4: DUPLICATE_PROPERTY: expected each property once, but was \"CALSCALE\"");
        assertThat(told(calendar("VERSION:2.0")))
                .containsExactly("3: DUPLICATE_PROPERTY: expected each property once, but was \"VERSION\"");
    }

    @Test
    void what_a_calendar_says_wrongly_is_told_in_the_order_of_its_lines() throws IOException {
        assertThat(told(calendar("METHOD:CANCEL", "CALSCALE:ISLAMIC", "COLOUR:red", "SHADE:3", "ZZ:1", "AA:1")))
                .containsExactly(
                        "3: UNSUPPORTED_VALUE: expected METHOD:PUBLISH, but was \"CANCEL\"",
                        "4: UNSUPPORTED_VALUE: expected CALSCALE:GREGORIAN, but was \"ISLAMIC\"",
                        "5: UNKNOWN_PROPERTY: expected a property that is known, or X-COLOUR; did you mean \"COLOR\"?,"
                                + " but was \"COLOUR\"",
                        "6: UNKNOWN_PROPERTY: expected a property that is known, or X-SHADE, but was \"SHADE\"",
                        "7: UNKNOWN_PROPERTY: expected a property that is known, or X-ZZ, but was \"ZZ\"",
                        "8: UNKNOWN_PROPERTY: expected a property that is known, or X-AA, but was \"AA\"");
        assertThat(told(lines("BEGIN:VCALENDAR", "VERSION:1.0", "END:VCALENDAR")))
                .containsExactly("2: UNSUPPORTED_VALUE: expected VERSION:2.0, but was \"1.0\"");
    }

    @Test
    void each_calendar_of_a_feed_has_a_version_of_its_own() throws IOException {
        String second = lines("BEGIN:VCALENDAR", "END:VCALENDAR");
        assertThat(told(calendar() + second)).containsExactly("4: MISSING_PROPERTY: expected VERSION:2.0");
        assertThat(told(calendar() + calendar("METHOD:PUBLISH"))).isEmpty();
    }

    @Test
    void what_is_left_open_or_closed_twice_is_told_with_what_it_belongs_to() throws IOException {
        assertThat(told("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:vevent\n"))
                .containsExactly("3: UNBALANCED: expected END:VEVENT, but was \"BEGIN:vevent\"");
        assertThat(told("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\nEND:VEVENT\n"))
                .containsExactly("3: UNBALANCED: expected END:VEVENT, but was \"END:VCALENDAR\"");
        assertThat(told(calendar() + "END:VCALENDAR\nNAME:a\n"))
                .containsExactly("4: UNBALANCED: expected a BEGIN before, but was \"END:VCALENDAR\"");
        assertThat(told("NAME:a\n" + calendar()))
                .containsExactly("1: OUTSIDE_CALENDAR: expected BEGIN:VCALENDAR, but was \"NAME\"");
        assertThat(told("")).containsExactly("1: EMPTY_DOCUMENT: expected BEGIN:VCALENDAR");
        assertThat(told("\uFEFF")).containsExactly("1: EMPTY_DOCUMENT: expected BEGIN:VCALENDAR");
        assertThat(told("hello"))
                .containsExactly(
                        "1: NOT_A_CONTENT_LINE: expected a line such as DTSTART;VALUE=DATE:20260217, but was \"hello\"");
        assertThat(told("begin: vcalendar \nversion: 2.0\nend:VCALENDAR\n")).isEmpty();
    }

    @Test
    void components_that_say_nothing_of_days_are_skipped_with_all_that_is_in_them() throws IOException {
        assertThat(HolidayFeed.readOverlay(
                        "a",
                        in(calendar(
                                "BEGIN:X-OWN",
                                "BEGIN:VTODO",
                                "WHAT:ever",
                                "END:VTODO",
                                "END:X-OWN",
                                "BEGIN:VTIMEZONE",
                                "TZID:Asia/Shanghai",
                                "BEGIN:STANDARD",
                                "DTSTART:19700101T000000",
                                "END:STANDARD",
                                "END:VTIMEZONE",
                                "BEGIN:VEVENT",
                                "UID:1",
                                START,
                                "BEGIN:VALARM",
                                "SUMMARY:alarm",
                                "BEGIN:VLOCATION",
                                "END:VLOCATION",
                                "END:VALARM",
                                "BEGIN:X-OWN",
                                "END:X-OWN",
                                "SUMMARY:a",
                                "END:VEVENT",
                                "BEGIN:X-OWN",
                                "SUMMARY:b",
                                "END:X-OWN"))))
                .containsExactly(new SpecialDay(LocalDate.of(2026, 2, 17), DayKind.HOLIDAY, Label.of("a", "a"), ""));
    }

    @Test
    void components_that_are_not_known_are_told_where_they_begin() throws IOException {
        assertThat(told(calendar("BEGIN:VTODO", "END:VTODO")))
                .containsExactly("3: UNSUPPORTED_COMPONENT: expected all-day events, VEVENT, but was \"VTODO\"");
        assertThat(told(calendar("BEGIN:VALARM", "END:VALARM")))
                .containsExactly("3: UNSUPPORTED_COMPONENT: expected all-day events, VEVENT, but was \"VALARM\"");
        assertThat(told("BEGIN:VEVENT\nEND:VEVENT\n"))
                .containsExactly("1: UNSUPPORTED_COMPONENT: expected VCALENDAR, but was \"VEVENT\"");
        assertThat(told(event(START, "SUMMARY:a", "BEGIN:VEVENT", "END:VEVENT")))
                .containsExactly("7: UNSUPPORTED_COMPONENT: expected all-day events, VEVENT, but was \"VEVENT\"");
    }

    @Test
    void an_event_has_a_uid_a_start_and_a_summary_of_its_own() throws IOException {
        assertThat(told(calendar("BEGIN:VEVENT", "END:VEVENT")))
                .containsExactly(
                        "3: MISSING_PROPERTY: expected a property UID",
                        "3: MISSING_PROPERTY: expected a property SUMMARY",
                        "3: MISSING_PROPERTY: expected a property DTSTART");
        assertThat(told(calendar("BEGIN:VEVENT", "UID: ", START, "END:VEVENT")))
                .containsExactly(
                        "3: MISSING_PROPERTY: expected a property UID",
                        "3: MISSING_PROPERTY: expected a property SUMMARY");
        assertThat(told(event(START, "SUMMARY:a", "END:VEVENT", "BEGIN:VEVENT", "UID:1", START, "SUMMARY:b")))
                .containsExactly("9: DUPLICATE_ID: expected a UID of its own, but was \"1\"");
        assertThat(told(event("SUMMARY:a", "END:VEVENT", "BEGIN:VEVENT", "UID:2", START)))
                .containsExactly(
                        "3: MISSING_PROPERTY: expected a property DTSTART",
                        "7: MISSING_PROPERTY: expected a property SUMMARY");
        assertThat(told(event(START, "SUMMARY: （休）")))
                .containsExactly("3: MISSING_VALUE: expected a summary that names the day");
        assertThat(told(event(START, "SUMMARY;LANGUAGE=zh:春节", "SUMMARY;LANGUAGE=en: ")))
                .containsExactly("3: MISSING_VALUE: expected a summary that names the day");
    }

    @Test
    void a_property_of_an_event_that_is_read_stands_once_and_one_that_is_skipped_may_stand_again() throws IOException {
        assertThat(told(event(START, "SUMMARY:a", "ATTENDEE:a", "ATTENDEE:b", "X-A:1", "X-A:2", "STATUS:confirmed")))
                .isEmpty();
        assertThat(told(event(START, "SUMMARY:a", START, "SUMMARY:b")))
                .containsExactly(
                        "7: DUPLICATE_PROPERTY: expected each property once, but was \"DTSTART\"",
                        "8: DUPLICATE_PROPERTY: expected one summary in each language, but was \"SUMMARY\"");
        assertThat(told(event(START, "SUMMARY:a", "STATUS:CANCELLED", "RRULE:FREQ=DAILY", "DTENT:1")))
                .containsExactly(
                        "8: UNSUPPORTED_PROPERTY: expected an event for each time, without RRULE, but was \"RRULE\"",
                        "9: UNKNOWN_PROPERTY: expected a property that is known, or X-DTENT; did you mean \"DTEND\"?,"
                                + " but was \"DTENT\"",
                        "7: UNSUPPORTED_VALUE: expected STATUS:CONFIRMED, but was \"CANCELLED\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTEND;VALUE=DATE:20260218   | 1",
                "DTEND;VALUE=DATE: 20260220  | 3",
                "DTEND;VALUE=DATE:20270218   | 366",
                "DURATION:P1D                | 1",
                "DURATION:+P2W               | 14",
                "DURATION:P366D              | 366",
                "DURATION:P52W               | 364",
            })
    void an_event_lasts_to_the_day_before_its_end_or_as_long_as_it_says(String line, int length) throws IOException {
        List<SpecialDay> days = days(START, "SUMMARY:a", line);
        assertThat(days).hasSize(length);
        assertThat(days.get(length - 1).date())
                .isEqualTo(LocalDate.of(2026, 2, 17).plusDays(length - 1L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTEND;VALUE=DATE:20260217 | BAD_END: expected the day after the last, after 2026-02-17 by 1 to 366 days",
                "DTEND;VALUE=DATE:20270219 | BAD_END: expected the day after the last, after 2026-02-17 by 1 to 366 days",
                "DURATION:P0D              | BAD_DURATION: expected days or weeks such as P1D, at most 366 days",
                "DURATION:P367D            | BAD_DURATION: expected days or weeks such as P1D, at most 366 days",
                "DURATION:P53W             | BAD_DURATION: expected days or weeks such as P1D, at most 366 days",
                "DURATION:PT24H            | BAD_DURATION: expected days or weeks such as P1D, at most 366 days",
                "DTEND;VALUE=DATE:20260230 | BAD_DATE: expected DTEND with VALUE=DATE and a date such as 20260217, in the years 1900 to 2200",
                "DTEND;VALUE=DATE:22010101 | BAD_DATE: expected DTEND with VALUE=DATE and a date such as 20260217, in the years 1900 to 2200",
                "DTEND;VALUE=DATE:2026218  | BAD_DATE: expected DTEND with VALUE=DATE and a date such as 20260217, in the years 1900 to 2200",
                "DTEND:20260218            | BAD_DATE: expected DTEND with VALUE=DATE and a date such as 20260217, in the years 1900 to 2200",
                "DTEND:T20260218           | TIMED_EVENT: expected DTEND with VALUE=DATE and a date such as 20260217, in the years 1900 to 2200",
                "DTEND:20260218T000000     | TIMED_EVENT: expected DTEND with VALUE=DATE and a date such as 20260217, in the years 1900 to 2200"
            })
    void an_end_that_is_none_is_told_once(String line, String problem) throws IOException {
        assertThat(told(event(START, "SUMMARY:a", line)))
                .containsExactly("7: " + problem + ", but was \"" + line.substring(line.indexOf(':') + 1) + "\"");
    }

    @Test
    void an_event_that_has_an_end_and_a_length_or_leaves_the_years_of_calendars_is_told() throws IOException {
        assertThat(told(event(START, "SUMMARY:a", "DTEND;VALUE=DATE:20260218", "DURATION:P1D")))
                .containsExactly("8: CONTRADICTION: expected DTEND or DURATION, not both, but was \"P1D\"");
        assertThat(told(event("SUMMARY:a", "DTSTART;VALUE=DATE:22001231", "DURATION:P3D")))
                .containsExactly("6: BAD_DATE: expected VALUE=DATE and a date such as 20260217, in the years 1900 to"
                        + " 2200, but was \"2201-01-01\"");
        assertThat(days("SUMMARY:a", "DTSTART;value=date: 22001231 ")).hasSize(1);
        assertThat(told(event("SUMMARY:a", "DTSTART;VALUE=DATE:18991231")))
                .containsExactly("6: BAD_DATE: expected DTSTART with VALUE=DATE and a date such as 20260217, in the"
                        + " years 1900 to 2200, but was \"18991231\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUMMARY:春节（班）                  | WORKDAY | 春节",
                "SUMMARY:春节 (班)                  | WORKDAY | 春节",
                "SUMMARY:Spring (Make-Up Workday)  | WORKDAY | Spring",
                "SUMMARY:春节（休）                  | HOLIDAY | 春节",
                "SUMMARY:春节 (休)                  | HOLIDAY | 春节",
                "SUMMARY:（班）春节                  | HOLIDAY | （班）春节",
                "SUMMARY: 春节                      | HOLIDAY | 春节",
                "SUMMARY:a\\nb\\Nc\\\\d\\;e\\,f      | HOLIDAY | a b c\\d;e,f",
                "SUMMARY:a\\                        | HOLIDAY | a\\",
                "X-HOTLINE-KIND: WORKDAY            | WORKDAY | a",
                "X-HOTLINE-KIND:HOLIDAY             | HOLIDAY | a",
            })
    void the_kind_and_the_name_are_read_from_the_summary(String line, DayKind kind, String name) throws IOException {
        List<SpecialDay> days = line.startsWith("SUMMARY") ? days(START, line) : days(START, "SUMMARY:a", line);
        assertThat(days).containsExactly(new SpecialDay(LocalDate.of(2026, 2, 17), kind, Label.of(name, name), ""));
    }

    @Test
    void summaries_in_several_languages_give_both_names_and_the_first_by_its_language_what_is_not_there()
            throws IOException {
        assertThat(days(START, "SUMMARY;LANGUAGE=ZH-Hans:春节", "SUMMARY;LANGUAGE=en-GB:Spring", "URL: a "))
                .containsExactly(day("春节", "Spring", "a"));
        assertThat(days(START, "SUMMARY;LANGUAGE=fr:Printemps", "SUMMARY;LANGUAGE=en:Spring"))
                .containsExactly(day("Spring", "Spring", ""));
        assertThat(days(START, "SUMMARY;LANGUAGE=fr:Printemps", "SUMMARY;LANGUAGE=de:Frühling"))
                .containsExactly(day("Frühling", "Frühling", ""));
        assertThat(days(START, "SUMMARY;LANGUAGE=zh:春节", "SUMMARY;LANGUAGE=fr:Printemps"))
                .containsExactly(day("春节", "Printemps", ""));
    }

    private static SpecialDay day(String zh, String en, String source) {
        return new SpecialDay(LocalDate.of(2026, 2, 17), DayKind.HOLIDAY, Label.of(zh, en), source);
    }

    @Test
    void an_event_that_says_two_kinds_is_told_where_it_says_so() throws IOException {
        assertThat(told(event(START, "SUMMARY:a（班）", "X-HOTLINE-KIND:HOLIDAY")))
                .containsExactly(
                        "7: CONTRADICTION: expected one kind of day an event, but was \"HOLIDAY and WORKDAY\"");
        assertThat(told(event(START, "SUMMARY;LANGUAGE=zh:春节（休）", "SUMMARY;LANGUAGE=en:a (make-up workday)")))
                .containsExactly(
                        "7: CONTRADICTION: expected one kind of day an event, but was \"HOLIDAY and WORKDAY\"");
        assertThat(told(event(START, "SUMMARY:a（班）", "X-HOTLINE-KIND:workday")))
                .containsExactly("7: UNKNOWN_VALUE: expected HOLIDAY or WORKDAY, but was \"workday\"");
    }

    @Test
    void parameters_may_be_quoted_and_have_a_form() throws IOException {
        assertThat(days("DTSTART;X-A=\"b;c:d\";VALUE=\"DATE\":20260217", "SUMMARY;LANGUAGE=\"zh\":春节"))
                .containsExactly(day("春节", "春节", ""));
        for (String line : List.of(
                "SUMMARY;:a",
                "SUMMARY;=zh:a",
                "SUMMARY;LANGUAGE",
                "SUMMARY;LANGUAGE:a",
                "SUMMARY;LANGUAGE=a",
                ":a",
                "SUM_MARY:a")) {
            assertThat(told(event(START, "SUMMARY:a", line)))
                    .containsExactly("7: NOT_A_CONTENT_LINE: expected a line such as DTSTART;VALUE=DATE:20260217, but"
                            + " was \"" + line + "\"");
        }
        assertThat(told(event(START, "SUMMARY:a", "COMMENT;A=b;a=c:d")))
                .containsExactly("7: DUPLICATE_PARAMETER: expected each parameter once, but was \"A\"");
        for (char control : new char[] {0, 8, 31, 127}) {
            assertThat(told(event(START, "SUMMARY:a", "COMMENT:a" + control)))
                    .containsExactly(
                            "7: CONTROL_CHARACTER: expected text without control characters, but was \"COMMENT\"");
        }
        assertThat(days(START, "SUMMARY:a", "COMMENT:a\tb\u0080~ ")).hasSize(1);
    }

    @Test
    void names_are_letters_digits_and_hyphens() throws IOException {
        assertThat(told(event(START, "SUMMARY:a", "azAZ09-;azAZ09-=1:b")))
                .containsExactly("7: UNKNOWN_PROPERTY: expected a property that is known, or X-AZAZ09-, but was"
                        + " \"AZAZ09-\"");
        for (char none : "@[`{/:".toCharArray()) {
            assertThat(told(event(START, "SUMMARY:a", none + "X-A:b")))
                    .containsExactly("7: NOT_A_CONTENT_LINE: expected a line such as DTSTART;VALUE=DATE:20260217, but"
                            + " was \"" + none + "X-A:b\"");
        }
    }

    @Test
    void a_byte_that_is_no_text_is_told_and_a_feed_has_a_bounded_number_of_events() throws IOException {
        byte[] bytes = event(START, "SUMMARY:?").getBytes(StandardCharsets.US_ASCII);
        bytes[new String(bytes, StandardCharsets.US_ASCII).indexOf('?')] = (byte) 0xB4;
        assertThat(HolidayFeed.check("a", new ByteArrayInputStream(bytes)))
                .extracting(Problem::toString)
                .contains("a: line 6, column 1: NOT_UTF8: expected text in UTF-8, but was \"byte 0xB4\"");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < SpecialDay.MAX_ROWS; i++) {
            many.append("BEGIN:VEVENT\nUID:")
                    .append(i)
                    .append('\n')
                    .append(START)
                    .append("\nSUMMARY:a\nEND:VEVENT\n");
        }
        assertThat(told(calendar(many.toString().strip()))).isEmpty();
        many.append("BEGIN:VEVENT\nUID:x\n").append(START).append("\nSUMMARY:a\nEND:VEVENT\n");
        assertThat(told(calendar(many.toString().strip())))
                .containsExactly("550004: LIMIT_EXCEEDED: expected at most 110000 events");
    }

    @Test
    void a_feed_may_have_as_many_bytes_as_the_limit_says_and_not_one_more() throws IOException {
        String line = "X-A:" + "a".repeat(HolidayFeed.MAX_LINE - 5) + "\n";
        String text = lines("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR");
        int rest = HolidayFeed.MAX_BYTES - text.length();
        String most = text.replace(
                "END:", line.repeat(rest / line.length()) + "X-A:" + "a".repeat(rest % line.length() - 5) + "\nEND:");
        assertThat(most.length()).isEqualTo(HolidayFeed.MAX_BYTES);
        assertThat(told(most)).isEmpty();
        assertThat(told(most + "\n")).containsExactly("1: LIMIT_EXCEEDED: expected at most 16777216 bytes");
    }

    @Test
    void lines_end_with_one_or_two_characters_and_may_be_empty_folded_by_either_blank_and_begin_with_a_mark()
            throws IOException {
        String text = event(START, "SUMMARY:ab");
        for (String same : List.of(
                text.replace("\n", "\r\n"),
                text.replace("\n", "\n\n"),
                text.replace("\n", "\r\n\r\n"),
                text.replace("ab", "a\n\tb"),
                text.replace("ab", "a\r\n b\n "),
                "\uFEFF" + text,
                "\n" + text,
                text.strip(),
                text + "\n ")) {
            assertThat(HolidayFeed.readOverlay("a", in(same))).containsExactly(day("ab", "ab", ""));
        }
        assertThat(told(text.replace("UID:1", "UID\n :1").replace("SUMMARY:ab", "SUMMARY:ab\nWHAT:1")))
                .singleElement()
                .satisfies(t -> assertThat(t).startsWith("8: UNKNOWN_PROPERTY"));
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> HolidayFeed.readOverlay("a", in(text.replace("ab", "a\r\rb"))))
                .withMessageContaining("CONTROL_CHARACTER");
    }

    @Test
    void names_and_sources_of_one_day_are_joined_each_once() throws IOException {
        String twice = calendar(
                "BEGIN:VEVENT",
                "UID:1",
                START,
                "SUMMARY:a",
                "URL:u",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:2",
                START,
                "SUMMARY:a",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:3",
                START,
                "SUMMARY;LANGUAGE=en:b",
                "SUMMARY;LANGUAGE=zh:a",
                "URL:v",
                "END:VEVENT");
        assertThat(HolidayFeed.readOverlay("a", in(twice))).containsExactly(day("a", "a, b", "u v"));
    }
}
