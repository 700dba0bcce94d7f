package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.core.cases.CaseEvent;
import io.github.hotlinekit.sla.calendar.OpeningHours;
import io.github.hotlinekit.sla.calendar.OpeningPeriod;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.sla.policy.SlaTarget;
import io.github.hotlinekit.sla.policy.TimeLimit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The citizen's clock of completion, minute by minute and day by day, for events on whole minutes. Written for
 * clarity; it knows suspensions and extensions in working days, and no reopening.
 */
final class NaiveClock {

    private static final int MINUTE = 60;

    private final SlaTarget target;
    private final @Nullable OpeningHours hours;
    private final WorkingCalendar calendar;
    private final ZoneId zone;
    private final List<CaseEvent> events;
    private final Instant now;

    /** The events in the order of their instants, none after now. */
    NaiveClock(
            SlaTarget target,
            @Nullable OpeningHours hours,
            WorkingCalendar calendar,
            ZoneId zone,
            List<CaseEvent> events,
            Instant now) {
        this.target = target;
        this.hours = hours;
        this.calendar = calendar;
        this.zone = zone;
        this.events = events;
        this.now = now;
    }

    /** Whether the clock stands still in the minute that begins at an instant, as far as is known now. */
    boolean isStill(Instant minute) {
        if (!minute.isBefore(now)) {
            return false;
        }
        boolean still = false;
        for (CaseEvent event : events) {
            if (!event.at().isAfter(minute)) {
                if (event instanceof CaseEvent.Suspended) {
                    still = true;
                } else if (event instanceof CaseEvent.Resumed) {
                    still = false;
                }
            }
        }
        return still;
    }

    private boolean isOpen(Instant minute) {
        LocalDate date = minute.atZone(zone).toLocalDate();
        int of = minute.atZone(zone).toLocalTime().toSecondOfDay() / MINUTE;
        for (OpeningPeriod period : periods(date)) {
            if (period.from() <= of && of < period.to()) {
                return true;
            }
        }
        for (OpeningPeriod period : periods(date.minusDays(1))) {
            if (of + OpeningPeriod.DAY < period.to()) {
                return true;
            }
        }
        return false;
    }

    private List<OpeningPeriod> periods(LocalDate date) {
        return hours == null ? List.of() : hours.on(date, calendar.day(date).isWorking());
    }

    /** Whether the clock stands still in every minute of a day that counts for it. */
    private boolean isGivenBack(LocalDate date, boolean byHours) {
        List<OpeningPeriod> periods = byHours ? periods(date) : List.of();
        if (periods.isEmpty()) {
            periods = List.of(new OpeningPeriod(0, OpeningPeriod.DAY));
        }
        Instant midnight = date.atStartOfDay(zone).toInstant();
        for (OpeningPeriod period : periods) {
            for (int m = period.from(); m < period.to(); m++) {
                if (!isStill(midnight.plusSeconds((long) m * MINUTE))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The first instant that is too late, were it resumed now if it stands still. */
    Instant lateFrom(int extraWorkingDays) {
        Instant start = events.get(0).at();
        if (target.limit() instanceof TimeLimit.Elapsed || target.limit() instanceof TimeLimit.WorkingTime) {
            boolean working = target.limit() instanceof TimeLimit.WorkingTime;
            long left = working
                    ? ((TimeLimit.WorkingTime) target.limit()).duration().toMinutes()
                    : ((TimeLimit.Elapsed) target.limit()).duration().toMinutes();
            Instant minute = start;
            while (left > 0) {
                if (!isStill(minute) && (!working || isOpen(minute))) {
                    left--;
                }
                minute = minute.plusSeconds(MINUTE);
            }
            return minute;
        }
        LocalDate date = start.atZone(zone).toLocalDate();
        LocalTime time = start.atZone(zone).toLocalTime();
        if (target.limit() instanceof TimeLimit.WorkingDays days) {
            int left = days.days() + extraWorkingDays;
            while (left > 0) {
                date = date.plusDays(1);
                if (calendar.day(date).isWorking() && !isGivenBack(date, true)) {
                    left--;
                }
            }
        } else {
            int left = ((TimeLimit.CalendarDays) target.limit()).days();
            while (left > 0) {
                date = date.plusDays(1);
                if (!isGivenBack(date, false)) {
                    left--;
                }
            }
            while (!calendar.day(date).isWorking()) {
                date = date.plusDays(1);
            }
            for (int i = 0; i < extraWorkingDays; i++) {
                date = date.plusDays(1);
                while (!calendar.day(date).isWorking()) {
                    date = date.plusDays(1);
                }
            }
        }
        // Nothing falls due while it stands still: in the minute that would be the last it must run.
        Instant lateFrom = end(date, time);
        Instant minute = lateFrom.minusSeconds(MINUTE);
        while (isStill(minute) && isStillUntil(minute, lateFrom)) {
            Instant resumed = minute;
            while (isStill(resumed)) {
                resumed = resumed.plusSeconds(MINUTE);
            }
            date = resumed.atZone(zone).toLocalDate();
            while (!calendar.day(date).isWorking()) {
                date = date.plusDays(1);
            }
            lateFrom = end(date, time);
            if (!lateFrom.isAfter(resumed)) {
                date = date.plusDays(1);
                while (!calendar.day(date).isWorking()) {
                    date = date.plusDays(1);
                }
                lateFrom = end(date, time);
            }
            minute = lateFrom.minusSeconds(MINUTE);
        }
        return lateFrom;
    }

    /** A stop that began before the deadline and goes on at it, or ends with it. */
    private boolean isStillUntil(Instant minute, Instant lateFrom) {
        return isStill(minute) && minute.isBefore(lateFrom);
    }

    private Instant end(LocalDate date, LocalTime time) {
        return switch (target.due()) {
            case END_OF_DAY -> date.plusDays(1).atStartOfDay(zone).toInstant();
            case SAME_TIME -> date.atTime(time).atZone(zone).toInstant();
            case CLOSE_OF_BUSINESS -> {
                List<OpeningPeriod> periods = periods(date);
                int last = periods.isEmpty()
                        ? OpeningPeriod.DAY
                        : periods.get(periods.size() - 1).to();
                yield date.atStartOfDay(zone).toInstant().plusSeconds((long) last * MINUTE);
            }
        };
    }
}
