package io.github.hotlinekit.core.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * The codes that rules name, as nodes of a forest under {@link #ANY}: the node of a case's code is the deepest one that
 * holds it, and its parents are all the others that do. The nodes of the codes of the taxonomy or the directory are
 * looked up at once; those of other codes by the codes above them. Immutable.
 *
 * @param <K> the codes
 */
final class CodeNodes<K> {

    /** The node of rules that ask for no code; the parent of all. */
    static final int ANY = 0;
    /** The node of rules that ask for a missing code. */
    static final int MISSING = 1;
    /** No node. */
    static final int NONE = -1;

    private final Function<K, Optional<K>> above;
    private final CodeTable<K> places;
    private final int known;
    private final int[] nodeAt;
    private final int[] parents;

    /**
     * Nodes.
     *
     * @param known the codes of the taxonomy or directory; they differ
     * @param named the codes that rules name
     * @param above the code one level or digit shorter
     * @param depth how deep a code is: less than those below it
     */
    CodeNodes(List<K> known, Set<K> named, Function<K, Optional<K>> above, ToIntFunction<K> depth) {
        this.above = above;
        this.known = known.size();
        Set<K> all = new LinkedHashSet<>(known);
        all.addAll(named);
        List<K> codes = List.copyOf(all);
        this.places = new CodeTable<>(codes);
        this.nodeAt = new int[codes.size()];
        this.parents = new int[named.size() + 2];
        parents[ANY] = NONE;
        parents[MISSING] = ANY;
        List<K> downwards = new ArrayList<>(codes);
        downwards.sort(Comparator.comparingInt(depth));
        int next = MISSING + 1;
        for (K code : downwards) {
            int around = above.apply(code).map(this::nodeOf).orElse(ANY);
            if (named.contains(code)) {
                parents[next] = around;
                nodeAt[places.get(code)] = next++;
            } else {
                nodeAt[places.get(code)] = around;
            }
        }
    }

    /** Where a code stands among the known ones, in their order, or {@link CodeTable#NONE} or more than all of them. */
    int place(K code) {
        return places.get(code);
    }

    boolean isKnown(int place) {
        return place >= 0 && place < known;
    }

    /** The deepest node that holds the code. */
    int nodeOf(K code) {
        return nodeAt(places.get(code), code);
    }

    int nodeAt(int place, K code) {
        if (place >= 0) {
            return nodeAt[place];
        }
        Optional<K> around = above.apply(code);
        while (around.isPresent()) {
            int found = places.get(around.get());
            if (found >= 0) {
                return nodeAt[found];
            }
            around = above.apply(around.get());
        }
        return ANY;
    }

    int parent(int node) {
        return parents[node];
    }
}
