package io.github.hotlinekit.core.dmn;

import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.routing.Cell;
import io.github.hotlinekit.core.routing.Condition;
import io.github.hotlinekit.core.routing.Directive;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.SectionPolicy;
import io.github.hotlinekit.core.routing.Target;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** The rules of a day as the rows of tables: in the order in which they decide, each of one depth where that counts. */
final class DmnRows {

    /**
     * A row.
     *
     * @param section the id of its section
     * @param rule its rule
     * @param when which cases it is for: some of those of the rule
     */
    record Row(String section, Rule rule, Condition when) {}

    private DmnRows() {}

    /** The rows of the sections that decide. */
    static List<Row> deciding(RuleSet ruleSet, LocalDate day) {
        List<Row> rows = new ArrayList<>();
        for (RuleSet.Section section : ruleSet.sections()) {
            if (section.policy() == SectionPolicy.MOST_SPECIFIC) {
                rows.addAll(mostSpecificFirst(section, day));
            } else if (section.policy() != SectionPolicy.COLLECT) {
                inForce(section, day).forEach(r -> rows.add(new Row(section.id(), r, r.when())));
            }
        }
        return rows;
    }

    /** The rows of the sections that collect. */
    static List<Row> collecting(RuleSet ruleSet, LocalDate day) {
        return ruleSet.sections().stream()
                .filter(s -> s.policy() == SectionPolicy.COLLECT)
                .flatMap(s -> inForce(s, day).map(r -> new Row(s.id(), r, r.when())))
                .toList();
    }

    private static Stream<Rule> inForce(RuleSet.Section section, LocalDate day) {
        return section.rules().stream().filter(r -> r.effective().includes(day));
    }

    private record Ranked(int category, int area, int others, Row row) {}

    private static final Comparator<Ranked> RANK = Comparator.comparingInt(Ranked::category)
            .thenComparingInt(Ranked::area)
            .thenComparingInt(Ranked::others);

    /**
     * The first row that matches is one of the rule that says most: of the rows of a rule that match, the one of its
     * deepest category and of its smallest area stands first, and its rank is that of the rule for the case.
     */
    private static List<Row> mostSpecificFirst(RuleSet.Section section, LocalDate day) {
        List<Ranked> ranked = new ArrayList<>();
        inForce(section, day).forEach(rule -> {
            Condition when = rule.when();
            int others = (int) Dmn.INPUTS.stream()
                    .filter(cell -> cell != Cell.CATEGORY && cell != Cell.AREA && !when.isAny(cell))
                    .count();
            for (Depth<CategoryCode> category :
                    depths(when.categories(), when.missing().contains(Cell.CATEGORY), CategoryCode::depth)) {
                for (Depth<AreaCode> area : depths(
                        when.areas(),
                        when.missing().contains(Cell.AREA),
                        a -> a.value().length())) {
                    ranked.add(new Ranked(
                            category.depth(),
                            area.depth(),
                            others,
                            new Row(section.id(), rule, part(when, category, area))));
                }
            }
        });
        return ranked.stream().sorted(RANK.reversed()).map(Ranked::row).toList();
    }

    /** The values of a cell that are of one depth; a missing fact is of depth 1, and a cell that asks nothing of 0. */
    private record Depth<T>(int depth, List<T> values, boolean missing) {}

    private static <T> List<Depth<T>> depths(List<T> values, boolean missing, ToIntFunction<T> depthOf) {
        if (values.isEmpty() && !missing) {
            return List.of(new Depth<>(0, values, false));
        }
        Map<Integer, List<T>> byDepth = new TreeMap<>();
        values.forEach(v -> byDepth.computeIfAbsent(depthOf.applyAsInt(v), d -> new ArrayList<>())
                .add(v));
        if (missing) {
            byDepth.computeIfAbsent(1, d -> new ArrayList<>());
        }
        return byDepth.entrySet().stream()
                .map(e -> new Depth<>(e.getKey(), e.getValue(), missing && e.getKey() == 1))
                .toList();
    }

    private static Condition part(Condition when, Depth<CategoryCode> category, Depth<AreaCode> area) {
        Set<Cell> missing = EnumSet.noneOf(Cell.class);
        missing.addAll(when.missing());
        if (!category.missing()) {
            missing.remove(Cell.CATEGORY);
        }
        if (!area.missing()) {
            missing.remove(Cell.AREA);
        }
        return new Condition(
                category.values(),
                area.values(),
                when.kinds(),
                when.channels(),
                when.priorities(),
                when.requesters(),
                when.dayTypes(),
                missing,
                when.keywords(),
                when.times());
    }

    /** The days around a day on which the same rules are in force. */
    static Effective unchanged(RuleSet ruleSet, LocalDate day) {
        List<LocalDate> changes = Stream.concat(
                        Stream.of(ruleSet.effective()),
                        ruleSet.sections().stream()
                                .flatMap(s -> s.rules().stream())
                                .map(Rule::effective))
                .flatMap(e -> Stream.concat(e.from().stream(), e.toExclusive().stream()))
                .toList();
        return new Effective(
                changes.stream().filter(c -> !c.isAfter(day)).max(Comparator.naturalOrder()),
                changes.stream().filter(c -> c.isAfter(day)).min(Comparator.naturalOrder()));
    }

    /** The retired categories that have one successor on a day, with it. */
    static Map<CategoryCode, CategoryCode> successors(Taxonomy taxonomy, LocalDate day) {
        Map<CategoryCode, CategoryCode> successors = new TreeMap<>();
        taxonomy.categories().forEach(category -> {
            List<CategoryCode> now = taxonomy.forward(category.code(), day);
            if (now.size() == 1 && !now.get(0).equals(category.code())) {
                successors.put(category.code(), now.get(0));
            }
        });
        return successors;
    }

    static List<Unsupported> unsupported(RuleSet ruleSet, LocalDate day) {
        if (!ruleSet.effective().includes(day)) {
            return List.of(Unsupported.of(
                    Unsupported.NOT_IN_FORCE,
                    "规则集在" + day + "未施行",
                    "the rule set is in force " + ruleSet.effective() + ", not on " + day));
        }
        List<Unsupported> found = new ArrayList<>();
        for (RuleSet.Section section : ruleSet.sections()) {
            inForce(section, day).forEach(rule -> addUnsupported(section.id(), rule, found));
        }
        int rows = deciding(ruleSet, day).size() + collecting(ruleSet, day).size();
        if (rows == 0) {
            found.add(Unsupported.of(Unsupported.NO_RULES, "没有规则在" + day + "施行", "no rule is in force on " + day));
        } else if (rows > RuleSet.MAX_RULES) {
            found.add(Unsupported.of(
                    Unsupported.TOO_LONG,
                    "决策表共" + rows + "行,超过" + RuleSet.MAX_RULES + "行",
                    "the tables would have " + rows + " rows, more than " + RuleSet.MAX_RULES));
        }
        return found;
    }

    private static void addUnsupported(String section, Rule rule, List<Unsupported> found) {
        if (!rule.when().isAny(Cell.KEYWORDS)) {
            found.add(Unsupported.of(
                    Unsupported.KEYWORDS, section, rule.id(), "DMN无法表达关键词条件", "DMN has no condition for keywords"));
        }
        if (!rule.when().isAny(Cell.TIME)) {
            found.add(Unsupported.of(
                    Unsupported.TIME,
                    section,
                    rule.id(),
                    "DMN无法表达受理时段条件",
                    "DMN has no condition for times of the week"));
        }
        if (!Stream.concat(Stream.of(section, rule.id()), texts(rule)).allMatch(XmlElement::canHold)) {
            found.add(Unsupported.of(
                    Unsupported.CHARACTER,
                    section,
                    rule.id(),
                    "含有XML不允许的字符",
                    "XML cannot hold a character of its texts"));
        }
    }

    private static Stream<String> texts(Rule rule) {
        Stream<String> told = rule.then() instanceof Outcome.Statutory statutory
                ? Stream.of(statutory.channel())
                : targets(rule.then()).stream()
                        .flatMap(t -> t instanceof Target.Jurisdiction j
                                ? Stream.concat(j.level().stream(), j.function().stream())
                                : Stream.of());
        return Stream.of(rule.title().stream(), rule.basis().stream(), told).flatMap(s -> s);
    }

    static List<Target> targets(Directive directive) {
        if (directive instanceof Directive.Assist assist) {
            return assist.assisting();
        }
        List<Target> targets = new ArrayList<>();
        if (directive instanceof Directive.Assign assign) {
            targets.add(assign.lead());
            targets.addAll(assign.assisting());
        }
        return targets;
    }
}
