package io.github.hotlinekit.core.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Utf8;
import io.github.hotlinekit.core.json.TaxonomyJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;

/** Any bytes give a taxonomy or problems. Replays its inputs; fuzzes where JAZZER_FUZZ=1 is in the environment. */
@Tag("fuzz")
class TaxonomyReadersFuzzTest {

    @FuzzTest(maxDuration = "100s")
    void any_bytes_are_a_taxonomy_that_either_document_can_hold_or_problems(byte[] bytes) throws IOException {
        Taxonomy taxonomy;
        try {
            taxonomy = TaxonomyJson.read(Utf8.reader(new ByteArrayInputStream(bytes)), "t.json");
        } catch (InvalidDocumentException e) {
            assertThat(e.problems()).isNotEmpty();
            return;
        }
        assertComesBack(taxonomy);
    }

    @FuzzTest(maxDuration = "100s")
    void any_bytes_are_a_table_of_a_taxonomy_that_either_document_can_hold_or_problems(byte[] bytes)
            throws IOException {
        Taxonomy taxonomy;
        try {
            taxonomy = Taxonomy.readCsv("t", "1", "t.csv", new ByteArrayInputStream(bytes));
        } catch (InvalidDocumentException e) {
            assertThat(e.problems()).isNotEmpty();
            return;
        }
        assertComesBack(taxonomy);
    }

    private static void assertComesBack(Taxonomy taxonomy) throws IOException {
        StringWriter json = new StringWriter();
        TaxonomyJson.write(taxonomy, json);
        assertThat(TaxonomyJson.read(new StringReader(json.toString()), "t.json"))
                .isEqualTo(taxonomy);
        StringBuilder table = new StringBuilder();
        taxonomy.writeCsv(table);
        Taxonomy read = Taxonomy.readCsv(
                taxonomy.id(),
                taxonomy.version(),
                "t.csv",
                new ByteArrayInputStream(table.toString().getBytes(StandardCharsets.UTF_8)));
        assertThat(read).isEqualTo(taxonomy);
    }
}
