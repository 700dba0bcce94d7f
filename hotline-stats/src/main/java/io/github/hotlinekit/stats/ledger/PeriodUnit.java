package io.github.hotlinekit.stats.ledger;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** The length of a period. */
public enum PeriodUnit {
    /** A day, as {@code 2026-01-31}. */
    DAY,
    /** A week from Monday to Sunday (ISO 8601), as {@code 2026-W05}. */
    ISO_WEEK,
    /** A month, as {@code 2026-01}. */
    MONTH,
    /** A quarter, as {@code 2026-Q1}. */
    QUARTER,
    /** A year, as {@code 2026}. */
    YEAR;

    /**
     * The period that holds a day.
     *
     * @param date the day
     * @return the period's key, different for each period; keys of one unit sort as their periods do, from the year 0 to 9999
     */
    public String keyOf(LocalDate date) {
        return switch (this) {
            case DAY -> date.toString();
            case ISO_WEEK ->
                String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        date.get(IsoFields.WEEK_BASED_YEAR),
                        date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> cut(date, "-00".length());
            case QUARTER -> cut(date, "-00-00".length()) + "-Q" + date.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> cut(date, "-00-00".length());
        };
    }

    /** The date without its last characters: a year has four digits or, outside 0 to 9999, a sign and more. */
    private static String cut(LocalDate date, int characters) {
        String text = date.toString();
        return text.substring(0, text.length() - characters);
    }
}
