package io.github.hotlinekit.sla.testkit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * The laws of counting in working days (工作日), for any calendar. A subclass says what its calendar answers; jqwik asks, a
 * thousand times a law unless it is told otherwise, and a law that fails is shown with the smallest questions found.
 *
 * <p>A calendar is held to its own {@link #isWorkingDay}: which days are worked is its business, that adding and counting
 * agree with it is the business of the laws. They know three conventions and no more: the start day never counts; adding 0
 * gives the date itself; a date that is not a working day is counted on from as it stands, not rolled first.
 *
 * <p>Only what can be known is asked: dates from the first to the last working day in the range of {@link #first} to {@link
 * #last}, and numbers of working days whose result lies there too. Overriding a law in order to leave it out, or to set its
 * tries, is allowed; its name then stays in the report.
 *
 * <p>The cost of a try is that of walking up to 120 working days by {@code isWorkingDay}, and for counts the days between two
 * dates of the range.
 */
public abstract class WorkingCalendarLaws {

    private static final int MOST = 60;
    private static final int HALF = MOST / 2;

    private @Nullable Arbitrary<LocalDate> dates;

    /** For subclasses, which jqwik makes by a constructor without parameters. */
    protected WorkingCalendarLaws() {}

    /**
     * The first date of which the calendar knows whether it is worked.
     *
     * @return the date, inclusive
     */
    protected abstract LocalDate first();

    /**
     * The last date of which the calendar knows whether it is worked. There must be a working day from the first to it.
     *
     * @return the date, inclusive, not before {@link #first}
     */
    protected abstract LocalDate last();

    /**
     * Whether a date is a working day; the laws take the calendar at its word here.
     *
     * @param date a date from {@link #first} to {@link #last}
     * @return whether it counts
     */
    protected abstract boolean isWorkingDay(LocalDate date);

    /**
     * The n-th working day after a date, or before it.
     *
     * @param date the date, which does not count
     * @param workingDays how many working days to go on, or, where negative, back
     * @return the working day reached; for 0 the date itself
     */
    protected abstract LocalDate plusWorkingDays(LocalDate date, int workingDays);

    /**
     * How many working days there are after a date, up to another.
     *
     * @param startExclusive the date after which counting begins
     * @param endInclusive the last date counted, which may be before the start
     * @return the count; where the end is before the start, the negative count of the same days
     */
    protected abstract long workingDaysBetween(LocalDate startExclusive, LocalDate endInclusive);

    /**
     * How many working days there are from a date, up to the day before another. To be overridden where the calendar has a
     * method for it; else it is derived from {@link #workingDaysBetween}.
     *
     * @param startInclusive the first date counted, after {@link #first}
     * @param endExclusive the date before which counting ends, after {@link #first}; it may be before the start
     * @return the count; where the end is before the start, the negative count of the same days
     */
    protected long workingDaysFrom(LocalDate startInclusive, LocalDate endExclusive) {
        return workingDaysBetween(startInclusive.minusDays(1), endExclusive.minusDays(1));
    }

    /**
     * The first working day at or after a date. To be overridden where the calendar has a method for it; else it is derived
     * from {@link #plusWorkingDays}.
     *
     * @param date the date
     * @return itself where it is a working day, else the next
     */
    protected LocalDate nextOrSame(LocalDate date) {
        return isWorkingDay(date) ? date : plusWorkingDays(date, 1);
    }

    /**
     * The last working day at or before a date. To be overridden where the calendar has a method for it; else it is derived
     * from {@link #plusWorkingDays}.
     *
     * @param date the date
     * @return itself where it is a working day, else the one before
     */
    protected LocalDate previousOrSame(LocalDate date) {
        return isWorkingDay(date) ? date : plusWorkingDays(date, -1);
    }

    /**
     * The definition of adding: go day by day, and count the working days gone to.
     *
     * @param d any date
     * @param n how many working days
     */
    @Property
    public void adding_equals_walking_day_by_day(
            @ForAll("dates") LocalDate d, @ForAll @IntRange(min = -MOST, max = MOST) int n) {
        int days = within(d, n);
        equal(plusWorkingDays(d, days), walk(d, days), () -> sum(d, days));
    }

    /**
     * The definition of counting: go day by day, and count the working days gone to.
     *
     * @param a any date
     * @param b any date, before or after it
     */
    @Property
    public void counting_equals_walking_day_by_day(@ForAll("dates") LocalDate a, @ForAll("dates") LocalDate b) {
        long count = a.isBefore(b) ? count(a, b) : -count(b, a);
        equal(workingDaysBetween(a, b), count, () -> span(a, b));
    }

    /**
     * Law 1: for n of at least 1 and d not after e, d plus n is at or before e just if n is at most the count from d to e.
     *
     * @param a any date
     * @param b any date; the earlier of the two is d
     * @param n how many working days
     */
    @Property
    public void adding_is_within_reach_just_if_that_many_days_are_counted(
            @ForAll("dates") LocalDate a, @ForAll("dates") LocalDate b, @ForAll @IntRange(min = 1, max = MOST) int n) {
        LocalDate d = earlier(a, b);
        LocalDate e = later(a, b);
        int days = within(d, n);
        if (days >= 1) {
            equal(
                    !plusWorkingDays(d, days).isAfter(e),
                    days <= workingDaysBetween(d, e),
                    () -> sum(d, days) + " at or before " + e + ", where " + span(d, e) + " is "
                            + workingDaysBetween(d, e));
        }
    }

    /**
     * Law 2: from d to d plus n there are n working days.
     *
     * @param d any date
     * @param n how many working days
     */
    @Property
    public void counting_inverts_adding(@ForAll("dates") LocalDate d, @ForAll @IntRange(max = MOST) int n) {
        int days = within(d, n);
        LocalDate sum = plusWorkingDays(d, days);
        equal(workingDaysBetween(d, sum), (long) days, () -> span(d, sum) + ", where the latter is " + sum(d, days));
    }

    /**
     * Law 3: adding to d what was counted up to e ends on the last working day up to e, or on d where there is none after it.
     *
     * @param a any date
     * @param b any date; the earlier of the two is d
     */
    @Property
    public void adding_what_was_counted_ends_on_the_last_working_day_counted(
            @ForAll("dates") LocalDate a, @ForAll("dates") LocalDate b) {
        LocalDate d = earlier(a, b);
        LocalDate e = later(a, b);
        int counted = Math.toIntExact(workingDaysBetween(d, e));
        equal(
                plusWorkingDays(d, counted),
                later(d, previousOrSame(e)),
                () -> sum(d, counted) + ", as many as counted up to " + e);
    }

    /**
     * Law 4: adding in two steps of one direction is adding in one; adding 0 is no step.
     *
     * @param d any date
     * @param m the working days of the first step
     * @param n the working days of the second step
     */
    @Property
    public void offsets_of_one_sign_add_up(
            @ForAll("dates") LocalDate d, @ForAll @IntRange(max = HALF) int m, @ForAll @IntRange(max = HALF) int n) {
        equal(plusWorkingDays(d, 0), d, () -> sum(d, 0));
        int forward = within(d, m + n);
        twoSteps(d, Math.min(m, forward), forward);
        int back = within(d, -m - n);
        twoSteps(d, Math.max(-m, back), back);
    }

    /**
     * Law 5: adding m and taking n away is adding their difference, from a working day, or where more is added than taken.
     *
     * @param d any date
     * @param m the working days added
     * @param n the working days taken away
     */
    @Property
    public void offsets_of_both_signs_add_up_from_a_working_day_or_when_more_is_added_than_taken(
            @ForAll("dates") LocalDate d,
            @ForAll @IntRange(min = 1, max = HALF) int m,
            @ForAll @IntRange(min = 1, max = HALF) int n) {
        LocalDate working = next(d);
        int there = within(working, m);
        twoSteps(working, there, Math.max(there - n, within(working, there - n)));
        int more = within(d, m + n);
        if (more > n) {
            twoSteps(d, more, more - n);
        }
    }

    /**
     * Law 6: n working days there and n back end on the working day at or before the start; n back and n there on the one at or
     * after it.
     *
     * @param d any date
     * @param n how many working days
     */
    @Property
    public void going_there_and_back_ends_on_the_working_day_next_to_the_start(
            @ForAll("dates") LocalDate d, @ForAll @IntRange(min = 1, max = HALF) int n) {
        int there = within(d, n);
        if (there != 0) {
            equal(plusWorkingDays(plusWorkingDays(d, there), -there), previous(d), () -> steps(d, there, -there));
        }
        int back = within(d, -n);
        if (back != 0) {
            equal(plusWorkingDays(plusWorkingDays(d, back), -back), next(d), () -> steps(d, back, -back));
        }
    }

    /**
     * Law 7: a later start never gives an earlier end; one working day more always gives a later end.
     *
     * @param a any date
     * @param b any date
     * @param n how many working days
     */
    @Property
    public void adding_is_monotone_in_the_date_and_strictly_in_the_number(
            @ForAll("dates") LocalDate a,
            @ForAll("dates") LocalDate b,
            @ForAll @IntRange(min = -HALF, max = HALF) int n) {
        LocalDate d = earlier(a, b);
        LocalDate e = later(a, b);
        int days = n < 0 ? within(d, n) : within(e, n);
        holds(
                !plusWorkingDays(e, days).isBefore(plusWorkingDays(d, days)),
                () -> sum(e, days) + " must not be before " + sum(d, days));
        int more = within(d, days + 1);
        if (more > days) {
            holds(
                    plusWorkingDays(d, more).isAfter(plusWorkingDays(d, days)),
                    () -> sum(d, more) + " must be after " + sum(d, days));
        }
    }

    /**
     * Law 8: counts of spans that meet add up, in whatever order their ends are; a count the other way has the other sign; an
     * empty span counts 0.
     *
     * @param a any date
     * @param b any date
     * @param c any date
     */
    @Property
    public void counts_add_up_and_change_sign_with_direction(
            @ForAll("dates") LocalDate a, @ForAll("dates") LocalDate b, @ForAll("dates") LocalDate c) {
        equal(
                workingDaysBetween(a, b) + workingDaysBetween(b, c),
                workingDaysBetween(a, c),
                () -> span(a, b) + " and " + span(b, c));
        equal(workingDaysBetween(a, b), -workingDaysBetween(b, a), () -> span(a, b) + " and back");
        equal(workingDaysBetween(a, a), 0L, () -> span(a, a));
    }

    /**
     * Law 9: n working days take n days at least; a span has no more working days than days.
     *
     * @param a any date
     * @param b any date
     * @param n how many working days
     */
    @Property
    public void a_working_day_takes_at_least_a_day(
            @ForAll("dates") LocalDate a, @ForAll("dates") LocalDate b, @ForAll @IntRange(max = MOST) int n) {
        int days = within(a, n);
        holds(
                ChronoUnit.DAYS.between(a, plusWorkingDays(a, days)) >= days,
                () -> sum(a, days) + " must take " + days + " days or more");
        LocalDate d = earlier(a, b);
        LocalDate e = later(a, b);
        long count = workingDaysBetween(d, e);
        holds(
                0 <= count && count <= ChronoUnit.DAYS.between(d, e),
                () -> span(d, e) + " must be from 0 to the days between, but was " + count);
    }

    /**
     * Law 10: the next working day and the previous one are where the date is, just if it is one; else they are one step away;
     * asking again changes nothing.
     *
     * @param d any date
     */
    @Property
    public void next_and_previous_stay_on_working_days_and_are_one_step_away_from_others(@ForAll("dates") LocalDate d) {
        LocalDate next = nextOrSame(d);
        LocalDate previous = previousOrSame(d);
        equal(nextOrSame(next), next, () -> "the next working day of the next of " + d);
        equal(previousOrSame(previous), previous, () -> "the previous working day of the previous of " + d);
        equal(next.equals(d), isWorkingDay(d), () -> "whether " + d + " is the next working day of itself");
        equal(previous.equals(d), isWorkingDay(d), () -> "whether " + d + " is the previous working day of itself");
        if (!isWorkingDay(d)) {
            equal(next, plusWorkingDays(d, 1), () -> "the next working day of " + d);
            equal(previous, plusWorkingDays(d, -1), () -> "the previous working day of " + d);
        }
    }

    /**
     * Law 11: counting with the first day in and the last out is counting the span a day earlier, and differs from counting
     * with the first day out and the last in by these two days.
     *
     * @param a any date after the first
     * @param b any date after the first
     */
    @Property
    public void counting_with_the_first_day_in_and_the_last_out_differs_by_these_two_days(
            @ForAll("dates") LocalDate a, @ForAll("dates") LocalDate b) {
        if (a.isAfter(first()) && b.isAfter(first())) {
            long from = workingDaysFrom(a, b);
            equal(
                    from,
                    workingDaysBetween(a.minusDays(1), b.minusDays(1)),
                    () -> "the working days from " + a + " to before " + b);
            equal(
                    from,
                    workingDaysBetween(a, b) + (isWorkingDay(a) ? 1 : 0) - (isWorkingDay(b) ? 1 : 0),
                    () -> "the working days from " + a + " to before " + b);
        }
    }

    /**
     * The dates asked about: from the first working day of the range to the last.
     *
     * @return the dates, each as likely as the next
     * @throws IllegalStateException if there is no working day from {@link #first} to {@link #last}
     */
    @Provide
    protected Arbitrary<LocalDate> dates() {
        Arbitrary<LocalDate> known = dates;
        if (known == null) {
            known = Calendars.dates(next(first()), previous(last()));
            dates = known;
        }
        return known;
    }

    /** As near to that number of working days as can be walked from the date within the range. */
    private int within(LocalDate date, int workingDays) {
        int step = Integer.signum(workingDays);
        int gone = 0;
        for (LocalDate day = date.plusDays(step); gone != workingDays && isKnown(day); day = day.plusDays(step)) {
            gone += isWorkingDay(day) ? step : 0;
        }
        return gone;
    }

    private LocalDate walk(LocalDate date, int workingDays) {
        int step = Integer.signum(workingDays);
        LocalDate day = date;
        for (int left = workingDays; left != 0; ) {
            day = day.plusDays(step);
            left -= isWorkingDay(day) ? step : 0;
        }
        return day;
    }

    private long count(LocalDate startExclusive, LocalDate endInclusive) {
        return startExclusive
                .plusDays(1)
                .datesUntil(endInclusive.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    private LocalDate next(LocalDate date) {
        return nearest(date, 1);
    }

    private LocalDate previous(LocalDate date) {
        return nearest(date, -1);
    }

    private LocalDate nearest(LocalDate date, int step) {
        LocalDate day = date;
        while (isKnown(day) && !isWorkingDay(day)) {
            day = day.plusDays(step);
        }
        if (!isKnown(day)) {
            throw new IllegalStateException(
                    "a calendar must have a working day from its first day to its last, but from " + first() + " to "
                            + last() + " there is none");
        }
        return day;
    }

    private boolean isKnown(LocalDate date) {
        return !date.isBefore(first()) && !date.isAfter(last());
    }

    private void twoSteps(LocalDate date, int firstStep, int both) {
        equal(
                plusWorkingDays(plusWorkingDays(date, firstStep), both - firstStep),
                plusWorkingDays(date, both),
                () -> steps(date, firstStep, both - firstStep));
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? b : a;
    }

    private static String sum(LocalDate date, int workingDays) {
        return date + " plus " + workingDays + " working days";
    }

    private static String steps(LocalDate date, int firstStep, int secondStep) {
        return date + " plus " + firstStep + ", then plus " + secondStep + " working days";
    }

    private static String span(LocalDate startExclusive, LocalDate endInclusive) {
        return "the working days after " + startExclusive + " up to " + endInclusive;
    }

    private static <T> void equal(T actual, T expected, Supplier<String> what) {
        if (!actual.equals(expected)) {
            throw new AssertionFailedError(
                    what.get() + " must be " + expected + ", but was " + actual, expected, actual);
        }
    }

    private static void holds(boolean law, Supplier<String> what) {
        if (!law) {
            throw new AssertionFailedError(what.get());
        }
    }
}
