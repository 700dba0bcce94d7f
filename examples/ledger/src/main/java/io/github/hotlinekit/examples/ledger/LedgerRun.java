package io.github.hotlinekit.examples.ledger;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.sla.clock.SlaReading;
import io.github.hotlinekit.stats.ledger.DataQuality;
import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.ledger.Grouping;
import io.github.hotlinekit.stats.ledger.Ledger;
import io.github.hotlinekit.stats.ledger.LedgerSnapshot;
import io.github.hotlinekit.stats.ledger.LedgerSpec;
import io.github.hotlinekit.stats.ledger.PeriodUnit;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.FactCheck;
import io.github.hotlinekit.stats.metric.Metric;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** Brings each case through the SDK, from its timeline to the ledger: clock, route, fact, check, count. */
final class LedgerRun {

    /** The most open overdue cases that are listed; all are counted. */
    static final int LISTED = 100;

    static final Grouping TOTAL = Grouping.total();

    private final City city;
    private final Instant asOf;
    private final Grouping byDay;
    private final Grouping byMonth;
    private final Ledger ledger;
    private final DataQuality.Builder quality;
    private long counted;
    private long afterAsOf;
    private long overdueCases;
    private long stated;
    private long agreed;
    private final PriorityQueue<OverdueCase> overdue = new PriorityQueue<>(OverdueCase.LONGEST_LATE_FIRST.reversed());

    static final Grouping BY_KIND = Grouping.of(Dimension.kind());
    static final Grouping BY_CATEGORY = Grouping.of(Dimension.category(1));
    static final Grouping BY_DEPARTMENT = Grouping.of(Dimension.department());

    /**
     * A case that is open and late.
     *
     * @param fact the case
     * @param reading the clock that says so
     */
    record OverdueCase(CaseFact fact, SlaReading reading) {
        static final Comparator<OverdueCase> LONGEST_LATE_FIRST = Comparator.comparing(
                        (OverdueCase o) -> o.reading().lateFrom().orElseThrow())
                .thenComparing(o -> o.fact().number());
    }

    /**
     * What came of a run.
     *
     * @param quality what cannot be so of the cases in the ledger
     * @param counted the cases in the ledger
     * @param afterAsOf the cases received after the as-of instant, which are not
     * @param overdue the number of cases open and late
     * @param listed those longest late, at most {@value LedgerRun#LISTED}
     * @param stated the cases whose source names a department
     * @param agreed those of them that our rules give to the same department
     */
    record Result(
            LedgerSnapshot ledger,
            Grouping byDay,
            Grouping byMonth,
            DataQuality quality,
            long counted,
            long afterAsOf,
            long overdue,
            List<OverdueCase> listed,
            long stated,
            long agreed) {}

    LedgerRun(City city, Instant asOf) {
        this.city = city;
        this.asOf = asOf;
        ZoneId zone = city.policy().zone();
        this.byDay = Grouping.of(Dimension.period(PeriodUnit.DAY, zone));
        this.byMonth = Grouping.of(Dimension.period(PeriodUnit.MONTH, zone));
        this.ledger = Ledger.of(
                LedgerSpec.of(Metric.standard(), List.of(TOTAL, byDay, byMonth, BY_KIND, BY_CATEGORY, BY_DEPARTMENT)));
        this.quality = DataQuality.builder(FactCheck.of(asOf, city.taxonomy(), city.directory()));
    }

    void accept(Case subject, Optional<DepartmentCode> statedDepartment) {
        Optional<CityCases.Counted> then = CityCases.counted(city, subject, asOf);
        if (then.isEmpty()) {
            afterAsOf++;
            return;
        }
        CaseFact fact = then.get().fact();
        if (statedDepartment.isPresent()) {
            stated++;
            agreed += statedDepartment.equals(fact.lead()) ? 1 : 0;
        }
        counted++;
        ledger.add(fact);
        quality.add(fact);
        then.get().overdue().ifPresent(due -> note(new OverdueCase(fact, due)));
    }

    private void note(OverdueCase late) {
        overdueCases++;
        overdue.add(late);
        if (overdue.size() > LISTED) {
            overdue.remove();
        }
    }

    Result result() {
        List<OverdueCase> listed = new ArrayList<>(overdue);
        listed.sort(OverdueCase.LONGEST_LATE_FIRST);
        return new Result(
                ledger.snapshot(),
                byDay,
                byMonth,
                quality.build(),
                counted,
                afterAsOf,
                overdueCases,
                List.copyOf(listed),
                stated,
                agreed);
    }
}
