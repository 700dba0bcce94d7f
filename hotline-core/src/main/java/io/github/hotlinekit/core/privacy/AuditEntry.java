package io.github.hotlinekit.core.privacy;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a host writes to its audit trail when personal data was revealed. It carries none itself.
 * The trail is not the timeline of a case: departments read that one.
 *
 * @param purpose what the data was revealed for
 * @param by the host's opaque reference to who asked, of the form of {@link RevealRequest#by}
 * @param at when
 * @param fields the kinds of data, in the order of the enum; at least one
 * @param count how many values were revealed; at least one for each kind
 */
public record AuditEntry(RevealPurpose purpose, String by, Instant at, Set<PersonalField> fields, int count) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the reference is not of its form, no kind is named, or there
     *     are fewer values than kinds
     */
    public AuditEntry {
        Objects.requireNonNull(purpose, "purpose");
        StaffReference.check(by);
        Objects.requireNonNull(at, "at");
        EnumSet<PersonalField> copy = EnumSet.noneOf(PersonalField.class);
        copy.addAll(fields);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("fields must hold at least one field, but was empty");
        }
        if (count < copy.size()) {
            throw new IllegalArgumentException(
                    "count must be at least the number of fields " + copy.size() + ", but was " + count);
        }
        fields = Collections.unmodifiableSet(copy);
    }

    /**
     * This entry and another of the same act in one: all the kinds, and the sum of the values.
     *
     * @param other an entry of the same purpose, reference and instant
     * @return both in one
     * @throws IllegalArgumentException if purpose, reference or instant differ
     * @throws ArithmeticException if the sum does not fit
     */
    public AuditEntry plus(AuditEntry other) {
        if (!act().equals(other.act())) {
            throw new IllegalArgumentException(
                    "other must have the purpose, reference and instant " + act() + ", but had " + other.act());
        }
        EnumSet<PersonalField> both = EnumSet.copyOf(fields);
        both.addAll(other.fields);
        return new AuditEntry(purpose, by, at, both, Math.addExact(count, other.count));
    }

    /**
     * As few entries as tell the same: one for each purpose, reference and instant.
     *
     * @param entries the entries, such as those of an export of many cases
     * @return the merged ones, each at the place of its first
     * @throws ArithmeticException if a sum does not fit
     */
    public static List<AuditEntry> merge(Collection<AuditEntry> entries) {
        Map<RevealRequest, AuditEntry> merged = new LinkedHashMap<>();
        for (AuditEntry entry : entries) {
            merged.merge(entry.act(), entry, AuditEntry::plus);
        }
        return List.copyOf(merged.values());
    }

    private RevealRequest act() {
        return new RevealRequest(purpose, by, at);
    }
}
