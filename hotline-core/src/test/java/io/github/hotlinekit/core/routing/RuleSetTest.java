package io.github.hotlinekit.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.directory.Samples;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleSetTest {

    private static final String DOCUMENT = """
            {"format": "hotline-routing/1", "id": "r", "version": "1", "zone": "Asia/Shanghai",
             "effective": {"from": "2026-01-01"}, "taxonomy": "t@1", "directory": "d@1", "x-owner": {"b": 2, "a": [1.50]},
             "sections": [
              {"id": "rulings", "rules": [
               {"id": "H7", "title": "网约住宿纠纷", "x-minutes": 12,
                "when": {"category": ["01.01", "(none)"], "area": ["11"], "kind": ["complaint"], "channel": ["phone", "web"],
                 "priority": ["urgent"], "dayType": ["(none)"], "keywords": {"any": ["民 宿", "ＡＢ"], "none": ["酒店"]},
                 "time": ["Mon-Fri 08:00-18:00", "22:00-06:00"]},
                "then": {"lead": "A", "assist": ["B", {"jurisdiction": "district", "function": "housing"}]},
                "effective": {"from": "2026-04-24", "to": "2027-01-01"}, "basis": "会议纪要12号"}]},
              {"id": "also", "policy": "collect", "rules": [{"id": "A1", "then": {"assist": ["C"]}}]},
              {"id": "territorial", "policy": "mostSpecific", "rules": [
               {"id": "T1", "when": {}, "then": {"lead": {"jurisdiction": "area"}}}]}],
             "onReturn": {"maxReturns": 3},
             "norms": [{"id": "N1", "never": {"when": {"category": ["02"]}, "then": {"outcome": ["dispatch"], "lead": ["GONE"]}},
              "except": ["H7"], "basis": "国办意见(五)"}],
             "tests": [{"id": "t1", "at": "2026-07-02T09:00:00+08:00", "facts": {"category": "01.01.09", "text": "民宿"},
              "excluded": ["C"], "expect": {"rule": "H7", "lead": "A", "assist": ["B"]}}]}""";

    private static RuleSet built() {
        Rule ruling = Rule.builder()
                .id("H7")
                .title("网约住宿纠纷")
                .when(Condition.builder()
                        .addCategories(CategoryCode.of("01.01"))
                        .addAreas(AreaCode.of("11"))
                        .addKinds(CaseKind.COMPLAINT)
                        .addChannels(Channel.PHONE, Channel.WEB)
                        .addPriorities(Priority.URGENT)
                        .addMissing(Cell.CATEGORY, Cell.DAY_TYPE)
                        .keywords(new Keywords(List.of("民宿", "ab"), List.of(), List.of("酒店")))
                        .addTimes(TimeWindow.parse("Mon-Fri 08:00-18:00"), TimeWindow.parse("22:00-06:00"))
                        .build())
                .then(new Directive.Assign(
                        Target.department("A"),
                        List.of(Target.department("B"), Target.Jurisdiction.of("district", "housing"))))
                .effective(Effective.between(LocalDate.of(2026, 4, 24), LocalDate.of(2027, 1, 1)))
                .basis("会议纪要12号")
                .extensions(Extensions.of(Map.of("x-minutes", "12")))
                .build();
        Rule collected = Rule.builder()
                .id("A1")
                .then(new Directive.Assist(List.of(Target.department("C"))))
                .build();
        Rule territorial = Rule.builder()
                .id("T1")
                .then(new Directive.Assign(Target.Jurisdiction.NEAREST, List.of()))
                .build();
        return RuleSet.builder()
                .id("r")
                .version("1")
                .zone(RoutingArbitraries.ZONE)
                .effective(Effective.from(LocalDate.of(2026, 1, 1)))
                .taxonomy("t@1")
                .directory("d@1")
                .addSections(
                        RuleSet.Section.first("rulings", ruling),
                        new RuleSet.Section("also", SectionPolicy.COLLECT, List.of(collected)),
                        new RuleSet.Section("territorial", SectionPolicy.MOST_SPECIFIC, List.of(territorial)))
                .onReturn(new ReturnPolicy(ReturnPolicy.Next.NEXT_MATCH, 3, new Outcome.Triage("DISPUTED")))
                .addNorms(Norm.builder()
                        .id("N1")
                        .mode(Norm.Mode.NEVER)
                        .when(Condition.builder()
                                .addCategories(CategoryCode.of("02"))
                                .build())
                        .then(OutcomePattern.builder()
                                .addOutcomes(OutcomePattern.Sort.DISPATCH)
                                .addLeads(DepartmentCode.of("GONE"))
                                .build())
                        .addExcept("H7")
                        .basis("国办意见(五)")
                        .build())
                .addTests(RuleTest.builder()
                        .id("t1")
                        .at(Instant.parse("2026-07-02T01:00:00Z"))
                        .facts(RoutingFacts.builder()
                                .category(CategoryCode.of("01.01.09"))
                                .build())
                        .text("民宿")
                        .addExcluded(DepartmentCode.of("C"))
                        .expect(new RuleTest.Expectation(
                                Optional.of("H7"),
                                Optional.of(DepartmentCode.of("A")),
                                Optional.of(List.of(DepartmentCode.of("B"))),
                                Optional.empty()))
                        .build())
                .extensions(Extensions.of(Map.of("x-owner", "{\"a\": [1.50], \"b\": 2}")))
                .build();
    }

    @Test
    void a_document_says_what_the_builder_says() {
        RuleSet read = Documents.read(DOCUMENT);
        assertThat(read).isEqualTo(built());
        assertThat(read.hash()).isEqualTo(built().hash());
        assertThat(read.identity()).isEqualTo("r@1");
        assertThat(read.size()).isEqualTo(3);
        assertThat(Documents.check(DOCUMENT)).isEmpty();
    }

    @Test
    void a_document_is_written_for_people_and_always_the_same() {
        assertThat(Documents.write(Documents.read(DOCUMENT))).isEqualTo("""
                {
                  "format": "hotline-routing/1",
                  "id": "r",
                  "version": "1",
                  "zone": "Asia/Shanghai",
                  "effective": { "from": "2026-01-01" },
                  "taxonomy": "t@1",
                  "directory": "d@1",
                  "sections": [
                    {
                      "id": "rulings",
                      "policy": "first",
                      "rules": [
                        {
                          "id": "H7",
                          "title": "网约住宿纠纷",
                          "when": {
                            "category": ["01.01", "(none)"],
                            "area": ["11"],
                            "kind": ["complaint"],
                            "channel": ["phone", "web"],
                            "priority": ["urgent"],
                            "dayType": ["(none)"],
                            "keywords": { "any": ["民宿", "ab"], "none": ["酒店"] },
                            "time": ["Mon-Fri 08:00-18:00", "22:00-06:00"]
                          },
                          "then": { "lead": "A", "assist": ["B", { "jurisdiction": "district", "function": "housing" }] },
                          "effective": { "from": "2026-04-24", "to": "2027-01-01" },
                          "basis": "会议纪要12号",
                          "x-minutes": 12
                        }
                      ]
                    },
                    { "id": "also", "policy": "collect", "rules": [{ "id": "A1", "when": {}, "then": { "assist": ["C"] } }] },
                    {
                      "id": "territorial",
                      "policy": "mostSpecific",
                      "rules": [{ "id": "T1", "when": {}, "then": { "lead": { "jurisdiction": "area" } } }]
                    }
                  ],
                  "onReturn": { "policy": "nextMatch", "maxReturns": 3, "then": { "triage": "DISPUTED" } },
                  "norms": [
                    {
                      "id": "N1",
                      "never": { "when": { "category": ["02"] }, "then": { "outcome": ["dispatch"], "lead": ["GONE"] } },
                      "except": ["H7"],
                      "basis": "国办意见(五)"
                    }
                  ],
                  "tests": [
                    {
                      "id": "t1",
                      "at": "2026-07-02T01:00:00Z",
                      "facts": { "category": "01.01.09", "text": "民宿" },
                      "excluded": ["C"],
                      "expect": { "rule": "H7", "lead": "A", "assist": ["B"] }
                    }
                  ],
                  "x-owner": {"a":[1.50],"b":2}
                }
                """);
    }

    @Test
    void the_hash_of_a_rule_set_is_the_same_in_every_version_of_this_software() {
        assertThat(built().hash()).isEqualTo("6d4f88ab00caec9ad3103f4f6972e2642ce04cbbbcc1930aa5802bbdeeedf46c");
    }

    @Test
    void a_table_may_have_some_columns_in_any_order_comments_and_blank_cells() {
        RuleSet.Section section = Documents.readTable("""
                \uFEFF# the catalogue
                basis,rule,outcome,category,time
                "§ 1, 2",R1,refer:119,01|02.01,Sat 10:00-12:00 | Sun 10:00-12:00

                # a "quote" in a comment
                "#quoted, too",,,,
                -,R2,statutory:信访,,-
                ,R3,triage:MEETING,(none),
                ,R4, desk ,-,
                """, SectionPolicy.UNIQUE);
        assertThat(section.policy()).isEqualTo(SectionPolicy.UNIQUE);
        assertThat(section.rules())
                .containsExactly(
                        Rule.builder()
                                .id("R1")
                                .basis("§ 1, 2")
                                .when(Condition.builder()
                                        .addCategories(CategoryCode.of("01"), CategoryCode.of("02.01"))
                                        .addTimes(
                                                TimeWindow.parse("Sat 10:00-12:00"),
                                                TimeWindow.parse("Sun 10:00-12:00"))
                                        .build())
                                .then(new Outcome.Refer("119"))
                                .build(),
                        Rule.builder()
                                .id("R2")
                                .then(new Outcome.Statutory("信访"))
                                .build(),
                        Rule.builder()
                                .id("R3")
                                .when(Condition.builder()
                                        .addMissing(Cell.CATEGORY)
                                        .build())
                                .then(new Outcome.Triage("MEETING"))
                                .build(),
                        Rule.builder().id("R4").then(new Outcome.AnswerAtDesk()).build());
    }

    @Test
    void what_is_wrong_with_what_a_rule_does_is_told_in_either_document() {
        assertThat(Documents.check(Documents.HEAD + """
                        [{"id": "s", "rules": [
                         {"id": "1", "then": {}},
                         {"id": "2", "then": {"desk": "answer", "triage": "X"}},
                         {"id": "3", "then": {"desk": "later", "assist": ["A"]}},
                         {"id": "4", "then": {"refer": "police"}},
                         {"id": "5", "then": {"triage": "because"}},
                         {"id": "6", "then": {"lead": {}}},
                         {"id": "7", "then": {"lead": 5}},
                         {"id": "8", "then": {"lead": "A", "assist": ["B", "A"]}},
                         {"id": "9", "then": {"lead": "A", "assist": ["B", "B", 1]}},
                         {"id": "10", "then": {"assist": ["A"]}, "effective": {"from": "2026-02-30", "to": "x"}},
                         {"id": "11", "then": {"desk": "answer"}, "effective": {"from": "2026-01-01", "to": "2026-01-01"}},
                         {"id": "12", "title": " ", "then": {"desk": "answer"}, "basis": "a\\u0000"}]},
                        {"id": "c", "policy": "collect", "rules": [
                         {"id": "13", "then": {"lead": "A"}}, {"id": "14", "then": {"assist": []}}]}],
                        "onReturn": {"maxReturns": 0, "then": {"desk": "answer"}},
                        "norms": [{"id": "n", "never": {"then": {}}, "always": {"then": {}}}, {"id": "n", "never": {"then": {}}}],
                        "tests": [{"id": "t", "facts": {"text": 1}, "expect": {"lead": "A", "desk": "answer"}},
                         {"id": "t", "facts": {}, "expect": {}}]}"""))
                .extracting(p -> p.place() + " " + p.code())
                .containsExactly(
                        "/sections/0/rules/0/then MISSING_PROPERTY",
                        "/sections/0/rules/1/then CONFLICTING_PROPERTIES",
                        "/sections/0/rules/2/then/assist CONFLICTING_PROPERTIES",
                        "/sections/0/rules/2/then/desk BAD_VALUE",
                        "/sections/0/rules/3/then/refer BAD_VALUE",
                        "/sections/0/rules/4/then/triage BAD_VALUE",
                        "/sections/0/rules/5/then/lead/jurisdiction MISSING_PROPERTY",
                        "/sections/0/rules/6/then/lead WRONG_TYPE",
                        "/sections/0/rules/7/then/assist LEAD_ASSISTS",
                        "/sections/0/rules/8/then/assist/1 DUPLICATE_VALUE",
                        "/sections/0/rules/8/then/assist/2 WRONG_TYPE",
                        "/sections/0/rules/9/then MISSING_PROPERTY",
                        "/sections/0/rules/9/effective/from BAD_DATE",
                        "/sections/0/rules/9/effective/to BAD_DATE",
                        "/sections/0/rules/10/effective BAD_PERIOD",
                        "/sections/0/rules/11/title BLANK",
                        "/sections/0/rules/11/basis BAD_VALUE",
                        "/sections/1/rules/0/then/lead CONFLICTING_PROPERTIES",
                        "/sections/1/rules/0/then/assist MISSING_PROPERTY",
                        "/sections/1/rules/1/then/assist WRONG_TYPE",
                        "/onReturn/maxReturns WRONG_TYPE",
                        "/onReturn/then/desk UNKNOWN_PROPERTY",
                        "/onReturn/then/triage MISSING_PROPERTY",
                        "/norms/0 CONFLICTING_PROPERTIES",
                        "/norms/1/id DUPLICATE_ID",
                        "/norms/1/never/then MISSING_PROPERTY",
                        "/tests/0/facts/text WRONG_TYPE",
                        "/tests/0/expect CONFLICTING_PROPERTIES",
                        "/tests/1/id DUPLICATE_ID",
                        "/tests/1/expect MISSING_PROPERTY");
        assertThat(Documents.checkTable("""
                        rule,category,kind,time,lead,assist,outcome,from,to
                        ,,,,A,,,,
                        2,,,,,,,,
                        3,,,,A,,desk,,
                        4,,,,,B,desk,,
                        5,,,,,,deks,,
                        6,,,,,,refer:x,,
                        7,01|,help|help,noon,A,A|,,2026-13-01,
                        8,,,,,,desk,2026-01-02,2026-01-01
                        9,,,,,,desk:x,,
                        """))
                .extracting(p -> p.place() + " " + p.code())
                .containsExactly(
                        "line 2, column 1 (rule) MISSING_VALUE",
                        "line 3, column 5 (lead) MISSING_VALUE",
                        "line 4, column 5 (lead) CONFLICTING_CELLS",
                        "line 5, column 6 (assist) CONFLICTING_CELLS",
                        "line 6, column 7 (outcome) UNKNOWN_OUTCOME",
                        "line 7, column 7 (outcome) BAD_VALUE",
                        "line 8, column 2 (category) BLANK",
                        "line 8, column 3 (kind) DUPLICATE_VALUE",
                        "line 8, column 4 (time) BAD_TIME",
                        "line 8, column 6 (assist) BLANK",
                        "line 8, column 6 (assist) LEAD_ASSISTS",
                        "line 8, column 8 (from) BAD_DATE",
                        "line 9, column 9 (to) BAD_PERIOD",
                        "line 10, column 7 (outcome) UNKNOWN_OUTCOME");
    }

    @Test
    void a_table_of_a_section_that_collects_has_assistants_alone() {
        assertThat(Documents.readTable("rule,assist\n1,A|@street\n", SectionPolicy.COLLECT)
                        .rules()
                        .get(0)
                        .then())
                .isEqualTo(new Directive.Assist(List.of(Target.department("A"), Target.Jurisdiction.of("street"))));
        assertThatThrownBy(() -> Documents.readTable("rule,lead\n1,A\n", SectionPolicy.COLLECT))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContaining("MISSING_COLUMN");
        assertThatThrownBy(() -> Documents.readTable("rule,lead,assist\n1,A,B\n2,,\n", SectionPolicy.COLLECT))
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        e -> assertThat(e.problems())
                                .extracting(p -> p.place() + " " + p.code())
                                .containsExactly(
                                        "line 2, column 2 (lead) CONFLICTING_CELLS",
                                        "line 3, column 3 (assist) MISSING_VALUE"));
    }

    @Test
    void a_table_without_rules_is_empty() {
        for (String text : List.of("", "# nothing\n", "rule,lead\n", "rule,lead\n# 1,A\n")) {
            assertThat(Documents.checkTable(text)).extracting(Problem::code).containsExactly("EMPTY_DOCUMENT");
        }
    }

    @Test
    void a_document_of_another_format_is_not_read_on() {
        assertThat(Documents.check("{\"format\": \"hotline-routing/2\"}"))
                .extracting(Problem::toString)
                .containsExactly("rules.json: /format: UNSUPPORTED_FORMAT: expected hotline-routing/1, "
                        + "but was \"hotline-routing/2\"");
    }

    @Test
    void a_placeholder_is_no_department() throws IOException {
        Directory directory = Samples.shishi();
        assertThat(RuleSet.check(
                        "rules.json",
                        Documents.in(
                                "{\"format\": \"hotline-routing/1\", \"id\": \"s\", \"version\": \"1\", \"zone\": \"UTC\","
                                        + "\"taxonomy\": \"12345-default@2026.1\", \"directory\": \"shishi@2026.1\", \"sections\": ["
                                        + "{\"id\": \"s\", \"rules\": [{\"id\": \"1\", \"then\": {\"lead\": \"TERRITORY\"}}]}]}"),
                        Taxonomy.standard(),
                        directory))
                .extracting(Problem::code)
                .containsExactly("PLACEHOLDER_DEPARTMENT");
    }

    @Test
    void a_test_that_expects_a_dispatch_expects_its_departments() {
        DepartmentCode a = DepartmentCode.of("A");
        RuleTest.Expectation expectation = new RuleTest.Expectation(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new Outcome.Dispatch(a, List.of())));
        assertThat(expectation.lead()).contains(a);
        assertThat(expectation.assist()).contains(List.of());
        assertThat(expectation.outcome()).isEmpty();
    }

    @Test
    void values_refuse_what_a_document_could_not_say() {
        Rule rule = Rule.builder().id("1").then(new Outcome.AnswerAtDesk()).build();
        RuleSet.Section section = RuleSet.Section.first("s", rule);
        assertRefused(() -> RuleSet.Section.first("s"), "section s must have at least one rule");
        assertRefused(() -> RuleSet.Section.first(" ", rule), "section id must be");
        assertRefused(
                () -> new RuleSet.Section("s", SectionPolicy.COLLECT, List.of(rule)), "only add assisting departments");
        assertRefused(() -> set().addSections(section, section).build(), "section ids must differ");
        assertRefused(
                () -> set().addSections(section, RuleSet.Section.first("t", rule))
                        .build(),
                "must be in one section");
        assertRefused(
                () -> set().addSections(RuleSet.Section.first("s", rule, rule)).build(), "must not overlap in time");
        assertRefused(() -> set().build(), "sections must not be empty");
        assertRefused(() -> set().id("a b").addSections(section).build(), "id must be");
        assertRefused(() -> rule.withTitle(" "), "title must not be blank");
        assertRefused(() -> rule.withBasis("a\u0000"), "basis must not be blank and have no control characters");
        assertRefused(() -> rule.withId(" 1"), "U+0020");
        assertRefused(
                () -> RuleTest.builder()
                        .id("t")
                        .facts(RoutingFacts.builder().text(CaseText.of("x")).build())
                        .expect(new RuleTest.Expectation(
                                Optional.of("1"), Optional.empty(), Optional.empty(), Optional.empty()))
                        .build(),
                "in clear");
    }

    private static RuleSet.Builder set() {
        RuleSet.Builder builder = RuleSet.builder();
        builder.id("r")
                .version("1")
                .zone(RoutingArbitraries.ZONE)
                .taxonomy("t@1")
                .directory("d@1");
        return builder;
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }
}
