package io.github.hotlinekit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Utf8;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class JsonPartTest {

    private final Problems problems = Problems.of("t.json");

    @Test
    void what_is_right_is_read_without_a_word() {
        JsonPart part = read("""
                {"name": "石狮", "on": "2026-01-02", "days": ["2026-01-03"], "kind": "help", "kinds": ["help", "report"],
                 "count": 3, "inner": {"a/b~c": {}}, "list": [{"x": "1"}, {"x": "2"}], "x-note": 5}""");
        part.allow("name", "on", "days", "kind", "kinds", "count", "inner", "list");
        assertThat(part.requiredText("name", 2)).contains("石狮");
        assertThat(part.parsed("on", LocalDate::parse, "BAD_DATE", "a date")).contains(LocalDate.of(2026, 1, 2));
        assertThat(part.parsedList("days", LocalDate::parse, "BAD_DATE", "a date"))
                .containsExactly(LocalDate.of(2026, 1, 3));
        assertThat(part.oneOf("kind", List.of("help", "report"), Function.identity()))
                .contains("help");
        assertThat(part.someOf("kinds", List.of("help", "report"), Function.identity()))
                .containsExactly("help", "report");
        assertThat(part.integer("count", 3, 3)).hasValue(3);
        assertThat(part.requiredObject("inner")
                        .orElseThrow()
                        .requiredObject("a/b~c")
                        .orElseThrow()
                        .place())
                .isEqualTo(new Place.Pointer("/inner/a~1b~0c"));
        assertThat(part.requiredObjects("list"))
                .extracting(p -> p.text("x").orElseThrow() + p.place())
                .containsExactly("1/list/0", "2/list/1");
        assertThat(part.names()).startsWith("name", "on").endsWith("x-note");
        assertThat(problems.toList()).isEmpty();
    }

    @Test
    void what_is_absent_is_empty_and_told_only_if_it_must_be_there() {
        JsonPart part = read("{\"nothing\": null}");
        assertThat(part.has("nothing")).isFalse();
        assertThat(part.text("a")).isEmpty();
        assertThat(part.texts("a")).isEmpty();
        assertThat(part.objects("a")).isEmpty();
        assertThat(part.object("a")).isEmpty();
        assertThat(part.integer("a", 0, 1)).isEqualTo(OptionalInt.empty());
        assertThat(problems.toList()).isEmpty();
        part.requiredText("a", 9);
        part.requiredObject("b");
        part.requiredObjects("c");
        assertThat(told()).containsExactly("/a MISSING_PROPERTY", "/b MISSING_PROPERTY", "/c MISSING_PROPERTY");
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        JsonPart part = read("""
                {"nam": "x", "name": " ", "long": "xyz", "on": "2026-02-30", "days": ["x", 5], "kind": "helpp", "kinds": [],
                 "count": 4, "fraction": 1.5, "big": 99999999999, "inner": [], "list": [{}, 7], "null": null}""");
        part.allow("name", "long", "on", "days", "kind", "kinds", "count", "fraction", "big", "inner", "list", "null");
        part.requiredText("name", 9);
        part.requiredText("long", 2);
        part.parsed("on", LocalDate::parse, "BAD_DATE", "a date");
        part.parsedList("days", LocalDate::parse, "BAD_DATE", "a date");
        part.oneOf("kind", List.of("help", "report"), Function.identity());
        part.someOf("kinds", List.of("help"), Function.identity());
        part.integer("count", 5, 9);
        part.integer("fraction", 0, 9);
        part.integer("big", 0, Integer.MAX_VALUE);
        part.object("inner");
        assertThat(part.objects("list")).hasSize(1);
        part.text("null");
        assertThat(told())
                .containsExactly(
                        "/nam UNKNOWN_PROPERTY",
                        "/name BLANK",
                        "/long LIMIT_EXCEEDED",
                        "/on BAD_DATE",
                        "/days/1 WRONG_TYPE",
                        "/days/0 BAD_DATE",
                        "/kind UNKNOWN_VALUE",
                        "/kinds WRONG_TYPE",
                        "/count WRONG_TYPE",
                        "/fraction WRONG_TYPE",
                        "/big WRONG_TYPE",
                        "/inner WRONG_TYPE",
                        "/list/1 WRONG_TYPE",
                        "/null WRONG_TYPE");
        assertThat(problems.toList().get(0).expected()).endsWith("; did you mean \"name\"?");
        assertThat(problems.toList().get(6).expected()).isEqualTo("one of [help, report]; did you mean \"help\"?");
    }

    @Property
    void every_unknown_property_is_told_and_no_other(
            @ForAll @Size(max = 8) Set<@StringLength(min = 1, max = 3) @AlphaChars String> names) {
        String json = "{\"known\":1,\"x-any\":2"
                + names.stream().map(n -> ",\"" + n + "\":3").reduce("", String::concat) + "}";
        Problems found = Problems.of("t.json");
        read(json, found).orElseThrow().allow("known");
        assertThat(found.toList()).extracting(Problem::value).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void what_is_no_object_is_refused() {
        for (String text : List.of("", " ", "[]", "5", "null", "\"x\"")) {
            Problems found = Problems.of("t.json");
            assertThat(read(text, found)).isEmpty();
            assertThat(found.toList()).extracting(Problem::code).containsExactly("NOT_AN_OBJECT");
        }
    }

    @Test
    void what_is_no_json_is_refused_where_it_breaks() {
        assertBroken("{\n \"a\": tru }", 2);
        assertBroken("{\n \"a\": 1,\n \"a\": 2}", 3);
        assertBroken("{}\n{}", 2);
        assertBroken("{} x", 1);
        assertBroken("{\"a\": 1", 1);
        assertBroken("{\"a\": NaN}", 1);
        assertBroken("{'a': 1}", 1);
        assertBroken("{\"a\": 1, // note\n}", 1);
    }

    private static void assertBroken(String text, long line) {
        Problems found = Problems.of("t.json");
        assertThat(read(text, found)).isEmpty();
        assertThat(found.toList()).hasSize(1);
        assertThat(found.toList().get(0).code()).isEqualTo("NOT_JSON");
        assertThat(found.toList().get(0).place())
                .isInstanceOfSatisfying(
                        Place.Position.class, p -> assertThat(p.line()).isEqualTo(line));
    }

    @Property(tries = 100)
    void a_bad_byte_is_told_with_line_and_column(
            @ForAll @IntRange(min = 0, max = 4) int lines, @ForAll @IntRange(min = 0, max = 9) int blanks) {
        byte[] head = ("{\"石\": 1," + "\n".repeat(lines) + " ".repeat(blanks)).getBytes(StandardCharsets.UTF_8);
        byte[] bytes = java.util.Arrays.copyOf(head, head.length + 2);
        bytes[head.length] = (byte) 0xB9;
        bytes[head.length + 1] = '}';
        Problems found = Problems.of("t.json");
        try {
            JsonPart.read(Utf8.reader(new ByteArrayInputStream(bytes)), found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int column = (lines == 0 ? "{\"石\": 1,".length() : 0) + blanks + 1;
        assertThat(found.toList())
                .containsExactly(new Problem(
                        "t.json", new Place.Position(1 + lines, column), "NOT_UTF8", "byte 0xB9", "text in UTF-8"));
    }

    @Test
    void a_document_may_reach_each_limit_and_not_pass_it() {
        assertLimit(n -> "{\"a\":".repeat(n - 1) + "{}" + "}".repeat(n - 1), JsonPart.MAX_DEPTH);
        assertLimit(n -> "{\"a\":\"" + "x".repeat(n) + "\"}", JsonPart.MAX_STRING);
        assertLimit(n -> "{\"" + "x".repeat(n) + "\":1}", JsonPart.MAX_NAME);
        assertLimit(n -> "{\"a\":" + "1".repeat(n) + "}", JsonPart.MAX_NUMBER);
    }

    private static void assertLimit(Function<Integer, String> document, int limit) {
        Problems found = Problems.of("t.json");
        assertThat(read(document.apply(limit), found)).isPresent();
        assertThat(found.toList()).isEmpty();
        assertThat(read(document.apply(limit + 1), found)).isEmpty();
        assertThat(found.toList()).extracting(Problem::code).containsExactly("LIMIT_EXCEEDED");
    }

    @Test
    void a_document_may_be_as_long_as_the_limit_and_no_longer() {
        String longest = "{}" + " ".repeat(JsonPart.MAX_DOCUMENT - 2);
        assertThat(read(longest, problems)).isPresent();
        assertThatThrownBy(() -> read(longest + " ", problems))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContaining("LIMIT_EXCEEDED");
    }

    private JsonPart read(String text) {
        return read(text, problems).orElseThrow();
    }

    private static Optional<JsonPart> read(String text, Problems problems) {
        try {
            return JsonPart.read(new StringReader(text), problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> told() {
        return problems.toList().stream().map(p -> p.place() + " " + p.code()).toList();
    }
}
