package io.github.hotlinekit.core.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** "Did you mean": the name nearest to a misspelt one. */
public final class Suggestion {

    private static final int MAX_LENGTH = 64;

    private Suggestion() {}

    /**
     * The candidate nearest to a value by edit distance, ignoring case; none if even the nearest
     * differs in more than a third of its characters. Ties go to the alphabetically first.
     *
     * @param value what was written
     * @param candidates what could have been meant
     * @return the nearest candidate
     */
    public static Optional<String> nearest(String value, Collection<String> candidates) {
        if (value.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String lower = value.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .filter(c -> c.length() <= MAX_LENGTH)
                .map(c -> new Scored(c, distance(lower, c.toLowerCase(Locale.ROOT))))
                .filter(s -> s.distance * 3 <= Math.max(s.name.length(), value.length()))
                .min(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
                .map(Scored::name);
    }

    /**
     * The words to append to what was expected: {@code "; did you mean \"category\"?"}, or nothing.
     *
     * @param value what was written
     * @param candidates what could have been meant
     * @return the words, or the empty text
     */
    public static String hint(String value, Collection<String> candidates) {
        return nearest(value, candidates)
                .map(c -> "; did you mean \"" + c + "\"?")
                .orElse("");
    }

    private record Scored(String name, int distance) {}

    private static int distance(String a, String b) {
        int[] previous = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(swap, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
