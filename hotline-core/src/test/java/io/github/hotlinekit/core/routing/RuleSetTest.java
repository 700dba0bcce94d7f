package io.github.hotlinekit.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hotlinekit.core.cases.Actor;
import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseCommand;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.CaseLifecycle;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.CommandContext;
import io.github.hotlinekit.core.cases.Registration;
import io.github.hotlinekit.core.cases.Requester;
import io.github.hotlinekit.core.cases.Role;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.directory.Samples;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleSetTest {

    private static final String HEAD = """
            {"format": "hotline-routing/1", "id": "shishi", "version": "2026.1",
             "taxonomy": "12345-default@2026.1", "directory": "shishi@2026.1", "sections":""";

    private static final String RULES = HEAD + """
            [
             {"id": "emergency", "rules": [
              {"id": "E1", "title": "Lift entrapment", "when": {"category": ["01.01.03"], "kind": ["help"]}, "then": {"refer": "119"}}]},
             {"id": "catalogue", "rules": [
              {"id": "C01", "title": "Property management in Hubin",
               "when": {"category": ["01.01", "02"], "area": ["350581001"], "kind": ["complaint"], "channel": ["phone", "web"]},
               "then": {"lead": "ZJJ", "assist": ["HB-JD", "CGJ"]}, "basis": "List of duties, 41"},
              {"id": "C02", "when": {"category": ["01"]}, "then": {"lead": "ZJJ"}},
              {"id": "C03", "when": {"kind": ["praise"]}, "then": {"desk": "answer"}},
              {"id": "C04", "when": {"kind": ["report"]}, "then": {"statutory": "信访"}, "x-note": "kept out"}]},
             {"id": "territorial", "rules": [
              {"id": "T1", "when": {}, "then": {"lead": {"jurisdiction": "area"}, "assist": ["CGJ", "HB-JD"]}}]},
             {"id": "fallback", "rules": [{"id": "Z", "then": {"triage": "NEVER_REACHED"}}]}]}""";

    private final Directory directory = sample();

    private static Directory sample() {
        try {
            return Samples.shishi();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_document_says_what_the_builder_says() throws IOException {
        RuleSet rules = read(RULES);
        assertThat(rules.identity()).isEqualTo("shishi@2026.1");
        assertThat(rules.size()).isEqualTo(7);
        assertThat(rules.sections().get(1).rules().get(0))
                .isEqualTo(Rule.builder()
                        .id("C01")
                        .title("Property management in Hubin")
                        .when(Condition.builder()
                                .addCategories(CategoryCode.of("01.01"), CategoryCode.of("02"))
                                .addAreas(AreaCode.of("350581001"))
                                .addKinds(CaseKind.COMPLAINT)
                                .addChannels(Channel.PHONE, Channel.WEB)
                                .build())
                        .then(new Directive.Assign(
                                new Target.Department(DepartmentCode.of("ZJJ")),
                                List.of(DepartmentCode.of("HB-JD"), DepartmentCode.of("CGJ"))))
                        .basis("List of duties, 41")
                        .build());
        assertThat(rules.sections().get(2).rules().get(0).when()).isEqualTo(Condition.ANY);
        assertThat(rules.sections().get(3).rules().get(0).when()).isEqualTo(Condition.ANY);
        assertThat(RuleSet.check("rules.json", in(RULES), Taxonomy.standard(), directory))
                .isEmpty();
    }

    @Test
    void each_outcome_is_reached() throws IOException {
        assertThat(outcome("01.01.03", "350581001002", CaseKind.HELP)).isEqualTo(new Outcome.Refer("119"));
        assertThat(outcome("01.01.02", "350581001002", CaseKind.COMPLAINT)).isEqualTo(dispatch("ZJJ", "HB-JD", "CGJ"));
        assertThat(outcome("01.01.02", "350581002", CaseKind.COMPLAINT)).isEqualTo(dispatch("ZJJ"));
        assertThat(outcome("03", "350581002", CaseKind.PRAISE)).isEqualTo(new Outcome.AnswerAtDesk());
        assertThat(outcome("03", "350581002", CaseKind.REPORT)).isEqualTo(new Outcome.Statutory("信访"));
        assertThat(outcome("03", "350581002", CaseKind.HELP)).isEqualTo(dispatch("FL-JD", "CGJ", "HB-JD"));
    }

    @Test
    void a_lead_by_jurisdiction_does_not_assist_itself() throws IOException {
        assertThat(outcome("03", "350581001", CaseKind.HELP)).isEqualTo(dispatch("HB-JD", "CGJ"));
    }

    @Test
    void an_area_that_is_not_known_belongs_to_the_one_its_code_begins_with() throws IOException {
        assertThat(outcome("03", "350581001999", CaseKind.HELP)).isEqualTo(dispatch("HB-JD", "CGJ"));
    }

    @Test
    void where_there_is_no_jurisdiction_people_decide_and_the_rule_is_named() throws IOException {
        Router router = Router.of(read(RULES), directory);
        for (Optional<AreaCode> area : List.of(
                Optional.<AreaCode>empty(), Optional.of(AreaCode.of("350581")), Optional.of(AreaCode.of("11")))) {
            assertThat(router.route(RoutingFacts.of(Optional.empty(), area, CaseKind.HELP, Channel.PHONE)))
                    .isEqualTo(new RoutingDecision(
                            new Outcome.Triage("NO_JURISDICTION"),
                            Optional.of("T1"),
                            Optional.of("territorial"),
                            "shishi@2026.1"));
        }
    }

    @Test
    void what_no_rule_matches_is_for_people_to_decide() throws IOException {
        Router router = Router.of(
                read(HEAD + "[{\"id\":\"s\",\"rules\":[{\"id\":\"r\",\"when\":{\"category\":[\"01\"]},"
                        + "\"then\":{\"desk\":\"answer\"}}]}]}"),
                directory);
        RoutingFacts unclassified = RoutingFacts.builder()
                .kind(CaseKind.HELP)
                .channel(Channel.PHONE)
                .build();
        assertThat(router.route(unclassified))
                .isEqualTo(new RoutingDecision(
                        new Outcome.Triage("UNROUTED"), Optional.empty(), Optional.empty(), "shishi@2026.1"));
        assertThat(router.explain(unclassified).render(Language.EN)).isEqualTo("""
                        Outcome: triage by people UNROUTED
                        Rule set: shishi@2026.1
                        No rule matches
                        Rules that one cell keeps from matching, 1:
                          r: category missing: must be 01
                        """);
    }

    @Test
    void a_case_is_routed_by_its_own_facts() {
        Registration registration = Registration.builder()
                .number(CaseNumber.of("1"))
                .kind(CaseKind.COMPLAINT)
                .channel(Channel.WEB)
                .requester(Requester.UNKNOWN)
                .area(AreaCode.of("350581001"))
                .build();
        Instant at = Instant.parse("2026-03-02T01:00:00Z");
        CommandContext context = CommandContext.of(Actor.of(Role.AGENT), at);
        Case registered =
                CaseLifecycle.standard().register(registration, context).orElseThrow();
        assertThat(RoutingFacts.from(registered))
                .isEqualTo(RoutingFacts.builder()
                        .kind(CaseKind.COMPLAINT)
                        .channel(Channel.WEB)
                        .area(AreaCode.of("350581001"))
                        .build());
        Case classified = CaseLifecycle.standard()
                .decide(
                        registered,
                        CaseCommand.Classify.of(CategoryCode.of("01.01.02"), "12345-default@2026.1"),
                        context)
                .orElseThrow();
        assertThat(RoutingFacts.from(classified).category()).contains(CategoryCode.of("01.01.02"));
    }

    @Test
    void an_explanation_reads_in_both_languages() throws IOException {
        RoutingExplanation explanation =
                Router.of(read(RULES), directory).explain(facts("01.01.02", "350581001002", CaseKind.COMPLAINT));
        assertThat(explanation.render(Language.EN)).isEqualTo("""
                        Outcome: lead Housing and Urban-Rural Development Bureau (ZJJ); assisting Hubin Subdistrict Office (HB-JD), Urban Management Bureau (CGJ)
                        Rule set: shishi@2026.1
                        Rule: C01 Property management in Hubin, section catalogue
                        Basis: List of duties, 41
                          category 01.01.02: matches 01.01
                          area Changfu Community (350581001002): matches Hubin Subdistrict (350581001)
                          kind complaint: matches complaint
                          channel phone: matches phone
                        Rules that match as well but come later, 3:
                          C02
                          T1
                          Z
                        Rules that one cell keeps from matching, 2:
                          C03: kind complaint: must be praise
                          C04: kind complaint: must be report
                        """);
        assertThat(Router.of(read(RULES), directory)
                        .explain(facts("03", "350581001002", CaseKind.HELP))
                        .render(Language.ZH))
                .isEqualTo("""
                        派单结果:主办 湖滨街道办事处(HB-JD),协办 市城市管理局(CGJ)
                        规则集:shishi@2026.1
                        规则:T1,章节 territorial
                          事项 03:不限
                          区域 长福社区(350581001002):不限
                          类型 求助:不限
                          渠道 电话:不限
                          主办按属地确定,案件区域 长福社区(350581001002)
                        也符合但排在其后的规则 1 条:
                          Z
                        只差一项的规则 4 条:
                          E1 Lift entrapment:事项 03:须为 01.01.03
                          C02:事项 03:须为 01
                          C03:类型 求助:须为 表扬
                          C04:类型 求助:须为 举报
                        """);
    }

    @Test
    void an_explanation_lists_twenty_and_counts_all() throws IOException {
        String many = IntStream.range(0, 30)
                .mapToObj(i -> "{\"id\":\"H" + i + "\",\"when\":{\"kind\":[\"help\"]},\"then\":{\"desk\":\"answer\"}},"
                        + "{\"id\":\"P" + i + "\",\"when\":{\"kind\":[\"praise\"]},\"then\":{\"desk\":\"answer\"}}")
                .collect(Collectors.joining(","));
        RoutingExplanation explanation = Router.of(read(HEAD + "[{\"id\":\"s\",\"rules\":[" + many + "]}]}"), directory)
                .explain(facts("01", "350581", CaseKind.HELP));
        assertThat(explanation.outranked()).hasSize(20);
        assertThat(explanation.outrankedCount()).isEqualTo(29);
        assertThat(explanation.nearMisses()).hasSize(20);
        assertThat(explanation.nearMissCount()).isEqualTo(30);
        assertThat(explanation.render(Language.EN)).contains("  … and 9 more\n", "  … and 10 more\n");
        assertThat(explanation.render(Language.ZH)).contains("  ……另有 9 条\n", "  ……另有 10 条\n");
    }

    @Test
    void near_misses_that_meet_more_cells_come_first() throws IOException {
        RoutingExplanation explanation =
                Router.of(read(HEAD + """
                                [{"id": "s", "rules": [
                                  {"id": "one", "when": {"kind": ["praise"]}, "then": {"desk": "answer"}},
                                  {"id": "two", "when": {"kind": ["praise"], "category": ["01"]}, "then": {"desk": "answer"}},
                                  {"id": "far", "when": {"kind": ["praise"], "category": ["02"]}, "then": {"desk": "answer"}}]}]}"""), directory).explain(facts("01", "350581", CaseKind.HELP));
        assertThat(explanation.nearMisses()).extracting(m -> m.rule().id()).containsExactly("two", "one");
    }

    @Test
    void every_problem_is_told_at_once_with_its_place() throws IOException {
        String document = """
                {"format": "hotline-routing/1", "id": "石狮", "version": " ", "taxonomy": "12345-default@2025.1",
                 "directory": "shishi@2026.1", "sektions": 1,
                 "sections": [{"id": "a", "rules": [
                  {"id": "1", "when": {"catgory": ["01"], "kind": [], "channel": ["fax"]}, "then": {"lead": "ZJJ"}},
                  {"id": "1", "when": {"category": ["01.01.99", "01", "01"], "area": ["350581999"]}, "then": {"lead": "ZJ"}},
                  {"id": "3", "title": "", "then": {"lead": "TERRITORY", "assist": ["TERRITORY", "CGJ"]}},
                  {"id": "4", "then": {"lead": "ZJJ", "assist": ["ZJJ"]}},
                  {"id": "5", "then": {}},
                  {"id": "6", "then": {"desk": "answer", "triage": "X"}},
                  {"id": "7", "then": {"desk": "later", "assist": ["CGJ"]}},
                  {"id": "8", "then": {"refer": "police"}},
                  {"id": "9", "then": {"statutory": " "}},
                  {"id": "10", "then": {"triage": "because"}},
                  {"id": "11", "then": {"lead": {"jurisdiction": "city"}}},
                  {"id": "12", "then": {"lead": {}}},
                  {"id": "13", "then": {"lead": 5}},
                  {"when": {"kind": ["help"]}}]},
                 {"id": "a", "rules": []}, {}]}""";
        assertThat(RuleSet.check("rules.json", in(document), Taxonomy.standard(), directory))
                .extracting(p -> p.place() + " " + p.code())
                .containsExactly(
                        "/sektions UNKNOWN_PROPERTY",
                        "/id BAD_IDENTITY",
                        "/version BLANK",
                        "/taxonomy OTHER_IDENTITY",
                        "/sections/0/rules/0/when/catgory UNKNOWN_PROPERTY",
                        "/sections/0/rules/0/when/kind WRONG_TYPE",
                        "/sections/0/rules/0/when/channel/0 UNKNOWN_CHANNEL",
                        "/sections/0/rules/1/id DUPLICATE_ID",
                        "/sections/0/rules/1/when/category/0 UNKNOWN_CATEGORY",
                        "/sections/0/rules/1/when/category/2 DUPLICATE_VALUE",
                        "/sections/0/rules/1/when/area/0 UNKNOWN_AREA",
                        "/sections/0/rules/1/then/lead UNKNOWN_DEPARTMENT",
                        "/sections/0/rules/2/title BLANK",
                        "/sections/0/rules/2/then/lead PLACEHOLDER_DEPARTMENT",
                        "/sections/0/rules/2/then/assist/0 PLACEHOLDER_DEPARTMENT",
                        "/sections/0/rules/3/then/assist LEAD_ASSISTS",
                        "/sections/0/rules/4/then MISSING_PROPERTY",
                        "/sections/0/rules/5/then CONFLICTING_PROPERTIES",
                        "/sections/0/rules/6/then/assist CONFLICTING_PROPERTIES",
                        "/sections/0/rules/6/then/desk UNKNOWN_VALUE",
                        "/sections/0/rules/7/then/refer BAD_VALUE",
                        "/sections/0/rules/8/then/statutory BAD_VALUE",
                        "/sections/0/rules/9/then/triage BAD_VALUE",
                        "/sections/0/rules/10/then/lead/jurisdiction UNKNOWN_VALUE",
                        "/sections/0/rules/11/then/lead/jurisdiction MISSING_PROPERTY",
                        "/sections/0/rules/12/then/lead WRONG_TYPE",
                        "/sections/0/rules/13/id MISSING_PROPERTY",
                        "/sections/0/rules/13/then MISSING_PROPERTY",
                        "/sections/1/id DUPLICATE_ID",
                        "/sections/1/rules WRONG_TYPE",
                        "/sections/2/id MISSING_PROPERTY",
                        "/sections/2/rules MISSING_PROPERTY");
        assertThatThrownBy(() -> read(document)).isInstanceOf(InvalidDocumentException.class);
    }

    @Test
    void what_is_unknown_comes_with_what_may_have_been_meant() throws IOException {
        assertThat(problems("{\"id\":\"1\",\"when\":{\"category\":[\"01.01.99\"]},\"then\":{\"lead\":\"ZJJJ\"}},"
                        + "{\"id\":\"1\",\"then\":{\"desk\":\"answer\"}}"))
                .extracting(Problem::expected)
                .containsExactly(
                        "a category of 12345-default@2026.1; did you mean \"01.01.01\"?",
                        "a department of shishi@2026.1; did you mean \"ZJJ\"?",
                        "an id not used before; it is also at /sections/0/rules/0/id");
    }

    @Test
    void a_document_of_another_format_is_not_read_on() throws IOException {
        assertThat(RuleSet.check(
                        "rules.json", in("{\"format\": \"hotline-routing/2\"}"), Taxonomy.standard(), directory))
                .extracting(Problem::toString)
                .containsExactly("rules.json: /format: UNSUPPORTED_FORMAT: expected hotline-routing/1, "
                        + "but was \"hotline-routing/2\"");
    }

    @Test
    void each_limit_may_be_reached_and_not_passed() throws IOException {
        assertLimit(64, n -> rule("i".repeat(n), ""));
        assertLimit(200, n -> rule("1", ",\"title\":\"" + "t".repeat(n) + "\""));
        assertLimit(1_000, n -> rule("1", ",\"basis\":\"" + "b".repeat(n) + "\""));
        assertLimit(64, n -> "{\"id\":\"1\",\"then\":{\"refer\":\"" + "1".repeat(n) + "\"}}");
        List<String> codes = Taxonomy.standard().categories().stream()
                .map(c -> "\"" + c.code() + "\"")
                .toList();
        assertLimit(256, n -> rule("1", ",\"when\":{\"category\":" + codes.subList(0, n) + "}"));
    }

    private void assertLimit(int limit, java.util.function.IntFunction<String> rule) throws IOException {
        assertThat(problems(rule.apply(limit))).isEmpty();
        assertThat(problems(rule.apply(limit + 1))).hasSize(1);
    }

    private static String rule(String id, String more) {
        return "{\"id\":\"" + id + "\",\"then\":{\"desk\":\"answer\"}" + more + "}";
    }

    @Test
    void a_rule_set_may_have_as_many_rules_as_the_limit_and_no_more() throws IOException {
        String most = IntStream.range(0, RuleSet.MAX_RULES)
                .mapToObj(i -> rule(Integer.toString(i), ""))
                .collect(Collectors.joining(","));
        assertThat(read(HEAD + "[{\"id\":\"s\",\"rules\":[" + most + "]}]}").size())
                .isEqualTo(RuleSet.MAX_RULES);
        assertThat(problems(most + "," + rule("more", "")))
                .extracting(p -> p.place() + " " + p.code())
                .containsExactly("/sections/0/rules/100000 LIMIT_EXCEEDED");
    }

    @Test
    void values_refuse_what_a_document_could_not_say() {
        Rule rule = Rule.builder()
                .id("1")
                .when(Condition.ANY)
                .then(new Outcome.AnswerAtDesk())
                .build();
        DepartmentCode zjj = DepartmentCode.of("ZJJ");
        assertRefused(() -> new RuleSet.Section("s", List.of()), "section s must have at least one rule");
        assertRefused(() -> new RuleSet.Section(" ", List.of(rule)), "section id must be");
        assertRefused(() -> new RuleSet.Section("s".repeat(65), List.of(rule)), "section id must be");
        RuleSet.Section section = new RuleSet.Section("s", List.of(rule));
        assertRefused(() -> new RuleSet("a", "1", "t@1", "d@1", List.of()), "sections must not be empty");
        assertRefused(() -> new RuleSet("a", "1", "t@1", "d@1", List.of(section, section)), "section ids must differ");
        assertRefused(
                () -> new RuleSet("a", "1", "t@1", "d@1", List.of(section, new RuleSet.Section("t", List.of(rule)))),
                "rule ids must differ, but \"1\" is twice");
        assertRefused(() -> new RuleSet("a b", "1", "t@1", "d@1", List.of(section)), "id must be");
        assertRefused(
                () -> new Rule(" ", Optional.empty(), Condition.ANY, rule.then(), Optional.empty()), "not be blank");
        assertRefused(
                () -> Rule.builder()
                        .id("i".repeat(65))
                        .when(Condition.ANY)
                        .then(rule.then())
                        .build(),
                "id must be at most 64 characters, but had 65");
        assertRefused(
                () -> Condition.builder().addKinds(CaseKind.HELP, CaseKind.HELP).build(), "kinds must differ");
        assertRefused(
                () -> new Condition(List.of(), List.of(), Collections.nCopies(257, CaseKind.HELP), List.of()),
                "kinds must be at most 256 values, but were 257");
        assertRefused(() -> new Outcome.Dispatch(zjj, List.of(zjj)), "the lead ZJJ must not assist as well");
        assertRefused(
                () -> new Directive.Assign(new Target.Department(zjj), List.of(zjj)),
                "the lead ZJJ must not assist as well");
        assertRefused(
                () -> new Directive.Assign(new Target.Jurisdiction(), List.of(zjj, zjj)),
                "assisting departments must differ");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }

    @Test
    void a_router_takes_only_the_directory_that_its_rules_name() throws IOException {
        RuleSet rules = read(RULES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Router.of(rules, Directory.of("shishi", "2025.1", List.of(), List.of())))
                .withMessage("directory must be shishi@2026.1, which rule set shishi@2026.1 names, "
                        + "but was shishi@2025.1");
        assertThat(Router.of(rules, directory).ruleSet()).isSameAs(rules);
    }

    private Outcome outcome(String category, String area, CaseKind kind) throws IOException {
        return Router.of(read(RULES), directory)
                .route(facts(category, area, kind))
                .outcome();
    }

    private static RoutingFacts facts(String category, String area, CaseKind kind) {
        return RoutingFacts.of(
                Optional.of(CategoryCode.of(category)), Optional.of(AreaCode.of(area)), kind, Channel.PHONE);
    }

    private static Outcome dispatch(String lead, String... assisting) {
        return new Outcome.Dispatch(
                DepartmentCode.of(lead),
                List.of(assisting).stream().map(DepartmentCode::of).toList());
    }

    private RuleSet read(String text) throws IOException {
        return RuleSet.read("rules.json", in(text), Taxonomy.standard(), directory);
    }

    private List<Problem> problems(String rules) throws IOException {
        return RuleSet.check(
                "rules.json", in(HEAD + "[{\"id\":\"s\",\"rules\":[" + rules + "]}]}"), Taxonomy.standard(), directory);
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
