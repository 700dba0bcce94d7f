package io.github.hotlinekit.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Utf8;
import io.github.hotlinekit.core.json.DirectoryJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;

/** Any bytes give a directory or problems. Replays its inputs; fuzzes where JAZZER_FUZZ=1 is in the environment. */
@Tag("fuzz")
class DirectoryReadersFuzzTest {

    @FuzzTest(maxDuration = "100s")
    void any_bytes_are_a_directory_that_either_document_can_hold_or_problems(byte[] bytes) throws IOException {
        Directory directory;
        try {
            directory = DirectoryJson.read(Utf8.reader(new ByteArrayInputStream(bytes)), "d.json");
        } catch (InvalidDocumentException e) {
            assertThat(e.problems()).isNotEmpty();
            return;
        }
        assertComesBack(directory);
    }

    @FuzzTest(maxDuration = "100s")
    void any_bytes_are_two_tables_of_a_directory_that_either_document_can_hold_or_problems(byte[] bytes)
            throws IOException {
        int end = 0;
        while (end < bytes.length && bytes[end] != '~') {
            end++;
        }
        Directory directory;
        try {
            directory = read(
                    "d",
                    "1",
                    new ByteArrayInputStream(Arrays.copyOfRange(bytes, 0, end)),
                    new ByteArrayInputStream(Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length)));
        } catch (InvalidDocumentException e) {
            assertThat(e.problems()).isNotEmpty();
            return;
        }
        assertComesBack(directory);
    }

    private static Directory read(String id, String version, InputStream departments, InputStream areas)
            throws IOException {
        return Directory.readCsv(id, version, "departments.csv", departments, "areas.csv", areas);
    }

    private static void assertComesBack(Directory directory) throws IOException {
        StringBuilder json = new StringBuilder();
        DirectoryJson.write(directory, json);
        assertAlike(DirectoryJson.read(new StringReader(json.toString()), "d.json"), directory);
        StringBuilder departments = new StringBuilder();
        directory.writeDepartments(departments);
        StringBuilder areas = new StringBuilder();
        directory.writeAreas(areas);
        assertAlike(read(directory.id(), directory.version(), in(departments), in(areas)), directory);
    }

    private static void assertAlike(Directory one, Directory other) {
        assertThat(one.identity()).isEqualTo(other.identity());
        assertThat(one.departments()).isEqualTo(other.departments());
        assertThat(one.areas()).isEqualTo(other.areas());
    }

    private static InputStream in(StringBuilder text) {
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
