package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problems;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * The binary form of snapshots: the mark {@code HTLG} and a version byte; then numbers of 7 bits a byte, the low ones first,
 * with differences where numbers are sorted, and texts as their length and UTF-8; then a CRC-32 of all before.
 */
final class SnapshotBinary {

    private static final byte[] MARK = {'H', 'T', 'L', 'G', 1};
    private static final int CHECK_BYTES = 4;
    private static final int MAX_TEXT = 1 << 20;

    private SnapshotBinary() {}

    static void write(LedgerSnapshot snapshot, OutputStream out) throws IOException {
        Writer writer = new Writer();
        writer.bytes(MARK);
        List<String> definition = snapshot.spec().definition();
        writer.number(definition.size());
        definition.forEach(writer::text);
        writer.number(snapshot.size());
        Map<String, Integer> texts = texts(snapshot);
        writer.number(texts.size());
        texts.keySet().forEach(writer::text);
        for (int b = 0; b < snapshot.layout().bases().size(); b++) {
            writer.number(snapshot.classes(b).size());
            snapshot.classes(b).forEach(c -> writer.bytes(c.of()));
            for (int g = 0; g < snapshot.spec().groupings().size(); g++) {
                LedgerSnapshot.Part part = snapshot.part(g, b);
                writer.number(part.keys().size());
                for (int i = 0; i < part.keys().size(); i++) {
                    part.keys().get(i).forEach(k -> writer.number(texts.getOrDefault(k, 0)));
                    writer.cell(part.cells().get(i));
                }
            }
        }
        byte[] bytes = writer.out.toByteArray();
        CRC32 check = new CRC32();
        check.update(bytes);
        out.write(bytes);
        out.write(
                ByteBuffer.allocate(CHECK_BYTES).putInt((int) check.getValue()).array());
    }

    /** Every key once, sorted, by number. */
    private static Map<String, Integer> texts(LedgerSnapshot snapshot) {
        NavigableSet<String> sorted = new TreeSet<>();
        for (int b = 0; b < snapshot.layout().bases().size(); b++) {
            for (int g = 0; g < snapshot.spec().groupings().size(); g++) {
                snapshot.part(g, b).keys().forEach(sorted::addAll);
            }
        }
        Map<String, Integer> texts = new LinkedHashMap<>();
        sorted.forEach(t -> texts.put(t, texts.size()));
        return texts;
    }

    private static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        void bytes(byte[] bytes) {
            out.writeBytes(bytes);
        }

        void number(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                out.write((int) ((rest & 0x7F) | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }

        void text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            number(bytes.length);
            bytes(bytes);
        }

        void hash(long high, long low) {
            bytes(ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array());
        }

        void cell(Cell cell) {
            pairs(cell.classes());
            hash(cell.high(), cell.low());
            for (int t = 0; t < cell.times().length; t++) {
                number(cell.binned()[t] ? 1 : 0);
                pairs(cell.times()[t]);
                number(cell.sums()[t]);
            }
            number(cell.examples().size());
            for (Examples.Example example : cell.examples()) {
                hash(example.high(), example.low());
                text(example.number());
            }
        }

        /** The values are sorted: their differences are small. */
        void pairs(int[] pairs) {
            number(pairs.length / 2);
            int before = 0;
            for (int i = 0; i < pairs.length; i += 2) {
                number(pairs[i] - before);
                number(pairs[i + 1]);
                before = pairs[i];
            }
        }
    }

    static LedgerSnapshot read(InputStream in, String source, LedgerSpec spec) throws IOException {
        byte[] bytes = in.readAllBytes();
        Problems problems = Problems.of(source);
        Optional<LedgerSnapshot> read;
        try {
            read = new Reader(bytes, problems).read(spec);
            read.ifPresent(snapshot -> {
                int difference = Arrays.mismatch(snapshot.bytes(), bytes);
                if (difference >= 0) {
                    throw new MalformedException(difference, "NOT_CANONICAL", "the one form of these counts");
                }
            });
        } catch (MalformedException e) {
            problems.add(e.place, e.code, "", String.valueOf(e.getMessage()));
            read = Optional.empty();
        }
        problems.throwIfAny();
        return read.orElseThrow();
    }

    /** Nothing after it can be read. */
    private static final class MalformedException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Place place;
        private final String code;

        MalformedException(int at, String code, String expected) {
            super(expected);
            this.place = new Place.Offset(at);
            this.code = code;
        }
    }

    private static final class Reader {
        private final ByteBuffer bytes;
        private final Problems problems;

        Reader(byte[] bytes, Problems problems) {
            this.bytes = ByteBuffer.wrap(bytes);
            this.problems = problems;
        }

        Optional<LedgerSnapshot> read(LedgerSpec spec) {
            check();
            List<String> definition = new ArrayList<>();
            int place = bytes.position();
            int lines = count("lines of the definition", 1);
            for (int i = 0; i < lines; i++) {
                definition.add(text());
            }
            Optional<String> difference = spec.difference(definition);
            if (difference.isPresent()) {
                throw new MalformedException(
                        place, "DEFINITION_DIFFERS", "the definition at hand, but " + difference.get());
            }
            int sizeAt = bytes.position();
            long size = number(Ledger.MAX_CASES);
            List<String> texts = new ArrayList<>();
            int keys = count("keys", 1);
            for (int i = 0; i < keys; i++) {
                texts.add(text());
            }
            SnapshotAssembly assembly = new SnapshotAssembly(spec, problems);
            for (int b = 0; b < assembly.layout().bases().size(); b++) {
                readClasses(b, assembly);
                for (int g = 0; g < spec.groupings().size(); g++) {
                    readCells(g, b, texts, assembly);
                }
            }
            if (bytes.hasRemaining()) {
                throw new MalformedException(bytes.position(), "TRAILING_BYTES", "the end of the snapshot");
            }
            return assembly.finish(size, new Place.Offset(sizeAt));
        }

        private void check() {
            int end = bytes.limit() - CHECK_BYTES;
            if (end < MARK.length || !Arrays.equals(MARK, Arrays.copyOf(bytes.array(), MARK.length))) {
                throw new MalformedException(0, "UNSUPPORTED_FORMAT", "a ledger snapshot of version " + MARK[4]);
            }
            CRC32 check = new CRC32();
            check.update(bytes.array(), 0, end);
            if (bytes.getInt(end) != (int) check.getValue()) {
                throw new MalformedException(end, "DAMAGED", "the check sum of the bytes before");
            }
            bytes.position(MARK.length).limit(end);
        }

        private void readClasses(int b, SnapshotAssembly assembly) {
            int verdicts = assembly.layout().metrics(b).size();
            int classes = count("classes", verdicts);
            for (int i = 0; i < classes; i++) {
                int at = bytes.position();
                int[] of = new int[verdicts];
                for (int v = 0; v < verdicts; v++) {
                    need(1);
                    of[v] = bytes.get();
                }
                assembly.addClass(b, of, new Place.Offset(at));
            }
        }

        private void readCells(int g, int b, List<String> texts, SnapshotAssembly assembly) {
            int parts = assembly.layout().spec().groupings().get(g).dimensions().size();
            int sides = 2 * assembly.layout().measures(b).size();
            int cells = count("cells", 2 * Long.BYTES);
            for (int i = 0; i < cells; i++) {
                int at = bytes.position();
                List<String> key = new ArrayList<>();
                for (int p = 0; p < parts; p++) {
                    int number = (int) number(Integer.MAX_VALUE);
                    if (number >= texts.size()) {
                        throw new MalformedException(at, "BAD_KEY", "one of " + texts.size() + " keys");
                    }
                    key.add(texts.get(number));
                }
                assembly.addCell(g, b, key, cell(sides), new Place.Offset(at));
            }
        }

        private Cell cell(int sides) {
            int[] classes = pairs();
            need(2 * Long.BYTES);
            long high = bytes.getLong();
            long low = bytes.getLong();
            long[] sums = new long[sides];
            int[][] times = new int[sides][];
            boolean[] binned = new boolean[sides];
            for (int t = 0; t < sides; t++) {
                binned[t] = number(1) == 1;
                times[t] = pairs();
                sums[t] = number(Long.MAX_VALUE);
            }
            List<Examples.Example> examples = new ArrayList<>();
            int n = count("examples", 2 * Long.BYTES);
            for (int i = 0; i < n; i++) {
                need(2 * Long.BYTES);
                examples.add(new Examples.Example(bytes.getLong(), bytes.getLong(), text()));
            }
            return new Cell(classes, high, low, sums, times, binned, List.copyOf(examples));
        }

        private int[] pairs() {
            int n = count("counts", 2);
            int[] pairs = new int[2 * n];
            int value = 0;
            for (int i = 0; i < n; i++) {
                value = (int) Math.min(Integer.MAX_VALUE, value + number(Integer.MAX_VALUE));
                pairs[2 * i] = value;
                pairs[2 * i + 1] = (int) number(Ledger.MAX_CASES);
            }
            return pairs;
        }

        private long number(long most) {
            int at = bytes.position();
            long value = 0;
            for (int shift = 0; shift < Long.SIZE; shift += 7) {
                need(1);
                byte next = bytes.get();
                value |= (long) (next & 0x7F) << shift;
                if (next >= 0) {
                    if (value < 0 || value > most) {
                        throw new MalformedException(at, "OUT_OF_RANGE", "a number from 0 to " + most);
                    }
                    return value;
                }
            }
            throw new MalformedException(at, "OUT_OF_RANGE", "a number of at most 9 bytes");
        }

        /** A number of things that take bytes each, so that a wrong one does not ask for more memory than there are bytes. */
        private int count(String what, int bytesEach) {
            int at = bytes.position();
            long count = number(Integer.MAX_VALUE);
            if (count * Math.max(1, bytesEach) > bytes.remaining()) {
                throw new MalformedException(at, "OUT_OF_RANGE", what + " that the bytes left can hold");
            }
            return (int) count;
        }

        private String text() {
            int at = bytes.position();
            int length = (int) number(MAX_TEXT);
            need(length);
            ByteBuffer slice = bytes.slice(bytes.position(), length);
            bytes.position(bytes.position() + length);
            try {
                CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(slice);
                return text.toString();
            } catch (CharacterCodingException e) {
                throw new MalformedException(at, "BAD_UTF8", "a text in UTF-8");
            }
        }

        private void need(int count) {
            if (bytes.remaining() < count) {
                throw new MalformedException(bytes.position(), "TRUNCATED", count + " more bytes");
            }
        }
    }
}
