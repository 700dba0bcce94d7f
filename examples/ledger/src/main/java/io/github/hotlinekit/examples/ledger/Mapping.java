package io.github.hotlinekit.examples.ledger;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.cases.Step;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Utf8;
import io.github.hotlinekit.core.json.JsonPart;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A column mapping document, {@code hotline-mapping/1}: how to read one city's export, and which
 * documents (departments, rules, policy, calendar) go with it.
 */
record Mapping(
        String id,
        Label title,
        Label note,
        ZoneId zone,
        String number,
        TimeColumn received,
        Optional<TimeColumn> closed,
        Optional<TimeColumn> dispatched,
        Optional<TimeColumn> promised,
        ValueMap<CaseKind> kind,
        ValueMap<Channel> channel,
        ValueMap<CategoryCode> category,
        ValueMap<Ending> ending,
        ValueMap<DepartmentCode> department,
        String departments,
        String rules,
        String policy,
        CalendarPart calendar) {

    static final String FORMAT = "hotline-mapping/1";

    private static final int MAX_TEXT = 2_000;
    private static final int MAX_NAME = 256;

    /** A column that tells an instant. */
    record TimeColumn(String column, Timestamps format) {}

    /** The calendar that fits the data's place: its span and its layers of special days, the last one winning. */
    record CalendarPart(
            String id, String version, LocalDate first, LocalDate last, LocalDate settledUntil, List<String> days) {}

    static Mapping read(String source, InputStream in) throws IOException {
        Problems problems = Problems.of(source);
        Optional<JsonPart> root = JsonPart.read(Utf8.reader(in), problems);
        Optional<Mapping> mapping = root.flatMap(Mapping::from);
        problems.throwIfAny();
        return mapping.orElseThrow();
    }

    private static Optional<Mapping> from(JsonPart root) {
        root.allow(
                "format",
                "id",
                "title",
                "publishedAt",
                "licence",
                "note",
                "zone",
                "columns",
                "taxonomy",
                "departments",
                "rules",
                "policy",
                "calendar");
        Optional<String> format = root.requiredText("format", MAX_NAME);
        format.filter(f -> !f.equals(FORMAT))
                .ifPresent(f -> root.problems().add(root.at("format"), "UNKNOWN_FORMAT", f, FORMAT));
        root.text("taxonomy")
                .filter(t -> !t.equals("12345-default"))
                .ifPresent(t -> root.problems().add(root.at("taxonomy"), "UNKNOWN_VALUE", t, "12345-default"));
        Optional<String> id = root.requiredText("id", MAX_NAME);
        Optional<Label> title = label(root, "title");
        Optional<Label> note = label(root, "note");
        root.requiredText("zone", MAX_NAME);
        Optional<ZoneId> zone = root.parsed("zone", ZoneId::of, "UNKNOWN_ZONE", "a time zone such as America/New_York");
        Optional<String> departments = root.requiredText("departments", MAX_NAME);
        Optional<String> rules = root.requiredText("rules", MAX_NAME);
        Optional<String> policy = root.requiredText("policy", MAX_NAME);
        Optional<CalendarPart> calendar = root.requiredObject("calendar").flatMap(Mapping::calendar);
        Optional<JsonPart> columns = root.requiredObject("columns");
        if (columns.isEmpty() || zone.isEmpty()) {
            return Optional.empty();
        }
        JsonPart parts = columns.get();
        parts.allow(
                "number",
                "received",
                "closed",
                "dispatched",
                "promised",
                "kind",
                "channel",
                "category",
                "ending",
                "department");
        Optional<String> number = parts.requiredObject("number").flatMap(Mapping::column);
        parts.requiredObject("received");
        Optional<TimeColumn> received = time(parts, "received", zone.get());
        Optional<TimeColumn> closed = time(parts, "closed", zone.get());
        Optional<TimeColumn> dispatched = time(parts, "dispatched", zone.get());
        Optional<TimeColumn> promised = time(parts, "promised", zone.get());
        ValueMap<CaseKind> kind = values(parts, "kind", named(CaseKind.values(), CaseKind::code));
        ValueMap<Channel> channel = values(parts, "channel", named(Channel.values(), Channel::code));
        ValueMap<CategoryCode> category = values(parts, "category", CategoryCode::of);
        ValueMap<Ending> ending = values(parts, "ending", named(Ending.values(), Ending::code));
        ValueMap<DepartmentCode> department = values(parts, "department", DepartmentCode::of);
        requireOtherwise(parts, "kind", kind);
        requireOtherwise(parts, "channel", channel);
        if (!root.problems().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Mapping(
                id.orElseThrow(),
                title.orElseThrow(),
                note.orElseThrow(),
                zone.get(),
                number.orElseThrow(),
                received.orElseThrow(),
                closed,
                dispatched,
                promised,
                kind,
                channel,
                category,
                ending,
                department,
                departments.orElseThrow(),
                rules.orElseThrow(),
                policy.orElseThrow(),
                calendar.orElseThrow()));
    }

    private static Optional<Label> label(JsonPart part, String name) {
        return part.requiredObject(name).flatMap(label -> {
            label.allow("zh", "en");
            Optional<String> zh = label.requiredText("zh", MAX_TEXT);
            Optional<String> en = label.requiredText("en", MAX_TEXT);
            return zh.flatMap(z -> en.map(e -> Label.of(z, e)));
        });
    }

    private static Optional<CalendarPart> calendar(JsonPart part) {
        part.allow("id", "version", "first", "last", "settledUntil", "days");
        Optional<String> id = part.requiredText("id", MAX_NAME);
        Optional<String> version = part.requiredText("version", MAX_NAME);
        Optional<LocalDate> first = date(part, "first");
        Optional<LocalDate> last = date(part, "last");
        Optional<LocalDate> settled = date(part, "settledUntil");
        List<String> days =
                part.texts("days").stream().map(JsonPart.Text::value).toList();
        if (!part.has("days")) {
            part.missing("days");
        }
        if (id.isEmpty() || version.isEmpty() || first.isEmpty() || last.isEmpty() || settled.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CalendarPart(id.get(), version.get(), first.get(), last.get(), settled.get(), days));
    }

    private static Optional<LocalDate> date(JsonPart part, String name) {
        part.requiredText(name, MAX_NAME);
        return part.parsed(name, LocalDate::parse, "BAD_DATE", "a date such as 2026-01-31");
    }

    private static Optional<String> column(JsonPart part) {
        part.allow("column");
        return part.requiredText("column", MAX_NAME);
    }

    private static Optional<TimeColumn> time(JsonPart parts, String name, ZoneId zone) {
        return parts.object(name).flatMap(part -> {
            part.allow("column", "formats");
            Optional<String> column = part.requiredText("column", MAX_NAME);
            if (!part.has("formats")) {
                part.missing("formats");
            }
            List<String> formats = part.parsedList(
                    "formats",
                    f -> {
                        Timestamps.of(List.of(f), zone);
                        return f;
                    },
                    "BAD_FORMAT",
                    "a pattern such as yyyy-MM-dd HH:mm:ss, epochMillis or epochSeconds");
            return column.map(c -> new TimeColumn(c, Timestamps.of(formats, zone)));
        });
    }

    private static <T> ValueMap<T> values(JsonPart parts, String name, Function<String, T> parse) {
        Optional<JsonPart> given = parts.object(name);
        if (given.isEmpty()) {
            return new ValueMap<>(List.of(), Map.of(), Optional.empty());
        }
        JsonPart part = given.get();
        part.allow("column", "columns", "map", "otherwise");
        List<String> columns = new ArrayList<>();
        part.text("column").ifPresent(columns::add);
        part.texts("columns").forEach(t -> columns.add(t.value()));
        Map<String, T> map = new LinkedHashMap<>();
        part.object("map").ifPresent(entries -> {
            for (String key : entries.names()) {
                entries.parsed(key, parse, "UNKNOWN_VALUE", "a " + name + " of this SDK")
                        .ifPresent(v -> map.put(key, v));
            }
        });
        if (!map.isEmpty() && columns.isEmpty()) {
            part.missing("columns");
        }
        return new ValueMap<>(
                columns, map, part.parsed("otherwise", parse, "UNKNOWN_VALUE", "a " + name + " of this SDK"));
    }

    private static <T> Function<String, T> named(T[] values, Function<T, String> code) {
        return text -> Arrays.stream(values)
                .filter(v -> code.apply(v).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static void requireOtherwise(JsonPart parts, String name, ValueMap<?> map) {
        if (map.otherwise().isEmpty()) {
            Place place = parts.at(name);
            parts.problems()
                    .add(place, "MISSING_PROPERTY", "", "a property otherwise, so that every row has a " + name);
        }
    }

    /** The steps that the export records: a step whose instant it does not tell is not recorded. */
    Set<Step> steps() {
        return dispatched.isPresent() ? Set.of(Step.DISPATCH) : Set.of();
    }

    /** The columns that the export must have for a row to be read at all. */
    List<String> requiredColumns() {
        return List.of(number, received.column());
    }

    /** The columns that are read where the export has them. */
    List<String> optionalColumns() {
        List<String> columns = new ArrayList<>();
        closed.ifPresent(c -> columns.add(c.column()));
        dispatched.ifPresent(c -> columns.add(c.column()));
        promised.ifPresent(c -> columns.add(c.column()));
        for (ValueMap<?> map : List.of(kind, channel, category, ending, department)) {
            columns.addAll(map.columns());
        }
        return columns.stream().distinct().toList();
    }
}
