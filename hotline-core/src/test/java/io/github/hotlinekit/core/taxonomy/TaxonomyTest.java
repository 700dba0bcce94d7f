package io.github.hotlinekit.core.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.document.InvalidDocumentException;
import io.github.hotlinekit.core.document.Problem;
import io.github.hotlinekit.core.language.Label;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TaxonomyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
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
                        .addKeywords("物业费")
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
        assertThat(Taxonomy.standard().subtree(unknown)).isEmpty();
        assertThat(Taxonomy.standard().ancestors(unknown)).isEmpty();
        assertThat(Taxonomy.standard().contains(unknown, unknown)).isFalse();
        assertThat(Taxonomy.standard().contains(CategoryCode.of("01"), CategoryCode.of("01.99")))
                .isFalse();
        assertThat(Taxonomy.standard().nameOf(unknown)).isEqualTo(Label.of("99.01", "99.01"));
        assertThat(Taxonomy.standard().nameOf(CategoryCode.of("01.01")).zh()).isEqualTo("物业管理");
    }

    @Test
    void the_hints_may_be_left_out() throws IOException {
        Taxonomy taxonomy = read(HEADER + "01,,甲,A\n01.02,01,乙,B\n");
        assertThat(taxonomy.identity()).isEqualTo("t@1");
        assertThat(taxonomy.categories())
                .containsExactly(
                        category("01").name(Label.of("甲", "A")).build(),
                        category("01.02").name(Label.of("乙", "B")).build());
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
                .containsExactlyInAnyOrder(
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
    void a_code_that_only_looks_right_is_refused_with_the_character_named() {
        assertThat(messages(HEADER + "０1,,甲,A\n01.01,01,乙,B\n02 ,,丙,C\n=03,,丁,D\n04。01,,戊,E\n"))
                .contains(
                        "t.csv: line 2, column 1 (code): BAD_CODE: expected two digits a level joined by dots, such as "
                                + "03.02.05; it holds U+FF10 FULLWIDTH DIGIT ZERO as character 1, but was \"０1\"",
                        "t.csv: line 4, column 1 (code): BAD_CODE: expected two digits a level joined by dots, such as "
                                + "03.02.05; it holds U+0020 SPACE as character 3, but was \"02 \"",
                        "t.csv: line 5, column 1 (code): SUSPICIOUS_CELL: expected two digits a level joined by dots, "
                                + "such as 03.02.05, but was \"=03\"")
                .anyMatch(m -> m.contains("line 6") && m.contains("U+3002 IDEOGRAPHIC FULL STOP as character 3"))
                .noneMatch(m -> m.contains("line 3"));
    }

    @Test
    void dates_successors_and_texts_are_told_where_they_stand() {
        String header = "code,parent,name_zh,name_en,description_zh,from,to,successors,keywords\n";
        assertThat(problems(header
                        + "01,,甲,A,,2026-01-01,2027-01-01,02|03|02,\n"
                        + "02,,乙,B,说明,,2026-06-01,,噪音|噪音\n"
                        + "04,,丙,C,,,,01,\n"
                        + "05,,甲,E,,2026-12-31,,,\n"
                        + "06,,己,A,,2027-01-01,,,\n"))
                .containsExactlyInAnyOrder(
                        "line 2, column 8 (successors): SUCCESSOR_NOT_IN_FORCE",
                        "line 2, column 8 (successors): UNKNOWN_SUCCESSOR",
                        "line 2, column 8 (successors): BAD_LIST",
                        "line 3, column 1 (description_en): MISSING_VALUE",
                        "line 3, column 9 (keywords): BAD_LIST",
                        "line 4, column 7 (to): MISSING_END",
                        "line 5, column 3 (name_zh): DUPLICATE_NAME");
        assertThat(problems(header + "01,,甲,A,,2026-1-1,,,\n02,,乙,B,,2026-01-01,2026-01-01,x|01,\n"))
                .containsExactlyInAnyOrder(
                        "line 2, column 6 (from): BAD_DATE",
                        "line 3, column 7 (to): BAD_PERIOD",
                        "line 3, column 8 (successors): BAD_CODE");
    }

    @Test
    void successors_that_lead_back_are_told_with_the_way() {
        List<Category> categories = List.of(
                category("01")
                        .effective(Effective.until(DAY))
                        .addSuccessors(CategoryCode.of("02"))
                        .build(),
                category("02")
                        .effective(Effective.until(DAY))
                        .addSuccessors(CategoryCode.of("01"))
                        .build());
        assertThat(Taxonomy.inconsistencies(categories).get(0))
                .hasToString("/categories/0/successors/0: CYCLE: expected successors that never lead back, "
                        + "but was \"01 -> 02 -> 01\"");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(category("01").name(Label.of("", "A")), "name/zh MISSING_VALUE"),
                Arguments.of(category("01").name(Label.of("甲", "A ")), "name/en BAD_TEXT"),
                Arguments.of(category("01").name(Label.of("甲\n乙", "A")), "name/zh BAD_TEXT"),
                Arguments.of(category("01").name(Label.of("甲".repeat(201), "A")), "name/zh LIMIT_EXCEEDED"),
                Arguments.of(
                        category("01").description(Label.of("甲", "A".repeat(1_001))), "description/en LIMIT_EXCEEDED"),
                Arguments.of(category("01").addKeywords("a|b"), "keywords/0 BAD_LIST"),
                Arguments.of(category("01").addKeywords("etc", "ＥＴＣ"), "keywords/1 BAD_LIST"),
                Arguments.of(category("01").addKeywords("\u200B"), "keywords/0 BAD_LIST"),
                Arguments.of(category("01").addKeywords("长".repeat(65)), "keywords/0 BAD_LIST"),
                Arguments.of(category("01").addAllKeywords(words(65)), "keywords LIMIT_EXCEEDED"),
                Arguments.of(category("01").addAllTypicalKinds(words(17)), "typicalKinds LIMIT_EXCEEDED"),
                Arguments.of(category("01").typicalLead("城管局"), "typicalLead BAD_CODE"),
                Arguments.of(category("01").typicalLead("=CGJ"), "typicalLead SUSPICIOUS_CELL"),
                Arguments.of(category("01").typicalLead(""), "typicalLead BAD_CODE"),
                Arguments.of(
                        category("01").effective(Effective.from(LocalDate.of(10_000, 1, 1))),
                        "effective/from BAD_DATE"),
                Arguments.of(
                        category("01").effective(Effective.until(LocalDate.of(0, 1, 1))), "effective/to BAD_DATE"));
    }

    private static List<String> words(int count) {
        return IntStream.range(0, count).mapToObj(i -> "词" + i).toList();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_category_that_could_not_be_written_and_read_again_makes_no_taxonomy(
            Category.Builder builder, String expected) {
        List<Category> categories = List.of(builder.build());
        assertThat(Taxonomy.inconsistencies(categories))
                .extracting(w -> w.pointer().toString().replace("/categories/0/", "") + " " + w.code())
                .containsExactly(expected);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Taxonomy.of("t", "1", categories))
                .withMessageContaining(expected.split(" ", 2)[0]);
    }

    @Test
    void a_taxonomy_has_at_least_one_category_and_no_more_keywords_than_can_be_looked_for() {
        assertThatIllegalArgumentException().isThrownBy(() -> Taxonomy.of("t", "1", List.of()));
        List<Category> many = IntStream.rangeClosed(0, Taxonomy.MAX_KEYWORDS / Category.MAX_KEYWORDS)
                .mapToObj(i -> category("%02d".formatted(i / 100) + (i < 100 ? "" : ".%02d".formatted(i % 100)))
                        .addAllKeywords(words(Category.MAX_KEYWORDS))
                        .build())
                .toList();
        assertThat(Taxonomy.inconsistencies(many))
                .filteredOn(w -> w.code().equals("LIMIT_EXCEEDED"))
                .singleElement()
                .satisfies(w -> assertThat(w.index()).isEqualTo(many.size() - 1));
    }

    @Test
    void an_old_code_is_forwarded_to_what_took_its_place() {
        Taxonomy taxonomy = Taxonomy.of(
                "t",
                "2",
                List.of(
                        category("01")
                                .effective(Effective.until(DAY))
                                .addSuccessors(CategoryCode.of("02"), CategoryCode.of("03"))
                                .build(),
                        category("02")
                                .effective(Effective.until(DAY.plusYears(1)))
                                .build(),
                        category("03").effective(Effective.from(DAY)).build()));
        CategoryCode old = CategoryCode.of("01");
        assertThat(taxonomy.forward(old, DAY.minusDays(1))).containsExactly(old);
        assertThat(taxonomy.forward(old, DAY)).containsExactly(CategoryCode.of("02"), CategoryCode.of("03"));
        assertThat(taxonomy.mapping(DAY).get(old)).containsExactly(CategoryCode.of("02"), CategoryCode.of("03"));
        assertThat(taxonomy.forward(CategoryCode.of("99"), DAY)).containsExactly(CategoryCode.of("99"));
    }

    @Test
    void categories_are_found_by_name_and_by_a_part_of_it() {
        Taxonomy standard = Taxonomy.standard();
        assertThat(codes(standard.named("停水"))).containsExactly("05.01.01");
        assertThat(codes(standard.named("Water cuts"))).containsExactly("05.01.01");
        assertThat(standard.named("水")).isEmpty();
        assertThat(codes(standard.search("停水"))).startsWith("05.01.01").contains("22.02.01");
        assertThat(codes(standard.search("ＰＩＰＥＤ gas"))).containsExactly("05.03.03");
        assertThat(standard.search(" ")).isEmpty();
    }

    @Test
    void the_code_that_was_meant_is_suggested() {
        Taxonomy standard = Taxonomy.standard();
        assertThat(standard.suggestCode("０３。02.05 ")).contains(CategoryCode.of("03.02.05"));
        assertThat(standard.suggestCode("03.02.0")).contains(CategoryCode.of("03.02.01"));
        assertThat(standard.suggestCode("housing")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "楼上装修噪音太大, 08.01.02",
        "井盖破了, 04.02.01",
        "拖欠工资三个月, 10.01.01",
        "小区电梯困人, 01.01.03",
        "夜间施工噪音吵得睡不着, 08.01.01",
        "门口路灯不亮好几天了, 04.03.01",
        "公交车到站不停, 06.01.02",
        "理发店办的会员卡不给退, 09.01.03",
        "自来水发黄, 05.01.03",
        "我们小区想加装电梯, 01.04.04",
        "有人在楼道给电动车飞线充电, 20.02.03",
        "邻居遛狗不牵绳, 03.04.02",
        "医保异地就医怎么备案, 11.04.03",
        "孩子上小学的学区怎么划分, 12.01.01",
        "河面垃圾很多，河道发臭, 08.03.02",
        "学校食堂饭菜里吃出异物, 09.05.02"
    })
    void a_citizen_s_sentence_suggests_the_right_leaf_first(String sentence, String code) {
        assertThat(Taxonomy.standard().suggest(sentence, 3).get(0).category().code())
                .hasToString(code);
    }

    @Test
    void a_suggestion_shows_its_words_where_they_stand() {
        Taxonomy taxonomy = Taxonomy.of(
                "t",
                "1",
                List.of(category("01").addKeywords("噪音", "装修 噪音", "etc").build()));
        assertThat(taxonomy.suggest("楼上 装 修噪音，ＥＴＣ，噪音", 1))
                .containsExactly(new Suggested(
                        taxonomy.categories().get(0),
                        7,
                        List.of(new Suggested.Match("装修噪音", 3, 8), new Suggested.Match("etc", 9, 12))));
        assertThat(taxonomy.suggest("x".repeat(Taxonomy.MAX_TEXT - 1) + "噪音", 1))
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> taxonomy.suggest("噪音", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> taxonomy.suggest("噪音", DAY, 0));
    }

    @Test
    void most_leaves_of_the_standard_taxonomy_have_a_few_keywords_and_no_other_category_has() {
        assertThat(Taxonomy.standard().leaves())
                .filteredOn(c -> !c.keywords().isEmpty())
                .hasSizeGreaterThan(250);
        assertThat(Taxonomy.standard().categories())
                .allMatch(c -> c.keywords().size() <= 4)
                .filteredOn(c -> c.code().depth() < 3)
                .allMatch(c -> c.keywords().isEmpty());
    }

    @Test
    void the_standard_taxonomy_is_written_as_it_is_shipped() throws IOException {
        StringBuilder text = new StringBuilder();
        Taxonomy.standard().writeCsv(text);
        try (InputStream in = Objects.requireNonNull(Taxonomy.class.getResourceAsStream("12345-default.csv"))) {
            assertThat(text).hasToString(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Category.Builder category(String code) {
        return Category.builder().code(CategoryCode.of(code)).name(Label.of("类" + code, "C" + code));
    }

    private static List<String> codes(List<Category> categories) {
        return categories.stream().map(c -> c.code().value()).toList();
    }

    private static List<String> messages(String text) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(InvalidDocumentException.class, () -> read(text))
                .problems()
                .stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void a_parent_after_its_child_is_unknown_to_it() {
        assertThat(problems(HEADER + "01.01,01,甲,A\n01,,乙,B\n"))
                .containsExactly("line 2, column 2 (parent): UNKNOWN_PARENT");
    }

    @Test
    void a_parent_is_the_code_one_level_up_and_of_a_top_class_nothing() {
        assertThat(messages(HEADER + "01,02,甲,A\n01.01,,乙,B\n"))
                .containsExactly(
                        "t.csv: line 2, column 2 (parent): PARENT_MISMATCH: expected no parent of a top class, "
                                + "but was \"02\"",
                        "t.csv: line 3, column 2 (parent): PARENT_MISMATCH: expected parent 01");
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
