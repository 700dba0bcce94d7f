package io.github.hotlinekit.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is measured side by side has the same answers. */
class CalendarBenchmarkTest {

    @Test
    void all_that_are_measured_side_by_side_lead_to_the_same_days() {
        CalendarBenchmark hotline = benchmark();
        CalendarBenchmark strata = benchmark();
        CalendarBenchmark walk = benchmark();
        for (int i = 0; i < 1_024; i++) {
            assertThat(hotline.isWorkingDayHotline()).isEqualTo(strata.isWorkingDayStrata());
            assertThat(hotline.countYearHotline()).isEqualTo(strata.countYearStrata());
            walk.isHolidayJollyday();
            walk.isHolidayJollyday();
            assertThat(hotline.plus003Hotline())
                    .isEqualTo(strata.plus003Strata())
                    .isEqualTo(walk.plus003Walk());
            assertThat(hotline.plus030Hotline())
                    .isEqualTo(strata.plus030Strata())
                    .isEqualTo(walk.plus030Walk());
            assertThat(hotline.plus250Hotline())
                    .isEqualTo(strata.plus250Strata())
                    .isEqualTo(walk.plus250Walk());
            assertThat(hotline.plus003HotlineStrict())
                    .isEqualTo(strata.plus003Strata())
                    .isEqualTo(walk.plus003HotlineProject().date());
        }
    }

    private static CalendarBenchmark benchmark() {
        CalendarBenchmark benchmark = new CalendarBenchmark();
        benchmark.setUp();
        return benchmark;
    }
}
