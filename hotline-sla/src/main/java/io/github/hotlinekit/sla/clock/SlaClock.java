package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.Source;
import io.github.hotlinekit.core.cases.Step;
import io.github.hotlinekit.sla.calendar.Certainty;
import io.github.hotlinekit.sla.calendar.Projection;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.sla.policy.CaseTraits;
import io.github.hotlinekit.sla.policy.ClockStart;
import io.github.hotlinekit.sla.policy.Light;
import io.github.hotlinekit.sla.policy.PolicyRow;
import io.github.hotlinekit.sla.policy.Reclassification;
import io.github.hotlinekit.sla.policy.SlaPolicy;
import io.github.hotlinekit.sla.policy.SlaTarget;
import io.github.hotlinekit.sla.policy.TargetKind;
import io.github.hotlinekit.sla.policy.TimeLimit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the clocks of a case off its timeline. Nothing is stored: a reading is a function of the timeline, the
 * policy, the calendar and an instant.
 *
 * <ul>
 *   <li>Limits in days follow the Civil Code of China, articles 200 to 204: the day on which the clock starts is
 *       not counted, nothing is rolled before counting, the n-th working day after it is the due day, and the case
 *       is late from 00:00 of the day after that, in the policy's zone.
 *   <li>The citizen's clock runs from the receipt and never starts anew when the case changes hands; a department's
 *       clock runs for each dispatch to it. A reopening starts a new round, and what was judged before stays.
 *   <li>A suspension on a ground that the target allows stops the clock: time to the nanosecond, and a day only if
 *       the clock stood still through all of its working periods. Nothing falls due while it stands still.
 *   <li>An extension adds to the limit, counted from the first start, whenever it was granted.
 *   <li>A new kind, category or priority means the new limit from the first start; what was late by then stays late, and
 *       what was done by then keeps its verdict, unless the policy says otherwise.
 *   <li>A new calendar counts for a case only from a recalculation in its timeline; one that brings the deadline
 *       forward leaves at least the working day after it, and what was late by then stays late.
 * </ul>
 *
 * Of events with odd instants the clocks make what can be made of them, without negative times, and say so in
 * {@link #anomalies}.
 */
public final class SlaClock {

    private static final Set<Step> CALLED = Set.of(Step.REPLY, Step.CALLBACK);
    private static final Set<Step> RETURNED = Set.of(Step.DISPATCH, Step.RETURN);

    private final SlaPolicy policy;
    private final CalendarVersions calendars;
    private final String policyIdentity;
    private final ZoneDays days;
    /** By the identity of the calendar. */
    private final Map<String, Deadlines> deadlines;

    private SlaClock(SlaPolicy policy, CalendarVersions calendars) {
        this.policy = Objects.requireNonNull(policy, "policy");
        this.calendars = Objects.requireNonNull(calendars, "calendars");
        this.policyIdentity = policy.identity();
        this.days = new ZoneDays(policy.zone());
        Map<String, Deadlines> compiled = new HashMap<>();
        for (WorkingCalendar calendar : calendars.all()) {
            compiled.put(calendar.identity(), new Deadlines(policy, calendar, days));
        }
        this.deadlines = Map.copyOf(compiled);
    }

    /**
     * A clock that counts by a policy and one calendar.
     *
     * @param policy which limits
     * @param calendar which days
     * @return the clock
     */
    public static SlaClock of(SlaPolicy policy, WorkingCalendar calendar) {
        return new SlaClock(policy, CalendarVersions.of(calendar));
    }

    /**
     * A clock that counts by a policy and the versions of a calendar.
     *
     * @param policy which limits
     * @param calendars which days, by which version
     * @return the clock
     */
    public static SlaClock of(SlaPolicy policy, CalendarVersions calendars) {
        return new SlaClock(policy, calendars);
    }

    /**
     * Where a case stands as of an instant; what was recorded after it plays no part.
     *
     * @param subject the case
     * @param asOf the instant
     * @return the readings of each target in the order of the policy's row, and of what the source promised; for a
     *     target with several legs or rounds one for each, in the order of their starts; empty if the case was not
     *     yet registered
     * @throws java.time.DateTimeException if a deadline falls outside the years a calendar can have
     */
    public List<SlaReading> read(Case subject, Instant asOf) {
        return read(SlaTimeline.from(subject), asOf);
    }

    /**
     * Where the case of a timeline stands as of an instant; what was recorded after it plays no part. Linear in the
     * length of the timeline.
     *
     * @param timeline the timeline
     * @param asOf the instant
     * @return the readings, as of {@link #read(Case, Instant)}
     * @throws java.time.DateTimeException if a deadline falls outside the years a calendar can have
     */
    public List<SlaReading> read(SlaTimeline timeline, Instant asOf) {
        Story story = timeline.storyAt(asOf);
        return story == null ? List.of() : readings(story, asOf, null);
    }

    /**
     * What is odd about a timeline, as far as the clocks of a case are concerned.
     *
     * @param timeline the timeline
     * @param asOf the instant; what was recorded after it plays no part
     * @return the anomalies, each once; empty if there is none
     * @throws java.time.DateTimeException if a deadline falls outside the years a calendar can have
     */
    public List<ClockAnomaly> anomalies(SlaTimeline timeline, Instant asOf) {
        List<ClockAnomaly> found = new ArrayList<>(timeline.anomalies());
        Story story = timeline.storyAt(asOf);
        if (story != null) {
            found.addAll(story.anomalies);
            readings(story, asOf, found);
        }
        return found.stream().distinct().toList();
    }

    /**
     * The next instant at which the state or the light of any target of a case changes, if nothing happens.
     *
     * @param subject the case
     * @param now the instant after which
     * @return the instant, after {@code now}; empty if none will change
     * @throws java.time.DateTimeException if a deadline falls outside the years a calendar can have
     */
    public Optional<Instant> nextChangeAfter(Case subject, Instant now) {
        Optional<Instant> next = Optional.empty();
        for (SlaReading reading : read(subject, now)) {
            Optional<Instant> change = reading.nextChange();
            if (change.isPresent() && (next.isEmpty() || change.get().isBefore(next.get()))) {
                next = change;
            }
        }
        return next;
    }

    private List<SlaReading> readings(Story story, Instant asOf, @Nullable List<ClockAnomaly> anomalies) {
        List<SlaReading> readings = new ArrayList<>(4);
        CaseTraits traits = traits(story);
        PolicyRow row = policy.row(traits).orElse(null);
        List<SlaTarget> targets = row == null ? List.of() : row.targets();
        for (int t = 0; row != null && t < targets.size(); t++) {
            SlaTarget target = targets.get(t);
            if (!isRecorded(target, story)) {
                readings.add(idle(target, SlaReading.State.NOT_RECORDED, row, story));
                continue;
            }
            List<Span> spans = Span.of(target, story);
            if (spans.isEmpty()) {
                readings.add(idle(target, SlaReading.State.NOT_STARTED, row, story));
            }
            for (int i = 0; i < spans.size(); i++) {
                Span span = spans.get(i);
                Counted counted = counted(story, traits, row, span, asOf, anomalies);
                if (counted != null) {
                    readings.add(reading(story, span, counted, asOf, anomalies));
                }
            }
        }
        Promise promise = Promise.of(story);
        if (promise != null) {
            readings.add(promise.read(asOf, calendars.at(story.received), days, policyIdentity));
        }
        return Collections.unmodifiableList(readings);
    }

    private CaseTraits traits(Story story) {
        return story.nature.received(days.of(story.received));
    }

    /** Whether the case's source records what a target is about. */
    private static boolean isRecorded(SlaTarget target, Story story) {
        if (story.registration.source().isEmpty()) {
            return true;
        }
        Source source = story.registration.source().get();
        if (target.start() == ClockStart.DISPATCH && !source.recorded().contains(Step.DISPATCH)) {
            return false;
        }
        return switch (target.kind()) {
            case COMPLETE ->
                target.start() != ClockStart.DISPATCH || source.recorded().contains(Step.REPLY);
            case SIGN_FOR -> source.recorded().contains(Step.SIGN_FOR);
            case RETURN -> source.recorded().containsAll(RETURNED);
            case FIRST_CONTACT -> source.recorded().contains(Step.FIRST_CONTACT);
            case CALLBACK -> source.recorded().containsAll(CALLED);
            case PROMISE -> true;
        };
    }

    /** A deadline, and by which row and calendar it was counted. */
    record Counted(
            Deadline deadline,
            PolicyRow row,
            Deadlines by,
            @Nullable Instant pausedSince,
            Stops stops) {}

    /**
     * The run's deadline as far as it is known at an instant; none if the policy sets its department no such target.
     *
     * @param rowOfCase the row of the case, which is that of the legs of its lead too
     */
    private @Nullable Counted counted(
            Story story,
            CaseTraits traits,
            PolicyRow rowOfCase,
            Span span,
            Instant asOf,
            @Nullable List<ClockAnomaly> anomalies) {
        PolicyRow row =
                span.isOfLead(traits) ? rowOfCase : policy.row(span.own(traits)).orElse(null);
        SlaTarget target = row == null ? null : target(row, span);
        if (row == null || target == null) {
            return null;
        }
        Instant end = span.over() == null ? asOf : span.over();
        if (policy.reclassification() == Reclassification.KEEPS_LATE) {
            Counted late = lateBeforeChange(story, traits.received(), row, span, end);
            if (late != null) {
                return late;
            }
            if (span.over() != null) {
                PolicyRow then = rowAt(end, story, traits.received(), row, span);
                SlaTarget judged = target(then, span);
                if (judged != null) {
                    return counted(story, then, judged, span, end, anomalies);
                }
            }
        }
        return counted(story, row, target, span, end, anomalies);
    }

    /**
     * The row of what the case was when a run was over: what it became later judges nothing that is done. The present one if
     * none took it then, so that it is judged at all.
     */
    private PolicyRow rowAt(Instant end, Story story, LocalDate received, PolicyRow currentRow, Span span) {
        for (Story.Change change : story.changes) {
            if (change.at().isAfter(end)) {
                return policy.row(span.own(change.before().received(received))).orElse(currentRow);
            }
        }
        return currentRow;
    }

    private static @Nullable SlaTarget target(PolicyRow row, Span span) {
        List<SlaTarget> targets = row.targets();
        for (int i = 0; i < targets.size(); i++) {
            SlaTarget target = targets.get(i);
            if (target.kind() == span.kind() && target.start() == span.clock()) {
                return target;
            }
        }
        return null;
    }

    /** The deadline that had passed when the case was made another, if one had. */
    private @Nullable Counted lateBeforeChange(
            Story story, LocalDate received, PolicyRow currentRow, Span span, Instant end) {
        List<Story.Change> changes = story.changes;
        PolicyRow after = currentRow;
        Counted late = null;
        // From the last to the first, as the row after one change is that before the next; the first in time counts.
        for (int i = changes.size() - 1; i >= 0; i--) {
            Instant at = changes.get(i).at();
            if (!at.isAfter(span.begun())) {
                break; // those before it were earlier still
            }
            PolicyRow before = policy.row(span.own(changes.get(i).before().received(received)))
                    .orElse(null);
            if (before != null
                    && !at.isAfter(end)
                    && (after == null || !before.id().equals(after.id()))) {
                SlaTarget target = target(before, span);
                if (target != null && (after == null || !target.equals(target(after, span)))) {
                    Counted counted = counted(story, before, target, span, at, null);
                    if (counted.pausedSince == null && !at.isBefore(counted.deadline.lateFrom())) {
                        late = counted;
                    }
                }
            }
            after = before;
        }
        return late;
    }

    /** A run's deadline by one target, with all that had happened by an instant. */
    private Counted counted(
            Story story,
            PolicyRow row,
            SlaTarget target,
            Span span,
            Instant end,
            @Nullable List<ClockAnomaly> anomalies) {
        List<Story.Grant> grants = grants(story, target, span, end);
        Deadlines by = Objects.requireNonNull(
                deadlines.get(calendars.at(story.received).identity()));
        Stops closed = story.stops(target.pauses(), null).until(end);
        Instant since = span.over() == null ? story.pausedSince(target.pauses()) : null;
        since = since != null && since.isAfter(end) ? null : since;
        Deadline deadline = by.of(target, span.begun(), grants, closed, anomalies);
        Counted counted =
                recalculated(story, new Counted(deadline, row, by, null, closed), span, grants, end, anomalies);
        if (since == null || !since.isBefore(counted.deadline.lateFrom())) {
            return counted;
        }
        // It stands still: the lights and what is used are those of the pause's beginning.
        return new Counted(counted.deadline, row, counted.by, since, closed);
    }

    /** The extensions of a run that was granted some by an instant; none of a target that cannot be extended. */
    private static List<Story.Grant> grants(Story story, SlaTarget target, Span span, Instant end) {
        if (story.grants.isEmpty() || target.extensions().most() == 0) {
            return List.of();
        }
        List<Story.Grant> grants = new ArrayList<>(story.grants.size());
        for (Story.Grant grant : story.grants) {
            if (!grant.granted().isBefore(span.begun()) && !grant.granted().isAfter(end)) {
                grants.add(grant);
            }
        }
        return grants;
    }

    private Counted recalculated(
            Story story,
            Counted first,
            Span span,
            List<Story.Grant> grants,
            Instant end,
            @Nullable List<ClockAnomaly> anomalies) {
        Counted counted = first;
        for (Story.Recalculation recalculation : story.recalculations) {
            Deadlines by = deadlines.get(recalculation.calendar());
            if (by == null) {
                if (anomalies != null) {
                    anomalies.add(new ClockAnomaly(ClockAnomaly.Code.UNKNOWN_CALENDAR, recalculation.sequence()));
                }
                continue;
            }
            Instant at = recalculation.at();
            Deadline before = counted.deadline;
            if (by == counted.by || at.isAfter(end) || !at.isBefore(before.lateFrom())) {
                continue;
            }
            Deadline after = by.of(before.target(), span.begun(), grants, counted.stops, null);
            if (after.lateFrom().isBefore(before.lateFrom())) {
                LocalDate least = by.calendar().plusWorkingDays(by.day(at), 1);
                Instant leastLate = by.startOf(least.plusDays(1));
                Instant lateFrom = leastLate.isBefore(before.lateFrom()) ? leastLate : before.lateFrom();
                if (after.lateFrom().isBefore(lateFrom)) {
                    after = after.withLateFrom(lateFrom, after.due() == null ? null : by.day(lateFrom.minusNanos(1)));
                }
            }
            counted = new Counted(after, counted.row, by, null, counted.stops);
        }
        return counted;
    }

    /** The same; of a clock that stands still, as if it were resumed at an instant. */
    private static Counted resumed(Story story, Span span, Counted counted, Instant at) {
        if (counted.pausedSince == null) {
            return counted;
        }
        SlaTarget target = counted.deadline.target();
        Stops stops = story.stops(target.pauses(), at);
        Deadline deadline = counted.by.of(target, span.begun(), grants(story, target, span, at), stops, null);
        return new Counted(deadline, counted.row, counted.by, null, stops);
    }

    private SlaReading reading(
            Story story, Span span, Counted counted, Instant asOf, @Nullable List<ClockAnomaly> anomalies) {
        Deadline deadline = counted.deadline;
        Deadlines by = counted.by;
        SlaReading.State state = state(span, counted, asOf);
        Instant over = span.over();
        Instant until = over != null ? over : counted.pausedSince != null ? counted.pausedSince : asOf;
        if (anomalies != null && over != null && over.isBefore(span.begun())) {
            anomalies.add(new ClockAnomaly(ClockAnomaly.Code.DONE_BEFORE_START, story.sequenceAt(over)));
        }
        Light light = Light.GREEN;
        Optional<Instant> next = Optional.empty();
        if (state == SlaReading.State.RUNNING || state == SlaReading.State.PAUSED) {
            Lights lights = new Lights(by);
            light = lights.at(deadline, until);
            next = state == SlaReading.State.RUNNING
                    ? Optional.of(lights.next(deadline, until, light))
                    : Optional.empty();
        } else if (state == SlaReading.State.OVERDUE) {
            light = Light.RED;
        }
        long used = by.used(deadline, until, counted.stops);
        long left = state == SlaReading.State.OVERDUE || state == SlaReading.State.MISSED
                ? 0
                : Math.max(0, deadline.total() - used);
        Deadline shown = resumed(story, span, counted, asOf).deadline;
        WorkingCalendar calendar = by.calendar();
        LocalDate dueDay = shown.due() == null ? deadline.from() : shown.due();
        Certainty certainty = shown.due() == null && shown.target().hours().isEmpty()
                ? Certainty.SETTLED
                : calendar.certainty(deadline.from()).or(calendar.certainty(dueDay));
        Optional<LocalDate> earliest = Optional.empty();
        Optional<LocalDate> latest = Optional.empty();
        if (certainty != Certainty.SETTLED && shown.due() != null) {
            Projection projection = shown.target().limit() instanceof TimeLimit.WorkingDays
                    ? calendar.project(
                            shown.from(), Math.toIntExact(calendar.workingDaysBetween(shown.from(), shown.due())))
                    : calendar.project(shown.due().minusDays(1), 1);
            LocalDate least = shown.target().limit() instanceof TimeLimit.WorkingDays
                    ? projection.earliest()
                    : shown.from().plusDays(shown.total()); // the last day itself, if it is worked
            earliest = Optional.of(least.isBefore(shown.due()) ? least : shown.due());
            latest = Optional.of(projection.latest().isAfter(shown.due()) ? projection.latest() : shown.due());
        }
        boolean late = state == SlaReading.State.OVERDUE || state == SlaReading.State.MISSED;
        return new SlaReading(
                span.kind(),
                span.clock(),
                span.leg(),
                span.round(),
                state,
                Optional.of(span.begun()),
                Optional.ofNullable(shown.due()),
                earliest,
                latest,
                Optional.of(shown.lateFrom()),
                Optional.ofNullable(span.done()),
                Optional.of(deadline.target().limit()),
                used,
                left,
                light,
                late ? by.lateness(deadline, until) : Lateness.NONE,
                deadline.extensions(),
                next,
                Optional.of(counted.row.id()),
                policyIdentity,
                calendar.identity(),
                certainty);
    }

    private static SlaReading.State state(Span span, Counted counted, Instant asOf) {
        Instant lateFrom = counted.deadline.lateFrom();
        if (span.done() != null) {
            return span.done().isBefore(lateFrom) ? SlaReading.State.MET : SlaReading.State.MISSED;
        }
        boolean window = span.kind() == TargetKind.RETURN;
        if (span.ended() != null) {
            if (!span.judged() || span.ended().isBefore(lateFrom)) {
                return SlaReading.State.CANCELLED;
            }
            return window ? SlaReading.State.LAPSED : SlaReading.State.MISSED;
        }
        if (counted.pausedSince != null) {
            return SlaReading.State.PAUSED;
        }
        if (asOf.isBefore(lateFrom)) {
            return SlaReading.State.RUNNING;
        }
        return window ? SlaReading.State.LAPSED : SlaReading.State.OVERDUE;
    }

    private SlaReading idle(SlaTarget target, SlaReading.State state, PolicyRow row, Story story) {
        return SlaReading.idle(
                target.kind(),
                target.start(),
                state,
                Optional.of(target.limit()),
                Optional.of(row.id()),
                policyIdentity,
                calendars.at(story.received).identity());
    }

    /**
     * How late what a reading tells of was, or is, as of another instant than that of the reading: counted from the
     * due day to the day it was done, or to the day of the instant if it was not done by then, both in the policy's
     * zone. Without a due day, the day of the last instant in time takes its place.
     *
     * @param reading a reading of a clock with this policy and calendar
     * @param asOf the instant
     * @return the days late; {@link Lateness#NONE} if it was not late by then, or nothing is asked for
     * @throws IllegalArgumentException if the reading names another policy or a calendar that is not this clock's
     * @throws java.time.DateTimeException if a day falls outside the years a calendar can have
     */
    public Lateness lateness(SlaReading reading, Instant asOf) {
        Deadlines by = deadlines.get(reading.calendar());
        if (!reading.policy().equals(policyIdentity) || by == null) {
            throw new IllegalArgumentException("reading must be by " + policyIdentity + " and one of "
                    + calendars.all().stream().map(WorkingCalendar::identity).toList() + ", but was by "
                    + reading.policy() + " and " + reading.calendar());
        }
        if (reading.lateFrom().isEmpty()
                || reading.state() == SlaReading.State.CANCELLED
                || reading.state() == SlaReading.State.LAPSED
                || reading.state() == SlaReading.State.PAUSED) {
            return Lateness.NONE;
        }
        Instant lateFrom = reading.lateFrom().get();
        Instant end = reading.finished().filter(f -> f.isBefore(asOf)).orElse(asOf);
        if (end.isBefore(lateFrom)) {
            return Lateness.NONE;
        }
        LocalDate due = reading.dueDate().orElseGet(() -> day(lateFrom.minusNanos(1)));
        LocalDate day = day(end);
        return new Lateness(
                Math.max(0, by.calendar().workingDaysBetween(due, day)),
                Math.max(0, ChronoUnit.DAYS.between(due, day)));
    }

    private LocalDate day(Instant instant) {
        return days.of(instant);
    }

    /**
     * Why a deadline is the one it is, day by day, as the case stands after its last event. The explanation walks
     * the days by the definition and does not use the calendar's index. Of several legs or rounds the last is
     * explained.
     *
     * @param subject the case
     * @param kind the target, of those that the policy sets
     * @return the explanation
     * @throws IllegalArgumentException if the policy sets the case no such target, or its clock has not started
     */
    public DeadlineExplanation explain(Case subject, TargetKind kind) {
        Instant now = subject.events().get(subject.version() - 1).stamp().recorded();
        Story story = Objects.requireNonNull(SlaTimeline.from(subject).storyAt(now));
        PolicyRow row = policy.row(traits(story))
                .filter(r -> r.target(kind).isPresent())
                .orElseThrow(() -> new IllegalArgumentException(
                        "policy " + policyIdentity + " sets case " + subject.number() + " no target " + kind));
        List<Span> spans = Span.of(row.target(kind).orElseThrow(), story);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException(
                    "the clock of " + kind + " of case " + subject.number() + " has not started");
        }
        return explain(story, row, spans.get(spans.size() - 1), now);
    }

    /**
     * Why the deadline of a reading is the one it is.
     *
     * @param timeline the timeline it was read off
     * @param reading a reading of this clock
     * @param asOf the instant of the reading
     * @return the explanation
     * @throws IllegalArgumentException if the timeline has no such reading then, or its clock has not started
     */
    public DeadlineExplanation explain(SlaTimeline timeline, SlaReading reading, Instant asOf) {
        Story story = timeline.storyAt(asOf);
        PolicyRow row = story == null || reading.kind() == TargetKind.PROMISE
                ? null
                : policy.row(traits(story)).orElse(null);
        if (story != null && row != null) {
            for (SlaTarget target : row.targets()) {
                for (Span span : Span.of(target, story)) {
                    if (span.kind() == reading.kind()
                            && span.clock() == reading.start()
                            && span.leg().equals(reading.leg())
                            && span.round() == reading.round()
                            && Optional.of(span.begun()).equals(reading.started())) {
                        return explain(story, row, span, asOf);
                    }
                }
            }
        }
        throw new IllegalArgumentException("the timeline must have a started clock of " + reading.kind() + " as of "
                + asOf + ", as the reading says, but has none");
    }

    private DeadlineExplanation explain(Story story, PolicyRow rowOfCase, Span span, Instant asOf) {
        Counted counted = counted(story, traits(story), rowOfCase, span, asOf, null);
        if (counted == null) {
            throw new IllegalArgumentException(
                    "policy " + policyIdentity + " sets no target " + span.kind() + " for this leg");
        }
        Counted shown = resumed(story, span, counted, asOf);
        return new Explainer(policy, shown.by).explain(story, span, shown.row, shown.deadline, shown.stops);
    }
}
