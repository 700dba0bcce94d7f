package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.sla.calendar.WorkingHours;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What a city has to say for facts to be made of its cases.
 *
 * @param hours the working hours by which departments are measured; without them times to sign for, to first contact and
 *     to reply are not measured
 * @param justBefore how little time is left at a completion that is just before due, more than 0
 * @param longSuspension how long a suspension is long, in all hours of all days, more than 0
 */
public record FactRules(Optional<WorkingHours> hours, Duration justBefore, Duration longSuspension) {

    /** Without working hours; just before due is the last 2 hours, long is from 15 days on. */
    public static final FactRules STANDARD = new FactRules(Optional.empty(), Duration.ofHours(2), Duration.ofDays(15));

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a duration is not more than 0
     */
    public FactRules {
        Objects.requireNonNull(hours, "hours");
        positive(justBefore, "justBefore");
        positive(longSuspension, "longSuspension");
    }

    /**
     * These rules with working hours.
     *
     * @param measuredBy the hours
     * @return the rules
     */
    public FactRules withHours(WorkingHours measuredBy) {
        return new FactRules(Optional.of(measuredBy), justBefore, longSuspension);
    }

    private static void positive(Duration duration, String name) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be more than 0, but was " + duration);
        }
    }
}
