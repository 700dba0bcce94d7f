package io.github.hotlinekit.examples.spark;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes made-up facts to try the other programs on. */
@Command(
        name = "sample-files",
        mixinStandardHelpOptions = true,
        description = "Writes made-up facts as Parquet or NDJSON. 生成模拟的工单事实。")
public final class SampleFiles implements Callable<Integer> {

    @Mixin
    private SparkOptions options = new SparkOptions();

    @Option(names = "--rows", defaultValue = "100000", description = "how many; default: ${DEFAULT-VALUE}; 行数")
    private long rows;

    @Option(names = "--seed", defaultValue = "12345", description = "default: ${DEFAULT-VALUE}; 种子")
    private long seed;

    @Option(names = "--files", defaultValue = "4", description = "how many files; default: ${DEFAULT-VALUE}; 文件数")
    private int files;

    @Parameters(
            paramLabel = "FOLDER",
            description = "written anew; NDJSON if its name ends in .ndjson, else Parquet; 输出目录，会被覆盖")
    private String folder = "";

    /** Takes its arguments from picocli. */
    SampleFiles() {}

    /**
     * Runs the program and ends the process with its exit code.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(Program.run(new SampleFiles(), arguments));
    }

    @Override
    public Integer call() throws IOException {
        try (SparkSession spark = options.session("sample-files")) {
            if (folder.endsWith(".ndjson")) {
                ndjson(spark, seed, rows, files, folder);
            } else {
                parquet(spark, seed, rows, files, folder);
            }
        }
        return 0;
    }

    static void parquet(SparkSession spark, long seed, long rows, int files, String folder) {
        MapFunction<Long, Row> row = place -> FactRow.of(new SampleFacts(seed).fact(place));
        Dataset<Row> facts = spark.range(0, rows, 1, files).map(row, Encoders.row(FactRow.schema()));
        facts.write().mode(SaveMode.Overwrite).parquet(folder);
    }

    static void ndjson(SparkSession spark, long seed, long rows, int files, String folder) {
        MapFunction<Long, String> line = place -> FactRow.json(new SampleFacts(seed).fact(place));
        spark.range(0, rows, 1, files)
                .map(line, Encoders.STRING())
                .write()
                .mode(SaveMode.Overwrite)
                .text(folder);
    }
}
