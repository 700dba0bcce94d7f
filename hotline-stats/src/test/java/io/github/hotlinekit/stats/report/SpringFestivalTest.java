package io.github.hotlinekit.stats.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SpringFestivalTest {

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    /**
     * Where ICU is wrong: its new moon is some minutes off, and these are as few from midnight (see ICU-23274).
     * The Hong Kong Observatory's calendar of 2027 has 6 February.
     */
    private static final Map<Integer, LocalDate> ICU_ELSEWHERE =
            Map.of(2027, LocalDate.of(2027, 2, 7), 2030, LocalDate.of(2030, 2, 2));

    @Test
    void every_year_of_the_table_begins_as_in_icu_but_for_two() {
        int compared = 0;
        for (int year = 1990; year <= 2060; year++) {
            LocalDate expected = Objects.requireNonNullElse(ICU_ELSEWHERE.get(year), first(year));
            assertThat(inIcu(expected)).as("%d", year).isTrue();
            assertThat(ICU_ELSEWHERE.containsKey(year) || first(year).equals(expected))
                    .isTrue();
            compared++;
        }
        assertThat(compared).isEqualTo(71);
    }

    @Test
    void every_year_begins_on_the_day_of_a_new_moon_in_china() {
        for (int year = 1990; year <= 2060; year++) {
            LocalDate first = first(year);
            long lunation =
                    Math.round((first.toEpochDay() - LocalDate.of(2000, 1, 6).toEpochDay()) / 29.530588861);
            assertThat(newMoon(lunation).atOffset(CHINA).toLocalDate())
                    .as("%d, new moon at %s", year, newMoon(lunation))
                    .isEqualTo(first);
        }
    }

    @Test
    void outside_the_table_nothing_is_known() {
        assertThat(SpringFestival.newYear(1989)).isEmpty();
        assertThat(SpringFestival.newYear(2061)).isEmpty();
        assertThat(SpringFestival.daysFrom(LocalDate.of(1989, 12, 31))).isEmpty();
        assertThat(SpringFestival.sameDay(LocalDate.of(2061, 1, 1), 2020)).isEmpty();
        assertThat(SpringFestival.sameDay(LocalDate.of(2020, 1, 1), 2061)).isEmpty();
    }

    @Test
    void new_years_eve_is_compared_with_new_years_eve() {
        assertThat(SpringFestival.daysFrom(LocalDate.of(2026, 2, 16))).hasValue(-1);
        assertThat(SpringFestival.daysFrom(LocalDate.of(2026, 2, 17))).hasValue(0);
        assertThat(SpringFestival.sameDay(LocalDate.of(2026, 2, 16), 2025)).contains(LocalDate.of(2025, 1, 28));
    }

    @Property(tries = 300)
    void the_same_day_of_another_year_is_as_far_from_its_first_and_the_way_back_leads_back(
            @ForAll @IntRange(min = 1990, max = 2060) int year,
            @ForAll @IntRange(min = 1990, max = 2060) int other,
            @ForAll @IntRange(min = -20, max = 300) int days) {
        LocalDate day = first(year).plusDays(days);
        LocalDate same = SpringFestival.sameDay(day, other).orElseThrow();
        assertThat(SpringFestival.daysFrom(day)).hasValue(days);
        assertThat(SpringFestival.daysFrom(same)).hasValue(days);
        assertThat(SpringFestival.sameDay(same, year)).contains(day);
    }

    private static LocalDate first(int year) {
        return SpringFestival.newYear(year).orElseThrow();
    }

    private static boolean inIcu(LocalDate day) {
        ChineseCalendar calendar = new ChineseCalendar(TimeZone.getTimeZone("Asia/Shanghai"), ULocale.CHINA);
        calendar.setTimeInMillis(day.atTime(12, 0).toInstant(CHINA).toEpochMilli());
        return calendar.get(Calendar.MONTH) == 0
                && calendar.get(ChineseCalendar.IS_LEAP_MONTH) == 0
                && calendar.get(Calendar.DAY_OF_MONTH) == 1;
    }

    /**
     * The time of a new moon, to about a minute: Meeus, Astronomical Algorithms (2nd ed. 1998), chapter 49, with
     * its larger terms, and a dynamical time 70 seconds ahead.
     */
    private static Instant newMoon(long k) {
        double t = k / 1236.85;
        double e = 1 - 0.002516 * t - 0.0000074 * t * t;
        double sun = Math.toRadians(2.5534 + 29.10535670 * k - 0.0000014 * t * t);
        double moon = Math.toRadians(201.5643 + 385.81693528 * k + 0.0107582 * t * t);
        double f = Math.toRadians(160.7108 + 390.67050284 * k - 0.0016118 * t * t);
        double node = Math.toRadians(124.7746 - 1.56375588 * k + 0.0020672 * t * t);
        double day = 2451550.09766
                + 29.530588861 * k
                + 0.00015437 * t * t
                - 0.40720 * Math.sin(moon)
                + 0.17241 * e * Math.sin(sun)
                + 0.01608 * Math.sin(2 * moon)
                + 0.01039 * Math.sin(2 * f)
                + 0.00739 * e * Math.sin(moon - sun)
                - 0.00514 * e * Math.sin(moon + sun)
                + 0.00208 * e * e * Math.sin(2 * sun)
                - 0.00111 * Math.sin(moon - 2 * f)
                - 0.00057 * Math.sin(moon + 2 * f)
                + 0.00056 * e * Math.sin(2 * moon + sun)
                - 0.00042 * Math.sin(3 * moon)
                + 0.00042 * e * Math.sin(sun + 2 * f)
                + 0.00038 * e * Math.sin(sun - 2 * f)
                - 0.00024 * e * Math.sin(2 * moon - sun)
                - 0.00017 * Math.sin(node)
                - 0.00007 * Math.sin(moon + 2 * sun)
                + 0.000325 * Math.sin(Math.toRadians(299.77 + 0.107408 * k - 0.009173 * t * t))
                + 0.000165 * Math.sin(Math.toRadians(251.88 + 0.016321 * k))
                + 0.000164 * Math.sin(Math.toRadians(251.83 + 26.651886 * k))
                + 0.000126 * Math.sin(Math.toRadians(349.42 + 36.412478 * k))
                + 0.000110 * Math.sin(Math.toRadians(84.66 + 18.206239 * k));
        return Instant.ofEpochSecond(Math.round((day - 2440587.5) * 86400) - 70);
    }
}
