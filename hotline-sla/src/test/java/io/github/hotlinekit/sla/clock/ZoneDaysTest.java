package io.github.hotlinekit.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneDaysTest {

    private static final List<Instant> FAR = List.of(
            Instant.EPOCH,
            Instant.parse("0001-01-01T00:00:00Z"),
            Instant.parse("1900-06-30T23:59:59.999999999Z"),
            Instant.parse("2026-07-01T03:59:59.999999999Z"), // midnight of New York in summer
            Instant.parse("2026-07-01T04:00:00Z"),
            Instant.parse("2026-12-31T15:59:59.999999999Z"),
            Instant.parse("2026-12-31T16:00:00Z"),
            Instant.parse("9999-12-31T00:00:00Z"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Asia/Shanghai",
                "America/New_York",
                "America/Sao_Paulo",
                "Pacific/Apia",
                "Asia/Kathmandu",
                "Africa/Monrovia",
                "UTC",
                "+03:30",
                "-11:15"
            })
    void days_begin_and_end_as_the_zone_has_it_around_each_change_of_its_offset(String name) {
        ZoneId zone = ZoneId.of(name);
        ZoneDays days = new ZoneDays(zone);
        for (Instant far : FAR) {
            assertAsTheZoneHasIt(days, zone, far);
        }
        for (ZoneOffsetTransition change : zone.getRules().getTransitions()) {
            for (int hours = -72; hours <= 72; hours++) {
                Instant near = change.getInstant().plusSeconds(hours * 3_600L);
                assertAsTheZoneHasIt(days, zone, near.minusNanos(1));
                assertAsTheZoneHasIt(days, zone, near);
            }
        }
    }

    private static void assertAsTheZoneHasIt(ZoneDays days, ZoneId zone, Instant instant) {
        LocalDate date = instant.atZone(zone).toLocalDate();
        assertThat(days.of(instant)).as("day of %s", instant).isEqualTo(date);
        assertThat(days.startOf(date))
                .as("start of %s", date)
                .isEqualTo(date.atStartOfDay(zone).toInstant());
        assertThat(days.endOf(date))
                .as("end of %s", date)
                .isEqualTo(date.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
