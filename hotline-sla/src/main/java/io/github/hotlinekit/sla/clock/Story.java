package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.ClosingGround;
import io.github.hotlinekit.core.cases.ContactOutcome;
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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a case as far as clocks are concerned: one walk over the events known at an instant. It takes
 * whatever it is told in the order of instants and is content with timelines that no lifecycle would allow.
 * Filled once, by {@link #of}, and only read after that.
 */
final class Story {

    /** From the receipt or a reopening until the case is done, as often as it is reopened. */
    static final class Round {
        final Instant start;

        @Nullable
        Instant replied;

        @Nullable
        Instant closed;

        Round(Instant start) {
            this.start = start;
        }

        /** The reply that stands, or the closing, whichever came first. */
        @Nullable
        Instant done() {
            if (replied == null || closed == null) {
                return replied == null ? closed : replied;
            }
            return replied.isBefore(closed) ? replied : closed;
        }
    }

    /** What a department had, and did with it. */
    static final class Turn {
        final Leg leg;
        final Instant start;
        /** Whether it came of a dispatch, and is to be signed for. */
        final boolean offered;

        @Nullable
        Instant signed;

        @Nullable
        Instant returned;

        @Nullable
        Instant replied;

        @Nullable
        Instant ended;

        Turn(Leg leg, Instant start, boolean offered) {
            this.leg = leg;
            this.start = start;
            this.offered = offered;
        }
    }

    /** A reply that waits for the citizen to be asked. */
    static final class Call {
        final Instant start;

        @Nullable
        Instant done;

        @Nullable
        Instant ended;

        Call(Instant start) {
            this.start = start;
        }
    }

    /** A suspension; open if it has no end. */
    static final class Pause {
        final Instant start;
        final SuspensionGround ground;

        @Nullable
        Instant end;

        Pause(Instant start, SuspensionGround ground) {
            this.start = start;
            this.ground = ground;
        }
    }

    /** An extension. */
    record Grant(int sequence, Instant asked, Instant granted, ExtensionAmount amount, Actor by) {}

    /** A change of what the case is; what it was before. */
    record Change(
            Instant at,
            CaseKind kind,
            Optional<CategoryCode> category,
            Priority priority,
            Optional<DepartmentCode> lead) {}

    /** A recalculation by another calendar. */
    record Recalculation(int sequence, Instant at, String calendar) {}

    final Registration registration;
    final Instant received;
    final LocalDate day;
    final List<Round> rounds = new ArrayList<>(1);
    final List<Turn> turns = new ArrayList<>(1);
    final List<Call> calls = new ArrayList<>(1);
    final List<Instant> contacts = new ArrayList<>(0);
    final List<Pause> pauses = new ArrayList<>(0);
    final List<Grant> grants = new ArrayList<>(0);
    final List<Change> changes = new ArrayList<>(1);
    final List<Recalculation> recalculations = new ArrayList<>(0);
    final List<ClockAnomaly> anomalies = new ArrayList<>(0);

    @Nullable
    Instant ended;

    private CaseKind kind;
    private Optional<CategoryCode> category = Optional.empty();
    private Priority priority;
    private Optional<DepartmentCode> lead = Optional.empty();
    private @Nullable Instant asked;

    private Story(CaseEvent.Registered first, ZoneId zone) {
        this.registration = first.registration();
        this.received = first.at();
        this.day = first.at().atZone(zone).toLocalDate();
        this.kind = registration.kind();
        this.priority = registration.priority().orElse(Priority.NORMAL);
        rounds.add(new Round(received));
    }

    /** The story that the events tell; none if the case was not registered yet. */
    static @Nullable Story of(List<CaseEvent> events, ZoneId zone) {
        CaseEvent.Registered first = null;
        for (int i = 0; i < events.size() && first == null; i++) {
            first = events.get(i) instanceof CaseEvent.Registered registered ? registered : null;
        }
        if (first == null) {
            return null;
        }
        Story story = new Story(first, zone);
        for (int i = 0; i < events.size(); i++) {
            story.tell(events.get(i));
        }
        return story;
    }

    CaseTraits traits() {
        return traits(kind, category, priority, lead);
    }

    CaseTraits before(Change change) {
        return traits(change.kind, change.category, change.priority, change.lead);
    }

    private CaseTraits traits(
            CaseKind asKind, Optional<CategoryCode> of, Priority as, Optional<DepartmentCode> department) {
        return new CaseTraits(asKind, of, as, registration.area(), registration.channel(), department, day);
    }

    private void tell(CaseEvent event) {
        if (event.at().isBefore(received)) {
            anomalies.add(new ClockAnomaly(ClockAnomaly.Code.BEFORE_RECEIPT, event.sequence()));
        }
        Instant at = event.at();
        switch (event.act()) {
            case CLASSIFY -> {
                changed(at);
                category = Optional.of(((CaseEvent.Classified) event).category());
            }
            case CHANGE_KIND -> {
                changed(at);
                kind = ((CaseEvent.KindChanged) event).kind();
            }
            case PRIORITIZE -> {
                changed(at);
                priority = ((CaseEvent.Prioritized) event).priority();
            }
            case DISPATCH ->
                handOver(at, ((CaseEvent.Dispatched) event).lead(), ((CaseEvent.Dispatched) event).assisting());
            case REDISPATCH ->
                handOver(at, ((CaseEvent.Redispatched) event).lead(), ((CaseEvent.Redispatched) event).assisting());
            case RULE -> {
                handOver(at, ((CaseEvent.Ruled) event).lead(), ((CaseEvent.Ruled) event).assisting());
                sign(leading(), at);
            }
            case CHANGE_ASSISTING -> {
                CaseEvent.AssistingChanged e = (CaseEvent.AssistingChanged) event;
                e.released().forEach(d -> end(assisting(d), at));
                e.added().forEach(d -> offer(at, d, Part.ASSIST, true));
            }
            case SIGN_FOR -> sign(leading(), at);
            case SIGN_FOR_ASSISTING -> sign(assisting(((CaseEvent.AssistingSignedFor) event).department()), at);
            case RETURN -> giveBack(leading(), at);
            case RETURN_ASSISTING -> giveBack(assisting(((CaseEvent.AssistingReturned) event).department()), at);
            case REFUSE_RETURN -> {
                Turn turn = leading();
                if (turn != null) {
                    turn.ended = null;
                }
                sign(turn, at);
            }
            case REPLY_ASSISTING -> {
                Turn turn = assisting(((CaseEvent.AssistingReplied) event).department());
                if (turn != null && turn.replied == null) {
                    turn.replied = at;
                }
            }
            case CONTACT -> {
                if (((CaseEvent.Contacted) event).outcome() == ContactOutcome.REACHED) {
                    contacts.add(at);
                }
            }
            case SUSPEND -> {
                if (isPaused()) {
                    anomalies.add(new ClockAnomaly(ClockAnomaly.Code.PAUSED_TWICE, event.sequence()));
                }
                pauses.add(new Pause(at, ((CaseEvent.Suspended) event).ground()));
            }
            case RESUME -> {
                if (!isPaused()) {
                    anomalies.add(new ClockAnomaly(ClockAnomaly.Code.RESUMED_WITHOUT_PAUSE, event.sequence()));
                }
                resume(at);
            }
            case ASK_EXTENSION -> asked = at;
            case REFUSE_EXTENSION -> asked = null;
            case GRANT_EXTENSION -> {
                CaseEvent.ExtensionGranted e = (CaseEvent.ExtensionGranted) event;
                grants.add(new Grant(
                        e.sequence(),
                        asked == null ? at : asked,
                        at,
                        e.amount(),
                        e.stamp().actor()));
                asked = null;
            }
            case REPLY -> reply(at);
            case SEND_BACK -> takeBack(at);
            case RECORD_CALLBACK -> {
                Call call = lastCall();
                if (call != null && call.done == null) {
                    call.done = at;
                }
            }
            case CLOSE -> close(at, ((CaseEvent.Closed) event).ground());
            case ANSWER_AT_DESK -> close(at, ClosingGround.ANSWERED_AT_DESK);
            case WAIVE_CALLBACK -> close(at, ClosingGround.CALLBACK_WAIVED);
            case REOPEN -> {
                reopen(at);
                Turn turn = leading();
                if (turn != null) {
                    DepartmentCode again = turn.leg.department();
                    offer(at, again, Part.LEAD, false);
                }
            }
            case REOPEN_CLOSED -> reopen(at);
            case REJECT, REFER_EMERGENCY, REFER_STATUTORY, MARK_INVALID, WITHDRAW, END, MERGE -> {
                ended = at;
                over(at);
            }
            case UNMERGE -> {
                ended = null;
                takeBack(at);
            }
            case RECALCULATE ->
                recalculations.add(
                        new Recalculation(event.sequence(), at, ((CaseEvent.CalendarRecalculated) event).calendar()));
            default -> {} // moves no clock
        }
    }

    private void changed(Instant at) {
        changes.add(new Change(at, kind, category, priority, lead));
    }

    private void handOver(Instant at, DepartmentCode newLead, List<DepartmentCode> assisting) {
        takeBack(at);
        for (Turn turn : turns) {
            end(turn, at);
        }
        if (!lead.equals(Optional.of(newLead))) {
            changed(at);
            lead = Optional.of(newLead);
        }
        offer(at, newLead, Part.LEAD, true);
        for (DepartmentCode department : assisting) {
            offer(at, department, Part.ASSIST, true);
        }
        asked = null;
    }

    private void offer(Instant at, DepartmentCode department, Part part, boolean offered) {
        turns.add(new Turn(new Leg(turns.size() + 1, department, part), at, offered));
    }

    private @Nullable Turn leading() {
        for (int i = turns.size() - 1; i >= 0; i--) {
            if (turns.get(i).leg.part() == Part.LEAD) {
                return turns.get(i);
            }
        }
        return null;
    }

    private @Nullable Turn assisting(DepartmentCode department) {
        for (int i = turns.size() - 1; i >= 0; i--) {
            Leg leg = turns.get(i).leg;
            if (leg.part() == Part.ASSIST && leg.department().equals(department)) {
                return turns.get(i);
            }
        }
        return null;
    }

    private static void sign(@Nullable Turn turn, Instant at) {
        if (turn != null && turn.signed == null) {
            turn.signed = at;
        }
    }

    private static void end(@Nullable Turn turn, Instant at) {
        if (turn != null && turn.ended == null) {
            turn.ended = at;
        }
    }

    private static void giveBack(@Nullable Turn turn, Instant at) {
        if (turn != null && turn.returned == null) {
            turn.returned = at;
        }
        end(turn, at);
    }

    private void reply(Instant at) {
        Round round = round();
        if (round.replied == null) {
            round.replied = at;
        }
        Turn turn = leading();
        if (turn != null && turn.replied == null) {
            turn.replied = at;
        }
        asked = null;
        endCall(at);
        calls.add(new Call(at));
    }

    /** The reply does not stand any more, if there was one. */
    private void takeBack(Instant at) {
        Round round = round();
        Turn turn = leading();
        if (round.replied != null && turn != null) {
            turn.replied = null;
        }
        round.replied = null;
        endCall(at);
    }

    private @Nullable Call lastCall() {
        return calls.isEmpty() ? null : calls.get(calls.size() - 1);
    }

    private void endCall(Instant at) {
        Call call = lastCall();
        if (call != null && call.done == null && call.ended == null) {
            call.ended = at;
        }
    }

    private void close(Instant at, ClosingGround ground) {
        Round round = round();
        if (round.closed == null) {
            round.closed = at;
        }
        Call call = lastCall();
        if (call != null && call.done == null && call.ended == null && ground == ClosingGround.CALLBACK_FAILED) {
            call.done = at; // it was tried as often as it has to be
        }
        over(at);
    }

    private void over(Instant at) {
        endCall(at);
        resume(at);
        for (Turn turn : turns) {
            end(turn, at);
        }
        asked = null;
    }

    /** What was done stays done; a new round begins. */
    private void reopen(Instant at) {
        endCall(at);
        Turn turn = leading();
        end(turn, at);
        ended = null;
        rounds.add(new Round(at));
    }

    Round round() {
        return rounds.get(rounds.size() - 1);
    }

    private boolean isPaused() {
        for (Pause pause : pauses) {
            if (pause.end == null) {
                return true;
            }
        }
        return false;
    }

    private void resume(Instant at) {
        for (Pause pause : pauses) {
            if (pause.end == null) {
                pause.end = at;
            }
        }
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
            if (turn.leg.part() == Part.LEAD && turn.signed != null && (first == null || turn.signed.isBefore(first))) {
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
