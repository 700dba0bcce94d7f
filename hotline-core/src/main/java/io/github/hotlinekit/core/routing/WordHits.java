package io.github.hotlinekit.core.routing;

import java.util.Arrays;

/**
 * The words of a set that stand in one text: few of many, so a rule is asked of them first by one bit of 64, which nearly
 * always settles it, and a set of thousands of words costs a case nothing. Immutable; its array is never changed.
 */
final class WordHits {

    private final int[] words;
    private final long bits;

    private WordHits(int[] words, long bits) {
        this.words = words;
        this.bits = bits;
    }

    /**
     * Hits.
     *
     * @param words the words' places in their index, ascending; not changed any more
     */
    static WordHits of(int[] words) {
        long bits = 0;
        for (int word : words) {
            bits |= 1L << word;
        }
        return new WordHits(words, bits);
    }

    boolean has(int word) {
        return (bits >>> word & 1) != 0 && Arrays.binarySearch(words, word) >= 0;
    }

    int size() {
        return words.length;
    }

    /** The word at a place among the hits, which ascend. */
    int get(int i) {
        return words[i];
    }
}
