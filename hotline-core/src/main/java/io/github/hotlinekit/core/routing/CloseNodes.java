package io.github.hotlinekit.core.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The nodes of the codes that are close to one, as {@link Nearness} defines it. Immutable.
 *
 * @param <K> the codes
 */
final class CloseNodes<K> {

    private static final int[] NO_NODES = {};

    private final Function<K, Optional<K>> parent;
    /** By parent. */
    private final Map<K, int[]> below;

    CloseNodes(CodeNodes<K> nodes, Set<K> named, Function<K, Optional<K>> parent) {
        this.parent = parent;
        Map<K, List<Integer>> children = new HashMap<>();
        for (K code : named) {
            parent.apply(code)
                    .ifPresent(above -> children.computeIfAbsent(above, a -> new ArrayList<>())
                            .add(nodes.nodeOf(code)));
        }
        Map<K, int[]> arrays = new HashMap<>();
        children.forEach((above, own) ->
                arrays.put(above, own.stream().mapToInt(node -> node).toArray()));
        this.below = Map.copyOf(arrays);
    }

    /** The nodes of the codes right below one or beside it, its own too if it has one. */
    int[] of(Optional<K> code) {
        return IntStream.concat(below(code), below(code.flatMap(parent))).toArray();
    }

    private IntStream below(Optional<K> code) {
        return code.stream().flatMapToInt(known -> IntStream.of(below.getOrDefault(known, NO_NODES)));
    }
}
