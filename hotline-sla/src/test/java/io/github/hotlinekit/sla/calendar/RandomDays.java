package io.github.hotlinekit.sla.calendar;

import io.github.hotlinekit.sla.testkit.Calendars;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random days of a fixed range that begins and ends within a month: base week, single days and runs of each kind. */
record RandomDays(Set<DayOfWeek> week, Map<LocalDate, DayKind> kinds) {

    static final LocalDate FIRST = LocalDate.of(2024, 1, 11);
    static final int DAYS = 200;
    static final LocalDate LAST = FIRST.plusDays(DAYS - 1);
    static final LocalDate SETTLED = LAST.minusDays(40);

    /** With empty weeks, weeks of seven working days and long holidays. */
    static Arbitrary<RandomDays> any() {
        return Combinators.combine(Calendars.weeks(), anyKinds()).as(RandomDays::new);
    }

    static Arbitrary<Map<LocalDate, DayKind>> anyKinds() {
        return Calendars.kinds(FIRST, LAST);
    }

    /** In the range, and some way out of it on both sides. */
    static Arbitrary<LocalDate> dates() {
        return Arbitraries.integers().between(-80, DAYS + 80).map(FIRST::plusDays);
    }

    static Arbitrary<LocalDate> inRange() {
        return Arbitraries.integers().between(0, DAYS - 1).map(FIRST::plusDays);
    }

    RandomDays with(LocalDate date, DayKind kind) {
        Map<LocalDate, DayKind> other = new HashMap<>(kinds);
        other.put(date, kind);
        return new RandomDays(week, other);
    }

    NaiveCalendar naive() {
        return new NaiveCalendar(week, kinds);
    }

    WorkingCalendar calendar() {
        return builder().days(days(kinds)).build();
    }

    WorkingCalendar.Builder builder() {
        return WorkingCalendar.builder("random", "1")
                .first(FIRST)
                .settledUntil(SETTLED)
                .last(LAST)
                .week(week);
    }

    static List<SpecialDay> days(Map<LocalDate, DayKind> kinds) {
        return Calendars.specialDays(kinds);
    }

    static CalendarOverlay overlay(String id, Map<LocalDate, DayKind> kinds) {
        return CalendarOverlay.of(id, "1", days(kinds));
    }
}
