package io.github.hotlinekit.sla.policy;

import io.github.hotlinekit.core.cases.SuspensionGround;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A time limit for something.
 *
 * @param kind for what
 * @param limit how long
 * @param start what starts its clock
 * @param startMoment from which moment on the clock counts
 * @param cutoff the time of day from which a start counts as of the next working day, to the
 *     minute; none by default
 * @param due when on the due day it runs out; {@link DueMoment#SAME_TIME} for limits in time
 * @param lastDay what becomes of a last day that is no working day, for calendar days and months
 * @param hours the name of the policy's opening hours that it counts by, where it needs some
 * @param pauses the grounds of suspension that stop its clock
 * @param extensions which extensions of it count
 * @param warnings when it turns yellow and red, each at most once
 */
@Value.Builder
public record SlaTarget(
        TargetKind kind,
        TimeLimit limit,
        ClockStart start,
        StartMoment startMoment,
        Optional<LocalTime> cutoff,
        DueMoment due,
        LastDay lastDay,
        Optional<String> hours,
        Set<SuspensionGround> pauses,
        ExtensionRule extensions,
        List<Warning> warnings)
        implements WithSlaTarget {

    /** Every ground of suspension. */
    public static final Set<SuspensionGround> ALL_GROUNDS = Set.copyOf(EnumSet.allOf(SuspensionGround.class));

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if the kind is {@link TargetKind#PROMISE}, the cut-off is no whole minute, a
     *     limit in time is to run out at the end of a day, or opening hours are needed and not named: for working time, {@link
     *     DueMoment#CLOSE_OF_BUSINESS} and {@link StartMoment#NEXT_OPENING}
     */
    public SlaTarget {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(startMoment, "startMoment");
        Objects.requireNonNull(cutoff, "cutoff");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(lastDay, "lastDay");
        Objects.requireNonNull(hours, "hours");
        pauses = Set.copyOf(Objects.requireNonNull(pauses, "pauses"));
        Objects.requireNonNull(extensions, "extensions");
        warnings = List.copyOf(Objects.requireNonNull(warnings, "warnings"));
        if (kind == TargetKind.PROMISE) {
            throw new IllegalArgumentException("kind must not be PROMISE: no policy sets what a source promised");
        }
        if (cutoff.isPresent() && !cutoff.get().equals(cutoff.get().truncatedTo(ChronoUnit.MINUTES))) {
            throw new IllegalArgumentException("cutoff must be a whole minute, but was " + cutoff.get());
        }
        if (!limit.isInDays() && due != DueMoment.SAME_TIME) {
            throw new IllegalArgumentException("due must be SAME_TIME for the limit in time " + limit);
        }
        if (hours.isEmpty() && needsHours(limit, startMoment, due)) {
            throw new IllegalArgumentException("hours must be named for " + kind + " within " + limit);
        }
    }

    static boolean needsHours(TimeLimit limit, StartMoment startMoment, DueMoment due) {
        return limit instanceof TimeLimit.WorkingTime
                || startMoment == StartMoment.NEXT_OPENING
                || due == DueMoment.CLOSE_OF_BUSINESS;
    }

    /**
     * A target that counts as the law does: from the very instant, days to the end of the due day, a last
     * calendar day on to the next working day; every suspension stops it, every extension in time adds to it.
     * Completion is counted from the receipt, the callback from the reply, all else from the dispatch.
     *
     * @param kind for what
     * @param limit how long, in days, months or elapsed time
     * @return the target
     * @throws IllegalArgumentException if the kind is {@link TargetKind#PROMISE}, or the limit is working time,
     *     which needs opening hours
     */
    public static SlaTarget of(TargetKind kind, TimeLimit limit) {
        return of(kind, limit, Optional.empty());
    }

    /**
     * The same, with opening hours.
     *
     * @param kind for what
     * @param limit how long
     * @param hours the name of the policy's opening hours
     * @return the target
     * @throws IllegalArgumentException if the kind is {@link TargetKind#PROMISE}
     */
    public static SlaTarget of(TargetKind kind, TimeLimit limit, String hours) {
        return of(kind, limit, Optional.of(hours));
    }

    private static SlaTarget of(TargetKind kind, TimeLimit limit, Optional<String> hours) {
        return new SlaTarget(
                kind,
                limit,
                usualStart(kind),
                StartMoment.AS_RECORDED,
                Optional.empty(),
                usualDue(limit),
                LastDay.NEXT_WORKING_DAY,
                hours,
                ALL_GROUNDS,
                usualExtensions(kind),
                List.of());
    }

    static DueMoment usualDue(TimeLimit limit) {
        return limit.isInDays() ? DueMoment.END_OF_DAY : DueMoment.SAME_TIME;
    }

    static ExtensionRule usualExtensions(TargetKind kind) {
        return kind == TargetKind.COMPLETE ? ExtensionRule.ANY : ExtensionRule.NONE;
    }

    static ClockStart usualStart(TargetKind kind) {
        return switch (kind) {
            case COMPLETE, PROMISE -> ClockStart.RECEIPT;
            case CALLBACK -> ClockStart.REPLY;
            case SIGN_FOR, RETURN, FIRST_CONTACT -> ClockStart.DISPATCH;
        };
    }
}
