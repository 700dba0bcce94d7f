package io.github.hotlinekit.examples.rules;

import io.github.hotlinekit.core.analysis.Destination;
import io.github.hotlinekit.core.analysis.PastCase;
import io.github.hotlinekit.core.analysis.ReplayCell;
import io.github.hotlinekit.core.analysis.ReplayExample;
import io.github.hotlinekit.core.analysis.ReplayReport;
import io.github.hotlinekit.core.analysis.ReplaySide;
import io.github.hotlinekit.core.analysis.RuleSetReplay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a change of rules does to cases. */
@Command(name = "diff", description = "Says what a change of rules does to past cases. 新旧规则对历史工单的影响。")
final class DiffCommand extends DocumentCommand {

    @Parameters(index = "1", paramLabel = "AFTER", description = "the changed rules; 修改后的规则文件")
    private Path changed = Path.of("after.json");

    @Option(
            names = "--cases",
            paramLabel = "CSV",
            description = "past cases: id, at, category, area, kind, …; default: those of the tests of both; 历史工单")
    private @Nullable Path cases;

    @Option(names = "--at", paramLabel = "TIME", description = "decide every case at this time; 按此时间决定所有工单")
    private @Nullable Instant at;

    @Option(
            names = "--examples",
            defaultValue = "5",
            paramLabel = "NUMBER",
            description = "examples of each change, at most 1000; default: ${DEFAULT-VALUE}; 举例数")
    private int examples;

    DiffCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(City city, Printer printer) throws IOException {
        City after = read(changed);
        Stream<PastCase> past = cases == null
                ? Stream.concat(PastCases.ofTests(city).stream(), PastCases.ofTests(after).stream())
                        .distinct()
                : PastCases.read(cases, surroundings().folder()).stream();
        if (at != null) {
            Instant when = Objects.requireNonNull(at);
            past = past.map(one -> one.withAt(when));
        }
        ReplayReport report = RuleSetReplay.of(city.router(), after.router())
                .withExamples(Math.min(Math.max(0, examples), RuleSetReplay.MAX_EXAMPLES))
                .run(past);
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
