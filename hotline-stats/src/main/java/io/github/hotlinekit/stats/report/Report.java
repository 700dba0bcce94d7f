package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.ledger.Grouping;
import io.github.hotlinekit.stats.ledger.LedgerSpec;
import io.github.hotlinekit.stats.ledger.PeriodUnit;
import io.github.hotlinekit.stats.metric.CountDefinition;
import io.github.hotlinekit.stats.metric.DataDictionary;
import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A report: sections of paragraphs, tables and series, whose numbers know their definition and their cases. It is the same
 * for the same ledger, in whatever order its cases came.
 *
 * <p>A report counts the cases received in its period as they stood when the ledger counted them, and by other instants what
 * the ledger has {@linkplain Metric#on metrics of another time basis} for: add those {@link #byOtherInstants}, and its
 * totals also say how many cases were due, completed or called back in the period, and the rates among these. Only days that
 * are over at the as-of instant are counted.
 *
 * @param period what it is of
 * @param asOf when the figures are of
 * @param comparisons what the period is compared with: 环比, then 同比
 * @param sections its sections
 * @param dictionary the definitions of its figures
 */
public record Report(
        ReportPeriod period,
        Instant asOf,
        List<Comparison> comparisons,
        List<Section> sections,
        DataDictionary dictionary) {

    /** Where bands of age begin, in working days: the two limits of a case, twice the longer, about a month, about a quarter. */
    private static final int[] AGES = {3, 5, 10, 20, 60};

    /** Copies the parts. */
    public Report {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(asOf, "asOf");
        comparisons = List.copyOf(comparisons);
        sections = List.copyOf(sections);
        Objects.requireNonNull(dictionary, "dictionary");
    }

    /**
     * The specification of a ledger that reports of all cases are made of: days by department, category, kind, area, grade,
     * resolution and age in working days, with the metrics and times that the SDK defines.
     *
     * @param zone the zone whose days count
     * @param calendar the working days by which open cases grow old; its identity is part of the specification
     * @return the specification
     * @throws IllegalArgumentException if the calendar is {@linkplain WorkingCalendar#strict strict}, since a case of any day
     *     is counted
     */
    public static LedgerSpec ledgerSpec(ZoneId zone, WorkingCalendar calendar) {
        return ledgerSpec(zone, calendar, List.of());
    }

    /**
     * The specification of a ledger that reports of all cases are made of, and special ones of themes.
     *
     * @param zone the zone whose days count
     * @param calendar the working days by which open cases grow old; its identity is part of the specification
     * @param themes the dimensions of the themes
     * @return the specification
     * @throws IllegalArgumentException if there are so many dimensions that a ledger would have too many groupings, or the
     *     calendar is strict
     */
    public static LedgerSpec ledgerSpec(ZoneId zone, WorkingCalendar calendar, List<Dimension> themes) {
        Dimension days = Dimension.period(PeriodUnit.DAY, zone);
        List<Dimension> by = List.of(
                Dimension.department(),
                Dimension.category(),
                Dimension.kind(),
                Dimension.area(),
                Dimension.grade(),
                Dimension.resolution(),
                Dimension.openAge(calendar, zone, AGES));
        List<Grouping> groupings = new ArrayList<>();
        groupings.add(Grouping.of(days));
        by.forEach(d -> groupings.add(Grouping.of(days, d)));
        for (Dimension theme : themes) {
            groupings.add(Grouping.of(days, theme));
            by.stream().filter(d -> !d.equals(theme)).forEach(d -> groupings.add(Grouping.of(days, theme, d)));
        }
        return LedgerSpec.of(
                Metric.catalogue(),
                Measure.standard(),
                groupings.stream().distinct().toList());
    }

    /**
     * Rates by other instants than the receipt, to {@linkplain LedgerSpec#withMetrics add} to a specification: in time among
     * the cases due in the period (open ones that are late count as not in time) and among those completed in it, and
     * resolution and satisfaction of those called back in it.
     *
     * @return the metrics
     */
    public static List<Metric> byOtherInstants() {
        return List.of(
                named("onTime").on(TimeBasis.DUE),
                named("onTime").on(TimeBasis.COMPLETED),
                named("resolution").on(TimeBasis.CALLED_BACK),
                named("satisfaction").on(TimeBasis.CALLED_BACK));
    }

    private static Metric named(String id) {
        return Metric.standard().stream()
                .filter(m -> m.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Makes a report.
     *
     * @param period what it is of
     * @param input what it is made of
     * @return the report
     * @throws IllegalArgumentException if the ledger's groupings do not suffice: it was not made by {@link #ledgerSpec}, or
     *     without the dimension of the theme
     * @throws java.time.DateTimeException if the calendar does not know the days
     */
    public static Report of(ReportPeriod period, ReportInput input) {
        Readings readings = new Readings(period, input);
        Optional<Answers> answers = readings.metric("satisfaction").map(m -> Answers.of(readings, m));
        Rates rates = new Rates(readings, answers);
        Counted counted = new Counted(readings);
        Overview overview = new Overview(readings, counted, rates);
        Performance performance = new Performance(readings, counted, rates, answers);
        List<Section> sections = List.of(
                Sections.period(readings),
                overview.totals(),
                overview.kinds(),
                overview.categories(),
                overview.movers(),
                performance.departments(),
                performance.times(),
                performance.satisfaction(),
                performance.guards(),
                OpenCases.section(readings),
                Sections.cases("overdue", Label.of("超期未办结", "Open and overdue"), input.overdue(), readings),
                Sections.cases("notable", Label.of("值得关注的工单", "Notable cases"), input.notable(), readings),
                Sections.chronic(readings),
                Sections.quality(readings),
                Sections.check(readings),
                Sections.definitions());
        DataDictionary dictionary = new DataDictionary(
                Stream.concat(
                                Stream.of(
                                        CountDefinition.volume(), CountDefinition.share(), CountDefinition.openCases()),
                                readings.otherBases().keySet().stream().map(CountDefinition::volumeBy))
                        .toList(),
                readings.metrics(),
                input.snapshot().spec().measures());
        return new Report(period, input.asOf(), readings.comparisons(), sections, dictionary);
    }

    /**
     * Its title.
     *
     * @return such as 2026-03 月报 and {@code monthly report 2026-03}
     */
    public Label title() {
        return period.name();
    }

    /**
     * A section.
     *
     * @param id its id
     * @return the section; empty if there is none
     */
    public Optional<Section> section(String id) {
        return sections.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /**
     * A table.
     *
     * @param id its id
     * @return the table; empty if there is none, or what it would show is nothing
     */
    public Optional<Block.Table> table(String id) {
        return sections.stream()
                .flatMap(s -> s.blocks().stream())
                .flatMap(b -> b instanceof Block.Table table ? Stream.of(table) : Stream.of())
                .filter(t -> t.id().equals(id))
                .findFirst();
    }

    /**
     * The report for people, with links from figures to their definitions.
     *
     * @param language the language
     * @return Markdown, with the tables of GitHub
     */
    public String markdown(Language language) {
        return new MarkdownReport(language, trace -> Optional.empty()).write(this);
    }

    /**
     * The report's tables and series for programs, as {@link CsvReport} writes them.
     *
     * @param language the language of texts and headings
     * @return CSV by table id, in the order of the report
     */
    public Map<String, String> csv(Language language) {
        return CsvReport.write(this, language);
    }

    @Override
    public String toString() {
        return "Report " + period.name().en() + " of "
                + Arrays.toString(sections.stream().map(Section::id).toArray());
    }
}
