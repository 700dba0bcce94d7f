package io.github.hotlinekit.sla.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlaPolicyTest {

    private static final String POLICY = """
            {"format": "hotline-sla-policy/1", "id": "city", "version": "2", "zone": "America/New_York", "source": "ours",
             "rows": [
               {"id": "lights", "when": {"category": ["05.01"]}, "targets": {"complete": {"limit": "48h"}}},
               {"id": "ask", "when": {"kind": ["consultation"]}, "targets": {"complete": {"limit": "3wd", "due": "sameTime"}, "signFor": {"limit": "30m"}}},
               {"id": "rest", "targets": {"complete": {"limit": "15d"}}}]}
            """;

    @Property
    void parsing_inverts_printing(@ForAll("limits") TimeLimit limit) {
        assertThat(TimeLimit.parse(limit.toString())).isEqualTo(limit);
    }

    @Provide
    Arbitrary<TimeLimit> limits() {
        Arbitrary<Integer> days = Arbitraries.integers().between(0, TimeLimit.MAX_DAYS);
        return Arbitraries.oneOf(
                days.map(TimeLimit::ofWorkingDays),
                days.map(TimeLimit::ofDays),
                Arbitraries.integers().between(0, TimeLimit.MAX_MONTHS).map(TimeLimit::ofMonths),
                Arbitraries.integers()
                        .between(1, TimeLimit.MAX_DAYS * 24 * 60)
                        .map(m -> TimeLimit.ofWorkingTime(Duration.ofMinutes(m))),
                Arbitraries.integers()
                        .between(1, TimeLimit.MAX_DAYS * 24 * 60)
                        .map(m -> TimeLimit.of(Duration.ofMinutes(m))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3",
                "wd",
                "3 wd",
                "-1d",
                "+1d",
                "03wd",
                "3WD",
                "1.5h",
                "3651d",
                "3651wd",
                "0h",
                "0m",
                "87601h",
                "9999999999d",
                "99999999mo",
                "121mo",
                "0wh",
                "0wm",
                "87601wh",
                "1w",
                "1M",
                "1mo ",
                "３wd"
            })
    void a_text_that_is_no_limit_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeLimit.parse(text))
                .withMessageMatching("(?s).* must be .*, but was .+");
    }

    @ParameterizedTest
    @CsvSource({
        "3650d",
        "3650wd",
        "87600h",
        "5256000m",
        "87600wh",
        "5256000wm",
        "120mo",
        "0d",
        "0wd",
        "0mo",
        "1m",
        "1wm"
    })
    void a_limit_may_be_as_long_as_the_bound(String text) {
        assertThat(TimeLimit.parse(text)).isNotNull();
    }

    @Test
    void a_duration_of_seconds_is_no_limit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeLimit.of(Duration.ofSeconds(90)))
                .withMessageContaining("PT1M30S");
    }

    @Test
    void the_first_matching_row_counts_and_categories_match_with_all_below_them() throws IOException {
        SlaPolicy policy = SlaPolicy.read("city.json", stream(POLICY));
        assertThat(policy.identity()).isEqualTo("city@2");
        assertThat(row(policy, CaseKind.CONSULTATION, Optional.of(CategoryCode.of("05.01.02")))
                        .orElseThrow()
                        .id())
                .isEqualTo("lights");
        assertThat(row(policy, CaseKind.CONSULTATION, Optional.of(CategoryCode.of("05.02")))
                        .orElseThrow()
                        .id())
                .isEqualTo("ask");
        assertThat(row(policy, CaseKind.PRAISE, Optional.empty()).orElseThrow().id())
                .isEqualTo("rest");
        SlaTarget ask = policy.rows().get(1).target(TargetKind.COMPLETE).orElseThrow();
        assertThat(ask)
                .isEqualTo(SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(3))
                        .withDue(DueMoment.SAME_TIME));
        assertThat(policy.rows()
                        .get(2)
                        .target(TargetKind.COMPLETE)
                        .orElseThrow()
                        .due())
                .isEqualTo(DueMoment.END_OF_DAY);
        assertThat(policy.rows().get(2).target(TargetKind.SIGN_FOR)).isEmpty();
    }

    @Test
    void the_published_rule_gives_three_and_five_working_days() {
        SlaPolicy policy = SlaPolicy.shishi2016();
        for (CaseKind kind : CaseKind.values()) {
            int days = kind == CaseKind.CONSULTATION || kind == CaseKind.HELP ? 3 : 5;
            assertThat(row(policy, kind, Optional.empty())
                            .flatMap(r -> r.target(TargetKind.COMPLETE))
                            .orElseThrow()
                            .limit())
                    .as(kind.code())
                    .isEqualTo(TimeLimit.ofWorkingDays(days));
        }
    }

    @Test
    void every_problem_of_a_policy_is_reported_with_its_pointer() throws IOException {
        List<Problem> problems = SlaPolicy.check("bad.json", stream("""
                        {"format": "hotline-sla-policy/2", "id": " ", "zone": "Mars/Olympus", "source": 7, "ownr": "x",
                         "rows": [
                           {"id": "a", "when": {"kind": ["complain"], "categories": ["05"]}, "targets": {"complete": {"limit": "3 days"}}},
                           {"id": "a", "when": {"category": ["5"]}, "targets": {"complete": {"limit": "24h", "due": "endOfDay"}}},
                           {"id": "c", "when": {"kind": []}, "targets": {"signFor": {"limit": "1wd"}}},
                           "d"]}
                        """));
        assertThat(problems)
                .extracting(p -> p.place() + " " + p.code())
                .containsExactlyInAnyOrder(
                        "/ownr UNKNOWN_PROPERTY",
                        "/format UNKNOWN_FORMAT",
                        "/id BLANK",
                        "/version MISSING_PROPERTY",
                        "/source WRONG_TYPE",
                        "/zone UNKNOWN_ZONE",
                        "/rows/3 WRONG_TYPE",
                        "/rows/0/when/kind/0 UNKNOWN_VALUE",
                        "/rows/0/when/categories UNKNOWN_PROPERTY",
                        "/rows/0/targets/complete/limit BAD_LIMIT",
                        "/rows/1/id DUPLICATE_ID",
                        "/rows/1/when/category/0 BAD_CODE",
                        "/rows/1/targets/complete/due CONTRADICTION",
                        "/rows/2/when/kind WRONG_TYPE",
                        "/rows/2/targets/complete MISSING_PROPERTY");
        assertThat(problems.toString()).contains("did you mean \"complaint\"?").contains("did you mean \"category\"?");
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> SlaPolicy.read("bad.json", stream("{}")))
                .satisfies(e -> assertThat(e.problems()).hasSizeGreaterThan(4));
    }

    @Test
    void a_row_that_earlier_rows_take_all_cases_of_and_a_kind_without_a_limit_are_problems() throws IOException {
        String rows = POLICY.replace(
                "{\"id\": \"rest\",",
                "{\"id\": \"late\", \"when\": {\"category\": [\"05.01.03\"], \"kind\": [\"help\"]}, \"targets\": {\"complete\": {\"limit\": \"1d\"}}},\n{\"id\": \"rest\", \"when\": {\"kind\": [\"help\", \"complaint\", \"report\", \"suggestion\", \"other\"]},");
        assertThat(SlaPolicy.check("p.json", stream(rows)))
                .extracting(p -> p.place() + " " + p.code() + " " + p.value())
                .containsExactly("/rows/2 UNREACHABLE_ROW late", "/rows NO_TARGET praise");
    }

    @Test
    void a_row_of_other_kinds_or_other_categories_is_reachable() throws IOException {
        String rows = POLICY.replace(
                "{\"id\": \"rest\",",
                "{\"id\": \"water\", \"when\": {\"category\": [\"05.01.03\", \"06\"]}, \"targets\": {\"complete\": {\"limit\": \"1d\"}}},\n"
                        + "{\"id\": \"beds\", \"when\": {\"kind\": [\"consultation\", \"help\"]}, \"targets\": {\"complete\": {\"limit\": \"1d\"}}},\n"
                        + "{\"id\": \"rest\",");
        assertThat(SlaPolicy.check("p.json", stream(rows))).isEmpty();
    }

    @Test
    void properties_that_mean_nothing_are_refused_at_every_level_and_notes_are_not() throws IOException {
        String noted = POLICY.replace("\"id\": \"lights\",", "\"id\": \"lights\", \"x-note\": \"ours\",")
                .replace("{\"limit\": \"48h\"}", "{\"limit\": \"48h\", \"due\": \"sameTime\", \"x-note\": 1}");
        assertThat(SlaPolicy.check("p.json", stream(noted))).isEmpty();
        String bad = POLICY.replace("\"id\": \"lights\",", "\"id\": \"lights\", \"wen\": 1,")
                .replace("\"signFor\":", "\"promise\": {}, \"signFor\":")
                .replace("{\"limit\": \"48h\"}", "{\"limit\": \"48h\", \"zone\": 1}");
        assertThat(SlaPolicy.check("p.json", stream(bad)))
                .extracting(p -> p.place() + " " + p.code())
                .containsExactlyInAnyOrder(
                        "/rows/0/wen UNKNOWN_PROPERTY",
                        "/rows/1/targets/promise UNKNOWN_PROPERTY",
                        "/rows/0/targets/complete/zone UNKNOWN_PROPERTY");
    }

    @Test
    void a_policy_without_rows_is_no_policy() throws IOException {
        assertThat(SlaPolicy.check(
                        "p.json", stream(POLICY.substring(0, POLICY.indexOf("\"source\"")) + "\"source\": \"ours\"}")))
                .extracting(p -> p.place() + " " + p.code())
                .containsExactly("/rows MISSING_PROPERTY");
    }

    @Test
    void a_policy_has_ten_thousand_rows_at_most() throws IOException {
        List<PolicyRow> rows = IntStream.rangeClosed(0, SlaPolicy.MAX_ROWS)
                .mapToObj(i -> new PolicyRow("r" + i, RowCondition.ALWAYS, List.of()))
                .toList();
        assertThat(policy(rows.subList(0, SlaPolicy.MAX_ROWS)).rows()).hasSize(10_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(rows))
                .withMessageContaining("10000")
                .withMessageContaining("10001");
        String tooLong = POLICY.substring(0, POLICY.indexOf('[') + 1) + "{},".repeat(SlaPolicy.MAX_ROWS) + "{}]}";
        assertThat(SlaPolicy.check("p.json", stream(tooLong)))
                .extracting(p -> p.place() + " " + p.code())
                .containsExactly("/rows LIMIT_EXCEEDED");
    }

    @Test
    void a_target_refuses_what_no_policy_can_set() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlaTarget.of(TargetKind.PROMISE, TimeLimit.ofDays(1)))
                .withMessageContaining("PROMISE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlaTarget.of(TargetKind.COMPLETE, TimeLimit.of(Duration.ofHours(1)))
                        .withDue(DueMoment.END_OF_DAY))
                .withMessageContaining("1h");
    }

    private static SlaPolicy policy(List<PolicyRow> rows) {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        return new SlaPolicy("p", "1", zone, "test", Map.of(), Reclassification.KEEPS_LATE, rows);
    }

    private static Optional<PolicyRow> row(SlaPolicy policy, CaseKind kind, Optional<CategoryCode> category) {
        return policy.row(CaseTraits.builder()
                .kind(kind)
                .category(category)
                .priority(Priority.NORMAL)
                .channel(Channel.PHONE)
                .received(LocalDate.of(2026, 1, 5))
                .build());
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
