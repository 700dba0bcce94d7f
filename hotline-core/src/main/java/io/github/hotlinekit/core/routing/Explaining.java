package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes explanations: puts the rules that are found for a case into words. */
final class Explaining {

    private final RuleSet ruleSet;
    private final Taxonomy taxonomy;
    private final Directory directory;
    private final Definition definition;

    Explaining(RuleSet ruleSet, Taxonomy taxonomy, Directory directory, Definition definition) {
        this.ruleSet = ruleSet;
        this.taxonomy = taxonomy;
        this.directory = directory;
        this.definition = definition;
    }

    /**
     * The explanation.
     *
     * @param candidates the rules that it speaks of
     */
    RoutingExplanation explain(
            Definition.Situation situation, Candidates candidates, List<Objection> objections, Instant at) {
        RoutingFacts facts = situation.facts();
        List<List<Rule>> matching = candidates.matching();
        List<Rule> notInForce = candidates.notInForce();
        RoutingDecision decision = definition.decide(situation, objections, matching);
        List<RoutingExplanation.NearMiss> near = new ArrayList<>();
        for (Rule rule : candidates.near()) {
            near.add(new RoutingExplanation.NearMiss(
                    rule, ReferenceMatcher.failure(rule.when(), facts, ruleSet.zone())));
        }
        Optional<Rule> winner = decision.rule().flatMap(id -> find(matching, id));
        List<Rule> collected = decision.collected().stream()
                .flatMap(id -> find(matching, id).stream())
                .toList();
        return new RoutingExplanation(
                new RoutingExplanation.Basis(ruleSet, taxonomy, directory),
                new RoutingExplanation.Subject(facts, objections, at),
                decision,
                winner,
                winner.map(w -> ReferenceMatcher.evidence(w.when(), facts, ruleSet.zone()))
                        .orElse(List.of()),
                passedOver(situation, objections, matching, decision, winner),
                new RoutingExplanation.Listed<>(near, candidates.nearCount()),
                new RoutingExplanation.Listed<>(
                        notInForce.subList(0, Math.min(notInForce.size(), RoutingExplanation.MAX_LISTED)),
                        notInForce.size()),
                collected);
    }

    private static Optional<Rule> find(List<List<Rule>> matching, String id) {
        for (List<Rule> own : matching) {
            for (Rule rule : own) {
                if (rule.id().equals(id)) {
                    return Optional.of(rule);
                }
            }
        }
        return Optional.empty();
    }

    /** The rules that match and could have decided, as they would have, and what kept each from it. */
    private RoutingExplanation.Listed<RoutingExplanation.PassedOver> passedOver(
            Definition.Situation situation,
            List<Objection> objections,
            List<List<Rule>> matching,
            RoutingDecision decision,
            Optional<Rule> winner) {
        List<RoutingExplanation.PassedOver> listed = new ArrayList<>();
        int count = 0;
        for (int i = 0; i < matching.size(); i++) {
            RuleSet.Section section = ruleSet.sections().get(i);
            if (section.policy() == SectionPolicy.COLLECT) {
                continue;
            }
            boolean decided = decision.section().filter(section.id()::equals).isPresent();
            for (Rule rule : Definition.inOrder(section, matching.get(i), situation.facts())) {
                if (winner.filter(w -> w.id().equals(rule.id())).isPresent()) {
                    continue;
                }
                count++;
                if (listed.size() < RoutingExplanation.MAX_LISTED) {
                    // Only the lead is asked for, and who was relieved changes nothing but who assists.
                    Definition.Carried carried =
                            definition.carryOut(rule.then(), situation.facts(), situation.day(), Set.of());
                    Optional<Integer> objection = carried.outcome() instanceof Outcome.Dispatch dispatch
                            ? objection(objections, dispatch.lead())
                            : Optional.empty();
                    RoutingExplanation.Reason reason = objection.isPresent()
                            ? RoutingExplanation.Reason.RELIEVED
                            : winner.isEmpty()
                                    ? RoutingExplanation.Reason.PEOPLE_DECIDE
                                    : !decided
                                            ? RoutingExplanation.Reason.EARLIER_SECTION
                                            : lesser(rule, winner.get(), section, situation.facts());
                    listed.add(new RoutingExplanation.PassedOver(rule, section.id(), reason, objection));
                }
            }
        }
        return new RoutingExplanation.Listed<>(listed, count);
    }

    private static RoutingExplanation.Reason lesser(
            Rule rule, Rule winner, RuleSet.Section section, RoutingFacts facts) {
        boolean less = section.policy() == SectionPolicy.MOST_SPECIFIC
                && !ReferenceMatcher.specificity(rule.when(), facts)
                        .equals(ReferenceMatcher.specificity(winner.when(), facts));
        return less ? RoutingExplanation.Reason.LESS_SPECIFIC : RoutingExplanation.Reason.EARLIER_RULE;
    }

    private static Optional<Integer> objection(List<Objection> objections, DepartmentCode lead) {
        for (int i = 0; i < objections.size(); i++) {
            if (objections.get(i).department().equals(lead)) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }
}
