package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A case (工单): one demand of a citizen and all that happened to it. It is the fold of its events and
 * holds nothing that they do not say. Immutable; equal cases have equal events.
 */
public final class Case {

    private final List<CaseEvent> events;
    private final List<CaseEvent> corrected;
    private final Standing standing;

    private Case(List<CaseEvent> events, List<CaseEvent> corrected, Standing standing) {
        this.events = events;
        this.corrected = corrected;
        this.standing = standing;
    }

    /**
     * The case that a timeline tells of. Linear in its length; a correction costs once the length before it.
     *
     * @param events its events in order of sequence, beginning with {@link CaseEvent.Registered}
     * @return the case
     * @throws IllegalArgumentException if the sequence has a gap, the first event does not register, an event
     *     was recorded before the one before it, or is not allowed in the state before it; the message names
     *     the event
     */
    public static Case replay(List<CaseEvent> events) {
        Case start = start(events);
        Standing standing = start.standing;
        List<CaseEvent> known = events;
        CaseEvent[] all = events.toArray(new CaseEvent[0]);
        for (int i = 1; i < all.length; i++) {
            requireNext(standing, all[i], i + 1);
            if (all[i] instanceof CaseEvent.Corrected correction) {
                known = correct(known == events ? List.of(all) : known, i, correction.right());
                standing = fold(known.subList(0, i));
            }
            standing = standing.after(all[i], TransitionTable.row(all[i].act()));
        }
        List<CaseEvent> recorded = list(all);
        return new Case(recorded, known == events ? recorded : known, standing);
    }

    private static Case start(List<CaseEvent> events) {
        if (events.isEmpty() || !(events.get(0) instanceof CaseEvent.Registered registered)) {
            throw new IllegalArgumentException("a timeline must begin with the event Registered, but "
                    + (events.isEmpty()
                            ? "was empty"
                            : "began with " + events.get(0).act()));
        }
        requireSequence(registered, 1);
        List<CaseEvent> first = List.of(registered);
        return new Case(first, first, Standing.of(registered));
    }

    private static List<CaseEvent> list(CaseEvent[] all) {
        return Collections.unmodifiableList(Arrays.asList(all));
    }

    /** What the events add up to; those that correct others change nothing, since the others are put right. */
    private static Standing fold(List<CaseEvent> known) {
        Standing standing = Standing.of((CaseEvent.Registered) known.get(0));
        for (int i = 1; i < known.size(); i++) {
            requireNext(standing, known.get(i), i + 1);
            standing = standing.after(
                    known.get(i), TransitionTable.row(known.get(i).act()));
        }
        return standing;
    }

    /** The events with one before an index put right. */
    private static List<CaseEvent> correct(List<CaseEvent> known, int before, CaseEvent right) {
        if (right.sequence() > before || !fits(known.get(right.sequence() - 1), right)) {
            throw new IllegalArgumentException("a correction must be of an earlier event, its act, recording instant"
                    + " and actor, but event " + (before + 1) + " corrects event " + right.sequence() + ", "
                    + right.act());
        }
        CaseEvent[] all = known.toArray(new CaseEvent[0]);
        all[right.sequence() - 1] = right;
        return list(all);
    }

    private static boolean fits(CaseEvent wrong, CaseEvent right) {
        return wrong.act() == right.act()
                && wrong.act() != Act.CORRECT
                && wrong.act() != Act.ERASE
                && wrong.act() != Act.UNKNOWN
                && wrong.stamp().recorded().equals(right.stamp().recorded())
                && wrong.stamp().actor().equals(right.stamp().actor())
                && named(wrong).equals(named(right));
    }

    /** What other records know a case, and its tie to another, by: no case can correct it alone. */
    private static List<Object> named(CaseEvent event) {
        if (event instanceof CaseEvent.Registered e) {
            return List.of(e.registration().number(), e.registration().id());
        } else if (event instanceof CaseEvent.Merged e) {
            return List.of(e.master());
        } else if (event instanceof CaseEvent.FollowerAdded e) {
            return List.of(e.follower());
        } else if (event instanceof CaseEvent.FollowerRemoved e) {
            return List.of(e.follower());
        }
        return List.of();
    }

    /**
     * The case after one more event. Copies the list of events, and else takes constant time, but for a
     * correction, which is linear.
     *
     * @param event the event that follows
     * @return the case with it
     * @throws IllegalArgumentException if its sequence is not the next, it was recorded before the last, or
     *     it is not allowed in this state
     */
    public Case apply(CaseEvent event) {
        requireNext(standing, event, events.size() + 1);
        List<CaseEvent> recorded = appended(events, event);
        if (event instanceof CaseEvent.Corrected correction) {
            List<CaseEvent> right = correct(appended(corrected, event), events.size(), correction.right());
            Standing before = fold(right.subList(0, events.size()));
            return new Case(recorded, right, before.after(event, TransitionTable.row(Act.CORRECT)));
        }
        return new Case(
                recorded,
                corrected == events ? recorded : appended(corrected, event),
                standing.after(event, TransitionTable.row(event.act())));
    }

    private static List<CaseEvent> appended(List<CaseEvent> list, CaseEvent event) {
        CaseEvent[] more = list.toArray(new CaseEvent[list.size() + 1]);
        more[list.size()] = event;
        return list(more);
    }

    /**
     * The case after events that were decided on one of its versions: what a host does under its lock or in
     * its transaction before it stores them. The contract for hosts: read the case, decide, and store the
     * events just where the stored case is still at {@link Decision.Accepted#expectedVersion}; a unique key
     * on (case, sequence) does it. Whoever comes second reads again and decides anew, since the first may have
     * changed what is allowed.
     *
     * @param expectedVersion the version the events were decided on
     * @param more the events, in order
     * @return the case with them
     * @throws VersionConflictException if the case is at another version; it names the event that is stored
     *     and the one that came second
     * @throws IllegalArgumentException if there is no event, one does not follow, or the version is negative
     */
    public Case append(int expectedVersion, List<CaseEvent> more) {
        if (expectedVersion < 0) {
            throw new IllegalArgumentException("expectedVersion must be at least 0, but was " + expectedVersion);
        }
        if (more.isEmpty()) {
            throw new IllegalArgumentException("events to append must be at least 1, but were none");
        }
        if (expectedVersion != version()) {
            throw new VersionConflictException(this, expectedVersion, more.get(0));
        }
        Case result = this;
        for (CaseEvent event : more) {
            result = result.apply(event);
        }
        return result;
    }

    static void requireNext(Standing standing, CaseEvent event, int sequence) {
        requireSequence(event, sequence);
        if (!CaseLifecycle.allowedIn(standing, TransitionTable.row(event.act()))) {
            throw new IllegalArgumentException("case " + standing.registration().number() + ": event " + sequence + ", "
                    + event.act() + ", is not allowed in state " + standing.state());
        }
        if (event.stamp().recorded().isBefore(standing.progress().recorded())) {
            throw new IllegalArgumentException("case " + standing.registration().number() + ": event " + sequence
                    + ", " + event.act() + ", must not be recorded before the one before it, at "
                    + standing.progress().recorded() + ", but was at "
                    + event.stamp().recorded());
        }
    }

    private static void requireSequence(CaseEvent event, int expected) {
        if (event.stamp().sequence() != expected) {
            throw new IllegalArgumentException("sequence of " + event.act() + " must be " + expected + ", but was "
                    + event.stamp().sequence());
        }
    }

    boolean canCorrect(CaseEvent right) {
        return right.sequence() <= events.size()
                && fits(corrected.get(right.sequence() - 1), right)
                && !corrected.get(right.sequence() - 1).equals(right);
    }

    /** Whether a correction that fits moves an instant that clocks count from, or tells departments of a requester. */
    boolean weighs(CaseEvent right) {
        CaseEvent wrong = corrected.get(right.sequence() - 1);
        return !wrong.at().equals(right.at())
                || (wrong instanceof CaseEvent.Registered a
                        && right instanceof CaseEvent.Registered b
                        && a.registration().isConfidential()
                        && !b.registration().isConfidential());
    }

    /** Whether every event is still allowed with one put right, and none contradicts those before it that did not. */
    boolean holdsWith(CaseEvent right) {
        try {
            Set<Hindsight.Contradiction> left = Hindsight.contradictions(correct(corrected, events.size(), right));
            return left.isEmpty() || Hindsight.contradictions(corrected).containsAll(left);
        } catch (IllegalArgumentException e) {
            return false; // a later event is not allowed any more
        }
    }

    /** A case that is nothing but what is known of it. */
    static Case known(List<CaseEvent> events, Standing standing) {
        return new Case(events, events, standing);
    }

    /**
     * The case as it was known at an instant: the longest prefix of its timeline without an event recorded
     * after it. What was recorded late, or corrected, is seen from its recording on. Finds the prefix by
     * bisection and replays it.
     *
     * @param instant the instant, inclusive
     * @return the case then; empty if it was not yet recorded
     */
    public Optional<Case> asOf(Instant instant) {
        if (!standing.progress().recorded().isAfter(instant)) {
            return Optional.of(this);
        }
        int known = 0;
        int unknown = events.size();
        while (known < unknown) {
            int middle = (known + unknown) >>> 1;
            if (events.get(middle).stamp().recorded().isAfter(instant)) {
                unknown = middle;
            } else {
                known = middle + 1;
            }
        }
        return known == 0 ? Optional.empty() : Optional.of(replay(events.subList(0, known)));
    }

    Standing standing() {
        return standing;
    }

    boolean mayCloseWithoutCallback() {
        return !recordedSteps().contains(Step.CALLBACK);
    }

    /**
     * What happened, in order, as it was recorded.
     *
     * @return an unmodifiable list, never empty
     */
    public List<CaseEvent> events() {
        return events;
    }

    /**
     * What happened, in order, with what was corrected since put right in its place: what the case's state is
     * the fold of.
     *
     * @return an unmodifiable list of the same length as {@link #events}
     */
    public List<CaseEvent> correctedEvents() {
        return corrected;
    }

    /**
     * How many events there are: what an optimistic lock compares.
     *
     * @return the version, at least 1
     */
    public int version() {
        return events.size();
    }

    /**
     * The host's id of the case.
     *
     * @return the id; empty if the host finds it by its number
     */
    public Optional<CaseId> id() {
        return registration().id();
    }

    /**
     * What was recorded at first, with what was corrected since; the host's own properties are in it.
     *
     * @return the registration
     */
    public Registration registration() {
        return standing.registration();
    }

    /**
     * Its number, as the citizen is told it.
     *
     * @return the number
     */
    public CaseNumber number() {
        return registration().number();
    }

    /**
     * The way it came in.
     *
     * @return the channel
     */
    public Channel channel() {
        return registration().channel();
    }

    /**
     * Who raised it.
     *
     * @return the requester
     */
    public Requester requester() {
        return registration().requester();
    }

    /**
     * What it is about, in a line.
     *
     * @return the title
     */
    public Optional<FreeText> title() {
        return registration().title();
    }

    /**
     * The demand, in the citizen's words.
     *
     * @return the text
     */
    public Optional<FreeText> text() {
        return registration().text();
    }

    /**
     * Where it is, more precisely than {@link #area} says.
     *
     * @return the location
     */
    public Optional<Location> location() {
        return registration().location();
    }

    /**
     * Who is complained of (被诉对象).
     *
     * @return the respondent
     */
    public Optional<Respondent> respondent() {
        return registration().respondent();
    }

    /**
     * What came with the demand; what belongs to notes, tasks and replies stands in their events.
     *
     * @return an unmodifiable list
     */
    public List<Attachment> attachments() {
        return registration().attachments();
    }

    /**
     * Where it was imported from, with its id there.
     *
     * @return the source; empty for a case born here
     */
    public Optional<Source> source() {
        return registration().source();
    }

    /**
     * Its kind, as it was found last.
     *
     * @return the kind
     */
    public CaseKind kind() {
        return standing.matter().kind();
    }

    /**
     * When it was received: where the citizen's clock starts, and never starts again.
     *
     * @return the instant
     */
    public Instant received() {
        return corrected.get(0).at();
    }

    /**
     * Where it stands.
     *
     * @return the state
     */
    public CaseState state() {
        return standing.state();
    }

    /**
     * What it is about.
     *
     * @return the category; empty until classified
     */
    public Optional<CategoryCode> category() {
        return standing.matter().category();
    }

    /**
     * The most precise area known.
     *
     * @return the area
     */
    public Optional<AreaCode> area() {
        return registration().area();
    }

    /**
     * The department that leads, or led last.
     *
     * @return the department; empty if it was never dispatched
     */
    public Optional<DepartmentCode> lead() {
        return standing.handover().lead();
    }

    /**
     * When the present lead was given the case.
     *
     * @return the instant of the last dispatch
     */
    public Optional<Instant> dispatched() {
        return standing.handover().dispatched();
    }

    /**
     * When the present lead signed for the case.
     *
     * @return the instant; empty if it has not
     */
    public Optional<Instant> signedFor() {
        return standing.handover().signedFor();
    }

    /**
     * When the reply that stands was given; a reply sent back or a case reopened has none.
     *
     * @return the instant
     */
    public Optional<Instant> replied() {
        return standing.work().replied();
    }

    /**
     * The citizen's last answer in a callback.
     *
     * @return the answer
     */
    public Optional<CallbackAnswer> callback() {
        return standing.result().callback();
    }

    /**
     * Why the last attempt to call back failed, where there was no answer after it.
     *
     * @return the reason
     */
    public Optional<CallbackFailure> callbackFailure() {
        return standing.result().callbackFailure();
    }

    /**
     * When it was closed.
     *
     * @return the instant; empty if it is not closed
     */
    public Optional<Instant> closed() {
        return standing.result().closed();
    }

    /**
     * Why it was closed.
     *
     * @return the ground; empty if it is not closed
     */
    public Optional<ClosingGround> closingGround() {
        return standing.result().closingGround();
    }

    /**
     * How it ended without handling.
     *
     * @return the ending; empty if it did not
     */
    public Optional<Ending> ending() {
        return standing.result().ending();
    }

    /**
     * When it ended without handling.
     *
     * @return the instant; empty if it did not
     */
    public Optional<Instant> ended() {
        return standing.result().ended();
    }

    /**
     * How often it was reopened.
     *
     * @return the number
     */
    public int reopenings() {
        return standing.result().reopenings();
    }

    /**
     * How often it was returned.
     *
     * @return the number
     */
    public int returns() {
        return standing.handover().returns();
    }

    /**
     * When it came into its state.
     *
     * @return the instant of the last change of state
     */
    public Instant since() {
        return standing.progress().since();
    }

    /**
     * Id and version of the taxonomy that the category belongs to.
     *
     * @return the identity; empty until classified
     */
    public Optional<String> taxonomy() {
        return standing.matter().taxonomy();
    }

    /**
     * How urgent it is.
     *
     * @return the priority
     */
    public Priority priority() {
        return standing.matter().priority();
    }

    /**
     * Its tags.
     *
     * @return an unmodifiable set
     */
    public Set<Tag> tags() {
        return standing.matter().tags();
    }

    /**
     * Whether the demand was found reasonable.
     *
     * @return the last finding; empty if there was none
     */
    public Optional<Finding> finding() {
        return standing.matter().finding();
    }

    /**
     * What the demand comes from, as the hotline says.
     *
     * @return the attribution; empty if it was not said
     */
    public Optional<Attribution> attribution() {
        return standing.matter().attribution();
    }

    /**
     * What each department was given, in order; a department may appear more than once.
     *
     * @return an unmodifiable list
     */
    public List<Assignment> assignments() {
        return standing.handover().assignments();
    }

    /**
     * The tasks that departments gave to posts, in order of their numbers.
     *
     * @return an unmodifiable list
     */
    public List<Task> tasks() {
        return standing.work().tasks();
    }

    /**
     * When the citizen was first reached by a department (首次联系).
     *
     * @return the instant; empty if not yet
     */
    public Optional<Instant> firstContact() {
        return standing.work().firstContact();
    }

    /**
     * When a department first tried to reach the citizen, with or without success.
     *
     * @return the instant; empty if not yet
     */
    public Optional<Instant> firstContactAttempt() {
        return standing.work().firstAttempt();
    }

    /**
     * The result in the reply that stands.
     *
     * @return the result
     */
    public Optional<ReplyResult> replyResult() {
        return standing.work().result();
    }

    /**
     * How often a reply was sent back.
     *
     * @return the number
     */
    public int reworks() {
        return standing.work().reworks();
    }

    /**
     * The request for more time that waits for a decision.
     *
     * @return the request
     */
    public Optional<ExtensionAmount> pendingExtension() {
        return standing.work().asked();
    }

    /**
     * The extensions granted, in order.
     *
     * @return an unmodifiable list
     */
    public List<ExtensionAmount> extensions() {
        return standing.work().granted();
    }

    /**
     * The spans in which the clock stood still, in order; only the last may go on.
     *
     * @return an unmodifiable list
     */
    public List<Suspension> suspensions() {
        return standing.work().suspensions();
    }

    /**
     * The case that it follows.
     *
     * @return the master; empty if it follows none
     */
    public Optional<CaseNumber> master() {
        return standing.ties().master();
    }

    /**
     * The cases that follow it.
     *
     * @return an unmodifiable list
     */
    public List<CaseNumber> followers() {
        return standing.ties().followers();
    }

    /**
     * The cases that parts of it became.
     *
     * @return an unmodifiable list
     */
    public List<CaseNumber> children() {
        return standing.ties().children();
    }

    /**
     * Other cases that have to do with it.
     *
     * @return an unmodifiable list
     */
    public List<RelatedCase> related() {
        return standing.ties().related();
    }

    /**
     * How often the department was reminded.
     *
     * @return the number
     */
    public int urgings() {
        return standing.ties().urgings();
    }

    /**
     * The level of supervision.
     *
     * @return 1 to 9; 0 if it is not supervised
     */
    public int supervision() {
        return standing.ties().supervision();
    }

    /**
     * The level it was escalated to.
     *
     * @return 1 to 9; 0 if it never was
     */
    public int escalation() {
        return standing.ties().escalation();
    }

    /**
     * How often it was closed.
     *
     * @return the number
     */
    public int closings() {
        return standing.result().closings();
    }

    /**
     * Whether departments must not learn who raised it: a report of wrongdoing (举报), or a requester who
     * asked for it.
     *
     * @return whether it is confidential
     */
    public boolean isConfidential() {
        return kind() == CaseKind.REPORT || registration().isConfidential();
    }

    /**
     * The steps that the case's source records; all for a case born here.
     *
     * @return the steps
     */
    public Set<Step> recordedSteps() {
        return source().map(Source::recorded).orElse(Source.ALL_STEPS);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Case that && events.equals(that.events);
    }

    @Override
    public int hashCode() {
        return Objects.hash(events);
    }

    @Override
    public String toString() {
        return "Case " + number() + " " + state() + ", " + events.size() + " events";
    }
}
