package io.github.hotlinekit.core.directory;

import java.util.Objects;

/**
 * The code of an area (区域): an area's code begins with the code of the area that contains it, such
 * as {@code 350581001} within {@code 350581}.
 *
 * @param value 1 to {@value #MAX_LENGTH} digits
 */
public record AreaCode(String value) implements Comparable<AreaCode> {

    /** The most digits. */
    public static final int MAX_LENGTH = 24;

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public AreaCode {
        Objects.requireNonNull(value, "value");
        if (value.isEmpty() || value.length() > MAX_LENGTH || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException(
                    "area code must be 1 to " + MAX_LENGTH + " digits, but was \"" + value + "\"");
        }
    }

    /**
     * A code.
     *
     * @param value such as {@code 350581001}
     * @return the code
     * @throws IllegalArgumentException if it is not of the form above
     */
    public static AreaCode of(String value) {
        return new AreaCode(value);
    }

    /**
     * Whether this is the given area or in it.
     *
     * @param container the area that may contain this one
     * @return whether it does
     */
    public boolean isWithin(AreaCode container) {
        return value.startsWith(container.value);
    }

    @Override
    public int compareTo(AreaCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
