package io.github.hotlinekit.examples.benchmarks;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.sla.clock.DeadlineExplanation;
import io.github.hotlinekit.sla.clock.SlaClock;
import io.github.hotlinekit.sla.clock.SlaReading;
import io.github.hotlinekit.sla.clock.SlaTimeline;
import io.github.hotlinekit.sla.policy.SlaPolicy;
import io.github.hotlinekit.sla.policy.TargetKind;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a look at the clocks of a case costs, and one at a million open cases. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ClockBenchmark {

    private static final int DIFFERENT = 10_000;
    private static final int MILLION = 1_000_000;

    private final SlaClock clock = SlaClock.of(SlaPolicy.shishi2016(), WorkingCalendar.china());
    private final SlaTimeline[] open = new SlaTimeline[DIFFERENT];
    private SlaTimeline twenty;
    private Case subject;
    private Instant now;

    /** A case of twenty events with two targets, and ten thousand open ones of nine events. */
    @Setup
    public void setUp() {
        subject = Lives.ofTwenty(1);
        twenty = SlaTimeline.from(subject);
        now = subject.since().plusSeconds(3_600);
        for (int i = 0; i < DIFFERENT; i++) {
            Case life = Lives.ofTwenty(i);
            open[i] = SlaTimeline.from(Case.replay(life.events().subList(0, 9)));
        }
    }

    /** Two targets of a case of twenty events, whose timeline is at hand. */
    @Benchmark
    public List<SlaReading> readTwentyEventsWithTwoTargets() {
        return clock.read(twenty, now);
    }

    /** The same, the timeline being made first. */
    @Benchmark
    public List<SlaReading> readCaseOfTwentyEvents() {
        return clock.read(subject, now);
    }

    /** The same with the day-by-day explanation. */
    @Benchmark
    public DeadlineExplanation explainTwentyEvents() {
        return clock.explain(subject, TargetKind.COMPLETE);
    }

    /** A million open cases; the result is the number of their running clocks. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public long readMillionOpenCases() {
        long running = 0;
        for (int i = 0; i < MILLION; i++) {
            List<SlaReading> readings = clock.read(open[i % DIFFERENT], now);
            for (int j = 0; j < readings.size(); j++) {
                running += readings.get(j).state().isRunning() ? 1 : 0;
            }
        }
        return running;
    }
}
