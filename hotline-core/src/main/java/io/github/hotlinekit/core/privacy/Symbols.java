package io.github.hotlinekit.core.privacy;

import java.text.Normalizer;

/**
 * A text as a row of plain symbols, each with its place in the text. Full-width and other variants of
 * a character are that character (NFKC, one code point at a time), decimal digits of every script are
 * ASCII digits, and what is not seen (zero-width characters, combining marks) is left out.
 */
final class Symbols {

    private static final String CHINESE_DIGITS = "〇一二三四五六七八九";
    private static final String FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String TRADITIONAL_DIGITS = "零壹貳叄肆伍陸柒捌玖";
    private static final int MAX_JOINERS = 3;

    private final String text;
    private final int[] symbols;
    private final int[] starts;
    private final int[] ends;
    private final int size;

    private Symbols(String text, int[] symbols, int[] starts, int[] ends, int size) {
        this.text = text;
        this.symbols = symbols;
        this.starts = starts;
        this.ends = ends;
        this.size = size;
    }

    static Symbols of(String text) {
        int[] symbols = new int[text.length()];
        int[] starts = new int[text.length()];
        int[] ends = new int[text.length()];
        int size = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (!isUnseen(c)) {
                symbols[size] = plain(c);
                starts[size] = i;
                ends[size] = next;
                size++;
            }
            i = next;
        }
        return new Symbols(text, symbols, starts, ends, size);
    }

    int size() {
        return size;
    }

    /** A symbol, -1 outside. */
    int at(int i) {
        return i >= 0 && i < size ? symbols[i] : -1;
    }

    /** Where a symbol begins in the text, in chars. */
    int start(int i) {
        return starts[i];
    }

    /** Where a symbol ends in the text, in chars. */
    int end(int i) {
        return ends[i];
    }

    /** The original text of some symbols, and of what is unseen between them. */
    String original(int first, int last) {
        return text.substring(starts[first], ends[last - 1]);
    }

    /** The symbols themselves. */
    String plainText(int first, int last) {
        return new String(symbols, first, last - first);
    }

    String text() {
        return text;
    }

    /** Whether between two places there are at most a few symbols, and all may stand within a number. */
    boolean isJoined(int first, int last) {
        boolean joined = last - first <= MAX_JOINERS;
        for (int i = first; joined && i < last; i++) {
            joined = isJoiner(symbols[i]);
        }
        return joined;
    }

    /** How many asterisks stand from a place on. */
    int starsFrom(int first) {
        int i = first;
        while (at(i) == '*') {
            i++;
        }
        return i - first;
    }

    /** How many asterisks stand right before a place. */
    int starsBefore(int last) {
        int i = last;
        while (at(i - 1) == '*') {
            i--;
        }
        return last - i;
    }

    /**
     * Whether the digits that a mask keeps at its ends would run together with what stands beside it: a
     * digit, or at a loose digit whatever could be in one word with it.
     */
    boolean runsTogether(int first, int last) {
        return Ascii.isDigit(at(first - 1))
                || Ascii.isDigit(at(last))
                || (looseDigit(at(first)) >= 0 && isWordPart(at(first - 1)))
                || (looseDigit(at(last - 1)) >= 0 && isWordPart(at(last)));
    }

    private static boolean isWordPart(int symbol) {
        return Ascii.isAlphanumeric(symbol) || (symbol >= 0 && "._%+-@".indexOf(symbol) >= 0);
    }

    /** The value of a symbol as a digit: 0 to 9, -1 if it is none. */
    int digit(int i) {
        int symbol = at(i);
        return Ascii.isDigit(symbol) ? symbol - '0' : looseDigit(symbol);
    }

    private static boolean isUnseen(int c) {
        if (c < 0x80) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** The plain form of a code point. */
    static int plain(int c) {
        if (c < 0x80 || (c >= 0x4E00 && c <= 0x9FFF)) {
            return c;
        }
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            return '0' + digit;
        }
        int normal = normal(c);
        return Ascii.isDigit(normal) ? c : normal;
    }

    private static int normal(int c) {
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            return c;
        }
        String normal = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
        return normal.codePointCount(0, normal.length()) == 1 ? normal.codePointAt(0) : c;
    }

    /**
     * The value of what is read as one digit and stands for itself: a Chinese numeral, or a digit in a
     * circle or raised; -1 for anything else. Before and after it a number may begin or end, as after
     * 周一 or ①.
     */
    static int looseDigit(int symbol) {
        if (symbol < 0x80) {
            return -1;
        }
        if ((symbol >= 0x4E00 && symbol <= 0x9FFF) || symbol == '〇') {
            return chineseDigit(symbol);
        }
        int normal = normal(symbol);
        return Ascii.isDigit(normal) ? normal - '0' : -1;
    }

    private static int chineseDigit(int symbol) {
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
        return isBlank(symbol)
                || symbol == '('
                || symbol == ')'
                || symbol == '-'
                || symbol == '\u2212'
                || (symbol >= 0x80 && Character.getType(symbol) == Character.DASH_PUNCTUATION);
    }

    static boolean isBlank(int symbol) {
        return symbol == ' '
                || symbol == '\t'
                || (symbol >= 0x80 && Character.getType(symbol) == Character.SPACE_SEPARATOR);
    }
}
