package io.github.hotlinekit.core.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.document.Inconsistency;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.language.Label;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What categories and taxonomies take, up to the last value that they take. */
class TaxonomyLimitsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private static Category.Builder category(String code) {
        return Category.builder().code(CategoryCode.of(code)).name(Label.of("类" + code, "C" + code));
    }

    private static List<String> wrong(List<Category> categories) {
        return Taxonomy.inconsistencies(categories).stream()
                .map(w -> w.pointer() + " " + w.code())
                .toList();
    }

    private static List<String> wrong(Category.Builder category) {
        return wrong(List.of(category.build()));
    }

    private static List<String> words(int count) {
        return IntStream.range(0, count).mapToObj(i -> "词" + i).toList();
    }

    @Test
    void a_code_has_one_to_eight_levels_of_two_digits() {
        CategoryCode deepest = CategoryCode.of("01.02.03.04.05.06.07.09");
        assertThat(deepest.depth()).isEqualTo(CategoryCode.MAX_DEPTH);
        assertThat(deepest.atDepth(8)).isSameAs(deepest);
        assertThat(deepest.atDepth(7)).hasToString("01.02.03.04.05.06.07");
        assertThat(deepest.atDepth(1)).hasToString("01");
        assertThat(CategoryCode.of("01").parent()).isEmpty();
        assertThat(CategoryCode.of("01.02").parent()).contains(CategoryCode.of("01"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> deepest.atDepth(0))
                .withMessage("depth must be at least 1, but was 0");
        for (String bad :
                List.of("", "1", "01.", "01.1", "0/", "0:", "01,02", "01.02.03.04.05.06.07.08.09", "01.02.0a")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CategoryCode.of(bad))
                    .withMessageEndingWith("but was \"" + bad + "\"");
            assertThat(CategoryCode.find(bad)).isEmpty();
        }
    }

    @Test
    void codes_are_ordered_as_their_texts_and_each_is_within_itself() {
        CategoryCode above = CategoryCode.of("01");
        CategoryCode below = CategoryCode.of("01.01");
        assertThat(above).isLessThan(below);
        assertThat(CategoryCode.of("02")).isGreaterThan(below);
        assertThat(above).isEqualByComparingTo(CategoryCode.of("01"));
        assertThat(above.isWithin(above)).isTrue();
        assertThat(below.isWithin(above)).isTrue();
        assertThat(above.isWithin(below)).isFalse();
        assertThat(CategoryCode.of("02").isWithin(above)).isFalse();
    }

    @Test
    void texts_and_lists_of_a_category_may_be_as_long_as_is_said() {
        assertThat(wrong(category("01")
                        .name(Label.of("甲".repeat(Category.MAX_NAME), "A".repeat(Category.MAX_NAME)))
                        .description(
                                Label.of("甲".repeat(Category.MAX_DESCRIPTION), "A".repeat(Category.MAX_DESCRIPTION)))
                        .addAllTypicalKinds(words(Category.MAX_KINDS))
                        .addAllKeywords(words(Category.MAX_KEYWORDS - 1))
                        .addKeywords("长".repeat(Category.MAX_WORD))
                        .typicalLead("a".repeat(Category.MAX_WORD))))
                .isEmpty();
        assertThat(wrong(category("01").name(Label.of("甲", "A".repeat(201)))))
                .containsExactly("/categories/0/name/en LIMIT_EXCEEDED");
        assertThat(wrong(category("01").description(Label.of("甲".repeat(1_001), "A"))))
                .containsExactly("/categories/0/description/zh LIMIT_EXCEEDED");
        assertThat(wrong(category("01").description(Label.of("", "A"))))
                .containsExactly("/categories/0/description/zh MISSING_VALUE");
    }

    @Test
    void a_typical_lead_is_ascii_letters_digits_hyphens_and_underscores() {
        assertThat(wrong(category("01").typicalLead("AZaz09-_"))).isEmpty();
        assertThat(wrong(category("01").typicalLead("a".repeat(65)))).hasSize(1);
        for (String bad : List.of("A@", "A[", "A`", "A{", "A/", "A:", "A.", "A ")) {
            assertThat(wrong(category("01").typicalLead(bad)))
                    .as(bad)
                    .singleElement()
                    .asString()
                    .startsWith("/categories/0/typicalLead");
        }
    }

    @Test
    void a_category_begins_and_ends_in_years_of_four_digits() {
        assertThat(wrong(category("01")
                        .effective(Effective.between(LocalDate.of(1, 1, 1), LocalDate.of(9_999, 12, 31)))))
                .isEmpty();
        assertThat(wrong(category("01").effective(Effective.from(LocalDate.of(0, 12, 31)))))
                .containsExactly("/categories/0/effective/from BAD_DATE");
        assertThat(wrong(category("01").effective(Effective.until(LocalDate.of(10_000, 1, 1)))))
                .containsExactly("/categories/0/effective/to BAD_DATE");
    }

    @Test
    void a_category_has_at_most_sixty_four_successors_each_in_force_when_it_takes_over() {
        for (int count : new int[] {Category.MAX_SUCCESSORS, Category.MAX_SUCCESSORS + 1}) {
            List<Category> categories = new ArrayList<>();
            Category.Builder retired = category("99").effective(Effective.until(DAY));
            for (int i = 0; i < count; i++) {
                String code = "%02d".formatted(i);
                categories.add(category(code).build());
                retired.addSuccessors(CategoryCode.of(code));
            }
            categories.add(retired.build());
            assertThat(wrong(categories))
                    .isEqualTo(count == 64 ? List.of() : List.of("/categories/65/successors LIMIT_EXCEEDED"));
        }
    }

    @Test
    void a_taxonomy_has_exactly_as_many_keywords_as_can_be_looked_for() {
        List<Category> most = new ArrayList<>();
        int left = Taxonomy.MAX_KEYWORDS;
        for (int i = 0; left > 0; i++) {
            String code = "%02d".formatted(i / 100) + (i % 100 == 0 ? "" : ".%02d".formatted(i % 100));
            int own = Math.min(left, Category.MAX_KEYWORDS);
            most.add(category(code).addAllKeywords(words(own)).build());
            left -= own;
        }
        assertThat(wrong(most)).isEmpty();
        most.add(category("98").addKeywords("一").build());
        most.add(category("99").addKeywords("一").build());
        // Told once, where they become too many.
        assertThat(wrong(most)).containsExactly("/categories/" + (most.size() - 2) + "/keywords LIMIT_EXCEEDED");
    }

    private static List<Category> many(int count) {
        List<Category> categories = new ArrayList<>(count);
        for (int i = 0; i < 100 && categories.size() < count; i++) {
            String top = "%02d".formatted(i);
            categories.add(category(top).build());
            for (int j = 0; j < 100 && categories.size() < count; j++) {
                String middle = top + ".%02d".formatted(j);
                categories.add(category(middle).build());
                for (int k = 0; k < 100 && categories.size() < count; k++) {
                    categories.add(category(middle + ".%02d".formatted(k)).build());
                }
            }
        }
        return categories;
    }

    @Test
    void a_taxonomy_has_a_hundred_thousand_categories_at_most() {
        List<Category> categories = many(Taxonomy.MAX_CATEGORIES + 1);
        assertThat(wrong(categories.subList(0, Taxonomy.MAX_CATEGORIES))).isEmpty();
        assertThat(Taxonomy.inconsistencies(categories))
                .singleElement()
                .hasToString("/categories/100000/code: LIMIT_EXCEEDED: expected at most 100000 categories, "
                        + "but was \"100001\"");
    }

    @Test
    void the_nearest_code_is_looked_for_among_five_thousand_at_most() {
        List<Category> categories = many(5_001);
        Category lost = category("00")
                .effective(Effective.until(DAY))
                .addSuccessors(CategoryCode.of("00.00.00.01"))
                .build();
        categories.set(0, lost);
        assertThat(Taxonomy.inconsistencies(categories))
                .singleElement()
                .extracting(Inconsistency::expected)
                .isEqualTo("a category of this taxonomy");
        assertThat(Taxonomy.inconsistencies(categories.subList(0, 5_000)))
                .singleElement()
                .extracting(Inconsistency::expected)
                .asString()
                .startsWith("a category of this taxonomy; did you mean \"00.00.0");
    }

    @Test
    void no_more_is_told_than_a_document_may_have_problems() {
        List<Category> categories = IntStream.range(0, 100)
                .mapToObj(i -> category("%02d".formatted(i))
                        .addAllKeywords(
                                IntStream.range(0, 30).mapToObj(w -> "a|" + w).toList())
                        .build())
                .toList();
        assertThat(Taxonomy.inconsistencies(categories)).hasSize(Problems.LIMIT);
    }

    @Test
    void a_match_is_of_some_characters_and_a_suggestion_has_a_score() {
        Category category = category("01").build();
        assertThat(new Suggested.Match("a", 0, 1).endExclusive()).isEqualTo(1);
        assertThat(new Suggested(category, 1, List.of()).score()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Suggested.Match("a", -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Suggested.Match("a", 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Suggested(category, 0, List.of()));
    }

    @Test
    void suggestions_stand_by_score_then_words_then_where_they_begin_then_code() {
        Taxonomy taxonomy = Taxonomy.of(
                "t",
                "1",
                List.of(
                        category("01").addKeywords("路灯").build(),
                        category("02").addKeywords("井盖").build(),
                        category("03").addKeywords("路灯").build(),
                        category("04").addKeywords("坏", "了").build(),
                        category("05").addKeywords("路灯坏").build()));
        assertThat(taxonomy.suggest("路灯坏了井盖", 9).stream()
                        .map(s -> s.category().code() + " " + s.score() + " "
                                + s.matches().size()))
                .containsExactly("05 3 1", "04 2 2", "01 2 1", "03 2 1", "02 2 1");
        assertThat(taxonomy.suggest("路灯坏了井盖", 1)).hasSize(1);
    }

    @Test
    void suggestions_of_a_day_are_of_categories_in_force_on_it_and_those_of_no_day_are_not_retired() {
        Taxonomy taxonomy = Taxonomy.of(
                "t",
                "1",
                List.of(
                        category("01")
                                .addKeywords("路灯")
                                .effective(Effective.until(DAY))
                                .build(),
                        category("02")
                                .addKeywords("路灯")
                                .effective(Effective.from(DAY))
                                .build()));
        assertThat(taxonomy.suggest("路灯", DAY.minusDays(1), 9))
                .extracting(s -> s.category().code().value())
                .containsExactly("01");
        for (List<Suggested> now : List.of(taxonomy.suggest("路灯", DAY, 9), taxonomy.suggest("路灯", 9))) {
            assertThat(now).extracting(s -> s.category().code().value()).containsExactly("02");
        }
    }

    @Test
    void a_name_in_both_languages_alike_is_found_once_and_a_long_one_speaks_for_no_leaf() {
        Taxonomy taxonomy = Taxonomy.of(
                "t",
                "1",
                List.of(
                        category("01").name(Label.of("ETC", "ETC")).build(),
                        category("02").name(Label.of("长".repeat(64), "Long")).build(),
                        category("03").name(Label.of("短".repeat(65), "Short")).build(),
                        category("04").name(Label.of("上", "Above")).build(),
                        category("04.01").name(Label.of("下", "Below")).build()));
        assertThat(taxonomy.named("ETC")).hasSize(1);
        assertThat(taxonomy.suggest("长".repeat(64), 9)).hasSize(1);
        assertThat(taxonomy.suggest("短".repeat(65), 9)).isEmpty();
        assertThat(taxonomy.suggest("上下", 9))
                .extracting(s -> s.category().code().value())
                .containsExactly("04.01");
        assertThat(taxonomy.search("o")).extracting(c -> c.code().value()).containsExactly("02", "03", "04", "04.01");
    }

    @Test
    void roots_leaves_and_children_are_lists_of_their_own_that_nobody_changes() {
        Taxonomy taxonomy = Taxonomy.of(
                "t",
                "1",
                List.of(
                        category("01").build(),
                        category("01.01").build(),
                        category("01.01.01").build(),
                        category("02").build()));
        assertThat(codes(taxonomy.roots())).containsExactly("01", "02");
        assertThat(codes(taxonomy.leaves())).containsExactly("01.01.01", "02");
        List<Category> children = taxonomy.children(CategoryCode.of("01"));
        assertThat(codes(children)).containsExactly("01.01");
        List<Category> named = taxonomy.named("C01.01");
        assertThat(codes(named)).containsExactly("01.01");
        for (List<Category> list :
                List.of(taxonomy.roots(), taxonomy.leaves(), children, taxonomy.categories(), named)) {
            assertThat(list).isUnmodifiable();
        }
    }

    @Test
    void a_search_finds_the_name_itself_then_what_begins_with_it_then_what_has_it() {
        Taxonomy taxonomy = Taxonomy.of(
                "t",
                "1",
                List.of(
                        category("01").name(Label.of("污水", "Sewage")).build(),
                        category("02").name(Label.of("水费", "Water fees")).build(),
                        category("03").name(Label.of("水", "Water")).build()));
        assertThat(codes(taxonomy.search("水"))).containsExactly("03", "02", "01");
        assertThat(codes(taxonomy.search("water"))).containsExactly("03", "02");
    }

    private static List<String> codes(List<Category> categories) {
        return categories.stream().map(c -> c.code().value()).toList();
    }

    @Test
    void taxonomies_are_equal_if_identity_and_categories_are() {
        List<Category> one = List.of(category("01").build());
        Taxonomy taxonomy = Taxonomy.of("t", "1", one);
        assertThat(taxonomy)
                .isEqualTo(Taxonomy.of("t", "1", one))
                .hasSameHashCodeAs(Taxonomy.of("t", "1", one))
                .isNotEqualTo(Taxonomy.of("t", "2", one))
                .isNotEqualTo(Taxonomy.of("t", "1", List.of(category("02").build())))
                .isNotEqualTo(one);
        assertThat(taxonomy.hashCode()).isNotEqualTo(Taxonomy.of("t", "2", one).hashCode());
        assertThat(List.of(taxonomy.id(), taxonomy.version())).containsExactly("t", "1");
    }
}
