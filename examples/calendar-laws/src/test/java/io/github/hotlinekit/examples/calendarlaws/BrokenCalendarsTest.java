package io.github.hotlinekit.examples.calendarlaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The laws catch two calendars as they are found in the field, and say which law is broken and by what. */
class BrokenCalendarsTest {

    /** Not found by name as a test, since its laws are meant to fail. */
    static final class Rolling extends CityCalendarLaws {

        Rolling() {
            super(new RollingCalendar());
        }
    }

    /** Not found by name as a test, since its laws are meant to fail. */
    static final class Forgetful extends CityCalendarLaws {

        Forgetful() {
            super(new ForgetfulCalendar());
        }
    }

    /** The laws by name, each with what the engine reported of it. */
    private static final class Report implements TestExecutionListener {

        private final Map<String, TestExecutionResult> laws = new TreeMap<>();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(source -> ((MethodSource) source).getMethodName())
                    .ifPresent(name -> laws.put(name, result));
        }

        private Set<String> broken() {
            return laws.entrySet().stream()
                    .filter(law -> law.getValue().getStatus() == Status.FAILED)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }

        private String failure(String law) {
            return Optional.ofNullable(laws.get(law))
                    .flatMap(TestExecutionResult::getThrowable)
                    .map(Throwable::toString)
                    .orElse("");
        }
    }

    private static Report run(Class<?> laws) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(laws))
                .filters(EngineFilter.includeEngines("jqwik"))
                // What fails on purpose is neither remembered nor printed.
                .configurationParameter("jqwik.database", "")
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .build();
        Report report = new Report();
        LauncherFactory.create().execute(request, report);
        assertThat(report.laws).hasSize(13);
        return report;
    }

    /** Laws try random days: one in many runs does not come upon the days that a law needs, so a few may follow the first. */
    private static Set<String> brokenInSomeRun(Class<?> laws, Report first, int expected) {
        Set<String> broken = new HashSet<>(first.broken());
        for (int more = 0; more < 9 && broken.size() < expected; more++) {
            broken.addAll(run(laws).broken());
        }
        return broken;
    }

    @Test
    void a_calendar_that_keeps_the_laws_passes_all_of_them() {
        assertThat(run(CityCalendarTest.class).broken()).isEmpty();
    }

    @Test
    void a_calendar_that_rolls_a_day_off_before_it_counts_is_caught_by_five_laws() {
        Report report = run(Rolling.class);
        assertThat(brokenInSomeRun(Rolling.class, report, 5))
                .containsExactlyInAnyOrder(
                        "adding_equals_walking_day_by_day",
                        "adding_is_within_reach_just_if_that_many_days_are_counted",
                        "counting_inverts_adding",
                        "adding_what_was_counted_ends_on_the_last_working_day_counted",
                        "going_there_and_back_ends_on_the_working_day_next_to_the_start");
        assertThat(report.failure("counting_inverts_adding"))
                .matches(
                        "(?s).*the working days after \\S+ up to \\S+, where the latter is \\S+ plus (\\d+) working days"
                                + " must be \\1, but was \\d+.*");
    }

    @Test
    void a_calendar_that_forgets_make_up_workdays_when_it_adds_is_caught_by_six_laws() {
        assertThat(brokenInSomeRun(Forgetful.class, run(Forgetful.class), 6))
                .containsExactlyInAnyOrder(
                        "adding_equals_walking_day_by_day",
                        "adding_is_within_reach_just_if_that_many_days_are_counted",
                        "counting_inverts_adding",
                        "adding_what_was_counted_ends_on_the_last_working_day_counted",
                        "offsets_of_both_signs_add_up_from_a_working_day_or_when_more_is_added_than_taken",
                        "going_there_and_back_ends_on_the_working_day_next_to_the_start");
    }
}
