package io.github.hotlinekit.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.routing.Condition;
import io.github.hotlinekit.core.routing.Directive;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.RoutingDecision;
import io.github.hotlinekit.core.routing.RoutingFacts;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.RuleTest;
import io.github.hotlinekit.core.routing.SectionPolicy;
import io.github.hotlinekit.core.routing.Target;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RuleCoverageTest {

    private static final RoutingFacts OF_01 =
            RoutingFacts.builder().category(CategoryCode.of("01")).build();

    private static Condition of(String category) {
        return Condition.builder().addCategories(CategoryCode.of(category)).build();
    }

    private static final RuleSet RULES = RoutingArbitraries.ruleSet(List.of(
            RuleSet.Section.first(
                    "s",
                    Rule.builder()
                            .id("a")
                            .when(of("01"))
                            .then(Directive.Assign.of("A"))
                            .build(),
                    Rule.builder()
                            .id("b")
                            .when(of("02"))
                            .then(Directive.Assign.of("B"))
                            .build()),
            new RuleSet.Section(
                    "c",
                    SectionPolicy.COLLECT,
                    List.of(Rule.builder()
                            .id("c")
                            .when(of("01"))
                            .then(new Directive.Assist(List.of(Target.department("C"))))
                            .build()))));

    private static Router router(RuleSet rules) {
        return Router.of(rules, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
    }

    private static RuleTest test(String id, RoutingFacts facts) {
        return RuleTest.builder()
                .id(id)
                .facts(facts)
                .expect(new RuleTest.Expectation(
                        Optional.empty(), Optional.of(DepartmentCode.of("A")), Optional.empty(), Optional.empty()))
                .build();
    }

    @Test
    void rules_that_decide_and_rules_that_add_departments_are_hit_by_tests() {
        RuleCoverage coverage = RuleCoverage.of(
                router(RULES.withTests(List.of(test("1", OF_01), test("2", OF_01), test("3", RoutingFacts.NONE)))));
        assertThat(coverage.cases()).isEqualTo(3);
        assertThat(coverage.withoutRule()).isEqualTo(1);
        assertThat(coverage.rules()).extracting(RuleHits::hits).containsExactly(2L, 0L, 2L);
        assertThat(coverage.rules()).extracting(RuleHits::decides).containsExactly(true, true, false);
        assertThat(coverage.neverHit())
                .containsExactly(RULES.sections().get(0).rules().get(1).id());
        assertThat(coverage.hitShare()).isEqualTo(Share.of(2, 3));
        assertThat(coverage.render(Language.EN)).isEqualTo("""
                        Rule set r@1, cases: 3, decided by no rule: 1, rules hit: 2/3 (66.67 %)
                        S0 S0R0 2
                        S0 S0R1 never hit
                        S1 S1R0 2
                        """);
        assertThat(coverage.render(Language.ZH)).isEqualTo("""
                        规则集 r@1 工单 3 件,无规则决定 1 件,命中规则 2/3 (66.67 %)
                        S0 S0R0 2
                        S0 S0R1 从未命中
                        S1 S1R0 2
                        """);
    }

    @Test
    void coverage_of_other_rules_is_not_merged_even_if_they_have_one_name() {
        RuleSet draft = RULES.withSections(List.of(RULES.sections().get(0)));
        RuleCoverage one = RuleCoverage.of(router(RULES), Stream.empty());
        RuleCoverage other = RuleCoverage.of(router(draft), Stream.empty());
        assertThat(one.ruleSet()).isEqualTo(other.ruleSet());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.merge(other))
                .withMessage("coverage merged must be of one rule set, but was of r@1 with hash " + RULES.hash()
                        + " and r@1 with hash " + draft.hash());
    }

    @Test
    void coverage_that_does_not_add_up_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new RuleCoverage("r@1", "h", 1, List.of(new RuleHits("a", "s", SectionPolicy.FIRST, 2))))
                .withMessage("cases must be at least as many as rules decided, 2, but were 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleHits("a", "s", SectionPolicy.FIRST, -1))
                .withMessage("hits must be 0 or more, but was -1");
    }

    @Provide
    Arbitrary<RuleSet> ruleSets() {
        return RoutingArbitraries.ruleSets();
    }

    @Provide
    Arbitrary<List<PastCase>> cases() {
        return PastCases.drawn();
    }

    @Property(tries = 200)
    void hitsAreCountedAsOneDecisionAfterTheOtherShowsThem(
            @ForAll("ruleSets") RuleSet set, @ForAll("cases") List<PastCase> cases) {
        Router router = router(set);
        RuleCoverage coverage = RuleCoverage.of(router, cases.stream());
        List<RoutingDecision> decisions =
                cases.stream().map(c -> router.route(c.facts(), c.at())).toList();
        assertThat(coverage.cases()).isEqualTo(cases.size());
        assertThat(coverage.withoutRule())
                .isEqualTo(decisions.stream().filter(d -> d.rule().isEmpty()).count());
        assertThat(coverage.rules())
                .extracting(RuleHits::rule)
                .containsExactlyElementsOf(set.sections().stream()
                        .flatMap(s -> s.rules().stream())
                        .map(Rule::id)
                        .distinct()
                        .toList());
        for (RuleHits hits : coverage.rules()) {
            assertThat(hits.hits())
                    .isEqualTo(decisions.stream()
                            .filter(d -> d.rule().equals(Optional.of(hits.rule()))
                                    || d.collected().contains(hits.rule()))
                            .count());
        }
    }

    @Property(tries = 200)
    void coverageOfPartsMergedInAnyOrderIsThatOfAll(
            @ForAll("ruleSets") RuleSet set,
            @ForAll("cases") List<PastCase> cases,
            @ForAll @IntRange(max = 12) int cut) {
        Router router = router(set);
        RuleCoverage whole = RuleCoverage.of(router, cases.stream());
        List<PastCase> back = new ArrayList<>(cases);
        Collections.reverse(back);
        int at = Math.min(cut, cases.size());
        RuleCoverage left = RuleCoverage.of(router, cases.subList(0, at).stream());
        RuleCoverage right = RuleCoverage.of(router, cases.subList(at, cases.size()).stream());
        assertThat(RuleCoverage.of(router, back.stream())).isEqualTo(whole);
        assertThat(RuleCoverage.of(router, cases.parallelStream())).isEqualTo(whole);
        assertThat(left.merge(right)).isEqualTo(whole);
        assertThat(right.merge(left)).isEqualTo(whole);
    }

    @Test
    void a_rule_that_gives_a_case_to_people_decides_it() {
        RuleSet triage = RULES.withSections(List.of(RuleSet.Section.first(
                "s", Rule.builder().id("t").then(new Outcome.Triage("ASK")).build())));
        RuleCoverage coverage =
                RuleCoverage.of(router(triage), Stream.of(new PastCase("1", RoutingFacts.NONE, RuleTest.EPOCH)));
        assertThat(coverage.neverHit()).isEmpty();
        assertThat(coverage.withoutRule()).isZero();
    }
}
