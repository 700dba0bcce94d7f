package io.github.hotlinekit.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.json.Schemas;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is what is read, whichever document it stands in. */
class RuleDocumentLawsTest {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Schemas.routing());

    /** Texts that a table or a JSON document could get wrong. */
    private static Arbitrary<String> prose() {
        return Arbitraries.of(
                        "=", "+", "-", "@", "'", "\"", ",", "|", " ", "#", "\n", "\t", "\\", "依据", "a", "𠮷", "\u2028")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(parts -> String.join("", parts))
                .filter(text -> !text.isBlank());
    }

    private static Arbitrary<Extensions> extensions() {
        return Arbitraries.of(
                        "1", "-0.50", "1e5", "null", "true", "\"文\\u0000\"", "[ ]", "{\"b\": [1, {}], \"a\" : \"\"}")
                .map(json -> Extensions.of(Map.of("x-a", json, "x-", "0")))
                .injectNull(0.5)
                .map(e -> e == null ? Extensions.NONE : e);
    }

    private static Arbitrary<RuleSet.Section> sections() {
        return Combinators.combine(
                        RoutingArbitraries.ruleSets(),
                        prose().optional(0.7),
                        prose().optional(0.7),
                        keywords(),
                        RoutingArbitraries.effectives())
                .as((rules, title, basis, keywords, effective) -> {
                    RuleSet.Section section = rules.sections().get(0);
                    List<Rule> changed = new ArrayList<>();
                    for (Rule rule : section.rules()) {
                        Condition when = Condition.builder()
                                .addAllCategories(rule.when().categories())
                                .addAllAreas(rule.when().areas())
                                .addAllKinds(rule.when().kinds())
                                .addAllChannels(rule.when().channels())
                                .addAllPriorities(rule.when().priorities())
                                .addAllRequesters(rule.when().requesters())
                                .addAllDayTypes(rule.when().dayTypes())
                                .addAllMissing(rule.when().missing())
                                .keywords(keywords)
                                .addAllTimes(rule.when().times())
                                .build();
                        changed.add(rule.withId("规则 " + changed.size())
                                .withTitle(title)
                                .withBasis(basis)
                                .withEffective(changed.isEmpty() ? effective : rule.effective())
                                .withWhen(when));
                    }
                    return new RuleSet.Section("s", section.policy(), changed);
                });
    }

    private static Arbitrary<Keywords> keywords() {
        return Arbitraries.of("=1", "-", "'+", "a,b", "\"x\"", "水果", "a b", "#1", "(none)", "any")
                .list()
                .uniqueElements()
                .ofMaxSize(3)
                .map(words -> new Keywords(words, words.subList(0, words.size() / 2), List.of()));
    }

    private static Arbitrary<RuleTest> tests() {
        Arbitrary<RuleTest.Expectation> expectations = Arbitraries.of(
                new RuleTest.Expectation(
                        Optional.of("规则 0"), Optional.empty(), Optional.of(List.of()), Optional.empty()),
                new RuleTest.Expectation(
                        Optional.empty(),
                        Optional.of(DepartmentCode.of("A")),
                        Optional.of(List.of(DepartmentCode.of("C"), DepartmentCode.of("B"))),
                        Optional.empty()),
                new RuleTest.Expectation(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new Outcome.AnswerAtDesk())),
                new RuleTest.Expectation(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Outcome.Triage("UNROUTED"))));
        return Combinators.combine(
                        RoutingArbitraries.facts(),
                        Arbitraries.strings().ofMaxLength(5).optional(0.7),
                        RoutingArbitraries.instants().optional(0.5),
                        prose().optional(0.5),
                        expectations)
                .as((facts, text, at, title, expect) -> RuleTest.builder()
                        .id("t")
                        .title(title)
                        .at(at)
                        .facts(facts.withText(Optional.empty()))
                        .text(text)
                        .addAllExcluded(title.isPresent() ? List.of(DepartmentCode.of("B")) : List.of())
                        .expect(expect)
                        .build());
    }

    private static Arbitrary<Norm> norms() {
        return Combinators.combine(RoutingArbitraries.conditions(), Arbitraries.of(Norm.Mode.values()), prose())
                .as((when, mode, basis) -> Norm.builder()
                        .id("N")
                        .mode(mode)
                        .when(when)
                        .then(OutcomePattern.builder()
                                .addOutcomes(OutcomePattern.Sort.DISPATCH)
                                .addInvolves(DepartmentCode.of("A"))
                                .leadFunction("housing")
                                .leadType("bureau")
                                .build())
                        .addExcept("规则 0")
                        .basis(basis)
                        .build());
    }

    @Provide
    Arbitrary<RuleSet> ruleSets() {
        return Combinators.combine(
                        RoutingArbitraries.ruleSets(),
                        sections(),
                        norms().list().ofMaxSize(1),
                        tests().list().ofMaxSize(1),
                        extensions())
                .as((rules, section, norms, tests, extensions) -> RuleSet.builder()
                        .id("r")
                        .version("1")
                        .zone(RoutingArbitraries.ZONE)
                        .taxonomy("t@1")
                        .directory("d@1")
                        .effective(rules.effective())
                        .addAllSections(rules.sections())
                        .addSections(new RuleSet.Section(
                                "s",
                                section.policy(),
                                section.rules().stream()
                                        .map(r -> r.withExtensions(extensions))
                                        .toList()))
                        .onReturn(rules.onReturn())
                        .addAllNorms(norms)
                        .addAllTests(tests)
                        .extensions(extensions)
                        .build());
    }

    @Provide
    Arbitrary<RuleSet.Section> tables() {
        return sections();
    }

    @Property(tries = 300)
    void a_rule_set_comes_back_from_its_document_and_the_document_from_it(@ForAll("ruleSets") RuleSet rules)
            throws IOException {
        String text = Documents.write(rules);
        RuleSet read = Documents.read(text);
        assertThat(read).isEqualTo(rules);
        assertThat(Documents.write(read)).isEqualTo(text);
        assertThat(read.hash()).isEqualTo(rules.hash());
        assertThat(SCHEMA.validate(MAPPER.readTree(text))).isEmpty();
    }

    @Property(tries = 300)
    void the_hash_knows_neither_white_space_nor_the_order_of_properties(
            @ForAll("ruleSets") RuleSet rules, @ForAll long seed) throws IOException {
        JsonNode shuffled = shuffled(MAPPER.readTree(Documents.write(rules)), new Random(seed));
        for (String text : List.of(shuffled.toString(), shuffled.toPrettyString())) {
            RuleSet read = Documents.read(text);
            assertThat(read).isEqualTo(rules);
            assertThat(read.hash()).isEqualTo(rules.hash()).matches("[0-9a-f]{64}");
        }
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            Collections.shuffle(names, random);
            ObjectNode copy = MAPPER.createObjectNode();
            names.forEach(name -> copy.set(name, shuffled(object.get(name), random)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = MAPPER.createArrayNode();
            array.forEach(element -> copy.add(shuffled(element, random)));
            return copy;
        }
        return node;
    }

    @Property(tries = 300)
    void rule_sets_that_differ_have_different_hashes(@ForAll("ruleSets") RuleSet a, @ForAll("ruleSets") RuleSet b) {
        assertThat(a.hash().equals(b.hash())).isEqualTo(a.equals(b));
        assertThat(a.withVersion("2").hash()).isNotEqualTo(a.hash());
    }

    @Property(tries = 300)
    void a_section_comes_back_from_its_table_and_the_table_from_it(@ForAll("tables") RuleSet.Section section) {
        String text = Documents.writeTable(section);
        RuleSet.Section read = Documents.readTable(text, section.policy());
        assertThat(read).isEqualTo(section);
        assertThat(Documents.writeTable(read)).isEqualTo(text);
        assertThat(Documents.readTable("\uFEFF" + text.replace("\r\n", "\n"), section.policy()))
                .isEqualTo(section);
    }

    @Property(tries = 200)
    void rules_in_a_table_and_in_the_document_make_one_value(@ForAll("tables") RuleSet.Section section) {
        String document = Documents.HEAD + "[{\"id\": \"s\", \"policy\": \""
                + section.policy().code() + "\", \"table\": \"t.csv\"}]}";
        RuleSet built = RuleSet.builder()
                .id("r")
                .version("1")
                .zone(RoutingArbitraries.ZONE)
                .taxonomy("t@1")
                .directory("d@1")
                .addSections(section)
                .build();
        RuleSet fromTable = Documents.read(document, Documents.tables(Map.of("t.csv", Documents.writeTable(section))));
        RuleSet fromJson = Documents.read(Documents.write(built));
        assertThat(fromTable).isEqualTo(built);
        assertThat(fromJson).isEqualTo(built);
        assertThat(List.of(fromTable.hash(), fromJson.hash())).containsOnly(built.hash());
    }
}
