package io.github.hotlinekit.sla.testkit;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.sla.calendar.CalendarOverlay;
import io.github.hotlinekit.sla.calendar.DayKind;
import io.github.hotlinekit.sla.calendar.SpecialDay;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/**
 * Calendars as a country, a city or a bad day may make them: any base week, long holidays, make-up workdays (调休上班),
 * weeks without a working day and weeks of seven. All dates are of the ISO calendar; the ends of every range are inclusive.
 */
public final class Calendars {

    private static final int RUNS = 12;
    private static final int LONGEST_RUN = 25;
    private static final Set<DayOfWeek> MONDAY_TO_FRIDAY = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private Calendars() {}

    /**
     * Calendars of a range, settled up to some day of it. Their special days are drawn as by {@link #kinds} or by {@link
     * #arrangements}.
     *
     * @param first the first known day
     * @param last the last known day, not before the first
     * @return the calendars, none of them strict; a calendar may have no working day in the range
     * @throws IllegalArgumentException if {@code last} is before {@code first}
     */
    public static Arbitrary<WorkingCalendar> any(LocalDate first, LocalDate last) {
        Arbitrary<WorkingCalendar> odd = calendars(first, last, weeks(), kinds(first, last));
        Arbitrary<WorkingCalendar> usual =
                calendars(first, last, Arbitraries.just(MONDAY_TO_FRIDAY), arrangements(first, last));
        return Arbitraries.oneOf(odd, usual);
    }

    private static Arbitrary<WorkingCalendar> calendars(
            LocalDate first, LocalDate last, Arbitrary<Set<DayOfWeek>> weeks, Arbitrary<Map<LocalDate, DayKind>> days) {
        return Combinators.combine(weeks, days, dates(first, last))
                .as((week, kinds, settled) -> WorkingCalendar.builder("random", "1")
                        .first(first)
                        .settledUntil(settled)
                        .last(last)
                        .week(week)
                        .days(specialDays(kinds))
                        .build());
    }

    /**
     * Overlays (叠加层) of a range, with days as {@link #kinds} draws them.
     *
     * @param id the id of every overlay
     * @param first the first day that may be named
     * @param last the last day that may be named, not before the first
     * @return the overlays, of version "1"
     * @throws IllegalArgumentException if {@code last} is before {@code first}, or the id is none
     */
    public static Arbitrary<CalendarOverlay> overlays(String id, LocalDate first, LocalDate last) {
        return kinds(first, last).map(kinds -> CalendarOverlay.of(id, "1", specialDays(kinds)));
    }

    /**
     * Base weeks: Monday to Friday, or any days but none at all.
     *
     * @return the days of the week that are worked
     */
    public static Arbitrary<Set<DayOfWeek>> weeks() {
        return Arbitraries.oneOf(
                Arbitraries.just(MONDAY_TO_FRIDAY),
                Arbitraries.of(DayOfWeek.values()).set().ofMinSize(1));
    }

    /**
     * Special days without regard to sense: up to twelve runs of one to 25 days of one kind each, the later ones over the
     * earlier ones.
     *
     * @param first the first day that may be named
     * @param last the last day that may be named, not before the first
     * @return the kinds of the days that are named
     * @throws IllegalArgumentException if {@code last} is before {@code first}
     */
    public static Arbitrary<Map<LocalDate, DayKind>> kinds(LocalDate first, LocalDate last) {
        Arbitrary<Map<LocalDate, DayKind>> run = Combinators.combine(
                        Arbitraries.integers().between(0, span(first, last)),
                        Arbitraries.integers().between(1, LONGEST_RUN),
                        Arbitraries.of(DayKind.values()))
                .as((start, length, kind) -> run(first.plusDays(start), length, last, kind));
        return run.list().ofMaxSize(RUNS).withoutEdgeCases().map(runs -> {
            Map<LocalDate, DayKind> all = new HashMap<>();
            runs.forEach(all::putAll);
            return all;
        });
    }

    /**
     * Special days in the manner of China's yearly arrangements (放假安排): up to twelve holidays of one to nine days,
     * with a Sunday worked before and a Saturday worked after, or one of the two, or none.
     *
     * @param first the first day that may be named
     * @param last the last day that may be named, not before the first
     * @return the kinds of the days that are named: holidays on any day of the week, workdays on weekends only
     * @throws IllegalArgumentException if {@code last} is before {@code first}
     */
    public static Arbitrary<Map<LocalDate, DayKind>> arrangements(LocalDate first, LocalDate last) {
        Arbitrary<Map<LocalDate, DayKind>> holiday = Combinators.combine(
                        Arbitraries.integers().between(0, span(first, last)),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((start, length, before, after) -> {
                    LocalDate begin = first.plusDays(start);
                    Map<LocalDate, DayKind> days = run(begin, length, last, DayKind.HOLIDAY);
                    LocalDate sunday = begin.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
                    LocalDate saturday = begin.plusDays(length - 1).with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
                    if (before && !sunday.isBefore(first)) {
                        days.put(sunday, DayKind.WORKDAY);
                    }
                    if (after && !saturday.isAfter(last)) {
                        days.put(saturday, DayKind.WORKDAY);
                    }
                    return days;
                });
        return holiday.list().ofMaxSize(RUNS).withoutEdgeCases().map(holidays -> {
            Map<LocalDate, DayKind> all = new HashMap<>();
            holidays.forEach(all::putAll);
            return all;
        });
    }

    /**
     * Dates of a range, each as likely as the next, the ends a little more.
     *
     * @param first the first date
     * @param last the last date, not before the first
     * @return the dates
     * @throws IllegalArgumentException if {@code last} is before {@code first}
     */
    public static Arbitrary<LocalDate> dates(LocalDate first, LocalDate last) {
        return Arbitraries.integers()
                .between(0, span(first, last))
                .withDistribution(RandomDistribution.uniform())
                .map(first::plusDays);
    }

    /**
     * Days as a calendar or an overlay takes them, all with one name and no source.
     *
     * @param kinds the kinds of the days, as {@link #kinds} or {@link #arrangements} draws them
     * @return the days
     */
    public static List<SpecialDay> specialDays(Map<LocalDate, DayKind> kinds) {
        return kinds.entrySet().stream()
                .map(e -> new SpecialDay(e.getKey(), e.getValue(), Label.of("日", "day"), ""))
                .toList();
    }

    private static Map<LocalDate, DayKind> run(LocalDate first, int length, LocalDate last, DayKind kind) {
        LocalDate end = first.plusDays(length);
        return first.datesUntil(end.isAfter(last) ? last.plusDays(1) : end)
                .collect(Collectors.toMap(d -> d, d -> kind, (a, b) -> b, HashMap::new));
    }

    private static int span(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "the last day must not be before the first, " + first + ", but was " + last);
        }
        return Math.toIntExact(ChronoUnit.DAYS.between(first, last));
    }
}
