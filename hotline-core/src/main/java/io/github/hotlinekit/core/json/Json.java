package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Utf8;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one mapper, its limits, and what becomes of the parser's complaints. */
final class Json {

    /** How much of the parser's own words a problem may have. */
    enum Wording {
        /** All: the document holds nothing personal. */
        FULL,
        /** None that could quote the document. */
        DISCREET
    }

    /** Repeated names are found as the tree is built; numbers keep every digit. */
    static final ObjectMapper MAPPER = mapper(JsonPart.MAX_NAME);

    private Json() {}

    /** A mapper with limits for readers; it writes nothing that is too deep to be read. */
    static ObjectMapper mapper(int longestName) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(JsonPart.MAX_DEPTH)
                        .maxStringLength(JsonPart.MAX_STRING)
                        .maxNameLength(longestName)
                        .maxNumberLength(JsonPart.MAX_NUMBER)
                        .maxDocumentLength(JsonPart.MAX_DOCUMENT)
                        .build())
                .streamWriteConstraints(StreamWriteConstraints.builder()
                        .maxNestingDepth(JsonPart.MAX_DEPTH)
                        .build())
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .build();
    }

    /** What could not be written within the limits of readers. */
    static IllegalArgumentException tooLarge(String limit) {
        return new IllegalArgumentException("what is written must have " + limit + ", or it could not be read again");
    }

    /** The object that a text is; empty, with a problem added, if it is none. */
    static Optional<JsonNode> document(Reader in, Problems problems, Wording wording) throws IOException {
        String text = readAll(in, problems);
        int bad = Utf8.indexOfBadByte(text, 0);
        if (bad >= 0) {
            long line =
                    1 + text.substring(0, bad).chars().filter(c -> c == '\n').count();
            int column = bad - text.lastIndexOf('\n', bad);
            problems.add(
                    new Place.Position(line, column),
                    "NOT_UTF8",
                    Utf8.describe(text.charAt(bad)),
                    Utf8.expected(text, bad));
            return Optional.empty();
        }
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonNode node = object(parser);
            if (node == null) {
                problems.add(new Place.Pointer(""), "NOT_AN_OBJECT", "", "a JSON object");
            }
            return Optional.ofNullable(node);
        } catch (JsonProcessingException e) {
            add(problems, e, 1, wording);
            return Optional.empty();
        }
    }

    /** The object that a parser reads; null if it is something else, or nothing. */
    static @Nullable JsonNode object(JsonParser parser) throws IOException {
        try {
            JsonNode node = MAPPER.readTree(parser);
            return node == null || !node.isObject() ? null : node;
        } catch (NumberFormatException e) { // which quotes the number
            throw new StreamConstraintsException(
                    "a number has an exponent that is too large", parser.currentLocation());
        }
    }

    /** Adds what a parser complained of in a text that begins at a line. */
    static void add(Problems problems, JsonProcessingException e, long firstLine, Wording wording) {
        JsonLocation at = e.getLocation();
        Place place = at == null
                ? new Place.Pointer("")
                : new Place.Position(firstLine - 1 + Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
        String words = firstLine(e.getOriginalMessage());
        if (e instanceof StreamConstraintsException) {
            problems.add(place, "LIMIT_EXCEEDED", "", "less (" + words + ")");
        } else if (wording == Wording.FULL) {
            problems.add(place, "NOT_JSON", "", "well-formed JSON (" + words + ")");
        } else if (e instanceof JsonMappingException) {
            problems.add(place, "DUPLICATE_PROPERTY", "", "every property once");
        } else {
            problems.add(place, "NOT_JSON", "", "well-formed JSON");
        }
    }

    private static String readAll(Reader in, Problems problems) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[1 << 13];
        for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
            text.append(buffer, 0, got);
            if (text.length() > JsonPart.MAX_DOCUMENT) {
                problems.add(
                        new Place.Pointer(""),
                        "LIMIT_EXCEEDED",
                        "",
                        "at most " + JsonPart.MAX_DOCUMENT + " characters");
                problems.throwIfAny();
            }
        }
        return text.toString();
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
