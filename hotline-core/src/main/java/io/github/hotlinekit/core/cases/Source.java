package io.github.hotlinekit.core.cases;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * Where an imported case comes from and which steps that system records. A step it does not record
 * is missing from the timeline, which says nothing about whether it happened; figures on it are "no
 * data", never zero.
 *
 * @param system the system's name
 * @param recorded the steps it records
 */
public record Source(String system, Set<Step> recorded) {

    /** Checks and copies the parts. */
    public Source {
        Objects.requireNonNull(system, "system");
        recorded = Set.copyOf(Objects.requireNonNull(recorded, "recorded"));
    }

    /** The steps that a hotline on this SDK records: all. */
    static final Set<Step> ALL_STEPS = Set.copyOf(EnumSet.allOf(Step.class));
}
