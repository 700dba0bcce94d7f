package io.github.hotlinekit.examples.benchmarks;

import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.SectionPolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
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

/** What reading a catalogue costs, from bytes to rules of which every code is checked, as JSON and as a table. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RoutingDocumentBenchmark {

    /** How many rules. */
    @Param("10000")
    public int rules;

    private RoutingTables tables;
    private RuleSet catalogue;
    private byte[] json;
    private byte[] csv;

    /** Writes the same catalogue as both. */
    @Setup
    public void setUp() throws IOException {
        tables = RoutingTables.ofSeed(12345);
        catalogue = tables.ruleSet(rules, false);
        StringWriter out = new StringWriter();
        catalogue.write(out);
        json = out.toString().getBytes(StandardCharsets.UTF_8);
        out = new StringWriter();
        RuleSet.writeTable(catalogue.sections().get(0), out);
        csv = out.toString().getBytes(StandardCharsets.UTF_8);
    }

    RuleSet catalogue() {
        return catalogue;
    }

    /** The rule set, of JSON. */
    @Benchmark
    public RuleSet readJson() throws IOException {
        return RuleSet.read("made.json", new ByteArrayInputStream(json), tables.taxonomy, tables.directory);
    }

    /** Its section, of CSV. */
    @Benchmark
    public RuleSet.Section readCsv() throws IOException {
        return RuleSet.readTable(
                "made.csv",
                new ByteArrayInputStream(csv),
                "catalogue",
                SectionPolicy.FIRST,
                tables.taxonomy,
                tables.directory);
    }
}
