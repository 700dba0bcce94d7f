package io.github.hotlinekit.sla.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * What a new calendar does to deadlines counted by an old one (日历变更影响): which of them move, and by how much. It
 * is for a host to say which of its open cases are to be counted anew; nothing moves by itself.
 *
 * @param before the old calendar's identity
 * @param after the new calendar's identity
 * @param checked how many deadlines were looked at
 * @param moves those that move, in the order given
 */
public record CalendarChange(String before, String after, int checked, List<Move> moves) {

    /** Checks and copies the parts. */
    public CalendarChange {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        moves = List.copyOf(moves);
    }

    /**
     * A deadline in working days.
     *
     * @param key what it is the deadline of, such as a case's number
     * @param start the day to count from, not counted
     * @param workingDays the n of the n-th working day after it
     */
    public record Deadline(String key, LocalDate start, int workingDays) {
        /** Checks the parts. */
        public Deadline {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(start, "start");
        }
    }

    /**
     * A deadline that moves.
     *
     * @param deadline the deadline
     * @param before its due day by the old calendar
     * @param after its due day by the new calendar
     * @param calendarDays by how many days it moves; negative if it moves forward in time
     * @param workingDays how many of them are working days of the new calendar, with the same sign: those of {@code
     *     (before, after]} or {@code (after, before]}
     */
    public record Move(Deadline deadline, LocalDate before, LocalDate after, long calendarDays, long workingDays) {
        /** Checks the parts. */
        public Move {
            Objects.requireNonNull(deadline, "deadline");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }
    }

    /**
     * Compares the due days of deadlines by two calendars.
     *
     * @param before the old calendar
     * @param after the new calendar
     * @param deadlines the deadlines
     * @return those that move
     * @throws java.time.DateTimeException if a start or a due day is out of range
     * @throws CalendarHorizonException if a calendar is strict and a due day is not settled in it
     */
    public static CalendarChange impact(WorkingCalendar before, WorkingCalendar after, Collection<Deadline> deadlines) {
        List<Move> moves = new ArrayList<>();
        for (Deadline deadline : deadlines) {
            LocalDate was = before.plusWorkingDays(deadline.start(), deadline.workingDays());
            LocalDate is = after.plusWorkingDays(deadline.start(), deadline.workingDays());
            if (!was.equals(is)) {
                moves.add(new Move(
                        deadline, was, is, ChronoUnit.DAYS.between(was, is), after.workingDaysBetween(was, is)));
            }
        }
        return new CalendarChange(before.identity(), after.identity(), deadlines.size(), moves);
    }
}
