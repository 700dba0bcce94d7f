package io.github.hotlinekit.examples.benchmarks;

import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.routing.Directive;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.RoutingDecision;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.Target;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What an engine says of a case, in words that all engines have.
 *
 * @param rule the id of the rule that decided
 * @param to the department that leads, or the reason why people decide
 * @param assisting the departments that assist, joined by {@code |}
 */
record PeerAnswer(String rule, String to, String assisting) {

    /** What the router says. */
    static PeerAnswer of(RoutingDecision decision) {
        return of(decision.rule().orElse(""), decision.outcome());
    }

    private static PeerAnswer of(String rule, Outcome outcome) {
        if (outcome instanceof Outcome.Dispatch dispatch) {
            return new PeerAnswer(
                    rule,
                    dispatch.lead().value(),
                    dispatch.assisting().stream().map(DepartmentCode::value).collect(Collectors.joining("|")));
        }
        if (outcome instanceof Outcome.Triage triage) {
            return new PeerAnswer(rule, triage.reason(), "");
        }
        throw new IllegalArgumentException("not in the tables that are measured: " + outcome);
    }

    /** What a rule says of every case that it decides. */
    static PeerAnswer of(Rule rule) {
        if (rule.then() instanceof Directive.Assign assign) {
            return new PeerAnswer(
                    rule.id(),
                    code(assign.lead()),
                    assign.assisting().stream().map(PeerAnswer::code).collect(Collectors.joining("|")));
        }
        if (rule.then() instanceof Outcome.Triage triage) {
            return of(rule.id(), triage);
        }
        throw new IllegalArgumentException("not in the tables that are measured: " + rule.then());
    }

    private static String code(Target target) {
        if (target instanceof Target.Department department) {
            return department.code().value();
        }
        throw new IllegalArgumentException("not in the tables that are measured: " + target);
    }

    /** What the outputs of a decision table say. */
    static PeerAnswer of(Map<String, Object> outputs) {
        Object lead = outputs.get("lead");
        return new PeerAnswer(
                (String) outputs.get("rule"),
                (String) (lead == null ? outputs.get("detail") : lead),
                Objects.requireNonNullElse((String) outputs.get("assist"), ""));
    }
}
