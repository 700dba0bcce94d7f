package io.github.hotlinekit.sla.policy;

import java.util.Objects;

/**
 * A time limit for something.
 *
 * @param kind for what
 * @param limit how long
 * @param due when on the due day it runs out; {@link DueMoment#SAME_TIME} for elapsed time
 */
public record SlaTarget(TargetKind kind, TimeLimit limit, DueMoment due) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the kind is {@link TargetKind#PROMISE}, or elapsed time is to
     *     run out at the end of a day
     */
    public SlaTarget {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(due, "due");
        if (kind == TargetKind.PROMISE) {
            throw new IllegalArgumentException("kind must not be PROMISE: no policy sets what a source promised");
        }
        if (limit instanceof TimeLimit.Elapsed && due != DueMoment.SAME_TIME) {
            throw new IllegalArgumentException("due must be SAME_TIME for the elapsed limit " + limit);
        }
    }

    /**
     * A target that runs out when its limit usually does: days at the end of the day, elapsed time to the
     * minute.
     *
     * @param kind for what
     * @param limit how long
     * @return the target
     */
    public static SlaTarget of(TargetKind kind, TimeLimit limit) {
        return new SlaTarget(
                kind, limit, limit instanceof TimeLimit.Elapsed ? DueMoment.SAME_TIME : DueMoment.END_OF_DAY);
    }
}
