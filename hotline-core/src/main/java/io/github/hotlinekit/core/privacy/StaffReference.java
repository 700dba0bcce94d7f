package io.github.hotlinekit.core.privacy;

import java.util.Objects;

/** The form of a host's reference to one of its staff. */
final class StaffReference {

    static final int MAX_LENGTH = 64;

    private StaffReference() {}

    /** Says nothing of the text it refuses: that may well be a name. */
    static String check(String by) {
        Objects.requireNonNull(by, "by");
        if (by.isEmpty()
                || by.length() > MAX_LENGTH
                || !by.chars().allMatch(c -> Ascii.isAlphanumeric(c) || c == '.' || c == '_' || c == '-')) {
            throw new IllegalArgumentException("by must be 1 to " + MAX_LENGTH
                    + " ASCII letters, digits, ., _ and -, but was a text of " + by.length() + " characters");
        }
        return by;
    }
}
