package io.github.hotlinekit.examples.spark;

import io.github.hotlinekit.stats.ledger.Ledger;
import io.github.hotlinekit.stats.ledger.LedgerSnapshot;
import io.github.hotlinekit.stats.ledger.LedgerSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the tasks of a batch found: a ledger, what cannot be so of its facts, and the bad rows, by block of a file. It travels as bytes, so that it does not
 * matter which serializer Spark is set to.
 *
 * @param ledger a snapshot's bytes
 * @param quality of the facts in the ledger; empty if they are not checked
 * @param blocks in any order
 */
@SuppressWarnings("ArrayRecordComponent") // Parts are not compared.
record Part(byte[] ledger, Optional<PartQuality> quality, List<Block> blocks) {

    /** How many bad rows are told of, a block and in all; every one is counted. */
    static final int TOLD = 100;

    /**
     * The rows of a file from a byte on. A file that is read in several blocks has the numbers of its lines only once all
     * of them are read.
     *
     * @param rows how many rows it has, blank lines with them
     * @param blank how many of them are blank
     * @param bad how many are no facts
     * @param told the first of those, the line counted within the block, from 1
     */
    record Block(String file, long start, long rows, long blank, long bad, List<BadRow> told) {}

    /** The parts of both. */
    static byte[] merge(byte[] one, byte[] other, String specClass) {
        LedgerSpec spec = LedgerSpecFactory.named(specClass);
        Part first = from(one);
        Part second = from(other);
        List<Block> blocks = new ArrayList<>(first.blocks);
        blocks.addAll(second.blocks);
        byte[] sum = Ledger.from(snapshot(first.ledger, spec))
                .merge(snapshot(second.ledger, spec))
                .snapshot()
                .bytes();
        Optional<PartQuality> quality =
                first.quality.flatMap(ours -> second.quality.map(theirs -> ours.addAll(theirs)));
        return new Part(sum, quality, blocks).bytes();
    }

    static LedgerSnapshot snapshot(byte[] bytes, LedgerSpec spec) {
        try {
            return LedgerSnapshot.readBinary(new ByteArrayInputStream(bytes), "ledger of a partition", spec);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            bytes(ledger, out);
            out.writeBoolean(quality.isPresent());
            if (quality.isPresent()) {
                quality.get().write(out);
            }
            out.writeInt(blocks.size());
            for (Block block : blocks) {
                text(block.file, out);
                out.writeLong(block.start);
                out.writeLong(block.rows);
                out.writeLong(block.blank);
                out.writeLong(block.bad);
                out.writeInt(block.told.size());
                for (BadRow row : block.told) {
                    out.writeLong(row.line());
                    text(row.reason(), out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    static Part from(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte[] ledger = bytes(in);
            Optional<PartQuality> quality = in.readBoolean() ? Optional.of(PartQuality.read(in)) : Optional.empty();
            int size = in.readInt();
            List<Block> blocks = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                String file = text(in);
                long start = in.readLong();
                long rows = in.readLong();
                long blank = in.readLong();
                long bad = in.readLong();
                int told = in.readInt();
                List<BadRow> faults = new ArrayList<>();
                for (int j = 0; j < told; j++) {
                    faults.add(new BadRow(file, in.readLong(), text(in)));
                }
                blocks.add(new Block(file, start, rows, blank, bad, faults));
            }
            return new Part(ledger, quality, blocks);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    static void bytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }

    static void text(String text, DataOutputStream out) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8), out);
    }

    static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    /** The first bad rows by file and line, with the lines counted in the file. */
    List<BadRow> told() {
        List<Block> sorted = new ArrayList<>(blocks);
        sorted.sort(Comparator.comparing(Block::file).thenComparingLong(Block::start));
        List<BadRow> told = new ArrayList<>();
        String file = "";
        long before = 0;
        for (Block block : sorted) {
            before = block.file.equals(file) ? before : 0;
            file = block.file;
            for (BadRow row : block.told) {
                if (told.size() < TOLD) {
                    told.add(new BadRow(file, before + row.line(), row.reason()));
                }
            }
            before += block.rows;
        }
        return told;
    }

    long rows() {
        return blocks.stream().mapToLong(b -> b.rows - b.blank).sum();
    }

    long bad() {
        return blocks.stream().mapToLong(Block::bad).sum();
    }
}
