package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Says where cases go by the rules of a city. Routing is total: whatever the facts, there is a
 * decision, at worst {@link Outcome.Triage}. Immutable; the same facts always get the same decision.
 */
public final class Router {

    private final RuleSet ruleSet;
    private final Definition definition;

    private Router(RuleSet ruleSet, Definition definition) {
        this.ruleSet = ruleSet;
        this.definition = definition;
    }

    /**
     * A router. It routes a code that it does not know by those above it.
     *
     * @param ruleSet the rules
     * @param taxonomy the taxonomy that they name, to forward retired categories
     * @param directory the directory that they name, to find the departments in charge of areas
     * @return the router
     * @throws IllegalArgumentException if the rules name another taxonomy or directory
     */
    public static Router of(RuleSet ruleSet, Taxonomy taxonomy, Directory directory) {
        require("taxonomy", ruleSet, ruleSet.taxonomy(), taxonomy.identity());
        require("directory", ruleSet, ruleSet.directory(), directory.identity());
        return new Router(ruleSet, new Definition(ruleSet, taxonomy, directory, false));
    }

    private static void require(String what, RuleSet ruleSet, String named, String given) {
        if (!named.equals(given)) {
            throw new IllegalArgumentException(
                    what + " must be " + named + ", which rule set " + ruleSet.identity() + " names, but was " + given);
        }
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
     * @param at when it is decided; the rules then in force decide
     * @return the decision
     */
    public RoutingDecision route(RoutingFacts facts, Instant at) {
        return route(facts, List.of(), at);
    }

    /**
     * Says where a case goes that departments have objected to.
     *
     * @param facts what is known of the case
     * @param objections the departments that were relieved of it, in order; none of them leads or assists
     * @param at when it is decided; the rules then in force decide
     * @return the decision
     */
    public RoutingDecision route(RoutingFacts facts, List<Objection> objections, Instant at) {
        return routeByDefinition(facts, objections, at);
    }

    /** The decision by definition. */
    RoutingDecision routeByDefinition(RoutingFacts facts, List<Objection> objections, Instant at) {
        return definition.decide(Objects.requireNonNull(facts, "facts"), objections, at);
    }
}
