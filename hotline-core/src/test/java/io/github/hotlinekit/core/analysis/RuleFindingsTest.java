package io.github.hotlinekit.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.routing.Condition;
import io.github.hotlinekit.core.routing.Directive;
import io.github.hotlinekit.core.routing.Keywords;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.RoutingDecision;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.SectionPolicy;
import io.github.hotlinekit.core.routing.Target;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Findings about one rule and the departments that it means, case by case. */
class RuleFindingsTest {

    private static final LocalDate FIRST = RoutingArbitraries.DAYS.get(0);
    private static final LocalDate SECOND = RoutingArbitraries.DAYS.get(1);
    private static final LocalDate LAST = RoutingArbitraries.DAYS.get(2);

    private static RuleSet set(Rule... rules) {
        return RoutingArbitraries.ruleSet(List.of(RuleSet.Section.first("s", rules)));
    }

    private static Rule rule(Condition when, Directive then, Effective effective) {
        return Rule.builder().id("R").when(when).then(then).effective(effective).build();
    }

    private static Rule rule(Directive then) {
        return rule(Condition.ANY, then, Effective.ALWAYS);
    }

    private static Directive lead(Target target) {
        return new Directive.Assign(target, List.of());
    }

    private static Rule looking(Keywords keywords) {
        Condition when = Condition.builder().keywords(keywords).build();
        return rule(when, Directive.Assign.of("A"), Effective.ALWAYS);
    }

    private static Analysis analysis(RuleSet set) {
        return RuleSetAnalyzer.of(set, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory())
                .analyze(Budget.standard());
    }

    private static List<String> messages(RuleSet set, FindingCode code) {
        return analysis(set).of(code).stream().map(f -> f.message().en()).toList();
    }

    private static RoutingDecision decision(RuleSet set, FindingCode code) {
        Witness witness = analysis(set).of(code).get(0).witness().orElseThrow();
        return Router.of(set, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory())
                .route(witness.facts(), witness.at());
    }

    @Test
    void wordsOfOneCharacterAreTold() {
        Keywords keywords = new Keywords(List.of("果", "水果"), List.of(), List.of("x"));
        assertThat(messages(set(looking(keywords)), FindingCode.ONE_CHARACTER_WORD))
                .containsExactly("Rule S0R0 looks for words of one character: 果, x");
        Keywords longer = new Keywords(List.of("水果"), List.of(), List.of());
        assertThat(messages(set(looking(longer)), FindingCode.ONE_CHARACTER_WORD))
                .isEmpty();
    }

    @Test
    void whereOneWordDoesTheOuterIsUselessAndWhereAllMustBeThereTheInner() {
        List<String> words = List.of("煤气味", "煤气", "水果");
        assertThat(messages(set(looking(new Keywords(words, List.of(), List.of()))), FindingCode.CONTAINED_WORD))
                .containsExactly("Rule S0R0 need not look for 煤气味, since it looks for 煤气");
        assertThat(messages(set(looking(new Keywords(List.of(), words, List.of()))), FindingCode.CONTAINED_WORD))
                .containsExactly("Rule S0R0 need not look for 煤气, since it looks for 煤气味");
        assertThat(messages(set(looking(new Keywords(List.of(), List.of(), words))), FindingCode.CONTAINED_WORD))
                .containsExactly("Rule S0R0 need not look for 煤气味, since it looks for 煤气");
        Keywords apart = new Keywords(List.of("煤气味"), List.of("煤气"), List.of("水果"));
        assertThat(messages(set(looking(apart)), FindingCode.CONTAINED_WORD)).isEmpty();
    }

    @Test
    void aUselessWordCanBeLeftOutWithoutADifference() {
        Keywords with = new Keywords(List.of("煤气味", "煤气"), List.of(), List.of("水果"));
        Keywords without = new Keywords(List.of("煤气"), List.of(), List.of("水果"));
        SymbolicDiff diff = RuleSetDiff.of(
                        set(looking(with)),
                        set(looking(without)),
                        RoutingArbitraries.taxonomy(),
                        RoutingArbitraries.directory())
                .symbolic(Budget.standard());
        assertThat(diff.verdict()).isEqualTo(SymbolicDiff.Verdict.EQUAL);
    }

    @Test
    void dispatchByKeywordsAloneIsToldAndNothingElseIs() {
        Keywords keywords = new Keywords(List.of("水果"), List.of(), List.of());
        Rule alone = looking(keywords);
        assertThat(messages(set(alone), FindingCode.KEYWORDS_ONLY)).hasSize(1);
        Rule referred = alone.withThen(new Outcome.Refer("119"));
        assertThat(messages(set(referred), FindingCode.KEYWORDS_ONLY)).isEmpty();
        Rule narrow = alone.withWhen(Condition.builder()
                .keywords(keywords)
                .addCategories(CategoryCode.of("01"))
                .build());
        assertThat(messages(set(narrow), FindingCode.KEYWORDS_ONLY)).isEmpty();
        assertThat(messages(set(rule(Directive.Assign.of("A"))), FindingCode.KEYWORDS_ONLY))
                .isEmpty();
    }

    @Test
    void aRuleThatEndsBeforeItsSetBeginsIsOutsideIt() {
        Rule early = rule(Condition.ANY, Directive.Assign.of("A"), Effective.until(SECOND));
        RuleSet set = set(early);
        assertThat(messages(set, FindingCode.RULE_OUTSIDE_SET)).isEmpty();
        assertThat(messages(set.withEffective(Effective.from(SECOND)), FindingCode.RULE_OUTSIDE_SET))
                .containsExactly("Rule S0R0 is in force on [, 2026-04-01), but the rule set on [2026-04-01, )");
        assertThat(messages(set.withEffective(Effective.from(FIRST)), FindingCode.RULE_OUTSIDE_SET))
                .isEmpty();
    }

    @Test
    void theDaysBetweenTwoVersionsAreToldWhileTheSetIsInForce() {
        Rule early = rule(Condition.ANY, Directive.Assign.of("A"), Effective.until(FIRST));
        Rule late = early.withEffective(Effective.from(SECOND));
        assertThat(messages(set(late, early), FindingCode.VERSION_GAP))
                .containsExactly("No version of rule S0R0 is in force from 2026-01-01 to the day before 2026-04-01");
        assertThat(messages(set(early, late).withEffective(Effective.from(SECOND)), FindingCode.VERSION_GAP))
                .isEmpty();
        assertThat(messages(set(early, early.withEffective(Effective.from(FIRST))), FindingCode.VERSION_GAP))
                .isEmpty();
    }

    @Test
    void aDepartmentThatEndsDuringTheRulesLifeIsToldWithItsSuccessor() {
        RuleSet old = set(rule(Directive.Assign.of("OLD")));
        assertThat(messages(old, FindingCode.DEPARTMENT_ABOLISHED))
                .containsExactly(
                        "Department OLD, which rule S0R0 names, is no more from 2026-07-01 on;" + " its successors: A");
        RoutingDecision succeeded = decision(old, FindingCode.DEPARTMENT_ABOLISHED);
        assertThat(succeeded.outcome())
                .isInstanceOfSatisfying(
                        Outcome.Dispatch.class,
                        d -> assertThat(d.lead().value()).isEqualTo("A"));
        RuleSet gone = set(rule(Directive.Assign.of("A", "OLD")), rule(Directive.Assign.of("GONE")));
        assertThat(messages(gone, FindingCode.DEPARTMENT_ABOLISHED)).hasSize(2);
        assertThat(analysis(gone).of(FindingCode.DEPARTMENT_ABOLISHED).get(1).witness())
                .isEmpty();
        assertThat(decision(set(rule(Directive.Assign.of("GONE"))), FindingCode.DEPARTMENT_ABOLISHED)
                        .outcome())
                .isEqualTo(new Outcome.Triage(Outcome.DEPARTMENT_ABOLISHED));
    }

    @Test
    void aDepartmentThatOutlivesTheRuleIsNotTold() {
        Rule until = rule(Condition.ANY, Directive.Assign.of("OLD"), Effective.until(LAST));
        assertThat(messages(set(until), FindingCode.DEPARTMENT_ABOLISHED)).isEmpty();
        RuleSet brief = set(rule(Directive.Assign.of("OLD"))).withEffective(Effective.until(LAST));
        assertThat(messages(brief, FindingCode.DEPARTMENT_ABOLISHED)).isEmpty();
        assertThat(messages(set(rule(Directive.Assign.of("LATER", "A"))), FindingCode.DEPARTMENT_ABOLISHED))
                .isEmpty();
    }

    @Test
    void areasOfWhichNobodyHasChargeAreToldButThoseThatAreTooLargeAreNot() {
        RuleSet set = set(rule(lead(Target.Jurisdiction.of("street"))));
        assertThat(messages(set, FindingCode.JURISDICTION_NONE))
                .containsExactly("Nobody is @street, which rule S0R0 asks for, in areas (2): 11, 111");
        assertThat(messages(set, FindingCode.JURISDICTION_SEVERAL)).isEmpty();
        RoutingDecision decision = decision(set, FindingCode.JURISDICTION_NONE);
        assertThat(decision.outcome()).isEqualTo(new Outcome.Triage(Outcome.NO_JURISDICTION));
        RuleSet housing = set(rule(lead(new Target.Jurisdiction(Optional.of("street"), Optional.of("housing")))));
        assertThat(messages(housing, FindingCode.JURISDICTION_NONE))
                .containsExactly("Nobody is @street/housing, which rule S0R0 asks for, in areas (4): 11, 111, 12, 21");
    }

    @Test
    void areasOfWhichOnlyPartsHaveSomebodyInChargeAreTooCoarse() {
        RuleSet nearest = set(rule(lead(Target.Jurisdiction.NEAREST)));
        assertThat(messages(nearest, FindingCode.JURISDICTION_NONE)).isEmpty();
        assertThat(messages(nearest, FindingCode.COARSE_AREA))
                .containsExactly(
                        "Nobody is @area in areas (1) but in parts of them: 2; rules that ask for it (1): S0R0");
        assertThat(decision(nearest, FindingCode.COARSE_AREA).outcome())
                .isEqualTo(new Outcome.Triage(Outcome.NO_JURISDICTION));
        Condition street = Condition.builder().addAreas(AreaCode.of("21")).build();
        Rule served = rule(street, lead(Target.Jurisdiction.NEAREST), Effective.ALWAYS);
        assertThat(messages(set(served), FindingCode.COARSE_AREA)).isEmpty();
    }

    @Test
    void rulesForWhichTheSameAreasAreTooCoarseAreToldTogether() {
        Condition help = Condition.builder().addKinds(CaseKind.HELP).build();
        Rule first = rule(help, lead(Target.Jurisdiction.of("street")), Effective.ALWAYS);
        Rule rest = rule(lead(Target.Jurisdiction.of("street")));
        Rule nearest = rule(help, lead(Target.Jurisdiction.NEAREST), Effective.ALWAYS);
        Finding finding =
                analysis(set(first, rest, nearest)).of(FindingCode.COARSE_AREA).get(0);
        assertThat(finding.rules()).containsExactly("S0R0", "S0R1");
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.message().en())
                .isEqualTo("Nobody is @street in areas (2) but in parts of them: 1, 2;"
                        + " rules that ask for it (2): S0R0, S0R1");
        assertThat(finding.message().zh()).isEqualTo("属地单位 @street 须有更细的区域才能确定,以下 2 个区域过粗:1, 2;涉及 2 条规则:S0R0, S0R1");
        assertThat(analysis(set(first, rest, nearest)).of(FindingCode.COARSE_AREA))
                .hasSize(1);
    }

    private static RuleSet.Section rulings(Rule... rules) {
        return RuleSet.Section.first("rulings", rules);
    }

    private static RuleSet.Section catalogue(SectionPolicy policy, Rule... rules) {
        return new RuleSet.Section("catalogue", policy, List.of(rules));
    }

    private static Rule row(String category, String lead) {
        Condition when =
                Condition.builder().addCategories(CategoryCode.of(category)).build();
        return rule(when, Directive.Assign.of(lead), Effective.ALWAYS);
    }

    @Test
    void aRulingThatTakesCasesFromTheCatalogueIsToldWithTheRowsAndACase() {
        Rule ruling = looking(new Keywords(List.of("水果"), List.of(), List.of()));
        RuleSet set = RoutingArbitraries.ruleSet(List.of(
                rulings(ruling),
                catalogue(SectionPolicy.MOST_SPECIFIC, row("01", "B"), row("02", "A"), row("01.01", "C"))));
        Finding finding = analysis(set).of(FindingCode.OVERRIDES).get(0);
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.rules()).containsExactly("S0R0");
        assertThat(finding.others()).containsExactlyInAnyOrder("S1R0", "S1R2");
        assertThat(finding.message().en())
                .startsWith("Rule S0R0 decides cases that rows of later sections would decide otherwise: S1R");
        assertThat(finding.message().zh()).startsWith("规则 S0R0 优先于后续分区中结果不同的条目:S1R");
        assertThat(decision(set, FindingCode.OVERRIDES).rule()).hasValue("S0R0");
        assertThat(analysis(set).of(FindingCode.OVERRIDES)).hasSize(1);
    }

    @Test
    void rowsOfASectionInOrderSpeakOfWhatIsLeftAndAreNotOverridden() {
        Rule ruling = looking(new Keywords(List.of("水果"), List.of(), List.of()));
        RuleSet inOrder =
                RoutingArbitraries.ruleSet(List.of(rulings(ruling), catalogue(SectionPolicy.FIRST, row("01", "B"))));
        assertThat(messages(inOrder, FindingCode.OVERRIDES)).isEmpty();
        RuleSet unique =
                RoutingArbitraries.ruleSet(List.of(rulings(ruling), catalogue(SectionPolicy.UNIQUE, row("01", "B"))));
        assertThat(messages(unique, FindingCode.OVERRIDES)).hasSize(1);
        RuleSet within = RoutingArbitraries.ruleSet(
                List.of(catalogue(SectionPolicy.MOST_SPECIFIC, row("01.01", "B"), row("01", "A"))));
        assertThat(messages(within, FindingCode.OVERRIDES)).isEmpty();
    }

    @Test
    void anEarlierRuleThatAnotherWouldReplaceOverridesNothing() {
        Rule ruling = row("01.01", "A");
        Rule wider = row("01", "A");
        RuleSet set = RoutingArbitraries.ruleSet(
                List.of(rulings(ruling, wider), catalogue(SectionPolicy.MOST_SPECIFIC, row("01.01", "B"))));
        assertThat(analysis(set).of(FindingCode.OVERRIDES)).isEmpty();
    }

    @Test
    void noMoreThanTenOverriddenRowsAreTold() {
        Rule ruling = looking(new Keywords(List.of("水果"), List.of(), List.of()));
        Rule[] rows = RoutingArbitraries.taxonomy().categories().stream()
                .flatMap(c -> Stream.of(CaseKind.HELP, CaseKind.COMPLAINT)
                        .map(kind -> rule(
                                Condition.builder()
                                        .addCategories(c.code())
                                        .addKinds(kind)
                                        .build(),
                                Directive.Assign.of("B"),
                                Effective.ALWAYS)))
                .toArray(Rule[]::new);
        RuleSet set =
                RoutingArbitraries.ruleSet(List.of(rulings(ruling), catalogue(SectionPolicy.MOST_SPECIFIC, rows)));
        Finding finding = analysis(set).of(FindingCode.OVERRIDES).get(0);
        assertThat(finding.others()).hasSize(10);
        assertThat(finding.message().en()).endsWith(", …");
    }

    @Test
    void areasOfWhichSeveralHaveChargeAreTold() {
        RuleSet set = set(rule(lead(Target.Jurisdiction.of("district", "housing"))));
        assertThat(messages(set, FindingCode.JURISDICTION_SEVERAL))
                .containsExactly("More than one department is @district/housing, which rule S0R0 asks for,"
                        + " in areas (2): 2, 21");
        assertThat(messages(set, FindingCode.JURISDICTION_NONE)).isEmpty();
        assertThat(decision(set, FindingCode.JURISDICTION_SEVERAL).outcome())
                .isEqualTo(new Outcome.Triage(Outcome.SEVERAL_JURISDICTIONS));
    }

    @Test
    void areasThatEarlierRulesTakeAreNotToldOfARule() {
        Condition community = Condition.builder().addAreas(AreaCode.of("111")).build();
        Rule first = rule(community, Directive.Assign.of("A"), Effective.ALWAYS);
        Rule street = rule(lead(Target.Jurisdiction.of("street")));
        assertThat(messages(set(first, street), FindingCode.JURISDICTION_NONE))
                .containsExactly("Nobody is @street, which rule S0R1 asks for, in areas (1): 11");
        assertThat(messages(set(rule(Directive.Assign.of("A")), street), FindingCode.JURISDICTION_NONE))
                .isEmpty();
    }

    @Test
    void whatTheBudgetDoesNotDoForIsOneFindingAQuestionWithTheRules() {
        RuleSet set = set(looking(new Keywords(List.of("水果"), List.of(), List.of())), rule(Directive.Assign.of("B")));
        Analysis analysis = RuleSetAnalyzer.of(set, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory())
                .analyze(Budget.ofSteps(1));
        assertThat(analysis.undecided())
                .anySatisfy(f -> {
                    assertThat(f.rules()).containsExactly("S0R0", "S0R1");
                    assertThat(f.message().en())
                            .isEqualTo("Not settled within the budget: the rule never decides (rules: 2)");
                })
                .anySatisfy(f -> {
                    assertThat(f.rules()).isEmpty();
                    assertThat(f.message().en()).isEqualTo("Not settled within the budget: no rule decides some cases");
                });
    }
}
