package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.sla.calendar.Certainty;
import io.github.hotlinekit.sla.policy.TargetKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where a case stands against one target, as of an instant.
 *
 * @param kind the target
 * @param state where it stands
 * @param dueDate the due day in the policy's zone; empty for elapsed time, a promise, and a clock that
 *     has not started
 * @param lateFrom the first instant that is too late: late iff done or asked at or after it; empty if the
 *     clock has not started
 * @param finished when what the target asks for was done
 * @param row the policy's row that set the target; empty for a promise
 * @param policy id and version of the policy
 * @param calendar id and version of the calendar
 * @param certainty how sure the calendar is of the due day and the start
 */
@Value.Builder
public record SlaReading(
        TargetKind kind,
        State state,
        Optional<LocalDate> dueDate,
        Optional<Instant> lateFrom,
        Optional<Instant> finished,
        Optional<String> row,
        String policy,
        String calendar,
        Certainty certainty) {

    /** Where a case stands against a target. */
    public enum State {
        /** What starts the clock has not happened. */
        NOT_STARTED,
        /** The case's source does not record what the target is about: nothing can be said. */
        NOT_RECORDED,
        /** Running, and in time. */
        RUNNING,
        /** Running, and too late already. */
        OVERDUE,
        /** Done in time. */
        MET,
        /** Done too late. */
        MISSED,
        /** No longer asked for: returned or closed unsigned, or the case ended without handling. */
        CANCELLED
    }

    /** Checks the parts. */
    public SlaReading {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(dueDate, "dueDate");
        Objects.requireNonNull(lateFrom, "lateFrom");
        Objects.requireNonNull(finished, "finished");
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(certainty, "certainty");
    }

    /**
     * Whether it is late: missed or overdue.
     *
     * @return whether it is
     */
    public boolean isLate() {
        return state == State.MISSED || state == State.OVERDUE;
    }

    /**
     * A builder; kind, state, policy, calendar and certainty must be given.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a reading. */
    public static final class Builder extends SlaReadingBuilder {
        Builder() {}
    }
}
