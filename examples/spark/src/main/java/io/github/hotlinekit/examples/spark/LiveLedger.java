package io.github.hotlinekit.examples.spark;

import io.github.hotlinekit.stats.metric.FactCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Keeps a ledger up from a folder of NDJSON. A fact takes the place of the earlier one of its case; whenever the process
 * dies, it goes on from its checkpoint, and the ledger is that of a single process over the same files, byte by byte.
 */
@Command(
        name = "live-ledger",
        mixinStandardHelpOptions = true,
        description = "Keeps a ledger up from a folder of NDJSON. 随目录中的 NDJSON 文件不断更新账本。")
public final class LiveLedger implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private SparkOptions options = new SparkOptions();

    @Option(
            names = "--spec",
            defaultValue = "io.github.hotlinekit.examples.spark.StandardSpec",
            paramLabel = "CLASS",
            description = "the LedgerSpecFactory; default: ${DEFAULT-VALUE}; 账本定义的类")
    private String specClass = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FOLDER",
            description = "takes checkpoint, versions, ledger.bin and ledger.json; 输出目录")
    private String out = "";

    @Option(
            names = "--every",
            defaultValue = "10",
            paramLabel = "SECONDS",
            description = "how often to look for files; default: ${DEFAULT-VALUE}; 间隔秒数")
    private long every;

    @Option(names = "--once", description = "count what is there and end; 处理完现有文件即结束")
    private boolean once;

    @Option(
            names = "--files",
            defaultValue = "1000",
            paramLabel = "FILES",
            description = "the most files a batch; default: ${DEFAULT-VALUE}; 每批最多文件数")
    private int files;

    @Option(
            names = "--partitions",
            defaultValue = "8",
            description = "of the state; fixed by the first run; default: ${DEFAULT-VALUE}; 状态分区数，首次运行后不可改")
    private int partitions;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description =
                    "the instant, such as 2026-07-02T01:00:00Z, after which nothing can have happened; default: for"
                            + " each fact the last change of its file; 检查所用的统计时点，默认为各文件最后修改时")
    private @Nullable Instant asOf;

    @Parameters(paramLabel = "FOLDER", description = "where files are put whole, by renaming; 输入目录")
    private String in = "";

    private final LongConsumer written;

    /** Takes its arguments from picocli. */
    LiveLedger() {
        this(batch -> {});
    }

    /** Tells tests of each batch whose version is written and that Spark has not committed yet. */
    LiveLedger(LongConsumer written) {
        this.written = written;
    }

    /**
     * Runs the program and ends the process with its exit code.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(Program.run(new LiveLedger(), arguments));
    }

    @Override
    public Integer call() throws IOException, TimeoutException, StreamingQueryException {
        try (SparkSession spark = options.session("live-ledger")) {
            spark.conf().set("spark.sql.shuffle.partitions", Integer.toString(partitions));
            LedgerFolder folder = new LedgerFolder(out, spark.sparkContext().hadoopConfiguration());
            LedgerFolder versionFolder =
                    new LedgerFolder(out + "/versions", spark.sparkContext().hadoopConfiguration());
            LiveVersions versions = new LiveVersions(versionFolder, LedgerSpecFactory.named(specClass));
            FactCheck check = LedgerSpecFactory.of(specClass).check(asOf == null ? Instant.EPOCH : asOf);
            PrintWriter print = command.commandLine().getOut();
            VoidFunction2<Dataset<Row>, Long> commit = (changes, batch) -> {
                LiveBatch changed = changed(changes);
                QualityReport quality = QualityReport.of(changed.quality(), check, Optional.ofNullable(asOf));
                // Before the version, like the bad rows: where a version is, so is what came with it.
                versionFolder.write("quality-" + batch + ".json", quality.json());
                LiveVersions.Version version = versions.add(batch, changed);
                written.accept(batch);
                publish(version, folder);
                print.println("batch " + batch + ": rows " + version.rows() + " = cases "
                        + version.snapshot().size() + " + superseded " + version.superseded() + " + bad "
                        + version.bad());
                quality.lines().forEach(print::println);
            };
            StreamingQuery query = changes(spark)
                    .writeStream()
                    .foreachBatch(commit)
                    .outputMode(OutputMode.Append())
                    .option("checkpointLocation", out + "/checkpoint")
                    .trigger(once ? Trigger.AvailableNow() : Trigger.ProcessingTime(every, TimeUnit.SECONDS))
                    .start();
            query.awaitTermination();
            Optional<LiveVersions.Version> last = versions.last();
            if (last.isPresent()) {
                // Should the process have died between the last commit and this.
                publish(last.get(), folder);
            }
        }
        return 0;
    }

    private static void publish(LiveVersions.Version version, LedgerFolder folder) throws IOException {
        folder.write("ledger.bin", version.snapshot().bytes());
        folder.write("ledger.json", version.snapshot().json().getBytes(StandardCharsets.UTF_8));
    }

    private Dataset<Row> changes(SparkSession spark) {
        Dataset<Row> lines = spark.readStream()
                .format("text")
                .option("maxFilesPerTrigger", files)
                // Spark would pass over files older than a week beside the newest: late ones must count.
                .option("maxFileAge", "36500d")
                .load(in)
                .select(
                        functions.col("value").cast("binary"),
                        functions.col("_metadata.file_name"),
                        functions.col("_metadata.file_block_start"),
                        functions.col("_metadata.file_modification_time"));
        MapFunction<Row, String> key = entry -> entry.getString(LiveRows.KEY);
        return lines.mapPartitions(new LiveRows.Reading(specClass, asOf), Encoders.row(LiveRows.ENTRY))
                .groupByKey(key, Encoders.STRING())
                .flatMapGroupsWithState(
                        new LiveRows.Latest(),
                        OutputMode.Append(),
                        Encoders.row(LiveRows.ENTRY),
                        Encoders.row(LiveRows.CHANGE),
                        GroupStateTimeout.NoTimeout());
    }

    /** In one job, since each would run the batch's state anew. */
    private LiveBatch changed(Dataset<Row> changes) {
        String named = specClass;
        FlatMapFunction<Iterator<Row>, byte[]> count =
                partition -> List.of(LiveBatch.of(partition, named).bytes()).iterator();
        return LiveBatch.from(
                changes.javaRDD().mapPartitions(count).treeReduce((one, other) -> LiveBatch.merge(one, other, named)));
    }
}
