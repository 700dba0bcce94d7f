package io.github.hotlinekit.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.analysis.Analysis;
import io.github.hotlinekit.core.analysis.FindingCode;
import io.github.hotlinekit.core.analysis.PastCase;
import io.github.hotlinekit.core.analysis.ReplayReport;
import io.github.hotlinekit.core.analysis.Share;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is measured of catalogues as wholes does all of the work. */
class RoutingWorkBenchmarksTest {

    @Test
    void a_lint_settles_every_question() {
        RoutingLintBenchmark benchmark = new RoutingLintBenchmark();
        benchmark.rules = 200;
        benchmark.setUp();
        Analysis analysis = benchmark.lint();
        assertThat(analysis.undecided()).isEmpty();
        assertThat(analysis.of(FindingCode.UNREACHABLE)).isEmpty();
        assertThat(analysis.stepsUsed()).isGreaterThan(200);
    }

    @Test
    void json_and_csv_are_read_as_what_was_written() throws IOException {
        RoutingDocumentBenchmark benchmark = new RoutingDocumentBenchmark();
        benchmark.rules = 200;
        benchmark.setUp();
        assertThat(benchmark.readJson()).isEqualTo(benchmark.catalogue());
        assertThat(benchmark.readCsv())
                .isEqualTo(benchmark.catalogue().sections().get(0));
    }

    @Test
    void a_replay_counts_the_cases_that_are_decided_otherwise() {
        RoutingReplayBenchmark benchmark = new RoutingReplayBenchmark();
        benchmark.rules = 1_000;
        benchmark.cases = 2_000;
        benchmark.setUp();
        ReplayReport report = benchmark.replay();
        long changed = benchmark.past().stream()
                .filter(past -> changes(benchmark, past))
                .count();
        assertThat(changed).isPositive();
        assertThat(report.changedShare()).isEqualTo(Share.of(changed, 2_000));
    }

    private static boolean changes(RoutingReplayBenchmark benchmark, PastCase past) {
        return !benchmark
                .before()
                .route(past.facts(), past.at())
                .outcome()
                .equals(benchmark.after().route(past.facts(), past.at()).outcome());
    }
}
