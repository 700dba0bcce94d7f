package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rules by the pair of nodes of category and area that they ask for (tuple space search). A case is looked up under every
 * pair of nodes that hold it; what else a rule asks is checked one by one: the cells that list names as one mask, then
 * dates, times and words. A rule that names many pairs stands under its categories alone and its areas are checked.
 *
 * <p>One table serves every day: the dates of a rule are two comparisons, and an index a day would cost more memory than
 * they cost time.
 */
final class RuleTable {

    static final int NONE = -1;
    /** The most pairs under which a rule stands. */
    private static final int MAX_PAIRS = 64;
    /** How many rules under one pair make bitmaps worth their memory. */
    private static final int LARGE = 64;

    private static final int ALWAYS = -1;

    private final CodeNodes<CategoryCode> categories;
    private final CodeNodes<AreaCode> areas;
    private final List<Rule> rules;
    /** By rank: the rule's place in the document. */
    private final int[] places;

    private final int[] effective;
    private final long[] froms;
    private final long[] tos;
    /** By rank: where the rule's words begin in {@link #wordData}, or {@link #NONE}. */
    private final int[] words;
    /** Of each rule that asks for words: how many of any, all and none there are, and then their places in the index. */
    private final int[] wordData;

    private final boolean[] wide;
    private final boolean[] timed;
    /** How many cells ask for something. */
    private final byte[] filled;

    private final long[] keys;
    private final int[] buckets;
    private final int[] starts;
    private final int[] ranks;
    private final long[] masks;
    private final @Nullable Large[] large;

    /**
     * A table.
     *
     * @param rules the rules by rank
     * @param places by rank: the rule's place in the document, over all sections
     */
    RuleTable(
            List<Rule> rules,
            int[] places,
            CodeNodes<CategoryCode> categories,
            CodeNodes<AreaCode> areas,
            Map<String, Integer> wordPlaces) {
        this.rules = rules;
        this.places = places;
        this.categories = categories;
        this.areas = areas;
        int count = rules.size();
        this.effective = new int[count];
        this.words = new int[count];
        this.wide = new boolean[count];
        this.timed = new boolean[count];
        this.filled = new byte[count];
        IntStream.Builder data = IntStream.builder();
        int dataSize = 0;
        Map<Effective, Integer> intervals = new HashMap<>();
        List<Effective> different = new ArrayList<>();
        long[] admitted = new long[count];
        Map<Long, Integer> bucketOf = new HashMap<>();
        List<int[]> sizes = new ArrayList<>();
        for (int rank = 0; rank < count; rank++) {
            Rule rule = rules.get(rank);
            Condition when = rule.when();
            effective[rank] = rule.effective().equals(Effective.ALWAYS)
                    ? ALWAYS
                    : intervals.computeIfAbsent(rule.effective(), e -> {
                        different.add(e);
                        return different.size() - 1;
                    });
            Keywords keywords = when.keywords();
            words[rank] = keywords.isAny() ? NONE : dataSize;
            if (!keywords.isAny()) {
                for (List<String> list : List.of(keywords.any(), keywords.all(), keywords.none())) {
                    data.add(list.size());
                    dataSize++;
                }
                for (List<String> list : List.of(keywords.any(), keywords.all(), keywords.none())) {
                    list.forEach(word -> data.add(wordPlaces.getOrDefault(word, NONE)));
                    dataSize += list.size();
                }
            }
            filled[rank] = (byte) ReferenceMatcher.filledCells(when);
            timed[rank] = !when.times().isEmpty();
            admitted[rank] = MatchQuery.admitted(when);
            wide[rank] = (long) nodes(when, Cell.CATEGORY).length * nodes(when, Cell.AREA).length > MAX_PAIRS;
            for (long key : pairs(when, wide[rank])) {
                sizes.add(new int[1]);
                int fresh = bucketOf.size();
                int bucket = bucketOf.computeIfAbsent(key, k -> fresh);
                if (bucket != fresh) {
                    sizes.remove(sizes.size() - 1);
                }
                sizes.get(bucket)[0]++;
            }
        }
        this.wordData = data.build().toArray();
        this.froms = different.stream()
                .mapToLong(e -> e.from().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE))
                .toArray();
        this.tos = different.stream()
                .mapToLong(e -> e.toExclusive().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE))
                .toArray();
        int capacity = Integer.highestOneBit(Math.max(1, bucketOf.size())) * 4;
        this.keys = new long[capacity];
        this.buckets = new int[capacity];
        Arrays.fill(buckets, NONE);
        bucketOf.forEach(this::put);
        this.starts = new int[sizes.size() + 1];
        for (int bucket = 0; bucket < sizes.size(); bucket++) {
            starts[bucket + 1] = starts[bucket] + sizes.get(bucket)[0];
        }
        this.ranks = new int[starts[sizes.size()]];
        this.masks = new long[ranks.length];
        int[] next = starts.clone();
        for (int rank = 0; rank < count; rank++) {
            for (long key : pairs(rules.get(rank).when(), wide[rank])) {
                int position = next[bucketOf.getOrDefault(key, NONE)]++;
                ranks[position] = rank;
                masks[position] = admitted[rank];
            }
        }
        this.large = new Large[sizes.size()];
        for (int bucket = 0; bucket < large.length; bucket++) {
            if (starts[bucket + 1] - starts[bucket] > LARGE) {
                large[bucket] = new Large(starts[bucket], starts[bucket + 1]);
            }
        }
    }

    private int[] nodes(Condition when, Cell cell) {
        if (when.isAny(cell)) {
            return new int[] {CodeNodes.ANY};
        }
        boolean missing = when.missing().contains(cell);
        int size =
                cell == Cell.CATEGORY ? when.categories().size() : when.areas().size();
        int[] nodes = new int[size + (missing ? 1 : 0)];
        for (int i = 0; i < size; i++) {
            nodes[i] = cell == Cell.CATEGORY
                    ? categories.nodeOf(when.categories().get(i))
                    : areas.nodeOf(when.areas().get(i));
        }
        if (missing) {
            nodes[size] = CodeNodes.MISSING;
        }
        return nodes;
    }

    private long[] pairs(Condition when, boolean byCategory) {
        int[] first = nodes(when, Cell.CATEGORY);
        int[] second = byCategory ? new int[] {CodeNodes.ANY} : nodes(when, Cell.AREA);
        long[] pairs = new long[first.length * second.length];
        int size = 0;
        for (int category : first) {
            for (int area : second) {
                pairs[size++] = key(category, area);
            }
        }
        return pairs;
    }

    private static long key(int category, int area) {
        return (long) category << 32 | area;
    }

    private int slot(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (keys.length - 1);
    }

    private void put(long key, int bucket) {
        int slot = slot(key);
        while (buckets[slot] != NONE) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        buckets[slot] = bucket;
    }

    /** The bucket of a pair, or {@link #NONE}. */
    private int bucket(int category, int area) {
        long key = key(category, area);
        int slot = slot(key);
        while (buckets[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return buckets[slot];
    }

    Rule rule(int rank) {
        return rules.get(rank);
    }

    int place(int rank) {
        return places[rank];
    }

    int size() {
        return rules.size();
    }

    boolean isWide(int rank) {
        return wide[rank];
    }

    /** How many cells of a rule ask for something. */
    int filledCells(int rank) {
        return filled[rank];
    }

    /** The lowest rank of a rule that matches, from one rank to another, exclusive; {@link #NONE} if there is none. */
    int first(MatchQuery query, int from, int toExclusive) {
        int best = toExclusive;
        for (int category = query.category; category != NONE; category = categories.parent(category)) {
            for (int area = query.area; area != NONE; area = areas.parent(area)) {
                int found = first(query, category, area, from, best);
                if (found != NONE) {
                    best = found;
                }
            }
        }
        return best == toExclusive ? NONE : best;
    }

    /** As {@link #first(MatchQuery, int, int)}, of the rules under one pair. */
    int first(MatchQuery query, int category, int area, int from, int toExclusive) {
        int bucket = bucket(category, area);
        if (bucket == NONE) {
            return NONE;
        }
        int end = starts[bucket + 1];
        int begin = starts[bucket];
        if (ranks[begin] >= toExclusive || ranks[end - 1] < from) {
            return NONE;
        }
        if (ranks[begin] < from) {
            int place = Arrays.binarySearch(ranks, begin, end, from);
            begin = place < 0 ? -place - 1 : place;
        }
        Large bitmaps = large[bucket];
        if (bitmaps != null) {
            return bitmaps.first(query, begin, toExclusive);
        }
        for (int position = begin; position < end; position++) {
            int rank = ranks[position];
            if (rank >= toExclusive) {
                return NONE;
            }
            if ((query.bits & ~masks[position]) == 0 && holds(query, rank)) {
                return rank;
            }
        }
        return NONE;
    }

    /** The ranks of all rules that match, from one to another, exclusive, ascending. */
    int[] all(MatchQuery query, int from, int toExclusive) {
        int[] found = new int[8];
        int size = 0;
        for (int category = query.category; category != NONE; category = categories.parent(category)) {
            for (int area = query.area; area != NONE; area = areas.parent(area)) {
                int rank = first(query, category, area, from, toExclusive);
                while (rank != NONE) {
                    if (size == found.length) {
                        found = Arrays.copyOf(found, size * 2);
                    }
                    found[size++] = rank;
                    rank = first(query, category, area, rank + 1, toExclusive);
                }
            }
        }
        // A rule of several pairs is found under each of them.
        Arrays.sort(found, 0, size);
        int different = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || found[i] != found[i - 1]) {
                found[different++] = found[i];
            }
        }
        return Arrays.copyOf(found, different);
    }

    /** What neither pair nor mask says. */
    private boolean holds(MatchQuery query, int rank) {
        return isInForce(query, rank) && timeHolds(query, rank) && areaHolds(query, rank) && wordsHold(query, rank);
    }

    private boolean isInForce(MatchQuery query, int rank) {
        int interval = effective[rank];
        return interval == ALWAYS || query.anyDay || (query.day >= froms[interval] && query.day < tos[interval]);
    }

    // The rule itself is not touched unless it must be: it lies elsewhere in memory.

    private boolean timeHolds(MatchQuery query, int rank) {
        return !timed[rank] || timeHolds(rules.get(rank).when().times(), query.minute);
    }

    private boolean areaHolds(MatchQuery query, int rank) {
        return !wide[rank] || areaHolds(rules.get(rank).when(), query);
    }

    private boolean wordsHold(MatchQuery query, int rank) {
        return words[rank] == NONE || (query.hasText() && wordsHold(words[rank], query.words()));
    }

    /** Takes a rule and the bits that it admits. */
    @FunctionalInterface
    interface Standing {
        void take(int rank, long mask);
    }

    /** The rules under one pair. */
    void each(int category, int area, Standing standing) {
        int bucket = bucket(category, area);
        for (int i = bucket == NONE ? 0 : starts[bucket]; bucket != NONE && i < starts[bucket + 1]; i++) {
            standing.take(ranks[i], masks[i]);
        }
    }

    /** How many cells of a rule fail that its pair does not tell of; 2 for more, or for a rule that is not in force. */
    int failing(MatchQuery query, int rank, long mask) {
        int failing = Long.bitCount(query.bits & ~mask);
        if (failing > 1 || !isInForce(query, rank)) {
            return 2;
        }
        failing += timeHolds(query, rank) ? 0 : 1;
        failing += areaHolds(query, rank) ? 0 : 1;
        return failing > 1 || wordsHold(query, rank) ? Math.min(2, failing) : failing + 1;
    }

    private boolean wordsHold(int at, WordHits hits) {
        int all = at + 3 + wordData[at];
        int none = all + wordData[at + 1];
        int end = none + wordData[at + 2];
        boolean holds = wordData[at] == 0;
        for (int i = at + 3; i < all && !holds; i++) {
            holds = hits.has(wordData[i]);
        }
        for (int i = all; i < none && holds; i++) {
            holds = hits.has(wordData[i]);
        }
        for (int i = none; i < end && holds; i++) {
            holds = !hits.has(wordData[i]);
        }
        return holds;
    }

    /** Words of which one stands in every text that holds; none if the rule asks for none or for absent ones alone. */
    private int[] triggers(int rank) {
        int at = words[rank];
        if (at == NONE) {
            return new int[0];
        }
        int any = wordData[at];
        int size = any > 0 ? any : Math.min(1, wordData[at + 1]);
        return Arrays.copyOfRange(wordData, at + 3, at + 3 + size);
    }

    private static boolean timeHolds(List<TimeWindow> times, int minute) {
        for (int i = 0; i < times.size() && minute >= 0; i++) {
            if (times.get(i).includes(minute)) {
                return true;
            }
        }
        return false;
    }

    private static boolean areaHolds(Condition when, MatchQuery query) {
        if (query.facts.area().isEmpty()) {
            return when.isAny(Cell.AREA) || when.missing().contains(Cell.AREA);
        }
        AreaCode area = query.facts.area().get();
        List<AreaCode> wanted = when.areas();
        for (int i = 0; i < wanted.size(); i++) {
            if (area.isWithin(wanted.get(i))) {
                return true;
            }
        }
        return when.isAny(Cell.AREA);
    }

    /**
     * Many rules under one pair: bitmaps of those that admit a fact, and of those that need a word the places by the word,
     * so that neither a long list of kinds and channels nor one of words is tried rule by rule.
     */
    private final class Large {

        private final int start;
        private final int end;
        /** By the bits of {@link MatchQuery}: which positions admit it and need no word. */
        private final long[][] admitting = new long[MatchQuery.BITS][];

        private final int[] triggers;
        private final int[][] triggered;

        Large(int start, int end) {
            this.start = start;
            this.end = end;
            Map<Integer, List<Integer>> byWord = new TreeMap<>();
            long[] silent = new long[(end - start + 63) >>> 6];
            for (int position = start; position < end; position++) {
                int[] needed = triggers(ranks[position]);
                for (int word : needed) {
                    byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(position);
                }
                if (needed.length == 0) {
                    silent[(position - start) >> 6] |= 1L << (position - start);
                }
            }
            this.triggers = byWord.keySet().stream().mapToInt(w -> w).toArray();
            this.triggered = byWord.values().stream()
                    .map(p -> p.stream().mapToInt(i -> i).toArray())
                    .toArray(int[][]::new);
            for (int bit = 0; bit < MatchQuery.BITS; bit++) {
                long[] bitmap = new long[silent.length];
                for (int position = start; position < end; position++) {
                    int i = position - start;
                    if ((masks[position] >>> bit & 1) != 0) {
                        bitmap[i >> 6] |= (1L << i) & silent[i >> 6];
                    }
                }
                admitting[bit] = bitmap;
            }
        }

        int first(MatchQuery query, int begin, int toExclusive) {
            int best = firstSilent(query, begin, toExclusive);
            if (triggers.length == 0 || !query.hasText()) {
                return best;
            }
            int limit = best == NONE ? toExclusive : best;
            WordHits hits = query.words();
            for (int i = 0; i < hits.size(); i++) {
                int trigger = Arrays.binarySearch(triggers, hits.get(i));
                int found = trigger < 0 ? NONE : firstOf(triggered[trigger], query, begin, limit);
                if (found != NONE) {
                    best = found;
                    limit = found;
                }
            }
            return best;
        }

        private int firstOf(int[] positions, MatchQuery query, int begin, int toExclusive) {
            int place = Arrays.binarySearch(positions, begin);
            for (int i = place < 0 ? -place - 1 : place; i < positions.length; i++) {
                int rank = ranks[positions[i]];
                if (rank >= toExclusive) {
                    return NONE;
                }
                if ((query.bits & ~masks[positions[i]]) == 0 && holds(query, rank)) {
                    return rank;
                }
            }
            return NONE;
        }

        private int firstSilent(MatchQuery query, int begin, int toExclusive) {
            int offset = begin - start;
            long mask = -1L << offset;
            for (int i = offset >> 6; start + (i << 6) < end && ranks[start + (i << 6)] < toExclusive; i++) {
                for (long rest = word(query.bits, i) & mask; rest != 0; rest &= rest - 1) {
                    int rank = ranks[start + (i << 6) + Long.numberOfTrailingZeros(rest)];
                    if (rank >= toExclusive) {
                        return NONE;
                    }
                    if (holds(query, rank)) {
                        return rank;
                    }
                }
                mask = -1L;
            }
            return NONE;
        }

        private long word(long bits, int i) {
            long word = -1L;
            for (long rest = bits; rest != 0 && word != 0; rest &= rest - 1) {
                word &= admitting[Long.numberOfTrailingZeros(rest)][i];
            }
            return word;
        }
    }
}
