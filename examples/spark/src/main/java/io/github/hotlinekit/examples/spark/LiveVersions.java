package io.github.hotlinekit.examples.spark;

import io.github.hotlinekit.stats.ledger.Ledger;
import io.github.hotlinekit.stats.ledger.LedgerSnapshot;
import io.github.hotlinekit.stats.ledger.LedgerSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The versions of a live ledger, one a batch, each in one file that is there whole or not at all. A version is made from
 * the one before it and the batch only, and never from itself; so a batch that Spark runs again, because the process died
 * before Spark's own commit, gives the same file again, and nothing is counted twice.
 */
final class LiveVersions {

    /** How many are kept. Spark runs at most the last batch again, and needs the one before it. */
    private static final int KEPT = 10;

    private static final String PREFIX = "version-";

    private final LedgerFolder folder;
    private final LedgerSpec spec;

    LiveVersions(LedgerFolder folder, LedgerSpec spec) {
        if (!spec.isInvertible()) {
            throw new IllegalArgumentException(
                    "spec must be invertible, as a changed case is subtracted, but was exactUpTo " + spec.exactUpTo()
                            + " and examples " + spec.examples());
        }
        this.folder = folder;
        this.spec = spec;
    }

    /**
     * A version: {@code rows} = cases of the snapshot + {@code superseded} + {@code bad}.
     *
     * @param rows how many rows were read since the start
     * @param superseded those that are not, or no longer, the latest of their case
     * @param bad those that are no facts
     */
    record Version(LedgerSnapshot snapshot, long rows, long superseded, long bad) {}

    /** The version after a batch. */
    Version add(long batch, LiveBatch changes) throws IOException, BadRowException {
        Ledger ledger = Ledger.of(spec);
        long rows = changes.rows();
        long bad = changes.bad().size();
        if (batch > 0) {
            Version before = read(batch - 1)
                    .orElseThrow(() -> new IllegalStateException("version " + (batch - 1)
                            + " of the ledger must be there for batch " + batch
                            + ": the checkpoint and the versions are not of one run"));
            ledger.merge(before.snapshot());
            rows += before.rows();
            bad += before.bad();
        }
        ledger.merge(Part.snapshot(changes.added(), spec));
        FactReader reader = new FactReader();
        for (String line : changes.replaced()) {
            ledger.subtract(reader.read(reader.parse(LiveBatch.utf8(line))));
        }
        Version version = new Version(ledger.snapshot(), rows, rows - bad - ledger.size(), bad);
        if (!changes.bad().isEmpty()) {
            folder.write("bad-" + batch + ".txt", LiveBatch.utf8(lines(changes.bad())));
        }
        write(batch, version);
        prune(batch);
        return version;
    }

    private static String lines(List<BadRow> bad) {
        return bad.stream()
                .sorted(Comparator.comparing(BadRow::file).thenComparingLong(BadRow::line))
                .map(row -> row + "\n")
                .collect(Collectors.joining());
    }

    private void write(long batch, Version version) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(version.rows());
            out.writeLong(version.bad());
            Part.bytes(version.snapshot().bytes(), out);
        }
        byte[] made = bytes.toByteArray();
        Optional<byte[]> there = folder.read(PREFIX + batch);
        if (there.isPresent() && !Arrays.equals(there.get(), made)) {
            throw new IllegalStateException(
                    "version " + batch
                            + " of the ledger is there with other content: the folder holds another run's, or a file was changed");
        }
        if (there.isEmpty()) {
            folder.write(PREFIX + batch, made);
        }
    }

    private Optional<Version> read(long batch) throws IOException {
        Optional<byte[]> bytes = folder.read(PREFIX + batch);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.get()))) {
            long rows = in.readLong();
            long bad = in.readLong();
            LedgerSnapshot snapshot = Part.snapshot(Part.bytes(in), spec);
            return Optional.of(new Version(snapshot, rows, rows - bad - snapshot.size(), bad));
        }
    }

    /** The last version, if there is one. */
    Optional<Version> last() throws IOException {
        OptionalLong last = folder.names().stream()
                .filter(name -> name.startsWith(PREFIX))
                .mapToLong(name -> Long.parseLong(name.substring(PREFIX.length())))
                .max();
        return last.isPresent() ? read(last.getAsLong()) : Optional.empty();
    }

    private void prune(long batch) throws IOException {
        for (String name : folder.names()) {
            if (name.startsWith(PREFIX) && Long.parseLong(name.substring(PREFIX.length())) <= batch - KEPT) {
                folder.delete(name);
            }
        }
    }
}
