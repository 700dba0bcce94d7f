package io.github.hotlinekit.stats.ledger;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

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

    /**
     * The first day of the period that holds a day.
     *
     * @param day the day
     * @return the first day
     */
    public LocalDate firstDay(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case ISO_WEEK -> day.with(ChronoField.DAY_OF_WEEK, 1);
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The first day of the period after that which begins on a day. */
    LocalDate next(LocalDate firstDay) {
        return switch (this) {
            case DAY -> firstDay.plusDays(1);
            case ISO_WEEK -> firstDay.plusWeeks(1);
            case MONTH -> firstDay.plusMonths(1);
            case QUARTER -> firstDay.plusMonths(3);
            case YEAR -> firstDay.plusYears(1);
        };
    }

    /** The way from keys of this unit to those of a coarser one; empty if its periods do not fit into those. */
    Optional<UnaryOperator<String>> rollUpTo(PeriodUnit coarser) {
        if (this == coarser) {
            return Optional.of(UnaryOperator.identity());
        }
        if (this == DAY) {
            return Optional.of(key -> coarser.keyOf(LocalDate.parse(key)));
        }
        if (this == MONTH && (coarser == QUARTER || coarser == YEAR)) {
            return Optional.of(key -> coarser.keyOf(LocalDate.parse(key + "-01")));
        }
        if (this == QUARTER && coarser == YEAR) {
            return Optional.of(key -> key.substring(0, key.lastIndexOf('-')));
        }
        return Optional.empty();
    }

    /** Whether a text is the key of a period. */
    boolean isKey(String text) {
        try {
            return keyOf(dayOf(text)).equals(text);
        } catch (DateTimeException | NumberFormatException e) {
            return false;
        }
    }

    /** A day of the period that a key names; of a text that is no key, another or an exception. */
    private LocalDate dayOf(String key) {
        return switch (this) {
            case DAY -> LocalDate.parse(key);
            case MONTH -> LocalDate.parse(key + "-01");
            case QUARTER ->
                LocalDate.parse(before(key, "-Q") + "-01-01").with(IsoFields.QUARTER_OF_YEAR, after(key, "-Q"));
            case YEAR -> LocalDate.parse(key + "-01-01");
            // Its years have no sign, so that the JDK's own format does not read them all.
            case ISO_WEEK ->
                LocalDate.of(Integer.parseInt(before(key, "-W")), 7, 1)
                        .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, after(key, "-W"));
        };
    }

    private static String before(String key, String mark) {
        return key.substring(0, Math.max(0, key.lastIndexOf(mark)));
    }

    private static int after(String key, String mark) {
        return Integer.parseInt(key.substring(key.lastIndexOf(mark) + mark.length()));
    }

    /** The date without its last characters: a year has four digits or, outside 0 to 9999, a sign and more. */
    private static String cut(LocalDate date, int characters) {
        String text = date.toString();
        return text.substring(0, text.length() - characters);
    }
}
