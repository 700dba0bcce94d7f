package io.github.hotlinekit.examples.spark;

import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.FactCheck;
import io.github.hotlinekit.stats.metric.FactFault;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.FlatMapGroupsWithStateFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.streaming.GroupState;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What a live ledger does with rows: it reads lines, and keeps the latest fact of each case in Spark's state. The latest is
 * that of the highest revision, and of equal ones that of the file whose name is last, and in a file of the last line; so
 * which one it is does not depend on when the files came, nor on how Spark cut them into batches.
 */
final class LiveRows {

    /**
     * A row that was read: the case's number, or for a bad one an empty key; then where it stood. Of a fact that has what
     * cannot be so also which faults, as names with a blank between.
     */
    static final StructType ENTRY = new StructType()
            .add("key", DataTypes.StringType)
            .add("revision", DataTypes.IntegerType)
            .add("file", DataTypes.StringType)
            .add("start", DataTypes.LongType)
            .add("line", DataTypes.LongType)
            .add("fact", DataTypes.StringType)
            .add("reason", DataTypes.StringType)
            .add("faults", DataTypes.StringType);

    /**
     * What became of the rows of one case in a batch: the fact before if it was replaced, the fact after if there is a new
     * one, and how many rows there were. A bad row has a reason instead, and one whose fact has faults is told of by itself,
     * also if it is not the latest of its case.
     */
    static final StructType CHANGE = new StructType()
            .add("before", DataTypes.StringType)
            .add("after", DataTypes.StringType)
            .add("rows", DataTypes.LongType)
            .add("file", DataTypes.StringType)
            .add("line", DataTypes.LongType)
            .add("reason", DataTypes.StringType)
            .add("faulty", DataTypes.StringType)
            .add("faults", DataTypes.StringType);

    static final int KEY = 0;
    static final int REVISION = 1;
    static final int FILE = 2;
    static final int START = 3;
    static final int LINE = 4;
    static final int FACT = 5;
    static final int REASON = 6;
    static final int ENTRY_FAULTS = 7;

    static final int BEFORE = 0;
    static final int AFTER = 1;
    static final int ROWS = 2;
    static final int BAD_FILE = 3;
    static final int BAD_LINE = 4;
    static final int BAD_REASON = 5;
    static final int FAULTY = 6;
    static final int FAULTS = 7;

    private static final String BLANK = " ";

    private static final Comparator<Row> LATER = Comparator.comparingInt((Row row) -> row.getInt(REVISION))
            .thenComparing(row -> row.getString(FILE))
            .thenComparingLong(row -> row.getLong(START))
            .thenComparingLong(row -> row.getLong(LINE));

    private LiveRows() {}

    private static String names(Set<FactFault> faults) {
        return faults.stream().map(FactFault::name).collect(Collectors.joining(BLANK));
    }

    /** The faults that were told of as names. */
    static Set<FactFault> faults(String names) {
        Set<FactFault> faults = EnumSet.noneOf(FactFault.class);
        for (String name : names.split(BLANK, -1)) {
            faults.add(FactFault.valueOf(name));
        }
        return faults;
    }

    /**
     * Reads lines, each with its file and block and when the file was last changed, and checks the facts.
     *
     * @param specClass the class of the factory that makes the check
     * @param asOf the instant of the check; null if it is for each fact that of the last change of its file, after which
     *     nothing that stands there can have happened
     */
    record Reading(String specClass, @Nullable Instant asOf) implements MapPartitionsFunction<Row, Row>, Serializable {

        @Override
        public Iterator<Row> call(Iterator<Row> lines) {
            LedgerSpecFactory factory = LedgerSpecFactory.of(specClass);
            return new Entries(lines, changed -> factory.check(asOf == null ? changed : asOf));
        }
    }

    /** Lines as they are asked for: a file need not fit into memory. */
    private static final class Entries implements Iterator<Row> {

        private final Iterator<Row> lines;
        private final Function<Instant, FactCheck> checks;
        private final FactReader reader = new FactReader();
        private final List<Row> next = new ArrayList<>();
        private String file = "";
        private long start;
        private long line;
        private FactCheck check;

        Entries(Iterator<Row> lines, Function<Instant, FactCheck> checks) {
            this.lines = lines;
            this.checks = checks;
            this.check = checks.apply(Instant.EPOCH);
        }

        @Override
        public boolean hasNext() {
            while (next.isEmpty() && lines.hasNext()) {
                read(lines.next());
            }
            return !next.isEmpty();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException("there are no more lines");
            }
            return next.remove(0);
        }

        private void read(Row row) {
            byte[] text = row.getAs(0);
            if (!row.getString(1).equals(file) || row.getLong(2) != start) {
                file = row.getString(1);
                start = row.getLong(2);
                line = 0;
                check = checks.apply(row.getInstant(3));
            }
            line++;
            if (PartBuilder.isBlank(text)) {
                return;
            }
            try {
                CaseFact fact = reader.read(reader.parse(text));
                Set<FactFault> faults = check.faults(fact);
                next.add(RowFactory.create(
                        fact.number().value(),
                        fact.revision(),
                        file,
                        start,
                        line,
                        FactRow.json(fact),
                        null,
                        faults.isEmpty() ? null : names(faults)));
            } catch (BadRowException e) {
                next.add(RowFactory.create("", 0, file, start, line, null, e.reason(), null));
            }
        }
    }

    /** Keeps the latest fact of a case. */
    static final class Latest implements FlatMapGroupsWithStateFunction<String, Row, Row, Row>, Serializable {

        private static final long serialVersionUID = 1L;

        @Override
        public Iterator<Row> call(String key, Iterator<Row> entries, GroupState<Row> state) {
            List<Row> changes = new ArrayList<>();
            if (key.isEmpty()) {
                entries.forEachRemaining(bad -> changes.add(RowFactory.create(
                        null, null, 1L, bad.getString(FILE), bad.getLong(LINE), bad.getString(REASON), null, null)));
                return changes.iterator();
            }
            Row before = state.exists() ? state.get() : null;
            Row latest = before;
            long rows = 0;
            while (entries.hasNext()) {
                Row entry = entries.next();
                if (entry.isNullAt(ENTRY_FAULTS)) {
                    rows++;
                } else {
                    changes.add(RowFactory.create(
                            null, null, 1L, null, null, null, entry.getString(FACT), entry.getString(ENTRY_FAULTS)));
                }
                if (latest == null || LATER.compare(entry, latest) > 0) {
                    latest = entry;
                }
            }
            if (latest == null || latest == before) {
                changes.add(RowFactory.create(null, null, rows, null, null, null, null, null));
            } else {
                state.update(latest);
                changes.add(RowFactory.create(
                        before == null ? null : before.getString(FACT),
                        latest.getString(FACT),
                        rows,
                        null,
                        null,
                        null,
                        null,
                        null));
            }
            return changes.iterator();
        }
    }
}
