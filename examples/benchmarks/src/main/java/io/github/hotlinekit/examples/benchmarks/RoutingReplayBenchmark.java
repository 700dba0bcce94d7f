package io.github.hotlinekit.examples.benchmarks;

import io.github.hotlinekit.core.analysis.PastCase;
import io.github.hotlinekit.core.analysis.ReplayReport;
import io.github.hotlinekit.core.analysis.RuleSetReplay;
import io.github.hotlinekit.core.routing.Directive;
import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.RoutingFacts;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to decide a year's cases by two catalogues and to count what changes. Every tenth rule of the later
 * catalogue gives its cases to one department. The cases lie in memory and the routers are made; one thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class RoutingReplayBenchmark {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SECONDS = 30;

    /** How many rules. */
    @Param("10000")
    public int rules;

    /** How many cases. */
    @Param("1000000")
    public int cases;

    private Router before;
    private Router after;
    private List<PastCase> past;

    /** Two catalogues, and cases half a minute apart. */
    @Setup
    public void setUp() {
        RoutingTables tables = RoutingTables.ofSeed(12345);
        RuleSet catalogue = tables.ruleSet(rules, false);
        before = Router.of(catalogue, tables.taxonomy, tables.directory);
        after = Router.of(changed(catalogue), tables.taxonomy, tables.directory);
        RoutingFacts[] facts = tables.facts(cases, false);
        past = new ArrayList<>(cases);
        for (int i = 0; i < cases; i++) {
            past.add(new PastCase("C" + i, facts[i], FIRST.plusSeconds((long) SECONDS * i)));
        }
    }

    private static RuleSet changed(RuleSet catalogue) {
        RuleSet.Section section = catalogue.sections().get(0);
        List<Rule> changed = new ArrayList<>(section.rules());
        for (int i = 0; i < changed.size(); i += 10) {
            changed.set(i, changed.get(i).withThen(Directive.Assign.of("D0")));
        }
        return catalogue.withVersion("2").withSections(new RuleSet.Section(section.id(), section.policy(), changed));
    }

    Router before() {
        return before;
    }

    Router after() {
        return after;
    }

    List<PastCase> past() {
        return past;
    }

    /** What changes. */
    @Benchmark
    public ReplayReport replay() {
        return RuleSetReplay.of(before, after).run(past.stream());
    }
}
