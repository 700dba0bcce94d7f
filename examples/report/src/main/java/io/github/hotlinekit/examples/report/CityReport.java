package io.github.hotlinekit.examples.report;

import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.Department;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.taxonomy.Category;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.examples.ledger.CityCases;
import io.github.hotlinekit.stats.ledger.DataQuality;
import io.github.hotlinekit.stats.ledger.Ledger;
import io.github.hotlinekit.stats.ledger.LedgerSnapshot;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.FactCheck;
import io.github.hotlinekit.stats.metric.TimeBasis;
import io.github.hotlinekit.stats.report.ListedCase;
import io.github.hotlinekit.stats.report.Report;
import io.github.hotlinekit.stats.report.ReportInput;
import io.github.hotlinekit.stats.report.ReportNames;
import io.github.hotlinekit.stats.report.ReportOptions;
import io.github.hotlinekit.stats.report.ReportPeriod;
import io.github.hotlinekit.stats.report.Theme;
import io.github.hotlinekit.stats.report.ValueText;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A city's cases, counted for a report of one period, and the report in either language. */
final class CityReport {

    private final CityCases city;
    private final Instant asOf;
    private final ReportPeriod period;
    private final CityCases.Read read;
    private final LedgerSnapshot snapshot;
    private final DataQuality quality;
    private final List<Late> late;
    private final List<CaseFact> unresolved;

    /** An open case and the first instant at which it was late. */
    private record Late(CaseFact fact, Instant from) {}

    private CityReport(
            CityCases city,
            Instant asOf,
            ReportPeriod period,
            CityCases.Read read,
            LedgerSnapshot snapshot,
            DataQuality quality,
            List<Late> late,
            List<CaseFact> unresolved) {
        this.city = city;
        this.asOf = asOf;
        this.period = period;
        this.read = read;
        this.snapshot = snapshot;
        this.quality = quality;
        this.late = late;
        this.unresolved = unresolved;
    }

    /** Reads and counts the cases. Those named and checked are those received in the period. */
    static CityReport of(CityCases city, Instant asOf, ReportPeriod period) throws IOException {
        Ledger ledger = Ledger.of(Report.ledgerSpec(
                        city.zone(),
                        city.calendar(),
                        period.theme().stream().map(Theme::dimension).toList())
                .withMetrics(Report.byOtherInstants()));
        DataQuality.Builder quality = DataQuality.builder(FactCheck.of(asOf, city.taxonomy(), city.directory()));
        List<Late> late = new ArrayList<>();
        List<CaseFact> unresolved = new ArrayList<>();
        CityCases.Read read = city.read(asOf, counted -> {
            CaseFact fact = counted.fact();
            ledger.add(fact);
            if (!isOf(fact, period, city)) {
                return;
            }
            quality.add(fact);
            counted.overdue().flatMap(o -> o.lateFrom()).ifPresent(from -> late.add(new Late(fact, from)));
            if (fact.outcome().state() == CaseState.CLOSED
                    && fact.outcome().resolution().equals(Optional.of(Resolution.NO))) {
                unresolved.add(fact);
            }
        });
        late.sort(Comparator.comparing(Late::from).thenComparing(l -> l.fact().number()));
        unresolved.sort(Comparator.comparing(CaseFact::received).reversed().thenComparing(CaseFact::number));
        return new CityReport(city, asOf, period, read, ledger.snapshot(), quality.build(), late, unresolved);
    }

    private static boolean isOf(CaseFact fact, ReportPeriod period, CityCases city) {
        return period.window().contains(fact.received().atZone(city.zone()).toLocalDate())
                && period.theme()
                        .filter(t ->
                                !t.dimension().keys(fact, TimeBasis.RECEIVED).contains(t.key()))
                        .isEmpty();
    }

    CityCases.Read read() {
        return read;
    }

    /** How many cases were received in the period, of the theme if there is one. */
    long cases() {
        return quality.facts();
    }

    Edition edition(Language language, ReportOptions options) {
        ReportNames names = new ReportNames(this::category, this::department, this::area);
        ReportInput input = ReportInput.of(snapshot, city.zone(), city.calendar(), asOf)
                .withNames(names)
                .withOptions(options)
                .withLists(
                        late.stream()
                                .limit(options.top())
                                .map(l -> listed(l, language))
                                .toList(),
                        unresolved.stream()
                                .limit(options.top())
                                .map(f -> listed(f, language))
                                .toList(),
                        List.of())
                .withQuality(quality);
        return new Edition(Report.of(period, input), language, city.title(), city.note());
    }

    private ListedCase listed(Late overdue, Language language) {
        long days = Duration.between(overdue.from(), asOf).toDays();
        return new ListedCase(
                overdue.fact().number(),
                subject(overdue.fact(), language),
                overdue.fact().lead().map(DepartmentCode::value),
                Optional.of(overdue.from().minusSeconds(1)),
                Label.of("已超期 " + days + " 天", days + " days late").in(language));
    }

    private ListedCase listed(CaseFact fact, Language language) {
        String grade = fact.outcome()
                .satisfaction()
                .map(s -> Label.of(
                                "，评价：" + s.label().zh(), ", grade: " + s.label().en())
                        .in(language))
                .orElse("");
        return new ListedCase(
                fact.number(),
                subject(fact, language),
                fact.lead().map(DepartmentCode::value),
                fact.due(),
                Label.of("已办结，诉求人称未解决", "closed, and not resolved by the citizen's account")
                                .in(language)
                        + grade);
    }

    /** What a case is about: its category and area, and nothing that its citizen wrote. */
    private String subject(CaseFact fact, Language language) {
        return Stream.of(
                        fact.category().flatMap(c -> category(c.value())),
                        fact.area().flatMap(a -> area(a.value())))
                .flatMap(Optional::stream)
                .map(l -> l.in(language))
                .reduce((a, b) -> a + " · " + b)
                .orElse(ValueText.NO_DATA);
    }

    private Optional<Label> category(String code) {
        return named(code, c -> city.taxonomy().find(CategoryCode.of(c)).map(Category::name));
    }

    private Optional<Label> department(String code) {
        return named(code, c -> city.directory().find(DepartmentCode.of(c)).map(Department::name));
    }

    private Optional<Label> area(String code) {
        return named(code, c -> city.directory().find(AreaCode.of(c)).map(Area::name));
    }

    private static Optional<Label> named(String code, Function<String, Optional<Label>> name) {
        return code.isEmpty() ? Optional.empty() : name.apply(code);
    }
}
