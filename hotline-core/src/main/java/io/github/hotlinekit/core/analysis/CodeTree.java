package io.github.hotlinekit.core.analysis;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * What a case may say of its category or its area, as positions on a line, so that everything within a code is one
 * interval: {@link #MISSING}, {@link #ELSEWHERE} for a code that is within none that is known, and then every code
 * before those within it. A position stands for the code itself and for any unknown code right below it, which rules
 * cannot tell apart.
 */
final class CodeTree {

    static final int MISSING = 0;
    static final int ELSEWHERE = 1;
    private static final int FIRST = 2;

    private final List<String> codes;
    private final int[] last;
    private final int[] parent;

    /** In the order of texts a code comes before those within it, and no other code lies between them. */
    CodeTree(Collection<String> codes, BiPredicate<String, String> within) {
        this.codes = List.copyOf(new TreeSet<>(codes));
        int size = size();
        this.last = new int[size];
        this.parent = new int[size];
        Arrays.setAll(last, i -> i);
        Arrays.fill(parent, -1);
        last[ELSEWHERE] = ELSEWHERE;
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = FIRST; i < size; i++) {
            while (!open.isEmpty() && !within.test(code(i), code(open.peek()))) {
                open.pop();
            }
            for (int above : open) {
                last[above] = i;
            }
            parent[i] = open.isEmpty() ? -1 : open.peek();
            open.push(i);
        }
    }

    int size() {
        return codes.size() + FIRST;
    }

    int lastPosition() {
        return size() - 1;
    }

    boolean isCode(int position) {
        return position >= FIRST;
    }

    String code(int position) {
        return codes.get(position - FIRST);
    }

    boolean has(String code) {
        return Collections.binarySearch(codes, code) >= 0;
    }

    /** The position of a code that the tree has. */
    int position(String code) {
        return Collections.binarySearch(codes, code) + FIRST;
    }

    /** The last position within a code. */
    int last(int position) {
        return last[position];
    }

    /** The position of the nearest code around one, or -1. */
    int parent(int position) {
        return parent[position];
    }
}
