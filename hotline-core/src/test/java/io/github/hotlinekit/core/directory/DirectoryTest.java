package io.github.hotlinekit.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.document.Inconsistency;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.taxonomy.Category;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

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
        assertThat(shishi.levelWidths())
                .isEqualTo(Map.of("county", 6, "street", 9, "town", 9, "zone", 9, "community", 12, "village", 12));
    }

    @Test
    void the_standard_taxonomy_hints_at_departments_of_the_sample() throws IOException {
        Directory shishi = Samples.shishi();
        assertThat(shishi.typicalLeadFaults(Taxonomy.standard())).isEmpty();
        assertThat(Taxonomy.standard().categories())
                .extracting(Category::typicalLead)
                .allMatch(Optional::isPresent);
    }

    @Property
    void the_department_of_an_area_is_that_of_the_longest_code_it_begins_with_that_names_one(
            @ForAll("codeSets") Set<AreaCode> known,
            @ForAll("codeSets") Set<AreaCode> named,
            @ForAll("codes") AreaCode code) {
        List<Department> departments =
                named.stream().map(c -> unit("D" + c).type("street").build()).toList();
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
                        "L" + code.value().length(),
                        Optional.of(code).filter(named::contains).map(c -> DepartmentCode.of("D" + c))))
                .toList();
    }

    @Test
    void the_first_thing_wrong_is_why_a_directory_is_refused() {
        assertThatThrownBy(() -> Directory.of("d", "1", List.of(STREET, STREET), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("directory d: /departments/1/code: DUPLICATE_CODE: expected a code not used before; it is"
                        + " also that of number 1 of the departments, but was \"JD\"");
    }

    @Test
    void areas_fit_their_codes_and_name_departments() {
        Area root = area("1").build();
        assertWrong(List.of(), List.of(root, root), "/areas/1/code DUPLICATE_CODE");
        assertWrong(List.of(), List.of(area("12").parent(AreaCode.of("1")).build()), "/areas/0/parent UNKNOWN_PARENT");
        assertWrong(
                List.of(),
                List.of(root, area("12", Label.of("区", "Area"), "street")),
                "/areas/1/parent PARENT_MISMATCH");
        assertWrong(List.of(), List.of(area("1").parent(AreaCode.of("1")).build()), "/areas/0/parent PARENT_MISMATCH");
        assertWrong(
                List.of(STREET),
                List.of(area("1").department(DepartmentCode.of("JDD")).build()),
                "/areas/0/department UNKNOWN_DEPARTMENT");
        assertWrong(
                List.of(NOBODY),
                List.of(area("1").department(NOBODY.code()).build()),
                "/areas/0/department PLACEHOLDER_DEPARTMENT");
        assertWrong(List.of(), List.of(root, area("2").build(), area("33").build()), "/areas/2/code LEVEL_WIDTH");
        assertWrong(
                List.of(),
                List.of(area("1", Label.of("", " A"), "a\n")),
                "/areas/0/name/zh BAD_TEXT",
                "/areas/0/name/en BAD_TEXT",
                "/areas/0/level BAD_TEXT");
    }

    @Test
    void departments_refer_to_what_is_there_and_no_placeholder() {
        DepartmentCode street = STREET.code();
        DepartmentCode gone = DepartmentCode.of("GONE");
        assertWrong(
                List.of(unit("A")
                        .parent(gone)
                        .supervisedBy(gone)
                        .addAreas(AreaCode.of("1"), AreaCode.of("1"))
                        .effective(Effective.until(DAY))
                        .addSuccessors(gone)
                        .addFunctions("x", "x|y", "x")
                        .build()),
                List.of(),
                "/departments/0/functions/2 DUPLICATE_VALUE",
                "/departments/0/functions/1 BAD_TEXT",
                "/departments/0/parent UNKNOWN_PARENT",
                "/departments/0/supervisedBy UNKNOWN_SUPERVISOR",
                "/departments/0/areas/1 DUPLICATE_VALUE",
                "/departments/0/successors/0 UNKNOWN_SUCCESSOR",
                "/departments/0/areas/0 UNKNOWN_AREA",
                "/departments/0/areas/1 UNKNOWN_AREA");
        assertWrong(
                List.of(
                        NOBODY,
                        unit("A")
                                .parent(NOBODY.code())
                                .supervisedBy(NOBODY.code())
                                .effective(Effective.until(DAY))
                                .addSuccessors(NOBODY.code())
                                .build()),
                List.of(),
                "/departments/1/parent PLACEHOLDER_DEPARTMENT",
                "/departments/1/supervisedBy PLACEHOLDER_DEPARTMENT",
                "/departments/1/successors/0 PLACEHOLDER_DEPARTMENT");
        assertWrong(
                List.of(
                        STREET,
                        unit("A")
                                .type(Department.PLACEHOLDER)
                                .parent(street)
                                .supervisedBy(street)
                                .addAreas(AreaCode.of("1"))
                                .effective(Effective.until(DAY))
                                .addSuccessors(street)
                                .build()),
                List.of(area("1").build()),
                "/departments/1/parent PLACEHOLDER_PROPERTY",
                "/departments/1/supervisedBy PLACEHOLDER_PROPERTY",
                "/departments/1/areas PLACEHOLDER_PROPERTY",
                "/departments/1/successors PLACEHOLDER_PROPERTY");
        assertWrong(
                List.of(unit("-A")
                        .type("")
                        .level(" ")
                        .effective(Effective.between(DAY.withYear(-1), DAY.withYear(10_000)))
                        .build()),
                List.of(),
                "/departments/0/code BAD_CODE",
                "/departments/0/type BAD_TEXT",
                "/departments/0/level BAD_TEXT",
                "/departments/0/effective/from BAD_DATE",
                "/departments/0/effective/to BAD_DATE");
    }

    @Test
    void who_has_successors_ends_and_each_exists_on_that_day() {
        assertWrong(
                List.of(STREET, unit("A").addSuccessors(STREET.code()).build()),
                List.of(),
                "/departments/1/effective/to MISSING_END");
        assertWrong(
                List.of(
                        unit("A")
                                .effective(Effective.until(DAY))
                                .addSuccessors(DepartmentCode.of("B"), DepartmentCode.of("C"), DepartmentCode.of("D"))
                                .build(),
                        unit("B").effective(Effective.from(DAY)).build(),
                        unit("C").effective(Effective.from(DAY.plusDays(1))).build(),
                        unit("D").effective(Effective.until(DAY)).build()),
                List.of(),
                "/departments/0/successors/1 SUCCESSOR_NOT_IN_FORCE",
                "/departments/0/successors/2 SUCCESSOR_NOT_IN_FORCE");
    }

    @Test
    void what_leads_back_is_told_first_and_with_the_way() {
        Department a = unit("A")
                .level("")
                .effective(Effective.until(DAY))
                .addSuccessors(STREET.code(), DepartmentCode.of("B"))
                .build();
        Department b = unit("B")
                .effective(Effective.until(DAY))
                .addSuccessors(DepartmentCode.of("A"))
                .build();
        assertWrong(
                List.of(STREET, a, b), List.of(), "/departments/1/successors/1 CYCLE", "/departments/1/level BAD_TEXT");
        assertThat(Directory.inconsistencies(List.of(STREET, a, b), List.of())
                        .get(0)
                        .expected())
                .endsWith(": A -> B -> A");
    }

    @Test
    void no_more_is_told_than_a_document_may_have_problems() {
        List<Department> many = Collections.nCopies(Problems.LIMIT + 9, STREET);
        assertThat(Directory.inconsistencies(many, List.of())).hasSize(Problems.LIMIT);
    }

    private static void assertWrong(List<Department> departments, List<Area> areas, String... expected) {
        assertThat(Directory.inconsistencies(departments, areas))
                .extracting(w -> w.pointer() + " " + w.code())
                .containsExactly(expected);
    }

    private static Department.Builder unit(String code) {
        Department.Builder builder = Department.builder();
        builder.code(DepartmentCode.of(code)).name(Label.of("甲", "A")).type("bureau");
        return builder;
    }

    private static Area area(String code, Label name, String level) {
        return new Area(AreaCode.of(code), name, Optional.empty(), level, Optional.empty());
    }

    private static Area.Builder area(String code) {
        Area.Builder builder = Area.builder();
        builder.code(AreaCode.of(code)).name(Label.of("区", "Area")).level("grid");
        return builder;
    }

    @Test
    void typical_leads_are_departments_of_their_time_or_placeholders() throws IOException {
        Directory directory = Directory.of(
                "d",
                "1",
                List.of(
                        NOBODY,
                        STREET,
                        unit("OLD").effective(Effective.until(DAY)).build()),
                List.of());
        Taxonomy taxonomy = Taxonomy.readCsv("t", "1", "t.csv", in("""
                code,parent,name_zh,name_en,typical_lead_department
                01,,甲,A,TERRITORY
                02,,乙,B,JD
                03,,丙,C,JDD
                04,,丁,D,
                05,,戊,E,OLD
                """));
        assertThat(directory.typicalLeadFaults(taxonomy))
                .extracting(Inconsistency::toString)
                .containsExactly(
                        "/categories/2/typicalLead: UNKNOWN_DEPARTMENT: expected a department of the directory; did"
                                + " you mean \"JD\"?, but was \"JDD\"");
    }

    @Test
    void every_problem_of_a_department_table_is_told_with_its_place() {
        assertThat(problems(() -> Directory.readDepartments("t.csv", in("""
                                code,name_zh,name_en,type,functions
                                A,甲,A,bureau,x|y
                                石,甲,A,bureau,
                                ,甲,A,bureau,
                                A,,A,,x||y
                                -B,=1+1,A,bureau,
                                C​,甲,A,bureau,
                                """))))
                .containsExactly(
                        "line 3, column 1 (code): BAD_CODE",
                        "line 4, column 1 (code): MISSING_VALUE",
                        "line 5, column 2 (name_zh): MISSING_VALUE",
                        "line 5, column 4 (type): MISSING_VALUE",
                        "line 5, column 5 (functions): BAD_LIST",
                        "line 6, column 1 (code): SUSPICIOUS_CELL",
                        "line 6, column 2 (name_zh): SUSPICIOUS_CELL",
                        "line 7, column 1 (code): BAD_CODE",
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
                        "line 5, column 1 (code): BAD_CODE",
                        "line 7, column 4 (parent): BAD_CODE",
                        "line 8, column 3 (name_en): MISSING_VALUE",
                        "line 8, column 5 (level): MISSING_VALUE",
                        "line 4, column 1 (code): DUPLICATE_CODE",
                        "line 6, column 1 (code): LEVEL_WIDTH",
                        "line 6, column 4 (parent): PARENT_MISMATCH",
                        "line 6, column 6 (department): UNKNOWN_DEPARTMENT",
                        "line 7, column 6 (department): PLACEHOLDER_DEPARTMENT",
                        "line 8, column 4 (parent): UNKNOWN_PARENT",
                        "line 8, column 6 (department): PLACEHOLDER_DEPARTMENT");
    }

    @Test
    void the_problems_of_both_tables_are_told_together() {
        assertThat(problems(() -> Directory.readCsv("d", "1", "d.csv", in("""
                                code,name_zh,name_en,type,parent,supervised_by,areas,from,to,successors
                                A,甲,A,bureau,B,B ,1|2,2026-07-01,2026-07-01,
                                B,甲,A,bureau,A,,1|x,,2026,A
                                C,甲,A,bureau,,X,,,,A|B
                                D,甲,A,bureau,,,,,2026-07-01,B
                                """), "a.csv", in("""
                                code,name_zh,name_en,parent,level,department
                                1,甲,A,,city,X
                                """))))
                .containsExactly(
                        "line 2, column 6 (supervised_by): BAD_CODE",
                        "line 2, column 9 (to): BAD_PERIOD",
                        "line 3, column 7 (areas): BAD_CODE",
                        "line 3, column 9 (to): BAD_DATE",
                        "line 2, column 5 (parent): CYCLE",
                        "line 4, column 6 (supervised_by): UNKNOWN_SUPERVISOR",
                        "line 4, column 9 (to): MISSING_END",
                        "line 2, column 7 (areas): UNKNOWN_AREA",
                        "line 2, column 6 (department): UNKNOWN_DEPARTMENT");
    }

    @Test
    void columns_that_are_there_are_read() throws IOException {
        assertThat(Directory.readDepartments("t.csv", in("""
                                code,name_zh,name_en,type,level,parent,supervised_by,areas,from,to,successors
                                A,甲,A,bureau,city,B,C,1|12,2025-07-01,2026-07-01,B|C
                                B,'=甲,A,bureau,,,,,,,
                                C,甲,A,bureau,,,,,,,
                                """)))
                .first()
                .isEqualTo(unit("A")
                        .level("city")
                        .parent(DepartmentCode.of("B"))
                        .supervisedBy(DepartmentCode.of("C"))
                        .addAreas(AreaCode.of("1"), AreaCode.of("12"))
                        .effective(Effective.between(DAY.minusYears(1), DAY))
                        .addSuccessors(DepartmentCode.of("B"), DepartmentCode.of("C"))
                        .build());
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
