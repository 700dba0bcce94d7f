package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.Facts;
import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Specifications and facts that the tests of ledgers share. */
final class Specs {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Dimension DAY = Dimension.period(PeriodUnit.DAY, ZONE);

    /** Each kind of dimension but those of one's own; the last two have several keys, of which a grouping has one at most. */
    static final List<Dimension> DIMENSIONS = List.of(
            DAY,
            Dimension.period(PeriodUnit.ISO_WEEK, ZONE),
            Dimension.period(PeriodUnit.MONTH, ZONE),
            Dimension.period(PeriodUnit.QUARTER, ZONE),
            Dimension.period(PeriodUnit.YEAR, ZONE),
            Dimension.kind(),
            Dimension.channel(),
            Dimension.priority(),
            Dimension.requesterType(),
            Dimension.attribution(),
            Dimension.state(),
            Dimension.grade(),
            Dimension.resolution(),
            Dimension.category(),
            Dimension.category(1),
            Dimension.category(2),
            Dimension.area(),
            Dimension.area(6),
            Dimension.area(9),
            Dimension.department(),
            Dimension.respondent(),
            Dimension.openAge(1, 5, 30),
            Dimension.openAge(WorkingCalendar.china(), ZoneId.of("Asia/Shanghai"), 1, 5, 30),
            Dimension.assisting(),
            Dimension.participant());

    /** Every metric, some of them by other time bases too; days, trees, several keys. */
    static final LedgerSpec WIDE = LedgerSpec.of(
            metrics(),
            List.of(
                    Measure.handlingTime(),
                    Measure.standard().get(0),
                    Measure.handlingTime().on(TimeBasis.COMPLETED)),
            List.of(
                    Grouping.of(DAY, Dimension.department(), Dimension.kind()),
                    Grouping.of(DAY, Dimension.category()),
                    Grouping.of(DAY, Dimension.area()),
                    Grouping.of(Dimension.participant(), Dimension.kind()),
                    Grouping.of(Dimension.channel()),
                    Grouping.total()));

    private Specs() {}

    private static List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>(Metric.catalogue());
        Metric.standard().forEach(m -> metrics.add(m.on(TimeBasis.DUE)));
        metrics.add(Metric.standard().get(7).on(TimeBasis.CALLED_BACK));
        return metrics;
    }

    static List<CaseFact> facts(int count, long seed) {
        Random random = new Random(seed);
        List<CaseFact> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            facts.add(Facts.fact(random));
        }
        return facts;
    }

    static Ledger ledger(LedgerSpec spec, List<CaseFact> facts) {
        Ledger ledger = Ledger.of(spec);
        facts.forEach(ledger::add);
        return ledger;
    }
}
