package io.github.hotlinekit.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.language.Label;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a calendar is called, what it contains, and how one follows on another. */
class CalendarIdentityTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final SpecialDay DAY =
            new SpecialDay(NEW_YEAR, DayKind.HOLIDAY, Label.of("元旦", "New Year's Day"), "国办发明电〔2025〕7号");

    @Property(tries = 300)
    void the_order_in_which_days_are_given_changes_neither_equality_nor_hash(
            @ForAll("plans") RandomDays plan, @ForAll long seed) {
        List<SpecialDay> shuffled = new ArrayList<>(RandomDays.days(plan.kinds()));
        Collections.shuffle(shuffled, new Random(seed));
        WorkingCalendar one = plan.calendar();
        WorkingCalendar other = plan.builder().days(shuffled).build();
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.contentHash()).isEqualTo(other.contentHash()).matches("[0-9a-f]{64}");
        WorkingCalendar rebuilt = one.toBuilder("1").build();
        assertThat(rebuilt).isEqualTo(one);
    }

    @Test
    void the_content_hash_is_that_of_the_documented_text() {
        // printf of the lines below, piped to sha256sum
        assertThat(CalendarContent.text(year().days(List.of(DAY)).build()))
                .isEqualTo("hotline-calendar-content/1\nfirst 2026-01-01\nlast 2026-12-31\nsettled 2026-12-28\n"
                        + "week 1 2 3 4 5\n2026-01-01 HOLIDAY 元旦 | New Year's Day | 国办发明电〔2025〕7号\n");
        assertThat(year().days(List.of(DAY)).build().contentHash())
                .isEqualTo("fc509952fd39d6d75a43b438d600dc51929146eeffe20a30c7d19919539e651e");
        SpecialDay odd = new SpecialDay(NEW_YEAR, DayKind.WORKDAY, Label.of("a|b", "c\\d"), "e\nf");
        assertThat(CalendarContent.text(year().days(List.of(odd)).build()))
                .endsWith(" WORKDAY a\\pb | c\\\\d | e\\nf\n");
    }

    @Test
    void whatever_a_calendar_says_is_in_its_hash_and_whatever_it_is_called_is_not() {
        WorkingCalendar calendar = year().days(List.of(DAY)).build();
        SpecialDay renamed = new SpecialDay(NEW_YEAR, DayKind.HOLIDAY, Label.of("元旦", "New Year"), DAY.source());
        SpecialDay unsourced = new SpecialDay(NEW_YEAR, DayKind.HOLIDAY, DAY.name(), "");
        SpecialDay worked = new SpecialDay(NEW_YEAR, DayKind.WORKDAY, DAY.name(), DAY.source());
        List<WorkingCalendar> others = List.of(
                year().build(),
                year().days(List.of(renamed)).build(),
                year().days(List.of(unsourced)).build(),
                year().days(List.of(worked)).build(),
                year().days(List.of(DAY)).week(EnumSet.allOf(DayOfWeek.class)).build(),
                year().days(List.of(DAY)).first(LocalDate.of(2025, 12, 31)).build(),
                year().days(List.of(DAY)).last(LocalDate.of(2027, 1, 1)).build(),
                year().days(List.of(DAY))
                        .settledUntil(LocalDate.of(2026, 12, 27))
                        .build());
        assertThat(others).doesNotContain(calendar).doesNotHaveDuplicates();
        assertThat(others)
                .extracting(WorkingCalendar::contentHash)
                .doesNotContain(calendar.contentHash())
                .doesNotHaveDuplicates();
        WorkingCalendar renamedCalendar = WorkingCalendar.builder("other", "9")
                .first(NEW_YEAR)
                .last(LocalDate.of(2026, 12, 31))
                .settledUntil(LocalDate.of(2026, 12, 28))
                .days(List.of(DAY))
                .build();
        assertThat(renamedCalendar).isNotEqualTo(calendar);
        assertThat(renamedCalendar.contentHash()).isEqualTo(calendar.contentHash());
        assertThat(calendar.toBuilder("2").build()).isNotEqualTo(calendar);
        assertThat(calendar.id()).isEqualTo("a");
        assertThat(calendar.version()).isEqualTo("1");
        assertThat(calendar.specialDays()).containsExactly(DAY);
    }

    @Test
    void a_base_week_has_at_least_one_working_day_and_a_year_too() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> year().week(Set.of()))
                .withMessageContaining("at least one working day");
        List<SpecialDay> closed = NEW_YEAR.datesUntil(LocalDate.of(2027, 1, 1))
                .map(date -> new SpecialDay(date, DayKind.HOLIDAY, DAY.name(), ""))
                .toList();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> year().days(closed).build())
                .withMessage("calendar a@1 must have a working day in each year, but had none in 2026");
        assertThat(year().days(closed.subList(0, 364)).build().plusWorkingDays(NEW_YEAR, 1))
                .isEqualTo(LocalDate.of(2026, 12, 31));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> year().build().with(CalendarOverlay.of("closed", "1", closed)))
                .withMessageContaining("a+closed@1+1");
        // the last days of a year alone may all be free
        assertThat(WorkingCalendar.builder("b", "1")
                        .first(LocalDate.of(2026, 12, 31))
                        .last(LocalDate.of(2027, 12, 31))
                        .settledUntil(LocalDate.of(2027, 12, 28))
                        .days(closed.subList(364, 365))
                        .build()
                        .isWorkingDay(LocalDate.of(2026, 12, 31)))
                .isFalse();
    }

    @Test
    void a_day_of_another_base_week_says_that_it_is_worked_or_rested_every_week() {
        WorkingCalendar calendar = year().week(EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY))
                .build();
        assertThat(calendar.day(LocalDate.of(2026, 3, 7)).reason()).isEqualTo(DayReason.WORKED_WEEKEND);
        assertThat(calendar.day(LocalDate.of(2026, 3, 8)).reason()).isEqualTo(DayReason.WEEKEND);
        assertThat(calendar.day(LocalDate.of(2026, 3, 9)).reason()).isEqualTo(DayReason.WEEKLY_REST);
        assertThat(calendar.day(LocalDate.of(2026, 3, 10)).reason()).isEqualTo(DayReason.WEEKDAY);
        assertThat(calendar.week())
                .containsExactlyInAnyOrder(
                        DayOfWeek.TUESDAY,
                        DayOfWeek.WEDNESDAY,
                        DayOfWeek.THURSDAY,
                        DayOfWeek.FRIDAY,
                        DayOfWeek.SATURDAY);
        assertThat(DayReason.WORKED_WEEKEND.label().zh()).isEqualTo("每周照常上班的周末");
    }

    /** How a host puts in the next notice of the State Council: one file, read over what is built in. */
    @Test
    void the_next_years_notice_is_one_file_over_the_calendar_before() throws IOException {
        String notice = """
                date,kind,name_zh,name_en,source
                2026-12-31,HOLIDAY,元旦,New Year's Day,an invented notice
                2027-01-01,HOLIDAY,元旦,New Year's Day,an invented notice
                2027-01-02,HOLIDAY,元旦,New Year's Day,an invented notice
                2027-01-03,WORKDAY,元旦,New Year's Day,an invented notice
                """;
        WorkingCalendar china2027 = WorkingCalendar.china().toBuilder("2027")
                .last(LocalDate.of(2027, 12, 31))
                .settledUntil(LocalDate.of(2027, 12, 28))
                .days(SpecialDay.readCsv(
                        "china-2027.csv", new ByteArrayInputStream(notice.getBytes(StandardCharsets.UTF_8))))
                .build();
        assertThat(china2027.identity()).isEqualTo("china@2027");
        assertThat(china2027.plusWorkingDays(LocalDate.of(2026, 12, 30), 1)).isEqualTo(LocalDate.of(2027, 1, 3));
        assertThat(china2027.certainty(LocalDate.of(2026, 12, 31))).isEqualTo(Certainty.SETTLED);
        assertThat(china2027.plusWorkingDays(LocalDate.of(2020, 1, 22), 5)).isEqualTo(LocalDate.of(2020, 2, 6));
    }

    @ParameterizedTest
    @CsvSource({
        "2005-12-22,2006,2006-12-31",
        "2006-12-17,2006,2006-12-31",
        "2006-12-18,2007,2007-12-31",
        "2015-05-12,2015,2015-12-31",
        "2015-05-13,2015.2,2015-12-31",
        "2019-03-21,2019,2019-12-31",
        "2019-03-22,2019.2,2019-12-31",
        "2019-11-21,2020,2020-12-31",
        "2020-01-27,2020.2,2020-12-31",
        "2023-10-30,2023,2023-12-31",
        "2023-10-31,2024,2024-12-31",
        "2025-11-04,2026,2026-12-31",
        "2099-01-01,2026,2026-12-31"
    })
    void china_can_be_had_as_it_was_known_on_a_day(LocalDate date, String version, LocalDate last) {
        WorkingCalendar known = WorkingCalendar.chinaAsKnownOn(date);
        assertThat(known.version()).isEqualTo(version);
        assertThat(known.last()).isEqualTo(last);
        assertThat(known.settledUntil()).isEqualTo(last.minusDays(3));
    }

    @ParameterizedTest
    @CsvSource({
        "2015-09-03,2015-05-13,true,false",
        "2015-09-06,2015-05-13,false,true",
        "2019-04-28,2019-03-22,false,true",
        "2019-05-01,2019-03-22,false,false",
        "2019-05-02,2019-03-22,true,false",
        "2019-05-04,2019-03-22,false,false",
        "2019-05-05,2019-03-22,false,true",
        "2020-01-31,2020-01-27,true,false",
        "2020-02-01,2020-01-27,true,false",
        "2020-02-02,2020-01-27,false,false"
    })
    void a_supplementary_notice_changes_a_day_on_the_day_of_its_publication(
            LocalDate day, LocalDate published, boolean before, boolean after) {
        assertThat(WorkingCalendar.chinaAsKnownOn(published.minusDays(1)).isWorkingDay(day))
                .isEqualTo(before);
        assertThat(WorkingCalendar.chinaAsKnownOn(published).isWorkingDay(day)).isEqualTo(after);
        assertThat(WorkingCalendar.china().isWorkingDay(day)).isEqualTo(after);
    }

    @Test
    void what_was_known_at_last_is_the_calendar_of_today_and_what_was_known_first_is_not_recorded() {
        assertThat(WorkingCalendar.chinaAsKnownOn(LocalDate.of(2026, 1, 1))).isEqualTo(WorkingCalendar.china());
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> WorkingCalendar.chinaAsKnownOn(LocalDate.of(2005, 12, 21)))
                .withMessageContaining("2005-12-22")
                .withMessageContaining("2005-12-21");
        assertThat(WorkingCalendar.chinaAsKnownOn(LocalDate.of(2020, 1, 26))
                        .day(LocalDate.of(2020, 2, 1))
                        .special()
                        .orElseThrow()
                        .source())
                .endsWith("国办发明电〔2019〕16号");
    }

    @Test
    void every_special_day_of_china_has_an_english_name_and_a_source() {
        assertThat(WorkingCalendar.china().specialDays()).hasSize(766).allSatisfy(day -> {
            assertThat(day.name().en()).matches("[A-Za-z0-9' -]+");
            assertThat(day.source()).startsWith("http");
        });
    }

    private static WorkingCalendar.Builder year() {
        return WorkingCalendar.builder("a", "1")
                .first(NEW_YEAR)
                .last(LocalDate.of(2026, 12, 31))
                .settledUntil(LocalDate.of(2026, 12, 28));
    }

    @Provide
    Arbitrary<RandomDays> plans() {
        return RandomDays.any();
    }
}
