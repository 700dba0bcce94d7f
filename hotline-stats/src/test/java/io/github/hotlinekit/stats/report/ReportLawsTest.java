package io.github.hotlinekit.stats.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.document.Csv;
import io.github.hotlinekit.core.document.CsvHandler;
import io.github.hotlinekit.core.document.CsvRow;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.ledger.Trace;
import io.github.hotlinekit.stats.ledger.Window;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.Metric;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class ReportLawsTest {

    private static final LocalDate MONDAY = LocalDate.of(2014, 9, 1);
    private static final ReportPeriod WEEK = ReportPeriod.of(ReportKind.WEEKLY, MONDAY);
    /** The week, the one before, and some days that belong to neither. */
    private static final Window AROUND = Window.of(MONDAY.minusDays(9), MONDAY.plusDays(9));

    private static final LocalDate LATER = LocalDate.of(2014, 10, 1);

    private static Report report(List<CaseFact> facts) {
        return Report.of(WEEK, ReportFacts.input(facts, LATER));
    }

    private static Report suppressed(List<CaseFact> facts, long threshold) {
        return Report.of(
                WEEK,
                ReportFacts.input(facts, LATER)
                        .withOptions(
                                ReportOptions.standard().withTop(3).withSuppression(Suppression.below(threshold))));
    }

    private static List<Value> values(Report report) {
        List<Value> values = new ArrayList<>();
        for (Section section : report.sections()) {
            for (Block block : section.blocks()) {
                if (block instanceof Block.Table table) {
                    table.rows().forEach(values::addAll);
                } else if (block instanceof Block.Series series) {
                    series.lines().forEach(l -> values.addAll(l.values()));
                }
            }
        }
        return values;
    }

    @Property(tries = 60)
    void shares_add_up_to_100(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int count) {
        Report report = report(ReportFacts.in(WEEK.window(), count, seed));
        for (String id : List.of("kinds", "categories")) {
            List<List<Value>> rows = report.table(id).orElseThrow().rows();
            BigDecimal sum = BigDecimal.ZERO;
            for (List<Value> row : rows.subList(0, rows.size() - 1)) {
                sum = sum.add(((Value.Share) row.get(2)).percent());
            }
            assertThat(sum).isEqualByComparingTo("100");
        }
    }

    @Property(tries = 60)
    void identical_data_shifted_by_the_base_rule_is_no_change(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 700) int day,
            @ForAll ReportKind kind,
            @ForAll @IntRange(min = 1, max = 60) int count) {
        LocalDate first = LocalDate.of(2023, 3, 1).plusDays(day);
        ReportPeriod period = kind == ReportKind.SPECIAL
                ? ReportPeriod.special(Window.of(first, first.plusDays(1 + day % 40)))
                : ReportPeriod.of(kind, first);
        LocalDate later = LocalDate.of(2026, 6, 1);
        for (Comparison.Kind compared : Comparison.Kind.values()) {
            Comparison comparison = Comparison.of(compared, period, later, ReportFacts.CALENDAR);
            // February has fewer days than the months beside it.
            long days = Math.min(comparison.now().days(), comparison.base().days());
            Window both =
                    Window.of(comparison.base().from(), comparison.base().from().plusDays(days));
            List<CaseFact> facts = new ArrayList<>();
            long shift = comparison.now().from().toEpochDay()
                    - comparison.base().from().toEpochDay();
            for (CaseFact fact : ReportFacts.in(both, count, seed)) {
                facts.add(fact);
                facts.add(fact.toBuilder()
                        .number(CaseNumber.of(fact.number().value() + "B"))
                        .received(fact.received().plusSeconds(shift * 86_400))
                        .build());
            }
            Report report = Report.of(period, ReportFacts.input(facts, later));
            int column = compared == Comparison.Kind.PREVIOUS ? 3 : 4;
            for (List<Value> row : report.table("kinds").orElseThrow().rows()) {
                assertThat(((Value.Change) row.get(column)).amount().orElseThrow())
                        .isEqualByComparingTo("0");
            }
            int inTotals = compared == Comparison.Kind.PREVIOUS ? 3 : 5;
            List<List<Value>> totals = report.table("totals").orElseThrow().rows();
            for (int i = 0; i < totals.size(); i++) {
                // The second row is by working days, which may be more or fewer; other instants are not shifted.
                String id = ((Value.Text) totals.get(i).get(0)).definition().orElseThrow();
                boolean isOther = id.startsWith("cases") || id.contains(".");
                if (i != 1 && !isOther && totals.get(i).get(inTotals) instanceof Value.Change change) {
                    assertThat(change.amount().orElseThrow()).isEqualByComparingTo("0");
                }
            }
        }
    }

    @Property(tries = 40)
    void a_report_is_the_same_for_any_order_of_facts(@ForAll long seed, @ForAll @IntRange(max = 100) int count) {
        List<CaseFact> facts = ReportFacts.in(AROUND, count, seed);
        Report report = report(facts);
        Collections.shuffle(facts, new Random(seed));
        Report again = report(facts);
        assertThat(again.sections()).isEqualTo(report.sections());
        assertThat(again.comparisons()).isEqualTo(report.comparisons());
        assertThat(again.markdown(Language.ZH)).isEqualTo(report.markdown(Language.ZH));
        assertThat(again.csv(Language.EN)).isEqualTo(report.csv(Language.EN));
    }

    @Property(tries = 60)
    void counts_shown_of_a_suppressed_list_give_no_hidden_one_away(
            @ForAll long seed,
            @ForAll @IntRange(max = 120) int count,
            @ForAll @IntRange(min = 2, max = 10) int threshold) {
        List<CaseFact> facts = ReportFacts.in(AROUND, count, seed);
        Report report = suppressed(facts, threshold);
        List<String> ids = List.of("kinds", "departments");
        for (String id : ids) {
            List<List<Value>> rows = report.table(id).orElseThrow().rows();
            Value total = rows.get(rows.size() - 1).get(1);
            long hidden = 0;
            long sum = 0;
            for (List<Value> row : rows.subList(0, rows.size() - 1)) {
                String name = ((Value.Text) row.get(0)).label().en();
                if (row.get(1) instanceof Value.Count shown) {
                    sum += name.startsWith("those hidden") ? 0 : shown.count();
                } else if (!name.startsWith("those hidden")) {
                    hidden++;
                }
            }
            if (total instanceof Value.Count all) {
                assertThat(hidden).isNotEqualTo(1);
                // As each of them is 1 or more, they must not be ones just because they add up to so many.
                assertThat(hidden == 0 || all.count() - sum > hidden).isTrue();
            } else {
                // Nothing is shown of a window whose total is not.
                assertThat(sum).isZero();
            }
        }
    }

    @Property(tries = 60)
    void no_small_count_and_no_rate_of_few_is_shown(
            @ForAll long seed,
            @ForAll @IntRange(max = 150) int count,
            @ForAll @IntRange(min = 2, max = 10) int threshold) {
        Suppression suppression = Suppression.below(threshold);
        for (Value value : values(suppressed(ReportFacts.in(AROUND, count, seed), threshold))) {
            if (value instanceof Value.Count shown) {
                assertThat(suppression.isSmall(shown.count())).isFalse();
            } else if (value instanceof Value.Rate rate) {
                assertThat(suppression.isSmall(rate.ratio().numerator())).isFalse();
                assertThat(suppression.isSmall(rate.ratio().denominator())).isFalse();
                assertThat(suppression.isSmall(
                                rate.ratio().denominator() - rate.ratio().numerator()))
                        .isFalse();
            }
        }
    }

    @Property(tries = 60)
    void a_rate_is_never_the_only_one_missing_from_its_total(
            @ForAll long seed,
            @ForAll @IntRange(max = 150) int count,
            @ForAll @IntRange(min = 2, max = 10) int threshold) {
        Block.Table table = suppressed(ReportFacts.in(AROUND, count, seed), threshold)
                .table("departments")
                .orElseThrow();
        for (int column = 0; column < table.columns().size(); column++) {
            if (table.columns().get(column).holds() == Column.Holds.RATE) {
                int at = column;
                List<Value> cells = table.rows().stream().map(r -> r.get(at)).toList();
                long hidden = cells.subList(0, cells.size() - 1).stream()
                        .filter(v -> v instanceof Value.Hidden)
                        .count();
                assertThat(hidden == 1 && !(cells.get(cells.size() - 1) instanceof Value.Hidden))
                        .isFalse();
            }
        }
    }

    @Property(tries = 60)
    void grades_shown_with_the_rate_give_no_hidden_one_away(
            @ForAll long seed,
            @ForAll @IntRange(max = 300) int count,
            @ForAll @IntRange(min = 2, max = 10) int threshold) {
        Report report = suppressed(ReportFacts.in(WEEK.window(), count, seed), threshold);
        List<List<Value>> rows = report.table("answers").orElseThrow().rows();
        Value rate = report.table("whatIfs").orElseThrow().rows().get(0).get(2);
        long hits = rows.subList(0, 2).stream()
                .filter(r -> r.get(1) instanceof Value.Hidden)
                .count();
        long misses = rows.subList(2, 5).stream()
                .filter(r -> r.get(1) instanceof Value.Hidden)
                .count();
        if (rate instanceof Value.Rate) {
            assertThat(hits).isNotEqualTo(1);
            assertThat(misses).isNotEqualTo(1);
        }
        long all = rows.subList(0, rows.size() - 1).stream()
                .filter(r -> r.get(1) instanceof Value.Hidden)
                .count();
        assertThat(all == 1 && rows.get(rows.size() - 1).get(1) instanceof Value.Count)
                .isFalse();
    }

    @Property(tries = 60)
    void every_number_is_found_again_by_its_trace(@ForAll long seed, @ForAll @IntRange(max = 80) int count) {
        List<CaseFact> facts = ReportFacts.in(AROUND, count, seed);
        Report report = report(facts);
        for (Value value : values(report)) {
            Optional<Trace> trace = value.source().flatMap(Source::cases);
            if (trace.isPresent()
                    && value instanceof Value.Count shown
                    && List.of("volume", "openCases", "casesDue", "casesCompleted", "casesCalledBack")
                            .contains(shown.from().definition())) {
                assertThat(role(facts, trace.get(), Trace.Role.NUMERATOR)).isEqualTo(shown.count());
            } else if (trace.isPresent()
                    && value instanceof Value.Rate rate
                    && rate.ratio().equals(rate.figure().ratio())) {
                assertThat(role(facts, trace.get(), Trace.Role.NUMERATOR))
                        .isEqualTo(rate.ratio().numerator());
                assertThat(role(facts, trace.get(), Trace.Role.NUMERATOR)
                                + role(facts, trace.get(), Trace.Role.DENOMINATOR))
                        .isEqualTo(rate.ratio().denominator());
            }
        }
        for (List<Value> row : report.table("leftOut").map(Block.Table::rows).orElse(List.of())) {
            Value.Count leftOut = (Value.Count) row.get(2);
            assertThat(role(facts, leftOut.from().cases().orElseThrow(), Trace.Role.NUMERATOR))
                    .isEqualTo(leftOut.count());
        }
        for (List<Value> row : report.table("times").orElseThrow().rows()) {
            Value.Count ended = (Value.Count) row.get(1);
            Value.Count running = (Value.Count) row.get(5);
            Trace trace = ended.from().cases().orElseThrow();
            assertThat(role(facts, trace, Trace.Role.NUMERATOR)).isEqualTo(ended.count());
            assertThat(role(facts, trace, Trace.Role.DENOMINATOR)).isEqualTo(running.count());
        }
    }

    private static long role(List<CaseFact> facts, Trace trace, Trace.Role role) {
        return facts.stream().filter(f -> trace.roleOf(f) == role).count();
    }

    @Property(tries = 40)
    void every_number_has_a_definition_in_the_report(@ForAll long seed) {
        Report report = report(ReportFacts.in(AROUND, 50, seed));
        String markdown = report.markdown(Language.EN);
        for (Value value : values(report)) {
            value.source().ifPresent(s -> assertThat(markdown).contains("<a id=\"" + s.anchor() + "\"></a>"));
        }
    }

    @Property(tries = 60)
    void those_not_satisfied_by_what_was_resolved_add_up_to_all_and_each_is_found_by_its_trace(
            @ForAll long seed, @ForAll @IntRange(max = 120) int count) {
        List<CaseFact> facts = ReportFacts.in(AROUND, count, seed);
        Report report = report(facts);
        Metric satisfaction = report.dictionary().metrics().stream()
                .filter(m -> m.id().equals("satisfaction"))
                .findFirst()
                .orElseThrow();
        long unsatisfied = facts.stream()
                .filter(f -> satisfaction.classify(f) == Metric.MISS)
                .filter(f -> WEEK.window().contains(LocalDate.ofInstant(f.received(), ReportFacts.ZONE)))
                .count();
        Map<String, Long> sums = new TreeMap<>();
        List<List<Value>> rows =
                report.table("unsatisfied").map(Block.Table::rows).orElse(List.of());
        for (List<Value> row : rows) {
            Value.Count shown = (Value.Count) row.get(2);
            sums.merge(ValueText.of(row.get(0), Language.EN), shown.count(), Long::sum);
            assertThat(role(facts, shown.from().cases().orElseThrow(), Trace.Role.DENOMINATOR))
                    .isEqualTo(shown.count());
        }
        assertThat(rows.isEmpty()).isEqualTo(unsatisfied == 0);
        assertThat(sums.getOrDefault("resolution", 0L)).isEqualTo(unsatisfied);
    }

    /** In CSV nothing can be linked, so each number has the id of its definition at its place. */
    @Property(tries = 40)
    void every_cell_of_csv_that_is_a_number_has_the_id_of_its_definition_at_its_place(@ForAll long seed) {
        Report report = report(ReportFacts.in(AROUND, 50, seed));
        Map<String, List<List<String>>> definitions = CsvReport.definitions(report);
        Map<String, List<List<String>>> cells = CsvReport.cells(report, Language.EN);
        assertThat(definitions.keySet()).containsExactlyElementsOf(cells.keySet());
        Set<String> ids = new HashSet<>();
        report.dictionary().counts().forEach(c -> ids.add(c.id()));
        report.dictionary().metrics().forEach(m -> ids.add(m.id()));
        report.dictionary().measures().forEach(m -> ids.add(m.id()));
        definitions.forEach((table, lines) -> {
            List<List<String>> all = Objects.requireNonNull(cells.get(table));
            assertThat(all).hasSize(1 + lines.size());
            List<List<String>> below = all.subList(1, all.size());
            for (int i = 0; i < lines.size(); i++) {
                assertThat(lines.get(i)).hasSameSizeAs(below.get(i));
                assertThat(ids)
                        .containsAll(lines.get(i).stream()
                                .filter(id -> !id.isEmpty())
                                .toList());
            }
        });
        for (Section section : report.sections()) {
            for (Block block : section.blocks()) {
                if (block instanceof Block.Table table) {
                    for (int i = 0; i < table.rows().size(); i++) {
                        List<String> line = Objects.requireNonNull(definitions.get(table.id()))
                                .get(i);
                        table.rows()
                                .get(i)
                                .forEach(value -> value.source()
                                        .ifPresent(s -> assertThat(line).contains(s.definition())));
                    }
                }
            }
        }
    }

    @Property(tries = 40)
    void a_report_of_a_theme_is_the_report_of_its_cases(@ForAll long seed, @ForAll @IntRange(max = 100) int count) {
        List<CaseFact> facts = ReportFacts.in(AROUND, count, seed);
        Theme theme = new Theme(Dimension.category(1), "02", Label.of("二", "two"));
        ReportInput all = ReportFacts.input(
                facts,
                Report.ledgerSpec(ReportFacts.ZONE, ReportFacts.CALENDAR, List.of(theme.dimension()))
                        .withMetrics(Report.byOtherInstants()),
                LATER);
        List<CaseFact> some = facts.stream()
                .filter(f ->
                        f.category().filter(c -> c.value().startsWith("02")).isPresent())
                .toList();
        Report ofTheme = Report.of(ReportPeriod.special(WEEK.window(), theme), all);
        Report ofSome = Report.of(ReportPeriod.special(WEEK.window()), ReportFacts.input(some, LATER));
        assertThat(ofTheme.csv(Language.EN)).isEqualTo(ofSome.csv(Language.EN));
        assertThat(ofTheme.section("check").orElseThrow())
                .isEqualTo(ofSome.section("check").orElseThrow());
        for (Value value : values(ofTheme)) {
            if (value instanceof Value.Count shown
                    && shown.from().definition().equals("volume")
                    && shown.from().cases().isPresent()) {
                assertThat(role(facts, shown.from().cases().get(), Trace.Role.NUMERATOR))
                        .isEqualTo(shown.count());
            }
        }
    }

    private static Report withTexts(String one, String two) {
        ReportInput input = ReportFacts.input(ReportFacts.in(AROUND, 30, 7), LATER)
                .withNames(new ReportNames(
                        c -> Optional.of(Label.of(one, two)),
                        c -> Optional.of(Label.of(two, one)),
                        c -> Optional.of(Label.of(one + two, two))))
                .withLists(
                        List.of(new ListedCase(CaseNumber.of("N1"), one, Optional.of("D1"), Optional.empty(), two)),
                        List.of(new ListedCase(
                                CaseNumber.of("N2"),
                                two,
                                Optional.empty(),
                                Optional.of(ReportFacts.noon(MONDAY)),
                                one)),
                        List.of(new ChronicProblem("=" + one, 7, 5, 4, MONDAY)));
        return Report.of(WEEK, input);
    }

    @Property(tries = 30)
    void csv_reads_back_as_the_same_cells(@ForAll @StringLength(max = 12) String one, @ForAll("formulas") String two) {
        Report report = withTexts(one, two);
        for (Language language : Language.values()) {
            Map<String, List<List<String>>> cells = CsvReport.cells(report, language);
            report.csv(language).forEach((id, text) -> assertThat(read(text)).isEqualTo(cells.get(id)));
            for (String text : report.csv(language).values()) {
                for (List<String> row : read(text)) {
                    for (String cell : row) {
                        assertThat(cell).matches("(?s)|-?[0-9]+(\\.[0-9]+)?|[^=+\\-@\t\r].*");
                    }
                }
            }
        }
    }

    @Provide
    Arbitrary<String> formulas() {
        return Arbitraries.strings()
                .withChars("=+-@\t\r\n'\",|\\[]()<>*_`#&!~:/.wWaA12")
                .ofMaxLength(10);
    }

    private static List<List<String>> read(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try {
            Csv.read("report.csv", new StringReader(text), new CsvHandler() {
                @Override
                public void header(CsvRow header) {
                    rows.add(header.cells());
                }

                @Override
                public void row(CsvRow row) {
                    rows.add(row.cells());
                }

                @Override
                public void problem(Problem problem) {
                    problems.add(problem);
                }
            });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(problems).isEmpty();
        return rows;
    }

    @Property(tries = 30)
    void rows_of_a_markdown_table_have_equally_many_cells(
            @ForAll @StringLength(max = 12) String one, @ForAll("formulas") String two) {
        Report report = withTexts(one, two);
        for (Language language : Language.values()) {
            long width = 0;
            int tables = 0;
            for (String line : report.markdown(language).split("\n", -1)) {
                if (!line.startsWith("|")) {
                    width = 0;
                    continue;
                }
                assertThat(line).endsWith(" |");
                long bars = bars(line);
                tables += width == 0 ? 1 : 0;
                width = width == 0 ? bars : width;
                assertThat(bars).isEqualTo(width);
            }
            assertThat(tables).isGreaterThan(10);
        }
    }

    private static long bars(String line) {
        long bars = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == '|') {
                bars++;
            }
        }
        return bars;
    }
}
