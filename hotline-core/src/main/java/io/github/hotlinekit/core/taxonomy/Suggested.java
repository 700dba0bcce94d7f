package io.github.hotlinekit.core.taxonomy;

import java.util.List;
import java.util.Objects;

/**
 * A category that words of a text speak for (推荐事项), with these words as evidence.
 *
 * @param category the category
 * @param score how many characters, in normal form, its matched words have together; at least 1
 * @param matches its words that stand in the text, each once, where it stands first, in that order; none of them is
 *     part of another
 */
public record Suggested(Category category, int score, List<Match> matches) {

    /**
     * A word found in a text.
     *
     * @param word the word in normal form: compatibility forms unified, in lower case
     * @param start where it stands in the text as it was given, in UTF-16 units from 0
     * @param endExclusive where it ends
     */
    public record Match(String word, int start, int endExclusive) {
        /** Checks the parts. */
        public Match {
            Objects.requireNonNull(word, "word");
            if (start < 0 || endExclusive <= start) {
                throw new IllegalArgumentException(
                        "a match must have 0 <= start < endExclusive, but was " + start + " to " + endExclusive);
            }
        }
    }

    /** Checks and copies the parts. */
    public Suggested {
        Objects.requireNonNull(category, "category");
        matches = List.copyOf(Objects.requireNonNull(matches, "matches"));
        if (score < 1) {
            throw new IllegalArgumentException("score must be at least 1, but was " + score);
        }
    }
}
