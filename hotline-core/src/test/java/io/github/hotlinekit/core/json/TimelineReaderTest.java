package io.github.hotlinekit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Utf8;
import io.github.hotlinekit.core.privacy.PersonalField;
import io.github.hotlinekit.core.testkit.CaseArbitraries;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineReaderTest {

    private static final String REGISTERED =
            "{\"case\":\"A\",\"type\":\"registered\",\"sequence\":1,\"at\":\"2026-03-02T01:00:00Z\","
                    + "\"actor\":{\"role\":\"agent\"},\"registration\":{\"number\":\"A\",\"kind\":\"complaint\","
                    + "\"channel\":\"web\",\"requester\":{\"type\":\"unknown\",\"disclosure\":\"open\"}}}";

    private static String note(String number, int sequence) {
        return "{\"case\":\"" + number + "\",\"type\":\"noteAdded\",\"sequence\":" + sequence
                + ",\"at\":\"2026-03-02T02:00:00Z\",\"actor\":{\"role\":\"supervisor\"},\"visibility\":\"hotline\",\"text\":\"x\"}";
    }

    private static String registered(String number) {
        return REGISTERED.replace("\"A\"", "\"" + number + "\"");
    }

    private static List<Case> cases(String text) {
        List<Case> cases = new ArrayList<>();
        try {
            TimelineReader.of(Texts.OPTIONS).forEachCase(new StringReader(text), cases::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    @Test
    void lines_of_a_case_that_follow_each_other_are_a_case() {
        List<Case> cases = cases(String.join("\r\n", registered("A"), note("A", 2), registered("B")) + "\r\n\n \n");
        assertThat(cases).extracting(c -> c.number() + " " + c.version()).containsExactly("A 2", "B 1");
        assertThat(cases("")).isEmpty();
        assertThat(cases("\n")).isEmpty();
    }

    @Test
    void every_problem_is_told_with_its_line() {
        String text = String.join(
                "\n",
                registered("A"),
                "{\"case\":\"A\"",
                "",
                "[]",
                registered("A").replace("agent", "agnt").replace("complaint", "complain"),
                registered("A").replace("\"sequence\":1", "\"sequence\":\"1\"").replace("\"case\":\"A\",", ""),
                registered("A").replace("\"case\":\"A\"", "\"case\":\"B\""),
                registered("A").replace("\"case\":\"A\"", "\"case\":\"A\",\"v\":2"),
                registered("A").replace("\"at\"", "\"at\":\"2026-03-02T01:00:00Z\",\"at\""),
                "{\"case\":\"A\",\"type\":\"java.lang.Runtime\",\"sequence\":1}",
                "");
        assertThat(Texts.wrong(text))
                .containsExactly(
                        "line 2, column 12 NOT_JSON",
                        "line 3 BLANK_LINE",
                        "line 4 NOT_AN_OBJECT",
                        "line 5, /actor/role UNKNOWN_VALUE",
                        "line 5, /registration/kind UNKNOWN_VALUE",
                        "line 6, /case MISSING_PROPERTY",
                        "line 7, /registration/number OTHER_CASE",
                        "line 8, /v UNKNOWN_VERSION",
                        "line 9, column 79 DUPLICATE_PROPERTY",
                        "line 10, /type UNKNOWN_TYPE");
        assertThat(Texts.problems(text, Texts.OPTIONS).get(3).expected()).endsWith("did you mean \"agent\"?");
    }

    @Test
    void an_event_whose_number_no_case_reaches_is_refused_since_it_could_not_be_written_again() {
        assertThat(Texts.events(note("A", 10_000)))
                .singleElement()
                .satisfies(e -> assertThat(e.sequence()).isEqualTo(10_000));
        assertThat(Texts.problems(note("A", 10_001), Texts.OPTIONS))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.place()).hasToString("line 1, /sequence");
                    assertThat(problem.code()).isEqualTo("LIMIT_EXCEEDED");
                    assertThat(problem.value()).isEqualTo("10001");
                });
    }

    @Test
    void a_lenient_reader_gives_whatever_is_right() throws IOException {
        String text = String.join(
                "\n",
                registered("A"),
                note("A", 2),
                registered("B"),
                "{",
                registered("C"),
                note("C", 3),
                registered("D"));
        List<String> events = new ArrayList<>();
        List<Problem> wrong = TimelineReader.of(Texts.OPTIONS)
                .forEachReadableEvent(new StringReader(text), (n, e) -> events.add(n + " " + e.sequence()));
        assertThat(events).containsExactly("A 1", "A 2", "B 1", "C 1", "C 3", "D 1");
        assertThat(wrong).extracting(Problem::code).containsExactly("NOT_JSON");
        List<String> cases = new ArrayList<>();
        wrong = TimelineReader.of(Texts.OPTIONS)
                .forEachReadableCase(
                        new StringReader(text), c -> cases.add(c.number().value()));
        assertThat(cases).containsExactly("A", "D");
        assertThat(wrong)
                .extracting(p -> p.place() + " " + p.code())
                .containsExactly("line 4, column 2 NOT_JSON", "line 6 BAD_TIMELINE");
    }

    @Test
    void a_strict_reader_gives_nothing_after_the_first_problem_and_no_part_of_a_case() {
        String text = String.join("\n", registered("A"), registered("B"), note("B", 5), registered("C"), note("C", 2));
        List<String> cases = new ArrayList<>();
        assertThatThrownBy(() -> TimelineReader.of(Texts.OPTIONS)
                        .forEachCase(
                                new StringReader(text),
                                c -> cases.add(c.number().value())))
                .isInstanceOf(InvalidDocumentException.class);
        assertThat(cases).containsExactly("A");
    }

    @Test
    void what_a_handler_throws_is_its_own() {
        assertThatThrownBy(() -> TimelineReader.of(Texts.OPTIONS).forEachCase(new StringReader(REGISTERED), c -> {
                    throw new IllegalArgumentException("mine");
                }))
                .hasMessage("mine");
    }

    @Test
    void bytes_that_are_not_utf_8_are_told() throws IOException {
        byte[] bytes = (registered("A") + "\n" + registered("B")).getBytes(StandardCharsets.ISO_8859_1);
        bytes[bytes.length - 3] = (byte) 0xB9;
        assertThatThrownBy(() -> TimelineReader.of(Texts.OPTIONS)
                        .forEachEvent(Utf8.reader(new ByteArrayInputStream(bytes)), (n, e) -> {}))
                .isInstanceOfSatisfying(InvalidDocumentException.class, e -> {
                    assertThat(e.problems()).hasSize(1);
                    assertThat(e.problems().get(0).toString()).contains("line 2, column", "NOT_UTF8", "byte 0xB9");
                });
    }

    @ParameterizedTest
    @CsvSource({"4194304,''", "4194305,line 1 LIMIT_EXCEEDED"})
    void a_line_has_a_limit(int length, String wrong) {
        String line = REGISTERED + " ".repeat(length - REGISTERED.length());
        String text = line + "\r\n" + note("A", 2);
        assertThat(String.join(",", Texts.wrong(text))).isEqualTo(wrong);
    }

    @ParameterizedTest
    @CsvSource({"64,''", "65,LIMIT_EXCEEDED"})
    void depth_has_a_limit(int depth, String wrong) {
        String deep = "[".repeat(depth - 1) + "]".repeat(depth - 1);
        String line = REGISTERED.replace("\"v\"", "\"v\"").replace("{\"case\"", "{\"z\":" + deep + ",\"case\"");
        assertThat(Texts.problems(line, Texts.OPTIONS).stream()
                        .map(Problem::code)
                        .toList())
                .isEqualTo(wrong.isEmpty() ? List.of() : List.of(wrong));
    }

    @ParameterizedTest
    @CsvSource({"10000,''", "10001,line 10001 LIMIT_EXCEEDED"})
    void a_case_has_a_limit_of_events(int count, String wrong) {
        StringBuilder text = new StringBuilder(REGISTERED);
        for (int i = 2; i <= count; i++) {
            text.append('\n').append(note("A", i));
        }
        try {
            assertThat(cases(text.toString())).hasSize(1);
            assertThat(wrong).isEmpty();
        } catch (InvalidDocumentException e) {
            assertThat(e.problems()).extracting(p -> p.place() + " " + p.code()).containsExactly(wrong);
        }
    }

    @Test
    void problems_have_a_limit() {
        String text = "{}\n".repeat(Problems.LIMIT + 5);
        assertThat(Texts.wrong(text)).hasSize(Problems.LIMIT);
    }

    @Test
    void class_names_are_but_unknown_properties() {
        String line = REGISTERED.replace("{\"number\"", "{\"@class\":\"java.lang.Runtime\",\"number\"");
        CaseEvent event = Texts.events(line).get(0);
        assertThat(event.stamp().extras().values()).containsEntry("/registration/@class", "\"java.lang.Runtime\"");
        assertThat(Texts.line(event)).contains("\"@class\":\"java.lang.Runtime\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-03-02T24:00:00Z\"",
                "\"2026-03-02T01:00:60Z\"",
                "\"2026-02-29T01:00:00Z\"",
                "\"1969-12-31T23:59:59Z\"",
                "\"+10000-01-01T00:00:00Z\"",
                "\"2026-03-02T01:00:00\"",
                "\"2026-03-02T01:00:00.Z\"",
                "\"2026-03-02T01:00:00.1234567890Z\"",
                "\"\"",
                "1700000000",
                "1e1000000000",
                "null"
            })
    void what_is_no_instant_is_refused(String at) {
        assertThat(Texts.wrong(REGISTERED.replace("\"2026-03-02T01:00:00Z\"", at)))
                .singleElement()
                .asString()
                .startsWith("line 1, ");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:00:00+08:00,2026-03-02T01:00:00Z",
        "2024-02-29T23:59:59.5Z,2024-02-29T23:59:59.500Z",
        "1970-01-01T00:00:00Z,1970-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z,9999-12-31T23:59:59.999999999Z",
        "2026-03-02T01:00Z,2026-03-02T01:00:00Z"
    })
    void what_is_an_instant_is_read(String at, String instant) {
        assertThat(Texts.events(REGISTERED.replace("2026-03-02T01:00:00Z", at))
                        .get(0)
                        .at())
                .hasToString(instant);
    }

    @Test
    void revealing_tells_what_for_the_audit_trail() throws IOException {
        String line = REGISTERED.replace(
                "\"disclosure\":\"open\"", "\"disclosure\":\"open\",\"name\":\"王小明\",\"phone\":\"13812345678\"");
        StringWriter out = new StringWriter();
        TimelineWriter writer = TimelineWriter.revealing(out, Texts.REQUEST);
        assertThat(writer.audit()).isEmpty();
        CaseEvent event = Texts.events(line).get(0);
        writer.write(Texts.number(event), event);
        writer.write(Texts.number(event), event);
        assertThat(writer.audit()).hasValueSatisfying(entry -> {
            assertThat(entry.count()).isEqualTo(4);
            assertThat(entry.fields()).containsExactly(PersonalField.NAME, PersonalField.PHONE);
            assertThat(entry.purpose()).isEqualTo(Texts.REQUEST.purpose());
        });
        assertThat(TimelineWriter.masked(out).audit()).isEmpty();
    }

    @Provide
    Arbitrary<CaseEvent> events() {
        return CaseArbitraries.events();
    }

    @Property(tries = 1000)
    void a_line_that_was_changed_gives_an_event_or_problems_and_nothing_else(
            @ForAll("events") CaseEvent event, @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int changes) {
        Random random = new Random(seed);
        StringBuilder line = new StringBuilder(Texts.line(event));
        for (int i = 0; i < changes; i++) {
            change(line, random);
        }
        for (ReadOptions options : List.of(Texts.OPTIONS, Texts.OPTIONS.carryingUnknownEvents())) {
            try {
                List<CaseEvent> read = Texts.events(line.toString(), options);
                assertThat(read).allSatisfy(e -> assertThat(Texts.line(e)).isNotEmpty());
            } catch (InvalidDocumentException e) {
                assertThat(e.problems()).isNotEmpty();
            }
        }
    }

    private static void change(StringBuilder line, Random random) {
        String marks = "\"{}[]:,0e-\\u\n\uD800\uDC80null9:\"x-a/~";
        int at = random.nextInt(line.length() + 1);
        int length = Math.min(random.nextInt(6), line.length() - at);
        int start = random.nextInt(marks.length());
        String put = random.nextBoolean()
                ? marks.substring(start, Math.min(marks.length(), start + 1 + random.nextInt(3)))
                : line.substring(at, at + length) + "," + line.substring(at, at + length);
        line.replace(at, at + length, put);
    }

    @Property(tries = 500)
    void no_problem_tells_a_personal_value(
            @ForAll("events") CaseEvent event, @ForAll("secrets") String secret, @ForAll long seed) {
        Random random = new Random(seed);
        String line = Texts.line(event)
                .replaceAll(
                        "\"(note|reason|text|title|words|explanation|told|basis|answer|name|phone|idNumber|address|"
                                + "coordinates|person|what|result|statement|measures|evidence)\":\"[^\"]*\"",
                        "\"$1\":" + secret)
                .replaceFirst("\"role\"", "\"unknown\":" + secret + ",\"role\"");
        StringBuilder changed = new StringBuilder(line);
        if (random.nextBoolean()) {
            int cut = random.nextInt(changed.length());
            changed.delete(cut, Math.min(changed.length(), cut + 1 + random.nextInt(5)));
        }
        for (Problem problem : Texts.problems(changed.toString(), Texts.OPTIONS)) {
            assertThat(problem.toString()).doesNotContain("SECRET").doesNotContain("13812345678");
        }
    }

    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.of(
                "\"SECRET\\ud800\"",
                "\"SECRET 13812345678\"",
                "SECRET",
                "[\"SECRET\"]",
                "{\"masked\":\"SECRET\"}",
                "{\"sealed\":\"SECRET\"}",
                "{\"SECR\":\"SECRET\"}",
                "13812345678");
    }
}
