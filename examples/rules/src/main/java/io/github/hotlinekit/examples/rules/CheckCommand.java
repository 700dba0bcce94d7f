package io.github.hotlinekit.examples.rules;

import io.github.hotlinekit.core.analysis.Analysis;
import io.github.hotlinekit.core.analysis.Finding;
import io.github.hotlinekit.core.analysis.RuleSetAnalyzer;
import io.github.hotlinekit.core.analysis.Severity;
import io.github.hotlinekit.core.routing.RuleSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what is wrong with rules. */
@Command(
        name = "check",
        description = "Says what is wrong with rules: in the document, and in what they would do. 检查规则文件和规则本身。")
final class CheckCommand extends DocumentCommand {

    @Option(
            names = "--fail-on",
            defaultValue = "warning",
            paramLabel = "error|warning|info",
            description =
                    "the least grave finding that is shown and ends with 1; default: ${DEFAULT-VALUE}; 列出并算作失败的最轻发现")
    private Severity failOn = Severity.WARNING;

    @Mixin
    private final BudgetOption budget = new BudgetOption();

    CheckCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(City city, Printer printer) {
        Analysis analysis = RuleSetAnalyzer.of(city.rules(), city.taxonomy(), city.directory())
                .analyze(budget.budget());
        // The gravest come first in the enumeration.
        List<Finding> grave = analysis.findings().stream()
                .filter(finding -> finding.severity().compareTo(failOn) <= 0)
                .toList();
        if (isJson()) {
            printer.json(object(city.rules(), analysis));
        } else {
            grave.forEach(finding -> print(finding, printer));
            summary(city.rules(), analysis.findings().size(), grave.size(), printer);
        }
        return grave.isEmpty() ? RulesCommand.OK : RulesCommand.FOUND;
    }

    private static void print(Finding finding, Printer printer) {
        Colour colour = switch (finding.severity()) {
            case ERROR -> Colour.BAD;
            case WARNING -> Colour.DOUBTFUL;
            case INFO -> Colour.HEAD;
        };
        String severity = printer.coloured(colour, printer.in(finding.severity().label()));
        printer.line(severity + " " + finding.code().name() + ": " + printer.in(finding.message()));
        finding.witness().ifPresent(witness -> {
            String text = ShownCase.text(witness);
            printer.line("  例如工单 " + text, "  such as the case " + text);
        });
    }

    private static void summary(RuleSet rules, int found, int shown, Printer printer) {
        printer.line(
                rules.identity() + ":" + rules.sections().size() + " 个章节," + rules.size() + " 条规则,"
                        + rules.norms().size() + " 条规范约束," + rules.tests().size() + " 个测试",
                rules.identity() + ": " + count(rules.sections().size(), "section") + ", "
                        + count(rules.size(), "rule") + ", "
                        + count(rules.norms().size(), "norm") + ", "
                        + count(rules.tests().size(), "test"));
        printer.line("摘要 " + rules.hash(), "hash " + rules.hash());
        int hidden = found - shown;
        String text = printer.in("发现 " + found + " 处", count(found, "finding"))
                + (hidden == 0
                        ? ""
                        : printer.in(",其中 " + hidden + " 处较轻,未列出", ", " + hidden + " less grave not shown"));
        printer.line(printer.coloured(found == 0 ? Colour.GOOD : Colour.DOUBTFUL, text));
    }

    private static Map<String, Object> object(RuleSet rules, Analysis analysis) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("ruleSet", rules.identity());
        object.put("hash", rules.hash());
        object.put("sections", rules.sections().size());
        object.put("rules", rules.size());
        object.put("norms", rules.norms().size());
        object.put("tests", rules.tests().size());
        object.put("problems", List.of());
        object.put(
                "findings",
                analysis.findings().stream().map(CheckCommand::object).toList());
        return object;
    }

    private static Map<String, Object> object(Finding finding) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("code", finding.code().name());
        object.put("severity", finding.severity().code());
        object.put("rules", finding.rules());
        object.put("others", finding.others());
        object.put("zh", finding.message().zh());
        object.put("en", finding.message().en());
        finding.witness().ifPresent(witness -> object.put("case", ShownCase.object(witness)));
        return object;
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
