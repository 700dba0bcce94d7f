package io.github.hotlinekit.core.directory;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** The sample directory of the tests. */
public final class Samples {

    private Samples() {}

    public static Directory shishi() throws IOException {
        try (InputStream departments = open("shishi-sample.csv");
                InputStream areas = open("areas.csv")) {
            List<Department> read = Directory.readDepartments("shishi-sample.csv", departments);
            return Directory.of("shishi", "2026.1", read, Directory.readAreas("areas.csv", areas, read));
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Samples.class.getResourceAsStream(name), name);
    }
}
