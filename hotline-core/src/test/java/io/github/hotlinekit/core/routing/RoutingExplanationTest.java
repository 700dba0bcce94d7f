package io.github.hotlinekit.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
                    .containsExactlyInAnyOrderElementsOf(all.stream()
                            .filter(r -> inForce && r.effective().includes(day))
                            .filter(r -> failing(r, facts) == 1)
                            .toList());
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

    private static long failing(Rule rule, RoutingFacts facts) {
        return ReferenceMatcher.evidence(rule.when(), facts, RoutingArbitraries.ZONE).stream()
                .filter(e -> !e.holds())
                .count();
    }

    @Property
    void as_many_cells_fail_as_have_evidence_that_does_not_hold(
            @ForAll("conditions") Condition when, @ForAll("facts") RoutingFacts facts) {
        Optional<LocalDateTime> received =
                facts.receivedAt().map(t -> LocalDateTime.ofInstant(t, RoutingArbitraries.ZONE));
        long expected = ReferenceMatcher.evidence(when, facts, RoutingArbitraries.ZONE).stream()
                .filter(e -> !e.holds())
                .limit(2)
                .count();
        assertThat(ReferenceMatcher.failing(when, facts, received)).isEqualTo((int) expected);
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
                                        .addCategories(CategoryCode.of("02"))
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
                只差一项的规则 1 条:
                  S0R2 燃气:事项 事01.01(01.01):须为 事02(02)
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
