package io.github.hotlinekit.examples.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.language.Label;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The ledger program: reads cases, brings them through the SDK, and writes the people's-livelihood ledger. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = {
            "Writes the people's-livelihood ledger (民生账本) of a city's cases: a table on standard output,",
            "ledger.json and ledger.html. Without --input, of a simulated city."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The ledger was written; faulty rows, if any, were reported and left out.",
            "1:A file could not be read or written.",
            "2:With --strict: the input has faulty rows; they are listed and nothing is written.",
            "3:A document is wrong, or no row of the input can be read; the problems are listed.",
            "64:The command line is wrong."
        })
final class LedgerCommand implements Callable<Integer> {

    static final int OK = 0;
    static final int IO_FAILED = 1;
    static final int FAULTY = 2;
    static final int INVALID = 3;
    static final int USAGE = 64;

    private final PrintStream out;
    private final PrintStream err;

    @Option(names = "--input", paramLabel = "FILE", description = "a city's export, CSV in UTF-8 with a header")
    private @Nullable Path input;

    @Option(
            names = "--mapping",
            paramLabel = "NAME|FILE",
            description =
                    "how to read it: boston-311, nyc-311, dc-311, or a mapping document with the others beside it")
    private @Nullable String mapping;

    @Option(
            names = "--as-of",
            paramLabel = "WHEN",
            description = "the instant of the figures, such as 2011-09-30T17:00:00-04:00, or a day, to its end in the"
                    + " city's zone; default: the latest instant in the input")
    private @Nullable String asOf;

    @Option(names = "--simulate", paramLabel = "CITY", description = "simulate a city: shishi (the default)")
    private @Nullable String simulate;

    @Option(names = "--seed", defaultValue = "12345", description = "the simulation's seed; default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--out",
            defaultValue = "ledger",
            paramLabel = "FOLDER",
            description = "where to write; default: ${DEFAULT-VALUE}")
    private Path outFolder = Path.of("ledger");

    @Option(names = "--strict", description = "fail if the input has a faulty row")
    private boolean strict;

    LedgerCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs the program and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        LedgerCommand command = new LedgerCommand(out, err);
        return new CommandLine(command)
                .setOut(writer(out))
                .setErr(writer(err))
                .setOverwrittenOptionsAllowed(true) // so that a script's default can be overruled
                .setParameterExceptionHandler((e, a) -> {
                    err.println(e.getMessage());
                    err.println("Try --help.");
                    return USAGE;
                })
                .setExecutionExceptionHandler((e, line, result) -> command.failed(e))
                .execute(args);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private int failed(Exception e) throws Exception {
        if (e instanceof InvalidDocumentException invalid) {
            invalid.problems().stream().limit(Faults.LISTED).forEach(err::println);
            return INVALID;
        }
        if (e instanceof IOException || e instanceof UncheckedIOException) {
            err.println(e);
            return IO_FAILED;
        }
        if (e instanceof UsageException) {
            err.println(e.getMessage());
            err.println("Try --help.");
            return USAGE;
        }
        throw e;
    }

    private static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    @Override
    public Integer call() throws IOException {
        if (input == null) {
            if (mapping != null || asOf != null) {
                throw new UsageException("--mapping and --as-of go with --input");
            }
            return simulated();
        }
        if (simulate != null) {
            throw new UsageException("--input and --simulate exclude each other");
        }
        if (mapping == null) {
            throw new UsageException("--input needs --mapping");
        }
        return imported(input, mapping);
    }

    private int simulated() throws IOException {
        if (simulate != null && !simulate.equals("shishi")) {
            throw new UsageException("--simulate must be shishi, but was " + simulate);
        }
        CityCases cases = CityCases.shishi(seed);
        LedgerDocument.Input from = new LedgerDocument.Input(
                true,
                "shishi",
                Label.of("石狮市 12345 民生账本（模拟）", "Shishi 12345: people's-livelihood ledger (simulated)"),
                Label.of("模拟的县级市热线，种子 " + seed, "a simulated county-level city's hotline, seed " + seed),
                cases.note());
        return counted(from, cases, cases.latest());
    }

    private int imported(Path file, String mappingName) throws IOException {
        CityCases cases = CityCases.imported(file, mappingName);
        LedgerDocument.Input from = new LedgerDocument.Input(
                false,
                cases.city().directory().id(),
                Label.of(cases.title().zh() + " 民生账本", cases.title().en() + ": people's-livelihood ledger"),
                Label.of("真实数据 " + file.getFileName(), "real data, " + file.getFileName()),
                cases.note());
        return counted(from, cases, asOf == null ? cases.latest() : parseAsOf(asOf, cases.zone()));
    }

    private int counted(LedgerDocument.Input from, CityCases cases, Instant when) throws IOException {
        LedgerRun run = new LedgerRun(cases.city(), when);
        Faults faults = new Faults();
        long start = System.nanoTime();
        long rows = cases.read(c -> run.accept(c.subject(), c.statedDepartment()), faults);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return finish(from, cases.city(), when, run, rows, faults, took);
    }

    private static Instant parseAsOf(String text, ZoneId zone) {
        try {
            return text.length() == "2011-09-30".length()
                    ? LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new UsageException(
                    "--as-of must be a day such as 2011-09-30 or an instant such as 2011-09-30T17:00:00-04:00, but was "
                            + text);
        }
    }

    private int finish(
            LedgerDocument.Input from, City city, Instant when, LedgerRun run, long rows, Faults faults, Duration took)
            throws IOException {
        for (Problem problem : faults.listed()) {
            err.println(problem);
        }
        if (faults.total() > Faults.LISTED) {
            err.println("… and " + (faults.total() - Faults.LISTED) + " more");
        }
        if (strict && faults.total() > 0) {
            err.println(faults.total() + " faults; nothing was written, as --strict asks");
            return FAULTY;
        }
        ObjectNode document = new LedgerDocument(from, city, when, run.result(), rows, faults).toJson();
        Files.createDirectories(outFolder);
        Path json = outFolder.resolve("ledger.json");
        Path html = outFolder.resolve("ledger.html");
        Files.writeString(json, LedgerDocument.text(document));
        try (Writer writer = Files.newBufferedWriter(html)) {
            HtmlPage.write(document, writer);
        }
        out.print(TerminalLedger.of((JsonNode) document));
        double seconds = took.toNanos() / 1e9;
        out.printf(
                Locale.ROOT,
                "%nread and counted %,d rows in %.2f s, %,.0f rows a second%n",
                rows,
                seconds,
                rows / seconds);
        out.println("wrote " + json + " and " + html);
        return OK;
    }
}
