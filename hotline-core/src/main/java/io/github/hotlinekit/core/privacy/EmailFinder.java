package io.github.hotlinekit.core.privacy;

import io.github.hotlinekit.core.privacy.TextFinding.Kind;
import java.util.List;

/** Finds e-mail addresses of ASCII characters. */
final class EmailFinder {

    private static final int MAX_STARS = 3;
    private static final int MIN_TOP_LABEL = 2;

    private EmailFinder() {}

    static void find(Symbols text, List<Match> found) {
        for (int i = 0; i < text.size(); i++) {
            if (text.at(i) == '@') {
                int first = localStart(text, i);
                int last = domainEnd(text, i + 1);
                if (first < i && last > i) {
                    int stars = Math.min(MAX_STARS, i - first - 1);
                    String start = stars == 0 ? "*" : text.plainText(first, first + 1) + Form.stars(stars);
                    found.add(new Match(Kind.EMAIL, first, last, start + text.original(i, last), i));
                }
            }
        }
    }

    private static int localStart(Symbols text, int at) {
        int first = at;
        while (isLocal(text.at(first - 1))) {
            first--;
        }
        while (first < at && (text.at(first) == '.' || text.at(first) == '-')) {
            first++;
        }
        return first;
    }

    private static boolean isLocal(int symbol) {
        return Ascii.isAlphanumeric(symbol) || (symbol >= 0 && "._%+-".indexOf(symbol) >= 0);
    }

    /** After the letters of the last label that can be a top-level domain; -1 if there is none. */
    private static int domainEnd(Symbols text, int start) {
        int end = -1;
        int i = start;
        boolean top = false;
        while (Ascii.isAlphanumeric(text.at(i))) {
            int letters = i;
            while (Ascii.isLetter(text.at(letters))) {
                letters++;
            }
            if (top && letters - i >= MIN_TOP_LABEL) {
                end = letters;
            }
            while (Ascii.isAlphanumeric(text.at(i)) || text.at(i) == '-') {
                i++;
            }
            if (text.at(i) != '.') {
                return end;
            }
            top = true;
            i++;
        }
        return end;
    }
}
