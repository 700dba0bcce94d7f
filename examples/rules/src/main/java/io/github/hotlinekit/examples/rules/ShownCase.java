package io.github.hotlinekit.examples.rules;

import io.github.hotlinekit.core.analysis.Witness;
import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.routing.RoutingFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A case that shows something, as the properties of a test that can stand beside the rules. */
final class ShownCase {

    private ShownCase() {}

    static Map<String, Object> object(Witness witness) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("at", witness.at().toString());
        object.put("facts", facts(witness));
        if (!witness.excluded().isEmpty()) {
            object.put("excluded", Decided.texts(witness.excluded()));
        }
        return object;
    }

    private static Map<String, Object> facts(Witness witness) {
        RoutingFacts facts = witness.facts();
        Map<String, Object> object = new LinkedHashMap<>();
        facts.category().ifPresent(category -> object.put("category", category.value()));
        facts.area().ifPresent(area -> object.put("area", area.value()));
        facts.kind().map(Coded::code).ifPresent(kind -> object.put("kind", kind));
        facts.channel().map(Coded::code).ifPresent(channel -> object.put("channel", channel));
        facts.priority().map(Coded::code).ifPresent(priority -> object.put("priority", priority));
        facts.requester().map(Coded::code).ifPresent(requester -> object.put("requester", requester));
        facts.dayType().map(Coded::code).ifPresent(dayType -> object.put("dayType", dayType));
        witness.text().ifPresent(text -> object.put("text", text));
        facts.receivedAt().ifPresent(received -> object.put("receivedAt", received.toString()));
        return object;
    }

    /** In one line, such as {@code category 04.02.01, kind help, at 2026-07-02T01:00:00Z}. */
    static String text(Witness witness) {
        List<String> parts = new ArrayList<>();
        facts(witness).forEach((name, value) -> parts.add(name + " " + value));
        if (!witness.excluded().isEmpty()) {
            parts.add("excluded " + String.join(" ", Decided.texts(witness.excluded())));
        }
        parts.add("at " + witness.at());
        return String.join(", ", parts);
    }

    /** What becomes of it. */
    static Map<String, Object> decided(Witness witness, City city) {
        return Decided.object(city.router().route(witness.facts(), witness.objections(), witness.at()));
    }
}
