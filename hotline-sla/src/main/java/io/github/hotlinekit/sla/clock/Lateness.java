package io.github.hotlinekit.sla.clock;

/**
 * How many days late something is. What is late on its due day, or only over days that are not worked, is
 * late by 0 days of a kind: whether it is late at all is {@link SlaReading#isLate()}.
 *
 * @param workingDays the working days (工作日) after the due day, that of the instant included
 * @param calendarDays the calendar days (自然日) after the due day, that of the instant included
 */
public record Lateness(long workingDays, long calendarDays) {

    /** Not late by any day. */
    public static final Lateness NONE = new Lateness(0, 0);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException unless 0 &lt;= workingDays &lt;= calendarDays
     */
    public Lateness {
        if (workingDays < 0 || workingDays > calendarDays) {
            throw new IllegalArgumentException(
                    "workingDays must be from 0 to calendarDays, but were " + workingDays + " and " + calendarDays);
        }
    }
}
