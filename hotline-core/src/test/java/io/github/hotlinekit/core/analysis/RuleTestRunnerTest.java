package io.github.hotlinekit.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.routing.Condition;
import io.github.hotlinekit.core.routing.Directive;
import io.github.hotlinekit.core.routing.Objection;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.RoutingDecision;
import io.github.hotlinekit.core.routing.RoutingFacts;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.RuleTest;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RuleTestRunnerTest {

    private static final RoutingFacts OF_01 =
            RoutingFacts.builder().category(CategoryCode.of("01")).build();
    private static final RoutingFacts OF_02 =
            RoutingFacts.builder().category(CategoryCode.of("02")).build();
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    private static final RuleSet.Section SECTION = RuleSet.Section.first(
            "s",
            Rule.builder()
                    .id("dispatches")
                    .when(Condition.builder()
                            .addCategories(CategoryCode.of("01"))
                            .build())
                    .then(Directive.Assign.of("A", "B"))
                    .build(),
            Rule.builder()
                    .id("refers")
                    .when(Condition.builder()
                            .addCategories(CategoryCode.of("02"))
                            .build())
                    .then(new Outcome.Refer("119"))
                    .build());

    /** With the names of the rules as they are above. */
    private static final RuleSet RULES =
            RoutingArbitraries.ruleSet(List.of(SECTION)).withSections(List.of(SECTION));

    private static Router router(RuleSet rules) {
        return Router.of(rules, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
    }

    private static RuleTest test(RoutingFacts facts, RuleTest.Expectation expect) {
        return RuleTest.builder().id("t").at(MARCH).facts(facts).expect(expect).build();
    }

    private static RuleTest.Expectation lead(String code) {
        return new RuleTest.Expectation(
                Optional.empty(), Optional.of(DepartmentCode.of(code)), Optional.empty(), Optional.empty());
    }

    private static RuleTest.Expectation assist(String... codes) {
        return new RuleTest.Expectation(
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of(codes).stream().map(DepartmentCode::of).toList()),
                Optional.empty());
    }

    private static RuleTest.Expectation outcome(Outcome outcome) {
        return new RuleTest.Expectation(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(outcome));
    }

    private static RuleTest.Expectation rule(String id) {
        return new RuleTest.Expectation(Optional.of(id), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static List<String> messages(RoutingFacts facts, RuleTest.Expectation expect) {
        return RuleTestRunner.run(router(RULES), test(facts, expect)).differences().stream()
                .map(d -> d.message().en())
                .toList();
    }

    @Test
    void what_is_expected_must_hold_and_nothing_else() {
        assertThat(messages(OF_01, rule("dispatches"))).isEmpty();
        assertThat(messages(OF_01, lead("A"))).isEmpty();
        assertThat(messages(OF_01, assist("B"))).isEmpty();
        assertThat(messages(OF_02, outcome(new Outcome.Refer("119")))).isEmpty();
        assertThat(messages(RoutingFacts.NONE, outcome(new Outcome.Triage(Outcome.UNROUTED))))
                .isEmpty();
    }

    @Test
    void every_part_that_differs_is_told_with_what_was_expected_and_what_was() {
        assertThat(messages(OF_01, rule("refers")))
                .containsExactly("the deciding rule must be refers, but was dispatches");
        assertThat(messages(RoutingFacts.NONE, rule("refers")))
                .containsExactly("the deciding rule must be refers, but was none");
        assertThat(messages(OF_01, lead("B"))).containsExactly("the lead must be B, but was A");
        assertThat(messages(OF_02, lead("B"))).containsExactly("the lead must be B, but was refer 119");
        assertThat(messages(OF_01, assist())).containsExactly("the assisting departments must be none, but were B");
        assertThat(messages(OF_01, assist("B", "C")))
                .containsExactly("the assisting departments must be B, C, but were B");
        assertThat(messages(OF_02, assist()))
                .as("a case that is not dispatched is assisted by nobody, and that is not meant")
                .containsExactly("the assisting departments must be none, but were refer 119");
        assertThat(messages(OF_01, outcome(new Outcome.AnswerAtDesk())))
                .containsExactly("the outcome must be answer at the desk, but was dispatch A, assisting B");
        assertThat(messages(OF_01, outcome(new Outcome.Dispatch(DepartmentCode.of("C"), List.of()))))
                .as("an outcome that is a dispatch asks for its departments")
                .containsExactly("the lead must be C, but was A", "the assisting departments must be none, but were B");
        assertThat(RuleTestRunner.run(router(RULES), test(OF_01, outcome(new Outcome.Triage("ASK"))))
                        .differences())
                .extracting(TestDifference::message)
                .containsExactly(Label.of(
                        "去向应为 人工会商 ASK,实为 派单 A,协办 B",
                        "the outcome must be triage ASK, but was dispatch A, assisting B"));
    }

    @Test
    void a_test_is_decided_at_its_instant_or_when_the_case_came_in_or_on_the_first_day_of_the_set() {
        LocalDate day = LocalDate.of(2026, 4, 1);
        RuleSet later = RULES.withEffective(Effective.from(day));
        RuleTest.Expectation any = rule("dispatches");
        RuleTest bare = RuleTest.builder().id("t").facts(OF_01).expect(any).build();
        RuleTest received = RuleTest.builder()
                .id("t")
                .facts(OF_01.withReceivedAt(MARCH.plusSeconds(1)))
                .expect(any)
                .build();
        RuleTest dated = RuleTest.builder()
                .id("t")
                .facts(OF_01.withReceivedAt(MARCH.plusSeconds(1)))
                .at(MARCH)
                .expect(any)
                .build();
        assertThat(RuleTestRunner.run(router(later), dated).at()).isEqualTo(MARCH);
        assertThat(RuleTestRunner.run(router(later), received).at()).isEqualTo(MARCH.plusSeconds(1));
        assertThat(RuleTestRunner.run(router(later), received).passed())
                .as("the set is not yet in force")
                .isFalse();
        assertThat(RuleTestRunner.run(router(later), bare).at())
                .isEqualTo(day.atStartOfDay(RoutingArbitraries.ZONE).toInstant());
        assertThat(RuleTestRunner.run(router(later), bare).passed()).isTrue();
        assertThat(RuleTestRunner.run(router(RULES), bare).at()).isEqualTo(RuleTest.EPOCH);
        RuleSet ever = RULES.withEffective(Effective.from(LocalDate.MIN));
        assertThat(RuleTestRunner.run(router(ever), bare).passed())
                .as("the calendar's first day")
                .isTrue();
    }

    @Test
    void departments_that_were_relieved_are_left_out() {
        RuleTest returned = RuleTest.builder()
                .id("t")
                .at(MARCH)
                .facts(OF_01)
                .addExcluded(DepartmentCode.of("A"))
                .expect(outcome(new Outcome.Triage(Outcome.DISPUTED)))
                .build();
        assertThat(RuleTestRunner.run(router(RULES), returned).differences()).isEmpty();
    }

    @Test
    void the_report_counts_and_tells_what_failed_in_both_languages() {
        RuleTest passes =
                RuleTest.builder().id("t1").facts(OF_01).expect(lead("A")).build();
        RuleTest fails = RuleTest.builder()
                .id("t2")
                .title("漏气")
                .facts(OF_02)
                .expect(new RuleTest.Expectation(
                        Optional.of("dispatches"),
                        Optional.of(DepartmentCode.of("A")),
                        Optional.empty(),
                        Optional.empty()))
                .build();
        RuleTestReport report = RuleTestRunner.run(router(RULES.withTests(List.of(passes, fails))));
        assertThat(report.allPass()).isFalse();
        assertThat(report.count()).isEqualTo(2);
        assertThat(report.passed()).isEqualTo(1);
        assertThat(report.failures()).extracting(r -> r.test().id()).containsExactly("t2");
        assertThat(report.render(Language.EN)).isEqualTo("""
                        Rule set r@1, tests: 2, passed: 1, failed: 1
                        Failed t2 漏气
                          the deciding rule must be dispatches, but was refers
                          the lead must be A, but was refer 119
                        """);
        assertThat(report.render(Language.ZH)).isEqualTo("""
                        规则集 r@1 测试 2 项,通过 1 项,未通过 1 项
                        未通过 t2 漏气
                          决定规则应为 dispatches,实为 refers
                          主办单位应为 A,实为 转接 119
                        """);
        assertThat(RuleTestRunner.run(router(RULES.withTests(List.of(passes)))).allPass())
                .isTrue();
        RuleTestReport none = RuleTestRunner.run(router(RULES));
        assertThat(none.allPass()).isTrue();
        assertThat(none.count()).isZero();
    }

    @Provide
    Arbitrary<RuleSet> ruleSets() {
        return RoutingArbitraries.ruleSets();
    }

    @Provide
    Arbitrary<RoutingFacts> facts() {
        return RoutingArbitraries.facts().map(f -> f.withText(Optional.empty()));
    }

    @Provide
    Arbitrary<List<Objection>> objections() {
        return RoutingArbitraries.objections();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return RoutingArbitraries.instants();
    }

    @Provide
    Arbitrary<Outcome> others() {
        return Arbitraries.of(
                new Outcome.Refer("110"),
                new Outcome.Triage("ANOTHER"),
                new Outcome.Dispatch(DepartmentCode.of("NOBODY"), List.of()));
    }

    @Property(tries = 300)
    void aTestThatExpectsTheDecisionPassesAndOneThatExpectsAnotherOutcomeFails(
            @ForAll("ruleSets") RuleSet set,
            @ForAll("facts") RoutingFacts facts,
            @ForAll("objections") List<Objection> objections,
            @ForAll("instants") Instant at,
            @ForAll("others") Outcome other) {
        RoutingDecision decision = router(set).route(facts, objections, at);
        RuleTest.Expectation same = new RuleTest.Expectation(
                decision.rule(), Optional.empty(), Optional.empty(), Optional.of(decision.outcome()));
        assertThat(RuleTestRunner.run(router(set), returned(facts, objections, at, same))
                        .differences())
                .isEmpty();
        assertThat(RuleTestRunner.run(router(set), returned(facts, objections, at, outcome(other)))
                        .passed())
                .isFalse();
    }

    private static RuleTest returned(
            RoutingFacts facts, List<Objection> objections, Instant at, RuleTest.Expectation expect) {
        return RuleTest.builder()
                .id("t")
                .at(at)
                .facts(facts)
                .addAllExcluded(objections.stream().map(Objection::department).toList())
                .expect(expect)
                .build();
    }
}
