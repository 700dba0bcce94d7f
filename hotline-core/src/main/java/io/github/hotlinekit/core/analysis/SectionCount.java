package io.github.hotlinekit.core.analysis;

import java.util.Objects;

/**
 * How many cases the rules of a section decide.
 *
 * @param section the section's id
 * @param cases how many, 0 or more
 */
public record SectionCount(String section, long cases) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if {@code cases} is below 0
     */
    public SectionCount {
        Objects.requireNonNull(section, "section");
        if (cases < 0) {
            throw new IllegalArgumentException("cases must be 0 or more, but were " + cases);
        }
    }
}
