package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.cases.CallbackAnswer;
import io.github.hotlinekit.core.cases.CallbackFailure;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.ClosingGround;
import io.github.hotlinekit.core.cases.Ending;
import io.github.hotlinekit.core.cases.Part;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.core.cases.Step;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.sla.clock.SlaReading;
import io.github.hotlinekit.sla.policy.TargetKind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * One case as one flat row, as of an instant: all that figures are made from.
 *
 * @param number the case
 * @param kind its kind
 * @param channel the way it came in
 * @param category what it is about; empty if not classified
 * @param area the most precise area known
 * @param lead the department that leads, or led last
 * @param received when it was received
 * @param state where it stands
 * @param ending how it ended without handling, if it did
 * @param answeredAtDesk whether it was answered in the call
 * @param complete whether it was completed in time, by the policy
 * @param signFor whether the present lead signed for it in time, by the policy
 * @param promise whether what its source promised was kept
 * @param callback what came of the callback
 * @param resolution what the citizen said of the result; empty without an answer
 * @param satisfaction the citizen's grade; empty without one
 * @param reopenings how often it was reopened
 * @param recorded the steps that its source records
 */
@Value.Builder
public record CaseFact(
        CaseNumber number,
        CaseKind kind,
        Channel channel,
        Optional<CategoryCode> category,
        Optional<AreaCode> area,
        Optional<DepartmentCode> lead,
        Instant received,
        CaseState state,
        Optional<Ending> ending,
        boolean answeredAtDesk,
        Verdict complete,
        Verdict signFor,
        Verdict promise,
        CallbackOutcome callback,
        Optional<Resolution> resolution,
        Optional<Satisfaction> satisfaction,
        int reopenings,
        Set<Step> recorded)
        implements WithCaseFact {

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if reopenings are negative, {@link CaseState#ENDED} has no ending, or a
     *     state other than that and {@link CaseState#ARCHIVED} has one
     */
    public CaseFact {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(lead, "lead");
        Objects.requireNonNull(received, "received");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(ending, "ending");
        Objects.requireNonNull(complete, "complete");
        Objects.requireNonNull(signFor, "signFor");
        Objects.requireNonNull(promise, "promise");
        Objects.requireNonNull(callback, "callback");
        Objects.requireNonNull(resolution, "resolution");
        Objects.requireNonNull(satisfaction, "satisfaction");
        recorded = Set.copyOf(Objects.requireNonNull(recorded, "recorded"));
        if (reopenings < 0) {
            throw new IllegalArgumentException("reopenings must not be negative, but was " + reopenings);
        }
        if (state == CaseState.ENDED ? ending.isEmpty() : ending.isPresent() && state != CaseState.ARCHIVED) {
            throw new IllegalArgumentException(
                    "ending must be given for the state ENDED, and else for none but ARCHIVED," + " but was " + ending
                            + " for " + state);
        }
    }

    /**
     * The fact of a case.
     *
     * @param subject the case as of the instant of the figures ({@link Case#asOf})
     * @param readings its clocks at the same instant
     * @return the fact
     */
    public static CaseFact from(Case subject, List<SlaReading> readings) {
        return new CaseFact(
                subject.number(),
                subject.kind(),
                subject.registration().channel(),
                subject.category(),
                subject.area(),
                subject.lead(),
                subject.received(),
                subject.state(),
                subject.ending(),
                subject.closingGround().equals(AT_DESK),
                verdict(readings, TargetKind.COMPLETE, subject.state()),
                verdict(readings, TargetKind.SIGN_FOR, subject.state()),
                verdict(readings, TargetKind.PROMISE, subject.state()),
                callback(subject),
                subject.callback().map(CallbackAnswer::resolution),
                subject.callback().flatMap(CallbackAnswer::satisfaction),
                subject.reopenings(),
                subject.recordedSteps());
    }

    private static final Optional<ClosingGround> AT_DESK = Optional.of(ClosingGround.ANSWERED_AT_DESK);

    /**
     * Completion is late if any round was, and so stays late after a reopening; signing is that of the lead's last
     * leg.
     */
    private static Verdict verdict(List<SlaReading> readings, TargetKind kind, CaseState state) {
        Verdict verdict = Verdict.NO_TARGET;
        for (SlaReading reading : readings) {
            if (reading.kind() != kind
                    || isOfAssistant(reading)
                    || (kind == TargetKind.COMPLETE && reading.leg().isPresent())) {
                continue;
            }
            if (kind != TargetKind.COMPLETE || verdict != Verdict.LATE) {
                verdict = verdict(reading.state(), state);
            }
        }
        return verdict;
    }

    private static boolean isOfAssistant(SlaReading reading) {
        return reading.leg().filter(l -> l.part() == Part.ASSIST).isPresent();
    }

    private static Verdict verdict(SlaReading.State reading, CaseState state) {
        return switch (reading) {
            case NOT_RECORDED -> Verdict.NOT_RECORDED;
            case NOT_STARTED -> state.isOpen() ? Verdict.PENDING : Verdict.CANCELLED;
            case RUNNING, PAUSED -> Verdict.PENDING;
            case MET -> Verdict.ON_TIME;
            case MISSED, OVERDUE -> Verdict.LATE;
            case CANCELLED, LAPSED -> Verdict.CANCELLED;
        };
    }

    private static CallbackOutcome callback(Case subject) {
        if (!subject.recordedSteps().contains(Step.CALLBACK)) {
            return CallbackOutcome.NOT_RECORDED;
        }
        if (subject.callback().isPresent()) {
            return CallbackOutcome.ANSWERED;
        }
        if (subject.callbackFailure().isPresent()) {
            return subject.callbackFailure().get() == CallbackFailure.REFUSED
                    ? CallbackOutcome.REFUSED
                    : CallbackOutcome.UNREACHABLE;
        }
        return CallbackOutcome.NOT_ASKED;
    }

    /**
     * The same fact led by a department, for a case whose source records no dispatch.
     *
     * @param department the department
     * @return the fact with it
     */
    public CaseFact ledBy(DepartmentCode department) {
        return withLead(department);
    }

    /**
     * A builder; what is not optional must be given.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a fact. */
    public static final class Builder extends CaseFactBuilder {
        Builder() {}
    }
}
