package io.github.hotlinekit.core.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Finds all of many words in a text in one pass (Aho and Corasick, Efficient string matching, CACM 18(6), 1975):
 * linear in the text and the hits, however many words there are. Immutable and thread-safe.
 *
 * <p>The transitions lie in one open-addressing table of half as many states as slots; with 28 bytes a state, and at
 * most as many states as characters, memory is linear in the words' characters.
 */
public final class WordIndex {

    /** The most characters of all words together. */
    public static final int MAX_CHARACTERS = (1 << 24) - 2;

    private static final int ROOT = 0;
    private static final int NONE = -1;

    private final List<String> words;
    /** A state (24 bits), a character (16) and the state it leads to (24); 0, which leads nowhere, if free. */
    private final long[] transitions;

    private final int[] failure;
    /** The word that ends in a state, or {@link #NONE}. */
    private final int[] word;
    /** The nearest state on the failure path in which a word ends, or {@link #NONE}. */
    private final int[] output;

    /** Takes what is found. */
    @FunctionalInterface
    public interface Hits {
        /**
         * A word stands in the text.
         *
         * @param word the word's position in {@link WordIndex#words}
         * @param endExclusive where it ends in the text
         */
        void found(int word, int endExclusive);
    }

    private WordIndex(List<String> words) {
        this.words = words;
        int states = states(words);
        this.transitions = new long[states * 2];
        this.failure = new int[states];
        this.word = new int[states];
        this.output = new int[states];
        Arrays.fill(word, NONE);
        Arrays.fill(output, NONE);
        int[] parent = new int[states];
        char[] label = new char[states];
        int[] depth = new int[states];
        int count = 1;
        int deepest = 0;
        for (int w = 0; w < words.size(); w++) {
            String text = words.get(w);
            int state = ROOT;
            for (int i = 0; i < text.length(); i++) {
                int next = get(state, text.charAt(i));
                if (next == ROOT) {
                    next = count++;
                    parent[next] = state;
                    label[next] = text.charAt(i);
                    depth[next] = i + 1;
                    put(state, text.charAt(i), next);
                }
                state = next;
            }
            word[state] = w;
            deepest = Math.max(deepest, text.length());
        }
        for (int state : byDepth(depth, deepest)) {
            if (depth[state] > 1) {
                failure[state] = step(failure[parent[state]], label[state]);
                output[state] = word[failure[state]] == NONE ? output[failure[state]] : failure[state];
            }
        }
    }

    /** How many different beginnings the words have, the empty one too: in their order, neighbours share the most. */
    private static int states(List<String> words) {
        String[] sorted = words.toArray(new String[0]);
        Arrays.sort(sorted);
        long states = 1;
        String before = "";
        for (String text : sorted) {
            int shared = 0;
            while (shared < before.length() && shared < text.length() && before.charAt(shared) == text.charAt(shared)) {
                shared++;
            }
            states += text.length() - shared;
            before = text;
        }
        if (states > MAX_CHARACTERS + 1) {
            throw new IllegalArgumentException(
                    "words must have at most " + MAX_CHARACTERS + " different beginnings, but have " + (states - 1));
        }
        return (int) states;
    }

    /** The states, shallow ones first, since a failure leads to a shallower one. */
    private static int[] byDepth(int[] depth, int deepest) {
        int[] next = new int[deepest + 2];
        for (int d : depth) {
            next[d + 1]++;
        }
        for (int d = 1; d < next.length; d++) {
            next[d] += next[d - 1];
        }
        int[] order = new int[depth.length];
        for (int state = 0; state < depth.length; state++) {
            order[next[depth[state]]++] = state;
        }
        return order;
    }

    /**
     * An index of words.
     *
     * @param words the words in normal form, none empty; repeated ones count once
     * @return the index
     * @throws IllegalArgumentException if a word is empty or all together are longer than {@value #MAX_CHARACTERS}
     */
    public static WordIndex of(Collection<String> words) {
        List<String> different = words.stream().distinct().toList();
        if (different.contains("")) {
            throw new IllegalArgumentException("words must not be empty");
        }
        return new WordIndex(different);
    }

    /**
     * The words.
     *
     * @return an unmodifiable list of different words, in the order given
     */
    public List<String> words() {
        return words;
    }

    /**
     * Finds every occurrence of every word, overlapping ones too, in the order of their ends; of those that end
     * together the longest first.
     *
     * @param text the text in normal form
     * @param hits takes them
     */
    public void find(String text, Hits hits) {
        Objects.requireNonNull(hits, "hits");
        int state = ROOT;
        for (int i = 0; i < text.length(); i++) {
            state = step(state, text.charAt(i));
            for (int s = word[state] == NONE ? output[state] : state; s != NONE; s = output[s]) {
                hits.found(word[s], i + 1);
            }
        }
    }

    private int step(int from, char c) {
        int state = from;
        int next = get(state, c);
        while (next == ROOT && state != ROOT) {
            state = failure[state];
            next = get(state, c);
        }
        return next;
    }

    private int slot(long key) {
        long mixed = (key * 0x9E3779B97F4A7C15L) >>> 32;
        return (int) ((mixed * transitions.length) >>> 32);
    }

    private void put(int state, char c, int target) {
        long key = (long) state << 16 | c;
        int slot = slot(key);
        while (transitions[slot] != 0) {
            slot = slot + 1 == transitions.length ? 0 : slot + 1;
        }
        transitions[slot] = key << 24 | target;
    }

    /** Where a character leads from a state; {@link #ROOT} if nowhere, since nothing leads back to it. */
    private int get(int state, char c) {
        long key = (long) state << 16 | c;
        int slot = slot(key);
        while (transitions[slot] != 0) {
            if (transitions[slot] >>> 24 == key) {
                return (int) (transitions[slot] & 0xFFFFFF);
            }
            slot = slot + 1 == transitions.length ? 0 : slot + 1;
        }
        return ROOT;
    }
}
