package io.github.hotlinekit.examples.spark;

import io.github.hotlinekit.stats.ledger.LedgerSpec;
import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Metric;
import java.util.List;
import java.util.Set;

/**
 * What {@link SparkSpeed} asks SQL too: how many were completed, on time, asked, satisfied and resolved, and the handling
 * time, by department and kind.
 */
public final class QuestionSpec implements LedgerSpecFactory {

    private static final Set<String> ASKED =
            Set.of("completion", "onTime", "callbackCoverage", "satisfaction", "resolution");

    /** Made by name. */
    public QuestionSpec() {}

    @Override
    public LedgerSpec spec() {
        return LedgerSpec.of(
                Metric.standard().stream().filter(m -> ASKED.contains(m.id())).toList(),
                List.of(Measure.handlingTime()),
                List.of(StandardSpec.DEPARTMENTS));
    }
}
