package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes explanations: tries every rule once by the definition, and puts those into words that are worth them. */
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

    RoutingExplanation explain(RoutingFacts given, List<Objection> objections, Instant at) {
        Definition.Situation situation = definition.situation(given, at);
        RoutingFacts facts = situation.facts();
        Optional<LocalDateTime> received = facts.receivedAt().map(t -> WallClock.time(t, ruleSet.zone()));
        List<List<Rule>> matching = new ArrayList<>();
        List<Rule> notInForce = new ArrayList<>();
        // Near misses by how many cells they do not fill, and then as in the document, in one number each.
        long[] misses = new long[16];
        int missCount = 0;
        List<Rule> all = new ArrayList<>();
        for (RuleSet.Section section : ruleSet.sections()) {
            List<Rule> own = new ArrayList<>();
            for (Rule rule : section.rules()) {
                int failing = ReferenceMatcher.failing(rule.when(), facts, received);
                boolean inForce = situation.inForce() && rule.effective().includes(situation.day());
                if (failing == 0) {
                    (inForce ? own : notInForce).add(rule);
                } else if (inForce && failing == 1) {
                    if (missCount == misses.length) {
                        misses = Arrays.copyOf(misses, missCount * 2);
                    }
                    misses[missCount++] = (long) emptyCells(rule.when()) << 32 | all.size();
                }
                all.add(rule);
            }
            matching.add(own);
        }
        RoutingDecision decision = definition.decide(situation, objections, matching);
        Arrays.sort(misses, 0, missCount);
        List<RoutingExplanation.NearMiss> near = new ArrayList<>();
        for (int i = 0; i < missCount && i < RoutingExplanation.MAX_LISTED; i++) {
            Rule rule = all.get((int) misses[i]);
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
                new RoutingExplanation.Listed<>(near, missCount),
                new RoutingExplanation.Listed<>(
                        notInForce.subList(0, Math.min(notInForce.size(), RoutingExplanation.MAX_LISTED)),
                        notInForce.size()),
                collected);
    }

    private static int emptyCells(Condition when) {
        return Cell.values().length
                - ReferenceMatcher.otherCells(when)
                - (when.isAny(Cell.CATEGORY) ? 0 : 1)
                - (when.isAny(Cell.AREA) ? 0 : 1);
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
        Set<DepartmentCode> relieved = new HashSet<>();
        objections.forEach(o -> relieved.add(o.department()));
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
                    Definition.Carried carried =
                            definition.carryOut(rule.then(), situation.facts(), situation.day(), relieved);
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
