package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.core.cases.Act;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.ContactOutcome;
import io.github.hotlinekit.core.cases.Part;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.sla.policy.CaseTraits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The lists of a story while it is told. */
final class Telling {

    final List<Story.Round> rounds = new ArrayList<>(1);
    final List<Story.Turn> turns = new ArrayList<>(2);
    final List<Story.Call> calls = new ArrayList<>(0);
    final List<Instant> contacts = new ArrayList<>(0);
    final List<Story.Pause> pauses = new ArrayList<>(0);
    final List<Story.Grant> grants = new ArrayList<>(0);
    final List<Story.Change> changes = new ArrayList<>(2);
    final List<Story.Recalculation> recalculations = new ArrayList<>(0);
    final List<ClockAnomaly> anomalies = new ArrayList<>(0);

    Telling(Instant received) {
        rounds.add(new Story.Round(received, null, null));
    }

    void odd(ClockAnomaly.Code code, CaseEvent event) {
        anomalies.add(new ClockAnomaly(code, event.sequence()));
    }

    /** The case is made another; gives what it is. */
    CaseTraits change(Instant at, CaseTraits before, CaseTraits after) {
        changes.add(new Story.Change(at, before));
        return after;
    }

    /** What moves lists alone. */
    void tell(Act act, Instant at, CaseEvent event) {
        switch (act) {
            case CHANGE_ASSISTING -> {
                CaseEvent.AssistingChanged e = (CaseEvent.AssistingChanged) event;
                e.released().forEach(d -> assisting(d, t -> t.end(at)));
                e.added().forEach(d -> offer(at, d, Part.ASSIST, true));
            }
            case SIGN_FOR -> leading(t -> t.sign(at));
            case SIGN_FOR_ASSISTING -> assisting(((CaseEvent.AssistingSignedFor) event).department(), t -> t.sign(at));
            case RETURN -> leading(t -> t.giveBack(at));
            case RETURN_ASSISTING -> assisting(((CaseEvent.AssistingReturned) event).department(), t -> t.giveBack(at));
            case REFUSE_RETURN -> leading(t -> t.keep().sign(at));
            case REPLY_ASSISTING -> assisting(((CaseEvent.AssistingReplied) event).department(), t -> t.reply(at));
            case CONTACT -> {
                if (((CaseEvent.Contacted) event).outcome() == ContactOutcome.REACHED) {
                    contacts.add(at);
                }
            }
            case SUSPEND -> {
                if (isPaused()) {
                    odd(ClockAnomaly.Code.PAUSED_TWICE, event);
                }
                pauses.add(new Story.Pause(at, ((CaseEvent.Suspended) event).ground(), null));
            }
            case RESUME -> {
                if (!isPaused()) {
                    odd(ClockAnomaly.Code.RESUMED_WITHOUT_PAUSE, event);
                }
                resume(at);
            }
            case SEND_BACK -> takeBack(at);
            case RECORD_CALLBACK -> {
                int last = calls.size() - 1;
                if (last >= 0 && calls.get(last).done() == null) {
                    calls.set(
                            last,
                            new Story.Call(
                                    calls.get(last).start(), at, calls.get(last).ended()));
                }
            }
            case RECALCULATE ->
                recalculations.add(new Story.Recalculation(
                        event.sequence(), at, ((CaseEvent.CalendarRecalculated) event).calendar()));
            default -> {} // moves no clock
        }
    }

    void handOver(Instant at, DepartmentCode lead, List<DepartmentCode> assisting) {
        takeBack(at);
        turns.replaceAll(t -> t.end(at));
        offer(at, lead, Part.LEAD, true);
        for (int i = 0; i < assisting.size(); i++) {
            offer(at, assisting.get(i), Part.ASSIST, true);
        }
    }

    private void offer(Instant at, DepartmentCode department, Part part, boolean offered) {
        Leg leg = new Leg(turns.size() + 1, department, part);
        turns.add(new Story.Turn(leg, at, offered, null, null, null, null));
    }

    void leading(UnaryOperator<Story.Turn> change) {
        int last = lead();
        if (last >= 0) {
            turns.set(last, change.apply(turns.get(last)));
        }
    }

    private int lead() {
        int i = turns.size() - 1;
        while (i >= 0 && !turns.get(i).isOf(Part.LEAD)) {
            i--;
        }
        return i;
    }

    private void assisting(DepartmentCode department, UnaryOperator<Story.Turn> change) {
        for (int i = turns.size() - 1; i >= 0; i--) {
            Story.Turn turn = turns.get(i);
            if (turn.isOf(Part.ASSIST) && turn.leg().department().equals(department)) {
                turns.set(i, change.apply(turn));
                return;
            }
        }
    }

    private Story.Round round() {
        return rounds.get(rounds.size() - 1);
    }

    void reply(Instant at) {
        Story.Round round = round();
        if (round.replied() == null) {
            rounds.set(rounds.size() - 1, new Story.Round(round.start(), at, round.closed()));
        }
        leading(t -> t.reply(at));
        endCall(at);
        calls.add(new Story.Call(at, null, null));
    }

    /** The reply does not stand any more, if there was one. */
    void takeBack(Instant at) {
        Story.Round round = round();
        if (round.replied() != null) {
            leading(Story.Turn::rework);
            rounds.set(rounds.size() - 1, new Story.Round(round.start(), null, round.closed()));
        }
        endCall(at);
    }

    private void endCall(Instant at) {
        int last = calls.size() - 1;
        if (last >= 0 && calls.get(last).waits()) {
            calls.set(last, new Story.Call(calls.get(last).start(), null, at));
        }
    }

    /** One whose callback failed was tried as often as it has to be. */
    void close(Instant at, boolean callbackFailed) {
        Story.Round round = round();
        if (round.closed() == null) {
            rounds.set(rounds.size() - 1, new Story.Round(round.start(), round.replied(), at));
        }
        int last = calls.size() - 1;
        if (callbackFailed && last >= 0 && calls.get(last).waits()) {
            calls.set(last, new Story.Call(calls.get(last).start(), at, null));
        }
        over(at);
    }

    void over(Instant at) {
        endCall(at);
        resume(at);
        turns.replaceAll(t -> t.end(at));
    }

    /** What was done stays done; a new round begins, with the same lead if it goes straight back to it. */
    void reopen(Instant at, boolean toTheLead) {
        endCall(at);
        leading(t -> t.end(at));
        rounds.add(new Story.Round(at, null, null));
        int last = lead();
        if (toTheLead && last >= 0) {
            offer(at, turns.get(last).leg().department(), Part.LEAD, false);
        }
    }

    private boolean isPaused() {
        for (int i = 0; i < pauses.size(); i++) {
            if (pauses.get(i).end() == null) {
                return true;
            }
        }
        return false;
    }

    private void resume(Instant at) {
        for (int i = 0; i < pauses.size(); i++) {
            Story.Pause pause = pauses.get(i);
            if (pause.end() == null) {
                pauses.set(i, new Story.Pause(pause.start(), pause.ground(), at));
            }
        }
    }
}
