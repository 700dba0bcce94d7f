package io.github.hotlinekit.examples.spark;

import io.github.hotlinekit.stats.ledger.Ledger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Counts the rows of one partition into one ledger. */
final class PartBuilder {

    /** Where the row of a partition says what and where it is. */
    enum Form {
        /** The columns of a fact, then file and block. */
        PARQUET(FactColumn.all().size()),
        /** A line, then file and block. */
        NDJSON(1);

        private final int file;

        Form(int file) {
            this.file = file;
        }
    }

    private final Form form;
    private final Ledger ledger;
    private final FactReader reader = new FactReader();
    private final List<Part.Block> blocks = new ArrayList<>();

    // The block at hand.
    private @Nullable UTF8String file;
    private long start;
    private long rows;
    private long blank;
    private long bad;
    private List<BadRow> told = new ArrayList<>();

    PartBuilder(Form form, Ledger ledger) {
        this.form = form;
        this.ledger = ledger;
    }

    Part count(Iterator<InternalRow> partition) {
        while (partition.hasNext()) {
            InternalRow row = partition.next();
            UTF8String path = row.getUTF8String(form.file);
            long from = row.getLong(form.file + 1);
            if (from != start || !path.equals(file)) {
                end();
                file = path.clone();
                start = from;
            }
            rows++;
            try {
                count(row);
            } catch (BadRowException e) {
                bad++;
                if (told.size() < Part.TOLD) {
                    told.add(new BadRow("", rows, e.reason()));
                }
            }
        }
        end();
        return new Part(ledger.snapshot().bytes(), blocks);
    }

    private void count(InternalRow row) throws BadRowException {
        if (form == Form.PARQUET) {
            ledger.add(reader.read(row));
            return;
        }
        byte[] line = row.getUTF8String(0).getBytes();
        if (isBlank(line)) {
            blank++;
        } else {
            ledger.add(reader.read(reader.parse(line)));
        }
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
