package io.github.hotlinekit.examples.rules;

import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.RoutingDecision;
import io.github.hotlinekit.core.routing.RuleTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A decision in the words of the documents, as a test could expect it. */
final class Decided {

    private Decided() {}

    static Map<String, Object> object(RoutingDecision decision) {
        Map<String, Object> object = new LinkedHashMap<>();
        decision.rule().ifPresent(rule -> object.put("rule", rule));
        object.putAll(object(decision.outcome()));
        return object;
    }

    static Map<String, Object> object(Outcome outcome) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (outcome instanceof Outcome.Dispatch dispatch) {
            object.put("lead", dispatch.lead().value());
            object.put("assist", texts(dispatch.assisting()));
        } else if (outcome instanceof Outcome.AnswerAtDesk) {
            object.put("desk", "answer");
        } else if (outcome instanceof Outcome.Refer refer) {
            object.put("refer", refer.number());
        } else if (outcome instanceof Outcome.Statutory statutory) {
            object.put("statutory", statutory.channel());
        } else if (outcome instanceof Outcome.Triage triage) {
            object.put("triage", triage.reason());
        }
        return object;
    }

    static Map<String, Object> object(RuleTest.Expectation expectation) {
        Map<String, Object> object = new LinkedHashMap<>();
        expectation.rule().ifPresent(rule -> object.put("rule", rule));
        expectation.lead().ifPresent(lead -> object.put("lead", lead.value()));
        expectation.assist().ifPresent(assist -> object.put("assist", texts(assist)));
        expectation.outcome().ifPresent(outcome -> object.putAll(object(outcome)));
        return object;
    }

    /** Such as {@code rule M0801, lead CGJ, assist GAJ STHJ}. */
    static String text(Map<String, Object> object) {
        List<String> parts = new ArrayList<>();
        object.forEach((name, value) ->
                parts.add(name + " " + (value instanceof List<?> list ? (list.isEmpty() ? "-" : join(list)) : value)));
        return String.join(", ", parts);
    }

    private static String join(List<?> list) {
        return String.join(" ", texts(list));
    }

    static List<String> texts(List<?> values) {
        return values.stream().map(Object::toString).toList();
    }
}
