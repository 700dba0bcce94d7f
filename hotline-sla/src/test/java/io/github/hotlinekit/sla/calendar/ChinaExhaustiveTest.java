package io.github.hotlinekit.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * China's calendar against walking day by day, for offsets of -60 to 400. From one start day of how many is {@code
 * hotline.proof.step}: 1 for all of 2004 to 2026.
 */
@Tag("proof")
class ChinaExhaustiveTest {

    private static final int STEP = Integer.getInteger("hotline.proof.step", 13);
    private static final int BACK = 60;
    private static final int FORTH = 400;
    private static final LocalDate FIRST = LocalDate.of(2004, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private final WorkingCalendar china = WorkingCalendar.china();
    private final NaiveCalendar naive = naive();

    @Test
    void from_every_start_day_every_offset_leads_where_walking_leads() {
        long checked = 0;
        for (LocalDate d = FIRST; !d.isAfter(LAST); d = d.plusDays(STEP)) {
            LocalDate forward = d;
            LocalDate back = d;
            for (int n = 1; n <= FORTH; n++) {
                forward = naive.plusWorkingDays(forward, 1);
                equal(d, n, forward);
                checked++;
                if (n <= BACK) {
                    back = naive.plusWorkingDays(back, -1);
                    equal(d, -n, back);
                    checked++;
                }
            }
            equal(d, 0, d);
            checked++;
        }
        System.out.println("working days of China: " + checked + " offsets");
        assertThat(checked).isGreaterThanOrEqualTo((long) (BACK + FORTH + 1) * (8_401 / STEP));
    }

    private void equal(LocalDate from, int n, LocalDate expected) {
        if (!china.plusWorkingDays(from, n).equals(expected)) { // no message is made four million times
            assertThat(china.plusWorkingDays(from, n)).as(from + " + " + n).isEqualTo(expected);
        }
    }

    @Test
    void from_every_start_day_both_counts_are_what_walking_counts() {
        for (LocalDate a = FIRST; !a.isAfter(LAST); a = a.plusDays(STEP)) {
            long from = 0;
            long between = 0;
            for (LocalDate b = a; !b.isAfter(a.plusDays(FORTH)); b = b.plusDays(1)) {
                if (b.isAfter(a)) {
                    between += naive.isWorkingDay(b) ? 1 : 0;
                }
                if (china.workingDaysBetween(a, b) != between
                        || china.workingDaysBetween(b, a) != -between
                        || china.workingDaysFrom(a, b) != from
                        || china.workingDaysFrom(b, a) != -from) {
                    assertThat(china.workingDaysBetween(a, b))
                            .as("(" + a + ", " + b + "]")
                            .isEqualTo(between);
                    assertThat(china.workingDaysBetween(b, a))
                            .as("(" + b + ", " + a + "]")
                            .isEqualTo(-between);
                    assertThat(china.workingDaysFrom(a, b))
                            .as("[" + a + ", " + b + ")")
                            .isEqualTo(from);
                    assertThat(china.workingDaysFrom(b, a))
                            .as("[" + b + ", " + a + ")")
                            .isEqualTo(-from);
                }
                from += naive.isWorkingDay(b) ? 1 : 0;
            }
        }
    }

    private static NaiveCalendar naive() {
        Map<LocalDate, DayKind> special = new HashMap<>();
        try (InputStream in = WorkingCalendar.class.getResourceAsStream("china-public-holidays.csv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 3))
                    .forEach(cells -> special.put(LocalDate.parse(cells[0]), DayKind.valueOf(cells[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(special).hasSize(766);
        return new NaiveCalendar(special);
    }
}
