package io.github.hotlinekit.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a document of cases may hold at most, and one more. */
class LimitsTest {

    private static ObjectNode line(String type) throws IOException {
        try (InputStream in = LimitsTest.class.getResourceAsStream("golden/v1/events-full.ndjson")) {
            String all = new String(Objects.requireNonNull(in, "golden").readAllBytes(), StandardCharsets.UTF_8);
            return (ObjectNode) Texts.tree(all.lines()
                    .filter(l -> l.contains("\"type\":\"" + type + "\""))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private static List<String> codes(JsonNode line) {
        return Texts.problems(line.toString(), Texts.OPTIONS).stream()
                .map(Problem::code)
                .toList();
    }

    /** Letters that no form forbids, except where digits are asked for. */
    @ParameterizedTest
    @CsvSource({
        "/actor/staff,64,a",
        "/actor/post,64,岗",
        "/actor/department,64,a",
        "/registration/id,64,a",
        "/registration/title,20000,文",
        "/registration/text,20000,文",
        "/registration/requester/name,100,名",
        "/registration/requester/phone,20,1",
        "/registration/requester/idNumber,32,1",
        "/registration/location/address,500,路",
        "/registration/area,24,1",
        "/registration/respondent/organisation,200,司",
        "/registration/respondent/unit,200,队",
        "/registration/respondent/post,64,岗",
        "/registration/attachments/0/reference,200,a",
        "/registration/attachments/0/mediaType,100,a",
        "/registration/source/system,200,a",
        "/registration/source/id,200,a",
        "/registration/tags/0,64,签",
        "/registration/x-any,20000,文"
    })
    void a_text_may_be_as_long_as_its_limit_and_no_longer(String pointer, int most, String letter) throws IOException {
        ObjectNode line = line("registered");
        ObjectNode registration = (ObjectNode) line.get("registration");
        registration.put("x-any", "");
        ((ObjectNode) line.get("actor")).put("staff", "a").put("post", "a").put("department", "a");
        assertThat(line.at(pointer).isMissingNode()).as(pointer).isFalse();
        put(line, pointer, letter.repeat(most));
        assertThat(codes(line)).isEmpty();
        put(line, pointer, letter.repeat(most + 1));
        assertThat(codes(line)).containsExactly("BAD_VALUE");
    }

    private static void put(ObjectNode line, String pointer, String text) {
        int last = pointer.lastIndexOf('/');
        String name = pointer.substring(last + 1);
        JsonNode parent = line.at(pointer.substring(0, last));
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), TextNode.valueOf(text));
        } else {
            ((ObjectNode) parent).put(name, text);
        }
    }

    @Test
    void a_case_number_may_be_as_long_as_its_limit_and_no_longer() throws IOException {
        ObjectNode line = line("noteAdded");
        assertThat(codes(line.put("case", "号".repeat(64)))).isEmpty();
        assertThat(codes(line.put("case", "号".repeat(65)))).containsExactly("BAD_VALUE");
    }

    @Test
    void a_list_may_have_a_thousand_elements_and_no_more() throws IOException {
        ObjectNode line = line("registered");
        ObjectNode registration = (ObjectNode) line.get("registration");
        ArrayNode tags = registration.putArray("tags");
        ArrayNode attachments = registration.putArray("attachments");
        for (int i = 0; i < 1_000; i++) {
            tags.add("t" + i);
            attachments.addObject().put("reference", "r").put("mediaType", "a").put("visibility", "hotline");
        }
        assertThat(codes(line)).isEmpty();
        tags.add("more");
        assertThat(codes(line)).containsExactly("BAD_VALUE");
        tags.remove(0);
        attachments.add(attachments.get(0));
        assertThat(codes(line)).containsExactly("BAD_VALUE");
    }

    @Test
    void a_host_may_add_a_hundred_properties_and_no_more() throws IOException {
        ObjectNode line = line("registered");
        ObjectNode registration = (ObjectNode) line.get("registration");
        List<String> names = new ArrayList<>();
        registration.fieldNames().forEachRemaining(names::add);
        names.stream().filter(n -> n.startsWith("x-")).forEach(registration::remove);
        for (int i = 0; i < Registration.MAX_EXTENSIONS; i++) {
            registration.put("x-" + i, "");
        }
        assertThat(codes(line)).isEmpty();
        assertThat(codes(line.set("registration", registration.put("x-more", ""))))
                .containsExactly("BAD_VALUE");
    }

    @Test
    void a_longer_name_of_a_hosts_property_is_a_newer_writers() throws IOException {
        ObjectNode line = line("registered");
        ObjectNode registration = (ObjectNode) line.get("registration");
        String longest = "x-" + "n".repeat(Registration.MAX_EXTENSION_NAME - 2);
        registration.put(longest, "").put(longest + "n", "");
        CaseEvent.Registered event =
                (CaseEvent.Registered) Texts.events(line.toString()).get(0);
        assertThat(event.registration().extensions()).containsKey(longest).doesNotContainKey(longest + "n");
        assertThat(event.stamp().extras().values())
                .isEqualTo(new TreeMap<>(java.util.Map.of("/registration/" + longest + "n", "\"\"")));
    }

    @Test
    void what_a_newer_writer_adds_has_the_limits_of_every_document() throws IOException {
        ObjectNode line = line("noteAdded");
        assertThat(codes(line.put("n".repeat(JsonPart.MAX_NAME), 1))).isEmpty();
        assertThat(codes(line.put("n".repeat(JsonPart.MAX_NAME + 1), 1))).containsExactly("LIMIT_EXCEEDED");
        line = line("noteAdded");
        assertThat(codes(line.put("newer", "s".repeat(JsonPart.MAX_STRING)))).isEmpty();
        assertThat(codes(line.put("newer", "s".repeat(JsonPart.MAX_STRING + 1))))
                .containsExactly("LIMIT_EXCEEDED");
        String number = line("noteAdded").put("newer", 7).toString();
        assertThat(Texts.wrong(number.replace(":7", ":" + "7".repeat(JsonPart.MAX_NUMBER))))
                .isEmpty();
        assertThat(Texts.wrong(number.replace(":7", ":" + "7".repeat(JsonPart.MAX_NUMBER + 1))))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"10000,", "10001,LIMIT_EXCEEDED"})
    void a_document_of_a_case_has_a_limit_of_events(int count, String code) throws IOException {
        ObjectNode registered = line("registered");
        String number = registered.remove("case").textValue();
        ObjectNode note = line("noteAdded");
        note.remove("case");
        note.put("at", registered.get("at").textValue());
        note.remove("recorded");
        note.remove("attachments");
        note.put("text", "");
        registered.remove("recorded");
        ObjectNode document =
                ((ObjectNode) Texts.tree("{}")).put("format", CaseJson.FORMAT).put("number", number);
        ArrayNode events = document.putArray("events").add(registered.put("sequence", 1));
        for (int i = 2; i <= count; i++) {
            events.add(note.deepCopy().put("sequence", i));
        }
        List<String> codes = new ArrayList<>();
        try {
            assertThat(CaseJson.read(new StringReader(document.toString()), Texts.OPTIONS)
                            .version())
                    .isEqualTo(count);
        } catch (InvalidDocumentException e) {
            e.problems().forEach(p -> codes.add(p.code()));
        }
        assertThat(codes).isEqualTo(code == null ? List.of() : List.of(code));
    }
}
