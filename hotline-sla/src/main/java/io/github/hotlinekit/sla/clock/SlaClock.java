package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Step;
import io.github.hotlinekit.sla.calendar.Certainty;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.sla.policy.CaseTraits;
import io.github.hotlinekit.sla.policy.DueMoment;
import io.github.hotlinekit.sla.policy.PolicyRow;
import io.github.hotlinekit.sla.policy.SlaPolicy;
import io.github.hotlinekit.sla.policy.SlaTarget;
import io.github.hotlinekit.sla.policy.TargetKind;
import io.github.hotlinekit.sla.policy.TimeLimit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the clocks of a case off its timeline. Nothing is stored: a reading is a function of the case,
 * the policy, the calendar and an instant.
 *
 * <p>Limits in days follow the Civil Code of China, articles 200 to 204: the day on which the clock starts
 * is not counted, nothing is rolled before counting, the n-th working day after it is the due day, and the
 * case is late from 00:00 of the day after that, in the policy's zone.
 */
public final class SlaClock {

    private final SlaPolicy policy;
    private final WorkingCalendar calendar;
    private final String policyIdentity;
    private final String calendarIdentity;

    private SlaClock(SlaPolicy policy, WorkingCalendar calendar) {
        this.policy = Objects.requireNonNull(policy, "policy");
        this.calendar = Objects.requireNonNull(calendar, "calendar");
        this.policyIdentity = policy.identity();
        this.calendarIdentity = calendar.identity();
    }

    /**
     * A clock that counts by a policy and a calendar.
     *
     * @param policy which limits
     * @param calendar which days
     * @return the clock
     */
    public static SlaClock of(SlaPolicy policy, WorkingCalendar calendar) {
        return new SlaClock(policy, calendar);
    }

    /**
     * Where a case stands as of an instant; what happened after it plays no part.
     *
     * @param subject the case
     * @param asOf the instant
     * @return a reading for each target the case has, in the order of {@link TargetKind}; empty if the case
     *     was not yet registered
     * @throws java.time.DateTimeException if a deadline falls outside the years a calendar can have
     */
    public List<SlaReading> read(Case subject, Instant asOf) {
        Optional<Case> then = subject.asOf(asOf);
        if (then.isEmpty()) {
            return List.of();
        }
        Case known = then.get();
        List<SlaReading> readings = new ArrayList<>(3);
        Optional<PolicyRow> row = policy.row(traits(known));
        if (row.isPresent()) {
            for (SlaTarget target : row.get().targets()) {
                readings.add(
                        target.kind() == TargetKind.COMPLETE
                                ? complete(known, target, row.get().id(), asOf)
                                : signFor(known, target, row.get().id(), asOf));
            }
        }
        if (known.registration().promisedBy().isPresent()) {
            readings.add(promise(known, known.registration().promisedBy().get(), asOf));
        }
        return List.copyOf(readings);
    }

    private CaseTraits traits(Case subject) {
        return new CaseTraits(
                subject.kind(),
                subject.category(),
                subject.priority(),
                subject.area(),
                subject.channel(),
                subject.lead(),
                subject.received().atZone(policy.zone()).toLocalDate());
    }

    private SlaReading complete(Case subject, SlaTarget target, String row, Instant asOf) {
        Deadline deadline = deadline(subject.received(), target);
        // A reply plays no part in a case that ended without handling.
        Optional<Instant> done = subject.ending().isPresent() ? Optional.empty() : completed(subject);
        return reading(subject, target.kind(), deadline, done, asOf).row(row).build();
    }

    private SlaReading signFor(Case subject, SlaTarget target, String row, Instant asOf) {
        if (!subject.recordedSteps().contains(Step.DISPATCH)
                || !subject.recordedSteps().contains(Step.SIGN_FOR)) {
            return idle(target.kind(), SlaReading.State.NOT_RECORDED, row);
        }
        Optional<Instant> dispatched = subject.dispatched();
        if (dispatched.isEmpty()) {
            return idle(target.kind(), SlaReading.State.NOT_STARTED, row);
        }
        Deadline deadline = deadline(dispatched.get(), target);
        // Unsigned and no longer waiting for it: returned, closed or ended.
        if (subject.signedFor().isEmpty() && subject.state() != CaseState.DISPATCHED) {
            return running(target.kind(), deadline)
                    .state(SlaReading.State.CANCELLED)
                    .row(row)
                    .build();
        }
        return reading(subject, target.kind(), deadline, subject.signedFor(), asOf)
                .row(row)
                .build();
    }

    /** The source promised an inclusive instant; the first instant too late is the next one. */
    private SlaReading promise(Case subject, Instant promisedBy, Instant asOf) {
        Deadline deadline = new Deadline(Optional.empty(), promisedBy.plusNanos(1), Certainty.SETTLED);
        // Whatever way the case came to an end, the source's promise to be done with it is judged.
        Optional<Instant> done = subject.ended().isPresent() ? subject.ended() : completed(subject);
        return reading(subject, TargetKind.PROMISE, deadline, done, asOf).build();
    }

    /** The reply that stands, or the closing, whichever came first. */
    private static Optional<Instant> completed(Case subject) {
        Optional<Instant> replied = subject.replied();
        Optional<Instant> closed = subject.closed();
        if (replied.isPresent() && closed.isPresent()) {
            return replied.get().isBefore(closed.get()) ? replied : closed;
        }
        return replied.isPresent() ? replied : closed;
    }

    private SlaReading.Builder reading(
            Case subject, TargetKind kind, Deadline deadline, Optional<Instant> finished, Instant asOf) {
        SlaReading.Builder reading = running(kind, deadline);
        if (finished.isPresent()) {
            reading.finished(finished.get());
            reading.state(finished.get().isBefore(deadline.lateFrom) ? SlaReading.State.MET : SlaReading.State.MISSED);
        } else if (subject.ending().isPresent()) {
            reading.state(SlaReading.State.CANCELLED);
        } else {
            reading.state(asOf.isBefore(deadline.lateFrom) ? SlaReading.State.RUNNING : SlaReading.State.OVERDUE);
        }
        return reading;
    }

    private SlaReading.Builder running(TargetKind kind, Deadline deadline) {
        SlaReading.Builder reading = SlaReading.builder();
        reading.kind(kind)
                .dueDate(deadline.dueDate)
                .lateFrom(deadline.lateFrom)
                .policy(policyIdentity)
                .calendar(calendarIdentity)
                .certainty(deadline.certainty);
        return reading;
    }

    private SlaReading idle(TargetKind kind, SlaReading.State state, String row) {
        SlaReading.Builder reading = SlaReading.builder();
        reading.kind(kind)
                .state(state)
                .row(row)
                .policy(policyIdentity)
                .calendar(calendarIdentity)
                .certainty(Certainty.SETTLED);
        return reading.build();
    }

    /** A due day and the first instant that is too late. */
    private record Deadline(Optional<LocalDate> dueDate, Instant lateFrom, Certainty certainty) {}

    private Deadline deadline(Instant start, SlaTarget target) {
        if (target.limit() instanceof TimeLimit.Elapsed elapsed) {
            return new Deadline(Optional.empty(), start.plus(elapsed.duration()), Certainty.SETTLED);
        }
        ZonedDateTime local = start.atZone(policy.zone());
        LocalDate from = local.toLocalDate();
        LocalDate due = target.limit() instanceof TimeLimit.WorkingDays working
                ? calendar.plusWorkingDays(from, working.days())
                : calendar.nextOrSame(from.plusDays(((TimeLimit.CalendarDays) target.limit()).days()));
        return new Deadline(
                Optional.of(due),
                lateFrom(due, local, target.due(), policy.zone()),
                calendar.certainty(from).or(calendar.certainty(due)));
    }

    static Instant lateFrom(LocalDate due, ZonedDateTime start, DueMoment moment, ZoneId zone) {
        ZonedDateTime end = moment == DueMoment.END_OF_DAY
                ? due.plusDays(1).atStartOfDay(zone)
                : due.atTime(start.toLocalTime()).atZone(zone);
        return end.toInstant();
    }

    /**
     * How late what a reading tells of was, or is, as of an instant: counted from the due day to the day it
     * was done, or to the day of the instant if it was not done by then, both in the policy's zone. Without
     * a due day, the day of the last instant in time takes its place.
     *
     * @param reading a reading of a clock with this policy and calendar
     * @param asOf the instant
     * @return the days late; {@link Lateness#NONE} if it was not late by then, or nothing is asked for
     * @throws IllegalArgumentException if the reading names another policy or calendar
     * @throws java.time.DateTimeException if a day falls outside the years a calendar can have
     */
    public Lateness lateness(SlaReading reading, Instant asOf) {
        if (!reading.policy().equals(policyIdentity) || !reading.calendar().equals(calendarIdentity)) {
            throw new IllegalArgumentException("reading must be by " + policyIdentity + " and " + calendarIdentity
                    + ", but was by " + reading.policy() + " and " + reading.calendar());
        }
        if (reading.lateFrom().isEmpty() || reading.state() == SlaReading.State.CANCELLED) {
            return Lateness.NONE;
        }
        Instant lateFrom = reading.lateFrom().get();
        Instant end = reading.finished().filter(f -> f.isBefore(asOf)).orElse(asOf);
        if (end.isBefore(lateFrom)) {
            return Lateness.NONE;
        }
        LocalDate due = reading.dueDate().orElseGet(() -> day(lateFrom.minusNanos(1)));
        LocalDate day = day(end);
        return new Lateness(calendar.workingDaysBetween(due, day), ChronoUnit.DAYS.between(due, day));
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(policy.zone()).toLocalDate();
    }

    /**
     * Why a deadline is the one it is, day by day. The explanation walks the days by the definition and
     * does not use the calendar's index.
     *
     * @param subject the case
     * @param kind the target, {@link TargetKind#COMPLETE} or {@link TargetKind#SIGN_FOR}
     * @return the explanation
     * @throws IllegalArgumentException if the policy sets the case no such target, or its clock has not
     *     started
     */
    public DeadlineExplanation explain(Case subject, TargetKind kind) {
        PolicyRow row = policy.row(traits(subject))
                .filter(r -> r.target(kind).isPresent())
                .orElseThrow(() -> new IllegalArgumentException(
                        "policy " + policyIdentity + " sets case " + subject.number() + " no target " + kind));
        Instant start = kind == TargetKind.COMPLETE
                ? subject.received()
                : subject.dispatched()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "the clock of " + kind + " of case " + subject.number() + " has not started"));
        return DeadlineExplanation.of(
                subject.number(),
                row.target(kind).orElseThrow(),
                row.id(),
                start.atZone(policy.zone()),
                policy,
                calendar);
    }
}
