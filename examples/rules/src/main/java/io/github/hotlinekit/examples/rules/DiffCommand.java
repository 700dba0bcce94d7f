package io.github.hotlinekit.examples.rules;

import io.github.hotlinekit.core.analysis.Budget;
import io.github.hotlinekit.core.analysis.Destination;
import io.github.hotlinekit.core.analysis.PastCase;
import io.github.hotlinekit.core.analysis.ReplayCell;
import io.github.hotlinekit.core.analysis.ReplayExample;
import io.github.hotlinekit.core.analysis.ReplayReport;
import io.github.hotlinekit.core.analysis.ReplaySide;
import io.github.hotlinekit.core.analysis.RuleSetDiff;
import io.github.hotlinekit.core.analysis.RuleSetDifference;
import io.github.hotlinekit.core.analysis.RuleSetReplay;
import io.github.hotlinekit.core.analysis.SymbolicDiff;
import io.github.hotlinekit.core.routing.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a change of rules does to cases. */
@Command(
        name = "diff",
        description = "Says which cases a change of rules decides otherwise, or proves that there is none. 新旧规则的差异。")
final class DiffCommand extends DocumentCommand {

    @Parameters(index = "1", paramLabel = "AFTER", description = "the changed rules; 修改后的规则文件")
    private Path changed = Path.of("after.json");

    @Option(
            names = "--cases",
            paramLabel = "CSV",
            description = "what it does to past cases: id, at, category, area, kind, …; 对历史工单的影响")
    private @Nullable Path cases;

    @Option(names = "--at", paramLabel = "TIME", description = "decide every past case at this time; 按此时间决定所有历史工单")
    private @Nullable Instant at;

    @Option(
            names = "--examples",
            defaultValue = "5",
            paramLabel = "NUMBER",
            description = "past cases shown of each change, at most 1000; default: ${DEFAULT-VALUE}; 举例数")
    private int examples;

    DiffCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Option(
            names = "--most",
            defaultValue = "20",
            paramLabel = "NUMBER",
            description = "how many differences are told; default: ${DEFAULT-VALUE}; 差异条数上限")
    private int most;

    @Override
    int run(City city, Printer printer) throws IOException {
        City after = read(changed);
        if (cases != null) {
            return replay(city, after, PastCases.read(cases, surroundings().folder()), printer);
        }
        SymbolicDiff diff;
        try {
            diff = RuleSetDiff.of(city.rules(), after.rules(), city.taxonomy(), city.directory())
                    .symbolic(Budget.standard(), Math.max(1, most));
        } catch (IllegalArgumentException e) { // another taxonomy, directory or zone
            surroundings().err().print(e.getMessage() + "\n");
            return RulesCommand.UNUSABLE;
        }
        if (isJson()) {
            printer.json(object(diff));
        } else {
            diff.differences().forEach(difference -> print(difference, printer));
            int count = diff.differences().size();
            String more = diff.complete() ? "" : printer.in(",或更多", " or more");
            String text = printer.in(diff.verdict().label())
                    + (count == 0 ? "" : printer.in(":" + count + " 处差异", ": differences " + count) + more);
            printer.line(printer.coloured(
                    diff.verdict() == SymbolicDiff.Verdict.EQUAL ? Colour.GOOD : Colour.DOUBTFUL, text));
        }
        return diff.verdict() == SymbolicDiff.Verdict.EQUAL ? RulesCommand.OK : RulesCommand.FOUND;
    }

    private static void print(RuleSetDifference difference, Printer printer) {
        String before = Decided.text(before(difference));
        String after = Decided.text(after(difference));
        printer.line(before + " -> " + after);
        difference
                .witness()
                .map(ShownCase::text)
                .ifPresent(text -> printer.line("  例如工单 " + text, "  such as the case " + text));
    }

    private static Map<String, Object> before(RuleSetDifference difference) {
        return decided(difference.ruleBefore(), difference.outcomeBefore());
    }

    private static Map<String, Object> after(RuleSetDifference difference) {
        return decided(difference.ruleAfter(), difference.outcomeAfter());
    }

    private static Map<String, Object> decided(Optional<String> rule, Outcome outcome) {
        Map<String, Object> object = new LinkedHashMap<>();
        rule.ifPresent(id -> object.put("rule", id));
        object.putAll(Decided.object(outcome));
        return object;
    }

    private static Map<String, Object> object(SymbolicDiff diff) {
        List<Object> differences = new ArrayList<>();
        for (RuleSetDifference one : diff.differences()) {
            Map<String, Object> difference = new LinkedHashMap<>();
            difference.put("before", before(one));
            difference.put("after", after(one));
            one.witness().ifPresent(witness -> difference.put("case", ShownCase.object(witness)));
            differences.add(difference);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("verdict", diff.verdict().code());
        object.put("complete", diff.complete());
        object.put("differences", differences);
        return object;
    }

    private int replay(City city, City after, List<PastCase> past, Printer printer) {
        List<PastCase> moved = past;
        if (at != null) {
            Instant when = at;
            moved = past.stream().map(one -> one.withAt(when)).toList();
        }
        ReplayReport report = RuleSetReplay.of(city.router(), after.router())
                .withExamples(Math.min(Math.max(0, examples), RuleSetReplay.MAX_EXAMPLES))
                .run(moved.stream());
        if (isJson()) {
            printer.json(object(report));
        } else {
            printer.text(report.render(printer.language()));
        }
        return report.changes().isEmpty() ? RulesCommand.OK : RulesCommand.FOUND;
    }

    private static Map<String, Object> object(ReplayReport report) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("before", object(report.before()));
        object.put("after", object(report.after()));
        object.put("cases", report.cases());
        object.put("changed", report.changedShare().numerator());
        object.put("moved", report.movedShare().numerator());
        object.put("changes", report.changes().stream().map(DiffCommand::object).toList());
        return object;
    }

    private static Map<String, Object> object(ReplaySide side) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("ruleSet", side.ruleSet());
        object.put("hash", side.hash());
        object.put("triage", side.triageShare().numerator());
        object.put("fallback", side.fallbackShare().numerator());
        return object;
    }

    private static Map<String, Object> object(ReplayCell cell) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("before", text(cell.before()));
        object.put("after", text(cell.after()));
        object.put("cases", cell.cases());
        object.put("changed", cell.changed());
        List<String> ids = cell.examples().stream().map(ReplayExample::id).toList();
        object.put("examples", ids);
        return object;
    }

    private static String text(Destination destination) {
        return (destination.sort().code() + " " + destination.detail()).strip();
    }
}
