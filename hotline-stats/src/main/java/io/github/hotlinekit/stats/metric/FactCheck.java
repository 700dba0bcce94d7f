package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Step;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for what cannot be so in a fact.
 *
 * @param asOf the instant of the figures
 * @param taxonomy the categories that exist; without it categories are not checked
 * @param directory the departments and areas that exist; without it they are not checked
 */
public record FactCheck(Instant asOf, Optional<Taxonomy> taxonomy, Optional<Directory> directory) {

    /** Checks the parts. */
    public FactCheck {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(taxonomy, "taxonomy");
        Objects.requireNonNull(directory, "directory");
    }

    /**
     * A check of instants and of what contradicts itself, without codes.
     *
     * @param asOf the instant of the figures
     * @return the check
     */
    public static FactCheck of(Instant asOf) {
        return new FactCheck(asOf, Optional.empty(), Optional.empty());
    }

    /**
     * A check of codes too.
     *
     * @param asOf the instant of the figures
     * @param taxonomy the categories that exist
     * @param directory the departments and areas that exist
     * @return the check
     */
    public static FactCheck of(Instant asOf, Taxonomy taxonomy, Directory directory) {
        return new FactCheck(asOf, Optional.of(taxonomy), Optional.of(directory));
    }

    /**
     * Which fields of a fact it looks at: facts that differ in others have the same faults.
     *
     * @return the fields, in their order; those of codes only where it is known which exist
     */
    public Set<FactField> reads() {
        Set<FactField> fields = EnumSet.of(
                FactField.RECEIVED,
                FactField.DUE,
                FactField.COMPLETED,
                FactField.CALLED_BACK,
                FactField.LEAD,
                FactField.OUTCOME);
        if (taxonomy.isPresent()) {
            fields.add(FactField.CATEGORY);
        }
        if (directory.isPresent()) {
            fields.add(FactField.ASSISTING);
            fields.add(FactField.AREA);
        }
        return Collections.unmodifiableSet(fields);
    }

    /**
     * What cannot be so.
     *
     * @param fact the fact
     * @return the faults, in their order; empty if there is none
     */
    public Set<FactFault> faults(CaseFact fact) {
        Set<FactFault> faults = EnumSet.noneOf(FactFault.class);
        instants(fact, faults);
        outcome(fact, faults);
        codes(fact, faults);
        return faults;
    }

    private void instants(CaseFact fact, Set<FactFault> faults) {
        Instant received = fact.received();
        addIf(faults, FactFault.RECEIVED_IN_FUTURE, received.isAfter(asOf));
        addIf(
                faults,
                FactFault.COMPLETED_IN_FUTURE,
                fact.completed().filter(c -> c.isAfter(asOf)).isPresent());
        addIf(faults, FactFault.COMPLETED_BEFORE_RECEIVED, isBefore(fact.completed(), received));
        addIf(faults, FactFault.DUE_BEFORE_RECEIVED, isBefore(fact.due(), received));
        addIf(faults, FactFault.CALLED_BACK_BEFORE_RECEIVED, isBefore(fact.calledBack(), received));
        addIf(
                faults,
                FactFault.CALLED_BACK_IN_FUTURE,
                fact.calledBack().filter(c -> c.isAfter(asOf)).isPresent());
        addIf(faults, FactFault.TIME_RUNS_BACKWARDS, fact.outcome().has(Trait.IMPLAUSIBLE));
    }

    private static boolean isBefore(Optional<Instant> instant, Instant other) {
        return instant.isPresent() && instant.get().isBefore(other);
    }

    private static void outcome(CaseFact fact, Set<FactFault> faults) {
        CaseOutcome outcome = fact.outcome();
        boolean completed = fact.completed().isPresent();
        addIf(
                faults,
                FactFault.COMPLETED_AND_UNHANDLED,
                completed && outcome.state().compareTo(CaseState.HANDLING) < 0);
        addIf(
                faults,
                FactFault.CLOSED_WITHOUT_COMPLETION,
                !completed && outcome.state() == CaseState.CLOSED && outcome.records(Step.REPLY));
        addIf(
                faults,
                FactFault.ANSWER_WITHOUT_CALLBACK,
                outcome.callback() != CallbackOutcome.ANSWERED
                        && (outcome.resolution().isPresent()
                                || outcome.satisfaction().isPresent()));
        addIf(
                faults,
                FactFault.NO_LEAD,
                completed && fact.lead().isEmpty() && !outcome.answeredAtDesk() && outcome.records(Step.DISPATCH));
    }

    private void codes(CaseFact fact, Set<FactFault> faults) {
        addIf(
                faults,
                FactFault.UNKNOWN_CATEGORY,
                taxonomy.isPresent()
                        && fact.category()
                                .filter(c -> taxonomy.get().find(c).isEmpty())
                                .isPresent());
        if (directory.isEmpty()) {
            return;
        }
        boolean unknown =
                fact.assisting().stream().anyMatch(d -> directory.get().find(d).isEmpty());
        addIf(
                faults,
                FactFault.UNKNOWN_DEPARTMENT,
                unknown
                        || fact.lead()
                                .filter(d -> directory.get().find(d).isEmpty())
                                .isPresent());
        addIf(
                faults,
                FactFault.UNKNOWN_AREA,
                fact.area().filter(a -> directory.get().find(a).isEmpty()).isPresent());
    }

    private static void addIf(Set<FactFault> faults, FactFault fault, boolean so) {
        if (so) {
            faults.add(fault);
        }
    }
}
