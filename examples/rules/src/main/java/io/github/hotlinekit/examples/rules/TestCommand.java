package io.github.hotlinekit.examples.rules;

import io.github.hotlinekit.core.routing.Objection;
import io.github.hotlinekit.core.routing.Outcome;
import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.RoutingDecision;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.routing.RuleTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the tests that stand beside the rules. */
@Command(name = "test", description = "Runs the tests that stand beside the rules. 运行规则文件中的测试。")
final class TestCommand extends DocumentCommand {

    @Option(names = "--verbose", description = "list the tests that pass, too; 也列出通过的测试")
    private boolean verbose;

    TestCommand(Surroundings surroundings) {
        super(surroundings);
    }

    private record Ran(RuleTest test, RoutingDecision decision) {
        boolean passed() {
            RuleTest.Expectation expect = test.expect();
            Optional<Outcome.Dispatch> dispatch =
                    decision.outcome() instanceof Outcome.Dispatch d ? Optional.of(d) : Optional.empty();
            return (expect.rule().isEmpty() || expect.rule().equals(decision.rule()))
                    && (expect.lead().isEmpty() || expect.lead().equals(dispatch.map(Outcome.Dispatch::lead)))
                    && (expect.assist().isEmpty() || expect.assist().equals(dispatch.map(Outcome.Dispatch::assisting)))
                    && (expect.outcome().isEmpty() || expect.outcome().get().equals(decision.outcome()));
        }
    }

    @Override
    int run(City city, Printer printer) {
        Router router = city.router();
        List<Ran> ran = city.rules().tests().stream()
                .map(test -> new Ran(test, decide(router, test)))
                .toList();
        long passed = ran.stream().filter(Ran::passed).count();
        if (isJson()) {
            json(city.rules(), ran, passed, printer);
        } else {
            for (Ran one : ran) {
                print(one, printer);
            }
            String text =
                    printer.in(ran.size() + " 个测试,通过 " + passed + " 个", passed + " of " + ran.size() + " tests passed");
            printer.line(printer.coloured(passed == ran.size() ? Colour.GOOD : Colour.BAD, text));
        }
        return passed == ran.size() ? RulesCommand.OK : RulesCommand.FOUND;
    }

    private static RoutingDecision decide(Router router, RuleTest test) {
        return router.route(test.facts(), objections(test), at(router.ruleSet(), test));
    }

    static List<Objection> objections(RuleTest test) {
        return test.excluded().stream().map(d -> new Objection(d, "")).toList();
    }

    /** When a test is decided, as {@link RuleTest} says. */
    static Instant at(RuleSet rules, RuleTest test) {
        return test.at()
                .or(() -> test.facts().receivedAt())
                .orElseGet(() -> rules.effective()
                        .from()
                        .map(day -> day.atStartOfDay(rules.zone()).toInstant())
                        .orElse(RuleTest.EPOCH));
    }

    private void print(Ran one, Printer printer) {
        String title = one.test().id() + one.test().title().map(t -> " " + t).orElse("");
        if (!one.passed()) {
            printer.line(printer.coloured(Colour.BAD, printer.in("未通过 ", "FAILED ")) + title);
            printer.line(
                    "  应为 " + Decided.text(Decided.object(one.test().expect())),
                    "  expected " + Decided.text(Decided.object(one.test().expect())));
            printer.line(
                    "  实为 " + Decided.text(Decided.object(one.decision())),
                    "  but was  " + Decided.text(Decided.object(one.decision())));
        } else if (verbose) {
            printer.line(printer.coloured(Colour.GOOD, printer.in("通过 ", "passed ")) + title);
        }
    }

    private static void json(RuleSet rules, List<Ran> ran, long passed, Printer printer) {
        List<Object> tests = new ArrayList<>();
        for (Ran one : ran) {
            Map<String, Object> test = new LinkedHashMap<>();
            test.put("id", one.test().id());
            test.put("passed", one.passed());
            test.put("expected", Decided.object(one.test().expect()));
            test.put("decision", Decided.object(one.decision()));
            tests.add(test);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("ruleSet", rules.identity());
        object.put("passed", passed);
        object.put("failed", ran.size() - passed);
        object.put("tests", tests);
        printer.json(object);
    }
}
