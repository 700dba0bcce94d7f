package io.github.hotlinekit.sla.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PublishedPolicyTest {

    @ParameterizedTest
    @EnumSource
    void each_is_read_without_a_problem_and_is_the_same_when_written_and_read(PublishedPolicy published) {
        SlaPolicy policy = published.policy();
        assertThat(policy.check("p")).isEmpty();
        String text = PolicyDocuments.written(policy);
        assertThat(PolicyDocuments.isOfSchema(PolicyDocuments.tree(text))).isTrue();
        assertThat(PolicyDocuments.read(text)).isEqualTo(policy);
        assertThat(published.label().zh()).isNotBlank();
        assertThat(policy.identity()).startsWith(published == PublishedPolicy.SHISHI_2016 ? "shishi-2016@" : "");
    }

    @ParameterizedTest
    @CsvSource({
        "SHISHI_2016,         consultation, normal,      , COMPLETE, 3wd",
        "SHISHI_2016,         complaint,    normal,      , COMPLETE, 5wd",
        "BEIJING_DRAFT_2021,  help,         critical,    , COMPLETE, 2h",
        "BEIJING_DRAFT_2021,  help,         normal, 05.01, COMPLETE, 24h",
        "BEIJING_DRAFT_2021,  help,         normal, 07   , COMPLETE, 7d",
        "TIANJIN_2024,        help,         critical,    , SIGN_FOR, 15m",
        "TIANJIN_2024,        help,         urgent, 05.03.02, SIGN_FOR, 30m",
        "TIANJIN_2024,        help,         urgent,      , SIGN_FOR, 1wd",
        "TIANJIN_2024,        praise,       normal,      , RETURN, 1wd",
        "BUREAU_SAME_DAY_3_13, help,        critical,    , COMPLETE, 0d",
        "BUREAU_SAME_DAY_3_13, help,        normal,      , COMPLETE, 3wd",
        "BUREAU_SAME_DAY_3_13, suggestion,  normal,      , COMPLETE, 13wd",
        "BUREAU_SAME_DAY_3_13, suggestion,  normal,      , CALLBACK, 1d",
        "CITY_1_2_5,          consultation, normal,      , COMPLETE, 2wd",
        "CITY_1_2_5,          help,         normal,      , COMPLETE, 5wd",
        "CITY_1_2_5,          other,        normal,      , SIGN_FOR, 1wd",
        "SHANDONG,            report,       normal,      , COMPLETE, 5wd",
        "SHANDONG,            report,       normal,      , RETURN, 2wd"
    })
    void each_gives_the_limits_of_its_source(
            PublishedPolicy published, String kind, String priority, String category, TargetKind target, String limit) {
        CaseTraits traits = CaseTraits.builder()
                .kind(CaseKind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)))
                .priority(Priority.valueOf(priority.toUpperCase(java.util.Locale.ROOT)))
                .category(Optional.ofNullable(category).map(CategoryCode::of))
                .channel(Channel.PHONE)
                .received(LocalDate.of(2026, 5, 6))
                .build();
        assertThat(published
                        .policy()
                        .row(traits)
                        .flatMap(r -> r.target(target))
                        .map(t -> t.limit().toString()))
                .contains(limit);
    }

    @Test
    void what_may_be_extended_is_said() {
        ExtensionRule shandong = PublishedPolicy.SHANDONG
                .policy()
                .rows()
                .get(0)
                .target(TargetKind.COMPLETE)
                .orElseThrow()
                .extensions();
        assertThat(shandong.most()).isEqualTo(1);
        assertThat(shandong.each()).contains(TimeLimit.ofWorkingDays(10));
        assertThat(shandong.asked()).isEqualTo(ExtensionRule.Asked.BEFORE_DUE);
    }

    @Test
    void the_schema_is_in_the_jar() {
        assertThat(SlaPolicyJson.schema()).contains("2020-12").contains("hotline-sla-policy-1");
    }
}
