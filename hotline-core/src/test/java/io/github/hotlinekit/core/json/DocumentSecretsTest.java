package io.github.hotlinekit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Extras;
import io.github.hotlinekit.core.cases.Stamp;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.privacy.PersonalField;
import io.github.hotlinekit.core.testkit.Lives;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a document where it should not comes out of no error. */
class DocumentSecretsTest {

    private static final List<String> SECRETS = List.of(
            "司马青衫", "13987654321", "350581199003071234", "0595-88561234", "长虹路88号3栋1201室", "G87654321", "a.b@c.com");

    private interface Attempt {
        void run() throws IOException;
    }

    /** What was thrown, with its trace. */
    private static String thrown(Attempt reading) throws IOException {
        try {
            reading.run();
            return "";
        } catch (InvalidDocumentException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return trace + e.problems().toString();
        }
    }

    private static String thrown(String text) throws IOException {
        StringBuilder all = new StringBuilder();
        for (ReadOptions options : List.of(Texts.OPTIONS, Texts.OPTIONS.carryingUnknownEvents())) {
            all.append(thrown(() -> CaseJson.read(new StringReader(text), options)));
            all.append(thrown(() -> TimelineReader.of(options).forEachCase(new StringReader(text), c -> {})));
            all.append(thrown(() -> TimelineReader.of(options).forEachEvent(new StringReader(text), (n, e) -> {})));
            try {
                TimelineReader.of(options)
                        .forEachReadableCase(new StringReader(text), c -> {})
                        .forEach(all::append);
            } catch (InvalidDocumentException e) {
                all.append(e.getMessage());
            }
        }
        return all.toString();
    }

    /** A secret in the place of any value, name, tag or number, whole or broken. */
    @Property(tries = 400)
    void a_secret_in_any_place_of_a_document_comes_out_of_no_error(
            @ForAll @LongRange(min = 0, max = 500) long life, @ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Case subject = Lives.of(7).life(life);
        StringWriter lines = new StringWriter();
        TimelineWriter.revealing(lines, Texts.REQUEST).write(subject);
        List<String> texts = new ArrayList<>();
        texts.add(Texts.document(subject));
        List<String> all = lines.toString().lines().toList();
        texts.add(all.get(random.nextInt(all.size())));
        for (String text : texts) {
            String secret = SECRETS.get(random.nextInt(SECRETS.size()));
            JsonNode tree = Texts.tree(text);
            plant(tree, secret, random);
            String planted = tree.toString();
            if (random.nextInt(3) == 0) {
                int at = random.nextInt(planted.length());
                planted = new StringBuilder(planted)
                        .insert(at, random.nextBoolean() ? secret : "\"" + secret + "\"")
                        .toString();
            }
            assertThat(thrown(planted)).doesNotContain(secret);
        }
    }

    private static void plant(JsonNode tree, String secret, Random random) {
        List<JsonNode> parents = new ArrayList<>();
        collect(tree, parents);
        JsonNode parent = parents.get(random.nextInt(parents.size()));
        String twisted = random.nextInt(3) == 0 ? secret + "\ud800" : secret;
        if (parent instanceof ArrayNode array) {
            array.set(random.nextInt(array.size()), TextNode.valueOf(twisted));
        } else if (parent instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(6)) {
                case 0 -> object.put(twisted, 1);
                case 1 ->
                    object.put("x-" + secret, 1).putObject("x-" + secret + "-").put("masked", secret);
                case 2 -> object.set(secret, object.remove(name));
                case 3 -> object.putObject(name).put(secret, secret);
                case 4 -> object.putArray(name).add(secret).add(secret);
                default -> object.put(name, twisted);
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> parents) {
        if (!node.isEmpty()) {
            parents.add(node);
            node.forEach(child -> collect(child, parents));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"format\":\"13987654321\",\"number\":\"司马青衫\",\"events\":[1]}",
                "{\"13987654321\":1,\"司马青衫\":1}",
                "{\"13987654321\":1,\"13987654321\":1}",
                "{13987654321:司马青衫}",
                "司马青衫 13987654321",
                "{\"case\":\"司马青衫\",\"type\":\"13987654321\",\"sequence\":1}",
                "{\"case\":\"13987654321 司马青衫 13987654321 司马青衫 13987654321 司马青衫 13987654321 司马青衫\"}",
                "{\"case\":\"A\",\"type\":\"司马青衫\",\"sequence\":1e99999999999,\"at\":\"13987654321\","
                        + "\"actor\":{\"role\":\"司马青衫\",\"department\":\"13987654321 司马青衫\"}}",
                "{\"case\":\"A\",\"v\":13987654321}"
            })
    void no_error_repeats_a_name_or_a_number(String text) throws IOException {
        assertThat(thrown(text)).isNotEmpty().doesNotContain("13987654321", "司马青衫");
    }

    @Test
    void a_misspelt_code_is_still_shown() {
        assertThat(Reading.shown("agnt")).isEqualTo("agnt");
        assertThat(Reading.shown("ZJJ-2")).isEqualTo("ZJJ-2");
        assertThat(Reading.shown("2026-02-30T01:00:00Z")).isEqualTo("2026-02-30T01:00:00Z");
        assertThat(Reading.shown("123456")).isEqualTo("123456");
        assertThat(Reading.shown("1234567")).isEmpty();
        assertThat(Reading.shown("a".repeat(64))).hasSize(64);
        assertThat(Reading.shown("a".repeat(65))).isEmpty();
        assertThat(Reading.shown("Li Si")).isEmpty();
        assertThat(Reading.shown("139-8765-4321")).isEqualTo("139****4321");
    }

    @Test
    void a_timeline_that_does_not_follow_tells_no_number_of_its_case() throws IOException {
        Case subject = Lives.of(7).life(3);
        StringWriter lines = new StringWriter();
        TimelineWriter.revealing(lines, Texts.REQUEST).write(subject);
        List<String> all = lines.toString()
                .replace(subject.number().value(), "司马青衫")
                .lines()
                .toList();
        String text = all.get(0) + "\n" + all.get(all.size() - 1);
        assertThat(thrown(text)).contains("BAD_TIMELINE").doesNotContain("司马");
    }

    @Test
    void extras_that_no_document_can_hold_are_refused_without_their_words() {
        assertThatThrownBy(() -> Extras.of(Map.of("SECRET", "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("SECRET");
        CaseEvent event = new CaseEvent.Opaque(
                new Stamp(1, Instant.EPOCH, Instant.EPOCH, Actor.SYSTEM, Extras.of(Map.of("/SECRET", "SECRET"))),
                "newer");
        assertThatThrownBy(() -> Texts.line(event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("SECRET");
    }

    @Test
    void the_tag_of_a_carried_event_is_no_number_and_no_name() {
        Stamp stamp = Stamp.of(1, Instant.EPOCH, Actor.SYSTEM);
        for (String tag : List.of("13987654321", "司马青衫", "a b", "", "é", "a".repeat(201))) {
            assertThatThrownBy(() -> new CaseEvent.Opaque(stamp, tag))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContainingAny("13987654321", "司马青衫");
        }
        assertThat(new CaseEvent.Opaque(stamp, "a".repeat(200)).type()).hasSize(200);
    }

    /** A vault that says in its errors what it was given. */
    private static final class TalkativeVault implements PersonalDataVault {
        private final @Nullable String opened;

        TalkativeVault(@Nullable String opened) {
            this.opened = opened;
        }

        @Override
        public String seal(CaseNumber number, PersonalField field, String plain) {
            return "sealed";
        }

        @Override
        public Optional<String> open(CaseNumber number, PersonalField field, String sealed) {
            if (opened == null) {
                throw new IllegalArgumentException("cannot open 13987654321 of 司马青衫");
            }
            return Optional.of(opened);
        }
    }

    @Test
    void neither_what_a_vault_says_nor_what_it_opens_comes_out_of_an_error() throws IOException {
        StringWriter lines = new StringWriter();
        TimelineWriter writer = TimelineWriter.sealing(lines, new TalkativeVault(null));
        for (int life = 0; life < 20; life++) {
            writer.write(Lives.of(7).life(life));
        }
        for (String opened : List.of("司马青衫\ud80013987654321", "{\"13987654321\":\"司马青衫\"}", "[\"司马青衫\"]")) {
            for (PersonalDataVault vault : List.of(new TalkativeVault(null), new TalkativeVault(opened))) {
                ReadOptions options = Texts.OPTIONS.opening(vault);
                String text = lines.toString().replace("\"type\":\"", "\"sealed\":\"sealed\",\"type\":\"");
                assertThat(thrown(() -> TimelineReader.of(options)
                                .forEachCase(
                                        new StringReader(text),
                                        c -> assertThat(c).isNull())))
                        .contains("BAD_VALUE")
                        .doesNotContain("13987654321", "司马青衫");
            }
        }
    }
}
