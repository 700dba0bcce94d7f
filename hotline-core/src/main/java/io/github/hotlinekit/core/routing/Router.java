package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Says where cases go by the rules of a city. Routing is total: whatever the facts, there is a
 * decision, at worst {@link Outcome.Triage}. Immutable; the same facts always get the same decision.
 */
public final class Router {

    private final RuleSet ruleSet;
    private final Directory directory;
    private final String identity;
    private final List<Rule> rules;
    private final List<String> sections;
    private final RuleIndex index;

    private Router(RuleSet ruleSet, Directory directory) {
        this.ruleSet = ruleSet;
        this.directory = directory;
        this.identity = ruleSet.identity();
        List<Rule> allRules = new ArrayList<>();
        List<String> allSections = new ArrayList<>();
        for (RuleSet.Section section : ruleSet.sections()) {
            for (Rule rule : section.rules()) {
                allRules.add(rule);
                allSections.add(section.id());
            }
        }
        this.rules = List.copyOf(allRules);
        this.sections = List.copyOf(allSections);
        this.index = new RuleIndex(rules);
    }

    /**
     * A router.
     *
     * @param ruleSet the rules
     * @param directory the directory that they name, to find the departments in charge of areas
     * @return the router
     * @throws IllegalArgumentException if the rules name another directory
     */
    public static Router of(RuleSet ruleSet, Directory directory) {
        if (!ruleSet.directory().equals(directory.identity())) {
            throw new IllegalArgumentException("directory must be " + ruleSet.directory() + ", which rule set "
                    + ruleSet.identity() + " names, but was " + directory.identity());
        }
        return new Router(ruleSet, directory);
    }

    /**
     * Its rules.
     *
     * @return the rule set
     */
    public RuleSet ruleSet() {
        return ruleSet;
    }

    /**
     * Says where a case goes.
     *
     * @param facts what is known of the case
     * @return the decision
     */
    public RoutingDecision route(RoutingFacts facts) {
        int rank = index.first(facts);
        return decision(rank == RuleIndex.NONE ? OptionalInt.empty() : OptionalInt.of(rank), facts);
    }

    /** The decision by definition. */
    RoutingDecision routeByDefinition(RoutingFacts facts) {
        return decision(ReferenceMatcher.first(rules, facts), facts);
    }

    /**
     * Says where a case goes and why, trying every rule.
     *
     * @param facts what is known of the case
     * @return the decision of {@link #route}, with its reasons
     */
    public RoutingExplanation explain(RoutingFacts facts) {
        OptionalInt winner = ReferenceMatcher.first(rules, facts);
        List<Rule> outranked = new ArrayList<>();
        List<Scored> near = new ArrayList<>();
        for (Rule rule : rules) {
            List<Evidence> evidence = ReferenceMatcher.evidence(rule.when(), facts);
            List<Evidence> failing = evidence.stream().filter(e -> !e.holds()).toList();
            if (failing.isEmpty()) {
                outranked.add(rule);
            } else if (failing.size() == 1) {
                int met = (int)
                        evidence.stream().filter(e -> e.matched().isPresent()).count();
                near.add(new Scored(met, new RoutingExplanation.NearMiss(rule, failing.get(0))));
            }
        }
        if (winner.isPresent()) {
            outranked.remove(0);
        }
        near.sort(Comparator.comparingInt(Scored::met).reversed());
        return new RoutingExplanation(
                facts,
                decision(winner, facts),
                winner.isPresent() ? Optional.of(rules.get(winner.getAsInt())) : Optional.empty(),
                outranked,
                near.stream().map(Scored::nearMiss).toList(),
                directory);
    }

    /** A near miss and how many of its cells the facts meet. */
    private record Scored(int met, RoutingExplanation.NearMiss nearMiss) {}

    private RoutingDecision decision(OptionalInt rank, RoutingFacts facts) {
        if (rank.isEmpty()) {
            return new RoutingDecision(
                    new Outcome.Triage(Outcome.UNROUTED), Optional.empty(), Optional.empty(), identity);
        }
        Rule rule = rules.get(rank.getAsInt());
        return new RoutingDecision(
                outcome(rule.then(), facts),
                Optional.of(rule.id()),
                Optional.of(sections.get(rank.getAsInt())),
                identity);
    }

    private Outcome outcome(Directive directive, RoutingFacts facts) {
        if (directive instanceof Outcome outcome) {
            return outcome;
        }
        Directive.Assign assign = (Directive.Assign) directive;
        if (assign.lead() instanceof Target.Department department) {
            return new Outcome.Dispatch(department.code(), assign.assisting());
        }
        Optional<DepartmentCode> lead = facts.area().flatMap(directory::departmentOf);
        if (lead.isEmpty()) {
            return new Outcome.Triage(Outcome.NO_JURISDICTION);
        }
        return new Outcome.Dispatch(
                lead.get(),
                assign.assisting().stream().filter(d -> !d.equals(lead.get())).toList());
    }
}
