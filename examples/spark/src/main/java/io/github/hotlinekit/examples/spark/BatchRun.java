package io.github.hotlinekit.examples.spark;

import io.github.hotlinekit.stats.ledger.Ledger;
import io.github.hotlinekit.stats.ledger.LedgerSnapshot;
import io.github.hotlinekit.stats.ledger.LedgerSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * The ledger of files of facts: each partition counts into one ledger of its own, and the ledgers are merged as a tree. The
 * snapshot is that of a single process, byte by byte, however the rows are split. Each row counts: a case that stands twice
 * counts twice.
 */
final class BatchRun {

    /** How many levels the tree of merges has at most, above the partitions. */
    private static final int DEPTH = 3;

    private static final String FILE = "file_path";
    private static final String START = "file_block_start";

    private final SparkSession spark;
    private final Counting counting;

    /** Of ledgers alone: facts are not checked. */
    BatchRun(SparkSession spark, String specClass) {
        this(spark, new Counting(specClass, null));
    }

    private BatchRun(SparkSession spark, Counting counting) {
        this.spark = spark;
        this.counting = counting;
    }

    /** The same, which looks as well for what cannot be so of the facts at an instant. */
    BatchRun checking(Instant asOf) {
        return new BatchRun(spark, new Counting(counting.specClass(), asOf));
    }

    /**
     * What a run found.
     *
     * @param quality what cannot be so of the facts that are counted; empty if they were not checked
     */
    record Result(
            LedgerSnapshot snapshot,
            Optional<PartQuality> quality,
            long rows,
            long bad,
            List<BadRow> told,
            int partitions) {}

    /** From Parquet, in the partitions that Spark makes of it: the columns that the specification reads, and the check. */
    Result parquet(String... paths) {
        return parquet(counting.columns(), paths);
    }

    /**
     * From Parquet, some columns: those that the specification reads, and the check if there is one, and others of which
     * each must be right too.
     */
    Result parquet(List<FactColumn> read, String... paths) {
        Dataset<Row> stored = spark.read().parquet(paths);
        checkTypes(stored);
        Dataset<Row> rows = spark.read().schema(FactRow.schema()).parquet(paths).select(columns(read));
        // Of Spark's plan only the scan: what would come after it makes a row of each place in a batch, at a cost above
        // that of counting it. A plan is no public API, but this part of it has been there since Spark 3.0; the batches
        // it gives are public.
        SparkPlan scan = ((org.apache.spark.sql.classic.Dataset<Row>) rows)
                .queryExecution()
                .sparkPlan()
                .collectLeaves()
                .head();
        PartBuilder.Shape shape = shape(scan);
        Counting task = counting;
        if (scan.supportsColumnar()) {
            FlatMapFunction<Iterator<ColumnarBatch>, byte[]> count = partition ->
                    List.of(task.builder().batches(partition, shape).bytes()).iterator();
            return merged(scan.executeColumnar().toJavaRDD().mapPartitions(count));
        }
        FlatMapFunction<Iterator<InternalRow>, byte[]> count = partition ->
                List.of(task.builder().rows(partition, shape).bytes()).iterator();
        return merged(scan.execute().toJavaRDD().mapPartitions(count));
    }

    /** From NDJSON, whose lines are read whole. */
    Result ndjson(String... paths) {
        Dataset<Row> lines = spark.read().format("text").load(paths).select(functions.col("value"), file(), start());
        Counting task = counting;
        FlatMapFunction<Iterator<InternalRow>, byte[]> count =
                partition -> List.of(task.builder().lines(partition).bytes()).iterator();
        // The lines as Spark holds them: making a Row object of each costs more than counting it.
        return merged(((org.apache.spark.sql.classic.Dataset<Row>) lines)
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(count));
    }

    private static Column[] columns(List<FactColumn> read) {
        List<Column> columns = new ArrayList<>();
        read.forEach(column -> columns.add(functions.col(column.title())));
        columns.add(file());
        columns.add(start());
        return columns.toArray(Column[]::new);
    }

    private static Column file() {
        return functions.col("_metadata." + FILE);
    }

    private static Column start() {
        return functions.col("_metadata." + START);
    }

    /** Spark puts columns that folders are named by after the others, and what it says of the file last. */
    private static PartBuilder.Shape shape(SparkPlan scan) {
        Map<String, FactColumn> columns = new HashMap<>();
        FactColumn.all().forEach(column -> columns.put(column.title(), column));
        List<String> names = new ArrayList<>();
        scan.output().foreach(attribute -> names.add(attribute.name()));
        List<FactColumn> first = new ArrayList<>();
        for (String name : names) {
            FactColumn column = columns.get(name);
            if (column == null) {
                break;
            }
            first.add(column);
        }
        return new PartBuilder.Shape(List.copyOf(first), names.indexOf(FILE), names.indexOf(START));
    }

    /** A column that is not there is all null, which is right for one that may be absent; one of another type is an error. */
    private static void checkTypes(Dataset<Row> stored) {
        Map<String, DataType> types = new TreeMap<>();
        for (StructField field : stored.schema().fields()) {
            types.put(field.name(), field.dataType());
        }
        for (FactColumn column : FactColumn.all()) {
            DataType type = types.getOrDefault(column.title(), column.type());
            if (!type.equals(column.type())) {
                throw new IllegalArgumentException("column " + column.title() + " must be of type "
                        + column.type().simpleString() + ", but was " + type.simpleString());
            }
        }
    }

    private Result merged(JavaRDD<byte[]> parts) {
        int partitions = parts.getNumPartitions();
        LedgerSpec spec = counting.spec();
        if (partitions == 0) {
            Optional<PartQuality> nothing = counting.check().map(check -> new PartQuality());
            return new Result(Ledger.of(spec).snapshot(), nothing, 0, 0, List.of(), 0);
        }
        String named = counting.specClass();
        Part sum = Part.from(parts.treeReduce((one, other) -> Part.merge(one, other, named), DEPTH));
        LedgerSnapshot snapshot = Part.snapshot(sum.ledger(), spec);
        return new Result(snapshot, sum.quality(), sum.rows(), sum.bad(), sum.told(), partitions);
    }

    /** Whether files are Parquet, by their names' ends; else they are NDJSON. */
    static boolean areParquet(List<String> paths) {
        return paths.stream().allMatch(p -> p.endsWith(".parquet"));
    }

    /** From files of the form that their names' ends say; if strict, with every column of Parquet. */
    Result files(List<String> paths, boolean strict) {
        String[] all = paths.toArray(String[]::new);
        if (!areParquet(paths)) {
            return ndjson(all);
        }
        return strict ? parquet(FactColumn.all(), all) : parquet(all);
    }
}
