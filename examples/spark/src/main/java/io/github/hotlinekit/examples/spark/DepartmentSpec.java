package io.github.hotlinekit.examples.spark;

import io.github.hotlinekit.stats.ledger.LedgerSpec;
import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Metric;
import java.util.List;

/** The standard rates and the handling time, by department and kind. */
public final class DepartmentSpec implements LedgerSpecFactory {

    /** Made by name. */
    public DepartmentSpec() {}

    @Override
    public LedgerSpec spec() {
        return LedgerSpec.of(Metric.standard(), List.of(Measure.handlingTime()), List.of(StandardSpec.DEPARTMENTS));
    }
}
