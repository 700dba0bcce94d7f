package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.Department;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.routing.Directive;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether the departments that rules name, and those that they mean, are there. */
final class DepartmentChecks {

    /** How many areas, or rules, a message lists. */
    private static final int MAX_LISTED = 10;

    private final Program program;
    private final CaseSpace space;
    private final Directory directory;
    private final Questions questions;
    private final Outcomes outcomes;
    private final Meter meter;
    /** The levels of which an area has parts, by its position. */
    private final List<Set<String>> levelsBelow = new ArrayList<>();

    private final Map<Fault, NavigableSet<Integer>> faulty = new HashMap<>();
    private final Map<Coarse, List<Rule>> coarse = new LinkedHashMap<>();
    private final Map<Coarse, Box> coarseCases = new HashMap<>();

    DepartmentChecks(Program program, Questions questions, Outcomes outcomes, Meter meter) {
        this.program = program;
        this.space = program.space();
        this.directory = space.directory();
        this.questions = questions;
        this.outcomes = outcomes;
        this.meter = meter;
        IntStream.range(0, space.areas().size()).forEach(i -> levelsBelow.add(new HashSet<>()));
        for (Area area : directory.areas()) {
            Optional<Area> above = area.parent().flatMap(directory::find);
            while (above.isPresent()) {
                int position = space.areas().position(above.get().code().value());
                levelsBelow.get(position).add(area.level());
                above = above.get().parent().flatMap(directory::find);
            }
        }
    }

    void check(Report report) {
        for (int i = 0; i < program.rules().size(); i++) {
            Rule rule = program.rules().get(i);
            for (Target target : Outcomes.targets(rule.then()).distinct().toList()) {
                if (target instanceof Target.Department named) {
                    abolished(i, named, report);
                }
            }
        }
        for (int i = 0; i < program.rules().size(); i++) {
            Rule rule = program.rules().get(i);
            for (Target target : Outcomes.targets(rule.then()).distinct().toList()) {
                if (target instanceof Target.Jurisdiction meant && rule.then() instanceof Directive.Assign) {
                    charge(i, meant, Charge.NONE, report);
                    charge(i, meant, Charge.SEVERAL, report);
                    coarse(i, meant, report);
                }
            }
        }
        coarse.forEach((areas, rules) -> report.add(coarse(areas, rules)));
    }

    // Departments that are named.

    private void abolished(int number, Target.Department named, Report report) {
        Optional<Department> department = directory.find(named.code());
        Optional<LocalDate> end = department.flatMap(d -> d.effective().toExclusive());
        if (end.isEmpty()) {
            return;
        }
        int first = space.days().first(Effective.from(end.get()));
        List<Entry> after = program.entries(number).stream()
                .filter(e -> first <= e.box().to(Box.DAYS))
                .toList();
        if (after.isEmpty()) {
            return;
        }
        Rule rule = program.rules().get(number);
        List<DepartmentCode> successors = department.map(Department::successors).orElse(List.of());
        String list = successors.stream().map(DepartmentCode::value).collect(Collectors.joining(", "));
        report.add(Report.finding(
                FindingCode.DEPARTMENT_ABOLISHED,
                rule,
                List.of(),
                Label.of(
                        "规则 " + rule.id() + " 所指部门 " + named.code().value() + " 自 " + end.get() + " 起撤销,"
                                + (list.isEmpty() ? "无承接部门" : "由 " + list + " 承接"),
                        "Department " + named.code().value() + ", which rule " + rule.id() + " names, is no more from "
                                + end.get() + " on; "
                                + (list.isEmpty() ? "it has no successor" : "its successors: " + list)),
                decidedAfter(after, first, number, report)));
    }

    private Optional<Witness> decidedAfter(List<Entry> entries, int firstDay, int number, Report report) {
        Rule rule = program.rules().get(number);
        if (!(rule.then() instanceof Directive.Assign)) {
            return Optional.empty();
        }
        List<Box> found = new ArrayList<>(1);
        meter.ask();
        try {
            for (Entry entry : entries) {
                Box box = entry.box();
                Box late = box.withInterval(Box.DAYS, Math.max(firstDay, box.from(Box.DAYS)), box.to(Box.DAYS));
                if (questions.won(entry, late, new HashSet<>(), found::add)) {
                    break;
                }
            }
        } catch (Meter.ExhaustedException e) {
            report.undecided(FindingCode.DEPARTMENT_ABOLISHED, List.of(rule.id()));
        }
        return found.stream().findFirst().flatMap(space::witness);
    }

    // Departments that have charge of an area.

    private record Fault(Target.Jurisdiction target, Charge charge) {}

    /** Areas in which nobody has a charge, since they are too large for it. */
    private record Coarse(Target.Jurisdiction target, List<Integer> areas) {}

    /** How many departments a target means in an area. */
    private enum Charge {
        NONE,
        /** None, but some in a part of the area. */
        COARSE,
        ONE,
        SEVERAL
    }

    private void charge(int number, Target.Jurisdiction target, Charge fault, Report report) {
        Rule rule = program.rules().get(number);
        FindingCode code = fault == Charge.NONE ? FindingCode.JURISDICTION_NONE : FindingCode.JURISDICTION_SEVERAL;
        NavigableMap<Integer, Box> areas = areas(number, target, fault, code, report);
        if (areas.isEmpty()) {
            return;
        }
        String list = listed(areas.keySet().stream().map(space.areas()::code).toList());
        report.add(Report.finding(
                code,
                rule,
                List.of(),
                Label.of(
                        "规则 " + rule.id() + " 的属地单位 " + describe(target) + " 在 " + areas.size() + " 个区域"
                                + (fault == Charge.NONE ? "无对应部门:" : "对应多个部门:") + list,
                        (fault == Charge.NONE ? "Nobody is " : "More than one department is ") + describe(target)
                                + ", which rule " + rule.id() + " asks for, in areas (" + areas.size() + "): " + list),
                space.witness(areas.firstEntry().getValue())));
    }

    /** Areas are too large for many rules at once, and for the same reason: such rules are told together. */
    private void coarse(int number, Target.Jurisdiction target, Report report) {
        NavigableMap<Integer, Box> areas = areas(number, target, Charge.COARSE, FindingCode.COARSE_AREA, report);
        if (!areas.isEmpty()) {
            Coarse key = new Coarse(target, List.copyOf(areas.keySet()));
            coarseCases.putIfAbsent(key, areas.firstEntry().getValue());
            coarse.computeIfAbsent(key, k -> new ArrayList<>())
                    .add(program.rules().get(number));
        }
    }

    private Finding coarse(Coarse found, List<Rule> rules) {
        List<String> ids = rules.stream().map(Rule::id).distinct().toList();
        List<String> areas = found.areas().stream().map(space.areas()::code).toList();
        String target = describe(found.target());
        return new Finding(
                FindingCode.COARSE_AREA,
                FindingCode.COARSE_AREA.severity(),
                ids,
                List.of(),
                Label.of(
                        "属地单位 " + target + " 须有更细的区域才能确定,以下 " + areas.size() + " 个区域过粗:" + listed(areas) + ";涉及 "
                                + ids.size() + " 条规则:" + listed(ids),
                        "Nobody is " + target + " in areas (" + areas.size() + ") but in parts of them: "
                                + listed(areas) + "; rules that ask for it (" + ids.size() + "): " + listed(ids)),
                Optional.ofNullable(coarseCases.get(found)).flatMap(space::witness));
    }

    private static String listed(List<String> codes) {
        return codes.stream().limit(MAX_LISTED).collect(Collectors.joining(", "))
                + (codes.size() > MAX_LISTED ? ", …" : "");
    }

    /** The areas of which a rule decides a case and the target means none or several, each with such a case. */
    private NavigableMap<Integer, Box> areas(
            int number, Target.Jurisdiction target, Charge fault, FindingCode code, Report report) {
        NavigableMap<Integer, Box> areas = new TreeMap<>();
        meter.ask();
        try {
            for (Entry entry : program.entries(number)) {
                charge(entry, target, fault, areas);
            }
        } catch (Meter.ExhaustedException e) {
            report.undecided(code, List.of(program.rules().get(number).id()));
        }
        return areas;
    }

    /** Adds the areas of which an entry decides a case and the target means none or several, with such a case. */
    private void charge(Entry entry, Target.Jurisdiction target, Charge fault, NavigableMap<Integer, Box> areas)
            throws Meter.ExhaustedException {
        Box box = entry.box();
        for (int area : areasOf(new Fault(target, fault)).subSet(box.from(Box.AREA), true, box.to(Box.AREA), true)) {
            meter.count(1);
            for (int span = box.from(Box.DAYS); span <= box.to(Box.DAYS) && !areas.containsKey(area); span++) {
                if (charge(target, area, span) == fault) {
                    Box part = box.withInterval(Box.AREA, area, area).withInterval(Box.DAYS, span, span);
                    questions.won(entry, part, new HashSet<>(), won -> {
                        areas.put(area, won);
                        return true;
                    });
                }
            }
        }
    }

    /** The areas in which a target means none or several on some day. */
    private NavigableSet<Integer> areasOf(Fault fault) {
        return faulty.computeIfAbsent(fault, f -> {
            NavigableSet<Integer> found = new TreeSet<>();
            for (int area = CodeTree.ELSEWHERE + 1; area < space.areas().size(); area++) {
                for (int span = 0; span < space.days().size(); span++) {
                    if (charge(f.target(), area, span) == f.charge()) {
                        found.add(area);
                    }
                }
            }
            return found;
        });
    }

    private Charge charge(Target.Jurisdiction target, int area, int span) {
        int count = outcomes.departments(target, area, span).size();
        if (count > 1) {
            return Charge.SEVERAL;
        }
        if (count == 1) {
            return Charge.ONE;
        }
        boolean parts = target.level().isPresent() ? isAboveLevel(target, area) : isServedInPart(target, area, span);
        return parts ? Charge.COARSE : Charge.NONE;
    }

    private boolean isServedInPart(Target.Jurisdiction target, int area, int span) {
        return IntStream.rangeClosed(area + 1, space.areas().last(area))
                .anyMatch(part -> !outcomes.departments(target, part, span).isEmpty());
    }

    /** Whether an area is too large to be of the level asked for, while parts of it are: no fault of the directory. */
    private boolean isAboveLevel(Target.Jurisdiction target, int position) {
        Optional<String> level = target.level();
        Optional<Area> area = nearest(position);
        while (level.isPresent() && area.isPresent()) {
            if (area.get().level().equals(level.get())) {
                return false;
            }
            area = area.get().parent().flatMap(directory::find);
        }
        return level.filter(levelsBelow.get(position)::contains).isPresent();
    }

    private Optional<Area> nearest(int position) {
        Optional<Area> area = Optional.empty();
        for (int at = position; at >= 0 && area.isEmpty(); at = space.areas().parent(at)) {
            area = directory.find(AreaCode.of(space.areas().code(at)));
        }
        return area;
    }

    private static String describe(Target.Jurisdiction target) {
        String function = target.function().map(f -> "/" + f).orElse("");
        return "@" + target.level().orElse("area") + function;
    }
}
