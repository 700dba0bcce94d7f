package io.github.hotlinekit.core.cases;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where an imported case comes from and which steps that system records. A step it does not record
 * is missing from the timeline, which says nothing about whether it happened; figures on it are "no
 * data", never zero.
 *
 * @param system the system's name
 * @param recorded the steps it records
 * @param id the case's id in that system
 */
public record Source(String system, Set<Step> recorded, Optional<Reference> id) {

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if the system's name is not 1 to 200 characters without blanks at the
     *     ends and without control characters
     */
    public Source {
        Checks.identity(system, "system");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(recorded, "recorded");
        recorded = recorded.isEmpty() ? Set.of() : Checks.set(EnumSet.copyOf(recorded), "recorded");
    }

    /**
     * A source that does not tell its own ids.
     *
     * @param system the system's name
     * @param recorded the steps it records
     * @return the source
     * @throws IllegalArgumentException if the system's name is not of the form above
     */
    public static Source of(String system, Set<Step> recorded) {
        return new Source(system, recorded, Optional.empty());
    }

    /** The steps that a hotline on this SDK records: all. */
    static final Set<Step> ALL_STEPS = Set.copyOf(EnumSet.allOf(Step.class));
}
