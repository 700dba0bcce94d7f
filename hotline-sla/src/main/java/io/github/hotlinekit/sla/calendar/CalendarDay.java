package io.github.hotlinekit.sla.calendar;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A day as a calendar sees it.
 *
 * @param date the day
 * @param reason why it is a working day or not
 * @param special the arrangement that names it, if one does
 * @param certainty how sure the calendar is of it
 */
public record CalendarDay(LocalDate date, DayReason reason, Optional<SpecialDay> special, Certainty certainty) {

    /** Checks the parts. */
    public CalendarDay {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(special, "special");
        Objects.requireNonNull(certainty, "certainty");
    }

    /**
     * Whether it is a working day.
     *
     * @return whether its reason makes it one
     */
    public boolean isWorking() {
        return reason.isWorking();
    }
}
