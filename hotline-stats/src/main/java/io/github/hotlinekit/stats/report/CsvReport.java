package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.core.document.CsvText;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.stats.metric.Bounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the tables and series of a report as CSV, one text each, in the form of {@link CsvText}. Numbers are numbers, in
 * columns of their own: a rate is its percentage, numerator and denominator; a time its lower and upper bound in minutes;
 * a change its amount, unit and word. A text that a spreadsheet would take for a formula is defused. Codes never stand
 * alone in a cell, since a spreadsheet would take {@code 03.05} for a date. What is hidden is {@code *}, and what has no
 * data is empty.
 */
public final class CsvReport {

    private CsvReport() {}

    /**
     * Writes the tables and series of a report.
     *
     * @param report the report
     * @param language the language of texts and headings
     * @return CSV by id, in the order of the report
     */
    public static Map<String, String> write(Report report, Language language) {
        Map<String, String> files = new LinkedHashMap<>();
        cells(report, language).forEach((id, rows) -> {
            StringBuilder text = new StringBuilder();
            for (List<String> row : rows) {
                try {
                    CsvText.write(row, text);
                } catch (IOException e) {
                    throw new UncheckedIOException("writing to memory failed", e);
                }
            }
            files.put(id, text.toString());
        });
        return Collections.unmodifiableMap(files);
    }

    /**
     * Says what defines each number of the files that {@link #write} gives: the ids of the {@linkplain Report#dictionary
     * dictionary} in the places of the cells.
     *
     * @param report the report
     * @return by id of the table, line by line below the heading, for each cell the id of its definition, also where there is no
     *     data; empty for a text and for what has none
     */
    public static Map<String, List<List<String>>> definitions(Report report) {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        eachTable(report, (id, columns, rows) -> {
            List<List<String>> lines = new ArrayList<>();
            for (List<Value> row : rows) {
                List<String> line = new ArrayList<>();
                String named = "";
                for (int i = 0; i < row.size(); i++) {
                    Column column = columns.get(i);
                    if (row.get(i) instanceof Value.Text text) {
                        named = text.definition().orElse(named);
                    }
                    String definition = column.holds() == Column.Holds.TEXT
                            ? ""
                            : row.get(i)
                                    .source()
                                    .map(Source::definition)
                                    .or(column::definition)
                                    .orElse(named);
                    line.addAll(Collections.nCopies(width(column.holds()), definition));
                }
                lines.add(Collections.unmodifiableList(line));
            }
            tables.put(id, Collections.unmodifiableList(lines));
        });
        return Collections.unmodifiableMap(tables);
    }

    /** Something that is done with a table, or with a series as one. */
    private interface EachTable {
        void table(String id, List<Column> columns, List<List<Value>> rows);
    }

    private static void eachTable(Report report, EachTable does) {
        for (Section section : report.sections()) {
            for (Block block : section.blocks()) {
                if (block instanceof Block.Table table) {
                    does.table(table.id(), table.columns(), table.rows());
                } else if (block instanceof Block.Series series) {
                    List<Column> columns = new ArrayList<>();
                    columns.add(new Column(series.axis(), Column.Holds.TEXT, Optional.empty()));
                    series.lines().forEach(l -> columns.add(l.column()));
                    does.table(series.id(), columns, MarkdownReport.rows(series));
                }
            }
        }
    }

    /** The cells of each table as they stand in its file, the heading first. */
    static Map<String, List<List<String>>> cells(Report report, Language language) {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        eachTable(report, (id, columns, rows) -> tables.put(id, cells(columns, rows, language)));
        return tables;
    }

    private static List<List<String>> cells(List<Column> columns, List<List<Value>> rows, Language language) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(columns.stream().flatMap(c -> heads(c, language).stream()).toList());
        for (List<Value> row : rows) {
            List<String> line = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                line.addAll(cells(row.get(i), columns.get(i).holds(), language));
            }
            cells.add(line);
        }
        return cells;
    }

    private static List<String> heads(Column column, Language language) {
        boolean zh = language == Language.ZH;
        String title = CsvText.escaped(ValueText.oneLine(column.title().in(language)));
        return switch (column.holds()) {
            case TEXT, COUNT -> List.of(title);
            case SHARE -> List.of(title + (zh ? "（%）" : " (%)"));
            case RATE ->
                List.of(
                        title + (zh ? "（%）" : " (%)"),
                        title + (zh ? "：分子" : ": numerator"),
                        title + (zh ? "：分母" : ": denominator"));
            case MIXED -> List.of(title, title + (zh ? "：分子" : ": numerator"), title + (zh ? "：分母" : ": denominator"));
            case RANGE -> List.of(title + (zh ? "：下限（%）" : ": lower (%)"), title + (zh ? "：上限（%）" : ": upper (%)"));
            case CHANGE -> List.of(title, title + (zh ? "：单位" : ": unit"), title + (zh ? "：判断" : ": word"));
            case TIME ->
                List.of(title + (zh ? "：下限（分钟）" : ": lower (minutes)"), title + (zh ? "：上限（分钟）" : ": upper (minutes)"));
        };
    }

    /** How many cells a value of a column takes. */
    private static int width(Column.Holds holds) {
        return switch (holds) {
            case TEXT, COUNT, SHARE -> 1;
            case RANGE, TIME -> 2;
            case RATE, MIXED, CHANGE -> 3;
        };
    }

    private static List<String> cells(Value value, Column.Holds holds, Language language) {
        int width = width(holds);
        if (value instanceof Value.Hidden) {
            return Collections.nCopies(width, ValueText.HIDDEN);
        }
        List<String> cells = new ArrayList<>(filled(value, language));
        while (cells.size() < width) {
            cells.add("");
        }
        return cells;
    }

    private static List<String> filled(Value value, Language language) {
        if (value instanceof Value.Text text) {
            return List.of(CsvText.escaped(ValueText.oneLine(text.label().in(language))));
        }
        if (value instanceof Value.Plain || value instanceof Value.Count) {
            return List.of(ValueText.of(value, language));
        }
        if (value instanceof Value.Share share) {
            return List.of(share.percent().toPlainString());
        }
        if (value instanceof Value.Rate rate) {
            return List.of(
                    rate.ratio().percentUnlessAll(1).map(p -> p.toPlainString()).orElse(""),
                    String.valueOf(rate.ratio().numerator()),
                    String.valueOf(rate.ratio().denominator()));
        }
        if (value instanceof Value.Range range) {
            return List.of(
                    range.interval().lowerPercent(1).toPlainString(),
                    range.interval().upperPercent(1).toPlainString());
        }
        if (value instanceof Value.Change change) {
            return List.of(
                    change.amount().map(a -> a.toPlainString()).orElse(""),
                    change.amount().isPresent()
                            ? ValueText.unit(change.unit(), language).strip()
                            : "",
                    change.word().in(language));
        }
        if (value instanceof Value.Time time) {
            Bounds minutes = time.minutes();
            return List.of(minutes.lower().toPlainString(), minutes.upper().toPlainString());
        }
        return List.of();
    }
}
