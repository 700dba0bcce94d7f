package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.core.cases.Act;
import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.core.cases.ContactOutcome;
import io.github.hotlinekit.core.cases.Part;
import io.github.hotlinekit.core.directory.DepartmentCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        rounds.add(new Story.Round(received));
    }

    void odd(ClockAnomaly.Code code, CaseEvent event) {
        anomalies.add(new ClockAnomaly(code, event.sequence()));
    }

    /** The case is made another; gives what it is. */
    Nature change(Instant at, Nature before, Nature after) {
        changes.add(new Story.Change(at, before));
        return after;
    }

    /** What moves lists alone. */
    void tell(Act act, Instant at, CaseEvent event) {
        switch (act) {
            case CHANGE_ASSISTING -> {
                CaseEvent.AssistingChanged e = (CaseEvent.AssistingChanged) event;
                for (DepartmentCode released : e.released()) {
                    Story.Turn turn = assisting(released);
                    if (turn != null) {
                        turn.end(at);
                    }
                }
                e.added().forEach(d -> offer(at, d, Part.ASSIST, true));
            }
            case SIGN_FOR -> sign(at);
            case SIGN_FOR_ASSISTING -> {
                Story.Turn turn = assisting(((CaseEvent.AssistingSignedFor) event).department());
                if (turn != null) {
                    turn.sign(at);
                }
            }
            case RETURN -> {
                Story.Turn turn = lead();
                if (turn != null) {
                    turn.giveBack(at);
                }
            }
            case RETURN_ASSISTING -> {
                Story.Turn turn = assisting(((CaseEvent.AssistingReturned) event).department());
                if (turn != null) {
                    turn.giveBack(at);
                }
            }
            case REFUSE_RETURN -> {
                Story.Turn turn = lead();
                if (turn != null) {
                    turn.keep();
                    turn.sign(at);
                }
            }
            case REPLY_ASSISTING -> {
                Story.Turn turn = assisting(((CaseEvent.AssistingReplied) event).department());
                if (turn != null) {
                    turn.reply(at);
                }
            }
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
                Story.Call last = lastCall();
                if (last != null) {
                    last.finish(at);
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
        endTurns(at);
        offer(at, lead, Part.LEAD, true);
        for (int i = 0; i < assisting.size(); i++) {
            offer(at, assisting.get(i), Part.ASSIST, true);
        }
    }

    private void offer(Instant at, DepartmentCode department, Part part, boolean offered) {
        turns.add(new Story.Turn(new Leg(turns.size() + 1, department, part), at, offered));
    }

    private void endTurns(Instant at) {
        for (int i = 0; i < turns.size(); i++) {
            turns.get(i).end(at);
        }
    }

    /** The lead's, if there is one. */
    private Story.@Nullable Turn lead() {
        for (int i = turns.size() - 1; i >= 0; i--) {
            if (turns.get(i).isOf(Part.LEAD)) {
                return turns.get(i);
            }
        }
        return null;
    }

    private Story.@Nullable Turn assisting(DepartmentCode department) {
        for (int i = turns.size() - 1; i >= 0; i--) {
            Story.Turn turn = turns.get(i);
            if (turn.isOf(Part.ASSIST) && turn.leg().department().equals(department)) {
                return turn;
            }
        }
        return null;
    }

    private Story.Round round() {
        return rounds.get(rounds.size() - 1);
    }

    private Story.@Nullable Call lastCall() {
        return calls.isEmpty() ? null : calls.get(calls.size() - 1);
    }

    /** The lead signs for the case. */
    void sign(Instant at) {
        Story.Turn lead = lead();
        if (lead != null) {
            lead.sign(at);
        }
    }

    void reply(Instant at) {
        round().reply(at);
        Story.Turn lead = lead();
        if (lead != null) {
            lead.reply(at);
        }
        endCall(at);
        calls.add(new Story.Call(at));
    }

    /** The reply does not stand any more, if there was one. */
    void takeBack(Instant at) {
        Story.Round round = round();
        if (round.isReplied()) {
            round.takeBack();
            Story.Turn lead = lead();
            if (lead != null) {
                lead.rework();
            }
        }
        endCall(at);
    }

    private void endCall(Instant at) {
        Story.Call last = lastCall();
        if (last != null) {
            last.end(at);
        }
    }

    /** One whose callback failed was tried as often as it has to be. */
    void close(Instant at, boolean callbackFailed) {
        round().close(at);
        Story.Call last = lastCall();
        if (callbackFailed && last != null && last.waits()) {
            last.finish(at);
        }
        over(at);
    }

    void over(Instant at) {
        endCall(at);
        resume(at);
        endTurns(at);
    }

    /** What was done stays done; a new round begins, with the same lead if it goes straight back to it. */
    void reopen(Instant at, boolean toTheLead) {
        endCall(at);
        rounds.add(new Story.Round(at));
        Story.Turn lead = lead();
        if (lead != null) {
            lead.end(at);
            if (toTheLead) {
                offer(at, lead.leg().department(), Part.LEAD, false);
            }
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
