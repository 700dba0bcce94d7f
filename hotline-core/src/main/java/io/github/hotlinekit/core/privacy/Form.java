package io.github.hotlinekit.core.privacy;

import java.util.Objects;

/** The forms that all personal data shares. Messages never hold what they are about. */
final class Form {

    private Form() {}

    /** A text of one line without blanks at the ends. */
    static String line(String what, String value, int max) {
        Objects.requireNonNull(value, "value");
        String stripped = value.strip();
        if (stripped.isEmpty()
                || stripped.length() > max
                || stripped.chars().anyMatch(Character::isISOControl)
                || hasLoneSurrogate(stripped)) {
            throw new IllegalArgumentException(what + " must be 1 to " + max
                    + " characters without control characters and lone surrogates, but was a text of "
                    + stripped.length() + " characters");
        }
        return stripped;
    }

    static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    static String stars(int count) {
        return "*".repeat(count);
    }
}
