package io.github.hotlinekit.stats.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger has counted, unchanging. Two snapshots are equal just if they are of one definition and counted the same
 * in every cell.
 *
 * <p>Cells are read by the groupings of the specification, or by coarser ones that those roll up to: a dimension left out,
 * days as months, categories and areas cut short. What is rolled up is added when it is read, and equals what counting by
 * the coarser grouping would have given.
 */
public final class LedgerSnapshot {

    private final LedgerSpec spec;
    private final Layout layout;
    private final long size;
    private final List<List<ClassTable.Verdicts>> classes;
    private final Part[][] parts;

    /** The cells of one grouping and one time basis, sorted by key. */
    record Part(List<List<String>> keys, List<Cell> cells) {}

    LedgerSnapshot(Layout layout, long size, List<List<ClassTable.Verdicts>> classes, Part[][] parts) {
        this.layout = layout;
        this.spec = layout.spec();
        this.size = size;
        this.classes = List.copyOf(classes);
        this.parts = parts;
    }

    /**
     * What was counted, and by what.
     *
     * @return the specification
     */
    public LedgerSpec spec() {
        return spec;
    }

    /**
     * How many cases were counted.
     *
     * @return 0 or more
     */
    public long size() {
        return size;
    }

    /**
     * Writes it as JSON ({@code hotline-ledger-snapshot/1}): equal snapshots give equal texts.
     *
     * @return the text; one of more than 16,777,216 characters, as of about a hundred thousand cells, is for others to
     *     read: {@link #readJson} refuses it, and {@link #bytes} has no such limit
     */
    public String json() {
        return SnapshotJson.write(this);
    }

    /**
     * Reads what {@link #json} wrote.
     *
     * @param in the text, of at most 16,777,216 characters; not closed
     * @param source the document's name, for problems
     * @param spec the specification it must have been made by
     * @return the snapshot
     * @throws IOException if {@code in} throws it
     * @throws io.github.hotlinekit.core.document.InvalidDocumentException with all problems found, if it is no snapshot,
     *     was made by another definition (the first difference is named) or is inconsistent
     */
    public static LedgerSnapshot readJson(Reader in, String source, LedgerSpec spec) throws IOException {
        return SnapshotJson.read(in, source, spec);
    }

    /**
     * Writes it in the compact binary form, version 1: equal snapshots give equal bytes.
     *
     * @param out takes the bytes; not closed
     * @throws IOException if {@code out} throws it
     */
    public void writeBinary(OutputStream out) throws IOException {
        SnapshotBinary.write(this, out);
    }

    /**
     * Its compact binary form.
     *
     * @return the bytes
     */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writeBinary(out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toByteArray();
    }

    /**
     * Reads what {@link #writeBinary} wrote, to the end of the stream.
     *
     * @param in the bytes; not closed
     * @param source the document's name, for problems
     * @param spec the specification it must have been made by
     * @return the snapshot
     * @throws IOException if {@code in} throws it
     * @throws io.github.hotlinekit.core.document.InvalidDocumentException if it is no snapshot, is damaged, was made by
     *     another definition (the first difference is named) or is inconsistent
     */
    public static LedgerSnapshot readBinary(InputStream in, String source, LedgerSpec spec) throws IOException {
        return SnapshotBinary.read(in, source, spec);
    }

    Layout layout() {
        return layout;
    }

    List<ClassTable.Verdicts> classes(int basis) {
        return classes.get(basis);
    }

    Part part(int grouping, int basis) {
        return parts[grouping][basis];
    }

    /**
     * The cells of a grouping.
     *
     * @param grouping one of the specification's, or one that one of them rolls up to
     * @return the rows that have cases, in the order of their keys
     * @throws IllegalArgumentException if no grouping of the ledger is it or rolls up to it
     */
    public List<LedgerRow> rows(Grouping grouping) {
        return rows(grouping, Optional.empty());
    }

    /**
     * The cells of a grouping, of cases whose instants are in a window: for each figure the instant that its time basis
     * names.
     *
     * @param grouping as for {@link #rows(Grouping)}
     * @param window the days
     * @return the rows that have cases, in the order of their keys
     * @throws IllegalArgumentException if no grouping of the ledger has days and rolls up to it
     */
    public List<LedgerRow> rows(Grouping grouping, Window window) {
        return rows(grouping, Optional.of(window));
    }

    /**
     * One cell.
     *
     * @param grouping as for {@link #rows(Grouping)}
     * @param key a key for each of its dimensions
     * @return the row; one that has counted nothing if there are no such cases
     * @throws IllegalArgumentException if no grouping of the ledger is it or rolls up to it, or the key is of another
     *     length
     */
    public LedgerRow row(Grouping grouping, List<String> key) {
        return row(grouping, key, rows(grouping));
    }

    /**
     * One cell, of cases whose instants are in a window.
     *
     * @param grouping as for {@link #rows(Grouping, Window)}
     * @param key a key for each of its dimensions
     * @param window the days
     * @return the row; one that has counted nothing if there are no such cases
     * @throws IllegalArgumentException if no grouping of the ledger has days and rolls up to it, or the key is of another
     *     length
     */
    public LedgerRow row(Grouping grouping, List<String> key, Window window) {
        return row(grouping, key, rows(grouping, window));
    }

    private LedgerRow row(Grouping grouping, List<String> key, List<LedgerRow> rows) {
        if (key.size() != grouping.dimensions().size()) {
            throw new IllegalArgumentException(
                    "key must have " + grouping.dimensions().size() + " parts, but was " + key);
        }
        return rows.stream()
                .filter(r -> r.key().equals(key))
                .findFirst()
                .orElseGet(() -> new LedgerRow(
                        layout, classes, key, new @Nullable Cell[layout.bases().size()]));
    }

    /**
     * Where a figure comes from.
     *
     * @param figure the id of the metric, of the measure, whose ended times are then the numerator and whose running ones
     *     are the rest of the denominator, or of {@linkplain
     *     io.github.hotlinekit.stats.metric.Metric#leftOut cases left out} of a metric
     * @param grouping the grouping it was read by
     * @param key its cell
     * @return the trace
     * @throws IllegalArgumentException if there is none of these, or the key is of another length
     */
    public Trace trace(String figure, Grouping grouping, List<String> key) {
        return new Trace(layout.traced(figure), grouping, key, Optional.empty(), Optional.empty());
    }

    /**
     * Where a figure of a window comes from.
     *
     * @param figure the id of the metric, the measure, or cases left out
     * @param grouping the grouping it was read by
     * @param key its cell
     * @param window the days
     * @return the trace
     * @throws IllegalArgumentException if there is none of these, the key is of another length, or no grouping of the
     *     ledger has days and rolls up to the grouping
     */
    public Trace trace(String figure, Grouping grouping, List<String> key, Window window) {
        Derivation derivation = derivation(grouping, true);
        Dimension days = spec.groupings().get(derivation.from()).dimensions().stream()
                .filter(Dimension::isDays)
                .findFirst()
                .orElseThrow();
        return new Trace(layout.traced(figure), grouping, key, Optional.of(window), Optional.of(days));
    }

    private List<LedgerRow> rows(Grouping grouping, Optional<Window> window) {
        Derivation derivation = derivation(grouping, window.isPresent());
        int bases = layout.bases().size();
        Map<List<String>, @Nullable CellSum[]> sums = new TreeMap<>(LedgerSnapshot::compareKeys);
        for (int b = 0; b < bases; b++) {
            Part part = parts[derivation.from()][b];
            Table.Form form = new Table.Form(layout.measures(b).size(), spec.exactUpTo(), b == 0 ? spec.examples() : 0);
            int[] places = IntStream.range(0, classes.get(b).size()).toArray();
            for (int i = 0; i < part.keys().size(); i++) {
                List<String> fine = part.keys().get(i);
                if (window.isPresent() && !window.get().contains(LocalDate.parse(fine.get(derivation.days())))) {
                    continue;
                }
                @Nullable
                CellSum[] sum = sums.computeIfAbsent(derivation.coarse(fine), k -> new @Nullable CellSum[bases]);
                CellSum there = sum[b];
                if (there == null) {
                    sum[b] = new CellSum(form, places, part.cells().get(i));
                } else {
                    there.add(part.cells().get(i));
                }
            }
        }
        List<LedgerRow> rows = new ArrayList<>();
        sums.forEach((key, sum) -> {
            @Nullable Cell[] cells = new @Nullable Cell[bases];
            for (int b = 0; b < bases; b++) {
                CellSum there = sum[b];
                cells[b] = there == null ? null : there.cell();
            }
            rows.add(new LedgerRow(layout, classes, key, cells));
        });
        return rows;
    }

    /** How a grouping is read off one of the specification's. */
    private record Derivation(
            int from, int days, List<Integer> places, List<UnaryOperator<String>> ways, boolean isIdentity) {
        List<String> coarse(List<String> fine) {
            if (isIdentity) {
                return fine;
            }
            String[] coarse = new String[places.size()];
            for (int i = 0; i < coarse.length; i++) {
                coarse[i] = ways.get(i).apply(fine.get(places.get(i)));
            }
            return List.of(coarse);
        }
    }

    /** From the grouping of the fewest cells. */
    private Derivation derivation(Grouping grouping, boolean windowed) {
        Derivation best = null;
        int cells = Integer.MAX_VALUE;
        for (int g = 0; g < parts.length; g++) {
            Optional<Derivation> derivation = derivation(g, grouping, windowed);
            int size = Arrays.stream(parts[g]).mapToInt(p -> p.keys().size()).sum();
            if (derivation.isPresent() && (size < cells || derivation.get().isIdentity())) {
                best = derivation.get();
                cells = derivation.get().isIdentity() ? -1 : size;
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("grouping must be one of " + spec.groupings()
                    + " or one that one of them rolls up to" + (windowed ? ", with days to cut," : "") + " but was "
                    + grouping);
        }
        return best;
    }

    private Optional<Derivation> derivation(int from, Grouping to, boolean windowed) {
        List<Dimension> fine = spec.groupings().get(from).dimensions();
        List<Integer> places = new ArrayList<>();
        List<UnaryOperator<String>> ways = new ArrayList<>();
        for (Dimension wanted : to.dimensions()) {
            for (int i = 0; i < fine.size(); i++) {
                Optional<UnaryOperator<String>> way = fine.get(i).rollUpTo(wanted);
                if (way.isPresent()) {
                    places.add(i);
                    ways.add(way.get());
                    break;
                }
            }
        }
        int days = 0;
        while (days < fine.size() && !fine.get(days).isDays()) {
            days++;
        }
        boolean dropsMultiple = false;
        for (int i = 0; i < fine.size(); i++) {
            dropsMultiple |= fine.get(i).isMultiple() && !places.contains(i);
        }
        if (places.size() < to.dimensions().size() || dropsMultiple || (windowed && days == fine.size())) {
            return Optional.empty();
        }
        boolean identity = fine.equals(to.dimensions());
        return Optional.of(new Derivation(from, days, places, ways, identity));
    }

    static int compareKeys(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LedgerSnapshot that
                && size == that.size
                && spec.definition().equals(that.spec.definition())
                && classes.equals(that.classes)
                && Arrays.deepEquals(parts, that.parts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(size, classes, Arrays.deepHashCode(parts));
    }

    @Override
    public String toString() {
        return "LedgerSnapshot of " + size + " cases by " + spec.groupings();
    }
}
