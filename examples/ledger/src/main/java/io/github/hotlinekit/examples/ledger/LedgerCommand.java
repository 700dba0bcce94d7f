package io.github.hotlinekit.examples.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.language.Label;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    private final PrintStream out;
    private final PrintStream err;

    @Mixin
    private CityOptions city = new CityOptions();

    @Option(
            names = "--out",
            defaultValue = "ledger",
            paramLabel = "FOLDER",
            description = "where to write; default: ${DEFAULT-VALUE}")
    private Path outFolder = Path.of("ledger");

    LedgerCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs the program and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(CityProgram.utf8(FileDescriptor.out), CityProgram.utf8(FileDescriptor.err), args));
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        return CityProgram.run(new LedgerCommand(out, err), out, err, args);
    }

    @Override
    public Integer call() throws IOException {
        CityCases cases = city.cases();
        Path file = city.input();
        LedgerDocument.Input from = file == null ? simulated(cases) : imported(cases, file);
        Instant when = city.asOf(cases);
        LedgerRun run = new LedgerRun(cases.city(), when);
        Faults faults = new Faults();
        long start = System.nanoTime();
        long rows = cases.read(c -> run.accept(c.subject(), c.statedDepartment()), faults);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return finish(from, cases.city(), when, run, rows, faults, took);
    }

    private LedgerDocument.Input simulated(CityCases cases) {
        return new LedgerDocument.Input(
                true,
                "shishi",
                Label.of("石狮市 12345 民生账本（模拟）", "Shishi 12345: people's-livelihood ledger (simulated)"),
                Label.of("模拟的县级市热线，种子 " + city.seed(), "a simulated county-level city's hotline, seed " + city.seed()),
                cases.note());
    }

    private static LedgerDocument.Input imported(CityCases cases, Path file) {
        return new LedgerDocument.Input(
                false,
                cases.city().directory().id(),
                Label.of(cases.title().zh() + " 民生账本", cases.title().en() + ": people's-livelihood ledger"),
                Label.of("真实数据 " + file.getFileName(), "real data, " + file.getFileName()),
                cases.note());
    }

    private int finish(
            LedgerDocument.Input from, City read, Instant when, LedgerRun run, long rows, Faults faults, Duration took)
            throws IOException {
        for (Problem problem : faults.listed()) {
            err.println(problem);
        }
        if (faults.total() > Faults.LISTED) {
            err.println("… and " + (faults.total() - Faults.LISTED) + " more");
        }
        if (city.isStrict() && faults.total() > 0) {
            err.println(faults.total() + " faults; nothing was written, as --strict asks");
            return CityProgram.FAULTY;
        }
        ObjectNode document = new LedgerDocument(from, read, when, run.result(), rows, faults).toJson();
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
        return CityProgram.OK;
    }
}
