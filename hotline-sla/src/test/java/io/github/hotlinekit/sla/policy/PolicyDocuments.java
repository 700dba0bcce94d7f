package io.github.hotlinekit.sla.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Policies as documents, for tests. */
final class PolicyDocuments {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SlaPolicyJson.schema());

    private PolicyDocuments() {}

    static String written(SlaPolicy policy) {
        StringBuilder out = new StringBuilder();
        try {
            SlaPolicyJson.write(policy, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static List<Problem> check(String text) {
        try {
            return SlaPolicy.check("p.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> told(String text) {
        return check(text).stream().map(p -> p.place() + " " + p.code()).toList();
    }

    static SlaPolicy read(String text) {
        try {
            return SlaPolicy.read("p.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isOfSchema(JsonNode tree) {
        return SCHEMA.validate(tree).isEmpty();
    }

    /** Whatever is read is read whole: it passes its own lint, and is the same when written and read again. */
    static void assertAllOrNothing(byte[] bytes) throws IOException {
        SlaPolicy policy;
        try {
            policy = SlaPolicy.read("p.json", new ByteArrayInputStream(bytes));
        } catch (InvalidDocumentException e) {
            assertThat(e.problems()).isNotEmpty();
            assertThat(SlaPolicy.check("p.json", new ByteArrayInputStream(bytes)))
                    .isEqualTo(e.problems());
            return;
        }
        assertThat(SlaPolicy.check("p.json", new ByteArrayInputStream(bytes))).isEmpty();
        assertThat(policy.check("p.json")).isEmpty();
        assertThat(read(written(policy))).isEqualTo(policy);
    }
}
