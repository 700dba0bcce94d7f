package io.github.hotlinekit.sla.calendar;

/**
 * How long working days took: for n the fewest and the most days in which n working days went by, over the
 * settled past. Of more working days than the past has, the bound is put together from parts of it, which holds
 * for whatever is made of such parts: the fewest of a sum are never less, and the most never more, than the sums.
 */
final class SpanHistory {
    /** For so many working days the bounds are kept, as most limits are not longer. */
    private static final int KEPT = 60;

    private static final int WEEKS = 10;

    /** The day before the first, the working days, and the day after the last, since 1970-01-01. */
    private final int[] days;

    private final int[] shortest;
    private final int[] longest;

    private SpanHistory(int[] days) {
        this.days = days;
        int kept = Math.min(KEPT, days.length - 2);
        this.shortest = new int[kept + 1];
        this.longest = new int[kept + 1];
        for (int n = 1; n <= kept; n++) {
            shortest[n] = scan(n, true);
            longest[n] = scan(n, false);
        }
    }

    /** The working days of an index from one day to another; if there are none, those of some plain weeks. */
    static SpanHistory of(MonthIndex index, int from, int to, long firstDay, long lastDay, BaseWeek week) {
        if (from >= to) {
            int plain = WEEKS * week.worked().size();
            int[] days = new int[plain + 2];
            for (int i = 0; i < days.length; i++) {
                days[i] = (int) week.select(i);
            }
            return new SpanHistory(days);
        }
        int[] days = new int[to - from + 2];
        days[0] = (int) firstDay - 1;
        for (int i = from; i < to; i++) {
            days[i - from + 1] = (int) index.day(i).toEpochDay();
        }
        days[days.length - 1] = (int) lastDay + 1;
        return new SpanHistory(days);
    }

    /** The fewest days in which n working days went by. */
    long shortest(int n) {
        return bound(n, true);
    }

    /** The most days that n working days took, from a day or back from it. */
    long longest(int n) {
        return bound(n, false);
    }

    private long bound(int n, boolean least) {
        int[] kept = least ? shortest : longest;
        if (n < kept.length) {
            return kept[n];
        }
        int all = days.length - 2;
        return n <= all ? scan(n, least) : (long) (n / all) * bound(all, least) + bound(n % all, least);
    }

    private int scan(int n, boolean least) {
        int found = least ? Integer.MAX_VALUE : 0;
        if (least) { // from the day before the first of them: one day more than lie between first and last
            for (int i = 1; i + n < days.length; i++) {
                found = Math.min(found, days[i + n - 1] - days[i] + 1);
            }
        } else {
            for (int i = 0; i + n < days.length; i++) {
                found = Math.max(found, days[i + n] - days[i]);
            }
        }
        return found;
    }

    /** The most n, not above a limit, that always fit in so many days. */
    int alwaysIn(long span, int limit) {
        return most(span, limit, false);
    }

    /** The most n, not above a limit, that ever fit in so many days. */
    int everIn(long span, int limit) {
        return most(span, limit, true);
    }

    private int most(long span, int limit, boolean least) {
        int low = 0;
        int high = limit;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (bound(middle, least) <= span) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
