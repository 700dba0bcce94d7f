package io.github.hotlinekit.sla.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Turns times of a wall clock into instants as {@link ZonedDateTime} does, many in a row at little cost: away from
 * the changes of a zone's offset one subtraction is enough. Made for one use by one thread.
 */
final class WallClock {

    static final int DAY = 86_400;

    /** Further from a change of offset than any clock was ever moved. */
    private static final long MARGIN = 3L * DAY;

    private static final int SAFE_FROM = 0;
    private static final int SAFE_UNTIL = 1;
    private static final int OFFSET = 2;

    private final ZoneId zone;
    private final ZoneRules rules;
    /** From when until when, as a second of the time line, which offset holds. */
    private final long[] known = {0, 0, 0};

    WallClock(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
    }

    /**
     * The second of the time line.
     *
     * @param local seconds of the wall clock since it was 1970-01-01T00:00
     */
    long epochSecond(long local) {
        long instant = local - known[OFFSET];
        if (instant >= known[SAFE_FROM] && instant < known[SAFE_UNTIL]) {
            return instant;
        }
        ZonedDateTime time =
                LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC).atZone(zone);
        learn(time.toInstant());
        return time.toEpochSecond();
    }

    private void learn(Instant instant) {
        ZoneOffsetTransition before = rules.previousTransition(instant.plusSeconds(1)); // or at it
        ZoneOffsetTransition after = rules.nextTransition(instant);
        known[SAFE_FROM] = before == null ? Long.MIN_VALUE : before.toEpochSecond() + MARGIN;
        known[SAFE_UNTIL] = after == null ? Long.MAX_VALUE : after.toEpochSecond() - MARGIN;
        known[OFFSET] = rules.getOffset(instant).getTotalSeconds();
    }
}
