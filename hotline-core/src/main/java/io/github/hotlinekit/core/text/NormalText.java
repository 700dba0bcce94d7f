package io.github.hotlinekit.core.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Objects;

/**
 * A text in the form in which words are looked for: compatibility forms unified (NFKC), lower case, without characters
 * that cannot be seen (general category Cf, and variation selectors), each run of white space as one blank, and none
 * between Han characters; so neither a full-width letter nor a line break nor a zero-width space hides a word. Knows
 * where each of its characters stood in the text as it was. Its {@code toString} tells the length alone, since the text
 * may be a citizen's. Immutable.
 *
 * <p>Each code point is normalised on its own, so making it is linear and the form of a part without blanks at its ends
 * is a part of the form. A letter and a combining mark after it stay two characters, in texts and words alike.
 */
public final class NormalText {

    private static final int NONE = -1;

    private final String value;
    /** For each character twice the place of the code point it came from, plus one if that is a surrogate pair. */
    private final int[] places;

    private final int originalLength;
    private final boolean cut;

    private NormalText(String value, int[] places, int originalLength, boolean cut) {
        this.value = value;
        this.places = places;
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
        int[] places = new int[end];
        int blanks = NONE;
        boolean afterHan = false;
        for (int i = 0; i < end; ) {
            int point = text.codePointAt(i);
            int place = i << 1 | (Character.charCount(point) - 1);
            i += Character.charCount(point);
            boolean simple = point < 0x80 || isPlainHan(point);
            String unified = simple ? "" : unified(point);
            for (int j = 0; simple ? j == 0 : j < unified.length(); ) {
                int next = simple ? lower(point) : unified.codePointAt(j);
                j += Character.charCount(next);
                if (isBlank(next)) {
                    blanks = blanks == NONE ? place : blanks;
                } else {
                    boolean han = isHan(next);
                    places = room(places, normal.length() + 3);
                    if (blanks != NONE && !(afterHan && han)) {
                        places[normal.length()] = blanks;
                        normal.append(' ');
                    }
                    blanks = NONE;
                    afterHan = han;
                    int before = normal.length();
                    normal.appendCodePoint(next);
                    Arrays.fill(places, before, normal.length(), place);
                }
            }
        }
        return new NormalText(normal.toString(), Arrays.copyOf(places, normal.length()), end, cut);
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

    private static int lower(int simple) {
        return simple >= 'A' && simple <= 'Z' ? simple + 32 : simple;
    }

    private static String unified(int point) {
        if (isUnseen(point)) {
            return "";
        }
        StringBuilder lower = new StringBuilder();
        Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC)
                .codePoints()
                .map(Character::toLowerCase)
                .forEach(lower::appendCodePoint);
        return lower.toString();
    }

    private static boolean isUnseen(int point) {
        return Character.getType(point) == Character.FORMAT
                || (point >= 0xFE00 && point <= 0xFE0F)
                || (point >= 0xE0100 && point <= 0xE01EF);
    }

    private static int[] room(int[] places, int needed) {
        return needed <= places.length ? places : Arrays.copyOf(places, Math.max(needed, places.length * 2));
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
        return places[Objects.checkIndex(index, places.length)] >>> 1;
    }

    /**
     * Where a character of the normal form ended: a word from {@code a} to {@code b}, exclusive, of {@link #value}
     * stands from {@code start(a)} to {@code endExclusive(b - 1)} of the text as it was.
     *
     * @param index the character's place in {@link #value}, from 0
     * @return the place after the code point that it came from, in UTF-16 units
     * @throws IndexOutOfBoundsException if there is no such character
     */
    public int endExclusive(int index) {
        return start(index) + 1 + (places[index] & 1);
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
                && Arrays.equals(places, that.places);
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
