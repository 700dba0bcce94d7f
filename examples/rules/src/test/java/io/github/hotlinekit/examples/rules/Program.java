package io.github.hotlinekit.examples.rules;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;

/** The program, run in this process. */
final class Program {

    /** The sample city; tests run in the folder of their module. */
    static final Path CITY = Path.of("city").toAbsolutePath();

    private Program() {}

    /** What a run left behind. */
    record Ran(int exit, String out, String err) {}

    /** Runs a command whose relative paths start from a folder, on no terminal. */
    static Ran run(Path folder, String... arguments) {
        return run(folder, Ansi.OFF, arguments);
    }

    static Ran run(Path folder, Ansi colours, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                folder,
                colours);
        int exit = RulesCommand.run(surroundings, arguments);
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
