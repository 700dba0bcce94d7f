package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.core.cases.ExtensionAmount;
import io.github.hotlinekit.core.cases.ExtensionUnit;
import io.github.hotlinekit.sla.calendar.OpenInterval;
import io.github.hotlinekit.sla.calendar.OpeningHours;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.sla.calendar.WorkingHours;
import io.github.hotlinekit.sla.policy.DueMoment;
import io.github.hotlinekit.sla.policy.ExtensionRule;
import io.github.hotlinekit.sla.policy.LastDay;
import io.github.hotlinekit.sla.policy.SlaPolicy;
import io.github.hotlinekit.sla.policy.SlaTarget;
import io.github.hotlinekit.sla.policy.StartMoment;
import io.github.hotlinekit.sla.policy.TimeLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts deadlines by one calendar. Limits in days follow the Civil Code of China, articles 200 to 204; a day is
 * given back only if the clock stood still all through its working periods; nothing falls due while it stands
 * still.
 */
final class Deadlines {

    private final WorkingCalendar calendar;
    private final ZoneDays zoneDays;
    private final Map<String, WorkingHours> hours;

    Deadlines(SlaPolicy policy, WorkingCalendar calendar, ZoneDays zoneDays) {
        this.calendar = calendar;
        this.zoneDays = zoneDays;
        Map<String, WorkingHours> compiled = new HashMap<>();
        for (Map.Entry<String, OpeningHours> entry : policy.hours().entrySet()) {
            compiled.put(entry.getKey(), WorkingHours.of(entry.getValue(), calendar, zoneDays.zone()));
        }
        this.hours = Map.copyOf(compiled);
    }

    WorkingCalendar calendar() {
        return calendar;
    }

    /** The working time of a target; none if it names no opening hours. */
    @Nullable
    WorkingHours hours(SlaTarget target) {
        return target.hours().isEmpty() ? null : hours.get(target.hours().get());
    }

    /** How much is added to a limit, by unit. */
    private record Extra(int workingDays, int calendarDays, int hours) {
        static final Extra NONE = new Extra(0, 0, 0);

        Extra plus(ExtensionAmount more) {
            return switch (more.unit()) {
                case WORKING_DAYS -> new Extra(workingDays + more.amount(), calendarDays, hours);
                case CALENDAR_DAYS -> new Extra(workingDays, calendarDays + more.amount(), hours);
                case HOURS -> new Extra(workingDays, calendarDays, hours + more.amount());
            };
        }
    }

    /**
     * The deadline of a target.
     *
     * @param target the target
     * @param begun when its clock was started
     * @param grants the extensions granted while it ran, in order
     * @param stops when it stood still, as far as known
     * @param anomalies where to say which extensions do not count, if anybody wants to know
     */
    Deadline of(
            SlaTarget target,
            Instant begun,
            List<Story.Grant> grants,
            Stops stops,
            @Nullable List<ClockAnomaly> anomalies) {
        Instant start = start(target, begun);
        LocalDate from = day(start);
        if (grants.isEmpty() || target.extensions().most() == 0) {
            return count(target, start, from, Extra.NONE, List.of(), stops);
        }
        Extra extra = Extra.NONE;
        List<ExtensionAmount> counted = new ArrayList<>(grants.size());
        for (Story.Grant grant : grants) {
            ExtensionRule rule = target.extensions();
            ClockAnomaly.Code wrong = null;
            ExtensionAmount amount = grant.amount();
            if ((amount.unit() == ExtensionUnit.HOURS) == target.limit().isInDays()) {
                wrong = ClockAnomaly.Code.EXTENSION_UNIT;
            } else if (counted.size() >= rule.most()) {
                wrong = ClockAnomaly.Code.EXTENSION_OVER_NUMBER;
            } else if (!rule.grantedBy().isEmpty()
                    && !rule.grantedBy().contains(grant.by().role())) {
                wrong = ClockAnomaly.Code.EXTENSION_BY_OTHER;
            } else if (rule.asked() == ExtensionRule.Asked.BEFORE_DUE
                    && !grant.asked()
                            .isBefore(count(target, start, from, extra, counted, stops.until(grant.asked()))
                                    .lateFrom())) {
                wrong = ClockAnomaly.Code.EXTENSION_LATE;
            } else {
                ExtensionAmount capped = capped(amount, rule);
                if (!capped.equals(amount)) {
                    note(anomalies, ClockAnomaly.Code.EXTENSION_TOO_LONG, grant.sequence());
                }
                extra = extra.plus(capped);
                counted.add(capped);
            }
            if (wrong != null) {
                note(anomalies, wrong, grant.sequence());
            }
        }
        return count(target, start, from, extra, List.copyOf(counted), stops);
    }

    private static void note(@Nullable List<ClockAnomaly> anomalies, ClockAnomaly.Code code, int sequence) {
        if (anomalies != null) {
            ClockAnomaly anomaly = new ClockAnomaly(code, sequence);
            if (!anomalies.contains(anomaly)) {
                anomalies.add(anomaly);
            }
        }
    }

    private static ExtensionAmount capped(ExtensionAmount amount, ExtensionRule rule) {
        if (rule.each().isEmpty()) {
            return amount;
        }
        TimeLimit each = rule.each().get();
        int most = Integer.MAX_VALUE;
        if (each instanceof TimeLimit.WorkingDays days && amount.unit() == ExtensionUnit.WORKING_DAYS) {
            most = days.days();
        } else if (each instanceof TimeLimit.CalendarDays days && amount.unit() == ExtensionUnit.CALENDAR_DAYS) {
            most = days.days();
        } else if (each instanceof TimeLimit.Elapsed time && amount.unit() == ExtensionUnit.HOURS) {
            most = Math.toIntExact(time.duration().toHours());
        } else if (each instanceof TimeLimit.WorkingTime time && amount.unit() == ExtensionUnit.HOURS) {
            most = Math.toIntExact(time.duration().toHours());
        }
        return amount.amount() <= most ? amount : new ExtensionAmount(Math.max(1, most), amount.unit());
    }

    /**
     * The instant to count from: off a day of rest if asked, then after a cut-off that of the next working day, then
     * at the next opening if asked.
     */
    private Instant start(SlaTarget target, Instant begun) {
        Instant start = begun;
        if (target.startMoment() == StartMoment.NEXT_WORKING_DAY) {
            ZonedDateTime local = begun.atZone(zoneDays.zone());
            LocalDate date = local.toLocalDate();
            LocalDate worked = calendar.nextOrSame(date);
            start = worked.equals(date)
                    ? begun
                    : worked.atTime(local.toLocalTime()).atZone(zoneDays.zone()).toInstant();
        }
        WorkingHours open = hours(target);
        if (target.cutoff().isPresent()) {
            ZonedDateTime local = start.atZone(zoneDays.zone());
            LocalDate date = local.toLocalDate();
            if (calendar.isWorkingDay(date)
                    && !local.toLocalTime().isBefore(target.cutoff().get())) {
                start = beginning(calendar.plusWorkingDays(date, 1), open);
            }
        }
        return target.startMoment() == StartMoment.NEXT_OPENING && open != null ? open.nextOpening(start) : start;
    }

    /** The first opening of a day, or its 00:00 where there are no opening hours. */
    private Instant beginning(LocalDate date, @Nullable WorkingHours open) {
        List<OpenInterval> periods = open == null ? List.of() : open.intervals(date);
        return periods.isEmpty() ? startOf(date) : periods.get(0).start();
    }

    private Deadline count(
            SlaTarget target, Instant start, LocalDate from, Extra extra, List<ExtensionAmount> counted, Stops stops) {
        TimeLimit limit = target.limit();
        if (limit instanceof TimeLimit.Elapsed elapsed) {
            return inTime(target, start, from, elapsed.duration(), null, extra, counted, stops);
        }
        if (limit instanceof TimeLimit.WorkingTime time) {
            WorkingHours open = Objects.requireNonNull(hours(target), "hours");
            return inTime(target, start, from, time.duration(), open, extra, counted, stops);
        }
        LocalDate due;
        long total;
        if (limit instanceof TimeLimit.WorkingDays days) {
            int wanted = days.days() + extra.workingDays();
            due = workingDay(target, from, wanted, stops);
            total = wanted;
            if (extra.calendarDays() > 0) {
                due = calendar.nextOrSame(due.plusDays(extra.calendarDays()));
            }
        } else {
            LocalDate last = limit instanceof TimeLimit.Months months
                    ? from.plusMonths(months.months())
                    : from.plusDays(((TimeLimit.CalendarDays) limit).days());
            last = last.plusDays(extra.calendarDays());
            total = ChronoUnit.DAYS.between(from, last);
            due = calendarDay(from, last, stops);
            due = target.lastDay() == LastDay.NEXT_WORKING_DAY ? calendar.nextOrSame(due) : due;
            due = extra.workingDays() == 0 ? due : calendar.plusWorkingDays(due, extra.workingDays());
        }
        Instant lateFrom = lateFrom(target, due, start);
        for (Stops.Stop stop : stops.all()) {
            // Due while it stood still: the day of the resumption, or the next working day, at the earliest.
            if (stop.start().isBefore(lateFrom) && !lateFrom.isAfter(stop.end())) {
                due = calendar.nextOrSame(day(stop.end()));
                lateFrom = lateFrom(target, due, start);
                if (!lateFrom.isAfter(stop.end())) {
                    due = calendar.plusWorkingDays(due, 1);
                    lateFrom = lateFrom(target, due, start);
                }
            }
        }
        return new Deadline(target, start, from, due, lateFrom, total, counted);
    }

    /** The n-th working day that was not given back. */
    private LocalDate workingDay(SlaTarget target, LocalDate from, int wanted, Stops stops) {
        LocalDate due = calendar.plusWorkingDays(from, wanted);
        if (stops.isEmpty()) {
            return due;
        }
        int given = 0;
        while (true) {
            int now = Math.toIntExact(workingDaysGivenBack(target, from, due, stops));
            if (now == given) {
                return due;
            }
            given = now;
            due = calendar.plusWorkingDays(from, wanted + given);
        }
    }

    /** A day moved on by the calendar days that were given back. */
    private LocalDate calendarDay(LocalDate from, LocalDate last, Stops stops) {
        if (stops.isEmpty()) {
            return last;
        }
        LocalDate due = last;
        long given = 0;
        while (true) {
            long now = daysGivenBack(from, due, stops);
            if (now == given) {
                return due;
            }
            given = now;
            due = last.plusDays(given);
        }
    }

    /** The working days after one day and up to another on which the clock stood still all the time. */
    long workingDaysGivenBack(SlaTarget target, LocalDate after, LocalDate upTo, Stops stops) {
        long given = 0;
        LocalDate edge = LocalDate.MIN;
        for (Stops.Stop stop : stops.all()) {
            LocalDate first = day(stop.start());
            LocalDate last = day(stop.end());
            // Within a stop that begins on one day and ends on another the days between are whole.
            LocalDate left = first.isBefore(after) ? after : first;
            LocalDate right = last.isAfter(upTo) ? upTo : last.minusDays(1);
            if (left.isBefore(right)) {
                given += calendar.workingDaysBetween(left, right);
            }
            for (LocalDate date = first; ; date = last) {
                if (date.isAfter(edge)
                        && date.isAfter(after)
                        && !date.isAfter(upTo)
                        && isWorkingDayGivenBack(target, date, stops)) {
                    given++;
                }
                edge = date.isAfter(edge) ? date : edge;
                if (date.equals(last)) {
                    break;
                }
            }
        }
        return given;
    }

    /** Whether the clock stood still all through the working periods of a working day. */
    boolean isWorkingDayGivenBack(SlaTarget target, LocalDate date, Stops stops) {
        if (!calendar.isWorkingDay(date)) {
            return false;
        }
        WorkingHours open = hours(target);
        List<OpenInterval> periods = open == null ? List.of() : open.intervals(date);
        if (periods.isEmpty()) {
            return isDayGivenBack(date, stops);
        }
        for (OpenInterval period : periods) {
            if (!stops.covers(period.start(), period.end())) {
                return false;
            }
        }
        return true;
    }

    /** Whether the clock stood still from the beginning of a day to its end. */
    boolean isDayGivenBack(LocalDate date, Stops stops) {
        return stops.covers(zoneDays.startOf(date), zoneDays.endOf(date));
    }

    private long daysGivenBack(LocalDate after, LocalDate upTo, Stops stops) {
        long given = 0;
        for (Stops.Stop stop : stops.all()) {
            LocalDate first = day(stop.start());
            first = startOf(first).isBefore(stop.start()) ? first.plusDays(1) : first;
            first = first.isAfter(after) ? first : after.plusDays(1);
            LocalDate last = day(stop.end()).minusDays(1);
            last = last.isAfter(upTo) ? upTo : last;
            given += Math.max(0, ChronoUnit.DAYS.between(first, last) + 1);
        }
        return given;
    }

    private Deadline inTime(
            SlaTarget target,
            Instant start,
            LocalDate from,
            Duration limit,
            @Nullable WorkingHours open,
            Extra extra,
            List<ExtensionAmount> counted,
            Stops stops) {
        Duration total = limit.plusHours(extra.hours());
        Duration left = total;
        Instant running = start;
        for (Stops.Stop stop : stops.all()) {
            if (!stop.end().isAfter(running)) {
                continue;
            }
            Instant stopped = stop.start().isAfter(running) ? stop.start() : running;
            Duration used = open == null ? Duration.between(running, stopped) : open.between(running, stopped);
            if (used.compareTo(left) >= 0) {
                break; // it was due by then
            }
            left = left.minus(used);
            running = stop.end();
        }
        Instant lateFrom = open == null ? running.plus(left) : open.plus(running, left);
        return new Deadline(target, start, from, null, lateFrom, total.toMinutes(), counted);
    }

    private Instant lateFrom(SlaTarget target, LocalDate due, Instant start) {
        if (target.due() == DueMoment.SAME_TIME) {
            LocalTime time = LocalTime.ofInstant(start, zoneDays.zone());
            return due.atTime(time).atZone(zoneDays.zone()).toInstant();
        }
        WorkingHours open = hours(target);
        if (target.due() == DueMoment.CLOSE_OF_BUSINESS && open != null) {
            return open.close(due).orElseGet(() -> zoneDays.endOf(due));
        }
        return zoneDays.endOf(due);
    }

    /** What of a limit is used at an instant: days, or minutes for a limit in time; never negative. */
    long used(Deadline deadline, Instant at, Stops stops) {
        Instant start = deadline.start();
        if (!at.isAfter(start)) {
            return 0;
        }
        TimeLimit limit = deadline.target().limit();
        if (limit.isInDays()) {
            LocalDate from = deadline.from();
            LocalDate day = day(at);
            Stops known = stops.until(at);
            long used = limit instanceof TimeLimit.WorkingDays
                    ? calendar.workingDaysBetween(from, day) - workingDaysGivenBack(deadline.target(), from, day, known)
                    : ChronoUnit.DAYS.between(from, day) - daysGivenBack(from, day, known);
            return Math.max(0, used);
        }
        WorkingHours open = limit instanceof TimeLimit.WorkingTime ? hours(deadline.target()) : null;
        Duration used = time(open, start, at);
        for (Stops.Stop stop : stops.until(at).all()) {
            Instant stopped = stop.start().isAfter(start) ? stop.start() : start;
            if (stopped.isBefore(stop.end())) {
                used = used.minus(time(open, stopped, stop.end()));
            }
        }
        return Math.max(0, used.toMinutes());
    }

    private static Duration time(@Nullable WorkingHours open, Instant from, Instant to) {
        return open == null ? Duration.between(from, to) : open.between(from, to);
    }

    /** How late an instant is. */
    Lateness lateness(Deadline deadline, Instant end) {
        if (end.isBefore(deadline.lateFrom())) {
            return Lateness.NONE;
        }
        LocalDate due = deadline.due() == null ? day(deadline.lateFrom().minusNanos(1)) : deadline.due();
        LocalDate day = day(end);
        WorkingHours open = hours(deadline.target());
        return new Lateness(
                Math.max(0, calendar.workingDaysBetween(due, day)),
                Math.max(0, ChronoUnit.DAYS.between(due, day)),
                open == null ? Optional.empty() : Optional.of(open.between(deadline.lateFrom(), end)));
    }

    LocalDate day(Instant instant) {
        return zoneDays.of(instant);
    }

    Instant startOf(LocalDate date) {
        return zoneDays.startOf(date);
    }
}
