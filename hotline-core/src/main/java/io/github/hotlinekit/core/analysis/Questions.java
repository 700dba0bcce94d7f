package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.routing.Directive;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.ReturnPolicy;
import io.github.hotlinekit.core.routing.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be asked of a program: each answer is exact, or the budget is used up. */
final class Questions {

    private final Program program;
    private final CaseSpace space;
    private final Outcomes outcomes;
    private final Search search;

    Questions(Program program, Outcomes outcomes, Meter meter) {
        this.program = program;
        this.space = program.space();
        this.outcomes = outcomes;
        this.search = new Search(space.vocabulary(), meter);
    }

    /** The cases of a rule that it decides itself, part by part. */
    boolean won(int rule, Set<Entry> eaters, Search.Parts parts) throws Meter.ExhaustedException {
        for (Entry entry : program.entries(rule)) {
            if (won(entry, entry.box(), eaters, parts)) {
                return true;
            }
        }
        return false;
    }

    /** The cases of a box within an entry that the entry decides, part by part. */
    boolean won(Entry entry, Box box, Set<Entry> eaters, Search.Parts parts) throws Meter.ExhaustedException {
        return search.left(box, program.before(entry, box, search.meter()), eaters, parts);
    }

    Optional<Box> firstWon(int rule, Set<Entry> eaters) throws Meter.ExhaustedException {
        List<Box> found = new ArrayList<>(1);
        won(rule, eaters, found::add);
        return found.stream().findFirst();
    }

    /** A case in which a rule that collects adds a department. */
    Optional<Box> firstAdded(int rule) throws Meter.ExhaustedException {
        List<Box> found = new ArrayList<>(1);
        for (Entry entry : program.entries(rule)) {
            List<Entry> deciding = program.overlapping(entry.box(), search.meter());
            boolean enough = search.decided(
                    entry.box(),
                    deciding,
                    (part, by) -> by.isPresent()
                            && by.get().theRule().then() instanceof Directive.Assign
                            && outcomes.adding(part, by.get().theRule(), entry, program, search, found::add));
            if (enough) {
                break;
            }
        }
        return found.stream().findFirst();
    }

    /** A case that a rule decides, or that ends with it, once departments were relieved. */
    record AfterReturn(Box box, List<DepartmentCode> relieved) {}

    private record Open(Box box, List<Entry> before, List<DepartmentCode> relieved) {}

    Optional<AfterReturn> afterReturn(int rule) throws Meter.ExhaustedException {
        ReturnPolicy policy = program.set().onReturn();
        int most = policy.next() == ReturnPolicy.Next.TRIAGE ? 0 : policy.maxReturns() - 1;
        for (Entry entry : program.entries(rule)) {
            Deque<Open> open = new ArrayDeque<>();
            if (most > 0) {
                open.push(new Open(entry.box(), program.before(entry, entry.box(), search.meter()), List.of()));
            }
            while (!open.isEmpty()) {
                Open next = open.pop();
                List<Entry> before = next.before().stream()
                        .filter(e -> e.box().overlaps(next.box(), space.vocabulary()))
                        .toList();
                search.meter().count(next.before().size() + 1);
                if (before.isEmpty()) {
                    Optional<Box> end = notRelieved(entry.theRule(), next);
                    if (end.isPresent()) {
                        return end.map(box -> new AfterReturn(box, next.relieved()));
                    }
                    continue;
                }
                Entry first = before.get(0);
                List<Entry> rest = before.subList(1, before.size());
                next.box()
                        .minus(first.box(), space.vocabulary())
                        .forEach(b -> open.push(new Open(b, rest, next.relieved())));
                Optional<Box> common = next.box().and(first.box(), space.vocabulary());
                if (common.isPresent() && first.rule().isPresent()) {
                    eachLead(first.theRule(), common.get(), (part, lead) -> {
                        List<DepartmentCode> relieved = new ArrayList<>(next.relieved());
                        if (!relieved.contains(lead)) {
                            relieved.add(lead);
                        }
                        if (relieved.size() <= most) {
                            open.push(new Open(part, rest, relieved));
                        }
                    });
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Box> notRelieved(Rule rule, Open open) throws Meter.ExhaustedException {
        List<Box> found = new ArrayList<>(1);
        outcomes.parts(
                open.box(),
                List.of(rule),
                (area, span) -> outcomes.outcome(Optional.of(rule), List.of(), area, span),
                (part, outcome) -> !(outcome instanceof Outcome.Dispatch d
                                && open.relieved().contains(d.lead()))
                        && found.add(part));
        return found.stream().findFirst();
    }

    @FunctionalInterface
    private interface Leads {
        void led(Box part, DepartmentCode lead);
    }

    private void eachLead(Rule rule, Box box, Leads leads) throws Meter.ExhaustedException {
        outcomes.parts(
                box,
                List.of(rule),
                (area, span) -> outcomes.outcome(Optional.of(rule), List.of(), area, span),
                (part, outcome) -> {
                    if (outcome instanceof Outcome.Dispatch dispatch) {
                        leads.led(part, dispatch.lead());
                    }
                    return false;
                });
    }

    /** A case that would go elsewhere without a rule. */
    Optional<Box> difference(int rule) throws Meter.ExhaustedException {
        List<Box> found = new ArrayList<>(1);
        for (Entry entry : program.entries(rule)) {
            List<Entry> after = program.overlapping(entry.box(), search.meter()).stream()
                    .filter(e -> e.rank() > entry.rank() && e.number() != rule)
                    .toList();
            boolean enough = won(
                    entry,
                    entry.box(),
                    new HashSet<>(),
                    part -> search.decided(
                            part,
                            after,
                            (own, next) -> outcomes.differing(
                                    own,
                                    entry.rule(),
                                    next.flatMap(Entry::rule),
                                    (where, outcome) -> found.add(where))));
            if (enough) {
                break;
            }
        }
        return found.stream().findFirst();
    }

    /** A case that one entry decides, another has as well, and that they decide differently. */
    Optional<Box> conflict(Entry winner, Entry other) throws Meter.ExhaustedException {
        Optional<Box> common = winner.box().and(other.box(), space.vocabulary());
        if (common.isEmpty()) {
            return Optional.empty();
        }
        List<Box> found = new ArrayList<>(1);
        won(
                winner,
                common.get(),
                new HashSet<>(),
                part -> outcomes.differing(part, winner.rule(), other.rule(), (where, outcome) -> found.add(where)));
        return found.stream().findFirst();
    }

    /** A case that one entry decides, and that another would decide without the rule of the first, and otherwise. */
    Optional<Box> overridden(Entry winner, Entry later) throws Meter.ExhaustedException {
        Optional<Box> common = winner.box().and(later.box(), space.vocabulary());
        if (common.isEmpty()) {
            return Optional.empty();
        }
        List<Entry> between = program.before(later, common.get(), search.meter()).stream()
                .filter(e -> e.rank() > winner.rank() && e.number() != winner.number())
                .toList();
        List<Box> found = new ArrayList<>(1);
        won(
                winner,
                common.get(),
                new HashSet<>(),
                part -> search.left(
                        part,
                        between,
                        new HashSet<>(),
                        own -> outcomes.differing(
                                own, winner.rule(), later.rule(), (where, outcome) -> found.add(where))));
        return found.stream().findFirst();
    }

    /** A case of a rule that it decides and of which every fact is given that it does not ask to be missing. */
    boolean winsWithAllFacts(int rule) throws Meter.ExhaustedException {
        for (Entry entry : program.entries(rule)) {
            Optional<Box> full = full(entry.box());
            if (full.isPresent() && won(entry, full.get(), new HashSet<>(), part -> true)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Box> full(Box box) {
        Box full = box;
        for (int i = 0; i < Box.DAYS; i++) {
            if (full.from(i) == CodeTree.MISSING && full.to(i) > CodeTree.MISSING) {
                full = full.withInterval(i, CodeTree.ELSEWHERE, full.to(i));
            }
        }
        for (int i = 0; i <= Box.MINUTES; i++) {
            long given = full.bits(i) & ~Box.MISSING;
            if (given != 0) {
                full = full.withBits(i, given);
            }
        }
        return Optional.of(full.words().isAny() ? full.withWords(Words.PRESENT) : full);
    }

    /** What no rule decides. */
    boolean undecided(Box box, Search.Parts parts) throws Meter.ExhaustedException {
        return search.left(box, program.overlapping(box, search.meter()), new HashSet<>(), parts);
    }

    /** A case of a box, that some rule or none decides in a way that is looked for. */
    boolean decided(Box box, Outcomes.Runs runs, Set<String> except, List<String> rule)
            throws Meter.ExhaustedException {
        return search.decided(box, program.overlapping(box, search.meter()), (part, by) -> {
            Optional<Rule> decider = by.flatMap(Entry::rule);
            if (decider.map(Rule::id).filter(except::contains).isPresent()) {
                return false;
            }
            rule.clear();
            decider.map(Rule::id).ifPresent(rule::add);
            return outcomes.runs(part, decider, program, search, runs);
        });
    }
}
