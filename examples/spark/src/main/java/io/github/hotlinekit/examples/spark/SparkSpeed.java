package io.github.hotlinekit.examples.spark;

import io.github.hotlinekit.stats.ledger.Ledger;
import io.github.hotlinekit.stats.ledger.LedgerRow;
import io.github.hotlinekit.stats.ledger.LedgerSnapshot;
import io.github.hotlinekit.stats.metric.Bounds;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.Distribution;
import io.github.hotlinekit.stats.metric.QuantileType;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Measures the ledger beside Spark's own SQL for one question over one Parquet: received, completed, on time, asked,
 * resolved, satisfied, mean and two percentiles of the handling time, by department and kind. With {@code --in-memory} it
 * also counts the same facts as objects in memory, without Spark; with {@code --peers} so do DuckDB and a stream. It ends
 * with an error if the figures differ in a cell or a ledger is not that of a single process, byte by byte.
 */
@Command(
        name = "spark-speed",
        mixinStandardHelpOptions = true,
        description = "Measures the ledger beside Spark SQL on the same Parquet. 与 Spark SQL 对比测速。")
public final class SparkSpeed implements Callable<Integer> {

    /** Cases whose handling has ended, as the ledger keeps those that still run apart. */
    private static final String MINUTES = "CASE WHEN running = '' THEN to_completion END";

    private static final String COUNTS = "SELECT lead, kind, count(*) received, "
            + "count_if(state IN ('closed', 'archived')) completed, count_if(complete = 'onTime') on_time, "
            + "count_if(callback = 'answered') asked, count_if(resolution = 'yes') resolved, "
            + "count_if(satisfaction IN ('verySatisfied', 'satisfied')) satisfied, avg(" + MINUTES + ") mean";
    private static final String FROM = " FROM facts GROUP BY lead, kind";
    private static final String SHARES = ", array(0.5, 0.9)) quantiles";

    private static final int MEAN_DECIMALS = 9;
    static final double NEGLIGIBLE = 1e-9;

    // Places in a row of SQL.
    static final int RECEIVED = 2;
    static final int MEAN = 8;
    static final int QUANTILES = 9;

    /** By place in a row of SQL, from the one after the received. */
    private static final List<String> METRICS =
            List.of("completion", "onTime", "callbackCoverage", "resolution", "satisfaction");

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--rows", defaultValue = "5000000", description = "how many; default: ${DEFAULT-VALUE}; 行数")
    private long rows;

    @Option(
            names = "--threads",
            defaultValue = "1,2",
            split = ",",
            paramLabel = "N",
            description = "of the local master, one after the other; default: ${DEFAULT-VALUE}; 线程数")
    private List<Integer> threads = List.of();

    @Option(
            names = "--runs",
            defaultValue = "5",
            description = "of each, after those to warm up; default: ${DEFAULT-VALUE}; 次数")
    private int runs;

    @Option(
            names = "--warm-up",
            defaultValue = "2",
            description = "runs of each that do not count; default: ${DEFAULT-VALUE}; 预热次数")
    private int warmUp;

    @Option(
            names = "--in-memory",
            description = "also counts the facts as objects in memory, which the heap must hold; 另测内存对象")
    private boolean inMemory;

    @Option(
            names = "--peers",
            description =
                    "also counts them by DuckDB in memory and by a stream, in turn with the others, and prints what"
                            + " each takes beside the ledger in memory; implies --in-memory; 同一批事实另测 DuckDB 与 Stream")
    private boolean peers;

    @Option(names = "--seed", defaultValue = "12345", description = "default: ${DEFAULT-VALUE}; 种子")
    private long seed;

    @Parameters(paramLabel = "FOLDER", description = "takes the Parquet; written anew; 数据目录，会被覆盖")
    private String folder = "";

    /** Takes its arguments from picocli. */
    SparkSpeed() {}

    /**
     * Runs the program and ends the process with its exit code.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(Program.run(new SparkSpeed(), arguments));
    }

    @Override
    public Integer call() throws IOException, SQLException {
        PrintWriter print = command.commandLine().getOut();
        String parquet = folder + "/facts.parquet";
        int most = threads.stream().mapToInt(Integer::intValue).max().orElse(1);
        try (SparkSession spark = SparkOptions.session("spark-speed", "local[" + most + "]")) {
            SampleFiles.parquet(spark, seed, rows, 2 * most, parquet);
            print.println("Spark " + spark.version() + ", Java " + System.getProperty("java.version") + ", "
                    + Runtime.getRuntime().availableProcessors() + " processors, " + rows + " rows, seed " + seed);
        }
        CaseFact[] facts = inMemory || peers ? facts() : new CaseFact[0];
        List<LedgerSnapshot> snapshots = new ArrayList<>();
        for (int number : threads) {
            try (SparkSession spark = SparkOptions.session("spark-speed", "local[" + number + "]")) {
                snapshots.addAll(measured(spark, number, parquet, facts, print));
            }
        }
        LedgerSnapshot single = single();
        for (LedgerSnapshot snapshot : snapshots) {
            if (!Arrays.equals(single.bytes(), snapshot.bytes())) {
                throw new IllegalStateException("the ledger must be that of a single process, but was not");
            }
        }
        print.println("each ledger of " + single.size() + " cases equals that of a single process, "
                + single.bytes().length + " bytes");
        return 0;
    }

    private CaseFact[] facts() {
        SampleFacts sample = new SampleFacts(seed);
        return IntStream.range(0, Math.toIntExact(rows)).mapToObj(sample::fact).toArray(CaseFact[]::new);
    }

    private List<LedgerSnapshot> measured(
            SparkSession spark, int number, String parquet, CaseFact[] facts, PrintWriter print) throws SQLException {
        if (!peers) {
            return measured(spark, number, parquet, facts, Optional.empty(), print);
        }
        try (SpeedPeers others = new SpeedPeers(facts, parquet, number)) {
            return measured(spark, number, parquet, facts, Optional.of(others), print);
        }
    }

    private List<LedgerSnapshot> measured(
            SparkSession spark,
            int number,
            String parquet,
            CaseFact[] facts,
            Optional<SpeedPeers> others,
            PrintWriter print) {
        // As many as there are threads: the default of 200 would slow SQL down on few.
        spark.conf().set("spark.sql.shuffle.partitions", Integer.toString(number));
        spark.read().schema(FactRow.schema()).parquet(parquet).createOrReplaceTempView("facts");
        BatchRun question = new BatchRun(spark, QuestionSpec.class.getName());
        BatchRun standard = new BatchRun(spark, DepartmentSpec.class.getName());
        Timing<LedgerSnapshot> ledger =
                new Timing<>("ledger, the same question", () -> snapshot(question.parquet(parquet)));
        Timing<List<Row>> exact = new Timing<>(
                "Spark SQL, percentile", () -> sql(spark, COUNTS + ", percentile(" + MINUTES + SHARES + FROM));
        Timing<LedgerSnapshot> memory = new Timing<>("ledger, facts in memory", () -> counted(facts, number));
        List<Timing<?>> timings = new ArrayList<>(List.of(
                ledger,
                exact,
                new Timing<>(
                        "Spark SQL, percentile_approx",
                        () -> sql(spark, COUNTS + ", percentile_approx(" + MINUTES + SHARES + FROM)),
                new Timing<>("Spark SQL, counts and mean only", () -> sql(spark, COUNTS + FROM)),
                new Timing<>("ledger, 9 rates", () -> snapshot(standard.parquet(parquet))),
                new Timing<>(
                        "ledger, the question, all columns",
                        () -> snapshot(question.parquet(FactColumn.all(), parquet)))));
        if (facts.length > 0) {
            timings.add(memory);
        }
        others.ifPresent(them -> timings.addAll(them.timings()));
        // In turn, so that what else the machine does falls on all alike.
        for (int run = -warmUp; run < runs; run++) {
            for (Timing<?> timing : timings) {
                timing.run(run >= 0);
            }
        }
        String with = number + (number == 1 ? " thread,  " : " threads, ");
        timings.forEach(timing -> print.println(with + timing.line(ledger, rows)));
        print.println("counts and means agree, and exact percentiles are within the ledger's bounds, in "
                + check(exact.result(), ledger.result()) + " cells");
        others.ifPresent(them -> {
            print.println("all peers give the same figures, in "
                    + them.check(exact.result(), memory.result()) + " cells; medians, divided by that of the ledger"
                    + " in memory:");
            timings.stream()
                    .filter(timing -> timing != memory)
                    .forEach(timing -> print.println(with + timing.ratioTo(memory)));
        });
        return facts.length > 0 ? List.of(ledger.result(), memory.result()) : List.of(ledger.result());
    }

    /** A ledger a thread over its part of the facts, then merged: no Spark. */
    private static LedgerSnapshot counted(CaseFact[] facts, int number) {
        ExecutorService pool = Executors.newFixedThreadPool(number);
        try {
            List<Future<Ledger>> parts = new ArrayList<>();
            for (int part = 0; part < number; part++) {
                int from = (int) ((long) facts.length * part / number);
                int until = (int) ((long) facts.length * (part + 1) / number);
                parts.add(pool.submit(() -> counted(facts, from, until)));
            }
            Ledger whole = Ledger.of(new QuestionSpec().spec());
            for (Future<Ledger> part : parts) {
                whole.merge(part.get());
            }
            return whole.snapshot();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("a part was not counted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a part was not counted", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Ledger counted(CaseFact[] facts, int from, int until) {
        Ledger ledger = Ledger.of(new QuestionSpec().spec());
        for (int i = from; i < until; i++) {
            ledger.add(facts[i]);
        }
        return ledger;
    }

    private static LedgerSnapshot snapshot(BatchRun.Result result) {
        if (result.bad() > 0) {
            throw new IllegalStateException("bad rows must be 0, but were " + result.bad());
        }
        return result.snapshot();
    }

    private static List<Row> sql(SparkSession spark, String query) {
        return spark.sql(query).collectAsList();
    }

    private LedgerSnapshot single() {
        Ledger ledger = Ledger.of(new QuestionSpec().spec());
        SampleFacts facts = new SampleFacts(seed);
        for (long place = 0; place < rows; place++) {
            ledger.add(facts.fact(place));
        }
        return ledger.snapshot();
    }

    /** How many cells agree: all. */
    static int check(List<Row> result, LedgerSnapshot snapshot) {
        Map<List<String>, Row> cells = new HashMap<>();
        result.forEach(row -> cells.put(List.of(row.getString(0), row.getString(1)), row));
        List<LedgerRow> ours = snapshot.rows(StandardSpec.DEPARTMENTS);
        if (ours.size() != cells.size()) {
            throw new IllegalStateException("cells must be " + cells.size() + ", but were " + ours.size());
        }
        for (LedgerRow row : ours) {
            Row theirs = cells.get(row.key());
            if (theirs == null || !agrees(theirs, row)) {
                throw new IllegalStateException("figures of " + row.key() + " must be " + theirs + ", but were "
                        + row.volume() + " " + row.figures() + " " + row.times("handlingTime"));
            }
        }
        return ours.size();
    }

    private static boolean agrees(Row theirs, LedgerRow ours) {
        boolean agrees = theirs.getLong(RECEIVED) == ours.volume();
        for (int i = 0; i < METRICS.size(); i++) {
            agrees &= theirs.getLong(RECEIVED + 1 + i)
                    == ours.figure(METRICS.get(i)).ratio().numerator();
        }
        Distribution times = ours.times("handlingTime").ended();
        if (times.n() == 0) {
            return agrees && theirs.isNullAt(MEAN) && theirs.isNullAt(QUANTILES);
        }
        // SQL adds in floating point.
        double mean = times.mean(MEAN_DECIMALS).orElseThrow().doubleValue();
        List<Double> quantiles = theirs.getList(QUANTILES);
        return agrees
                && Math.abs(theirs.getDouble(MEAN) - mean) <= NEGLIGIBLE * Math.max(1, mean)
                && isWithin(quantiles.get(0), times, 0.5)
                && isWithin(quantiles.get(1), times, 0.9);
    }

    /** SQL's percentile is that of R and spreadsheets; the ledger's bins give bounds of the same. */
    private static boolean isWithin(double exact, Distribution times, double share) {
        Bounds bounds = times.quantile(share, QuantileType.LINEAR).orElseThrow();
        double slack = NEGLIGIBLE * Math.max(1, exact);
        return exact >= bounds.lower().doubleValue() - slack
                && exact <= bounds.upper().doubleValue() + slack;
    }
}
