package io.github.hotlinekit.core.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.language.Label;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TaxonomyTest {

    private static final String HEADER = "code,parent,name_zh,name_en\n";

    @Test
    void the_standard_taxonomy_is_whole() {
        Taxonomy standard = Taxonomy.standard();
        assertThat(standard.identity()).isEqualTo("12345-default@2026.1");
        assertThat(standard).hasToString("Taxonomy 12345-default@2026.1, 410 categories");
        assertThat(standard.roots()).hasSize(23);
        assertThat(standard.leaves()).hasSize(297).allMatch(c -> c.code().depth() == 3);
        assertThat(standard.find(CategoryCode.of("01.01.02")))
                .contains(Category.builder()
                        .code(CategoryCode.of("01.01.02"))
                        .name(Label.of("物业收费", "Property fees"))
                        .addTypicalKinds("consultation", "complaint")
                        .typicalLead("SCJG")
                        .build());
    }

    @Test
    void the_hints_of_the_standard_taxonomy_are_kinds_of_case() {
        Set<String> kinds = Arrays.stream(CaseKind.values()).map(CaseKind::code).collect(Collectors.toSet());
        assertThat(Taxonomy.standard().categories())
                .allSatisfy(c -> assertThat(kinds).containsAll(c.typicalKinds()))
                .allSatisfy(c -> assertThat(c.typicalLead()).isPresent());
    }

    @Test
    void names_of_the_standard_taxonomy_are_unique_among_siblings() {
        Taxonomy standard = Taxonomy.standard();
        standard.categories().forEach(parent -> {
            List<Category> children = standard.children(parent.code());
            assertThat(children.stream().map(c -> c.name().zh()).distinct()).hasSameSizeAs(children);
            assertThat(children.stream().map(c -> c.name().en()).distinct()).hasSameSizeAs(children);
        });
    }

    @Test
    void roots_and_children_make_up_the_whole_and_leaves_have_no_children() {
        Taxonomy standard = Taxonomy.standard();
        Set<Category> reached = new HashSet<>(standard.roots());
        for (Category category : standard.categories()) {
            List<Category> children = standard.children(category.code());
            assertThat(children).allMatch(c -> c.code().isWithin(category.code()));
            assertThat(standard.leaves().contains(category)).isEqualTo(children.isEmpty());
            reached.addAll(children);
        }
        assertThat(reached).containsExactlyInAnyOrderElementsOf(standard.categories());
    }

    @Test
    void an_unknown_code_has_no_category_and_is_shown_as_it_is() {
        CategoryCode unknown = CategoryCode.of("99.01");
        assertThat(Taxonomy.standard().find(unknown)).isEmpty();
        assertThat(Taxonomy.standard().children(unknown)).isEmpty();
        assertThat(Taxonomy.standard().nameOf(unknown)).isEqualTo(Label.of("99.01", "99.01"));
        assertThat(Taxonomy.standard().nameOf(CategoryCode.of("01.01")).zh()).isEqualTo("物业管理");
    }

    @Test
    void the_hints_may_be_left_out() throws IOException {
        Taxonomy taxonomy = read(HEADER + "01,,甲,A\n01.02,01,乙,B\n");
        assertThat(taxonomy.identity()).isEqualTo("t@1");
        assertThat(taxonomy.categories())
                .containsExactly(
                        new Category(CategoryCode.of("01"), Label.of("甲", "A"), List.of(), Optional.empty()),
                        new Category(CategoryCode.of("01.02"), Label.of("乙", "B"), List.of(), Optional.empty()));
    }

    @Test
    void every_problem_is_told_with_its_place() {
        assertThat(problems("""
                        code,parent,name_zh,name_en,typical_kinds
                        01,,甲,A,help
                        1,,乙,B,
                        ,,乙,B,
                        01,,丙,C,
                        02,01,丁,,
                        03.01,03,戊,E,
                        01.01,02,,F,help||report
                        01.02,01,己,G,help|help
                        02.01,02,庚,H,
                        """))
                .containsExactly(
                        "line 3, column 1 (code): BAD_CODE",
                        "line 4, column 1 (code): MISSING_VALUE",
                        "line 5, column 1 (code): DUPLICATE_CODE",
                        "line 6, column 4 (name_en): MISSING_VALUE",
                        "line 6, column 2 (parent): PARENT_MISMATCH",
                        "line 7, column 2 (parent): UNKNOWN_PARENT",
                        "line 8, column 3 (name_zh): MISSING_VALUE",
                        "line 8, column 5 (typical_kinds): BAD_LIST",
                        "line 8, column 2 (parent): PARENT_MISMATCH",
                        "line 9, column 5 (typical_kinds): BAD_LIST");
    }

    @Test
    void a_parent_after_its_child_is_unknown_to_it() {
        assertThat(problems(HEADER + "01.01,01,甲,A\n01,,乙,B\n"))
                .containsExactly("line 2, column 2 (parent): UNKNOWN_PARENT");
    }

    @Test
    void a_duplicate_names_both_places() {
        assertThatThrownBy(() -> read(HEADER + "01,,甲,A\n01,,乙,B\n"))
                .hasMessage("t.csv: line 3, column 1 (code): DUPLICATE_CODE: expected a code not used before; "
                        + "it is also at line 2, column 1 (code), but was \"01\"");
    }

    @Test
    void a_taxonomy_has_a_category_and_a_name_of_its_own() {
        assertThat(problems(HEADER)).containsExactly("line 1, column 1: EMPTY_DOCUMENT");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Taxonomy.readCsv("a@b", "1", "t.csv", new ByteArrayInputStream(new byte[0])));
    }

    private static Taxonomy read(String text) throws IOException {
        return Taxonomy.readCsv("t", "1", "t.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> problems(String text) {
        List<Problem> problems = org.assertj.core.api.Assertions.catchThrowableOfType(
                        InvalidDocumentException.class, () -> read(text))
                .problems();
        return problems.stream().map(p -> p.place() + ": " + p.code()).toList();
    }
}
