package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.routing.Directive;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The entries of two lists that are not in the other, or not in the same order: only cases of these can be decided
 * differently. For entries that stand in both lists in the same order, the first that has a case is the same in both.
 */
final class Changes {

    private final List<Entry> before;
    private final List<Entry> after;

    private Changes(List<Entry> before, List<Entry> after) {
        this.before = before;
        this.after = after;
    }

    private record Key(Box box, Directive then) {}

    static Changes of(List<Entry> before, List<Entry> after) {
        Map<Key, Deque<Integer>> places = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            Optional<Key> key = key(before.get(i));
            int place = i;
            key.ifPresent(
                    k -> places.computeIfAbsent(k, n -> new ArrayDeque<>(1)).add(place));
        }
        int[] partner = new int[after.size()];
        for (int i = 0; i < partner.length; i++) {
            Integer place =
                    key(after.get(i)).map(places::get).map(Deque::pollFirst).orElse(null);
            partner[i] = place == null ? -1 : place;
        }
        Set<Integer> keptAfter = longestAscending(partner);
        Set<Integer> keptBefore = new HashSet<>();
        keptAfter.forEach(i -> keptBefore.add(partner[i]));
        return new Changes(others(before, keptBefore), others(after, keptAfter));
    }

    private static Optional<Key> key(Entry entry) {
        return entry.rule().map(rule -> new Key(entry.box(), rule.then()));
    }

    private static List<Entry> others(List<Entry> entries, Set<Integer> kept) {
        List<Entry> others = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (!kept.contains(i) && entries.get(i).rule().isPresent()) {
                others.add(entries.get(i));
            }
        }
        return others;
    }

    /** The places of a longest ascending subsequence of the values that are not negative. Takes n log n. */
    private static Set<Integer> longestAscending(int[] values) {
        int[] ends = new int[values.length];
        int[] smallest = new int[values.length];
        int[] previous = new int[values.length];
        int length = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] >= 0) {
                int found = Arrays.binarySearch(smallest, 0, length, values[i]);
                int place = found >= 0 ? found : -found - 1;
                smallest[place] = values[i];
                ends[place] = i;
                previous[i] = place == 0 ? -1 : ends[place - 1];
                length = Math.max(length, place + 1);
            }
        }
        Set<Integer> places = new HashSet<>();
        for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = previous[i]) {
            places.add(i);
        }
        return places;
    }

    /** Those of the first list. */
    List<Entry> before() {
        return before;
    }

    /** Those of the second list. */
    List<Entry> after() {
        return after;
    }

    boolean isEmpty() {
        return before.isEmpty() && after.isEmpty();
    }
}
