package io.github.hotlinekit.examples.spark;

import io.github.hotlinekit.stats.ledger.Ledger;
import io.github.hotlinekit.stats.ledger.LedgerSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * What a batch changes. As bytes it travels whatever the serializer.
 *
 * @param added a snapshot's bytes: the new facts, counted on the executors
 * @param quality what cannot be so of the facts that were read, those that were not or are no longer the latest with them
 * @param replaced the lines of the facts they take the place of, which are subtracted on the driver
 * @param rows how many rows there were
 * @param bad those that are no facts
 */
@SuppressWarnings("ArrayRecordComponent") // Parts are not compared.
record LiveBatch(byte[] added, PartQuality quality, List<String> replaced, long rows, List<BadRow> bad) {

    /** Of the changes of a partition. */
    static LiveBatch of(Iterator<Row> changes, String specClass) throws BadRowException {
        Ledger added = Ledger.of(LedgerSpecFactory.named(specClass));
        FactReader reader = new FactReader();
        PartQuality quality = new PartQuality();
        List<String> replaced = new ArrayList<>();
        List<BadRow> bad = new ArrayList<>();
        long rows = 0;
        while (changes.hasNext()) {
            Row change = changes.next();
            rows += change.getLong(LiveRows.ROWS);
            if (!change.isNullAt(LiveRows.BAD_REASON)) {
                bad.add(new BadRow(
                        change.getString(LiveRows.BAD_FILE),
                        change.getLong(LiveRows.BAD_LINE),
                        change.getString(LiveRows.BAD_REASON)));
            } else if (!change.isNullAt(LiveRows.FAULTS)) {
                quality.add(
                        reader.read(reader.parse(utf8(change.getString(LiveRows.FAULTY)))),
                        LiveRows.faults(change.getString(LiveRows.FAULTS)));
            } else {
                quality.addSound(change.getLong(LiveRows.ROWS));
            }
            if (!change.isNullAt(LiveRows.AFTER)) {
                added.add(reader.read(reader.parse(utf8(change.getString(LiveRows.AFTER)))));
            }
            if (!change.isNullAt(LiveRows.BEFORE)) {
                replaced.add(change.getString(LiveRows.BEFORE));
            }
        }
        return new LiveBatch(added.snapshot().bytes(), quality, replaced, rows, bad);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] merge(byte[] one, byte[] other, String specClass) {
        LedgerSpec spec = LedgerSpecFactory.named(specClass);
        LiveBatch first = from(one);
        LiveBatch second = from(other);
        first.replaced.addAll(second.replaced);
        first.bad.addAll(second.bad);
        byte[] sum = Ledger.from(Part.snapshot(first.added, spec))
                .merge(Part.snapshot(second.added, spec))
                .snapshot()
                .bytes();
        return new LiveBatch(
                        sum, first.quality.addAll(second.quality), first.replaced, first.rows + second.rows, first.bad)
                .bytes();
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Part.bytes(added, out);
            quality.write(out);
            out.writeLong(rows);
            out.writeInt(replaced.size());
            for (String line : replaced) {
                Part.text(line, out);
            }
            out.writeInt(bad.size());
            for (BadRow row : bad) {
                Part.text(row.file(), out);
                out.writeLong(row.line());
                Part.text(row.reason(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    static LiveBatch from(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte[] added = Part.bytes(in);
            PartQuality quality = PartQuality.read(in);
            long rows = in.readLong();
            List<String> replaced = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                replaced.add(Part.text(in));
            }
            List<BadRow> bad = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                bad.add(new BadRow(Part.text(in), in.readLong(), Part.text(in)));
            }
            return new LiveBatch(added, quality, replaced, rows, bad);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }
}
