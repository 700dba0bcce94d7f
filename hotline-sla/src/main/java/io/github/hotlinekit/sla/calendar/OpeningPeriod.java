package io.github.hotlinekit.sla.calendar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of a day during which an office is open, to the minute. As text: {@code 08:30-12:00}; {@code
 * 14:00-24:00} to the end of the day; {@code 22:00-06:00} over midnight, belonging to the day it begins on.
 *
 * @param from the first minute of the day, from 0 to 1439, inclusive
 * @param to the minute of the day at which it ends, exclusive: after {@code from}, at most 24 hours after it;
 *     more than 1440 if it ends on the next day
 */
public record OpeningPeriod(int from, int to) implements Comparable<OpeningPeriod> {

    /** The minutes of a day by the clock face. */
    public static final int DAY = 1_440;

    private static final Pattern FORM =
            Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-4]):([0-5][0-9])");

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if out of range
     */
    public OpeningPeriod {
        if (from < 0 || from >= DAY || to <= from || to > from + DAY) {
            throw new IllegalArgumentException("a period must begin at 0 to 1439 and end after that, within 24 hours,"
                    + " but was " + from + " to " + to);
        }
    }

    /**
     * Reads a period.
     *
     * @param text such as {@code 08:30-12:00}
     * @return the period; {@code parse(period.toString())} equals {@code period}
     * @throws IllegalArgumentException if it is not of that form
     */
    public static OpeningPeriod parse(String text) {
        Matcher m = FORM.matcher(text);
        if (m.matches()) {
            int from = minutes(m.group(1), m.group(2));
            int to = minutes(m.group(3), m.group(4));
            if (to <= DAY) {
                return new OpeningPeriod(from, to <= from ? to + DAY : to);
            }
        }
        throw new IllegalArgumentException(
                "a period must be of the form 08:30-12:00, up to 24:00, but was \"" + text + "\"");
    }

    private static int minutes(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    @Override
    public int compareTo(OpeningPeriod other) {
        int byStart = Integer.compare(from, other.from);
        return byStart != 0 ? byStart : Integer.compare(to, other.to);
    }

    @Override
    public String toString() {
        return text(from) + "-" + text(to > DAY ? to - DAY : to);
    }

    private static String text(int minute) {
        return (minute < 600 ? "0" : "") + minute / 60 + (minute % 60 < 10 ? ":0" : ":") + minute % 60;
    }
}
