package io.github.hotlinekit.examples.spark;

import io.github.hotlinekit.stats.ledger.DataQuality;
import io.github.hotlinekit.stats.metric.CaseFact;
import io.github.hotlinekit.stats.metric.FactFault;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many facts of a part have something about them that cannot be so, and some of them as examples: what {@link
 * DataQuality} is of all facts, in a form that travels as bytes. Parts add up to the quality of a single process, however
 * the facts are split and in whatever order they come.
 */
final class PartQuality {

    private long facts;
    private long faulty;
    private final Map<FactFault, Found> found = new EnumMap<>(FactFault.class);

    /** A case by its hash, by which a single process chooses its examples too. */
    private record Example(long high, long low, String number) implements Comparable<Example> {

        private static final Comparator<Example> ORDER = Comparator.<Example>comparingLong(e -> e.high + Long.MIN_VALUE)
                .thenComparingLong(e -> e.low + Long.MIN_VALUE)
                .thenComparing(Example::number);

        @Override
        public int compareTo(Example other) {
            return ORDER.compare(this, other);
        }
    }

    /** The facts that have one fault. */
    private static final class Found {

        private long count;
        private final TreeSet<Example> examples = new TreeSet<>();

        void add(Example example) {
            examples.add(example);
            if (examples.size() > DataQuality.EXAMPLES) {
                examples.pollLast();
            }
        }
    }

    /** Counts a fact that was checked. */
    void add(CaseFact fact, Set<FactFault> faults) {
        facts++;
        if (faults.isEmpty()) {
            return;
        }
        faulty++;
        Example example =
                new Example(fact.hashHigh(), fact.hashLow(), fact.number().value());
        for (FactFault fault : faults) {
            Found of = of(fault);
            of.count++;
            of.add(example);
        }
    }

    /** Counts facts in which nothing was found. */
    void addSound(long count) {
        facts += count;
    }

    /** Counts those of another part too. */
    PartQuality addAll(PartQuality other) {
        facts += other.facts;
        faulty += other.faulty;
        other.found.forEach((fault, theirs) -> {
            Found ours = of(fault);
            ours.count += theirs.count;
            theirs.examples.forEach(ours::add);
        });
        return this;
    }

    private Found of(FactFault fault) {
        return found.computeIfAbsent(fault, f -> new Found());
    }

    long facts() {
        return facts;
    }

    long faulty() {
        return faulty;
    }

    long count(FactFault fault) {
        Found of = found.get(fault);
        return of == null ? 0 : of.count;
    }

    /** The numbers of some cases, at most as many as a single process keeps, and the same. */
    List<String> examples(FactFault fault) {
        Found of = found.get(fault);
        return of == null
                ? List.of()
                : of.examples.stream().map(Example::number).toList();
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(facts);
        out.writeLong(faulty);
        out.writeInt(found.size());
        for (Map.Entry<FactFault, Found> entry : found.entrySet()) {
            Part.text(entry.getKey().name(), out);
            out.writeLong(entry.getValue().count);
            out.writeInt(entry.getValue().examples.size());
            for (Example example : entry.getValue().examples) {
                out.writeLong(example.high);
                out.writeLong(example.low);
                Part.text(example.number, out);
            }
        }
    }

    static PartQuality read(DataInputStream in) throws IOException {
        PartQuality quality = new PartQuality();
        quality.facts = in.readLong();
        quality.faulty = in.readLong();
        for (int i = in.readInt(); i > 0; i--) {
            Found of = quality.of(FactFault.valueOf(Part.text(in)));
            of.count = in.readLong();
            for (int j = in.readInt(); j > 0; j--) {
                of.add(new Example(in.readLong(), in.readLong(), Part.text(in)));
            }
        }
        return quality;
    }
}
