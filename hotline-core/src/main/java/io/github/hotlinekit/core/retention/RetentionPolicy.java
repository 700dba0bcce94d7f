package io.github.hotlinekit.core.retention;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.Tag;
import io.github.hotlinekit.core.document.Identity;
import io.github.hotlinekit.core.privacy.PersonalField;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.immutables.value.Value;

/**
 * How long personal data of cases is kept (保存期限). For each kind of data the first row counts that
 * names it and fits the case; what no row names is kept. So the special rows stand before the general
 * ones, and one case may lose its telephone number after one year and its texts after three.
 *
 * @param identity id and version
 * @param rows the rows, in order
 * @param holdTags tags that stop all erasure while a case bears one of them (法律保留)
 */
@Value.Builder
public record RetentionPolicy(Identity identity, List<RetentionRow> rows, Set<Tag> holdTags) {

    /** Checks and copies the parts. */
    public RetentionPolicy {
        Objects.requireNonNull(identity, "identity");
        rows = List.copyOf(rows);
        LinkedHashSet<Tag> copy = new LinkedHashSet<>(holdTags);
        copy.forEach(tag -> Objects.requireNonNull(tag, "holdTags"));
        holdTags = Collections.unmodifiableSet(copy);
    }

    /**
     * What of a case is to be erased next.
     *
     * @param subject the case
     * @param zone the zone in whose calendar the periods run
     * @return the fields that come first and were not erased yet; empty while the case is open or on hold, and
     *     when nothing is left that the policy asks to erase
     */
    public Optional<RetentionDue> due(Case subject, ZoneId zone) {
        return due(subject, zone, c -> false);
    }

    /**
     * What of a case is to be erased next, where holds are known to the host beyond the tags of cases.
     *
     * @param subject the case
     * @param zone the zone in whose calendar the periods run
     * @param hold whether nothing of a case may be erased, such as while it is before a court
     * @return the fields that come first and were not erased yet; empty while the case is open or on hold, and
     *     when nothing is left that the policy asks to erase
     */
    public Optional<RetentionDue> due(Case subject, ZoneId zone, Predicate<Case> hold) {
        Objects.requireNonNull(zone, "zone");
        Optional<Instant> end = subject.closed().or(subject::ended);
        if (end.isEmpty() || subject.tags().stream().anyMatch(holdTags::contains) || hold.test(subject)) {
            return Optional.empty();
        }
        Set<PersonalField> left = EnumSet.allOf(PersonalField.class);
        left.removeAll(erased(subject));
        Optional<RetentionDue> next = Optional.empty();
        Set<PersonalField> open = EnumSet.allOf(PersonalField.class); // those that no row before has spoken of
        for (int i = 0; i < rows.size(); i++) {
            RetentionRow row = rows.get(i);
            Set<PersonalField> fields = EnumSet.copyOf(row.fields());
            fields.retainAll(open);
            if (!row.matches(subject)) {
                continue;
            }
            open.removeAll(fields);
            fields.retainAll(left);
            if (row.keptFor().isPresent() && !fields.isEmpty()) {
                Instant from = end.get().atZone(zone).plus(row.keptFor().get()).toInstant();
                if (next.filter(n -> !from.isBefore(n.from())).isEmpty()) {
                    next = Optional.of(new RetentionDue(from, fields, identity, i));
                }
            }
        }
        return next;
    }

    /** What was erased with nothing said since that could hold it anew. */
    private static Set<PersonalField> erased(Case subject) {
        Set<PersonalField> erased = EnumSet.noneOf(PersonalField.class);
        List<CaseEvent> events = subject.events();
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i) instanceof CaseEvent.PersonalDataErased erasure) {
                erased.addAll(erasure.fields());
            } else if (!(events.get(i) instanceof CaseEvent.Archived)) {
                break;
            }
        }
        return erased;
    }

    /**
     * A builder; the identity must be given.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a policy. */
    public static final class Builder extends RetentionPolicyBuilder {
        Builder() {}
    }
}
