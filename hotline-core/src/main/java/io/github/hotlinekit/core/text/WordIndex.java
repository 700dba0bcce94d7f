package io.github.hotlinekit.core.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Finds all of many words in a text in one pass (Aho and Corasick, Efficient string matching, CACM 18(6), 1975):
 * linear in the text and the hits, however many words there are. Immutable and thread-safe.
 *
 * <p>The states stand in the order of their depths, the children of one beside each other and by their characters, so a
 * transition needs no more than a look at the few characters that lead on from a state; those from the root, which nearly
 * every character of a text takes, lie in pages by the upper half of the character. Most characters of a text lead on
 * from nowhere but the root, and a few bits a state tell nearly all of them without a look at the state. With 20 to 22
 * bytes a state, and at most as many states as characters, memory is linear in the words' characters.
 */
public final class WordIndex {

    /** The most characters of all words together. */
    public static final int MAX_CHARACTERS = (1 << 24) - 2;

    private static final int ROOT = 0;
    private static final int NONE = -1;

    /** From so many children on they are not tried one by one. */
    private static final int MANY = 8;

    private static final int PAGE = 256;
    /** How many bits for each state tell the transitions that there are not. */
    private static final int BITS = 16;
    /** How many hits are expected of a text. */
    private static final int FEW = 16;

    private final List<String> words;
    /** Where the children of each state begin; they end where those of the next state begin. */
    private final int[] children;
    /** The character that leads to each state. */
    private final char[] labels;

    /** By a hash of a state and a character: whether it may lead on from there. */
    private final long[] leading;

    private final int[] failure;
    /** The word that ends in a state, or {@link #NONE}. */
    private final int[] word;
    /** The state itself, or else the nearest one on the failure path, in which a word ends, or {@link #NONE}. */
    private final int[] output;
    /** By the upper half of a character: where its page begins in {@link #fromRoot}; at 0, where nothing leads on, if none. */
    private final int[] pages;
    /** By the lower half of a character, page by page: the state to which it leads from the root. */
    private final int[] fromRoot;

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
        Integer[] sorted = new Integer[words.size()];
        Arrays.setAll(sorted, i -> i);
        Arrays.sort(sorted, Comparator.comparing(words::get));
        int states = states(words, sorted);
        this.children = new int[states + 1];
        this.labels = new char[states];
        this.failure = new int[states];
        this.word = new int[states];
        this.output = new int[states];
        // The words of a state, those that begin with its characters, are neighbours in their order.
        int[] first = new int[states];
        int[] end = new int[states];
        int[] depth = new int[states];
        end[ROOT] = sorted.length;
        int count = 1;
        for (int state = ROOT; state < states; state++) {
            children[state] = count;
            int at = first[state];
            boolean ends = at < end[state] && words.get(sorted[at]).length() == depth[state];
            word[state] = ends ? sorted[at++] : NONE;
            while (at < end[state]) {
                char label = words.get(sorted[at]).charAt(depth[state]);
                labels[count] = label;
                depth[count] = depth[state] + 1;
                first[count] = at;
                while (at < end[state] && words.get(sorted[at]).charAt(depth[state]) == label) {
                    at++;
                }
                end[count++] = at;
            }
        }
        children[states] = count;
        this.leading = new long[Integer.highestOneBit(Math.max(Long.SIZE, states)) / (Long.SIZE / BITS)];
        for (int state = ROOT + 1; state < states; state++) {
            for (int child = children[state]; child < children[state + 1]; child++) {
                int hash = hash(state, labels[child]);
                leading[hash >>> 6] |= 1L << hash;
            }
        }
        this.pages = new int[PAGE];
        this.fromRoot = fromRoot();
        output[ROOT] = NONE;
        for (int state = ROOT; state < states; state++) {
            for (int child = children[state]; child < children[state + 1]; child++) {
                failure[child] = state == ROOT ? ROOT : step(failure[state], labels[child]);
                output[child] = word[child] == NONE ? output[failure[child]] : child;
            }
        }
    }

    /** How many different beginnings the words have, the empty one too: in their order, neighbours share the most. */
    private static int states(List<String> words, Integer[] sorted) {
        long states = 1;
        String before = "";
        for (int w : sorted) {
            String text = words.get(w);
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

    private int[] fromRoot() {
        int used = 1;
        for (int child = children[ROOT]; child < children[ROOT + 1]; child++) {
            int upper = labels[child] / PAGE;
            pages[upper] = pages[upper] == 0 ? PAGE * used++ : pages[upper];
        }
        int[] states = new int[PAGE * used];
        for (int child = children[ROOT]; child < children[ROOT + 1]; child++) {
            states[pages[labels[child] / PAGE] + labels[child] % PAGE] = child;
        }
        return states;
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
            for (int s = output[state]; s != NONE; s = output[failure[s]]) {
                hits.found(word[s], i + 1);
            }
        }
    }

    /**
     * Which words stand in a text.
     *
     * @param text the text in normal form
     * @return their positions in {@link #words}, ascending, each once however often it stands there
     */
    public int[] present(String text) {
        int[] found = new int[FEW];
        int size = 0;
        int state = ROOT;
        for (int i = 0; i < text.length(); i++) {
            state = step(state, text.charAt(i));
            for (int s = output[state]; s != NONE; s = output[failure[s]]) {
                if (size == found.length) {
                    size = different(found, size);
                    found = size > found.length / 2 ? Arrays.copyOf(found, found.length * 2) : found;
                }
                found[size++] = word[s];
            }
        }
        return Arrays.copyOf(found, different(found, size));
    }

    /** Sorts the first of some numbers, leaves each once, and says how many are left. */
    private static int different(int[] numbers, int size) {
        Arrays.sort(numbers, 0, size);
        int left = 0;
        for (int i = 0; i < size; i++) {
            if (left == 0 || numbers[i] != numbers[left - 1]) {
                numbers[left++] = numbers[i];
            }
        }
        return left;
    }

    private int step(int from, char c) {
        for (int state = from; state != ROOT; state = failure[state]) {
            int hash = hash(state, c);
            int child = (leading[hash >>> 6] >>> hash & 1) == 0 ? NONE : child(state, c);
            if (child != NONE) {
                return child;
            }
        }
        return fromRoot[pages[c / PAGE] + c % PAGE];
    }

    /** A number of as many bits as {@link #leading} has places for. */
    private int hash(int state, char c) {
        int mixed = (state * 0x9E3779B9 + c) * 0x85EBCA6B;
        return (mixed ^ mixed >>> 15) & (leading.length * Long.SIZE - 1);
    }

    private int child(int state, char c) {
        int end = children[state + 1];
        int child = children[state];
        if (end - child >= MANY) {
            int found = Arrays.binarySearch(labels, child, end, c);
            return found < 0 ? NONE : found;
        }
        while (child < end) {
            if (labels[child] == c) {
                return child;
            }
            child++;
        }
        return NONE;
    }
}
