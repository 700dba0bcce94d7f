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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a case as far as clocks are concerned: one walk over the events known at an instant. It takes
 * whatever it is told in the order of instants and is content with timelines that no lifecycle would allow. It depends on
 * the events alone, so that a timeline tells it once for all clocks and readings.
 */
final class Story {

    // Rounds, turns and calls change while the story is told, and never after it.

    /** From the receipt or a reopening until the case is done, as often as it is reopened. */
    static final class Round {
        private final Instant start;
        private @Nullable Instant replied;
        private @Nullable Instant closed;

        Round(Instant start) {
            this.start = start;
        }

        Instant start() {
            return start;
        }

        boolean isReplied() {
            return replied != null;
        }

        @Nullable
        Instant closed() {
            return closed;
        }

        /** The reply that stands, or the closing, whichever came first. */
        @Nullable
        Instant done() {
            if (replied == null || closed == null) {
                return replied == null ? closed : replied;
            }
            return replied.isBefore(closed) ? replied : closed;
        }

        void reply(Instant at) {
            replied = replied == null ? at : replied;
        }

        void takeBack() {
            replied = null;
        }

        void close(Instant at) {
            closed = closed == null ? at : closed;
        }
    }

    /** What a department had, and did with it. */
    static final class Turn {
        private final Leg leg;
        private final Instant start;
        private final boolean offered;
        private @Nullable Instant signed;
        private @Nullable Instant returned;
        private @Nullable Instant replied;
        private @Nullable Instant ended;

        Turn(Leg leg, Instant start, boolean offered) {
            this.leg = leg;
            this.start = start;
            this.offered = offered;
        }

        Leg leg() {
            return leg;
        }

        boolean isOf(Part part) {
            return leg.part() == part;
        }

        Instant start() {
            return start;
        }

        /** Whether it came of a dispatch, and is to be signed for. */
        boolean offered() {
            return offered;
        }

        @Nullable
        Instant signed() {
            return signed;
        }

        @Nullable
        Instant returned() {
            return returned;
        }

        @Nullable
        Instant replied() {
            return replied;
        }

        @Nullable
        Instant ended() {
            return ended;
        }

        void sign(Instant at) {
            signed = signed == null ? at : signed;
        }

        void giveBack(Instant at) {
            returned = returned == null ? at : returned;
            end(at);
        }

        void keep() {
            ended = null;
        }

        void reply(Instant at) {
            replied = replied == null ? at : replied;
        }

        void rework() {
            replied = null;
        }

        void end(Instant at) {
            ended = ended == null ? at : ended;
        }
    }

    /** A reply that waits for the citizen to be asked. */
    static final class Call {
        private final Instant start;
        private @Nullable Instant done;
        private @Nullable Instant ended;

        Call(Instant start) {
            this.start = start;
        }

        Instant start() {
            return start;
        }

        @Nullable
        Instant done() {
            return done;
        }

        @Nullable
        Instant ended() {
            return ended;
        }

        boolean waits() {
            return done == null && ended == null;
        }

        void finish(Instant at) {
            done = done == null ? at : done;
        }

        void end(Instant at) {
            ended = ended == null ? at : ended;
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
    record Change(Instant at, Nature before) {}

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
    final Nature nature;

    private Story(
            Registration registration,
            Instant received,
            List<CaseEvent> events,
            Telling told,
            Nature nature,
            @Nullable Instant ended) {
        this.registration = registration;
        this.received = received;
        this.events = events;
        this.rounds = List.copyOf(told.rounds);
        this.turns = List.copyOf(told.turns);
        this.calls = List.copyOf(told.calls);
        this.contacts = List.copyOf(told.contacts);
        this.pauses = List.copyOf(told.pauses);
        this.grants = List.copyOf(told.grants);
        this.changes = List.copyOf(told.changes);
        this.recalculations = List.copyOf(told.recalculations);
        this.anomalies = List.copyOf(told.anomalies);
        this.nature = nature;
        this.ended = ended;
    }

    /** The story that the events tell; none if the case was not registered yet. */
    static @Nullable Story of(List<CaseEvent> events) {
        CaseEvent.Registered first = null;
        for (int i = 0; i < events.size() && first == null; i++) {
            first = events.get(i) instanceof CaseEvent.Registered registered ? registered : null;
        }
        return first == null ? null : tell(first, events);
    }

    private static Story tell(CaseEvent.Registered first, List<CaseEvent> events) {
        Registration registration = first.registration();
        Instant received = first.at();
        Telling told = new Telling(received);
        Nature nature = Nature.of(registration);
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
                    nature = told.change(at, nature, nature.withCategory(category));
                }
                case CHANGE_KIND -> {
                    CaseKind kind = ((CaseEvent.KindChanged) event).kind();
                    nature = told.change(at, nature, nature.withKind(kind));
                }
                case PRIORITIZE -> {
                    Priority priority = ((CaseEvent.Prioritized) event).priority();
                    nature = told.change(at, nature, nature.withPriority(priority));
                }
                case DISPATCH, REDISPATCH, RULE -> {
                    DepartmentCode lead = lead(event);
                    nature = told.change(at, nature, nature.withDepartment(lead));
                    told.handOver(at, lead, assisting(event));
                    if (act == Act.RULE) {
                        told.sign(at);
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
        return new Story(registration, received, events, told, nature, ended);
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
