package io.github.hotlinekit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.DepartmentCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.directory.DirectoryDraw;
import io.github.hotlinekit.core.directory.Samples;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DirectoryJsonTest {

    private static final String HEAD = "{\"format\": \"hotline-directory/1\", \"id\": \"shishi\", \"version\": \"1\"";

    private static Directory read(String json) throws IOException {
        return DirectoryJson.read(new StringReader(json), "directory.json");
    }

    private static List<String> wrong(String json) {
        InvalidDocumentException e = catchThrowableOfType(InvalidDocumentException.class, () -> read(json));
        return e.problems().stream().map(p -> p.place() + " " + p.code()).toList();
    }

    private static String unit(String code, String more) {
        return "{\"code\": \"" + code + "\", \"name\": {\"zh\": \"甲\", \"en\": \"A\"}, \"type\": \"bureau\"" + more
                + "}";
    }

    private static String area(String code, String more) {
        return "{\"code\": \"" + code + "\", \"name\": {\"zh\": \"区\", \"en\": \"Area\"}, \"level\": \"grid\"" + more
                + "}";
    }

    private static String departments(String... departments) {
        return ", \"departments\": [" + String.join(", ", departments) + "]";
    }

    private static String areas(String... areas) {
        return ", \"areas\": [" + String.join(", ", areas) + "]";
    }

    @Test
    void a_directory_may_be_empty() throws IOException {
        assertThat(read(HEAD + "}")).hasToString("Directory shishi@1, 0 departments, 0 areas");
    }

    @Test
    void a_department_is_written_with_what_it_has_and_no_more() throws IOException {
        String json = HEAD
                + departments(
                        unit("NEW", ""),
                        unit(
                                "OLD",
                                ", \"functions\": [\"住房\"], \"level\": \"city\", \"parent\": \"NEW\", \"supervisedBy\":"
                                        + " \"NEW\", \"areas\": [\"1\"], \"effective\": {\"to\": \"2026-07-01\"},"
                                        + " \"successors\": [\"NEW\"]"))
                + areas(area("1", ", \"department\": \"OLD\"")) + "}";
        Directory directory = read(json);
        StringBuilder text = new StringBuilder();
        DirectoryJson.write(directory, text);
        assertThat(text.toString().replaceAll("\\s+", "")).isEqualTo(json.replaceAll("\\s+", ""));
        assertThat(directory.departmentOf(AreaCode.of("12"))).contains(DepartmentCode.of("OLD"));
    }

    @Test
    void the_sample_is_the_same_in_both_forms() throws IOException {
        Directory shishi = Samples.shishi();
        StringBuilder text = new StringBuilder();
        DirectoryJson.write(shishi, text);
        Directory read = read(text.toString());
        assertThat(read.identity()).isEqualTo(shishi.identity());
        assertThat(read.departments()).isEqualTo(shishi.departments());
        assertThat(read.areas()).isEqualTo(shishi.areas());
    }

    @Test
    void what_cannot_be_read_is_told_at_its_place_and_once() {
        assertThat(wrong("{\"format\": \"x\", \"id\": \"石\", \"departmants\": []"
                        + departments(
                                "{\"code\": \"A\u00a0\", \"name\": {\"zh\": \"甲\", \"fr\": \"A\"}, \"levels\": \"x\"}",
                                unit("B", ", \"functions\": [1], \"areas\": [\"x\"], \"parent\": 7"),
                                unit("C", ", \"effective\": {\"from\": \"2026-7-1\", \"until\": \"\"}"),
                                unit(
                                        "D",
                                        ", \"effective\": {\"from\": \"2026-07-01\", \"to\": \"2026-07-01\"},"
                                                + " \"successors\": [\"B\"]"),
                                "{\"name\": \"x\"}")
                        + areas(area("1", ", \"department\": \"石\""), "{\"code\": \"\uff11\"}") + "}"))
                .containsExactly(
                        "/format UNSUPPORTED_FORMAT",
                        "/departmants UNKNOWN_PROPERTY",
                        "/id BAD_ID",
                        "/version MISSING_PROPERTY",
                        "/departments/0/levels UNKNOWN_PROPERTY",
                        "/departments/0/code BAD_CODE",
                        "/departments/0/name/fr UNKNOWN_PROPERTY",
                        "/departments/0/name/en MISSING_PROPERTY",
                        "/departments/0/type MISSING_PROPERTY",
                        "/departments/1/functions/0 WRONG_TYPE",
                        "/departments/1/parent WRONG_TYPE",
                        "/departments/1/areas/0 BAD_CODE",
                        "/departments/2/effective/until UNKNOWN_PROPERTY",
                        "/departments/2/effective/from BAD_DATE",
                        "/departments/3/effective BAD_PERIOD",
                        "/departments/4/code MISSING_PROPERTY",
                        "/departments/4/name WRONG_TYPE",
                        "/departments/4/type MISSING_PROPERTY",
                        "/areas/0/department BAD_CODE",
                        "/areas/1/code BAD_CODE",
                        "/areas/1/name MISSING_PROPERTY",
                        "/areas/1/level MISSING_PROPERTY");
    }

    @Test
    void what_does_not_fit_together_is_told_at_the_place_of_the_document() {
        assertThat(wrong(HEAD
                        + departments(
                                "{\"code\": \"\u3002\", \"name\": {\"zh\": \"甲\", \"en\": \"A\"}, \"type\": \"x\"}",
                                unit("A", ", \"parent\": \"A\", \"supervisedBy\": \"X\""),
                                unit("B", ", \"areas\": [\"1\", \"2\"], \"successors\": [\"A\"]"))
                        + areas(area("1", ", \"parent\": \"9\""), area("2", ", \"department\": \"X\"")) + "}"))
                .containsExactly(
                        "/departments/0/code BAD_CODE",
                        "/departments/1/parent CYCLE",
                        "/departments/1/supervisedBy UNKNOWN_SUPERVISOR",
                        "/departments/2/effective/to MISSING_END",
                        "/areas/0/parent UNKNOWN_PARENT",
                        "/areas/1/department UNKNOWN_DEPARTMENT");
    }

    @Test
    void a_look_alike_is_named_by_its_code_point() {
        InvalidDocumentException e = catchThrowableOfType(
                InvalidDocumentException.class, () -> read(HEAD + areas(area("1\uff11", "")) + "}"));
        assertThat(e.problems().get(0).expected())
                .isEqualTo("1 to 24 digits; it holds U+FF11 FULLWIDTH DIGIT ONE as character 2");
    }

    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Schemas.directory());

    private static String text(Directory directory) throws IOException {
        StringBuilder text = new StringBuilder();
        DirectoryJson.write(directory, text);
        return text.toString();
    }

    @Provide
    Arbitrary<Directory> directories() {
        return DirectoryDraw.directories();
    }

    @Property(tries = 200)
    void the_schema_takes_what_is_written(@ForAll("directories") Directory directory) throws IOException {
        String text = text(directory);
        assertThat(SCHEMA.validate(Texts.tree(text))).as(text).isEmpty();
    }

    @Test
    void the_schema_takes_the_sample_and_the_example_of_the_documentation() throws IOException {
        assertThat(SCHEMA.validate(Texts.tree(text(Samples.shishi())))).isEmpty();
        String example = HEAD
                + departments(unit(
                        "HB-JD",
                        ", \"functions\": [\"属地管理\"], \"level\": \"street\", \"parent\": \"ZFB\", \"supervisedBy\": \"ZFB\","
                                + " \"areas\": [\"350581001\"], \"successors\": [\"FL-JD\"], \"x-note\": 1,"
                                + " \"effective\": {\"from\": \"1988-01-01\", \"to\": \"2027-01-01\"}"))
                + areas(area("350581001", ", \"parent\": \"350581\", \"department\": \"HB-JD\"")) + "}";
        assertThat(SCHEMA.validate(Texts.tree(example))).isEmpty();
    }

    @Test
    void the_schema_refuses_what_the_reader_refuses() throws IOException {
        List<String> wrong = List.of(
                HEAD.replace("directory/1", "directory/2") + "}",
                HEAD.replace("shishi", "石狮") + "}",
                "{\"format\": \"hotline-directory/1\", \"id\": \"a\"}",
                HEAD + ", \"departmants\": []}",
                HEAD + ", \"departments\": []}",
                HEAD + departments("{\"code\": \"A\", \"type\": \"x\"}") + "}",
                HEAD + departments("{\"code\": \"A\", \"name\": {\"zh\": \"甲\"}, \"type\": \"x\"}") + "}",
                HEAD + departments(unit("甲", "")) + "}",
                HEAD + departments(unit("A", ", \"typ\": \"x\"")) + "}",
                HEAD + departments(unit("A", ", \"functions\": [\"a|b\"]")) + "}",
                HEAD + departments(unit("A", ", \"functions\": [\"a\", \"a\"]")) + "}",
                HEAD + departments(unit("A", ", \"functions\": \"a\"")) + "}",
                HEAD + departments(unit("A", ", \"level\": \"\"")) + "}",
                HEAD + departments(unit("A", ", \"level\": \"" + "x".repeat(Directory.MAX_TEXT + 1) + "\"")) + "}",
                HEAD + departments(unit("A", ", \"effective\": {\"until\": \"2026-01-01\"}")) + "}",
                HEAD + departments(unit("A", ", \"effective\": {\"from\": \"2026-1-1\"}")) + "}",
                HEAD + departments(unit("A", ", \"effective\": {\"from\": \"+12026-01-01\"}")) + "}",
                HEAD + areas(area("1a", "")) + "}",
                HEAD + areas(area("1", ", \"department\": 7")) + "}",
                HEAD + areas(area("1", ", \"type\": \"x\"")) + "}");
        for (String json : wrong) {
            assertThat(SCHEMA.validate(Texts.tree(json))).as(json).isNotEmpty();
            assertThat(wrong(json)).as(json).isNotEmpty();
        }
    }

    @Test
    void the_schema_takes_texts_as_long_as_the_reader_does() throws IOException {
        String json = HEAD + departments(unit("A", ", \"level\": \"" + "x".repeat(Directory.MAX_TEXT) + "\"")) + "}";
        assertThat(SCHEMA.validate(Texts.tree(json))).isEmpty();
        assertThat(read(json).departments()).hasSize(1);
    }
}
