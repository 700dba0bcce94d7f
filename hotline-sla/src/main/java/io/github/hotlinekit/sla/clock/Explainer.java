package io.github.hotlinekit.sla.clock;

import io.github.hotlinekit.core.cases.ExtensionAmount;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.sla.calendar.CalendarDay;
import io.github.hotlinekit.sla.calendar.Certainty;
import io.github.hotlinekit.sla.calendar.OpenInterval;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.sla.calendar.WorkingHours;
import io.github.hotlinekit.sla.policy.LastDay;
import io.github.hotlinekit.sla.policy.PolicyRow;
import io.github.hotlinekit.sla.policy.SlaPolicy;
import io.github.hotlinekit.sla.policy.SlaTarget;
import io.github.hotlinekit.sla.policy.TimeLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Walks a deadline day by day, by the definition: it asks the calendar for one day at a time. */
final class Explainer {

    private final SlaPolicy policy;
    private final Deadlines by;
    private final WorkingCalendar calendar;

    Explainer(SlaPolicy policy, Deadlines by) {
        this.policy = policy;
        this.by = by;
        this.calendar = by.calendar();
    }

    DeadlineExplanation explain(Story story, Span span, PolicyRow row, Deadline deadline, Stops stops) {
        SlaTarget target = deadline.target();
        List<DeadlineExplanation.Day> days = new ArrayList<>();
        List<Label> notes = notes(span, deadline, stops);
        ZonedDateTime start = deadline.start().atZone(policy.zone());
        Certainty certainty = Certainty.SETTLED;
        Optional<LocalDate> due = Optional.empty();
        if (target.limit() instanceof TimeLimit.WorkingTime) {
            certainty = time(deadline, stops, days);
        } else if (target.limit().isInDays()) {
            due = Optional.of(walk(deadline, stops, days));
            certainty = calendar.certainty(deadline.from()).or(calendar.certainty(due.get()));
        }
        return new DeadlineExplanation(
                story.registration.number(),
                target,
                span.leg(),
                start,
                days,
                notes,
                due,
                deadline.lateFrom(),
                row.id(),
                policy.identity(),
                policy.source(),
                calendar.identity(),
                certainty);
    }

    private List<Label> notes(Span span, Deadline deadline, Stops stops) {
        List<Label> notes = new ArrayList<>();
        if (!span.begun().equals(deadline.start())) {
            ZonedDateTime begun = span.begun().atZone(policy.zone());
            notes.add(Label.of(
                    "起算时间由 " + begun.toOffsetDateTime() + " 顺延",
                    "the start was moved on from " + begun.toOffsetDateTime()));
        }
        if (span.round() > 1) {
            notes.add(Label.of("第 " + span.round() + " 轮办理，自重办时起算", "round " + span.round() + ", from the reopening"));
        }
        for (ExtensionAmount amount : deadline.extensions()) {
            notes.add(Label.of(
                    "延期 " + amount.amount() + " " + amount.unit().label().zh(),
                    "extended by " + amount.amount() + " "
                            + amount.unit().label().en()));
        }
        for (Stops.Stop stop : stops.all()) {
            String from = stop.start().atZone(policy.zone()).toOffsetDateTime().toString();
            String to = stop.end().atZone(policy.zone()).toOffsetDateTime().toString();
            notes.add(Label.of("挂起 " + from + " 至 " + to, "suspended from " + from + " to " + to));
        }
        return notes;
    }

    /** Day by day until enough are counted and the due day is reached. */
    private LocalDate walk(Deadline deadline, Stops stops, List<DeadlineExplanation.Day> days) {
        SlaTarget target = deadline.target();
        boolean workingDays = target.limit() instanceof TimeLimit.WorkingDays;
        LocalDate date = deadline.from();
        int counted = 0;
        while (counted < deadline.total()) {
            date = date.plusDays(1);
            CalendarDay day = calendar.day(date);
            DeadlineExplanation.Count count = count(target, workingDays, day, stops);
            counted += count == DeadlineExplanation.Count.COUNTED ? 1 : 0;
            days.add(new DeadlineExplanation.Day(
                    day, count, count == DeadlineExplanation.Count.COUNTED ? counted : 0, Optional.empty()));
        }
        if (!workingDays) {
            while (target.lastDay() == LastDay.NEXT_WORKING_DAY
                    && !calendar.day(date).isWorking()) {
                date = date.plusDays(1);
                days.add(over(date));
            }
        }
        // What an extension in another unit, a pause or a recalculation added is told in the notes.
        while (deadline.due() != null && date.isBefore(deadline.due())) {
            date = date.plusDays(1);
            days.add(over(date));
        }
        return date;
    }

    private DeadlineExplanation.Day over(LocalDate date) {
        return new DeadlineExplanation.Day(
                calendar.day(date), DeadlineExplanation.Count.MOVED_OVER, 0, Optional.empty());
    }

    private DeadlineExplanation.Count count(SlaTarget target, boolean workingDays, CalendarDay day, Stops stops) {
        if (workingDays && !day.isWorking()) {
            return DeadlineExplanation.Count.NOT_WORKING;
        }
        boolean paused = workingDays
                ? by.isWorkingDayGivenBack(target, day.date(), stops)
                : by.isDayGivenBack(day.date(), stops);
        return paused ? DeadlineExplanation.Count.PAUSED : DeadlineExplanation.Count.COUNTED;
    }

    /** The working time of each day from the start to the deadline, less the pauses. */
    private Certainty time(Deadline deadline, Stops stops, List<DeadlineExplanation.Day> days) {
        WorkingHours open = Objects.requireNonNull(by.hours(deadline.target()), "a limit in working time has hours");
        LocalDate last = by.day(deadline.lateFrom());
        Certainty certainty = calendar.certainty(deadline.from()).or(calendar.certainty(last));
        // An overnight period belongs to the day before.
        for (LocalDate date = deadline.from().minusDays(1); !date.isAfter(last); date = date.plusDays(1)) {
            Duration time = Duration.ZERO;
            for (OpenInterval period : open.intervals(date)) {
                time = time.plus(within(period.start(), period.end(), deadline.start(), deadline.lateFrom()));
                for (Stops.Stop stop : stops.all()) {
                    Instant start = later(stop.start(), deadline.start());
                    Instant end = earlier(stop.end(), deadline.lateFrom());
                    time = time.minus(within(period.start(), period.end(), start, end));
                }
            }
            if (!time.isZero() || !date.isBefore(deadline.from())) {
                CalendarDay day = calendar.day(date);
                DeadlineExplanation.Count count = time.isZero()
                        ? day.isWorking() ? DeadlineExplanation.Count.MOVED_OVER : DeadlineExplanation.Count.NOT_WORKING
                        : DeadlineExplanation.Count.COUNTED;
                days.add(new DeadlineExplanation.Day(day, count, 0, Optional.of(time)));
            }
        }
        return certainty;
    }

    private static Duration within(Instant start, Instant end, Instant from, Instant to) {
        Instant first = later(start, from);
        Instant last = earlier(end, to);
        return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
