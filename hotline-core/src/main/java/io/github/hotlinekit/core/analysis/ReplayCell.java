package io.github.hotlinekit.core.analysis;

import java.util.List;
import java.util.Objects;

/**
 * How many past cases go to one place by the rules before and to one place by the rules after.
 *
 * @param before where they go by the rules before
 * @param after where they go by the rules after
 * @param cases how many, at least 1
 * @param changed of how many the outcome differs, 0 to {@code cases}: all if the places differ; if they do not, those
 *     that other departments assist
 * @param examples some of those changed, ordered by id, then by instant
 */
public record ReplayCell(
        Destination before, Destination after, long cases, long changed, List<ReplayExample> examples) {

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if a number is out of range, or there are more examples than changed cases
     */
    public ReplayCell {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        examples = List.copyOf(Objects.requireNonNull(examples, "examples"));
        if (cases < 1) {
            throw new IllegalArgumentException("cases must be at least 1, but were " + cases);
        }
        long least = before.equals(after) ? examples.size() : cases;
        if (changed < least || changed > cases || examples.size() > changed) {
            throw new IllegalArgumentException("changed must be " + Math.max(least, examples.size()) + " to " + cases
                    + ", but was " + changed + " with " + examples.size() + " examples");
        }
    }

    /**
     * Whether its cases go elsewhere.
     *
     * @return whether the places differ
     */
    public boolean moves() {
        return !before.equals(after);
    }

    ReplayCell transposed() {
        return new ReplayCell(
                after,
                before,
                cases,
                changed,
                examples.stream().map(ReplayExample::transposed).toList());
    }
}
