package io.github.hotlinekit.examples.spark;

/**
 * A row that is no fact.
 *
 * @param file where it stands
 * @param line its line in the file, or its row in a Parquet file, from 1
 * @param reason what is wrong with it
 */
public record BadRow(String file, long line, String reason) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + reason;
    }
}
