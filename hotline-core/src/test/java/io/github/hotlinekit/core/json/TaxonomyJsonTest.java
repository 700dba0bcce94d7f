package io.github.hotlinekit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.taxonomy.Category;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import io.github.hotlinekit.core.testkit.TaxonomyArbitraries;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TaxonomyJsonTest {

    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Schemas.taxonomy());

    private static Taxonomy read(String json) throws IOException {
        return TaxonomyJson.read(new StringReader(json), "t.json");
    }

    private static String text(Taxonomy taxonomy) throws IOException {
        StringWriter out = new StringWriter();
        TaxonomyJson.write(taxonomy, out);
        return out.toString();
    }

    private static List<Problem> problems(String categories) {
        String json = "{\"format\":\"hotline-taxonomy/1\",\"id\":\"t\",\"version\":\"1\",\"categories\":[" + categories
                + "]}";
        return catchThrowableOfType(InvalidDocumentException.class, () -> read(json))
                .problems();
    }

    private static List<String> wrong(String categories) {
        return problems(categories).stream()
                .map(p -> p.place() + " " + p.code())
                .toList();
    }

    @Property(tries = 300)
    void reading_inverts_writing_and_the_schema_takes_what_is_written(@ForAll("taxonomies") Taxonomy taxonomy)
            throws IOException {
        String text = text(taxonomy);
        Taxonomy read = read(text);
        assertThat(read).isEqualTo(taxonomy);
        assertThat(text(read)).isEqualTo(text);
        assertThat(SCHEMA.validate(Texts.tree(text))).as(text).isEmpty();
    }

    @Provide
    Arbitrary<Taxonomy> taxonomies() {
        return TaxonomyArbitraries.taxonomies();
    }

    @Test
    void the_standard_taxonomy_is_written_and_read() throws IOException {
        assertThat(read(text(Taxonomy.standard()))).isEqualTo(Taxonomy.standard());
    }

    @Test
    void a_category_has_a_line_where_it_fits() throws IOException {
        Taxonomy taxonomy = Taxonomy.of(
                "t",
                "1",
                List.of(
                        Category.builder()
                                .code(CategoryCode.of("01"))
                                .name(Label.of("噪声", "Noise"))
                                .addKeywords("噪音")
                                .build(),
                        Category.builder()
                                .code(CategoryCode.of("01.01"))
                                .name(Label.of("夜间噪声", "Noise at night"))
                                .effective(Effective.from(LocalDate.of(2026, 7, 1)))
                                .build()));
        assertThat(text(taxonomy)).isEqualTo("""
                        {
                          "format": "hotline-taxonomy/1",
                          "id": "t",
                          "version": "1",
                          "categories": [
                            { "code": "01", "name": { "zh": "噪声", "en": "Noise" }, "keywords": ["噪音"] },
                            { "code": "01.01", "name": { "zh": "夜间噪声", "en": "Noise at night" }, "effective": { "from": "2026-07-01" } }
                          ]
                        }
                        """);
        assertThat(read(text(taxonomy).replace("\"keywords\"", "\"x-note\": [1], \"keywords\"")))
                .isEqualTo(taxonomy);
    }

    @Test
    void what_is_misspelt_is_told() {
        InvalidDocumentException e = catchThrowableOfType(
                InvalidDocumentException.class,
                () -> read("{\"format\":\"hotline-taxonomy/2\",\"id\":\"a b\",\"categorys\":[],\"categories\":[]}"));
        assertThat(e.problems())
                .extracting(p -> p.place() + " " + p.code())
                .containsExactlyInAnyOrder(
                        "/format UNSUPPORTED_FORMAT",
                        "/id BAD_ID",
                        "/version MISSING_PROPERTY",
                        "/categorys UNKNOWN_PROPERTY",
                        "/categories WRONG_TYPE");
    }

    @Test
    void every_part_of_a_category_is_told_at_its_place() {
        assertThat(wrong("{\"code\":\"01\",\"name\":{\"zh\":\"甲\"},\"keyword\":[\"a\"],\"keywords\":[1,\"a\",\"a\"]},"
                        + "{\"name\":\"乙\"},"
                        + "{\"code\":\"01\",\"name\":{\"zh\":\" 丙\",\"en\":\"C\",\"fr\":\"C\"},\"description\":\"x\"},"
                        + "{\"code\":\"03.01\",\"name\":{\"zh\":\"丁\",\"en\":\"D\"},\"successors\":[\"03.01\"]},"
                        + "{\"code\":\"04\",\"name\":{\"zh\":\"戊\",\"en\":\"E\\n\"},\"typicalLead\":\"=1\"},"
                        + "{\"code\":\"05\",\"name\":{\"zh\":\"己\",\"en\":\"F\"},"
                        + "\"effective\":{\"to\":\"2026-01-01\"},\"successors\":[\"04\",\"06\"]}"))
                .containsExactlyInAnyOrder(
                        "/categories/0/name/en MISSING_PROPERTY",
                        "/categories/0/keyword UNKNOWN_PROPERTY",
                        "/categories/0/keywords/0 WRONG_TYPE",
                        "/categories/0/keywords/2 BAD_LIST",
                        "/categories/1/name WRONG_TYPE",
                        "/categories/1/code MISSING_PROPERTY",
                        "/categories/2/code DUPLICATE_CODE",
                        "/categories/2/name/fr UNKNOWN_PROPERTY",
                        "/categories/2/description WRONG_TYPE",
                        "/categories/3/code UNKNOWN_PARENT",
                        "/categories/3/successors/0 CYCLE",
                        "/categories/3/effective/to MISSING_END",
                        "/categories/4/name/en BAD_TEXT",
                        "/categories/4/typicalLead SUSPICIOUS_CELL",
                        "/categories/5/successors/1 UNKNOWN_SUCCESSOR");
    }

    @Test
    void what_could_not_be_read_is_told_once() {
        String name = "\"name\":{\"zh\":\"%s\",\"en\":\"%s\"}";
        assertThat(wrong("{\"code\":\"０1\"," + name.formatted("甲", "A") + "},"
                        + "{\"code\":\"01.01\"," + name.formatted("乙", "B")
                        + ",\"effective\":{\"from\":\"2026-07-01\",\"to\":\"2026-07-01\"},\"successors\":[\"01\",\"x\"]},"
                        + "{\"code\":\"01.02\"," + name.formatted("丙", "C")
                        + ",\"effective\":{\"from\":\"1 May\",\"until\":\"2026-07-01\"}}"))
                .containsExactlyInAnyOrder(
                        "/categories/0/code BAD_CODE",
                        "/categories/1/effective/to BAD_PERIOD",
                        "/categories/1/successors/1 BAD_CODE",
                        "/categories/2/effective/from BAD_DATE",
                        "/categories/2/effective/until UNKNOWN_PROPERTY");
    }

    @Test
    void a_duplicate_names_both_places_and_a_look_alike_its_character() {
        assertThat(problems("{\"code\":\"。1\",\"name\":{\"zh\":\"甲\",\"en\":\"A\"}},"
                        + "{\"code\":\"01\",\"name\":{\"zh\":\"乙\",\"en\":\"B\"}},"
                        + "{\"code\":\"01\",\"name\":{\"zh\":\"丙\",\"en\":\"C\"}}"))
                .extracting(Problem::toString)
                .anyMatch(m -> m.contains("U+3002 IDEOGRAPHIC FULL STOP as character 1"))
                .anyMatch(m -> m.contains("/categories/2/code: DUPLICATE_CODE") && m.contains("at /categories/1/code"));
    }

    @Test
    void a_taxonomy_whose_document_could_not_be_read_again_is_not_written() {
        Label wide = Label.of("长".repeat(Category.MAX_DESCRIPTION), "x".repeat(Category.MAX_DESCRIPTION));
        List<Category> many = IntStream.range(0, 10_100)
                .mapToObj(i -> i < 100 ? "%02d".formatted(i) : "%02d.%02d".formatted((i - 100) / 100, i % 100))
                .map(code -> Category.builder()
                        .code(CategoryCode.of(code))
                        .name(Label.of(code, code))
                        .description(wide)
                        .build())
                .toList();
        Taxonomy taxonomy = Taxonomy.of("t", "1", many);
        StringWriter out = new StringWriter();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaxonomyJson.write(taxonomy, out))
                .withMessageContaining("characters");
        assertThat(out.toString()).isEmpty();
    }
}
