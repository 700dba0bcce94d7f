package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes documents of few values for people to read and to compare: what fits into {@value #WIDTH} characters
 * stands on one line, all else has a line an entry, two blanks a level. The same values always give the same
 * text, without a trailing line feed.
 */
public final class JsonText {

    /** The most characters of a list or an object that stands on one line, with what it is indented by. */
    public static final int WIDTH = 120;

    /** The most levels of nesting in a {@link Raw} value, so that a document that holds it can be read. */
    public static final int MAX_RAW_DEPTH = 32;

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonText() {}

    /**
     * A value that is JSON already, among the values of {@link JsonText#of}.
     *
     * @param json its text, which is brought into {@linkplain JsonText#canonical(String) canonical form}
     */
    public record Raw(String json) {
        /**
         * Checks the text and makes it canonical.
         *
         * @throws IllegalArgumentException if it is no JSON value, or is beyond the limits of readers
         */
        public Raw {
            json = canonical(json);
        }
    }

    /**
     * The one form of a JSON value: without white space, properties in the order of their UTF-16 units. Numbers keep
     * their digits.
     *
     * @param json any JSON value
     * @return its canonical form; the canonical form of that is the same
     * @throws IllegalArgumentException if it is no JSON value, has a property twice, more than {@value #MAX_RAW_DEPTH}
     *     levels, or is otherwise beyond the limits of {@link JsonPart}
     */
    public static String canonical(String json) {
        try {
            JsonNode node = Json.MAPPER.readTree(Objects.requireNonNull(json, "json"));
            if (node == null || node.isMissingNode()) {
                throw new IllegalArgumentException("a JSON value must not be empty");
            }
            return canonical(node);
        } catch (JsonProcessingException | NumberFormatException e) {
            throw new IllegalArgumentException("must be a JSON value within the limits of readers", e);
        }
    }

    /**
     * The canonical form of an object: without white space, properties in the order of their UTF-16 units.
     *
     * @param object as for {@link #of}
     * @return the text; {@link JsonPart#read} reads the same values from it
     * @throws IllegalArgumentException as {@link #of} throws it
     */
    public static String canonical(Map<String, ?> object) {
        StringBuilder text = new StringBuilder();
        compact(object, 0, text);
        return text.toString();
    }

    /** The canonical form of a node. */
    static String canonical(JsonNode node) {
        StringBuilder text = new StringBuilder();
        canonical(node, 0, text);
        return text.toString();
    }

    private static void canonical(JsonNode node, int level, StringBuilder text) {
        if (level > MAX_RAW_DEPTH) {
            throw Json.tooLarge("at most " + MAX_RAW_DEPTH + " levels");
        }
        if (node.isObject()) {
            SortedMap<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
            char before = '{';
            for (Map.Entry<String, JsonNode> field : sorted.entrySet()) {
                text.append(before);
                quote(field.getKey(), text);
                text.append(':');
                canonical(field.getValue(), level + 1, text);
                before = ',';
            }
            text.append(sorted.isEmpty() ? "{}" : "}");
        } else if (node.isArray()) {
            char before = '[';
            for (JsonNode element : node) {
                text.append(before);
                canonical(element, level + 1, text);
                before = ',';
            }
            text.append(node.isEmpty() ? "[]" : "]");
        } else if (node.isTextual()) {
            quote(node.textValue(), text);
        } else if (node.isNumber() && node.asText().length() > JsonPart.MAX_NUMBER) {
            throw Json.tooLarge("numbers of at most " + JsonPart.MAX_NUMBER + " characters");
        } else {
            text.append(node.asText());
        }
    }

    private static void compact(Object value, int level, StringBuilder text) {
        if (level > JsonPart.MAX_DEPTH) {
            throw Json.tooLarge("at most " + JsonPart.MAX_DEPTH + " levels");
        }
        if (value instanceof Map<?, ?> map) {
            SortedMap<String, Object> sorted = new TreeMap<>();
            map.forEach((name, v) -> sorted.put((String) name, v));
            char before = '{';
            for (Map.Entry<String, Object> field : sorted.entrySet()) {
                text.append(before);
                quote(field.getKey(), text);
                text.append(':');
                compact(field.getValue(), level + 1, text);
                before = ',';
            }
            text.append(sorted.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            char before = '[';
            for (Object element : list) {
                text.append(before);
                compact(element, level + 1, text);
                before = ',';
            }
            text.append(list.isEmpty() ? "[]" : "]");
        } else {
            write(value, level, 0, text);
        }
    }

    /**
     * The text of an object.
     *
     * @param object its properties, in the order of the map: texts, whole numbers ({@link Integer} or {@link
     *     Long}), truth values, {@link Raw} values, lists and maps of such values, at any depth that {@link JsonPart} reads
     * @return the text; {@link JsonPart#read} reads the same values from it
     * @throws IllegalArgumentException if there is a value of another type or more than {@value
     *     JsonPart#MAX_DEPTH} levels
     */
    public static String of(Map<String, ?> object) {
        StringBuilder text = new StringBuilder();
        write(object, 0, 0, text);
        return text.toString();
    }

    private static void write(Object value, int level, int taken, StringBuilder text) {
        if (level > JsonPart.MAX_DEPTH) {
            throw Json.tooLarge("at most " + JsonPart.MAX_DEPTH + " levels");
        }
        if (value instanceof Map<?, ?> map) {
            List<String> entries = new ArrayList<>();
            map.forEach((name, v) -> {
                StringBuilder entry = new StringBuilder();
                quote((String) name, entry);
                entry.append(": ");
                write(v, level + 1, entry.length(), entry);
                entries.add(entry.toString());
            });
            join(entries, "{ ", " }", level, taken, text);
        } else if (value instanceof List<?> list) {
            List<String> entries = new ArrayList<>();
            for (Object v : list) {
                StringBuilder entry = new StringBuilder();
                write(v, level + 1, 0, entry);
                entries.add(entry.toString());
            }
            join(entries, "[", "]", level, taken, text);
        } else if (value instanceof String string) {
            quote(string, text);
        } else if (value instanceof Raw raw) {
            text.append(raw.json());
        } else if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            text.append(value);
        } else {
            throw new IllegalArgumentException(
                    "a value must be a text, a whole number, a truth value, a list or a map, but was " + value);
        }
    }

    private static void join(
            List<String> entries, String open, String close, int level, int taken, StringBuilder text) {
        int length = taken + 2 * level + open.length() + close.length();
        boolean broken = level == 0;
        for (String entry : entries) {
            length += entry.length() + 2;
            broken |= entry.indexOf('\n') >= 0;
        }
        if (entries.isEmpty()) {
            text.append(open.strip()).append(close.strip());
        } else if (!broken && length <= WIDTH) {
            text.append(open).append(String.join(", ", entries)).append(close);
        } else {
            String line = "\n" + "  ".repeat(level + 1);
            text.append(open.strip())
                    .append(line)
                    .append(String.join("," + line, entries))
                    .append('\n')
                    .append("  ".repeat(level))
                    .append(close.strip());
        }
    }

    private static void quote(String string, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || c == 0x2028 || c == 0x2029 || isAlone(string, i)) {
                text.append("\\u")
                        .append(HEX[c >> 12])
                        .append(HEX[c >> 8 & 15])
                        .append(HEX[c >> 4 & 15])
                        .append(HEX[c & 15]);
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }

    /** Half of a surrogate pair could not be encoded in UTF-8. */
    private static boolean isAlone(String string, int index) {
        char c = string.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == string.length() || !Character.isLowSurrogate(string.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(string.charAt(index - 1)));
    }
}
