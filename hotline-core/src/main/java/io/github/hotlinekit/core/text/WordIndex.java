package io.github.hotlinekit.core.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Finds all of many words in a text in one pass (Aho and Corasick, Efficient string matching, CACM 18(6), 1975):
 * linear in the text and the hits, however many words there are. Immutable and thread-safe.
 *
 * <p>The transitions lie in one open-addressing table of (state, character) pairs; memory is linear in the words'
 * characters.
 */
public final class WordIndex {

    private static final int ROOT = 0;
    private static final int NONE = -1;

    private final List<String> words;
    private final long[] keys;
    private final int[] targets;
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
        List<TreeMap<Character, Integer>> children = new ArrayList<>();
        children.add(new TreeMap<>());
        Map<Integer, Integer> ends = new HashMap<>();
        for (int w = 0; w < words.size(); w++) {
            int state = ROOT;
            for (char c : words.get(w).toCharArray()) {
                Integer next = children.get(state).get(c);
                if (next == null) {
                    next = children.size();
                    children.get(state).put(c, next);
                    children.add(new TreeMap<>());
                }
                state = next;
            }
            ends.put(state, w);
        }
        int states = children.size();
        this.word = new int[states];
        Arrays.fill(word, NONE);
        ends.forEach((state, w) -> word[state] = w);
        int capacity = Integer.highestOneBit(Math.max(2, states * 2 - 1)) * 2;
        this.keys = new long[capacity];
        Arrays.fill(keys, NONE);
        this.targets = new int[capacity];
        for (int state = 0; state < states; state++) {
            int from = state;
            children.get(state).forEach((c, to) -> put(key(from, c), to));
        }
        this.failure = new int[states];
        this.output = new int[states];
        Arrays.fill(output, NONE);
        Deque<Integer> queue = new ArrayDeque<>(children.get(ROOT).values());
        while (!queue.isEmpty()) {
            int state = queue.remove();
            children.get(state).forEach((c, child) -> {
                failure[child] = step(failure[state], c);
                output[child] = word[failure[child]] == NONE ? output[failure[child]] : failure[child];
                queue.add(child);
            });
        }
    }

    /**
     * An index of words.
     *
     * @param words the words in normal form, none empty; repeated ones count once
     * @return the index
     * @throws IllegalArgumentException if a word is empty
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
        while (true) {
            int next = get(key(state, c));
            if (next != NONE) {
                return next;
            }
            if (state == ROOT) {
                return ROOT;
            }
            state = failure[state];
        }
    }

    private static long key(int state, char c) {
        return (long) state << 16 | c;
    }

    private static int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }

    private void put(long key, int target) {
        int slot = slot(key) & (keys.length - 1);
        while (keys[slot] != NONE) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        targets[slot] = target;
    }

    private int get(long key) {
        int slot = slot(key) & (keys.length - 1);
        while (keys[slot] != key) {
            if (keys[slot] == NONE) {
                return NONE;
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return targets[slot];
    }
}
