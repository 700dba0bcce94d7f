package io.github.hotlinekit.core.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Finds the entries whose categories and areas meet those of a box, without looking at the others. Intervals of codes
 * are nested or apart, so those that meet one are around its beginning or begin within it.
 */
final class EntryIndex {

    private final CaseSpace space;
    private final Intervals<Intervals<List<Entry>>> byCategory;

    EntryIndex(CaseSpace space, List<Entry> entries) {
        this.space = space;
        this.byCategory = new Intervals<>(space.categories());
        for (Entry entry : entries) {
            Box box = entry.box();
            byCategory
                    .at(box.from(Box.CATEGORY), box.to(Box.CATEGORY), () -> new Intervals<>(space.areas()))
                    .at(box.from(Box.AREA), box.to(Box.AREA), ArrayList::new)
                    .add(entry);
        }
    }

    /** The entries that have cases of a box, in their order. */
    List<Entry> overlapping(Box box, Meter meter) throws Meter.ExhaustedException {
        List<Entry> found = new ArrayList<>();
        long[] looked = new long[1];
        byCategory.meeting(
                box.from(Box.CATEGORY),
                box.to(Box.CATEGORY),
                byArea -> byArea.meeting(box.from(Box.AREA), box.to(Box.AREA), entries -> {
                    looked[0] += entries.size();
                    for (Entry entry : entries) {
                        if (entry.box().overlaps(box, space.vocabulary())) {
                            found.add(entry);
                        }
                    }
                }));
        meter.count(looked[0]);
        found.sort(Comparator.comparingInt(Entry::rank));
        return found;
    }

    /** The entries of the same category and area that have cases of a box, in their order. */
    List<Entry> beside(Box box, Meter meter) throws Meter.ExhaustedException {
        List<Entry> all = byCategory
                .find(box.from(Box.CATEGORY), box.to(Box.CATEGORY))
                .flatMap(byArea -> byArea.find(box.from(Box.AREA), box.to(Box.AREA)))
                .orElse(List.of());
        meter.count(all.size());
        return all.stream()
                .filter(e -> e.box().overlaps(box, space.vocabulary()))
                .sorted(Comparator.comparingInt(Entry::rank))
                .toList();
    }

    /** Values by intervals of a tree's positions. */
    private static final class Intervals<T> {

        private final CodeTree tree;
        /** By beginning, then by end. */
        private final NavigableMap<Integer, Map<Integer, T>> values = new TreeMap<>();

        Intervals(CodeTree tree) {
            this.tree = tree;
        }

        T at(int from, int to, java.util.function.Supplier<T> fresh) {
            return values.computeIfAbsent(from, f -> new HashMap<>(2)).computeIfAbsent(to, t -> fresh.get());
        }

        Optional<T> find(int from, int to) {
            return Optional.ofNullable(values.getOrDefault(from, Map.of()).get(to));
        }

        void meeting(int from, int to, Consumer<T> consumer) {
            values.subMap(from, true, to, true)
                    .values()
                    .forEach(ends -> ends.values().forEach(consumer));
            // What begins before: around the first position, or beginning with what may be missing.
            if (from > CodeTree.MISSING) {
                reaching(CodeTree.MISSING, from, consumer);
            }
            if (from > CodeTree.ELSEWHERE) {
                reaching(CodeTree.ELSEWHERE, from, consumer);
                for (int above = tree.parent(from); above >= 0; above = tree.parent(above)) {
                    reaching(above, from, consumer);
                }
            }
        }

        private void reaching(int begin, int position, Consumer<T> consumer) {
            values.getOrDefault(begin, Map.of()).forEach((end, value) -> {
                if (end >= position) {
                    consumer.accept(value);
                }
            });
        }
    }
}
