package io.github.hotlinekit.examples.report;

import io.github.hotlinekit.core.document.Csv;
import io.github.hotlinekit.core.document.CsvHandler;
import io.github.hotlinekit.core.document.CsvRow;
import io.github.hotlinekit.core.document.CsvText;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.stats.report.CsvReport;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All tables and series of a report in one file of CSV, a line a cell: table, row from 1, name of the row, heading, value,
 * and the id of the definition of what is a figure, as in the dictionary. The cells are those of {@link CsvReport}, which has the tables apart.
 */
final class TidyCsv {

    private TidyCsv() {}

    static String write(Edition edition) throws IOException {
        StringBuilder text = new StringBuilder();
        CsvText.write(
                List.of(
                        edition.in("表", "table"),
                        edition.in("行", "row"),
                        edition.in("名称", "name"),
                        edition.in("列", "column"),
                        edition.in("值", "value"),
                        edition.in("定义", "definition")),
                text);
        Map<String, List<List<String>>> definitions = CsvReport.definitions(edition.report());
        for (Map.Entry<String, String> table :
                edition.report().csv(edition.language()).entrySet()) {
            List<CsvRow> rows = rows(table.getKey(), table.getValue());
            List<List<String>> defined = Objects.requireNonNull(definitions.get(table.getKey()), "definitions");
            for (int r = 1; r < rows.size(); r++) {
                CsvRow row = rows.get(r);
                for (int c = 1; c < row.size(); c++) {
                    CsvText.write(
                            List.of(
                                    table.getKey(),
                                    String.valueOf(r),
                                    row.cell(0),
                                    rows.get(0).cell(c),
                                    row.cell(c),
                                    defined.get(r - 1).get(c)),
                            text);
                }
            }
        }
        return text.toString();
    }

    /** The rows of a table, the heading first. */
    static List<CsvRow> rows(String id, String csv) throws IOException {
        List<CsvRow> rows = new ArrayList<>();
        Csv.read(id, new StringReader(csv), new CsvHandler() {
            @Override
            public void header(CsvRow header) {
                rows.add(header);
            }

            @Override
            public void row(CsvRow row) {
                rows.add(row);
            }

            @Override
            public void problem(Problem problem) {
                throw new IllegalStateException("the SDK's own CSV must be read, but was not: " + problem);
            }
        });
        return rows;
    }
}
