package io.github.hotlinekit.stats.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.stats.ledger.DataQuality;
import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.ledger.Window;
import io.github.hotlinekit.stats.metric.CallbackOutcome;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.CaseOutcome;
import io.github.hotlinekit.stats.metric.FactCheck;
import io.github.hotlinekit.stats.metric.Phase;
import io.github.hotlinekit.stats.metric.Trait;
import io.github.hotlinekit.stats.metric.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whole reports of a few hundred cases: one with small counts hidden, and a special one by month. */
class PublishedReportTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 16);

    /** Cases of some days, so that some cells are small, some change, and one is new. */
    private static List<CaseFact> cases(LocalDate from, int days, int count, int offset) {
        List<CaseFact> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            facts.add(fact("P" + from + "-" + i, from.plusDays(i % days), i + offset));
        }
        return facts;
    }

    private static CaseFact fact(String number, LocalDate day, int i) {
        boolean closed = i % 9 < 6;
        boolean ended = i % 41 == 8;
        int minutes = 30 + i * 37 % 6_000;
        CaseFact.Builder fact = CaseFact.builder()
                .number(CaseNumber.of(number))
                .received(ReportFacts.noon(day))
                .channel(Channel.PHONE)
                .category(CategoryCode.of("0" + (1 + (i % 7) * (i % 5) % 6) + ".0" + (1 + i % 2)))
                .area(AreaCode.of("35058100" + (1 + i % 3)))
                .outcome(outcome(i, closed, ended));
        if (i % 10 > 0) {
            fact.lead(DepartmentCode.of("D0" + (1 + (i % 13) * (i % 4) % 5)));
        }
        if (ended) {
            return fact.build();
        }
        if (closed) {
            fact.took(Phase.TO_COMPLETION, minutes)
                    .completed(ReportFacts.noon(day).plusSeconds(60L * minutes));
        } else {
            fact.running(Phase.TO_COMPLETION, minutes);
        }
        if (i % 3 == 0) {
            fact.took(Phase.TO_SIGN_FOR, i % 50);
        }
        return fact.build();
    }

    private static CaseOutcome outcome(int i, boolean closed, boolean ended) {
        Set<Trait> traits = EnumSet.of(
                Trait.DISPATCHED,
                Trait.REQUESTER_KNOWN,
                Trait.REPEATED_JUDGED,
                Trait.RAISED_AGAIN_JUDGED,
                Trait.CHRONIC_JUDGED);
        if (i % 11 == 0) {
            traits.add(Trait.REOPENED);
        }
        if (i % 4 == 0) {
            traits.add(Trait.CONTACTED);
        }
        if (i % 13 == 0) {
            traits.add(Trait.REPEATED);
        }
        boolean answered = closed && i % 4 != 1;
        CaseOutcome outcome = CaseOutcome.builder()
                .kind(List.of(CaseKind.values()).get(i % 17 % 5))
                .state(ended ? CaseState.ENDED : closed ? CaseState.CLOSED : CaseState.HANDLING)
                .ending(ended ? Optional.of(Ending.WITHDRAWN) : Optional.empty())
                .build();
        return outcome.withComplete(
                        ended
                                ? Verdict.CANCELLED
                                : i % 8 == 0 ? Verdict.LATE : closed ? Verdict.ON_TIME : Verdict.PENDING)
                .withSignFor(i % 3 == 0 ? Verdict.ON_TIME : Verdict.PENDING)
                .withCallback(
                        answered
                                ? CallbackOutcome.ANSWERED
                                : closed ? CallbackOutcome.UNREACHABLE : CallbackOutcome.NOT_ASKED)
                .withResolution(
                        answered ? Optional.of(List.of(Resolution.values()).get(i % 5)) : Optional.empty())
                .withSatisfaction(
                        answered ? Optional.of(List.of(Satisfaction.values()).get(i % 6 % 5)) : Optional.empty())
                .withTraits(traits);
    }

    private static ReportInput input(List<CaseFact> facts, LocalDate today, List<Dimension> themes) {
        Map<String, Label> names = Map.of("D01", Label.of("住建局", "housing"), "D03", Label.of("城管局", "city"));
        return ReportFacts.input(
                        facts,
                        Report.ledgerSpec(ReportFacts.ZONE, ReportFacts.CALENDAR, themes)
                                .withMetrics(Report.byOtherInstants()),
                        today)
                .withNames(new ReportNames(
                        c -> c.startsWith("01") ? Optional.of(Label.of("供水", "water")) : Optional.empty(),
                        d -> Optional.ofNullable(names.get(d)),
                        a -> Optional.of(Label.of("街道", "street"))))
                .withLists(
                        List.of(new ListedCase(
                                CaseNumber.of("L1"), "late", Optional.of("D01"), Optional.empty(), "a note")),
                        List.of(),
                        List.of(new ChronicProblem("noise", 61, 4, 5, MONDAY)))
                .withQuality(DataQuality.of(facts, FactCheck.of(ReportFacts.noon(today))));
    }

    /** A week of which four days are over. */
    private static Report week(Suppression suppression) {
        List<CaseFact> facts = cases(MONDAY, 4, 230, 0);
        facts.addAll(cases(MONDAY.minusDays(7), 4, 190, 3));
        facts.addAll(cases(MONDAY.minusDays(364), 4, 120, 1));
        for (int i = 0; i < 40; i++) {
            facts.add(fact("N" + i, MONDAY, 7 * i).toBuilder()
                    .category(CategoryCode.of("09.01"))
                    .build());
        }
        return Report.of(
                ReportPeriod.of(ReportKind.WEEKLY, MONDAY),
                input(facts, MONDAY.plusDays(4), List.of())
                        .withOptions(ReportOptions.standard().withTop(5).withSuppression(suppression)));
    }

    /** Cases of housing of a quarter and a day, with nothing to compare them with by year. */
    private static Report theme() {
        LocalDate from = LocalDate.of(2025, 4, 1);
        List<CaseFact> facts = cases(from, 92, 300, 5);
        facts.addAll(cases(from.minusDays(92), 92, 200, 2));
        Theme theme = new Theme(Dimension.department(), "D01", Label.of("住建", "housing"));
        return Report.of(
                ReportPeriod.special(Window.of(from, from.plusDays(92)), theme),
                input(facts, LocalDate.of(2025, 8, 1), List.of(theme.dimension()))
                        .withOptions(ReportOptions.standard().withTop(3).withCategoryDepth(1)));
    }

    @Test
    void a_published_week_in_chinese_is_the_golden_one() throws IOException {
        golden("week.zh.md", withoutDefinitions(week(Suppression.standard()).markdown(Language.ZH)));
    }

    @Test
    void a_week_of_which_much_is_hidden_in_english_is_the_golden_one() throws IOException {
        golden("week.en.md", withoutDefinitions(week(Suppression.below(18)).markdown(Language.EN)));
    }

    @Test
    void a_theme_in_english_is_the_golden_one() throws IOException {
        golden("theme.en.md", withoutDefinitions(theme().markdown(Language.EN)));
    }

    @Test
    void the_tables_of_a_theme_in_chinese_are_the_golden_ones() throws IOException {
        StringBuilder all = new StringBuilder();
        theme().csv(Language.ZH)
                .forEach((id, text) ->
                        all.append("== ").append(id).append(".csv\n").append(text));
        golden("theme.zh.csv.txt", all.toString());
    }

    @Test
    void what_hides_the_callbacks_hides_the_reopenings_among_them_too() {
        // Of all cases, less those asked and those not asked, those withdrawn would be left.
        Report report = week(Suppression.below(18));
        assertThat(report.table("answers").orElseThrow().rows())
                .anySatisfy(row -> assertThat(row.subList(0, 2))
                        .containsExactly(Value.Text.of(Ending.WITHDRAWN.label()), new Value.Hidden()));
        for (String id : List.of("callbackCoverage", "reopened")) {
            assertThat(report.table("totals").orElseThrow().rows())
                    .filteredOn(row -> row.get(0) instanceof Value.Text text
                            && text.definition().equals(Optional.of(id)))
                    .singleElement()
                    .satisfies(row -> assertThat(row.get(1)).isEqualTo(new Value.Hidden()));
        }
    }

    private static String withoutDefinitions(String markdown) {
        return markdown.substring(0, markdown.indexOf("\n<a id="));
    }

    /** What a report is instead of a golden file is left in {@code target/golden}, to be looked at and copied. */
    private static void golden(String name, String text) throws IOException {
        Path actual = Path.of("target", "golden", name);
        Files.createDirectories(actual.getParent());
        Files.writeString(actual, text);
        try (InputStream in = PublishedReportTest.class.getResourceAsStream(name)) {
            assertThat(in).as("golden file %s", name).isNotNull();
            assertThat(text).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
