package io.github.hotlinekit.examples.report;

import io.github.hotlinekit.core.language.Language;
import io.github.hotlinekit.core.taxonomy.Category;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.examples.ledger.CityCases;
import io.github.hotlinekit.examples.ledger.CityOptions;
import io.github.hotlinekit.examples.ledger.CityProgram;
import io.github.hotlinekit.stats.ledger.Dimension;
import io.github.hotlinekit.stats.ledger.PeriodUnit;
import io.github.hotlinekit.stats.ledger.Window;
import io.github.hotlinekit.stats.report.MarkdownReport;
import io.github.hotlinekit.stats.report.ReportKind;
import io.github.hotlinekit.stats.report.ReportOptions;
import io.github.hotlinekit.stats.report.ReportPeriod;
import io.github.hotlinekit.stats.report.Suppression;
import io.github.hotlinekit.stats.report.Theme;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The report program: reads cases, counts them, and writes a report of one period. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = {
            "Writes a report of a city's cases as a workbook, a page with charts, Markdown and CSV:",
            "report-KIND.LANGUAGE.xlsx, .html, .md and .csv. Without --input, of a simulated city."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The report was written; faulty rows, if any, were reported and left out.",
            "1:A file could not be read or written.",
            "2:With --strict: the input has faulty rows; they are listed and nothing is written.",
            "3:A document is wrong, or no row of the input can be read; the problems are listed.",
            "64:The command line is wrong."
        })
final class ReportCommand implements Callable<Integer> {

    private final PrintStream out;
    private final PrintStream err;

    @Option(
            names = "--kind",
            defaultValue = "monthly",
            paramLabel = "KIND",
            description = "weekly, monthly, quarterly, annual or special; default: ${DEFAULT-VALUE}")
    private String kindName = "monthly";

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            description = "2015-W23, 2015-06, 2015-Q2, 2015 or a day in it, by the kind; 2015-03-01/2015-04-30 for a"
                    + " special report, which needs one; default: the last period that is over at the instant of the"
                    + " figures")
    private @Nullable String periodText;

    @Option(
            names = "--theme",
            paramLabel = "CATEGORY",
            description = "of a special report: only the cases of a category and those below it, such as 03 or 03.02")
    private @Nullable String themeCode;

    @Option(
            names = "--language",
            defaultValue = "both",
            paramLabel = "LANGUAGE",
            description = "zh, en or both; default: ${DEFAULT-VALUE}")
    private String languageName = "both";

    @Option(
            names = "--output",
            defaultValue = "report",
            paramLabel = "FOLDER",
            description = "where to write; default: ${DEFAULT-VALUE}")
    private Path output = Path.of("report");

    @Option(
            names = "--suppress",
            paramLabel = "N",
            description = "for publication: hide numbers from 1 to below N, 2 or more, and what would give them away,"
                    + " and list no case")
    private @Nullable Long suppress;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "how many categories, changes and cases are listed, 1 or more; default: 10")
    private @Nullable Integer top;

    @Option(
            names = "--category-depth",
            paramLabel = "N",
            description = "at how many levels categories are counted, 1 or more; default: 2")
    private @Nullable Integer categoryDepth;

    @Option(
            names = "--confidence",
            paramLabel = "P",
            description = "of intervals and of the words up and down, above 0 and below 1; default: 0.95")
    private @Nullable Double confidence;

    @Option(
            names = "--fewest",
            paramLabel = "N",
            description = "rates of fewer cases than this are marked, 1 or more; default: 30")
    private @Nullable Long fewest;

    @Option(
            names = "--least-effect",
            paramLabel = "PART",
            description = "by what part a count must change to be listed, 0 or more; default: 0.2")
    private @Nullable Double leastEffect;

    @Option(
            names = "--least-difference",
            paramLabel = "N",
            description = "by how many cases it must, 0 or more; default: 5")
    private @Nullable Long leastDifference;

    @Mixin
    private CityOptions cityOptions = new CityOptions();

    @Spec
    private CommandSpec command = CommandSpec.create();

    ReportCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs the program and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(CityProgram.utf8(FileDescriptor.out), CityProgram.utf8(FileDescriptor.err), args));
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        return CityProgram.run(new ReportCommand(out, err), out, err, args);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    private ParameterException wrong(String argument, String expected, Object was) {
        return wrong(argument + " must be " + expected + ", but was " + was);
    }

    @Override
    public Integer call() throws IOException {
        ReportKind kind = kind();
        List<Language> languages = languages();
        ReportOptions options = options();
        checkPeriod(kind);
        if (themeCode != null && kind != ReportKind.SPECIAL) {
            throw wrong("--theme", "given with --kind special only", themeCode);
        }
        CityCases city = cityOptions.cases();
        Instant when = cityOptions.asOf(city);
        ReportPeriod period = new ReportPeriod(kind, window(kind, when, city.zone()), theme(city));
        CityReport report = CityReport.of(city, when, period);
        CityCases.Read read = report.read();
        read.listed().forEach(err::println);
        if (read.faulty() > read.listed().size()) {
            err.println("… and " + (read.faulty() - read.listed().size()) + " more");
        }
        if (cityOptions.isStrict() && read.faulty() > 0) {
            err.println(read.faulty() + " faults; nothing was written, as --strict asks");
            return CityProgram.FAULTY;
        }
        if (report.cases() == 0) {
            err.println("no case was received in the period " + period.name().en());
        }
        Files.createDirectories(output);
        for (Language language : languages) {
            write(kind, edition(report, period, language, options));
        }
        return CityProgram.OK;
    }

    private Edition edition(CityReport report, ReportPeriod period, Language language, ReportOptions options) {
        try {
            return report.edition(language, options);
        } catch (DateTimeException e) {
            throw wrong(
                    "--period",
                    "a period whose days, and those it is compared with, the city's calendar knows (" + e.getMessage()
                            + ")",
                    periodText == null ? period.window() : periodText);
        }
    }

    private void write(ReportKind kind, Edition edition) throws IOException {
        String name = "report-" + kind.code() + "." + edition.language().name().toLowerCase(Locale.ROOT);
        Path page = output.resolve(name + ".html");
        Files.writeString(page, HtmlReport.write(edition));
        Path workbook = output.resolve(name + ".xlsx");
        Files.write(workbook, XlsxReport.write(edition));
        Path markdown = output.resolve(name + ".md");
        Files.writeString(
                markdown, new MarkdownReport(edition.language(), trace -> Optional.empty()).write(edition.report()));
        Path cells = output.resolve(name + ".csv");
        Files.writeString(cells, TidyCsv.write(edition));
        out.println("wrote " + page + ", " + workbook.getFileName() + ", " + markdown.getFileName() + " and "
                + cells.getFileName());
    }

    private ReportKind kind() {
        for (ReportKind kind : ReportKind.values()) {
            if (kind.code().equals(kindName)) {
                return kind;
            }
        }
        throw wrong("--kind", "weekly, monthly, quarterly, annual or special", kindName);
    }

    private List<Language> languages() {
        return switch (languageName) {
            case "zh" -> List.of(Language.ZH);
            case "en" -> List.of(Language.EN);
            case "both" -> List.of(Language.ZH, Language.EN);
            default -> throw wrong("--language", "zh, en or both", languageName);
        };
    }

    private ReportOptions options() {
        ReportOptions standard = ReportOptions.standard();
        if (suppress != null && suppress < 2) {
            throw wrong("--suppress", "2 or more", suppress);
        }
        atLeast("--top", top, 1);
        atLeast("--category-depth", categoryDepth, 1);
        atLeast("--fewest", fewest, 1);
        atLeast("--least-difference", leastDifference, 0);
        if (confidence != null && !(confidence > 0 && confidence < 1)) {
            throw wrong("--confidence", "above 0 and below 1", confidence);
        }
        if (leastEffect != null && !(leastEffect >= 0 && leastEffect < Double.POSITIVE_INFINITY)) {
            throw wrong("--least-effect", "0 or more", leastEffect);
        }
        return new ReportOptions(
                top == null ? standard.top() : top,
                categoryDepth == null ? standard.categoryDepth() : categoryDepth,
                confidence == null ? standard.confidence() : confidence,
                fewest == null ? standard.fewest() : fewest,
                leastEffect == null ? standard.leastEffect() : leastEffect,
                leastDifference == null ? standard.leastDifference() : leastDifference,
                Optional.ofNullable(suppress).map(Suppression::below));
    }

    private void atLeast(String argument, @Nullable Number was, long least) {
        if (was != null && was.longValue() < least) {
            throw wrong(argument, least + " or more", was);
        }
    }

    private void checkPeriod(ReportKind kind) {
        if (periodText == null) {
            if (kind == ReportKind.SPECIAL) {
                throw wrong("--kind special needs --period, " + Periods.expected(kind));
            }
        } else if (Periods.parse(kind, periodText).isEmpty()) {
            throw wrong("--period of a " + kind.label().en(), Periods.expected(kind), periodText);
        }
    }

    private Window window(ReportKind kind, Instant when, ZoneId zone) {
        if (periodText != null) {
            return Periods.parse(kind, periodText).orElseThrow();
        }
        PeriodUnit unit = kind.unit().orElseThrow();
        return Periods.lastBefore(unit, when.atZone(zone).toLocalDate());
    }

    private Optional<Theme> theme(CityCases city) {
        if (themeCode == null) {
            return Optional.empty();
        }
        try {
            CategoryCode code = CategoryCode.of(themeCode);
            Optional<Category> category = city.taxonomy().find(code);
            if (category.isPresent()) {
                int depth = themeCode.split("\\.", -1).length;
                return Optional.of(new Theme(
                        Dimension.category(depth), code.value(), category.get().name()));
            }
        } catch (IllegalArgumentException e) {
            throw wrong("--theme", "the code of a category such as 03 or 03.02", themeCode);
        }
        throw wrong("--theme", "a category of " + city.taxonomy().identity(), themeCode);
    }
}
