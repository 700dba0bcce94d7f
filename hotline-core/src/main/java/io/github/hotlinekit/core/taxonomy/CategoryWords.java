package io.github.hotlinekit.core.taxonomy;

import io.github.hotlinekit.core.text.NormalText;
import io.github.hotlinekit.core.text.WordIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The words that speak for categories: their keywords, and the Chinese names of leaves. Immutable. */
final class CategoryWords {

    private static final Comparator<Suggested> BEST_FIRST = Comparator.comparingInt(Suggested::score)
            .reversed()
            .thenComparing(s -> s.matches().size(), Comparator.reverseOrder())
            .thenComparing(s -> s.matches().get(0).start())
            .thenComparing(s -> s.category().code());

    private final WordIndex index;
    /** For each word of the index the categories it speaks for. */
    private final List<List<Category>> spokenFor;

    /** A category and those of its words that stand in a text. */
    private record Found(Category category, List<Suggested.Match> words) {}

    private CategoryWords(WordIndex index, List<List<Category>> spokenFor) {
        this.index = index;
        this.spokenFor = spokenFor;
    }

    static CategoryWords of(List<Category> categories, Predicate<Category> isLeaf) {
        Map<String, Set<Category>> byWord = new LinkedHashMap<>();
        for (Category category : categories) {
            List<String> words = new ArrayList<>(category.keywords());
            if (isLeaf.test(category) && category.name().zh().length() <= Category.MAX_WORD) {
                words.add(category.name().zh());
            }
            for (String word : words) {
                String normal = NormalText.normalized(word);
                if (!normal.isEmpty()) {
                    byWord.computeIfAbsent(normal, w -> new LinkedHashSet<>()).add(category);
                }
            }
        }
        return new CategoryWords(
                WordIndex.of(byWord.keySet()),
                byWord.values().stream().map(List::copyOf).toList());
    }

    List<Suggested> suggest(String text, Predicate<Category> inForce, int limit) {
        NormalText normal = NormalText.of(text, Taxonomy.MAX_TEXT);
        Map<Integer, Integer> firstEnds = new LinkedHashMap<>();
        index.find(normal.value(), firstEnds::putIfAbsent);
        Map<CategoryCode, Found> matches = new HashMap<>();
        firstEnds.forEach((word, end) -> {
            String written = index.words().get(word);
            int start = end - written.length();
            Suggested.Match match = new Suggested.Match(written, normal.start(start), normal.endExclusive(end - 1));
            for (Category category : spokenFor.get(word)) {
                if (inForce.test(category)) {
                    matches.computeIfAbsent(category.code(), c -> new Found(category, new ArrayList<>()))
                            .words()
                            .add(match);
                }
            }
        });
        return matches.values().stream()
                .map(found -> suggested(found.category(), found.words()))
                .sorted(BEST_FIRST)
                .limit(limit)
                .toList();
    }

    private static Suggested suggested(Category category, List<Suggested.Match> words) {
        List<Suggested.Match> counted = words.stream()
                .filter(m -> words.stream()
                        .noneMatch(o -> !o.word().equals(m.word()) && o.word().contains(m.word())))
                .sorted(Comparator.comparingInt(Suggested.Match::start)
                        .thenComparing(Suggested.Match::endExclusive)
                        .thenComparing(Suggested.Match::word))
                .toList();
        int score = counted.stream()
                .mapToInt(m -> m.word().codePointCount(0, m.word().length()))
                .sum();
        return new Suggested(category, score, counted);
    }
}
