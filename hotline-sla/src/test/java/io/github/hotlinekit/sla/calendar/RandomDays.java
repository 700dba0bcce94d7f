package io.github.hotlinekit.sla.calendar;

import io.github.hotlinekit.core.language.Label;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
        Arbitrary<Set<DayOfWeek>> week = Arbitraries.oneOf(Arbitraries.just(NaiveCalendar.MONDAY_TO_FRIDAY), anyWeek());
        return Combinators.combine(week, anyKinds()).as(RandomDays::new);
    }

    private static Arbitrary<Set<DayOfWeek>> anyWeek() {
        return Arbitraries.of(DayOfWeek.values()).set().ofMinSize(1);
    }

    static Arbitrary<Map<LocalDate, DayKind>> anyKinds() {
        Arbitrary<Map<LocalDate, DayKind>> run = Combinators.combine(
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.integers().between(1, 25),
                        Arbitraries.of(DayKind.values()))
                .as((start, length, kind) -> FIRST.plusDays(start)
                        .datesUntil(FIRST.plusDays(Math.min(DAYS, start + length)))
                        .collect(Collectors.toMap(d -> d, d -> kind)));
        return run.list().ofMaxSize(12).map(runs -> {
            Map<LocalDate, DayKind> all = new HashMap<>();
            runs.forEach(all::putAll);
            return all;
        });
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
        return kinds.entrySet().stream()
                .map(e -> new SpecialDay(e.getKey(), e.getValue(), Label.of("日", "day"), ""))
                .toList();
    }

    static CalendarOverlay overlay(String id, Map<LocalDate, DayKind> kinds) {
        return CalendarOverlay.of(id, "1", days(kinds));
    }
}
