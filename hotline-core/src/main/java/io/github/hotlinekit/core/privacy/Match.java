package io.github.hotlinekit.core.privacy;

import io.github.hotlinekit.core.privacy.TextFinding.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be masked in a row of symbols.
 *
 * @param kind what the scanner takes it for, null if it is known data
 * @param first its first symbol
 * @param last the symbol after its last
 * @param mask what to put there; empty for asterisks all over
 * @param hidden from the first symbol up to this one nothing within can be read from the mask
 */
record Match(@Nullable Kind kind, int first, int last, String mask, int hidden) {

    private static final Comparator<Match> ORDER = Comparator.comparingInt(Match::first)
            .thenComparing(Comparator.comparingInt(Match::last).reversed());

    /** A match that hides everything within but what its own rule shows. */
    static Match number(Kind kind, int first, int last, String mask) {
        return new Match(kind, first, last, mask, last);
    }

    /** The matches in order. Of two that overlap, one that hides the other stands; else both go wholly. */
    static List<Match> apart(List<Match> matches) {
        List<Match> sorted = new ArrayList<>(matches);
        sorted.sort(ORDER);
        List<Match> apart = new ArrayList<>();
        for (Match next : sorted) {
            int end = apart.size() - 1;
            if (end < 0 || next.first >= apart.get(end).last) {
                apart.add(next);
            } else {
                apart.set(end, apart.get(end).with(next));
            }
        }
        apart.replaceAll(Match::wiped);
        return apart;
    }

    private Match with(Match next) {
        boolean same = next.first == first && next.last == last;
        if (same || next.last <= hidden) {
            return this;
        }
        int end = Math.max(last, next.last);
        return new Match(kind, first, end, "", end);
    }

    /** With asterisks for a mask that was left open: once, so that many matches in a row stay linear. */
    private Match wiped() {
        return mask.isEmpty() ? new Match(kind, first, last, Form.stars(last - first), hidden) : this;
    }

    /** The same with nothing to read from its mask. */
    Match starred() {
        return new Match(kind, first, last, Form.stars(last - first), hidden);
    }

    /** The text with the masks in place of the matches. */
    static String replace(Symbols text, List<Match> apart) {
        StringBuilder masked = new StringBuilder();
        int done = 0;
        for (Match match : apart) {
            masked.append(text.text(), done, text.start(match.first)).append(match.mask);
            done = text.end(match.last - 1);
        }
        return masked.append(text.text(), done, text.text().length()).toString();
    }
}
