package io.github.hotlinekit.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.stats.ledger.DataQuality;
import io.github.hotlinekit.stats.ledger.Ledger;
import io.github.hotlinekit.stats.ledger.LedgerSnapshot;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.FactCheck;
import io.github.hotlinekit.stats.metric.FactFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The programs on the command line: what they write, print and end with. */
class ProgramsTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Callable<Integer> program, Object... arguments) {
        return new CommandLine(program)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    private static byte[] single(String spec, long seed, long rows) {
        Ledger ledger = Ledger.of(LedgerSpecFactory.named(spec));
        SampleFacts facts = new SampleFacts(seed);
        LongStream.range(0, rows).forEach(place -> ledger.add(facts.fact(place)));
        return ledger.snapshot().bytes();
    }

    @Test
    void sample_files_hold_the_same_facts_in_both_forms_and_are_written_anew() throws IOException {
        String spec = StandardSpec.class.getName();
        for (String form : List.of("sample.parquet", "sample.ndjson")) {
            Path sample = folder.resolve(form);
            assertThat(run(new SampleFiles(), "--rows", 7, "--files", 2, sample))
                    .isZero();
            assertThat(run(new SampleFiles(), "--rows", 500, "--seed", 4, "--files", 3, sample))
                    .isZero();
            try (Stream<Path> files = Files.list(sample)) {
                assertThat(files.filter(f -> f.getFileName().toString().startsWith("part-")))
                        .hasSize(3);
            }
            Path ledger = folder.resolve("of-" + form);
            assertThat(run(new BatchLedger(), "--out", ledger, sample)).isZero();
            assertThat(Files.readAllBytes(ledger.resolve("ledger.bin"))).isEqualTo(single(spec, 4, 500));
        }
    }

    @Test
    void strict_writes_nothing_and_ends_with_its_code_if_a_row_is_no_fact() throws IOException {
        Path lines = folder.resolve("facts.ndjson");
        String fact = FactRow.json(new SampleFacts(1).fact(0));
        Files.write(lines, List.of(fact, "{}"));
        Path ledger = folder.resolve("ledger");
        assertThat(run(new BatchLedger(), "--strict", "--out", ledger, lines)).isEqualTo(BatchLedger.BAD_ROWS);
        assertThat(ledger.resolve("ledger.bin")).doesNotExist();
        assertThat(out.toString()).contains("rows 2 = counted 1 + bad 1;");
        assertThat(err.toString()).contains("facts.ndjson:2: number must be given");

        assertThat(run(new BatchLedger(), "--out", ledger, lines)).isZero();
        assertThat(ledger.resolve("ledger.bin")).exists();

        Files.write(lines, List.of(fact));
        Path strict = folder.resolve("strict");
        assertThat(run(new BatchLedger(), "--strict", "--out", strict, lines)).isZero();
        assertThat(strict.resolve("ledger.bin")).exists();
        assertThat(strict.resolve("ledger.json")).exists();
    }

    @Test
    void facts_are_checked_where_all_columns_are_read_anyway_or_on_demand_and_else_it_is_said_that_they_are_not()
            throws IOException {
        List<CaseFact> facts = TestFacts.facts(300, 8);
        Path ndjson = Files.write(
                folder.resolve("facts.ndjson"),
                facts.stream().map(FactRow::json).toList());
        String parquet = folder.resolve("facts.parquet").toString();
        try (SparkSession spark = SparkOptions.session("programs-test", "local[2]")) {
            spark.createDataFrame(facts.stream().map(FactRow::of).toList(), FactRow.schema())
                    .write()
                    .parquet(parquet);
        }
        String asOf = "2024-01-01T00:00:00Z";
        DataQuality single = DataQuality.of(facts, FactCheck.of(Instant.parse(asOf)));
        assertThat(single.faulty()).isPositive();
        Path ledger = folder.resolve("ledger");
        Path told = ledger.resolve("quality.json");
        String said = "数据质量 data quality, 截至 as of " + asOf + ": 检查 facts checked 300, 存疑 with faults "
                + single.faulty() + ", 仍计入 counted all the same";
        List<List<Object>> checking =
                List.of(List.of(ndjson), List.of("--check", parquet), List.of("--strict", parquet));
        for (List<Object> arguments : checking) {
            out.getBuffer().setLength(0);
            assertThat(run(
                            new BatchLedger(),
                            Stream.concat(Stream.of("--out", ledger, "--as-of", asOf), arguments.stream())
                                    .toArray()))
                    .isZero();
            assertThat(out.toString().lines()).contains(said);
            Qualities.assertTold(
                    told, single, FactFault.UNKNOWN_CATEGORY, FactFault.UNKNOWN_DEPARTMENT, FactFault.UNKNOWN_AREA);
        }

        // What an earlier run found does not stay.
        assertThat(run(new BatchLedger(), "--out", ledger, parquet)).isZero();
        assertThat(out.toString()).contains("未检查 facts were not checked (--check");
        Qualities.assertTold(told, DataQuality.empty(), FactFault.values());

        Path sound = Files.write(
                folder.resolve("sound.ndjson"),
                facts.stream()
                        .filter(fact ->
                                FactCheck.of(Instant.parse(asOf)).faults(fact).isEmpty())
                        .limit(2)
                        .map(FactRow::json)
                        .toList());
        assertThat(run(new BatchLedger(), "--out", ledger, sound)).isZero();
        assertThat(out.toString()).contains(": 检查 facts checked 2, 存疑 with faults 0, 未发现问题 no faults");
    }

    /** Once each, without a run to warm up. */
    private void runSpeed(String option, int rows, int threads) {
        Object[] arguments = {option, "--rows", rows, "--runs", 1, "--warm-up", 0, "--threads", threads, folder};
        assertThat(run(new SparkSpeed(), arguments)).as(err.toString()).isZero();
    }

    @Test
    void spark_speed_prints_a_line_for_each_of_what_it_compares_and_checks_every_cell() {
        runSpeed("--in-memory", 2_000, 1);
        assertThat(out.toString().lines().filter(line -> line.startsWith("1 thread,")))
                .hasSize(7);
        Ledger single = Ledger.of(new QuestionSpec().spec());
        SampleFacts facts = new SampleFacts(12_345);
        LongStream.range(0, 2_000).forEach(place -> single.add(facts.fact(place)));
        assertThat(out.toString())
                .contains("2000 rows, seed 12345")
                .contains("1 thread,  ledger, facts in memory")
                .contains("1 thread,  Spark SQL, percentile_approx")
                .contains("are within the ledger's bounds, in "
                        + single.snapshot().rows(StandardSpec.DEPARTMENTS).size() + " cells")
                .contains("each ledger of 2000 cases equals that of a single process, "
                        + single.snapshot().bytes().length + " bytes");
    }

    @Test
    void spark_speed_counts_the_same_facts_by_peers_in_the_same_run_and_prints_what_each_takes_beside_the_ledger() {
        runSpeed("--peers", 3_000, 2);
        assertThat(out.toString().lines().filter(line -> line.startsWith("2 threads, ")))
                .hasSize(10 + 9);
        assertThat(out.toString().lines().filter(line -> line.endsWith(" by the processor")))
                .hasSize(9)
                .noneMatch(line -> line.contains("facts in memory"))
                .anyMatch(line -> line.startsWith("2 threads, DuckDB in memory, exact percentiles "))
                .anyMatch(line -> line.startsWith("2 threads, stream groupingBy, sequential "))
                .anyMatch(line -> line.startsWith("2 threads, stream groupingBy, parallel "));
        Ledger single = Ledger.of(new QuestionSpec().spec());
        SampleFacts facts = new SampleFacts(12_345);
        LongStream.range(0, 3_000).forEach(place -> single.add(facts.fact(place)));
        assertThat(out.toString())
                .contains("all peers give the same figures, in "
                        + single.snapshot().rows(StandardSpec.DEPARTMENTS).size() + " cells");
    }

    @Test
    void spark_speed_refuses_any_figure_that_is_another() {
        // 1 case: received, completed, on time, asked, resolved, satisfied, mean, quantiles.
        long place = LongStream.iterate(0, p -> p + 1)
                .filter(p -> new SampleFacts(1)
                        .fact(p)
                        .outcome()
                        .satisfaction()
                        .filter(grade -> grade == Satisfaction.VERY_SATISFIED)
                        .isPresent())
                .findFirst()
                .orElseThrow();
        var fact = new SampleFacts(1).fact(place);
        LedgerSnapshot snapshot = Ledger.of(new QuestionSpec().spec()).add(fact).snapshot();
        double minutes = snapshot.rows(StandardSpec.DEPARTMENTS)
                .get(0)
                .times("handlingTime")
                .ended()
                .mean(0)
                .orElseThrow()
                .doubleValue();
        long resolved = snapshot.rows(StandardSpec.DEPARTMENTS)
                .get(0)
                .figure("resolution")
                .ratio()
                .numerator();
        long onTime = snapshot.rows(StandardSpec.DEPARTMENTS)
                .get(0)
                .figure("onTime")
                .ratio()
                .numerator();
        String lead = fact.lead().orElseThrow().toString();
        Object[] right = {lead, fact.kind().code(), 1L, 1L, onTime, 1L, resolved, 1L, minutes, List.of(minutes, minutes)
        };
        assertThat(SparkSpeed.check(List.of(RowFactory.create(scala(right))), snapshot))
                .isOne();
        PeerSums sums = new PeerSums();
        sums.add(fact);
        Map<List<String>, PeerSums> stream = Map.of(List.of(lead, fact.kind().code()), sums);
        SpeedPeers.check(List.of(RowFactory.create(scala(right))), stream);
        for (int column = 0; column < right.length; column++) {
            Object[] wrong = right.clone();
            wrong[column] = other(right[column]);
            List<Row> rows = List.of(RowFactory.create(scala(wrong)));
            assertThatThrownBy(() -> SparkSpeed.check(rows, snapshot))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("figures of [" + lead + ", ");
            assertThatThrownBy(() -> SpeedPeers.check(rows, stream))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("figures of [" + lead);
        }
        assertThatThrownBy(() -> SparkSpeed.check(List.of(), snapshot)).hasMessage("cells must be 0, but were 1");
        assertThatThrownBy(() -> SpeedPeers.check(List.of(), stream)).hasMessage("cells must be 0, but were 1");
    }

    private static Object other(Object value) {
        if (value instanceof Long number) {
            return number + 1;
        }
        if (value instanceof Double number) {
            return number + 1;
        }
        if (value instanceof List<?> list) {
            return List.of(list.get(0), (Double) list.get(1) * 2 + 1);
        }
        return value.toString().toUpperCase(Locale.ROOT) + "X";
    }

    /** Lists as Spark has them in rows. */
    private static Object[] scala(Object[] values) {
        Object[] row = values.clone();
        List<?> quantiles = (List<?>) values[values.length - 1];
        row[row.length - 1] =
                scala.jdk.javaapi.CollectionConverters.asScala(quantiles).toSeq();
        return row;
    }
}
