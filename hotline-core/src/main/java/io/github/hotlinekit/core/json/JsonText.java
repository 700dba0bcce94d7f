package io.github.hotlinekit.core.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes documents of few values for people to read and to compare: what fits into {@value #WIDTH} characters
 * stands on one line, all else has a line an entry, two blanks a level. The same values always give the same
 * text, without a trailing line feed.
 */
public final class JsonText {

    /** The most characters of a list or an object that stands on one line, with what it is indented by. */
    public static final int WIDTH = 120;

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonText() {}

    /**
     * The text of an object.
     *
     * @param object its properties, in the order of the map: texts, whole numbers ({@link Integer} or {@link
     *     Long}), truth values, lists and maps of such values, at any depth that {@link JsonPart} reads
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
