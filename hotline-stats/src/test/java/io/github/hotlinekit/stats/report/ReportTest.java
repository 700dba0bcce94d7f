package io.github.hotlinekit.stats.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.stats.ledger.DataQuality;
import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.ledger.Grouping;
import io.github.hotlinekit.stats.ledger.LedgerSpec;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.CaseOutcome;
import io.github.hotlinekit.stats.metric.FactCheck;
import io.github.hotlinekit.stats.metric.Facts;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.Movement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 16);
    private static final LocalDate LATER = LocalDate.of(2025, 7, 1);
    private static final ReportPeriod WEEK = ReportPeriod.of(ReportKind.WEEKLY, MONDAY);

    private static List<CaseFact> cases(String category, int count, LocalDate day) {
        Random random = new Random(category.hashCode());
        List<CaseFact> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            facts.add(Facts.fact(random).toBuilder()
                    .number(CaseNumber.of(category + "-" + day + "-" + i))
                    .received(ReportFacts.noon(day))
                    .category(CategoryCode.of(category))
                    .lead(DepartmentCode.of("D1"))
                    .build());
        }
        return facts;
    }

    private static List<CaseFact> twoWeeks() {
        List<CaseFact> facts = new ArrayList<>();
        LocalDate before = MONDAY.minusDays(7);
        facts.addAll(cases("01.01", 100, before));
        facts.addAll(cases("01.01", 103, MONDAY));
        facts.addAll(cases("02.01", 40, before));
        facts.addAll(cases("02.01", 110, MONDAY));
        facts.addAll(cases("03.01", 60, before));
        facts.addAll(cases("03.01", 15, MONDAY));
        facts.addAll(cases("04.01", 25, MONDAY));
        facts.addAll(cases("05.01", 1, before));
        facts.addAll(cases("05.01", 3, MONDAY));
        return facts;
    }

    private static String label(Value value) {
        return ((Value.Text) value).label().en();
    }

    @Test
    void a_word_that_the_amount_alone_would_contradict_says_that_it_is_by_working_days() {
        assertThat(word("1.6", Movement.DOWN)).isEqualTo("down by working days");
        assertThat(word("-1.6", Movement.UP)).isEqualTo("up by working days");
        assertThat(word("1.6", Movement.UP)).isEqualTo("up");
        assertThat(word("-1.6", Movement.DOWN)).isEqualTo("down");
        assertThat(word("0.0", Movement.DOWN)).isEqualTo("down");
        assertThat(word("-1.6", Movement.NO_CLEAR_CHANGE)).isEqualTo("no clear change");
        Value.Change change = change("1.6", Movement.DOWN);
        assertThat(change.word().in(Language.ZH)).isEqualTo("按工作日下降");
    }

    private static String word(String amount, Movement movement) {
        return change(amount, movement).word().in(Language.EN);
    }

    private static Value.Change change(String amount, Movement movement) {
        return new Value.Change(
                Optional.of(new BigDecimal(amount)),
                Value.Unit.PERCENT,
                movement,
                new Source("volume", Optional.empty()));
    }

    @Test
    void what_changed_is_told_with_its_word_and_what_did_not_is_not_listed() {
        Report report = Report.of(
                WEEK,
                ReportFacts.input(twoWeeks(), LATER)
                        .withOptions(ReportOptions.standard().withTop(30)));
        List<List<Value>> categories = report.table("movers").orElseThrow().rows().stream()
                .filter(r -> label(r.get(0)).equals("category"))
                .toList();
        assertThat(categories.stream().map(r -> label(r.get(1))))
                .containsExactly("code 02.01", "code 03.01", "code 04.01");
        assertThat(categories.stream().map(r -> ((Value.Change) r.get(4)).movement()))
                .containsExactly(Movement.UP, Movement.DOWN, Movement.NEW);
        Value.Change up = (Value.Change) categories.get(0).get(4);
        assertThat(up.amount().orElseThrow()).hasToString("175.0");
        assertThat(((Value.Change) categories.get(2).get(4)).amount()).isEmpty();
        // There was no week a year ago.
        assertThat(report.table("moversOnYear")).isEmpty();
        assertThat(report.table("categories").orElseThrow().rows().get(0).get(4))
                .isEqualTo(new Value.NoData());
    }

    @Test
    void counts_are_judged_by_working_days() {
        // The National Day of 2025 leaves its first week two working days; the Sunday before it is worked.
        ReportPeriod holiday = ReportPeriod.of(ReportKind.WEEKLY, LocalDate.of(2025, 10, 1));
        List<CaseFact> facts = cases("01.01", 120, LocalDate.of(2025, 9, 24));
        facts.addAll(cases("01.01", 60, LocalDate.of(2025, 10, 1)));
        Report report = Report.of(holiday, ReportFacts.input(facts, LocalDate.of(2025, 11, 1)));
        Comparison comparison = report.comparisons().get(0);
        assertThat(comparison.workingDaysNow()).isEqualTo(2);
        assertThat(comparison.workingDaysBase()).isEqualTo(6);
        List<Value> total = report.table("totals").orElseThrow().rows().get(0);
        // 60 in two working days are more than 120 in six, though fewer.
        assertThat(((Value.Change) total.get(3)).amount().orElseThrow()).hasToString("-50.0");
        assertThat(((Value.Change) total.get(3)).movement()).isEqualTo(Movement.UP);
        List<Value> perDay = report.table("totals").orElseThrow().rows().get(1);
        assertThat(((Value.Plain) perDay.get(1)).number()).hasToString("30.0");
        assertThat(((Value.Change) perDay.get(3)).amount().orElseThrow()).hasToString("50.0");
    }

    @Test
    void a_week_that_is_not_over_says_so() {
        Report report = Report.of(WEEK, ReportFacts.input(twoWeeks(), MONDAY.plusDays(2)));
        assertThat(report.comparisons().get(0).isCut()).isTrue();
        assertThat(report.markdown(Language.ZH)).contains("本期尚未结束：只计已过完的 2 天（2025-06-16 至 2025-06-17）");
        assertThat(report.markdown(Language.EN)).contains("The period is not over: only the 2 days");
        Report none = Report.of(WEEK, ReportFacts.input(twoWeeks(), MONDAY));
        assertThat(none.table("totals").orElseThrow().rows().get(0).get(1))
                .isInstanceOfSatisfying(
                        Value.Count.class, c -> assertThat(c.count()).isZero());
    }

    @Test
    void rates_of_few_are_marked() {
        List<CaseFact> facts = cases("01.01", 12, MONDAY);
        Report report = Report.of(WEEK, ReportFacts.input(facts, LATER));
        List<Value> department =
                report.table("departments").orElseThrow().rows().get(0);
        assertThat(label(department.get(department.size() - 1))).startsWith("too few to tell: ");
    }

    private static List<CaseFact> unjudged(int unrecorded, int ended) {
        CaseOutcome.Builder outcome = CaseOutcome.builder().kind(CaseKind.HELP).recorded(Set.of());
        CaseOutcome open = outcome.state(CaseState.HANDLING).build();
        CaseOutcome over =
                outcome.state(CaseState.ENDED).ending(Ending.WITHDRAWN).build();
        List<CaseFact> facts = new ArrayList<>();
        for (CaseFact fact : cases("01.01", unrecorded + ended, MONDAY)) {
            facts.add(fact.toBuilder()
                    .outcome(facts.size() < unrecorded ? open : over)
                    .build());
        }
        return facts;
    }

    @Test
    void figures_without_data_are_named_by_the_main_reason_why_cases_are_left_out() {
        Report many = Report.of(WEEK, ReportFacts.input(unjudged(9, 3), LATER));
        assertThat(many.markdown(Language.EN)).contains("No data, by the main reason why cases are left out: ");
        assertThat(many.markdown(Language.EN))
                .contains("not recorded by the source (response rate, direct answer rate");
        assertThat(many.markdown(Language.EN)).doesNotContain("withdrawn (");
        assertThat(Report.of(WEEK, ReportFacts.input(unjudged(3, 9), LATER)).markdown(Language.ZH))
                .contains("按不计入的主要原因——" + Ending.WITHDRAWN.label().zh() + "：");
        ReportOptions published = ReportOptions.standard().withSuppression(Suppression.below(11));
        assertThat(Report.of(WEEK, ReportFacts.input(unjudged(9, 3), LATER).withOptions(published))
                        .markdown(Language.EN))
                .doesNotContain("No data, by");
        assertThat(Report.of(WEEK, ReportFacts.input(List.of(), LATER)).markdown(Language.EN))
                .doesNotContain("No data, by");
    }

    @Test
    void a_published_report_names_no_case() {
        ListedCase listed =
                new ListedCase(CaseNumber.of("SECRET-1"), "secret", Optional.of("D1"), Optional.empty(), "note");
        List<CaseFact> facts = twoWeeks();
        DataQuality quality = DataQuality.of(facts, FactCheck.of(ReportFacts.noon(LATER)));
        ReportInput input = ReportFacts.input(facts, LATER)
                .withLists(List.of(listed), List.of(listed), List.of(new ChronicProblem("noise", 9, 4, 3, MONDAY)))
                .withQuality(quality);
        String open = Report.of(WEEK, input).markdown(Language.EN);
        assertThat(open).contains("SECRET-1").contains("| noise | 9 | 4 | 3 |").contains("01.01-2025");
        String published = Report.of(
                        WEEK, input.withOptions(ReportOptions.standard().withSuppression(Suppression.standard())))
                .markdown(Language.EN);
        assertThat(published)
                .doesNotContain("SECRET")
                .doesNotContain("01.01-2025")
                .contains("| noise | 9 | \\* | \\* |")
                .contains("A published report lists no single case.")
                .contains("Guaranteed: within a dimension and a window");
        // 3 of 05.01, and 15 of 03.01 with it; and their shares and changes.
        assertThat(published).doesNotContain("code 05.01").doesNotContain("code 03.01");
    }

    @Test
    void a_host_links_figures_to_their_cases() {
        Report report = Report.of(WEEK, ReportFacts.input(twoWeeks(), LATER));
        String linked = new MarkdownReport(
                        Language.EN,
                        trace -> Optional.of(
                                "https://cases.example/" + trace.metric().id() + "?<" + trace.key() + "|"))
                .write(report);
        assertThat(linked).contains("[256](<https://cases.example/volume?%3C[]%7C>)");
    }

    @Test
    void what_hosts_hand_in_makes_no_markdown() {
        assertThat(MarkdownReport.escaped("a|b [x](http://y) <b> `c` *d* _e_ \\ #f\n@g www.h"))
                .isEqualTo("a\\|b \\[x\\](http\\://y) \\<b\\> \\`c\\` \\*d\\* \\_e\\_ \\\\ \\#f \\@g www\\.h");
    }

    @Test
    void values_print_in_both_languages() {
        Report report = Report.of(WEEK, ReportFacts.input(twoWeeks(), LATER));
        Value change = report.table("categories").orElseThrow().rows().get(0).get(3);
        assertThat(ValueText.of(change, Language.ZH)).isEqualTo("+175.0%（上升）");
        assertThat(ValueText.of(change, Language.EN)).isEqualTo("+175.0% (up)");
        assertThat(report.title()).isEqualTo(Label.of("2025-W25 周报", "weekly report 2025-W25"));
        assertThat(report.section("movers")).isPresent();
        assertThat(report.section("nothing")).isEmpty();
    }

    @Test
    void a_ledger_of_other_groupings_is_refused() {
        LedgerSpec other = LedgerSpec.of(Metric.standard(), List.of(Grouping.of(Dimension.kind())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Report.of(WEEK, ReportFacts.input(twoWeeks(), other, LATER)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportOptions.standard().withTop(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReportOptions(1, 1, 1, 1, 0.2, 5, Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new ChronicProblem("x", -1, 0, 0, MONDAY));
    }
}
