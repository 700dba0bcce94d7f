package io.github.hotlinekit.sla.clock;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How late something is. What is late on its due day, or only over days that are not worked, is late by 0 days
 * of a kind: whether it is late at all is {@link SlaReading#isLate()}.
 *
 * @param workingDays the working days (工作日) after the due day, that of the instant included
 * @param calendarDays the calendar days (自然日) after the due day, that of the instant included
 * @param workingTime the working time (工作时间) since it was due, for a target with opening hours
 */
public record Lateness(long workingDays, long calendarDays, Optional<Duration> workingTime) {

    /** Not late by any day. */
    public static final Lateness NONE = new Lateness(0, 0);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException unless 0 &lt;= workingDays &lt;= calendarDays and the time is not negative
     */
    public Lateness {
        Objects.requireNonNull(workingTime, "workingTime");
        if (workingDays < 0 || workingDays > calendarDays) {
            throw new IllegalArgumentException(
                    "workingDays must be from 0 to calendarDays, but were " + workingDays + " and " + calendarDays);
        }
        if (workingTime.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("workingTime must not be negative, but was " + workingTime.get());
        }
    }

    /**
     * Late by days.
     *
     * @param workingDays the working days after the due day
     * @param calendarDays the calendar days after the due day
     */
    public Lateness(long workingDays, long calendarDays) {
        this(workingDays, calendarDays, Optional.empty());
    }
}
