package io.github.hotlinekit.core.directory;

import java.util.Objects;

/**
 * The code of a department (承办单位), such as {@code ZJJ} or {@code HB-JD}.
 *
 * @param value 1 to {@value #MAX_LENGTH} ASCII letters, digits, {@code -} and {@code _}
 */
public record DepartmentCode(String value) implements Comparable<DepartmentCode> {

    /** The most characters. */
    public static final int MAX_LENGTH = 64;

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public DepartmentCode {
        Objects.requireNonNull(value, "value");
        if (!isValid(value)) {
            throw new IllegalArgumentException("department code must be 1 to " + MAX_LENGTH
                    + " ASCII letters, digits, - and _, but was \"" + value + "\"");
        }
    }

    /**
     * A code.
     *
     * @param value such as {@code ZJJ}
     * @return the code
     * @throws IllegalArgumentException if it is not of the form above
     */
    public static DepartmentCode of(String value) {
        return new DepartmentCode(value);
    }

    static boolean isValid(String value) {
        return !value.isEmpty()
                && value.length() <= MAX_LENGTH
                && value.chars()
                        .allMatch(c -> (c >= 'A' && c <= 'Z')
                                || (c >= 'a' && c <= 'z')
                                || (c >= '0' && c <= '9')
                                || c == '-'
                                || c == '_');
    }

    @Override
    public int compareTo(DepartmentCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
