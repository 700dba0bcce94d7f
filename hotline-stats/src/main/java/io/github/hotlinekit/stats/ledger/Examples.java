package io.github.hotlinekit.stats.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The cases of the least hashes, at most so many: the same whatever the order in which they came. */
final class Examples {

    /**
     * A case.
     *
     * @param high the upper half of its hash
     * @param low the lower half
     * @param number its number
     */
    record Example(long high, long low, String number) implements Comparable<Example> {

        private static final Comparator<Example> ORDER = Comparator.<Example>comparingLong(e -> e.high + Long.MIN_VALUE)
                .thenComparingLong(e -> e.low + Long.MIN_VALUE)
                .thenComparing(Example::number);

        @Override
        public int compareTo(Example other) {
            return ORDER.compare(this, other);
        }
    }

    private final int most;
    private final TreeSet<Example> kept = new TreeSet<>();

    Examples(int most) {
        this.most = most;
    }

    void add(Example example) {
        if (kept.size() < most) {
            kept.add(example);
        } else if (example.compareTo(kept.last()) < 0 && kept.add(example)) {
            kept.pollLast();
        }
    }

    void addAll(List<Example> examples) {
        examples.forEach(this::add);
    }

    List<Example> list() {
        return List.copyOf(kept);
    }
}
