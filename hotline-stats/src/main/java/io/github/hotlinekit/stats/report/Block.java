package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.core.language.Label;
import java.util.List;
import java.util.Objects;

/** A part of a section. */
public sealed interface Block {

    /**
     * A paragraph.
     *
     * @param text the text
     */
    record Paragraph(Label text) implements Block {
        /** Checks the text. */
        public Paragraph {
            Objects.requireNonNull(text, "text");
        }

        static Paragraph of(String zh, String en) {
            return new Paragraph(Label.of(zh, en));
        }
    }

    /**
     * A table.
     *
     * @param id its id in the report, fit for a file's name, such as {@code departments}
     * @param title its title
     * @param columns its columns, at least one
     * @param rows its rows, of as many cells as there are columns
     */
    record Table(String id, Label title, List<Column> columns, List<List<Value>> rows) implements Block {
        /**
         * Checks and copies the parts.
         *
         * @throws IllegalArgumentException if there is no column, or a row has another number of cells
         */
        public Table {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(title, "title");
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            int width = columns.size();
            if (width == 0 || rows.stream().anyMatch(r -> r.size() != width)) {
                throw new IllegalArgumentException("rows of table " + id + " must have " + width + " cells, 1 or more");
            }
        }
    }

    /** How a series is drawn. */
    enum Form {
        /** Bars, for kinds of things. */
        BAR,
        /** A line, for time. */
        LINE
    }

    /**
     * Numbers along an axis.
     *
     * @param id its id in the report, fit for a file's name, such as {@code daily}
     * @param title its title
     * @param form how it is drawn
     * @param axis what the axis is of
     * @param names the places on the axis
     * @param lines the numbers
     */
    record Series(String id, Label title, Form form, Label axis, List<Label> names, List<Line> lines) implements Block {
        /**
         * Checks and copies the parts.
         *
         * @throws IllegalArgumentException if a line has another number of values than the axis has places
         */
        public Series {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(form, "form");
            Objects.requireNonNull(axis, "axis");
            names = List.copyOf(names);
            lines = List.copyOf(lines);
            int places = names.size();
            if (lines.stream().anyMatch(l -> l.values().size() != places)) {
                throw new IllegalArgumentException("lines of series " + id + " must have " + places + " values");
            }
        }
    }

    /**
     * A line, or a set of bars.
     *
     * @param column what it is of
     * @param values a value for each place on the axis
     */
    record Line(Column column, List<Value> values) {
        /** Copies the values. */
        public Line {
            Objects.requireNonNull(column, "column");
            values = List.copyOf(values);
        }
    }
}
