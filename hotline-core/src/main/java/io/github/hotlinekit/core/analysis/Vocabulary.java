package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.text.NormalText;
import io.github.hotlinekit.core.text.WordIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The words that rules look for. Each is a variable of its own, and all that ties them together is that a text with a
 * word has the words within that word too. That is exact: a text of any words put side by side, with a mark between
 * them that is in no word, has those words, the ones within them, and no other.
 */
final class Vocabulary {

    /** The longest text that is searched, and so the longest that a witness may have. */
    private static final int MAX_CHARACTERS = 20_000;

    private static final String MARKS = "。;,、!?:·…—~|/#*+=<>%&@^_";

    private final List<String> words;
    private final Map<String, Integer> ids;
    private final int[][] within;
    private final int[][] around;
    private final String mark;

    Vocabulary(Collection<String> all) {
        this.words = List.copyOf(new TreeSet<>(all));
        this.ids = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            ids.put(words.get(i), i);
        }
        List<List<Integer>> containers = new ArrayList<>();
        words.forEach(w -> containers.add(new ArrayList<>()));
        this.within = new int[words.size()][];
        WordIndex index = WordIndex.of(words);
        for (int i = 0; i < words.size(); i++) {
            TreeSet<Integer> found = new TreeSet<>();
            index.find(words.get(i), (w, end) -> found.add(ids.get(index.words().get(w))));
            within[i] = found.stream().mapToInt(Integer::intValue).toArray();
            int container = i;
            found.forEach(w -> containers.get(w).add(container));
        }
        this.around = containers.stream()
                .map(c -> c.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.mark = MARKS.codePoints()
                .mapToObj(Character::toString)
                .filter(m ->
                        NormalText.normalized(m).equals(m) && words.stream().noneMatch(w -> w.contains(m)))
                .findFirst()
                .orElse("\uE000");
    }

    int id(String word) {
        Integer id = ids.get(word);
        if (id == null) {
            throw new IllegalArgumentException("no rule of the space looks for \"" + word + "\"");
        }
        return id;
    }

    String word(int id) {
        return words.get(id);
    }

    /** The words within one, itself among them, ascending. */
    int[] within(int word) {
        return within[word];
    }

    /** The words that one is within, itself among them, ascending. */
    int[] around(int word) {
        return around[word];
    }

    /** A text that has words and those within them and no other; empty if none can be made. */
    Optional<String> text(List<Integer> wanted) {
        List<Integer> outermost = wanted.stream()
                .filter(w -> wanted.stream().noneMatch(o -> !o.equals(w) && contains(within[o], w)))
                .toList();
        StringBuilder text = new StringBuilder();
        outermost.forEach(w -> text.append(words.get(w)).append(mark));
        if (text.length() == 0) {
            text.append(mark);
        }
        String candidate = text.toString();
        String normal = NormalText.of(candidate, MAX_CHARACTERS).value();
        TreeSet<Integer> expected = new TreeSet<>();
        wanted.forEach(w -> {
            for (int inner : within[w]) {
                expected.add(inner);
            }
        });
        TreeSet<Integer> found = new TreeSet<>();
        WordIndex.of(words).find(normal, (w, end) -> found.add(w));
        return found.equals(expected) ? Optional.of(candidate) : Optional.empty();
    }

    static boolean contains(int[] sorted, int value) {
        return java.util.Arrays.binarySearch(sorted, value) >= 0;
    }
}
