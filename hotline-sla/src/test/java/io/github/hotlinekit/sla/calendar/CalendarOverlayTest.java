package io.github.hotlinekit.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.language.Label;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Overlays: country, province, city, department. */
class CalendarOverlayTest {

    @Property
    void a_day_is_what_the_topmost_layer_that_names_it_says(
            @ForAll("plans") RandomDays plan,
            @ForAll("kinds") Map<LocalDate, DayKind> province,
            @ForAll("kinds") Map<LocalDate, DayKind> city,
            @ForAll("inRange") LocalDate d) {
        Map<LocalDate, DayKind> joined = new HashMap<>(plan.kinds());
        List.of(province, city)
                .forEach(layer -> layer.forEach((date, kind) -> {
                    if (kind != DayKind.INHERIT) {
                        joined.put(date, kind);
                    }
                }));
        WorkingCalendar layered =
                plan.calendar().with(RandomDays.overlay("province", province)).with(RandomDays.overlay("city", city));
        assertThat(layered.isWorkingDay(d)).isEqualTo(new NaiveCalendar(plan.week(), joined).isWorkingDay(d));
        assertThat(plan.builder()
                        .days(RandomDays.days(plan.kinds()))
                        .days(RandomDays.days(province))
                        .days(RandomDays.days(city))
                        .build()
                        .contentHash())
                .isEqualTo(layered.contentHash());
    }

    @Property(tries = 300)
    void overlays_are_associative_with_each_other_and_with_a_calendar(
            @ForAll("plans") RandomDays plan,
            @ForAll("kinds") Map<LocalDate, DayKind> a,
            @ForAll("kinds") Map<LocalDate, DayKind> b,
            @ForAll("kinds") Map<LocalDate, DayKind> c) {
        CalendarOverlay province = RandomDays.overlay("province", a);
        CalendarOverlay city = RandomDays.overlay("city", b);
        CalendarOverlay office = RandomDays.overlay("office", c);
        assertThat(office.over(city.over(province)))
                .isEqualTo(office.over(city).over(province))
                .hasSameHashCodeAs(office.over(city).over(province));
        WorkingCalendar country = plan.calendar();
        assertThat(country.with(province).with(city).with(office))
                .isEqualTo(country.with(office.over(city).over(province)))
                .isEqualTo(country.with(province).with(office.over(city)));
    }

    @Property(tries = 300)
    void an_overlay_over_itself_is_itself_even_with_others_between(
            @ForAll("plans") RandomDays plan,
            @ForAll("kinds") Map<LocalDate, DayKind> a,
            @ForAll("kinds") Map<LocalDate, DayKind> b) {
        CalendarOverlay province = RandomDays.overlay("province", a);
        CalendarOverlay city = RandomDays.overlay("city", b);
        assertThat(province.over(province)).isEqualTo(province);
        assertThat(province.over(city).over(province)).isEqualTo(province.over(city));
        WorkingCalendar country = plan.calendar();
        assertThat(country.with(province).with(province)).isEqualTo(country.with(province));
    }

    @Property(tries = 300)
    void an_overlay_that_inherits_every_day_changes_none(
            @ForAll("plans") RandomDays plan, @ForAll("kinds") Map<LocalDate, DayKind> a) {
        Map<LocalDate, DayKind> nothing = new HashMap<>();
        a.keySet().forEach(date -> nothing.put(date, DayKind.INHERIT));
        CalendarOverlay inherit = RandomDays.overlay("inherit", nothing);
        CalendarOverlay province = RandomDays.overlay("province", a);
        assertThat(inherit.days()).isEmpty();
        assertThat(inherit.over(province).days())
                .isEqualTo(province.days())
                .isEqualTo(province.over(inherit).days());
        WorkingCalendar country = plan.calendar();
        assertThat(country.with(inherit).contentHash()).isEqualTo(country.contentHash());
    }

    @Test
    void the_order_counts_where_two_layers_name_the_same_day() {
        LocalDate saturday = LocalDate.of(2026, 3, 7);
        CalendarOverlay off = CalendarOverlay.of("off", "1", List.of(day(saturday, DayKind.HOLIDAY)));
        CalendarOverlay on = CalendarOverlay.of("on", "1", List.of(day(saturday, DayKind.WORKDAY)));
        WorkingCalendar china = WorkingCalendar.china();
        assertThat(china.with(off).with(on).isWorkingDay(saturday)).isTrue();
        assertThat(china.with(on).with(off).isWorkingDay(saturday)).isFalse();
    }

    /** Country, Guangxi, Nanning, a county's service hall. */
    @Test
    void a_department_works_by_its_countrys_its_provinces_its_citys_and_its_own_days() {
        Label festival = Label.of("壮族三月三", "Sanyuesan Festival of the Zhuang");
        String notice = "广西壮族自治区人民政府办公厅通知 (an example)";
        CalendarOverlay guangxi = CalendarOverlay.of(
                "guangxi",
                "2026",
                List.of(
                        new SpecialDay(LocalDate.of(2026, 4, 20), DayKind.HOLIDAY, festival, notice),
                        new SpecialDay(LocalDate.of(2026, 4, 21), DayKind.HOLIDAY, festival, notice),
                        new SpecialDay(LocalDate.of(2026, 4, 18), DayKind.WORKDAY, festival, notice)));
        CalendarOverlay nanning = CalendarOverlay.of(
                "nanning",
                "1",
                List.of(new SpecialDay(
                        LocalDate.of(2026, 4, 17), DayKind.HOLIDAY, Label.of("台风停工", "typhoon"), "a city's order")));
        CalendarOverlay hall = CalendarOverlay.of(
                "hall",
                "1",
                List.of(new SpecialDay(
                        LocalDate.of(2026, 4, 21), DayKind.WORKDAY, Label.of("窗口值班", "counter on duty"), "")));
        LocalDate received = LocalDate.of(2026, 4, 16);
        WorkingCalendar country = WorkingCalendar.china();
        WorkingCalendar province = country.with(guangxi);
        WorkingCalendar city = province.with(nanning);
        WorkingCalendar department = city.with(hall);
        assertThat(country.plusWorkingDays(received, 3)).isEqualTo(LocalDate.of(2026, 4, 21));
        assertThat(province.plusWorkingDays(received, 3)).isEqualTo(LocalDate.of(2026, 4, 22)); // 17, 18, 22
        assertThat(city.plusWorkingDays(received, 3)).isEqualTo(LocalDate.of(2026, 4, 23)); // 18, 22, 23
        assertThat(department.plusWorkingDays(received, 3)).isEqualTo(LocalDate.of(2026, 4, 22)); // 18, 21, 22
        assertThat(department.identity()).isEqualTo("china+guangxi+nanning+hall@2026+2026+1+1");
        assertThat(department).isEqualTo(country.with(hall.over(nanning).over(guangxi)));
        assertThat(department.day(LocalDate.of(2026, 4, 18)))
                .isEqualTo(new CalendarDay(
                        LocalDate.of(2026, 4, 18),
                        DayReason.MAKE_UP_WORKDAY,
                        Optional.of(guangxi.days().get(0)),
                        Certainty.SETTLED));
        assertThat(department.day(LocalDate.of(2026, 10, 1)).special())
                .isEqualTo(country.day(LocalDate.of(2026, 10, 1)).special());
    }

    @Test
    void a_composed_calendar_keeps_range_horizon_base_week_and_strictness() {
        RandomDays plan = new RandomDays(Set.of(DayOfWeek.FRIDAY), Map.of());
        CalendarOverlay overlay = RandomDays.overlay(
                "office", Map.of(RandomDays.FIRST, DayKind.WORKDAY, RandomDays.LAST, DayKind.HOLIDAY));
        WorkingCalendar composed = plan.calendar().strict().with(overlay);
        assertThat(composed.first()).isEqualTo(RandomDays.FIRST);
        assertThat(composed.last()).isEqualTo(RandomDays.LAST);
        assertThat(composed.settledUntil()).isEqualTo(RandomDays.SETTLED);
        assertThat(composed.week()).isEqualTo(plan.week());
        assertThat(composed.isStrict()).isTrue();
        assertThat(plan.calendar().with(overlay).isStrict()).isFalse();
    }

    @Test
    void an_overlay_outside_the_known_range_is_refused_with_all_its_days_outside() {
        CalendarOverlay overlay = CalendarOverlay.of(
                "fujian",
                "1",
                List.of(
                        day(LocalDate.of(2003, 12, 31), DayKind.HOLIDAY),
                        day(LocalDate.of(2004, 1, 1), DayKind.HOLIDAY),
                        day(LocalDate.of(2026, 12, 31), DayKind.HOLIDAY),
                        day(LocalDate.of(2027, 1, 1), DayKind.HOLIDAY)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingCalendar.china().with(overlay))
                .withMessage("overlay fujian@1 must name days from 2004-01-01 to 2026-12-31, the range of calendar"
                        + " china@2026, but named [2003-12-31, 2027-01-01]");
    }

    @Test
    void an_overlay_has_a_plain_id_and_version_and_each_day_once() {
        LocalDate date = LocalDate.of(2026, 3, 7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalendarOverlay.of("a+b", "1", List.of()))
                .withMessageContaining("a+b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalendarOverlay.of("a", "", List.of()))
                .withMessageContaining("version");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        CalendarOverlay.of("a", "1", List.of(day(date, DayKind.HOLIDAY), day(date, DayKind.INHERIT))))
                .withMessageContaining("2026-03-07 twice");
        assertThat(CalendarOverlay.of("a", "1", List.of(day(date, DayKind.HOLIDAY))))
                .hasToString("CalendarOverlay a@1 of 1 days")
                .isNotEqualTo(CalendarOverlay.of("b", "1", List.of(day(date, DayKind.HOLIDAY))))
                .isNotEqualTo(CalendarOverlay.of("a", "2", List.of(day(date, DayKind.HOLIDAY))))
                .isNotEqualTo(CalendarOverlay.of("a", "1", List.of(day(date, DayKind.WORKDAY))));
    }

    @Test
    void overlays_of_other_names_have_other_hash_codes() {
        assertThat(Stream.of("a@1", "a@2", "b@1", "b@2")
                        .map(name -> CalendarOverlay.of(name.substring(0, 1), name.substring(2), List.of())
                                .hashCode())
                        .distinct())
                .hasSize(4);
    }

    @Test
    void a_calendar_whose_id_and_version_have_not_as_many_parts_is_one_layer() {
        CalendarOverlay office = RandomDays.overlay("office", Map.of());
        WorkingCalendar odd = WorkingCalendar.builder("a+b", "1")
                .first(RandomDays.FIRST)
                .last(RandomDays.LAST)
                .settledUntil(RandomDays.SETTLED)
                .build();
        assertThat(odd.with(office).identity()).isEqualTo("a+b+office@1+1");
    }

    private static SpecialDay day(LocalDate date, DayKind kind) {
        return new SpecialDay(date, kind, Label.of("日", "day"), "");
    }

    @Provide
    Arbitrary<RandomDays> plans() {
        return RandomDays.any();
    }

    @Provide
    Arbitrary<Map<LocalDate, DayKind>> kinds() {
        return RandomDays.anyKinds();
    }

    @Provide
    Arbitrary<LocalDate> inRange() {
        return RandomDays.inRange();
    }
}
