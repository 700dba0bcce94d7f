package io.github.hotlinekit.examples.rules;

import io.github.hotlinekit.core.analysis.RuleTestReport;
import io.github.hotlinekit.core.analysis.RuleTestResult;
import io.github.hotlinekit.core.analysis.RuleTestRunner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    @Override
    int run(City city, Printer printer) {
        RuleTestReport report = RuleTestRunner.run(city.router());
        if (isJson()) {
            printer.json(object(report));
        } else {
            report.results().forEach(result -> print(result, printer));
            String text = printer.in(
                    report.count() + " 个测试,通过 " + report.passed() + " 个",
                    report.passed() + " of " + report.count() + " tests passed");
            printer.line(printer.coloured(report.allPass() ? Colour.GOOD : Colour.BAD, text));
        }
        return report.allPass() ? RulesCommand.OK : RulesCommand.FOUND;
    }

    private void print(RuleTestResult result, Printer printer) {
        String title =
                result.test().id() + result.test().title().map(t -> " " + t).orElse("");
        if (!result.passed()) {
            printer.line(printer.coloured(Colour.BAD, printer.in("未通过 ", "FAILED ")) + title);
            String expected = Decided.text(Decided.object(result.test().expect()));
            printer.line("  应为 " + expected, "  expected " + expected);
            String actual = Decided.text(Decided.object(result.decision()));
            printer.line("  实为 " + actual, "  but was  " + actual);
        } else if (verbose) {
            printer.line(printer.coloured(Colour.GOOD, printer.in("通过 ", "passed ")) + title);
        }
    }

    private static Map<String, Object> object(RuleTestReport report) {
        List<Object> tests = new ArrayList<>();
        for (RuleTestResult result : report.results()) {
            Map<String, Object> test = new LinkedHashMap<>();
            test.put("id", result.test().id());
            test.put("passed", result.passed());
            test.put("expected", Decided.object(result.test().expect()));
            test.put("decision", Decided.object(result.decision()));
            tests.add(test);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("ruleSet", report.ruleSet());
        object.put("passed", report.passed());
        object.put("failed", report.count() - report.passed());
        object.put("tests", tests);
        return object;
    }
}
