package io.github.hotlinekit.sla.calendar;

import io.github.hotlinekit.core.language.Label;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a calendar document: a property a line and a day a line, so that two versions can be compared by line. */
final class CalendarWriter {

    private static final String HEX = "0123456789abcdef";

    private CalendarWriter() {}

    static String text(CalendarDocument document) {
        WorkingCalendar calendar = document.calendar();
        Set<DayOfWeek> week = calendar.week();
        List<SpecialDay> days = calendar.specialDays();
        StringBuilder out = new StringBuilder("{\n");
        property(out, "format", quoted(CalendarDocument.FORMAT));
        property(out, "id", quoted(requireText("id", calendar.id(), CalendarDocument.MAX_ID)));
        property(out, "version", quoted(requireText("version", calendar.version(), CalendarDocument.MAX_ID)));
        property(out, "name", label(document.name()));
        property(
                out,
                "week",
                list(EnumSet.copyOf(week).stream().map(DayOfWeek::name).toList()));
        property(out, "first", quoted(calendar.first().toString()));
        property(out, "last", quoted(calendar.last().toString()));
        property(out, "settledUntil", quoted(calendar.settledUntil().toString()));
        Set<Integer> plain = CalendarReader.plainYears(calendar.first(), calendar.last(), days);
        if (!plain.isEmpty()) {
            property(
                    out,
                    CalendarReader.PLAIN_YEARS,
                    list(plain.stream().map(CalendarWriter::year).toList()));
        }
        out.append("  \"days\": [");
        String separator = "\n    ";
        for (SpecialDay day : days) {
            out.append(separator).append(day(day, week));
            separator = ",\n    ";
        }
        return out.append(days.isEmpty() ? "]\n}\n" : "\n  ]\n}\n").toString();
    }

    private static String year(int year) {
        return Integer.toString(year);
    }

    private static void property(StringBuilder out, String name, String json) {
        out.append("  \"").append(name).append("\": ").append(json).append(",\n");
    }

    private static String day(SpecialDay day, Set<DayOfWeek> week) {
        boolean again =
                day.kind() == DayKind.WORKDAY && week.contains(day.date().getDayOfWeek());
        return "{\"date\": \"" + day.date() + "\", \"kind\": \"" + day.kind() + "\""
                + (again ? ", \"" + CalendarReader.INSTEAD_OF + "\": \"HOLIDAY\"" : "")
                + ", \"name\": " + label(day.name())
                + (day.source().isEmpty()
                        ? ""
                        : ", \"source\": " + quoted(requireText("source", day.source(), CalendarDocument.MAX_SOURCE)))
                + "}";
    }

    private static String label(Label label) {
        String zh = requireText("name", label.zh(), CalendarDocument.MAX_NAME);
        String en = requireText("name", label.en(), CalendarDocument.MAX_NAME);
        return "{\"zh\": " + quoted(zh) + ", \"en\": " + quoted(en) + "}";
    }

    /** A text that a document may hold. */
    static String requireText(String what, String text, int max) {
        if (text.isBlank() || text.length() > max) {
            throw new IllegalArgumentException(
                    what + " must be 1 to " + max + " characters and not blank, but was \"" + text + "\"");
        }
        return text;
    }

    private static String list(List<String> texts) {
        return texts.stream().map(CalendarWriter::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || isHalf(text, i)) { // half a character has no form in UTF-8
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(HEX.charAt(c >> shift & 15));
                }
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    private static boolean isHalf(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
