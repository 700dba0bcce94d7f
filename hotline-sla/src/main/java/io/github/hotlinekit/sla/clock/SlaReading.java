package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.core.cases.ExtensionAmount;
import io.github.hotlinekit.sla.calendar.Certainty;
import io.github.hotlinekit.sla.policy.ClockStart;
import io.github.hotlinekit.sla.policy.Light;
import io.github.hotlinekit.sla.policy.TargetKind;
import io.github.hotlinekit.sla.policy.TimeLimit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where a case stands against one target, as of an instant.
 *
 * @param kind the target
 * @param start what started its clock, and so whose clock it is
 * @param leg the department's leg it is about, on a department's clock
 * @param round 1 for the first time that the case is handled, one more for each reopening
 * @param state where it stands
 * @param started when its clock was started
 * @param dueDate the due day in the policy's zone; empty for a limit in time, a promise, and a clock that has not
 *     started; while it is paused, as if it were resumed at the instant of the reading
 * @param earliest the earliest day that the due day may turn out to be, if the calendar is not settled so far
 * @param latest the latest day, likewise
 * @param lateFrom the first instant that is too late: late iff done or asked at or after it; empty if the
 *     clock has not started
 * @param finished when what the target asks for was done
 * @param limit how long it may take, without extensions; empty for a promise
 * @param used how much of it is used: working days, calendar days for a limit in those or in months, minutes for a
 *     limit in time
 * @param left how much of it, with its extensions, is left, in the same unit; 0 if it is late
 * @param light how near the deadline is; green for a clock that does not run
 * @param lateness how late it is, or was when it was done
 * @param extensions the extensions that count
 * @param nextChange the next instant at which its state or light changes if nothing happens; empty if none will
 * @param row the policy's row that set the target; empty for a promise
 * @param policy id and version of the policy
 * @param calendar id and version of the calendar
 * @param certainty how sure the calendar is of the due day and the start
 */
@Value.Builder
public record SlaReading(
        TargetKind kind,
        ClockStart start,
        Optional<Leg> leg,
        int round,
        State state,
        Optional<Instant> started,
        Optional<LocalDate> dueDate,
        Optional<LocalDate> earliest,
        Optional<LocalDate> latest,
        Optional<Instant> lateFrom,
        Optional<Instant> finished,
        Optional<TimeLimit> limit,
        long used,
        long left,
        Light light,
        Lateness lateness,
        List<ExtensionAmount> extensions,
        Optional<Instant> nextChange,
        Optional<String> row,
        String policy,
        String calendar,
        Certainty certainty)
        implements WithSlaReading {

    /** Where a case stands against a target. */
    public enum State {
        /** What starts the clock has not happened. */
        NOT_STARTED,
        /** The case's source does not record what the target is about: nothing can be said. */
        NOT_RECORDED,
        /** Running, and in time. */
        RUNNING,
        /** Standing still, for a suspension that the policy allows. */
        PAUSED,
        /** Running, and too late already. */
        OVERDUE,
        /** Done in time. */
        MET,
        /** Done too late, or given up when it was too late. */
        MISSED,
        /** No longer asked for: returned or closed unsigned, or the case ended without handling. */
        CANCELLED,
        /** A window that closed unused: the department did not return the case, and keeps it. */
        LAPSED;

        /**
         * Whether it may still change when nothing but time passes, or when a pause ends.
         *
         * @return whether it is running, paused or overdue
         */
        public boolean isRunning() {
            return this == RUNNING || this == PAUSED || this == OVERDUE;
        }
    }

    /** Checks and copies the parts. */
    public SlaReading {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(leg, "leg");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(dueDate, "dueDate");
        Objects.requireNonNull(earliest, "earliest");
        Objects.requireNonNull(latest, "latest");
        Objects.requireNonNull(lateFrom, "lateFrom");
        Objects.requireNonNull(finished, "finished");
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(light, "light");
        Objects.requireNonNull(lateness, "lateness");
        extensions = List.copyOf(Objects.requireNonNull(extensions, "extensions"));
        Objects.requireNonNull(nextChange, "nextChange");
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

    /** The reading of a clock that does not count yet, or never will. */
    static SlaReading idle(
            TargetKind kind,
            ClockStart start,
            State state,
            Optional<TimeLimit> limit,
            Optional<String> row,
            String policy,
            String calendar) {
        return new SlaReading(
                kind,
                start,
                Optional.empty(),
                1,
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit,
                0,
                0,
                Light.GREEN,
                Lateness.NONE,
                List.of(),
                Optional.empty(),
                row,
                policy,
                calendar,
                Certainty.SETTLED);
    }
}
