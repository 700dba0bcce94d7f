package io.github.hotlinekit.sla.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a policy takes just still and what just no more, and what it tells of that, in full. */
class PolicyDetailsTest {

    private static String document(String hours, String rows) {
        return """
                {"format": "hotline-sla-policy/1", "id": "p", "version": "1", "zone": "Asia/Shanghai", "source": "ours",
                 "hours": {%s}, "rows": [%s]}""".formatted(hours, rows);
    }

    private static String row(String more, String complete) {
        return "{\"id\": \"r\", " + more + "\"targets\": {\"complete\": {" + complete + "}}}";
    }

    private static List<String> told(String text) {
        return PolicyDocuments.check(text).stream()
                .map(p -> p.place() + " " + p.code() + ": expected " + p.expected())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"0000-01-01,true", "-0001-12-31,false", "9999-12-31,true", "+10000-01-01,false"})
    void a_row_begins_and_ends_in_years_of_four_digits(String text, boolean isTaken) {
        LocalDate day = LocalDate.parse(text);
        if (isTaken) {
            assertThat(RowCondition.builder().receivedFrom(day).build().receivedFrom())
                    .contains(day);
            assertThat(RowCondition.builder().receivedBefore(day).build().receivedBefore())
                    .contains(day);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RowCondition.builder().receivedFrom(day).build())
                    .withMessage("receivedFrom must be of a year from 0 to 9999, but was " + day);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RowCondition.builder().receivedBefore(day).build())
                    .withMessage("receivedBefore must be of a year from 0 to 9999, but was " + day);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-2-3", "26-02-03", "+12026-02-03", "tomorrow"})
    void a_day_of_receipt_that_is_none_is_told(String text) {
        assertThat(told(document("", row("\"when\": {\"receivedFrom\": \"" + text + "\"}, ", "\"limit\": \"1d\""))))
                .containsExactly("/rows/0/when/receivedFrom BAD_DATE: expected a date such as 2026-01-31");
        assertThat(told(document("", row("\"when\": {\"receivedBefore\": \"" + text + "\"}, ", "\"limit\": \"1d\""))))
                .containsExactly("/rows/0/when/receivedBefore BAD_DATE: expected a date such as 2026-01-31");
    }

    @Test
    void a_row_that_would_be_in_force_on_no_day_is_told() {
        assertThat(told(document(
                        "",
                        row(
                                "\"when\": {\"receivedFrom\": \"2026-03-01\", \"receivedBefore\": \"2026-03-01\"}, ",
                                "\"limit\": \"1d\""))))
                .containsExactly(
                        "/rows/0/when/receivedBefore CONTRADICTION: expected a day after receivedFrom, 2026-03-01");
    }

    @Test
    void a_name_of_opening_hours_has_64_characters_at_most() {
        String hours = "\"%s\": {\"workingDays\": [\"08:30-12:00\"]}";
        String complete = "\"limit\": \"4wh\", \"hours\": \"%s\"";
        String longest = "n".repeat(64);
        assertThat(told(document(hours.formatted(longest), row("", complete.formatted(longest)))))
                .isEmpty();
        String tooLong = "n".repeat(65);
        assertThat(told(document(hours.formatted(tooLong), row("", "\"limit\": \"1d\""))))
                .containsExactly(
                        "/hours/" + tooLong + " BAD_NAME: expected a name that is not blank, of at most 64 characters");
    }

    @Test
    void a_season_has_a_first_and_a_last_day_and_periods_and_nothing_else() {
        String hours = "\"office\": {\"workingDays\": [\"08:30-12:00\"], \"seasons\": [{%s}]}";
        String row = row("", "\"limit\": \"4wh\", \"hours\": \"office\"");
        assertThat(told(document(hours.formatted("\"first\": \"05-01\", \"last\": \"09-30\", \"periods\": []"), row)))
                .isEmpty();
        assertThat(PolicyDocuments.told(document(hours.formatted("\"periodes\": []"), row)))
                .containsExactlyInAnyOrder(
                        "/hours/office/seasons/0/periodes UNKNOWN_PROPERTY",
                        "/hours/office/seasons/0/first MISSING_PROPERTY",
                        "/hours/office/seasons/0/last MISSING_PROPERTY",
                        "/hours/office/seasons/0/periods MISSING_PROPERTY");
    }

    @Test
    void the_texts_of_a_policy_are_as_long_as_their_bounds_at_most() {
        SlaPolicy longest = policy("i".repeat(64), "v".repeat(64), "s".repeat(2_000));
        assertThat(PolicyDocuments.read(PolicyDocuments.written(longest))).isEqualTo(longest);
        assertThat(longest.hashCode())
                .isNotEqualTo(policy("i", "v".repeat(64), "s".repeat(2_000)).hashCode());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy("i".repeat(65), "1", "s"))
                .withMessage("id must be 1 to 64 characters, not all blank, but was \"" + "i".repeat(65) + "\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy("i", "v".repeat(65), "s"))
                .withMessageStartingWith("version must be 1 to 64 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy("i", "1", "s".repeat(2_001)))
                .withMessageStartingWith("source must be 1 to 2000 characters");
    }

    private static SlaPolicy policy(String id, String version, String source) {
        return SlaPolicy.builder(id, version, ZoneId.of("Asia/Shanghai"))
                .source(source)
                .row(complete("r", RowCondition.ALWAYS))
                .build();
    }

    @Test
    void opening_hours_that_are_not_there_are_told_with_those_that_are() {
        String complete = "\"limit\": \"4wh\", \"hours\": \"ofice\"";
        assertThat(told(document("", row("", complete))))
                .containsExactly("/rows/0/targets/complete/hours UNKNOWN_HOURS: expected a name that stands in /hours");
        assertThat(told(document("\"office\": {\"workingDays\": [\"08:30-12:00\"]}", row("", complete))))
                .containsExactly("/rows/0/targets/complete/hours UNKNOWN_HOURS: expected one of [office];"
                        + " did you mean \"office\"?");
    }

    @Test
    void a_limit_in_time_ends_at_the_same_time_whichever_time_it_is() {
        String hours = "\"office\": {\"workingDays\": [\"08:30-12:00\"]}";
        assertThat(told(document(hours, row("", "\"limit\": \"4wh\", \"hours\": \"office\", \"due\": \"endOfDay\""))))
                .containsExactly("/rows/0/targets/complete/due CONTRADICTION: expected sameTime, as the limit is in"
                        + " working time");
        assertThat(told(document("", row("", "\"limit\": \"4h\", \"due\": \"endOfDay\""))))
                .containsExactly("/rows/0/targets/complete/due CONTRADICTION: expected sameTime, as the limit is in"
                        + " elapsed time");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'limit': '61m', 'hours': 'office'} | {'limit': '1h'}                     | true",
                "{'limit': '61m'}                    | {'limit': '1h', 'hours': 'office'}  | true",
                "{'limit': '4wd', 'hours': 'office'} | {'limit': '3wd', 'hours': 'office'} | true",
                "{'limit': '4wd', 'hours': 'office'} | {'limit': '3wd'}                    | false",
                "{'limit': '3wh', 'hours': 'office'} | {'limit': '2wh', 'hours': 'office'} | true",
                "{'limit': '3wh', 'hours': 'office'} | {'limit': '2wh', 'hours': 'night'}  | false",
            })
    void a_step_is_longer_than_completion_only_by_the_same_hours_but_in_elapsed_time(
            String signFor, String complete, boolean isTold) {
        String hours = "'office': {'workingDays': ['08:30-12:00']}, 'night': {'workingDays': ['20:00-23:00']}";
        String targets = "{'id': 'r', 'targets': {'signFor': " + signFor + ", 'complete': " + complete
                + ", 'callback': {'limit': '1wh', 'hours': 'office'}, 'firstContact': {'limit': '1wm', 'hours': 'night'}}}";
        assertThat(PolicyDocuments.told(document(hours, targets).replace('\'', '"')))
                .isEqualTo(isTold ? List.of("/rows/0/targets/signFor/limit CONTRADICTION") : List.of());
    }

    @Test
    void ten_thousand_rows_are_read_and_one_more_is_not() {
        String many = "{},".repeat(SlaPolicy.MAX_ROWS - 1) + "{}";
        assertThat(PolicyDocuments.told(document("", many)))
                .hasSizeGreaterThan(100)
                .noneMatch(t -> t.contains("LIMIT_EXCEEDED"));
        assertThat(told(document("", many + ",{}")))
                .containsExactly("/rows LIMIT_EXCEEDED: expected at most 10000 rows");
    }

    private static PolicyRow complete(String id, RowCondition when) {
        return new PolicyRow(id, when, List.of(SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofWorkingDays(1))));
    }

    private static List<Problem> unreachable(List<PolicyRow> rows) {
        return new SlaPolicy("p", "1", ZoneId.of("Asia/Shanghai"), "test", Map.of(), Reclassification.KEEPS_LATE, rows)
                .check("p").stream()
                        .filter(p -> p.code().equals("UNREACHABLE_ROW"))
                        .toList();
    }

    private static RowCondition during(int from, int before) {
        return RowCondition.builder()
                .receivedFrom(LocalDate.of(2026, 1, from))
                .receivedBefore(LocalDate.of(2026, 1, before))
                .build();
    }

    @Test
    void rows_that_come_when_all_of_a_row_is_taken_are_not_named_and_of_many_only_five() {
        assertThat(unreachable(List.of(
                        complete("first", during(1, 5)),
                        complete("more", during(3, 9)),
                        complete("none", during(1, 5)))))
                .extracting(Problem::expected)
                .containsExactly("a row that some case reaches; row first before it takes all of its cases");
        List<PolicyRow> rows = new ArrayList<>();
        for (int day = 1; day <= 6; day++) {
            rows.add(complete("d" + day, during(day, day + 1)));
        }
        List<PolicyRow> five = new ArrayList<>(rows.subList(0, 5));
        five.add(complete("all", during(1, 6)));
        assertThat(unreachable(five))
                .extracting(Problem::expected)
                .containsExactly(
                        "a row that some case reaches; rows d1, d2, d3, d4, d5 before it take all of its cases together");
        rows.add(complete("all", during(1, 7)));
        assertThat(unreachable(rows))
                .extracting(Problem::expected)
                .containsExactly(
                        "a row that some case reaches; rows d1, d2, d3, d4, d5 and others before it take all of its cases"
                                + " together");
    }

    @Test
    void a_row_of_another_area_category_or_department_takes_nothing_of_a_row() {
        RowCondition area = RowCondition.builder().addAreas(AreaCode.of("35")).build();
        RowCondition category =
                RowCondition.builder().addCategories(CategoryCode.of("01")).build();
        RowCondition department =
                RowCondition.builder().addDepartments(DepartmentCode.of("A")).build();
        assertThat(unreachable(List.of(
                        complete("a", area),
                        complete("b", category),
                        complete("c", department),
                        complete(
                                "d",
                                RowCondition.builder()
                                        .addAreas(AreaCode.of("11"))
                                        .build()),
                        complete(
                                "e",
                                RowCondition.builder()
                                        .addCategories(CategoryCode.of("02"))
                                        .build()),
                        complete(
                                "f",
                                RowCondition.builder()
                                        .addDepartments(DepartmentCode.of("B"))
                                        .build()))))
                .isEmpty();
        assertThat(unreachable(List.of(
                        complete("a", area),
                        complete("b", category),
                        complete("c", department),
                        complete("d", area),
                        complete("e", category),
                        complete("f", department))))
                .extracting(Problem::value)
                .containsExactly("d", "e", "f");
    }

    @Test
    void kinds_of_targets_and_lights_have_names_in_both_languages_and_only_completion_is_extended() {
        assertThat(TargetKind.SIGN_FOR.label()).isEqualTo(Label.of("签收", "sign for"));
        assertThat(Light.YELLOW.label()).isEqualTo(Label.of("黄灯", "yellow"));
        assertThat(SlaTarget.of(TargetKind.COMPLETE, TimeLimit.ofDays(1)).extensions())
                .isEqualTo(ExtensionRule.ANY);
        assertThat(SlaTarget.of(TargetKind.SIGN_FOR, TimeLimit.ofDays(1)).extensions())
                .isEqualTo(ExtensionRule.NONE);
    }

    @Test
    void a_row_that_would_take_too_many_comparisons_is_not_told_of() {
        List<PolicyRow> rows = List.of(
                complete("all", RowCondition.ALWAYS),
                complete("more", RowCondition.ALWAYS),
                complete("d", during(1, 5)));
        // Each kind, priority and channel is compared with the one row before, which is looked at once.
        int comparisons = 1 + CaseKind.values().length * Priority.values().length * Channel.values().length;
        assertThat(new RowCover(rows, comparisons).takersOf(1)).contains(Set.of(0));
        assertThat(new RowCover(rows, comparisons - 1).takersOf(1)).isEmpty();
        RowCover cover = new RowCover(rows, comparisons);
        assertThat(cover.takersOf(1)).isPresent();
        assertThat(cover.takersOf(2)).isEmpty();
        assertThat(new RowCover(rows).takersOf(2)).contains(Set.of(0));
    }

    @Test
    void what_a_policy_says_of_hours_and_of_its_rows_is_written_as_it_was_read() {
        String hours = """
                "all": {"workingDays": ["08:30-12:00"], "restDays": ["09:00-10:00"],
                  "weekdays": {"monday": ["08:00-12:00"], "friday": []},
                  "seasons": [{"first": "06-01", "last": "09-30", "periods": ["07:00-11:00", "15:00-18:00"]}],
                  "dates": {"2026-02-16": ["10:00-11:00"], "2026-02-17": []}}""";
        String rows = """
                {"id": "a",
                 "when": {"kind": ["help", "complaint"], "priority": ["critical"], "channel": ["web"],
                   "category": ["05.01", "03"], "area": ["350581", "44"], "department": ["GAJ", "ZJJ"],
                   "receivedFrom": "2026-01-01", "receivedBefore": "2027-01-01"},
                 "targets": {"signFor": {"limit": "2wh", "hours": "all"}, "complete": {"limit": "5wd"}}},
                {"id": "rest", "targets": {"complete": {"limit": "15wd"}}}""";
        String text = document(hours, rows);
        String written = PolicyDocuments.written(PolicyDocuments.read(text));
        assertThat(PolicyDocuments.tree(written)).isEqualTo(PolicyDocuments.tree(text));
    }

    @Test
    void an_extension_has_no_property_but_its_own() {
        assertThat(told(document("", row("", "\"limit\": \"5wd\", \"extensions\": {\"most\": 2, \"mots\": 3}"))))
                .singleElement()
                .asString()
                .startsWith("/rows/0/targets/complete/extensions/mots UNKNOWN_PROPERTY: expected one of [most,");
    }

    @Test
    void a_warning_has_its_light_and_no_property_but_its_own() {
        String warnings = "\"limit\": \"5wd\", \"warnings\": [%s]";
        assertThat(told(document(
                        "", row("", warnings.formatted("{\"light\": \"red\", \"used\": \"80%\", \"usde\": 1}")))))
                .singleElement()
                .asString()
                .startsWith("/rows/0/targets/complete/warnings/0/usde UNKNOWN_PROPERTY: expected one of [light,");
        assertThat(told(document("", row("", warnings.formatted("{\"used\": \"80%\"}")))))
                .containsExactly(
                        "/rows/0/targets/complete/warnings/0/light MISSING_PROPERTY: expected a property light");
    }

    @Test
    void a_warning_comes_after_one_to_ninety_nine_percent() {
        for (int percent : new int[] {1, 50, 99}) {
            assertThat(Warning.used(Light.RED, percent))
                    .isEqualTo(new Warning(Light.RED, new Warning.Used(percent)))
                    .extracting(Warning::threshold)
                    .hasToString(percent + "%");
        }
        for (int percent : new int[] {0, 100}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Warning.used(Light.RED, percent));
        }
    }

    @Test
    void a_kind_without_a_limit_is_told_with_a_case_that_has_none_and_the_day_if_it_has_one() {
        String some = "\"when\": {\"receivedBefore\": \"2026-02-01\"}, ";
        String more = "\"when\": {\"receivedFrom\": \"2026-03-01\"}, ";
        String help = "\"when\": {\"kind\": [\"help\"]}, ";
        String every = "a row without category, area and department for every kind, priority, channel and day, so that"
                + " every case has a limit; none is for normal cases by phone";
        assertThat(told(document(
                        "",
                        row(some, "\"limit\": \"5wd\"") + ", "
                                + row(more, "\"limit\": \"5wd\"").replace("\"r\"", "\"s\""))))
                .hasSize(CaseKind.values().length)
                .containsOnly("/rows NO_TARGET: expected " + every + " received on 2026-02-01");
        assertThat(told(document("", row(help, "\"limit\": \"5wd\""))))
                .hasSize(CaseKind.values().length - 1)
                .containsOnly("/rows NO_TARGET: expected " + every);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'receivedFrom': '2026-02-01' | 'receivedBefore': '2026-02-01' | /rows/2 rows a, b",
                "'receivedBefore': '2026-02-01' | 'receivedFrom': '2026-01-01' | /rows/2 rows a, b",
                "'receivedBefore': '2026-02-01' | 'receivedFrom': '2026-02-02' |",
                "'receivedFrom': '2026-02-01' | 'receivedBefore': '2026-01-31' |",
                "'priority': ['normal'] | 'priority': ['urgent', 'critical'] | /rows/2 rows a, b",
                "'priority': ['normal'] | 'priority': ['urgent'] |",
                "'channel': ['phone', 'web', 'app', 'wechat'] | 'channel': ['letter', 'visit', 'platform'] | /rows/2 rows a, b",
                "'channel': ['phone', 'web', 'app', 'wechat'] | 'channel': ['letter', 'visit'] |"
            })
    void rows_take_all_cases_of_a_later_one_together_in_whatever_order_their_days_are(
            String a, String b, String expected) {
        String rows = named("a", a) + ", " + named("b", b) + ", " + row("", "\"limit\": \"5wd\"");
        assertThat(told(document("", rows)))
                .isEqualTo(
                        expected == null
                                ? List.of()
                                : List.of(expected.replace(
                                                " rows",
                                                " UNREACHABLE_ROW: expected a row that some case reaches; rows")
                                        + " before it take all of its cases together"));
    }

    private static String named(String id, String when) {
        String condition = "\"when\": {" + when.replace('\'', '"') + "}, ";
        return row(condition, "\"limit\": \"5wd\"").replace("\"r\"", "\"" + id + "\"");
    }

    @Test
    void of_the_rows_that_take_all_cases_of_a_later_one_none_is_named_that_takes_none_itself() {
        String until = "'receivedBefore': '2026-02-01'";
        String rows = named("a", until) + ", " + named("b", until) + ", " + named("c", "'receivedFrom': '2026-02-01'")
                + ", " + row("", "\"limit\": \"5wd\"");
        String told = " UNREACHABLE_ROW: expected a row that some case reaches; ";
        assertThat(told(document("", rows)))
                .containsExactly(
                        "/rows/1" + told + "row a before it takes all of its cases",
                        "/rows/3" + told + "rows a, c before it take all of its cases together");
    }

    @Test
    void of_many_rows_the_first_that_take_all_cases_of_a_later_one_are_named() {
        List<String> rows = new ArrayList<>();
        rows.add(named("praise", "'kind': ['praise']"));
        rows.add(named("water", "'category': ['01']"));
        for (int i = 10; i < 25; i++) {
            rows.add(named("c" + i, "'category': ['" + i + "']"));
        }
        rows.add(row("", "\"limit\": \"5wd\""));
        rows.add(named("leaks", "'category': ['01.02']"));
        assertThat(told(document("", String.join(", ", rows))))
                .containsExactly("/rows/18 UNREACHABLE_ROW: expected a row that some case reaches; rows praise, water"
                        + " before it take all of its cases together");
    }

    @Test
    void a_built_policy_is_told_where_its_rows_and_the_only_target_of_a_kind_would_stand() {
        SlaPolicy built = SlaPolicy.builder("p", "1", ZoneId.of("Asia/Shanghai"))
                .source("ours")
                .row(
                        "a",
                        RowCondition.ALWAYS,
                        SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("3wd")),
                        SlaTarget.of(TargetKind.SIGN_FOR, TimeLimit.parse("4wd")))
                .row("b", RowCondition.ALWAYS, SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("3wd")))
                .build();
        assertThat(built.check("p").stream().map(p -> p.place() + " " + p.code()))
                .containsExactly("/rows/0/targets/signFor/limit CONTRADICTION", "/rows/1 UNREACHABLE_ROW");
    }

    /** So many rows that they are looked up by their codes. */
    @Test
    void of_many_rows_the_first_counts_that_is_for_a_case() {
        SlaPolicy.Builder builder =
                SlaPolicy.builder("p", "1", ZoneId.of("Asia/Shanghai")).source("ours");
        for (int i = 10; i < 30; i++) {
            builder.row(
                    "c" + i,
                    RowCondition.builder()
                            .addCategories(CategoryCode.of(i + ".01"))
                            .build(),
                    SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("1wd")));
        }
        CaseTraits traits = CaseTraits.builder()
                .kind(CaseKind.HELP)
                .priority(Priority.CRITICAL)
                .channel(Channel.PHONE)
                .category(CategoryCode.of("01.01"))
                .area(AreaCode.of("350581"))
                .department(DepartmentCode.of("ZJJ"))
                .received(LocalDate.of(2026, 5, 4))
                .build();
        Map<String, RowCondition> conditions = new LinkedHashMap<>();
        conditions.put(
                "kind",
                RowCondition.builder()
                        .addKinds(CaseKind.HELP)
                        .addAreas(AreaCode.of("35"))
                        .build());
        conditions.put(
                "priority",
                RowCondition.builder()
                        .addPriorities(Priority.CRITICAL)
                        .addAreas(AreaCode.of("3505"))
                        .build());
        conditions.put(
                "channel",
                RowCondition.builder()
                        .addChannels(Channel.PHONE)
                        .addCategories(CategoryCode.of("01"))
                        .build());
        conditions.put(
                "department",
                RowCondition.builder().addDepartments(DepartmentCode.of("ZJJ")).build());
        conditions.put(
                "dates",
                RowCondition.builder()
                        .receivedFrom(LocalDate.of(2026, 5, 4))
                        .receivedBefore(LocalDate.of(2026, 5, 5))
                        .build());
        conditions.forEach(
                (id, when) -> builder.row(id, when, SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("1wd"))));
        SlaPolicy policy = builder.row(
                        "rest", RowCondition.ALWAYS, SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("1wd")))
                .build();
        CaseTraits plain = traits.withKind(CaseKind.PRAISE)
                .withPriority(Priority.NORMAL)
                .withChannel(Channel.WEB)
                .withCategory(Optional.empty())
                .withArea(Optional.empty())
                .withDepartment(Optional.empty());
        CaseTraits next = traits.withReceived(LocalDate.of(2026, 5, 5));
        assertThat(rowOf(policy, traits)).isEqualTo("kind");
        assertThat(rowOf(policy, traits.withArea(AreaCode.of("36")))).isEqualTo("channel");
        assertThat(rowOf(policy, traits.withKind(CaseKind.PRAISE))).isEqualTo("priority");
        assertThat(rowOf(policy, traits.withKind(CaseKind.PRAISE).withPriority(Priority.NORMAL)))
                .isEqualTo("channel");
        assertThat(rowOf(policy, traits.withArea(AreaCode.of("36")).withChannel(Channel.WEB)))
                .isEqualTo("department");
        assertThat(rowOf(policy, plain)).isEqualTo("dates");
        assertThat(rowOf(policy, plain.withReceived(next.received()))).isEqualTo("rest");
        assertThat(rowOf(policy, plain.withReceived(LocalDate.of(2026, 5, 3)))).isEqualTo("rest");
        assertThat(rowOf(policy, traits.withCategory(CategoryCode.of("17.01.02"))))
                .isEqualTo("c17");
        assertThat(rowOf(policy, plain.withCategory(CategoryCode.of("17.02")).withReceived(next.received())))
                .isEqualTo("rest");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30})
    void a_case_that_no_row_is_for_has_none_whether_there_are_few_rows_or_many(int count) {
        SlaPolicy.Builder builder =
                SlaPolicy.builder("p", "1", ZoneId.of("Asia/Shanghai")).source("ours");
        for (int i = 0; i < count; i++) {
            builder.row(
                    "r" + i,
                    RowCondition.builder().addKinds(CaseKind.HELP).build(),
                    SlaTarget.of(TargetKind.COMPLETE, TimeLimit.parse("1wd")));
        }
        CaseTraits help = CaseTraits.builder()
                .kind(CaseKind.HELP)
                .priority(Priority.NORMAL)
                .channel(Channel.PHONE)
                .received(LocalDate.of(2026, 5, 4))
                .build();
        assertThat(rowOf(builder.build(), help)).isEqualTo("r0");
        assertThat(builder.build().row(help.withKind(CaseKind.PRAISE))).isEmpty();
    }

    private static String rowOf(SlaPolicy policy, CaseTraits traits) {
        return policy.row(traits).orElseThrow().id();
    }
}
