package io.github.hotlinekit.core.document;

/** What takes the rows of a table as {@link Csv} reads them. Users implement it. */
public interface CsvHandler {

    /**
     * Takes the header; called once, first, unless the file is empty.
     *
     * @param header the header
     */
    void header(CsvRow header);

    /**
     * Takes a row that has as many cells as the header and holds only valid text.
     *
     * @param row the row
     */
    void row(CsvRow row);

    /**
     * Takes what is wrong with a row; that row is not handed to {@link #row}.
     *
     * @param problem the problem
     */
    void problem(Problem problem);
}
