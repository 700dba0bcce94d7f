package io.github.hotlinekit.stats.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.stats.ledger.DataQuality;
import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.ledger.Grouping;
import io.github.hotlinekit.stats.ledger.LedgerSpec;
import io.github.hotlinekit.stats.ledger.PeriodUnit;
import io.github.hotlinekit.stats.ledger.Trace;
import io.github.hotlinekit.stats.ledger.Window;
import io.github.hotlinekit.stats.metric.CallbackOutcome;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.CaseOutcome;
import io.github.hotlinekit.stats.metric.CountChange;
import io.github.hotlinekit.stats.metric.Exclusion;
import io.github.hotlinekit.stats.metric.FactCheck;
import io.github.hotlinekit.stats.metric.FactTest;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.Movement;
import io.github.hotlinekit.stats.metric.Phase;
import io.github.hotlinekit.stats.metric.Verdict;
import io.github.hotlinekit.stats.metric.WhatIf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What stands in the cells of a report of cases that are alike but for a few things. */
class ReportCellsTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 16);
    private static final LocalDate BEFORE = MONDAY.minusDays(7);
    private static final LocalDate LATER = LocalDate.of(2025, 7, 1);
    private static final ReportPeriod WEEK = ReportPeriod.of(ReportKind.WEEKLY, MONDAY);
    private static final CaseOutcome OPEN =
            CaseOutcome.builder().kind(CaseKind.HELP).state(CaseState.HANDLING).build();

    private final List<CaseFact> facts = new ArrayList<>();

    private void add(int count, LocalDate day, UnaryOperator<CaseFact.Builder> with) {
        for (int i = 0; i < count; i++) {
            facts.add(with.apply(CaseFact.builder()
                            .number(CaseNumber.of("C" + facts.size()))
                            .received(ReportFacts.noon(day))
                            .channel(Channel.PHONE)
                            .category(CategoryCode.of("01.01"))
                            .lead(DepartmentCode.of("D1"))
                            .outcome(OPEN))
                    .build());
        }
    }

    private void add(int count, LocalDate day, String category) {
        add(count, day, f -> f.category(CategoryCode.of(category)));
    }

    private Report report(ReportOptions options) {
        return Report.of(WEEK, ReportFacts.input(facts, LATER).withOptions(options));
    }

    private static List<List<Value>> rows(Report report, String table) {
        return report.table(table).orElseThrow().rows();
    }

    private static String text(Value value) {
        return ValueText.of(value, Language.EN);
    }

    private static List<String> texts(List<List<Value>> rows, int column) {
        return rows.stream().map(row -> text(row.get(column))).toList();
    }

    private static ReportOptions published() {
        return ReportOptions.standard().withSuppression(Suppression.standard());
    }

    @Test
    void of_a_window_with_a_small_total_nothing_is_shown() {
        add(3, MONDAY, "01.01");
        add(40, BEFORE, "01.01");
        Report report = report(published());
        for (int row = 0; row < 2; row++) {
            List<Value> volume = rows(report, "totals").get(row);
            assertThat(volume.get(1)).isEqualTo(new Value.Hidden());
            assertThat(text(volume.get(2))).isEqualTo(row == 0 ? "40" : "8.0");
            assertThat(volume.get(3)).isEqualTo(new Value.Hidden());
        }
        assertThat(report.section("categories").orElseThrow().blocks()).containsExactly(Sections.nothing());
        assertThat(texts(rows(report, "departments"), 1)).containsOnly("*");
        assertThat(texts(rows(report, "kinds"), 1)).containsOnly("*");
        assertThat(report.markdown(Language.EN))
                .contains("\\* cases were counted; the fingerprint", "revisions is \\*;");
    }

    @Test
    void a_change_that_chance_explains_among_so_many_is_no_clear_change() {
        for (int i = 1; i <= 9; i++) {
            add(40, BEFORE, "02.0" + i);
            add(40, MONDAY, "02.0" + i);
        }
        add(20, BEFORE, "03.01");
        add(36, MONDAY, "03.01");
        Report report = report(ReportOptions.standard().withTop(20));
        // Alone it would be up: p is 0.044.
        assertThat(CountChange.between(20, 5, 36, 5, 0.95).movement()).isEqualTo(Movement.UP);
        List<Value> row = rows(report, "categories").stream()
                .filter(r -> text(r.get(0)).equals("code 03.01"))
                .findFirst()
                .orElseThrow();
        assertThat(text(row.get(3))).isEqualTo("+80.0% (no clear change)");
    }

    private List<String> movers(double leastEffect, long leastDifference) {
        Report report = report(new ReportOptions(20, 2, 0.95, 30, leastEffect, leastDifference, Optional.empty()));
        return report.table("movers")
                .map(t -> t.rows().stream()
                        .map(r -> text(r.get(0)) + " " + text(r.get(1)))
                        .toList())
                .orElse(List.of());
    }

    @Test
    void what_changed_by_just_enough_is_listed_and_equal_changes_by_dimension_and_key() {
        add(100, BEFORE, f -> f.category(CategoryCode.of("05.01")).lead(DepartmentCode.of("D5")));
        add(40, MONDAY, f -> f.category(CategoryCode.of("05.01")).lead(DepartmentCode.of("D5")));
        add(40, BEFORE, f -> f.category(CategoryCode.of("04.01")).lead(DepartmentCode.of("D4")));
        add(100, MONDAY, f -> f.category(CategoryCode.of("04.01")).lead(DepartmentCode.of("D4")));
        List<String> all = List.of(
                "category code 04.01", "category code 05.01", "lead department code D4", "lead department code D5");
        assertThat(movers(0.6, 60)).isEqualTo(all);
        assertThat(movers(0.6, 61)).isEmpty();
        assertThat(movers(Math.nextUp(0.6), 60)).containsExactly("category code 04.01", "lead department code D4");
        assertThat(movers(1.5, 60)).containsExactly("category code 04.01", "lead department code D4");
        assertThat(movers(1.6, 60)).isEmpty();
    }

    @Test
    void without_working_days_there_is_no_word_and_no_count_a_day() {
        LocalDate holiday = LocalDate.of(2025, 10, 1);
        add(50, holiday, "01.01");
        add(10, holiday.minusDays(5), "01.01");
        Report report = Report.of(
                ReportPeriod.special(Window.of(holiday, holiday.plusDays(8))),
                ReportFacts.input(facts, LocalDate.of(2025, 11, 1)));
        assertThat(report.comparisons().get(0).workingDaysNow()).isZero();
        List<List<Value>> totals = rows(report, "totals");
        assertThat(text(totals.get(0).get(3))).isEqualTo("+400.0% (no data)");
        assertThat(text(totals.get(1).get(1))).isEqualTo("—");
        assertThat(text(totals.get(1).get(3))).isEqualTo("—");
        assertThat(text(rows(report, "categories").get(0).get(3))).isEqualTo("+400.0% (no data)");
        assertThat(report.table("movers")).isEmpty();
    }

    @Test
    void up_to_62_days_are_shown_by_day_and_more_by_month() {
        add(1, MONDAY, "01.01");
        for (int days : new int[] {62, 63}) {
            Report report = Report.of(
                    ReportPeriod.special(Window.of(MONDAY, MONDAY.plusDays(days))),
                    ReportFacts.input(facts, LocalDate.of(2026, 1, 1)));
            List<Block.Series> series = report.section("totals").orElseThrow().blocks().stream()
                    .filter(b -> b instanceof Block.Series)
                    .map(b -> (Block.Series) b)
                    .toList();
            assertThat(series).hasSize(1);
            assertThat(series.get(0).names()).hasSize(days == 62 ? 62 : 3);
            assertThat(series.get(0).axis().en()).isEqualTo(days == 62 ? "Day" : "Month");
            assertThat(text(series.get(0).lines().get(0).values().get(0))).isEqualTo("1");
        }
    }

    @Test
    void a_kind_that_there_was_before_only_is_listed_too() {
        add(10, MONDAY, "01.01");
        add(12, BEFORE, f -> f.outcome(OPEN.withKind(CaseKind.PRAISE)));
        assertThat(texts(rows(report(ReportOptions.standard()), "kinds"), 0))
                .containsExactly("help", "praise", "Total");
    }

    @Test
    void departments_are_by_count_and_those_hidden_come_last() {
        for (int d = 1; d <= 5; d++) {
            int count = List.of(2, 30, 6, 50, 3).get(d - 1);
            DepartmentCode lead = DepartmentCode.of("D" + d);
            add(count, MONDAY, f -> f.lead(lead));
        }
        List<List<Value>> rows = rows(report(published()), "departments");
        assertThat(texts(rows, 0)).containsExactly("code D4", "code D2", "code D3", "code D1", "code D5", "Total");
        assertThat(texts(rows, 1)).containsExactly("50", "30", "6", "*", "*", "91");
    }

    @Test
    void a_rate_that_alone_would_be_missing_takes_the_smallest_other_with_it() {
        CaseOutcome closed = OPEN.withState(CaseState.CLOSED);
        for (int d = 1; d <= 4; d++) {
            int done = List.of(20, 9, 12, 9).get(d - 1);
            int left = List.of(20, 3, 8, 11).get(d - 1);
            DepartmentCode lead = DepartmentCode.of("D" + d);
            add(done, MONDAY, f -> f.lead(lead).outcome(closed));
            add(left, MONDAY, f -> f.lead(lead));
        }
        List<List<Value>> rows = rows(report(published()), "departments");
        assertThat(texts(rows, 0)).containsExactly("code D1", "code D3", "code D4", "code D2", "Total");
        // 3 of D2 are not completed; D3 and D4 have 20 cases each.
        assertThat(texts(rows, 2)).containsExactly("50.0% (20/40)", "*", "45.0% (9/20)", "*", "54.3% (50/92)");
    }

    private void graded(int count, Satisfaction grade) {
        CaseOutcome outcome = OPEN.withState(CaseState.CLOSED)
                .withCallback(CallbackOutcome.ANSWERED)
                .withResolution(Optional.of(Resolution.YES))
                .withSatisfaction(Optional.of(grade));
        add(count, MONDAY, f -> f.outcome(outcome));
    }

    @Test
    void a_hidden_grade_hides_what_the_rate_would_be_but_not_the_rate() {
        graded(40, Satisfaction.VERY_SATISFIED);
        graded(3, Satisfaction.SATISFIED);
        graded(20, Satisfaction.FAIR);
        graded(10, Satisfaction.DISSATISFIED);
        graded(9, Satisfaction.VERY_DISSATISFIED);
        add(30, MONDAY, "01.01");
        Report report = report(published());
        assertThat(texts(rows(report, "answers").subList(0, 5), 1)).containsExactly("*", "*", "20", "10", "9");
        List<List<Value>> rows = rows(report, "whatIfs").subList(0, 3);
        assertThat(texts(rows, 2)).containsExactly("52.4% (43/82)", "*", "*");
    }

    @Test
    void a_grade_knows_its_cases() {
        graded(40, Satisfaction.VERY_SATISFIED);
        graded(30, Satisfaction.FAIR);
        List<List<Value>> rows = rows(report(ReportOptions.standard()), "answers");
        for (int row : new int[] {0, 2}) {
            Satisfaction grade = row == 0 ? Satisfaction.VERY_SATISFIED : Satisfaction.FAIR;
            Trace trace = rows.get(row).get(1).source().flatMap(Source::cases).orElseThrow();
            assertThat(trace.key()).containsExactly(grade.code());
            assertThat(facts.stream().filter(f -> trace.roleOf(f) != Trace.Role.ELSEWHERE))
                    .hasSize(row == 0 ? 40 : 30)
                    .allSatisfy(f -> assertThat(f.outcome().satisfaction()).contains(grade));
        }
    }

    private void addOpen(int count, int days) {
        add(count, MONDAY, f -> f.running(Phase.TO_COMPLETION, days * 1_440));
    }

    @Test
    void open_cases_stand_by_age_in_working_days_and_the_total_is_not_shown_where_a_band_is_hidden() {
        addOpen(20, 1);
        addOpen(30, 6);
        addOpen(40, 100);
        add(7, MONDAY, f -> f.took(Phase.TO_COMPLETION, 60));
        assertThat(texts(rows(report(ReportOptions.standard()), "backlog"), 1))
                .containsExactly("20", "30", "0", "0", "0", "40", "0", "90");
        assertThat(texts(rows(report(published()), "backlog"), 1))
                .containsExactly("20", "30", "0", "0", "0", "40", "0", "90");
        assertThat(texts(rows(report(ReportOptions.standard()), "backlog"), 0))
                .containsExactly(
                        "less than 3",
                        "3 to less than 5",
                        "5 to less than 10",
                        "10 to less than 20",
                        "20 to less than 60",
                        "60 or more",
                        "suspended",
                        "Total");
        // Where the ledger holds the period only: the band, its cases, the late, the oldest.
        assertThat(rows(report(ReportOptions.standard()), "backlog"))
                .allSatisfy(row -> assertThat(row).hasSize(4));
        addOpen(2, 15);
        assertThat(texts(rows(report(ReportOptions.standard()), "backlog"), 1))
                .containsExactly("20", "30", "0", "2", "0", "40", "0", "92");
        List<String> hidden = texts(rows(report(published()), "backlog"), 1);
        assertThat(hidden.get(3)).isEqualTo("*");
        assertThat(hidden.get(7)).isEqualTo("*");
    }

    @Test
    void open_cases_received_before_and_since_the_period_stand_beside_its_own_with_the_late_and_the_oldest() {
        addOpen(20, 1);
        add(
                30,
                BEFORE,
                f -> f.running(Phase.TO_COMPLETION, 8 * 1_440 + 5)
                        .outcome(f.build().outcome().withComplete(Verdict.LATE)));
        add(5, BEFORE, f -> f.running(Phase.TO_COMPLETION, 8 * 1_440));
        add(3, MONDAY.plusDays(7), f -> f.running(Phase.TO_COMPLETION, 1_440));
        List<List<Value>> rows = rows(report(ReportOptions.standard()), "backlog");
        assertThat(texts(rows, 1)).containsExactly("20", "0", "0", "0", "0", "0", "0", "20");
        assertThat(texts(rows, 2)).containsExactly("0", "0", "35", "0", "0", "0", "0", "35");
        assertThat(texts(rows, 3)).containsExactly("3", "0", "0", "0", "0", "0", "0", "3");
        assertThat(texts(rows, 4)).containsExactly("23", "0", "35", "0", "0", "0", "0", "58");
        assertThat(texts(rows.subList(2, 3), 5)).containsExactly("100.0% (30/30)");
        assertThat(texts(rows.subList(2, 3), 6)).containsExactly("192.0–194.1 h");
        // One that is replied to and not closed is open to the rate, but in no band.
        add(
                1,
                BEFORE,
                f -> f.took(Phase.TO_COMPLETION, 60)
                        .outcome(
                                f.build().outcome().withState(CaseState.REPLIED).withComplete(Verdict.LATE)));
        List<Value> total = rows(report(ReportOptions.standard()), "backlog").get(7);
        assertThat(texts(List.of(total), 5)).containsExactly("100.0% (30/30)");
        assertThat(((Value.Rate) total.get(5)).figure().all()).isEqualTo(58);
        List<List<Value>> shown = rows(report(published()), "backlog");
        assertThat(shown.get(0)).hasSize(4);
        assertThat(texts(shown, 2)).containsExactly("0", "0", "35", "0", "0", "0", "0", "35");
        assertThat(texts(shown, 3)).containsExactly("*", "0", "0", "0", "0", "0", "0", "*");
    }

    @Test
    void counts_of_open_cases_know_their_cases() {
        addOpen(20, 1);
        add(30, BEFORE, f -> f.running(Phase.TO_COMPLETION, 8 * 1_440));
        List<Value> row = rows(report(ReportOptions.standard()), "backlog").get(2);
        for (int column : new int[] {2, 3, 5}) {
            Trace trace = row.get(column).source().flatMap(Source::cases).orElseThrow();
            assertThat(facts.stream().filter(f -> trace.roleOf(f) != Trace.Role.ELSEWHERE))
                    .as("column %s", column)
                    .hasSize(30);
        }
    }

    @Test
    void a_specification_by_a_strict_calendar_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Report.ledgerSpec(ReportFacts.ZONE, ReportFacts.CALENDAR.strict()))
                .withMessageStartingWith("calendar must not be strict");
    }

    @Test
    void a_ledger_without_ages_says_that_it_does_not_count_by_them() {
        add(10, MONDAY, "01.01");
        LedgerSpec whole = Report.ledgerSpec(ReportFacts.ZONE, ReportFacts.CALENDAR);
        LedgerSpec spec = LedgerSpec.of(
                whole.metrics(),
                whole.groupings().stream()
                        .filter(g -> g.dimensions().stream()
                                .allMatch(d -> d.ageBands().isEmpty()))
                        .toList());
        assertThat(spec.groupings()).hasSize(whole.groupings().size() - 1);
        assertThat(Report.of(WEEK, ReportFacts.input(facts, spec, LATER)).markdown(Language.EN))
                .contains("The ledger does not count by age.");
    }

    @Test
    void totals_tell_what_was_due_completed_and_called_back_in_the_period_whenever_it_was_received() {
        CaseOutcome late = CaseOutcome.builder()
                .kind(CaseKind.HELP)
                .state(CaseState.HANDLING)
                .complete(Verdict.LATE)
                .build();
        add(6, BEFORE, f -> f.due(ReportFacts.noon(MONDAY)).outcome(late));
        add(
                18,
                BEFORE,
                f -> f.due(ReportFacts.noon(MONDAY))
                        .completed(ReportFacts.noon(MONDAY))
                        .outcome(late.withState(CaseState.CLOSED).withComplete(Verdict.ON_TIME)));
        add(40, MONDAY, "01.01");
        Map<String, List<String>> rows = new TreeMap<>();
        for (List<Value> row : rows(report(ReportOptions.standard()), "totals")) {
            rows.put(
                    ((Value.Text) row.get(0)).definition().orElseThrow(),
                    row.stream().map(v -> ValueText.of(v, Language.EN)).toList());
        }
        assertThat(rows.get("casesDue")).startsWith("cases due", "24", "0", "new");
        assertThat(rows.get("onTime.due")).element(1).isEqualTo("75.0% (18/24)");
        assertThat(rows.get("casesCompleted")).startsWith("cases completed", "18");
        assertThat(rows.get("onTime.completed")).element(1).isEqualTo("100.0% (18/18)");
        assertThat(rows.get("casesCalledBack")).element(1).isEqualTo("0");
        assertThat(rows.get("onTime")).element(1).isEqualTo("—");
        Report published = report(ReportOptions.standard().withSuppression(new Suppression(20)));
        assertThat(texts(rows(published, "totals"), 1)).contains("24").doesNotContain("18", "75.0% (18/24)");
    }

    @Test
    void what_is_left_out_stands_with_its_cases_and_what_it_could_change() {
        graded(40, Satisfaction.VERY_SATISFIED);
        graded(20, Satisfaction.FAIR);
        add(30, MONDAY, "01.01");
        Report report = report(ReportOptions.standard());
        List<List<String>> rows = rows(report, "leftOut").stream()
                .map(r -> r.stream().map(v -> ValueText.of(v, Language.EN)).toList())
                .filter(r -> r.get(0).equals("satisfaction rate"))
                .toList();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).subList(2, 6)).containsExactly("30", "66.7% (40/60)", "44.4% (40/90)", "77.8% (70/90)");
        for (List<Value> row : rows(report, "leftOut")) {
            Trace trace = row.get(2).source().flatMap(Source::cases).orElseThrow();
            assertThat(facts.stream().filter(f -> trace.roleOf(f) == Trace.Role.NUMERATOR))
                    .hasSize((int) ((Value.Count) row.get(2)).count());
        }
    }

    @Test
    void how_many_were_checked_is_not_told_where_it_is_not_told_how_many_there_were() {
        add(3, MONDAY, "01.01");
        add(40, BEFORE, "01.01");
        FactCheck check = FactCheck.of(ReportFacts.noon(LATER));
        DataQuality few = DataQuality.of(facts.subList(0, 3), check);
        DataQuality most = DataQuality.of(facts, FactCheck.of(ReportFacts.noon(MONDAY.minusDays(1))));
        assertThat(most.faulty()).isEqualTo(3);
        ReportInput input = ReportFacts.input(facts, LATER).withOptions(published());
        assertThat(Report.of(WEEK, input.withQuality(few)).markdown(Language.EN))
                .contains("\\* cases were checked, \\* of them");
        ReportPeriod before = ReportPeriod.of(ReportKind.WEEKLY, BEFORE);
        assertThat(Report.of(before, input.withQuality(most)).markdown(Language.EN))
                .contains("43 cases were checked, \\* of them");
    }

    @Test
    void a_ledger_without_rates_and_times_gives_a_report_of_counts() {
        add(10, MONDAY, "01.01");
        Dimension days = Dimension.period(PeriodUnit.DAY, ReportFacts.ZONE);
        List<Grouping> groupings = new ArrayList<>(List.of(Grouping.of(days)));
        for (Dimension by : List.of(
                Dimension.department(),
                Dimension.category(),
                Dimension.kind(),
                Dimension.area(),
                Dimension.grade(),
                Dimension.resolution(),
                Dimension.openAge(5, 10, 30, 90))) {
            groupings.add(Grouping.of(days, by));
        }
        LedgerSpec spec = LedgerSpec.of(List.of(), List.of(), groupings);
        Report report = Report.of(WEEK, ReportFacts.input(facts, spec, LATER));
        assertThat(texts(rows(report, "totals"), 1)).containsExactly("10", "2.0");
        for (String id : List.of("times", "satisfaction", "guards")) {
            assertThat(report.section(id).orElseThrow().blocks()).as(id).containsExactly(Sections.nothing());
        }
    }

    @Test
    void options_and_problems_may_be_at_the_ends_of_their_ranges() {
        ReportOptions least = new ReportOptions(1, 1, 0.5, 1, 0, 0, Optional.empty());
        assertThat(least.top()).isEqualTo(1);
        assertThat(new ChronicProblem("quiet", 0, 0, 0, MONDAY).cases()).isZero();
        for (double confidence : new double[] {0, 1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ReportOptions(1, 1, confidence, 1, 0, 0, Optional.empty()))
                    .withMessageContaining("but were " + confidence + " and 0.0");
        }
        for (double effect : new double[] {-0.1, Double.POSITIVE_INFINITY, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ReportOptions(1, 1, 0.5, 1, effect, 0, Optional.empty()))
                    .withMessageContaining("but were 0.5 and " + effect);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new ReportOptions(1, 0, 0.5, 1, 0, 0, Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReportOptions(1, 1, 0.5, 0, 0, 0, Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReportOptions(1, 1, 0.5, 1, 0, -1, Optional.empty()));
    }

    @Test
    void a_week_that_has_just_begun_has_no_days_yet() {
        add(10, MONDAY, "01.01");
        Report report = Report.of(WEEK, ReportFacts.input(facts, MONDAY));
        assertThat(texts(rows(report, "comparisons"), 1)).containsExactly("none", "none");
        assertThat(ValueText.of(rows(report, "comparisons").get(0).get(1), Language.ZH))
                .isEqualTo("无");
    }

    @Test
    void a_listed_case_tells_when_it_is_due_to_the_minute() {
        add(10, MONDAY, "01.01");
        ListedCase listed = new ListedCase(
                CaseNumber.of("L1"), "late", Optional.empty(), Optional.of(ReportFacts.noon(MONDAY)), "a note");
        Report report =
                Report.of(WEEK, ReportFacts.input(facts, LATER).withLists(List.of(listed), List.of(), List.of()));
        assertThat(rows(report, "overdue").get(0).stream().map(ReportCellsTest::text))
                .containsExactly("L1", "late", "—", "2025-06-16 12:00", "a note");
    }

    @Test
    void every_number_says_where_it_comes_from() {
        add(60, MONDAY, f -> f.took(Phase.TO_COMPLETION, 90));
        add(40, BEFORE, "01.01");
        graded(40, Satisfaction.SATISFIED);
        Report report = report(ReportOptions.standard());
        List<Value> kinds = rows(report, "kinds").get(0);
        assertThat(kinds.get(2)).isInstanceOf(Value.Share.class);
        assertThat(kinds.get(3)).isInstanceOf(Value.Change.class);
        List<Value> whatIf = rows(report, "whatIfs").get(0);
        assertThat(whatIf.get(2)).isInstanceOf(Value.Rate.class);
        assertThat(whatIf.get(3)).isInstanceOf(Value.Range.class);
        List<Value> time = rows(report, "times").get(3);
        assertThat(time.get(2)).isInstanceOf(Value.Time.class);
        for (Value value : List.of(kinds.get(1), kinds.get(2), kinds.get(3))) {
            assertThat(value.source().orElseThrow().anchor())
                    .isEqualTo(value instanceof Value.Share ? "metric-shareOfCases" : "metric-volume");
            assertThat(value.source().orElseThrow().cases()).isPresent();
        }
        for (Value value : List.of(whatIf.get(2), whatIf.get(3))) {
            assertThat(value.source().orElseThrow().anchor()).isEqualTo("metric-satisfaction");
        }
        assertThat(time.get(2).source().orElseThrow().anchor()).isEqualTo("metric-handlingTime");
        assertThat(report.toString()).startsWith("Report weekly report 2025-W25 of [period, totals, kinds, ");
    }

    @Test
    void those_not_satisfied_are_told_by_what_was_resolved_and_by_category_and_not_where_small_counts_are_hidden() {
        graded(30, Satisfaction.SATISFIED);
        graded(20, Satisfaction.DISSATISFIED);
        assertThat(rows(report(ReportOptions.standard()), "unsatisfied").stream()
                        .map(row -> row.stream().map(ReportCellsTest::text).toList()))
                .containsExactly(
                        List.of("resolution", "resolved", "20", "60.0% (30/50)"),
                        List.of("category", "code 01.01", "20", "60.0% (30/50)"));
        assertThat(report(published()).table("unsatisfied")).isEmpty();
    }

    @Test
    void a_rate_of_ones_own_stands_in_the_totals_with_what_it_leaves_out_and_would_be() {
        Exclusion elsewhere = new Exclusion(
                "elsewhere",
                Label.of("别处", "elsewhere"),
                FactTest.ofFact(
                        f -> f.category().filter(c -> c.value().equals("02.01")).isPresent()));
        Metric own = Metric.builder("own")
                .name("自家率", "a rate of ours")
                .exclude(elsewhere)
                .numerator("由电话", "by phone", FactTest.ofFact(f -> f.channel() == Channel.PHONE))
                .denominator("本处", "here")
                .whatIf(new WhatIf("all", Label.of("全算", "if all were"), Set.of("elsewhere"), Set.of()))
                .build();
        add(30, MONDAY, f -> f);
        add(10, MONDAY, f -> f.channel(Channel.WEB));
        add(20, MONDAY, "02.01");
        ReportInput input = ReportFacts.input(
                facts, Report.ledgerSpec(ReportFacts.ZONE, ReportFacts.CALENDAR).withMetrics(List.of(own)), LATER);
        Report report = Report.of(WEEK, input);
        List<List<Value>> totals = rows(report, "totals");
        assertThat(texts(totals, 0)).endsWith("a rate of ours");
        assertThat(text(totals.get(totals.size() - 1).get(1))).isEqualTo("75.0% (30/40)");
        assertThat(rows(report, "leftOut").stream()
                        .filter(row -> text(row.get(0)).equals("a rate of ours"))
                        .map(row -> row.stream().map(ReportCellsTest::text).toList()))
                .containsExactly(List.of(
                        "a rate of ours", "elsewhere", "20", "75.0% (30/40)", "50.0% (30/60)", "83.3% (50/60)"));
        assertThat(texts(rows(report, "whatIfs"), 1)).endsWith("as defined", "if all were");
        assertThat(report.csv(Language.EN).get("totals")).contains("a rate of ours,75.0,30,40");
        Report published = Report.of(WEEK, input.withOptions(published()));
        for (String table : List.of("totals", "leftOut", "whatIfs")) {
            List<List<Value>> shown =
                    published.table(table).map(Block.Table::rows).orElse(List.of());
            assertThat(texts(shown, 0)).doesNotContain("a rate of ours");
        }
    }

    @Test
    void words_beside_no_change_are_not_of_working_days_and_what_is_no_character_is_replaced() {
        Value.Change none = new Value.Change(
                Optional.of(new BigDecimal("0.0")),
                Value.Unit.PERCENT,
                Movement.UP,
                new Source("volume", Optional.empty()));
        assertThat(none.word().en()).isEqualTo("up");
        assertThat(ValueText.oneLine("a\uD800b\uFFFFc\uFFFEd\u2028e\tf ")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd e f");
    }

    @Test
    void rates_of_fewer_than_asked_for_are_named_in_the_note() {
        graded(29, Satisfaction.SATISFIED);
        add(1, MONDAY, "01.01");
        List<Value> row = rows(report(ReportOptions.standard()), "departments").get(0);
        assertThat(text(row.get(row.size() - 1))).isEqualTo("too few to tell: resolution rate, satisfaction rate");
        graded(1, Satisfaction.SATISFIED);
        row = rows(report(ReportOptions.standard()), "departments").get(0);
        assertThat(text(row.get(row.size() - 1))).isEqualTo("—");
    }
}
