package io.github.hotlinekit.examples.benchmarks;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseLifecycle;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

/** What an event costs: appended, decided on, replayed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class CaseBenchmark {

    private Case subject;
    private CaseCommand command;
    private CommandContext context;
    private CommandContext tooEarly;
    private CaseEvent event;
    private List<CaseEvent> events;
    private Instant middle;

    /** Makes the case of twenty events and the one that follows. */
    @Setup
    public void setUp() {
        subject = Lives.ofTwenty(1);
        command = Lives.next();
        context = Lives.nextContext(subject);
        tooEarly = CommandContext.of(context.actor(), subject.received());
        events = List.copyOf(subject.events());
        event = ((Decision.Accepted) CaseLifecycle.standard().decide(subject, command, context))
                .events()
                .get(0);
        middle = events.get(10).stamp().recorded();
    }

    /** One event more. */
    @Benchmark
    public Case appendOneEventToTwenty() {
        return subject.apply(event);
    }

    /** A command looked at by all rules, and its event appended. */
    @Benchmark
    public Decision decideOnTwenty() {
        return CaseLifecycle.standard().decide(subject, command, context);
    }

    /** A command refused. */
    @Benchmark
    public Decision refuseOnTwenty() {
        return CaseLifecycle.standard().decide(subject, command, tooEarly);
    }

    /** The whole timeline. */
    @Benchmark
    public Case replayTwenty() {
        return Case.replay(events);
    }

    /** Half of the timeline, found by an instant. */
    @Benchmark
    public Optional<Case> asOfTheMiddle() {
        return subject.asOf(middle);
    }
}
