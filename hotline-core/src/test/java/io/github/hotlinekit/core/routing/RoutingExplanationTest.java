package io.github.hotlinekit.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoutingExplanationTest {

    private static final Instant AT = Instant.parse("2026-05-01T01:00:00Z");

    private static Router router(RuleSet rules) {
        return Router.of(rules, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
    }

    @Property
    void an_explanation_tells_of_the_decision_and_of_every_rule_that_matched_or_nearly_did(
            @ForAll("ruleSets") RuleSet rules,
            @ForAll("facts") RoutingFacts facts,
            @ForAll("objections") List<Objection> objections,
            @ForAll("instants") Instant at) {
        for (Router router : List.of(router(rules), router(rules).strict())) {
            RoutingExplanation explanation = router.explain(facts, objections, at);
            assertThat(explanation.decision()).isEqualTo(router.route(facts, objections, at));
            assertThat(explanation.winner().map(Rule::id))
                    .isEqualTo(explanation.decision().rule());
            assertThat(explanation.evidence())
                    .hasSize(explanation.winner().isPresent() ? Cell.values().length : 0)
                    .allMatch(Evidence::holds);
            assertThat(explanation.collected().stream().map(Rule::id))
                    .isEqualTo(explanation.decision().collected());

            List<Rule> told = new ArrayList<>(explanation.passedOver().stream()
                    .map(RoutingExplanation.PassedOver::rule)
                    .toList());
            explanation.winner().ifPresent(told::add);
            assertThat(told)
                    .containsExactlyInAnyOrderElementsOf(router.allMatchesByDefinition(facts, at).stream()
                            .filter(r -> !(r.then() instanceof Directive.Assist))
                            .toList());

            LocalDate day = at.atZone(rules.zone()).toLocalDate();
            boolean inForce = rules.effective().includes(day);
            List<Rule> all =
                    rules.sections().stream().flatMap(s -> s.rules().stream()).toList();
            assertThat(explanation.nearMisses())
                    .allSatisfy(miss -> assertThat(miss.failing().holds()).isFalse())
                    .extracting(RoutingExplanation.NearMiss::rule)
                    .containsExactlyElementsOf(all.stream()
                            .filter(r -> inForce && r.effective().includes(day))
                            .filter(r -> nearlyMatches(r.when(), explanation.facts()))
                            .sorted(Comparator.comparingInt(r -> -filled(r.when())))
                            .toList());
            assertThat(explanation.nearMissCount())
                    .isEqualTo(explanation.nearMisses().size());
            assertThat(explanation.notInForce())
                    .isEqualTo(all.stream()
                            .filter(r -> !(inForce && r.effective().includes(day)) && failing(r, facts) == 0)
                            .toList());
            for (Language language : Language.values()) {
                assertThat(explanation.render(language))
                        .contains(rules.identity())
                        .endsWith("\n");
            }
        }
    }

    /** What the Javadoc of near misses says, over the codes of the arbitraries: areas have one digit a level. */
    private static boolean nearlyMatches(Condition when, RoutingFacts facts) {
        List<Evidence> failing = ReferenceMatcher.evidence(when, facts, RoutingArbitraries.ZONE).stream()
                .filter(e -> !e.holds())
                .toList();
        boolean ofCase = !when.isAny(Cell.CATEGORY) || !when.isAny(Cell.AREA);
        if (failing.size() != 1 || filled(when) < 2 || !ofCase) {
            return false;
        }
        Cell cell = failing.get(0).cell();
        if (cell == Cell.CATEGORY) {
            return facts.category().isPresent()
                    && areClose(facts.category().get().value(), failing.get(0).wanted(), 3);
        }
        return cell != Cell.AREA
                || (facts.area().isPresent()
                        && areClose(known(facts.area().get()), failing.get(0).wanted(), 1));
    }

    /** An area that is not known is taken for one right below the smallest known one around it. */
    private static String known(AreaCode area) {
        String known = "";
        for (int end = 1; end <= area.value().length(); end++) {
            String part = area.value().substring(0, end);
            if (RoutingArbitraries.directory().find(AreaCode.of(part)).isPresent()) {
                known = part;
            }
        }
        return known.equals(area.value()) ? known : known + "?";
    }

    private static boolean areClose(String given, List<String> wanted, int level) {
        String parent = parent(given, level);
        return wanted.stream()
                .filter(w -> !w.equals(Evidence.NONE) && !parent(w, level).isEmpty())
                .anyMatch(
                        w -> parent(w, level).equals(given) || parent(w, level).equals(parent));
    }

    private static String parent(String code, int level) {
        return code.substring(0, Math.max(0, code.length() - level));
    }

    private static int filled(Condition when) {
        return (int) Stream.of(Cell.values()).filter(c -> !when.isAny(c)).count();
    }

    @Property(tries = 3_000)
    void the_index_finds_the_rules_that_trying_every_rule_finds(
            @ForAll("explainedSets") RuleSet rules,
            @ForAll("facts") RoutingFacts facts,
            @ForAll("objections") List<Objection> objections,
            @ForAll("instants") Instant at) {
        Router router = router(rules);
        assertAlike(router.explain(facts, objections, at), router.explainByDefinition(facts, objections, at));
    }

    @Property(tries = 50)
    void the_index_finds_the_rules_that_trying_every_rule_finds_where_there_are_more_than_are_listed(
            @ForAll("conditions") Condition when,
            @ForAll("facts") RoutingFacts facts,
            @ForAll("policies") SectionPolicy policy,
            @ForAll Random random) {
        List<Rule> many = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            many.add(Rule.builder()
                    .id("R" + i)
                    .when(new Condition(
                            List.of(CategoryCode.of(random.nextBoolean() ? "01.01" : "01.02")),
                            random.nextBoolean() ? List.of() : when.areas(),
                            random.nextBoolean() ? List.of() : when.kinds(),
                            random.nextBoolean() ? List.of() : when.channels(),
                            List.of(),
                            List.of(),
                            List.of(),
                            Set.of(),
                            when.keywords(),
                            List.of()))
                    .then(Directive.Assign.of("A"))
                    .build());
        }
        Router router = router(RoutingArbitraries.ruleSet(List.of(new RuleSet.Section("many", policy, many))));
        RoutingFacts filed = facts.withCategory(CategoryCode.of("01.01"));
        assertAlike(router.explain(filed, AT), router.explainByDefinition(filed, List.of(), AT));
    }

    private static void assertAlike(RoutingExplanation one, RoutingExplanation other) {
        assertThat(one.facts()).isEqualTo(other.facts());
        assertThat(one.decision()).isEqualTo(other.decision());
        assertThat(one.winner()).isEqualTo(other.winner());
        assertThat(one.evidence()).isEqualTo(other.evidence());
        assertThat(one.passedOver()).isEqualTo(other.passedOver());
        assertThat(one.passedOverCount()).isEqualTo(other.passedOverCount());
        assertThat(one.nearMisses()).isEqualTo(other.nearMisses());
        assertThat(one.nearMissCount()).isEqualTo(other.nearMissCount());
        assertThat(one.notInForce()).isEqualTo(other.notInForce());
        assertThat(one.notInForceCount()).isEqualTo(other.notInForceCount());
        assertThat(one.collected()).isEqualTo(other.collected());
    }

    @Example
    void a_rule_of_another_matter_is_no_near_miss_and_one_beside_or_below_it_is_if_it_has_more_in_common() {
        Condition area = Condition.builder().addAreas(AreaCode.of("1")).build();
        Router router = router(RoutingArbitraries.ruleSet(List.of(RuleSet.Section.first(
                "s",
                about("01.01", area),
                about("01.01.01", area),
                about("02.01", area),
                about("02", area),
                about("01.01", Condition.ANY)))));
        RoutingFacts facts = RoutingFacts.builder().area(AreaCode.of("111")).build();
        assertThat(near(router, facts.withCategory(CategoryCode.of("01.02")))).containsExactly("S0R0");
        assertThat(near(router, facts.withCategory(CategoryCode.of("01.01.02"))))
                .containsExactly("S0R1");
        assertThat(near(router, facts.withCategory(CategoryCode.of("01")))).containsExactly("S0R0");
        // Nothing is close to a fact that is not known.
        assertThat(near(router, facts)).isEmpty();
    }

    @Example
    void a_rule_that_another_cell_keeps_from_matching_is_near_if_it_names_the_case_s_category_or_area() {
        CategoryCode category = CategoryCode.of("01");
        AreaCode area = AreaCode.of("1");
        Router router = router(RoutingArbitraries.ruleSet(List.of(RuleSet.Section.first(
                "s",
                asking(Condition.builder().addKinds(CaseKind.HELP).addCategories(category)),
                asking(Condition.builder().addKinds(CaseKind.HELP).addAreas(area)),
                asking(Condition.builder().addKinds(CaseKind.HELP).addChannels(Channel.WEB)),
                asking(Condition.builder().addKinds(CaseKind.HELP)),
                asking(Condition.builder()
                        .addKinds(CaseKind.HELP)
                        .addAreas(area)
                        .addChannels(Channel.PHONE))))));
        RoutingFacts facts = RoutingFacts.of(Optional.of(category), Optional.of(area), CaseKind.REPORT, Channel.WEB);
        assertThat(near(router, facts)).containsExactly("S0R0", "S0R1");
    }

    private static Rule asking(Condition.Builder when) {
        return Rule.builder()
                .id("R")
                .when(when.build())
                .then(Directive.Assign.of("A"))
                .build();
    }

    private static List<String> near(Router router, RoutingFacts facts) {
        return router.explain(facts, AT).nearMisses().stream()
                .map(miss -> miss.rule().id())
                .toList();
    }

    private static Rule about(String category, Condition when) {
        return Rule.builder()
                .id("R")
                .when(Condition.builder()
                        .addCategories(CategoryCode.of(category))
                        .addAllAreas(when.areas())
                        .build())
                .then(Directive.Assign.of("A"))
                .build();
    }

    private static long failing(Rule rule, RoutingFacts facts) {
        return ReferenceMatcher.evidence(rule.when(), facts, RoutingArbitraries.ZONE).stream()
                .filter(e -> !e.holds())
                .count();
    }

    @Property
    void a_cell_holds_as_its_evidence_says(@ForAll("conditions") Condition when, @ForAll("facts") RoutingFacts facts) {
        Optional<LocalDateTime> received =
                facts.receivedAt().map(t -> LocalDateTime.ofInstant(t, RoutingArbitraries.ZONE));
        for (Evidence evidence : ReferenceMatcher.evidence(when, facts, RoutingArbitraries.ZONE)) {
            assertThat(ReferenceMatcher.holds(evidence.cell(), when, facts, received))
                    .isEqualTo(evidence.holds());
        }
    }

    @Example
    void the_written_ground_of_a_dispatch_names_rules_departments_and_cells_in_both_languages_and_no_text() {
        Rule passed = Rule.builder()
                .id("R1")
                .title("燃气")
                .when(Condition.builder()
                        .addCategories(CategoryCode.of("01"))
                        .addAreas(AreaCode.of("1"))
                        .keywords(Keywords.anyOf("煤气"))
                        .build())
                .then(Directive.Assign.of("A", "B"))
                .basis("会议纪要3号")
                .build();
        RuleSet rules = RoutingArbitraries.ruleSet(List.of(
                RuleSet.Section.first(
                        "s",
                        passed,
                        passed.withThen(new Directive.Assign(Target.Jurisdiction.of("district", "housing"), List.of())),
                        passed.withThen(new Outcome.Refer("119"))
                                .withWhen(Condition.builder()
                                        .addCategories(CategoryCode.of("01.02"))
                                        .addAreas(AreaCode.of("1"))
                                        .build()),
                        passed.withThen(new Outcome.Refer("110"))
                                .withEffective(Effective.until(LocalDate.of(2026, 1, 1)))),
                new RuleSet.Section(
                        "c",
                        SectionPolicy.COLLECT,
                        List.of(Rule.builder()
                                .id("x")
                                .then(new Directive.Assist(List.of(Target.department("C"))))
                                .build()))));
        RoutingFacts facts = RoutingFacts.builder()
                .category(CategoryCode.of("01.01"))
                .area(AreaCode.of("111"))
                .text(CaseText.of("我家煤气漏了"))
                .build();
        RoutingExplanation explanation = router(rules).explain(facts, List.of(Objection.of("A", "不归我管")), AT);
        assertThat(explanation.render(Language.ZH)).isEqualTo("""
                派单结果:主办 单位B(B),协办 单位C(C)
                决定时间:2026-05-01T09:00(Asia/Shanghai)
                规则集:r@1
                规则:S0R1 燃气,章节 S0
                依据:会议纪要3号
                  事项 事01.01(01.01):符合 事01(01)
                  区域 区111(111):符合 区1(1)
                  类型 缺失:不限
                  渠道 缺失:不限
                  紧急程度 缺失:不限
                  诉求人类型 缺失:不限
                  日期类型 缺失:不限
                  关键词 6 字:符合 煤气@2
                  受理时段 缺失:不限
                  主办按属地确定:案件区域 区111(111),层级 district,职能 housing
                增加协办的规则:S1R0
                第 1 次退单:单位A(A):不归我管
                也符合但未采用的规则 1 条:
                  S0R0 燃气:其主办单位已退单(第 1 次退单)
                相近而只差一项的规则 1 条:
                  S0R2 燃气:事项 事01.01(01.01):须为 事01.02(01.02)
                符合但当日未施行的规则 1 条:
                  S0R3 燃气:[, 2026-01-01)
                """);
        assertThat(explanation.render(Language.EN))
                .startsWith("""
                Outcome: lead Unit B (B); assisting Unit C (C)
                Decided at: 2026-05-01T09:00 (Asia/Shanghai)
                Rule set: r@1
                Rule: S0R1 燃气, section S0
                Basis: 会议纪要3号
                  category Matter 01.01 (01.01): matches Matter 01 (01)
                """)
                .contains("  keywords text of 6 characters: matches 煤气@2\n")
                .contains("its lead was relieved of the case (objection 1)\n")
                .doesNotContain("漏");
    }

    private static RoutingExplanation explained(RoutingFacts facts, Rule... rules) {
        return router(RoutingArbitraries.ruleSet(List.of(RuleSet.Section.first("s", rules))))
                .explain(facts, AT);
    }

    private static Rule doing(Directive then, Condition.Builder when) {
        return Rule.builder().id("R").when(when.build()).then(then).build();
    }

    private static List<String> lines(RoutingExplanation explanation, Language language) {
        return explanation.render(language).lines().toList();
    }

    @Example
    void the_first_line_says_where_the_case_goes() {
        assertGoes(Directive.Assign.of("A"), "主办 单位A(A)", "lead Unit A (A)");
        assertGoes(
                Directive.Assign.of("A", "B", "C"),
                "主办 单位A(A),协办 单位B(B)、单位C(C)",
                "lead Unit A (A); assisting Unit B (B), Unit C (C)");
        assertGoes(new Outcome.AnswerAtDesk(), "直接办结", "answered at the desk");
        assertGoes(new Outcome.Refer("119"), "转 119", "referred to 119");
        assertGoes(new Outcome.Statutory("信访"), "告知法定途径 信访", "statutory channel 信访");
        assertGoes(new Outcome.Triage("BIG"), "人工会商 BIG", "triage by people BIG");
    }

    private static void assertGoes(Directive then, String zh, String en) {
        RoutingExplanation explanation = explained(RoutingFacts.NONE, doing(then, Condition.builder()));
        assertThat(lines(explanation, Language.ZH)).startsWith("派单结果:" + zh);
        assertThat(lines(explanation, Language.EN)).startsWith("Outcome: " + en);
    }

    @Example
    void where_no_rule_decides_or_comes_near_the_text_says_that_and_no_more() {
        RoutingFacts facts = RoutingFacts.builder()
                .category(CategoryCode.of("01.09"))
                .area(AreaCode.of("19"))
                .build();
        RoutingExplanation explanation = explained(
                facts, doing(Directive.Assign.of("A"), Condition.builder().addCategories(CategoryCode.of("02"))));
        assertThat(explanation.render(Language.ZH)).isEqualTo("""
                派单结果:人工会商 UNROUTED
                决定时间:2026-05-01T09:00(Asia/Shanghai)
                规则集:r@1
                没有规则作出决定
                注意:事项编码不在分类表中
                注意:区域编码不在名录中
                """);
        assertThat(explanation.render(Language.EN)).isEqualTo("""
                Outcome: triage by people UNROUTED
                Decided at: 2026-05-01T09:00 (Asia/Shanghai)
                Rule set: r@1
                No rule decided
                Note: the category is not in the taxonomy
                Note: the area is not in the directory
                """);
    }

    @Example
    void an_explanation_has_what_was_asked_and_the_rules_that_it_counts() {
        RuleSet rules = RoutingArbitraries.ruleSet(List.of(
                RuleSet.Section.first(
                        "s",
                        doing(Directive.Assign.of("A"), Condition.builder()),
                        doing(Directive.Assign.of("B"), Condition.builder()),
                        doing(Directive.Assign.of("C"), Condition.builder())
                                .withEffective(Effective.until(LocalDate.of(2026, 1, 1)))),
                new RuleSet.Section(
                        "c",
                        SectionPolicy.COLLECT,
                        List.of(Rule.builder()
                                .id("x")
                                .title("协")
                                .basis("会议纪要4号")
                                .then(new Directive.Assist(List.of(Target.department("C"))))
                                .build()))));
        List<Objection> objections = List.of(Objection.of("A", "不归我管"));
        RoutingExplanation explanation = router(rules).explain(RoutingFacts.NONE, objections, AT);
        assertThat(explanation.facts()).isEqualTo(RoutingFacts.NONE);
        assertThat(explanation.objections()).isEqualTo(objections);
        assertThat(explanation.at()).isEqualTo(AT);
        assertThat(explanation.winner().map(Rule::id)).hasValue("S0R1");
        assertThat(explanation.passedOver())
                .extracting(RoutingExplanation.PassedOver::section)
                .containsExactly("S0");
        assertThat(explanation.passedOverCount()).isEqualTo(1);
        assertThat(explanation.notInForce()).extracting(Rule::id).containsExactly("S0R2");
        assertThat(explanation.notInForceCount()).isEqualTo(1);
        assertThat(explanation.collected()).extracting(Rule::id).containsExactly("S1R0");
        assertThat(lines(explanation, Language.ZH)).contains("增加协办的规则:S1R0 协(依据:会议纪要4号)");
        assertThat(lines(explanation, Language.EN))
                .contains(
                        "Rule that added assisting departments: S1R0 协 (basis: 会议纪要4号)",
                        "Objection 1: Unit A (A): 不归我管",
                        "Rules that match as well and did not decide, 1:",
                        "  S0R0: its lead was relieved of the case (objection 1)",
                        "Rules that match but are not in force on that day, 1:",
                        "  S0R2: [, 2026-01-01)");
    }

    @Example
    void each_cell_is_told_in_the_words_of_the_language() {
        Condition.Builder all = Condition.builder()
                .addMissing(Cell.CATEGORY)
                .addCategories(CategoryCode.of("01"))
                .addAreas(AreaCode.of("1"))
                .addKinds(CaseKind.HELP, CaseKind.REPORT)
                .addChannels(Channel.WECHAT)
                .addPriorities(Priority.URGENT)
                .addRequesters(RequesterType.VISITOR)
                .addDayTypes(DayType.HOLIDAY)
                .keywords(new Keywords(List.of(), List.of(), List.of("电")))
                .addTimes(TimeWindow.parse("Fri 08:00-18:00"));
        RoutingFacts facts = RoutingFacts.builder()
                .area(AreaCode.of("19"))
                .kind(CaseKind.REPORT)
                .channel(Channel.WECHAT)
                .priority(Priority.URGENT)
                .requester(RequesterType.VISITOR)
                .dayType(DayType.HOLIDAY)
                .text(CaseText.of("水"))
                .receivedAt(AT)
                .build();
        RoutingExplanation explanation = explained(facts, doing(new Outcome.AnswerAtDesk(), all));
        assertThat(lines(explanation, Language.ZH).subList(3, 13))
                .containsExactly(
                        "规则:S0R0,章节 S0",
                        "  事项 缺失:符合 缺失",
                        "  区域 19:符合 区1(1)",
                        "  类型 举报:符合 举报",
                        "  渠道 微信:符合 微信",
                        "  紧急程度 紧急:符合 紧急",
                        "  诉求人类型 来访游客:符合 来访游客",
                        "  日期类型 节假日:符合 节假日",
                        "  关键词 1 字:符合 -电",
                        "  受理时段 Fri 09:00:符合 Fri 08:00-18:00");
        assertThat(lines(explanation, Language.EN).subList(3, 13))
                .containsExactly(
                        "Rule: S0R0, section S0",
                        "  category missing: matches missing",
                        "  area 19: matches Area 1 (1)",
                        "  kind report: matches report",
                        "  channel wechat: matches wechat",
                        "  priority urgent: matches urgent",
                        "  requester visitor: matches visitor",
                        "  day type holiday: matches holiday",
                        "  keywords text of 1 characters: matches -电",
                        "  time Fri 09:00: matches Fri 08:00-18:00");
    }

    @Example
    void the_ground_of_a_lead_by_jurisdiction_names_what_is_known_of_the_place() {
        Directive nearest = new Directive.Assign(Target.Jurisdiction.NEAREST, List.of());
        RoutingExplanation nowhere = explained(RoutingFacts.NONE, doing(nearest, Condition.builder()));
        assertThat(lines(nowhere, Language.ZH)).contains("  主办按属地确定:案件区域 未知");
        assertThat(lines(nowhere, Language.EN)).contains("  Lead by jurisdiction: the case's area unknown");
        Directive leveled = new Directive.Assign(Target.Jurisdiction.of("district", "housing"), List.of());
        RoutingExplanation there =
                explained(RoutingFacts.NONE.withArea(AreaCode.of("12")), doing(leveled, Condition.builder()));
        assertThat(lines(there, Language.EN))
                .contains("  Lead by jurisdiction: the case's area Area 12 (12), level district, function housing");
        assertThat(explained(RoutingFacts.NONE, doing(Directive.Assign.of("A"), Condition.builder()))
                        .render(Language.ZH))
                .doesNotContain("主办按属地");
    }

    private static Condition.Builder words(List<String> any, List<String> all, List<String> none) {
        return Condition.builder().addCategories(CategoryCode.of("01")).keywords(new Keywords(any, all, none));
    }

    @Example
    void what_a_cell_asks_for_in_vain_is_told_with_eight_values_at_most_and_the_words_found() {
        List<String> eight = List.of("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛");
        List<String> nine = new ArrayList<>(eight);
        nine.add("壬");
        Directive then = new Outcome.AnswerAtDesk();
        RoutingExplanation explanation = explained(
                RoutingFacts.NONE.withCategory(CategoryCode.of("01")).withText(CaseText.of("水电")),
                doing(then, words(eight, List.of(), List.of())),
                doing(then, words(nine, List.of(), List.of())),
                doing(then, words(List.of("电"), List.of("煤"), List.of("水"))));
        assertThat(lines(explanation, Language.ZH))
                .containsSubsequence(
                        "相近而只差一项的规则 3 条:",
                        "  S0R0:关键词 2 字:须为 甲、乙、丙、丁、戊、己、庚、辛",
                        "  S0R1:关键词 2 字:须为 甲、乙、丙、丁、戊、己、庚、辛等 9 项",
                        "  S0R2:关键词 2 字:须为 电、+煤、-水,有 水@0、电@1");
        assertThat(lines(explanation, Language.EN))
                .containsSubsequence(
                        "Rules near the case that one cell keeps from matching, 3:",
                        "  S0R0: keywords text of 2 characters: must be 甲, 乙, 丙, 丁, 戊, 己, 庚, 辛",
                        "  S0R1: keywords text of 2 characters: must be 甲, 乙, 丙, 丁, 戊, 己, 庚, 辛 and 1 others",
                        "  S0R2: keywords text of 2 characters: must be 电, +煤, -水; found 水@0, 电@1");
    }

    @Example
    void rules_beyond_those_listed_are_counted_in_the_text() {
        for (int count : new int[] {RoutingExplanation.MAX_LISTED, RoutingExplanation.MAX_LISTED + 1}) {
            List<Rule> rules = new ArrayList<>();
            Rule winner = doing(Directive.Assign.of("A"), Condition.builder());
            Condition.Builder near =
                    Condition.builder().addCategories(CategoryCode.of("01")).addKinds(CaseKind.HELP);
            rules.add(winner);
            for (int i = 0; i < count; i++) {
                rules.add(winner);
                rules.add(winner.withEffective(Effective.until(LocalDate.of(2026, 1, 1))));
                rules.add(doing(Directive.Assign.of("A"), near));
            }
            RoutingExplanation explanation = explained(
                    RoutingFacts.NONE.withCategory(CategoryCode.of("01")).withKind(CaseKind.REPORT),
                    rules.toArray(Rule[]::new));
            boolean more = count > RoutingExplanation.MAX_LISTED;
            assertThat(lines(explanation, Language.ZH))
                    .contains(
                            "也符合但未采用的规则 " + count + " 条:",
                            "相近而只差一项的规则 " + count + " 条:",
                            "符合但当日未施行的规则 " + count + " 条:")
                    .filteredOn(line -> line.equals("  ……另有 1 条"))
                    .hasSize(more ? 3 : 0);
            assertThat(lines(explanation, Language.EN))
                    .filteredOn(line -> line.startsWith("  … and"))
                    .isEqualTo(more ? Collections.nCopies(3, "  … and 1 more") : List.of());
        }
    }

    @Provide
    Arbitrary<RuleSet> ruleSets() {
        return RoutingArbitraries.ruleSets();
    }

    /** Also such as ask for few things, of which one often fails alone. */
    @Provide
    Arbitrary<RuleSet> explainedSets() {
        return Arbitraries.oneOf(
                RoutingArbitraries.ruleSets(), RoutingArbitraries.ruleSets(RoutingArbitraries.plainConditions()));
    }

    @Provide
    Arbitrary<SectionPolicy> policies() {
        return Arbitraries.of(SectionPolicy.FIRST, SectionPolicy.MOST_SPECIFIC, SectionPolicy.UNIQUE);
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return RoutingArbitraries.conditions();
    }

    @Provide
    Arbitrary<RoutingFacts> facts() {
        return RoutingArbitraries.facts();
    }

    @Provide
    Arbitrary<List<Objection>> objections() {
        return RoutingArbitraries.objections();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return RoutingArbitraries.instants();
    }
}
