package io.github.hotlinekit.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.routing.Directive;
import io.github.hotlinekit.core.routing.Notice;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.RoutingDecision;
import io.github.hotlinekit.core.routing.RoutingFacts;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.SectionPolicy;
import io.github.hotlinekit.core.testkit.RoutingArbitraries;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a comparison of two rule sets says, held against routers of both. */
class RuleSetDiffLawsTest {

    private static final Budget PLENTY = Budget.ofSteps(50_000_000);
    private static final int ALL = 100_000;

    record Change(RuleSet before, RuleSet after) {}

    record Drawn(RoutingFacts facts, Instant at) {}

    private enum Edit {
        REMOVE,
        REVERSE,
        REDIRECT,
        SHORTEN,
        NOTHING
    }

    @Provide
    Arbitrary<RuleSet> ruleSets() {
        return Arbitraries.oneOf(
                RoutingArbitraries.ruleSets(), RoutingArbitraries.ruleSets(RoutingArbitraries.plainConditions()));
    }

    /** Pairs that have little in common, and pairs that differ in one place. */
    @Provide
    Arbitrary<Change> changes() {
        Arbitrary<Change> edited = Combinators.combine(
                        ruleSets(),
                        Arbitraries.of(Edit.class),
                        Arbitraries.integers().between(0, 23),
                        RoutingArbitraries.directives())
                .as((set, edit, place, then) -> new Change(set, edited(set, edit, place, then)));
        Arbitrary<Change> apart = Combinators.combine(ruleSets(), ruleSets()).as(Change::new);
        return Arbitraries.oneOf(edited, edited, edited, apart);
    }

    @Provide
    Arbitrary<List<Drawn>> cases() {
        return Combinators.combine(RoutingArbitraries.facts(), RoutingArbitraries.instants())
                .as(Drawn::new)
                .list()
                .ofSize(60);
    }

    private static RuleSet edited(RuleSet set, Edit edit, int place, Directive then) {
        List<RuleSet.Section> sections = new ArrayList<>(set.sections());
        int number = place % sections.size();
        RuleSet.Section section = sections.get(number);
        List<Rule> rules = new ArrayList<>(section.rules());
        int which = place % rules.size();
        switch (edit) {
            case REMOVE -> rules.remove(which);
            case REVERSE -> Collections.reverse(rules);
            case REDIRECT -> {
                if (section.policy() != SectionPolicy.COLLECT) {
                    rules.set(which, rules.get(which).withThen(then));
                }
            }
            case SHORTEN -> rules.set(which, shortened(rules.get(which)));
            case NOTHING -> {}
        }
        if (rules.isEmpty()) {
            return set;
        }
        sections.set(number, new RuleSet.Section(section.id(), section.policy(), rules));
        return set.withSections(sections);
    }

    private static Rule shortened(Rule rule) {
        return rule.effective().equals(Effective.ALWAYS)
                ? rule.withEffective(Effective.from(RoutingArbitraries.DAYS.get(1)))
                : rule;
    }

    private static RuleSetDiff diff(RuleSet before, RuleSet after) {
        return RuleSetDiff.of(before, after, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
    }

    private static Router router(RuleSet set) {
        return Router.of(set, RoutingArbitraries.taxonomy(), RoutingArbitraries.directory());
    }

    /** A difference without its case. */
    private record Pair(Optional<String> rule, Outcome outcome, Optional<String> otherRule, Outcome otherOutcome) {}

    private static Pair pair(RuleSetDifference d) {
        return new Pair(d.ruleBefore(), d.outcomeBefore(), d.ruleAfter(), d.outcomeAfter());
    }

    private static Pair transposed(RuleSetDifference d) {
        return new Pair(d.ruleAfter(), d.outcomeAfter(), d.ruleBefore(), d.outcomeBefore());
    }

    @Property(tries = 200)
    void aRuleSetIsProvedToEqualItself(@ForAll("ruleSets") RuleSet set) {
        SymbolicDiff diff = diff(set, set).symbolic(Budget.ofSteps(1));
        assertThat(diff.verdict()).isEqualTo(SymbolicDiff.Verdict.EQUAL);
        assertThat(diff.differences()).isEmpty();
        assertThat(diff.complete()).isTrue();
    }

    @Property(tries = 300)
    void everyWitnessIsDecidedAsTheDifferenceSays(@ForAll("changes") Change change) {
        for (RuleSetDifference d :
                diff(change.before(), change.after()).symbolic(PLENTY).differences()) {
            Witness witness = d.witness().orElseThrow();
            RoutingDecision before = router(change.before()).route(witness.facts(), witness.at());
            RoutingDecision after = router(change.after()).route(witness.facts(), witness.at());
            assertThat(new Pair(before.rule(), before.outcome(), after.rule(), after.outcome()))
                    .isEqualTo(pair(d));
        }
    }

    @Property(tries = 300)
    void everyDrawnCaseIsDecidedAlikeOrAsOneOfTheDifferencesSays(
            @ForAll("changes") Change change, @ForAll("cases") List<Drawn> cases) {
        SymbolicDiff diff = diff(change.before(), change.after()).symbolic(PLENTY, ALL);
        assertThat(diff.complete()).isTrue();
        List<Pair> told =
                diff.differences().stream().map(RuleSetDiffLawsTest::pair).toList();
        assertThat(told).doesNotHaveDuplicates();
        assertThat(diff.verdict())
                .isEqualTo(told.isEmpty() ? SymbolicDiff.Verdict.EQUAL : SymbolicDiff.Verdict.DIFFERENT);
        for (Drawn c : cases) {
            RoutingDecision before = router(change.before()).route(c.facts(), c.at());
            RoutingDecision after = router(change.after()).route(c.facts(), c.at());
            boolean inForce = !before.notices().contains(Notice.NOT_IN_FORCE)
                    && !after.notices().contains(Notice.NOT_IN_FORCE);
            if (inForce && !before.outcome().equals(after.outcome())) {
                assertThat(told).contains(new Pair(before.rule(), before.outcome(), after.rule(), after.outcome()));
            }
        }
    }

    @Property(tries = 300)
    void theDifferencesTheOtherWayRoundAreTheSameTransposed(@ForAll("changes") Change change) {
        SymbolicDiff there = diff(change.before(), change.after()).symbolic(PLENTY, ALL);
        SymbolicDiff back = diff(change.after(), change.before()).symbolic(PLENTY, ALL);
        assertThat(back.verdict()).isEqualTo(there.verdict());
        assertThat(back.days()).isEqualTo(there.days());
        assertThat(back.differences().stream().map(RuleSetDiffLawsTest::transposed))
                .containsExactlyInAnyOrderElementsOf(there.differences().stream()
                        .map(RuleSetDiffLawsTest::pair)
                        .toList());
    }

    @Property(tries = 100)
    void noMoreDifferencesAreToldThanAskedForAndThoseThatAreLeftOutAreOwnedUpTo(@ForAll("changes") Change change) {
        SymbolicDiff all = diff(change.before(), change.after()).symbolic(PLENTY, ALL);
        SymbolicDiff one = diff(change.before(), change.after()).symbolic(PLENTY, 1);
        assertThat(one.verdict()).isEqualTo(all.verdict());
        assertThat(one.differences()).hasSize(Math.min(1, all.differences().size()));
        assertThat(one.complete()).isEqualTo(all.differences().size() <= 1);
    }

    private static RuleSet to(String department) {
        return RoutingArbitraries.ruleSet(List.of(RuleSet.Section.first(
                "s",
                Rule.builder().id("R").then(Directive.Assign.of(department)).build())));
    }

    @Example
    void withoutABudgetAChangeIsNotCalledEqual() {
        SymbolicDiff diff = diff(to("A"), to("B")).symbolic(Budget.ofSteps(1));
        assertThat(diff.verdict()).isEqualTo(SymbolicDiff.Verdict.UNDECIDED);
        assertThat(diff.complete()).isFalse();
    }

    @Example
    void aSetThatFollowsAnotherIsComparedOnItsOwnDaysAsThoughTheOtherHadStayed() {
        Effective later = Effective.from(RoutingArbitraries.DAYS.get(1));
        RuleSet before = to("A").withEffective(Effective.until(RoutingArbitraries.DAYS.get(1)));
        RuleSet after = to("B").withEffective(later);
        assertThat(diff(before, before.withEffective(later)).symbolic(PLENTY).verdict())
                .isEqualTo(SymbolicDiff.Verdict.EQUAL);
        for (RuleSetDiff diff : List.of(diff(before, after), diff(after, before))) {
            SymbolicDiff found = diff.symbolic(PLENTY);
            assertThat(found.days()).isEqualTo(later);
            Witness witness = found.differences().get(0).witness().orElseThrow();
            assertThat(router(after).route(witness.facts(), witness.at()).rule())
                    .hasValue("S0R0");
        }
    }

    @Example
    void setsThatEndOnDifferentDaysAreComparedWhereBothAreInForce() {
        RuleSet before = to("A").withEffective(
                        Effective.between(RoutingArbitraries.DAYS.get(0), RoutingArbitraries.DAYS.get(2)));
        RuleSet after = to("A").withEffective(Effective.from(RoutingArbitraries.DAYS.get(1)));
        assertThat(diff(before, after).symbolic(PLENTY).days())
                .isEqualTo(Effective.between(RoutingArbitraries.DAYS.get(1), RoutingArbitraries.DAYS.get(2)));
    }

    @Example
    void setsOfDifferentZonesOrNoDifferencesAtAllAreRefused() {
        RuleSet elsewhere = to("A").withZone(ZoneId.of("UTC"));
        assertThatThrownBy(() -> diff(to("A"), elsewhere))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UTC");
        RuleSetDiff diff = diff(to("A"), to("B"));
        assertThatThrownBy(() -> diff.symbolic(PLENTY, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
    }
}
