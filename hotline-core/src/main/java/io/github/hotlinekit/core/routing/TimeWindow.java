package io.github.hotlinekit.core.routing;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of the week by the clock on the wall, in the zone of the rule set. As text: {@code Mon-Fri 08:00-18:00};
 * {@code Sat,Sun 00:00-24:00}; {@code 22:00-06:00}, which is every day, and crosses midnight: its end belongs to the day
 * on which it begins.
 *
 * @param days on which days it begins, at least one
 * @param from the minute of the day at which it begins, 0 to 1439, inclusive
 * @param to the minute at which it ends, exclusive, counted from the same midnight: after {@code from}, at most 24
 *     hours after it; more than 1440 if it ends on the next day
 */
public record TimeWindow(Set<DayOfWeek> days, int from, int to) {

    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;
    private static final List<String> NAMES = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final Pattern FORM =
            Pattern.compile("(?:([A-Za-z,-]{3,64}) )?([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-4]):([0-5][0-9])");

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if there is no day, or the minutes are out of range
     */
    public TimeWindow {
        Objects.requireNonNull(days, "days");
        if (days.isEmpty()) {
            throw new IllegalArgumentException("days must not be empty");
        }
        days = Collections.unmodifiableSet(EnumSet.copyOf(days));
        if (from < 0 || from >= DAY || to <= from || to > from + DAY) {
            throw new IllegalArgumentException(
                    "a window must begin at minute 0 to 1439 and end after that, within 24 hours," + " but was " + from
                            + " to " + to);
        }
    }

    /**
     * Reads a window.
     *
     * @param text such as {@code Mon-Fri 08:00-18:00}; days are {@code Mon} to {@code Sun}, lists with commas, ranges
     *     with a hyphen, which may go over the weekend
     * @return the window; {@code parse(w.toString())} equals {@code w}
     * @throws IllegalArgumentException if it is not of that form
     */
    public static TimeWindow parse(String text) {
        Matcher m = FORM.matcher(text);
        if (m.matches()) {
            int from = minutes(m.group(2), m.group(3));
            int to = minutes(m.group(4), m.group(5));
            Set<DayOfWeek> days = m.group(1) == null ? EnumSet.allOf(DayOfWeek.class) : days(m.group(1));
            if (to <= DAY && !days.isEmpty()) {
                return new TimeWindow(days, from, to <= from ? to + DAY : to);
            }
        }
        throw new IllegalArgumentException(
                "a window must be of the form Mon-Fri 08:00-18:00, up to 24:00, but was \"" + text + "\"");
    }

    private static Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            int hyphen = part.indexOf('-');
            int first = index(hyphen < 0 ? part : part.substring(0, hyphen));
            int last = hyphen < 0 ? first : index(part.substring(hyphen + 1));
            if (first < 0 || last < 0) {
                return EnumSet.noneOf(DayOfWeek.class);
            }
            for (int day = first; ; day = (day + 1) % 7) {
                days.add(DayOfWeek.of(day + 1));
                if (day == last) {
                    break;
                }
            }
        }
        return days;
    }

    private static int index(String name) {
        for (int i = 0; i < NAMES.size(); i++) {
            if (NAMES.get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    private static int minutes(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    /**
     * Whether a time is in the window.
     *
     * @param time a local time in the zone of the rule set
     * @return whether it is
     */
    public boolean includes(LocalDateTime time) {
        return includes((time.getDayOfWeek().getValue() - 1) * DAY + time.getHour() * 60 + time.getMinute());
    }

    /**
     * Whether a minute of the week is in the window.
     *
     * @param minuteOfWeek minutes since Monday 00:00, 0 to 10079
     * @return whether it is
     */
    public boolean includes(int minuteOfWeek) {
        if (minuteOfWeek < 0 || minuteOfWeek >= WEEK) {
            throw new IllegalArgumentException("minuteOfWeek must be 0 to 10079, but was " + minuteOfWeek);
        }
        int day = minuteOfWeek / DAY;
        int minute = minuteOfWeek % DAY;
        return (minute >= from && minute < to && days.contains(DayOfWeek.of(day + 1)))
                || (minute + DAY < to && days.contains(DayOfWeek.of((day + 6) % 7 + 1)));
    }

    /** The window as text, in the form that {@link #parse} reads. */
    @Override
    public String toString() {
        String hours = String.format(Locale.ROOT, "%02d:%02d-%02d:%02d", from / 60, from % 60, end() / 60, end() % 60);
        return days.size() == 7 ? hours : daysText() + " " + hours;
    }

    private int end() {
        return to > DAY ? to - DAY : to;
    }

    private String daysText() {
        List<String> parts = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            if (!days.contains(DayOfWeek.of(day + 1))) {
                continue;
            }
            int last = day;
            while (last < 6 && days.contains(DayOfWeek.of(last + 2))) {
                last++;
            }
            parts.add(last == day ? NAMES.get(day) : NAMES.get(day) + "-" + NAMES.get(last));
            day = last;
        }
        return String.join(",", parts);
    }
}
