package io.github.hotlinekit.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.stats.ledger.Ledger;
import io.github.hotlinekit.stats.ledger.LedgerSnapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
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
    void spark_speed_prints_a_line_for_each_of_what_it_compares_and_checks_every_cell() {
        assertThat(run(
                        new SparkSpeed(),
                        "--in-memory",
                        "--rows",
                        2_000,
                        "--runs",
                        1,
                        "--warm-up",
                        0,
                        "--threads",
                        1,
                        folder))
                .as(err.toString())
                .isZero();
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
        for (int column = 0; column < right.length; column++) {
            Object[] wrong = right.clone();
            wrong[column] = other(right[column]);
            List<Row> rows = List.of(RowFactory.create(scala(wrong)));
            assertThatThrownBy(() -> SparkSpeed.check(rows, snapshot))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("figures of [" + lead + ", ");
        }
        assertThatThrownBy(() -> SparkSpeed.check(List.of(), snapshot)).hasMessage("cells must be 0, but were 1");
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
