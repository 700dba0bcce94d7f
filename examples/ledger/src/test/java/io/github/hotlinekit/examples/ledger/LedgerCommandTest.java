package io.github.hotlinekit.examples.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hotlinekit.stats.metric.FactFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program from its arguments to its files. All rows here are made up. */
class LedgerCommandTest {

    private static final String BOSTON =
            "case_enquiry_id,open_dt,target_dt,closed_dt,ontime,case_status,closure_code,subject,reason,type,queue,department,neighborhood,ward,source\n";

    /** Where the simulated city's year is, which takes long to make. */
    @TempDir
    private static Path city;

    private static Ran ofTheCity;

    @TempDir
    private Path folder;

    private record Ran(int exit, String out, String err) {}

    @BeforeAll
    static void simulate() {
        ofTheCity = runInto(city);
    }

    private Ran run(String... arguments) {
        return runInto(folder.resolve("out"), arguments);
    }

    private static Ran runInto(Path to, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of("--out", to.toString()));
        all.addAll(List.of(arguments));
        int exit = LedgerCommand.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                all.toArray(new String[0]));
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private JsonNode ledger() throws IOException {
        return ledger(folder.resolve("out"));
    }

    private static JsonNode ledger(Path of) throws IOException {
        return new ObjectMapper().readTree(of.resolve("ledger.json").toFile());
    }

    private static String bostonRow(String id, String open, String target, String closed) {
        return String.join(
                        ",",
                        id,
                        open,
                        target,
                        closed,
                        "",
                        closed.isEmpty() ? "Open" : "Closed",
                        "",
                        "Public Works Department",
                        "Street Lights",
                        "Street Light Outages",
                        "Q",
                        "PWDx",
                        "",
                        "",
                        "Self Service")
                + "\n";
    }

    private String[] bostonArguments(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("export.csv"), text);
        return new String[] {"--input", file.toString(), "--mapping", "boston-311", "--as-of", "2011-08-31"};
    }

    private static final String GOOD =
            bostonRow("1", "2011-07-01 09:00:00", "2011-07-05 09:00:00", "2011-07-05 09:00:00")
                    + bostonRow("2", "2011-07-02 10:00:00", "2011-07-06 10:00:00", "2011-07-06 10:00:01")
                    + bostonRow("3", "2011-07-03 10:00:00", "2011-07-06 10:00:00", "")
                    + bostonRow("4", "2011-07-04 10:00:00", "", "2011-07-20 10:00:00");

    @Test
    void good_rows_become_a_ledger_whose_figures_follow_from_them() throws IOException {
        Ran ran = run(bostonArguments(BOSTON + GOOD));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        JsonNode total = ledger().get("total");
        assertThat(total.at("/volume/count").asInt()).isEqualTo(4);
        assertThat(total.at("/completion/numerator").asInt()).isEqualTo(3);
        assertThat(total.at("/completion/denominator").asInt()).isEqualTo(4);
        assertThat(total.at("/completion/percent").asText()).isEqualTo("75.0");
        assertThat(total.at("/promiseKept/numerator").asInt()).isEqualTo(1); // the first; to the second is on time
        assertThat(total.at("/promiseKept/denominator").asInt()).isEqualTo(3);
        assertThat(ledger().at("/input/type").asText()).isEqualTo("real");
        assertThat(ledger().at("/openOverdue/count").asInt()).isEqualTo(1);
        assertThat(ledger().at("/openOverdue/listed/0/number").asText()).isEqualTo("3");
        assertThat(Files.readString(folder.resolve("out/ledger.html"))).contains("promiseKept");
    }

    @Test
    void what_the_export_does_not_hold_is_no_data_and_never_zero() throws IOException {
        run(bostonArguments(BOSTON + GOOD));
        for (String metric :
                List.of("satisfaction", "resolution", "callbackCoverage", "signedOnTime", "directAnswer")) {
            JsonNode figure = ledger().get("total").get(metric);
            assertThat(figure.get("percent").isNull()).as(metric).isTrue();
            assertThat(figure.get("denominator").asInt()).as(metric).isZero();
        }
        assertThat(ledger().at("/total/satisfaction/excluded/notRecorded").asInt())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "9,2011-13-01 09:00:00,,|CELL_COUNT|4",
                "9,2011-13-01 09:00:00,,,,,,,R,T,,,,,S|BAD_DATE|2",
                "9,2011-07-01 09:00:00,,2011-07-01 08:59:59,,,,,R,T,,,,,S|CLOSED_BEFORE_RECEIVED|4",
                "1,2011-07-01 09:00:00,,,,,,,R,T,,,,,S|DUPLICATE_NUMBER|1",
                ",2011-07-01 09:00:00,,,,,,,R,T,,,,,S|MISSING_VALUE|1",
                "9,,,,,,,,R,T,,,,,S|MISSING_VALUE|2",
                "9,2011-07-01 09:00:00,,,,,,,`a\"b,T,,,,,S|UNCLOSED_QUOTE|9",
                "9,2011-07-01 09:00:00,,,,,,,\"a\"b,T,,,,,S|STRAY_QUOTE|9"
            })
    void a_faulty_row_is_reported_with_line_and_column_and_no_good_row_is_lost(String row, String code, int column)
            throws IOException {
        String line = row.replace("`", "");
        String[] arguments = bostonArguments(BOSTON + bostonRow("1", "2011-07-01 09:00:00", "", "") + line + "\n"
                + GOOD.substring(GOOD.indexOf('\n') + 1));
        Ran ran = run(arguments);
        assertThat(ran.exit()).isZero();
        assertThat(ledger().at("/rows/counted").asInt()).isEqualTo(4);
        assertThat(ledger().at("/rows/faulty").asInt()).isEqualTo(1);
        assertThat(ledger().at("/rows/faults/0/code").asText()).isEqualTo(code);
        assertThat(ledger().at("/faultsListed/0/line").asInt()).isEqualTo(3);
        assertThat(ledger().at("/faultsListed/0/column").asInt()).isEqualTo(column);
        assertThat(ran.err()).contains("line 3, column " + column).contains(code);
    }

    @Test
    void a_byte_that_is_not_utf8_is_reported_in_its_row_and_the_others_are_read() throws IOException {
        String text =
                BOSTON + GOOD + bostonRow("5", "2011-07-01 09:00:00", "", "").replace("Self Service", "自助");
        Path file = Files.write(folder.resolve("gbk.csv"), text.getBytes(Charset.forName("GBK")));
        Ran ran = run("--input", file.toString(), "--mapping", "boston-311", "--as-of", "2011-08-31");
        assertThat(ran.exit()).isZero();
        assertThat(ledger().at("/rows/counted").asInt()).isEqualTo(4);
        assertThat(ran.err())
                .contains("line 6, column 15 (source)")
                .contains("NOT_UTF8")
                .contains("byte 0xD7");
    }

    @Test
    void a_last_line_cut_short_is_a_truncated_line() throws IOException {
        String cut = bostonRow("5", "2011-07-01 09:00:00", "", "");
        Ran ran = run(bostonArguments(BOSTON + GOOD + cut.substring(0, cut.indexOf("Street"))));
        assertThat(ran.exit()).isZero();
        assertThat(ledger().at("/rows/faults/0/code").asText()).isEqualTo("TRUNCATED_LINE");
        assertThat(ledger().at("/rows/counted").asInt()).isEqualTo(4);
    }

    @Test
    void strict_fails_with_exit_code_2_lists_at_most_100_and_writes_nothing() throws IOException {
        StringBuilder text = new StringBuilder(BOSTON).append(GOOD);
        for (int i = 0; i < 130; i++) {
            text.append(bostonRow("b" + i, "yesterday", "", ""));
        }
        String[] arguments = bostonArguments(text.toString());
        List<String> strict = new ArrayList<>(List.of(arguments));
        strict.add("--strict");
        Ran ran = run(strict.toArray(new String[0]));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err().lines().filter(l -> l.contains("BAD_DATE"))).hasSize(100);
        assertThat(ran.err()).contains("and 30 more");
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(run(arguments).exit()).isZero();
        assertThat(ledger().at("/rows/faults/0/count").asInt()).isEqualTo(130);
    }

    @Test
    void a_required_column_that_the_file_lacks_is_an_error_with_a_hint() throws IOException {
        Ran ran = run(bostonArguments(BOSTON.replace("open_dt", "opened_dt") + GOOD));
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("UNKNOWN_COLUMN").contains("open_dt").contains("did you mean \"opened_dt\"?");
    }

    @Test
    void an_optional_column_that_the_file_lacks_is_reported_and_the_rest_is_read() throws IOException {
        Ran ran = run(bostonArguments(BOSTON.replace("target_dt", "due") + GOOD));
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).contains("UNKNOWN_COLUMN").contains("target_dt");
        assertThat(ledger().at("/rows/counted").asInt()).isEqualTo(4);
        assertThat(ledger().at("/total/promiseKept/percent").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n"})
    void an_empty_file_is_an_error(String text) throws IOException {
        Ran ran = run(bostonArguments(text));
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("EMPTY_DOCUMENT");
    }

    @Test
    void a_missing_file_is_an_io_error() {
        Ran ran = run("--input", folder.resolve("none.csv").toString(), "--mapping", "boston-311");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("none.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--frobnicate",
                "--input x.csv",
                "--mapping boston-311",
                "--simulate nowhere",
                "--as-of yesterday",
                "--input x.csv --simulate shishi --mapping boston-311"
            })
    void a_wrong_command_line_is_a_usage_error(String line) {
        Ran ran = run(line.split(" ", -1));
        assertThat(ran.exit()).isEqualTo(64);
        assertThat(ran.err()).contains("--help");
    }

    @Test
    void help_documents_every_exit_code() {
        Ran ran = run("--help");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("--strict").contains("Exit codes").contains("64");
    }

    @Test
    void a_mapping_document_of_ones_own_is_read_with_the_documents_beside_it_and_every_problem_is_placed()
            throws IOException {
        Path own = folder.resolve("own");
        Files.createDirectories(own);
        for (String name : List.of("mapping.json", "departments.csv", "rules.json", "policy.json")) {
            Files.copy(LedgerCommand.class.getResourceAsStream("boston-311/" + name), own.resolve(name));
        }
        Path calendars = folder.resolve("calendars");
        Files.createDirectories(calendars);
        for (String name : List.of("us-federal.csv", "massachusetts.csv")) {
            Files.copy(LedgerCommand.class.getResourceAsStream("calendars/" + name), calendars.resolve(name));
        }
        Path file = Files.writeString(folder.resolve("export.csv"), BOSTON + GOOD);
        Path mapping = own.resolve("mapping.json");
        Ran ran = run("--input", file.toString(), "--mapping", mapping.toString());
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        String good = Files.readString(mapping);
        Files.writeString(mapping, good.replace("\"first\": \"2010-01-01\"", "\"first\": \"2011-01-01\""));
        ran = run("--input", file.toString(), "--mapping", mapping.toString());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("/calendar: BAD_CALENDAR").contains("2011-01-01 to 2026-12-31");
        Files.writeString(
                mapping,
                good.replace("\"America/New_York\"", "\"America/Atlantis\"")
                        .replace("\"id\": \"boston-311\"", "\"idd\": \"boston-311\""));
        ran = run("--input", file.toString(), "--mapping", mapping.toString());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .contains("/zone: UNKNOWN_ZONE")
                .contains("/idd: UNKNOWN_PROPERTY")
                .contains("/id: MISSING_PROPERTY");
    }

    /** A city's documents where a test may change them. */
    private Path mappingOf(String city, String calendar) throws IOException {
        Path own = folder.resolve("own");
        Files.createDirectories(own);
        for (String name : List.of("mapping.json", "departments.csv", "rules.json", "policy.json")) {
            Files.copy(LedgerCommand.class.getResourceAsStream(city + "/" + name), own.resolve(name));
        }
        Files.createDirectories(folder.resolve("calendars"));
        for (String name : List.of("us-federal.csv", calendar)) {
            Files.copy(
                    LedgerCommand.class.getResourceAsStream("calendars/" + name),
                    folder.resolve("calendars").resolve(name));
        }
        return own.resolve("mapping.json");
    }

    @Test
    void what_was_read_and_cannot_be_so_is_counted_told_of_and_written_with_the_numbers_of_some() throws IOException {
        Path mapping = mappingOf("boston-311", "massachusetts.csv");
        // A class that the taxonomy does not have.
        Files.writeString(
                mapping,
                Files.readString(mapping).replace("\"Street Lights\": \"04.03.01\"", "\"Street Lights\": \"99.99\""));
        Path file = Files.writeString(folder.resolve("export.csv"), BOSTON + GOOD);
        Ran ran = run("--input", file.toString(), "--mapping", mapping.toString(), "--as-of", "2011-08-31");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("数据质量 data quality: 检查 cases checked 4, 存疑 with faults 4, 仍计入各指标 counted all the same\n")
                .contains("  分类代码不存在 unknown category 4, 例 such as ")
                .doesNotContain("no faults");
        JsonNode quality = ledger().get("quality");
        assertThat(quality.get("checked").asInt()).isEqualTo(4);
        assertThat(quality.get("faulty").asInt()).isEqualTo(4);
        assertThat(quality.get("faults")).hasSize(FactFault.values().length);
        for (JsonNode fault : quality.get("faults")) {
            boolean isUnknown = fault.get("code").asText().equals("unknownCategory");
            assertThat(fault.get("count").asInt()).isEqualTo(isUnknown ? 4 : 0);
            assertThat(fault.get("examples"))
                    .extracting(JsonNode::asText)
                    .containsExactlyInAnyOrder(isUnknown ? new String[] {"1", "2", "3", "4"} : new String[0]);
        }
        assertThat(ledger().at("/total/volume/count").asInt()).isEqualTo(4);
    }

    @Test
    void where_nothing_is_wrong_with_the_cases_it_is_said_how_many_were_looked_at() throws IOException {
        Ran ran = run(bostonArguments(BOSTON + GOOD));
        assertThat(ran.out()).contains("数据质量 data quality: 检查 cases checked 4, 存疑 with faults 0, 未发现问题 no faults\n");
        assertThat(ledger().at("/quality/faulty").asInt()).isZero();
        assertThat(ledger().at("/quality/faults/0/name/zh").asText())
                .isEqualTo(FactFault.RECEIVED_IN_FUTURE.label().zh());
        assertThat(ofTheCity.out()).contains("检查 cases checked 75,729");
    }

    @Test
    void a_dispatch_that_the_export_tells_of_is_in_the_timeline_and_the_other_steps_are_no_data() throws IOException {
        Path mapping = mappingOf("dc-311", "dc.csv");
        Files.writeString(
                mapping,
                Files.readString(mapping)
                        .replace(
                                "\"columns\": {\n    \"number\"",
                                "\"columns\": {\n    \"dispatched\": {\"column\": \"SENT\", \"formats\": [\"epochSeconds\"]},\n    \"number\""));
        Path file = Files.writeString(
                folder.resolve("dc.csv"),
                "SERVICEREQUESTID,SERVICECODEDESCRIPTION,ORGANIZATIONACRONYM,ADDDATE,RESOLUTIONDATE,SERVICEDUEDATE,SENT\n"
                        + "1,Pothole,DPW,1677646798000,1677733198000,,1677650000\n"
                        + "2,Pothole,DPW,1677646798000,,,\n"
                        + "3,Pothole,DPW,1677646798000,,,1677646797\n"
                        + "4,Pothole,DPW,1677646798000,1677733198000,,1677733199\n");
        Ran ran = run("--input", file.toString(), "--mapping", mapping.toString());
        assertThat(ran.exit()).isZero();
        assertThat(ran.err())
                .contains("line 4, column 7 (SENT): DISPATCH_OUT_OF_ORDER")
                .contains("line 5, column 7 (SENT): DISPATCH_OUT_OF_ORDER");
        assertThat(ledger().get("byDepartment"))
                .extracting(d -> d.get("key").asText()) // the first as dispatched, the second as the rules say
                .containsExactly("DDOT", "DPW");
        for (String metric : List.of("satisfaction", "signedOnTime", "directAnswer")) {
            assertThat(ledger().get("total").get(metric).get("percent").isNull())
                    .as(metric)
                    .isTrue();
        }
    }

    @Test
    void new_york_is_read_with_its_own_names_and_twelve_hour_dates() throws IOException {
        Path file = Files.writeString(
                folder.resolve("nyc.csv"),
                "Unique Key,Created Date,Closed Date,Agency,Agency Name,Complaint Type,Descriptor,Status,Due Date,Open Data Channel Type\n"
                        + "50000001,02/28/2023 11:59:58 PM,03/01/2023 12:00:01 AM,NYPD,Police,Noise - Residential,Loud Music/Party,Closed,,PHONE\n"
                        + "50000002,03/01/2023 12:30:00 AM,,NYPD,Police,Noise - Residential,Loud Music/Party,Open,,ONLINE\n");
        Ran ran = run("--input", file.toString(), "--mapping", "nyc-311", "--as-of", "2023-03-31");
        assertThat(ran.err()).isEmpty();
        assertThat(ledger().get("from").asText()).isEqualTo("2023-02-28");
        assertThat(ledger().get("to").asText()).isEqualTo("2023-03-01");
        assertThat(ledger().at("/total/completion/numerator").asInt()).isEqualTo(1);
        assertThat(ledger().at("/byDepartment/0/key").asText()).isEqualTo("NYPD");
    }

    @Test
    void washington_is_read_with_epoch_milliseconds() throws IOException {
        Path file = Files.writeString(
                folder.resolve("dc.csv"),
                "OBJECTID,SERVICEREQUESTID,SERVICECODE,SERVICECODEDESCRIPTION,SERVICETYPECODEDESCRIPTION,ORGANIZATIONACRONYM,ADDDATE,RESOLUTIONDATE,SERVICEDUEDATE,SERVICEORDERDATE,SERVICEORDERSTATUS,STATUS_CODE,WARD\n"
                        + "1,23-00000001,S0261,Pothole,TOA-Street & Bridge Maintenance,DDOT,1677646798000,1677733198000,1678000000000,1677646798000,Closed,CLOSED,Ward 1\n");
        Ran ran = run("--input", file.toString(), "--mapping", "dc-311");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ledger().get("from").asText()).isEqualTo("2023-02-28"); // 23:59:58 in Washington
        assertThat(ledger().get("asOf").asText()).isEqualTo("2023-03-01T23:59:58-05:00");
    }

    @Test
    void the_simulated_city_gives_the_published_figures() throws IOException {
        assertPublished(ofTheCity, ledger(city));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-7"})
    void another_seed_gives_the_published_figures_too(String seed) throws IOException {
        assertPublished(run("--seed", seed), ledger());
        assertThat(Files.readAllBytes(folder.resolve("out/ledger.json")))
                .isNotEqualTo(Files.readAllBytes(city.resolve("ledger.json")));
    }

    private static void assertPublished(Ran ran, JsonNode ledger) {
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        JsonNode published = ledger.get("published");
        assertThat(published).hasSize(7);
        for (JsonNode figure : published) {
            assertThat(figure.get("equal").asBoolean()).as(figure.toString()).isTrue();
        }
        assertThat(ledger.at("/total/volume/count").asInt()).isEqualTo(75_729);
        assertThat(ledger.at("/input/type").asText()).isEqualTo("simulated");
        assertThat(ran.out()).contains("模拟数据 SIMULATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void the_readme_shows_what_the_program_prints(String readme) throws IOException {
        assertThat(ofTheCity.out()).contains(Readme.block(readme, "SIMULATED"));
    }

    @Test
    void the_same_seed_gives_the_same_bytes() throws IOException {
        run("--seed", "12345"); // which is the one if none is given
        for (String file : List.of("ledger.json", "ledger.html")) {
            assertThat(Files.readAllBytes(folder.resolve("out").resolve(file)))
                    .isEqualTo(Files.readAllBytes(city.resolve(file)));
        }
    }
}
