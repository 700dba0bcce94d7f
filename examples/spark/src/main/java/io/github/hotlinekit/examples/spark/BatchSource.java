package io.github.hotlinekit.examples.spark;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Rows as Spark's reader of Parquet leaves them: some thousand at once, column by column. Nothing is copied, and of a text
 * that Parquet keeps in a dictionary only its number is looked at, once it is known what it stands for.
 */
final class BatchSource implements FactSource {

    /** Instead of a number: there is no text. */
    static final int NONE = -2;

    /** Instead of a number: the text has none. */
    private static final int UNCODED = -1;

    private final List<FactColumn> columns;
    private final @Nullable ColumnVector[] vectors =
            new @Nullable ColumnVector[FactColumn.all().size()];

    /** The numbers of a column's texts in its dictionary; null if the column has none in this batch. */
    private final @Nullable WritableColumnVector[] dictionaries =
            new @Nullable WritableColumnVector[FactColumn.all().size()];

    private int row;

    /**
     * Of batches that have some columns.
     *
     * @param columns those of a batch, in its order; others may follow
     */
    BatchSource(List<FactColumn> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Goes on to a batch. Numbers of the batch before stand for nothing any more: a file has a dictionary a row group. */
    void batch(ColumnarBatch batch) {
        for (int i = 0; i < columns.size(); i++) {
            ColumnVector vector = batch.column(i);
            int place = columns.get(i).place();
            vectors[place] = vector;
            // The dictionary is of Spark's inner classes: without it, texts are looked up by their bytes.
            dictionaries[place] = vector instanceof WritableColumnVector writable && writable.hasDictionary()
                    ? writable.getDictionaryIds()
                    : null;
        }
    }

    /** Goes to a row of the batch, from 0. */
    BatchSource at(int next) {
        row = next;
        return this;
    }

    /** The numbers of a column's texts in all rows of the batch; {@link #NONE} where there is none. */
    void codes(FactColumn column, int size, int[] into) {
        ColumnVector vector = vectors[column.place()];
        WritableColumnVector dictionary = dictionaries[column.place()];
        if (vector == null) {
            Arrays.fill(into, 0, size, NONE);
        } else if (dictionary == null) {
            for (int i = 0; i < size; i++) {
                into[i] = vector.isNullAt(i) ? NONE : UNCODED;
            }
        } else if (vector.hasNull()) {
            for (int i = 0; i < size; i++) {
                into[i] = vector.isNullAt(i) ? NONE : dictionary.getDictId(i);
            }
        } else {
            for (int i = 0; i < size; i++) {
                into[i] = dictionary.getDictId(i);
            }
        }
    }

    private ColumnVector vector(FactColumn column) {
        return Objects.requireNonNull(vectors[column.place()], column::title);
    }

    @Override
    public boolean has(FactColumn column) {
        ColumnVector vector = vectors[column.place()];
        return vector != null && !vector.isNullAt(row);
    }

    @Override
    public UTF8String text(FactColumn column) {
        return vector(column).getUTF8String(row);
    }

    @Override
    public int code(FactColumn column) {
        WritableColumnVector dictionary = dictionaries[column.place()];
        return dictionary == null ? UNCODED : dictionary.getDictId(row);
    }

    @Override
    public long micros(FactColumn column) {
        return vector(column).getLong(row);
    }

    @Override
    public int number(FactColumn column) {
        return vector(column).getInt(row);
    }

    @Override
    public boolean flag(FactColumn column) {
        return vector(column).getBoolean(row);
    }
}
