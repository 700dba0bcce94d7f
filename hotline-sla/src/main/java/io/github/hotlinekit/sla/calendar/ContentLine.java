package io.github.hotlinekit.sla.calendar;

import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A line of an iCalendar text, unfolded.
 *
 * @param place where it begins
 * @param name its name, in capitals
 * @param parameters its parameters by name in capitals, without quotes
 * @param value its value as it stands
 */
record ContentLine(Place place, String name, Map<String, String> parameters, String value) {

    private static final int BOM = 3;

    String parameter(String parameter) {
        return parameters.getOrDefault(parameter, "");
    }

    /** The lines of a text; what is no line is a problem and left out. */
    static List<ContentLine> read(InputStream in, Problems problems) throws IOException {
        byte[] bytes = in.readNBytes(HolidayFeed.MAX_BYTES + 1);
        if (bytes.length > HolidayFeed.MAX_BYTES) {
            limit(problems, new Place.Position(1, 1), "at most " + HolidayFeed.MAX_BYTES + " bytes");
        }
        List<ContentLine> lines = new ArrayList<>();
        byte[] line = new byte[HolidayFeed.MAX_LINE];
        int at = bytes.length >= BOM && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? BOM
                : 0;
        long number = 0;
        while (at < bytes.length) {
            Place place = new Place.Position(++number, 1);
            int length = 0;
            boolean tooLong = false;
            while (true) {
                int end = at;
                while (end < bytes.length && bytes[end] != '\n') {
                    end++;
                }
                int text = end > at && bytes[end - 1] == '\r' ? end - 1 : end;
                tooLong |= length + (text - at) > line.length;
                if (!tooLong) {
                    System.arraycopy(bytes, at, line, length, text - at);
                    length += text - at;
                }
                at = Math.min(bytes.length, end + 1);
                if (at == bytes.length || (bytes[at] != ' ' && bytes[at] != '\t')) {
                    break;
                }
                at++; // folded: the line goes on after the blank
                number++;
            }
            if (number > HolidayFeed.MAX_LINES) {
                limit(problems, new Place.Position(number, 1), "at most " + HolidayFeed.MAX_LINES + " lines");
            }
            if (tooLong) {
                problems.add(place, "LINE_TOO_LONG", "", "at most " + HolidayFeed.MAX_LINE + " bytes");
            } else if (length > 0) {
                text(line, length, place, problems)
                        .flatMap(t -> parse(t, place, problems))
                        .ifPresent(lines::add);
            }
        }
        return lines;
    }

    private static void limit(Problems problems, Place place, String expected) {
        problems.add(place, "LIMIT_EXCEEDED", "", expected);
        problems.throwIfAny();
    }

    private static Optional<String> text(byte[] line, int length, Place place, Problems problems) {
        ByteBuffer in = ByteBuffer.wrap(line, 0, length);
        CharBuffer out = CharBuffer.allocate(length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (result.isError()) {
            String bad = "byte 0x" + Integer.toHexString(in.get() & 0xFF).toUpperCase(Locale.ROOT);
            problems.add(place, "NOT_UTF8", bad, "text in UTF-8");
            return Optional.empty();
        }
        return Optional.of(out.flip().toString());
    }

    private static Optional<ContentLine> parse(String text, Place place, Problems problems) {
        int at = name(text, 0);
        if (at == 0) {
            return malformed(text, place, problems);
        }
        String name = text.substring(0, at).toUpperCase(Locale.ROOT);
        Map<String, String> parameters = new HashMap<>();
        while (at < text.length() && text.charAt(at) == ';') {
            int equals = name(text, at + 1);
            if (equals == at + 1 || equals == text.length() || text.charAt(equals) != '=') {
                return malformed(text, place, problems);
            }
            String parameter = text.substring(at + 1, equals).toUpperCase(Locale.ROOT);
            int end = parameterEnd(text, equals + 1);
            String value = text.substring(equals + 1, end).replace("\"", "");
            if (parameters.put(parameter, value) != null) {
                problems.add(place, "DUPLICATE_PARAMETER", parameter, "each parameter once");
                return Optional.empty();
            }
            at = end;
        }
        if (at == text.length() || text.charAt(at) != ':') {
            return malformed(text, place, problems);
        }
        String value = text.substring(at + 1);
        if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7F)) {
            problems.add(place, "CONTROL_CHARACTER", name, "text without control characters");
            return Optional.empty();
        }
        return Optional.of(new ContentLine(place, name, Map.copyOf(parameters), value));
    }

    private static int name(String text, int start) {
        int at = start;
        while (at < text.length() && isNamed(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isNamed(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }

    private static int parameterEnd(String text, int start) {
        boolean quoted = false;
        int at = start;
        while (at < text.length() && (quoted || (text.charAt(at) != ';' && text.charAt(at) != ':'))) {
            quoted ^= text.charAt(at) == '"';
            at++;
        }
        return at;
    }

    private static Optional<ContentLine> malformed(String text, Place place, Problems problems) {
        problems.add(place, "NOT_A_CONTENT_LINE", text, "a line such as DTSTART;VALUE=DATE:20260217");
        return Optional.empty();
    }
}
