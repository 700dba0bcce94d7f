package io.github.hotlinekit.stats.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.ledger.Window;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final LocalDate LATER = LocalDate.of(2030, 1, 1);

    private static Comparison year(ReportKind kind, String day) {
        return Comparison.of(
                Comparison.Kind.YEAR, ReportPeriod.of(kind, LocalDate.parse(day)), LATER, ReportFacts.CALENDAR);
    }

    private static Comparison before(ReportKind kind, String day) {
        return Comparison.of(
                Comparison.Kind.PREVIOUS, ReportPeriod.of(kind, LocalDate.parse(day)), LATER, ReportFacts.CALENDAR);
    }

    @Test
    void the_period_before_is_the_one_just_before() {
        assertThat(before(ReportKind.MONTHLY, "2025-03-10").base()).hasToString("2025-02-01/2025-03-01");
        assertThat(before(ReportKind.WEEKLY, "2025-06-18").base()).hasToString("2025-06-09/2025-06-16");
        assertThat(before(ReportKind.QUARTERLY, "2025-06-18").base()).hasToString("2025-01-01/2025-04-01");
        assertThat(before(ReportKind.ANNUAL, "2025-06-18").base()).hasToString("2024-01-01/2025-01-01");
        Comparison special = Comparison.of(
                Comparison.Kind.PREVIOUS,
                ReportPeriod.special(Window.of(LocalDate.of(2025, 6, 11), LocalDate.of(2025, 6, 21))),
                LATER,
                ReportFacts.CALENDAR);
        assertThat(special.base()).hasToString("2025-06-01/2025-06-11");
        assertThat(special.alignment()).isEqualTo(Alignment.PERIOD_BEFORE);
    }

    @Test
    void the_period_before_says_whether_the_spring_festival_makes_a_difference() {
        assertThat(before(ReportKind.ANNUAL, "2025-06-18").reason())
                .isEqualTo(year(ReportKind.ANNUAL, "2025-06-18").reason())
                .isEqualTo(Label.of("两期都包含整个春节前后", "both hold all the days near the Spring Festival"));
        assertThat(before(ReportKind.QUARTERLY, "2025-03-18").reason().en()).contains("look at the year before");
        assertThat(before(ReportKind.MONTHLY, "2025-02-18").reason().en()).contains("look at the year before");
        assertThat(before(ReportKind.MONTHLY, "2025-07-18").reason().en()).isEqualTo("the period before");
        // 400 days with two festivals, those before with one.
        assertThat(Comparison.of(
                                Comparison.Kind.PREVIOUS,
                                ReportPeriod.special(Window.of(LocalDate.of(2024, 1, 20), LocalDate.of(2025, 2, 23))),
                                LATER,
                                ReportFacts.CALENDAR)
                        .reason()
                        .en())
                .contains("look at the year before");
        // Of a year that is not over, less than all those days may be compared.
        ReportPeriod year = ReportPeriod.of(ReportKind.ANNUAL, LocalDate.of(2025, 6, 18));
        assertThat(Comparison.of(Comparison.Kind.PREVIOUS, year, LocalDate.of(2025, 2, 1), ReportFacts.CALENDAR)
                        .reason()
                        .en())
                .contains("look at the year before");
    }

    @Test
    void weeks_go_back_52_weeks_and_other_periods_by_date() {
        Comparison week = year(ReportKind.WEEKLY, "2025-06-18");
        assertThat(week.base()).hasToString("2024-06-17/2024-06-24");
        assertThat(week.alignment()).isEqualTo(Alignment.WEEKS);
        Comparison month = year(ReportKind.MONTHLY, "2025-06-18");
        assertThat(month.base()).hasToString("2024-06-01/2024-07-01");
        assertThat(month.alignment()).isEqualTo(Alignment.DATE);
        assertThat(month.isCut()).isFalse();
    }

    @Test
    void both_sides_tell_their_working_days() {
        // The Dragon Boat Festival of 2025 is on 31 May to 2 June; that of 2024 on 8 to 10 June.
        Comparison month = year(ReportKind.MONTHLY, "2025-06-18");
        assertThat(month.workingDaysNow()).isEqualTo(20);
        assertThat(month.workingDaysBase()).isEqualTo(19);
    }

    @Test
    void around_the_spring_festival_days_are_as_far_from_the_lunar_new_year() {
        // 2026-02-17 and 2025-01-29 begin the lunar years: 384 days apart.
        Comparison february = year(ReportKind.MONTHLY, "2026-02-10");
        assertThat(february.alignment()).isEqualTo(Alignment.LUNAR_NEW_YEAR);
        assertThat(february.base()).hasToString("2025-01-13/2025-02-10");
        assertThat(february.alignment().label())
                .isEqualTo(Label.of("按农历正月初一对齐", "the same distance from the lunar new year"));
        assertThat(Comparison.Kind.YEAR.label()).isEqualTo(Label.of("同比", "on the year before"));
        assertThat(february.reason().en()).contains("2026-02-17").contains("2025-01-29");
        // January 2026 is not near it, but January 2025 is.
        Comparison january = year(ReportKind.MONTHLY, "2026-01-10");
        assertThat(january.alignment()).isEqualTo(Alignment.LUNAR_NEW_YEAR);
        assertThat(january.base()).hasToString("2024-12-13/2025-01-13");
        assertThat(year(ReportKind.WEEKLY, "2026-02-17").base()).hasToString("2025-01-28/2025-02-04");
        assertThat(year(ReportKind.MONTHLY, "2026-04-10").alignment()).isEqualTo(Alignment.DATE);
    }

    @Test
    void the_first_and_the_last_day_near_it_count() {
        // From 10 days before, 7 February 2026, to 20 days after, 9 March.
        assertThat(special("2026-02-05", "2026-02-07").alignment()).isEqualTo(Alignment.LUNAR_NEW_YEAR);
        assertThat(special("2026-03-09", "2026-03-10").alignment()).isEqualTo(Alignment.LUNAR_NEW_YEAR);
        assertThat(special("2026-03-10", "2026-03-12").alignment()).isEqualTo(Alignment.DATE);
        // 19 January 2025 is 10 days before the lunar new year; the 18th is not near it.
        assertThat(special("2026-01-18", "2026-01-19").alignment()).isEqualTo(Alignment.DATE);
        assertThat(special("2026-01-19", "2026-01-20").alignment()).isEqualTo(Alignment.LUNAR_NEW_YEAR);
    }

    @Test
    void what_holds_all_but_one_of_the_days_near_it_touches_it() {
        // All of 2025's, and those of 2026 but for 9 March; with it, all of both.
        assertThat(special("2025-12-01", "2026-03-09").alignment()).isEqualTo(Alignment.LUNAR_NEW_YEAR);
        assertThat(special("2025-12-01", "2026-03-10").alignment()).isEqualTo(Alignment.DATE);
    }

    @Test
    void years_without_a_known_festival_are_compared_by_date_and_say_so() {
        assertThat(year(ReportKind.MONTHLY, "2060-06-01").reason().en())
                .isEqualTo("neither is near the Spring Festival");
        assertThat(year(ReportKind.MONTHLY, "2060-02-01").alignment()).isEqualTo(Alignment.LUNAR_NEW_YEAR);
        Comparison unknown = year(ReportKind.MONTHLY, "2061-02-01");
        assertThat(unknown.alignment()).isEqualTo(Alignment.DATE);
        assertThat(unknown.reason().en()).isEqualTo("the Spring Festival of these years is not known");
        assertThat(year(ReportKind.MONTHLY, "1990-02-01").reason().en())
                .isEqualTo("the Spring Festival of these years is not known");
    }

    private static Comparison special(String from, String until) {
        return Comparison.of(
                Comparison.Kind.YEAR,
                ReportPeriod.special(Window.of(LocalDate.parse(from), LocalDate.parse(until))),
                LATER,
                ReportFacts.CALENDAR);
    }

    @Test
    void what_holds_the_whole_festival_on_both_sides_is_compared_by_date() {
        Comparison quarter = year(ReportKind.QUARTERLY, "2026-02-10");
        assertThat(quarter.alignment()).isEqualTo(Alignment.DATE);
        assertThat(quarter.base()).hasToString("2025-01-01/2025-04-01");
        assertThat(quarter.reason().en()).contains("both hold all");
        assertThat(year(ReportKind.ANNUAL, "2026-02-10").alignment()).isEqualTo(Alignment.DATE);
    }

    @Test
    void two_festivals_in_part_and_unknown_years_are_compared_by_date() {
        Comparison two = special("2025-02-01", "2026-01-25");
        assertThat(two.alignment()).isEqualTo(Alignment.DATE);
        assertThat(two.reason().en()).contains("two Spring Festivals");
    }

    @Test
    void no_period_shares_a_day_with_its_base() {
        Comparison three = special("2013-01-01", "2016-01-01");
        assertThat(three.base()).hasToString("2010-01-01/2013-01-01");
        // By the lunar year, which has 354 days, the ends would meet.
        Comparison near = special("2024-03-02", "2025-02-25");
        assertThat(near.alignment()).isEqualTo(Alignment.DATE);
        assertThat(near.base()).hasToString("2023-03-02/2024-02-25");
        assertThat(near.reason().en()).contains("overlap");
    }

    @Test
    void a_period_that_is_not_over_is_cut_on_both_sides() {
        ReportPeriod june = ReportPeriod.of(ReportKind.MONTHLY, LocalDate.of(2025, 6, 1));
        Comparison cut = Comparison.of(Comparison.Kind.YEAR, june, LocalDate.of(2025, 6, 11), ReportFacts.CALENDAR);
        assertThat(cut.isCut()).isTrue();
        assertThat(cut.now()).hasToString("2025-06-01/2025-06-11");
        assertThat(cut.base()).hasToString("2024-06-01/2024-06-11");
        Comparison whole = Comparison.of(Comparison.Kind.YEAR, june, LocalDate.of(2025, 7, 1), ReportFacts.CALENDAR);
        assertThat(whole.isCut()).isFalse();
        Comparison early =
                Comparison.of(Comparison.Kind.PREVIOUS, june, LocalDate.of(2025, 5, 1), ReportFacts.CALENDAR);
        assertThat(early.now().days()).isZero();
        assertThat(early.base().days()).isZero();
        // February has no 30th day to be cut to.
        ReportPeriod march = ReportPeriod.of(ReportKind.MONTHLY, LocalDate.of(2025, 3, 1));
        assertThat(Comparison.of(Comparison.Kind.PREVIOUS, march, LocalDate.of(2025, 3, 31), ReportFacts.CALENDAR)
                        .base())
                .hasToString("2025-02-01/2025-03-01");
    }

    @Test
    void near_the_festival_the_period_before_is_kept_and_says_so() {
        assertThat(before(ReportKind.MONTHLY, "2026-03-20").reason().en()).contains("Spring Festival");
        assertThat(before(ReportKind.MONTHLY, "2026-06-20").reason().en()).isEqualTo("the period before");
    }

    @Test
    void periods_are_checked() {
        LocalDate day = LocalDate.of(2025, 6, 3);
        assertThatIllegalArgumentException().isThrownBy(() -> ReportPeriod.of(ReportKind.SPECIAL, day));
        assertThatIllegalArgumentException().isThrownBy(() -> ReportPeriod.special(Window.of(day, day)));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ReportPeriod(ReportKind.MONTHLY, Window.of(day, day.plusMonths(1)), Optional.empty()));
        Theme theme = new Theme(Dimension.category(1), "03", Label.of("城管", "city"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportPeriod(
                        ReportKind.MONTHLY,
                        ReportPeriod.of(ReportKind.MONTHLY, day).window(),
                        Optional.of(theme)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Theme(Dimension.assisting(), "D1", theme.name()));
        assertThat(ReportPeriod.special(Window.of(day, day.plusDays(2)), theme).name())
                .isEqualTo(Label.of("2025-06-03/2025-06-04 专报：城管", "special report 2025-06-03/2025-06-04: city"));
        assertThat(ReportPeriod.of(ReportKind.WEEKLY, day).name())
                .isEqualTo(Label.of("2025-W23 周报", "weekly report 2025-W23"));
    }

    @Property
    void a_base_by_weeks_or_lunar_offset_has_as_many_days_and_comes_earlier(
            @ForAll @IntRange(min = 0, max = 6_000) int day) {
        ReportPeriod period =
                ReportPeriod.of(ReportKind.WEEKLY, LocalDate.of(2006, 1, 2).plusDays(day));
        Comparison comparison = Comparison.of(Comparison.Kind.YEAR, period, LATER, ReportFacts.CALENDAR);
        assertThat(comparison.base().days()).isEqualTo(comparison.now().days());
        long back = ChronoUnit.DAYS.between(
                comparison.base().from(), comparison.now().from());
        if (comparison.alignment() == Alignment.WEEKS) {
            assertThat(back).isEqualTo(364);
        } else {
            assertThat(comparison.alignment()).isEqualTo(Alignment.LUNAR_NEW_YEAR);
            LocalDate now = comparison.now().from();
            assertThat(back).isIn(353L, 354L, 355L, 383L, 384L, 385L);
            assertThat(SpringFestival.newYear(now.getYear())).isPresent();
        }
    }
}
