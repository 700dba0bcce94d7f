package io.github.hotlinekit.core.cases;

import java.util.Objects;
import java.util.Optional;

/**
 * What the citizen said in the callback (回访): two questions, two answers.
 *
 * @param resolution whether it is resolved
 * @param satisfaction the grade given, if any
 */
public record CallbackAnswer(Resolution resolution, Optional<Satisfaction> satisfaction) {

    /** Checks the parts. */
    public CallbackAnswer {
        Objects.requireNonNull(resolution, "resolution");
        Objects.requireNonNull(satisfaction, "satisfaction");
    }

    /**
     * An answer with a grade.
     *
     * @param resolution whether it is resolved
     * @param satisfaction the grade
     * @return the answer
     */
    public static CallbackAnswer of(Resolution resolution, Satisfaction satisfaction) {
        return new CallbackAnswer(resolution, Optional.of(satisfaction));
    }
}
