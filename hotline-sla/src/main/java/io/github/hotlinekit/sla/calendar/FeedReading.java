package io.github.hotlinekit.sla.calendar;

import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Suggestion;
import io.github.hotlinekit.core.language.Label;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One reading of an iCalendar feed. */
final class FeedReading {

    private static final Set<String> SKIPPED_COMPONENTS = Set.of("VTIMEZONE", "VALARM");
    private static final Set<String> CALENDAR_PROPERTIES = Set.of(
            "PRODID",
            "NAME",
            "DESCRIPTION",
            "UID",
            "LAST-MODIFIED",
            "URL",
            "CATEGORIES",
            "REFRESH-INTERVAL",
            "SOURCE",
            "COLOR",
            "IMAGE");
    /** Those that say nothing of the days of an event. */
    private static final Set<String> SKIPPED_PROPERTIES = Set.of(
            "DTSTAMP",
            "CREATED",
            "LAST-MODIFIED",
            "SEQUENCE",
            "CLASS",
            "TRANSP",
            "PRIORITY",
            "CATEGORIES",
            "DESCRIPTION",
            "COMMENT",
            "LOCATION",
            "GEO",
            "ATTACH",
            "ATTENDEE",
            "CONTACT",
            "ORGANIZER",
            "RELATED-TO",
            "RESOURCES",
            "COLOR",
            "IMAGE",
            "CONFERENCE");

    private static final Set<String> REFUSED_PROPERTIES =
            Set.of("RRULE", "RDATE", "EXRULE", "EXDATE", "RECURRENCE-ID", "REQUEST-STATUS");
    private static final Set<String> READ_PROPERTIES =
            Set.of("UID", "DTSTART", "DTEND", "DURATION", "SUMMARY", "STATUS", "URL", "X-HOTLINE-KIND");

    private static final String DATE = "VALUE=DATE and a date such as 20260217, in the years "
            + WorkingCalendar.MIN_YEAR + " to " + WorkingCalendar.MAX_YEAR;
    private static final Pattern DATE_FORM = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final Pattern DURATION_FORM = Pattern.compile("\\+?P([0-9]{1,3})([DW])");
    private static final Pattern WORKED = Pattern.compile("\\s*(（班）|\\(班\\)|\\((?i:make-up workday)\\))$");
    private static final Pattern OFF = Pattern.compile("\\s*(（休）|\\(休\\))$");

    private final ArrangementReading days;
    private final Problems problems;
    private final Set<String> uids = new HashSet<>();

    FeedReading(ArrangementReading days) {
        this.days = days;
        this.problems = days.problems();
    }

    List<SpecialDay> read(InputStream in) throws IOException {
        Deque<ContentLine> open = new ArrayDeque<>();
        List<ContentLine> event = new ArrayList<>();
        Map<String, ContentLine> header = new HashMap<>();
        boolean any = false;
        for (ContentLine line : ContentLine.read(in, problems)) {
            if (line.name().equals("BEGIN")) {
                any = true;
                begin(line, open);
                if (open.size() == 1) {
                    event.clear();
                }
                open.push(line);
            } else if (line.name().equals("END")) {
                if (open.isEmpty() || !component(open.peek()).equals(component(line))) {
                    String expected = open.isEmpty() ? "a BEGIN before" : "END:" + component(open.peek());
                    problems.add(line.place(), "UNBALANCED", "END:" + line.value(), expected);
                    return List.of(); // what belongs to what is not known any more
                }
                ContentLine begin = open.pop();
                if (component(begin).equals("VEVENT") && open.size() == 1) {
                    event(begin, event);
                } else if (component(begin).equals("VCALENDAR") && open.isEmpty()) {
                    calendar(begin, header);
                    header.clear();
                }
            } else if (open.isEmpty()) {
                problems.add(line.place(), "OUTSIDE_CALENDAR", line.name(), "BEGIN:VCALENDAR");
            } else if (open.size() == 1) {
                if (header.putIfAbsent(line.name(), line) != null
                        && !line.name().startsWith("X-")) {
                    duplicate(line, CALENDAR_PROPERTIES);
                }
            } else if (open.size() == 2) {
                event.add(line);
            }
        }
        if (!open.isEmpty()) {
            problems.add(
                    open.peek().place(), "UNBALANCED", "BEGIN:" + open.peek().value(), "END:" + component(open.peek()));
        } else if (!any && problems.isEmpty()) {
            problems.add(new Place.Position(1, 1), "EMPTY_DOCUMENT", "", "BEGIN:VCALENDAR");
        }
        return days.finish();
    }

    private static String component(ContentLine line) {
        return line.value().strip().toUpperCase(Locale.ROOT);
    }

    private void begin(ContentLine line, Deque<ContentLine> open) {
        String component = component(line);
        boolean skipped = open.stream()
                .map(FeedReading::component)
                .anyMatch(c -> c.startsWith("X-") || SKIPPED_COMPONENTS.contains(c));
        boolean known = component.startsWith("X-")
                || switch (open.size()) {
                    case 0 -> component.equals("VCALENDAR");
                    case 1 -> component.equals("VEVENT") || component.equals("VTIMEZONE");
                    default -> component.equals("VALARM");
                };
        if (!skipped && !known) {
            problems.add(
                    line.place(),
                    "UNSUPPORTED_COMPONENT",
                    component,
                    open.isEmpty() ? "VCALENDAR" : "all-day events, VEVENT");
        }
    }

    private void calendar(ContentLine begin, Map<String, ContentLine> header) {
        if (!header.containsKey("VERSION")) {
            problems.add(begin.place(), "MISSING_PROPERTY", "", "VERSION:2.0");
        }
        for (ContentLine line : header.values().stream()
                .sorted((a, b) -> Long.compare(number(a), number(b)))
                .toList()) {
            switch (line.name()) {
                case "VERSION" -> require(line, "2.0");
                case "CALSCALE" -> require(line, "GREGORIAN");
                case "METHOD" -> require(line, "PUBLISH");
                default -> {
                    if (!line.name().startsWith("X-") && !CALENDAR_PROPERTIES.contains(line.name())) {
                        unknown(line, CALENDAR_PROPERTIES);
                    }
                }
            }
        }
    }

    private static long number(ContentLine line) {
        return line.place() instanceof Place.Position at ? at.line() : 0;
    }

    private void require(ContentLine line, String value) {
        if (!line.value().strip().equalsIgnoreCase(value)) {
            problems.add(line.place(), "UNSUPPORTED_VALUE", line.value(), line.name() + ":" + value);
        }
    }

    private void unknown(ContentLine line, Set<String> known) {
        problems.add(
                line.place(),
                "UNKNOWN_PROPERTY",
                line.name(),
                "a property that is known, or X-" + line.name() + Suggestion.hint(line.name(), known));
    }

    private void duplicate(ContentLine line, Set<String> repeatable) {
        if (!repeatable.contains(line.name())) {
            problems.add(line.place(), "DUPLICATE_PROPERTY", line.name(), "each property once");
        }
    }

    private void event(ContentLine begin, List<ContentLine> lines) {
        Map<String, ContentLine> read = new HashMap<>();
        Map<String, ContentLine> summaries = new HashMap<>();
        for (ContentLine line : lines) {
            String name = line.name();
            if (name.equals("SUMMARY")) {
                String language = language(line);
                if (summaries.putIfAbsent(language, line) != null) {
                    problems.add(line.place(), "DUPLICATE_PROPERTY", name, "one summary in each language");
                }
            } else if (READ_PROPERTIES.contains(name)) {
                if (read.putIfAbsent(name, line) != null) {
                    duplicate(line, Set.of());
                }
            } else if (REFUSED_PROPERTIES.contains(name)) {
                problems.add(line.place(), "UNSUPPORTED_PROPERTY", name, "an event for each time, without " + name);
            } else if (!name.startsWith("X-") && !SKIPPED_PROPERTIES.contains(name)) {
                unknown(line, READ_PROPERTIES);
            }
        }
        uid(begin, read.get("UID"));
        if (read.containsKey("STATUS")) {
            require(read.get("STATUS"), "CONFIRMED");
        }
        if (summaries.isEmpty()) {
            problems.add(begin.place(), "MISSING_PROPERTY", "", "a property SUMMARY");
        }
        if (!read.containsKey("DTSTART")) {
            problems.add(begin.place(), "MISSING_PROPERTY", "", "a property DTSTART");
            return;
        }
        Optional<DayKind> kind = kind(read.get("X-HOTLINE-KIND"), summaries);
        Optional<LocalDate> start = date(read.get("DTSTART"));
        Optional<LocalDate> end = start.flatMap(s -> end(s, read.get("DTEND"), read.get("DURATION")));
        if (kind.isEmpty() || start.isEmpty() || end.isEmpty() || summaries.isEmpty()) {
            return;
        }
        Label name = name(summaries);
        if (name.zh().isEmpty() || name.en().isEmpty()) {
            problems.add(begin.place(), "MISSING_VALUE", "", "a summary that names the day");
            return;
        }
        String source = read.containsKey("URL") ? read.get("URL").value().strip() : "";
        Place place = read.get("DTSTART").place();
        for (LocalDate d = start.get(); d.isBefore(end.get()); d = d.plusDays(1)) {
            if (!WorkingCalendar.isInRange(d)) {
                problems.add(place, "BAD_DATE", d.toString(), DATE);
                return;
            }
            days.join(new SpecialDay(d, kind.get(), name, source), place);
        }
    }

    private void uid(ContentLine begin, @Nullable ContentLine uid) {
        if (uid == null || uid.value().isBlank()) {
            problems.add(begin.place(), "MISSING_PROPERTY", "", "a property UID");
        } else if (!uids.add(uid.value())) {
            problems.add(uid.place(), "DUPLICATE_ID", uid.value(), "a UID of its own");
        } else if (uids.size() > SpecialDay.MAX_ROWS) {
            problems.add(uid.place(), "LIMIT_EXCEEDED", "", "at most " + SpecialDay.MAX_ROWS + " events");
            problems.throwIfAny();
        }
    }

    private Optional<LocalDate> date(ContentLine line) {
        Matcher m = DATE_FORM.matcher(line.value().strip());
        if (line.parameter("VALUE").equalsIgnoreCase("DATE") && m.matches()) {
            try {
                LocalDate date = LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
                if (WorkingCalendar.isInRange(date)) {
                    return Optional.of(date);
                }
            } catch (DateTimeException noSuchDay) {
                // falls through to the problem
            }
            problems.add(line.place(), "BAD_DATE", line.value(), line.name() + " with " + DATE);
            return Optional.empty();
        }
        boolean timed = line.value().indexOf('T') >= 0;
        problems.add(line.place(), timed ? "TIMED_EVENT" : "BAD_DATE", line.value(), line.name() + " with " + DATE);
        return Optional.empty();
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    /** The first day after an event. */
    private Optional<LocalDate> end(LocalDate start, @Nullable ContentLine end, @Nullable ContentLine duration) {
        if (end != null && duration != null) {
            problems.add(duration.place(), "CONTRADICTION", duration.value(), "DTEND or DURATION, not both");
            return Optional.empty();
        }
        if (end != null) {
            Optional<LocalDate> date = date(end);
            if (date.isPresent()
                    && (!date.get().isAfter(start) || date.get().isAfter(start.plusDays(HolidayFeed.MAX_SPAN)))) {
                problems.add(
                        end.place(),
                        "BAD_END",
                        end.value(),
                        "the day after the last, after " + start + " by 1 to " + HolidayFeed.MAX_SPAN + " days");
                return Optional.empty();
            }
            return date;
        }
        if (duration == null) {
            return Optional.of(start.plusDays(1));
        }
        Matcher m = DURATION_FORM.matcher(duration.value().strip());
        int length = m.matches() ? number(m, 1) * (m.group(2).equals("W") ? 7 : 1) : 0;
        if (length < 1 || length > HolidayFeed.MAX_SPAN) {
            problems.add(
                    duration.place(),
                    "BAD_DURATION",
                    duration.value(),
                    "days or weeks such as P1D, at most " + HolidayFeed.MAX_SPAN + " days");
            return Optional.empty();
        }
        return Optional.of(start.plusDays(length));
    }

    private static String language(ContentLine line) {
        String language = line.parameter("LANGUAGE").toLowerCase(Locale.ROOT);
        return language.startsWith("zh") ? "zh" : language.startsWith("en") ? "en" : language;
    }

    /** What an event makes of its days; empty, with a problem, if it says two things. */
    private Optional<DayKind> kind(@Nullable ContentLine said, Map<String, ContentLine> summaries) {
        Map<DayKind, Place> kinds = new HashMap<>();
        if (said != null) {
            String text = said.value().strip();
            if (!text.equals("HOLIDAY") && !text.equals("WORKDAY")) {
                problems.add(said.place(), "UNKNOWN_VALUE", text, "HOLIDAY or WORKDAY");
                return Optional.empty();
            }
            kinds.put(DayKind.valueOf(text), said.place());
        }
        for (ContentLine summary : summaries.values()) {
            String text = text(summary.value());
            if (WORKED.matcher(text).find()) {
                kinds.put(DayKind.WORKDAY, summary.place());
            } else if (OFF.matcher(text).find()) {
                kinds.put(DayKind.HOLIDAY, summary.place());
            }
        }
        if (kinds.size() > 1) {
            Place place = said != null ? said.place() : Objects.requireNonNull(kinds.get(DayKind.WORKDAY));
            problems.add(place, "CONTRADICTION", "HOLIDAY and WORKDAY", "one kind of day an event");
            return Optional.empty();
        }
        return Optional.of(kinds.keySet().stream().findFirst().orElse(DayKind.HOLIDAY));
    }

    private static Label name(Map<String, ContentLine> summaries) {
        String other = summaries.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> bare(e.getValue()))
                .findFirst()
                .orElse("");
        String zh = summaries.containsKey("zh") ? bare(summaries.get("zh")) : other;
        String en = summaries.containsKey("en") ? bare(summaries.get("en")) : other;
        return Label.of(zh, en);
    }

    private static String bare(ContentLine summary) {
        String text = WORKED.matcher(text(summary.value())).replaceFirst("");
        return OFF.matcher(text).replaceFirst("").strip();
    }

    /** A text without its escapes. */
    private static String text(String value) {
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                char next = value.charAt(++i);
                text.append(next == 'n' || next == 'N' ? ' ' : next);
            } else {
                text.append(c);
            }
        }
        return text.toString().strip();
    }
}
