package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.cases.Assignment;
import io.github.hotlinekit.core.cases.AssignmentState;
import io.github.hotlinekit.core.cases.CallbackAnswer;
import io.github.hotlinekit.core.cases.CallbackFailure;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.ClosingGround;
import io.github.hotlinekit.core.cases.Part;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.cases.Respondent;
import io.github.hotlinekit.core.cases.Step;
import io.github.hotlinekit.core.cases.Suspension;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.sla.calendar.WorkingHours;
import io.github.hotlinekit.sla.clock.SlaReading;
import io.github.hotlinekit.sla.policy.TargetKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a fact off a case and its clocks. */
record FactReading(Case subject, List<SlaReading> readings, Instant asOf, FactRules rules) {

    private static final Optional<ClosingGround> AT_DESK = Optional.of(ClosingGround.ANSWERED_AT_DESK);

    CaseFact fact() {
        CaseFact.Builder fact = CaseFact.builder()
                .number(subject.number())
                .revision(revision())
                .received(subject.received())
                .channel(subject.channel())
                .priority(subject.priority())
                .requesterType(subject.requester().type())
                .assisting(assisting());
        subject.category().ifPresent(fact::category);
        subject.area().ifPresent(fact::area);
        subject.lead().ifPresent(fact::lead);
        subject.respondent().flatMap(Respondent::organisation).ifPresent(fact::respondent);
        subject.attribution().ifPresent(fact::attribution);
        due().ifPresent(fact::due);
        completed().ifPresent(fact::completed);
        calledBack().ifPresent(fact::calledBack);
        boolean isPlausible = measure(fact);
        return fact.outcome(outcome(isPlausible)).build();
    }

    /** An erasure of personal data is no revision: it changes no figure. */
    private int revision() {
        int revision = 0;
        for (CaseEvent event : subject.events()) {
            revision += event instanceof CaseEvent.PersonalDataErased ? 0 : 1;
        }
        return revision;
    }

    private CaseOutcome outcome(boolean isPlausible) {
        Set<Trait> traits = traits();
        addIf(traits, Trait.IMPLAUSIBLE, !isPlausible);
        return new CaseOutcome(
                subject.kind(),
                subject.state(),
                subject.ending(),
                subject.closingGround().equals(AT_DESK),
                verdict(TargetKind.COMPLETE),
                verdict(TargetKind.SIGN_FOR),
                verdict(TargetKind.FIRST_CONTACT),
                verdict(TargetKind.PROMISE),
                callback(),
                subject.callback().map(CallbackAnswer::resolution),
                subject.callback().flatMap(CallbackAnswer::satisfaction),
                traits,
                subject.recordedSteps());
    }

    private List<DepartmentCode> assisting() {
        return subject.assignments().stream()
                .filter(a -> a.part() == Part.ASSIST)
                .filter(a -> a.state() != AssignmentState.RETURNED)
                .map(Assignment::department)
                .toList();
    }

    private List<Assignment> leads() {
        return subject.assignments().stream().filter(a -> a.part() == Part.LEAD).toList();
    }

    private Set<Trait> traits() {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        List<Assignment> leads = leads();
        addIf(traits, Trait.DISPATCHED, !leads.isEmpty());
        addIf(
                traits,
                Trait.FIRST_LEAD_KEPT,
                !leads.isEmpty()
                        && leads.get(0)
                                .department()
                                .equals(leads.get(leads.size() - 1).department()));
        addIf(traits, Trait.RETURNED, subject.returns() > 0);
        addIf(traits, Trait.EXTENDED, !subject.extensions().isEmpty());
        addIf(traits, Trait.SUSPENDED, !subject.suspensions().isEmpty());
        addIf(traits, Trait.SUSPENDED_LONG, suspended(subject.received(), asOf).compareTo(rules.longSuspension()) >= 0);
        addIf(traits, Trait.JUST_BEFORE_DUE, justBeforeDue());
        addIf(traits, Trait.REOPENED, subject.reopenings() > 0);
        addIf(traits, Trait.REOPENED_AFTER_CLOSING, subject.reopenings() > 0 && reclosed());
        addIf(traits, Trait.REWORKED, subject.reworks() > 0);
        addIf(traits, Trait.URGED, subject.urgings() > 0);
        addIf(traits, Trait.SUPERVISED, subject.supervision() > 0);
        addIf(traits, Trait.CONTACTED, subject.firstContact().isPresent());
        addIf(traits, Trait.REQUESTER_KNOWN, subject.requester().type() != RequesterType.UNKNOWN);
        return traits;
    }

    private static void addIf(Set<Trait> traits, Trait trait, boolean so) {
        if (so) {
            traits.add(trait);
        }
    }

    /** It was closed more often than it is closed now. */
    private boolean reclosed() {
        boolean closedNow = subject.state() == CaseState.CLOSED || subject.state() == CaseState.ARCHIVED;
        return subject.closings() > (closedNow ? 1 : 0);
    }

    /** The last completion reading that is the citizen's, if it was met with little time left. */
    private boolean justBeforeDue() {
        return completions()
                .filter(r -> r.state() == SlaReading.State.MET)
                .filter(r -> r.finished().isPresent() && r.lateFrom().isPresent())
                .map(r -> Duration.between(r.finished().get(), r.lateFrom().get()))
                .filter(left -> left.compareTo(rules.justBefore()) <= 0)
                .isPresent();
    }

    /** The citizen's clock of the last round. */
    private Optional<SlaReading> completions() {
        return readings.stream()
                .filter(r -> r.kind() == TargetKind.COMPLETE && r.leg().isEmpty())
                .max(Comparator.comparingInt(SlaReading::round));
    }

    /**
     * Completion is late if any round was, and so stays late after a reopening; the others are those of the lead's
     * last leg.
     */
    private Verdict verdict(TargetKind kind) {
        Verdict verdict = Verdict.NO_TARGET;
        for (SlaReading reading : readings) {
            if (reading.kind() == kind
                    && !isOfAssistant(reading)
                    && (kind != TargetKind.COMPLETE || reading.leg().isEmpty())
                    && (kind != TargetKind.COMPLETE || verdict != Verdict.LATE)) {
                verdict = verdict(reading.state(), subject.state());
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

    private CallbackOutcome callback() {
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

    private Optional<Instant> due() {
        return completions().flatMap(SlaReading::lateFrom);
    }

    private Optional<Instant> completed() {
        return subject.ending().isPresent()
                ? Optional.empty()
                : subject.replied().or(subject::closed);
    }

    private Optional<Instant> calledBack() {
        if (subject.callback().isEmpty() && subject.callbackFailure().isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> last = Optional.empty();
        for (CaseEvent event : subject.correctedEvents()) {
            if (event instanceof CaseEvent.CallbackDone || event instanceof CaseEvent.CallbackAttempted) {
                last = Optional.of(event.stamp().at());
            }
        }
        return last;
    }

    /** Measures what there is to measure; whether no time runs backwards. */
    private boolean measure(CaseFact.Builder fact) {
        if (subject.ending().isPresent()) {
            return true;
        }
        boolean isPlausible = span(
                fact,
                Phase.TO_COMPLETION,
                Duration.between(subject.received(), completed().orElse(asOf)),
                completed().isPresent());
        if (rules.hours().isEmpty()) {
            return isPlausible;
        }
        WorkingHours hours = rules.hours().get();
        if (subject.recordedSteps().contains(Step.SIGN_FOR)
                && subject.dispatched().isPresent()) {
            isPlausible &= worked(
                    fact, Phase.TO_SIGN_FOR, hours, subject.dispatched().get(), subject.signedFor(), Duration.ZERO);
        }
        if (!leads().isEmpty() && subject.recordedSteps().contains(Step.FIRST_CONTACT)) {
            isPlausible &= worked(
                    fact, Phase.TO_FIRST_CONTACT, hours, subject.received(), subject.firstContact(), Duration.ZERO);
        }
        if (!leads().isEmpty() && subject.recordedSteps().contains(Step.REPLY)) {
            isPlausible &= worked(
                    fact,
                    Phase.TO_REPLY,
                    hours,
                    subject.received(),
                    subject.replied(),
                    suspendedWorking(
                            hours, subject.received(), subject.replied().orElse(asOf)));
        }
        return isPlausible;
    }

    /** A phase that has not ended when the case is done with is not measured. */
    private boolean worked(
            CaseFact.Builder fact,
            Phase phase,
            WorkingHours hours,
            Instant start,
            Optional<Instant> end,
            Duration less) {
        if (end.isEmpty() && (!subject.state().isOpen() || completed().isPresent())) {
            return true;
        }
        return span(fact, phase, hours.between(start, end.orElse(asOf)).minus(less), end.isPresent());
    }

    /** A negative span, which comes of instants that contradict each other, is not measured: whether it is none. */
    private static boolean span(CaseFact.Builder fact, Phase phase, Duration length, boolean ended) {
        long minutes = length.toMinutes();
        if (length.isNegative() || minutes > CaseFact.MAX_MINUTES) {
            return !length.isNegative();
        }
        if (ended) {
            fact.took(phase, (int) minutes);
        } else {
            fact.running(phase, (int) minutes);
        }
        return true;
    }

    private Duration suspended(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (Stretch stretch : suspensions(from, to)) {
            sum = sum.plus(Duration.between(stretch.start(), stretch.end()));
        }
        return sum;
    }

    private Duration suspendedWorking(WorkingHours hours, Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (Stretch stretch : suspensions(from, to)) {
            sum = sum.plus(hours.between(stretch.start(), stretch.end()));
        }
        return sum;
    }

    private record Stretch(Instant start, Instant end) {}

    /** The suspensions within a span, in order, without overlaps. */
    private List<Stretch> suspensions(Instant from, Instant to) {
        List<Stretch> stretches = new ArrayList<>();
        Instant free = from;
        for (Suspension suspension : subject.suspensions().stream()
                .sorted(Comparator.comparing(Suspension::start))
                .toList()) {
            Instant start = suspension.start().isBefore(free) ? free : suspension.start();
            Instant end = suspension.end().orElse(to);
            end = end.isAfter(to) ? to : end;
            if (start.isBefore(end)) {
                stretches.add(new Stretch(start, end));
                free = end;
            }
        }
        return stretches;
    }
}
