package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.Instant;
import java.util.Arrays;
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
    private final Standing standing;

    private Case(List<CaseEvent> events, Standing standing) {
        this.events = events;
        this.standing = standing;
    }

    /**
     * The case that a timeline tells of.
     *
     * @param events its events in order of sequence, beginning with {@link CaseEvent.Registered}
     * @return the case
     * @throws IllegalArgumentException if the sequence has a gap, the first event does not register,
     *     or an event is not allowed in the state before it; the message names the event
     */
    public static Case replay(List<CaseEvent> events) {
        if (events.isEmpty() || !(events.get(0) instanceof CaseEvent.Registered registered)) {
            throw new IllegalArgumentException("a timeline must begin with the event Registered, but "
                    + (events.isEmpty()
                            ? "was empty"
                            : "began with " + events.get(0).act()));
        }
        requireSequence(registered, 1);
        Case result = new Case(List.of(registered), Standing.of(registered));
        for (CaseEvent event : events.subList(1, events.size())) {
            result = result.apply(event);
        }
        return result;
    }

    /**
     * The case after one more event.
     *
     * @param event the event that follows
     * @return the case with it
     * @throws IllegalArgumentException if its sequence is not the next, or it is not allowed in this state
     */
    public Case apply(CaseEvent event) {
        requireSequence(event, events.size() + 1);
        if (!CaseLifecycle.allowedIn(this, CaseLifecycle.transition(event.act()))) {
            throw new IllegalArgumentException("case " + number() + ": event "
                    + event.stamp().sequence() + ", " + event.act() + ", is not allowed in state " + state());
        }
        CaseEvent[] more = Arrays.copyOf(events.toArray(new CaseEvent[0]), events.size() + 1);
        more[events.size()] = event;
        return new Case(List.of(more), standing.after(event));
    }

    private static void requireSequence(CaseEvent event, int expected) {
        if (event.stamp().sequence() != expected) {
            throw new IllegalArgumentException("sequence of " + event.act() + " must be " + expected + ", but was "
                    + event.stamp().sequence());
        }
    }

    /**
     * The case as it stood at an instant: the longest prefix of its timeline without an event after it.
     *
     * @param instant the instant, inclusive
     * @return the case then; empty if it was not yet registered
     */
    public Optional<Case> asOf(Instant instant) {
        int known = 0;
        while (known < events.size() && !events.get(known).at().isAfter(instant)) {
            known++;
        }
        if (known == events.size()) {
            return Optional.of(this);
        }
        return known == 0 ? Optional.empty() : Optional.of(replay(events.subList(0, known)));
    }

    /**
     * What happened, in order.
     *
     * @return an unmodifiable list, never empty
     */
    public List<CaseEvent> events() {
        return events;
    }

    /**
     * What was recorded at first.
     *
     * @return the registration
     */
    public Registration registration() {
        return standing.registration();
    }

    /**
     * Its number.
     *
     * @return the number
     */
    public CaseNumber number() {
        return standing.registration().number();
    }

    /**
     * Its kind.
     *
     * @return the kind
     */
    public CaseKind kind() {
        return standing.registration().kind();
    }

    /**
     * When it was received: where the citizen's clock starts, and never starts again.
     *
     * @return the instant
     */
    public Instant received() {
        return events.get(0).at();
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
        return standing.category();
    }

    /**
     * The most precise area known.
     *
     * @return the area
     */
    public Optional<AreaCode> area() {
        return standing.registration().area();
    }

    /**
     * The department that leads, or led last.
     *
     * @return the department; empty if it was never dispatched
     */
    public Optional<DepartmentCode> lead() {
        return standing.lead();
    }

    /**
     * When the present lead was given the case.
     *
     * @return the instant of the last dispatch
     */
    public Optional<Instant> dispatched() {
        return standing.dispatched();
    }

    /**
     * When the present lead signed for the case.
     *
     * @return the instant; empty if it has not
     */
    public Optional<Instant> signedFor() {
        return standing.signedFor();
    }

    /**
     * When the reply that stands was given; a reply sent back or a case reopened has none.
     *
     * @return the instant
     */
    public Optional<Instant> replied() {
        return standing.replied();
    }

    /**
     * The citizen's last answer in a callback.
     *
     * @return the answer
     */
    public Optional<CallbackAnswer> callback() {
        return standing.callback();
    }

    /**
     * Why the last attempt to call back failed, where there was no answer after it.
     *
     * @return the reason
     */
    public Optional<CallbackFailure> callbackFailure() {
        return standing.callbackFailure();
    }

    /**
     * When it was closed.
     *
     * @return the instant; empty if it is not closed
     */
    public Optional<Instant> closed() {
        return standing.closed();
    }

    /**
     * Why it was closed.
     *
     * @return the ground; empty if it is not closed
     */
    public Optional<ClosingGround> closingGround() {
        return standing.closingGround();
    }

    /**
     * How it ended without handling.
     *
     * @return the ending; empty if it did not
     */
    public Optional<Ending> ending() {
        return standing.ending();
    }

    /**
     * When it ended without handling.
     *
     * @return the instant; empty if it did not
     */
    public Optional<Instant> ended() {
        return standing.ended();
    }

    /**
     * How often it was reopened.
     *
     * @return the number
     */
    public int reopenings() {
        return standing.reopenings();
    }

    /**
     * How often it was returned.
     *
     * @return the number
     */
    public int returns() {
        return standing.returns();
    }

    /**
     * The steps that the case's source records; all for a case born here.
     *
     * @return the steps
     */
    public Set<Step> recordedSteps() {
        return standing.registration().source().map(Source::recorded).orElse(Source.ALL_STEPS);
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
