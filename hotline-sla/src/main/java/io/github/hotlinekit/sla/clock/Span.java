package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.core.cases.Part;
import io.github.hotlinekit.sla.policy.CaseTraits;
import io.github.hotlinekit.sla.policy.ClockStart;
import io.github.hotlinekit.sla.policy.SlaTarget;
import io.github.hotlinekit.sla.policy.TargetKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run of a target's clock.
 *
 * @param kind what is asked for
 * @param clock what started it
 * @param leg the department's leg it belongs to, on a department's clock
 * @param round the round of handling
 * @param begun when it was started
 * @param done when what is asked for was done
 * @param ended when it was no more asked for
 * @param judged whether it is missed, and not cancelled, if it was late when it ended
 */
record Span(
        TargetKind kind,
        ClockStart clock,
        Optional<Leg> leg,
        int round,
        Instant begun,
        @Nullable Instant done,
        @Nullable Instant ended,
        boolean judged) {

    /** When it came to an end either way. */
    @Nullable
    Instant over() {
        return done == null ? ended : done;
    }

    /** Whether the row of the case counts: on the citizen's clock, and on that of the department that leads. */
    boolean isOfLead(CaseTraits traits) {
        return leg.isEmpty()
                || (traits.department().isPresent()
                        && leg.get().department().equals(traits.department().get()));
    }

    /** The traits whose row counts: on a department's clock those of its department. */
    CaseTraits own(CaseTraits traits) {
        return leg.isPresent() ? traits.withDepartment(leg.get().department()) : traits;
    }

    /** The runs of a target in the order of their starts. */
    static List<Span> of(SlaTarget target, Story story) {
        return switch (target.start()) {
            case RECEIPT -> target.kind() == TargetKind.COMPLETE ? rounds(story) : List.of(once(target.kind(), story));
            case DISPATCH -> turns(target.kind(), story);
            case REPLY -> calls(story);
        };
    }

    private static List<Span> rounds(Story story) {
        List<Span> spans = new ArrayList<>(story.rounds.size());
        for (int i = 0; i < story.rounds.size(); i++) {
            Story.Round round = story.rounds.get(i);
            boolean last = i == story.rounds.size() - 1;
            // A reply plays no part in a case that ended without handling.
            Instant ended = last ? story.ended : null;
            spans.add(new Span(
                    TargetKind.COMPLETE,
                    ClockStart.RECEIPT,
                    Optional.empty(),
                    i + 1,
                    round.start(),
                    ended == null ? round.done() : null,
                    ended,
                    false));
        }
        return spans;
    }

    private static Span once(TargetKind kind, Story story) {
        Instant done = null;
        Instant over = story.ended == null ? story.rounds.get(0).closed() : story.ended;
        switch (kind) {
            case SIGN_FOR -> done = story.firstSigned();
            case FIRST_CONTACT -> done = story.firstContact(Instant.MIN);
            case CALLBACK -> {
                for (Story.Call call : story.calls) {
                    done = done == null ? call.done() : done;
                }
            }
            case RETURN -> {
                for (Story.Turn turn : story.turns) {
                    done = done == null && turn.leg().part() == Part.LEAD ? turn.returned() : done;
                }
            }
            case COMPLETE, PROMISE -> done = story.rounds.get(0).done();
        }
        return new Span(kind, ClockStart.RECEIPT, Optional.empty(), 1, story.received, done, over, false);
    }

    private static List<Span> turns(TargetKind kind, Story story) {
        List<Span> spans = new ArrayList<>(story.turns.size());
        int round = 1;
        for (Story.Turn turn : story.turns) {
            while (round < story.rounds.size()
                    && !turn.start().isBefore(story.rounds.get(round).start())) {
                round++;
            }
            boolean asked = switch (kind) {
                case SIGN_FOR, RETURN -> turn.offered();
                case FIRST_CONTACT -> turn.leg().part() == Part.LEAD;
                default -> true;
            };
            if (asked) {
                Instant done = switch (kind) {
                    case SIGN_FOR -> turn.signed();
                    case RETURN -> turn.returned();
                    case FIRST_CONTACT -> contact(turn, story);
                    default -> turn.replied();
                };
                spans.add(new Span(
                        kind,
                        ClockStart.DISPATCH,
                        Optional.of(turn.leg()),
                        round,
                        turn.start(),
                        done,
                        turn.ended(),
                        true));
            }
        }
        return spans;
    }

    /** The first contact while the department had the case. */
    private static @Nullable Instant contact(Story.Turn turn, Story story) {
        Instant first = story.firstContact(turn.start());
        return first != null && turn.ended() != null && first.isAfter(turn.ended()) ? null : first;
    }

    private static List<Span> calls(Story story) {
        List<Span> spans = new ArrayList<>(story.calls.size());
        int round = 1;
        for (Story.Call call : story.calls) {
            while (round < story.rounds.size()
                    && !call.start().isBefore(story.rounds.get(round).start())) {
                round++;
            }
            spans.add(new Span(
                    TargetKind.CALLBACK,
                    ClockStart.REPLY,
                    Optional.empty(),
                    round,
                    call.start(),
                    call.done(),
                    call.ended(),
                    true));
        }
        return spans;
    }
}
