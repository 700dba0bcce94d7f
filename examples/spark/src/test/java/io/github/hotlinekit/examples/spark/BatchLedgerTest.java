package io.github.hotlinekit.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hotlinekit.stats.ledger.DataQuality;
import io.github.hotlinekit.stats.ledger.Ledger;
import io.github.hotlinekit.stats.metric.CaseFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchLedgerTest {

    private static final String SPEC = StandardSpec.class.getName();

    /** Facts were received before it and after it. */
    private static final Instant AS_OF = Instant.parse("2024-01-01T00:00:00Z");

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

    @ParameterizedTest
    @ValueSource(classes = {StandardSpec.class, DepartmentSpec.class, CodesSpec.class})
    void what_cannot_be_so_is_what_a_single_process_finds_however_facts_are_split(Class<?> named) throws IOException {
        DataQuality single =
                DataQuality.of(facts, LedgerSpecFactory.of(named.getName()).check(AS_OF));
        assertThat(single.faulty()).isBetween(1L, facts.size() - 1L);
        BatchRun run = new BatchRun(spark, named.getName()).checking(AS_OF);
        int[] counts = {1, 3, 12};
        for (int parts : counts) {
            List<Row> rows = new ArrayList<>(facts.stream().map(FactRow::of).toList());
            Collections.shuffle(rows, new Random(parts));
            String parquet = folder.resolve("checked.parquet").toString();
            spark.createDataFrame(rows, FactRow.schema())
                    .repartition(parts)
                    .write()
                    .mode(SaveMode.Overwrite)
                    .parquet(parquet);
            spark.conf().set("spark.sql.files.openCostInBytes", Long.toString(1L << 40));
            BatchRun.Result result = run.parquet(parquet);
            assertThat(result.partitions()).isEqualTo(parts);
            Qualities.assertSame(result.quality().orElseThrow(), single);
            Qualities.assertSame(
                    run.parquet(FactColumn.all(), parquet).quality().orElseThrow(), single);
            assertThat(new BatchRun(spark, named.getName()).parquet(parquet).quality())
                    .isEmpty();
        }
        List<String> lines = new ArrayList<>(facts.stream().map(FactRow::json).toList());
        lines.add("{}");
        Path ndjson = Files.write(folder.resolve("checked.ndjson"), lines);
        spark.conf().set("spark.sql.files.maxPartitionBytes", "100000");
        BatchRun.Result result = run.ndjson(ndjson.toString());
        spark.conf().unset("spark.sql.files.maxPartitionBytes");
        assertThat(result.partitions()).isGreaterThan(8);
        Qualities.assertSame(result.quality().orElseThrow(), single);
    }

    @Test
    void of_no_files_nothing_is_checked_and_it_is_said_so() throws IOException {
        Path none = Files.createDirectories(folder.resolve("none.ndjson"));
        PartQuality quality = new BatchRun(spark, SPEC)
                .checking(AS_OF)
                .ndjson(none.toString())
                .quality()
                .orElseThrow();
        Qualities.assertSame(quality, DataQuality.empty());
    }

    @Test
    void a_check_reads_columns_that_the_figures_do_not() {
        assertThat(new Counting(SPEC, null).columns()).doesNotContain(FactColumn.DUE, FactColumn.AREA);
        assertThat(new Counting(SPEC, AS_OF).columns())
                .containsAll(new Counting(SPEC, null).columns())
                .contains(FactColumn.DUE, FactColumn.CALLED_BACK)
                .doesNotContain(FactColumn.AREA, FactColumn.RESPONDENT);
        assertThat(new Counting(CodesSpec.class.getName(), AS_OF).columns()).contains(FactColumn.AREA);
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
