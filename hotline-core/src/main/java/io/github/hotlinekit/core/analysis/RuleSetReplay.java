package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.RoutingDecision;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.SectionPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Stream;

/**
 * Decides past cases by two rule sets and counts what changes (新旧规则回放比对). Each case is decided at its own instant,
 * unless an instant is given for all: a rule set that is not in force at a case's instant leaves the case to people, so a
 * set that begins next month is best replayed {@link #withAfterAt at} its first day. Objections to past dispatches are
 * left aside. Immutable; takes two decisions a case and keeps no case, only the pairs of places and their examples.
 */
public final class RuleSetReplay {

    /** How many examples are kept of each pair of places unless said otherwise. */
    public static final int EXAMPLES = 5;
    /** The most examples that can be kept of each. */
    public static final int MAX_EXAMPLES = 1_000;

    private final Router before;
    private final Router after;
    private final ReplaySide beforeNone;
    private final ReplaySide afterNone;
    private final int examples;

    private RuleSetReplay(Router before, Router after, ReplaySide beforeNone, ReplaySide afterNone, int examples) {
        this.before = before;
        this.after = after;
        this.beforeNone = beforeNone;
        this.afterNone = afterNone;
        this.examples = examples;
    }

    /**
     * A replay. Takes time proportional to the rules, for their hashes.
     *
     * @param before a router by the rules before
     * @param after a router by the rules after
     * @return the replay, with {@value #EXAMPLES} examples of each pair of places
     */
    public static RuleSetReplay of(Router before, Router after) {
        return new RuleSetReplay(before, after, none(before.ruleSet()), none(after.ruleSet()), EXAMPLES);
    }

    private static ReplaySide none(RuleSet rules) {
        List<SectionCount> sections = rules.sections().stream()
                .filter(s -> s.policy() != SectionPolicy.COLLECT)
                .map(s -> new SectionCount(s.id(), 0))
                .toList();
        return new ReplaySide(rules.identity(), rules.hash(), Optional.empty(), 0, 0, 0, sections);
    }

    static void requireExamples(int examples) {
        if (examples < 0 || examples > MAX_EXAMPLES) {
            throw new IllegalArgumentException("examples must be 0 to " + MAX_EXAMPLES + ", but were " + examples);
        }
    }

    /**
     * The same replay with another number of examples.
     *
     * @param number how many are kept of each pair of places, 0 to {@value #MAX_EXAMPLES}; those with the smallest ids, as
     *     strings compare
     * @return the replay
     * @throws IllegalArgumentException if out of range
     */
    public RuleSetReplay withExamples(int number) {
        requireExamples(number);
        return new RuleSetReplay(before, after, beforeNone, afterNone, number);
    }

    /**
     * The same replay with all cases decided by the rules before at one instant.
     *
     * @param instant the instant
     * @return the replay
     */
    public RuleSetReplay withBeforeAt(Instant instant) {
        return new RuleSetReplay(before, after, at(beforeNone, instant), afterNone, examples);
    }

    /**
     * The same replay with all cases decided by the rules after at one instant.
     *
     * @param instant the instant
     * @return the replay
     */
    public RuleSetReplay withAfterAt(Instant instant) {
        return new RuleSetReplay(before, after, beforeNone, at(afterNone, instant), examples);
    }

    private static ReplaySide at(ReplaySide side, Instant instant) {
        Objects.requireNonNull(instant, "instant");
        return new ReplaySide(side.ruleSet(), side.hash(), Optional.of(instant), 0, 0, 0, side.sections());
    }

    /**
     * Decides cases again. Takes them one by one.
     *
     * @param cases the cases, in any order
     * @return what changes
     */
    public ReplayReport run(Stream<PastCase> cases) {
        return cases.collect(collector());
    }

    /**
     * Collects what changes, for streams of any kind.
     *
     * @return the collector
     */
    public Collector<PastCase, ?, ReplayReport> collector() {
        return Collector.of(
                () -> new ReplayTally(beforeNone, afterNone, examples),
                this::add,
                (tally, other) -> tally.absorb(other.report()),
                ReplayTally::report,
                Collector.Characteristics.UNORDERED);
    }

    private void add(ReplayTally tally, PastCase past) {
        RoutingDecision then = before.route(past.facts(), beforeNone.decidedAt().orElse(past.at()));
        RoutingDecision now = after.route(past.facts(), afterNone.decidedAt().orElse(past.at()));
        tally.add(past, then, now);
    }
}
