package io.github.hotlinekit.examples.spark;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Rows as Spark passes them one by one. */
final class RowSource implements FactSource {

    private static final int NOWHERE = -1;

    private final int[] places = new int[FactColumn.all().size()];
    private InternalRow row = new GenericInternalRow(0);

    /**
     * Of rows that have some columns.
     *
     * @param columns those of a row, in its order
     */
    RowSource(List<FactColumn> columns) {
        Arrays.fill(places, NOWHERE);
        for (int i = 0; i < columns.size(); i++) {
            places[columns.get(i).place()] = i;
        }
    }

    RowSource at(InternalRow next) {
        row = next;
        return this;
    }

    @Override
    public boolean has(FactColumn column) {
        int place = places[column.place()];
        return place != NOWHERE && !row.isNullAt(place);
    }

    @Override
    public UTF8String text(FactColumn column) {
        return row.getUTF8String(places[column.place()]);
    }

    @Override
    public int code(FactColumn column) {
        return -1;
    }

    @Override
    public long micros(FactColumn column) {
        return row.getLong(places[column.place()]);
    }

    @Override
    public int number(FactColumn column) {
        return row.getInt(places[column.place()]);
    }

    @Override
    public boolean flag(FactColumn column) {
        return row.getBoolean(places[column.place()]);
    }
}
