package io.github.hotlinekit.sla.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The working days of whole months, for answers in constant time and without allocation. A date's year, month
 * and day of the month lead straight to its month's word, so that no date is turned into a day number and the
 * answer is a date made once.
 */
final class MonthIndex {
    private static final int MONTHS = 12;
    private static final int HALF = 32;

    /** The first month, counted from January of the year 0. */
    private final int firstMonth;
    /** A word a month: in the lower half bit d - 1 is set if day d is worked, the upper counts the days before. */
    private final long[] months;
    /** The working days: all of those months, and perhaps some of the months next to them. */
    private final LocalDate[] days;

    private MonthIndex(int firstMonth, long[] months, LocalDate[] days) {
        this.firstMonth = firstMonth;
        this.months = months;
        this.days = days;
    }

    /** The months from that of one day to that of another. */
    static MonthIndex of(LocalDate first, LocalDate last, Predicate<LocalDate> works) {
        int firstMonth = Math.toIntExact(month(first));
        long[] months = new long[Math.toIntExact(month(last) - firstMonth + 1)];
        LocalDate day = first.withDayOfMonth(1);
        LocalDate[] days = new LocalDate[months.length * 31];
        int found = 0;
        for (int m = 0; m < months.length; m++) {
            long word = (long) found << HALF;
            for (int left = day.lengthOfMonth(); left > 0; left--) {
                if (works.test(day)) {
                    word |= 1L << (day.getDayOfMonth() - 1);
                    days[found++] = day;
                }
                day = day.plusDays(1);
            }
            months[m] = word;
        }
        return new MonthIndex(firstMonth, months, Arrays.copyOf(days, found));
    }

    /** The part that tells only of days from one to another, both in this index. */
    MonthIndex within(LocalDate first, LocalDate last) {
        int before = before(first);
        int from = Math.toIntExact(month(first) + (first.getDayOfMonth() > 1 ? 1 : 0));
        int to = Math.toIntExact(month(last) + (last.getDayOfMonth() == last.lengthOfMonth() ? 1 : 0));
        long[] part = Arrays.copyOfRange(months, from - firstMonth, Math.max(from, to) - firstMonth);
        for (int m = 0; m < part.length; m++) {
            part[m] -= (long) before << HALF;
        }
        return new MonthIndex(from, part, Arrays.copyOfRange(days, before, through(last)));
    }

    /** Not an int, as years go up to a thousand million. */
    private static long month(LocalDate date) {
        return (long) date.getYear() * MONTHS + date.getMonthValue() - 1;
    }

    /** Where a date's month is, if it is in here; else beyond the ends. */
    private int at(LocalDate date) {
        long at = month(date) - firstMonth;
        int m = (int) at;
        return m == at ? m : -1;
    }

    /** The working days before a day, or -1 if the day is in none of the months. */
    int before(LocalDate date) {
        return rank(date, 1);
    }

    /** The working days up to a day and with it, or -1 if the day is in none of the months. */
    int through(LocalDate date) {
        return rank(date, 2);
    }

    /** With bit 1 the days of lower bits than the date's, with 2 the date's bit too. */
    private int rank(LocalDate date, int bit) {
        int m = at(date);
        if (m < 0 || m >= months.length) {
            return -1;
        }
        long word = months[m];
        return (int) (word >>> HALF) + Integer.bitCount((int) word & ((bit << (date.getDayOfMonth() - 1)) - 1));
    }

    /** 1 if the day is worked, 0 if not, -1 if it is in none of the months. */
    int worked(LocalDate date) {
        int m = at(date);
        return m < 0 || m >= months.length ? -1 : (int) (months[m] >>> (date.getDayOfMonth() - 1)) & 1;
    }

    /** The n-th working day after, or for negative n before; nothing if that or the date is not in here. */
    @Nullable
    LocalDate plus(LocalDate date, int n) {
        int m = at(date);
        if (m >= 0 && m < months.length) {
            long word = months[m];
            int forward = n > 0 ? 1 : 0; // the day itself is before those after it, and not of those before it
            int mask = ((1 + forward) << (date.getDayOfMonth() - 1)) - 1;
            int k = (int) (word >>> HALF) + Integer.bitCount((int) word & mask) + n - forward;
            if (k >= 0 && k < days.length) {
                return days[k];
            }
        }
        return null;
    }

    int size() {
        return days.length;
    }

    /** The k-th working day, from 0. */
    LocalDate day(int k) {
        return days[k];
    }
}
