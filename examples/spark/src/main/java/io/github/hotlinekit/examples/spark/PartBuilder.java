package io.github.hotlinekit.examples.spark;

import io.github.hotlinekit.stats.ledger.Ledger;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.FactCheck;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Counts the rows of one partition into one ledger. */
final class PartBuilder {

    /**
     * Where what stands in a row of Parquet, or in a batch of rows.
     *
     * @param columns its first columns
     * @param file the place of the file's path
     * @param start the place of the first byte of the file's block
     */
    record Shape(List<FactColumn> columns, int file, int start) implements Serializable {}

    // A line of NDJSON, its file and the first byte of the file's block.
    private static final int LINE = 0;
    private static final int LINE_FILE = 1;
    private static final int LINE_START = 2;

    private final Ledger ledger;
    private final @Nullable FactCheck check;
    private final PartQuality quality = new PartQuality();
    private final List<Part.Block> blocks = new ArrayList<>();

    // The block at hand.
    private @Nullable UTF8String file;
    private long start;
    private long rows;
    private long blank;
    private long bad;
    private List<BadRow> told = new ArrayList<>();

    PartBuilder(Ledger ledger, Optional<FactCheck> check) {
        this.ledger = ledger;
        this.check = check.orElse(null);
    }

    /** Counts batches of rows of Parquet. */
    Part batches(Iterator<ColumnarBatch> partition, Shape shape) {
        FactReader reader = new FactReader(shape.columns());
        BatchSource source = new BatchSource(shape.columns());
        while (partition.hasNext()) {
            ColumnarBatch batch = partition.next();
            int size = batch.numRows();
            if (size > 0) {
                // A batch is of one block.
                goTo(
                        batch.column(shape.file()).getUTF8String(0),
                        batch.column(shape.start()).getLong(0));
                source.batch(batch);
                reader.batch(source, size);
            }
            for (int row = 0; row < size; row++) {
                rows++;
                try {
                    count(reader.read(source, row));
                } catch (BadRowException e) {
                    isBad(e);
                }
            }
        }
        return part();
    }

    /** Counts rows of Parquet one by one. */
    Part rows(Iterator<InternalRow> partition, Shape shape) {
        FactReader reader = new FactReader(shape.columns());
        RowSource source = new RowSource(shape.columns());
        while (partition.hasNext()) {
            InternalRow row = partition.next();
            goTo(row.getUTF8String(shape.file()), row.getLong(shape.start()));
            rows++;
            try {
                count(reader.read(source.at(row)));
            } catch (BadRowException e) {
                isBad(e);
            }
        }
        return part();
    }

    /** Counts lines of NDJSON. */
    Part lines(Iterator<InternalRow> partition) {
        FactReader reader = new FactReader();
        while (partition.hasNext()) {
            InternalRow row = partition.next();
            goTo(row.getUTF8String(LINE_FILE), row.getLong(LINE_START));
            rows++;
            byte[] line = row.getUTF8String(LINE).getBytes();
            if (isBlank(line)) {
                blank++;
                continue;
            }
            try {
                count(reader.read(reader.parse(line)));
            } catch (BadRowException e) {
                isBad(e);
            }
        }
        return part();
    }

    private void count(CaseFact fact) {
        ledger.add(fact);
        if (check != null) {
            quality.add(fact, check.faults(fact));
        }
    }

    private void goTo(UTF8String path, long from) {
        if (from != start || !path.equals(file)) {
            end();
            file = path.clone();
            start = from;
        }
    }

    private void isBad(BadRowException why) {
        bad++;
        if (told.size() < Part.TOLD) {
            told.add(new BadRow("", rows, why.reason()));
        }
    }

    private Part part() {
        end();
        return new Part(ledger.snapshot().bytes(), check == null ? Optional.empty() : Optional.of(quality), blocks);
    }

    static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    private void end() {
        UTF8String path = file;
        if (path != null) {
            blocks.add(new Part.Block(path.toString(), start, rows, blank, bad, List.copyOf(told)));
        }
        rows = 0;
        blank = 0;
        bad = 0;
        told = new ArrayList<>();
    }
}
