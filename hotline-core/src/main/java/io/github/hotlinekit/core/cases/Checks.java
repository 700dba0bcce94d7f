package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.directory.DepartmentCode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What the parts of cases must be, with errors that say so. */
final class Checks {

    /** The most characters of an identity or a rule's name. */
    static final int MAX_IDENTITY = 200;
    /** The most elements of a list in an event. */
    static final int MAX_ELEMENTS = 1_000;
    /** The highest level of supervision and escalation. */
    static final int MAX_LEVEL = 9;

    private static final char LAST_PLAIN_ASCII = '~';

    private Checks() {}

    static <T> List<T> list(List<T> list, String name) {
        Objects.requireNonNull(list, name);
        atMost(list.size(), name);
        return List.copyOf(list);
    }

    /** An unmodifiable copy that keeps the order, so that the same events give the same bytes. */
    static <T> Set<T> set(Set<T> set, String name) {
        Objects.requireNonNull(set, name);
        atMost(set.size(), name);
        if (set.isEmpty()) {
            return Set.of();
        }
        LinkedHashSet<T> copy = new LinkedHashSet<>(set.size() * 2);
        set.forEach(element -> copy.add(Objects.requireNonNull(element, name)));
        return Collections.unmodifiableSet(copy);
    }

    private static void atMost(int size, String name) {
        if (size > MAX_ELEMENTS) {
            throw new IllegalArgumentException(
                    name + " must have at most " + MAX_ELEMENTS + " elements, but had " + size);
        }
    }

    static void identity(Optional<String> text, String name) {
        Objects.requireNonNull(text, name);
        if (text.isPresent()) {
            identity(text.get(), name);
        }
    }

    static void identity(String text, String name) {
        plain(text, name, MAX_IDENTITY);
    }

    /** A name or number without surprises; the message says how long it was and not what it said. */
    static void plain(String text, String name, int maxLength) {
        Objects.requireNonNull(text, name);
        if (text.isEmpty() || text.length() > maxLength || !text.equals(text.strip()) || hasSurprise(text)) {
            throw new IllegalArgumentException(name + " must be 1 to " + maxLength
                    + " characters without blanks at the ends and without control characters, but was of "
                    + text.length() + " characters");
        }
    }

    /** Every case number of a city's years is looked at: so this is a loop and no stream, and letters of ASCII pass. */
    private static boolean hasSurprise(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) >= ' ' && text.charAt(i) <= LAST_PLAIN_ASCII) {
            i++;
        }
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            if (Character.isISOControl(codePoint) || isLoneSurrogate(codePoint)) {
                return true;
            }
            i += Character.charCount(codePoint);
        }
        return false;
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** An opaque code: what identifies a person by name is not of this form. */
    static void code(String text, String name, int maxLength) {
        Objects.requireNonNull(text, name);
        boolean allowed = !text.isEmpty() && text.length() <= maxLength;
        for (int i = 0; i < text.length() && allowed; i++) {
            char c = text.charAt(i);
            allowed = (c >= 'A' && c <= 'Z')
                    || (c >= 'a' && c <= 'z')
                    || (c >= '0' && c <= '9')
                    || ".-_:/".indexOf(c) >= 0;
        }
        if (!allowed) {
            throw new IllegalArgumentException(name + " must be 1 to " + maxLength
                    + " ASCII letters, digits, . - _ : and /, but was of " + text.length() + " characters");
        }
    }

    /** The tag of a type of event; what identifies a person is rarely of this form, and no number is. */
    static void tag(String text) {
        code(text, "type", MAX_IDENTITY);
        char first = text.charAt(0);
        if (first > 'z' || !Character.isLetter(first)) {
            throw new IllegalArgumentException("type must begin with an ASCII letter, but did not");
        }
    }

    static void atLeastOne(int number, String name) {
        if (number < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, but was " + number);
        }
    }

    static void level(int level) {
        if (level < 1 || level > MAX_LEVEL) {
            throw new IllegalArgumentException("level must be 1 to " + MAX_LEVEL + ", but was " + level);
        }
    }

    static void leadDoesNotAssist(DepartmentCode lead, List<DepartmentCode> assisting) {
        if (assisting.contains(lead)) {
            throw new IllegalArgumentException("assisting must not contain the lead, but contained " + lead);
        }
    }
}
