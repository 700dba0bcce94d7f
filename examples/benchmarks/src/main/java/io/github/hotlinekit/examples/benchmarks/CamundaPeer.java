package io.github.hotlinekit.examples.benchmarks;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** Camunda's decision engine, as it is built by default, on a document of DMN. */
final class CamundaPeer implements RoutingPeer {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final DmnDecision route;

    CamundaPeer(String document) {
        route = engine.parseDecision(
                "decision_route", new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public PeerAnswer decide(PeerCase subject) {
        return PeerAnswer.of(engine.evaluateDecisionTable(route, subject.inputs())
                .getSingleResult()
                .getEntryMap());
    }
}
