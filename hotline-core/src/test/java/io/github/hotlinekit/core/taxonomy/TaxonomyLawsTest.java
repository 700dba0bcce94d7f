package io.github.hotlinekit.core.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hotlinekit.core.testkit.TaxonomyArbitraries;
import io.github.hotlinekit.core.text.NormalText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TaxonomyLawsTest {

    @Property
    void one_contains_another_exactly_if_its_code_begins_the_other_s(@ForAll("taxonomies") Taxonomy taxonomy) {
        List<CategoryCode> codes =
                taxonomy.categories().stream().map(Category::code).toList();
        for (CategoryCode above : codes) {
            for (CategoryCode code : codes) {
                assertThat(taxonomy.contains(above, code))
                        .as("%s contains %s", above, code)
                        .isEqualTo(code.isWithin(above));
            }
        }
    }

    @Property
    void a_subtree_holds_what_is_within_and_each_before_what_is_below_it(@ForAll("taxonomies") Taxonomy taxonomy) {
        for (Category top : taxonomy.categories()) {
            List<Category> expected = new ArrayList<>();
            walk(taxonomy, top, expected);
            assertThat(taxonomy.subtree(top.code()))
                    .isEqualTo(expected)
                    .containsExactlyInAnyOrderElementsOf(taxonomy.categories().stream()
                            .filter(c -> c.code().isWithin(top.code()))
                            .toList());
        }
    }

    private static void walk(Taxonomy taxonomy, Category category, List<Category> walked) {
        walked.add(category);
        taxonomy.categories().stream()
                .filter(c -> c.code().parent().filter(category.code()::equals).isPresent())
                .forEach(c -> walk(taxonomy, c, walked));
    }

    @Property
    void the_ancestors_are_those_that_contain_it_from_the_top_down(@ForAll("taxonomies") Taxonomy taxonomy) {
        for (Category category : taxonomy.categories()) {
            assertThat(taxonomy.ancestors(category.code()))
                    .isEqualTo(taxonomy.categories().stream()
                            .filter(c -> !c.equals(category) && category.code().isWithin(c.code()))
                            .sorted(Comparator.comparing(c -> c.code().depth()))
                            .toList());
        }
    }

    @Property
    void a_retired_category_forwards_to_what_its_successors_forward_to(
            @ForAll("taxonomies") Taxonomy taxonomy, @ForAll("days") LocalDate day) {
        for (Category category : taxonomy.categories()) {
            List<CategoryCode> forward = taxonomy.forward(category.code(), day);
            assertThat(forward).containsExactlyElementsOf(naive(taxonomy, category.code(), day));
            assertThat(forward).allMatch(f -> taxonomy.forward(f, day).equals(List.of(f)));
        }
    }

    private static Set<CategoryCode> naive(Taxonomy taxonomy, CategoryCode code, LocalDate day) {
        Category category = taxonomy.find(code).orElseThrow();
        boolean retired = category.effective()
                .toExclusive()
                .filter(end -> !day.isBefore(end))
                .isPresent();
        if (!retired || category.successors().isEmpty()) {
            return Set.of(code);
        }
        Set<CategoryCode> union = new LinkedHashSet<>();
        category.successors().forEach(s -> union.addAll(naive(taxonomy, s, day)));
        return union;
    }

    @Property
    void the_mapping_of_a_day_forwards_every_category(
            @ForAll("taxonomies") Taxonomy taxonomy, @ForAll("days") LocalDate day) {
        assertThat(taxonomy.mapping(day).keySet())
                .containsExactlyElementsOf(
                        taxonomy.categories().stream().map(Category::code).toList());
        assertThat(taxonomy.mapping(day))
                .allSatisfy((code, now) -> assertThat(now).isEqualTo(taxonomy.forward(code, day)));
    }

    @Property
    void reading_a_table_inverts_writing_it(@ForAll("taxonomies") Taxonomy taxonomy) throws IOException {
        StringBuilder text = new StringBuilder();
        taxonomy.writeCsv(text);
        Taxonomy read = Taxonomy.readCsv(
                "drawn", "1", "t.csv", new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
        assertThat(read).isEqualTo(taxonomy).hasSameHashCodeAs(taxonomy);
        assertThat(read.categories()).isEqualTo(taxonomy.categories());
        StringBuilder again = new StringBuilder();
        read.writeCsv(again);
        assertThat(again).hasToString(text.toString());
    }

    @Property
    void a_search_finds_every_name_that_has_the_text_the_closest_first(
            @ForAll("taxonomies") Taxonomy taxonomy, @ForAll("searches") String text) {
        String normal = NormalText.normalized(text);
        List<Category> found = taxonomy.search(text);
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(taxonomy.categories().stream()
                        .filter(c -> names(c).stream().anyMatch(n -> n.contains(normal)))
                        .toList());
        assertThat(found)
                .isSortedAccordingTo(
                        Comparator.comparing((Category c) -> names(c).stream().noneMatch(normal::equals))
                                .thenComparing(c -> names(c).stream().noneMatch(n -> n.startsWith(normal)))
                                .thenComparing(taxonomy.categories()::indexOf));
    }

    private static List<String> names(Category category) {
        return List.of(
                NormalText.normalized(category.name().zh()),
                NormalText.normalized(category.name().en()));
    }

    @Property
    void a_suggestion_is_scored_by_the_words_that_stand_in_the_text(
            @ForAll("taxonomies") Taxonomy taxonomy, @ForAll("texts") String text, @ForAll("days") LocalDate day) {
        List<Suggested> expected = taxonomy.categories().stream()
                .filter(c -> c.effective().includes(day))
                .map(c -> new Suggested(c, Math.max(1, score(taxonomy, c, text)), matches(taxonomy, c, text)))
                .filter(s -> !s.matches().isEmpty())
                .sorted(Comparator.comparing((Suggested s) -> -s.score())
                        .thenComparing(s -> -s.matches().size())
                        .thenComparing(s -> s.matches().get(0).start())
                        .thenComparing(s -> s.category().code()))
                .toList();
        assertThat(taxonomy.suggest(text, day, 100)).isEqualTo(expected);
        assertThat(taxonomy.suggest(text, day, 2)).isEqualTo(expected.subList(0, Math.min(2, expected.size())));
        assertThat(taxonomy.suggest(text, 100)).isEqualTo(taxonomy.suggest(text, LocalDate.MAX, 100));
    }

    private static int score(Taxonomy taxonomy, Category category, String text) {
        return matches(taxonomy, category, text).stream()
                .mapToInt(m -> (int) m.word().codePoints().count())
                .sum();
    }

    /** The texts drawn have no character whose place differs in normal form. */
    private static List<Suggested.Match> matches(Taxonomy taxonomy, Category category, String text) {
        String normal = NormalText.normalized(text);
        Set<String> words = new LinkedHashSet<>();
        category.keywords().forEach(w -> words.add(NormalText.normalized(w)));
        if (taxonomy.children(category.code()).isEmpty()) {
            words.add(NormalText.normalized(category.name().zh()));
        }
        List<String> present = words.stream().filter(normal::contains).toList();
        return present.stream()
                .filter(w -> present.stream().noneMatch(o -> !o.equals(w) && o.contains(w)))
                .map(w -> new Suggested.Match(w, normal.indexOf(w), normal.indexOf(w) + w.length()))
                .sorted(Comparator.comparing(Suggested.Match::start)
                        .thenComparing(Suggested.Match::endExclusive)
                        .thenComparing(Suggested.Match::word))
                .toList();
    }

    @Provide
    Arbitrary<Taxonomy> taxonomies() {
        return TaxonomyArbitraries.taxonomies();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return TaxonomyArbitraries.days();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("噪", "音", "夜间", "E", "t", "c", "\"", "'", "=", ",", "\uD842\uDFB7", "类01.02", "类")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> searches() {
        return Arbitraries.of("类", "c01", "０2", "01.0", "=", "etc", "路灯类", "类02.01", "C02", "q", "\uD842\uDFB7", "无");
    }
}
