package io.github.hotlinekit.examples.benchmarks;

import io.github.hotlinekit.core.routing.RoutingFacts;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleSet;
import java.util.List;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngineParameters;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** Easy Rules, with an object of its own for each rule, its place as its priority, and nothing after the first applied. */
final class EasyRulesPeer implements RoutingPeer {

    private static final String CASE = "case";
    private static final String ANSWER = "answer";

    private final DefaultRulesEngine engine =
            new DefaultRulesEngine(new RulesEngineParameters().skipOnFirstAppliedRule(true));
    private final Rules rules = new Rules();

    EasyRulesPeer(RuleSet ruleSet) {
        List<Rule> own = ruleSet.sections().get(0).rules();
        for (int i = 0; i < own.size(); i++) {
            PeerRow row = PeerRow.of(own.get(i));
            rules.register(new RuleBuilder()
                    .name(own.get(i).id())
                    .priority(i)
                    .when(facts -> row.matches(facts.<RoutingFacts>get(CASE)))
                    .then(facts -> facts.put(ANSWER, row.answer))
                    .build());
        }
    }

    @Override
    public PeerAnswer decide(PeerCase subject) {
        Facts facts = new Facts();
        facts.put(CASE, subject.facts());
        engine.fire(rules, facts);
        return facts.get(ANSWER);
    }
}
