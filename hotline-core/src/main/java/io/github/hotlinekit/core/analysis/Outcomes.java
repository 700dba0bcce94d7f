package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.routing.Directive;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What rules come to, area by area and day by day. */
final class Outcomes {

    static final Outcome UNROUTED = new Outcome.Triage(Outcome.UNROUTED);

    private final CaseSpace space;
    private final Directory directory;
    private final Map<Key, List<DepartmentCode>> known = new HashMap<>();

    private record Key(Target target, int area, int epoch) {}

    /** Takes a part of which every case gets one outcome; says whether the search may end. */
    @FunctionalInterface
    interface Runs {
        boolean enough(Box part, Outcome outcome) throws Meter.ExhaustedException;
    }

    Outcomes(CaseSpace space) {
        this.space = space;
        this.directory = space.directory();
    }

    static boolean dependsOnArea(List<Rule> rules) {
        return rules.stream().flatMap(r -> targets(r.then())).anyMatch(t -> t instanceof Target.Jurisdiction);
    }

    static Stream<Target> targets(Directive directive) {
        if (directive instanceof Directive.Assign assign) {
            return Stream.concat(Stream.of(assign.lead()), assign.assisting().stream());
        }
        return directive instanceof Directive.Assist assist ? assist.assisting().stream() : Stream.of();
    }

    /** The departments that a target means: exactly one if all is well. */
    List<DepartmentCode> departments(Target target, int area, int span) {
        boolean byArea = target instanceof Target.Jurisdiction;
        Key key = new Key(target, byArea ? area : 0, space.epoch(span));
        List<DepartmentCode> found = known.get(key);
        if (found == null) {
            found = find(target, area, space.days().day(span).orElse(LocalDate.EPOCH));
            known.put(key, found);
        }
        return found;
    }

    /** The department that a target means in every case of a box; empty if it may be none, several or different ones. */
    Optional<DepartmentCode> only(Target target, Box box) {
        if (!(target instanceof Target.Department)) {
            return Optional.empty();
        }
        List<DepartmentCode> first = departments(target, 0, box.from(Box.DAYS));
        for (int span = box.from(Box.DAYS); span <= box.to(Box.DAYS); span++) {
            if (!departments(target, 0, span).equals(first)) {
                return Optional.empty();
            }
        }
        return first.size() == 1 ? Optional.of(first.get(0)) : Optional.empty();
    }

    private List<DepartmentCode> find(Target target, int area, LocalDate day) {
        if (target instanceof Target.Department named) {
            return directory.successor(named.code(), day).map(List::of).orElse(List.of());
        }
        Target.Jurisdiction jurisdiction = (Target.Jurisdiction) target;
        Optional<AreaCode> code = space.area(area);
        return code.map(c -> directory.inCharge(c, jurisdiction.level(), jurisdiction.function(), day))
                .orElse(List.of());
    }

    /** What a rule, or none, comes to, and the departments that others add. */
    Outcome outcome(Optional<Rule> rule, List<Rule> collecting, int area, int span) {
        if (rule.isEmpty()) {
            return UNROUTED;
        }
        if (rule.get().then() instanceof Outcome outcome) {
            return outcome;
        }
        Directive.Assign assign = (Directive.Assign) rule.get().then();
        List<DepartmentCode> leads = departments(assign.lead(), area, span);
        if (leads.size() != 1) {
            return new Outcome.Triage(fault(assign.lead(), leads));
        }
        List<DepartmentCode> assisting = new ArrayList<>();
        Stream.concat(assign.assisting().stream(), collecting.stream().flatMap(r -> targets(r.then())))
                .map(t -> departments(t, area, span))
                .filter(d -> d.size() == 1)
                .map(d -> d.get(0))
                .filter(d -> !d.equals(leads.get(0)))
                .distinct()
                .forEach(assisting::add);
        return new Outcome.Dispatch(leads.get(0), assisting);
    }

    private static String fault(Target lead, List<DepartmentCode> found) {
        if (lead instanceof Target.Department) {
            return Outcome.DEPARTMENT_ABOLISHED;
        }
        return found.isEmpty() ? Outcome.NO_JURISDICTION : Outcome.SEVERAL_JURISDICTIONS;
    }

    /** Cuts a box into parts of one outcome for each of two deciders, and looks only where they differ. */
    boolean differing(Box box, Optional<Rule> one, Optional<Rule> other, Runs runs) throws Meter.ExhaustedException {
        boolean same = Objects.equals(one.map(Rule::then), other.map(Rule::then));
        List<Rule> both = Stream.of(one, other).flatMap(Optional::stream).toList();
        return !same
                && parts(
                        box,
                        both,
                        (area, span) ->
                                outcome(one, List.of(), area, span).equals(outcome(other, List.of(), area, span)),
                        (part, equal) -> {
                            if (equal) {
                                return false;
                            }
                            int area = part.from(Box.AREA);
                            return runs.enough(part, outcome(one, List.of(), area, part.from(Box.DAYS)));
                        });
    }

    /** What is told of an area and a span of days. */
    @FunctionalInterface
    interface Telling<T> {
        T tell(int area, int span);
    }

    /** Takes a part of which the same is told all over; says whether the search may end. */
    @FunctionalInterface
    interface Told<T> {
        boolean enough(Box part, T told) throws Meter.ExhaustedException;
    }

    /** Cuts a box into parts of which the same is told, given the rules that it depends on. */
    <T> boolean parts(Box box, List<Rule> rules, Telling<T> telling, Told<T> told) throws Meter.ExhaustedException {
        boolean byArea = dependsOnArea(rules);
        int from = box.from(Box.DAYS);
        while (from <= box.to(Box.DAYS)) {
            int to = from;
            while (to < box.to(Box.DAYS) && space.epoch(to + 1) == space.epoch(from)) {
                to++;
            }
            Box days = box.withInterval(Box.DAYS, from, to);
            if (byArea ? areas(days, telling, told) : told.enough(days, telling.tell(0, from))) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    private <T> boolean areas(Box box, Telling<T> telling, Told<T> told) throws Meter.ExhaustedException {
        int span = box.from(Box.DAYS);
        int from = box.from(Box.AREA);
        while (from <= box.to(Box.AREA)) {
            T first = telling.tell(from, span);
            int to = from;
            while (to < box.to(Box.AREA) && telling.tell(to + 1, span).equals(first)) {
                to++;
            }
            if (told.enough(box.withInterval(Box.AREA, from, to), first)) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    /** The outcomes of a box that one rule, or none, decides, with what the others add. */
    boolean runs(Box box, Optional<Rule> rule, Program program, Search search, Runs runs)
            throws Meter.ExhaustedException {
        List<Entry> collecting = rule.isPresent() && rule.get().then() instanceof Directive.Assign
                ? program.collecting(box, search.meter())
                : List.of();
        return split(box, collecting, 0, new ArrayList<>(), search, (part, rules) -> {
            List<Rule> all = Stream.concat(rule.stream(), rules.stream()).toList();
            return parts(part, all, (area, span) -> outcome(rule, rules, area, span), runs::enough);
        });
    }

    /** The parts of a box, which one rule dispatches, in which a rule that collects adds a department. */
    boolean adding(Box box, Rule by, Entry adder, Program program, Search search, Search.Parts parts)
            throws Meter.ExhaustedException {
        List<Entry> before = program.collecting(box, search.meter()).stream()
                .filter(e -> e.number() < adder.number())
                .toList();
        return split(box, before, 0, new ArrayList<>(), search, (part, rules) -> {
            List<Rule> with =
                    Stream.concat(rules.stream(), adder.rule().stream()).toList();
            List<Rule> all = Stream.concat(Stream.of(by), with.stream()).toList();
            return parts(
                    part,
                    all,
                    (area, span) -> !outcome(Optional.of(by), with, area, span)
                            .equals(outcome(Optional.of(by), rules, area, span)),
                    (run, adds) -> adds && parts.enough(run));
        });
    }

    @FunctionalInterface
    private interface Collected {
        boolean enough(Box part, List<Rule> rules) throws Meter.ExhaustedException;
    }

    private boolean split(
            Box box, List<Entry> collecting, int next, List<Rule> rules, Search search, Collected collected)
            throws Meter.ExhaustedException {
        search.meter().count(1);
        int i = next;
        while (i < collecting.size()
                && (rules.contains(collecting.get(i).theRule())
                        || !collecting.get(i).box().overlaps(box, space.vocabulary()))) {
            i++;
        }
        if (i == collecting.size()) {
            return collected.enough(box, rules);
        }
        Entry entry = collecting.get(i);
        Optional<Box> inside = box.and(entry.box(), space.vocabulary());
        if (inside.isPresent()) {
            List<Rule> more = new ArrayList<>(rules);
            more.add(entry.theRule());
            if (split(inside.get(), collecting, i + 1, more, search, collected)) {
                return true;
            }
        }
        for (Box outside : box.minus(entry.box(), space.vocabulary())) {
            if (split(outside, collecting, i + 1, rules, search, collected)) {
                return true;
            }
        }
        return false;
    }
}
