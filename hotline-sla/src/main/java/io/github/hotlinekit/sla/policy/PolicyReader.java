package io.github.hotlinekit.sla.policy;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Utf8;
import io.github.hotlinekit.core.json.JsonPart;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a policy document and looks for rows and kinds that its author has overlooked. */
final class PolicyReader {

    static final String FORMAT = "hotline-sla-policy/1";

    private static final int MAX_ID = 64;
    private static final int MAX_SOURCE = 2_000;
    private static final List<TargetKind> TARGETS = List.of(TargetKind.COMPLETE, TargetKind.SIGN_FOR);

    private PolicyReader() {}

    static Optional<SlaPolicy> read(InputStream in, Problems problems) throws IOException {
        Optional<JsonPart> root = JsonPart.read(Utf8.reader(in), problems);
        return root.flatMap(r -> policy(r, problems));
    }

    private static Optional<SlaPolicy> policy(JsonPart root, Problems problems) {
        root.allow("format", "id", "version", "zone", "source", "rows");
        root.requiredText("format", MAX_ID)
                .filter(f -> !f.equals(FORMAT))
                .ifPresent(f -> problems.add(root.at("format"), "UNKNOWN_FORMAT", f, FORMAT));
        Optional<String> id = root.requiredText("id", MAX_ID);
        Optional<String> version = root.requiredText("version", MAX_ID);
        Optional<String> source = root.requiredText("source", MAX_SOURCE);
        Optional<ZoneId> zone = root.requiredText("zone", MAX_ID)
                .flatMap(z -> root.parsed("zone", ZoneId::of, "UNKNOWN_ZONE", "a time zone such as Asia/Shanghai"));
        if (!root.has("rows")) {
            root.missing("rows");
        }
        List<JsonPart> parts = root.objects("rows");
        if (parts.size() > SlaPolicy.MAX_ROWS) {
            problems.add(root.at("rows"), "LIMIT_EXCEEDED", "", "at most " + SlaPolicy.MAX_ROWS + " rows");
            return Optional.empty();
        }
        List<PolicyRow> rows = new ArrayList<>();
        List<JsonPart> places = new ArrayList<>();
        Map<String, String> ids = new HashMap<>();
        for (JsonPart part : parts) {
            row(part, ids).ifPresent(row -> {
                rows.add(row);
                places.add(part);
            });
        }
        if (problems.isEmpty()) {
            unreachable(rows, places);
            gaps(rows, root);
        }
        return problems.isEmpty()
                ? Optional.of(new SlaPolicy(
                        id.orElseThrow(),
                        version.orElseThrow(),
                        zone.orElseThrow(),
                        source.orElseThrow(),
                        Map.of(),
                        Reclassification.KEEPS_LATE,
                        rows))
                : Optional.empty();
    }

    private static Optional<PolicyRow> row(JsonPart part, Map<String, String> ids) {
        part.allow("id", "when", "targets");
        Optional<String> id = part.requiredText("id", MAX_ID);
        id.ifPresent(i -> {
            String before = ids.putIfAbsent(i, part.place().toString());
            if (before != null) {
                part.problems()
                        .add(part.at("id"), "DUPLICATE_ID", i, "an id of its own; " + before + " has it already");
            }
        });
        RowCondition.Builder when = RowCondition.builder();
        part.object("when").ifPresent(w -> {
            w.allow("kind", "category");
            when.addAllKinds(w.someOf("kind", List.of(CaseKind.values()), CaseKind::code));
            when.addAllCategories(
                    w.parsedList("category", CategoryCode::of, "BAD_CODE", "a category code such as 03.02"));
        });
        Optional<JsonPart> targets = part.requiredObject("targets");
        if (id.isEmpty() || targets.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PolicyRow(id.get(), when.build(), targets(targets.get())));
    }

    private static List<SlaTarget> targets(JsonPart part) {
        part.allow(TARGETS.stream().map(TargetKind::code).toArray(String[]::new));
        part.requiredObject(TargetKind.COMPLETE.code());
        List<SlaTarget> targets = new ArrayList<>();
        for (TargetKind kind : TARGETS) {
            part.object(kind.code()).flatMap(t -> target(kind, t)).ifPresent(targets::add);
        }
        return targets;
    }

    private static Optional<SlaTarget> target(TargetKind kind, JsonPart part) {
        part.allow("limit", "due");
        Optional<TimeLimit> limit = part.requiredText("limit", MAX_ID)
                .flatMap(t -> part.parsed(
                        "limit",
                        TimeLimit::parse,
                        "BAD_LIMIT",
                        "a limit such as 3wd, 7d, 24h or 30m, of at most " + TimeLimit.MAX_DAYS + " days"));
        Optional<DueMoment> due = part.oneOf("due", List.of(DueMoment.values()), DueMoment::code);
        if (limit.isEmpty()) {
            return Optional.empty();
        }
        if (limit.get() instanceof TimeLimit.Elapsed
                && due.filter(d -> d != DueMoment.SAME_TIME).isPresent()) {
            part.problems()
                    .add(part.at("due"), "CONTRADICTION", "endOfDay", "sameTime, as the limit is in elapsed time");
            return Optional.empty();
        }
        SlaTarget usual = SlaTarget.of(kind, limit.get());
        return Optional.of(due.map(usual::withDue).orElse(usual));
    }

    private static void unreachable(List<PolicyRow> rows, List<JsonPart> places) {
        for (int later = 1; later < rows.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (rows.get(earlier).when().equals(rows.get(later).when())) {
                    JsonPart place = places.get(later);
                    place.problems()
                            .add(
                                    place.place(),
                                    "UNREACHABLE_ROW",
                                    rows.get(later).id(),
                                    "a row that some case reaches; row "
                                            + rows.get(earlier).id() + " before it takes all of its cases");
                    break;
                }
            }
        }
    }

    private static void gaps(List<PolicyRow> rows, JsonPart root) {
        for (CaseKind kind : CaseKind.values()) {
            boolean covered = rows.stream()
                    .anyMatch(
                            r -> r.when().kinds().isEmpty() || r.when().kinds().contains(kind));
            if (!covered) {
                root.problems()
                        .add(
                                root.at("rows"),
                                "NO_TARGET",
                                kind.code(),
                                "a row without a category for every kind, so that every case has a limit");
            }
        }
    }
}
