package io.github.hotlinekit.examples.benchmarks;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.ledger.Grouping;
import io.github.hotlinekit.stats.ledger.Ledger;
import io.github.hotlinekit.stats.ledger.LedgerRow;
import io.github.hotlinekit.stats.ledger.LedgerSnapshot;
import io.github.hotlinekit.stats.ledger.LedgerSpec;
import io.github.hotlinekit.stats.ledger.PeriodUnit;
import io.github.hotlinekit.stats.metric.CallbackOutcome;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.CaseOutcome;
import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.Phase;
import io.github.hotlinekit.stats.metric.Verdict;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Times ledgers over the same rows as a stream with a hand-written collector and as DuckDB in memory: per department and
 * kind, cases received, completed, on time, satisfied, asked and resolved, and the mean, median and 90th percentile of the
 * handling time. DuckDB gives exact percentiles, the ledger bins of at most 1/64; all else is compared and must be equal.
 * What is timed begins with the rows in memory: objects for Java, columns for DuckDB.
 */
@SuppressWarnings("EnumOrdinal") // places in arrays and in a packed outcome that live no longer than the program
public final class LedgerSpeed {

    private static final String DUCK_DB = "jdbc:duckdb:";
    private static final int WARMUPS = 3;
    private static final int ROUNDS = 9;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Grouping DEPARTMENT_KIND = Grouping.of(Dimension.department(), Dimension.kind());

    // The packed outcome is the kind, and then these digits: what stands before one is what it is divided by.
    private static final int STATES = CaseState.values().length;
    private static final int VERDICTS = Verdict.values().length;
    private static final int CALLBACKS = CallbackOutcome.values().length;
    private static final int BEFORE_COMPLETE = STATES * (1 + Ending.values().length) * 2;
    private static final int BEFORE_CALLBACK = BEFORE_COMPLETE * VERDICTS * VERDICTS * VERDICTS * VERDICTS;

    private LedgerSpeed() {}

    /**
     * Prints the table.
     *
     * @param args how many rows, 5,000,000 if not given
     * @throws Exception if a program to compare with fails
     */
    public static void main(String[] args) throws Exception {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 5_000_000;
        CaseFact[] facts = LedgerFacts.draw(count, 12_345);
        System.out.printf(
                Locale.ROOT,
                "%,d rows, %d rounds after %d that are not counted; median [least-most]%n",
                count,
                ROUNDS,
                WARMUPS);
        Map<String, Metric> byId = Metric.catalogue().stream().collect(Collectors.toMap(Metric::id, m -> m));
        List<Metric> asked = List.of(
                byId.get("completion"),
                byId.get("onTime"),
                byId.get("satisfaction"),
                byId.get("callbackCoverage"),
                byId.get("resolution"));
        LedgerSpec one = LedgerSpec.of(asked, List.of(Measure.handlingTime()), List.of(DEPARTMENT_KIND));
        LedgerSpec every = LedgerSpec.of(Metric.catalogue(), Measure.standard(), List.of(DEPARTMENT_KIND));
        Dimension month = Dimension.period(PeriodUnit.MONTH, ZONE);
        LedgerSpec six = LedgerSpec.of(
                asked,
                List.of(Measure.handlingTime()),
                List.of(
                        DEPARTMENT_KIND,
                        Grouping.of(month, Dimension.department()),
                        Grouping.of(month, Dimension.category()),
                        Grouping.of(month, Dimension.area()),
                        Grouping.of(Dimension.period(PeriodUnit.DAY, ZONE)),
                        Grouping.of(Dimension.channel(), Dimension.kind())));
        Contender<LedgerSnapshot> ledger =
                new Contender<>("ledger, 5 metrics, 1 grouping, 1 thread", () -> count(one, facts, 1));
        Contender<Map<String, Sums>> stream = new Contender<>(
                "stream groupingBy with a hand-written collector",
                () -> Arrays.stream(facts)
                        .collect(Collectors.groupingBy(
                                f -> f.lead().orElseThrow().value() + "|"
                                        + f.kind().code(),
                                Collector.of(Sums::new, Sums::add, Sums::merge))));
        Contender<Map<DepartmentCode, Sums[]>> loop =
                new Contender<>("a loop by hand, no definitions, 1 thread", () -> byHand(facts));
        List<Contender<?>> all = new ArrayList<>(List.of(
                ledger,
                new Contender<>("ledger, 5 metrics, 1 grouping, 2 threads", () -> count(one, facts, 2)),
                new Contender<>("ledger, all 25 metrics and 4 measures, 1 thread", () -> count(every, facts, 1)),
                new Contender<>("ledger, 5 metrics, 6 groupings, 1 thread", () -> count(six, facts, 1)),
                loop,
                stream));
        if (DriverManager.drivers().noneMatch(LedgerSpeed::isOfDuckDb)) {
            System.out.println("DuckDB is not on the class path");
            race(count, all);
        } else {
            try (Connection connection = DriverManager.getConnection(DUCK_DB);
                    Statement statement = connection.createStatement()) {
                load(facts, statement);
                List<Contender<Map<String, long[]>>> duckDb = List.of(duckDb(statement, 1), duckDb(statement, 2));
                all.addAll(duckDb);
                race(count, all);
                for (Contender<Map<String, long[]>> query : duckDb) {
                    compareDuckDb(ledger.result(), query.result());
                }
            }
        }
        compare(ledger.result(), stream.result());
        compareByHand(stream.result(), loop.result());
        mergeOfManyCells(facts, asked);
    }

    private static boolean isOfDuckDb(Driver driver) {
        try {
            return driver.acceptsURL(DUCK_DB);
        } catch (SQLException e) {
            throw new IllegalStateException("a driver does not say what it accepts", e);
        }
    }

    /** A way to count, and how long each round of it took. */
    private static final class Contender<T> {
        private final String name;
        private final Callable<T> work;
        private final double[] seconds = new double[ROUNDS];
        private final List<T> last = new ArrayList<>();

        Contender(String name, Callable<T> work) {
            this.name = name;
            this.work = work;
        }

        void run(int round) throws Exception {
            last.clear();
            long start = System.nanoTime();
            T result = work.call();
            double took = (System.nanoTime() - start) / 1e9;
            last.add(result);
            if (round >= 0) {
                seconds[round] = took;
            }
        }

        T result() {
            return last.get(0);
        }

        void print(int rows) {
            Arrays.sort(seconds);
            System.out.printf(
                    Locale.ROOT,
                    "%-64s %7.3f s [%.3f-%.3f] %6.1f M rows/s%n",
                    name,
                    seconds[ROUNDS / 2],
                    seconds[0],
                    seconds[ROUNDS - 1],
                    rows / seconds[ROUNDS / 2] / 1e6);
        }
    }

    /**
     * All in turn, round by round, each round begun by the next of them: a machine that is slower for a while is so for all
     * of them, and whatever comes first or after another in one round does not in the next.
     */
    private static void race(int rows, List<Contender<?>> all) throws Exception {
        for (Contender<?> one : all) {
            for (int i = 0; i < WARMUPS; i++) {
                one.run(-1);
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            System.gc(); // what is timed begins with the rows in memory, and none of what was there before
            for (int i = 0; i < all.size(); i++) {
                all.get((round + i) % all.size()).run(round);
            }
        }
        all.forEach(one -> one.print(rows));
    }

    /** A ledger a thread over its part of the rows, then merged. */
    private static LedgerSnapshot count(LedgerSpec spec, CaseFact[] facts, int threads) throws Exception {
        if (threads == 1) {
            return counted(spec, facts, 0, facts.length).snapshot();
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Ledger>> parts = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int from = (int) ((long) facts.length * t / threads);
                int until = (int) ((long) facts.length * (t + 1) / threads);
                parts.add(() -> counted(spec, facts, from, until));
            }
            Ledger whole = null;
            for (Future<Ledger> part : pool.invokeAll(parts)) {
                whole = whole == null ? part.get() : whole.merge(part.get());
            }
            return whole.snapshot();
        } finally {
            pool.shutdown();
        }
    }

    private static Ledger counted(LedgerSpec spec, CaseFact[] facts, int from, int until) {
        Ledger ledger = Ledger.of(spec);
        for (int i = from; i < until; i++) {
            ledger.add(facts[i]);
        }
        return ledger;
    }

    private static void mergeOfManyCells(CaseFact[] facts, List<Metric> metrics) throws Exception {
        LedgerSpec spec = LedgerSpec.of(
                metrics,
                List.of(Measure.handlingTime()),
                List.of(Grouping.of(Dimension.period(PeriodUnit.DAY, ZONE), Dimension.department())));
        int half = Math.min(facts.length, 2_000_000) / 2;
        Ledger one = counted(spec, facts, 0, half);
        Ledger other = counted(spec, facts, half, 2 * half);
        int cells = one.snapshot().rows(spec.groupings().get(0)).size();
        double[] seconds = new double[ROUNDS];
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            Ledger into = Ledger.of(spec).merge(one);
            long start = System.nanoTime();
            into.merge(other);
            if (round >= 0) {
                seconds[round] = (System.nanoTime() - start) / 1e9;
            }
        }
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "merge of a ledger of %,d cells and %,d cases into another, %d rounds after %d: %.1f ms [%.1f-%.1f]%n",
                cells,
                half,
                ROUNDS,
                ROUNDS,
                1_000 * seconds[ROUNDS / 2],
                1_000 * seconds[0],
                1_000 * seconds[ROUNDS - 1]);
    }

    /** What people write. */
    private static final class Sums {
        private long received;
        private long completed;
        private long onTime;
        private long asked;
        private long satisfied;
        private long resolved;
        private long minutes;
        private final int[] bins = new int[800];

        void add(CaseFact fact) {
            CaseOutcome outcome = fact.outcome();
            received++;
            completed += outcome.state() == CaseState.CLOSED ? 1 : 0;
            onTime += outcome.complete() == Verdict.ON_TIME ? 1 : 0;
            asked += outcome.callback() == CallbackOutcome.ANSWERED ? 1 : 0;
            satisfied += outcome.satisfaction()
                            .filter(s -> s.compareTo(Satisfaction.SATISFIED) <= 0)
                            .isPresent()
                    ? 1
                    : 0;
            resolved += outcome.resolution().filter(r -> r == Resolution.YES).isPresent() ? 1 : 0;
            addTime(fact.coded(Phase.TO_COMPLETION));
        }

        void addTime(int coded) {
            if (coded >= 0 && (coded & 1) == 0) {
                int value = coded >> 1;
                minutes += value;
                int shift = Math.max(0, 25 - Integer.numberOfLeadingZeros(value));
                bins[(shift << 6) + (value >>> shift)]++;
            }
        }

        Sums merge(Sums other) {
            received += other.received;
            completed += other.completed;
            onTime += other.onTime;
            asked += other.asked;
            satisfied += other.satisfied;
            resolved += other.resolved;
            minutes += other.minutes;
            for (int i = 0; i < bins.length; i++) {
                bins[i] += other.bins[i];
            }
            return this;
        }
    }

    /**
     * As fast as it gets with these objects: the fields read from the packed outcome, whose form is not public and is read
     * here as it is in this version, nothing defined or explained.
     */
    private static Map<DepartmentCode, Sums[]> byHand(CaseFact[] facts) {
        Map<DepartmentCode, Sums[]> sums = new HashMap<>();
        for (CaseFact fact : facts) {
            Sums[] kinds = sums.computeIfAbsent(fact.lead().orElseThrow(), d -> new Sums[CaseKind.values().length]);
            Sums of = kinds[fact.kind().ordinal()];
            if (of == null) {
                of = new Sums();
                kinds[fact.kind().ordinal()] = of;
            }
            int answers = (int) (fact.outcomeCode() >>> 3) & ((1 << 25) - 1);
            of.received++;
            of.completed += answers % STATES == CaseState.CLOSED.ordinal() ? 1 : 0;
            of.onTime += answers / BEFORE_COMPLETE % VERDICTS == Verdict.ON_TIME.ordinal() ? 1 : 0;
            of.asked += answers / BEFORE_CALLBACK % CALLBACKS == CallbackOutcome.ANSWERED.ordinal() ? 1 : 0;
            of.addTime(fact.coded(Phase.TO_COMPLETION));
        }
        return sums;
    }

    private static void compareByHand(Map<String, Sums> stream, Map<DepartmentCode, Sums[]> loop) {
        int cells = 0;
        for (Map.Entry<DepartmentCode, Sums[]> department : loop.entrySet()) {
            for (CaseKind kind : CaseKind.values()) {
                Sums sums = department.getValue()[kind.ordinal()];
                if (sums != null) {
                    Sums other = stream.get(department.getKey().value() + "|" + kind.code());
                    equal(sums.received, other.received);
                    equal(sums.completed, other.completed);
                    equal(sums.onTime, other.onTime);
                    equal(sums.asked, other.asked);
                    equal(sums.minutes, other.minutes);
                    cells++;
                }
            }
        }
        equal(cells, stream.size());
    }

    private static void compare(LedgerSnapshot ledger, Map<String, Sums> others) {
        for (LedgerRow row : ledger.rows(DEPARTMENT_KIND)) {
            Sums sums = others.get(String.join("|", row.key()));
            equal(row.volume(), sums.received);
            equal(row.figure("completion").ratio().numerator(), sums.completed);
            equal(row.figure("onTime").ratio().numerator(), sums.onTime);
            equal(row.figure("callbackCoverage").ratio().numerator(), sums.asked);
            equal(row.figure("satisfaction").ratio().numerator(), sums.satisfied);
            equal(row.figure("resolution").ratio().numerator(), sums.resolved);
            equal(row.times("handlingTime").ended().sum().orElseThrow().longValueExact(), sums.minutes);
        }
        equal(ledger.rows(DEPARTMENT_KIND).size(), others.size());
    }

    private static void equal(long one, long other) {
        if (one != other) {
            throw new IllegalStateException("figures differ: " + one + " and " + other);
        }
    }

    private static final String QUERY = """
            SELECT dept, kind, count(*), sum(completed), sum(ontime), sum(satisfied), sum(asked), sum(resolved),
                   sum(minutes), quantile_disc(minutes, 0.5), quantile_disc(minutes, 0.9)
            FROM facts GROUP BY dept, kind
            """;

    /** The rows go to DuckDB by a file with a schema, which is not timed. */
    private static void load(CaseFact[] facts, Statement statement) throws IOException, SQLException {
        Path file = Files.createTempFile("facts", ".csv");
        try {
            write(facts, file);
            statement.execute("CREATE TABLE facts AS SELECT * FROM read_csv('" + file
                    + "', header = false, columns = {'dept': 'VARCHAR', 'kind': 'VARCHAR', 'completed': 'UTINYINT',"
                    + " 'ontime': 'UTINYINT', 'satisfied': 'UTINYINT', 'asked': 'UTINYINT', 'resolved': 'UTINYINT',"
                    + " 'minutes': 'INTEGER'})");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Contender<Map<String, long[]>> duckDb(Statement statement, int threads) {
        return new Contender<>(
                "DuckDB in memory, exact percentiles, " + threads + " thread" + (threads > 1 ? "s" : ""), () -> {
                    statement.execute("SET threads = " + threads);
                    return query(statement);
                });
    }

    private static void write(CaseFact[] facts, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (CaseFact fact : facts) {
                Sums sums = new Sums();
                sums.add(fact);
                boolean ended = fact.minutes(Phase.TO_COMPLETION).isPresent() && !fact.isRunning(Phase.TO_COMPLETION);
                out.write(fact.lead().orElseThrow().value() + "," + fact.kind().code() + "," + sums.completed + ","
                        + sums.onTime
                        + "," + sums.satisfied + "," + sums.asked + "," + sums.resolved + ","
                        + (ended ? fact.minutes(Phase.TO_COMPLETION).getAsInt() : "") + "\n");
            }
        }
    }

    private static Map<String, long[]> query(Statement statement) throws SQLException {
        Map<String, long[]> rows = new TreeMap<>(Comparator.naturalOrder());
        try (ResultSet result = statement.executeQuery(QUERY)) {
            while (result.next()) {
                long[] row = new long[9];
                for (int i = 0; i < row.length; i++) {
                    row[i] = result.getLong(3 + i);
                }
                rows.put(result.getString(1) + "|" + result.getString(2), row);
            }
        }
        return rows;
    }

    /** Counts and sums must be equal, and the exact percentiles within the ledger's bounds. */
    private static void compareDuckDb(LedgerSnapshot ledger, Map<String, long[]> rows) {
        for (LedgerRow row : ledger.rows(DEPARTMENT_KIND)) {
            long[] of = rows.get(String.join("|", row.key()));
            equal(row.volume(), of[0]);
            equal(row.figure("completion").ratio().numerator(), of[1]);
            equal(row.figure("onTime").ratio().numerator(), of[2]);
            equal(row.figure("satisfaction").ratio().numerator(), of[3]);
            equal(row.figure("callbackCoverage").ratio().numerator(), of[4]);
            equal(row.figure("resolution").ratio().numerator(), of[5]);
            equal(row.times("handlingTime").ended().sum().orElseThrow().longValueExact(), of[6]);
            within(row, 0.5, of[7]);
            within(row, 0.9, of[8]);
        }
        equal(ledger.rows(DEPARTMENT_KIND).size(), rows.size());
    }

    private static void within(LedgerRow row, double p, long exact) {
        var bounds = row.times("handlingTime").ended().quantile(p).orElseThrow();
        if (bounds.lower().longValue() > exact || bounds.upper().longValue() < exact) {
            throw new IllegalStateException(row + ": " + exact + " is not within " + bounds);
        }
    }
}
