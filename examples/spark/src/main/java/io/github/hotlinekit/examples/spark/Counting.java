package io.github.hotlinekit.examples.spark;

import io.github.hotlinekit.stats.ledger.Ledger;
import io.github.hotlinekit.stats.ledger.LedgerSpec;
import io.github.hotlinekit.stats.metric.FactCheck;
import io.github.hotlinekit.stats.metric.FactField;
import java.io.Serializable;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the tasks of a batch do with facts. It travels; each task makes its own specification and check of it.
 *
 * @param specClass the class of the factory that makes them
 * @param asOf the instant as of which facts are checked; null if they are not
 */
record Counting(String specClass, @Nullable Instant asOf) implements Serializable {

    LedgerSpec spec() {
        return LedgerSpecFactory.named(specClass);
    }

    Optional<FactCheck> check() {
        return Optional.ofNullable(asOf).map(LedgerSpecFactory.of(specClass)::check);
    }

    /** The columns that it looks at, in their order. */
    List<FactColumn> columns() {
        Set<FactField> fields = EnumSet.copyOf(spec().reads());
        check().ifPresent(check -> fields.addAll(check.reads()));
        return SpecColumns.of(fields);
    }

    PartBuilder builder() {
        return new PartBuilder(Ledger.of(spec()), check());
    }
}
