package io.github.hotlinekit.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.language.Label;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarDocumentTest {

    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(CalendarDocument.schema());
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SMALL = """
            {"format": "hotline-calendar/1", "id": "a", "version": "1", "name": {"zh": "甲"},
             "first": "2026-01-01", "last": "2026-12-31", "settledUntil": "2026-12-28",
             "days": [{"date": "2026-02-17", "kind": "HOLIDAY", "name": {"zh": "春节"}}]}
            """;

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(CalendarDocument document) throws IOException {
        StringWriter out = new StringWriter();
        document.write(out);
        return out.toString();
    }

    @Property(tries = 300)
    void reading_what_was_written_gives_an_equal_calendar_and_the_same_text(@ForAll("documents") CalendarDocument d)
            throws IOException {
        String text = text(d);
        assertThat(SCHEMA.validate(MAPPER.readTree(text))).isEmpty();
        CalendarDocument read = CalendarDocument.read("a.json", in(text));
        assertThat(text(read)).isEqualTo(text);
        assertThat(read).isEqualTo(d);
        assertThat(read.calendar().contentHash()).isEqualTo(d.calendar().contentHash());
    }

    @Test
    void the_calendar_of_china_goes_through_unchanged() throws IOException {
        CalendarDocument china = new CalendarDocument(Label.of("中国", "China"), WorkingCalendar.china());
        CalendarDocument read = CalendarDocument.read("china.json", in(text(china)));
        assertThat(text(read)).isEqualTo(text(china)).contains("\"source\"");
        assertThat(read.calendar().specialDays()).hasSize(766);
        assertThat(read).isEqualTo(china);
        assertThat(SCHEMA.validate(MAPPER.readTree(text(china)))).isEmpty();
    }

    @Test
    void what_is_absent_has_a_default() throws IOException {
        CalendarDocument read = CalendarDocument.read("a.json", in(SMALL));
        assertThat(SCHEMA.validate(MAPPER.readTree(SMALL))).isEmpty();
        assertThat(read.name()).isEqualTo(Label.of("甲", "甲"));
        assertThat(read.calendar().isWorkingDay(LocalDate.of(2026, 2, 17))).isFalse();
        assertThat(read.calendar().isWorkingDay(LocalDate.of(2026, 2, 18))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hotline-calendar/1 | hotline-calendar/2 | /format | UNSUPPORTED_FORMAT",
                "\"id\": \"a\" | \"idd\": \"a\" | /id | MISSING_PROPERTY",
                "\"id\": \"a\" | \"id\": \" \" | /id | BLANK",
                "{\"zh\": \"甲\"} | {\"en\": \"a\"} | /name/zh | MISSING_PROPERTY",
                "\"first\": \"2026-01-01\" | \"first\": \"1.1.2026\" | /first | BAD_DATE",
                "\"first\": \"2026-01-01\" | \"first\": \"1826-01-01\" | /first | BAD_DATE",
                "\"settledUntil\": \"2026-12-28\" | \"settledUntil\": \"2027-12-28\" | /last | CONTRADICTION",
                "\"settledUntil\": \"2026-12-28\" | \"settledUntil\": \"2025-12-28\" | /settledUntil | CONTRADICTION",
                "\"last\": \"2026-12-31\" | \"last\": \"2027-12-31\" | /days | YEAR_GAP",
                "\"last\": \"2026-12-31\", | \"last\": \"2026-12-31\", \"plainYears\": [\"2026\"], | /plainYears | CONTRADICTION",
                "\"last\": \"2026-12-31\", | \"last\": \"2026-12-31\", \"plainYears\": [\"x\"], | /plainYears/0 | BAD_YEAR",
                "2026-02-17 | 2027-02-17 | /days/0/date | OUT_OF_RANGE",
                "2026-02-17 | 2026-02-30 | /days/0/date | BAD_DATE",
                "HOLIDAY | WORKDAY | /days/0/kind | MAKE_UP_ON_WEEKDAY",
                "HOLIDAY | FREE | /days/0/kind | UNKNOWN_VALUE",
                "\"kind\": | \"insteadOf\": \"HOLIDAY\", \"kind\": | /days/0/insteadOf | CONTRADICTION",
                "\"days\" | \"week\": [\"MON\"], \"days\" | /week/0 | UNKNOWN_VALUE",
                "\"days\" | \"week\": [\"MONDAY\", \"MONDAY\"], \"days\" | /week | DUPLICATE_VALUE",
                "}}] | }}, {\"date\": \"2026-02-17\", \"kind\": \"HOLIDAY\", \"name\": {\"zh\": \"a\"}}] | /days/1/date | DUPLICATE_DATE",
                "}}] | }, \"source\": \"\"}] | /days/0/source | BLANK",
                "\"days\" | \"day\": 1, \"days\" | /day | UNKNOWN_PROPERTY",
                "{\"zh\": \"甲\"} | {\"zh\": \"甲\", \"e\": \"a\"} | /name/e | UNKNOWN_PROPERTY",
                "\"kind\": | \"until\": 1, \"kind\": | /days/0/until | UNKNOWN_PROPERTY",
                "\"first\": \"2026-01-01\", | ` ` | /first | MISSING_PROPERTY",
                "\"first\": \"2026-01-01\" | \"first\": null | /first | MISSING_PROPERTY",
                "\"date\": \"2026-02-17\", | ` ` | /days/0/date | MISSING_PROPERTY",
                "\"kind\": \"HOLIDAY\", | ` ` | /days/0/kind | MISSING_PROPERTY"
            })
    void what_is_wrong_is_told_with_its_place(String good, String bad, String place, String code) throws IOException {
        String text = SMALL.replace(good, bad);
        assertThat(text).isNotEqualTo(SMALL);
        List<Problem> problems = CalendarDocument.check("a.json", in(text));
        assertThat(problems).anySatisfy(p -> {
            assertThat(p.place()).hasToString(place);
            assertThat(p.code()).isEqualTo(code);
            assertThat(p.source()).isEqualTo("a.json");
        });
    }

    @Test
    void a_year_without_a_working_day_is_a_contradiction_of_its_days() throws IOException {
        StringBuilder days = new StringBuilder();
        for (LocalDate monday = LocalDate.of(2026, 1, 5); monday.getYear() == 2026; monday = monday.plusWeeks(1)) {
            days.append(days.isEmpty() ? "" : ", ")
                    .append("{\"date\": \"")
                    .append(monday)
                    .append("\", \"kind\": \"HOLIDAY\", \"name\": {\"zh\": \"甲\"}}");
        }
        String text = """
                {"format": "hotline-calendar/1", "id": "a", "version": "1", "name": {"zh": "甲"}, "week": ["MONDAY"],
                 "first": "2026-01-01", "last": "2026-12-31", "settledUntil": "2026-12-28", "days": [%s]}
                """.formatted(days);
        assertThat(CalendarDocument.check("a.json", in(text))).singleElement().satisfies(p -> {
            assertThat(p.place()).hasToString("/days");
            assertThat(p.code()).isEqualTo("CONTRADICTION");
            assertThat(p.expected())
                    .isEqualTo("what makes a calendar: calendar a@1 must have a working day in each year,"
                            + " but had none in 2026");
        });
    }

    @Test
    void the_schema_is_that_of_the_format() throws IOException {
        assertThat(MAPPER.readTree(CalendarDocument.schema())
                        .at("/properties/format/const")
                        .asText())
                .isEqualTo(CalendarDocument.FORMAT);
    }

    @Test
    void all_problems_are_told_at_once() throws IOException {
        assertThat(CalendarDocument.check("a.json", in(SMALL))).isEmpty();
        assertThat(CalendarDocument.check("a.json", in("{\"days\": [{}, {\"date\": 5}]}")))
                .hasSizeGreaterThan(8);
        assertThat(CalendarDocument.check("a.json", in("{\n  \"id\": \n")))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.code()).isEqualTo("NOT_JSON");
                    assertThat(p.place().toString()).startsWith("line ");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-12-31 | first | last  | 2026-01-01 to 2026-12-31",
                "2027-01-01 | first | last  | 2026-01-01 to 2026-12-31",
                "2027-01-01 | frist | last  | ? to 2026-12-31",
                "2025-12-31 | first | lsat  | 2026-01-01 to ?"
            })
    void a_day_out_of_range_is_told_also_where_the_other_end_of_the_range_is_not_there(
            String date, String first, String last, String range) throws IOException {
        String text = SMALL.replace("2026-02-17", date)
                .replace("\"first\"", "\"" + first + "\"")
                .replace("\"last\"", "\"" + last + "\"");
        assertThat(CalendarDocument.check("a.json", in(text)))
                .filteredOn(p -> p.code().equals("OUT_OF_RANGE"))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.place()).hasToString("/days/0/date");
                    assertThat(p.value()).isEqualTo(date);
                    assertThat(p.expected()).isEqualTo("a date from first to last: " + range);
                });
    }

    @Test
    void what_could_not_be_read_again_is_not_written() {
        WorkingCalendar calendar = WorkingCalendar.builder("a", "1")
                .first(LocalDate.of(2026, 1, 1))
                .last(LocalDate.of(2026, 1, 31))
                .settledUntil(LocalDate.of(2026, 1, 31))
                .days(List.of(new SpecialDay(LocalDate.of(2026, 1, 1), DayKind.HOLIDAY, Label.of(" ", "a"), "")))
                .build();
        StringWriter out = new StringWriter();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalendarDocument(Label.of("甲", "a"), calendar).write(out));
        assertThat(out.toString()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new CalendarDocument(Label.of("", "a"), calendar));
    }

    @Test
    void a_document_is_written_line_by_line_and_without_a_day_closes_its_list_at_once() throws IOException {
        WorkingCalendar.Builder year = WorkingCalendar.builder("a", "1")
                .first(LocalDate.of(2026, 1, 1))
                .last(LocalDate.of(2026, 12, 31))
                .settledUntil(LocalDate.of(2026, 12, 28));
        String head = """
                {
                  "format": "hotline-calendar/1",
                  "id": "a",
                  "version": "1",
                  "name": {"zh": "甲", "en": "a b"},
                  "week": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
                  "first": "2026-01-01",
                  "last": "2026-12-31",
                  "settledUntil": "2026-12-28",
                """;
        Label name = Label.of("甲", "a b");
        assertThat(text(new CalendarDocument(name, year.build())))
                .isEqualTo(head + "  \"plainYears\": [\"2026\"],\n  \"days\": []\n}\n");
        year.days(List.of(
                new SpecialDay(LocalDate.of(2026, 2, 14), DayKind.WORKDAY, Label.of("春节", "Spring"), "s"),
                new SpecialDay(LocalDate.of(2026, 2, 16), DayKind.WORKDAY, Label.of("春节", "Spring"), "")));
        assertThat(text(new CalendarDocument(name, year.build())))
                .isEqualTo(head
                        + "  \"days\": [\n    {\"date\": \"2026-02-14\", \"kind\": \"WORKDAY\","
                        + " \"name\": {\"zh\": \"春节\", \"en\": \"Spring\"}, \"source\": \"s\"},\n"
                        + "    {\"date\": \"2026-02-16\", \"kind\": \"WORKDAY\", \"insteadOf\": \"HOLIDAY\","
                        + " \"name\": {\"zh\": \"春节\", \"en\": \"Spring\"}}\n  ]\n}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0061 0020 0062           | 0061 0020 0062",
                "0022 005C 007F           | 005C 0022 005C 005C 007F",
                "0061 001F 0062           | 0061 005C 0075 0030 0030 0031 0066 0062",
                "0061 D83D DE00 0062      | 0061 D83D DE00 0062",
                "D83D DE00                | D83D DE00",
                "0061 D83D                | 0061 005C 0075 0064 0038 0033 0064",
                "D83D 0061                | 005C 0075 0064 0038 0033 0064 0061",
                "DE00 0061                | 005C 0075 0064 0065 0030 0030 0061",
                "0061 DE00                | 0061 005C 0075 0064 0065 0030 0030",
                "D83D DE00 DE00           | D83D DE00 005C 0075 0064 0065 0030 0030"
            })
    void only_quotes_backslashes_controls_and_half_characters_are_escaped(String name, String written)
            throws IOException {
        WorkingCalendar calendar = CalendarDocument.read("a.json", in(SMALL)).calendar();
        CalendarDocument document = new CalendarDocument(Label.of(units(name), "a"), calendar);
        assertThat(text(document)).contains("\"name\": {\"zh\": \"" + units(written) + "\", \"en\": \"a\"}");
        assertThat(CalendarDocument.read("a.json", in(text(document)))).isEqualTo(document);
    }

    private static String units(String hex) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < hex.length(); i += 5) {
            text.append((char) Integer.parseInt(hex.substring(i, i + 4), 16));
        }
        return text.toString();
    }

    @Test
    void a_name_has_as_many_characters_as_the_limit_says_and_not_one_more() throws IOException {
        WorkingCalendar calendar = CalendarDocument.read("a.json", in(SMALL)).calendar();
        String most = "a".repeat(CalendarDocument.MAX_NAME);
        CalendarDocument document = new CalendarDocument(Label.of(most, most), calendar);
        assertThat(CalendarDocument.read("a.json", in(text(document)))).isEqualTo(document);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalendarDocument(Label.of(most + "a", "a"), calendar));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalendarDocument(Label.of("a", most + "a"), calendar));
    }

    @Provide
    Arbitrary<CalendarDocument> documents() {
        Arbitrary<String> text =
                Arbitraries.strings().ofMinLength(1).ofMaxLength(8).filter(s -> !s.isBlank());
        Arbitrary<Label> label = Combinators.combine(text, text).as(Label::of);
        Arbitrary<String> source = Arbitraries.oneOf(Arbitraries.just(""), text);
        Arbitrary<SpecialDay> day = Combinators.combine(
                        Arbitraries.integers().between(0, 2_000),
                        Arbitraries.of(DayKind.HOLIDAY, DayKind.WORKDAY),
                        label,
                        source)
                .as((d, kind, name, s) ->
                        new SpecialDay(LocalDate.of(2020, 2, 1).plusDays(d), kind, name, s));
        Arbitrary<String> id = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(5);
        Arbitrary<Set<DayOfWeek>> weeks = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
        Arbitrary<Integer> until = Arbitraries.integers().between(0, 2_000);
        return Combinators.combine(label, id, id, day.list().ofMaxSize(12), until, weeks)
                .as((name, i, version, days, settled, week) -> {
                    Map<LocalDate, SpecialDay> once = new HashMap<>();
                    days.forEach(d -> once.put(d.date(), d));
                    return new CalendarDocument(
                            name,
                            WorkingCalendar.builder(i, version)
                                    .first(LocalDate.of(2020, 2, 1))
                                    .last(LocalDate.of(2020, 2, 1).plusDays(2_000))
                                    .settledUntil(LocalDate.of(2020, 2, 1).plusDays(settled))
                                    .week(week)
                                    .days(once.values())
                                    .build());
                });
    }
}
