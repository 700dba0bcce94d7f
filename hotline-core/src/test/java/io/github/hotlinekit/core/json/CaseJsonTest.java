package io.github.hotlinekit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CaseJsonTest {

    private static String golden() throws IOException {
        try (InputStream in = CaseJsonTest.class.getResourceAsStream("golden/v1/case.json")) {
            return new String(Objects.requireNonNull(in, "golden").readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> wrong(String text) {
        InvalidDocumentException e = catchThrowableOfType(
                InvalidDocumentException.class, () -> CaseJson.read(new StringReader(text), Texts.OPTIONS));
        return e.problems().stream().map(p -> p.place() + " " + p.code()).toList();
    }

    private static List<String> wrongWith(Consumer<ObjectNode> change) throws IOException {
        ObjectNode tree = (ObjectNode) Texts.tree(golden());
        change.accept(tree);
        return wrong(tree.toString());
    }

    @Test
    void every_problem_is_told_with_its_place() throws IOException {
        assertThat(wrong("[]")).containsExactly("the document NOT_AN_OBJECT");
        assertThat(wrong("{\"number\":\"1\"")).containsExactly("line 1, column 14 NOT_JSON");
        assertThat(wrong("{}"))
                .containsExactly("/format MISSING_PROPERTY", "/number MISSING_PROPERTY", "/events MISSING_PROPERTY");
        assertThat(wrongWith(t -> t.put("format", "hotline-case/2").put("event", 1)))
                .containsExactly("/format UNSUPPORTED_FORMAT", "/event UNKNOWN_PROPERTY");
        assertThat(wrongWith(t -> t.putArray("events"))).containsExactly("/events WRONG_TYPE");
        assertThat(wrongWith(t -> t.put("number", "other")))
                .containsExactly("/events/0/registration/number OTHER_CASE");
        assertThat(wrongWith(t -> t.withArray("events").remove(2))).containsExactly("/events/2 BAD_TIMELINE");
        assertThat(wrongWith(t -> ((ObjectNode) t.at("/events/1")).put("case", "A")))
                .containsExactly("/events/1 RESERVED_PROPERTY");
        assertThat(wrongWith(t -> ((ObjectNode) t.at("/events/8/right")).put("sequence", 0)))
                .containsExactly("/events/8/right BAD_VALUE");
    }

    @Test
    void elements_of_sets_do_not_repeat() throws IOException {
        assertThat(wrongWith(t -> ((ObjectNode) t.at("/events/0/registration"))
                        .putArray("tags")
                        .add("a")
                        .add("a")))
                .containsExactly("/events/0/registration/tags/1 DUPLICATE_VALUE");
    }

    @Test
    void a_masked_document_is_never_read() throws IOException {
        assertThat(wrongWith(t -> t.put("masked", true))).containsExactly("/masked MASKED");
        assertThat(wrongWith(t -> ((ObjectNode) t.at("/events/0/registration"))
                        .putObject("text")
                        .put("masked", "x")))
                .containsExactly("/events/0/registration/text MASKED");
    }
}
