package io.github.hotlinekit.core.dmn;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.Department;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Suggestion;
import io.github.hotlinekit.core.routing.Cell;
import io.github.hotlinekit.core.routing.Condition;
import io.github.hotlinekit.core.routing.DayType;
import io.github.hotlinekit.core.routing.Directive;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.SectionPolicy;
import io.github.hotlinekit.core.routing.Target;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes sections of the rows of tables. */
final class DmnSections {

    private final Problems problems;
    private final Map<String, CategoryCode> categories;
    private final Map<String, AreaCode> areas;
    private final Map<String, Department> departments;
    private final Set<String> levels;
    private final Set<String> functions;
    private final Map<String, CaseKind> kinds = DmnReader.Vocabulary.of(CaseKind.values());
    private final Map<String, Channel> channels = DmnReader.Vocabulary.of(Channel.values());
    private final Map<String, Priority> priorities = DmnReader.Vocabulary.of(Priority.values());
    private final Map<String, RequesterType> requesters = DmnReader.Vocabulary.of(RequesterType.values());
    private final Map<String, DayType> dayTypes = DmnReader.Vocabulary.of(DayType.values());
    private final List<Read> read = new ArrayList<>();

    /** A rule as its row has it. Its id need not be its own. */
    private record Read(String section, SectionPolicy policy, Rule rule, Place place) {}

    DmnSections(Taxonomy taxonomy, Directory directory, Problems problems) {
        this.problems = problems;
        this.categories = new TreeMap<>();
        taxonomy.categories().forEach(c -> categories.put(c.code().value(), c.code()));
        this.areas = new TreeMap<>();
        directory.areas().forEach(a -> areas.put(a.code().value(), a.code()));
        this.departments = directory.departments().stream()
                .collect(Collectors.toMap(d -> d.code().value(), Function.identity(), (a, b) -> a, TreeMap::new));
        this.levels = directory.areas().stream().map(Area::level).collect(Collectors.toCollection(TreeSet::new));
        this.functions = directory.departments().stream()
                .flatMap(d -> d.functions().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Adds the rows of a table. */
    void add(DmnTable table, SectionPolicy policy) {
        for (XmlElement row : table.rules()) {
            if (read.size() >= RuleSet.MAX_RULES) {
                problems.add(row.place(), "LIMIT_EXCEEDED", "", "at most " + RuleSet.MAX_RULES + " rules");
                return;
            }
            addRow(table, policy, row);
        }
    }

    /** The sections of all rows. Rows of one rule get ids of their own. */
    List<RuleSet.Section> sections() {
        Map<String, List<Rule>> rules = new LinkedHashMap<>();
        Map<String, SectionPolicy> policies = new HashMap<>();
        Map<String, String> sectionOf = new HashMap<>();
        Set<String> ids = read.stream().map(r -> r.rule().id()).collect(Collectors.toCollection(HashSet::new));
        Map<String, Integer> rows = new HashMap<>();
        String last = "";
        for (Read row : read) {
            if (rules.containsKey(row.section()) && !row.section().equals(last)) {
                problems.add(row.place(), "DMN_SECTION_SPLIT", row.section(), "the rows of a section side by side");
            }
            last = row.section();
            if (policies.getOrDefault(row.section(), row.policy()) != row.policy()) {
                problems.add(row.place(), "DUPLICATE_ID", row.section(), "a section in one decision");
            }
            policies.putIfAbsent(row.section(), row.policy());
            String id = row.rule().id();
            if (!sectionOf.computeIfAbsent(id, i -> row.section()).equals(row.section())) {
                problems.add(row.place(), "DUPLICATE_ID", id, "an id that is in no other section");
            }
            int number = rows.merge(id, 1, Integer::sum);
            Optional<Rule> rule = number == 1 ? Optional.of(row.rule()) : renamed(row, number, ids, rows);
            rule.ifPresent(r ->
                    rules.computeIfAbsent(row.section(), s -> new ArrayList<>()).add(r));
        }
        if (!problems.isEmpty()) {
            return List.of();
        }
        List<RuleSet.Section> sections = new ArrayList<>();
        rules.forEach((id, own) ->
                sections.add(new RuleSet.Section(id, policies.getOrDefault(id, SectionPolicy.FIRST), own)));
        return sections;
    }

    private Optional<Rule> renamed(Read row, int number, Set<String> ids, Map<String, Integer> rows) {
        String id = row.rule().id();
        int next = number;
        while (!ids.add(id + "/" + next)) {
            next++;
        }
        rows.put(id, next);
        String own = id + "/" + next;
        if (own.length() > Rule.MAX_ID) {
            problems.add(
                    row.place(),
                    "LIMIT_EXCEEDED",
                    own,
                    "an id of at most " + Rule.MAX_ID + " characters for another row of the rule");
            return Optional.empty();
        }
        return Optional.of(row.rule().withId(own));
    }

    private void addRow(DmnTable table, SectionPolicy policy, XmlElement row) {
        int before = problems.toList().size();
        List<XmlElement> inputs = row.children("inputEntry");
        List<XmlElement> outputs = row.children("outputEntry");
        List<XmlElement> annotations = row.children("annotationEntry");
        row.children().stream()
                .filter(c -> c.namespace().equals(Dmn.NAMESPACE)
                        && !Set.of("inputEntry", "outputEntry", "annotationEntry", "description", "extensionElements")
                                .contains(c.name()))
                .forEach(c -> problems.add(c.place(), "DMN_UNSUPPORTED_ELEMENT", c.name(), "only entries there"));
        requireCount(row, "input entries", table.inputs().size(), inputs.size());
        requireCount(row, "output entries", table.outputs().size(), outputs.size());
        if (annotations.size() > table.annotations().size()) {
            requireCount(row, "annotation entries", table.annotations().size(), annotations.size());
        }
        inputs.forEach(this::requireOneText);
        outputs.forEach(this::requireOneText);
        if (problems.toList().size() > before) {
            return;
        }
        Map<String, Said> said = new HashMap<>();
        for (int i = 0; i < outputs.size(); i++) {
            said.put(table.outputs().get(i), said(table.outputs().get(i), outputs.get(i)));
        }
        Condition when = condition(table.inputs(), inputs, row);
        Optional<String> section = id(said, "section");
        Optional<String> id = id(said, "rule");
        Optional<Directive> then = policy == SectionPolicy.COLLECT ? assist(said) : directive(said);
        Optional<String> title = annotation(table, annotations, "title", Rule.MAX_TITLE);
        Optional<String> basis = annotation(table, annotations, "basis", Rule.MAX_BASIS);
        if (problems.toList().size() == before && section.isPresent() && id.isPresent() && then.isPresent()) {
            read.add(new Read(
                    section.get(),
                    policy,
                    Rule.builder()
                            .id(id.get())
                            .title(title)
                            .when(when)
                            .then(then.get())
                            .basis(basis)
                            .build(),
                    row.place()));
        }
    }

    /** A text that stood elsewhere would be passed over, and a blank cell asks nothing: the rule would be widened. */
    private void requireOneText(XmlElement entry) {
        boolean one = entry.children("text").size() == 1
                && entry.text().isBlank()
                && entry.children().stream()
                        .allMatch(c -> Set.of("text", "description", "extensionElements")
                                .contains(c.name()));
        if (!one) {
            problems.add(entry.place(), "DMN_UNSUPPORTED_ELEMENT", entry.text(), "one element text in each cell");
        }
    }

    private void requireCount(XmlElement row, String what, int expected, int actual) {
        if (expected != actual) {
            problems.add(row.place(), "DMN_ENTRY_COUNT", actual + " " + what, expected + " " + what);
        }
    }

    private Optional<String> annotation(DmnTable table, List<XmlElement> entries, String name, int max) {
        int column = table.annotations().indexOf(name);
        if (column < 0 || column >= entries.size()) {
            return Optional.empty();
        }
        String text = DmnReader.text(entries.get(column));
        if (text.length() > max) {
            problems.add(
                    entries.get(column).place(),
                    "LIMIT_EXCEEDED",
                    text,
                    "a " + name + " of at most " + max + " characters");
            return Optional.empty();
        }
        return Optional.of(text).filter(t -> !t.isEmpty());
    }

    // Inputs.

    private Condition condition(List<Cell> columns, List<XmlElement> entries, XmlElement row) {
        Condition.Builder when = Condition.builder();
        Set<Cell> missing = new TreeSet<>();
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = columns.get(i);
            XmlElement entry = entries.get(i);
            DmnReader.requireFeel(entry, problems);
            String text = DmnReader.text(entry).strip();
            Optional<Feel.Test> test = Feel.parse(text);
            if (test.isEmpty()) {
                unsupportedFeel(entry, cell, text);
                continue;
            }
            if (test.get().missing()) {
                missing.add(cell);
            }
            switch (cell) {
                case CATEGORY -> when.addAllCategories(known(entry, cell, categories(entry, test.get()), categories));
                case AREA -> when.addAllAreas(known(entry, cell, areas(entry, test.get()), areas));
                case KIND -> when.addAllKinds(listed(entry, cell, test.get(), kinds));
                case CHANNEL -> when.addAllChannels(listed(entry, cell, test.get(), channels));
                case PRIORITY -> when.addAllPriorities(listed(entry, cell, test.get(), priorities));
                case REQUESTER -> when.addAllRequesters(listed(entry, cell, test.get(), requesters));
                case DAY_TYPE -> when.addAllDayTypes(listed(entry, cell, test.get(), dayTypes));
                case KEYWORDS, TIME -> throw new IllegalStateException("no column: " + cell);
            }
        }
        try {
            return when.addAllMissing(missing).build();
        } catch (IllegalArgumentException e) {
            problems.add(row.place(), "BAD_VALUE", "", String.valueOf(e.getMessage()));
            return Condition.ANY;
        }
    }

    private void unsupportedFeel(XmlElement entry, Cell cell, String text) {
        String form = switch (cell) {
            case CATEGORY -> Feel.test(List.of("(? = \"04.02\" or starts with(?, \"04.02.\"))"), false);
            case AREA -> Feel.test(List.of(Feel.startsWith("350581")), false);
            default -> "a list of strings such as \"a\",\"b\"";
        };
        problems.add(
                entry.place(),
                "DMN_UNSUPPORTED_FEEL",
                text,
                "in the input " + cell.code() + " -, " + form + ", ? = null, or ? = null or (…) of the two");
    }

    /** Codes that are asked for with all below them. */
    private List<String> categories(XmlElement entry, Feel.Test test) {
        List<String> below = test.equal().stream().map(e -> e + ".").toList();
        if ((test.listed() && !test.equal().isEmpty()) || !same(below, test.prefixes())) {
            unsupportedFeel(entry, Cell.CATEGORY, DmnReader.text(entry).strip());
            return List.of();
        }
        return test.equal();
    }

    private static boolean same(List<String> one, List<String> other) {
        return one.size() == other.size() && Set.copyOf(one).equals(Set.copyOf(other));
    }

    private List<String> areas(XmlElement entry, Feel.Test test) {
        if (!test.equal().isEmpty()) {
            unsupportedFeel(entry, Cell.AREA, DmnReader.text(entry).strip());
            return List.of();
        }
        return test.prefixes();
    }

    private <T> List<T> listed(XmlElement entry, Cell cell, Feel.Test test, Map<String, T> known) {
        if (!test.prefixes().isEmpty()) {
            unsupportedFeel(entry, cell, DmnReader.text(entry).strip());
            return List.of();
        }
        return known(entry, cell, test.equal(), known);
    }

    private <T> List<T> known(XmlElement entry, Cell cell, List<String> codes, Map<String, T> known) {
        List<T> values = new ArrayList<>();
        for (String code : codes) {
            T value = known.get(code);
            if (value == null) {
                unknown(entry, cell.name(), code, known.keySet());
            } else if (values.contains(value)) {
                problems.add(entry.place(), "DUPLICATE_VALUE", code, "each value once");
            } else {
                values.add(value);
            }
        }
        if (codes.size() > Condition.MAX_VALUES) {
            problems.add(
                    entry.place(),
                    "LIMIT_EXCEEDED",
                    codes.size() + " values",
                    "at most " + Condition.MAX_VALUES + " values");
            return List.of();
        }
        return values;
    }

    private void unknown(XmlElement entry, String what, String value, Collection<String> known) {
        String name = what.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        problems.add(
                entry.place(),
                "UNKNOWN_" + what,
                value,
                (known.size() <= 16 ? "one of " + known : "a known " + name) + Suggestion.hint(value, known));
    }

    // Outputs.

    /** What an output says, and where. */
    private record Said(Optional<String> text, XmlElement entry) {}

    private Said said(String output, XmlElement entry) {
        DmnReader.requireFeel(entry, problems);
        String text = DmnReader.text(entry).strip();
        Optional<Optional<String>> literal = Feel.literal(text);
        if (literal.isEmpty()) {
            problems.add(entry.place(), "DMN_UNSUPPORTED_FEEL", text, "in the output " + output + " a string or null");
        }
        return new Said(literal.flatMap(Function.identity()), entry);
    }

    private static Said of(Map<String, Said> said, String output) {
        return java.util.Objects.requireNonNull(said.get(output), output);
    }

    private Optional<String> id(Map<String, Said> said, String output) {
        Said id = of(said, output);
        if (id.text().filter(t -> !t.isBlank() && t.length() <= Rule.MAX_ID).isEmpty()) {
            problems.add(
                    id.entry().place(),
                    id.text().filter(t -> !t.isBlank()).isEmpty() ? "MISSING_VALUE" : "LIMIT_EXCEEDED",
                    id.text().orElse(""),
                    "a " + output + " of 1 to " + Rule.MAX_ID + " characters");
            return Optional.empty();
        }
        return id.text();
    }

    private Optional<Directive> assist(Map<String, Said> said) {
        Said assist = of(said, "assist");
        List<Target> targets = targets(assist);
        if (assist.text().isEmpty()) {
            problems.add(assist.entry().place(), "MISSING_VALUE", "", "a department that assists");
        }
        return targets.isEmpty() ? Optional.empty() : Optional.of(new Directive.Assist(targets));
    }

    private Optional<Directive> directive(Map<String, Said> said) {
        Said outcome = of(said, "outcome");
        Said detail = of(said, "detail");
        String name = outcome.text().orElse("");
        if (!Dmn.OUTCOMES.contains(name)) {
            problems.add(
                    outcome.entry().place(),
                    "UNKNOWN_OUTCOME",
                    name,
                    "one of " + Dmn.OUTCOMES + Suggestion.hint(name, Dmn.OUTCOMES));
            return Optional.empty();
        }
        if (name.equals(Dmn.DISPATCH)) {
            requireNothing(detail, name);
            return dispatch(said);
        }
        List.of("lead", "jurisdiction", "assist").forEach(output -> requireNothing(of(said, output), name));
        if (name.equals(Dmn.DESK)) {
            requireNothing(detail, name);
            return Optional.of(new Outcome.AnswerAtDesk());
        }
        if (detail.text().isEmpty()) {
            problems.add(detail.entry().place(), "MISSING_VALUE", "", "a detail of the outcome " + name);
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (name) {
                        case Dmn.REFER -> new Outcome.Refer(detail.text().get());
                        case Dmn.STATUTORY ->
                            new Outcome.Statutory(detail.text().get());
                        default -> new Outcome.Triage(detail.text().get());
                    });
        } catch (IllegalArgumentException e) {
            problems.add(detail.entry().place(), "BAD_VALUE", detail.text().get(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Directive> dispatch(Map<String, Said> said) {
        Said lead = of(said, "lead");
        Said jurisdiction = of(said, "jurisdiction");
        if (lead.text().isPresent() == jurisdiction.text().isPresent()) {
            problems.add(
                    lead.entry().place(),
                    lead.text().isPresent() ? "CONFLICTING_CELLS" : "MISSING_VALUE",
                    lead.text().orElse(""),
                    "either a lead or a jurisdiction");
            return Optional.empty();
        }
        Optional<? extends Target> leading = lead.text().isPresent()
                ? department(lead.entry(), lead.text().get())
                : jurisdiction(jurisdiction.entry(), jurisdiction.text().orElse(""));
        List<Target> assisting = targets(of(said, "assist"));
        if (leading.isEmpty()) {
            return Optional.empty();
        }
        if (assisting.contains(leading.get())) {
            problems.add(
                    of(said, "assist").entry().place(),
                    "LEAD_ASSISTS",
                    leading.get().toString(),
                    "departments other than the lead");
            return Optional.empty();
        }
        return Optional.of(new Directive.Assign(leading.get(), assisting));
    }

    private void requireNothing(Said said, String outcome) {
        said.text()
                .ifPresent(text -> problems.add(
                        said.entry().place(), "CONFLICTING_CELLS", text, "null beside the outcome " + outcome));
    }

    private List<Target> targets(Said said) {
        List<Target> targets = new ArrayList<>();
        for (String text : said.text().map(t -> List.of(t.split("\\|", -1))).orElse(List.of())) {
            Optional<? extends Target> target = text.startsWith("@")
                    ? jurisdiction(said.entry(), text.substring(1))
                    : department(said.entry(), text);
            target.ifPresent(t -> {
                if (targets.contains(t)) {
                    problems.add(said.entry().place(), "DUPLICATE_VALUE", text, "each department once");
                } else {
                    targets.add(t);
                }
            });
        }
        return targets;
    }

    private Optional<Target> department(XmlElement entry, String code) {
        Department department = departments.get(code);
        if (department == null) {
            unknown(entry, "DEPARTMENT", code, departments.keySet());
            return Optional.empty();
        }
        if (department.isPlaceholder()) {
            problems.add(entry.place(), "PLACEHOLDER_DEPARTMENT", code, "a department that is no placeholder");
            return Optional.empty();
        }
        return Optional.of(new Target.Department(DepartmentCode.of(code)));
    }

    private Optional<Target> jurisdiction(XmlElement entry, String text) {
        int slash = text.indexOf('/');
        String level = slash < 0 ? text : text.substring(0, slash);
        Optional<String> function = slash < 0 ? Optional.empty() : Optional.of(text.substring(slash + 1));
        boolean known = true;
        if (!level.equals(Dmn.NEAREST) && !levels.contains(level)) {
            unknown(entry, "LEVEL", level, levels);
            known = false;
        }
        if (function.filter(f -> !functions.contains(f)).isPresent()) {
            unknown(entry, "FUNCTION", function.get(), functions);
            known = false;
        }
        return known
                ? Optional.of(new Target.Jurisdiction(Optional.of(level).filter(l -> !l.equals(Dmn.NEAREST)), function))
                : Optional.empty();
    }
}
