package io.github.hotlinekit.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is measured side by side has the same answers, and what has others is not measured. */
@Tag("engines")
class RoutingPeersBenchmarkTest {

    private static final int RULES = 150;
    /** Few: engines take long to start. */
    private static final int CHECKED = 32;

    @Test
    void all_that_are_measured_side_by_side_decide_alike() {
        RoutingPeersBenchmark benchmark = new RoutingPeersBenchmark();
        RoutingPeersBenchmark.Hotline hotline = new RoutingPeersBenchmark.Hotline();
        RoutingPeersBenchmark.Walk walk = new RoutingPeersBenchmark.Walk();
        RoutingPeersBenchmark.EasyRules easyRules = new RoutingPeersBenchmark.EasyRules();
        RoutingPeersBenchmark.Drools drools = new RoutingPeersBenchmark.Drools();
        RoutingPeersBenchmark.Camunda camunda = new RoutingPeersBenchmark.Camunda();
        hotline.rules = RULES;
        hotline.checked = CHECKED;
        walk.rules = RULES;
        walk.checked = CHECKED;
        easyRules.rules = RULES;
        easyRules.checked = CHECKED;
        drools.rules = RULES;
        drools.checked = CHECKED;
        camunda.rules = RULES;
        camunda.checked = CHECKED;
        hotline.setUp();
        walk.setUp();
        easyRules.setUp();
        drools.setUp();
        camunda.setUp();
        Set<String> deciding = new HashSet<>();
        for (int i = 0; i < CHECKED; i++) {
            PeerAnswer answer = PeerAnswer.of(benchmark.routeHotline(hotline));
            assertThat(benchmark.routeWalk(walk)).isEqualTo(answer);
            assertThat(benchmark.routeEasyRules(easyRules)).isEqualTo(answer);
            assertThat(benchmark.routeDrools(drools)).isEqualTo(answer);
            assertThat(benchmark.routeCamunda(camunda)).isEqualTo(answer);
            deciding.add(answer.rule());
        }
        // Cases that all go one way would prove little.
        assertThat(deciding).hasSizeGreaterThan(1);
    }

    @Test
    void an_engine_that_decides_one_case_otherwise_is_not_measured() {
        PeerTable table = PeerTable.ofSize(RULES);
        WalkPeer same = new WalkPeer(table.rules);
        PeerCase odd = table.cases.get(CHECKED - 1);
        PeerAnswer wrong = new PeerAnswer(same.decide(odd).rule(), "D39", "");
        assertThatThrownBy(
                        () -> table.requireSame(subject -> subject.equals(odd) ? wrong : same.decide(subject), CHECKED))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("D39");
    }
}
