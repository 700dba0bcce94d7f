package io.github.hotlinekit.examples.spark;

import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.ledger.Grouping;
import io.github.hotlinekit.stats.ledger.LedgerSpec;
import io.github.hotlinekit.stats.ledger.PeriodUnit;
import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Metric;
import java.time.ZoneId;
import java.util.List;

/** The standard rates and the handling time, by department and kind, by month and department, and by category. */
public final class StandardSpec implements LedgerSpecFactory {

    static final Grouping DEPARTMENTS = Grouping.of(Dimension.department(), Dimension.kind());

    /** Made by name. */
    public StandardSpec() {}

    @Override
    public LedgerSpec spec() {
        Dimension month = Dimension.period(PeriodUnit.MONTH, ZoneId.of("Asia/Shanghai"));
        return LedgerSpec.of(
                Metric.standard(),
                List.of(Measure.handlingTime()),
                List.of(DEPARTMENTS, Grouping.of(month, Dimension.department()), Grouping.of(Dimension.category())));
    }
}
