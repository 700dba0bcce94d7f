package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.github.hotlinekit.core.cases.Extras;
import io.github.hotlinekit.core.privacy.PersonalField;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a newer writer wrote, put back at its places. */
final class ExtrasJson {

    /** For names that are pointers, and so as long as all the names on the way together. */
    private static final ObjectMapper POINTERS = Json.mapper(JsonPart.MAX_DEPTH * (2 * JsonPart.MAX_NAME + 1));

    private ExtrasJson() {}

    /**
     * Writes an event with its extras. One whose place is gone is left out, and none ever takes the place of
     * what is known.
     */
    static void writeWith(Extras extras, TokenBuffer event, JsonGenerator out) throws IOException {
        JsonNode tree;
        try (JsonParser parser = event.asParser()) {
            tree = Json.MAPPER.readTree(parser);
        }
        for (Map.Entry<String, String> extra : extras.values().entrySet()) {
            JsonPointer pointer = JsonPointer.compile(extra.getKey());
            JsonPointer head = pointer.head();
            if (head != null && tree.at(head) instanceof ObjectNode parent) {
                String name = pointer.last().getMatchingProperty();
                boolean reserved = head.matches() && EventCodec.RESERVED.contains(name);
                if (!reserved && !parent.has(name)) {
                    parent.set(name, value(extra.getValue()));
                }
            }
        }
        Json.MAPPER.writeTree(out, tree);
    }

    private static JsonNode value(String text) {
        JsonNode node = parse(Json.MAPPER, text);
        if (node == null) {
            throw new IllegalArgumentException(
                    "extras must be JSON texts, but one of " + text.length() + " characters is none");
        }
        return node;
    }

    private static @Nullable JsonNode parse(ObjectMapper mapper, String text) {
        try {
            JsonNode node = mapper.readTree(text);
            return node == null || node.isMissingNode() ? null : node;
        } catch (JsonProcessingException | NumberFormatException e) {
            return null;
        }
    }

    /** All extras as one object, for a vault to seal. */
    static String text(Extras extras) {
        ObjectNode all = Json.MAPPER.createObjectNode();
        extras.values().forEach((pointer, text) -> all.set(pointer, value(text)));
        return all.toString();
    }

    /** The extras that a vault sealed; none if their key was destroyed. */
    static void open(JsonNode sealed, Path path, Reading in) {
        if (!sealed.isTextual()) {
            in.wrongType(path, sealed, "a text");
            return;
        }
        Optional<PersonalDataVault> vault = in.options().vault();
        if (vault.isEmpty()) {
            in.wrong(path, "SEALED", "a vault that opens it");
            return;
        }
        try {
            Optional<String> plain = vault.get().open(in.number(), PersonalField.TEXT, sealed.textValue());
            if (plain.isPresent()) {
                JsonNode all = parse(POINTERS, plain.get());
                if (all == null || !all.isObject()) {
                    throw new IllegalArgumentException("what was sealed must be a JSON object, but was not");
                }
                all.properties().forEach(p -> in.keepAgain(p.getKey(), p.getValue()));
            }
        } catch (IllegalArgumentException e) {
            in.wrong(path, "BAD_VALUE", "a text that the vault sealed for this case");
        }
    }
}
