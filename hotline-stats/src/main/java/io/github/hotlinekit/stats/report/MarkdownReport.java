package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.stats.ledger.Trace;
import io.github.hotlinekit.stats.metric.DataDictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes a report as Markdown with the tables of GitHub. Headings and names of figures link to their definitions at the
 * end, and numbers to their cases, if the host has a page of them. What hosts hand in is escaped: it makes no link, no
 * HTML, and no cell of its own.
 *
 * @param language the language
 * @param cases the address of the cases of a figure; a pure function
 */
public record MarkdownReport(Language language, Function<Trace, Optional<String>> cases) {

    /** Up to how many points a series is written as a table. */
    private static final int MAX_POINTS = 62;

    private static final String SPECIAL = "\\`*_{}[]<>|~#$&!^";

    /** Checks the parts. */
    public MarkdownReport {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(cases, "cases");
    }

    /**
     * Writes a report.
     *
     * @param report the report
     * @return the text, lines ended by LF
     */
    public String write(Report report) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(escaped(report.title().in(language))).append('\n');
        for (Section section : report.sections()) {
            text.append("\n## ").append(escaped(section.title().in(language))).append('\n');
            for (Block block : section.blocks()) {
                text.append('\n');
                if (block instanceof Block.Paragraph paragraph) {
                    text.append(escaped(paragraph.text().in(language))).append('\n');
                } else if (block instanceof Block.Table table) {
                    write(table, text);
                } else if (block instanceof Block.Series series) {
                    write(series, text);
                }
            }
        }
        // The dictionary is a document of its own, with headings one level up.
        String definitions = report.dictionary().markdown(language);
        text.append(definitions.substring(definitions.indexOf('\n') + 1).replace("\n## ", "\n### "));
        return text.toString();
    }

    private void write(Block.Table table, StringBuilder text) {
        text.append("**").append(escaped(table.title().in(language))).append("**\n\n");
        List<String> heads = table.columns().stream().map(this::head).toList();
        line(heads, text);
        line(table.columns().stream().map(c -> rule(c.holds())).toList(), text);
        for (List<Value> row : table.rows()) {
            List<String> cells = new ArrayList<>();
            for (Value value : row) {
                cells.add(cell(value));
            }
            line(cells, text);
        }
    }

    private void write(Block.Series series, StringBuilder text) {
        int points = series.names().size();
        if (points > MAX_POINTS) {
            text.append("**")
                    .append(escaped(series.title().in(language)))
                    .append("**: ")
                    .append(points)
                    .append('\n');
            return;
        }
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(series.axis(), Column.Holds.TEXT, Optional.empty()));
        series.lines().forEach(l -> columns.add(l.column()));
        write(new Block.Table(series.id(), series.title(), columns, rows(series)), text);
    }

    static List<List<Value>> rows(Block.Series series) {
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < series.names().size(); i++) {
            List<Value> row = new ArrayList<>();
            row.add(Value.Text.of(series.names().get(i)));
            for (Block.Line line : series.lines()) {
                row.add(line.values().get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private String head(Column column) {
        return linked(escaped(column.title().in(language)), column.definition());
    }

    private String cell(Value value) {
        String text = escaped(ValueText.of(value, language));
        if (value instanceof Value.Text of) {
            return linked(text, of.definition());
        }
        return value.source()
                .flatMap(Source::cases)
                .flatMap(cases)
                .map(address -> "[" + text + "](<" + address(address) + ">)")
                .orElse(text);
    }

    private static String linked(String text, Optional<String> definition) {
        return definition
                .map(d -> "[" + text + "](#" + DataDictionary.anchor(d) + ")")
                .orElse(text);
    }

    private static String address(String address) {
        return ValueText.oneLine(address)
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("|", "%7C")
                .replace("\\", "%5C");
    }

    private static String rule(Column.Holds holds) {
        return holds == Column.Holds.TEXT ? "---" : "---:";
    }

    private static void line(List<String> cells, StringBuilder text) {
        text.append('|');
        cells.forEach(c -> text.append(' ').append(c).append(" |"));
        text.append('\n');
    }

    /** A text that stands for itself. Addresses are kept from becoming links. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : ValueText.oneLine(text).toCharArray()) {
            escaped.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return escaped.toString().replace("://", "\\://").replace("@", "\\@").replaceAll("(?i)(www)\\.", "$1\\\\.");
    }
}
