package io.github.hotlinekit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.hotlinekit.core.document.Problems;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Property(tries = 300)
    void reading_inverts_writing_also_through_utf_8(@ForAll("objects") Map<String, Object> object)
            throws JsonProcessingException {
        String text = JsonText.of(object);
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(text);
        JsonNode read = Json.MAPPER.readTree(text);
        assertThat(read).isEqualTo(Json.MAPPER.valueToTree(object));
        assertThat(JsonText.of(new LinkedHashMap<>(object))).isEqualTo(text);
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        Arbitrary<Object> plain = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40).map(s -> s),
                Arbitraries.of("\"", "\\", "\n", "\u0000", "\ud800", "\udc00x", "\ud83d\ude00", "\u2028", "石狮"),
                Arbitraries.integers().map(i -> i),
                Arbitraries.longs().between(1L << 40, 1L << 60).map(i -> i),
                Arbitraries.of(true, false));
        Arbitrary<Object> tree = Arbitraries.recursive(
                () -> plain,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(4).map(l -> l),
                        Arbitraries.maps(Arbitraries.strings().ofMaxLength(9), inner)
                                .ofMaxSize(4)
                                .map(LinkedHashMap::new)),
                0,
                3);
        return Arbitraries.maps(Arbitraries.strings().ofMaxLength(9), tree)
                .ofMaxSize(4)
                .map(LinkedHashMap::new);
    }

    @Test
    void what_fits_stands_on_one_line_and_all_else_has_a_line_an_entry() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("a", List.of("x", 1, true));
        object.put("none", List.of());
        object.put("b", Map.of("c", "y".repeat(JsonText.WIDTH - 20)));
        object.put("d", Map.of("c", "y".repeat(JsonText.WIDTH)));
        assertThat(JsonText.of(object))
                .isEqualTo("""
                {
                  "a": ["x", 1, true],
                  "none": [],
                  "b": { "c": "%s" },
                  "d": {
                    "c": "%s"
                  }
                }""".formatted("y".repeat(JsonText.WIDTH - 20), "y".repeat(JsonText.WIDTH)));
        assertThat(JsonText.of(Map.of())).isEqualTo("{}");
    }

    @Test
    void what_could_not_be_read_again_is_not_written() throws IOException {
        Object deep = "x";
        for (int i = 1; i < JsonPart.MAX_DEPTH; i++) {
            deep = List.of(deep);
        }
        String text = JsonText.of(Map.of("a", deep));
        Problems problems = Problems.of("t.json");
        assertThat(JsonPart.read(new StringReader(text), problems)).isPresent();
        List<Object> deeper = List.of(deep);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonText.of(Map.of("a", deeper)))
                .withMessageContaining("64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonText.of(Map.of("a", 1.5)))
                .withMessageContaining("1.5");
    }

    @Test
    void a_list_is_told_from_what_is_none() throws IOException {
        JsonPart part = JsonPart.read(
                        new StringReader("{\"a\": [], \"b\": [1], \"c\": {}, \"d\": null}"), Problems.of("t.json"))
                .orElseThrow();
        assertThat(List.of("a", "b", "c", "d", "e").stream().filter(part::isList))
                .containsExactly("a", "b");
    }
}
