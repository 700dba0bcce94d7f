package io.github.hotlinekit.examples.spark;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Runs a program: UTF-8 whatever the platform says, and one line for what goes wrong with its input. */
final class Program {

    /** The exit code if something could not be read, written or run. */
    static final int FAILED = 1;

    private Program() {}

    static int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((exception, line, parsed) -> {
                    line.getErr().println(exception);
                    return FAILED;
                })
                .execute(arguments);
    }
}
