package io.github.hotlinekit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program from its arguments to its files. All rows here are made up. */
class ReportCommandTest {

    private static final String HEAD =
            "case_enquiry_id,open_dt,target_dt,closed_dt,ontime,case_status,closure_code,subject,reason,type,queue,department,neighborhood,ward,source\n";

    @TempDir
    private Path folder;

    private record Ran(int exit, String out, String err) {}

    private Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all =
                new ArrayList<>(List.of("--output", folder.resolve("out").toString()));
        all.addAll(List.of(arguments));
        int exit = ReportCommand.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                all.toArray(new String[0]));
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static String row(int id, String open, String target, String closed) {
        return id + "," + open + "," + target + "," + closed + ",," + (closed.isEmpty() ? "Open" : "Closed")
                + ",,Public Works Department,Street Lights,Street Light Outages,Q,PWDx,,,Self Service\n";
    }

    /** Two requests in July 2011 a day, one of which was late on Fridays and is open on the 29th; one in June a day. */
    private Path export() throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        int id = 0;
        for (int day = 1; day <= 29; day++) {
            String july = String.format(java.util.Locale.ROOT, "2011-07-%02d 09:00:00", day);
            String done = String.format(java.util.Locale.ROOT, "2011-07-%02d 17:00:00", day);
            text.append(row(++id, july, done, day == 29 ? "" : done)).append(row(++id, july, done, done));
            text.append(row(++id, july.replace("-07-", "-06-"), "", done.replace("-07-", "-06-")));
        }
        return Files.writeString(folder.resolve("export.csv"), text);
    }

    private Ran boston(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(
                List.of("--input", export().toString(), "--mapping", "boston-311", "--as-of", "2011-08-31"));
        all.addAll(List.of(arguments));
        return run(all.toArray(new String[0]));
    }

    private List<String> written() throws IOException {
        if (!Files.exists(folder.resolve("out"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve("out").resolve(name));
    }

    @Test
    void both_languages_are_written_in_four_forms() throws IOException {
        Ran ran = boston("--period", "2011-07");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(written())
                .containsExactly(
                        "report-monthly.en.csv",
                        "report-monthly.en.html",
                        "report-monthly.en.md",
                        "report-monthly.en.xlsx",
                        "report-monthly.zh.csv",
                        "report-monthly.zh.html",
                        "report-monthly.zh.md",
                        "report-monthly.zh.xlsx");
        assertThat(ran.out()).contains("report-monthly.zh.html").contains("report-monthly.en.html");
        XlsxFile.Sheet totals = new XlsxFile(Files.readAllBytes(folder.resolve("out/report-monthly.en.xlsx")))
                .sheets().stream()
                        .filter(s -> s.name().equals("Totals"))
                        .findFirst()
                        .orElseThrow();
        assertThat(totals.at(1, 1).orElseThrow().value()).isEqualTo("58");
        assertThat(totals.at(1, 4).orElseThrow().value()).isEqualTo("29");
        assertThat(text("report-monthly.en.md")).contains("58 cases were received");
        assertThat(text("report-monthly.en.csv"))
                .startsWith("table,row,name,column,value,definition\n")
                .contains("totals,1,cases received,Period,58,volume\n")
                .contains("totals,3,completion rate,Period: numerator,57,completion\n")
                .contains(",Share (%),100.0,shareOfCases\n");
        assertThat(text("report-monthly.zh.csv")).contains("totals,1,受理量,本期,58,volume\n");
        assertThat(text("report-monthly.zh.html")).contains("2011-07 月报");
        assertThat(text("report-monthly.en.html")).contains("Boston 311");
    }

    @Test
    void without_a_period_it_is_of_the_last_that_is_over() throws IOException {
        assertThat(boston("--kind", "monthly", "--language", "en", "--as-of", "2011-07-30")
                        .exit())
                .isZero();
        assertThat(text("report-monthly.en.md"))
                .startsWith("# monthly report 2011-06\n")
                .contains("29 cases");
        assertThat(boston("--kind", "monthly", "--language", "en", "--as-of", "2011-07-31")
                        .exit())
                .isZero();
        assertThat(text("report-monthly.en.md")).startsWith("# monthly report 2011-07\n");
    }

    @ParameterizedTest
    @CsvSource({
        "weekly, 2011-W27, weekly report 2011-W27, 14 cases",
        "quarterly, 2011-Q2, quarterly report 2011-Q2, 29 cases",
        "annual, 2011, annual report 2011, 87 cases",
        "special, 2011-07-01/2011-07-03, special report 2011-07-01/2011-07-03, 6 cases"
    })
    void every_kind_is_written(String kind, String period, String title, String cases) throws IOException {
        Ran ran = boston("--kind", kind, "--period", period, "--language", "en");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(written()).hasSize(4).allMatch(f -> f.startsWith("report-" + kind + ".en."));
        assertThat(text("report-" + kind + ".en.md")).startsWith("# " + title).contains(cases + " were received");
        assertThat(text("report-" + kind + ".en.html")).contains("<h1>" + title + "</h1>");
    }

    @Test
    void a_theme_counts_its_cases_only() throws IOException {
        Ran all = boston("--kind", "special", "--period", "2011-07-01/2011-07-31", "--language", "en");
        assertThat(all.exit()).isZero();
        String category = text("report-special.en.csv")
                .lines()
                .filter(l -> l.startsWith("categories,1,"))
                .findFirst()
                .orElseThrow()
                .replaceAll(".*\\((\\d\\d)\\.\\d\\d\\).*", "$1");
        Ran of = boston(
                "--kind", "special", "--period", "2011-07-01/2011-07-31", "--theme", category, "--language", "en");
        assertThat(of.err()).isEmpty();
        assertThat(of.exit()).isZero();
        assertThat(text("report-special.en.md")).contains("58 cases were received");
        String other = category.equals("01") ? "02" : "01";
        Ran none =
                boston("--kind", "special", "--period", "2011-07-01/2011-07-31", "--theme", other, "--language", "en");
        assertThat(none.exit()).isZero();
        assertThat(none.err()).contains("no case was received in the period special report 2011-07-01/2011-07-31: ");
        assertThat(text("report-special.en.md")).contains("0 cases were received");
    }

    @Test
    void a_report_for_publication_hides_what_is_small_and_lists_no_case() throws IOException {
        assertThat(boston("--period", "2011-07", "--language", "en").exit()).isZero();
        assertThat(text("report-monthly.en.html")).contains("days late");
        assertThat(boston("--period", "2011-07", "--language", "en", "--suppress", "30")
                        .exit())
                .isZero();
        for (String form : List.of("html", "md", "csv")) {
            assertThat(text("report-monthly.en." + form)).as(form).doesNotContain("days late");
        }
        assertThat(text("report-monthly.en.html")).contains("A published report lists no single case.");
        assertThat(text("report-monthly.en.csv")).contains("daily,1,2011-07-01,Cases received,*");
    }

    @Test
    void a_faulty_row_is_reported_and_with_strict_nothing_is_written() throws IOException {
        Path file = export();
        Files.writeString(file, Files.readString(file) + row(999, "2011-13-01 09:00:00", "", ""));
        String[] arguments = {
            "--input", file.toString(), "--mapping", "boston-311", "--as-of", "2011-08-31", "--period", "2011-07"
        };
        Ran strict =
                run(Stream.concat(Stream.of(arguments), Stream.of("--strict")).toArray(String[]::new));
        assertThat(strict.exit()).isEqualTo(2);
        assertThat(strict.err()).contains("BAD_DATE").contains("1 faults; nothing was written");
        assertThat(written()).isEmpty();
        Ran lenient = run(arguments);
        assertThat(lenient.exit()).isZero();
        assertThat(lenient.err()).contains("BAD_DATE").contains("2011-13-01");
        assertThat(written()).hasSize(8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--kind daily|--kind must be weekly, monthly, quarterly, annual or special, but was daily",
                "--language fr|--language must be zh, en or both, but was fr",
                "--period 2015-W23|--period of a monthly report must be a month such as 2015-06, or a day in it such as 2015-06-01, but was 2015-W23",
                "--kind weekly --period 2015-W60|--period of a weekly report must be a week such as 2015-W23",
                "--kind special|--kind special needs --period, a first and a last day",
                "--kind special --period 2015-06|--period of a special report must be a first and a last day such as 2015-03-01/2015-04-30, but was 2015-06",
                "--suppress 1|--suppress must be 2 or more, but was 1",
                "--suppress few|Invalid value for option '--suppress': 'few' is not a long",
                "--top 0|--top must be 1 or more, but was 0",
                "--category-depth 0|--category-depth must be 1 or more, but was 0",
                "--fewest 0|--fewest must be 1 or more, but was 0",
                "--least-difference -1|--least-difference must be 0 or more, but was -1",
                "--confidence 1|--confidence must be above 0 and below 1, but was 1.0",
                "--confidence NaN|--confidence must be above 0 and below 1, but was NaN",
                "--least-effect -0.1|--least-effect must be 0 or more, but was -0.1",
                "--theme 03|--theme must be given with --kind special only, but was 03",
                "--kind special --period 2015-03-01/2015-04-30 --theme x|--theme must be the code of a category such as 03 or 03.02, but was x",
                "--kind special --period 2015-03-01/2015-04-30 --theme 99|--theme must be a category of 12345-default",
                "--as-of yesterday|--as-of must be a day such as 2015-07-10 or an instant",
                "--simulate boston|--simulate must be shishi, but was boston",
                "--mapping boston-311|--mapping goes with --input, but was boston-311 without it",
                "--input a.csv|--input needs --mapping, but was a.csv without it",
                "--input a.csv --simulate shishi|--input and --simulate exclude each other, but were a.csv and shishi",
                "--colour|Unknown option: '--colour'"
            })
    void a_wrong_argument_is_named_with_its_value_and_what_was_expected(String arguments, String message)
            throws IOException {
        Ran ran = run(arguments.split(" "));
        assertThat(ran.exit()).isEqualTo(64);
        assertThat(ran.err()).contains(message).endsWith("Try --help." + System.lineSeparator());
        assertThat(ran.out()).isEmpty();
        assertThat(written()).isEmpty();
    }

    @Test
    void days_that_the_calendar_does_not_know_are_a_wrong_period() throws IOException {
        Ran ran = boston("--kind", "annual", "--period", "0001");
        assertThat(ran.exit()).isEqualTo(64);
        assertThat(ran.err())
                .contains("--period must be a period whose days, and those it is compared with")
                .contains("but was 0001" + System.lineSeparator() + "Try --help.");
        assertThat(written()).isEmpty();
    }

    @Test
    void files_that_cannot_be_read_or_written_and_wrong_documents_have_codes_of_their_own() throws IOException {
        Ran missing = run("--input", folder.resolve("none.csv").toString(), "--mapping", "boston-311");
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("none.csv");
        Files.writeString(folder.resolve("out"), "a file where a folder is to be");
        assertThat(boston("--period", "2011-07").exit()).isEqualTo(1);
        Path mapping = Files.writeString(folder.resolve("mapping.json"), "{}");
        Ran wrong = run("--input", export().toString(), "--mapping", mapping.toString());
        assertThat(wrong.exit()).isEqualTo(3);
        assertThat(wrong.err()).contains("mapping.json");
    }

    @Test
    void help_tells_every_option_and_exit_code() {
        Ran ran = run("--help");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("--kind", "--period", "--theme", "--language", "--output", "--suppress", "--top", "--input")
                .contains("64", "The command line is wrong.");
    }

    /** The whole way on the simulated city; what the figures are is for the ledger's own tests. */
    @Test
    void the_simulated_city_has_a_report_with_links_that_lead_somewhere() throws IOException {
        Ran ran = run("--period", "2015-06", "--language", "zh");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        String page = text("report-monthly.zh.html");
        assertThat(page).contains("数据为模拟生成").contains("市住房和城乡建设局（ZJJ）");
        java.util.regex.Matcher links =
                java.util.regex.Pattern.compile("href=\"#([^\"]+)\"").matcher(page);
        int seen = 0;
        while (links.find()) {
            seen++;
            assertThat(page).contains("id=\"" + links.group(1) + "\"");
        }
        assertThat(seen).isGreaterThan(500);
        String volume = page.replaceAll("(?s).*共受理 (\\d+) 件.*", "$1");
        XlsxFile.Sheet totals =
                new XlsxFile(Files.readAllBytes(folder.resolve("out/report-monthly.zh.xlsx"))).sheet("总体情况");
        assertThat(totals.at(1, 1).orElseThrow().value()).isEqualTo(volume);
    }
}
