package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.Department;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.document.Identity;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Suggestion;
import io.github.hotlinekit.core.document.Utf8;
import io.github.hotlinekit.core.json.JsonPart;
import io.github.hotlinekit.core.taxonomy.Category;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a rule set from JSON and checks it against a taxonomy and a directory. */
final class RuleSetReader {

    private static final List<String> DIRECTIVES = List.of("lead", "desk", "refer", "statutory", "triage");

    private final Problems problems;
    private final Vocabulary<CategoryCode> categories;
    private final Vocabulary<AreaCode> areas;
    private final Vocabulary<Department> departments;
    private final Vocabulary<CaseKind> kinds;
    private final Vocabulary<Channel> channels;
    private final Map<String, Place> sectionIds = new HashMap<>();
    private final Map<String, Place> ruleIds = new HashMap<>();

    private RuleSetReader(Problems problems, Taxonomy taxonomy, Directory directory) {
        this.problems = problems;
        this.categories = Vocabulary.of(
                "UNKNOWN_CATEGORY",
                "a category of " + taxonomy.identity(),
                taxonomy.categories().stream().map(Category::code).toList(),
                CategoryCode::value);
        this.areas = Vocabulary.of(
                "UNKNOWN_AREA",
                "an area of " + directory.identity(),
                directory.areas().stream().map(Area::code).toList(),
                AreaCode::value);
        this.departments = Vocabulary.of(
                "UNKNOWN_DEPARTMENT",
                "a department of " + directory.identity(),
                directory.departments(),
                d -> d.code().value());
        this.kinds = Vocabulary.of("UNKNOWN_KIND", CaseKind.values(), CaseKind::code);
        this.channels = Vocabulary.of("UNKNOWN_CHANNEL", Channel.values(), Channel::code);
    }

    /**
     * What may be written in a place, and what it means.
     *
     * @param code the problem's code where something else is written
     * @param expected what is expected there
     * @param meanings the meaning of each text
     */
    private record Vocabulary<T>(String code, String expected, Map<String, T> meanings) {

        static <T> Vocabulary<T> of(String code, String expected, List<T> values, Function<T, String> text) {
            Map<String, T> meanings = new LinkedHashMap<>();
            values.forEach(v -> meanings.put(text.apply(v), v));
            return new Vocabulary<>(code, expected, meanings);
        }

        static <T> Vocabulary<T> of(String code, T[] values, Function<T, String> text) {
            List<T> list = List.of(values);
            return of(code, "one of " + list.stream().map(text).toList(), list, text);
        }

        Optional<T> read(JsonPart.Text text, Problems problems) {
            T meaning = meanings.get(text.value());
            if (meaning == null) {
                problems.add(
                        text.place(), code, text.value(), expected + Suggestion.hint(text.value(), meanings.keySet()));
            }
            return Optional.ofNullable(meaning);
        }
    }

    static RuleSet read(Problems problems, InputStream in, Taxonomy taxonomy, Directory directory) throws IOException {
        Optional<JsonPart> root = JsonPart.read(Utf8.reader(in), problems);
        Optional<RuleSet> rules = root.flatMap(
                part -> new RuleSetReader(problems, taxonomy, directory).ruleSet(part, taxonomy, directory));
        problems.throwIfAny();
        return rules.orElseThrow();
    }

    private Optional<RuleSet> ruleSet(JsonPart root, Taxonomy taxonomy, Directory directory) {
        Optional<String> format = root.requiredText("format", Rule.MAX_ID);
        if (format.isPresent() && !format.get().equals(RuleSet.FORMAT)) {
            problems.add(root.at("format"), "UNSUPPORTED_FORMAT", format.get(), RuleSet.FORMAT);
            return Optional.empty();
        }
        root.allow("format", "id", "version", "zone", "taxonomy", "directory", "sections");
        Optional<String> id = identityPart(root, "id");
        Optional<String> version = identityPart(root, "version");
        Optional<ZoneId> zone =
                root.parsed("zone", ZoneId::of, "BAD_ZONE", "the name of a time zone, such as Asia/Shanghai");
        if (!root.has("zone")) {
            root.missing("zone");
        }
        checkIdentity(root, "taxonomy", taxonomy.identity());
        checkIdentity(root, "directory", directory.identity());
        List<RuleSet.Section> sections = new ArrayList<>();
        for (JsonPart part : root.requiredObjects("sections")) {
            section(part).ifPresent(sections::add);
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(RuleSet.builder()
                .id(id.orElseThrow())
                .version(version.orElseThrow())
                .zone(zone.orElseThrow())
                .taxonomy(taxonomy.identity())
                .directory(directory.identity())
                .addAllSections(sections)
                .build());
    }

    private Optional<String> identityPart(JsonPart root, String name) {
        Optional<String> text = root.requiredText(name, Identity.MAX_LENGTH);
        text.filter(t -> !Identity.isValidPart(t))
                .ifPresent(t -> problems.add(root.at(name), "BAD_IDENTITY", t, "ASCII letters, digits, ., - and _"));
        return text;
    }

    private void checkIdentity(JsonPart root, String name, String identity) {
        root.requiredText(name, 2 * Identity.MAX_LENGTH + 1)
                .filter(t -> !t.equals(identity))
                .ifPresent(t -> problems.add(
                        root.at(name), "OTHER_IDENTITY", t, identity + ", the " + name + " that it is read with"));
    }

    private Optional<RuleSet.Section> section(JsonPart part) {
        part.allow("id", "rules");
        Optional<String> id = newId(part, sectionIds);
        List<Rule> rules = new ArrayList<>();
        for (JsonPart rulePart : part.requiredObjects("rules")) {
            if (ruleIds.size() == RuleSet.MAX_RULES) {
                problems.add(rulePart.place(), "LIMIT_EXCEEDED", "", "at most " + RuleSet.MAX_RULES + " rules");
                problems.throwIfAny();
            }
            rule(rulePart).ifPresent(rules::add);
        }
        return problems.isEmpty()
                ? Optional.of(new RuleSet.Section(id.orElseThrow(), SectionPolicy.FIRST, rules))
                : Optional.empty();
    }

    private Optional<String> newId(JsonPart part, Map<String, Place> seen) {
        Optional<String> id = part.requiredText("id", Rule.MAX_ID);
        if (id.isPresent()) {
            Place first = seen.putIfAbsent(id.get(), part.at("id"));
            if (first != null) {
                problems.add(part.at("id"), "DUPLICATE_ID", id.get(), "an id not used before; it is also at " + first);
            }
        }
        return id;
    }

    private Optional<Rule> rule(JsonPart part) {
        part.allow("id", "title", "when", "then", "basis");
        Optional<String> id = newId(part, ruleIds);
        Optional<String> title = text(part, "title", Rule.MAX_TITLE);
        Optional<Condition> when = part.object("when").map(this::condition);
        Optional<Directive> then = part.requiredObject("then").flatMap(this::directive);
        Optional<String> basis = text(part, "basis", Rule.MAX_BASIS);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Rule.builder()
                .id(id.orElseThrow())
                .title(title)
                .when(when.orElse(Condition.ANY))
                .then(then.orElseThrow())
                .basis(basis)
                .build());
    }

    private static Optional<String> text(JsonPart part, String name, int maxLength) {
        return part.names().contains(name) ? part.requiredText(name, maxLength) : Optional.empty();
    }

    private Condition condition(JsonPart when) {
        when.allow("category", "area", "kind", "channel");
        return Condition.builder()
                .addAllCategories(cell(when, "category", text -> categories.read(text, problems)))
                .addAllAreas(cell(when, "area", text -> areas.read(text, problems)))
                .addAllKinds(cell(when, "kind", text -> kinds.read(text, problems)))
                .addAllChannels(cell(when, "channel", text -> channels.read(text, problems)))
                .build();
    }

    private <T> List<T> cell(JsonPart part, String name, Function<JsonPart.Text, Optional<T>> read) {
        List<JsonPart.Text> texts = part.texts(name);
        if (texts.size() > Condition.MAX_VALUES) {
            problems.add(
                    part.at(name),
                    "LIMIT_EXCEEDED",
                    texts.size() + " values",
                    "at most " + Condition.MAX_VALUES + " values");
            return List.of();
        }
        List<T> values = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonPart.Text text : texts) {
            if (!seen.add(text.value())) {
                problems.add(text.place(), "DUPLICATE_VALUE", text.value(), "each value once");
            } else {
                read.apply(text).ifPresent(values::add);
            }
        }
        return values;
    }

    private Optional<Directive> directive(JsonPart then) {
        then.allow("lead", "assist", "desk", "refer", "statutory", "triage");
        List<String> chosen = DIRECTIVES.stream().filter(then.names()::contains).toList();
        if (chosen.size() != 1) {
            problems.add(
                    then.place(),
                    chosen.isEmpty() ? "MISSING_PROPERTY" : "CONFLICTING_PROPERTIES",
                    String.join(", ", chosen),
                    "exactly one of " + DIRECTIVES);
            return Optional.empty();
        }
        String name = chosen.get(0);
        if (!name.equals("lead") && then.names().contains("assist")) {
            problems.add(then.at("assist"), "CONFLICTING_PROPERTIES", name, "assisting departments only beside a lead");
        }
        return switch (name) {
            case "lead" -> assign(then);
            case "desk" ->
                then.oneOf(name, List.of("answer"), Function.identity()).map(t -> new Outcome.AnswerAtDesk());
            case "refer" -> outcome(then, name, Outcome.Refer::new, "a number of digits and hyphens");
            case "statutory" -> outcome(then, name, Outcome.Statutory::new, "a channel's name");
            default -> outcome(then, name, Outcome.Triage::new, "a reason in capitals, digits and _");
        };
    }

    private Optional<Directive> outcome(JsonPart then, String name, Function<String, Directive> make, String expected) {
        return then.parsed(
                name, make, "BAD_VALUE", expected + ", not blank and at most " + Outcome.MAX_LENGTH + " characters");
    }

    private Optional<Directive> assign(JsonPart then) {
        Optional<Target> lead = then.isText("lead")
                ? department(new JsonPart.Text(then.text("lead").orElseThrow(), then.at("lead")))
                        .map(Target.Department::new)
                : then.object("lead").flatMap(RuleSetReader::jurisdiction);
        List<Target> assisting = cell(then, "assist", text -> department(text).map(Target.Department::new));
        if (lead.isEmpty()) {
            return Optional.empty();
        }
        if (assisting.contains(lead.get())) {
            problems.add(then.at("assist"), "LEAD_ASSISTS", lead.get().toString(), "departments other than the lead");
            return Optional.empty();
        }
        return Optional.of(new Directive.Assign(lead.get(), assisting));
    }

    private static Optional<Target> jurisdiction(JsonPart lead) {
        lead.allow("jurisdiction");
        if (!lead.names().contains("jurisdiction")) {
            lead.missing("jurisdiction");
        }
        return lead.oneOf("jurisdiction", List.of("area"), Function.identity()).map(t -> Target.Jurisdiction.NEAREST);
    }

    private Optional<DepartmentCode> department(JsonPart.Text text) {
        Optional<Department> department = departments.read(text, problems);
        if (department.filter(Department::isPlaceholder).isPresent()) {
            problems.add(
                    text.place(),
                    "PLACEHOLDER_DEPARTMENT",
                    text.value(),
                    "a department that is no placeholder; for that of the case's area write {\"jurisdiction\": \"area\"}");
            return Optional.empty();
        }
        return department.map(Department::code);
    }
}
