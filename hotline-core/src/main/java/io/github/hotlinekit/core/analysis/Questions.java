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
        for (Entry entry : program.entries(rule)) {
            if (wonInSmall(entry, entry.box(), found::add)) {
                return found.stream().findFirst();
            }
        }
        won(rule, eaters, found::add);
        return found.stream().findFirst();
    }

    /** Whether enough is found in the small parts of a box; if not, the whole box is to be searched. */
    private boolean wonInSmall(Entry entry, Box box, Search.Parts parts) throws Meter.ExhaustedException {
        for (Box small : small(box)) {
            if (won(entry, small, new HashSet<>(), parts)) {
                return true;
            }
        }
        return false;
    }

    /** Whether enough is found in a box, its small parts first. */
    private boolean wonSomewhere(Entry entry, Box box, Search.Parts parts) throws Meter.ExhaustedException {
        return wonInSmall(entry, box, parts) || won(entry, box, new HashSet<>(), parts);
    }

    /**
     * Parts of a box that are of one category and one area. Few rules meet such a part, many the whole of a large box, and
     * nearly always what is looked for is found in one. Of a code it is the code itself, which the rules for what is
     * below it leave alone; of any code the first known one, and one that is not known.
     */
    private static List<Box> small(Box box) {
        List<Box> parts = new ArrayList<>();
        for (int category : first(box, Box.CATEGORY)) {
            for (int area : first(box, Box.AREA)) {
                parts.add(box.withInterval(Box.CATEGORY, category, category).withInterval(Box.AREA, area, area));
            }
        }
        return parts.get(0).equals(box) ? List.of() : parts;
    }

    private static int[] first(Box box, int interval) {
        int from = box.from(interval);
        int to = box.to(interval);
        boolean anyCode = from <= CodeTree.ELSEWHERE && to > CodeTree.ELSEWHERE;
        return anyCode ? new int[] {CodeTree.ELSEWHERE + 1, CodeTree.ELSEWHERE} : new int[] {from};
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
            List<Box> tried = new ArrayList<>(small(entry.box()));
            tried.add(entry.box());
            for (Box box : most > 0 ? tried : List.<Box>of()) {
                Optional<AfterReturn> found = afterReturn(entry, box, most);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<AfterReturn> afterReturn(Entry entry, Box box, int most) throws Meter.ExhaustedException {
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(box, program.before(entry, box, search.meter()), List.of()));
        while (!open.isEmpty()) {
            Open next = open.pop();
            List<Entry> before = next.before().stream()
                    .filter(e -> e.box().overlaps(next.box(), space.vocabulary()))
                    .toList();
            search.meter().count(next.before().size() + 1);
            if (before.isEmpty()) {
                Optional<Box> end = notRelieved(entry.theRule(), next);
                if (end.isPresent()) {
                    return end.map(part -> new AfterReturn(part, next.relieved()));
                }
                continue;
            }
            if (isHopeless(entry.theRule(), next, before, most)) {
                continue;
            }
            Entry first = before.get(0);
            List<Entry> rest = before.subList(1, before.size());
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
            // Looked at first: what fewer departments have to hand back.
            next.box()
                    .minus(first.box(), space.vocabulary())
                    .forEach(b -> open.push(new Open(b, rest, next.relieved())));
        }
        return Optional.empty();
    }

    /**
     * Whether the rules that have every case of a part keep them all from a rule: one of them does not dispatch them, so they
     * do not come back, or more departments would have to hand them back than may, or the rule's own would.
     */
    private boolean isHopeless(Rule rule, Open open, List<Entry> before, int most) {
        Set<DepartmentCode> relieved = new HashSet<>(open.relieved());
        for (Entry entry : before) {
            if (entry.box().encloses(open.box())) {
                if (entry.rule().isEmpty() || !(entry.theRule().then() instanceof Directive.Assign assign)) {
                    return true;
                }
                outcomes.only(assign.lead(), open.box()).ifPresent(relieved::add);
            }
        }
        boolean ownIsRelieved = rule.then() instanceof Directive.Assign own
                && outcomes.only(own.lead(), open.box())
                        .filter(relieved::contains)
                        .isPresent();
        return relieved.size() > most || ownIsRelieved;
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
            for (Box small : small(entry.box())) {
                if (difference(rule, entry, small, found)) {
                    return found.stream().findFirst();
                }
            }
        }
        for (Entry entry : program.entries(rule)) {
            if (difference(rule, entry, entry.box(), found)) {
                break;
            }
        }
        return found.stream().findFirst();
    }

    private boolean difference(int rule, Entry entry, Box box, List<Box> found) throws Meter.ExhaustedException {
        List<Entry> after = program.overlapping(box, search.meter()).stream()
                .filter(e -> e.rank() > entry.rank() && e.number() != rule)
                .toList();
        if (goNowhereElse(entry.theRule(), box, after)) {
            return false;
        }
        return won(
                entry,
                box,
                new HashSet<>(),
                part -> search.decided(
                        part,
                        after,
                        (own, next) -> outcomes.differing(
                                own, entry.rule(), next.flatMap(Entry::rule), (where, outcome) -> found.add(where))));
    }

    /** Whether all that may decide the cases of a box instead of a rule comes to what the rule comes to. */
    private static boolean goNowhereElse(Rule rule, Box box, List<Entry> after) {
        return after.stream().allMatch(e -> e.theRule().then().equals(rule.then()))
                && (rule.then().equals(Outcomes.UNROUTED)
                        || after.stream().anyMatch(e -> e.box().encloses(box)));
    }

    /** A case that one entry decides, another has as well, and that they decide differently. */
    Optional<Box> conflict(Entry winner, Entry other) throws Meter.ExhaustedException {
        Optional<Box> common = winner.box().and(other.box(), space.vocabulary());
        if (common.isEmpty()) {
            return Optional.empty();
        }
        List<Box> found = new ArrayList<>(1);
        wonSomewhere(
                winner,
                common.get(),
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
            if (full.isPresent() && wonSomewhere(entry, full.get(), part -> true)) {
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
