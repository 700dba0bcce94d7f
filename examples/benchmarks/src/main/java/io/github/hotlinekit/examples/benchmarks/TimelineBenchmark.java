package io.github.hotlinekit.examples.benchmarks;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.json.ReadOptions;
import io.github.hotlinekit.core.json.TimelineReader;
import io.github.hotlinekit.core.json.TimelineWriter;
import io.github.hotlinekit.core.privacy.RevealPurpose;
import io.github.hotlinekit.core.privacy.RevealRequest;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What reading and writing NDJSON costs an event, beside Jackson's databind with plain records. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class TimelineBenchmark {

    private static final int CASES = 50;
    private static final int EVENTS = CASES * 20;
    private static final RevealRequest REQUEST =
            RevealRequest.of(RevealPurpose.STORE, "bench", Instant.parse("2026-03-02T01:00:00Z"));

    private String text;
    private TimelineReader reader;
    private ObjectReader databind;

    /** Writes fifty lives of twenty events. */
    @Setup
    public void setUp() throws IOException {
        StringWriter out = new StringWriter();
        TimelineWriter writer = TimelineWriter.revealing(out, REQUEST);
        for (int i = 0; i < CASES; i++) {
            writer.write(Lives.ofTwenty(i));
        }
        text = out.toString();
        reader = TimelineReader.of(ReadOptions.of("benchmark"));
        databind = JsonMapper.builder().addModule(new JavaTimeModule()).build().readerFor(PlainEvent.class);
    }

    /** Every event, checked. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public void readEvents(Blackhole hole) throws IOException {
        reader.forEachEvent(new StringReader(text), (number, event) -> hole.consume(event));
    }

    /** Every case, checked and replayed. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public void readCases(Blackhole hole) throws IOException {
        reader.forEachCase(new StringReader(text), hole::consume);
    }

    /** The same lines into plain records by databind, unchecked. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public void databindPlainRecords(Blackhole hole) throws IOException {
        try (MappingIterator<PlainEvent> events = databind.readValues(text)) {
            while (events.hasNextValue()) {
                hole.consume(events.nextValue());
            }
        }
    }

    /** Every event, masked. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public void writeMasked(Lived lived, Blackhole hole) throws IOException {
        TimelineWriter writer = TimelineWriter.masked(Writer.nullWriter());
        for (Case subject : lived.cases) {
            writer.write(subject);
        }
        hole.consume(writer);
    }

    /** Cases to write. */
    @State(Scope.Benchmark)
    public static class Lived {
        private final Case[] cases = new Case[CASES];

        /** Makes them. */
        @Setup
        public void setUp() {
            for (int i = 0; i < CASES; i++) {
                cases[i] = Lives.ofTwenty(i);
            }
        }
    }

    String text() {
        return text;
    }
}
