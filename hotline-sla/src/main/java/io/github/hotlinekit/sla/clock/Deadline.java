package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.core.cases.ExtensionAmount;
import io.github.hotlinekit.sla.policy.SlaTarget;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When something is due, and how that was counted.
 *
 * @param target what is due
 * @param start the instant from which it was counted, after any move to an opening or past a cut-off
 * @param from the day of that instant
 * @param due the due day; none for a limit in time
 * @param lateFrom the first instant that is too late
 * @param total the limit with its extensions: days, or minutes for a limit in time
 * @param extensions the extensions that count
 */
record Deadline(
        SlaTarget target,
        Instant start,
        LocalDate from,
        @Nullable LocalDate due,
        Instant lateFrom,
        long total,
        List<ExtensionAmount> extensions) {

    Deadline withLateFrom(Instant instant, @Nullable LocalDate day) {
        return new Deadline(target, start, from, day, instant, total, extensions);
    }
}
