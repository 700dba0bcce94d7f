package io.github.hotlinekit.stats.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.core.cases.Step;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.stats.ledger.DataQuality;
import io.github.hotlinekit.stats.ledger.Figure;
import io.github.hotlinekit.stats.ledger.Ledger;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The figures that Shishi's hotline published of its first three years (石狮日报, 2016-03-08): 75,729 calls, of which 34,795
 * consultations, 16,791 complaints and reports and 4,146 suggestions; 99.8 % completed; 93.8 % satisfied. What the paper
 * does not print is made up here: of what the rates are, who handled what, and when.
 */
class ShishiReportTest {

    private static final int CALLS = 75_729;
    private static final LocalDate FIRST = LocalDate.of(2013, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2015, 12, 31);
    private static final Instant AS_OF = Instant.parse("2016-03-08T00:00:00Z");
    private static final ReportPeriod THREE_YEARS = ReportPeriod.special(Window.of(FIRST, LAST.plusDays(1)));
    private static final Report[] REPORT = new Report[1];

    private static Report report() {
        return REPORT[0];
    }

    @BeforeAll
    static void counts_the_calls() {
        Ledger ledger = Ledger.of(Report.ledgerSpec(ReportFacts.ZONE, ReportFacts.CALENDAR));
        DataQuality.Builder quality = DataQuality.builder(FactCheck.of(AS_OF));
        for (int i = 0; i < CALLS; i++) {
            CaseFact fact = fact(i);
            ledger.add(fact);
            quality.add(fact);
        }
        Map<String, Label> names = Map.of(
                "D01", Label.of("公交公司", "bus company"),
                "D02", Label.of("住建局", "housing bureau"),
                "D03", Label.of("城管局", "urban management"));
        ReportInput input = ReportInput.of(ledger.snapshot(), ReportFacts.ZONE, ReportFacts.CALENDAR, AS_OF)
                .withNames(new ReportNames(
                        c -> Optional.of(
                                Label.of("事项" + c.substring(c.length() - 1), "subject " + c.substring(c.length() - 1))),
                        d -> Optional.ofNullable(names.get(d)),
                        a -> Optional.empty()))
                .withLists(
                        List.of(new ListedCase(
                                CaseNumber.of("SS000042"),
                                "=HYPERLINK(\"http://example.org\")",
                                Optional.of("D01"),
                                Optional.of(Instant.parse("2015-12-20T10:00:00Z")),
                                "超期 | 79 天")),
                        List.of(new ListedCase(
                                CaseNumber.of("SS000777"), "八七路立面改造", Optional.of("D02"), Optional.empty(), "九部门齐抓共管")),
                        List.of(new ChronicProblem("永宁煤炭场扰民", 61, 24, 17, LAST)))
                .withQuality(quality.build());
        REPORT[0] = Report.of(THREE_YEARS, input);
    }

    /** The numbers 0 to 75,728 in an order in which kinds and outcomes do not go together. */
    private static int scattered(int i) {
        return (int) ((long) i * 7_919 % CALLS);
    }

    private static CaseFact fact(int i) {
        int at = scattered(i);
        LocalDate day = FIRST.plusDays(i % 1_095);
        CaseFact.Builder fact = CaseFact.builder()
                .number(CaseNumber.of(String.format(Locale.ROOT, "SS%06d", i)))
                .received(ReportFacts.noon(day))
                .channel(Channel.PHONE)
                .priority(Priority.NORMAL)
                .requesterType(RequesterType.RESIDENT)
                .category(CategoryCode.of("0" + (1 + i % 7) + ".0" + (1 + i % 3)))
                .area(AreaCode.of("35058100" + (1 + i % 5)))
                .lead(DepartmentCode.of(String.format(Locale.ROOT, "D%02d", 1 + (i % 13) * (i % 11) % 12)))
                .outcome(outcome(i, at));
        if (at < 74_483) {
            int minutes = 60 + at % 9_000;
            fact.took(Phase.TO_COMPLETION, minutes)
                    .completed(ReportFacts.noon(day).plusSeconds(60L * minutes));
        } else if (at < 74_632) {
            fact.running(Phase.TO_COMPLETION, 100_000 + at % 1_000);
        }
        return fact.build();
    }

    private static CaseOutcome outcome(int i, int at) {
        Set<Trait> traits = EnumSet.of(Trait.DISPATCHED, Trait.REQUESTER_KNOWN);
        if (at % 50 == 0) {
            traits.add(Trait.REOPENED);
        }
        if (at % 40 == 0) {
            traits.add(Trait.JUST_BEFORE_DUE);
        }
        boolean closed = at < 74_483;
        boolean open = !closed && at < 74_632;
        boolean graded = at < 27_432;
        CallbackOutcome callback = graded
                ? CallbackOutcome.ANSWERED
                : at < 32_000
                        ? CallbackOutcome.UNREACHABLE
                        : at < 32_500 ? CallbackOutcome.REFUSED : CallbackOutcome.NOT_ASKED;
        return CaseOutcome.builder()
                .kind(kind(i))
                .state(closed ? CaseState.CLOSED : open ? CaseState.HANDLING : CaseState.ENDED)
                .ending(closed || open ? Optional.empty() : Optional.of(Ending.WITHDRAWN))
                .answeredAtDesk(closed && at >= 40_000)
                .complete(
                        closed
                                ? at % 60 == 0 ? Verdict.LATE : Verdict.ON_TIME
                                : open ? Verdict.LATE : Verdict.CANCELLED)
                .signFor(closed && at < 40_000 ? Verdict.ON_TIME : Verdict.NO_TARGET)
                .firstContact(Verdict.NOT_RECORDED)
                .promise(Verdict.NO_TARGET)
                .callback(callback)
                .satisfaction(graded ? Optional.of(grade(at)) : Optional.empty())
                .resolution(graded ? Optional.of(at % 20 == 0 ? Resolution.PARTLY : Resolution.YES) : Optional.empty())
                .traits(traits)
                .recorded(EnumSet.complementOf(EnumSet.of(Step.FIRST_CONTACT)))
                .build();
    }

    private static CaseKind kind(int i) {
        if (i < 34_795) {
            return CaseKind.CONSULTATION;
        }
        if (i < 34_795 + 16_791) {
            return CaseKind.COMPLAINT;
        }
        return i < 34_795 + 16_791 + 4_146 ? CaseKind.SUGGESTION : CaseKind.OTHER;
    }

    private static Satisfaction grade(int at) {
        if (at < 25_731) {
            return at % 2 == 0 ? Satisfaction.VERY_SATISFIED : Satisfaction.SATISFIED;
        }
        return at < 26_500
                ? Satisfaction.FAIR
                : at < 27_300 ? Satisfaction.DISSATISFIED : Satisfaction.VERY_DISSATISFIED;
    }

    @Test
    void the_published_figures_come_out() {
        List<List<Value>> totals = report().table("totals").orElseThrow().rows();
        assertThat(((Value.Count) totals.get(0).get(1)).count()).isEqualTo(CALLS);
        Figure completion = ((Value.Rate) totals.get(2).get(1)).figure();
        assertThat(completion.ratio()).hasToString("74483/74632");
        assertThat(completion.ratio().percent(1).orElseThrow()).hasToString("99.8");
        Value.Rate satisfaction = (Value.Rate)
                report().table("whatIfs").orElseThrow().rows().get(0).get(2);
        assertThat(satisfaction.ratio()).hasToString("25731/27432");
        assertThat(satisfaction.ratio().percent(1).orElseThrow()).hasToString("93.8");
        assertThat(report().table("kinds").orElseThrow().rows().stream().map(r -> ((Value.Count) r.get(1)).count()))
                .containsExactly(34_795L, 16_791L, 4_146L, 19_997L, 75_729L);
    }

    @Test
    void the_report_in_chinese_is_the_golden_one() throws IOException {
        golden("shishi.zh.md", report().markdown(Language.ZH));
    }

    @Test
    void the_report_in_english_is_the_golden_one() throws IOException {
        golden("shishi.en.md", report().markdown(Language.EN));
    }

    @Test
    void the_tables_in_chinese_are_the_golden_ones() throws IOException {
        golden("shishi.zh.csv.txt", joined(report().csv(Language.ZH)));
    }

    @Test
    void the_tables_in_english_are_the_golden_ones() throws IOException {
        golden("shishi.en.csv.txt", joined(report().csv(Language.EN)));
    }

    private static String joined(Map<String, String> tables) {
        StringBuilder all = new StringBuilder();
        tables.forEach(
                (id, text) -> all.append("== ").append(id).append(".csv\n").append(text));
        return all.toString();
    }

    /** What a report is instead of a golden file is left in {@code target/golden}, to be looked at and copied. */
    private static void golden(String name, String text) throws IOException {
        Path actual = Path.of("target", "golden", name);
        Files.createDirectories(actual.getParent());
        Files.writeString(actual, text);
        try (InputStream in = ShishiReportTest.class.getResourceAsStream(name)) {
            assertThat(in).as("golden file %s", name).isNotNull();
            assertThat(text).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
