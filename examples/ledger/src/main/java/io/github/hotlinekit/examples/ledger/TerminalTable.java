package io.github.hotlinekit.examples.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** A table of text whose columns stand straight in a terminal, where a Chinese character is two cells wide. */
final class TerminalTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /** Starts a table by its header. */
    static TerminalTable of(String... header) {
        TerminalTable table = new TerminalTable();
        table.rows.add(List.of(header));
        return table;
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if it has not as many cells as the header
     */
    TerminalTable row(String... cells) {
        if (cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException(
                    "a row must have " + rows.get(0).size() + " cells, but had " + cells.length);
        }
        rows.add(List.of(cells));
        return this;
    }

    /** The number of terminal cells that a text takes: 2 for a wide character, 0 for a combining one. */
    static int width(String text) {
        return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
    }

    /** The table: the first column flush left, the others flush right, a rule beneath the header. */
    @Override
    public String toString() {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            append(text, rows.get(r), widths);
            if (r == 0) {
                append(
                        text,
                        java.util.Arrays.stream(widths).mapToObj("-"::repeat).toList(),
                        widths);
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            String padding = " ".repeat(widths[i] - width(cell));
            line.append(i == 0 ? "" : GAP).append(i == 0 ? cell + padding : padding + cell);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
