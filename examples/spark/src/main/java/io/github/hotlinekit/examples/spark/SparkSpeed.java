package io.github.hotlinekit.examples.spark;

import io.github.hotlinekit.stats.ledger.Ledger;
import io.github.hotlinekit.stats.ledger.LedgerRow;
import io.github.hotlinekit.stats.ledger.LedgerSnapshot;
import io.github.hotlinekit.stats.ledger.LedgerSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Measures the ledger beside Spark's own SQL: counts, mean and two percentiles by department and kind over one Parquet.
 * It ends with an error if the counts differ or the ledger is not that of a single process, byte by byte.
 */
@Command(
        name = "spark-speed",
        mixinStandardHelpOptions = true,
        description = "Measures the ledger beside Spark SQL on the same Parquet. 与 Spark SQL 对比测速。")
public final class SparkSpeed implements Callable<Integer> {

    private static final String SPEC = DepartmentSpec.class.getName();

    /** What the standard rates need, without their exclusions: so SQL has rather less to do. */
    private static final String COUNTS = "SELECT lead, kind, count(*) n, "
            + "count_if(completed IS NOT NULL) completed, count_if(complete = 'onTime') on_time, "
            + "count_if(sign_for = 'onTime') signed, count_if(callback = 'answered') answered, "
            + "count_if(resolution = 'yes') resolved, "
            + "count_if(satisfaction IN ('verySatisfied', 'satisfied')) satisfied, "
            + "count_if(array_contains(split(traits, ' '), 'reopened')) reopened, "
            + "avg(CASE WHEN running = '' THEN to_completion END) mean";

    private static final String FROM = " FROM facts GROUP BY lead, kind";
    private static final String MINUTES = "CASE WHEN running = '' THEN to_completion END, array(0.5, 0.9)";

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private SparkOptions options = new SparkOptions();

    @Option(names = "--rows", defaultValue = "5000000", description = "how many; default: ${DEFAULT-VALUE}; 行数")
    private long rows;

    @Option(
            names = "--runs",
            defaultValue = "5",
            description = "of each, after one to warm up; default: ${DEFAULT-VALUE}; 次数")
    private int runs;

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
    public Integer call() throws IOException {
        PrintWriter print = command.commandLine().getOut();
        try (SparkSession spark = options.session("spark-speed")) {
            // As many as there are cores: the default of 200 would slow SQL down on few.
            spark.conf()
                    .set("spark.sql.shuffle.partitions", spark.sparkContext().defaultParallelism());
            String parquet = folder + "/facts.parquet";
            SampleFiles.parquet(spark, seed, rows, 2 * spark.sparkContext().defaultParallelism(), parquet);
            spark.read().schema(FactRow.schema()).parquet(parquet).createOrReplaceTempView("facts");
            BatchRun batch = new BatchRun(spark, SPEC);
            List<Timing> timings = List.of(
                    new Timing("Spark SQL, counts and mean only", () -> sql(spark, COUNTS + FROM)),
                    new Timing(
                            "Spark SQL, percentile",
                            () -> sql(spark, COUNTS + ", percentile(" + MINUTES + ") p" + FROM)),
                    new Timing(
                            "Spark SQL, percentile_approx",
                            () -> sql(spark, COUNTS + ", percentile_approx(" + MINUTES + ") p" + FROM)),
                    new Timing(
                            "ledger a partition, merged",
                            () -> batch.parquet(parquet).snapshot()));
            // In turn, so that what else the machine does falls on all alike.
            for (int run = 0; run <= runs; run++) {
                for (Timing timing : timings) {
                    print.println(String.format(Locale.ROOT, "run %d, %s: %s", run, timing.name, timing.run(run > 0)));
                }
            }
            Timing ledger = timings.get(timings.size() - 1);
            for (Timing timing : timings) {
                print.println(String.format(
                        Locale.ROOT,
                        "%-32s %7.2f s [%.2f-%.2f] %6.2f M rows/s, %5.2f times the ledger's time",
                        timing.name,
                        timing.median(),
                        timing.seconds(0),
                        timing.seconds(1),
                        rows / timing.median() / 1e6,
                        timing.median() / ledger.median()));
            }
            LedgerSnapshot snapshot = (LedgerSnapshot) ledger.result();
            check(timings.get(1).result(), snapshot);
            long began = System.nanoTime();
            LedgerSnapshot single = single();
            print.println(String.format(
                    Locale.ROOT,
                    "one process, one thread, making the facts too: %.2f s",
                    (System.nanoTime() - began) / 1e9));
            if (!Arrays.equals(single.bytes(), snapshot.bytes())) {
                throw new IllegalStateException("the ledger must be that of a single process, but was not");
            }
            print.println("counts agree in "
                    + snapshot.rows(StandardSpec.DEPARTMENTS).size() + " cells; the ledger of " + snapshot.size()
                    + " cases equals the single process's, " + single.bytes().length + " bytes");
        }
        return 0;
    }

    private static List<Row> sql(SparkSession spark, String query) {
        return spark.sql(query).collectAsList();
    }

    private LedgerSnapshot single() {
        LedgerSpec spec = LedgerSpecFactory.named(SPEC);
        Ledger ledger = Ledger.of(spec);
        SampleFacts facts = new SampleFacts(seed);
        for (long place = 0; place < rows; place++) {
            ledger.add(facts.fact(place));
        }
        return ledger.snapshot();
    }

    private static void check(Object result, LedgerSnapshot snapshot) {
        Map<List<String>, Row> cells = new HashMap<>();
        for (Object each : (List<?>) result) {
            Row row = (Row) each;
            cells.put(List.of(row.getString(0), row.getString(1)), row);
        }
        List<LedgerRow> ours = snapshot.rows(StandardSpec.DEPARTMENTS);
        if (ours.size() != cells.size()) {
            throw new IllegalStateException("cells must be " + cells.size() + ", but were " + ours.size());
        }
        for (LedgerRow row : ours) {
            Row theirs = cells.get(row.key());
            if (theirs == null
                    || theirs.getLong(2) != row.volume()
                    || theirs.getLong(3) != row.figure("completion").ratio().numerator()
                    || theirs.getLong(4) != row.figure("onTime").ratio().numerator()
                    || theirs.getLong(5) != row.figure("signedOnTime").ratio().numerator()
                    || theirs.getLong(8) != row.figure("satisfaction").ratio().numerator()) {
                throw new IllegalStateException("counts of " + row.key() + " must be " + theirs + ", but were "
                        + row.volume() + " " + row.figures());
            }
        }
    }

    /** How long something takes, and what it gave last. */
    private static final class Timing {

        private final String name;
        private final Supplier<Object> work;
        private final List<Double> times = new ArrayList<>();
        private @Nullable Object last;

        Timing(String name, Supplier<Object> work) {
            this.name = name;
            this.work = work;
        }

        String run(boolean counts) {
            long cpu = cpuNanos();
            long began = System.nanoTime();
            last = work.get();
            double seconds = (System.nanoTime() - began) / 1e9;
            if (counts) {
                times.add(seconds);
            }
            return String.format(Locale.ROOT, "%.2f s, %.2f s of processor time", seconds, (cpuNanos() - cpu) / 1e9);
        }

        /** Of the whole process: what a busy machine does not stretch. */
        private static long cpuNanos() {
            return ProcessHandle.current()
                    .info()
                    .totalCpuDuration()
                    .map(Duration::toNanos)
                    .orElse(0L);
        }

        Object result() {
            Object result = last;
            if (result == null) {
                throw new IllegalStateException(name + " must have run");
            }
            return result;
        }

        double median() {
            return seconds(0.5);
        }

        double seconds(double quantile) {
            Collections.sort(times);
            return times.get((int) Math.round(quantile * (times.size() - 1)));
        }
    }
}
