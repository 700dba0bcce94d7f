package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what a change of rules would change. The answer speaks of every case that a router can be given the first time,
 * with any fact missing, coarse or unknown; what becomes of cases that departments objected to is left aside, and so are
 * norms, tests, titles and grounds. Immutable.
 *
 * <p>Compared are the days on which both sets are in force. If there is no such day, as where one set ends on the day on
 * which the other begins, these are the days of the later set, on which the earlier is taken to have stayed in force.
 */
public final class RuleSetDiff {

    /** How many differences are told if no number is asked for. */
    public static final int STANDARD_DIFFERENCES = 100;

    private final CaseSpace space;
    private final Program before;
    private final Program after;
    private final Changes deciding;
    private final Changes collecting;

    private RuleSetDiff(RuleSet before, RuleSet after, CaseSpace space) {
        this.space = space;
        this.before = new Program(before, space);
        this.after = new Program(after, space);
        this.deciding = Changes.of(this.before.deciding(), this.after.deciding());
        this.collecting = Changes.of(this.before.collecting(), this.after.collecting());
    }

    /**
     * A comparison.
     *
     * @param before the rules as they are
     * @param after the rules as they would be
     * @param taxonomy the taxonomy that both name
     * @param directory the directory that both name
     * @return the comparison
     * @throws IllegalArgumentException if a set names another taxonomy or directory, or their zones differ
     */
    public static RuleSetDiff of(RuleSet before, RuleSet after, Taxonomy taxonomy, Directory directory) {
        RuleSetAnalyzer.requireNamed(before, taxonomy, directory);
        RuleSetAnalyzer.requireNamed(after, taxonomy, directory);
        if (!before.zone().equals(after.zone())) {
            throw new IllegalArgumentException("rule sets " + before.identity() + " and " + after.identity()
                    + " must have one zone, but had " + before.zone() + " and " + after.zone());
        }
        Effective days = days(before.effective(), after.effective());
        return new RuleSetDiff(before, after, new CaseSpace(List.of(before, after), days, taxonomy, directory));
    }

    private static Effective days(Effective one, Effective other) {
        if (one.overlaps(other)) {
            return new Effective(later(one.from(), other.from()), earlier(one.toExclusive(), other.toExclusive()));
        }
        boolean oneIsLater = one.from().equals(later(one.from(), other.from()));
        return oneIsLater ? one : other;
    }

    private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.isPresent() && other.isPresent() && one.get().isBefore(other.get()) ? other : one.or(() -> other);
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.isPresent() && other.isPresent() && other.get().isBefore(one.get()) ? other : one.or(() -> other);
    }

    /**
     * Proves that the sets decide every case alike, or finds cases that they do not.
     *
     * @param budget how much work that may be
     * @return the proof or at most {@value #STANDARD_DIFFERENCES} differences
     */
    public SymbolicDiff symbolic(Budget budget) {
        return symbolic(budget, STANDARD_DIFFERENCES);
    }

    /**
     * Proves that the sets decide every case alike, or finds cases that they do not.
     *
     * @param budget how much work that may be
     * @param most how many differences are told at most, at least 1
     * @return the proof or the differences
     * @throws IllegalArgumentException if the number is below 1
     */
    public SymbolicDiff symbolic(Budget budget, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most must be at least 1, but was " + most);
        }
        return new Comparison(budget, most).result();
    }

    /** The rules and outcomes of a difference, before and after. */
    private record Pair(
            Optional<String> ruleBefore, Optional<String> ruleAfter, Outcome outcomeBefore, Outcome outcomeAfter) {}

    /** One run of the comparison. */
    private final class Comparison {

        private final Meter meter;
        private final int most;
        private final Search search;
        private final Outcomes outcomes = new Outcomes(space);
        private final Map<Pair, Box> found = new LinkedHashMap<>();

        Comparison(Budget budget, int most) {
            this.meter = new Meter(budget);
            this.most = most;
            this.search = new Search(space.vocabulary(), meter);
        }

        SymbolicDiff result() {
            boolean settled = true;
            for (Entry entry : deciding.before()) {
                settled &= settled(() -> won(before, entry));
            }
            for (Entry entry : deciding.after()) {
                settled &= settled(() -> won(after, entry));
            }
            for (Entry entry : collecting.before()) {
                settled &= settled(() -> all(entry.box()));
            }
            for (Entry entry : collecting.after()) {
                settled &= settled(() -> all(entry.box()));
            }
            // One more than asked for is looked for, to know whether there are more.
            boolean more = found.size() > most;
            SymbolicDiff.Verdict without = settled ? SymbolicDiff.Verdict.EQUAL : SymbolicDiff.Verdict.UNDECIDED;
            return new SymbolicDiff(
                    found.isEmpty() ? without : SymbolicDiff.Verdict.DIFFERENT,
                    space.days().all(),
                    found.entrySet().stream()
                            .limit(most)
                            .map(e -> difference(e.getKey(), e.getValue()))
                            .toList(),
                    settled && !more,
                    meter.used());
        }

        private RuleSetDifference difference(Pair pair, Box box) {
            return new RuleSetDifference(
                    pair.ruleBefore(), pair.ruleAfter(), pair.outcomeBefore(), pair.outcomeAfter(), space.witness(box));
        }

        private boolean settled(Part part) {
            if (found.size() > most) {
                return true;
            }
            meter.ask();
            try {
                part.compare();
                return true;
            } catch (Meter.ExhaustedException e) {
                return false;
            }
        }

        /** Compares what an entry decides in its own program. */
        private boolean won(Program own, Entry entry) throws Meter.ExhaustedException {
            List<Entry> earlier = own.before(entry, entry.box(), meter);
            return search.left(entry.box(), earlier, new HashSet<>(), part -> {
                Program other = own == before ? after : before;
                return search.decided(
                        part,
                        other.overlapping(part, meter),
                        (box, by) -> own == before
                                ? compare(box, entry.rule(), by.flatMap(Entry::rule))
                                : compare(box, by.flatMap(Entry::rule), entry.rule()));
            });
        }

        /** Compares all of a box. */
        private boolean all(Box box) throws Meter.ExhaustedException {
            return search.decided(
                    box,
                    before.overlapping(box, meter),
                    (part, one) -> search.decided(
                            part,
                            after.overlapping(part, meter),
                            (both, other) -> compare(both, one.flatMap(Entry::rule), other.flatMap(Entry::rule))));
        }

        private boolean compare(Box box, Optional<Rule> one, Optional<Rule> other) throws Meter.ExhaustedException {
            if (collecting.isEmpty() && one.map(Rule::then).equals(other.map(Rule::then))) {
                return false;
            }
            return outcomes.runs(
                    box,
                    one,
                    before,
                    search,
                    (part, was) -> outcomes.runs(part, other, after, search, (run, becomes) -> {
                        if (!was.equals(becomes)) {
                            found.putIfAbsent(new Pair(one.map(Rule::id), other.map(Rule::id), was, becomes), run);
                        }
                        return found.size() > most;
                    }));
        }
    }

    /** A part of a comparison. */
    @FunctionalInterface
    private interface Part {
        void compare() throws Meter.ExhaustedException;
    }
}
