package io.github.hotlinekit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.LifecyclePolicy;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.testkit.CaseArbitraries;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents of version 1: they are read, and written the same, for as long as there is a version 1. */
class GoldenFilesTest {

    private static final JsonSchema LINE = schema(Schemas.timelineLine());

    private static String golden(String name) throws IOException {
        try (InputStream in = GoldenFilesTest.class.getResourceAsStream("golden/v1/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonSchema schema(String text) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    }

    private static void assertValid(JsonSchema schema, String json) {
        assertThat(schema.validate(Texts.tree(json))).as(json).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"events-full.ndjson", "events-bare.ndjson"})
    void every_line_is_read_and_written_as_it_was(String name) throws IOException {
        String text = golden(name);
        List<CaseEvent> events = Texts.events(text);
        assertThat(Texts.lines(out -> TimelineWriter.revealing(out, Texts.REQUEST), events))
                .isEqualTo(text);
        JsonSchema schema = LINE;
        text.lines().forEach(line -> assertValid(schema, line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"events-full.ndjson", "events-bare.ndjson"})
    void every_type_of_event_has_a_line(String name) throws IOException {
        Set<Class<?>> seen = new HashSet<>();
        Texts.events(golden(name)).forEach(e -> seen.add(e.getClass()));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(CaseArbitraries.eventTypes());
    }

    @Test
    void every_property_there_is_stands_in_a_line() throws IOException {
        Set<String> declared = new TreeSet<>();
        declare(Texts.tree(Schemas.timelineLine()), declared);
        Set<String> seen = new TreeSet<>(Set.of("v", "masked", "sealed", "erased"));
        golden("events-full.ndjson").lines().forEach(line -> names(Texts.tree(line), seen));
        assertThat(seen).containsAll(declared);
    }

    private static void declare(JsonNode schema, Set<String> names) {
        if (schema.path("properties").isObject()) {
            schema.get("properties").fieldNames().forEachRemaining(names::add);
        }
        schema.forEach(child -> declare(child, names));
    }

    private static void names(JsonNode node, Set<String> names) {
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(names::add);
        }
        node.forEach(child -> names(child, names));
    }

    @Test
    void a_case_is_read_and_written_as_it_was() throws IOException {
        String text = golden("case.json");
        Case subject = CaseJson.read(new StringReader(text), Texts.OPTIONS);
        assertThat(Texts.document(subject) + "\n").isEqualTo(text);
        StringWriter masked = new StringWriter();
        CaseJson.write(subject, masked);
        assertThat(masked + "\n").isEqualTo(golden("case-masked.json")).doesNotContain("13812345678", "王小明");
        StringWriter line = new StringWriter();
        TimelineWriter.masked(line).write(subject);
        assertThat(line.toString()).isEqualTo(golden("timeline-masked.ndjson"));
        JsonSchema schema = schema(Schemas.caseDocument());
        assertValid(schema, text);
        assertValid(schema, masked.toString());
        line.toString().lines().forEach(l -> assertValid(LINE, l));
    }

    @Test
    void a_sealed_case_is_opened_and_stays_readable_without_its_key() throws IOException {
        String text = golden("case-sealed.json");
        assertValid(schema(Schemas.caseDocument()), text);
        Texts.TestVault vault = new Texts.TestVault();
        Case subject = CaseJson.read(new StringReader(text), Texts.OPTIONS.opening(vault));
        assertThat(Texts.document(subject) + "\n").isEqualTo(golden("case.json"));
        vault.destroyed.add(subject.number());
        Case erased = CaseJson.read(new StringReader(text), Texts.OPTIONS.opening(vault));
        assertThat(erased.registration().requester().name()).isEmpty();
        assertThat(erased.registration().text().orElseThrow().isErased()).isTrue();
        assertThat(erased.state()).isEqualTo(subject.state());
        String again = Texts.document(erased);
        assertThat(again).contains("{\"erased\":true}");
        assertThat(CaseJson.read(new StringReader(again), Texts.OPTIONS)).isEqualTo(erased);
        assertThatThrownBy(() -> CaseJson.read(new StringReader(text), Texts.OPTIONS))
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        e -> assertThat(e.problems())
                                .isNotEmpty()
                                .allMatch(p -> p.code().equals("SEALED")));
    }

    @Test
    void a_policy_is_read_and_written_as_it_was() throws IOException {
        String text = golden("lifecycle.json");
        LifecyclePolicy policy = LifecyclePolicyJson.read(new StringReader(text), "lifecycle.json");
        StringWriter out = new StringWriter();
        LifecyclePolicyJson.write(policy, out);
        assertThat(out + "\n").isEqualTo(text);
        assertValid(schema(Schemas.lifecyclePolicy()), text);
    }

    @Test
    void the_published_schemas_are_those_of_the_codecs() {
        Map<String, String> published = new LinkedHashMap<>();
        published.put("hotline-event-1", Schemas.event());
        published.put("hotline-timeline-1", Schemas.timelineLine());
        published.put("hotline-case-1", Schemas.caseDocument());
        published.put("hotline-lifecycle-1", Schemas.lifecyclePolicy());
        published.put("hotline-routing-1", Schemas.routing());
        published.put("hotline-taxonomy-1", Schemas.taxonomy());
        published.put("hotline-directory-1", Schemas.directory());
        assertThat(published).isEqualTo(SchemaGenerator.all());
    }

    @Test
    void a_schema_refuses_what_readers_refuse() throws IOException {
        JsonSchema schema = LINE;
        String line = golden("events-bare.ndjson")
                .lines()
                .filter(l -> l.contains("\"registered\""))
                .findFirst()
                .orElseThrow();
        assertValid(schema, line);
        List<String> wrong = new ArrayList<>();
        wrong.add(line.replace("\"type\":\"registered\"", "\"type\":\"registred\""));
        wrong.add(line.replaceFirst("\"sequence\":[0-9]+", "\"sequence\":0"));
        wrong.add(line.replace("2026-03-02T01", "2026-03-02 01"));
        wrong.add(line.replace("\"kind\":", "\"sort\":"));
        wrong.add(line.replace("\"case\":", "\"v\":2,\"case\":"));
        assertThat(wrong).doesNotContain(line).allSatisfy(w -> {
            assertThat(schema.validate(Texts.tree(w))).isNotEmpty();
            assertThat(Texts.wrong(w)).isNotEmpty();
        });
    }

    @Provide
    Arbitrary<CaseEvent> events() {
        return CaseArbitraries.events();
    }

    @Property(tries = 200)
    void every_event_is_valid_in_every_form(@ForAll("events") CaseEvent event) {
        JsonSchema schema = LINE;
        assertValid(schema, Texts.line(event));
        assertValid(schema, Texts.lines(TimelineWriter::masked, List.of(event)));
        Texts.TestVault vault = new Texts.TestVault();
        assertValid(schema, Texts.lines(out -> TimelineWriter.sealing(out, vault), List.of(event)));
    }
}
