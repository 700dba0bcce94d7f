package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.sla.policy.ClockStart;
import io.github.hotlinekit.sla.policy.Light;
import io.github.hotlinekit.sla.policy.TargetKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the source of a case promised to be done by, an inclusive instant; the first instant too late is the next one.
 *
 * @param by the instant
 * @param received when the case was received
 * @param done when the case came to an end, whatever way: the promise to be done with it is judged; none if it goes on
 * @param round the round of handling
 */
record Promise(Instant by, Instant received, @Nullable Instant done, int round) {

    /** The promise of a case's source; none if it promised nothing. */
    static @Nullable Promise of(Story story) {
        Instant by = story.registration.promisedBy().orElse(null);
        if (by == null) {
            return null;
        }
        Instant done = story.ended == null ? story.round().done() : story.ended;
        return new Promise(by, story.received, done, story.rounds.size());
    }

    /** Where it stands at an instant; how late it is, is counted by a calendar. */
    SlaReading read(Instant asOf, WorkingCalendar calendar, ZoneDays days, String policy) {
        Instant lateFrom = by.plusNanos(1);
        Instant until = done == null ? asOf : done;
        boolean late = !until.isBefore(lateFrom);
        SlaReading.State state;
        if (done == null) {
            state = late ? SlaReading.State.OVERDUE : SlaReading.State.RUNNING;
        } else {
            state = late ? SlaReading.State.MISSED : SlaReading.State.MET;
        }
        SlaReading reading = SlaReading.idle(
                        TargetKind.PROMISE,
                        ClockStart.RECEIPT,
                        state,
                        Optional.empty(),
                        Optional.empty(),
                        policy,
                        calendar.identity())
                .withRound(round)
                .withStarted(received)
                .withLateFrom(lateFrom)
                .withFinished(Optional.ofNullable(done));
        if (state == SlaReading.State.RUNNING) {
            return reading.withNextChange(lateFrom);
        }
        if (!late) {
            return reading;
        }
        LocalDate due = days.of(by);
        LocalDate day = days.of(until);
        return reading.withLight(state == SlaReading.State.OVERDUE ? Light.RED : Light.GREEN)
                .withLateness(new Lateness(calendar.workingDaysBetween(due, day), ChronoUnit.DAYS.between(due, day)));
    }
}
