package io.github.hotlinekit.examples.ledger;

import io.github.hotlinekit.core.document.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is wrong with an input: every problem counted, the first ones kept. */
final class Faults {

    /** The most problems that are listed; all are counted. */
    static final int LISTED = 100;

    private final List<Problem> listed = new ArrayList<>();
    private final SortedMap<String, Long> counts = new TreeMap<>();

    void add(Problem problem) {
        counts.merge(problem.code(), 1L, Math::addExact);
        if (listed.size() < LISTED) {
            listed.add(problem);
        }
    }

    /** The first {@value #LISTED} problems, in the order of the file. */
    List<Problem> listed() {
        return List.copyOf(listed);
    }

    /** The number of problems by code. */
    SortedMap<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
