package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.FactCheck;
import io.github.hotlinekit.stats.metric.FactFault;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many facts have something about them that cannot be so, and some of them as examples. Such facts are in the figures
 * like others: nothing is dropped, and what is wrong is told. Immutable; merging is associative and commutative.
 */
public final class DataQuality {

    /** How many examples a fault keeps: those of the least hashes, whatever the order. */
    public static final int EXAMPLES = 10;

    private static final DataQuality NOTHING = new DataQuality(0, 0, Map.of(), Map.of());

    private final long facts;
    private final long faulty;
    private final Map<FactFault, Long> counts;
    private final Map<FactFault, List<Examples.Example>> examples;

    private DataQuality(
            long facts, long faulty, Map<FactFault, Long> counts, Map<FactFault, List<Examples.Example>> examples) {
        this.facts = facts;
        this.faulty = faulty;
        this.counts = Map.copyOf(counts);
        this.examples = Map.copyOf(examples);
    }

    /**
     * Of no facts.
     *
     * @return the quality of nothing
     */
    public static DataQuality empty() {
        return NOTHING;
    }

    /**
     * Of facts.
     *
     * @param facts the facts
     * @param check what to look for
     * @return their quality
     */
    public static DataQuality of(Iterable<CaseFact> facts, FactCheck check) {
        Objects.requireNonNull(check, "check");
        Builder builder = new Builder(check);
        facts.forEach(builder::add);
        return builder.build();
    }

    /**
     * Counts facts as they come.
     *
     * @param check what to look for
     * @return a builder
     */
    public static Builder builder(FactCheck check) {
        return new Builder(Objects.requireNonNull(check, "check"));
    }

    /**
     * Of the facts of both.
     *
     * @param other the quality of other facts
     * @return their quality together
     */
    public DataQuality plus(DataQuality other) {
        Map<FactFault, Long> sums = new EnumMap<>(FactFault.class);
        sums.putAll(counts);
        other.counts.forEach((fault, count) -> sums.merge(fault, count, Math::addExact));
        Map<FactFault, List<Examples.Example>> both = new EnumMap<>(FactFault.class);
        for (FactFault fault : sums.keySet()) {
            Examples kept = new Examples(EXAMPLES);
            kept.addAll(examples.getOrDefault(fault, List.of()));
            kept.addAll(other.examples.getOrDefault(fault, List.of()));
            both.put(fault, kept.list());
        }
        return new DataQuality(Math.addExact(facts, other.facts), Math.addExact(faulty, other.faulty), sums, both);
    }

    /**
     * How many facts were looked at.
     *
     * @return 0 or more
     */
    public long facts() {
        return facts;
    }

    /**
     * How many of them have a fault, or several.
     *
     * @return 0 or more
     */
    public long faulty() {
        return faulty;
    }

    /**
     * How many facts have a fault.
     *
     * @param fault which
     * @return 0 or more
     */
    public long count(FactFault fault) {
        return counts.getOrDefault(fault, 0L);
    }

    /**
     * Some of the facts that have a fault.
     *
     * @param fault which
     * @return at most {@value #EXAMPLES}, the same whatever the order of the facts
     */
    public List<CaseNumber> examples(FactFault fault) {
        return examples.getOrDefault(fault, List.of()).stream()
                .map(e -> CaseNumber.of(e.number()))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataQuality that
                && facts == that.facts
                && faulty == that.faulty
                && counts.equals(that.counts)
                && examples.equals(that.examples);
    }

    @Override
    public int hashCode() {
        return Objects.hash(facts, faulty, counts);
    }

    @Override
    public String toString() {
        return "DataQuality of " + facts + " facts, " + faulty + " with faults " + new TreeMap<>(counts);
    }

    /** Counts facts as they come. */
    public static final class Builder {
        private final FactCheck check;
        private final long[] seen = new long[2];
        private final Map<FactFault, Long> counts = new EnumMap<>(FactFault.class);
        private final Map<FactFault, Examples> examples = new EnumMap<>(FactFault.class);

        private Builder(FactCheck check) {
            this.check = check;
        }

        /**
         * Looks at a fact.
         *
         * @param fact the fact
         * @return what cannot be so of it
         */
        public Set<FactFault> add(CaseFact fact) {
            Set<FactFault> faults = check.faults(fact);
            seen[0]++;
            seen[1] += faults.isEmpty() ? 0 : 1;
            for (FactFault fault : faults) {
                counts.merge(fault, 1L, Math::addExact);
                examples.computeIfAbsent(fault, f -> new Examples(EXAMPLES))
                        .add(new Examples.Example(
                                fact.hashHigh(), fact.hashLow(), fact.number().value()));
            }
            return faults;
        }

        /**
         * The quality of the facts so far.
         *
         * @return the quality
         */
        public DataQuality build() {
            Map<FactFault, List<Examples.Example>> kept = new EnumMap<>(FactFault.class);
            examples.forEach((fault, of) -> kept.put(fault, of.list()));
            return new DataQuality(seen[0], seen[1], counts, kept);
        }
    }
}
