package io.github.hotlinekit.examples.benchmarks;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.routing.RoutingFacts;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * A case in the two forms that engines take it in, both made before it is measured.
 *
 * @param facts as values
 * @param inputs as texts by the names of the inputs of a decision table; those that are missing are null
 */
record PeerCase(RoutingFacts facts, Map<String, Object> inputs) {

    static PeerCase of(RoutingFacts facts) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("category", facts.category().map(Object::toString).orElse(null));
        inputs.put("area", facts.area().map(Object::toString).orElse(null));
        inputs.put("kind", facts.kind().map(Coded::code).orElse(null));
        inputs.put("channel", facts.channel().map(Coded::code).orElse(null));
        inputs.put("priority", facts.priority().map(Coded::code).orElse(null));
        inputs.put("requester", facts.requester().map(Coded::code).orElse(null));
        inputs.put("dayType", facts.dayType().map(Coded::code).orElse(null));
        return new PeerCase(facts, Collections.unmodifiableMap(inputs));
    }
}
