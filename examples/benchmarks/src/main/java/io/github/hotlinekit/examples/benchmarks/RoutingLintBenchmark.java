package io.github.hotlinekit.examples.benchmarks;

import io.github.hotlinekit.core.analysis.Analysis;
import io.github.hotlinekit.core.analysis.Budget;
import io.github.hotlinekit.core.analysis.RuleSetAnalyzer;
import io.github.hotlinekit.core.routing.RuleSet;
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
 * How long the analysis of a catalogue takes within the standard budget, once, as a program does that reads, lints and
 * ends: nothing is warmed up unless JMH is told to. The first shot of a fork is the cold one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 3)
@Fork(3)
public class RoutingLintBenchmark {

    /** How many rules. */
    @Param({"1000", "10000"})
    public int rules;

    private RoutingTables tables;
    private RuleSet catalogue;

    /** A catalogue without words. */
    @Setup
    public void setUp() {
        tables = RoutingTables.ofSeed(12345);
        catalogue = tables.ruleSet(rules, false);
    }

    /** Everything that is found in it. */
    @Benchmark
    public Analysis lint() {
        return RuleSetAnalyzer.of(catalogue, tables.taxonomy, tables.directory).analyze(Budget.standard());
    }
}
