package io.github.hotlinekit.sla.policy;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;

/**
 * How long something may take (办理时限): a number with its unit, never converted to another unit. As
 * text: {@code 3wd} working days, {@code 16wh} and {@code 90wm} working time, {@code 7d} calendar days, {@code
 * 24h} and {@code 30m} elapsed time, {@code 1mo} months.
 */
public sealed interface TimeLimit {

    /** The most days of a limit. */
    int MAX_DAYS = 3_650;
    /** The most months of a limit. */
    int MAX_MONTHS = 120;

    /**
     * Working days (工作日), counted from the day after the start.
     *
     * @param days from 0 to {@value TimeLimit#MAX_DAYS}
     */
    record WorkingDays(int days) implements TimeLimit {
        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException if out of range
         */
        public WorkingDays {
            requireDays(days);
        }

        @Override
        public String toString() {
            return days + "wd";
        }
    }

    /**
     * Calendar days (自然日), counted from the day after the start; a last day that is no working day moves
     * on to the next one that is (Civil Code of China, article 203).
     *
     * @param days from 0 to {@value TimeLimit#MAX_DAYS}
     */
    record CalendarDays(int days) implements TimeLimit {
        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException if out of range
         */
        public CalendarDays {
            requireDays(days);
        }

        @Override
        public String toString() {
            return days + "d";
        }
    }

    /**
     * Time by the clock, round the clock.
     *
     * @param duration whole minutes, from 1 minute to {@value TimeLimit#MAX_DAYS} times 24 hours
     */
    record Elapsed(Duration duration) implements TimeLimit {
        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException if out of range or not whole minutes
         */
        public Elapsed {
            requireMinutes(duration);
        }

        @Override
        public String toString() {
            long minutes = duration.toMinutes();
            return minutes % 60 == 0 ? minutes / 60 + "h" : minutes + "m";
        }
    }

    /**
     * Working time (工作时间): time within opening hours, to the minute.
     *
     * @param duration whole minutes, from 1 minute to {@value TimeLimit#MAX_DAYS} times 24 hours
     */
    record WorkingTime(Duration duration) implements TimeLimit {
        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException if out of range or not whole minutes
         */
        public WorkingTime {
            requireMinutes(duration);
        }

        @Override
        public String toString() {
            long minutes = duration.toMinutes();
            return minutes % 60 == 0 ? minutes / 60 + "wh" : minutes + "wm";
        }
    }

    /**
     * Months (月): the day of the same number, or the last of a shorter month (Civil Code of China, article
     * 202); a last day that is no working day moves on as that of calendar days does.
     *
     * @param months from 0 to {@value TimeLimit#MAX_MONTHS}
     */
    record Months(int months) implements TimeLimit {
        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException if out of range
         */
        public Months {
            if (months < 0 || months > MAX_MONTHS) {
                throw new IllegalArgumentException("months must be from 0 to " + MAX_MONTHS + ", but was " + months);
            }
        }

        @Override
        public String toString() {
            return months + "mo";
        }
    }

    /**
     * Whether it is counted in days or months, and so has a due day, and not in time.
     *
     * @return whether it is
     */
    default boolean isInDays() {
        return !(this instanceof Elapsed) && !(this instanceof WorkingTime);
    }

    /**
     * A limit in working days.
     *
     * @param days from 0 to {@value #MAX_DAYS}
     * @return the limit
     * @throws IllegalArgumentException if out of range
     */
    static TimeLimit ofWorkingDays(int days) {
        return new WorkingDays(days);
    }

    /**
     * A limit in calendar days.
     *
     * @param days from 0 to {@value #MAX_DAYS}
     * @return the limit
     * @throws IllegalArgumentException if out of range
     */
    static TimeLimit ofDays(int days) {
        return new CalendarDays(days);
    }

    /**
     * A limit in working time.
     *
     * @param duration whole minutes
     * @return the limit
     * @throws IllegalArgumentException if out of range or not whole minutes
     */
    static TimeLimit ofWorkingTime(Duration duration) {
        return new WorkingTime(duration);
    }

    /**
     * A limit in months.
     *
     * @param months from 0 to {@value #MAX_MONTHS}
     * @return the limit
     * @throws IllegalArgumentException if out of range
     */
    static TimeLimit ofMonths(int months) {
        return new Months(months);
    }

    /**
     * A limit in time by the clock.
     *
     * @param duration whole minutes
     * @return the limit
     * @throws IllegalArgumentException if out of range or not whole minutes
     */
    static TimeLimit of(Duration duration) {
        return new Elapsed(duration);
    }

    /**
     * Reads a limit.
     *
     * @param text such as {@code 3wd}, {@code 16wh}, {@code 90wm}, {@code 7d}, {@code 24h}, {@code 30m} or
     *     {@code 1mo}, without blanks, signs or leading zeros
     * @return the limit; {@code parse(limit.toString())} equals {@code limit}
     * @throws IllegalArgumentException if it is not of that form or out of range
     */
    static TimeLimit parse(String text) {
        Matcher matcher = TimeLimitForm.PATTERN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "limit must be a number with wd, wh, wm, d, h, m or mo, such as 3wd, but was \"" + text + "\"");
        }
        int number = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
            case "wd" -> new WorkingDays(number);
            case "wh" -> new WorkingTime(Duration.ofHours(number));
            case "wm" -> new WorkingTime(Duration.ofMinutes(number));
            case "mo" -> new Months(number);
            case "d" -> new CalendarDays(number);
            case "h" -> new Elapsed(Duration.ofHours(number));
            default -> new Elapsed(Duration.ofMinutes(number));
        };
    }

    private static void requireDays(int days) {
        if (days < 0 || days > MAX_DAYS) {
            throw new IllegalArgumentException("days must be from 0 to " + MAX_DAYS + ", but was " + days);
        }
    }

    private static void requireMinutes(Duration duration) {
        Objects.requireNonNull(duration, "duration");
        if (duration.compareTo(Duration.ofMinutes(1)) < 0
                || duration.compareTo(Duration.ofDays(MAX_DAYS)) > 0
                || !duration.equals(Duration.ofMinutes(duration.toMinutes()))) {
            throw new IllegalArgumentException("duration must be whole minutes from PT1M to "
                    + Duration.ofDays(MAX_DAYS) + ", but was " + duration);
        }
    }
}
