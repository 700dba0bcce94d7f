package io.github.hotlinekit.core.routing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalInt;

/** Characters that people take for others, or do not see at all. */
final class Spelling {

    private static final int IDEOGRAPHIC_FULL_STOP = 0x3002;

    private Spelling() {}

    /**
     * The first code point of an id that could not be told from another, or not be seen: a blank at an end, any blank but
     * U+0020, a control or format character, a compatibility form such as a full-width digit, an ideographic full stop,
     * half of a surrogate pair.
     */
    static OptionalInt idFlaw(String id) {
        return flaw(id, false);
    }

    /** As {@link #idFlaw}, for codes in ASCII: there letters of other scripts look like those of ours. */
    static OptionalInt codeFlaw(String code) {
        return flaw(code, true);
    }

    private static OptionalInt flaw(String text, boolean code) {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int next = i + Character.charCount(point);
            boolean bad;
            if (point == ' ') {
                bad = code || i == 0 || next == text.length();
            } else if (point < 0x80) {
                bad = point < ' ' || point == 0x7F;
            } else if (point == IDEOGRAPHIC_FULL_STOP || isInvisible(point)) {
                bad = true;
            } else {
                String one = Character.toString(point);
                bad = !Normalizer.isNormalized(one, Normalizer.Form.NFKC) || (code && !Character.isIdeographic(point));
            }
            if (bad) {
                return OptionalInt.of(point);
            }
            i = next;
        }
        return OptionalInt.empty();
    }

    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        return Character.isISOControl(point)
                || Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }

    /** The first code point that no text has: a control character but tab and line feed, half of a surrogate pair. */
    static OptionalInt textFlaw(String text) {
        return text.codePoints()
                .filter(c -> (Character.isISOControl(c) && c != '\n' && c != '\t')
                        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
                .findFirst();
    }

    /** A code point by number and name. */
    static String describe(int point) {
        String name = Character.getName(point);
        return String.format(Locale.ROOT, "U+%04X", point) + (name == null ? "" : " " + name);
    }
}
