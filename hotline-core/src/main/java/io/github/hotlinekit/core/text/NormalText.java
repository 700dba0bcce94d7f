package io.github.hotlinekit.core.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Objects;

/**
 * A text in the form in which words are looked for: compatibility forms unified (NFKC), lower case, and without
 * white space between Han characters, so that neither a full-width letter nor a line break hides a word. Knows
 * where each of its characters stood in the text as it was. Its {@code toString} tells the length alone, since
 * the text may be a citizen's. Immutable.
 *
 * <p>Each code point is normalised on its own and no word may begin with a combining mark, so the form of a part
 * is a part of the form, and making it is linear.
 */
public final class NormalText {

    private final String value;
    private final int[] starts;
    private final int originalLength;
    private final boolean cut;

    private NormalText(String value, int[] starts, int originalLength, boolean cut) {
        this.value = value;
        this.starts = starts;
        this.originalLength = originalLength;
        this.cut = cut;
    }

    /**
     * The normal form of a text.
     *
     * @param text the text
     * @param maxCharacters how many UTF-16 units of it are looked at, at least 1; the rest is left out
     * @return its normal form
     */
    public static NormalText of(String text, int maxCharacters) {
        Objects.requireNonNull(text, "text");
        if (maxCharacters < 1) {
            throw new IllegalArgumentException("maxCharacters must be at least 1, but was " + maxCharacters);
        }
        boolean cut = text.length() > maxCharacters;
        int end = cut ? maxCharacters : text.length();
        if (cut && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        StringBuilder normal = new StringBuilder(end);
        int[] starts = new int[end];
        int size = 0;
        int blanksAt = -1;
        boolean afterHan = false;
        for (int i = 0; i < end; ) {
            int point = text.codePointAt(i);
            int width = Character.charCount(point);
            if (isBlank(point)) {
                if (blanksAt < 0) {
                    blanksAt = i;
                }
            } else {
                boolean han = isHan(point);
                if (blanksAt >= 0 && !(afterHan && han)) {
                    starts = room(starts, size + 1);
                    starts[size++] = blanksAt;
                    normal.append(' ');
                }
                blanksAt = -1;
                afterHan = han;
                int before = normal.length();
                append(point, normal);
                starts = room(starts, normal.length());
                for (int j = before; j < normal.length(); j++) {
                    starts[size++] = i;
                }
            }
            i += width;
        }
        return new NormalText(normal.toString(), Arrays.copyOf(starts, size), end, cut);
    }

    /**
     * The normal form of a word or a whole text.
     *
     * @param text the text
     * @return its normal form, without blanks at its ends
     */
    public static String normalized(String text) {
        return of(text, Math.max(1, text.length())).value().strip();
    }

    private static void append(int point, StringBuilder normal) {
        if (point < 0x80) {
            normal.append((char) (point >= 'A' && point <= 'Z' ? point + 32 : point));
        } else if (isPlainHan(point)) {
            normal.append((char) point);
        } else {
            String unified = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
            unified.codePoints().map(Character::toLowerCase).forEach(normal::appendCodePoint);
        }
    }

    private static int[] room(int[] starts, int needed) {
        return needed <= starts.length ? starts : Arrays.copyOf(starts, Math.max(needed, starts.length * 2));
    }

    private static boolean isBlank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    /** The block that holds nearly every character of a Chinese text, none of which has another normal form. */
    private static boolean isPlainHan(int point) {
        return point >= 0x4E00 && point <= 0x9FFF;
    }

    private static boolean isHan(int point) {
        return isPlainHan(point)
                || (point >= 0x2E80 && Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
    }

    /**
     * The normal form.
     *
     * @return the text in which words are looked for
     */
    public String value() {
        return value;
    }

    /**
     * Whether the text was longer than what was looked at.
     *
     * @return whether its end was left out
     */
    public boolean isCut() {
        return cut;
    }

    /**
     * Where a character of the normal form stood.
     *
     * @param index the character's place in {@link #value}, from 0
     * @return its place in the text as it was, in UTF-16 units from 0
     * @throws IndexOutOfBoundsException if there is no such character
     */
    public int start(int index) {
        return starts[Objects.checkIndex(index, starts.length)];
    }

    /**
     * How many characters were looked at.
     *
     * @return the number of UTF-16 units
     */
    public int originalLength() {
        return originalLength;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NormalText that
                && value.equals(that.value)
                && originalLength == that.originalLength
                && cut == that.cut
                && Arrays.equals(starts, that.starts);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The length, never the content. */
    @Override
    public String toString() {
        return "text of " + originalLength + " characters";
    }
}
