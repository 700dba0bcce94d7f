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

        static Used parse(String text) {
            if (!text.matches("[1-9][0-9]?%")) {
                throw new IllegalArgumentException(
                        "a percentage must be from 1% to 99%, such as 80%, but was \"" + text + "\"");
            }
            return new Used(Integer.parseInt(text.substring(0, text.length() - 1)));
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
     * A warning once so much of the limit is used.
     *
     * @param light yellow or red
     * @param percent from 1 to 99
     * @return the warning
     * @throws IllegalArgumentException if the light is green or the percentage out of range
     */
    public static Warning used(Light light, int percent) {
        return new Warning(light, new Used(percent));
    }

    /**
     * A warning once no more than so much is left.
     *
     * @param light yellow or red
     * @param left how much, in the limit's unit
     * @return the warning
     * @throws IllegalArgumentException if the light is green
     */
    public static Warning left(Light light, TimeLimit left) {
        return new Warning(light, new Left(left));
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
