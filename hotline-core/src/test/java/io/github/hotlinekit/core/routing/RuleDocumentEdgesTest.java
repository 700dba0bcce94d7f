package io.github.hotlinekit.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.Department;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What documents of rules may say at most, and what is said of one that says more. */
class RuleDocumentEdgesTest {

    private static List<String> places(List<Problem> problems) {
        return problems.stream().map(p -> p.place() + " " + p.code()).toList();
    }

    private static List<String> when(String condition) {
        return places(
                Documents.checkRules("{\"id\": \"1\", \"when\": " + condition + ", \"then\": {\"lead\": \"A\"}}"));
    }

    /** A set of one rule with more properties after its sections. */
    private static String with(String more) {
        return Documents.HEAD + "[{\"id\": \"s\", \"rules\": [{\"id\": \"1\", \"then\": {\"lead\": \"A\"}}]}], " + more
                + "}";
    }

    private static String listed(int count, String format) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(Locale.ROOT, format, i / 60, i % 60))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    @Test
    void a_property_that_is_not_known_is_told_wherever_it_stands() {
        String odd = "\"odd\": 1, \"x-a\": 1";
        String document = Documents.HEAD + "[{\"id\": \"s\", " + odd + ", \"rules\": [{\"id\": \"1\", " + odd
                + ", \"when\": {" + odd + ", \"keywords\": {\"any\": [\"a\"], " + odd + "}}, \"then\": {\"lead\": "
                + "{\"jurisdiction\": \"street\", " + odd + "}, " + odd
                + "}, \"effective\": {\"from\": \"2026-01-01\", "
                + odd + "}}]}], \"onReturn\": {" + odd + ", \"then\": {\"triage\": \"X\", " + odd + "}}, \"norms\": ["
                + "{\"id\": \"n\", " + odd + ", \"never\": {" + odd + ", \"then\": {\"outcome\": [\"desk\"], " + odd
                + "}}}], \"tests\": [{\"id\": \"t\", " + odd + ", \"facts\": {" + odd
                + "}, \"expect\": {\"rule\": \"1\", "
                + odd + "}}]}";
        List<String> expected = new ArrayList<>(List.of("/sections/0/rules/0/odd UNKNOWN_PROPERTY"));
        for (String place : List.of(
                "/sections/0",
                "/sections/0/rules/0/when",
                "/sections/0/rules/0/when/keywords",
                "/sections/0/rules/0/then",
                "/sections/0/rules/0/then/lead",
                "/sections/0/rules/0/effective",
                "/onReturn",
                "/onReturn/then",
                "/norms/0",
                "/norms/0/never",
                "/norms/0/never/then",
                "/tests/0",
                "/tests/0/facts",
                "/tests/0/expect")) {
            expected.add(place + "/odd UNKNOWN_PROPERTY");
            expected.add(place + "/x-a UNKNOWN_PROPERTY");
        }
        assertThat(places(Documents.check(document))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void a_cell_has_its_most_values_and_no_more() {
        assertThat(when("{\"time\": " + listed(256, "\"%02d:%02d-24:00\"") + "}"))
                .isEmpty();
        assertThat(when("{\"time\": " + listed(257, "\"%02d:%02d-24:00\"") + "}"))
                .containsExactly("/sections/0/rules/0/when/time/256 LIMIT_EXCEEDED");
        assertThat(when("{\"category\": [\"(none)\", \"01\", \"(none)\"]}"))
                .containsExactly("/sections/0/rules/0/when/category/2 DUPLICATE_VALUE");
        for (int count : new int[] {256, 257}) {
            String assist = IntStream.range(0, count).mapToObj(i -> "\"B\"").collect(Collectors.joining(", "));
            List<String> found = places(
                    Documents.checkRules("{\"id\": \"1\", \"then\": {\"lead\": \"A\", \"assist\": [" + assist + "]}}"));
            if (count == 256) {
                assertThat(found).hasSize(255).allMatch(p -> p.endsWith(" DUPLICATE_VALUE"));
            } else {
                assertThat(found).containsExactly("/sections/0/rules/0/then/assist LIMIT_EXCEEDED");
            }
        }
    }

    @Test
    void a_word_is_told_if_it_is_too_long_in_either_spelling_twice_or_of_control_characters() {
        String any = "/sections/0/rules/0/when/keywords/any/";
        assertThat(when("{\"keywords\": {\"any\": [\"etc\", \"ＥＴＣ\"]}}")).containsExactly(any + "1 DUPLICATE_VALUE");
        assertThat(when("{\"keywords\": {\"any\": [\"a\\u0001b\"]}}")).containsExactly(any + "0 BAD_VALUE");
        assertThat(when("{\"keywords\": {\"any\": [\" \"]}}")).containsExactly(any + "0 BLANK");
        // A ligature of a word becomes eighteen characters.
        assertThat(when("{\"keywords\": {\"any\": [\"" + "ﷺ".repeat(4) + "\"]}}"))
                .containsExactly(any + "0 LIMIT_EXCEEDED");
        String filled = "民" + " ".repeat(4_094) + "宿";
        assertThat(when("{\"keywords\": {\"any\": [\"" + filled + "\"]}}")).isEmpty();
        assertThat(when("{\"keywords\": {\"any\": [\"" + filled + " \"]}}")).containsExactly(any + "0 LIMIT_EXCEEDED");
    }

    @Test
    void texts_of_a_rule_may_be_as_long_as_is_said() {
        assertThat(Documents.checkRules("{\"id\": \"" + "i".repeat(64) + "\", \"title\": \"" + "t".repeat(200)
                        + "\", \"basis\": \"" + "b".repeat(1_000) + "\", \"then\": {\"desk\": \"answer\"}}"))
                .isEmpty();
        assertThat(Documents.checkTable("rule,title,lead,basis\n" + "i".repeat(64) + "," + "t".repeat(200) + ",A,"
                        + "b".repeat(1_000) + "\n"))
                .isEmpty();
    }

    @Test
    void what_a_rule_may_do_instead_is_said_of_each_outcome() {
        assertThat(Documents.checkRules("{\"id\": \"1\", \"then\": {\"desk\": \"later\"}},"
                        + "{\"id\": \"2\", \"then\": {\"refer\": \"police\"}},"
                        + "{\"id\": \"3\", \"then\": {\"statutory\": \" \"}},"
                        + "{\"id\": \"4\", \"then\": {\"triage\": \"x\"}}"))
                .extracting(Problem::expected)
                .containsExactly(
                        "answer",
                        "a number of digits and hyphens, not blank and at most 64 characters",
                        "a channel's name, not blank and at most 64 characters",
                        "a reason in capitals, digits and _, not blank and at most 64 characters");
    }

    @Test
    void the_head_of_a_document_names_itself_its_zone_and_what_it_is_read_with() {
        assertThat(places(Documents.check("""
                        {"format": "hotline-routing/1", "id": "a b", "version": "1/2", "taxonomy": "t@2", "directory": "d@2",
                         "sections": [{"id": "s", "rules": [{"id": "1", "then": {"lead": "A"}}]}]}""")))
                .containsExactly(
                        "/id BAD_IDENTITY",
                        "/version BAD_IDENTITY",
                        "/zone MISSING_PROPERTY",
                        "/taxonomy OTHER_IDENTITY",
                        "/directory OTHER_IDENTITY");
        assertThat(Documents.check(
                        Documents.HEAD + "[{\"id\": \"s\"}, {\"id\": \"t\", \"rules\": [], \"table\": \"t\"}]}"))
                .extracting(Problem::value)
                .containsExactly("", "rules, table");
    }

    @Test
    void a_test_has_a_text_as_long_as_is_searched_and_times_of_any_year() {
        String text = "长".repeat(CaseText.MAX_CHARACTERS);
        assertThat(Documents.check(test("\"facts\": {\"text\": \"" + text + "\"}")))
                .isEmpty();
        assertThat(places(Documents.check(test("\"facts\": {\"text\": \"" + text + "长\"}"))))
                .containsExactly("/tests/0/facts/text LIMIT_EXCEEDED");
        RuleSet last = Documents.read(test("\"at\": \"" + Instant.MAX
                + "\", \"facts\": {\"dayType\": \"holiday\", \"requester\": \"visitor\", \"receivedAt\": \""
                + Instant.MIN + "\"}"));
        assertThat(last.tests().get(0).at()).hasValue(Instant.MAX);
        assertThat(last.tests().get(0).facts().receivedAt()).hasValue(Instant.MIN);
        assertThat(last.tests().get(0).facts().dayType()).hasValue(DayType.HOLIDAY);
        assertThat(last.tests().get(0).facts().requester()).isPresent();
        assertThat(Documents.read(Documents.write(last))).isEqualTo(last);
    }

    private static String test(String parts) {
        return with("\"tests\": [{\"id\": \"t\", " + parts + ", \"expect\": {\"rule\": \"1\"}}]");
    }

    @Test
    void the_facts_of_a_test_may_lie_below_what_is_known_and_not_beside_it() {
        assertThat(Documents.check(test("\"facts\": {\"category\": \"02.99.01\", \"area\": \"1999\"}")))
                .isEmpty();
        assertThat(places(Documents.check(test("\"facts\": {\"category\": \"03.01\", \"area\": \"31\"}"))))
                .containsExactly("/tests/0/facts/category UNKNOWN_CATEGORY", "/tests/0/facts/area UNKNOWN_AREA");
        assertThat(places(Documents.check(test("\"facts\": {\"category\": \"x\", \"area\": \"x\"}"))))
                .containsExactly("/tests/0/facts/category UNKNOWN_CATEGORY", "/tests/0/facts/area UNKNOWN_AREA");
    }

    private static RuleSet leveled(String level, String function, String document) throws IOException {
        Department department = Department.builder()
                .code(DepartmentCode.of("A"))
                .name(Label.of("甲", "A"))
                .type("bureau")
                .level("city")
                .addFunctions(function)
                .build();
        Area area = Area.builder()
                .code(AreaCode.of("1"))
                .name(Label.of("区", "Area"))
                .level(level)
                .build();
        return RuleSet.read(
                Documents.SOURCE,
                Documents.in(document),
                RoutingArbitraries.taxonomy(),
                Directory.of("d", "1", List.of(department), List.of(area)));
    }

    @Test
    void a_norm_may_ask_for_a_level_a_type_and_a_function_that_a_department_has() throws IOException {
        RuleSet read = leveled(
                "street",
                "housing",
                with(
                        "\"norms\": [{\"id\": \"n\", \"title\": \"N\", \"always\": {\"when\": {\"kind\": [\"help\"]}, \"then\": "
                                + "{\"leadLevel\": \"city\", \"leadType\": \"bureau\", \"leadFunction\": \"housing\"}}}]"));
        OutcomePattern then = read.norms().get(0).then();
        assertThat(then.leadLevel()).hasValue("city");
        assertThat(then.leadType()).hasValue("bureau");
        assertThat(then.leadFunction()).hasValue("housing");
        assertThat(read.norms().get(0).mode()).isEqualTo(Norm.Mode.ALWAYS);
        assertThat(leveled("street", "housing", Documents.write(read))).isEqualTo(read);
    }

    @Test
    void a_level_of_the_directory_that_no_rule_can_name_is_told_where_it_is_named() {
        assertThatThrownBy(() -> leveled(
                        "a/b",
                        "housing",
                        Documents.HEAD + "[{\"id\": \"s\", \"rules\": [{\"id\": \"1\", \"then\": "
                                + "{\"lead\": {\"jurisdiction\": \"a/b\"}}}]}]}"))
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        e -> assertThat(places(e.problems()))
                                .containsExactly("/sections/0/rules/0/then/lead/jurisdiction BAD_VALUE"));
    }

    @Test
    void a_set_has_each_norm_and_test_once_and_norms_except_its_own_rules() {
        RuleSet set = Documents.read(with("\"norms\": [{\"id\": \"n\", \"never\": {\"then\": {\"lead\": [\"A\"]}}}], "
                + "\"tests\": [{\"id\": \"t\", \"facts\": {}, \"expect\": {\"rule\": \"1\"}}]"));
        Norm norm = set.norms().get(0);
        RuleTest test = set.tests().get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> set.withNorms(norm, norm))
                .withMessage("norm ids must differ, but \"n\" is twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> set.withTests(test, test))
                .withMessage("test ids must differ, but \"t\" is twice");
        Norm.Builder excepting = Norm.builder();
        excepting.id("m").mode(Norm.Mode.NEVER).then(norm.then()).addExcept("2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> set.withNorms(excepting.build()))
                .withMessage("norm m must except rules of the set, but excepts \"2\"");
    }

    @Test
    void a_comment_of_a_table_may_be_long_and_have_any_quotes() {
        assertThat(Documents.readTable(
                                "rule,lead\n# 5\" wide\n# A,B\n1,A\n#" + "c".repeat(100_000) + "\n2,B\n",
                                SectionPolicy.FIRST)
                        .rules())
                .extracting(Rule::id)
                .containsExactly("1", "2");
    }

    @Test
    void a_line_of_a_quoted_cell_is_no_comment() {
        assertThat(Documents.readTable("rule,title,lead\n1,\"a\n#b \"\"c\"\"\n#d\",A\n2,e,A\n", SectionPolicy.FIRST)
                        .rules())
                .extracting(r -> r.title().orElse(""))
                .containsExactly("a\n#b \"c\"\n#d", "e");
    }

    @Test
    void an_apostrophe_is_taken_off_before_what_would_be_a_formula_and_nothing_else() {
        assertThat(Documents.readTable(
                                "rule,title,lead\n1,'abc,A\n2,'=1,A\n3,''a,A\n4,',A\n5,' a,A\n6,a'=,A\n",
                                SectionPolicy.FIRST)
                        .rules())
                .extracting(r -> r.title().orElse(""))
                .containsExactly("'abc", "=1", "'a", "'", " a", "a'=");
    }

    @Test
    void an_outcome_beside_a_section_that_collects_is_told() {
        assertThatThrownBy(() -> Documents.readTable("rule,assist,outcome\n1,A,desk\n", SectionPolicy.COLLECT))
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        e -> assertThat(places(e.problems()))
                                .containsExactly("line 2, column 3 (outcome) CONFLICTING_CELLS"));
    }

    @Test
    void a_table_is_written_with_all_columns_and_a_hyphen_for_any() {
        String text = """
                rule,title,category,area,kind,channel,priority,requester,day_type,keywords,keywords_all,keywords_none,time,lead,assist,outcome,from,to,basis
                1,'=1,01|(none),11,help,phone|web,urgent,resident,working,'-,a|b,c,Sat 10:00-12:00|Sun 10:00-12:00,@district/housing,A|@area,-,2026-01-01,2027-01-01,plain
                2,-,-,-,-,-,-,-,-,-,-,-,-,-,-,refer:119,-,-,' blank
                3,-,-,-,-,-,-,-,-,-,-,-,-,-,-,statutory:信访,-,-,-
                4,-,-,-,-,-,-,-,-,-,-,-,-,-,-,triage:X,-,-,-
                5,-,-,-,-,-,-,-,-,-,-,-,-,-,-,desk,-,-,-
                6,-,-,-,-,-,-,-,-,-,-,-,-,B,-,-,-,-,-
                """.replace("\n", "\r\n");
        assertThat(Documents.writeTable(Documents.readTable(text, SectionPolicy.FIRST)))
                .isEqualTo(text);
    }

    @Test
    void a_table_is_read_for_a_section_that_has_an_id() {
        // Whatever the table holds, since the id is not its fault.
        for (String table : List.of("rule,lead\n1,A\n", "rule,lead\n1,X\n")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RuleSet.readTable(
                            Documents.TABLE,
                            Documents.in(table),
                            " ",
                            SectionPolicy.FIRST,
                            RoutingArbitraries.taxonomy(),
                            RoutingArbitraries.directory()))
                    .withMessageStartingWith("section id must be 1 to 64 characters");
        }
    }
}
