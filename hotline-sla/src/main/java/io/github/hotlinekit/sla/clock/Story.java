package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.core.cases.Act;
import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.ClosingGround;
import io.github.hotlinekit.core.cases.ExtensionAmount;
import io.github.hotlinekit.core.cases.Part;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.SuspensionGround;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.sla.policy.CaseTraits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a case as far as clocks are concerned: one walk over the events known at an instant. It takes
 * whatever it is told in the order of instants and is content with timelines that no lifecycle would allow.
 */
final class Story {

    /** From the receipt or a reopening until the case is done, as often as it is reopened. */
    record Round(
            Instant start,
            @Nullable Instant replied,
            @Nullable Instant closed) {

        /** The reply that stands, or the closing, whichever came first. */
        @Nullable
        Instant done() {
            if (replied == null || closed == null) {
                return replied == null ? closed : replied;
            }
            return replied.isBefore(closed) ? replied : closed;
        }
    }

    /**
     * What a department had, and did with it.
     *
     * @param offered whether it came of a dispatch, and is to be signed for
     */
    record Turn(
            Leg leg,
            Instant start,
            boolean offered,
            @Nullable Instant signed,
            @Nullable Instant returned,
            @Nullable Instant replied,
            @Nullable Instant ended) {

        boolean isOf(Part part) {
            return leg.part() == part;
        }

        Turn sign(Instant at) {
            return signed != null ? this : new Turn(leg, start, offered, at, returned, replied, ended);
        }

        Turn giveBack(Instant at) {
            return new Turn(leg, start, offered, signed, returned == null ? at : returned, replied, ended).end(at);
        }

        Turn keep() {
            return new Turn(leg, start, offered, signed, returned, replied, null);
        }

        Turn reply(Instant at) {
            return replied != null ? this : new Turn(leg, start, offered, signed, returned, at, ended);
        }

        Turn rework() {
            return new Turn(leg, start, offered, signed, returned, null, ended);
        }

        Turn end(Instant at) {
            return ended != null ? this : new Turn(leg, start, offered, signed, returned, replied, at);
        }
    }

    /** A reply that waits for the citizen to be asked. */
    record Call(
            Instant start, @Nullable Instant done, @Nullable Instant ended) {
        boolean waits() {
            return done == null && ended == null;
        }
    }

    /** A suspension; open if it has no end. */
    record Pause(
            Instant start,
            SuspensionGround ground,
            @Nullable Instant end) {}

    /** An extension. */
    record Grant(int sequence, Instant asked, Instant granted, ExtensionAmount amount, Actor by) {}

    /** A change of what the case is, or a word that it is the same; what it was before. */
    record Change(Instant at, CaseTraits before) {}

    /** A recalculation by another calendar. */
    record Recalculation(int sequence, Instant at, String calendar) {}

    final Registration registration;
    final Instant received;
    /** All that is known, in order. */
    final List<CaseEvent> events;

    final List<Round> rounds;
    final List<Turn> turns;
    final List<Call> calls;
    final List<Instant> contacts;
    final List<Pause> pauses;
    final List<Grant> grants;
    /** Each change of what the case is. */
    final List<Change> changes;

    final List<Recalculation> recalculations;
    final List<ClockAnomaly> anomalies;
    final @Nullable Instant ended;
    /** What the case is. */
    final CaseTraits traits;

    private Story(
            Registration registration,
            Instant received,
            List<CaseEvent> events,
            Telling told,
            CaseTraits traits,
            @Nullable Instant ended) {
        this.registration = registration;
        this.received = received;
        this.events = events;
        this.rounds = told.rounds;
        this.turns = told.turns;
        this.calls = told.calls;
        this.contacts = told.contacts;
        this.pauses = told.pauses;
        this.grants = told.grants;
        this.changes = told.changes;
        this.recalculations = told.recalculations;
        this.anomalies = told.anomalies;
        this.traits = traits;
        this.ended = ended;
    }

    /** The story that the events tell; none if the case was not registered yet. */
    static @Nullable Story of(List<CaseEvent> events, ZoneDays days) {
        CaseEvent.Registered first = null;
        for (int i = 0; i < events.size() && first == null; i++) {
            first = events.get(i) instanceof CaseEvent.Registered registered ? registered : null;
        }
        return first == null ? null : tell(first, events, days);
    }

    private static Story tell(CaseEvent.Registered first, List<CaseEvent> events, ZoneDays days) {
        Registration registration = first.registration();
        Instant received = first.at();
        Telling told = new Telling(received);
        CaseTraits traits = traits(registration, days.of(received));
        Instant asked = null;
        Instant ended = null;
        for (int i = 0; i < events.size(); i++) {
            CaseEvent event = events.get(i);
            Act act = event.act();
            Instant at = event.at();
            if (at.isBefore(received)) {
                told.odd(ClockAnomaly.Code.BEFORE_RECEIPT, event);
            }
            switch (act) {
                case CLASSIFY -> {
                    CategoryCode category = ((CaseEvent.Classified) event).category();
                    traits = told.change(at, traits, traits.withCategory(category));
                }
                case CHANGE_KIND -> {
                    CaseKind kind = ((CaseEvent.KindChanged) event).kind();
                    traits = told.change(at, traits, traits.withKind(kind));
                }
                case PRIORITIZE -> {
                    Priority priority = ((CaseEvent.Prioritized) event).priority();
                    traits = told.change(at, traits, traits.withPriority(priority));
                }
                case DISPATCH, REDISPATCH, RULE -> {
                    DepartmentCode lead = lead(event);
                    traits = told.change(at, traits, traits.withDepartment(lead));
                    told.handOver(at, lead, assisting(event));
                    if (act == Act.RULE) {
                        told.leading(t -> t.sign(at));
                    }
                    asked = null;
                }
                case ASK_EXTENSION -> asked = at;
                case REFUSE_EXTENSION -> asked = null;
                case GRANT_EXTENSION -> {
                    CaseEvent.ExtensionGranted e = (CaseEvent.ExtensionGranted) event;
                    told.grants.add(new Grant(
                            e.sequence(),
                            asked == null ? at : asked,
                            at,
                            e.amount(),
                            e.stamp().actor()));
                    asked = null;
                }
                case REPLY -> {
                    told.reply(at);
                    asked = null;
                }
                case CLOSE, ANSWER_AT_DESK, WAIVE_CALLBACK -> {
                    told.close(
                            at,
                            event instanceof CaseEvent.Closed closed
                                    && closed.ground() == ClosingGround.CALLBACK_FAILED);
                    asked = null;
                }
                case REOPEN, REOPEN_CLOSED -> {
                    told.reopen(at, act == Act.REOPEN);
                    ended = null;
                }
                case REJECT, REFER_EMERGENCY, REFER_STATUTORY, MARK_INVALID, WITHDRAW, END, MERGE -> {
                    told.over(at);
                    ended = at;
                    asked = null;
                }
                case UNMERGE -> {
                    told.takeBack(at);
                    ended = null;
                }
                default -> told.tell(act, at, event);
            }
        }
        return new Story(registration, received, events, told, traits, ended);
    }

    /** What a case is when it is received. */
    private static CaseTraits traits(Registration registration, LocalDate day) {
        return new CaseTraits(
                registration.kind(),
                Optional.empty(),
                registration.priority().orElse(Priority.NORMAL),
                registration.area(),
                registration.channel(),
                Optional.empty(),
                day);
    }

    private static DepartmentCode lead(CaseEvent event) {
        if (event instanceof CaseEvent.Dispatched e) {
            return e.lead();
        }
        return event instanceof CaseEvent.Redispatched e ? e.lead() : ((CaseEvent.Ruled) event).lead();
    }

    private static List<DepartmentCode> assisting(CaseEvent event) {
        if (event instanceof CaseEvent.Dispatched e) {
            return e.assisting();
        }
        return event instanceof CaseEvent.Redispatched e ? e.assisting() : ((CaseEvent.Ruled) event).assisting();
    }

    /** The place of the last event that happened at an instant. */
    int sequenceAt(Instant instant) {
        int sequence = 1;
        for (CaseEvent event : events) {
            sequence = event.at().equals(instant) ? event.sequence() : sequence;
        }
        return sequence;
    }

    Round round() {
        return rounds.get(rounds.size() - 1);
    }

    /** The stops of a clock that some grounds stop; what goes on ends at an instant, or is left out without one. */
    Stops stops(Set<SuspensionGround> grounds, @Nullable Instant openUntil) {
        if (pauses.isEmpty()) {
            return Stops.NONE;
        }
        List<Stops.Stop> stops = new ArrayList<>(pauses.size());
        for (Pause pause : pauses) {
            Instant end = pause.end == null ? openUntil : pause.end;
            if (end != null && grounds.contains(pause.ground) && pause.start.isBefore(end)) {
                stops.add(new Stops.Stop(pause.start, end));
            }
        }
        return Stops.of(stops);
    }

    /** Since when a clock that some grounds stop has stood still; nothing if it runs. */
    @Nullable
    Instant pausedSince(Set<SuspensionGround> grounds) {
        Instant since = null;
        for (Pause pause : pauses) {
            if (pause.end == null && grounds.contains(pause.ground) && (since == null || pause.start.isBefore(since))) {
                since = pause.start;
            }
        }
        return since;
    }

    @Nullable
    Instant firstContact(Instant from) {
        for (Instant contact : contacts) {
            if (!contact.isBefore(from)) {
                return contact;
            }
        }
        return null;
    }

    @Nullable
    Instant firstSigned() {
        Instant first = null;
        for (Turn turn : turns) {
            if (turn.isOf(Part.LEAD) && turn.signed != null && (first == null || turn.signed.isBefore(first))) {
                first = turn.signed;
            }
        }
        return first;
    }

    @Override
    public String toString() {
        return "Story of " + Objects.toString(registration.number());
    }
}
