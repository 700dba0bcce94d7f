package io.github.hotlinekit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.stats.ledger.PeriodUnit;
import io.github.hotlinekit.stats.ledger.Window;
import io.github.hotlinekit.stats.report.ReportKind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {

    @Test
    void a_period_is_read_from_its_key_and_from_any_day_in_it() {
        for (ReportKind kind : ReportKind.values()) {
            if (kind.unit().isEmpty()) {
                continue;
            }
            PeriodUnit unit = kind.unit().get();
            for (LocalDate day = LocalDate.of(2012, 12, 1);
                    day.isBefore(LocalDate.of(2017, 2, 1));
                    day = day.plusDays(1)) {
                Window window = Window.of(unit, day);
                assertThat(Periods.parse(kind, unit.keyOf(day))).contains(window);
                assertThat(Periods.parse(kind, day.toString())).contains(window);
                Window last = Periods.lastBefore(unit, day);
                assertThat(last.until()).isEqualTo(window.from());
            }
        }
    }

    @Test
    void days_of_a_special_report_are_the_first_and_the_last() {
        assertThat(Periods.parse(ReportKind.SPECIAL, "2015-03-01/2015-04-30"))
                .contains(Window.of(LocalDate.of(2015, 3, 1), LocalDate.of(2015, 5, 1)));
        assertThat(Periods.parse(ReportKind.SPECIAL, "2015-03-01/2015-03-01"))
                .map(Window::days)
                .contains(1L);
    }

    @ParameterizedTest
    @CsvSource({
        "WEEKLY, 2015-W54",
        "WEEKLY, 2015-W00",
        "WEEKLY, 2014-W53",
        "WEEKLY, 2015-06",
        "MONTHLY, 2015-13",
        "MONTHLY, 2015-6",
        "MONTHLY, 2015",
        "QUARTERLY, 2015-Q5",
        "QUARTERLY, 2015Q1",
        "ANNUAL, 15",
        "ANNUAL, 20155",
        "ANNUAL, 2015-02-29",
        "SPECIAL, 2015-03-01",
        "SPECIAL, 2015-03-02/2015-03-01",
        "SPECIAL, /2015-03-01",
        "SPECIAL, 2015-03-01/",
        "MONTHLY, ''",
        "SPECIAL, ''"
    })
    void what_is_no_period_of_the_kind_is_refused(ReportKind kind, String text) {
        assertThat(Periods.parse(kind, text)).isEmpty();
    }
}
