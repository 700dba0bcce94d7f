package io.github.hotlinekit.sla.policy;

import java.util.Objects;

/**
 * When a running clock turns to a light.
 *
 * @param light yellow or red
 * @param threshold when
 */
public record Warning(Light light, Threshold threshold) {

    /** A point of the way to a deadline. */
    public sealed interface Threshold {}

    /**
     * So much of the limit is used.
     *
     * @param percent from 1 to 99, of the limit with its extensions; for a limit in days, rounded up to whole
     *     days: 80 % of 3 working days are used from the beginning of the third
     */
    public record Used(int percent) implements Threshold {
        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException if out of range
         */
        public Used {
            if (percent < 1 || percent > 99) {
                throw new IllegalArgumentException("percent must be from 1 to 99, but was " + percent);
            }
        }

        @Override
        public String toString() {
            return percent + "%";
        }
    }

    /**
     * No more than so much is left, in the limit's own unit: 0 working days are left from the beginning of the
     * due day, 1 from the beginning of the working day before it.
     *
     * @param left how much
     */
    public record Left(TimeLimit left) implements Threshold {
        /** Checks the part. */
        public Left {
            Objects.requireNonNull(left, "left");
        }

        @Override
        public String toString() {
            return left.toString();
        }
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the light is green
     */
    public Warning {
        Objects.requireNonNull(light, "light");
        Objects.requireNonNull(threshold, "threshold");
        if (light == Light.GREEN) {
            throw new IllegalArgumentException("light must be YELLOW or RED, but was GREEN");
        }
    }
}
