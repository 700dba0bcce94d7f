package io.github.hotlinekit.core.directory;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The sample directory of the tests. */
public final class Samples {

    private Samples() {}

    public static Directory shishi() throws IOException {
        try (InputStream departments = open("shishi-sample.csv");
                InputStream areas = open("areas.csv")) {
            return Directory.readCsv("shishi", "2026.1", "shishi-sample.csv", departments, "areas.csv", areas);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Samples.class.getResourceAsStream(name), name);
    }
}
