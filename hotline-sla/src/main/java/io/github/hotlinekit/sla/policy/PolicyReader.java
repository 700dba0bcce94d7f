package io.github.hotlinekit.sla.policy;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Utf8;
import io.github.hotlinekit.core.json.JsonPart;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.sla.calendar.OpeningHours;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a policy document. What its author overlooked is told with what could not be read. */
final class PolicyReader {

    private static final List<TargetKind> TARGETS = List.of(
            TargetKind.COMPLETE, TargetKind.SIGN_FOR, TargetKind.RETURN, TargetKind.FIRST_CONTACT, TargetKind.CALLBACK);

    private final JsonPart root;
    private final Problems problems;
    private final Map<String, OpeningHours> hours = new LinkedHashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    /** Found while reading, and told after what could not be read. */
    private final List<Problem> overlooked = new ArrayList<>();

    private PolicyReader(JsonPart root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    static Optional<SlaPolicy> read(InputStream in, Problems problems) throws IOException {
        return JsonPart.read(Utf8.reader(in), problems).flatMap(root -> new PolicyReader(root, problems).policy());
    }

    private Optional<SlaPolicy> policy() {
        root.allow("format", "id", "version", "zone", "source", "hours", "reclassification", "rows");
        root.requiredText("format", SlaPolicy.MAX_TEXT)
                .filter(f -> !f.equals(SlaPolicyJson.FORMAT))
                .ifPresent(f -> problems.add(root.at("format"), "UNKNOWN_FORMAT", f, SlaPolicyJson.FORMAT));
        Optional<String> id = root.requiredText("id", SlaPolicy.MAX_TEXT);
        Optional<String> version = root.requiredText("version", SlaPolicy.MAX_TEXT);
        Optional<String> source = root.requiredText("source", SlaPolicy.MAX_SOURCE);
        Optional<ZoneId> zone = root.requiredText("zone", SlaPolicy.MAX_TEXT)
                .flatMap(z -> root.parsed("zone", ZoneId::of, "UNKNOWN_ZONE", "a time zone such as Asia/Shanghai"));
        root.object("hours").ifPresent(this::hours);
        Optional<Reclassification> reclassification =
                root.oneOf("reclassification", List.of(Reclassification.values()), Reclassification::code);
        List<JsonPart> parts = root.requiredObjects("rows");
        if (parts.size() > SlaPolicy.MAX_ROWS) {
            problems.add(root.at("rows"), "LIMIT_EXCEEDED", "", "at most " + SlaPolicy.MAX_ROWS + " rows");
            return Optional.empty();
        }
        List<PlacedRow> rows = new ArrayList<>();
        for (JsonPart part : parts) {
            row(part).ifPresent(rows::add);
        }
        Optional<SlaPolicy> policy = Optional.empty();
        if (problems.isEmpty()) {
            SlaPolicy whole = new SlaPolicy(
                    id.orElseThrow(),
                    version.orElseThrow(),
                    zone.orElseThrow(),
                    source.orElseThrow(),
                    hours,
                    reclassification.orElse(Reclassification.KEEPS_LATE),
                    rows.stream().map(PlacedRow::row).toList());
            new PolicyLint(problems.source(), overlooked)
                    .rowsAndHours(whole, index -> rows.get(index).place());
            policy = Optional.of(whole);
        }
        overlooked.forEach(problems::add);
        return problems.isEmpty() ? policy : Optional.empty();
    }

    private record PlacedRow(PolicyRow row, String place) {}

    private void hours(JsonPart part) {
        for (String name : part.names()) {
            if (name.startsWith(SlaPolicyJson.NOTE)) {
                continue;
            }
            if (name.isBlank() || name.length() > SlaPolicy.MAX_TEXT) {
                problems.add(
                        part.at(name),
                        "BAD_NAME",
                        name,
                        "a name that is not blank, of at most " + SlaPolicy.MAX_TEXT + " characters");
            }
            part.object(name).ifPresent(h -> hours.put(name, HoursForm.read(h)));
        }
    }

    private Optional<PlacedRow> row(JsonPart part) {
        part.allow("id", "when", "targets");
        Optional<String> id = part.requiredText("id", SlaPolicy.MAX_TEXT);
        String place = pointer(part.place());
        id.ifPresent(i -> {
            String before = ids.putIfAbsent(i, place);
            if (before != null) {
                problems.add(part.at("id"), "DUPLICATE_ID", i, "an id of its own; " + before + " has it already");
            }
        });
        RowCondition when = part.object("when").map(this::condition).orElse(RowCondition.ALWAYS);
        List<SlaTarget> targets =
                part.requiredObject("targets").map(this::targets).orElse(List.of());
        return id.map(i -> new PlacedRow(new PolicyRow(i, when, targets), place));
    }

    private RowCondition condition(JsonPart part) {
        part.allow(
                "kind",
                "category",
                "priority",
                "area",
                "channel",
                "department",
                SlaPolicyJson.RECEIVED_FROM,
                SlaPolicyJson.RECEIVED_BEFORE);
        RowCondition.Builder when = RowCondition.builder();
        when.addAllKinds(part.someOf("kind", List.of(CaseKind.values()), CaseKind::code));
        when.addAllPriorities(part.someOf("priority", List.of(Priority.values()), Priority::code));
        when.addAllChannels(part.someOf("channel", List.of(Channel.values()), Channel::code));
        when.addAllCategories(
                part.parsedList("category", CategoryCode::of, "BAD_CODE", "a category code such as 03.02"));
        when.addAllAreas(part.parsedList("area", AreaCode::of, "BAD_CODE", "an area code such as 350581"));
        when.addAllDepartments(
                part.parsedList("department", DepartmentCode::of, "BAD_CODE", "a department code such as ZJJ"));
        Optional<LocalDate> from = date(part, SlaPolicyJson.RECEIVED_FROM);
        Optional<LocalDate> before = date(part, SlaPolicyJson.RECEIVED_BEFORE);
        if (from.isPresent() && before.isPresent() && !from.get().isBefore(before.get())) {
            problems.add(
                    part.at(SlaPolicyJson.RECEIVED_BEFORE),
                    "CONTRADICTION",
                    before.get().toString(),
                    "a day after receivedFrom, " + from.get());
            return RowCondition.ALWAYS;
        }
        return when.receivedFrom(from).receivedBefore(before).build();
    }

    private static Optional<LocalDate> date(JsonPart part, String name) {
        return part.parsed(
                name,
                text -> SlaPolicyJson.date(text).orElseThrow(() -> new IllegalArgumentException(text)),
                "BAD_DATE",
                SlaPolicyJson.DATE);
    }

    private List<SlaTarget> targets(JsonPart part) {
        part.allow(TARGETS.stream().map(TargetKind::code).toArray(String[]::new));
        if (!part.names().contains(TargetKind.COMPLETE.code())) {
            part.missing(TargetKind.COMPLETE.code());
        }
        PolicyLint lint = new PolicyLint(problems.source(), overlooked);
        List<SlaTarget> targets = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (TargetKind kind : TARGETS) {
            List<JsonPart> parts = part.isList(kind.code())
                    ? part.objects(kind.code())
                    : part.object(kind.code()).stream().toList();
            Map<ClockStart, String> starts = new HashMap<>();
            for (JsonPart one : parts) {
                Optional<SlaTarget> target = TargetForm.read(kind, one);
                if (target.isEmpty()) {
                    continue;
                }
                TargetForm.checkHours(target.get(), one, hours.keySet());
                String place = pointer(one.place());
                String before = starts.putIfAbsent(target.get().start(), place);
                if (before != null) {
                    problems.add(
                            one.at(TargetForm.START),
                            "DUPLICATE_TARGET",
                            target.get().start().code(),
                            "a start of its own; " + before + " has it already");
                    continue;
                }
                targets.add(target.get());
                places.add(place);
            }
        }
        lint.targets(targets, places::get);
        return targets;
    }

    private static String pointer(Place place) {
        return place instanceof Place.Pointer at ? at.pointer() : "";
    }
}
