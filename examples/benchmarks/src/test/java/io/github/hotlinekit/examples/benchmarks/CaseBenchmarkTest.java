package io.github.hotlinekit.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Decision;
import org.junit.jupiter.api.Test;

/** What is measured does what it says; how fast is the benchmarks' to tell. */
class CaseBenchmarkTest {

    @Test
    void the_measured_acts_do_what_they_are_called() {
        CaseBenchmark benchmark = new CaseBenchmark();
        benchmark.setUp();
        assertThat(benchmark.replayTwenty().version()).isEqualTo(20);
        assertThat(benchmark.replayTwenty().state()).isEqualTo(CaseState.CALLBACK);
        assertThat(benchmark.appendOneEventToTwenty().state()).isEqualTo(CaseState.CLOSED);
        assertThat(benchmark.decideOnTwenty()).isInstanceOf(Decision.Accepted.class);
        assertThat(benchmark.refuseOnTwenty()).isInstanceOf(Decision.Refused.class);
        assertThat(benchmark.asOfTheMiddle().orElseThrow().version()).isEqualTo(11);
    }
}
