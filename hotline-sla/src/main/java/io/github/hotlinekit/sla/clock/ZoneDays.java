package io.github.hotlinekit.sla.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * The days of a zone. Each reading turns instants into days and back many times, and most zones, China's among
 * them, have kept one offset for decades: from the day after the last change of offset on, if no rule brings
 * another, one sum is enough. Before that day the zone is asked.
 */
final class ZoneDays {

    private static final int SECONDS = 86_400;

    private final ZoneId zone;
    /** The first day, from 1970-01-01, that begins with the offset that holds for good. */
    private final long steadyFrom;
    /** That offset, in seconds. */
    private final int steadyOffset;

    ZoneDays(ZoneId zone) {
        this.zone = zone;
        ZoneRules rules = zone.getRules();
        List<ZoneOffsetTransition> changes = rules.getTransitions();
        if (!rules.getTransitionRules().isEmpty()) {
            this.steadyFrom = Long.MAX_VALUE;
            this.steadyOffset = 0;
        } else if (changes.isEmpty()) {
            this.steadyFrom = Long.MIN_VALUE;
            this.steadyOffset = rules.getOffset(Instant.EPOCH).getTotalSeconds();
        } else {
            ZoneOffsetTransition last = changes.get(changes.size() - 1);
            long before = last.getDateTimeBefore().toLocalDate().toEpochDay();
            long after = last.getDateTimeAfter().toLocalDate().toEpochDay();
            this.steadyFrom = Math.max(before, after) + 1;
            this.steadyOffset = last.getOffsetAfter().getTotalSeconds();
        }
    }

    ZoneId zone() {
        return zone;
    }

    /** The day of an instant. */
    LocalDate of(Instant instant) {
        long day = Math.floorDiv(instant.getEpochSecond() + steadyOffset, SECONDS);
        return day >= steadyFrom ? LocalDate.ofEpochDay(day) : LocalDate.ofInstant(instant, zone);
    }

    /** The first instant of a day. */
    Instant startOf(LocalDate date) {
        long day = date.toEpochDay();
        return day >= steadyFrom
                ? Instant.ofEpochSecond(day * SECONDS - steadyOffset)
                : date.atStartOfDay(zone).toInstant();
    }

    /** The first instant after a day. */
    Instant endOf(LocalDate date) {
        return startOf(date.plusDays(1));
    }
}
