package io.github.hotlinekit.sla.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.cases.SuspensionGround;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.sla.calendar.OpeningHours;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyLintTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static String document(String hours, String targets) {
        return """
                {"format": "hotline-sla-policy/1", "id": "p", "version": "1", "zone": "Asia/Shanghai", "source": "ours",
                 "hours": {"office": {"workingDays": ["08:30-12:00", "14:30-17:30"]}%s},
                 "rows": [{"id": "all", "targets": {
                    "callback": {"limit": "8wh", "hours": "office"},
                    %s}}]}""".formatted(hours, targets);
    }

    private static List<String> told(String targets) {
        return PolicyDocuments.told(document("", targets)).stream()
                .map(t -> t.replace("/rows/0/targets/", ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3wd | left 3wd  | left 0wd | complete/warnings/0/left CONTRADICTION",
                "3wd | left 2wd  | left 0wd |",
                "3wd | left 1wd  | left 1wd | complete/warnings/1 CONTRADICTION",
                "3wd | left 0wd  | left 1wd | complete/warnings/1 CONTRADICTION",
                "3wd | left 1d   | left 0wd | complete/warnings/0/left WRONG_UNIT",
                "3wd | used 50%  | used 80% |",
                "3wd | used 80%  | used 80% | complete/warnings/1 CONTRADICTION",
                "3wd | used 80%  | used 50% | complete/warnings/1 CONTRADICTION",
                "3wd | used 80%  | left 0wd |",
                "3wd | used 80%  | left 1wd | complete/warnings/1 CONTRADICTION",
                "3wd | left 0wd  | used 66% | complete/warnings/1 CONTRADICTION",
                "3wd | left 0wd  | used 67% |",
                "10h | left 2h   | used 80% |",
                "10h | left 2h   | used 79% | complete/warnings/1 CONTRADICTION",
                "10h | left 121m | used 79% | complete/warnings/1 CONTRADICTION",
                "10h | left 126m | used 79% |",
                "10h | left 10h  | left 9h  | complete/warnings/0/left CONTRADICTION",
                "10h | left 599m | left 9h  |",
                "0d  | used 80%  | used 90% | complete/warnings/0/used CONTRADICTION, complete/warnings/1/used CONTRADICTION",
                "4mo | left 3mo  | left 1mo |",
                "4mo | left 3mo  | used 1%  |",
            })
    void a_warning_is_on_the_way_to_the_deadline_and_red_after_yellow(
            String limit, String yellow, String red, String expected) {
        String targets = """
                "complete": {"limit": "%s", "warnings": [{"light": "yellow", %s}, {"light": "red", %s}]}""".formatted(limit, threshold(yellow), threshold(red));
        assertThat(told(targets)).isEqualTo(expected == null ? List.of() : List.of(expected.split(", ")));
    }

    private static String threshold(String words) {
        return "\"" + words.replace(" ", "\": \"") + "\"";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'limit': '4wd'}                      | {'limit': '3wd'} | signFor/limit CONTRADICTION",
                "{'limit': '3wd'}                      | {'limit': '3wd'} |",
                "{'limit': '4d'}                       | {'limit': '3wd'} |",
                "{'limit': '61m'}                      | {'limit': '1h'}  | signFor/limit CONTRADICTION",
                "{'limit': '61wm', 'hours': 'office'}  | {'limit': '1h'}  | signFor/limit CONTRADICTION",
                "{'limit': '60wm', 'hours': 'office'}  | {'limit': '1h'}  |",
                "{'limit': '4wd'}                      | {'limit': '3wd', 'start': 'dispatch'} | signFor/limit CONTRADICTION",
                "{'limit': '4wd', 'start': 'receipt'}  | {'limit': '3wd', 'start': 'dispatch'} |",
                "{'limit': '4wd'}                      | {'limit': '3wd', 'cutoff': '17:30'} |",
                "{'limit': '4d', 'lastDay': 'asCounted'} | {'limit': '3d'} |",
                "{'limit': '2mo'}                      | {'limit': '1mo'} | signFor/limit CONTRADICTION",
                "{'limit': '1wd', 'start': 'reply'}    | {'limit': '3wd'} | signFor/start CONTRADICTION",
                "{'limit': '1wd'}                      | {'limit': '3wd', 'start': 'reply'} | complete/start CONTRADICTION",
                "{'limit': '30m', 'cutoff': '17:30'}   | {'limit': '3wd'} | signFor/cutoff NO_EFFECT",
                "{'limit': '1wd', 'lastDay': 'asCounted'} | {'limit': '3wd'} | signFor/lastDay NO_EFFECT",
                "{'limit': '1wd', 'extensions': {'each': '1d'}} | {'limit': '3wd'} | signFor/extensions/each WRONG_UNIT",
                "{'limit': '1wd', 'extensions': {'most': 0}} | {'limit': '3wd'} |",
                "{'limit': '1wd', 'extensions': {'most': 0, 'grantedBy': ['supervisor']}} | {'limit': '3wd'} | signFor/extensions/most NO_EFFECT",
                "{'limit': '1wd', 'pauses': []}        | {'limit': '3wd'} |",
                "{'limit': '1wd', 'warnings': [{'light': 'red', 'used': '1%'}, {'light': 'red', 'used': '2%'}]} | {'limit': '3wd'} | signFor/warnings/1/light DUPLICATE_LIGHT",
            })
    void what_cannot_have_been_meant_is_told(String signFor, String complete, String expected) {
        String targets = "\"signFor\": " + signFor + ", \"complete\": " + complete;
        assertThat(told(targets.replace('\'', '"'))).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void opening_hours_are_named_by_some_target_and_open_on_some_day_that_comes_again() {
        String complete = "\"complete\": {\"limit\": \"3wd\", \"hours\": \"%s\"}";
        assertThat(PolicyDocuments.told(
                        document(", \"a/b\": {\"workingDays\": []}, \"x-note\": 1", complete.formatted("office"))))
                .containsExactly("/hours/a~1b UNUSED_HOURS", "/hours/a~1b NEVER_OPEN");
        assertThat(PolicyDocuments.told(document(
                        ", \"once\": {\"dates\": {\"2026-02-16\": [\"09:00-12:00\"]}}", complete.formatted("once"))))
                .containsExactly("/hours/once NEVER_OPEN");
        assertThat(PolicyDocuments.told(document(
                        ", \"shut\": {\"workingDays\": [\"09:00-12:00\"],"
                                + " \"seasons\": [{\"first\": \"03-01\", \"last\": \"02-29\", \"periods\": []}]}",
                        complete.formatted("shut"))))
                .containsExactly("/hours/shut NEVER_OPEN");
        for (String open : List.of(
                "{\"restDays\": [\"09:00-12:00\"]}",
                "{\"weekdays\": {\"sunday\": [\"09:00-12:00\"]}}",
                "{\"seasons\": [{\"first\": \"02-29\", \"last\": \"02-29\", \"periods\": [\"09:00-12:00\"]}]}",
                "{\"workingDays\": [\"09:00-12:00\"],"
                        + " \"seasons\": [{\"first\": \"03-01\", \"last\": \"02-28\", \"periods\": []}]}")) {
            assertThat(PolicyDocuments.told(document(", \"rare\": " + open, complete.formatted("rare"))))
                    .as(open)
                    .isEmpty();
        }
    }

    @Test
    void all_that_cannot_be_read_is_told_at_once_with_what_was_overlooked() {
        String text = document("""
                , " ": {"workingDays": ["8:30-12:00"], "restDays": ["09:00-12:00", "11:00-13:00"], "night": []},
                  "b": {"weekdays": {"funday": []}, "seasons": [{"first": "02-30", "periods": []}],
                        "dates": {"2026-02-30": [], "2026-02-16": "closed"}}, "c": 5""", """
                "signFor": [{"limit": "1wd"}, {"limit": "2wd"}, {"limit": "8wh", "start": "receipt"}],
                "return": {"limit": "1wd", "hours": "ofice", "cutoff": "5pm", "pauses": ["rain"]},
                "firstContact": {"limit": "8wh", "hours": "office", "due": "endOfDay"},
                "complete": {"limit": "3wd", "due": "closeOfBusiness", "extensions": {"most": 101, "each": "5 days"},
                    "warnings": [{"light": "green", "used": "100%"}, {"light": "red"},
                                 {"light": "red", "used": "80%", "left": "1wd"}]}""");
        String withWhen = text.replace(
                "\"id\": \"all\",",
                "\"id\": \"all\", \"when\": {\"area\": [\"石狮\"], \"department\": [\"a b\"], \"channel\": [\"fax\"],"
                        + " \"priority\": [\"high\"], \"receivedFrom\": \"2026-03-01\", \"receivedBefore\": \"2026-03-01\"},");
        assertThat(PolicyDocuments.told(withWhen))
                .containsExactlyInAnyOrder(
                        "/hours/  BAD_NAME",
                        "/hours/ /night UNKNOWN_PROPERTY",
                        "/hours/ /workingDays/0 BAD_PERIOD",
                        "/hours/ /restDays OVERLAP",
                        "/hours/b/weekdays/funday UNKNOWN_PROPERTY",
                        "/hours/b/seasons/0/first BAD_DATE",
                        "/hours/b/seasons/0/last MISSING_PROPERTY",
                        "/hours/b/dates/2026-02-30 BAD_DATE",
                        "/hours/b/dates/2026-02-16 WRONG_TYPE",
                        "/hours/c WRONG_TYPE",
                        "/rows/0/when/area/0 BAD_CODE",
                        "/rows/0/when/department/0 BAD_CODE",
                        "/rows/0/when/channel/0 UNKNOWN_VALUE",
                        "/rows/0/when/priority/0 UNKNOWN_VALUE",
                        "/rows/0/when/receivedBefore CONTRADICTION",
                        "/rows/0/targets/signFor/1/start DUPLICATE_TARGET",
                        "/rows/0/targets/signFor/2/hours MISSING_PROPERTY",
                        "/rows/0/targets/return/hours UNKNOWN_HOURS",
                        "/rows/0/targets/return/cutoff BAD_TIME",
                        "/rows/0/targets/return/pauses/0 UNKNOWN_VALUE",
                        "/rows/0/targets/firstContact/due CONTRADICTION",
                        "/rows/0/targets/complete/hours MISSING_PROPERTY",
                        "/rows/0/targets/complete/extensions/most WRONG_TYPE",
                        "/rows/0/targets/complete/extensions/each BAD_LIMIT",
                        "/rows/0/targets/complete/warnings/0/light UNKNOWN_VALUE",
                        "/rows/0/targets/complete/warnings/0/used BAD_PERCENTAGE",
                        "/rows/0/targets/complete/warnings/1 MISSING_PROPERTY",
                        "/rows/0/targets/complete/warnings/2 CONFLICTING_PROPERTIES");
        assertThat(PolicyDocuments.check(withWhen).toString()).contains("did you mean \"office\"?");
    }

    @Test
    void a_policy_that_is_built_is_the_one_that_is_read() {
        SlaPolicy built = SlaPolicy.builder("city", "2026.1", ZONE)
                .source("ours")
                .hours("office", OpeningHours.of("08:30-12:00", "14:30-17:30"))
                .reclassification(Reclassification.COUNTS_ANEW)
                .row(
                        "leaks",
                        RowCondition.builder()
                                .addKinds(CaseKind.HELP)
                                .addPriorities(Priority.CRITICAL)
                                .addCategories(CategoryCode.of("05.03.02"))
                                .receivedFrom(LocalDate.of(2026, 1, 1))
                                .build(),
                        SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("2h")),
                        SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("90m"))
                                .withStart(ClockStart.DISPATCH)
                                .withPauses(SuspensionGround.COURT))
                .row(
                        "rest",
                        RowCondition.ALWAYS,
                        SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(5))
                                .withCutoff(LocalTime.of(17, 30))
                                .withWarnings(Warning.left(Light.YELLOW, TimeLimit.ofWorkingDays(1)))
                                .withExtensions(new ExtensionRule(
                                        1,
                                        Optional.of(TimeLimit.ofWorkingDays(5)),
                                        ExtensionRule.Asked.ANY_TIME,
                                        Set.of(Role.SUPERVISOR))),
                        SlaTarget.of(TargetKind.SIGN_FOR, TimeLimit.parse("4wh"), "office")
                                .withStartMoment(StartMoment.NEXT_OPENING))
                .build();
        assertThat(built.check("city")).isEmpty();
        assertThat(PolicyDocuments.written(built)).isEqualTo("""
                {
                  "format": "hotline-sla-policy/1",
                  "id": "city",
                  "version": "2026.1",
                  "zone": "Asia/Shanghai",
                  "source": "ours",
                  "hours": { "office": { "workingDays": ["08:30-12:00", "14:30-17:30"] } },
                  "reclassification": "countsAnew",
                  "rows": [
                    {
                      "id": "leaks",
                      "when": { "kind": ["help"], "priority": ["critical"], "category": ["05.03.02"], "receivedFrom": "2026-01-01" },
                      "targets": { "complete": [{ "limit": "2h" }, { "limit": "90m", "start": "dispatch", "pauses": ["court"] }] }
                    },
                    {
                      "id": "rest",
                      "targets": {
                        "complete": {
                          "limit": "5wd",
                          "cutoff": "17:30",
                          "extensions": { "most": 1, "each": "5wd", "asked": "anyTime", "grantedBy": ["supervisor"] },
                          "warnings": [{ "light": "yellow", "left": "1wd" }]
                        },
                        "signFor": { "limit": "4wh", "startMoment": "nextOpening", "hours": "office" }
                      }
                    }
                  ]
                }
                """);
        assertThat(PolicyDocuments.read(PolicyDocuments.written(built))).isEqualTo(built);
        assertThat(built).isNotEqualTo(PublishedPolicy.SHANDONG.policy()).hasToString("SlaPolicy[city@2026.1, 2 rows]");
    }

    @Test
    void a_built_policy_is_told_of_a_row_without_completion_and_of_targets_where_they_would_stand() {
        SlaPolicy built = SlaPolicy.builder("p", "1", ZONE)
                .source("ours")
                .row(
                        "a",
                        RowCondition.ALWAYS,
                        SlaTarget.of(TargetKind.CALLBACK, TimeLimit.parse("1h")),
                        SlaTarget.of(TargetKind.CALLBACK, TimeLimit.parse("1h"))
                                .withStart(ClockStart.RECEIPT)
                                .withCutoff(LocalTime.NOON))
                .build();
        assertThat(built.check("p"))
                .extracting(Problem::toString)
                .satisfiesExactly(
                        p -> assertThat(p).startsWith("p: /rows/0/targets/complete: MISSING_PROPERTY"),
                        p -> assertThat(p)
                                .isEqualTo("p: /rows/0/targets/callback/1/cutoff: NO_EFFECT: expected no cutoff, as the"
                                        + " limit is in elapsed time, but was \"12:00\""));
    }

    @Test
    void values_that_no_document_could_hold_are_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SlaPolicy.builder("p", "1", ZONE).build());
        SlaPolicy.Builder builder =
                SlaPolicy.builder("p", "1", ZONE).source("ours").hours("a", OpeningHours.ALWAYS);
        assertThatIllegalArgumentException().isThrownBy(() -> builder.hours("a", OpeningHours.ALWAYS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlaPolicy.builder("p", "1", ZONE)
                        .source("ours")
                        .hours("x-a", OpeningHours.ALWAYS)
                        .build())
                .withMessageContaining("x-a");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SlaPolicy.builder(" ", "1", ZONE).source("ours").build())
                .withMessageContaining("id must be 1 to 64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PolicyRow("x".repeat(65), RowCondition.ALWAYS, List.of()))
                .withMessageContaining("64");
        SlaTarget target = SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("1wh"), "b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.row("r", RowCondition.ALWAYS, target).build())
                .withMessageContaining("but was b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> target.withCutoff(LocalTime.of(1, 2, 3)))
                .withMessageContaining("01:02:03");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> RowCondition.builder().receivedFrom(LocalDate.MIN).build())
                .withMessageContaining("9999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RowCondition.builder()
                        .receivedFrom(LocalDate.of(2026, 1, 1))
                        .receivedBefore(LocalDate.of(2026, 1, 1))
                        .build());
        assertThatIllegalArgumentException().isThrownBy(() -> Warning.used(Light.GREEN, 50));
        assertThatIllegalArgumentException().isThrownBy(() -> Warning.used(Light.RED, 100));
    }
}
