package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.cases.Attribution;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.cases.Resolution;
import io.github.hotlinekit.core.cases.Satisfaction;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import io.github.hotlinekit.stats.metric.CallbackOutcome;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.CaseOutcome;
import io.github.hotlinekit.stats.metric.Phase;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DimensionTest {

    private static final Dimension OWN =
            Dimension.of("own", Label.of("自定", "own"), f -> f.respondent().orElse("none"));

    private static final List<Dimension> ALL = Stream.concat(
                    Specs.DIMENSIONS.stream(),
                    Stream.of(Dimension.period(PeriodUnit.DAY, ZoneId.of("America/New_York")), OWN))
            .toList();

    private static CaseFact fact(CaseOutcome outcome) {
        return CaseFact.builder()
                .number(CaseNumber.of("N1"))
                .received(Instant.parse("2026-03-31T18:00:00Z"))
                .channel(Channel.WECHAT)
                .outcome(outcome)
                .build();
    }

    private static CaseFact full() {
        return fact(CaseOutcome.builder()
                        .kind(CaseKind.COMPLAINT)
                        .state(CaseState.CLOSED)
                        .callback(CallbackOutcome.ANSWERED)
                        .satisfaction(Satisfaction.VERY_SATISFIED)
                        .resolution(Resolution.PARTLY)
                        .build())
                .toBuilder()
                .due(Instant.parse("2026-12-31T15:59:59Z"))
                .priority(Priority.URGENT)
                .requesterType(RequesterType.MIGRANT_WORKER)
                .attribution(Attribution.COMPANY)
                .category(CategoryCode.of("03.02.05"))
                .area(AreaCode.of("350581001"))
                .lead(DepartmentCode.of("D1"))
                .assisting(List.of(DepartmentCode.of("D2"), DepartmentCode.of("D3")))
                .respondent("公司")
                .build();
    }

    @Test
    void the_keys_of_a_case_are_its_codes_cut_where_they_are_to_be_cut() {
        Map<String, List<String>> keys = new TreeMap<>();
        ALL.forEach(d -> keys.put(d.id(), d.keys(full(), TimeBasis.RECEIVED)));
        assertThat(keys)
                .containsEntry("period/DAY/Asia/Shanghai", List.of("2026-04-01"))
                .containsEntry("period/DAY/America/New_York", List.of("2026-03-31"))
                .containsEntry("period/ISO_WEEK/Asia/Shanghai", List.of("2026-W14"))
                .containsEntry("period/MONTH/Asia/Shanghai", List.of("2026-04"))
                .containsEntry("period/QUARTER/Asia/Shanghai", List.of("2026-Q2"))
                .containsEntry("period/YEAR/Asia/Shanghai", List.of("2026"))
                .containsEntry("kind", List.of("complaint"))
                .containsEntry("channel", List.of("wechat"))
                .containsEntry("priority", List.of("urgent"))
                .containsEntry("requesterType", List.of("migrantWorker"))
                .containsEntry("attribution", List.of("company"))
                .containsEntry("state", List.of("closed"))
                .containsEntry("grade", List.of("verySatisfied"))
                .containsEntry("resolution", List.of("partly"))
                .containsEntry("category", List.of("03.02.05"))
                .containsEntry("category/1", List.of("03"))
                .containsEntry("category/2", List.of("03.02"))
                .containsEntry("area", List.of("350581001"))
                .containsEntry("area/6", List.of("350581"))
                .containsEntry("area/9", List.of("350581001"))
                .containsEntry("department", List.of("D1"))
                .containsEntry("respondent", List.of("公司"))
                .containsEntry("own", List.of("公司"));
        assertThat(keys.get("assisting")).containsExactlyInAnyOrder("D2", "D3");
        assertThat(keys.get("participant")).containsExactlyInAnyOrder("D1", "D2", "D3");
        assertThat(keys).hasSameSizeAs(ALL);
    }

    @Test
    void a_case_of_which_there_is_nothing_to_say_has_the_empty_key_and_one_without_an_instant_no_period() {
        CaseFact bare = fact(CaseOutcome.builder()
                .kind(CaseKind.HELP)
                .state(CaseState.HANDLING)
                .build());
        for (Dimension dimension : List.of(
                Dimension.attribution(),
                Dimension.grade(),
                Dimension.resolution(),
                Dimension.category(),
                Dimension.category(1),
                Dimension.area(),
                Dimension.area(6),
                Dimension.department(),
                Dimension.assisting(),
                Dimension.participant(),
                Dimension.respondent())) {
            assertThat(dimension.keys(bare, TimeBasis.RECEIVED))
                    .as(dimension.id())
                    .containsExactly("");
        }
        assertThat(Specs.DAY.keys(bare, TimeBasis.DUE)).isEmpty();
        assertThat(Specs.DAY.keys(full(), TimeBasis.DUE)).containsExactly("2026-12-31");
    }

    @Test
    void a_lead_that_assists_too_takes_part_once() {
        CaseFact both = full().toBuilder().lead(DepartmentCode.of("D2")).build();
        assertThat(Dimension.participant().keys(both, TimeBasis.RECEIVED)).containsExactlyInAnyOrder("D2", "D3");
        CaseFact alone = full().toBuilder().assisting(List.of()).build();
        assertThat(Dimension.participant().keys(alone, TimeBasis.RECEIVED)).containsExactly("D1");
    }

    @Property(tries = 20)
    void a_ledger_has_just_the_cells_of_the_keys_of_its_cases(@ForAll long seed) {
        List<CaseFact> facts = Specs.facts(300, seed);
        LedgerSnapshot all = snapshot(ALL, facts);
        for (Dimension dimension : ALL) {
            assertThat(facts)
                    .allMatch(f -> dimension.keys(f, TimeBasis.DUE).stream().allMatch(dimension::isKey));
            Map<String, Long> expected = new TreeMap<>();
            facts.forEach(f -> dimension.keys(f, TimeBasis.RECEIVED).forEach(k -> expected.merge(k, 1L, Long::sum)));
            assertThat(volumes(all, dimension)).as(dimension.id()).isEqualTo(expected);
            LedgerSnapshot alone = snapshot(List.of(dimension), facts);
            assertThat(volumes(alone, dimension)).as(dimension.id()).isEqualTo(expected);
        }
    }

    private static LedgerSnapshot snapshot(List<Dimension> dimensions, List<CaseFact> facts) {
        List<Grouping> groupings = dimensions.stream().map(Grouping::of).toList();
        return Specs.ledger(LedgerSpec.of(List.of(), groupings), facts).snapshot();
    }

    private static Map<String, Long> volumes(LedgerSnapshot snapshot, Dimension dimension) {
        Map<String, Long> volumes = new TreeMap<>();
        for (LedgerRow row : snapshot.rows(Grouping.of(dimension))) {
            volumes.put(row.key().get(0), row.volume());
        }
        return volumes;
    }

    @Property(tries = 50)
    void a_key_that_rolls_up_is_that_of_the_coarser_dimension(@ForAll long seed) {
        List<CaseFact> facts = new ArrayList<>(Specs.facts(5, seed));
        facts.add(full());
        for (Dimension fine : ALL) {
            for (Dimension coarse : ALL) {
                fine.rollUpTo(coarse).ifPresent(way -> {
                    for (CaseFact fact : facts) {
                        assertThat(fine.keys(fact, TimeBasis.RECEIVED).stream().map(way))
                                .as("%s to %s", fine, coarse)
                                .isEqualTo(coarse.keys(fact, TimeBasis.RECEIVED));
                    }
                });
            }
        }
    }

    @Test
    void codes_roll_up_to_shorter_ones_of_their_own_kind_alone_and_each_dimension_to_itself() {
        Map<String, List<String>> coarser = new TreeMap<>();
        for (Dimension fine : ALL) {
            coarser.put(
                    fine.id(),
                    ALL.stream()
                            .filter(c -> !c.equals(fine) && fine.rollUpTo(c).isPresent())
                            .map(Dimension::id)
                            .toList());
            assertThat(fine.rollUpTo(fine).map(way -> way.apply("key"))).isEqualTo(Optional.of("key"));
        }
        coarser.values().removeIf(List::isEmpty);
        assertThat(coarser)
                .containsOnly(
                        Map.entry(
                                "period/DAY/Asia/Shanghai",
                                List.of(
                                        "period/ISO_WEEK/Asia/Shanghai",
                                        "period/MONTH/Asia/Shanghai",
                                        "period/QUARTER/Asia/Shanghai",
                                        "period/YEAR/Asia/Shanghai")),
                        Map.entry(
                                "period/MONTH/Asia/Shanghai",
                                List.of("period/QUARTER/Asia/Shanghai", "period/YEAR/Asia/Shanghai")),
                        Map.entry("period/QUARTER/Asia/Shanghai", List.of("period/YEAR/Asia/Shanghai")),
                        Map.entry("category", List.of("category/1", "category/2")),
                        Map.entry("category/2", List.of("category/1")),
                        Map.entry("area", List.of("area/6", "area/9")),
                        Map.entry("area/9", List.of("area/6")));
    }

    private static String age(CaseState state, UnaryOperator<CaseFact.Builder> time) {
        return Dimension.openAge(5, 10)
                .keys(withState(state, time), TimeBasis.RECEIVED)
                .get(0);
    }

    private static CaseFact withState(CaseState state, UnaryOperator<CaseFact.Builder> time) {
        return time.apply(full().toBuilder()
                        .outcome(CaseOutcome.builder()
                                .kind(CaseKind.HELP)
                                .state(state)
                                .build()))
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0-5",
        "7199, 0-5",
        "7200, 5-10",
        "14399, 5-10",
        "14400, 10-",
        "1000000, 10-",
    })
    void an_open_case_is_in_the_band_of_its_age_from_its_first_minute_on(int minutes, String key) {
        UnaryOperator<CaseFact.Builder> running = f -> f.running(Phase.TO_COMPLETION, minutes);
        assertThat(age(CaseState.HANDLING, running)).isEqualTo(key);
        assertThat(age(CaseState.REGISTERED, running)).isEqualTo(key);
        assertThat(age(CaseState.SUSPENDED, running)).isEqualTo("suspended");
        assertThat(age(CaseState.HANDLING, f -> f.took(Phase.TO_COMPLETION, minutes)))
                .isEmpty();
    }

    private static final WorkingCalendar CALENDAR = WorkingCalendar.china();
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Every day after that of the receipt and before that of the as-of instant, one by one. */
    private static int workingDaysOver(Instant received, Instant asOf) {
        LocalDate today = LocalDate.ofInstant(asOf, SHANGHAI);
        int days = 0;
        for (LocalDate day = LocalDate.ofInstant(received, SHANGHAI).plusDays(1);
                day.isBefore(today);
                day = day.plusDays(1)) {
            days += CALENDAR.isWorkingDay(day) ? 1 : 0;
        }
        return days;
    }

    @Property(tries = 2_000)
    void an_age_in_working_days_is_the_count_of_those_over_since_the_day_of_receipt(
            @ForAll @LongRange(min = 1_700_000_000L, max = 1_790_000_000L) long received,
            @ForAll @IntRange(min = 0, max = 100_000) int minutes) {
        Instant from = Instant.ofEpochSecond(received);
        Instant asOf = from.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(minutes + 1L));
        int measured = (int) Duration.between(from, asOf).toMinutes();
        CaseFact fact = withState(CaseState.HANDLING, f -> f.received(from).running(Phase.TO_COMPLETION, measured));
        int days = workingDaysOver(from, asOf);
        assertThat(Dimension.openAge(CALENDAR, SHANGHAI, days + 1).keys(fact, TimeBasis.RECEIVED))
                .containsExactly("0-" + (days + 1));
        if (days > 0) {
            assertThat(Dimension.openAge(CALENDAR, SHANGHAI, days).keys(fact, TimeBasis.RECEIVED))
                    .containsExactly(days + "-");
        }
    }

    @ParameterizedTest
    @CsvSource({
        // 2026-02-14 and 28 are worked, 15 to 23 are the spring festival
        "2026-02-13T02:00:20Z, 2026-02-13T16:00:00Z, 0-1",
        "2026-02-13T02:00:20Z, 2026-02-14T15:59:00Z, 0-1",
        "2026-02-13T02:00:20Z, 2026-02-14T16:00:00Z, 1-2",
        "2026-02-13T02:00:00Z, 2026-02-24T15:59:00Z, 1-2",
        "2026-02-13T02:00:59Z, 2026-02-24T16:00:00Z, 2-",
    })
    void a_working_day_is_over_with_its_last_minute_and_make_up_days_count(String received, String asOf, String band) {
        Instant from = Instant.parse(received);
        int minutes = (int) Duration.between(from, Instant.parse(asOf)).toMinutes();
        UnaryOperator<CaseFact.Builder> open = f -> f.received(from).running(Phase.TO_COMPLETION, minutes);
        Dimension age = Dimension.openAge(CALENDAR, SHANGHAI, 1, 2);
        assertThat(age.keys(withState(CaseState.HANDLING, open), TimeBasis.RECEIVED))
                .containsExactly(band);
        assertThat(age.keys(withState(CaseState.SUSPENDED, open), TimeBasis.RECEIVED))
                .containsExactly("suspended");
        assertThat(age.keys(
                        withState(CaseState.HANDLING, f -> f.took(Phase.TO_COMPLETION, minutes)), TimeBasis.RECEIVED))
                .containsExactly("");
    }

    @Test
    void an_age_in_working_days_leaves_out_days_that_no_calendar_has() {
        Dimension age = Dimension.openAge(CALENDAR, SHANGHAI, 1, 100_000);
        for (Instant received :
                List.of(Instant.MIN.plus(Duration.ofDays(400_000_000_000L)), Instant.parse("1800-01-01T00:00:00Z"))) {
            assertThat(age.keys(
                            withState(
                                    CaseState.HANDLING,
                                    f -> f.received(received).running(Phase.TO_COMPLETION, 100_000)),
                            TimeBasis.RECEIVED))
                    .containsExactly("0-1");
        }
    }

    @Test
    void bands_of_working_days_name_their_calendar_and_refuse_a_strict_one() {
        Dimension age = Dimension.openAge(CALENDAR, SHANGHAI, 3, 5);
        assertThat(age).hasToString("openAge/3-5/" + CALENDAR.identity() + "/Asia/Shanghai");
        assertThat(age.ageBands()).containsExactly("0-3", "3-5", "5-", "suspended");
        assertThat(Dimension.kind().ageBands()).isEmpty();
        assertThat(Dimension.openAge(CALENDAR, SHANGHAI, 110_000).ageBands())
                .containsExactly("0-110000", "110000-", "suspended");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dimension.openAge(CALENDAR, SHANGHAI, 110_001))
                .withMessage("days must rise from 1 to at most 110000, but were [110001]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dimension.openAge(CALENDAR.strict(), SHANGHAI, 3))
                .withMessage(
                        "calendar must not be strict, so that cases of days that are not settled are counted too, but was "
                                + CALENDAR.identity());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dimension.openAge(CALENDAR, SHANGHAI, 3, 3))
                .withMessage("days must rise from 1 to at most 110000, but were [3, 3]");
    }

    @Test
    void bands_of_age_are_given_in_days_that_rise() {
        assertThat(Dimension.openAge(5, 10)).hasToString("openAge/5-10").isNotEqualTo(Dimension.openAge(5, 11));
        for (int[] days : new int[][] {{0}, {5, 5}, {5, 4}, {-1}, {1_000_000}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Dimension.openAge(days))
                    .withMessage("days must rise from 1 to at most 745654, but were " + Arrays.toString(days));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(Dimension::openAge)
                .withMessage("days must be given, but there were none");
    }

    @Test
    void dimensions_are_equal_if_their_ids_are() {
        for (Dimension one : ALL) {
            assertThat(one).hasToString(one.id());
            assertThat(one.name().zh()).isNotBlank();
            for (Dimension other : ALL) {
                assertThat(one.equals(other)).isEqualTo(one.id().equals(other.id()));
            }
        }
        assertThat(Dimension.category(2))
                .isEqualTo(Dimension.category(2))
                .hasSameHashCodeAs(Dimension.category(2))
                .isNotEqualTo("category/2");
        assertThat(ALL)
                .filteredOn(Dimension::isMultiple)
                .extracting(Dimension::id)
                .containsExactly("assisting", "participant");
        assertThat(ALL).filteredOn(Dimension::isPeriod).hasSize(6).allMatch(d -> d.id().startsWith("period/"));
        assertThat(Dimension.kind().name()).isEqualTo(Label.of("诉求类型", "kind"));
    }
}
