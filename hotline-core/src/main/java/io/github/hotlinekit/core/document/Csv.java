package io.github.hotlinekit.core.document;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads tables in the form of RFC 4180: commas, double quotes, a header line, lines ended by LF, CRLF
 * or CR. Reading is one pass and holds one row at a time. A line end within a quoted cell is read as
 * LF. Empty lines are skipped, except in a table of one column, where they are rows.
 *
 * <p>A row that is wrong is reported and skipped, and reading goes on at the next line of the file,
 * also when a stray quote seemed to swallow the lines after it: no good row is lost to a bad one.
 *
 * <p>Limits: {@value #MAX_LINE} characters a line and a row, {@value #MAX_COLUMNS} columns,
 * {@value #MAX_LINES_A_ROW} lines a row.
 */
public final class Csv {

    /** The most characters in a line, and in a row that spans several. */
    public static final int MAX_LINE = 1 << 20;
    /** The most columns. */
    public static final int MAX_COLUMNS = 1_024;
    /** The most lines that one row may span by quoted line breaks. */
    public static final int MAX_LINES_A_ROW = 1_000;

    private Csv() {}

    /**
     * Reads a table to its end.
     *
     * @param source the table's name, for problems
     * @param in its text, preferably from {@link Utf8#reader}; not closed
     * @param handler takes header, rows and problems, in the order of the file
     * @throws IOException if {@code in} throws it
     */
    public static void read(String source, Reader in, CsvHandler handler) throws IOException {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(handler, "handler");
        LineSource lines = new LineSource(Objects.requireNonNull(in, "in"));
        List<String> header = List.of();
        for (LineSource.Line line = lines.next(); line != null; line = lines.next()) {
            if (line.text().isEmpty() && !line.tooLong() && header.size() != 1) {
                continue;
            }
            Attempt attempt = attempt(line, lines, header);
            if (attempt.problem == null) {
                CsvRow row = new CsvRow(line.number(), attempt.cells);
                if (header.isEmpty()) {
                    header = row.cells();
                    handler.header(row);
                } else {
                    handler.row(row);
                }
            } else {
                handler.problem(attempt.problem.in(source, line.number()));
                if (header.isEmpty()) {
                    return; // without a header no row has a meaning
                }
            }
        }
    }

    private static Attempt attempt(LineSource.Line first, LineSource lines, List<String> header) throws IOException {
        if (first.tooLong()) {
            return Attempt.failed(new Flaw(1, "", "LINE_TOO_LONG", "", "at most " + MAX_LINE + " characters"));
        }
        List<LineSource.Line> more = new ArrayList<>();
        String text = first.text();
        boolean open = hasOddQuotes(text);
        if (open) {
            StringBuilder joined = new StringBuilder(text);
            while (open && more.size() + 1 < MAX_LINES_A_ROW) {
                LineSource.Line next = lines.next();
                if (next == null) {
                    break;
                }
                more.add(next);
                if (next.tooLong() || joined.length() + next.text().length() >= MAX_LINE) {
                    break;
                }
                joined.append('\n').append(next.text());
                open = !hasOddQuotes(next.text());
            }
            text = joined.toString();
        }
        LineSource.Line last = more.isEmpty() ? first : more.get(more.size() - 1);
        Attempt attempt = open
                ? Attempt.failed(new Flaw(
                        column(first.text(), first.text().lastIndexOf('"')),
                        "",
                        "UNCLOSED_QUOTE",
                        "",
                        "a quote that is closed"))
                : split(text, header, last.ended());
        if (attempt.problem != null) {
            lines.giveBack(more);
        }
        return attempt;
    }

    private static boolean hasOddQuotes(String text) {
        boolean odd = false;
        for (int i = text.indexOf('"'); i >= 0; i = text.indexOf('"', i + 1)) {
            odd = !odd;
        }
        return odd;
    }

    private static Attempt split(String text, List<String> header, boolean ended) {
        List<String> cells = new ArrayList<>(Math.max(16, header.size()));
        int at = 0;
        while (true) {
            String name = cells.size() < header.size() ? header.get(cells.size()) : "";
            if (cells.size() == MAX_COLUMNS) {
                return Attempt.failed(
                        new Flaw(MAX_COLUMNS, name, "TOO_MANY_COLUMNS", "", "at most " + MAX_COLUMNS + " columns"));
            }
            String cell;
            if (at < text.length() && text.charAt(at) == '"') {
                int close = closingQuote(text, at);
                int next = close + 1;
                if (close < 0 || (next < text.length() && text.charAt(next) != ',')) {
                    return Attempt.failed(new Flaw(
                            cells.size() + 1,
                            name,
                            "STRAY_QUOTE",
                            "",
                            "a comma or the line's end after a closing quote"));
                }
                cell = text.substring(at + 1, close).replace("\"\"", "\"");
                at = next;
            } else {
                int comma = text.indexOf(',', at);
                int end = comma < 0 ? text.length() : comma;
                cell = text.substring(at, end);
                if (cell.indexOf('"') >= 0) {
                    return Attempt.failed(
                            new Flaw(cells.size() + 1, name, "STRAY_QUOTE", "", "quotes only around a whole cell"));
                }
                at = end;
            }
            int bad = Utf8.indexOfBadByte(cell, 0);
            if (bad >= 0 || cell.indexOf('\0') >= 0) {
                String what = bad >= 0 ? Utf8.describe(cell.charAt(bad)) : "NUL";
                String expected = bad >= 0 ? Utf8.expected(cell, bad) : "text in UTF-8";
                return Attempt.failed(new Flaw(cells.size() + 1, name, "NOT_UTF8", what, expected));
            }
            cells.add(cell);
            if (at == text.length()) {
                break;
            }
            at++;
        }
        if (!header.isEmpty() && cells.size() != header.size()) {
            boolean cut = !ended && cells.size() < header.size();
            return Attempt.failed(new Flaw(
                    Math.min(cells.size(), header.size()),
                    header.get(Math.min(cells.size(), header.size()) - 1),
                    cut ? "TRUNCATED_LINE" : "CELL_COUNT",
                    cells.size() + " cells",
                    header.size() + " cells"));
        }
        return Attempt.read(cells);
    }

    private static int closingQuote(String text, int open) {
        int quote = text.indexOf('"', open + 1);
        while (quote >= 0 && quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
            quote = text.indexOf('"', quote + 2);
        }
        return quote;
    }

    private static int column(String text, int quote) {
        return 1 + (int) text.substring(0, quote).chars().filter(c -> c == ',').count();
    }

    private record Flaw(int column, String header, String code, String value, String expected) {
        Problem in(String source, long line) {
            return new Problem(source, new Place.Cell(line, column, header), code, value, expected);
        }
    }

    private record Attempt(
            List<String> cells,
            @org.jspecify.annotations.Nullable Flaw problem) {

        static Attempt read(List<String> cells) {
            return new Attempt(cells, null);
        }

        static Attempt failed(Flaw flaw) {
            return new Attempt(List.of(), flaw);
        }
    }
}
