package io.github.hotlinekit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.ErasureGround;
import io.github.hotlinekit.core.cases.Extras;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.Stamp;
import io.github.hotlinekit.core.disclosure.CaseView;
import io.github.hotlinekit.core.disclosure.Viewer;
import io.github.hotlinekit.core.privacy.Coordinates;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.privacy.PersonalData;
import io.github.hotlinekit.core.privacy.PersonalField;
import io.github.hotlinekit.core.redaction.Depths;
import io.github.hotlinekit.core.redaction.Story;
import io.github.hotlinekit.core.retention.Erasure;
import io.github.hotlinekit.core.testkit.Lives;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Whole timelines in documents: what comes back, what a newer writer said, and what is left without a key. */
class TimelineRoundTripTest {

    private static final ReadOptions CARRYING = Texts.OPTIONS.carryingUnknownEvents();
    private static final JsonSchema DOCUMENT = schema(Schemas.caseDocument());
    private static final JsonSchema LINE = schema(Schemas.timelineLine());

    private static JsonSchema schema(String text) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    }

    private static Case read(String text, ReadOptions options) throws IOException {
        return CaseJson.read(new StringReader(text), options);
    }

    private static String sealed(Case subject, PersonalDataVault vault) throws IOException {
        StringWriter out = new StringWriter();
        CaseJson.writeSealing(subject, out, vault);
        return out.toString();
    }

    private static String lines(Case subject) throws IOException {
        StringWriter out = new StringWriter();
        TimelineWriter.revealing(out, Texts.REQUEST).write(subject);
        return out.toString();
    }

    @Property(tries = 200)
    void a_case_comes_back_from_a_document_and_from_lines(@ForAll("stories") Story story) throws IOException {
        Case subject = story.subject();
        String text = Texts.document(subject);
        assertThat(read(text, CARRYING)).isEqualTo(subject);
        assertThat(Texts.document(read(text, CARRYING))).isEqualTo(text);
        List<Case> fromLines = new ArrayList<>();
        TimelineReader.of(CARRYING).forEachCase(new StringReader(lines(subject)), fromLines::add);
        assertThat(fromLines).containsExactly(subject);
        assertThat(read(sealed(subject, new Texts.TestVault()), CARRYING.opening(new Texts.TestVault())))
                .isEqualTo(subject);
    }

    /** An event of a newer type in the midst, and a property of a newer writer in every object there is. */
    @Property(tries = 100)
    void what_a_newer_writer_added_to_a_case_comes_back_from_every_document(
            @ForAll @LongRange(min = 0, max = 300) long life) throws IOException {
        Case plain = Lives.of(11).life(life);
        Case subject = plain.apply(new CaseEvent.Opaque(
                Stamp.of(
                        plain.version() + 1,
                        plain.events().get(plain.version() - 1).stamp().recorded(),
                        Actor.SYSTEM),
                "fromTheFuture"));
        JsonNode tree = Texts.tree(Texts.document(subject));
        List<ObjectNode> objects = new ArrayList<>();
        tree.get("events").forEach(event -> collect(event, objects));
        String name = "n".repeat(JsonPart.MAX_NAME - 9) + "/~";
        for (int i = 0; i < objects.size(); i++) {
            objects.get(i).putObject(name + i).put("b", i).putArray("a").addNull();
        }
        Case read = read(tree.toString(), CARRYING);
        assertThat(Texts.tree(Texts.document(read))).isEqualTo(tree);
        List<Case> again = new ArrayList<>();
        TimelineReader.of(CARRYING).forEachCase(new StringReader(lines(read)), again::add);
        again.add(read(sealed(read, new Texts.TestVault()), CARRYING.opening(new Texts.TestVault())));
        assertThat(again).containsExactly(read, read);
        assertThat(read.state()).isEqualTo(subject.state());
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object && !object.has("erased")) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }

    @Property(tries = 50)
    void what_a_newer_writer_added_is_in_no_view_but_the_hotlines_and_gone_with_an_erasure(
            @ForAll("stories") Story story) {
        Case subject = story.subject();
        for (Viewer viewer : List.of(Viewer.CITIZEN, Viewer.PUBLIC)) {
            CaseView.of(subject, viewer)
                    .ifPresent(
                            v -> assertThat(Depths.objectsOf(v, Extras.class)).allMatch(Extras.NONE::equals));
        }
        Erasure erasure = Erasure.of(
                subject,
                Set.of(PersonalField.PHONE),
                ErasureGround.REQUEST,
                CommandContext.of(Actor.of(Role.ARCHIVIST), Instant.parse("2030-01-01T00:00:00Z")));
        assertThat(Depths.objectsOf(((Erasure.Erased) erasure).result(), Extras.class))
                .allMatch(Extras.NONE::equals);
    }

    @Property(tries = 200)
    void without_its_key_a_whole_timeline_is_replayed_and_tells_of_nobody(@ForAll("stories") Story story)
            throws IOException {
        Case subject = story.subject();
        Texts.TestVault vault = new Texts.TestVault();
        String text = sealed(subject, vault);
        StringWriter lines = new StringWriter();
        TimelineWriter.sealing(lines, vault).write(subject);
        vault.destroyed.add(subject.number());
        List<Case> left = new ArrayList<>();
        left.add(read(text, CARRYING.opening(vault)));
        TimelineReader.of(CARRYING.opening(vault)).forEachCase(new StringReader(lines.toString()), left::add);
        assertThat(left).hasSize(2);
        for (Case erased : left) {
            assertThat(erased.version()).isEqualTo(subject.version());
            assertThat(erased.state()).isEqualTo(subject.state());
            assertThat(erased.number()).isEqualTo(subject.number());
            assertThat(erased.events())
                    .extracting(CaseEvent::act)
                    .isEqualTo(subject.events().stream().map(CaseEvent::act).toList());
            assertThat(Depths.objectsOf(erased, PersonalData.class)).allMatch(FreeText.ERASED::equals);
            assertThat(Depths.objectsOf(erased, Coordinates.class)).isEmpty();
            assertThat(Depths.objectsOf(erased, Extras.class)).allMatch(Extras.NONE::equals);
            assertThat(read(Texts.document(erased), CARRYING)).isEqualTo(erased);
        }
    }

    @Property(tries = 100)
    void a_case_is_valid_in_every_form(@ForAll @LongRange(min = 0, max = 300) long life) throws IOException {
        Case subject = Lives.of(13).life(life);
        StringWriter masked = new StringWriter();
        CaseJson.write(subject, masked);
        for (String text :
                List.of(Texts.document(subject), masked.toString(), sealed(subject, new Texts.TestVault()))) {
            assertThat(DOCUMENT.validate(Texts.tree(text))).isEmpty();
        }
        StringWriter lines = new StringWriter();
        TimelineWriter.masked(lines).write(subject);
        TimelineWriter.sealing(lines, new Texts.TestVault()).write(subject);
        TimelineWriter.revealing(lines, Texts.REQUEST).write(subject);
        lines.toString()
                .lines()
                .forEach(line -> assertThat(LINE.validate(Texts.tree(line))).isEmpty());
    }

    @Test
    void a_schema_refuses_documents_that_are_broken() {
        String good = Texts.document(Lives.of(13).life(1));
        List<Consumer<ObjectNode>> faults = List.of(
                t -> t.put("format", "hotline-case/2"),
                t -> t.remove("number"),
                t -> t.put("number", ""),
                t -> t.put("more", 1),
                t -> t.put("masked", false),
                t -> t.putArray("events"),
                t -> ((ObjectNode) t.at("/events/0")).put("type", "registred"),
                t -> ((ObjectNode) t.at("/events/0")).remove("actor"),
                t -> ((ObjectNode) t.at("/events/0/actor")).put("role", "agnt"),
                t -> ((ObjectNode) t.at("/events/0/registration")).remove("requester"),
                t -> ((ObjectNode) t.at("/events/0/registration"))
                        .putObject("text")
                        .put("maskd", "x"),
                t -> ((ObjectNode) t.at("/events/0/registration")).put("text", "x".repeat(FreeText.MAX_LENGTH + 1)),
                t -> ((ObjectNode) t.at("/events/0/registration"))
                        .putArray("tags")
                        .add("a")
                        .add("a"),
                t -> ((ObjectNode) t.at("/events/0/registration")).put("area", "x"));
        for (Consumer<ObjectNode> fault : faults) {
            ObjectNode tree = (ObjectNode) Texts.tree(good);
            assertThat(DOCUMENT.validate(tree)).isEmpty();
            fault.accept(tree);
            assertThat(DOCUMENT.validate(tree)).as(tree.toString()).isNotEmpty();
            assertThatThrownBy(() -> read(tree.toString(), Texts.OPTIONS)).hasMessageContaining("t.ndjson");
        }
        JsonSchema policy = schema(Schemas.lifecyclePolicy());
        String head = "{\"format\":\"hotline-lifecycle/1\",\"id\":\"a\",\"version\":\"1\"";
        assertThat(policy.validate(Texts.tree(head + "}"))).isEmpty();
        for (String wrong : List.of(
                ",\"forbit\":[]", ",\"forbid\":[]", ",\"limits\":{\"returns\":1001}", ",\"roles\":{\"reply\":[]}")) {
            assertThat(policy.validate(Texts.tree(head + wrong + "}")))
                    .as(wrong)
                    .isNotEmpty();
            assertThatThrownBy(() -> LifecyclePolicyJson.read(new StringReader(head + wrong + "}"), "p.json"))
                    .hasMessageContaining("p.json");
        }
    }

    private static CaseEvent newer(String json) {
        return new CaseEvent.Opaque(
                new Stamp(1, Instant.EPOCH, Instant.EPOCH, Actor.SYSTEM, Extras.of(Map.of("/more", json))), "newer");
    }

    @Test
    void nothing_is_written_that_is_too_deep_or_too_long_to_be_read() {
        String deepest = "[".repeat(JsonPart.MAX_DEPTH - 1) + "]".repeat(JsonPart.MAX_DEPTH - 1);
        assertThat(Texts.events(Texts.line(newer(deepest)), CARRYING)).hasSize(1);
        assertThatThrownBy(() -> Texts.line(newer("[" + deepest + "]")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64 levels");
        String piece = "\"" + "x".repeat(JsonPart.MAX_STRING) + "\"";
        String long31 = "[" + (piece + ",").repeat(30) + piece + "]";
        int rest = TimelineReader.MAX_LINE
                - Texts.line(newer("[" + long31 + ",\"\"]")).length()
                + 1;
        String longest = "[" + long31 + ",\"" + "y".repeat(rest) + "\"]";
        String line = Texts.line(newer(longest));
        assertThat(line).hasSize(TimelineReader.MAX_LINE + 1).endsWith("\n");
        assertThat(Texts.events(line, CARRYING)).hasSize(1);
        assertThatThrownBy(() -> Texts.line(newer(longest.replaceFirst("\"]$", "y\"]"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("characters a line");
    }

    @Test
    void a_line_may_hold_what_a_document_of_its_case_is_too_deep_for() throws IOException {
        Case plain = Lives.of(11).life(1);
        String deepest = "[".repeat(JsonPart.MAX_DEPTH - 1) + "]".repeat(JsonPart.MAX_DEPTH - 1);
        Stamp stamp = plain.events().get(plain.version() - 1).stamp();
        Case subject = plain.apply(new CaseEvent.Opaque(
                new Stamp(
                        plain.version() + 1,
                        stamp.recorded(),
                        stamp.recorded(),
                        Actor.SYSTEM,
                        Extras.of(Map.of("/more", deepest))),
                "newer"));
        List<Case> read = new ArrayList<>();
        TimelineReader.of(CARRYING).forEachCase(new StringReader(lines(subject)), read::add);
        assertThat(read).containsExactly(subject);
        StringWriter out = new StringWriter();
        assertThatThrownBy(() -> CaseJson.writeRevealing(subject, out, Texts.REQUEST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("levels");
        assertThat(out.toString()).isEmpty();
    }

    @Provide
    Arbitrary<Story> stories() {
        return Story.stories();
    }
}
