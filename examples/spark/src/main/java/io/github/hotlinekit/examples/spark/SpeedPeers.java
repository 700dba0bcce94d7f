package io.github.hotlinekit.examples.spark;

import io.github.hotlinekit.stats.ledger.LedgerSnapshot;
import io.github.hotlinekit.stats.metric.CaseFact;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What people would count with instead on one machine, over the same facts in memory: DuckDB, whose table is loaded before
 * anything is timed and has each condition of the question as a column of its own, and a stream of the objects.
 */
final class SpeedPeers implements AutoCloseable {

    private static final String DUCK_DB = "jdbc:duckdb:";

    private static final String LOAD = """
            CREATE TABLE facts AS SELECT lead, kind,
                   coalesce(state IN ('closed', 'archived'), false)::UTINYINT AS completed,
                   coalesce(complete = 'onTime', false)::UTINYINT AS on_time,
                   coalesce(callback = 'answered', false)::UTINYINT AS asked,
                   coalesce(resolution = 'yes', false)::UTINYINT AS resolved,
                   coalesce(satisfaction IN ('verySatisfied', 'satisfied'), false)::UTINYINT AS satisfied,
                   CASE WHEN running = '' THEN to_completion END AS minutes
            FROM read_parquet('%s/*.parquet')
            """;

    /** In the order of the columns of {@link SparkSpeed}; quantiles are exact, and of the same kind as Spark's. */
    private static final String QUESTION = """
            SELECT lead, kind, count(*), sum(completed), sum(on_time), sum(asked), sum(resolved), sum(satisfied),
                   avg(minutes), quantile_cont(minutes, [0.5, 0.9])
            FROM facts GROUP BY lead, kind
            """;

    // Places in a row of the question, from 1.
    private static final int RECEIVED = 3;
    private static final int MEAN = 9;
    private static final int QUANTILES = 10;

    private final Connection connection;
    private final Timing<List<Row>> duckDb;
    private final List<Timing<Map<List<String>, PeerSums>>> streams = new ArrayList<>();

    SpeedPeers(CaseFact[] facts, String parquet, int threads) throws SQLException {
        this.connection = DriverManager.getConnection(DUCK_DB);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + threads);
            statement.execute(LOAD.formatted(parquet.replace("'", "''")));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        this.duckDb = new Timing<>("DuckDB in memory, exact percentiles", this::asked);
        streams.add(new Timing<>("stream groupingBy, sequential", () -> collected(Arrays.stream(facts))));
        if (threads > 1) {
            streams.add(new Timing<>("stream groupingBy, parallel", () -> inParallel(facts, threads)));
        }
    }

    /** What is timed. */
    List<Timing<?>> timings() {
        List<Timing<?>> timings = new ArrayList<>(List.of(duckDb));
        timings.addAll(streams);
        return timings;
    }

    /**
     * How many cells agree: all.
     *
     * @param exact what Spark SQL says, with exact percentiles
     * @param ledger what the ledger says
     */
    int check(List<Row> exact, LedgerSnapshot ledger) {
        for (Timing<Map<List<String>, PeerSums>> stream : streams) {
            check(exact, stream.result());
        }
        return SparkSpeed.check(duckDb.result(), ledger);
    }

    static void check(List<Row> exact, Map<List<String>, PeerSums> cells) {
        if (exact.size() != cells.size()) {
            throw new IllegalStateException("cells must be " + exact.size() + ", but were " + cells.size());
        }
        for (Row row : exact) {
            List<String> key = List.of(row.getString(0), row.getString(1));
            PeerSums sums = cells.get(key);
            if (sums == null || !sums.agrees(row)) {
                throw new IllegalStateException("figures of " + key + " must be " + row + ", but were " + sums);
            }
        }
    }

    private List<Row> asked() {
        List<Row> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(QUESTION)) {
            while (result.next()) {
                rows.add(row(result));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB has no answer", e);
        }
        return rows;
    }

    /** As Spark has it. */
    private static Row row(ResultSet result) throws SQLException {
        List<@Nullable Object> row = new ArrayList<>(List.of(result.getString(1), result.getString(2)));
        for (int column = RECEIVED; column < MEAN; column++) {
            row.add(result.getLong(column));
        }
        row.add(result.getObject(MEAN));
        java.sql.Array quantiles = result.getArray(QUANTILES);
        row.add(
                quantiles == null
                        ? null
                        : CollectionConverters.asScala(Arrays.asList((Object[]) quantiles.getArray()))
                                .toSeq());
        return RowFactory.create(row.toArray());
    }

    private static Map<List<String>, PeerSums> collected(Stream<CaseFact> facts) {
        return facts.collect(Collectors.groupingBy(
                fact -> List.of(fact.lead().orElseThrow().value(), fact.kind().code()),
                Collector.of(PeerSums::new, PeerSums::add, PeerSums::merge)));
    }

    /** A parallel stream takes the threads of the pool in which it is begun. */
    private static Map<List<String>, PeerSums> inParallel(CaseFact[] facts, int threads) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> collected(Arrays.stream(facts).parallel())).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the stream was not counted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the stream was not counted", e);
        } finally {
            pool.shutdownNow();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
