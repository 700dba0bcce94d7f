package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.document.Identity;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Suggestion;
import io.github.hotlinekit.core.document.Utf8;
import io.github.hotlinekit.core.json.JsonPart;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a rule set from JSON, and the tables it includes, and checks it against a taxonomy and a directory. */
final class RuleSetReader {

    private static final List<String> OUTCOMES = List.of("desk", "refer", "statutory", "triage");
    private static final List<String> DIRECTIVES = List.of("lead", "desk", "refer", "statutory", "triage");
    private static final Vocabulary<SectionPolicy> POLICIES = Vocabulary.of("UNKNOWN_POLICY", SectionPolicy.values());
    private static final Vocabulary<ReturnPolicy.Next> NEXT =
            Vocabulary.of("UNKNOWN_POLICY", ReturnPolicy.Next.values());
    private static final Vocabulary<OutcomePattern.Sort> SORTS =
            Vocabulary.of("UNKNOWN_OUTCOME", OutcomePattern.Sort.values());

    private final Problems problems;
    private final RuleParts parts;
    private final RuleTables tables;
    private final Map<String, Place> sectionIds = new HashMap<>();
    private final Map<String, Place> normIds = new HashMap<>();
    private final Map<String, Place> testIds = new HashMap<>();
    private final Map<String, Place> included = new HashMap<>();
    private final int[] rules = new int[1];

    private RuleSetReader(Problems problems, RuleParts parts, RuleTables tables) {
        this.problems = problems;
        this.parts = parts;
        this.tables = tables;
    }

    static RuleSet read(Problems problems, InputStream in, Taxonomy taxonomy, Directory directory, RuleTables tables)
            throws IOException {
        Optional<JsonPart> root = JsonPart.read(Utf8.reader(in), problems);
        problems.throwIfAny();
        RuleSet.Builder builder = RuleSet.builder();
        new RuleSetReader(problems, new RuleParts(taxonomy, directory), tables)
                .ruleSet(root.orElseThrow(), taxonomy, directory, builder);
        problems.throwIfAny();
        try {
            return builder.build();
        } catch (IllegalArgumentException | IllegalStateException e) {
            problems.add(new Place.Pointer(""), "BAD_VALUE", "", String.valueOf(e.getMessage()));
            problems.throwIfAny();
            throw e;
        }
    }

    /** As {@link JsonPart#allow}, where what a host adds for itself could not be kept. */
    private void allowOnly(JsonPart part, String... known) {
        part.allow(known);
        part.names().stream()
                .filter(name -> name.startsWith("x-"))
                .forEach(name -> problems.add(
                        part.at(name),
                        "UNKNOWN_PROPERTY",
                        name,
                        "properties of your own only in the rule set and in rules"));
    }

    private static Optional<JsonPart.Text> text(JsonPart part, String name) {
        return part.text(name).map(t -> new JsonPart.Text(t, part.at(name)));
    }

    private void ruleSet(JsonPart root, Taxonomy taxonomy, Directory directory, RuleSet.Builder builder)
            throws IOException {
        Optional<String> format = root.requiredText("format", Rule.MAX_ID);
        if (format.isPresent() && !format.get().equals(RuleSet.FORMAT)) {
            problems.add(root.at("format"), "UNSUPPORTED_FORMAT", format.get(), RuleSet.FORMAT);
            return;
        }
        root.allow(
                "format",
                "id",
                "version",
                "zone",
                "effective",
                "taxonomy",
                "directory",
                "sections",
                "onReturn",
                "norms",
                "tests");
        identityPart(root, "id").ifPresent(builder::id);
        identityPart(root, "version").ifPresent(builder::version);
        zone(root).ifPresent(builder::zone);
        effective(root).ifPresent(builder::effective);
        checkIdentity(root, "taxonomy", taxonomy.identity());
        checkIdentity(root, "directory", directory.identity());
        builder.taxonomy(taxonomy.identity()).directory(directory.identity());
        for (JsonPart part : root.requiredObjects("sections")) {
            section(part).ifPresent(builder::addSections);
        }
        root.object("onReturn").flatMap(this::onReturn).ifPresent(builder::onReturn);
        for (JsonPart part : root.objects("norms")) {
            norm(part).ifPresent(builder::addNorms);
        }
        for (JsonPart part : root.objects("tests")) {
            test(part).ifPresent(builder::addTests);
        }
        builder.extensions(Extensions.of(root.extensions()));
    }

    private Optional<ZoneId> zone(JsonPart root) {
        if (!root.has("zone")) {
            root.missing("zone");
            return Optional.empty();
        }
        return root.parsed("zone", ZoneId::of, "BAD_ZONE", "the name of a time zone, such as Asia/Shanghai");
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

    private Optional<Effective> effective(JsonPart part) {
        if (!part.names().contains("effective")) {
            return Optional.of(Effective.ALWAYS);
        }
        return part.object("effective").flatMap(ends -> {
            allowOnly(ends, "from", "to");
            return RuleParts.effective(text(ends, "from"), text(ends, "to"), ends.place(), problems);
        });
    }

    private Optional<RuleSet.Section> section(JsonPart part) throws IOException {
        allowOnly(part, "id", "policy", "rules", "table");
        Optional<String> id = newId(part, sectionIds);
        SectionPolicy policy =
                text(part, "policy").flatMap(t -> POLICIES.read(t, problems)).orElse(SectionPolicy.FIRST);
        boolean listed = part.names().contains("rules");
        boolean inTable = part.names().contains("table");
        if (listed == inTable) {
            problems.add(
                    part.place(),
                    listed ? "CONFLICTING_PROPERTIES" : "MISSING_PROPERTY",
                    listed ? "rules, table" : "",
                    "exactly one of [rules, table]");
            return Optional.empty();
        }
        List<Rule> read = inTable ? table(part, id.orElse(""), policy) : rules(part, id.orElse(""), policy);
        return problems.isEmpty() ? Optional.of(new RuleSet.Section(id.orElseThrow(), policy, read)) : Optional.empty();
    }

    private List<Rule> rules(JsonPart part, String section, SectionPolicy policy) {
        List<Rule> read = new ArrayList<>();
        for (JsonPart rulePart : part.requiredObjects("rules")) {
            if (++rules[0] > RuleSet.MAX_RULES) {
                problems.add(rulePart.place(), "LIMIT_EXCEEDED", "", "at most " + RuleSet.MAX_RULES + " rules");
                problems.throwIfAny();
            }
            rule(rulePart, section, policy).ifPresent(read::add);
        }
        return read;
    }

    private List<Rule> table(JsonPart part, String section, SectionPolicy policy) throws IOException {
        Optional<String> name = part.requiredText("table", Identity.MAX_LENGTH);
        if (name.isEmpty()) {
            return List.of();
        }
        if (!Identity.isValidPart(name.get()) || name.get().startsWith(".")) {
            problems.add(
                    part.at("table"),
                    "BAD_NAME",
                    name.get(),
                    "a table's name of ASCII letters, digits, ., - and _, no path and no address");
            return List.of();
        }
        Place before = included.putIfAbsent(name.get(), part.at("table"));
        if (before != null) {
            problems.add(part.at("table"), "DUPLICATE_TABLE", name.get(), "a table not included at " + before);
            return List.of();
        }
        Optional<InputStream> bytes = tables.open(name.get());
        if (bytes.isEmpty()) {
            problems.add(part.at("table"), "UNKNOWN_TABLE", name.get(), "a table that whoever reads the rules has");
            return List.of();
        }
        try (InputStream in = bytes.get()) {
            Problems ofTable = Problems.of(name.get());
            List<Rule> read = RuleTableReader.read(ofTable, in, section, policy, parts, RuleSet.MAX_RULES - rules[0]);
            for (Problem problem : ofTable.toList()) {
                problems.add(problem);
            }
            rules[0] += read.size();
            return read;
        }
    }

    private Optional<String> newId(JsonPart part, Map<String, Place> seen) {
        Optional<String> id = part.requiredText("id", Rule.MAX_ID)
                .flatMap(t -> RuleParts.id(new JsonPart.Text(t, part.at("id")), problems));
        if (id.isPresent()) {
            Place first = seen.putIfAbsent(id.get(), part.at("id"));
            if (first != null) {
                problems.add(part.at("id"), "DUPLICATE_ID", id.get(), "an id not used before; it is also at " + first);
            }
        }
        return id;
    }

    private Optional<String> prose(JsonPart part, String name, int maxLength) {
        return text(part, name).flatMap(t -> RuleParts.prose(t, maxLength, problems));
    }

    private Optional<Rule> rule(JsonPart part, String section, SectionPolicy policy) {
        part.allow("id", "title", "when", "then", "effective", "basis");
        Optional<String> id = part.requiredText("id", Rule.MAX_ID)
                .flatMap(t -> RuleParts.id(new JsonPart.Text(t, part.at("id")), problems));
        Optional<String> title = prose(part, "title", Rule.MAX_TITLE);
        Condition when = part.object("when").map(this::condition).orElse(Condition.ANY);
        Optional<Directive> then = part.requiredObject("then").flatMap(t -> directive(t, policy));
        Optional<Effective> effective = effective(part);
        Optional<String> basis = prose(part, "basis", Rule.MAX_BASIS);
        Extensions extensions = Extensions.of(part.extensions());
        if (id.isPresent() && effective.isPresent()) {
            RuleParts.Located place = new RuleParts.Located(problems.source(), part.at("id"));
            parts.add(id.get(), section, effective.get(), place, problems);
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Rule.builder()
                .id(id.orElseThrow())
                .title(title)
                .when(when)
                .then(then.orElseThrow())
                .effective(effective.orElseThrow())
                .basis(basis)
                .extensions(extensions)
                .build());
    }

    private Condition condition(JsonPart when) {
        allowOnly(when, "category", "area", "kind", "channel", "priority", "requester", "dayType", "keywords", "time");
        Condition.Builder builder = parts.lists(
                (cell, missing) -> RuleParts.withoutNone(when.texts(cell.code()), cell, missing, problems),
                when.place(),
                problems);
        when.object("keywords").flatMap(this::keywords).ifPresent(builder::keywords);
        builder.addAllTimes(RuleParts.times(when.texts("time"), problems));
        return problems.isEmpty() ? builder.build() : Condition.ANY;
    }

    private Optional<Keywords> keywords(JsonPart part) {
        allowOnly(part, "any", "all", "none");
        if (part.names().isEmpty()) {
            problems.add(part.place(), "MISSING_PROPERTY", "", "at least one of [any, all, none]");
        }
        return parts.keywords(part.texts("any"), part.texts("all"), part.texts("none"), part.place(), problems);
    }

    private Optional<Directive> directive(JsonPart then, SectionPolicy policy) {
        allowOnly(then, "lead", "assist", "desk", "refer", "statutory", "triage");
        if (policy == SectionPolicy.COLLECT) {
            then.names().stream()
                    .filter(DIRECTIVES::contains)
                    .forEach(name -> problems.add(
                            then.at(name), "CONFLICTING_PROPERTIES", name, "only assist, since the section collects"));
            if (!then.names().contains("assist")) {
                then.missing("assist");
                return Optional.empty();
            }
            List<Target> assisting = targets(then);
            return assisting.isEmpty() ? Optional.empty() : Optional.of(new Directive.Assist(assisting));
        }
        Optional<String> chosen = exactlyOne(then, DIRECTIVES);
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        String name = chosen.get();
        if (name.equals("lead")) {
            return RuleParts.assign(target(then), targets(then), then.at("assist"), problems);
        }
        if (then.names().contains("assist")) {
            problems.add(then.at("assist"), "CONFLICTING_PROPERTIES", name, "assisting departments only beside a lead");
        }
        return outcome(then, name).map(o -> (Directive) o);
    }

    private Optional<String> exactlyOne(JsonPart part, List<String> names) {
        List<String> chosen = names.stream().filter(part.names()::contains).toList();
        if (chosen.size() != 1) {
            problems.add(
                    part.place(),
                    chosen.isEmpty() ? "MISSING_PROPERTY" : "CONFLICTING_PROPERTIES",
                    String.join(", ", chosen),
                    "exactly one of " + names);
            return Optional.empty();
        }
        return Optional.of(chosen.get(0));
    }

    private Optional<Outcome> outcome(JsonPart part, String name) {
        return text(part, name).flatMap(t -> RuleParts.outcome(name, t, problems));
    }

    private Optional<Target> target(JsonPart then) {
        return then.isText("lead")
                ? text(then, "lead").flatMap(t -> parts.department(t, problems)).map(Target.Department::new)
                : then.object("lead").flatMap(this::jurisdiction);
    }

    private Optional<Target> jurisdiction(JsonPart target) {
        allowOnly(target, "jurisdiction", "function");
        if (!target.names().contains("jurisdiction")) {
            target.missing("jurisdiction");
        }
        Optional<JsonPart.Text> level = text(target, "jurisdiction");
        Optional<JsonPart.Text> function = text(target, "function");
        return level.flatMap(l -> parts.jurisdiction(l, function, problems));
    }

    private List<Target> targets(JsonPart then) {
        List<JsonPart.Element> elements = then.elements("assist");
        if (elements.size() > Condition.MAX_VALUES) {
            problems.add(
                    then.at("assist"),
                    "LIMIT_EXCEEDED",
                    elements.size() + " departments",
                    "at most " + Condition.MAX_VALUES + " departments");
            return List.of();
        }
        List<Target> targets = new ArrayList<>();
        Set<Target> seen = new HashSet<>();
        for (JsonPart.Element element : elements) {
            Optional<Target> target = element.text().isPresent()
                    ? parts.department(element.text().get(), problems).map(Target.Department::new)
                    : element.object("a department's code or a jurisdiction").flatMap(this::jurisdiction);
            if (target.isPresent() && !seen.add(target.get())) {
                problems.add(element.place(), "DUPLICATE_VALUE", target.get().toString(), "each department once");
            } else {
                target.ifPresent(targets::add);
            }
        }
        return targets;
    }

    private Optional<ReturnPolicy> onReturn(JsonPart part) {
        allowOnly(part, "policy", "maxReturns", "then");
        ReturnPolicy.Next next =
                text(part, "policy").flatMap(t -> NEXT.read(t, problems)).orElse(ReturnPolicy.STANDARD.next());
        int most = part.integer("maxReturns", 1, ReturnPolicy.MAX_RETURNS).orElse(ReturnPolicy.STANDARD.maxReturns());
        Optional<Outcome> then = part.object("then").flatMap(t -> {
            allowOnly(t, "triage");
            if (!t.names().contains("triage")) {
                t.missing("triage");
            }
            return outcome(t, "triage");
        });
        return problems.isEmpty()
                ? Optional.of(new ReturnPolicy(
                        next, most, then.map(Outcome.Triage.class::cast).orElse(ReturnPolicy.STANDARD.then())))
                : Optional.empty();
    }

    private Optional<Norm> norm(JsonPart part) {
        allowOnly(part, "id", "title", "never", "always", "except", "basis");
        Norm.Builder builder = Norm.builder();
        newId(part, normIds).ifPresent(builder::id);
        builder.title(prose(part, "title", Rule.MAX_TITLE));
        Optional<String> mode = exactlyOne(part, List.of("never", "always"));
        Optional<JsonPart> law = mode.flatMap(part::object);
        law.ifPresent(l -> {
            allowOnly(l, "when", "then");
            builder.mode(mode.orElseThrow().equals("never") ? Norm.Mode.NEVER : Norm.Mode.ALWAYS);
            l.object("when").map(this::condition).ifPresent(builder::when);
            l.requiredObject("then").flatMap(this::pattern).ifPresent(builder::then);
        });
        builder.addAllExcept(RuleParts.different(part.texts("except"), problems, this::ruleId));
        builder.basis(prose(part, "basis", Rule.MAX_BASIS));
        return problems.isEmpty() ? Optional.of(builder.build()) : Optional.empty();
    }

    private Optional<String> ruleId(JsonPart.Text text) {
        if (parts.ruleIds().contains(text.value())) {
            return Optional.of(text.value());
        }
        problems.add(
                text.place(),
                "UNKNOWN_RULE",
                text.value(),
                "the id of a rule of this set" + Suggestion.hint(text.value(), parts.ruleIds()));
        return Optional.empty();
    }

    private List<DepartmentCode> departments(List<JsonPart.Text> texts) {
        return RuleParts.different(texts, problems, t -> parts.department(t, problems));
    }

    private Optional<OutcomePattern> pattern(JsonPart then) {
        allowOnly(then, "outcome", "lead", "involves", "leadLevel", "leadType", "leadFunction");
        if (then.names().isEmpty()) {
            problems.add(then.place(), "MISSING_PROPERTY", "", "something that is asked for");
        }
        OutcomePattern.Builder builder = OutcomePattern.builder()
                .addAllOutcomes(RuleParts.different(then.texts("outcome"), problems, t -> SORTS.read(t, problems)))
                .addAllLeads(departments(then.texts("lead")))
                .addAllInvolves(departments(then.texts("involves")));
        text(then, "leadLevel")
                .flatMap(t -> parts.departmentLevels().read(t, problems))
                .ifPresent(builder::leadLevel);
        text(then, "leadType")
                .flatMap(t -> parts.departmentTypes().read(t, problems))
                .ifPresent(builder::leadType);
        text(then, "leadFunction")
                .flatMap(t -> parts.functions().read(t, problems))
                .ifPresent(builder::leadFunction);
        return problems.isEmpty() ? Optional.of(builder.build()) : Optional.empty();
    }

    private Optional<RuleTest> test(JsonPart part) {
        allowOnly(part, "id", "title", "at", "facts", "excluded", "expect");
        RuleTest.Builder builder = RuleTest.builder();
        newId(part, testIds).ifPresent(builder::id);
        builder.title(prose(part, "title", Rule.MAX_TITLE)).at(instant(part, "at"));
        part.requiredObject("facts").ifPresent(facts -> facts(facts, builder));
        builder.addAllExcluded(departments(part.texts("excluded")));
        part.requiredObject("expect").flatMap(this::expectation).ifPresent(builder::expect);
        return problems.isEmpty() ? Optional.of(builder.build()) : Optional.empty();
    }

    private Optional<Instant> instant(JsonPart part, String name) {
        return part.parsed(
                name,
                RuleSetReader::instant,
                "BAD_INSTANT",
                "a time with its offset, such as 2026-07-02T09:00:00+08:00");
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return Instant.parse(text); // years that only an instant has
        }
    }

    private void facts(JsonPart part, RuleTest.Builder builder) {
        allowOnly(
                part, "category", "area", "kind", "channel", "priority", "requester", "dayType", "text", "receivedAt");
        builder.facts(RoutingFacts.builder()
                .category(text(part, "category").flatMap(t -> parts.factCategory(t, problems)))
                .area(text(part, "area").flatMap(t -> parts.factArea(t, problems)))
                .kind(text(part, "kind").flatMap(t -> parts.kinds().read(t, problems)))
                .channel(text(part, "channel").flatMap(t -> parts.channels().read(t, problems)))
                .priority(text(part, "priority").flatMap(t -> parts.priorities().read(t, problems)))
                .requester(
                        text(part, "requester").flatMap(t -> parts.requesters().read(t, problems)))
                .dayType(text(part, "dayType").flatMap(t -> parts.dayTypes().read(t, problems)))
                .receivedAt(instant(part, "receivedAt"))
                .build());
        Optional<String> text = part.text("text");
        text.filter(t -> t.length() > CaseText.MAX_CHARACTERS)
                .ifPresent(t -> problems.add(
                        part.at("text"),
                        "LIMIT_EXCEEDED",
                        t.length() + " characters",
                        "at most " + CaseText.MAX_CHARACTERS + " characters"));
        builder.text(text);
    }

    private Optional<RuleTest.Expectation> expectation(JsonPart part) {
        allowOnly(part, "rule", "lead", "assist", "desk", "refer", "statutory", "triage");
        Optional<String> rule = text(part, "rule").flatMap(this::ruleId);
        Optional<DepartmentCode> lead = text(part, "lead").flatMap(t -> parts.department(t, problems));
        Optional<List<DepartmentCode>> assist = !part.names().contains("assist")
                ? Optional.empty()
                : Optional.of(part.isEmptyList("assist") ? List.of() : departments(part.texts("assist")));
        List<String> outcomes = OUTCOMES.stream().filter(part.names()::contains).toList();
        boolean dispatched = part.names().contains("lead") || part.names().contains("assist");
        if (outcomes.size() > 1 || (dispatched && !outcomes.isEmpty())) {
            problems.add(
                    part.place(),
                    "CONFLICTING_PROPERTIES",
                    String.join(", ", part.names()),
                    "either lead and assist or one of " + OUTCOMES);
            return Optional.empty();
        }
        if (part.names().isEmpty()) {
            problems.add(part.place(), "MISSING_PROPERTY", "", "something that is expected");
        }
        Optional<Outcome> outcome = outcomes.stream().findFirst().flatMap(name -> outcome(part, name));
        return problems.isEmpty()
                ? Optional.of(new RuleTest.Expectation(rule, lead, assist, outcome))
                : Optional.empty();
    }
}
