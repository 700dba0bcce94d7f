package io.github.hotlinekit.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.ledger.Grouping;
import io.github.hotlinekit.stats.ledger.Ledger;
import io.github.hotlinekit.stats.ledger.LedgerSpec;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ledger of the columns that its specification needs is that of all columns, byte by byte. */
class SpecColumnsTest {

    @TempDir
    static Path folder;

    private static SparkSession spark;
    private static List<CaseFact> facts;
    private static String parquet;

    @BeforeAll
    static void start() {
        spark = SparkOptions.session("spec-columns-test", "local[2]");
        SampleFacts sample = new SampleFacts(3);
        // Facts in which every column takes every value, and those of the measurements.
        facts = Stream.concat(
                        TestFacts.facts(3_000, 5).stream(),
                        LongStream.range(0, 3_000).mapToObj(sample::fact))
                .toList();
        parquet = folder.resolve("facts.parquet").toString();
        spark.createDataFrame(facts.stream().map(FactRow::of).toList(), FactRow.schema())
                .repartition(2)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(parquet);
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static byte[] single(String spec) {
        Ledger ledger = Ledger.of(LedgerSpecFactory.named(spec));
        facts.forEach(ledger::add);
        return ledger.snapshot().bytes();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                StandardSpec.class,
                DepartmentSpec.class,
                QuestionSpec.class,
                NumbersAlone.class,
                Instants.class,
                OwnDimension.class
            })
    void pruned_columns_all_columns_and_rows_one_by_one_give_the_bytes_of_a_single_process(Class<?> named) {
        BatchRun run = new BatchRun(spark, named.getName());
        byte[] expected = single(named.getName());
        assertThat(run.parquet(parquet).snapshot().bytes()).isEqualTo(expected);
        assertThat(run.parquet(FactColumn.all(), parquet).snapshot().bytes()).isEqualTo(expected);
        spark.conf().set("spark.sql.parquet.enableVectorizedReader", "false");
        try {
            assertThat(run.parquet(parquet).snapshot().bytes()).isEqualTo(expected);
        } finally {
            spark.conf().unset("spark.sql.parquet.enableVectorizedReader");
        }
    }

    @Test
    void a_column_that_nobody_reads_is_not_fetched() {
        assertThat(SpecColumns.of(new QuestionSpec().spec()))
                .contains(FactColumn.NUMBER, FactColumn.REVISION, FactColumn.LEAD, FactColumn.KIND)
                .contains(FactColumn.TO_COMPLETION, FactColumn.RUNNING)
                .doesNotContain(FactColumn.RECEIVED, FactColumn.CHANNEL, FactColumn.CATEGORY, FactColumn.TO_REPLY);
        assertThat(SpecColumns.of(new NumbersAlone().spec())).containsExactly(FactColumn.NUMBER, FactColumn.REVISION);
        assertThat(SpecColumns.of(new OwnDimension().spec())).isEqualTo(FactColumn.all());
    }

    @Test
    void what_stands_in_another_column_is_looked_at_only_if_all_are_read() {
        String wrong = folder.resolve("wrong.parquet").toString();
        spark.read()
                .schema(FactRow.schema())
                .parquet(parquet)
                .limit(10)
                .selectExpr("*", "'fax' AS other")
                .drop("channel")
                .withColumnRenamed("other", "channel")
                .write()
                .parquet(wrong);
        BatchRun run = new BatchRun(spark, QuestionSpec.class.getName());
        assertThat(run.parquet(wrong).bad()).isZero();
        assertThat(run.files(List.of(wrong), false).bad()).isZero();
        BatchRun.Result strict = run.files(List.of(wrong), true);
        assertThat(strict.bad()).isEqualTo(10);
        assertThat(strict.told().get(0).reason()).startsWith("channel: must be one of [phone, ");
    }

    @Test
    void a_row_whose_outcome_is_wrong_is_told_by_its_number_and_the_others_of_its_batch_count() {
        String wrong = folder.resolve("outcome.parquet").toString();
        spark.sql("SELECT concat('C', id) number, IF(id = 3, 'odd', 'help') kind, IF(id = 5, 'ended', 'closed') state "
                        + "FROM range(0, 8, 1, 1)")
                .write()
                .parquet(wrong);
        BatchRun.Result result = new BatchRun(spark, QuestionSpec.class.getName()).parquet(wrong);
        assertThat(result.snapshot().size()).isEqualTo(6);
        assertThat(result.told()).extracting(BadRow::line).containsExactly(4L, 6L);
        assertThat(result.told())
                .extracting(row -> row.reason().substring(0, 21))
                .containsExactly("kind: must be one of ", "ending must be given ");
    }

    /** How many, and which: number and revision are all that it reads. */
    public static final class NumbersAlone implements LedgerSpecFactory {
        /** Made by name. */
        public NumbersAlone() {}

        @Override
        public LedgerSpec spec() {
            return LedgerSpec.of(List.of(), List.of(Grouping.total()));
        }
    }

    /** Figures by instants that may be missing, times of all phases, several keys and examples. */
    public static final class Instants implements LedgerSpecFactory {
        /** Made by name. */
        public Instants() {}

        @Override
        public LedgerSpec spec() {
            return LedgerSpec.of(
                            Metric.standard().stream()
                                    .map(m -> m.on(TimeBasis.CALLED_BACK))
                                    .toList(),
                            Measure.standard(),
                            List.of(
                                    Grouping.of(Dimension.participant(), Dimension.attribution()),
                                    Grouping.of(Dimension.area(6), Dimension.respondent())))
                    .withExamples(2);
        }
    }

    /** A dimension whose function may read anything. */
    public static final class OwnDimension implements LedgerSpecFactory {
        /** Made by name. */
        public OwnDimension() {}

        @Override
        public LedgerSpec spec() {
            Dimension urgentByPhone = Dimension.of(
                    "own",
                    Label.of("自定", "own"),
                    fact -> fact.priority().code() + fact.channel().code());
            return LedgerSpec.of(Metric.standard(), List.of(Grouping.of(urgentByPhone)));
        }
    }
}
