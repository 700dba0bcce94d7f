package io.github.hotlinekit.stats.report;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A problem that many raise again and again (反映多次的难题), as its host found it.
 *
 * @param title what and where
 * @param cases how many cases
 * @param weeks in how many different weeks
 * @param requesters by how many different people
 * @param last the day of the last one
 */
public record ChronicProblem(String title, long cases, long weeks, long requesters, LocalDate last) {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a number is negative
     */
    public ChronicProblem {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(last, "last");
        if (cases < 0 || weeks < 0 || requesters < 0) {
            throw new IllegalArgumentException(
                    "numbers must be 0 or more, but were " + cases + ", " + weeks + " and " + requesters);
        }
    }
}
