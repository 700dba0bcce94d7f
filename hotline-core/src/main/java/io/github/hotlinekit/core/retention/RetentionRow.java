package io.github.hotlinekit.core.retention;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.cases.RetentionClass;
import io.github.hotlinekit.core.privacy.PersonalField;
import java.time.Period;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A row of a retention policy: of which cases it speaks, what is erased, and how long after the case was
 * closed, or ended without handling. What a row does not ask for may be anything.
 *
 * @param kind the kind of the case
 * @param ending how it ended without handling
 * @param retention the class under which it was archived last
 * @param keptFor how long the fields are kept, in years, months and days of the calendar; empty if they are
 *     kept for good
 * @param fields what is erased then, in the order of the enum; at least one
 */
@Value.Builder
public record RetentionRow(
        Optional<CaseKind> kind,
        Optional<Ending> ending,
        Optional<RetentionClass> retention,
        Optional<Period> keptFor,
        Set<PersonalField> fields) {

    /** All kinds of personal data. */
    public static final Set<PersonalField> EVERYTHING = Collections.unmodifiableSet(EnumSet.allOf(PersonalField.class));

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if there is no field, or a part of the period is negative
     */
    public RetentionRow {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(ending, "ending");
        Objects.requireNonNull(retention, "retention");
        Objects.requireNonNull(keptFor, "keptFor");
        keptFor.ifPresent(period -> {
            if (period.isNegative()) {
                throw new IllegalArgumentException("keptFor must not be negative in any part, but was " + period);
            }
        });
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("fields must be at least 1, but were none");
        }
        fields = Collections.unmodifiableSet(EnumSet.copyOf(fields));
    }

    boolean matches(Case subject) {
        return matches(kind, Optional.of(subject.kind()))
                && matches(ending, subject.ending())
                && matches(retention, archivedAs(subject));
    }

    private static <T> boolean matches(Optional<T> wanted, Optional<T> found) {
        return wanted.isEmpty() || wanted.equals(found);
    }

    private static Optional<RetentionClass> archivedAs(Case subject) {
        List<CaseEvent> events = subject.correctedEvents();
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i) instanceof CaseEvent.Archived archived) {
                return archived.retention();
            }
        }
        return Optional.empty();
    }

    /**
     * A builder; a field must be given.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a row. */
    public static final class Builder extends RetentionRowBuilder {
        Builder() {}
    }
}
