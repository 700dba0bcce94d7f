package io.github.hotlinekit.core.document;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * What is wrong with a text that should be a code or an id: the beginning of a spreadsheet's formula, or a character
 * that only looks like one that belongs there, such as a full-width digit, the ideographic full stop U+3002 or one that
 * cannot be seen.
 */
public final class CodeText {

    /** The problem's code of a text that a spreadsheet would take for a formula. */
    public static final String SUSPICIOUS_CELL = "SUSPICIOUS_CELL";
    /** The problem's code of any other text that is no code. */
    public static final String BAD_CODE = "BAD_CODE";

    private CodeText() {}

    /**
     * Whether a spreadsheet may take a text for a formula (CSV injection, CWE-1236).
     *
     * @param text the text
     * @return whether it begins with {@code =}, {@code +}, {@code -}, {@code @}, a tabulator or a carriage return
     */
    public static boolean isFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    /**
     * The code of the problem with a text that is no code.
     *
     * @param text the text
     * @return {@value #SUSPICIOUS_CELL} or {@value #BAD_CODE}
     */
    public static String problem(String text) {
        return isFormula(text) ? SUSPICIOUS_CELL : BAD_CODE;
    }

    /**
     * The words to append to what was expected, naming the first character outside ASCII, or a blank: {@code "; it
     * holds U+FF10 FULLWIDTH DIGIT ZERO as character 1"}.
     *
     * @param text the text
     * @return the words, or the empty text if every character is visible ASCII
     */
    public static String hint(String text) {
        return firstStrange(text)
                .map(at -> {
                    int point = text.codePointAt(at);
                    String name = Optional.ofNullable(Character.getName(point)).orElse("no character");
                    return "; it holds " + String.format(Locale.ROOT, "U+%04X", point) + " " + name + " as character "
                            + (text.codePointCount(0, at) + 1);
                })
                .orElse("");
    }

    private static Optional<Integer> firstStrange(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > '~') {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /**
     * What was probably meant: compatibility forms unified (NFKC), ideographic full stops as full stops, and without
     * blanks and characters that cannot be seen.
     *
     * @param text the text
     * @return the text so written; it need not be a code
     */
    public static String unified(String text) {
        StringBuilder unified = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(p -> !Character.isWhitespace(p)
                        && !Character.isSpaceChar(p)
                        && !Character.isISOControl(p)
                        && Character.getType(p) != Character.FORMAT)
                .map(p -> p == 0x3002 ? '.' : p)
                .forEach(unified::appendCodePoint);
        return unified.toString();
    }

    /**
     * Whether a text is fit for a name or a description: it can be written in every form of a document and read again.
     *
     * @param text the text
     * @param maxLength the most UTF-16 units
     * @return whether it is 1 to {@code maxLength} long, has no blanks at its ends, no control characters such as line
     *     breaks and no half of a surrogate pair
     */
    public static boolean isPlain(String text, int maxLength) {
        return !text.isEmpty()
                && text.length() <= maxLength
                && text.equals(text.strip())
                && text.codePoints()
                        .noneMatch(p -> Character.isISOControl(p) || Character.getType(p) == Character.SURROGATE);
    }
}
