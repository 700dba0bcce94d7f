package io.github.hotlinekit.stats.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts that add up to a total, such as those of a dimension's cells in a window, and which of them may be shown. */
final class Cells {

    private final NavigableMap<String, Long> counts;
    private final Set<String> hidden = new TreeSet<>();
    private final boolean totalHidden;

    private Cells(Map<String, Long> counts, Optional<Suppression> suppression) {
        this.counts = new TreeMap<>(counts);
        List<String> keys = new ArrayList<>(this.counts.keySet());
        long[] all = this.counts.values().stream().mapToLong(Long::longValue).toArray();
        boolean isTotalHidden = false;
        if (suppression.isPresent()) {
            SuppressedCounts shown = suppression.get().apply(all);
            for (int i = 0; i < all.length; i++) {
                if (shown.count(i).isEmpty()) {
                    hidden.add(keys.get(i));
                }
            }
            isTotalHidden = shown.total().isEmpty();
        }
        this.totalHidden = isTotalHidden;
    }

    static Cells of(Map<String, Long> counts, Optional<Suppression> suppression) {
        return new Cells(counts, suppression);
    }

    Set<String> keys() {
        return counts.keySet();
    }

    /** Whether the total would give away counts that are small. */
    boolean isTotalHidden() {
        return totalHidden;
    }

    boolean isHidden(String key) {
        return hidden.contains(key);
    }

    boolean hasHidden() {
        return !hidden.isEmpty();
    }

    /** The count of a key, 0 of one that is not there; empty if it is hidden. */
    OptionalLong count(String key) {
        return isHidden(key) ? OptionalLong.empty() : OptionalLong.of(counts.getOrDefault(key, 0L));
    }

    /** The keys whose counts are shown, by falling count and then by key; those hidden are not among them. */
    List<String> largestFirst() {
        return counts.keySet().stream()
                .filter(k -> !isHidden(k))
                .sorted(Comparator.<String, Long>comparing(k -> counts.getOrDefault(k, 0L))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
