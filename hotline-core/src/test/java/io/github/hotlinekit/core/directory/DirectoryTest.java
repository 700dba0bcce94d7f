package io.github.hotlinekit.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.taxonomy.Category;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DirectoryTest {

    private static final Department STREET = Department.builder()
            .code(DepartmentCode.of("JD"))
            .name(Label.of("街道", "Street office"))
            .type("street")
            .build();
    private static final Department NOBODY = Department.builder()
            .code(DepartmentCode.of("TERRITORY"))
            .name(Label.of("属地", "Territory"))
            .type("placeholder")
            .build();

    @Test
    void the_sample_is_whole() throws IOException {
        Directory shishi = Samples.shishi();
        assertThat(shishi).hasToString("Directory shishi@2026.1, 63 departments, 56 areas");
        assertThat(shishi.identity()).isEqualTo("shishi@2026.1");
        assertThat(shishi.find(DepartmentCode.of("TERRITORY")))
                .hasValueSatisfying(d -> assertThat(d.isPlaceholder()).isTrue());
        assertThat(shishi.find(DepartmentCode.of("JYJ")).orElseThrow().functions())
                .startsWith("招生入学", "学校管理");
        assertThat(shishi.departmentOf(AreaCode.of("350581001002"))).contains(DepartmentCode.of("HB-JD"));
        assertThat(shishi.departmentOf(AreaCode.of("350581"))).isEmpty();
    }

    @Test
    void the_standard_taxonomy_hints_at_departments_of_the_sample() throws IOException {
        Directory shishi = Samples.shishi();
        assertThat(Taxonomy.standard().categories())
                .extracting(Category::typicalLead)
                .allMatch(lead ->
                        shishi.find(DepartmentCode.of(lead.orElseThrow())).isPresent());
    }

    @Property
    void the_department_of_an_area_is_that_of_the_longest_code_it_begins_with_that_names_one(
            @ForAll("codeSets") Set<AreaCode> known,
            @ForAll("codeSets") Set<AreaCode> named,
            @ForAll("codes") AreaCode code) {
        List<Department> departments = named.stream()
                .map(c -> new Department(DepartmentCode.of("D" + c), Label.of("甲", "A"), "street", List.of()))
                .toList();
        Directory directory = Directory.of("d", "1", departments, areas(known, named));
        Optional<DepartmentCode> expected = known.stream()
                .filter(named::contains)
                .filter(code::isWithin)
                .max(Comparator.comparing(c -> c.value().length()))
                .map(c -> DepartmentCode.of("D" + c));
        assertThat(directory.departmentOf(code)).isEqualTo(expected);
    }

    @Property
    void one_area_is_within_another_if_parents_lead_there(@ForAll("codeSets") Set<AreaCode> known) {
        Directory directory = Directory.of("d", "1", List.of(), areas(known, Set.of()));
        for (AreaCode code : known) {
            List<AreaCode> above = new ArrayList<>();
            for (Optional<AreaCode> at = Optional.of(code); at.isPresent(); ) {
                above.add(at.get());
                at = directory.find(at.get()).orElseThrow().parent();
            }
            assertThat(known.stream().filter(code::isWithin)).containsExactlyInAnyOrderElementsOf(above);
        }
    }

    @Provide
    Arbitrary<AreaCode> codes() {
        return Arbitraries.strings()
                .withChars('1', '2')
                .ofMinLength(1)
                .ofMaxLength(5)
                .map(AreaCode::of);
    }

    @Provide
    Arbitrary<Set<AreaCode>> codeSets() {
        return codes().set().ofMaxSize(10);
    }

    private static List<Area> areas(Set<AreaCode> known, Set<AreaCode> named) {
        return known.stream()
                .map(code -> new Area(
                        code,
                        Label.of("区", "Area"),
                        known.stream()
                                .filter(c -> !c.equals(code) && code.isWithin(c))
                                .max(Comparator.comparing(c -> c.value().length())),
                        "grid",
                        Optional.of(code).filter(named::contains).map(c -> DepartmentCode.of("D" + c))))
                .toList();
    }

    @Test
    void references_that_lead_nowhere_are_refused() {
        Area root = area("1").build();
        assertRefused(List.of(STREET, STREET), List.of(), "department codes must differ, but JD is twice");
        assertRefused(List.of(), List.of(root, root), "area codes must differ, but 1 is twice");
        assertRefused(
                List.of(),
                List.of(area("12").parent(AreaCode.of("1")).build()),
                "area 12: parent must be empty, since this area's code begins with no other, but was \"1\"");
        assertRefused(
                List.of(),
                List.of(root, area("12").build()),
                "area 12: parent must be 1, the longest code that this area's code begins with, but was \"\"");
        assertRefused(
                List.of(STREET),
                List.of(area("1").department(DepartmentCode.of("JDD")).build()),
                "area 1: department must be a department of the directory; did you mean \"JD\"?, but was \"JDD\"");
        assertRefused(
                List.of(NOBODY),
                List.of(area("1").department(NOBODY.code()).build()),
                "area 1: department must be a department that is no placeholder, but was \"TERRITORY\"");
        assertRefused(List.of(), List.of(area("1").parent(AreaCode.of("1")).build()), "area 1: parent must be empty");
    }

    private static void assertRefused(List<Department> departments, List<Area> areas, String message) {
        assertThatThrownBy(() -> Directory.of("d", "1", departments, areas))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static Area.Builder area(String code) {
        Area.Builder builder = Area.builder();
        builder.code(AreaCode.of(code)).name(Label.of("区", "Area")).level("grid");
        return builder;
    }

    @Test
    void every_problem_of_a_department_table_is_told_with_its_place() {
        assertThat(problems(() -> Directory.readDepartments("t.csv", in("""
                                code,name_zh,name_en,type,functions
                                A,甲,A,bureau,x|y
                                石,甲,A,bureau,
                                ,甲,A,bureau,
                                A,,A,,x||y
                                """))))
                .containsExactly(
                        "line 3, column 1 (code): BAD_CODE",
                        "line 4, column 1 (code): MISSING_VALUE",
                        "line 5, column 2 (name_zh): MISSING_VALUE",
                        "line 5, column 4 (type): MISSING_VALUE",
                        "line 5, column 5 (functions): BAD_LIST",
                        "line 5, column 1 (code): DUPLICATE_CODE");
    }

    @Test
    void every_problem_of_an_area_table_is_told_with_its_place() {
        assertThat(problems(() -> Directory.readAreas("t.csv", in("""
                                code,name_zh,name_en,parent,level,department
                                1,甲,A,,city,JD
                                12,甲,A,1,street,JD
                                12,甲,A,1,street,
                                x,甲,A,1,street,
                                123,甲,A,1,street,DJ
                                13,甲,A,x,street,TERRITORY
                                2,甲,,9,,TERRITORY
                                """), List.of(STREET, NOBODY))))
                .containsExactly(
                        "line 4, column 1 (code): DUPLICATE_CODE",
                        "line 5, column 1 (code): BAD_CODE",
                        "line 7, column 4 (parent): BAD_CODE",
                        "line 8, column 3 (name_en): MISSING_VALUE",
                        "line 8, column 5 (level): MISSING_VALUE",
                        "line 6, column 4 (parent): PARENT_MISMATCH",
                        "line 6, column 6 (department): UNKNOWN_DEPARTMENT",
                        "line 8, column 4 (parent): UNKNOWN_PARENT",
                        "line 8, column 6 (department): PLACEHOLDER_DEPARTMENT");
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(ThrowingCallable reading) {
        return catchThrowableOfType(InvalidDocumentException.class, reading).problems().stream()
                .map(p -> p.place() + ": " + p.code())
                .toList();
    }
}
