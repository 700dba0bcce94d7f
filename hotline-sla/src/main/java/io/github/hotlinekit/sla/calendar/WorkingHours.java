package io.github.hotlinekit.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Working time (工作时间): the time during which an office is open on the days of a calendar, in a zone.
 */
public final class WorkingHours {

    private WorkingHours() {}

    /**
     * Working time by opening hours and a calendar.
     *
     * @param hours when it is open
     * @param calendar on which days it works
     * @param zone the zone of its wall clock
     * @return the working time
     */
    public static WorkingHours of(OpeningHours hours, WorkingCalendar calendar, ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    /**
     * The earliest instant by which so much working time has passed: 12:00 and not 13:30, if it is used up as
     * the morning ends.
     *
     * @param start from when
     * @param workingTime how much, not negative; 0 gives the start itself
     * @return the instant
     */
    public Instant plus(Instant start, Duration workingTime) {
        throw new UnsupportedOperationException();
    }

    /**
     * The working time from one instant to another; negative if the second is before the first.
     *
     * @param startInclusive from when
     * @param endExclusive until when
     * @return the time
     */
    public Duration between(Instant startInclusive, Instant endExclusive) {
        throw new UnsupportedOperationException();
    }

    /**
     * The instant itself if it is within opening hours, else the next opening.
     *
     * @param instant the instant
     * @return the instant, not before the given one
     */
    public Instant nextOpening(Instant instant) {
        throw new UnsupportedOperationException();
    }

    /**
     * The end of the last period of a day.
     *
     * @param date the day
     * @return the instant; empty if it is closed all day
     */
    public Optional<Instant> close(LocalDate date) {
        throw new UnsupportedOperationException();
    }

    /**
     * The periods of a day as intervals of the time line.
     *
     * @param date the day
     * @return for each period its first instant and the first after it, in order
     */
    public java.util.List<Instant[]> intervals(LocalDate date) {
        throw new UnsupportedOperationException();
    }
}
