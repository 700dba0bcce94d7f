package io.github.hotlinekit.stats.metric;

import io.github.hotlinekit.core.language.Label;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a rate would be under another treatment of cases that it leaves out: such as if all who were not reached were
 * taken to be satisfied. It is a guard: where it differs much from the rate, the treatment makes the figure.
 *
 * @param id its id, unique in the metric, of letters, digits and hyphens
 * @param name its name
 * @param asHits the exclusions, by id, whose cases would be in the numerator
 * @param asMisses the exclusions whose cases would be in the denominator only
 */
public record WhatIf(String id, Label name, Set<String> asHits, Set<String> asMisses) {

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if the id is none, or an exclusion is in both sets
     */
    public WhatIf {
        Ids.check("a what if", id);
        Objects.requireNonNull(name, "name");
        asHits = Set.copyOf(asHits);
        asMisses = Set.copyOf(asMisses);
        Set<String> both = new TreeSet<>(asHits);
        both.retainAll(asMisses);
        if (!both.isEmpty()) {
            throw new IllegalArgumentException("what if " + id + " must not count as hits and as misses " + both);
        }
    }

    /**
     * The rate under this treatment.
     *
     * @param actual the rate
     * @param excluded how many cases it leaves out, by the exclusion's id
     * @return the other rate
     * @throws ArithmeticException if a count would overflow
     */
    public Ratio apply(Ratio actual, Map<String, Long> excluded) {
        long hits = sum(asHits, excluded);
        long misses = sum(asMisses, excluded);
        return Ratio.of(
                Math.addExact(actual.numerator(), hits),
                Math.addExact(actual.denominator(), Math.addExact(hits, misses)));
    }

    private static long sum(Set<String> ids, Map<String, Long> excluded) {
        return ids.stream().mapToLong(id -> excluded.getOrDefault(id, 0L)).reduce(0, Math::addExact);
    }
}
