package io.github.hotlinekit.core.duplicates;

import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * When two cases may be on one matter. Two are candidates of each other when both or neither are
 * confidential, they were received within the window, every indispensable kind of evidence is there, and
 * the score reaches the threshold.
 *
 * <p>The score is the sum of the weights of the evidence. That of the requester, the area and the category
 * counts whole; that of the time by how near the two instants are, whole at the same instant and nothing at
 * the end of the window; that of the text by the similarity. Each part is rounded down, and all are whole
 * numbers, so that every machine counts the same.
 *
 * @param window how far apart the two may have been received, inclusive: {@link #MIN_WINDOW} to
 *     {@link #MAX_WINDOW}
 * @param areaDepth how many digits of the area codes are compared, 1 to {@link AreaCode#MAX_LENGTH}, which
 *     is all; a code that is shorter is compared whole, and so agrees with none that is longer
 * @param categoryDepth how many levels of the categories are compared, 1 to {@link CategoryCode#MAX_DEPTH},
 *     which is all; a code of fewer levels is compared whole
 * @param minimumText how alike texts must be to be evidence, 1 to 1000 (per mille), inclusive
 * @param weights what each kind of evidence counts
 * @param threshold the least score of a candidate, 0 to 1000 (per mille), inclusive
 * @param required the kinds of evidence without which there is no candidate; that of the time always is one
 */
public record DuplicateRule(
        Duration window,
        int areaDepth,
        int categoryDepth,
        int minimumText,
        Weights weights,
        int threshold,
        Set<DuplicateEvidence.Kind> required) {

    /** The shortest window. */
    public static final Duration MIN_WINDOW = Duration.ofMinutes(1);

    /** The longest window. */
    public static final Duration MAX_WINDOW = Duration.ofDays(3_660);

    static final int WHOLE = 1_000;

    /**
     * What each kind of evidence counts, in per mille; the sum is 1000.
     *
     * @param requester the same requester
     * @param area the same area
     * @param category the same category
     * @param time the same instant of receipt
     * @param text the same text
     */
    public record Weights(int requester, int area, int category, int time, int text) {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if one is not 0 to 1000, or the sum is not 1000
         */
        public Weights {
            requirePerMille(requester, "weight of the requester");
            requirePerMille(area, "weight of the area");
            requirePerMille(category, "weight of the category");
            requirePerMille(time, "weight of the time");
            requirePerMille(text, "weight of the text");
            int sum = requester + area + category + time + text;
            if (sum != WHOLE) {
                throw new IllegalArgumentException("weights must add up to " + WHOLE + ", but were " + sum);
            }
        }

        int of(DuplicateEvidence.Kind kind) {
            return switch (kind) {
                case REQUESTER -> requester;
                case AREA -> area;
                case CATEGORY -> category;
                case TIME -> time;
                case TEXT -> text;
            };
        }
    }

    /**
     * A rule to begin with: seven days, the area down to the town (9 digits), the category down to the second
     * level, texts alike to 300 per mille, weights 200 for the requester, 200 for the area, 150 for the category,
     * 100 for the time and 350 for the text, a threshold of 500, and nothing but the time indispensable. So the
     * same requester with the same area and category is a candidate whatever the words, as are two requesters of
     * one area and category whose words are half alike; area, category and time alone are not.
     */
    public static final DuplicateRule STANDARD =
            new DuplicateRule(Duration.ofDays(7), 9, 2, 300, new Weights(200, 200, 150, 100, 350), 500, Set.of());

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public DuplicateRule {
        Objects.requireNonNull(window, "window");
        if (window.compareTo(MIN_WINDOW) < 0 || window.compareTo(MAX_WINDOW) > 0) {
            throw new IllegalArgumentException(
                    "window must be " + MIN_WINDOW + " to " + MAX_WINDOW + ", but was " + window);
        }
        require(areaDepth, 1, AreaCode.MAX_LENGTH, "areaDepth");
        require(categoryDepth, 1, CategoryCode.MAX_DEPTH, "categoryDepth");
        require(minimumText, 1, WHOLE, "minimumText");
        Objects.requireNonNull(weights, "weights");
        requirePerMille(threshold, "threshold");
        EnumSet<DuplicateEvidence.Kind> copy = EnumSet.noneOf(DuplicateEvidence.Kind.class);
        copy.addAll(Objects.requireNonNull(required, "required"));
        required = Collections.unmodifiableSet(copy);
    }

    /**
     * The same rule with another window.
     *
     * @param window how far apart two cases may have been received, inclusive
     * @return the rule
     * @throws IllegalArgumentException if it is out of its range
     */
    public DuplicateRule withWindow(Duration window) {
        return new DuplicateRule(window, areaDepth, categoryDepth, minimumText, weights, threshold, required);
    }

    /**
     * The same rule with another depth of areas.
     *
     * @param areaDepth how many digits are compared
     * @return the rule
     * @throws IllegalArgumentException if it is out of its range
     */
    public DuplicateRule withAreaDepth(int areaDepth) {
        return new DuplicateRule(window, areaDepth, categoryDepth, minimumText, weights, threshold, required);
    }

    /**
     * The same rule with another depth of categories.
     *
     * @param categoryDepth how many levels are compared
     * @return the rule
     * @throws IllegalArgumentException if it is out of its range
     */
    public DuplicateRule withCategoryDepth(int categoryDepth) {
        return new DuplicateRule(window, areaDepth, categoryDepth, minimumText, weights, threshold, required);
    }

    /**
     * The same rule with another least similarity of texts.
     *
     * @param minimumText how alike texts must be to be evidence, in per mille
     * @return the rule
     * @throws IllegalArgumentException if it is out of its range
     */
    public DuplicateRule withMinimumText(int minimumText) {
        return new DuplicateRule(window, areaDepth, categoryDepth, minimumText, weights, threshold, required);
    }

    /**
     * The same rule with other weights.
     *
     * @param weights what each kind of evidence counts
     * @return the rule
     */
    public DuplicateRule withWeights(Weights weights) {
        return new DuplicateRule(window, areaDepth, categoryDepth, minimumText, weights, threshold, required);
    }

    /**
     * The same rule with another threshold.
     *
     * @param threshold the least score of a candidate, in per mille
     * @return the rule
     * @throws IllegalArgumentException if it is out of its range
     */
    public DuplicateRule withThreshold(int threshold) {
        return new DuplicateRule(window, areaDepth, categoryDepth, minimumText, weights, threshold, required);
    }

    /**
     * The same rule with other indispensable evidence.
     *
     * @param required the kinds without which there is no candidate
     * @return the rule
     */
    public DuplicateRule withRequired(Set<DuplicateEvidence.Kind> required) {
        return new DuplicateRule(window, areaDepth, categoryDepth, minimumText, weights, threshold, required);
    }

    /** The part of an area's code that is compared. */
    AreaCode compared(AreaCode area) {
        return area.value().length() <= areaDepth
                ? area
                : AreaCode.of(area.value().substring(0, areaDepth));
    }

    static void requirePerMille(int value, String name) {
        require(value, 0, WHOLE, name);
    }

    private static void require(int value, int least, int most, String name) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ", but was " + value);
        }
    }
}
