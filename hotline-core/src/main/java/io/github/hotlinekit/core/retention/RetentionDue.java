package io.github.hotlinekit.core.retention;

import io.github.hotlinekit.core.document.Identity;
import io.github.hotlinekit.core.privacy.PersonalField;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * What of a case is to be erased next, and since when.
 *
 * @param from the first instant at which it may be kept no longer
 * @param fields what is to be erased, in the order of the enum; at least one
 * @param policy the policy that says so
 * @param row the row of the policy that says so, from 0
 */
public record RetentionDue(Instant from, Set<PersonalField> fields, Identity policy, int row) {

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if there is no field, or the row is negative
     */
    public RetentionDue {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(policy, "policy");
        if (fields.isEmpty() || row < 0) {
            throw new IllegalArgumentException(
                    "fields must be at least 1, and row at least 0, but they were " + fields.size() + " and " + row);
        }
        fields = Collections.unmodifiableSet(EnumSet.copyOf(fields));
    }

    /**
     * Whether it is to be erased by now.
     *
     * @param now an instant
     * @return whether it is at or after {@link #from}
     */
    public boolean isDue(Instant now) {
        return !now.isBefore(from);
    }
}
