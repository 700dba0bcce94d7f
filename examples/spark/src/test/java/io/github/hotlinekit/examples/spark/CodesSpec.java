package io.github.hotlinekit.examples.spark;

import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import io.github.hotlinekit.stats.ledger.LedgerSpec;
import io.github.hotlinekit.stats.metric.FactCheck;
import java.time.Instant;
import java.util.List;

/** The standard figures, of a city that knows which codes exist. */
public final class CodesSpec implements LedgerSpecFactory {

    /** Made by name. */
    public CodesSpec() {}

    @Override
    public LedgerSpec spec() {
        return new StandardSpec().spec();
    }

    @Override
    public FactCheck check(Instant asOf) {
        return FactCheck.of(asOf, Taxonomy.standard(), Directory.of("nobody", "1", List.of(), List.of()));
    }
}
