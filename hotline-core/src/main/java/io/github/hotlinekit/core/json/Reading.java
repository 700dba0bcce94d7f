package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Extras;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.privacy.FreeText;
import java.util.TreeMap;

/**
 * One event while it is read: where it stands, what is wrong with it, and what it says beyond what is known.
 * Nothing here ever puts a personal value into a problem.
 */
final class Reading {

    private static final int SHOWN = 64;
    private static final int DIGITS = 6;
    private static final String HIDDEN = "?";

    private final ReadOptions options;
    private final Problems problems;
    private final long line;
    private final CaseNumber number;
    private final Path event;
    private final TreeMap<String, String> extras = new TreeMap<>();
    private final int[] lost = new int[1];

    /** An event of a case at a path of a document, or of a line where the line is not 0. */
    Reading(ReadOptions options, Problems problems, long line, CaseNumber number, Path event) {
        this.options = options;
        this.problems = problems;
        this.line = line;
        this.number = number;
        this.event = event;
    }

    Reading nested(Path inner) {
        return new Reading(options, problems, line, number, inner);
    }

    ReadOptions options() {
        return options;
    }

    CaseNumber number() {
        return number;
    }

    /** A problem with a value that is shown, but for what looks personal in it. */
    void wrong(Path path, String code, String value, String expected) {
        problems.add(place(line, path), code, shown(value), expected);
    }

    /** A problem whose value is nobody's business. */
    void wrong(Path path, String code, String expected) {
        problems.add(place(line, path), code, "", expected);
    }

    void wrongType(Path path, JsonNode node, String expected) {
        problems.add(place(line, path), "WRONG_TYPE", kind(node), expected);
    }

    static Place place(long line, Path path) {
        String pointer = path.pointerFrom(Path.ROOT, Reading::shownName);
        return line == 0 ? new Place.Pointer(pointer) : new Place.LinePointer(line, pointer);
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case NULL -> "null";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "a text";
        };
    }

    /**
     * A value that stands in a place for codes, if it looks like one; somebody may have put a name, a number or
     * an address there, and then nothing is shown.
     */
    static String shown(String value) {
        int run = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            run = digit ? run + 1 : 0;
            boolean allowed = digit || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || ".-_:/+@$".indexOf(c) >= 0;
            if (!allowed || run > DIGITS || i == SHOWN) {
                return "";
            }
        }
        return FreeText.of(value).masked();
    }

    /** A property's name, which may be anything too. */
    private static String shownName(String name) {
        String shown = shown(name);
        return shown.isEmpty() && !name.isEmpty() ? HIDDEN : shown;
    }

    /** What a constructor demands, without what it got. */
    static String demand(IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage());
        int but = message.indexOf(", but ");
        return but < 0 ? message : message.substring(0, but);
    }

    /** Keeps what a newer writer wrote. */
    void keep(Path path, JsonNode value) {
        String text = value.toString();
        String pointer = path.pointerFrom(event);
        if (hasLoneSurrogate(text) || hasLoneSurrogate(pointer)) {
            wrong(path, "BAD_VALUE", "text without lone surrogates");
        } else {
            extras.put(pointer, text);
        }
    }

    /** Keeps what was kept before, as it came out of a vault. */
    void keepAgain(String pointer, JsonNode value) {
        extras.put(pointer, value.toString());
    }

    static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    Extras extras() {
        return Extras.of(extras);
    }

    /** Notes that a value is gone with its key. */
    void lose() {
        lost[0]++;
    }

    int lost() {
        return lost[0];
    }
}
