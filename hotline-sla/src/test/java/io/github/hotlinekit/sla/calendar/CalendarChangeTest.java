package io.github.hotlinekit.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.sla.calendar.CalendarChange.Deadline;
import io.github.hotlinekit.sla.calendar.CalendarChange.Move;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Which deadlines a new calendar moves. */
class CalendarChangeTest {

    /** The Spring Festival of 2020, extended on 27 January. */
    @Test
    void the_extension_of_the_spring_festival_of_2020_moved_the_deadlines_after_it() {
        WorkingCalendar before = WorkingCalendar.chinaAsKnownOn(LocalDate.of(2020, 1, 26));
        WorkingCalendar after = WorkingCalendar.chinaAsKnownOn(LocalDate.of(2020, 1, 27));
        Deadline unmoved = new Deadline("1", LocalDate.of(2020, 1, 20), 3);
        Deadline moved = new Deadline("2", LocalDate.of(2020, 1, 22), 5);
        assertThat(CalendarChange.impact(before, after, List.of(unmoved, moved)))
                .isEqualTo(new CalendarChange(
                        "china@2020",
                        "china@2020.2",
                        2,
                        List.of(new Move(moved, LocalDate.of(2020, 2, 4), LocalDate.of(2020, 2, 6), 2, 2))));
    }

    /** The calendar before is made by hand: today's rows without the supplementary notice. */
    @Test
    void the_calendar_before_is_that_of_the_rows_without_the_supplementary_notice() {
        WorkingCalendar china = WorkingCalendar.china();
        List<SpecialDay> rows = china.specialDays().stream()
                .filter(day -> !day.source().endsWith("国办发明电〔2020〕1号"))
                .collect(Collectors.toList());
        assertThat(rows).hasSize(763);
        rows.add(new SpecialDay(LocalDate.of(2020, 2, 1), DayKind.WORKDAY, Label.of("春节", "Spring Festival"), ""));
        WorkingCalendar before = WorkingCalendar.builder("china", "before")
                .first(china.first())
                .last(china.last())
                .settledUntil(china.settledUntil())
                .days(rows)
                .build();
        assertThat(CalendarChange.impact(before, china, List.of(new Deadline("2", LocalDate.of(2020, 1, 22), 5)))
                        .moves())
                .extracting(Move::before, Move::after)
                .containsExactly(tuple(LocalDate.of(2020, 2, 4), LocalDate.of(2020, 2, 6)));
    }

    @Property
    void those_and_only_those_deadlines_are_listed_whose_day_changes_in_the_order_given(
            @ForAll("plans") RandomDays before,
            @ForAll("plans") RandomDays after,
            @ForAll("deadlines") List<Deadline> deadlines) {
        CalendarChange change = CalendarChange.impact(before.calendar(), after.calendar(), deadlines);
        assertThat(change.checked()).isEqualTo(deadlines.size());
        assertThat(change.moves())
                .isEqualTo(deadlines.stream()
                        .map(deadline -> move(deadline, before.naive(), after.naive()))
                        .filter(move -> !move.before().equals(move.after()))
                        .toList());
        assertThat(CalendarChange.impact(before.calendar(), before.calendar(), deadlines)
                        .moves())
                .isEmpty();
    }

    private static Move move(Deadline deadline, NaiveCalendar before, NaiveCalendar after) {
        LocalDate was = before.plusWorkingDays(deadline.start(), deadline.workingDays());
        LocalDate is = after.plusWorkingDays(deadline.start(), deadline.workingDays());
        return new Move(deadline, was, is, ChronoUnit.DAYS.between(was, is), after.workingDaysBetween(was, is));
    }

    @Provide
    Arbitrary<RandomDays> plans() {
        return RandomDays.any();
    }

    @Provide
    Arbitrary<List<Deadline>> deadlines() {
        return Combinators.combine(RandomDays.dates(), Arbitraries.integers().between(-30, 30))
                .as((start, n) -> new Deadline(start + "+" + n, start, n))
                .list()
                .ofMaxSize(8);
    }
}
