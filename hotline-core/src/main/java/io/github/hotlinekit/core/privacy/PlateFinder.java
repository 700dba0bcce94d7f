package io.github.hotlinekit.core.privacy;

import io.github.hotlinekit.core.privacy.TextFinding.Kind;
import java.util.List;

/** Finds number plates: province, letter, and five or six letters and digits, at least two of them digits. */
final class PlateFinder {

    private static final String PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新";
    private static final String LAST_MARKS = "学警港澳挂领使";
    private static final String SEPARATORS = "·•・.- ";
    private static final int LONG = 6;
    private static final int SHORT = 5;
    private static final int MIN_DIGITS = 2;

    private PlateFinder() {}

    static boolean isHead(Symbols text, int i) {
        return text.at(i) >= 0 && PROVINCES.indexOf(text.at(i)) >= 0 && Ascii.isLetter(text.at(i + 1));
    }

    static void find(Symbols text, List<Match> found) {
        for (int i = 0; i < text.size(); i++) {
            if (isHead(text, i)) {
                int tail = i + 2;
                if (text.at(tail) >= 0 && SEPARATORS.indexOf(text.at(tail)) >= 0) {
                    tail++;
                }
                int length = isTail(text, tail, LONG) ? LONG : isTail(text, tail, SHORT) ? SHORT : 0;
                if (length > 0) {
                    int last = tail + length;
                    String mask = text.plainText(i, i + 2) + Form.stars(length - 2) + text.plainText(last - 2, last);
                    found.add(new Match(Kind.PLATE, i, last, mask, i));
                }
            }
        }
    }

    private static boolean isTail(Symbols text, int first, int length) {
        int last = first + length;
        int digits = 0;
        for (int i = first; i < last; i++) {
            int symbol = text.at(i);
            boolean mark = i == last - 1 && symbol >= 0 && LAST_MARKS.indexOf(symbol) >= 0;
            if (!Ascii.isAlphanumeric(symbol) && !mark) {
                return false;
            }
            digits += Ascii.isDigit(symbol) ? 1 : 0;
        }
        return digits >= MIN_DIGITS && !cutsDigits(text, first, last);
    }

    /** Whether the end lies within a longer number, or at what a mask left of one. */
    private static boolean cutsDigits(Symbols text, int first, int last) {
        int group = last;
        while (group > first && Ascii.isDigit(text.at(group - 1))) {
            group--;
        }
        return group < last && (Ascii.isDigit(text.at(last)) || NumberFinder.isLeftOver(text, group, last));
    }
}
