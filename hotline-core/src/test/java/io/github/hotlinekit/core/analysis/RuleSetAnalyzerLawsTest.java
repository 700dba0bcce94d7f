package io.github.hotlinekit.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.routing.Norm;
import io.github.hotlinekit.core.routing.Notice;
import io.github.hotlinekit.core.routing.Objection;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.OutcomePattern;
import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.RoutingDecision;
import io.github.hotlinekit.core.routing.RoutingFacts;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.SectionPolicy;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the analyser says, held against a router that tries every rule. */
class RuleSetAnalyzerLawsTest {

    private static final Budget PLENTY = Budget.ofSteps(50_000_000);

    private static final Set<FindingCode> WITHOUT_WITNESS = Set.of(
            FindingCode.EMPTY_CONDITION,
            FindingCode.REDUNDANT,
            FindingCode.RULE_OUTSIDE_SET,
            FindingCode.VERSION_GAP,
            FindingCode.ONE_CHARACTER_WORD,
            FindingCode.CONTAINED_WORD,
            FindingCode.KEYWORDS_ONLY);

    record Drawn(RoutingFacts facts, List<Objection> objections, Instant at) {}

    @Provide
    Arbitrary<RuleSet> ruleSets() {
        return Arbitraries.oneOf(
                RoutingArbitraries.ruleSets(), RoutingArbitraries.ruleSets(RoutingArbitraries.plainConditions()));
    }

    @Provide
    Arbitrary<List<Drawn>> cases() {
        return Combinators.combine(
                        RoutingArbitraries.facts(), RoutingArbitraries.objections(), RoutingArbitraries.instants())
                .as(Drawn::new)
                .list()
                .ofSize(60);
    }

    @Provide
    Arbitrary<Norm> norms() {
        return Combinators.combine(
                        RoutingArbitraries.plainConditions(),
                        Arbitraries.of(Norm.Mode.class),
                        Arbitraries.of(
                                OutcomePattern.builder()
                                        .addOutcomes(OutcomePattern.Sort.DISPATCH)
                                        .build(),
                                OutcomePattern.builder()
                                        .addInvolves(io.github.hotlinekit.core.directory.DepartmentCode.of("B"))
                                        .build(),
                                OutcomePattern.builder().leadFunction("housing").build()))
                .as((when, mode, then) ->
                        Norm.builder().id("N").mode(mode).when(when).then(then).build());
    }

    private static RuleSetAnalyzer analyzer(RuleSet set) {
        return RuleSetAnalyzer.of(set, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
    }

    private static Router router(RuleSet set) {
        return Router.of(set, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
    }

    private static RoutingDecision route(RuleSet set, Witness witness) {
        return router(set).route(witness.facts(), witness.objections(), witness.at());
    }

    private static Optional<RuleSet> without(RuleSet set, String id) {
        List<RuleSet.Section> sections = new ArrayList<>();
        for (RuleSet.Section section : set.sections()) {
            List<Rule> rest =
                    section.rules().stream().filter(r -> !r.id().equals(id)).toList();
            if (!rest.isEmpty()) {
                sections.add(new RuleSet.Section(section.id(), section.policy(), rest));
            }
        }
        return sections.isEmpty() ? Optional.empty() : Optional.of(set.withSections(sections));
    }

    /** The ids of which every version is reported so. */
    private static Set<String> wholly(RuleSet set, Analysis analysis, FindingCode... codes) {
        List<String> told = analysis.findings().stream()
                .filter(f -> List.of(codes).contains(f.code()))
                .flatMap(f -> f.rules().stream())
                .toList();
        return set.sections().stream()
                .flatMap(s -> s.rules().stream())
                .map(Rule::id)
                .filter(id -> told.stream().filter(id::equals).count() == versions(set, id))
                .collect(Collectors.toSet());
    }

    private static long versions(RuleSet set, String id) {
        return set.sections().stream()
                .flatMap(s -> s.rules().stream())
                .filter(r -> r.id().equals(id))
                .count();
    }

    @Property(tries = 300)
    void removingAnUnreachableRuleChangesNoDecisionNotEvenOfReturnedCases(
            @ForAll("ruleSets") RuleSet set, @ForAll("cases") List<Drawn> cases) {
        Analysis analysis = analyzer(set).analyze(PLENTY);
        for (String id : wholly(
                set, analysis, FindingCode.UNREACHABLE, FindingCode.EMPTY_CONDITION, FindingCode.RULE_OUTSIDE_SET)) {
            without(set, id)
                    .ifPresent(rest -> cases.forEach(c -> {
                        RoutingDecision before = router(set).route(c.facts(), c.objections(), c.at());
                        RoutingDecision after = router(rest).route(c.facts(), c.objections(), c.at());
                        assertThat(after.outcome()).isEqualTo(before.outcome());
                        assertThat(after.rule()).isEqualTo(before.rule());
                    }));
        }
    }

    @Property(tries = 300)
    void removingARedundantRuleChangesNoOutcome(@ForAll("ruleSets") RuleSet set, @ForAll("cases") List<Drawn> cases) {
        Analysis analysis = analyzer(set).analyze(PLENTY);
        for (Finding finding : analysis.of(FindingCode.REDUNDANT)) {
            String id = finding.rules().get(0);
            Optional<RuleSet> rest = versions(set, id) == 1 ? without(set, id) : Optional.empty();
            rest.ifPresent(r -> cases.forEach(
                    c -> assertThat(router(r).route(c.facts(), c.at()).outcome())
                            .isEqualTo(router(set).route(c.facts(), c.at()).outcome())));
        }
    }

    @Property(tries = 300)
    void aRuleIsReportedAsNeverDecidingOrHasAWitnessThatItDecides(@ForAll("ruleSets") RuleSet set) {
        List<RuleWitness> witnesses = analyzer(set).witnesses(PLENTY).found();
        for (RuleWitness w : witnesses) {
            RoutingDecision decision = route(set, w.witness());
            List<String> deciders = new ArrayList<>(decision.collected());
            decision.rule().ifPresent(deciders::add);
            assertThat(deciders).contains(w.rule().id());
        }
        Analysis analysis = analyzer(set).analyze(PLENTY);
        assertThat(analysis.undecided()).isEmpty();
        long never = analysis.findings().stream()
                .filter(f -> List.of(
                                FindingCode.UNREACHABLE,
                                FindingCode.ONLY_AFTER_RETURN,
                                FindingCode.EMPTY_CONDITION,
                                FindingCode.RULE_OUTSIDE_SET)
                        .contains(f.code()))
                .count();
        long idle = set.sections().stream()
                .filter(s -> s.policy() == io.github.hotlinekit.core.routing.SectionPolicy.COLLECT)
                .flatMap(s -> s.rules().stream())
                .filter(r -> analysis.of(FindingCode.REDUNDANT).stream()
                        .anyMatch(f -> f.rules().contains(r.id())))
                .count();
        assertThat(witnesses.size() + never + idle).isGreaterThanOrEqualTo(set.size());
    }

    @Property(tries = 300)
    void noDrawnCaseIsDecidedByARuleThatIsReportedAsNeverDeciding(
            @ForAll("ruleSets") RuleSet set, @ForAll("cases") List<Drawn> cases) {
        Analysis analysis = analyzer(set).analyze(PLENTY);
        Set<String> first = wholly(
                set,
                analysis,
                FindingCode.UNREACHABLE,
                FindingCode.EMPTY_CONDITION,
                FindingCode.RULE_OUTSIDE_SET,
                FindingCode.ONLY_AFTER_RETURN);
        Set<String> ever = wholly(
                set, analysis, FindingCode.UNREACHABLE, FindingCode.EMPTY_CONDITION, FindingCode.RULE_OUTSIDE_SET);
        boolean complete = analysis.of(FindingCode.GAP).isEmpty();
        boolean clear = analysis.of(FindingCode.AMBIGUOUS).isEmpty()
                && analysis.of(FindingCode.UNIQUE_OVERLAP).isEmpty();
        for (Drawn c : cases) {
            RoutingDecision decision = router(set).route(c.facts(), c.at());
            assertThat(decision.rule().filter(first::contains)).isEmpty();
            RoutingDecision returned = router(set).route(c.facts(), c.objections(), c.at());
            assertThat(returned.rule().filter(ever::contains)).isEmpty();
            if (complete) {
                assertThat(decision.outcome()).isNotEqualTo(new Outcome.Triage(Outcome.UNROUTED));
            }
            if (clear) {
                assertThat(decision.notices()).doesNotContain(Notice.AMBIGUOUS);
            }
        }
    }

    /** Beside the covering rules no other is needed to keep a rule from deciding. */
    @Property(tries = 300)
    void theCoveringRulesAloneTakeEveryCaseOfACoveredRule(@ForAll("ruleSets") RuleSet set) {
        for (Finding finding : analyzer(set).analyze(PLENTY).findings()) {
            String id = finding.rules().stream().findFirst().orElse("");
            boolean covered =
                    finding.code() == FindingCode.UNREACHABLE || finding.code() == FindingCode.ONLY_AFTER_RETURN;
            if (covered && versions(set, id) == 1) {
                Optional<RuleSet> rest = Optional.of(set);
                for (RuleSet.Section section : set.sections()) {
                    for (Rule rule : section.rules()) {
                        boolean other =
                                !rule.id().equals(id) && !finding.others().contains(rule.id());
                        rest = rest.flatMap(r -> other ? without(r, rule.id()) : Optional.of(r));
                    }
                }
                assertThat(analyzer(rest.orElseThrow()).witnesses(PLENTY).found().stream()
                                .map(w -> w.rule().id()))
                        .doesNotContain(id);
            }
        }
    }

    @Property(tries = 300)
    void everyWitnessDoesWhatItsFindingSays(@ForAll("ruleSets") RuleSet set) {
        for (Finding finding : analyzer(set).analyze(PLENTY).findings()) {
            boolean shown = !WITHOUT_WITNESS.contains(finding.code());
            if (finding.code() != FindingCode.DEPARTMENT_ABOLISHED) {
                assertThat(finding.witness().isPresent()).isEqualTo(shown);
            }
            if (finding.witness().isEmpty()) {
                continue;
            }
            RoutingDecision decision = route(set, finding.witness().orElseThrow());
            switch (finding.code()) {
                case UNREACHABLE ->
                    assertThat(decision.rule())
                            .isPresent()
                            .isNotEqualTo(finding.rules().stream().findFirst());
                case ONLY_AFTER_RETURN ->
                    assertThat(decision.rule()
                                    .or(() -> Optional.of(finding.rules().get(0))))
                            .hasValue(finding.rules().get(0));
                case AMBIGUOUS, UNIQUE_OVERLAP -> {
                    assertThat(decision.rule()).hasValue(finding.rules().get(0));
                    assertThat(decision.notices()).contains(Notice.AMBIGUOUS);
                }
                case OVERRIDES -> {
                    assertThat(decision.rule()).hasValue(finding.rules().get(0));
                    assertThat(without(set, finding.rules().get(0))
                                    .map(rest -> route(rest, finding.witness().orElseThrow()))
                                    .flatMap(RoutingDecision::rule))
                            .hasValue(finding.others().get(0));
                }
                case ONLY_WHEN_MISSING, DEPARTMENT_ABOLISHED, JURISDICTION_NONE, JURISDICTION_SEVERAL, COARSE_AREA ->
                    assertThat(decision.rule()).hasValue(finding.rules().get(0));
                case GAP -> {
                    assertThat(decision.rule()).isEmpty();
                    assertThat(decision.outcome()).isEqualTo(new Outcome.Triage(Outcome.UNROUTED));
                }
                default -> throw new AssertionError(finding);
            }
        }
    }

    /** Every row that a drawn case shows to be overridden is told, unless ten others are. */
    @Property(tries = 300)
    void aDrawnCaseThatARowWouldDecideOtherwiseIsAmongTheOverrides(
            @ForAll("ruleSets") RuleSet set, @ForAll("cases") List<Drawn> cases) {
        List<Finding> overrides = analyzer(set).analyze(PLENTY).of(FindingCode.OVERRIDES);
        for (Drawn c : cases) {
            RoutingDecision decision = router(set).route(c.facts(), c.at());
            Optional<RuleSet> rest = decision.rule().flatMap(id -> without(set, id));
            if (rest.isEmpty()) {
                continue;
            }
            RoutingDecision next = router(rest.get()).route(c.facts(), c.at());
            boolean overridden = next.section()
                            .filter(s -> set.sections().stream()
                                    .anyMatch(section ->
                                            section.id().equals(s) && section.policy() != SectionPolicy.FIRST))
                            .isPresent()
                    && !next.section().equals(decision.section())
                    && !next.outcome().equals(decision.outcome());
            if (overridden) {
                assertThat(overrides)
                        .anyMatch(f -> f.rules().contains(decision.rule().orElseThrow())
                                && (f.others().contains(next.rule().orElseThrow())
                                        || f.others().size() == 10));
            }
        }
    }

    @Property(tries = 300)
    void aNormIsRefutedByItsWitnessOrNoDrawnCaseBreaksIt(
            @ForAll("ruleSets") RuleSet drawn, @ForAll("norms") Norm norm, @ForAll("cases") List<Drawn> cases) {
        RuleSet set = drawn.withNorms(norm);
        NormResult result = analyzer(set).norms(PLENTY).get(0);
        if (result.verdict() == NormResult.Verdict.REFUTED) {
            RoutingDecision decision = route(set, result.witness().orElseThrow());
            assertThat(decision.rule()).isEqualTo(result.rule());
            assertThat(matches(norm, decision)).isEqualTo(norm.mode() == Norm.Mode.NEVER);
            return;
        }
        assertThat(result.verdict()).isEqualTo(NormResult.Verdict.PROVED);
        RuleSet speaksOf = RoutingArbitraries.ruleSet(List.of(RuleSet.Section.first(
                "norm",
                Rule.builder()
                        .id("N")
                        .when(norm.when())
                        .then(new Outcome.AnswerAtDesk())
                        .build())));
        for (Drawn c : cases) {
            RoutingDecision decision = router(set).route(c.facts(), c.at());
            boolean spoken = router(speaksOf).route(c.facts(), c.at()).rule().isPresent();
            if (spoken && !decision.notices().contains(Notice.NOT_IN_FORCE)) {
                assertThat(matches(norm, decision)).isEqualTo(norm.mode() == Norm.Mode.ALWAYS);
            }
        }
    }

    /** The patterns that are drawn, by hand. */
    private static boolean matches(Norm norm, RoutingDecision decision) {
        if (!(decision.outcome() instanceof Outcome.Dispatch dispatch)) {
            return false;
        }
        String lead = dispatch.lead().value();
        if (norm.then().leadFunction().isPresent()) {
            return lead.equals("B") || lead.equals("C");
        }
        return norm.then().involves().isEmpty()
                || lead.equals("B")
                || dispatch.assisting().stream().anyMatch(d -> d.value().equals("B"));
    }

    @Property(tries = 50)
    void withoutABudgetEveryQuestionIsUndecidedAndNoneIsForgotten(@ForAll("ruleSets") RuleSet set) {
        Analysis analysis = analyzer(set).analyze(Budget.ofSteps(1));
        Set<String> told = analysis.findings().stream()
                .filter(f -> List.of(FindingCode.UNDECIDED, FindingCode.EMPTY_CONDITION, FindingCode.RULE_OUTSIDE_SET)
                        .contains(f.code()))
                .flatMap(f -> f.rules().stream())
                .collect(Collectors.toSet());
        Set<String> all = set.sections().stream()
                .flatMap(s -> s.rules().stream())
                .map(Rule::id)
                .collect(Collectors.toSet());
        assertThat(told.size()).isGreaterThanOrEqualTo(all.size() - 1);
        assertThat(analysis.undecided().isEmpty())
                .isEqualTo(analysis.of(FindingCode.EMPTY_CONDITION).size()
                                + analysis.of(FindingCode.RULE_OUTSIDE_SET).size()
                        == set.size());
        assertThat(analysis.undecided().stream().map(f -> f.message().en())).doesNotHaveDuplicates();
    }
}
