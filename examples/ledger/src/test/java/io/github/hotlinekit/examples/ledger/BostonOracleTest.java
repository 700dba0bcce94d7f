package io.github.hotlinekit.examples.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.document.Csv;
import io.github.hotlinekit.core.document.CsvHandler;
import io.github.hotlinekit.core.document.CsvRow;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.document.Utf8;
import io.github.hotlinekit.sla.clock.SlaReading;
import io.github.hotlinekit.sla.policy.TargetKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The city of Boston's own verdicts on its requests of July and August 2011, as an oracle. */
class BostonOracleTest {

    /** After the last closing in the file, when the city had judged every row. */
    private static final Instant JUDGED = Instant.parse("2019-07-01T00:00:00Z");

    @Test
    void the_verdict_from_target_dt_equals_the_citys_own_in_every_row_that_has_both() throws IOException {
        Path file = data();
        Map<String, String> flags = flags(file);
        Mapping mapping = mapping();
        City city = CityLoader.load(mapping, Documents.shipped("boston-311"));
        int[] compared = new int[1];
        Faults faults = new Faults();
        try (InputStream in = Files.newInputStream(file)) {
            long rows = new CsvImport(mapping, city.taxonomy().identity())
                    .read(
                            file.toString(),
                            in,
                            imported -> {
                                Case subject = imported.subject();
                                String flag = flags.get(subject.number().value());
                                Optional<SlaReading> promise = city.clock().read(subject, JUDGED).stream()
                                        .filter(r -> r.kind() == TargetKind.PROMISE)
                                        .findFirst();
                                if (promise.isPresent() && flag != null && !flag.isEmpty()) {
                                    compared[0]++;
                                    assertThat(promise.get().isLate() ? "OVERDUE" : "ONTIME")
                                            .as(subject + " " + promise)
                                            .isEqualTo(flag);
                                }
                            },
                            faults);
            assertThat(rows).isEqualTo(21_401);
        }
        assertThat(faults.counts()).isEmpty();
        assertThat(compared[0]).isEqualTo(17_738); // 17,782 targets, of which 44 rows carry no flag
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void the_readme_shows_what_the_program_prints_of_the_real_data(String readme, @TempDir Path folder)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        String[] arguments = {
            "--input", data().toString(), "--mapping", "boston-311", "--as-of", "2011-09-30", "--out", folder.toString()
        };
        assertThat(LedgerCommand.run(stream, stream, arguments)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsAll(Readme.block(readme, "REAL DATA").lines().toList());
    }

    static Mapping mapping() throws IOException {
        Documents documents = Documents.shipped("boston-311");
        try (InputStream in = documents.open("mapping.json")) {
            return Mapping.read(documents.describe("mapping.json"), in);
        }
    }

    /** The file of real requests, which is not ours to ship: it lies beside the checkout or the test is skipped. */
    static Path data() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared/data/boston-311-2011-07-08.csv");
            if (Files.exists(file)) {
                return file;
            }
        }
        assumeTrue(false, "skipped: no shared/data/boston-311-2011-07-08.csv beside the checkout");
        throw new IllegalStateException();
    }

    private static Map<String, String> flags(Path file) throws IOException {
        Map<String, String> flags = new HashMap<>();
        try (Reader reader = Utf8.reader(Files.newInputStream(file))) {
            Csv.read("oracle", reader, new CsvHandler() {
                private final int[] columns = new int[2];

                @Override
                public void header(CsvRow header) {
                    columns[0] = header.cells().indexOf("case_enquiry_id");
                    columns[1] = header.cells().indexOf("ontime");
                }

                @Override
                public void row(CsvRow row) {
                    flags.put(row.cell(columns[0]), row.cell(columns[1]));
                }

                @Override
                public void problem(Problem problem) {
                    throw new AssertionError(problem);
                }
            });
        }
        return flags;
    }
}
