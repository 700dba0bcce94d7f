package io.github.hotlinekit.examples.benchmarks;

import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.RoutingDecision;
import io.github.hotlinekit.core.routing.RoutingExplanation;
import io.github.hotlinekit.core.routing.RoutingFacts;
import io.github.hotlinekit.core.routing.RuleSet;
import java.time.Instant;
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

/** What a decision costs in a catalogue of one section, what an explanation, and what making the router. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RoutingBenchmark {

    private static final int CASES = 1_024;
    private static final Instant AT = Instant.parse("2026-07-02T01:00:00Z");

    /** How many rules. */
    @Param({"1000", "10000", "100000"})
    public int rules;

    private RoutingTables tables;
    private RuleSet plain;
    private Router router;
    private Router wordRouter;
    private RoutingFacts[] facts;
    private RoutingFacts[] texts;
    private int next;

    /** A catalogue without words and one with five of 5,000 in each rule. */
    @Setup
    public void setUp() {
        tables = RoutingTables.ofSeed(12345);
        plain = tables.ruleSet(rules, false);
        router = Router.of(plain, tables.taxonomy, tables.directory);
        wordRouter = Router.of(tables.ruleSet(rules, true), tables.taxonomy, tables.directory);
        facts = tables.facts(CASES, false);
        texts = tables.facts(CASES, true);
    }

    private int turn() {
        next = (next + 1) & (CASES - 1);
        return next;
    }

    /** A decision. */
    @Benchmark
    public RoutingDecision route() {
        return router.route(facts[turn()], AT);
    }

    /** A decision by rules that all ask for words, over a text of 200 characters. */
    @Benchmark
    public RoutingDecision routeByWords() {
        return wordRouter.route(texts[turn()], AT);
    }

    /** An explanation, all rules tried. */
    @Benchmark
    public RoutingExplanation explain() {
        return router.explain(facts[turn()], AT);
    }

    /** A router made of a rule set. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Router compile() {
        return Router.of(plain, tables.taxonomy, tables.directory);
    }
}
