package io.github.hotlinekit.examples.dmn;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** Camunda's decision engine. */
final class Camunda implements Engine {

    private final DmnEngine engine;
    private final DmnDecision route;
    private final DmnDecision assist;

    Camunda(String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        this.engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        this.route = engine.parseDecision("decision_route", new ByteArrayInputStream(bytes));
        this.assist = engine.parseDecision("decision_assist", new ByteArrayInputStream(bytes));
    }

    @Override
    public Optional<Map<String, Object>> route(Map<String, Object> facts) {
        return Optional.ofNullable(engine.evaluateDecisionTable(route, facts).getSingleResult())
                .map(DmnDecisionRuleResult::getEntryMap);
    }

    @Override
    public List<Map<String, Object>> assist(Map<String, Object> facts) {
        return engine.evaluateDecisionTable(assist, facts).getResultList();
    }
}
