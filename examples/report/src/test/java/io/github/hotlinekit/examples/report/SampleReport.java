package io.github.hotlinekit.examples.report;

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
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.stats.ledger.DataQuality;
import io.github.hotlinekit.stats.ledger.Ledger;
import io.github.hotlinekit.stats.metric.CallbackOutcome;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.CaseOutcome;
import io.github.hotlinekit.stats.metric.FactCheck;
import io.github.hotlinekit.stats.metric.Phase;
import io.github.hotlinekit.stats.metric.Trait;
import io.github.hotlinekit.stats.metric.Verdict;
import io.github.hotlinekit.stats.report.ChronicProblem;
import io.github.hotlinekit.stats.report.ListedCase;
import io.github.hotlinekit.stats.report.Report;
import io.github.hotlinekit.stats.report.ReportInput;
import io.github.hotlinekit.stats.report.ReportKind;
import io.github.hotlinekit.stats.report.ReportNames;
import io.github.hotlinekit.stats.report.ReportOptions;
import io.github.hotlinekit.stats.report.ReportPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A report of June 2015, of made-up facts, in which names and texts are attacks. */
final class SampleReport {

    static final String FORMULA = "=HYPERLINK(\"http://example.org\",\"click\")";
    static final String PLUS = "+1+cmd|' /C calc'!A0";
    static final String AT = "@SUM(A1:A9)";
    static final String SCRIPT = "<script>alert('1')</script><b title=\"x\">&amp;";
    static final Instant AS_OF = Instant.parse("2015-07-10T02:03:04Z");

    private static final List<CaseKind> KINDS =
            List.of(CaseKind.CONSULTATION, CaseKind.COMPLAINT, CaseKind.REPORT, CaseKind.SUGGESTION);
    private static final List<Satisfaction> GRADES =
            List.of(Satisfaction.VERY_SATISFIED, Satisfaction.SATISFIED, Satisfaction.FAIR, Satisfaction.DISSATISFIED);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private SampleReport() {}

    static Edition edition(Language language) {
        return edition(language, ReportOptions.standard());
    }

    static Edition edition(Language language, ReportOptions options) {
        List<CaseFact> facts = new ArrayList<>();
        Random random = new Random(7);
        add(facts, LocalDate.of(2015, 6, 1), 400, random);
        add(facts, LocalDate.of(2015, 5, 1), 300, random);
        add(facts, LocalDate.of(2014, 6, 1), 350, random);
        Ledger ledger = Ledger.of(Report.ledgerSpec(ZONE, WorkingCalendar.china()));
        facts.forEach(ledger::add);
        boolean zh = language == Language.ZH;
        ReportInput input = ReportInput.of(ledger.snapshot(), ZONE, WorkingCalendar.china(), AS_OF)
                .withNames(new ReportNames(
                        c -> Optional.of(Label.of("事项 " + c, "subject " + c)),
                        d -> Optional.of(
                                d.equals("D1")
                                        ? Label.of(SCRIPT, SCRIPT)
                                        : d.equals("D2") ? Label.of(FORMULA, FORMULA) : Label.of("单位", "office")),
                        a -> Optional.empty()))
                .withOptions(options)
                .withLists(
                        List.of(
                                listed("C-1", FORMULA, PLUS),
                                listed("C-2", AT, SCRIPT),
                                listed("C-3", "-2+3", zh ? "说明" : "note")),
                        List.of(listed("C-4", "\t=1+1", "_x003D_1")),
                        List.of(new ChronicProblem(zh ? "噪声" : "noise", 9, 4, 3, LocalDate.of(2015, 6, 30))))
                .withQuality(DataQuality.of(facts, FactCheck.of(AS_OF)));
        return new Edition(
                Report.of(ReportPeriod.of(ReportKind.MONTHLY, LocalDate.of(2015, 6, 1)), input),
                language,
                Label.of("某市", "A city"),
                Label.of("样本 " + SCRIPT, "sample " + SCRIPT));
    }

    private static ListedCase listed(String number, String title, String note) {
        return new ListedCase(CaseNumber.of(number), title, Optional.of("D2"), Optional.of(AS_OF), note);
    }

    private static void add(List<CaseFact> facts, LocalDate first, int count, Random random) {
        for (int i = 0; i < count; i++) {
            Instant received = first.plusDays(random.nextInt(28))
                    .atTime(12, 0)
                    .atZone(ZONE)
                    .toInstant();
            boolean closed = random.nextInt(20) > 0;
            boolean withdrawn = !closed && random.nextBoolean();
            boolean graded = closed && random.nextInt(3) > 0;
            int minutes = 60 + random.nextInt(9_000);
            CaseFact.Builder fact = CaseFact.builder()
                    .number(CaseNumber.of(first + "-" + i))
                    .received(received)
                    .channel(Channel.PHONE)
                    .priority(Priority.NORMAL)
                    .requesterType(RequesterType.RESIDENT)
                    .category(CategoryCode.of("0" + (1 + random.nextInt(9)) + ".0" + (1 + random.nextInt(3))))
                    .area(AreaCode.of("35058100" + (1 + random.nextInt(5))))
                    .lead(DepartmentCode.of("D" + (1 + Math.min(random.nextInt(6), random.nextInt(6)))))
                    .outcome(CaseOutcome.builder()
                            .kind(KINDS.get(random.nextInt(KINDS.size())))
                            .state(closed ? CaseState.CLOSED : withdrawn ? CaseState.ENDED : CaseState.HANDLING)
                            .ending(withdrawn ? Optional.of(Ending.WITHDRAWN) : Optional.empty())
                            .answeredAtDesk(false)
                            .complete(
                                    withdrawn
                                            ? Verdict.CANCELLED
                                            : closed && random.nextInt(9) > 0 ? Verdict.ON_TIME : Verdict.LATE)
                            .signFor(Verdict.ON_TIME)
                            .firstContact(Verdict.NOT_RECORDED)
                            .promise(Verdict.NO_TARGET)
                            .callback(graded ? CallbackOutcome.ANSWERED : CallbackOutcome.NOT_ASKED)
                            .satisfaction(
                                    graded ? Optional.of(GRADES.get(random.nextInt(GRADES.size()))) : Optional.empty())
                            .resolution(graded ? Optional.of(Resolution.YES) : Optional.empty())
                            .traits(Set.of(Trait.DISPATCHED))
                            .recorded(EnumSet.allOf(Step.class))
                            .build());
            if (closed) {
                fact.took(Phase.TO_COMPLETION, minutes).completed(received.plusSeconds(60L * minutes));
            } else if (!withdrawn) {
                fact.running(Phase.TO_COMPLETION, minutes);
            }
            facts.add(fact.build());
        }
    }
}
