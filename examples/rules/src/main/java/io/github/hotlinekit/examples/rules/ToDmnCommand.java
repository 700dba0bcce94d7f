package io.github.hotlinekit.examples.rules;

import io.github.hotlinekit.core.dmn.RoutingDmn;
import io.github.hotlinekit.core.dmn.Unsupported;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the rules of a day as decision tables of DMN. */
@Command(
        name = "to-dmn",
        description = "Writes the rules of a day as decision tables of DMN 1.3, or says what DMN cannot say. 导出为 DMN。")
final class ToDmnCommand extends DocumentCommand {

    @Option(names = "--day", paramLabel = "DAY", description = "the day; default: today in the rules' zone; 日期")
    private @Nullable LocalDate day;

    @Option(names = "--out", paramLabel = "FILE", description = "where to write; default: standard output; 输出文件")
    private @Nullable Path file;

    ToDmnCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(City city, Printer printer) throws IOException {
        StringWriter text = new StringWriter();
        LocalDate of = day == null ? LocalDate.now(city.rules().zone()) : day;
        List<Unsupported> unsupported = RoutingDmn.write(city.rules(), of, city.taxonomy(), text);
        if (isJson()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put(
                    "unsupported",
                    unsupported.stream().map(ToDmnCommand::object).toList());
            printer.json(object);
        } else {
            unsupported.forEach(one -> print(one, printer));
        }
        if (!unsupported.isEmpty()) {
            return RulesCommand.FOUND;
        }
        if (file != null) {
            Files.writeString(surroundings().folder().resolve(file), text.toString());
        } else if (!isJson()) {
            printer.text(text.toString());
        }
        return RulesCommand.OK;
    }

    private static void print(Unsupported one, Printer printer) {
        String section = one.section()
                .map(s -> printer.in("章节 " + s + ",", "section " + s + ", "))
                .orElse("");
        String rule = one.rule()
                .map(r -> printer.in("规则 " + r + ":", "rule " + r + ": "))
                .orElse("");
        printer.line(section + rule + printer.coloured(Colour.BAD, one.code()) + ": " + printer.in(one.message()));
    }

    private static Map<String, Object> object(Unsupported one) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("code", one.code());
        one.section().ifPresent(section -> object.put("section", section));
        one.rule().ifPresent(rule -> object.put("rule", rule));
        object.put("message", one.message().en());
        return object;
    }
}
