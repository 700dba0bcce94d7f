package io.github.hotlinekit.stats.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/** Rows of the files of expected figures, as column to text. */
final class Expected {

    private Expected() {}

    static List<Map<String, String>> rows(String file) {
        try (InputStream in = Objects.requireNonNull(Expected.class.getResourceAsStream(file), file)) {
            return rows(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the whole folder, not all ours to ship: it lies beside the checkout or the test is skipped. */
    static List<Map<String, String>> sharedRows(String file) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path shared = at.resolve("shared/oracles/stats").resolve(file);
            if (Files.exists(shared)) {
                try (InputStream in = Files.newInputStream(shared)) {
                    return rows(in);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        assumeTrue(false, "skipped: no shared/oracles/stats/" + file + " beside the checkout");
        throw new IllegalStateException();
    }

    private static List<Map<String, String>> rows(InputStream in) throws IOException {
        List<String> lines =
                new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        List<String> header = Arrays.asList(lines.get(0).split(",", -1));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            assertThat(cells).as(line).hasSize(header.size());
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(header.get(i), cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    static String text(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    static long whole(Map<String, String> row, String column) {
        return Long.parseLong(text(row, column));
    }

    static double number(Map<String, String> row, String column) {
        return Double.parseDouble(text(row, column));
    }

    static void assertClose(Map<String, String> row, String column, double actual) {
        double expected = number(row, column);
        assertThat(actual).as("%s of %s", column, row).isCloseTo(expected, within(tolerance(expected)));
    }

    /** Empty in the file is empty here. */
    static void assertClose(Map<String, String> row, String column, OptionalDouble actual) {
        if (text(row, column).isEmpty()) {
            assertThat(actual).as("%s of %s", column, row).isEmpty();
        } else {
            assertClose(row, column, actual.orElseThrow());
        }
    }

    private static double tolerance(double expected) {
        return 1e-9 * Math.max(1, Math.abs(expected));
    }
}
