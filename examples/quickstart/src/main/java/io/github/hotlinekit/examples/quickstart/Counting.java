package io.github.hotlinekit.examples.quickstart;

import io.github.hotlinekit.core.cases.*;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.stats.ledger.*;
import io.github.hotlinekit.stats.metric.*;
import java.time.*;
import java.util.*;

/** The README's program about figures: two ledgers, merged, and a rate with all that belongs to it. */
public final class Counting {

    private Counting() {}

    /**
     * Prints a rate, what it leaves out, what it would be otherwise, and the times of a department.
     *
     * @param args nothing
     */
    public static void main(String[] args) {
        Dimension day = Dimension.period(PeriodUnit.DAY, ZoneId.of("Asia/Shanghai"));
        LedgerSpec spec = LedgerSpec.of(
                Metric.standard(), List.of(Measure.handlingTime()), List.of(Grouping.of(day, Dimension.department())));

        Ledger morning = Ledger.of(spec);
        morning.add(fact("1", "CGJ", 95, Optional.of(Satisfaction.SATISFIED)));
        morning.add(fact("2", "CGJ", 2_880, Optional.of(Satisfaction.DISSATISFIED)));
        Ledger evening = Ledger.of(spec).add(fact("3", "CGJ", 1_440, Optional.empty()));
        LedgerSnapshot snapshot = evening.merge(morning).snapshot();

        Dimension month = Dimension.period(PeriodUnit.MONTH, ZoneId.of("Asia/Shanghai"));
        LedgerRow row =
                snapshot.rows(Grouping.of(month, Dimension.department())).get(0);
        Figure satisfaction = row.figure("satisfaction");
        Interval interval = satisfaction.ratio().interval(0.95).orElseThrow();
        System.out.println(row.key() + " " + satisfaction.ratio() + " = "
                + satisfaction.ratio().percent(1).orElseThrow() + " %, 95 % interval "
                + Math.round(100 * interval.lower()) + " to " + Math.round(100 * interval.upper()) + " %");
        System.out.println("left out: unreachable " + satisfaction.excluded().get("unreachable"));
        satisfaction
                .whatIf()
                .forEach((what, rate) -> System.out.println(what.name().en() + ": " + rate));
        Times times = row.times("handlingTime");
        System.out.println("minutes: mean " + times.ended().mean(1).orElseThrow() + ", median "
                + times.ended().quantile(0.5).orElseThrow());
        System.out.println(satisfaction.metric().describe(Language.EN));
        System.out.println(row.fingerprint());
    }

    private static CaseFact fact(String number, String lead, int minutes, Optional<Satisfaction> grade) {
        CaseOutcome outcome = CaseOutcome.builder()
                .kind(CaseKind.COMPLAINT)
                .state(CaseState.CLOSED)
                .complete(Verdict.ON_TIME)
                .callback(grade.isPresent() ? CallbackOutcome.ANSWERED : CallbackOutcome.UNREACHABLE)
                .satisfaction(grade)
                .build();
        return CaseFact.builder()
                .number(CaseNumber.of(number))
                .received(Instant.parse("2026-09-18T02:00:00Z"))
                .channel(Channel.PHONE)
                .lead(DepartmentCode.of(lead))
                .outcome(outcome)
                .took(Phase.TO_COMPLETION, minutes)
                .build();
    }
}
