package io.github.hotlinekit.examples.ledger;

import io.github.hotlinekit.core.document.InvalidDocumentException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Runs a program over a city's cases: what its command throws becomes a message and an exit code. */
public final class CityProgram {

    /** All was written; faulty rows, if any, were reported and left out. */
    public static final int OK = 0;
    /** A file could not be read or written. */
    public static final int IO_FAILED = 1;
    /** With {@code --strict}: the input has faulty rows, and nothing was written. */
    public static final int FAULTY = 2;
    /** A document is wrong, or no row of the input can be read. */
    public static final int INVALID = 3;
    /** The command line is wrong. */
    public static final int USAGE = 64;

    private CityProgram() {}

    /**
     * A console in UTF-8, whatever the machine's own encoding.
     *
     * @param console standard output or standard error
     * @return a stream to it
     */
    public static PrintStream utf8(FileDescriptor console) {
        return new PrintStream(new FileOutputStream(console), true, StandardCharsets.UTF_8);
    }

    /**
     * Runs a command.
     *
     * @param command a command of picocli
     * @param out standard output
     * @param err standard error
     * @param args the command line
     * @return the exit code
     */
    public static int run(Callable<Integer> command, PrintStream out, PrintStream err, String... args) {
        return new CommandLine(command)
                .setOut(writer(out))
                .setErr(writer(err))
                .setOverwrittenOptionsAllowed(true) // so that a script's default can be overruled
                .setParameterExceptionHandler((e, a) -> {
                    err.println(e.getMessage());
                    err.println("Try --help.");
                    return USAGE;
                })
                .setExecutionExceptionHandler((e, line, result) -> failed(e, err))
                .execute(args);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private static int failed(Exception e, PrintStream err) throws Exception {
        if (e instanceof InvalidDocumentException invalid) {
            invalid.problems().stream().limit(Faults.LISTED).forEach(err::println);
            return INVALID;
        }
        if (e instanceof IOException || e instanceof UncheckedIOException) {
            err.println(e);
            return IO_FAILED;
        }
        throw e;
    }
}
