package io.github.hotlinekit.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
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
