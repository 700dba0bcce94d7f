package io.github.hotlinekit.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.routing.RoutingDecision;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The decisions that are measured are those of rules, and of many. */
class RoutingBenchmarkTest {

    @Test
    void the_measured_decisions_are_those_that_are_explained() {
        RoutingBenchmark measured = benchmark();
        RoutingBenchmark explained = benchmark();
        Set<RoutingDecision> different = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            RoutingDecision decision = measured.route();
            assertThat(decision).isEqualTo(explained.explain().decision());
            different.add(decision);
        }
        assertThat(different).hasSizeGreaterThan(20);
        assertThat(measured.compile().ruleSet().size()).isEqualTo(1_000);
    }

    @Test
    void words_decide_some_of_the_cases_with_texts() {
        RoutingBenchmark measured = benchmark();
        Set<String> deciding = new HashSet<>();
        for (int i = 0; i < 1_024; i++) {
            measured.routeByWords().rule().ifPresent(deciding::add);
        }
        // Z asks for no word.
        assertThat(deciding).contains("Z").hasSizeGreaterThan(1);
    }

    private static RoutingBenchmark benchmark() {
        RoutingBenchmark benchmark = new RoutingBenchmark();
        benchmark.rules = 1_000;
        benchmark.setUp();
        return benchmark;
    }
}
