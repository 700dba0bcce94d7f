package io.github.hotlinekit.examples.spark;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Counts files of facts on Spark, and writes {@code ledger.bin}, {@code ledger.json}, {@code quality.json} and a table. Facts
 * that cannot be so are counted like others, and told of.
 */
@Command(
        name = "batch-ledger",
        mixinStandardHelpOptions = true,
        description = "Counts files of facts into a ledger on Spark. 在 Spark 上把工单事实文件汇成账本。")
public final class BatchLedger implements Callable<Integer> {

    /** The exit code if there were bad rows and {@code --strict} was given. */
    static final int BAD_ROWS = 2;

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
            description = "takes ledger.bin, ledger.json and quality.json; 输出目录")
    private String out = "";

    @Option(names = "--top", defaultValue = "20", description = "rows of the table; default: ${DEFAULT-VALUE}; 表格行数")
    private int top;

    @Option(
            names = "--strict",
            description = "read every column of Parquet, check the facts, write nothing and end with " + BAD_ROWS
                    + " if a row is no fact; 检查全部列与事实，有坏行则不输出")
    private boolean strict;

    @Option(
            names = "--check",
            description = "look in Parquet too for what cannot be so of a fact, and read the columns that this needs;"
                    + " NDJSON is always checked; 检查 Parquet 中不可能成立的事实（NDJSON 总是检查）")
    private boolean check;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = "the instant of the figures, such as 2026-07-02T01:00:00Z, after which nothing can have"
                    + " happened; default: when the program starts; 统计时点，默认为启动时刻")
    private @Nullable Instant asOf;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "files or folders: Parquet if all their names end in .parquet, else NDJSON; 输入")
    private List<String> inputs = List.of();

    /** Takes its arguments from picocli. */
    BatchLedger() {}

    /**
     * Runs the program and ends the process with its exit code.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(Program.run(new BatchLedger(), arguments));
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter err = command.commandLine().getErr();
        PrintWriter print = command.commandLine().getOut();
        try (SparkSession spark = options.session("batch-ledger")) {
            Instant when = asOf == null ? Instant.now() : asOf;
            BatchRun run = new BatchRun(spark, specClass);
            boolean checks = check || strict || !BatchRun.areParquet(inputs);
            BatchRun.Result result = (checks ? run.checking(when) : run).files(inputs, strict);
            QualityReport quality = result.quality()
                    .map(found -> QualityReport.of(
                            found, LedgerSpecFactory.of(specClass).check(when), Optional.of(when)))
                    .orElseGet(QualityReport::unchecked);
            result.told().forEach(err::println);
            if (result.bad() > result.told().size()) {
                err.println("and " + (result.bad() - result.told().size()) + " more");
            }
            print.println("rows " + result.rows() + " = counted "
                    + result.snapshot().size() + " + bad " + result.bad() + "; partitions " + result.partitions());
            if (strict && result.bad() > 0) {
                quality.lines().forEach(print::println);
                return BAD_ROWS;
            }
            LedgerFolder folder = new LedgerFolder(out, spark.sparkContext().hadoopConfiguration());
            folder.write("ledger.bin", result.snapshot().bytes());
            folder.write("ledger.json", result.snapshot().json().getBytes(StandardCharsets.UTF_8));
            folder.write("quality.json", quality.json());
            LedgerTable.of(result.snapshot(), top).forEach(print::println);
            quality.lines().forEach(print::println);
            return 0;
        }
    }
}
