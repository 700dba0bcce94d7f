package io.github.hotlinekit.core.privacy;

import java.text.Normalizer;

/**
 * A text as a row of plain symbols, each with its place in the text. Full-width and other variants of
 * a character are that character (NFKC, one code point at a time), digits of every script are ASCII
 * digits, and what is not seen (zero-width characters, joiners, combining marks) is left out.
 */
final class Symbols {

    private static final String CHINESE_DIGITS = "〇一二三四五六七八九";
    private static final String FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String TRADITIONAL_DIGITS = "零壹貳叄肆伍陸柒捌玖";

    private Symbols() {}

    /** The plain form of a code point. */
    static int plain(int c) {
        if (c < 0x80 || (c >= 0x4E00 && c <= 0x9FFF)) {
            return c;
        }
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            return '0' + digit;
        }
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            return c;
        }
        String normal = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
        return normal.codePointCount(0, normal.length()) == 1 ? normal.codePointAt(0) : c;
    }

    static boolean isWesternDigit(int symbol) {
        return Ascii.isDigit(symbol);
    }

    /** The value of a Chinese numeral that is read out as a digit, -1 if it is none. */
    static int chineseDigit(int symbol) {
        if (symbol == '幺' || symbol == '么') {
            return 1;
        }
        if (symbol == '两' || symbol == '兩') {
            return 2;
        }
        return Math.max(
                CHINESE_DIGITS.indexOf(symbol),
                Math.max(FORMAL_DIGITS.indexOf(symbol), TRADITIONAL_DIGITS.indexOf(symbol)));
    }

    /** Whether a symbol may stand between the digits of one number. */
    static boolean isJoiner(int symbol) {
        return isBlank(symbol) || isDash(symbol) || symbol == '(' || symbol == ')';
    }

    static boolean isBlank(int symbol) {
        return symbol == ' ' || symbol == '\t' || Character.getType(symbol) == Character.SPACE_SEPARATOR;
    }

    private static boolean isDash(int symbol) {
        return symbol == '-' || Character.getType(symbol) == Character.DASH_PUNCTUATION || symbol == '\u2212';
    }
}
