package io.github.hotlinekit.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {

    @Property
    void a_period_is_read_as_it_is_written(
            @ForAll @IntRange(max = 1_439) int from, @ForAll @IntRange(min = 1, max = 1_440) int length) {
        OpeningPeriod period = new OpeningPeriod(from, from + length);
        assertThat(OpeningPeriod.parse(period.toString())).isEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource({
        "08:30-12:00,510,720",
        "14:00-24:00,840,1440",
        "22:00-06:00,1320,1800",
        "22:00-00:00,1320,1440",
        "00:00-24:00,0,1440",
        "08:00-08:00,480,1920"
    })
    void texts_name_minutes_of_the_day(String text, int from, int to) {
        assertThat(OpeningPeriod.parse(text)).isEqualTo(new OpeningPeriod(from, to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8:30-12:00", "08:30", "08:30-12:60", "24:00-06:00", "08:30-24:01", "08:30–12:00"})
    void other_texts_are_refused_and_quoted(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpeningPeriod.parse(text))
                .withMessageContaining("\"" + text + "\"");
    }

    @ParameterizedTest
    @CsvSource({"-1,5", "1440,1500", "600,600", "600,599", "600,2041"})
    void a_period_is_within_a_day_of_its_start(int from, int to) {
        assertThatIllegalArgumentException().isThrownBy(() -> new OpeningPeriod(from, to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00:00-00:01", "09:59-10:00", "10:00-10:10", "10:09-11:11", "22:10-06:09", "23:59-00:00"})
    void a_text_has_two_digits_for_each_number(String text) {
        String written = text.replace("-00:00", "-24:00");
        assertThat(OpeningPeriod.parse(text)).hasToString(written);
    }

    @Test
    void periods_are_in_the_order_of_their_starts_and_then_of_their_ends() {
        List<OpeningPeriod> ordered = List.of(
                OpeningPeriod.parse("08:00-09:00"),
                OpeningPeriod.parse("08:00-10:00"),
                OpeningPeriod.parse("08:30-09:00"),
                OpeningPeriod.parse("08:30-06:00"));
        for (int i = 0; i < ordered.size(); i++) {
            for (int k = 0; k < ordered.size(); k++) {
                assertThat(Integer.signum(ordered.get(i).compareTo(ordered.get(k))))
                        .isEqualTo(Integer.compare(i, k));
            }
        }
    }

    @Test
    void periods_of_a_day_are_in_order_and_may_touch_but_not_overlap() {
        assertThat(OpeningHours.of("13:30-17:30", "08:30-12:00", "12:00-13:30").workingDays())
                .hasToString("[08:30-12:00, 12:00-13:30, 13:30-17:30]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpeningHours.of("08:30-12:00", "11:59-13:00"))
                .withMessageContaining("08:30-12:00")
                .withMessageContaining("11:59-13:00");
        assertThatIllegalArgumentException().isThrownBy(() -> OpeningHours.of("20:00-02:00", "23:00-24:00"));
    }

    @Test
    void the_most_particular_rule_counts() {
        LocalDate date = LocalDate.of(2026, 12, 31);
        List<OpeningPeriod> working = List.of(OpeningPeriod.parse("08:00-09:00"));
        List<OpeningPeriod> rest = List.of(OpeningPeriod.parse("09:00-10:00"));
        List<OpeningPeriod> thursdays = List.of(OpeningPeriod.parse("10:00-11:00"));
        List<OpeningPeriod> winter = List.of(OpeningPeriod.parse("11:00-12:00"));
        List<OpeningPeriod> own = List.of(OpeningPeriod.parse("12:00-13:00"));
        OpeningHours hours = new OpeningHours(
                working,
                rest,
                Map.of(DayOfWeek.THURSDAY, thursdays),
                List.of(new OpeningHours.Season(MonthDay.of(12, 1), MonthDay.of(2, 29), winter)),
                Map.of(date, own));
        assertThat(hours.on(date, true)).isEqualTo(own);
        assertThat(hours.on(date, false)).isEqualTo(own);
        assertThat(hours.on(LocalDate.of(2026, 12, 24), true)).isEqualTo(winter);
        assertThat(hours.on(LocalDate.of(2026, 12, 1), true)).isEqualTo(winter);
        assertThat(hours.on(LocalDate.of(2027, 2, 28), true)).isEqualTo(winter);
        assertThat(hours.on(LocalDate.of(2027, 3, 1), true)).isEqualTo(working);
        assertThat(hours.on(LocalDate.of(2026, 11, 30), true)).isEqualTo(working);
        assertThat(hours.on(LocalDate.of(2026, 12, 24), false)).isEqualTo(rest);
        assertThat(hours.on(LocalDate.of(2026, 11, 26), true)).isEqualTo(thursdays);
        assertThat(OpeningHours.ALWAYS.on(date, false)).hasToString("[00:00-24:00]");
    }
}
