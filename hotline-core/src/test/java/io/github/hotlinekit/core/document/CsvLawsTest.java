package io.github.hotlinekit.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class CsvLawsTest {

    /** What a reading told. */
    record Reading(List<CsvRow> header, List<CsvRow> rows, List<Problem> problems) {
        List<List<String>> cells() {
            return rows.stream().map(CsvRow::cells).toList();
        }

        List<String> codes() {
            return problems.stream().map(Problem::code).toList();
        }
    }

    /** A piece of a table: its bytes, a character for each, and its cells if it is a good row. */
    record Piece(String bytes, List<String> cells) {
        static Piece good(List<String> cells) {
            return new Piece(
                    bytes(cells.stream().map(CsvLawsTest::quoted).collect(Collectors.joining(",")) + "\n"), cells);
        }

        static Piece bad(String text) {
            return new Piece(bytes(text + "\n"), List.of());
        }

        private static String bytes(String text) {
            return new String(utf8(text), StandardCharsets.ISO_8859_1);
        }

        boolean isGood() {
            return !cells.isEmpty();
        }
    }

    @Property
    void a_table_that_is_written_is_read_back(@ForAll("tables") List<List<String>> table, @ForAll("ends") String end) {
        String text = table.stream()
                .map(row -> row.stream().map(CsvLawsTest::quoted).collect(Collectors.joining(",")) + end)
                .collect(Collectors.joining());
        Reading reading = read(utf8(text));
        assertThat(reading.problems()).isEmpty();
        List<List<String>> back = new ArrayList<>();
        reading.header().forEach(h -> back.add(h.cells()));
        back.addAll(reading.cells());
        assertThat(back)
                .isEqualTo(table.stream()
                        .map(row -> row.stream().map(CsvLawsTest::lineFeeds).toList())
                        .toList());
    }

    @Property
    void line_ends_do_not_matter(@ForAll("pieces") List<Piece> pieces) {
        String text = new String(join(pieces), StandardCharsets.ISO_8859_1);
        Reading lf = read(text.getBytes(StandardCharsets.ISO_8859_1));
        for (String end : List.of("\r\n", "\r")) {
            assertThat(read(text.replace("\n", end).getBytes(StandardCharsets.ISO_8859_1)))
                    .isEqualTo(lf);
        }
    }

    @Property
    void no_good_row_is_lost_to_a_bad_one_and_every_bad_one_is_told(@ForAll("pieces") List<Piece> pieces) {
        Reading reading = read(join(pieces));
        assertThat(reading.cells())
                .isEqualTo(
                        pieces.stream().filter(Piece::isGood).map(Piece::cells).toList());
        assertThat(reading.problems())
                .hasSize((int) pieces.stream().filter(p -> !p.isGood()).count());
    }

    @Property
    void rows_and_problems_stand_where_they_say(@ForAll("pieces") List<Piece> pieces) {
        Reading reading = read(join(pieces));
        List<Long> good = new ArrayList<>();
        List<Long> bad = new ArrayList<>();
        long line = 2;
        for (Piece piece : pieces) {
            (piece.isGood() ? good : bad).add(line);
            line += piece.bytes().chars().filter(c -> c == '\n').count();
        }
        assertThat(reading.rows()).extracting(CsvRow::line).isEqualTo(good);
        assertThat(reading.problems())
                .extracting(p -> ((Place.Cell) p.place()).line())
                .isEqualTo(bad);
    }

    @Property(tries = 20)
    void an_overlong_line_is_told_and_loses_no_row(
            @ForAll("pieces") List<Piece> before, @ForAll("pieces") List<Piece> after) {
        List<Piece> pieces = new ArrayList<>(before);
        pieces.add(Piece.bad("x".repeat(Csv.MAX_LINE + 1)));
        pieces.addAll(after);
        Reading reading = read(join(pieces));
        assertThat(reading.cells())
                .isEqualTo(
                        pieces.stream().filter(Piece::isGood).map(Piece::cells).toList());
        assertThat(Collections.frequency(reading.codes(), "LINE_TOO_LONG")).isEqualTo(1);
    }

    @Test
    void a_line_may_be_as_long_as_the_limit_and_no_longer() {
        String longest = "x".repeat(Csv.MAX_LINE - 4);
        assertThat(read(utf8("a,b,c\n1,2," + longest + "\n")).cells()).containsExactly(List.of("1", "2", longest));
        Reading longer = read(utf8("a,b,c\n1,2,y" + longest + "\n3,4,5\n"));
        assertThat(longer.problems())
                .extracting(Problem::toString)
                .containsExactly("t.csv: line 2, column 1: LINE_TOO_LONG: expected at most 1048576 characters");
        assertThat(longer.cells()).containsExactly(List.of("3", "4", "5"));
    }

    @Test
    void a_table_may_be_as_wide_as_the_limit_and_no_wider() {
        String widest = ",".repeat(Csv.MAX_COLUMNS - 1);
        assertThat(read(utf8(widest + "\n" + widest + "\n")).rows()).hasSize(1);
        assertThat(read(utf8(widest + ",\n" + widest + ",\n")).codes()).containsExactly("TOO_MANY_COLUMNS");
    }

    @Test
    void a_row_may_span_as_many_lines_as_the_limit_and_no_more() {
        String most = "\n".repeat(Csv.MAX_LINES_A_ROW - 1);
        assertThat(read(utf8("a,b\n1,\"" + most + "\"\n")).cells()).containsExactly(List.of("1", most));
        Reading more = read(utf8("a,b\n1,\"x" + most + "\n\"\n2,3\n"));
        assertThat(more.codes()).startsWith("UNCLOSED_QUOTE");
        assertThat(more.cells()).containsExactly(List.of("2", "3"));
    }

    @Test
    void each_fault_has_its_code_line_and_column() {
        Reading reading = read(utf8("id,name,note\n1,a\"b,c\n2,\"a\"b,c\n3,a\n4,a,b,c\n5,a,\0\n6,a,\"b\n7,a,b\n8,a"));
        assertThat(reading.problems())
                .extracting(p -> p.place() + " " + p.code() + " " + p.value())
                .containsExactly(
                        "line 2, column 2 (name) STRAY_QUOTE ",
                        "line 3, column 2 (name) STRAY_QUOTE ",
                        "line 4, column 2 (name) CELL_COUNT 2 cells",
                        "line 5, column 3 (note) CELL_COUNT 4 cells",
                        "line 6, column 3 (note) NOT_UTF8 NUL",
                        "line 7, column 3 UNCLOSED_QUOTE ",
                        "line 9, column 2 (name) TRUNCATED_LINE 2 cells");
        assertThat(reading.cells()).containsExactly(List.of("7", "a", "b"));
    }

    @Test
    void a_last_line_without_an_end_is_truncated_only_if_cells_are_missing() {
        assertThat(read(utf8("a,b\n1,2")).cells()).containsExactly(List.of("1", "2"));
        assertThat(read(utf8("a,b\n1")).codes()).containsExactly("TRUNCATED_LINE");
        assertThat(read(utf8("a,b\n1\n")).codes()).containsExactly("CELL_COUNT");
    }

    @Test
    void a_byte_order_mark_is_dropped_at_the_start_only() {
        Reading reading = read(utf8("\uFEFFa,b\n\uFEFF1,2\n"));
        assertThat(reading.header()).extracting(CsvRow::cells).containsExactly(List.of("a", "b"));
        assertThat(reading.cells()).containsExactly(List.of("\uFEFF1", "2"));
    }

    @Test
    void a_byte_that_is_not_utf8_is_told_with_its_place_and_the_other_rows_are_read() {
        byte[] latin = utf8("a,b\n石狮,1\nx,\u00B9\u00C4\ny,2\n");
        byte[] mixed = join(
                List.of(Piece.good(List.of("石狮", "1")), new Piece("x,\u00B9\u00C4\n", List.of()), Piece.bad("y,2")));
        assertThat(read(latin).problems()).isEmpty();
        Reading reading = read(mixed);
        assertThat(reading.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "t.csv: line 3, column 2 (b): NOT_UTF8: expected text in UTF-8 (this looks like GBK: save it as UTF-8), "
                                + "but was \"byte 0xB9\"");
        assertThat(reading.cells()).containsExactly(List.of("石狮", "1"), List.of("y", "2"));
    }

    @Test
    void without_a_good_header_no_row_is_read() {
        assertThat(read(utf8("\"a\"b,c\n1,2\n")))
                .isEqualTo(new Reading(
                        List.of(),
                        List.of(),
                        List.of(new Problem(
                                "t.csv",
                                new Place.Cell(1, 1, ""),
                                "STRAY_QUOTE",
                                "",
                                "a comma or the line's end after a closing quote"))));
        assertThat(read(utf8(""))).isEqualTo(new Reading(List.of(), List.of(), List.of()));
    }

    @Test
    void an_empty_line_is_a_row_only_in_a_table_of_one_column() {
        assertThat(read(utf8("\na,b\n\n1,2\n\n")).cells()).containsExactly(List.of("1", "2"));
        assertThat(read(utf8("a\n\n1\n")).cells()).containsExactly(List.of(""), List.of("1"));
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.strings()
                .withChars('a', ',', '"', '\n', '\r', ' ', '石', '\uD83D')
                .ofMaxLength(6)
                .map(s -> s.replace("\uD83D", "\uD83D\uDE80"));
        return Arbitraries.integers()
                .between(1, 4)
                .flatMap(width -> cell.list().ofSize(width).list().ofMinSize(1).ofMaxSize(8));
    }

    @Provide
    Arbitrary<String> ends() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    /** Rows of two cells; quoted text begins with a letter, so that no open quote before it can be closed by it. */
    @Provide
    Arbitrary<List<Piece>> pieces() {
        Arbitrary<String> cell = Combinators.combine(
                        Arbitraries.of("a", "石", "Z"),
                        Arbitraries.strings()
                                .withChars('b', ',', '"', '\n', ' ', '狮')
                                .ofMaxLength(5)
                                .filter(s -> !s.contains("\"")))
                .as((first, rest) -> first + rest);
        Arbitrary<Piece> good = cell.list().ofSize(2).map(Piece::good);
        Arbitrary<Piece> bad = Arbitraries.of(
                        "x\"y,z", "\"x\"y,z", "z,x\"", "\"open,z", "short", "one,two,three", "\"one\",two,\"three\"")
                .map(Piece::bad);
        Arbitrary<Piece> notUtf8 =
                Arbitraries.of('\u0080', '\u00B9', '\u00FF', '\u00E7').map(b -> new Piece("x," + b + "\n", List.of()));
        return Arbitraries.frequencyOf(Tuple.of(4, good), Tuple.of(3, bad), Tuple.of(1, notUtf8))
                .list()
                .ofMaxSize(12);
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') && !cell.isEmpty();
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private static String lineFeeds(String cell) {
        return cell.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(List<Piece> pieces) {
        String text = "a,b\n" + pieces.stream().map(Piece::bytes).collect(Collectors.joining());
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Reading read(byte[] bytes) {
        Reading reading = new Reading(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try {
            Csv.read("t.csv", Utf8.reader(new ByteArrayInputStream(bytes)), new CsvHandler() {
                @Override
                public void header(CsvRow header) {
                    reading.header().add(header);
                }

                @Override
                public void row(CsvRow row) {
                    reading.rows().add(row);
                }

                @Override
                public void problem(Problem problem) {
                    reading.problems().add(problem);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reading;
    }
}
