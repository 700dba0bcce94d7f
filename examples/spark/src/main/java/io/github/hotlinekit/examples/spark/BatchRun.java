package io.github.hotlinekit.examples.spark;

import io.github.hotlinekit.stats.ledger.Ledger;
import io.github.hotlinekit.stats.ledger.LedgerSnapshot;
import io.github.hotlinekit.stats.ledger.LedgerSpec;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;

/**
 * The ledger of files of facts: each partition counts into one ledger of its own, and the ledgers are merged as a tree. The
 * snapshot is that of a single process, byte by byte, however the rows are split. Each row counts: a case that stands twice
 * counts twice.
 */
final class BatchRun {

    /** How many levels the tree of merges has at most, above the partitions. */
    private static final int DEPTH = 3;

    private final SparkSession spark;
    private final String specClass;

    BatchRun(SparkSession spark, String specClass) {
        this.spark = spark;
        this.specClass = specClass;
    }

    /** What a run found. */
    record Result(LedgerSnapshot snapshot, long rows, long bad, List<BadRow> told, int partitions) {}

    /** From Parquet, in the partitions that Spark makes of it. */
    Result parquet(String... paths) {
        Dataset<Row> stored = spark.read().parquet(paths);
        checkTypes(stored);
        return run(
                PartBuilder.Form.PARQUET,
                spark.read().schema(FactRow.schema()).parquet(paths).select(columns()));
    }

    /** From NDJSON. */
    Result ndjson(String... paths) {
        return run(
                PartBuilder.Form.NDJSON,
                spark.read().format("text").load(paths).select(functions.col("value"), file(), start()));
    }

    private static Column[] columns() {
        Column[] columns = new Column[FactColumn.all().size() + 2];
        for (FactColumn column : FactColumn.all()) {
            columns[column.place()] = functions.col(column.title());
        }
        columns[columns.length - 2] = file();
        columns[columns.length - 1] = start();
        return columns;
    }

    private static Column file() {
        return functions.col("_metadata.file_path");
    }

    private static Column start() {
        return functions.col("_metadata.file_block_start");
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

    private Result run(PartBuilder.Form form, Dataset<Row> rows) {
        // The rows as Spark holds them: making a Row object of each costs more than counting it.
        JavaRDD<InternalRow> internal = ((org.apache.spark.sql.classic.Dataset<Row>) rows)
                .queryExecution()
                .toRdd()
                .toJavaRDD();
        int partitions = internal.getNumPartitions();
        LedgerSpec spec = LedgerSpecFactory.named(specClass);
        if (partitions == 0) {
            return new Result(Ledger.of(spec).snapshot(), 0, 0, List.of(), 0);
        }
        String named = specClass;
        FlatMapFunction<Iterator<InternalRow>, byte[]> count =
                partition -> List.of(new PartBuilder(form, Ledger.of(LedgerSpecFactory.named(named)))
                                .count(partition)
                                .bytes())
                        .iterator();
        Part sum = Part.from(
                internal.mapPartitions(count).treeReduce((one, other) -> Part.merge(one, other, named), DEPTH));
        LedgerSnapshot snapshot = Part.snapshot(sum.ledger(), spec);
        return new Result(snapshot, sum.rows(), sum.bad(), sum.told(), partitions);
    }

    /** From files of the form that their names' ends say. */
    Result files(List<String> paths) {
        String[] all = paths.toArray(String[]::new);
        boolean parquet = Arrays.stream(all).allMatch(p -> p.endsWith(".parquet"));
        return parquet ? parquet(all) : ndjson(all);
    }
}
