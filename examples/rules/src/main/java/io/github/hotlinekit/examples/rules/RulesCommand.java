package io.github.hotlinekit.examples.rules;

import io.github.hotlinekit.core.analysis.Severity;
import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.routing.DayType;
import io.github.hotlinekit.core.routing.Objection;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The rules program: checks, tests and explains the routing rules of a city. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {"Checks, tests and explains the dispatch rules of a city's hotline.", "检查、测试、解释热线的派单规则。"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All is well. 正常。",
            "1:Something was found, or a test failed. 有发现,或测试未通过。",
            "2:The command line is wrong, or a document cannot be read. 命令有误,或文件无法读取。"
        })
final class RulesCommand implements Callable<Integer> {

    static final int OK = 0;
    static final int FOUND = 1;
    static final int UNUSABLE = 2;

    private final Surroundings surroundings;

    RulesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Runs the program and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(new Surroundings(out, err, Path.of(""), Ansi.AUTO), args));
    }

    static int run(Surroundings surroundings, String... args) {
        CommandLine line = new CommandLine(new RulesCommand(surroundings));
        for (DocumentCommand command : List.of(
                new CheckCommand(surroundings),
                new TestCommand(surroundings),
                new ExplainCommand(surroundings),
                new NormsCommand(surroundings),
                new CoverageCommand(surroundings),
                new DiffCommand(surroundings),
                new ToDmnCommand(surroundings),
                new FromDmnCommand(surroundings),
                new FormatCommand(surroundings))) {
            CommandLine subcommand = new CommandLine(command);
            subcommand.getCommandSpec().mixinStandardHelpOptions(true);
            line.addSubcommand(subcommand);
        }
        return line.registerConverter(CategoryCode.class, CategoryCode::of)
                .registerConverter(AreaCode.class, AreaCode::of)
                .registerConverter(CaseKind.class, coded(CaseKind.values()))
                .registerConverter(Channel.class, coded(Channel.values()))
                .registerConverter(Priority.class, coded(Priority.values()))
                .registerConverter(RequesterType.class, coded(RequesterType.values()))
                .registerConverter(DayType.class, coded(DayType.values()))
                .registerConverter(Severity.class, coded(Severity.values()))
                .registerConverter(Instant.class, RulesCommand::instant)
                .registerConverter(Objection.class, RulesCommand::objection)
                .registerConverter(Language.class, text -> named(text, Language.values()))
                .registerConverter(OutputOptions.When.class, text -> named(text, OutputOptions.When.values()))
                .setOut(writer(surroundings.out()))
                .setErr(writer(surroundings.err()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(surroundings.colours()))
                .setParameterExceptionHandler((e, a) -> {
                    surroundings.err().print(e.getMessage() + "\nTry --help.\n");
                    return UNUSABLE;
                })
                .setExecutionExceptionHandler((e, l, result) -> {
                    if (e instanceof IOException) {
                        surroundings.err().print(e + "\n");
                        return UNUSABLE;
                    }
                    throw e;
                })
                .execute(args);
    }

    @Override
    public Integer call() {
        surroundings.err().print("Say what to do, such as: rules check city/rules.json\nTry --help.\n");
        return UNUSABLE;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private static <T extends Coded> ITypeConverter<T> coded(T[] values) {
        return text -> Stream.of(values)
                .filter(v -> v.code().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "must be one of " + Stream.of(values).map(Coded::code).toList() + ", but was " + text));
    }

    private static <T extends Enum<T>> T named(String text, T[] values) {
        return Stream.of(values)
                .filter(v -> v.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("must be one of "
                        + Stream.of(values)
                                .map(v -> v.name().toLowerCase(Locale.ROOT))
                                .toList() + ", but was " + text));
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "must be a time with its offset, such as 2026-07-02T09:00:00+08:00, but was " + text);
        }
    }

    private static Objection objection(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? Objection.of(text, "")
                : Objection.of(text.substring(0, equals), text.substring(equals + 1));
    }
}
