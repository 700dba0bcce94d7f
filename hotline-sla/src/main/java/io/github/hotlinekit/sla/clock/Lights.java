package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.sla.calendar.WorkingHours;
import io.github.hotlinekit.sla.policy.Light;
import io.github.hotlinekit.sla.policy.TimeLimit;
import io.github.hotlinekit.sla.policy.Warning;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the lights of a deadline turn. A light is counted back from the deadline as it stands, so a deadline that
 * moves takes its lights along.
 */
final class Lights {

    private final Deadlines deadlines;

    Lights(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** The light at an instant before the deadline. */
    Light at(Deadline deadline, Instant now) {
        Light light = Light.GREEN;
        List<Warning> warnings = deadline.target().warnings();
        for (int i = 0; i < warnings.size(); i++) {
            Warning warning = warnings.get(i);
            if (warning.light().compareTo(light) > 0
                    && !turns(deadline, warning).isAfter(now)) {
                light = warning.light();
            }
        }
        return light;
    }

    /** The next instant after one at which the light turns or the deadline passes. */
    Instant next(Deadline deadline, Instant now, Light light) {
        Instant next = deadline.lateFrom();
        List<Warning> warnings = deadline.target().warnings();
        for (int i = 0; i < warnings.size(); i++) {
            Warning warning = warnings.get(i);
            if (warning.light().compareTo(light) > 0) {
                Instant turns = turns(deadline, warning);
                next = turns.isAfter(now) && turns.isBefore(next) ? turns : next;
            }
        }
        return next;
    }

    private Instant turns(Deadline deadline, Warning warning) {
        if (warning.threshold() instanceof Warning.Left left) {
            return turns(deadline, left.left());
        }
        int percent = ((Warning.Used) warning.threshold()).percent();
        if (deadline.due() != null) {
            // Rounded up to whole days: 80 % of 3 days are used on the third.
            long used = (deadline.total() * percent + 99) / 100;
            long left = deadline.total() - used;
            return deadline.target().limit() instanceof TimeLimit.WorkingDays
                    ? workingDaysLeft(deadline.due(), left)
                    : deadlines.startOf(deadline.due().minusDays(left));
        }
        Duration left = Duration.ofMinutes(deadline.total())
                .multipliedBy(100L - percent)
                .dividedBy(100);
        return back(deadline, left, deadline.target().limit() instanceof TimeLimit.WorkingTime);
    }

    private Instant turns(Deadline deadline, TimeLimit left) {
        if (left instanceof TimeLimit.Elapsed time) {
            return back(deadline, time.duration(), false);
        }
        if (left instanceof TimeLimit.WorkingTime time) {
            return back(deadline, time.duration(), true);
        }
        LocalDate due =
                deadline.due() == null ? deadlines.day(deadline.lateFrom().minusNanos(1)) : deadline.due();
        if (left instanceof TimeLimit.WorkingDays days) {
            return workingDaysLeft(due, days.days());
        }
        return deadlines.startOf(
                left instanceof TimeLimit.Months months
                        ? due.minusMonths(months.months())
                        : due.minusDays(((TimeLimit.CalendarDays) left).days()));
    }

    private Instant workingDaysLeft(LocalDate due, long left) {
        WorkingCalendar calendar = deadlines.calendar();
        LocalDate last = calendar.previousOrSame(due);
        return deadlines.startOf(calendar.plusWorkingDays(last, -Math.toIntExact(left)));
    }

    private Instant back(Deadline deadline, Duration left, boolean working) {
        @Nullable WorkingHours open = working ? deadlines.hours(deadline.target()) : null;
        return open == null ? deadline.lateFrom().minus(left) : open.minus(deadline.lateFrom(), left);
    }
}
