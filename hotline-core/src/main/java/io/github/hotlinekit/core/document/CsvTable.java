package io.github.hotlinekit.core.document;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A whole table whose columns are known by name, as documents such as a taxonomy are written. */
public final class CsvTable {

    /** The most rows in a document that is a table. */
    public static final int MAX_ROWS = 1_000_000;

    private final List<Row> rows;

    private CsvTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * Reads a table, adding to {@code problems} every unknown, missing or repeated column and every
     * row that is no row.
     *
     * @param in the table's text; not closed
     * @param required columns that must be there, in any order
     * @param optional columns that may be there
     * @param problems takes what is wrong
     * @return the good rows; none if a required column is missing
     * @throws IOException if {@code in} throws it
     */
    public static CsvTable read(Reader in, List<String> required, List<String> optional, Problems problems)
            throws IOException {
        return read(in, required, optional, MAX_ROWS, problems);
    }

    /**
     * Reads a table of limited length, adding to {@code problems} every unknown, missing or repeated column and every
     * row that is no row.
     *
     * @param in the table's text; not closed
     * @param required columns that must be there, in any order
     * @param optional columns that may be there
     * @param maxRows the most rows it may have; reading ends with a problem at the first one more
     * @param problems takes what is wrong
     * @return the good rows; none if a required column is missing
     * @throws IOException if {@code in} throws it
     */
    public static CsvTable read(Reader in, List<String> required, List<String> optional, int maxRows, Problems problems)
            throws IOException {
        List<Row> rows = new ArrayList<>();
        Map<String, Integer> columns = new HashMap<>();
        Csv.read(problems.source(), in, new CsvHandler() {
            @Override
            public void header(CsvRow header) {
                columns.putAll(columns(header, required, optional, problems));
            }

            @Override
            public void row(CsvRow row) {
                if (rows.size() == maxRows) {
                    problems.add(
                            new Place.Cell(row.line(), 1, ""), "LIMIT_EXCEEDED", "", "at most " + maxRows + " rows");
                    problems.throwIfAny();
                }
                rows.add(new Row(row, columns, problems));
            }

            @Override
            public void problem(Problem problem) {
                problems.add(problem);
            }
        });
        if (columns.isEmpty() && problems.isEmpty()) {
            problems.add(new Place.Position(1, 1), "EMPTY_DOCUMENT", "", "a header with the columns " + required);
        }
        return new CsvTable(columns.keySet().containsAll(required) ? rows : List.of());
    }

    private static Map<String, Integer> columns(
            CsvRow header, List<String> required, List<String> optional, Problems problems) {
        Map<String, Integer> columns = new HashMap<>();
        Set<String> known = new HashSet<>(required);
        known.addAll(optional);
        for (int i = 0; i < header.size(); i++) {
            String name = header.cell(i);
            Place place = new Place.Cell(header.line(), i + 1, name);
            if (!known.contains(name)) {
                problems.add(place, "UNKNOWN_COLUMN", name, "one of " + sorted(known) + Suggestion.hint(name, known));
            } else if (columns.putIfAbsent(name, i) != null) {
                problems.add(place, "DUPLICATE_COLUMN", name, "each column once");
            }
        }
        for (String name : required) {
            if (!columns.containsKey(name)) {
                problems.add(
                        new Place.Cell(header.line(), header.size(), ""), "MISSING_COLUMN", "", "a column " + name);
            }
        }
        return columns;
    }

    private static List<String> sorted(Set<String> names) {
        String[] array = names.toArray(new String[0]);
        Arrays.sort(array);
        return List.of(array);
    }

    /**
     * The good rows, in the order of the file.
     *
     * @return an unmodifiable list
     */
    public List<Row> rows() {
        return rows;
    }

    /** One row, with its cells by column name. Cells are stripped of blanks at their ends. */
    public static final class Row {
        private final CsvRow cells;
        private final Map<String, Integer> columns;
        private final Problems problems;

        private Row(CsvRow cells, Map<String, Integer> columns, Problems problems) {
            this.cells = cells;
            this.columns = columns;
            this.problems = problems;
        }

        /**
         * A cell's text.
         *
         * @param column the column's name
         * @return the text, empty if the cell is blank or the column is not there
         */
        public String text(String column) {
            Integer index = columns.get(column);
            return index == null ? "" : cells.cell(index).strip();
        }

        /**
         * A cell's text as it stands, with the blanks at its ends, for codes in which a blank is a mistake.
         *
         * @param column the column's name
         * @return the text, empty if the column is not there
         */
        public String exact(String column) {
            Integer index = columns.get(column);
            return index == null ? "" : cells.cell(index);
        }

        /**
         * A cell's text, adding a problem {@code MISSING_VALUE} if there is none.
         *
         * @param column the column's name
         * @return the text
         */
        public Optional<String> required(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                problems.add(place(column), "MISSING_VALUE", "", "a value");
                return Optional.empty();
            }
            return Optional.of(text);
        }

        /**
         * The place of a cell.
         *
         * @param column the column's name
         * @return its place
         */
        public Place place(String column) {
            return new Place.Cell(cells.line(), columns.getOrDefault(column, 0) + 1, column);
        }

        /**
         * Adds a problem with a cell.
         *
         * @param column the column's name
         * @param code the problem's code
         * @param expected what would have been right
         */
        public void problem(String column, String code, String expected) {
            problem(column, code, text(column), expected);
        }

        /**
         * Adds a problem with a part of a cell.
         *
         * @param column the column's name
         * @param code the problem's code
         * @param value the part, or what the cell comes to
         * @param expected what would have been right
         */
        public void problem(String column, String code, String value, String expected) {
            problems.add(place(column), code, value, expected);
        }
    }
}
