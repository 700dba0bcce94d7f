package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.routing.Notice;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.RoutingDecision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts what a replay changes. Belongs to one thread; keeps no more than the pairs of places met and their examples. */
final class ReplayTally {

    private final Side before;
    private final Side after;
    private final int examples;
    private final Map<Destination, Map<Destination, Cell>> cells = new HashMap<>();

    /** A tally of nothing, of the kind of two sides. */
    ReplayTally(ReplaySide before, ReplaySide after, int examples) {
        this.before = new Side(before);
        this.after = new Side(after);
        this.examples = examples;
    }

    void add(PastCase past, RoutingDecision then, RoutingDecision now) {
        before.add(then);
        after.add(now);
        Cell cell = cell(Destination.of(then.outcome()), Destination.of(now.outcome()));
        cell.numbers[Cell.CASES]++;
        if (!then.outcome().equals(now.outcome())) {
            cell.numbers[Cell.CHANGED]++;
            if (cell.wants(past.id(), examples)) {
                cell.keep(
                        new ReplayExample(past.id(), past.at(), then.outcome(), then.rule(), now.outcome(), now.rule()),
                        examples);
            }
        }
    }

    ReplayTally absorb(ReplayReport report) {
        before.absorb(report.before());
        after.absorb(report.after());
        for (ReplayCell other : report.matrix()) {
            Cell cell = cell(other.before(), other.after());
            cell.numbers[Cell.CASES] += other.cases();
            cell.numbers[Cell.CHANGED] += other.changed();
            other.examples().forEach(e -> cell.keep(e, examples));
        }
        return this;
    }

    private Cell cell(Destination from, Destination to) {
        return cells.computeIfAbsent(from, d -> new HashMap<>()).computeIfAbsent(to, d -> new Cell());
    }

    ReplayReport report() {
        List<ReplayCell> matrix = new ArrayList<>();
        cells.forEach((from, row) -> row.forEach((to, cell) -> matrix.add(
                new ReplayCell(from, to, cell.numbers[Cell.CASES], cell.numbers[Cell.CHANGED], cell.examples))));
        matrix.sort(ReplayReport.ORDER);
        return new ReplayReport(before.report(), after.report(), examples, matrix);
    }

    /** A pair of places. */
    private static final class Cell {

        private static final int CASES = 0;
        private static final int CHANGED = 1;

        /** Total but for equal examples, so that which ones are kept hangs on no order of arrival. */
        private static final Comparator<ReplayExample> SMALLEST = Comparator.comparing(ReplayExample::id)
                .thenComparing(ReplayExample::at)
                .thenComparing(e -> e.before().toString())
                .thenComparing(e -> e.after().toString())
                .thenComparing(e -> e.beforeRule().orElse(""))
                .thenComparing(e -> e.afterRule().orElse(""));

        private final long[] numbers = new long[2];
        private final List<ReplayExample> examples = new ArrayList<>();

        /** Whether an example of that id may be kept: most are not, and need not be made. */
        boolean wants(String id, int most) {
            return examples.size() < most
                    || (most > 0 && id.compareTo(examples.get(most - 1).id()) <= 0);
        }

        void keep(ReplayExample example, int most) {
            int place = Collections.binarySearch(examples, example, SMALLEST);
            examples.add(place < 0 ? -1 - place : place, example);
            if (examples.size() > most) {
                examples.remove(most);
            }
        }
    }

    /** What one rule set decides. */
    private static final class Side {

        private static final int CASES = 0;
        private static final int TRIAGED = 1;
        private static final int NOT_IN_FORCE = 2;
        private static final int SECTIONS = 3;

        private final ReplaySide kind;
        private final Map<String, Integer> places;
        private final long[] numbers;

        Side(ReplaySide kind) {
            this.kind = kind;
            this.places = new HashMap<>();
            for (SectionCount section : kind.sections()) {
                places.put(section.section(), SECTIONS + places.size());
            }
            this.numbers = new long[SECTIONS + kind.sections().size()];
        }

        void add(RoutingDecision decision) {
            numbers[CASES]++;
            if (decision.outcome() instanceof Outcome.Triage) {
                numbers[TRIAGED]++;
                if (decision.notices().contains(Notice.NOT_IN_FORCE)) {
                    numbers[NOT_IN_FORCE]++;
                }
            }
            if (decision.section().isPresent()) {
                numbers[place(decision.section().get())]++;
            }
        }

        void absorb(ReplaySide other) {
            numbers[CASES] += other.cases();
            numbers[TRIAGED] += other.triaged();
            numbers[NOT_IN_FORCE] += other.notInForce();
            other.sections().forEach(s -> numbers[place(s.section())] += s.cases());
        }

        /** A section that decided is one of its set. */
        private int place(String section) {
            return Objects.requireNonNull(places.get(section));
        }

        ReplaySide report() {
            List<SectionCount> sections = new ArrayList<>();
            for (SectionCount section : kind.sections()) {
                sections.add(new SectionCount(section.section(), numbers[place(section.section())]));
            }
            return new ReplaySide(
                    kind.ruleSet(),
                    kind.hash(),
                    kind.decidedAt(),
                    numbers[CASES],
                    numbers[TRIAGED],
                    numbers[NOT_IN_FORCE],
                    sections);
        }
    }
}
