package io.github.hotlinekit.examples.rules;

import io.github.hotlinekit.core.analysis.NormResult;
import io.github.hotlinekit.core.analysis.NormResult.Verdict;
import io.github.hotlinekit.core.analysis.RuleSetAnalyzer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Proves or refutes the norms that stand beside the rules. */
@Command(
        name = "norms",
        description = "Proves the norms beside the rules for every case, or shows one that breaks them. 证明规范约束。")
final class NormsCommand extends DocumentCommand {

    @Mixin
    private final BudgetOption budget = new BudgetOption();

    NormsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(City city, Printer printer) {
        List<NormResult> results = RuleSetAnalyzer.of(city.rules(), city.taxonomy(), city.directory())
                .norms(budget.budget());
        if (isJson()) {
            List<Object> norms = new ArrayList<>();
            results.forEach(result -> norms.add(object(result, city)));
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("ruleSet", city.rules().identity());
            object.put("norms", norms);
            printer.json(object);
        } else {
            results.forEach(result -> print(result, city, printer));
            long proved =
                    results.stream().filter(r -> r.verdict() == Verdict.PROVED).count();
            String text = printer.in(
                    results.size() + " 条规范约束,成立 " + proved + " 条", proved + " of " + results.size() + " norms proved");
            printer.line(printer.coloured(proved == results.size() ? Colour.GOOD : Colour.BAD, text));
        }
        return results.stream().allMatch(r -> r.verdict() == Verdict.PROVED) ? RulesCommand.OK : RulesCommand.FOUND;
    }

    private static void print(NormResult result, City city, Printer printer) {
        Colour colour = switch (result.verdict()) {
            case PROVED -> Colour.GOOD;
            case REFUTED -> Colour.BAD;
            case UNDECIDED -> Colour.DOUBTFUL;
        };
        String verdict = printer.coloured(colour, printer.in(result.verdict().label()));
        printer.line(verdict + " " + result.norm().id()
                + result.norm().title().map(t -> " " + t).orElse(""));
        result.witness().ifPresent(witness -> {
            String text = ShownCase.text(witness);
            printer.line("  工单 " + text, "  the case " + text);
            String decided = Decided.text(ShownCase.decided(witness, city));
            printer.line("  派单结果 " + decided, "  goes to " + decided);
        });
    }

    private static Map<String, Object> object(NormResult result, City city) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", result.norm().id());
        object.put("verdict", result.verdict().code());
        result.rule().ifPresent(rule -> object.put("rule", rule));
        result.witness().ifPresent(witness -> {
            object.put("case", ShownCase.object(witness));
            object.put("decision", ShownCase.decided(witness, city));
        });
        return object;
    }
}
