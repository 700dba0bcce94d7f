package io.github.hotlinekit.stats.ledger;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** The offsets of a zone, with that of the last instant asked for at hand: most instants of a ledger have the same. */
final class ZoneOffsets {

    private final ZoneRules rules;
    /** From this second on, to the one after the last, the offset at hand is in force. */
    private long from;

    private long until;
    private int offset;

    ZoneOffsets(ZoneRules rules) {
        this.rules = rules;
    }

    /** The offset in seconds at a second from 1970. */
    int at(long second) {
        if (!isAtHand(second)) {
            look(second);
        }
        return offset;
    }

    /** Whether the offset that was last asked for is that of a second too. */
    boolean isAtHand(long second) {
        return second >= from && second < until;
    }

    /** That offset. */
    int atHand() {
        return offset;
    }

    private void look(long second) {
        Instant instant = Instant.ofEpochSecond(second);
        int found = rules.getOffset(instant).getTotalSeconds();
        // The transition before the next instant is that of the instant itself, if it is one.
        ZoneOffsetTransition last = rules.previousTransition(instant.plusNanos(1));
        ZoneOffsetTransition next = rules.nextTransition(instant);
        offset = found;
        from = last == null ? Long.MIN_VALUE : last.toEpochSecond();
        until = next == null ? Long.MAX_VALUE : next.toEpochSecond();
    }
}
