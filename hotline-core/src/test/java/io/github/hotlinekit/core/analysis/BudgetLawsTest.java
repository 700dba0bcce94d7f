package io.github.hotlinekit.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.routing.Norm;
import io.github.hotlinekit.core.routing.OutcomePattern;
import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A budget that does not do makes answers fewer, never wrong, and what is left open is said to be. */
class BudgetLawsTest {

    private static final Budget PLENTY = Budget.ofSteps(50_000_000);

    @Provide
    Arbitrary<RuleSet> ruleSets() {
        return RoutingArbitraries.ruleSets();
    }

    @Provide
    Arbitrary<Long> steps() {
        return Arbitraries.of(1L, 8L, 30L, 100L, 300L, 1_000L, 3_000L, 10_000L);
    }

    private static RuleSetAnalyzer analyzer(RuleSet set) {
        return RuleSetAnalyzer.of(set, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
    }

    private record Told(FindingCode code, String rule) {}

    /** Of findings whose rules are told one by one or together, each rule. */
    private static Set<Told> told(Analysis analysis) {
        return analysis.findings().stream()
                .filter(f -> f.code() != FindingCode.UNDECIDED && f.code() != FindingCode.GAP)
                .flatMap(f -> f.rules().stream().map(rule -> new Told(f.code(), rule)))
                .collect(Collectors.toSet());
    }

    @Property(tries = 150)
    void what_a_small_budget_finds_a_large_one_finds_and_what_it_misses_it_says_it_did_not_settle(
            @ForAll("ruleSets") RuleSet set, @ForAll("steps") long steps) {
        Analysis full = analyzer(set).analyze(PLENTY);
        Analysis partial = analyzer(set).analyze(Budget.ofSteps(steps));
        assertThat(full.undecided()).isEmpty();
        assertThat(told(full)).containsAll(told(partial));
        Set<String> open =
                partial.undecided().stream().flatMap(f -> f.rules().stream()).collect(Collectors.toSet());
        Set<Told> missed = told(full);
        missed.removeAll(told(partial));
        assertThat(open).containsAll(missed.stream().map(Told::rule).toList());
        if (partial.undecided().isEmpty()) {
            assertThat(partial.findings()).isEqualTo(full.findings());
        }
        for (Finding gap : partial.of(FindingCode.GAP)) {
            Witness witness = gap.witness().orElseThrow();
            assertThat(Router.of(set, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory())
                            .route(witness.facts(), witness.at())
                            .rule())
                    .isEmpty();
        }
    }

    @Property(tries = 150)
    void every_rule_has_the_witness_of_a_large_budget_or_is_undecided(
            @ForAll("ruleSets") RuleSet set, @ForAll("steps") long steps) {
        RuleWitnesses full = analyzer(set).witnesses(PLENTY);
        RuleWitnesses partial = analyzer(set).witnesses(Budget.ofSteps(steps));
        assertThat(full.undecided()).isEmpty();
        assertThat(full.found()).containsAll(partial.found());
        List<String> rest =
                new ArrayList<>(full.found().stream().map(w -> w.rule().id()).toList());
        partial.found().forEach(w -> rest.remove(w.rule().id()));
        assertThat(partial.undecided()).containsAll(rest);
    }

    private static Norm norm(String id, Norm.Mode mode) {
        OutcomePattern then =
                OutcomePattern.builder().addInvolves(DepartmentCode.of("B")).build();
        return Norm.builder().id(id).mode(mode).then(then).build();
    }

    @Property(tries = 150)
    void a_norm_gets_the_verdict_of_a_large_budget_or_none(
            @ForAll("ruleSets") RuleSet drawn, @ForAll("steps") long steps) {
        RuleSet set = drawn.withNorms(norm("N", Norm.Mode.NEVER), norm("A", Norm.Mode.ALWAYS));
        List<NormResult> full = analyzer(set).norms(PLENTY);
        List<NormResult> partial = analyzer(set).norms(Budget.ofSteps(steps));
        for (int i = 0; i < full.size(); i++) {
            if (partial.get(i).verdict() != NormResult.Verdict.UNDECIDED) {
                assertThat(partial.get(i)).isEqualTo(full.get(i));
            }
        }
    }

    @Property(tries = 150)
    void two_sets_are_equal_or_different_only_if_a_large_budget_says_so(
            @ForAll("ruleSets") RuleSet before, @ForAll("ruleSets") RuleSet other, @ForAll("steps") long steps) {
        Rule more = other.sections().get(0).rules().get(0).withId("more");
        RuleSet.Section last = before.sections().get(before.sections().size() - 1);
        List<Rule> rules = new ArrayList<>(last.rules());
        boolean fits = last.rules().get(0).then().getClass().equals(more.then().getClass());
        if (fits) {
            rules.add(more);
        }
        List<RuleSet.Section> sections = new ArrayList<>(before.sections());
        sections.set(sections.size() - 1, new RuleSet.Section(last.id(), last.policy(), rules));
        RuleSetDiff diff = RuleSetDiff.of(
                before, before.withSections(sections), RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
        SymbolicDiff full = diff.symbolic(PLENTY);
        SymbolicDiff partial = diff.symbolic(Budget.ofSteps(steps));
        assertThat(full.verdict()).isNotEqualTo(SymbolicDiff.Verdict.UNDECIDED);
        if (partial.verdict() != SymbolicDiff.Verdict.UNDECIDED) {
            assertThat(partial.verdict()).isEqualTo(full.verdict());
        }
        // With less to spend another case may show the same difference.
        assertThat(full.differences().stream().map(BudgetLawsTest::told))
                .containsAll(
                        partial.differences().stream().map(BudgetLawsTest::told).toList());
    }

    private static List<Object> told(RuleSetDifference difference) {
        return List.of(
                difference.ruleBefore(), difference.ruleAfter(), difference.outcomeBefore(), difference.outcomeAfter());
    }
}
