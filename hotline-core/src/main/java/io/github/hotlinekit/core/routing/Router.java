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
    private final Taxonomy taxonomy;
    private final Directory directory;
    private final Definition definition;
    private final CompiledRules compiled;
    private final boolean strict;

    private Router(
            RuleSet ruleSet,
            Taxonomy taxonomy,
            Directory directory,
            Definition definition,
            CompiledRules compiled,
            boolean strict) {
        this.ruleSet = ruleSet;
        this.taxonomy = taxonomy;
        this.directory = directory;
        this.definition = definition;
        this.compiled = compiled;
        this.strict = strict;
    }

    /**
     * A router. It routes a code that it does not know by those above it.
     *
     * @param ruleSet the rules
     * @param taxonomy the taxonomy that they name, to forward retired categories
     * @param directory the directory that they name, to find the departments in charge of areas
     * @return the router
     * @throws IllegalArgumentException if the rules name another taxonomy or directory, or a category, an area, a
     *     department, a level of areas or a function that is not there, or a department that is a placeholder; the
     *     message names the first {@value RuleReferences#MAX_LISTED} of them
     */
    public static Router of(RuleSet ruleSet, Taxonomy taxonomy, Directory directory) {
        require("taxonomy", ruleSet, ruleSet.taxonomy(), taxonomy.identity());
        require("directory", ruleSet, ruleSet.directory(), directory.identity());
        new RuleReferences(taxonomy, directory).require(ruleSet);
        Definition definition = new Definition(ruleSet, taxonomy, directory, false);
        Nearness nearness = new Nearness(directory);
        return new Router(
                ruleSet,
                taxonomy,
                directory,
                definition,
                new CompiledRules(ruleSet, taxonomy, directory, definition, nearness),
                false);
    }

    /**
     * A router by the same rules that gives cases with a code that it does not know to people, with the reason {@link
     * Outcome#UNKNOWN_CODE}.
     *
     * @return the router
     */
    public Router strict() {
        return new Router(
                ruleSet, taxonomy, directory, new Definition(ruleSet, taxonomy, directory, true), compiled, true);
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
     * The days on which its rules begin or end.
     *
     * @return the changes, in the order of their days
     */
    public List<RuleChange> timeline() {
        return RuleChange.of(ruleSet);
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
        return compiled.decide(
                Objects.requireNonNull(facts, "facts"),
                Objects.requireNonNull(objections, "objections"),
                Objects.requireNonNull(at, "at"),
                strict);
    }

    /** The decision by definition. */
    RoutingDecision routeByDefinition(RoutingFacts facts, List<Objection> objections, Instant at) {
        return definition.decide(facts, objections, at);
    }

    /**
     * The rules in force that match a case, whether they decide or not.
     *
     * @param facts what is known of the case
     * @param at when it is decided
     * @return the rules; sections in order, and the rules of each as they would decide: as in the document, or by how much
     *     they say where the most specific one decides; none if the set is not in force
     */
    public List<Rule> allMatches(RoutingFacts facts, Instant at) {
        return compiled.matching(Objects.requireNonNull(facts, "facts"), Objects.requireNonNull(at, "at"));
    }

    /** The matching rules by definition. */
    List<Rule> allMatchesByDefinition(RoutingFacts facts, Instant at) {
        return definition.matching(facts, at);
    }

    /**
     * Says why a case goes where it goes (派单依据). Its cost is that of the rules that match or nearly do, not of all.
     *
     * @param facts what is known of the case
     * @param at when it is decided
     * @return the explanation; its decision is that of {@link #route(RoutingFacts, Instant)}
     */
    public RoutingExplanation explain(RoutingFacts facts, Instant at) {
        return explain(facts, List.of(), at);
    }

    /**
     * Says why a case goes where it goes that departments have objected to. Its cost is that of the rules that match or
     * nearly do, not of all.
     *
     * @param facts what is known of the case
     * @param objections the departments that were relieved of it, in order
     * @param at when it is decided
     * @return the explanation; its decision is that of {@link #route(RoutingFacts, List, Instant)}
     */
    public RoutingExplanation explain(RoutingFacts facts, List<Objection> objections, Instant at) {
        Objects.requireNonNull(at, "at");
        Definition.Situation situation = definition.situation(Objects.requireNonNull(facts, "facts"), at);
        return new Explaining(ruleSet, taxonomy, directory, definition)
                .explain(situation, compiled.candidates(situation), List.copyOf(objections), at);
    }

    /** The explanation by definition. */
    RoutingExplanation explainByDefinition(RoutingFacts facts, List<Objection> objections, Instant at) {
        Definition.Situation situation = definition.situation(facts, at);
        return new Explaining(ruleSet, taxonomy, directory, definition)
                .explain(situation, definition.candidates(situation, new Nearness(directory)), objections, at);
    }
}
