package io.github.hotlinekit.examples.spark;

import io.github.hotlinekit.stats.ledger.LedgerSpec;
import io.github.hotlinekit.stats.metric.FactField;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The columns that a specification needs: a ledger made of them is that made of all columns, byte by byte. What the other
 * columns hold is not looked at, so that a row which is no fact for what stands there alone is counted.
 */
final class SpecColumns {

    private SpecColumns() {}

    /** The columns, in their order. */
    static List<FactColumn> of(LedgerSpec spec) {
        return of(spec.reads());
    }

    /** The columns of some fields, in their order. */
    static List<FactColumn> of(Set<FactField> fields) {
        Set<FactColumn> columns = EnumSet.noneOf(FactColumn.class);
        fields.forEach(field -> columns.addAll(of(field)));
        return List.copyOf(columns);
    }

    private static Set<FactColumn> of(FactField field) {
        return switch (field) {
            case NUMBER -> Set.of(FactColumn.NUMBER);
            case REVISION -> Set.of(FactColumn.REVISION);
            case RECEIVED -> Set.of(FactColumn.RECEIVED);
            case DUE -> Set.of(FactColumn.DUE);
            case COMPLETED -> Set.of(FactColumn.COMPLETED);
            case CALLED_BACK -> Set.of(FactColumn.CALLED_BACK);
            case CHANNEL -> Set.of(FactColumn.CHANNEL);
            case PRIORITY -> Set.of(FactColumn.PRIORITY);
            case REQUESTER_TYPE -> Set.of(FactColumn.REQUESTER_TYPE);
            case CATEGORY -> Set.of(FactColumn.CATEGORY);
            case AREA -> Set.of(FactColumn.AREA);
            case LEAD -> Set.of(FactColumn.LEAD);
            case ASSISTING -> Set.of(FactColumn.ASSISTING);
            case RESPONDENT -> Set.of(FactColumn.RESPONDENT);
            case ATTRIBUTION -> Set.of(FactColumn.ATTRIBUTION);
            // What metrics test is one whole: which parts of it a test reads, it does not say.
            case OUTCOME -> FactColumn.outcome();
            case TO_SIGN_FOR -> Set.of(FactColumn.TO_SIGN_FOR, FactColumn.RUNNING);
            case TO_FIRST_CONTACT -> Set.of(FactColumn.TO_FIRST_CONTACT, FactColumn.RUNNING);
            case TO_REPLY -> Set.of(FactColumn.TO_REPLY, FactColumn.RUNNING);
            case TO_COMPLETION -> Set.of(FactColumn.TO_COMPLETION, FactColumn.RUNNING);
        };
    }
}
