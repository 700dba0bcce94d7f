package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.stats.ledger.PeriodUnit;
import io.github.hotlinekit.stats.ledger.Window;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a period is compared with, and why.
 *
 * <p><b>环比</b> compares with the period just before. <b>同比</b> compares weeks with those 52 weeks earlier, and other
 * periods with the same dates of the year before. Around the Spring Festival that would compare the holiday with working
 * days. So if the period, or the days it would be compared with, hold some but not all of the days from {@value
 * #DAYS_BEFORE} before to {@value #DAYS_AFTER} after the first day of a lunar year (正月初一), it is compared with the days
 * as far from the first day of the lunar year before. A quarter or year that holds all of them on both sides is compared by
 * date. A period that touches two Spring Festivals in part is, too, since no one shift fits both; and so is one outside the
 * years that {@link SpringFestival} knows. A special period of more than a year is compared with the same dates of as many
 * years before as it takes for the two to share no day.
 *
 * <p>A period that is not over is cut to its days that are, and compared with as many days from the beginning of the other.
 *
 * @param kind 环比 or 同比
 * @param now the days counted
 * @param base the days they are compared with
 * @param alignment how those were found
 * @param reason why so, in words
 * @param workingDaysNow how many of the days counted are working days
 * @param workingDaysBase how many of the others are
 * @param isCut whether the period was not over, so that both sides are cut
 */
public record Comparison(
        Kind kind,
        Window now,
        Window base,
        Alignment alignment,
        Label reason,
        long workingDaysNow,
        long workingDaysBase,
        boolean isCut) {

    private static final Label BOTH_WHOLE = Label.of("两期都包含整个春节前后", "both hold all the days near the Spring Festival");

    /** How many days before the first day of the lunar year count as near it. */
    public static final int DAYS_BEFORE = 10;
    /** How many days after the first day of the lunar year count as near it. */
    public static final int DAYS_AFTER = 20;

    /** With what a period is compared. */
    public enum Kind implements Coded {
        /** With the period before. */
        PREVIOUS("环比", "on the period before"),
        /** With a year before. */
        YEAR("同比", "on the year before");

        private final Label label;

        Kind(String zh, String en) {
            this.label = Label.of(zh, en);
        }

        @Override
        public Label label() {
            return label;
        }
    }

    /** Checks the parts. */
    public Comparison {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(alignment, "alignment");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * What a period is compared with.
     *
     * @param kind 环比 or 同比
     * @param period the period
     * @param today the first day that is not over: days from it on are cut off
     * @param calendar whose working days are told
     * @return the comparison
     * @throws java.time.DateTimeException if the calendar does not know the days
     */
    public static Comparison of(Kind kind, ReportPeriod period, LocalDate today, WorkingCalendar calendar) {
        Window whole = period.window();
        Window now = counted(period, today);
        boolean cut = !now.equals(whole);
        Found found = kind == Kind.PREVIOUS ? before(period, cut) : yearBefore(period);
        Window base = found.base();
        if (cut) {
            LocalDate end = base.from().plusDays(now.days());
            base = Window.of(base.from(), end.isBefore(base.until()) ? end : base.until());
        }
        return new Comparison(
                kind,
                now,
                base,
                found.alignment(),
                found.reason(),
                calendar.workingDaysFrom(now.from(), now.until()),
                calendar.workingDaysFrom(base.from(), base.until()),
                cut);
    }

    /** The days of a period that are over. */
    static Window counted(ReportPeriod period, LocalDate today) {
        Window whole = period.window();
        if (!today.isBefore(whole.until())) {
            return whole;
        }
        return Window.of(whole.from(), today.isBefore(whole.from()) ? whole.from() : today);
    }

    private record Found(Window base, Alignment alignment, Label reason) {}

    private static Found before(ReportPeriod period, boolean cut) {
        Window now = period.window();
        Optional<PeriodUnit> unit = period.kind().unit();
        Window base = unit.isPresent()
                ? Window.of(unit.get(), now.from().minusDays(1))
                : Window.of(now.from().minusDays(now.days()), now.from());
        if (!cut && wholeFestivals(now) > 0 && wholeFestivals(now) == wholeFestivals(base)) {
            return new Found(base, Alignment.PERIOD_BEFORE, BOTH_WHOLE);
        }
        return near(now) || near(base)
                ? new Found(
                        base,
                        Alignment.PERIOD_BEFORE,
                        Label.of(
                                "本期或上期有临近春节的日子，环比受其影响，宜看同比",
                                "one of the two has days near the Spring Festival, which makes a difference:"
                                        + " look at the year before"))
                : new Found(base, Alignment.PERIOD_BEFORE, Label.of("前一周期", "the period before"));
    }

    private static Found yearBefore(ReportPeriod period) {
        Window now = period.window();
        Window usual = usualYearBefore(period);
        Alignment alignment = period.kind() == ReportKind.WEEKLY ? Alignment.WEEKS : Alignment.DATE;
        List<LocalDate> touched = new ArrayList<>();
        boolean known = true;
        for (int year = now.from().getYear() - 1; year <= now.until().getYear(); year++) {
            Optional<LocalDate> first = SpringFestival.newYear(year);
            Optional<LocalDate> firstBefore = SpringFestival.newYear(year - 1);
            if (first.isEmpty() || firstBefore.isEmpty()) {
                known = false;
            } else if (touches(now, first.get()) || touches(usual, firstBefore.get())) {
                touched.add(first.get());
            }
        }
        if (touched.size() > 1) {
            return new Found(
                    usual,
                    alignment,
                    Label.of("涉及两个春节，无法按农历对齐", "it touches two Spring Festivals, which no one shift fits"));
        }
        if (touched.isEmpty()) {
            boolean whole = near(now) && near(usual);
            return new Found(
                    usual,
                    alignment,
                    whole
                            ? BOTH_WHOLE
                            : known
                                    ? Label.of("两期都不临近春节", "neither is near the Spring Festival")
                                    : Label.of("春节日期未知", "the Spring Festival of these years is not known"));
        }
        LocalDate first = touched.get(0);
        LocalDate firstBefore = SpringFestival.newYear(first.getYear() - 1).orElseThrow();
        long shift = ChronoUnit.DAYS.between(first, firstBefore);
        Window base = Window.of(now.from().plusDays(shift), now.until().plusDays(shift));
        if (base.until().isAfter(now.from())) {
            return new Found(
                    usual,
                    alignment,
                    Label.of("时段近一年，按农历对齐会重叠", "so near a year that by lunar offset both would overlap"));
        }
        return new Found(
                base,
                Alignment.LUNAR_NEW_YEAR,
                Label.of(
                        "临近春节：" + first + " 与 " + firstBefore + " 为正月初一，按距其天数对齐（前" + DAYS_BEFORE + "天至后" + DAYS_AFTER
                                + "天内适用）",
                        "near the Spring Festival: days as far from " + first + " and " + firstBefore
                                + ", the first days of the lunar year (the rule for " + DAYS_BEFORE + " days before to "
                                + DAYS_AFTER + " after)"));
    }

    private static Window usualYearBefore(ReportPeriod period) {
        Window now = period.window();
        if (period.kind() == ReportKind.WEEKLY) {
            return Window.of(now.from().minusWeeks(52), now.until().minusWeeks(52));
        }
        int years = 1;
        while (now.until().minusYears(years).isAfter(now.from())) {
            years++;
        }
        return Window.of(now.from().minusYears(years), now.until().minusYears(years));
    }

    /** Whether a window has some of the days near a lunar new year, and not all. */
    private static boolean touches(Window window, LocalDate first) {
        long shared = shared(window, first);
        return shared > 0 && shared <= DAYS_BEFORE + DAYS_AFTER;
    }

    /** How many Spring Festivals a window holds with all the days near them; -1 if it holds some of the days of another. */
    private static int wholeFestivals(Window window) {
        int whole = 0;
        for (int year = window.from().getYear(); year <= window.until().getYear(); year++) {
            Optional<LocalDate> first = SpringFestival.newYear(year);
            if (first.isPresent() && touches(window, first.get())) {
                return -1;
            }
            whole += first.isPresent() && shared(window, first.get()) > 0 ? 1 : 0;
        }
        return whole;
    }

    private static boolean near(Window window) {
        for (int year = window.from().getYear(); year <= window.until().getYear(); year++) {
            Optional<LocalDate> first = SpringFestival.newYear(year);
            if (first.isPresent() && shared(window, first.get()) > 0) {
                return true;
            }
        }
        return false;
    }

    private static long shared(Window window, LocalDate first) {
        long from = Math.max(window.from().toEpochDay(), first.toEpochDay() - DAYS_BEFORE);
        long until = Math.min(window.until().toEpochDay(), first.toEpochDay() + DAYS_AFTER + 1);
        return Math.max(0, until - from);
    }
}
