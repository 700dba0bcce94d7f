package io.github.hotlinekit.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class DocumentValuesTest {

    // Utf8

    @Property
    void valid_text_is_read_as_the_jdk_reads_it(@ForAll String text, @ForAll @IntRange(min = 1, max = 7) int chunk)
            throws IOException {
        String valid = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String expected = valid.startsWith("\uFEFF") ? valid.substring(1) : valid;
        assertThat(read(valid.getBytes(StandardCharsets.UTF_8), chunk)).isEqualTo(expected);
        assertThat(Utf8.indexOfBadByte(expected, 0)).isEqualTo(-1);
    }

    @Property
    void no_byte_is_lost_however_the_bytes_come(
            @ForAll("bytes") byte[] bytes, @ForAll @IntRange(min = 1, max = 7) int chunk) throws IOException {
        String text = read(bytes, chunk);
        assertThat(text).isEqualTo(read(bytes, 1 << 16));
        assertThat(encode(text)).isEqualTo(bytes);
    }

    @Test
    void a_bad_byte_is_found_and_named() throws IOException {
        String text = read(new byte[] {'a', (byte) 0xF0, (byte) 0x9F, (byte) 0x9A, (byte) 0x80, (byte) 0xFF}, 1);
        assertThat(text).hasSize(4).startsWith("a\uD83D\uDE80");
        assertThat(Utf8.indexOfBadByte(text, 0)).isEqualTo(3);
        assertThat(Utf8.indexOfBadByte(text, 4)).isEqualTo(-1);
        assertThat(Utf8.describe(text.charAt(3))).isEqualTo("byte 0xFF");
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        // Never 0xBB, so that no byte order mark, which is dropped, comes about.
        return Arbitraries.of(0x41, 0x0A, 0x80, 0xB9, 0xE7, 0x9F, 0xB3, 0xF0, 0x9A, 0xC3, 0xED, 0xFF)
                .map(Integer::byteValue)
                .array(byte[].class)
                .ofMaxSize(24);
    }

    private static String read(byte[] bytes, int chunk) throws IOException {
        InputStream slow = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, chunk));
            }
        };
        StringWriter text = new StringWriter();
        try (Reader reader = Utf8.reader(slow)) {
            reader.transferTo(text);
        }
        return text.toString();
    }

    private static byte[] encode(String text) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < text.length(); ) {
            if (Utf8.isBadByte(text, i)) {
                out.write(text.charAt(i) & 0xFF);
                i++;
            } else {
                int point = text.codePointAt(i);
                out.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(point);
            }
        }
        return out.toByteArray();
    }

    // Suggestion

    @Property
    void the_nearest_is_what_comparing_all_finds(
            @ForAll("words") String value,
            @ForAll @Size(max = 6) Set<@StringLength(max = 5) @AlphaChars String> names) {
        List<String> sorted = names.stream().sorted().toList();
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String name : sorted) {
            int distance = edits(lower(value), lower(name));
            if (distance < least && distance * 3 <= Math.max(name.length(), value.length())) {
                least = distance;
                best = name;
            }
        }
        assertThat(Suggestion.nearest(value, names).orElse(null)).isEqualTo(best);
    }

    @Test
    void a_suggestion_ignores_case_and_gives_up_on_what_is_far_or_long() {
        assertThat(Suggestion.hint("CATEGORIY", List.of("category", "area"))).isEqualTo("; did you mean \"category\"?");
        assertThat(Suggestion.hint("TITLE", List.of("title"))).isEqualTo("; did you mean \"title\"?");
        assertThat(Suggestion.hint("zebra", List.of("category", "area"))).isEmpty();
        assertThat(Suggestion.hint("a".repeat(64), List.of("a".repeat(64)))).isNotEmpty();
        assertThat(Suggestion.hint("a".repeat(65), List.of("a".repeat(65)))).isEmpty();
        assertThat(Suggestion.nearest("abd", List.of("abf", "abc"))).contains("abc");
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withCharRange('a', 'f')
                .withCharRange('A', 'F')
                .ofMaxLength(5);
    }

    private static String lower(String s) {
        return s.toLowerCase(java.util.Locale.ROOT);
    }

    /** Levenshtein's distance by its recursive definition. */
    private static int edits(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() + b.length();
        }
        int swap = edits(a.substring(1), b.substring(1)) + (a.charAt(0) == b.charAt(0) ? 0 : 1);
        return Math.min(swap, 1 + Math.min(edits(a.substring(1), b), edits(a, b.substring(1))));
    }

    // Problems and places

    @Test
    void reading_ends_when_the_limit_of_problems_is_reached() {
        Problems problems = Problems.of("t");
        IntStream.range(1, Problems.LIMIT)
                .forEach(i -> problems.add(new Place.Position(i, 1), "CODE", "", "something else"));
        assertThat(problems.toList()).hasSize(Problems.LIMIT - 1);
        assertThatThrownBy(() -> problems.add(new Place.Position(9, 1), "CODE", "", "something else"))
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        e -> assertThat(e.problems()).hasSize(Problems.LIMIT))
                .hasMessageContaining("… and " + (Problems.LIMIT - 20) + " more");
    }

    @Test
    void nothing_wrong_ends_nothing() {
        Problems problems = Problems.of("t");
        problems.throwIfAny();
        assertThat(problems.isEmpty()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new InvalidDocumentException(List.of()));
    }

    @Property
    void a_value_is_shortened_without_tearing_a_character(@ForAll @IntRange(min = 0, max = 50) int rockets) {
        String value = "x" + "\uD83D\uDE80".repeat(rockets);
        Problem problem = new Problem("t", new Place.Pointer(""), "CODE", value, "less");
        assertThat(problem.value().length()).isLessThanOrEqualTo(Problem.MAX_VALUE_LENGTH);
        String kept = problem.value().replace("…", "");
        assertThat(value).startsWith(kept);
        assertThat(kept.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
        assertThat(problem.value().equals(value)).isEqualTo(value.length() <= Problem.MAX_VALUE_LENGTH);
    }

    @Test
    void places_count_from_one_and_read_well() {
        assertThat(new Place.Cell(3, 2, "name")).hasToString("line 3, column 2 (name)");
        assertThat(new Place.Cell(3, 2, "")).hasToString("line 3, column 2");
        assertThat(new Place.Position(3, 2)).hasToString("line 3, column 2");
        assertThat(new Place.Pointer("")).hasToString("the document");
        assertThat(new Place.Pointer("/a/0")).hasToString("/a/0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Place.Cell(0, 1, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Place.Position(1, 0));
    }

    @Test
    void an_identity_reads_id_at_version() {
        assertThat(Identity.of("12345-default", "2026.1")).hasToString("12345-default@2026.1");
        assertThat(Identity.of("a".repeat(64), "1").id()).hasSize(64);
        for (String bad : List.of("", "a@b", "a b", "石狮", "a".repeat(65))) {
            assertThatIllegalArgumentException().isThrownBy(() -> Identity.of(bad, "1"));
            assertThatIllegalArgumentException().isThrownBy(() -> Identity.of("a", bad));
        }
    }

    // CsvTable

    @Test
    void a_table_is_read_by_column_name() throws IOException {
        Problems problems = Problems.of("t.csv");
        CsvTable table = table("note,code\n x ,1\n,2\n", problems);
        assertThat(problems.toList()).isEmpty();
        assertThat(table.rows())
                .extracting(r -> r.text("code") + r.text("note") + r.text("none"))
                .containsExactly("1x", "2");
        assertThat(table.rows().get(1).required("note")).isEmpty();
        table.rows().get(0).problem("code", "BAD_CODE", "a letter");
        assertThat(problems.toList())
                .extracting(Problem::toString)
                .containsExactly(
                        "t.csv: line 3, column 1 (note): MISSING_VALUE: expected a value",
                        "t.csv: line 2, column 2 (code): BAD_CODE: expected a letter, but was \"1\"");
    }

    @Test
    void wrong_columns_are_all_told() throws IOException {
        Problems problems = Problems.of("t.csv");
        assertThat(table("cod,note,note\n1,2,3\n4\n", problems).rows()).isEmpty();
        assertThat(problems.toList())
                .extracting(p -> p.place() + " " + p.code() + " " + p.expected())
                .containsExactly(
                        "line 1, column 1 (cod) UNKNOWN_COLUMN one of [code, note]; did you mean \"code\"?",
                        "line 1, column 3 (note) DUPLICATE_COLUMN each column once",
                        "line 1, column 3 MISSING_COLUMN a column code",
                        "line 3, column 1 (cod) CELL_COUNT 3 cells");
    }

    @Test
    void an_empty_table_is_told() throws IOException {
        Problems problems = Problems.of("t.csv");
        assertThat(table("", problems).rows()).isEmpty();
        assertThat(problems.toList()).extracting(Problem::code).containsExactly("EMPTY_DOCUMENT");
    }

    private static CsvTable table(String text, Problems problems) throws IOException {
        return CsvTable.read(new StringReader(text), List.of("code"), List.of("note"), problems);
    }
}
