package io.github.hotlinekit.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hotlinekit.stats.ledger.Ledger;
import io.github.hotlinekit.stats.metric.CaseFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchLedgerTest {

    private static final String SPEC = StandardSpec.class.getName();

    @TempDir
    static Path folder;

    private static SparkSession spark;
    private static List<CaseFact> facts;
    private static byte[] expected;

    @BeforeAll
    static void start() {
        spark = SparkOptions.session("batch-ledger-test", "local[2]");
        facts = TestFacts.facts(3_000, 11);
        Ledger ledger = Ledger.of(LedgerSpecFactory.named(SPEC));
        facts.forEach(ledger::add);
        expected = ledger.snapshot().bytes();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static BatchRun.Result run(Path... files) {
        return new BatchRun(spark, SPEC)
                .files(Arrays.stream(files).map(Path::toString).toList(), false);
    }

    @Test
    void Parquet_in_any_number_of_partitions_and_any_order_gives_the_bytes_of_a_single_process() {
        int[] counts = {1, 3, 12};
        for (int parts : counts) {
            List<Row> rows = new ArrayList<>(facts.stream().map(FactRow::of).toList());
            Collections.shuffle(rows, new Random(parts));
            Path parquet = folder.resolve(parts + ".parquet");
            spark.createDataFrame(rows, FactRow.schema())
                    .repartition(parts)
                    .write()
                    .mode(SaveMode.Overwrite)
                    .parquet(parquet.toString());
            // A file a partition.
            spark.conf().set("spark.sql.files.openCostInBytes", Long.toString(1L << 40));
            BatchRun.Result result = run(parquet);
            assertThat(result.partitions()).isEqualTo(parts);
            assertThat(result.rows()).isEqualTo(facts.size());
            assertThat(result.bad()).isZero();
            assertThat(result.snapshot().bytes()).isEqualTo(expected);
        }
    }

    @Test
    void NDJSON_cut_into_blocks_gives_the_same_bytes_and_tells_bad_lines_by_their_numbers_in_the_file()
            throws IOException {
        List<String> lines = new ArrayList<>(facts.stream().map(FactRow::json).toList());
        lines.add(0, "{\"number\":");
        lines.add(1_500, "");
        lines.add(2_000, "{}");
        Path one = Files.write(folder.resolve("one.ndjson"), lines.subList(0, 2_500));
        Path two = Files.write(folder.resolve("two.ndjson"), lines.subList(2_500, lines.size()));
        spark.conf().set("spark.sql.files.maxPartitionBytes", "100000");
        BatchRun.Result result = run(two, one);
        spark.conf().unset("spark.sql.files.maxPartitionBytes");
        assertThat(result.partitions()).isGreaterThan(8);
        assertThat(result.snapshot().bytes()).isEqualTo(expected);
        assertThat(result.rows()).isEqualTo(facts.size() + 2);
        assertThat(result.bad()).isEqualTo(2);
        assertThat(result.told()).hasSize(2);
        assertThat(result.told().get(0).toString()).contains("one.ndjson:1: not JSON");
        assertThat(result.told().get(1).toString()).endsWith("one.ndjson:2001: number must be given");
    }

    @Test
    void a_column_of_another_type_is_refused_and_a_row_that_is_no_fact_is_told() {
        Path typed = folder.resolve("typed.parquet");
        spark.sql("SELECT 'C1' number, 350581 area").write().parquet(typed.toString());
        assertThatThrownBy(() -> run(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column area must be of type string, but was int");
        Path bad = folder.resolve("bad.parquet");
        spark.sql("SELECT 'C1' number").write().parquet(bad.toString());
        assertThat(run(bad).told()).hasSize(1);
        assertThat(run(bad).told().get(0).toString()).endsWith(".parquet:1: received must be given");
    }
}
