package io.github.hotlinekit.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.testkit.CaseArbitraries;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EventRoundTripTest {

    @Provide
    Arbitrary<CaseEvent> events() {
        return CaseArbitraries.events();
    }

    @Test
    void no_component_has_a_name_that_every_event_has() {
        assertThat(EventCodec.INSTANCE.byTag())
                .hasSameSizeAs(CaseArbitraries.eventTypes())
                .allSatisfy((tag, codec) -> assertThat(codec.names()).doesNotContainAnyElementsOf(EventCodec.RESERVED));
    }

    @TestFactory
    List<DynamicTest> every_type_of_event_comes_back_as_it_was() {
        return CaseArbitraries.eventTypes().stream()
                .map(type -> DynamicTest.dynamicTest(
                        type.getSimpleName(),
                        () -> CaseArbitraries.event(type)
                                .sampleStream()
                                .limit(30)
                                .forEach(EventRoundTripTest::assertComesBack)))
                .toList();
    }

    @Property(tries = 500)
    void every_event_comes_back_as_it_was_and_gives_the_same_text_again(@ForAll("events") CaseEvent event) {
        assertComesBack(event);
    }

    private static void assertComesBack(CaseEvent event) {
        String line = Texts.line(event);
        assertThat(line).endsWith("}\n").doesNotContain("null");
        List<CaseEvent> read = Texts.events(line);
        assertThat(read).containsExactly(event);
        assertThat(Texts.line(read.get(0))).isEqualTo(line);
    }

    @Property(tries = 300)
    void what_a_vault_seals_it_opens(@ForAll("events") CaseEvent event) {
        Texts.TestVault vault = new Texts.TestVault();
        String line = Texts.lines(out -> TimelineWriter.sealing(out, vault), List.of(event));
        assertThat(Texts.events(line, Texts.OPTIONS.opening(vault))).containsExactly(event);
    }

    @Property(tries = 300)
    void an_event_whose_key_was_destroyed_can_still_be_read(@ForAll("events") CaseEvent event) {
        Texts.TestVault vault = new Texts.TestVault();
        String line = Texts.lines(out -> TimelineWriter.sealing(out, vault), List.of(event));
        vault.destroyed.add(Texts.number(event));
        CaseEvent read = Texts.events(line, Texts.OPTIONS.opening(vault)).get(0);
        assertThat(read.stamp()).isEqualTo(event.stamp());
        assertThat(Texts.line(read)).doesNotContain("13812345678").doesNotContain("\"sealed\"");
    }

    @Property(tries = 300)
    void a_masked_event_is_never_read(@ForAll("events") CaseEvent event) {
        String line = Texts.lines(TimelineWriter::masked, List.of(event));
        assertThat(Texts.wrong(line)).containsExactly("line 1, /masked MASKED");
        ObjectNode bare = (ObjectNode) Texts.tree(line);
        bare.remove("masked");
        if (bare.toString().contains("{\"masked\":")) {
            assertThat(Texts.wrong(bare.toString())).isNotEmpty().allMatch(p -> p.endsWith(" MASKED"));
        }
    }

    @Property(tries = 500)
    void what_a_newer_writer_adds_anywhere_is_written_back(
            @ForAll("events") CaseEvent event, @ForAll("additions") List<JsonNode> added) {
        JsonNode line = Texts.tree(Texts.line(event));
        List<ObjectNode> objects = objects(line);
        for (int i = 0; i < added.size(); i++) {
            objects.get(i % objects.size()).set("added/" + i + "~", added.get(i));
        }
        List<CaseEvent> read = Texts.events(line.toString());
        assertThat(Texts.tree(Texts.line(read.get(0)))).isEqualTo(line);
        Texts.TestVault vault = new Texts.TestVault();
        String sealed = Texts.lines(out -> TimelineWriter.sealing(out, vault), read);
        assertThat(sealed).doesNotContain("added/");
        assertThat(Texts.events(sealed, Texts.OPTIONS.opening(vault))).isEqualTo(read);
    }

    @Property(tries = 300)
    void an_event_of_an_unknown_type_is_carried_as_it_was(
            @ForAll("events") CaseEvent event, @ForAll("additions") List<JsonNode> added) {
        ObjectNode line = (ObjectNode) Texts.tree(Texts.line(event));
        line.put("type", "newer" + line.get("type").textValue());
        for (int i = 0; i < added.size(); i++) {
            line.set("added" + i, added.get(i));
        }
        assertThat(Texts.wrong(line.toString())).containsExactly("line 1, /type UNKNOWN_TYPE");
        List<CaseEvent> read = Texts.events(line.toString(), Texts.OPTIONS.carryingUnknownEvents());
        assertThat(read.get(0)).isInstanceOf(CaseEvent.Opaque.class);
        String again = Texts.lines(out -> TimelineWriter.revealing(out, Texts.REQUEST), read);
        ObjectNode written = (ObjectNode) Texts.tree(again);
        written.set("case", line.get("case"));
        assertThat(written).isEqualTo(line);
    }

    @Provide
    Arbitrary<List<JsonNode>> additions() {
        Arbitrary<String> texts =
                Arbitraries.of("1", "-1.50", "1e400", "12345678901234567890", "\"x\"", "null", "true", "[]", "{}");
        Arbitrary<String> nested =
                Combinators.combine(texts, texts).as((a, b) -> "{\"b\":" + a + ",\"a\":[" + b + "]}");
        return Arbitraries.oneOf(texts, nested)
                .map(Texts::tree)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    /** All objects of a tree that are no personal value. */
    private static List<ObjectNode> objects(JsonNode node) {
        List<ObjectNode> objects = new ArrayList<>();
        if (node instanceof ObjectNode object && !object.has("erased")) {
            objects.add(object);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(child -> objects.addAll(objects(child)));
        }
        return objects;
    }
}
