package io.github.hotlinekit.examples.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

/** The program from its arguments to its output and exit code. */
class RulesCommandTest {

    private static final String ESCAPE = "\u001b[";

    @TempDir
    private Path folder;

    @BeforeEach
    void copyDirectory() throws IOException {
        Files.copy(Program.CITY.resolve("departments.csv"), folder.resolve("departments.csv"));
        Files.copy(Program.CITY.resolve("areas.csv"), folder.resolve("areas.csv"));
    }

    private static final String MANHOLES = """
            { "id": "C1", "when": { "category": ["04.02"] }, "then": { "lead": "CGJ" } }""";

    private static String document(String rules, String tests) {
        return """
                {
                  "format": "hotline-routing/1",
                  "id": "small",
                  "version": "1",
                  "zone": "Asia/Shanghai",
                  "taxonomy": "12345-default@2026.1",
                  "directory": "sample@1",
                  "sections": [
                    { "id": "catalogue", "rules": [%s] },
                    { "id": "fallback", "rules": [{ "id": "Z1", "when": {}, "then": { "triage": "REST" } }] }
                  ]%s
                }
                """.formatted(rules, tests.isEmpty() ? "" : ",\n\"tests\": [" + tests + "]");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Program.Ran run(String... arguments) {
        return Program.run(folder, arguments);
    }

    private static JsonNode json(Program.Ran ran) throws IOException {
        return new ObjectMapper().readTree(ran.out());
    }

    @Test
    void check_of_good_rules_says_what_they_are() throws IOException {
        write("small.json", document(MANHOLES, ""));

        Program.Ran ran = run("check", "small.json");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("small@1: 2 sections, 2 rules, 0 norms, 0 tests\nhash ");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void check_tells_what_rules_would_do_with_exit_code_1() throws IOException {
        String twice =
                MANHOLES + "," + MANHOLES.replace("C1", "C2").replace("\"CGJ\"", "\"CGJ\", \"assist\": [\"ZJJ\"]");
        write("small.json", document(twice, ""));

        Program.Ran ran = run("check", "small.json");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).startsWith("error UNREACHABLE: ").endsWith("\n1 finding\n");
        assertThat(run("check", "small.json", "--lang", "zh").out())
                .startsWith("错误 UNREACHABLE: ")
                .endsWith("\n发现 1 处\n");
        JsonNode finding = json(run("check", "small.json", "--json")).at("/findings/0");
        assertThat(finding.at("/code").asText()).isEqualTo("UNREACHABLE");
        assertThat(finding.at("/rules/0").asText()).isEqualTo("C2");
        assertThat(finding.at("/others/0").asText()).isEqualTo("C1");
        assertThat(finding.at("/case/facts/category").asText()).startsWith("04.02");
    }

    @Test
    void the_gravity_that_fails_a_check_can_be_set() throws IOException {
        write("small.json", document("""
                        { "id": "C1", "when": { "category": ["04.02"] }, "then": { "triage": "REST" } }""", ""));

        assertThat(run("check", "small.json").out()).startsWith("warning REDUNDANT: ");
        assertThat(run("check", "small.json").exit()).isEqualTo(1);
        assertThat(run("check", "small.json", "--fail-on", "error").exit()).isZero();
        assertThat(run("check", "small.json", "--fail-on", "error").out())
                .doesNotContain("REDUNDANT")
                .contains(" less grave not shown\n");
        assertThat(run("check", "small.json", "--fail-on", "info").exit()).isEqualTo(1);
    }

    private static String withNorm(String document, String mode, String then) {
        return document.replace(
                "\"sections\"",
                "\"norms\": [{ \"id\": \"N1\", \"title\": \"covers\", \"" + mode
                        + "\": { \"when\": { \"category\": [\"04.02\"] }, \"then\": { " + then
                        + " } } }], \"sections\"");
    }

    @Test
    void norms_are_proved_or_refuted_by_a_case() throws IOException {
        write("good.json", withNorm(document(MANHOLES, ""), "always", "\"lead\": [\"CGJ\"]"));
        write("bad.json", withNorm(document(MANHOLES, ""), "never", "\"lead\": [\"CGJ\"]"));

        assertThat(run("norms", "good.json").out()).isEqualTo("proved N1 covers\n1 of 1 norms proved\n");
        assertThat(run("norms", "good.json").exit()).isZero();
        assertThat(run("norms", "good.json", "--lang", "zh").out()).isEqualTo("成立 N1 covers\n1 条规范约束,成立 1 条\n");

        Program.Ran ran = run("norms", "bad.json");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith("refuted N1 covers\n  the case category 04.02")
                .endsWith("\n  goes to rule C1, lead CGJ, assist -\n0 of 1 norms proved\n");
        JsonNode norm = json(run("norms", "bad.json", "--json")).at("/norms/0");
        assertThat(norm.at("/verdict").asText()).isEqualTo("refuted");
        assertThat(norm.at("/rule").asText()).isEqualTo("C1");
        assertThat(norm.at("/decision/lead").asText()).isEqualTo("CGJ");
    }

    @Test
    void what_the_budget_does_not_do_for_is_undecided_and_no_success() throws IOException {
        write("good.json", withNorm(document(MANHOLES, ""), "always", "\"lead\": [\"CGJ\"]"));

        Program.Ran ran = run("norms", "good.json", "--steps", "1");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).startsWith("undecided N1 covers\n");
    }

    @Test
    void check_tells_every_problem_at_once_with_exit_code_2() throws IOException {
        write("small.json", document(MANHOLES.replace("category", "catgory").replace("CGJ", "CGG"), ""));

        Program.Ran ran = run("check", "small.json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("small.json: /sections/0/rules/0/when/catgory: UNKNOWN_PROPERTY: expected ")
                .contains("did you mean \"category\"?")
                .contains("small.json: /sections/0/rules/0/then/lead: UNKNOWN_DEPARTMENT: expected ")
                .endsWith("\n2 problems\n");
    }

    @Test
    void problems_come_in_chinese_and_as_json() throws IOException {
        write("small.json", document(MANHOLES.replace("CGJ", "CGG"), ""));

        assertThat(run("check", "small.json", "--lang", "zh").err()).endsWith(",实为“CGG”\n共 1 个问题\n");

        Program.Ran ran = run("check", "small.json", "--json");
        assertThat(ran.exit()).isEqualTo(2);
        JsonNode problem = json(ran).at("/problems/0");
        assertThat(problem.at("/place").asText()).isEqualTo("/sections/0/rules/0/then/lead");
        assertThat(problem.at("/code").asText()).isEqualTo("UNKNOWN_DEPARTMENT");
        assertThat(problem.at("/value").asText()).isEqualTo("CGG");
    }

    @Test
    void problems_of_a_table_are_placed_in_the_table() throws IOException {
        write(
                "small.json",
                document(MANHOLES, "").replace("\"rules\": [" + MANHOLES + "]", "\"table\": \"catalogue.csv\""));
        write("catalogue.csv", "rule,category,lead\nC1,04.99,CGJ\n");

        Program.Ran ran = run("check", "small.json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).startsWith("catalogue.csv: line 2, column 2 (category): UNKNOWN_CATEGORY: ");
        assertThat(run("check", "small.json", "--lang", "zh").err())
                .startsWith("catalogue.csv: 第 2 行第 2 列(category): UNKNOWN_CATEGORY: ");
    }

    @Test
    void problems_of_the_departments_are_told_as_well() throws IOException {
        write("small.json", document(MANHOLES, ""));
        write("departments.csv", "code,name_zh,name_en\nCGJ,城管,Urban\n");

        Program.Ran ran = run("check", "small.json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).startsWith("departments.csv: ").contains("type");
    }

    @Test
    void a_file_that_is_not_there_ends_with_exit_code_2() {
        Program.Ran ran = run("check", "nowhere.json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).startsWith("there is no file ").contains("nowhere.json");
    }

    @Test
    void the_directory_may_lie_elsewhere() throws IOException {
        write("small.json", document(MANHOLES, ""));
        Files.createDirectory(folder.resolve("lists"));
        Files.move(folder.resolve("departments.csv"), folder.resolve("lists/units.csv"));
        Files.move(folder.resolve("areas.csv"), folder.resolve("lists/places.csv"));

        assertThat(run("check", "small.json").exit()).isEqualTo(2);
        assertThat(run("check", "small.json", "--departments", "lists/units.csv", "--areas", "lists/places.csv")
                        .exit())
                .isZero();
    }

    @Test
    void a_hundred_problems_are_printed_and_the_others_counted() throws IOException {
        String rules = IntStream.range(0, 130)
                .mapToObj(i -> "{ \"id\": \"C" + i + "\" }")
                .collect(Collectors.joining(", "));
        write("small.json", document(rules, ""));

        Program.Ran ran = run("check", "small.json");
        assertThat(ran.err().lines()).hasSize(101);
        assertThat(ran.err()).endsWith("\n130 problems, 30 not shown\n");
        assertThat(run("check", "small.json", "--lang", "zh").err()).endsWith("\n共 130 个问题,其中 30 个未列出\n");
        assertThat(json(run("check", "small.json", "--json")).path("problems")).hasSize(130);
    }

    private static final String DIRECTORY = """
            { "format": "hotline-directory/1", "id": "sample", "version": "1",
              "departments": [ { "code": "CGJ", "name": { "zh": "城管局", "en": "Urban" }, "type": "bureau" } ],
              "areas": [ { "code": "1", "name": { "zh": "市", "en": "City" }, "level": "city" } ] }
            """;

    @Test
    void departments_and_areas_may_stand_in_one_document() throws IOException {
        write("small.json", document(MANHOLES, ""));
        write("lists.json", DIRECTORY);
        Files.delete(folder.resolve("departments.csv"));
        assertThat(run("check", "small.json").err()).endsWith("departments.csv\n");

        assertThat(run("check", "small.json", "--directory", "lists.json").exit())
                .isZero();
        assertThat(run("explain", "small.json", "--directory", "lists.json", "--category", "04.02.01")
                        .out())
                .startsWith("Outcome: lead Urban (CGJ)\n");
        assertThat(run("check", "small.json", "--directory", "absent.json").err())
                .endsWith("absent.json\n");
    }

    @Test
    void a_directory_beside_the_rules_is_taken_unless_tables_are_named() throws IOException {
        write("small.json", document(MANHOLES.replace("CGJ", "ZJJ"), ""));
        write("directory.json", DIRECTORY);

        Program.Ran beside = run("check", "small.json");
        assertThat(beside.err())
                .contains("/sections/0/rules/0/then/lead: UNKNOWN_DEPARTMENT: expected a department of sample@1");
        assertThat(beside.exit()).isEqualTo(RulesCommand.UNUSABLE);
        assertThat(run("check", "small.json", "--departments", "departments.csv")
                        .exit())
                .isZero();
    }

    @Test
    void a_directory_in_json_has_a_name_of_its_own_and_problems_with_their_places() throws IOException {
        write("small.json", document(MANHOLES, ""));
        write("directory.json", DIRECTORY.replace("\"version\": \"1\"", "\"version\": \"2\""));
        assertThat(run("check", "small.json").err())
                .contains("/directory: OTHER_IDENTITY")
                .contains("sample@2");

        write("directory.json", DIRECTORY.replace("\"code\": \"1\"", "\"code\": \"1\", \"parant\": \"2\""));
        assertThat(run("check", "small.json").err())
                .startsWith("directory.json: /areas/0/parant: UNKNOWN_PROPERTY: ")
                .contains("did you mean \"parent\"?");
    }

    @Test
    void a_directory_and_tables_exclude_each_other() throws IOException {
        write("small.json", document(MANHOLES, ""));
        write("directory.json", DIRECTORY);

        Program.Ran ran = run("check", "small.json", "--directory", "directory.json", "--areas", "areas.csv");
        assertThat(ran.err()).isEqualTo("--directory must not be given with --departments or --areas\nTry --help.\n");
        assertThat(ran.exit()).isEqualTo(RulesCommand.UNUSABLE);
    }

    @Test
    void a_taxonomy_of_ones_own_is_taken_for_the_one_that_the_rules_name() throws IOException {
        write("small.json", document(MANHOLES, "").replace("12345-default@2026.1", "own@7"));
        write("own.csv", "code,parent,name_zh,name_en\n04,,设施,Facilities\n04.02,04,井盖,Covers\n");

        assertThat(run("check", "small.json").err()).contains("/taxonomy: OTHER_IDENTITY");
        assertThat(run("check", "small.json", "--taxonomy", "own.csv").exit()).isZero();

        write("own.json", """
                { "format": "hotline-taxonomy/1", "id": "own", "version": "7", "categories": [
                  { "code": "04", "name": { "zh": "设施", "en": "Facilities" } },
                  { "code": "04.02", "name": { "zh": "井盖", "en": "Covers" } }] }
                """);
        assertThat(run("check", "small.json", "--taxonomy", "own.json").exit()).isZero();
    }

    private static final String FAILING = """
            { "id": "t1", "title": "covers", "facts": { "category": "04.02.01" }, "expect": { "lead": "CGJ" } },
            { "id": "t2", "facts": { "category": "05.01" }, "expect": { "rule": "C1", "lead": "GSGS" } }""";

    @Test
    void a_test_that_fails_is_shown_with_exit_code_1() throws IOException {
        write("small.json", document(MANHOLES, FAILING));

        Program.Ran ran = run("test", "small.json");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEqualTo("""
                        FAILED t2
                          expected rule C1, lead GSGS
                          but was  rule Z1, triage REST
                        1 of 2 tests passed
                        """);
        assertThat(run("test", "small.json", "--verbose").out()).startsWith("passed t1 covers\n");
        assertThat(run("test", "small.json", "--lang", "zh").out()).endsWith("2 个测试,通过 1 个\n");
    }

    @Test
    void tests_come_as_json() throws IOException {
        write("small.json", document(MANHOLES, FAILING));

        JsonNode report = json(run("test", "small.json", "--json"));

        assertThat(report.at("/passed").asInt()).isEqualTo(1);
        assertThat(report.at("/failed").asInt()).isEqualTo(1);
        assertThat(report.at("/tests/0/decision/rule").asText()).isEqualTo("C1");
        assertThat(report.at("/tests/1/expected/lead").asText()).isEqualTo("GSGS");
        assertThat(report.at("/tests/1/decision/triage").asText()).isEqualTo("REST");
    }

    @Test
    void a_test_expects_the_outcome_and_the_assistants_as_well() throws IOException {
        write("small.json", document(MANHOLES, """
                        { "id": "t1", "facts": { "category": "04.02" }, "expect": { "assist": ["ZJJ"] } },
                        { "id": "t2", "facts": { "category": "04.02" }, "expect": { "triage": "REST" } },
                        { "id": "t3", "facts": { "category": "05" }, "expect": { "rule": "C1" } },
                        { "id": "t4", "facts": { "category": "04.02" }, "excluded": ["CGJ"], "expect": { "triage": "DISPUTED" } }"""));

        assertThat(json(run("test", "small.json", "--json")).findValuesAsText("passed"))
                .containsExactly("1", "false", "false", "false", "true");
    }

    @Test
    void coverage_says_which_rules_no_test_hits() throws IOException {
        write("small.json", document(MANHOLES, FAILING.substring(0, FAILING.indexOf("},\n") + 1)));

        Program.Ran ran = run("coverage", "small.json");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .isEqualTo("section fallback, never hit: Z1\ncases 1, rules hit 1 of 2, decided by no rule 0\n");
        assertThat(run("coverage", "small.json", "--at-least", "50").exit()).isZero();
        assertThat(run("coverage", "small.json", "--at-least", "51").exit()).isEqualTo(1);
        assertThat(run("coverage", "small.json", "--lang", "zh").out()).startsWith("章节 fallback 从未命中:Z1\n");
        JsonNode json = json(run("coverage", "small.json", "--json"));
        assertThat(json.at("/rules/0/hits").asInt()).isEqualTo(1);
        assertThat(json.at("/rules/1/hits").asInt()).isZero();
    }

    @Test
    void a_test_suggested_for_a_rule_that_is_not_hit_passes_and_hits_it() throws IOException {
        write("small.json", document(MANHOLES, FAILING.substring(0, FAILING.indexOf("},\n") + 1)));

        JsonNode tests = json(run("coverage", "small.json", "--suggest")).at("/tests");
        assertThat(tests).hasSize(1);
        write("more.json", document(MANHOLES, tests.get(0).toString()));

        assertThat(run("test", "more.json").out()).isEqualTo("1 of 1 tests passed\n");
        assertThat(run("coverage", "more.json").out()).startsWith("section catalogue, never hit: C1\n");
    }

    private static final String CASES = """
            id,at,category,area,kind,channel,priority,requester,day_type,text,received_at
            a,2026-07-02T09:00:00+08:00,04.02.01,350581001002,help,phone,normal,resident,working,井盖,2026-07-02T08:00:00+08:00
            b,2026-07-02T09:00:00+08:00,05.01,,,,,,,,
            c,2026-07-02T09:00:00+08:00,,,,,,,,,
            """;

    @Test
    void diff_says_which_past_cases_go_elsewhere() throws IOException {
        write("before.json", document(MANHOLES, ""));
        write("after.json", document(MANHOLES.replace("CGJ", "ZJJ"), ""));
        write("cases.csv", CASES);

        Program.Ran ran = run("diff", "before.json", "after.json", "--cases", "cases.csv");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("Cases: 3\n", "CGJ", "ZJJ");
        assertThat(run("diff", "before.json", "after.json", "--cases", "cases.csv", "--lang", "zh")
                        .out())
                .contains("工单: 3\n");
        JsonNode json = json(run("diff", "before.json", "after.json", "--cases", "cases.csv", "--json"));
        assertThat(json.at("/changed").asInt()).isEqualTo(1);
        assertThat(json.at("/changes/0/before").asText()).isEqualTo("dispatch CGJ");
        assertThat(json.at("/changes/0/after").asText()).isEqualTo("dispatch ZJJ");
        assertThat(json.at("/changes/0/examples/0").asText()).isEqualTo("a");
    }

    @Test
    void diff_shows_the_cases_that_are_decided_otherwise_or_proves_that_there_is_none() throws IOException {
        write("before.json", document(MANHOLES, FAILING));
        write("after.json", document(MANHOLES.replace("CGJ", "ZJJ"), ""));

        Program.Ran same = run("diff", "before.json", "before.json");
        assertThat(same.exit()).isZero();
        assertThat(same.out()).isEqualTo("equal\n");

        Program.Ran ran = run("diff", "before.json", "after.json");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith(
                        "rule C1, lead CGJ, assist - -> rule C1, lead ZJJ, assist -\n  such as the case category 04.02")
                .endsWith("\ndifferent: differences 1\n");
        assertThat(run("diff", "before.json", "after.json", "--lang", "zh").out())
                .endsWith("\n不同:1 处差异\n");
        JsonNode json = json(run("diff", "before.json", "after.json", "--json"));
        assertThat(json.at("/verdict").asText()).isEqualTo("different");
        assertThat(json.at("/complete").asBoolean()).isTrue();
        assertThat(json.at("/differences/0/after/lead").asText()).isEqualTo("ZJJ");
        assertThat(json.at("/differences/0/case/facts/category").asText()).startsWith("04.02");
    }

    @Test
    void sets_of_different_directories_cannot_be_compared_case_by_case() throws IOException {
        write("before.json", document(MANHOLES, ""));
        write("after.json", document(MANHOLES, "").replace("sample@1", "sample@2"));
        write("cases.csv", CASES);

        Program.Ran ran = run("diff", "before.json", "after.json");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("sample@2");
        assertThat(run("diff", "before.json", "after.json", "--cases", "cases.csv", "--at", "2026-07-02T09:00:00+08:00")
                        .exit())
                .isZero();
    }

    @Test
    void cases_that_cannot_be_read_end_with_exit_code_2() throws IOException {
        write("before.json", document(MANHOLES, ""));
        write("cases.csv", "id,at,category,kind\n,2026-07-02,4,hepl\n");

        Program.Ran ran = run("coverage", "before.json", "--cases", "cases.csv");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .contains("(id): MISSING_VALUE", "(at): BAD_VALUE", "(category): BAD_VALUE", "(kind): BAD_VALUE")
                .endsWith("\n4 problems\n");
        write("cases.csv", CASES);
        assertThat(run("coverage", "before.json", "--cases", "cases.csv").out())
                .endsWith("cases 3, rules hit 2 of 2, decided by no rule 0\n");
    }

    @Test
    void colours_are_for_terminals_unless_they_are_asked_for() throws IOException {
        write("small.json", document(MANHOLES, FAILING));

        assertThat(run("test", "small.json").out()).doesNotContain(ESCAPE);
        assertThat(Program.run(folder, Ansi.ON, "test", "small.json").out()).contains(ESCAPE);
        assertThat(run("test", "small.json", "--color", "always").out()).contains(ESCAPE);
        assertThat(Program.run(folder, Ansi.ON, "test", "small.json", "--color", "never")
                        .out())
                .doesNotContain(ESCAPE);
        assertThat(Program.run(folder, Ansi.ON, "test", "small.json", "--json").out())
                .doesNotContain(ESCAPE);
    }

    private static final String[] NOISE = {
        "explain", "rules.json", "--category", "08.01.02", "--area", "350581001003", "--kind", "report", "--channel",
        "phone", "--priority", "normal", "--requester", "resident", "--day-type", "working", "--text", "广场舞",
        "--received-at", "2026-07-02T08:00:00+08:00", "--excluded", "GAJ=not ours", "--at", "2026-05-02T09:00:00+08:00"
    };

    private static Program.Ran explain(String... more) {
        String[] all = Arrays.copyOf(NOISE, NOISE.length + more.length);
        System.arraycopy(more, 0, all, NOISE.length, more.length);
        return Program.run(Program.CITY, all);
    }

    @Test
    void explain_gives_the_ground_of_a_dispatch() {
        Program.Ran ran = explain();

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .startsWith("Outcome: lead Urban Management Bureau (CGJ)\n")
                .contains("Decided at: 2026-05-02T09:00 (Asia/Shanghai)")
                .contains("Rule: M0801 ")
                .contains("Objection 1: Public Security Bureau (GAJ): not ours")
                .contains("kind report: any will do", "channel phone", "priority normal", "requester resident")
                .contains("day type working day", "time Thu 08:00");
        assertThat(explain("--lang", "zh").out()).startsWith("派单结果:主办 市城市管理局(CGJ)\n");
    }

    @Test
    void explain_comes_as_json() throws IOException {
        JsonNode explanation = json(explain("--json"));

        assertThat(explanation.at("/ruleSet").asText()).isEqualTo("shishi-sample@2026.07");
        assertThat(explanation.at("/hash").asText()).hasSize(64);
        assertThat(explanation.at("/decision/lead").asText()).isEqualTo("CGJ");
        assertThat(explanation.at("/section").asText()).isEqualTo("catalogue");
        assertThat(explanation.at("/evidence/0/matched/0").asText()).isEqualTo("08.01");
        assertThat(explanation.at("/passedOver/0/rule").asText()).isEqualTo("H7");
        assertThat(explanation.at("/passedOver/0/reason").asText()).isEqualTo("relieved");
        assertThat(explanation.at("/nearMisses").size()).isPositive();
        assertThat(explanation.at("/notInForce/0").asText()).isEqualTo("H7");
    }

    @Test
    void explain_takes_the_case_of_a_test() {
        Program.Ran ran = Program.run(Program.CITY, "explain", "rules.json", "--test", "t01");

        assertThat(ran.out()).startsWith("Outcome: referred to 119\n");
        Program.Ran none = Program.run(Program.CITY, "explain", "rules.json", "--test", "t999");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).startsWith("--test must be the id of a test, but was t999\n");
    }

    @Test
    void codes_that_are_not_known_go_to_people_where_that_is_asked_for() {
        String[] arguments = {"explain", "rules.json", "--category", "04.02.77", "--at", "2026-05-02T09:00:00+08:00"};

        assertThat(Program.run(Program.CITY, arguments).out()).contains("Rule: M0402 ");
        String[] strict = Arrays.copyOf(arguments, arguments.length + 1);
        strict[arguments.length] = "--strict";
        assertThat(Program.run(Program.CITY, strict).out()).startsWith("Outcome: triage by people UNKNOWN_CODE\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--kind=hepl",
                "--category=4.2",
                "--area=no",
                "--at=yesterday",
                "--lang=fr",
                "--color=pink",
                "--excluded=?",
                "--nothing"
            })
    void a_wrong_command_line_ends_with_exit_code_2(String argument) throws IOException {
        write("small.json", document(MANHOLES, ""));

        Program.Ran ran = run("explain", "small.json", argument);

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).endsWith("Try --help.\n");
    }

    @Test
    void without_a_command_the_program_says_how_to_go_on() {
        assertThat(run().exit()).isEqualTo(2);
        assertThat(run().err()).contains("rules check", "--help");
        assertThat(run("chekc").exit()).isEqualTo(2);
        assertThat(run("--help").out())
                .contains(
                        "check",
                        "test",
                        "explain",
                        "norms",
                        "coverage",
                        "diff",
                        "to-dmn",
                        "from-dmn",
                        "format",
                        "Exit codes:",
                        "检查");
        assertThat(run("explain", "--help").exit()).isZero();
    }

    @Test
    void format_changes_the_layout_alone() throws IOException {
        String document = document(MANHOLES, FAILING).replace("\"tests\"", "\"x-note\": 1.50,\n\"tests\"");
        write("small.json", document);
        String hash = run("check", "small.json").out();

        assertThat(run("format", "small.json", "--check").exit()).isEqualTo(1);
        assertThat(run("format", "small.json").exit()).isZero();
        assertThat(folder.resolve("small.json")).hasContent(document);
        assertThat(run("format", "small.json", "--write").out()).isEqualTo("wrote small.json\n");
        assertThat(run("format", "small.json", "--check").exit()).isZero();
        assertThat(run("format", "small.json").out()).isEqualTo(Files.readString(folder.resolve("small.json")));
        assertThat(run("check", "small.json").out()).isEqualTo(hash);
        assertThat(Files.readString(folder.resolve("small.json"))).contains("\"x-note\": 1.50");
    }

    @Test
    void format_prints_the_whole_set_and_its_sections_as_tables() throws IOException {
        Program.Ran whole = Program.run(Program.CITY, "format", "rules.json", "--whole");
        assertThat(whole.out()).contains("\"M010101\"").doesNotContain("\"table\"");
        write("whole.json", whole.out());
        assertThat(run("check", "whole.json").out())
                .isEqualTo(Program.run(Program.CITY, "check", "rules.json").out());

        Program.Ran table = Program.run(Program.CITY, "format", "rules.json", "--table", "catalogue");
        assertThat(table.out().lines()).hasSize(227);
        Program.Ran none = Program.run(Program.CITY, "format", "rules.json", "--table", "catalog");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("catalogue", "but was catalog\n");
    }

    @Test
    void rules_go_out_to_dmn_and_come_back() throws IOException {
        write("small.json", document(MANHOLES, ""));

        assertThat(run("to-dmn", "small.json", "--day", "2026-07-02", "--out", "small.dmn")
                        .exit())
                .isZero();
        assertThat(folder.resolve("small.dmn")).content().contains("hitPolicy=\"FIRST\"");
        assertThat(run("to-dmn", "small.json", "--day", "2026-07-02").out())
                .isEqualTo(Files.readString(folder.resolve("small.dmn")));
        assertThat(run("from-dmn", "small.dmn", "--out", "back.json").exit()).isZero();
        assertThat(run("from-dmn", "small.dmn").out()).isEqualTo(Files.readString(folder.resolve("back.json")));
        assertThat(run("explain", "back.json", "--category", "04.02.01", "--at", "2026-07-02T09:00:00+08:00")
                        .out())
                .contains("Rule: C1");
    }

    @Test
    void what_dmn_cannot_say_is_told_with_exit_code_1() throws IOException {
        write("small.json", document(MANHOLES.replace("\"category\": [\"04.02\"]", "\"time\": [\"08:00-18:00\"]"), ""));

        Program.Ran ran = run("to-dmn", "small.json", "--day", "2026-07-02", "--out", "small.dmn");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).startsWith("section catalogue, rule C1: DMN_UNSUPPORTED_TIME: ");
        assertThat(folder.resolve("small.dmn")).doesNotExist();
        assertThat(json(run("to-dmn", "small.json", "--day", "2026-07-02", "--json"))
                        .at("/unsupported/0/rule")
                        .asText())
                .isEqualTo("C1");
    }
}
