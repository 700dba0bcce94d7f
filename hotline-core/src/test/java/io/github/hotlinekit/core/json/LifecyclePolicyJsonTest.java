package io.github.hotlinekit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hotlinekit.core.cases.Act;
import io.github.hotlinekit.core.cases.CaseState;
import io.github.hotlinekit.core.cases.LifecyclePolicy;
import io.github.hotlinekit.core.cases.LifecycleRule;
import io.github.hotlinekit.core.cases.Limit;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifecyclePolicyJsonTest {

    private static final String HEAD = "{\"format\":\"hotline-lifecycle/1\",\"id\":\"shishi\",\"version\":\"1\"";

    private static LifecyclePolicy read(String json) throws IOException {
        return LifecyclePolicyJson.read(new StringReader(json), "policy.json");
    }

    private static List<String> wrong(String json) {
        InvalidDocumentException e = catchThrowableOfType(InvalidDocumentException.class, () -> read(json));
        return e.problems().stream().map(p -> p.place() + " " + p.code()).toList();
    }

    @Test
    void what_is_not_said_is_as_in_the_table() throws IOException {
        LifecyclePolicy policy = read(HEAD + "}");
        assertThat(policy)
                .isEqualTo(new LifecyclePolicy("shishi@1", List.of(), Map.of(), Map.of(), Set.of(), 1, Set.of()));
        StringWriter out = new StringWriter();
        LifecyclePolicyJson.write(policy, out);
        assertThat(out).hasToString(HEAD + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIFECYCLE.md", "LIFECYCLE.zh-CN.md"})
    void the_city_in_the_documentation_tightens_as_the_text_says(String name) throws IOException {
        String written = Files.readString(Path.of(name));
        int start = written.indexOf("```json\n") + "```json\n".length();
        LifecyclePolicy city = read(written.substring(start, written.indexOf("```", start)));
        assertThat(city)
                .isEqualTo(LifecyclePolicy.builder("city@2026.1")
                        .forbid(Act.SUSPEND)
                        .giveUp(CaseState.SUSPENDED)
                        .limit(Limit.EXTENSIONS, 1)
                        .limit(Limit.RETURNS, 2)
                        .require(LifecycleRule.NO_EXEMPTION)
                        .require(LifecycleRule.CONTACT_BEFORE_REPLY)
                        .attemptsBeforeClosing(2)
                        .build());
    }

    @Test
    void every_inconsistency_is_a_problem_at_its_part() {
        assertThat(wrong(HEAD + ",\"roles\":{\"reply\":[\"citizen\"]},\"limits\":{\"callbackAttempts\":2},"
                        + "\"require\":[\"secondPerson\"],\"attemptsBeforeClosing\":3,\"unused\":[\"dispatched\"],"
                        + "\"forbid\":[{\"act\":\"suspend\"}]}"))
                .contains(
                        "/roles/reply ROLE_NOT_IN_TABLE",
                        "/require RULE_NOT_OPTIONAL",
                        "/attemptsBeforeClosing ATTEMPTS_OUT_OF_RANGE",
                        "/forbid UNREACHABLE_STATE",
                        "/unused USED_STATE");
    }

    @Test
    void what_is_misspelt_is_told() {
        assertThat(wrong(
                        "{\"format\":\"hotline-lifecycle/2\",\"id\":\"a b\",\"forbit\":[],\"roles\":{\"replay\":[\"agent\"]},"
                                + "\"limits\":{\"returns\":1001,\"return\":1},\"forbid\":[{\"from\":[\"nowhere\"]}],"
                                + "\"require\":[]}"))
                .containsExactlyInAnyOrder(
                        "/format UNSUPPORTED_FORMAT",
                        "/forbit UNKNOWN_PROPERTY",
                        "/id BAD_ID",
                        "/version MISSING_PROPERTY",
                        "/forbid/0/act MISSING_PROPERTY",
                        "/forbid/0/from/0 UNKNOWN_VALUE",
                        "/roles/replay UNKNOWN_PROPERTY",
                        "/limits/returns WRONG_TYPE",
                        "/limits/return UNKNOWN_PROPERTY",
                        "/require WRONG_TYPE");
    }

    @Test
    void a_policy_without_a_version_cannot_be_written() {
        LifecyclePolicy policy = LifecyclePolicy.builder("shishi").build();
        assertThatThrownBy(() -> LifecyclePolicyJson.write(policy, new StringWriter()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("id@version");
    }
}
