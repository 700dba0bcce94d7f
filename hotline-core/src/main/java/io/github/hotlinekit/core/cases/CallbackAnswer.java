package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.privacy.FreeText;
import java.util.Objects;
import java.util.Optional;

/**
 * What the citizen said in the callback (回访): two questions, two answers.
 *
 * @param resolution whether it is resolved
 * @param satisfaction the grade given, if any
 * @param words the citizen's own words
 */
public record CallbackAnswer(Resolution resolution, Optional<Satisfaction> satisfaction, Optional<FreeText> words) {

    /** Checks the parts. */
    public CallbackAnswer {
        Objects.requireNonNull(resolution, "resolution");
        Objects.requireNonNull(satisfaction, "satisfaction");
        Objects.requireNonNull(words, "words");
    }

    /**
     * An answer with a grade.
     *
     * @param resolution whether it is resolved
     * @param satisfaction the grade
     * @return the answer
     */
    public static CallbackAnswer of(Resolution resolution, Satisfaction satisfaction) {
        return new CallbackAnswer(resolution, Optional.of(satisfaction), Optional.empty());
    }

    /**
     * An answer without a grade.
     *
     * @param resolution whether it is resolved
     * @return the answer
     */
    public static CallbackAnswer of(Resolution resolution) {
        return new CallbackAnswer(resolution, Optional.empty(), Optional.empty());
    }

    /**
     * Whether the case may go back to the department for it: not resolved, or one of the two lowest grades.
     *
     * @return whether it is bad
     */
    public boolean isBad() {
        return resolution == Resolution.NO
                || satisfaction
                        .filter(s -> s.compareTo(Satisfaction.DISSATISFIED) >= 0)
                        .isPresent();
    }
}
