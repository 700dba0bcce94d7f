package io.github.hotlinekit.core.dmn;

import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Suggestion;
import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.routing.Cell;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.ReturnPolicy;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.SectionPolicy;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the tables that {@link DmnWriter} writes: exactly these, so that nothing in a document is passed over. */
final class DmnReader {

    private static final Set<String> SILENT = Set.of("description", "extensionElements");
    private static final Set<String> AROUND_DECISIONS = Set.of("inputData", "textAnnotation", "association");
    private static final Set<String> AROUND_TABLES =
            Set.of("question", "allowedAnswers", "variable", "informationRequirement");
    private static final Set<String> DECISIONS = Set.of(Dmn.ROUTE, Dmn.ASSIST, Dmn.CURRENT_CATEGORY);

    private final Taxonomy taxonomy;
    private final Directory directory;
    private final Problems problems;

    DmnReader(Taxonomy taxonomy, Directory directory, Problems problems) {
        this.taxonomy = taxonomy;
        this.directory = directory;
        this.problems = problems;
    }

    RuleSet read(XmlElement root) {
        if (!root.is("definitions")) {
            problems.add(
                    root.place(),
                    "DMN_UNSUPPORTED_VERSION",
                    root.name() + " of " + root.namespace(),
                    "definitions of " + Dmn.NAMESPACE + ", which is DMN 1.3");
            problems.throwIfAny();
        }
        requireFeel(root);
        Optional<Frame> frame = frame(root);
        Map<String, XmlElement> tables = new HashMap<>();
        for (XmlElement child : root.children()) {
            if (child.is("decision")) {
                addTable(child, tables);
            } else if (child.namespace().equals(Dmn.NAMESPACE)
                    && !SILENT.contains(child.name())
                    && !AROUND_DECISIONS.contains(child.name())) {
                unsupportedElement(child, "decisions and their inputs");
            }
        }
        if (!tables.containsKey(Dmn.ROUTE) && !tables.containsKey(Dmn.ASSIST)) {
            problems.add(root.place(), "MISSING_ELEMENT", "", "a decision " + Dmn.ROUTE);
        }
        Optional<XmlElement> forward = Optional.ofNullable(tables.get(Dmn.CURRENT_CATEGORY));
        frame.ifPresent(f -> checkForward(root, forward, f.day));
        String category = forward.isPresent() ? Dmn.CURRENT_CATEGORY : Cell.CATEGORY.code();
        DmnSections sections = new DmnSections(taxonomy, directory, problems);
        Optional.ofNullable(tables.get(Dmn.ROUTE))
                .flatMap(t -> table(t, Set.of("FIRST"), category, Dmn.ROUTE_OUTPUTS))
                .ifPresent(t -> sections.add(t, SectionPolicy.FIRST));
        Optional.ofNullable(tables.get(Dmn.ASSIST))
                .flatMap(t -> table(t, Set.of("RULE ORDER"), category, Dmn.ASSIST_OUTPUTS))
                .ifPresent(t -> sections.add(t, SectionPolicy.COLLECT));
        List<RuleSet.Section> read = sections.sections();
        if (read.isEmpty() && problems.isEmpty()) {
            problems.add(root.place(), "MISSING_ELEMENT", "", "at least one rule");
        }
        problems.throwIfAny();
        try {
            return frame.orElseThrow().ruleSet(read);
        } catch (IllegalArgumentException e) {
            problems.add(root.place(), "BAD_VALUE", "", String.valueOf(e.getMessage()));
            problems.throwIfAny();
            throw e;
        }
    }

    // What our extension element says.

    private record Frame(
            String id,
            String version,
            ZoneId zone,
            Effective effective,
            String taxonomy,
            String directory,
            LocalDate day,
            ReturnPolicy onReturn) {

        RuleSet ruleSet(List<RuleSet.Section> sections) {
            return RuleSet.builder()
                    .id(id)
                    .version(version)
                    .zone(zone)
                    .effective(effective)
                    .taxonomy(taxonomy)
                    .directory(directory)
                    .onReturn(onReturn)
                    .addAllSections(sections)
                    .build();
        }
    }

    private Optional<Frame> frame(XmlElement root) {
        List<XmlElement> found = root.children("extensionElements").stream()
                .flatMap(e -> e.children().stream())
                .filter(e -> e.namespace().equals(Dmn.HOTLINE) && e.name().equals("ruleSet"))
                .toList();
        if (found.size() != 1) {
            problems.add(
                    root.place(),
                    found.isEmpty() ? "MISSING_ELEMENT" : "DUPLICATE_ELEMENT",
                    "",
                    "one extension element ruleSet of " + Dmn.HOTLINE);
            return Optional.empty();
        }
        XmlElement element = found.get(0);
        Optional<String> id = attribute(element, "id", Function.identity(), "BAD_VALUE", "the rule set's id");
        Optional<String> version = attribute(element, "version", Function.identity(), "BAD_VALUE", "its version");
        Optional<ZoneId> zone =
                attribute(element, "zone", ZoneId::of, "BAD_ZONE", "the name of a time zone, such as Asia/Shanghai");
        Optional<String> named = identity(element, "taxonomy", taxonomy.identity());
        Optional<String> listed = identity(element, "directory", directory.identity());
        Optional<LocalDate> day = date(element, "day");
        Optional<Effective> effective = effective(element);
        Optional<ReturnPolicy> onReturn = onReturn(element);
        if (Stream.of(id, version, zone, named, listed, day, effective, onReturn)
                .anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(new Frame(
                id.get(),
                version.get(),
                zone.get(),
                effective.get(),
                named.get(),
                listed.get(),
                day.get(),
                onReturn.get()));
    }

    private Optional<String> identity(XmlElement element, String name, String identity) {
        return attribute(element, name, Function.identity(), "BAD_IDENTITY", identity)
                .filter(read -> {
                    if (!read.equals(identity)) {
                        problems.add(
                                element.place(),
                                "OTHER_IDENTITY",
                                read,
                                identity + ", the " + name + " that it is read with");
                    }
                    return read.equals(identity);
                });
    }

    private Optional<LocalDate> date(XmlElement element, String name) {
        return attribute(element, name, LocalDate::parse, "BAD_DATE", "a date such as 2026-07-01 as " + name);
    }

    private Optional<Effective> effective(XmlElement element) {
        Optional<LocalDate> from = element.attribute("from").isPresent() ? date(element, "from") : Optional.empty();
        Optional<LocalDate> to = element.attribute("to").isPresent() ? date(element, "to") : Optional.empty();
        try {
            return Optional.of(new Effective(from, to));
        } catch (IllegalArgumentException e) {
            problems.add(element.place(), "BAD_PERIOD", from + " to " + to, "an end, exclusive, after the beginning");
            return Optional.empty();
        }
    }

    private Optional<ReturnPolicy> onReturn(XmlElement element) {
        Map<String, ReturnPolicy.Next> policies = Vocabulary.of(ReturnPolicy.Next.values());
        Optional<ReturnPolicy.Next> next = attribute(
                element,
                "onReturn",
                text -> Optional.ofNullable(policies.get(text)).orElseThrow(() -> new IllegalArgumentException(text)),
                "UNKNOWN_POLICY",
                "one of " + policies.keySet());
        Optional<Integer> maxReturns = attribute(
                element, "maxReturns", Integer::valueOf, "BAD_VALUE", "a number of 1 to " + ReturnPolicy.MAX_RETURNS);
        Optional<Outcome.Triage> then =
                attribute(element, "triage", Outcome.Triage::new, "BAD_VALUE", "a reason of capitals, digits and _");
        if (next.isEmpty() || maxReturns.isEmpty() || then.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ReturnPolicy(next.get(), maxReturns.get(), then.get()));
        } catch (IllegalArgumentException e) {
            problems.add(
                    element.place(),
                    "BAD_VALUE",
                    maxReturns.get().toString(),
                    "maxReturns of 1 to " + ReturnPolicy.MAX_RETURNS);
            return Optional.empty();
        }
    }

    private <T> Optional<T> attribute(
            XmlElement element, String name, Function<String, T> parse, String code, String expected) {
        Optional<String> text = element.attribute(name);
        if (text.isEmpty()) {
            problems.add(element.place(), "MISSING_ATTRIBUTE", "", "an attribute " + name + ": " + expected);
            return Optional.empty();
        }
        try {
            return text.map(parse);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            problems.add(element.place(), code, text.get(), expected);
            return Optional.empty();
        }
    }

    // Decisions and their tables.

    private void addTable(XmlElement decision, Map<String, XmlElement> tables) {
        String name = decision.attribute("name").orElse("");
        if (!DECISIONS.contains(name)) {
            problems.add(
                    decision.place(),
                    "DMN_UNSUPPORTED_DECISION",
                    name,
                    "one of the decisions " + sorted(DECISIONS) + Suggestion.hint(name, DECISIONS));
            return;
        }
        for (XmlElement child : decision.children()) {
            if (child.namespace().equals(Dmn.NAMESPACE)
                    && !child.is("decisionTable")
                    && !SILENT.contains(child.name())
                    && !AROUND_TABLES.contains(child.name())) {
                unsupportedElement(child, "a decision table");
            }
        }
        List<XmlElement> found = decision.children("decisionTable");
        if (found.size() != 1) {
            problems.add(
                    decision.place(),
                    found.isEmpty() ? "MISSING_ELEMENT" : "DUPLICATE_ELEMENT",
                    name,
                    "one decision table");
        } else if (tables.putIfAbsent(name, found.get(0)) != null) {
            problems.add(decision.place(), "DUPLICATE_ELEMENT", name, "each decision once");
        }
    }

    private Optional<DmnTable> table(
            XmlElement element, Set<String> hitPolicies, String category, List<String> outputs) {
        int before = problems.toList().size();
        // The standard's default is UNIQUE.
        String hitPolicy = element.attribute("hitPolicy").orElse("UNIQUE");
        if (!hitPolicies.contains(hitPolicy)) {
            problems.add(element.place(), "DMN_UNSUPPORTED_HIT_POLICY", hitPolicy, "one of " + sorted(hitPolicies));
        }
        element.attribute("aggregation")
                .ifPresent(a -> problems.add(element.place(), "DMN_UNSUPPORTED_HIT_POLICY", a, "no aggregation"));
        List<Optional<Cell>> inputs = new ArrayList<>();
        List<String> outputNames = new ArrayList<>();
        List<String> annotations = new ArrayList<>();
        List<XmlElement> rules = new ArrayList<>();
        for (XmlElement child : element.children()) {
            if (child.is("input")) {
                inputs.add(input(child, category, inputs));
            } else if (child.is("output")) {
                outputNames.add(output(child, outputs, outputNames));
            } else if (child.is("annotation")) {
                annotations.add(child.attribute("name").orElse(""));
            } else if (child.is("rule")) {
                rules.add(child);
            } else if (child.namespace().equals(Dmn.NAMESPACE) && !SILENT.contains(child.name())) {
                unsupportedElement(child, "inputs, outputs, annotations and rules");
            }
        }
        outputs.stream()
                .filter(o -> !outputNames.contains(o))
                .forEach(o -> problems.add(element.place(), "MISSING_ELEMENT", "", "an output " + o));
        // Rows of columns that are wrong would only repeat what is wrong with those.
        return problems.toList().size() > before
                ? Optional.empty()
                : Optional.of(new DmnTable(
                        inputs.stream().flatMap(Optional::stream).toList(), outputNames, annotations, rules));
    }

    private Optional<Cell> input(XmlElement input, String category, List<Optional<Cell>> before) {
        onlyChildren(input, "inputExpression");
        List<XmlElement> expressions = input.children("inputExpression");
        if (expressions.size() != 1) {
            problems.add(input.place(), "MISSING_ELEMENT", "", "one input expression");
            return Optional.empty();
        }
        XmlElement expression = expressions.get(0);
        onlyChildren(expression, "text");
        requireString(expression);
        requireFeel(expression);
        String text = text(expression).strip();
        Map<String, Cell> cells = new TreeMap<>();
        Dmn.INPUTS.forEach(c -> cells.put(c == Cell.CATEGORY ? category : c.code(), c));
        Optional<Cell> cell = Optional.ofNullable(cells.get(text));
        if (cell.isEmpty()) {
            problems.add(
                    expression.place(),
                    "DMN_UNSUPPORTED_INPUT",
                    text,
                    "one of " + cells.keySet() + Suggestion.hint(text, cells.keySet()));
        } else if (before.contains(cell)) {
            problems.add(expression.place(), "DUPLICATE_COLUMN", text, "each input once");
        }
        return cell;
    }

    private String output(XmlElement output, List<String> outputs, List<String> before) {
        onlyChildren(output);
        requireString(output);
        String name = output.attribute("name").orElse("");
        if (!outputs.contains(name)) {
            problems.add(
                    output.place(),
                    "DMN_UNSUPPORTED_OUTPUT",
                    name,
                    "one of " + outputs + Suggestion.hint(name, outputs));
        } else if (before.contains(name)) {
            problems.add(output.place(), "DUPLICATE_COLUMN", name, "each output once");
        }
        return name;
    }

    /** The table of retired categories must be what the taxonomy says, since a router asks the taxonomy. */
    private void checkForward(XmlElement root, Optional<XmlElement> table, LocalDate day) {
        Map<CategoryCode, CategoryCode> expected = DmnRows.successors(taxonomy, day);
        if (table.isEmpty()) {
            if (!expected.isEmpty()) {
                problems.add(
                        root.place(),
                        "MISSING_ELEMENT",
                        "",
                        "a decision " + Dmn.CURRENT_CATEGORY + ", since " + taxonomy.identity()
                                + " has retired categories, such as "
                                + expected.keySet().iterator().next());
            }
            return;
        }
        List<String> rows = new ArrayList<>();
        expected.forEach((from, to) -> rows.add(Feel.quoted(from.value()) + " -> " + Feel.quoted(to.value())));
        rows.add(Feel.ANY + " -> " + Cell.CATEGORY.code());
        List<XmlElement> rules = table.get().children("rule");
        Set<String> left = new HashSet<>(rows);
        for (int i = 0; i < rules.size(); i++) {
            String row = String.join(" -> ", texts(rules.get(i)));
            boolean lastIsAny = (i == rules.size() - 1) == row.equals(rows.get(rows.size() - 1));
            if (!left.remove(row) || !lastIsAny) {
                problems.add(
                        rules.get(i).place(),
                        "DMN_OTHER_SUCCESSOR",
                        row,
                        "what " + taxonomy.identity() + " says on " + day + ", and the category itself at last");
            }
        }
        left.stream()
                .sorted()
                .forEach(row -> problems.add(table.get().place(), "DMN_OTHER_SUCCESSOR", "", "a row " + row));
        boolean asWritten = "FIRST".equals(table.get().attribute("hitPolicy").orElse(""))
                && table.get().children("input").size() == 1
                && table.get().children("input").get(0).children("inputExpression").stream()
                        .allMatch(e -> text(e).strip().equals(Cell.CATEGORY.code()))
                && table.get().children("output").size() == 1
                && table.get().children("output").get(0).attribute("name").equals(Optional.of(Dmn.CURRENT_CATEGORY));
        if (!asWritten) {
            problems.add(
                    table.get().place(),
                    "DMN_UNSUPPORTED_DECISION",
                    Dmn.CURRENT_CATEGORY,
                    "hit policy FIRST, the input " + Cell.CATEGORY.code() + " and the output " + Dmn.CURRENT_CATEGORY);
        }
    }

    private static List<String> texts(XmlElement rule) {
        return rule.children().stream()
                .filter(c -> c.is("inputEntry") || c.is("outputEntry"))
                .map(c -> text(c).strip())
                .toList();
    }

    private void onlyChildren(XmlElement element, String... names) {
        for (XmlElement child : element.children()) {
            if (child.namespace().equals(Dmn.NAMESPACE)
                    && !SILENT.contains(child.name())
                    && !List.of(names).contains(child.name())) {
                unsupportedElement(child, names.length == 0 ? "nothing" : String.join(", ", names));
            }
        }
    }

    private void unsupportedElement(XmlElement element, String expected) {
        problems.add(element.place(), "DMN_UNSUPPORTED_ELEMENT", element.name(), "only " + expected + " there");
    }

    private void requireString(XmlElement element) {
        element.attribute("typeRef")
                .filter(t -> !t.equals("string"))
                .ifPresent(t -> problems.add(element.place(), "DMN_UNSUPPORTED_TYPE", t, "string"));
    }

    private void requireFeel(XmlElement element) {
        requireFeel(element, problems);
    }

    static void requireFeel(XmlElement element, Problems problems) {
        element.attribute("expressionLanguage")
                .filter(l -> !l.equals(Dmn.FEEL) && !l.equalsIgnoreCase("feel"))
                .ifPresent(l -> problems.add(element.place(), "DMN_UNSUPPORTED_LANGUAGE", l, Dmn.FEEL));
    }

    /** The text of the element {@code text} within an element; empty if there is none. */
    static String text(XmlElement element) {
        List<XmlElement> texts = element.children("text");
        return texts.isEmpty() ? "" : texts.get(0).text();
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    /** The constants of an enumeration by their names in documents. */
    static final class Vocabulary {
        private Vocabulary() {}

        @SafeVarargs
        static <T extends Coded> Map<String, T> of(T... values) {
            Map<String, T> byCode = new TreeMap<>();
            for (T value : values) {
                byCode.put(value.code(), value);
            }
            return byCode;
        }
    }
}
