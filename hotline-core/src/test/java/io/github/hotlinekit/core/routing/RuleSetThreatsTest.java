package io.github.hotlinekit.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a hostile or a careless author can write, and what is said of it. */
class RuleSetThreatsTest {

    private static List<String> places(List<Problem> problems) {
        return problems.stream().map(p -> p.place() + " " + p.code()).toList();
    }

    private static List<String> when(String condition) {
        return places(
                Documents.checkRules("{\"id\": \"1\", \"when\": " + condition + ", \"then\": {\"lead\": \"A\"}}"));
    }

    private static String numbered(int from, int to, String format) {
        return IntStream.range(from, to)
                .mapToObj(i -> String.format(Locale.ROOT, format, i))
                .collect(Collectors.joining(","));
    }

    @Test
    void a_pattern_is_refused_with_a_hint_and_never_compiled() {
        for (String word : List.of("燃气.*泄漏", "(a+)+$(?:b)", "[0-9]", "\\\\d", "a|b", "^a")) {
            List<Problem> problems =
                    Documents.checkRules("{\"id\": \"1\", \"when\": {\"keywords\": {\"any\": [\"水果\", \"" + word
                            + "\"]}}, \"then\": {\"lead\": \"A\"}}");
            assertThat(places(problems)).containsExactly("/sections/0/rules/0/when/keywords/any/1 REGEX_UNSUPPORTED");
            assertThat(problems.get(0).expected()).contains("literal word");
        }
        assertThat(places(Documents.checkTable("rule,keywords,lead\nR1,气.*漏,A\n")))
                .containsExactly("line 2, column 2 (keywords) REGEX_UNSUPPORTED");
    }

    @Test
    void an_expression_is_no_value_of_any_cell() {
        assertThat(when("{\"category\": [\"${T(java.lang.Runtime)}\"], \"script\": \"1\"}"))
                .containsExactly(
                        "/sections/0/rules/0/when/script UNKNOWN_PROPERTY",
                        "/sections/0/rules/0/when/category/0 UNKNOWN_CATEGORY");
    }

    @Test
    void each_limit_is_told_at_its_place_and_may_be_reached() {
        String word64 = "w".repeat(64);
        assertThat(when("{\"keywords\": {\"any\": [\"" + word64 + "\"]}}")).isEmpty();
        assertThat(when("{\"keywords\": {\"any\": [\"" + word64 + "w\"]}}"))
                .containsExactly("/sections/0/rules/0/when/keywords/any/0 LIMIT_EXCEEDED");
        String words = numbered(0, 1_024, "\"w%d\"");
        assertThat(when("{\"keywords\": {\"any\": [" + words + "]}}")).isEmpty();
        assertThat(when("{\"keywords\": {\"any\": [" + words + "], \"none\": [\"x\"]}}"))
                .containsExactly("/sections/0/rules/0/when/keywords LIMIT_EXCEEDED");
        String times = numbered(0, 257, "\"00:00-%d:00\"");
        assertThat(when("{\"time\": [" + times + "]}"))
                .containsExactly("/sections/0/rules/0/when/time/256 LIMIT_EXCEEDED");
        assertThat(places(Documents.checkRules("{\"id\": \"" + "i".repeat(65) + "\", \"title\": \"" + "t".repeat(201)
                        + "\", \"basis\": \"" + "b".repeat(1_001) + "\", \"then\": {\"desk\": \"answer\"}}")))
                .containsExactly(
                        "/sections/0/rules/0/id LIMIT_EXCEEDED",
                        "/sections/0/rules/0/title LIMIT_EXCEEDED",
                        "/sections/0/rules/0/basis LIMIT_EXCEEDED");
        assertThat(places(Documents.checkTable("rule,title,lead,basis\n" + "i".repeat(65) + "," + "t".repeat(201)
                        + ",A," + "b".repeat(1_001) + "\n")))
                .containsExactly(
                        "line 2, column 1 (rule) LIMIT_EXCEEDED",
                        "line 2, column 2 (title) LIMIT_EXCEEDED",
                        "line 2, column 4 (basis) LIMIT_EXCEEDED");
    }

    @Test
    void a_rule_set_has_fifty_thousand_words_at_most() {
        String rules = IntStream.range(0, 50)
                .mapToObj(i -> "{\"id\": \"" + i + "\", \"when\": {\"keywords\": {\"any\": ["
                        + numbered(i * 1_000, i * 1_000 + 1_000, "\"w%d\"") + "]}}, \"then\": {\"lead\": \"A\"}}")
                .collect(Collectors.joining(","));
        assertThat(Documents.checkRules(rules)).isEmpty();
        assertThat(
                        places(
                                Documents.checkRules(
                                        rules
                                                + ",{\"id\": \"x\", \"when\": {\"keywords\": {\"all\": [\"x\", \"w1\"]}}, \"then\": {\"lead\": \"A\"}}")))
                .containsExactly("/sections/0/rules/50/when/keywords LIMIT_EXCEEDED");
    }

    @Test
    void a_rule_set_has_a_hundred_thousand_rules_at_most_in_all_its_documents() {
        String rows = IntStream.range(0, RuleSet.MAX_RULES)
                .mapToObj(i -> "R" + i + ",A\n")
                .collect(Collectors.joining());
        String head = Documents.HEAD + "[{\"id\": \"s\", \"table\": \"t.csv\"}";
        assertThat(Documents.check(head + "]}", Documents.tables(Map.of("t.csv", "rule,lead\n" + rows))))
                .isEmpty();
        assertThat(places(Documents.check(
                        head + "]}", Documents.tables(Map.of("t.csv", "rule,lead\n" + rows + "more,A\n")))))
                .containsExactly("line 100002, column 1 (rule) LIMIT_EXCEEDED");
        assertThat(places(Documents.check(
                        head + ", {\"id\": \"t\", \"rules\": [{\"id\": \"more\", \"then\": {\"lead\": \"A\"}}]}]}",
                        Documents.tables(Map.of("t.csv", "rule,lead\n" + rows)))))
                .containsExactly("/sections/1/rules/0 LIMIT_EXCEEDED");
        String first = Documents.HEAD
                + "[{\"id\": \"t\", \"rules\": [{\"id\": \"first\", \"then\": {\"lead\": \"A\"}}]}, "
                + "{\"id\": \"s\", \"table\": \"t.csv\"}]}";
        assertThat(places(Documents.check(first, Documents.tables(Map.of("t.csv", "rule,lead\n" + rows)))))
                .containsExactly("line 100001, column 1 (rule) LIMIT_EXCEEDED");
        String fewer = rows.substring(0, rows.lastIndexOf('R'));
        assertThat(Documents.check(first, Documents.tables(Map.of("t.csv", "rule,lead\n" + fewer))))
                .isEmpty();
        assertThat(Documents.check(
                        head + ", {\"id\": \"t\", \"rules\": [{\"id\": \"last\", \"then\": {\"lead\": \"A\"}}]}]}",
                        Documents.tables(Map.of("t.csv", "rule,lead\n" + fewer))))
                .isEmpty();
    }

    @Test
    void a_document_that_is_too_deep_or_too_long_is_not_read() {
        assertThat(Documents.check(Documents.HEAD + "[".repeat(100)).get(0).code())
                .isEqualTo("LIMIT_EXCEEDED");
        assertThat(Documents.check(" ".repeat((16 << 20) + 1)).get(0).code()).isEqualTo("LIMIT_EXCEEDED");
        String comment = "#" + "c".repeat(1_000) + "\n";
        assertThat(places(Documents.checkTable("rule,lead\nR,A\n" + comment.repeat((16 << 20) / 1_000))))
                .containsExactly("line 1, column 1 LIMIT_EXCEEDED");
        assertThat(places(Documents.checkRules("{\"id\": \"1\", \"then\": {\"lead\": \"A\"}, \"x-deep\": "
                        + "[".repeat(40) + "]".repeat(40) + "}")))
                .containsExactly("/sections/0/rules/0/x-deep LIMIT_EXCEEDED");
    }

    @Test
    void a_rule_that_is_the_product_of_long_lists_is_too_wide() {
        assertThat(64 * 64).isEqualTo(Condition.MAX_PAIRS);
        assertThat(product(64, 64)).isEmpty();
        assertThat(product(65, 64)).containsExactly("/sections/0/rules/0/when RULE_TOO_WIDE");
    }

    /** What is wrong with a rule for so many categories in so many areas. */
    private static List<String> product(int categoryCount, int areaCount) {
        StringBuilder categories = new StringBuilder("code,parent,name_zh,name_en\n");
        StringBuilder codes = new StringBuilder();
        for (int i = 0; i < categoryCount; i++) {
            String code = String.format(Locale.ROOT, "%02d", i);
            categories.append(code + ",,事" + code + ",m" + code + "\n");
            codes.append(i == 0 ? "" : ",").append('"').append(code).append('"');
        }
        List<Area> areas = IntStream.range(10, 10 + areaCount)
                .mapToObj(i -> Area.builder()
                        .code(AreaCode.of("" + i))
                        .name(Label.of("区", "a"))
                        .level("street")
                        .build())
                .toList();
        String areaCodes = areas.stream().map(a -> "\"" + a.code() + "\"").collect(Collectors.joining(","));
        try {
            return places(RuleSet.check(
                    "rules.json",
                    Documents.in(
                            "{\"format\": \"hotline-routing/1\", \"id\": \"r\", \"version\": \"1\", \"zone\": \"UTC\","
                                    + "\"taxonomy\": \"t@1\", \"directory\": \"d@1\", \"sections\": [{\"id\": \"s\", \"rules\": [{\"id\": \"1\","
                                    + "\"when\": {\"category\": [" + codes + "], \"area\": [" + areaCodes
                                    + "]}, \"then\": {\"desk\": \"answer\"}}]}]}"),
                    Taxonomy.readCsv("t", "1", "t.csv", Documents.in(categories.toString())),
                    Directory.of("d", "1", List.of(), areas)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void what_is_there_twice_is_told_with_both_places() {
        String rule = "{\"id\": \"1\", \"then\": {\"lead\": \"A\"}}";
        List<Problem> problems = Documents.check(
                Documents.HEAD + "[{\"id\": \"s\", \"rules\": [" + rule + "," + rule
                        + "]}, {\"id\": \"t\", \"rules\": [" + rule + "]}, {\"id\": \"s\", \"table\": \"t.csv\"}]}",
                Documents.tables(Map.of("t.csv", "rule,lead\n2,A\n2,A\n1,A\n")));
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "rules.json: /sections/0/rules/1/id: DUPLICATE_ID: expected an id not used before; it is also at "
                                + "/sections/0/rules/0/id, but was \"1\"",
                        "rules.json: /sections/1/rules/0/id: DUPLICATE_ID: expected an id that no other section has; it is also at "
                                + "/sections/0/rules/0/id, but was \"1\"",
                        "rules.json: /sections/2/id: DUPLICATE_ID: expected an id not used before; it is also at /sections/0/id, "
                                + "but was \"s\"",
                        "t.csv: line 3, column 1 (rule): DUPLICATE_ID: expected an id not used before; it is also at "
                                + "line 2, column 1 (rule), but was \"2\"",
                        "t.csv: line 4, column 1 (rule): DUPLICATE_ID: expected an id not used before; it is also at "
                                + "rules.json: /sections/0/rules/0/id, but was \"1\"");
        assertThat(places(Documents.checkTable("rule,lead,lead\n1,A,A\n")))
                .containsExactly("line 1, column 3 (lead) DUPLICATE_COLUMN");
        assertThat(Documents.check("{\"format\": 1, \"format\": 2}").get(0).code())
                .isEqualTo("NOT_JSON");
    }

    @Test
    void versions_of_a_rule_may_follow_each_other_and_not_overlap() {
        assertThat(Documents.checkTable("rule,lead,from,to\n1,A,-,2026-01-01\n1,B,2026-01-01,-\n"))
                .isEmpty();
        assertThat(places(Documents.checkTable("rule,lead,from,to\n1,A,-,2026-01-02\n1,B,2026-01-01,\n")))
                .containsExactly("line 3, column 1 (rule) OVERLAPPING_VERSIONS");
        String versions = IntStream.range(0, 257)
                .mapToObj(i -> "1,A," + LocalDate.EPOCH.plusDays(i) + "," + LocalDate.EPOCH.plusDays(i + 1L) + "\n")
                .collect(Collectors.joining());
        assertThat(places(Documents.checkTable("rule,lead,from,to\n" + versions)))
                .containsExactly("line 258, column 1 (rule) LIMIT_EXCEEDED");
    }

    @Test
    void what_is_unknown_is_refused_with_what_may_have_been_meant() {
        String document = """
                {"format": "hotline-routing/1", "id": "r", "version": "1", "zone": "Asia/Shangai",
                 "taxonomy": "t@1", "directory": "d@2", "sektions": 1, "sections": [
                  {"id": "s", "policy": "fist", "x-lost": 1, "rules": [
                   {"id": "1", "when": {"catgory": ["01"], "category": ["01.09"], "area": ["9"], "kind": ["complant"],
                     "channel": ["fax"], "priority": ["urgnt"], "requester": ["x"], "dayType": ["workin"],
                     "time": ["noon"]}, "then": {"lead": "LATR", "assist": [{"jurisdiction": "stret", "function": "housng"}]}}]}],
                 "onReturn": {"policy": "nextMach"},
                 "norms": [{"id": "n", "never": {"then": {"outcome": ["dispach"], "leadLevel": "city", "leadType": "buro"}},
                  "except": ["2"]}],
                 "tests": [{"id": "t", "at": "2026-01-01", "facts": {"category": "03", "area": "3"}, "expect": {"rule": "11"}}]}""";
        List<Problem> problems = Documents.check(document);
        assertThat(places(problems))
                .containsExactly(
                        "/sektions UNKNOWN_PROPERTY",
                        "/zone BAD_ZONE",
                        "/directory OTHER_IDENTITY",
                        "/sections/0/x-lost UNKNOWN_PROPERTY",
                        "/sections/0/policy UNKNOWN_POLICY",
                        "/sections/0/rules/0/when/catgory UNKNOWN_PROPERTY",
                        "/sections/0/rules/0/when/category/0 UNKNOWN_CATEGORY",
                        "/sections/0/rules/0/when/area/0 UNKNOWN_AREA",
                        "/sections/0/rules/0/when/kind/0 UNKNOWN_KIND",
                        "/sections/0/rules/0/when/channel/0 UNKNOWN_CHANNEL",
                        "/sections/0/rules/0/when/priority/0 UNKNOWN_PRIORITY",
                        "/sections/0/rules/0/when/requester/0 UNKNOWN_REQUESTER",
                        "/sections/0/rules/0/when/dayType/0 UNKNOWN_DAY_TYPE",
                        "/sections/0/rules/0/when/time/0 BAD_TIME",
                        "/sections/0/rules/0/then/lead UNKNOWN_DEPARTMENT",
                        "/sections/0/rules/0/then/assist/0/jurisdiction UNKNOWN_LEVEL",
                        "/sections/0/rules/0/then/assist/0/function UNKNOWN_FUNCTION",
                        "/onReturn/policy UNKNOWN_POLICY",
                        "/norms/0/never/then/outcome/0 UNKNOWN_OUTCOME",
                        "/norms/0/never/then/leadLevel UNKNOWN_LEVEL",
                        "/norms/0/never/then/leadType UNKNOWN_TYPE",
                        "/norms/0/except/0 UNKNOWN_RULE",
                        "/tests/0/at BAD_INSTANT",
                        "/tests/0/facts/category UNKNOWN_CATEGORY",
                        "/tests/0/facts/area UNKNOWN_AREA",
                        "/tests/0/expect/rule UNKNOWN_RULE");
        assertThat(problems).allSatisfy(RuleSetThreatsTest::assertWhole);
        assertThat(problems)
                .extracting(Problem::expected)
                .filteredOn(e -> e.contains("did you mean"))
                .anyMatch(e -> e.contains("\"sections\""))
                .anyMatch(e -> e.contains("\"first\""))
                .anyMatch(e -> e.contains("\"category\""))
                .anyMatch(e -> e.contains("\"01.01\"") || e.contains("\"01.02\""))
                .anyMatch(e -> e.contains("\"complaint\""))
                .anyMatch(e -> e.contains("\"LATER\""))
                .anyMatch(e -> e.contains("\"street\""))
                .anyMatch(e -> e.contains("\"housing\""))
                .anyMatch(e -> e.contains("\"nextMatch\""))
                .anyMatch(e -> e.contains("\"dispatch\""));
        assertThat(places(Documents.checkTable("rule,leed\n1,A\n")))
                .containsExactly("line 1, column 2 (leed) UNKNOWN_COLUMN", "line 1, column 2 MISSING_COLUMN");
        assertThat(places(Documents.checkTable("rule,lead,assist\n1,LATR,A|Q\n")))
                .containsExactly(
                        "line 2, column 3 (assist) UNKNOWN_DEPARTMENT", "line 2, column 2 (lead) UNKNOWN_DEPARTMENT");
    }

    /** A stable code, a place, what stood there and what should. */
    private static void assertWhole(Problem problem) {
        assertThat(problem.code()).matches("[A-Z][A-Z0-9_]+");
        assertThat(problem.source()).isEqualTo(Documents.SOURCE);
        assertThat(problem.place().toString()).startsWith("/");
        assertThat(problem.value()).isNotBlank();
        assertThat(problem.expected()).isNotBlank();
    }

    @Test
    void an_empty_list_is_neither_any_nor_never() {
        for (String cell : List.of("category", "area", "kind", "channel", "priority", "requester", "dayType", "time")) {
            assertThat(when("{\"" + cell + "\": []}"))
                    .containsExactly("/sections/0/rules/0/when/" + cell + " WRONG_TYPE");
        }
        assertThat(when("{\"keywords\": {\"any\": []}}"))
                .containsExactly("/sections/0/rules/0/when/keywords/any WRONG_TYPE");
        assertThat(when("{\"keywords\": {}}")).containsExactly("/sections/0/rules/0/when/keywords MISSING_PROPERTY");
        assertThat(when("null")).containsExactly("/sections/0/rules/0/when WRONG_TYPE");
    }

    @Test
    void a_table_is_included_by_a_name_once_and_never_by_a_path() {
        String section = "{\"id\": \"%s\", \"table\": \"%s\"}";
        for (String name : List.of("../t.csv", "/etc/passwd", "http://a/t.csv", ".t", "a b")) {
            assertThat(places(Documents.check(Documents.HEAD + "[" + section.formatted("s", name) + "]}", n -> {
                        throw new AssertionError("must not be opened: " + n);
                    })))
                    .containsExactly("/sections/0/table BAD_NAME");
        }
        String twice =
                Documents.HEAD + "[" + section.formatted("s", "t.csv") + "," + section.formatted("u", "t.csv") + "]}";
        assertThat(places(Documents.check(twice, Documents.tables(Map.of("t.csv", "rule,lead\n1,A\n")))))
                .containsExactly("/sections/1/table DUPLICATE_TABLE");
        assertThat(places(Documents.check(twice)))
                .containsExactly("/sections/0/table UNKNOWN_TABLE", "/sections/1/table DUPLICATE_TABLE");
        assertThat(places(Documents.check(
                        Documents.HEAD + "[" + section.formatted("s", "t.csv") + "]}",
                        Documents.tables(Map.of("t.csv", "rule,lead,table\n1,A,t.csv\n")))))
                .containsExactly("line 1, column 3 (table) UNKNOWN_COLUMN");
        assertThat(places(Documents.check(
                        Documents.HEAD + "[{\"id\": \"s\"}, {\"id\": \"t\", \"rules\": [], \"table\": \"t\"}]}")))
                .containsExactly("/sections/0 MISSING_PROPERTY", "/sections/1 CONFLICTING_PROPERTIES");
    }

    @Test
    void a_table_in_gbk_is_told_by_row_and_byte_and_named() {
        byte[] gbk = "rule,title,lead\n1,物业,A\n".getBytes(Charset.forName("GBK"));
        List<Problem> problems = Documents.checkTable(gbk);
        assertThat(places(problems)).containsExactly("line 2, column 2 (title) NOT_UTF8");
        assertThat(problems.get(0).value()).isEqualTo("byte 0xCE");
        assertThat(problems.get(0).expected()).contains("UTF-8").contains("GBK");
    }

    @Test
    void codes_that_look_like_formulas_are_refused_and_texts_are_quoted() {
        assertThat(places(Documents.checkTable("rule,category,lead\n=1+1,+01,@@x\n@a,-,=A\n")))
                .containsExactly(
                        "line 2, column 1 (rule) SUSPICIOUS_CELL",
                        "line 2, column 2 (category) SUSPICIOUS_CELL",
                        "line 2, column 3 (lead) UNKNOWN_LEVEL",
                        "line 3, column 1 (rule) SUSPICIOUS_CELL",
                        "line 3, column 3 (lead) SUSPICIOUS_CELL");
        Rule rule = Rule.builder()
                .id("1")
                .title("=HYPERLINK(\"x\")")
                .then(Directive.Assign.of("A"))
                .basis("'@b")
                .build();
        String text = Documents.writeTable(RuleSet.Section.first("s", rule));
        assertThat(text).contains("\"'=HYPERLINK(\"\"x\"\")\"").contains(",''@b\r\n");
        assertThat(Documents.readTable(text, SectionPolicy.FIRST).rules()).containsExactly(rule);
        for (String id : List.of("=1", "+1", "@1", "#1", "-")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Documents.writeTable(RuleSet.Section.first("s", rule.withId(id))))
                    .withMessageContaining(id);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Documents.writeTable(
                        RuleSet.Section.first("s", rule.withExtensions(Extensions.of(Map.of("x-a", "1"))))))
                .withMessageContaining("extensions of rule 1");
    }

    @Test
    void look_alikes_are_told_by_their_code_point() {
        for (Map.Entry<String, String> code : Map.of(
                        "0１", "U+FF11", "01。01", "U+3002", "01\u200B", "U+200B", "01 ", "U+0020", "О1", "U+041E")
                .entrySet()) {
            List<Problem> problems = Documents.checkRules("{\"id\": \"1\", \"when\": {\"category\": [\"" + code.getKey()
                    + "\"]}, \"then\": {\"lead\": \"A\"}}");
            assertThat(places(problems)).containsExactly("/sections/0/rules/0/when/category/0 BAD_CODE");
            assertThat(problems.get(0).expected()).contains(code.getValue());
        }
        assertThat(places(Documents.checkTable("rule,category,lead\nＲ1,01 |02,A \n")))
                .containsExactly(
                        "line 2, column 1 (rule) BAD_CODE",
                        "line 2, column 2 (category) BAD_CODE",
                        "line 2, column 3 (lead) BAD_CODE");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Rule.builder().id("R１").then(new Outcome.AnswerAtDesk()).build())
                .withMessageContaining("U+FF11");
    }

    @Test
    void a_problem_ends_no_reading_and_a_thousand_do() {
        String rules = IntStream.range(0, 1_500)
                .mapToObj(i -> "{\"id\": \"" + i + "\"}")
                .collect(Collectors.joining(","));
        assertThat(Documents.checkRules(rules)).hasSize(1_000);
        String rows = IntStream.range(0, 1_500).mapToObj(i -> i + ",-\n").collect(Collectors.joining());
        assertThat(Documents.checkTable("rule,lead\n" + rows)).hasSize(1_000);
        String hundred = IntStream.range(0, 100).mapToObj(i -> i + ",-\n").collect(Collectors.joining());
        assertThat(Documents.check(
                        Documents.HEAD + "[{\"id\": \"s\", \"table\": \"t\"}, {\"id\": \"u\", \"rules\": [" + rules
                                + "]}]}",
                        Documents.tables(Map.of("t", "rule,lead\n" + hundred))))
                .hasSize(1_000);
    }

    @Test
    void a_text_bomb_is_searched_at_its_beginning_and_that_is_said() {
        RuleSet rules = RoutingArbitraries.ruleSet(List.of(RuleSet.Section.first(
                "s",
                Rule.builder()
                        .id("1")
                        .when(Condition.builder().keywords(Keywords.anyOf("煤气")).build())
                        .then(new Outcome.Refer("119"))
                        .build())));
        Router router = Router.of(rules, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
        Instant at = Instant.parse("2026-05-01T01:00:00Z");
        String filling = "长".repeat(CaseText.MAX_CHARACTERS - 2);
        RoutingDecision within = router.route(text(filling + "煤气"), at);
        assertThat(within.rule()).hasValue("S0R0");
        assertThat(within.notices()).isEmpty();
        RoutingFacts bomb = text(filling + "长煤气".repeat(200_000));
        RoutingDecision beyond = router.route(bomb, at);
        assertThat(beyond.rule()).isEmpty();
        assertThat(beyond.notices()).containsExactly(Notice.TEXT_CUT);
        assertThat(router.explain(bomb, at).render(Language.EN))
                .contains(Notice.TEXT_CUT.label().en())
                .doesNotContain("长长");
    }

    private static RoutingFacts text(String text) {
        return RoutingFacts.builder().text(CaseText.of(text)).build();
    }

    @Test
    void a_set_that_is_not_in_force_gives_every_case_to_people() {
        RuleSet rules = RoutingArbitraries.ruleSet(List.of(RuleSet.Section.first(
                        "s",
                        Rule.builder().id("1").then(Directive.Assign.of("A")).build())))
                .withEffective(Effective.between(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1)));
        Router router = Router.of(rules, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
        // The day of the set's zone, which is eight hours ahead.
        for (String at : List.of("2025-12-31T15:59:59Z", "2026-12-31T16:00:00Z")) {
            RoutingDecision decision = router.route(RoutingFacts.NONE, Instant.parse(at));
            assertThat(decision.outcome()).isEqualTo(new Outcome.Triage(Outcome.NOT_IN_FORCE));
            assertThat(decision.notices()).containsExactly(Notice.NOT_IN_FORCE);
        }
        for (String at : List.of("2025-12-31T16:00:00Z", "2026-12-31T15:59:59Z")) {
            assertThat(router.route(RoutingFacts.NONE, Instant.parse(at)).rule())
                    .hasValue("S0R0");
        }
    }

    @Test
    void values_and_readers_draw_the_same_line() {
        assertThat(RoutingArbitraries.taxonomy().identity()).isEqualTo("t@1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Keywords.anyOf("a.*b"))
                .withMessageContaining("literal");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Keywords.anyOf("ﷺ".repeat(4)))
                .withMessageContaining("64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Extensions.of(Map.of("x-a", "{")))
                .withMessageContaining("JSON");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.Jurisdiction.of("area"))
                .withMessageContaining("area");
    }
}
