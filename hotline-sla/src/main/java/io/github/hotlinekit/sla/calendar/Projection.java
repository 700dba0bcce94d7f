package io.github.hotlinekit.sla.calendar;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A day that working days lead to, how sure it is, and between which days it must be expected as long as it is
 * not: see {@link WorkingCalendar#project}.
 *
 * @param date the day, with the base week assumed where nothing is published
 * @param certainty how sure: that of the least sure day that was looked at
 * @param earliest the earliest day to expect, not after {@code date}
 * @param latest the latest day to expect, not before {@code date}
 */
public record Projection(LocalDate date, Certainty certainty, LocalDate earliest, LocalDate latest) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the days are not in order, or differ where all is settled
     */
    public Projection {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(certainty, "certainty");
        Objects.requireNonNull(earliest, "earliest");
        Objects.requireNonNull(latest, "latest");
        if (earliest.isAfter(date) || latest.isBefore(date)) {
            throw new IllegalArgumentException("earliest, date and latest must be in order, but were " + earliest + ", "
                    + date + " and " + latest);
        }
        if (certainty == Certainty.SETTLED && !earliest.equals(latest)) {
            throw new IllegalArgumentException(
                    "a settled day has one date, but earliest and latest were " + earliest + " and " + latest);
        }
    }
}
