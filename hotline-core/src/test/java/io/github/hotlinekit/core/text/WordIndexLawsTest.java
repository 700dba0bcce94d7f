package io.github.hotlinekit.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ahocorasick.trie.Trie;
import org.junit.jupiter.api.Test;

class WordIndexLawsTest {

    private record Hit(String word, int end) {}

    @Property
    void the_index_finds_what_looking_for_each_word_at_each_place_finds(
            @ForAll("words") List<String> words, @ForAll("texts") String text) {
        List<Hit> expected = new ArrayList<>();
        for (int end = 1; end <= text.length(); end++) {
            for (int start = 0; start < end; start++) { // of those that end together the longest first
                String part = text.substring(start, end);
                if (words.contains(part)) {
                    expected.add(new Hit(part, end));
                }
            }
        }
        assertThat(find(words, text)).containsExactlyElementsOf(expected);
    }

    @Property
    void the_index_finds_what_another_library_finds(@ForAll("words") List<String> words, @ForAll("texts") String text) {
        List<Hit> expected = Trie.builder().addKeywords(words).build().parseText(text).stream()
                .map(emit -> new Hit(emit.getKeyword(), emit.getEnd() + 1))
                .toList();
        assertThat(find(words, text)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Property
    void the_words_present_are_those_found_each_once(
            @ForAll("words") List<String> words, @ForAll("texts") String text) {
        // Often enough for more hits than are expected of a text.
        String longer = text.repeat(8);
        WordIndex index = WordIndex.of(words);
        assertThat(index.present(longer))
                .containsExactly(IntStream.range(0, index.words().size())
                        .filter(w -> longer.contains(index.words().get(w)))
                        .toArray());
    }

    @Test
    void fifty_thousand_words_are_found_each() {
        List<String> words = IntStream.range(0, 50_000)
                .mapToObj(i -> "词" + Integer.toString(i, 36) + "语。")
                .toList();
        String text = String.join("", words);
        assertThat(find(words, text)).extracting(Hit::word).containsExactlyElementsOf(words);
        assertThat(WordIndex.of(words).present(text)).hasSize(50_000).isSorted();
    }

    @Test
    void repeated_words_count_once_and_an_empty_one_is_refused() {
        assertThat(WordIndex.of(List.of("乙", "甲", "乙")).words()).containsExactly("乙", "甲");
        assertThat(find(List.of(), "甲")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> WordIndex.of(List.of("甲", "")));
    }

    private static List<Hit> find(List<String> words, String text) {
        WordIndex index = WordIndex.of(words);
        List<Hit> hits = new ArrayList<>();
        index.find(text, (word, end) -> hits.add(new Hit(index.words().get(word), end)));
        return hits;
    }

    @Provide
    Arbitrary<List<String>> words() {
        return letters().ofMinLength(1).ofMaxLength(5).list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> texts() {
        return letters().ofMaxLength(30);
    }

    private static net.jqwik.api.arbitraries.StringArbitrary letters() {
        return Arbitraries.strings().withChars('噪', '音', 'a', '\uD842', '\uDFB7');
    }
}
