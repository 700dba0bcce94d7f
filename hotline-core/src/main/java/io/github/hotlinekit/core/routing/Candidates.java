package io.github.hotlinekit.core.routing;

import java.util.List;

/**
 * The rules that an explanation speaks of.
 *
 * @param matching by section, those in force that match, as in the document
 * @param notInForce those of which all cells hold and that are not in force, as in the document
 * @param near the first of those that nearly match, in the order in which they are listed
 * @param nearCount how many nearly match
 */
record Candidates(List<List<Rule>> matching, List<Rule> notInForce, List<Rule> near, int nearCount) {

    /** What sorts near misses: those that fill more cells come first, and among equals as in the document. */
    static long order(int filledCells, int place) {
        return (long) -filledCells << Integer.SIZE | place;
    }

    /** The place of the rule in the document. */
    static int place(long order) {
        return (int) order;
    }
}
