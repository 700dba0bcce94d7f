package io.github.hotlinekit.examples.rules;

import io.github.hotlinekit.core.analysis.RuleTestResult;
import io.github.hotlinekit.core.analysis.RuleTestRunner;
import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.routing.Evidence;
import io.github.hotlinekit.core.routing.Objection;
import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.RoutingDecision;
import io.github.hotlinekit.core.routing.RoutingExplanation;
import io.github.hotlinekit.core.routing.RoutingFacts;
import io.github.hotlinekit.core.routing.Rule;
import io.github.hotlinekit.core.routing.RuleTest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says where a case goes, and why. */
@Command(name = "explain", description = "Says where a case goes, and why. 说明工单派给谁以及依据。")
final class ExplainCommand extends DocumentCommand {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final FactOptions facts = new FactOptions();

    @Option(
            names = "--excluded",
            paramLabel = "CODE[=GROUND]",
            description = "a department that was relieved of the case, in order; 已退单的单位及理由")
    private List<Objection> excluded = List.of();

    @Option(names = "--at", paramLabel = "TIME", description = "when it is decided; default: now; 决定时间,默认现在")
    private @Nullable Instant at;

    @Option(names = "--test", paramLabel = "ID", description = "the case of a test beside the rules; 用某个测试的工单")
    private @Nullable String test;

    @Option(names = "--strict", description = "give codes that are not known to people; 未知编码转人工")
    private boolean strict;

    ExplainCommand(Surroundings surroundings) {
        super(surroundings);
    }

    private record Subject(RoutingFacts facts, List<Objection> objections, Instant at) {}

    @Override
    int run(City city, Printer printer) {
        Router router = strict ? city.router().strict() : city.router();
        Subject subject = subject(city);
        RoutingExplanation explanation = router.explain(subject.facts(), subject.objections(), subject.at());
        if (isJson()) {
            printer.json(object(city, explanation));
        } else {
            printer.text(explanation.render(printer.language()));
        }
        return RulesCommand.OK;
    }

    private Subject subject(City city) {
        if (test == null) {
            return new Subject(facts.facts(), excluded, at == null ? Instant.now() : at);
        }
        Optional<RuleTest> found =
                city.rules().tests().stream().filter(t -> t.id().equals(test)).findFirst();
        if (spec != null && found.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--test must be the id of a test, but was " + test);
        }
        RuleTestResult result = RuleTestRunner.run(city.router(), found.orElseThrow());
        List<Objection> objections = result.test().excluded().stream()
                .map(department -> new Objection(department, ""))
                .toList();
        return new Subject(result.test().facts(), objections, at == null ? result.at() : at);
    }

    private static Map<String, Object> object(City city, RoutingExplanation explanation) {
        RoutingDecision decision = explanation.decision();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("ruleSet", decision.ruleSet());
        object.put("hash", city.rules().hash());
        object.put("at", explanation.at().toString());
        object.put("decision", Decided.object(decision));
        decision.section().ifPresent(section -> object.put("section", section));
        object.put("collected", decision.collected());
        object.put("notices", decision.notices().stream().map(Coded::code).toList());
        explanation.winner().flatMap(Rule::basis).ifPresent(basis -> object.put("basis", basis));
        object.put(
                "evidence",
                explanation.evidence().stream().map(ExplainCommand::object).toList());
        object.put(
                "passedOver",
                explanation.passedOver().stream()
                        .map(other -> Map.of(
                                "rule", other.rule().id(),
                                "section", other.section(),
                                "reason", other.reason().code()))
                        .map(ExplainCommand::ordered)
                        .toList());
        object.put(
                "nearMisses",
                explanation.nearMisses().stream()
                        .map(miss -> {
                            Map<String, Object> near = new LinkedHashMap<>();
                            near.put("rule", miss.rule().id());
                            near.put("failing", object(miss.failing()));
                            return near;
                        })
                        .toList());
        object.put("notInForce", explanation.notInForce().stream().map(Rule::id).toList());
        return object;
    }

    private static Map<String, Object> ordered(Map<String, String> values) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (String name : List.of("rule", "section", "reason")) {
            Optional.ofNullable(values.get(name)).ifPresent(value -> object.put(name, value));
        }
        return object;
    }

    private static Map<String, Object> object(Evidence evidence) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("cell", evidence.cell().code());
        object.put("wanted", evidence.wanted());
        evidence.fact().ifPresent(fact -> object.put("fact", fact));
        object.put("matched", evidence.matched());
        object.put("holds", evidence.holds());
        return object;
    }
}
