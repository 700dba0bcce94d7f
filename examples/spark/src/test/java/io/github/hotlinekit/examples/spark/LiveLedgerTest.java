package io.github.hotlinekit.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.stats.ledger.DataQuality;
import io.github.hotlinekit.stats.ledger.Ledger;
import io.github.hotlinekit.stats.ledger.LedgerSpec;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.FactCheck;
import io.github.hotlinekit.stats.metric.FactFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Nothing is lost, counted twice or told twice, whenever the process dies. */
class LiveLedgerTest {

    private static final String SPEC = StandardSpec.class.getName();
    private static final int FILES = 5;
    private static final int CASES = 60;

    @TempDir
    Path folder;

    /** The lines of each file: new cases, later and earlier revisions of known ones, the same again, and bad rows. */
    private static List<List<String>> files() {
        Random random = new Random(7);
        List<List<String>> files = new ArrayList<>();
        for (int f = 0; f < FILES; f++) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                lines.add(FactRow.json(TestFacts.fact("C" + random.nextInt(CASES), random.nextInt(4), random)));
            }
            lines.add(lines.get(0));
            lines.add("");
            lines.add("{\"number\": \"C1\"}");
            files.add(lines);
        }
        return files;
    }

    /** What a single process makes of the same lines, read in one go: of each case the latest fact. */
    private static byte[] expected(List<List<String>> files) {
        FactReader reader = new FactReader();
        Map<String, CaseFact> latest = new TreeMap<>();
        for (List<String> lines : files) {
            for (String line : lines) {
                if (line.contains("received")) {
                    CaseFact fact = read(reader, line);
                    latest.merge(
                            fact.number().value(),
                            fact,
                            (one, other) -> other.revision() >= one.revision() ? other : one);
                }
            }
        }
        LedgerSpec spec = LedgerSpecFactory.named(SPEC);
        Ledger ledger = Ledger.of(spec);
        latest.values().forEach(ledger::add);
        return ledger.snapshot().bytes();
    }

    private static CaseFact read(FactReader reader, String line) {
        try {
            return reader.read(reader.parse(LiveBatch.utf8(line)));
        } catch (BadRowException e) {
            throw new AssertionError(line, e);
        }
    }

    private void put(int file, List<String> lines) throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        Path written = Files.write(in.resolve(".writing"), lines);
        // Between the instants of the facts: some of each file come after it.
        Files.setLastModifiedTime(written, FileTime.from(changed(file)));
        Files.move(written, in.resolve("facts-" + file + ".ndjson"));
    }

    private static Instant changed(int file) {
        return Instant.parse("2023-12-01T00:00:00Z").plus(file, ChronoUnit.DAYS);
    }

    private String[] arguments() {
        return new String[] {
            "--once",
            "--files",
            "1",
            "--partitions",
            "2",
            "--out",
            folder.resolve("out").toString(),
            folder.resolve("in").toString()
        };
    }

    private Process start() throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // The flags that Spark needs of the JDK, and those of the first compiler.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(a -> a.startsWith("--add-opens") || a.startsWith("-XX:") || a.startsWith("-Xmx"))
                .forEach(line::add);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), DyingLedger.class.getName()));
        line.addAll(List.of(arguments()));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("process.log").toFile())
                .start();
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void a_ledger_whose_process_was_killed_between_its_version_and_the_commit_of_Spark_is_that_of_a_single_process()
            throws Exception {
        List<List<String>> files = files();
        for (int f = 0; f < FILES - 1; f++) {
            put(f, files.get(f));
        }
        Path versions = folder.resolve("out/versions");

        Process process = start();
        while (process.isAlive() && !Files.exists(versions.resolve("version-" + DyingLedger.HELD))) {
            Thread.sleep(10);
        }
        process.destroyForcibly().waitFor();
        byte[] toldBefore = Files.readAllBytes(versions.resolve("quality-" + DyingLedger.HELD + ".json"));
        assertThat(versions.resolve("version-" + DyingLedger.HELD)).exists();
        assertThat(folder.resolve("out/checkpoint/commits/" + (DyingLedger.HELD - 1)))
                .exists();
        assertThat(folder.resolve("out/checkpoint/commits/" + DyingLedger.HELD)).doesNotExist();

        // The last file comes late: it is there only now, and its facts are as old as the others.
        put(FILES - 1, files.get(FILES - 1));
        assertThat(Program.run(new LiveLedger(), arguments())).isZero();

        assertThat(Files.readAllBytes(folder.resolve("out/ledger.bin"))).isEqualTo(expected(files));
        LiveVersions.Version last = new LiveVersions(
                        new LedgerFolder(versions.toString(), new Configuration()), LedgerSpecFactory.named(SPEC))
                .last()
                .orElseThrow();
        assertThat(last.rows()).isEqualTo(42L * FILES);
        assertThat(last.bad()).isEqualTo(FILES);
        assertThat(last.snapshot().size() + last.superseded() + last.bad()).isEqualTo(last.rows());
        List<String> told = IntStream.range(0, FILES)
                .mapToObj(batch -> versions.resolve("bad-" + batch + ".txt"))
                .map(LiveLedgerTest::text)
                .collect(Collectors.toList());
        assertThat(Files.readAllBytes(versions.resolve("quality-" + DyingLedger.HELD + ".json")))
                .isEqualTo(toldBefore);
        for (int f = 0; f < FILES; f++) {
            assertQuality(versions.resolve("quality-" + f + ".json"), files.get(f), changed(f));
        }
        assertThat(versions.resolve("quality-" + FILES + ".json")).doesNotExist();
        assertThat(told).allMatch(text -> text.endsWith(".ndjson:43: received must be given\n"));
    }

    /** Of a batch: of the facts of its file, the replaced ones with them, as a single process finds it. */
    private static void assertQuality(Path told, List<String> lines, Instant asOf) {
        FactReader reader = new FactReader();
        List<CaseFact> facts = lines.stream()
                .filter(line -> line.contains("received"))
                .map(line -> read(reader, line))
                .toList();
        DataQuality single = DataQuality.of(facts, FactCheck.of(asOf));
        assertThat(single.faulty()).isPositive();
        assertThat(single.count(FactFault.RECEIVED_IN_FUTURE)).isPositive();
        Qualities.assertTold(
                told, single, FactFault.UNKNOWN_CATEGORY, FactFault.UNKNOWN_DEPARTMENT, FactFault.UNKNOWN_AREA);
        assertThat(Qualities.read(told).get("asOf").isNull()).isTrue();
    }

    @Test
    void the_instant_of_the_check_can_be_given_and_the_codes_that_exist_are_those_of_the_factory() throws IOException {
        List<String> lines = files().get(0);
        put(0, lines);
        Instant asOf = Instant.parse("2024-01-01T00:00:00Z");
        StringWriter out = new StringWriter();
        int exit = new CommandLine(new LiveLedger())
                .setOut(new PrintWriter(out, true))
                .execute(Stream.concat(
                                Stream.of("--as-of", asOf.toString(), "--spec", CodesSpec.class.getName()),
                                Stream.of(arguments()))
                        .toArray(String[]::new));
        assertThat(exit).isZero();
        FactReader reader = new FactReader();
        DataQuality single = DataQuality.of(
                lines.stream()
                        .filter(line -> line.contains("received"))
                        .map(line -> read(reader, line))
                        .toList(),
                new CodesSpec().check(asOf));
        Path told = folder.resolve("out/versions/quality-0.json");
        Qualities.assertTold(told, single);
        assertThat(Qualities.read(told).get("asOf").asText()).isEqualTo(asOf.toString());
        assertThat(out.toString())
                .contains("batch 0: rows 42 = ")
                .contains("截至 as of 2024-01-01T00:00:00Z: 检查 facts checked 41, 存疑 with faults " + single.faulty())
                .contains("  " + FactFault.UNKNOWN_AREA.label().zh() + " unknown area "
                        + single.count(FactFault.UNKNOWN_AREA) + ", 例 such as "
                        + single.examples(FactFault.UNKNOWN_AREA).get(0));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
