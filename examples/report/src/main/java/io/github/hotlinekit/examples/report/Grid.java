package io.github.hotlinekit.examples.report;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.stats.metric.Bounds;
import io.github.hotlinekit.stats.report.Block;
import io.github.hotlinekit.stats.report.Column;
import io.github.hotlinekit.stats.report.Report;
import io.github.hotlinekit.stats.report.Section;
import io.github.hotlinekit.stats.report.Source;
import io.github.hotlinekit.stats.report.Value;
import io.github.hotlinekit.stats.report.ValueText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table or series of a report as cells that hold one number or one text each: a rate is its percentage, numerator and
 * denominator, a range its bounds, a change its amount and word, a time its bounds in minutes.
 *
 * @param id the id of the table or series
 * @param title its title
 * @param heads the headings
 * @param rows the cells, as many in each row as there are headings
 */
record Grid(String id, String title, List<Head> heads, List<List<Cell>> rows) {

    /**
     * A heading.
     *
     * @param text its text
     * @param definition the id of the metric or measure that all numbers below are of
     */
    record Head(String text, Optional<String> definition) {}

    /** What a cell holds. */
    sealed interface Cell {
        /** The id of the metric or measure that it is of, or the name of. */
        Optional<String> definition();
    }

    /**
     * A text.
     *
     * @param text the text
     * @param definition the id of the metric or measure that it is the name of
     */
    record TextCell(String text, Optional<String> definition) implements Cell {}

    /**
     * A number.
     *
     * @param number the number; percentages as parts of 1
     * @param format how it is shown
     * @param definition the id of the metric or measure that it is of
     */
    record NumberCell(BigDecimal number, Format format, Optional<String> definition) implements Cell {}

    /** A cell that stands empty, since what stands before it needs no further one. */
    record EmptyCell() implements Cell {
        @Override
        public Optional<String> definition() {
            return Optional.empty();
        }
    }

    /** How numbers are shown. */
    enum Format {
        WHOLE,
        DECIMAL,
        PERCENT,
        SIGNED_PERCENT,
        SIGNED_POINTS
    }

    /** The tables and series of a report, in its order. */
    static List<Grid> of(Report report, Language language) {
        List<Grid> grids = new ArrayList<>();
        for (Section section : report.sections()) {
            for (Block block : section.blocks()) {
                of(block, language).ifPresent(grids::add);
            }
        }
        return grids;
    }

    private static Optional<Grid> of(Block block, Language language) {
        if (block instanceof Block.Series series) {
            return Optional.of(of(table(series), language));
        }
        return block instanceof Block.Table table ? Optional.of(of(table, language)) : Optional.empty();
    }

    private static Grid of(Block.Table table, Language language) {
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Value> row : table.rows()) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.addAll(cells(row.get(i), table.columns().get(i).holds(), language));
            }
            rows.add(List.copyOf(cells));
        }
        return new Grid(
                table.id(),
                ValueText.oneLine(table.title().in(language)),
                table.columns().stream().flatMap(c -> heads(c, language)).toList(),
                List.copyOf(rows));
    }

    /** A series as a table: a row for each place on its axis. */
    static Block.Table table(Block.Series series) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(series.axis(), Column.Holds.TEXT, Optional.empty()));
        series.lines().forEach(l -> columns.add(l.column()));
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < series.names().size(); i++) {
            List<Value> row = new ArrayList<>();
            row.add(new Value.Text(series.names().get(i), Optional.empty()));
            for (Block.Line line : series.lines()) {
                row.add(line.values().get(i));
            }
            rows.add(row);
        }
        return new Block.Table(series.id(), series.title(), columns, rows);
    }

    private static Stream<Head> heads(Column column, Language language) {
        String title = ValueText.oneLine(column.title().in(language));
        List<Label> endings = switch (column.holds()) {
            case TEXT, COUNT, SHARE -> List.of(Label.of("", ""));
            case RATE, MIXED ->
                List.of(Label.of("", ""), Label.of("：分子", ": numerator"), Label.of("：分母", ": denominator"));
            case RANGE -> List.of(Label.of("：下限", ": lower"), Label.of("：上限", ": upper"));
            case CHANGE -> List.of(Label.of("", ""), Label.of("：判断", ": word"));
            case TIME -> List.of(Label.of("：下限（分钟）", ": lower (minutes)"), Label.of("：上限（分钟）", ": upper (minutes)"));
        };
        return endings.stream().map(e -> new Head(title + e.in(language), column.definition()));
    }

    private static int width(Column.Holds holds) {
        return switch (holds) {
            case TEXT, COUNT, SHARE -> 1;
            case RANGE, TIME, CHANGE -> 2;
            case RATE, MIXED -> 3;
        };
    }

    private static List<Cell> cells(Value value, Column.Holds holds, Language language) {
        int width = width(holds);
        if (value instanceof Value.Hidden) {
            return Collections.nCopies(width, word(Wording.HIDDEN_WORD, language));
        }
        if (value instanceof Value.NoData) {
            // A text that is not there is no figure without data.
            return Collections.nCopies(
                    width,
                    holds == Column.Holds.TEXT
                            ? new TextCell(ValueText.NO_DATA, Optional.empty())
                            : word(Wording.NO_DATA_WORD, language));
        }
        List<Cell> cells = new ArrayList<>(filled(value, language));
        while (cells.size() < width) {
            cells.add(new EmptyCell());
        }
        return cells;
    }

    private static Cell word(Label word, Language language) {
        return new TextCell(word.in(language), Optional.empty());
    }

    private static List<Cell> filled(Value value, Language language) {
        Optional<String> of = value.source().map(Source::definition);
        if (value instanceof Value.Text text) {
            return List.of(new TextCell(ValueText.oneLine(text.label().in(language)), text.definition()));
        }
        if (value instanceof Value.Plain plain) {
            return List.of(
                    new NumberCell(plain.number(), plain.number().scale() > 0 ? Format.DECIMAL : Format.WHOLE, of));
        }
        if (value instanceof Value.Count count) {
            return List.of(whole(count.count(), of));
        }
        if (value instanceof Value.Share share) {
            return List.of(percent(share.percent(), of));
        }
        if (value instanceof Value.Rate rate) {
            return List.of(
                    rate.ratio()
                            .percentUnlessAll(1)
                            .map(p -> percent(p, of))
                            .orElseGet(() -> word(Wording.NO_DATA_WORD, language)),
                    whole(rate.ratio().numerator(), of),
                    whole(rate.ratio().denominator(), of));
        }
        if (value instanceof Value.Range range) {
            return List.of(
                    percent(range.interval().lowerPercent(1), of),
                    percent(range.interval().upperPercent(1), of));
        }
        if (value instanceof Value.Change change) {
            Cell word = word(change.word(), language);
            Cell amount = change.amount()
                    .<Cell>map(a -> change.unit() == Value.Unit.PERCENT
                            ? new NumberCell(a.movePointLeft(2), Format.SIGNED_PERCENT, of)
                            : new NumberCell(a, Format.SIGNED_POINTS, of))
                    .orElseGet(() -> word(Wording.NO_DATA_WORD, language));
            return List.of(amount, word);
        }
        if (value instanceof Value.Time time) {
            Bounds minutes = time.minutes();
            return List.of(
                    new NumberCell(minutes.lower(), Format.DECIMAL, of),
                    new NumberCell(minutes.upper(), Format.DECIMAL, of));
        }
        throw new IllegalArgumentException("no cells for " + value);
    }

    private static Cell whole(long number, Optional<String> of) {
        return new NumberCell(BigDecimal.valueOf(number), Format.WHOLE, of);
    }

    private static Cell percent(BigDecimal percent, Optional<String> of) {
        return new NumberCell(percent.movePointLeft(2), Format.PERCENT, of);
    }
}
