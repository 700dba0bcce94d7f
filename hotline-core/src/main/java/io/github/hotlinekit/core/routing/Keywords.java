package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.text.NormalText;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * Which words a case's text must have or not have (关键词). Words are literal: no pattern, no tokeniser. They and the
 * text are compared in one normal form: compatibility forms unified (NFKC), lower case, no white space between Han
 * characters. A case without a text never matches words, not even words that must be absent.
 *
 * @param any at least one of these, if there are any
 * @param all every one of these
 * @param none not one of these
 */
@Value.Builder
public record Keywords(List<String> any, List<String> all, List<String> none) {

    /** The most characters of a word. */
    public static final int MAX_LENGTH = 64;
    /** The most words of a rule. */
    public static final int MAX_WORDS = 1_024;
    /** Repetition of anything, a class, a group, an escape, alternatives, an anchor at the start. */
    private static final Pattern PATTERN = Pattern.compile("\\.[*+?]|\\[[^]]*]|\\(\\?[:=!<i]|\\\\[a-z]|\\||^\\^");

    /** No word is asked for. */
    public static final Keywords ANY = new Keywords(List.of(), List.of(), List.of());

    /**
     * Checks the parts and brings the words into normal form.
     *
     * @throws IllegalArgumentException if a word is blank, twice, longer than {@value #MAX_LENGTH} characters in normal form or
     *     meant as a pattern, such as {@code 燃气.*泄漏} or {@code a|b}, or there are too many
     */
    public Keywords {
        any = normal("any", any);
        all = normal("all", all);
        none = normal("none", none);
        int count = any.size() + all.size() + none.size();
        if (count > MAX_WORDS) {
            throw new IllegalArgumentException("keywords must be at most " + MAX_WORDS + ", but were " + count);
        }
    }

    private static List<String> normal(String name, List<String> words) {
        List<String> normal = Objects.requireNonNull(words, name).stream()
                .map(Keywords::normal)
                .toList();
        if (Set.copyOf(normal).size() != normal.size()) {
            throw new IllegalArgumentException("words of " + name + " must differ, but were " + words);
        }
        return normal;
    }

    private static String normal(String word) {
        String normal = NormalText.normalized(word);
        if (normal.isEmpty() || normal.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a word must be 1 to " + MAX_LENGTH + " characters and not blank, but was \"" + word + "\"");
        }
        if (looksLikePattern(normal) || Spelling.textFlaw(normal).isPresent()) {
            throw new IllegalArgumentException("a word must be literal, but was \"" + word + "\"");
        }
        return normal;
    }

    /**
     * Whether a word was meant as a pattern, such as {@code 燃气.*泄漏}: there are none, and taken literally it would never
     * be found.
     */
    static boolean looksLikePattern(String normal) {
        return PATTERN.matcher(normal).find();
    }

    /**
     * Keywords of which one must be there.
     *
     * @param words the words
     * @return the keywords
     */
    public static Keywords anyOf(String... words) {
        return new Keywords(List.of(words), List.of(), List.of());
    }

    /**
     * Whether no word is asked for.
     *
     * @return whether every list is empty
     */
    public boolean isAny() {
        return any.isEmpty() && all.isEmpty() && none.isEmpty();
    }

    /**
     * All the words, those that must be absent too.
     *
     * @return the words, in the order of the lists
     */
    public List<String> words() {
        return Stream.of(any, all, none).flatMap(List::stream).distinct().toList();
    }

    /**
     * Whether a text has the words that are asked for.
     *
     * @param present the words found in it, in normal form
     * @return whether it does
     */
    public boolean holdFor(Set<String> present) {
        return (any.isEmpty() || any.stream().anyMatch(present::contains))
                && present.containsAll(all)
                && none.stream().noneMatch(present::contains);
    }

    /**
     * A builder; a list without words asks for nothing.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds keywords. */
    public static final class Builder extends KeywordsBuilder {
        Builder() {}
    }
}
