package io.github.hotlinekit.core.document;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes tables in the form that {@link Csv} reads: RFC 4180, lines ended by LF, and quotes only where they are needed.
 * A text that a spreadsheet would take for a formula gets an apostrophe before it, which {@link #unescaped} takes off.
 */
public final class CsvText {

    private CsvText() {}

    /**
     * Writes one row.
     *
     * @param cells its cells, as {@link CsvTable.Row#text} or {@link #unescaped} are to give them again
     * @param out takes the line; neither flushed nor closed
     * @throws IOException if {@code out} throws it
     */
    public static void write(List<String> cells, Appendable out) throws IOException {
        out.append(row(cells) + '\n');
    }

    /**
     * One row, for those who end lines otherwise.
     *
     * @param cells its cells
     * @return the cells, quoted where they must be, with commas between them and no end of the line
     */
    public static String row(List<String> cells) {
        return cells.stream().map(CsvText::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String cell) {
        boolean plain =
                cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0;
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /**
     * A text for a cell that people read, such as a name.
     *
     * @param text the text
     * @return the text, after an apostrophe if a spreadsheet would take it for a formula or if it looks like a text so
     *     written
     */
    public static String escaped(String text) {
        return CodeText.isFormula(text) || isEscaped(text) ? "'" + text : text;
    }

    /**
     * The text of a cell that people read.
     *
     * @param cell what {@link #escaped} gave, or any text
     * @return the text it was made of
     */
    public static String unescaped(String cell) {
        return isEscaped(cell) ? cell.substring(1) : cell;
    }

    private static boolean isEscaped(String text) {
        return text.length() > 1
                && text.charAt(0) == '\''
                && (text.charAt(1) == '\'' || CodeText.isFormula(text.substring(1)));
    }
}
