package io.github.hotlinekit.core.document;

import java.util.Objects;

/**
 * Which document, and which version of it: what other documents and recorded decisions name it by.
 * Its text is {@code id@version}, such as {@code 12345-default@2026.1}.
 *
 * @param id the document's name, 1 to {@value #MAX_LENGTH} ASCII letters, digits, {@code .}, {@code -} and {@code _}
 * @param version its version, of the same form
 */
public record Identity(String id, String version) {

    /** The most characters of an id and of a version. */
    public static final int MAX_LENGTH = 64;

    /** Checks the parts. */
    public Identity {
        require("id", id);
        require("version", version);
    }

    /**
     * An identity.
     *
     * @param id the document's name
     * @param version its version
     * @return the identity
     * @throws IllegalArgumentException if either is not of the form above
     */
    public static Identity of(String id, String version) {
        return new Identity(id, version);
    }

    /**
     * Whether a text may be an id or a version.
     *
     * @param text the text
     * @return whether it is of the form above
     */
    public static boolean isValidPart(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH && text.chars().allMatch(Identity::isAllowed);
    }

    private static boolean isAllowed(int c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '-'
                || c == '_';
    }

    private static void require(String name, String value) {
        if (!isValidPart(Objects.requireNonNull(value, name))) {
            throw new IllegalArgumentException(name + " must be 1 to " + MAX_LENGTH
                    + " ASCII letters, digits, ., - and _, but was \"" + value + "\"");
        }
    }

    /** The identity as {@code id@version}. */
    @Override
    public String toString() {
        return id + "@" + version;
    }
}
