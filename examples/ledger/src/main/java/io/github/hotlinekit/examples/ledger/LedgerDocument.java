package io.github.hotlinekit.examples.ledger;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.directory.Department;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.taxonomy.Category;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.sla.clock.Lateness;
import io.github.hotlinekit.sla.clock.SlaReading;
import io.github.hotlinekit.stats.ledger.DataQuality;
import io.github.hotlinekit.stats.ledger.Figure;
import io.github.hotlinekit.stats.ledger.Grouping;
import io.github.hotlinekit.stats.ledger.LedgerRow;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.FactFault;
import io.github.hotlinekit.stats.metric.Metric;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Writes {@code ledger.json}, format {@code hotline-ledger/1}: the figures the SDK counted, and nothing it did not. */
final class LedgerDocument {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int PERCENT_DECIMALS = 1;
    private static final int DAYS_SHOWN_BY_DAY = 92;
    private static final Label NOT_LISTED = Label.of("来源未列类别", "kind not listed by the source");
    private static final Label NOT_CLASSIFIED = Label.of("未分类", "not classified");
    private static final Label NO_DEPARTMENT = Label.of("无承办单位", "no department");

    private final Input input;
    private final City city;
    private final Instant asOf;
    private final LedgerRun.Result result;
    private final long rowsRead;
    private final Faults faults;

    /**
     * What the ledger is made from.
     *
     * @param simulated whether the cases are made up
     */
    record Input(boolean simulated, String id, Label title, Label name, Label note) {}

    LedgerDocument(Input input, City city, Instant asOf, LedgerRun.Result result, long rowsRead, Faults faults) {
        this.input = input;
        this.city = city;
        this.asOf = asOf;
        this.result = result;
        this.rowsRead = rowsRead;
        this.faults = faults;
    }

    /** The document as text, the same for the same cases, ended by a line feed. */
    static String text(ObjectNode document) {
        try {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
            return MAPPER.writer(printer).writeValueAsString(document) + "\n";
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }

    ObjectNode toJson() {
        ZoneId zone = city.policy().zone();
        List<LedgerRow> days = result.ledger().rows(result.byDay());
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", "hotline-ledger/1");
        root.set("title", label(input.title()));
        ObjectNode from = root.putObject("input");
        from.put("type", input.simulated() ? "simulated" : "real");
        from.put("id", input.id());
        from.set("name", label(input.name()));
        from.set("note", label(input.note()));
        root.put("asOf", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(asOf.atZone(zone)));
        root.put("zone", zone.getId());
        root.put("from", days.isEmpty() ? null : days.get(0).key().get(0));
        root.put("to", days.isEmpty() ? null : days.get(days.size() - 1).key().get(0));
        ObjectNode documents = root.putObject("documents");
        documents.put("taxonomy", city.taxonomy().identity());
        documents.put("rules", city.rules().identity());
        documents.put("policy", city.policy().identity());
        documents.put("calendar", city.calendar().identity());
        ObjectNode rows = root.putObject("rows");
        rows.put("read", rowsRead);
        rows.put("counted", result.counted());
        rows.put("faulty", rowsRead - result.counted() - result.afterAsOf());
        rows.put("afterAsOf", result.afterAsOf());
        ArrayNode faultCounts = rows.putArray("faults");
        faults.counts()
                .forEach((code, count) ->
                        faultCounts.addObject().put("code", code).put("count", count));
        root.set("quality", quality(result.quality()));
        ObjectNode routing = root.putObject("routing");
        routing.put("stated", result.stated());
        routing.put("agreed", result.agreed());
        ArrayNode metrics = root.putArray("metrics");
        Metric.standard().forEach(m -> metrics.add(metric(m)));
        root.set("published", input.simulated() ? published() : MAPPER.createArrayNode());
        root.set("total", figures(total()));
        ArrayNode periods = root.putArray("byPeriod");
        for (LedgerRow row : periodRows(days)) {
            periods.addObject().put("key", row.key().get(0)).set("figures", figures(row));
        }
        ArrayNode kinds = root.putArray("byKind");
        for (LedgerRow row : byVolume(LedgerRun.BY_KIND)) {
            group(kinds, row, kindName(row.key().get(0)));
        }
        ArrayNode categories = root.putArray("byCategory");
        for (LedgerRow row : byVolume(LedgerRun.BY_CATEGORY)) {
            group(categories, row, categoryName(row.key().get(0)));
        }
        ArrayNode departments = root.putArray("byDepartment");
        for (LedgerRow row : byVolume(LedgerRun.BY_DEPARTMENT)) {
            group(departments, row, departmentName(row.key().get(0)));
        }
        ObjectNode overdue = root.putObject("openOverdue");
        overdue.put("count", result.overdue());
        ArrayNode listed = overdue.putArray("listed");
        for (LedgerRun.OverdueCase late : result.listed()) {
            listed.add(overdue(late, zone));
        }
        ArrayNode problems = root.putArray("faultsListed");
        faults.listed().forEach(p -> problems.add(problem(p)));
        return root;
    }

    /** With those that no case has, so that it can be told what was looked for. */
    private static ObjectNode quality(DataQuality quality) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("checked", quality.facts());
        node.put("faulty", quality.faulty());
        ArrayNode found = node.putArray("faults");
        for (FactFault fault : FactFault.values()) {
            ObjectNode one = found.addObject().put("code", fault.code());
            one.set("name", label(fault.label()));
            one.put("count", quality.count(fault));
            ArrayNode examples = one.putArray("examples");
            quality.examples(fault).forEach(number -> examples.add(number.value()));
        }
        return node;
    }

    private LedgerRow total() {
        return result.ledger().row(LedgerRun.TOTAL, List.of());
    }

    private List<LedgerRow> periodRows(List<LedgerRow> days) {
        if (days.isEmpty()) {
            return days;
        }
        LocalDate first = LocalDate.parse(days.get(0).key().get(0));
        LocalDate last = LocalDate.parse(days.get(days.size() - 1).key().get(0));
        return ChronoUnit.DAYS.between(first, last) < DAYS_SHOWN_BY_DAY
                ? days
                : result.ledger().rows(result.byMonth());
    }

    private List<LedgerRow> byVolume(Grouping grouping) {
        return result.ledger().rows(grouping).stream()
                .sorted(Comparator.comparingLong(LedgerRow::volume)
                        .reversed()
                        .thenComparing(row -> row.key().get(0)))
                .toList();
    }

    private static void group(ArrayNode into, LedgerRow row, Label name) {
        ObjectNode group = into.addObject();
        group.put("key", row.key().get(0));
        group.set("name", label(name));
        group.set("figures", figures(row));
    }

    private Label kindName(String code) {
        CaseKind kind = CaseKind.valueOf(code.toUpperCase(java.util.Locale.ROOT));
        return kind == CaseKind.OTHER && input.simulated() ? NOT_LISTED : kind.label();
    }

    private Label categoryName(String code) {
        return code.isEmpty()
                ? NOT_CLASSIFIED
                : city.taxonomy()
                        .find(CategoryCode.of(code))
                        .map(Category::name)
                        .orElse(Label.of(code, code));
    }

    private Label departmentName(String code) {
        return code.isEmpty()
                ? NO_DEPARTMENT
                : city.directory()
                        .find(DepartmentCode.of(code))
                        .map(Department::name)
                        .orElse(Label.of(code, code));
    }

    private ObjectNode overdue(LedgerRun.OverdueCase overdue, ZoneId zone) {
        CaseFact fact = overdue.fact();
        SlaReading reading = overdue.reading();
        // The last instant in time is the day that people call the due day.
        LocalDate due =
                reading.lateFrom().orElseThrow().minusNanos(1).atZone(zone).toLocalDate();
        ObjectNode node = MAPPER.createObjectNode();
        node.put("number", fact.number().value());
        node.put("receivedOn", fact.received().atZone(zone).toLocalDate().toString());
        node.set("kind", label(kindName(fact.kind().code())));
        node.set(
                "category",
                label(categoryName(fact.category().map(CategoryCode::value).orElse(""))));
        node.set(
                "department",
                label(departmentName(fact.lead().map(DepartmentCode::value).orElse(""))));
        node.put("dueOn", due.toString());
        Lateness late = city.clock().lateness(reading, asOf.minusNanos(1));
        node.put("daysLate", late.calendarDays());
        node.put("workingDaysLate", late.workingDays());
        return node;
    }

    private ArrayNode published() {
        ArrayNode published = MAPPER.createArrayNode();
        published(published, "calls", Label.of("来电", "calls"), PublishedFigures.CALLS, total().volume());
        published(
                published,
                "consultations",
                Label.of("民生咨询", "consultations"),
                PublishedFigures.CONSULTATIONS,
                volume(CaseKind.CONSULTATION));
        published(
                published,
                "complaintsAndReports",
                Label.of("投诉举报", "complaints and reports"),
                PublishedFigures.COMPLAINTS_AND_REPORTS,
                volume(CaseKind.COMPLAINT) + volume(CaseKind.REPORT));
        published(
                published,
                "suggestions",
                Label.of("建言献策", "suggestions"),
                PublishedFigures.SUGGESTIONS,
                volume(CaseKind.SUGGESTION));
        published(
                published,
                "notListed",
                Label.of("来源未列类别（总数减去所列三类）", "of kinds the source does not list (calls less the three kinds)"),
                PublishedFigures.UNLISTED_KINDS,
                volume(CaseKind.OTHER));
        published(
                published,
                "completion",
                Label.of("办结率", "completion rate"),
                PublishedFigures.COMPLETION_PERCENT,
                percent("completion"));
        published(
                published,
                "satisfaction",
                Label.of("满意率", "satisfaction rate"),
                PublishedFigures.SATISFACTION_PERCENT,
                percent("satisfaction"));
        return published;
    }

    private long volume(CaseKind kind) {
        return result.ledger().row(LedgerRun.BY_KIND, List.of(kind.code())).volume();
    }

    private Optional<BigDecimal> percent(String metric) {
        return total().figure(metric).ratio().percent(PERCENT_DECIMALS);
    }

    private static void published(ArrayNode into, String id, Label name, long published, long computed) {
        published(into, id, name, BigDecimal.valueOf(published), Optional.of(BigDecimal.valueOf(computed)));
    }

    private static void published(
            ArrayNode into, String id, Label name, BigDecimal published, Optional<BigDecimal> computed) {
        ObjectNode node = into.addObject();
        node.put("id", id);
        node.set("name", label(name));
        node.put("published", published.toPlainString());
        node.put("computed", computed.map(BigDecimal::toPlainString).orElse(null));
        node.put("equal", computed.filter(c -> c.compareTo(published) == 0).isPresent());
    }

    private static ObjectNode figures(LedgerRow row) {
        ObjectNode figures = MAPPER.createObjectNode();
        figures.putObject("volume").put("count", row.volume());
        for (Metric metric : Metric.standard()) {
            Figure figure = row.figure(metric.id());
            ObjectNode node = figures.putObject(metric.id());
            node.put("numerator", figure.ratio().numerator());
            node.put("denominator", figure.ratio().denominator());
            node.put(
                    "percent",
                    figure.ratio()
                            .percent(PERCENT_DECIMALS)
                            .map(BigDecimal::toPlainString)
                            .orElse(null));
            ObjectNode excluded = node.putObject("excluded");
            figure.excluded().forEach(excluded::put);
        }
        return figures;
    }

    private static ObjectNode metric(Metric metric) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", metric.id());
        node.set("name", label(metric.name()));
        node.set("numerator", label(metric.numerator()));
        node.set("denominator", label(metric.denominator()));
        node.set("basis", label(metric.basis().label()));
        node.set("source", label(metric.source()));
        ArrayNode exclusions = node.putArray("exclusions");
        metric.exclusions()
                .forEach(e -> exclusions.addObject().put("id", e.id()).set("name", label(e.name())));
        return node;
    }

    private static ObjectNode problem(Problem problem) {
        ObjectNode node = MAPPER.createObjectNode();
        if (problem.place() instanceof Place.Cell cell) {
            node.put("line", cell.line()).put("column", cell.column()).put("header", cell.header());
        } else {
            node.put("place", problem.place().toString());
        }
        return node.put("code", problem.code()).put("value", problem.value()).put("expected", problem.expected());
    }

    private static ObjectNode label(Label label) {
        return MAPPER.createObjectNode().put("zh", label.zh()).put("en", label.en());
    }
}
