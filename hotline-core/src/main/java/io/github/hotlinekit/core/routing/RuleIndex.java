package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the first matching rule without trying all: only rules that name the case's category or one
 * above it, and rules that name none.
 */
final class RuleIndex {

    /** What is returned where no rule matches. */
    static final int NONE = Integer.MAX_VALUE;

    private static final int[] NO_RANKS = {};

    private final Residue[] residues;
    private final Map<CategoryCode, int[]> byCategory;
    private final int[] anyCategory;

    RuleIndex(List<Rule> rules) {
        this.residues = rules.stream().map(r -> Residue.of(r.when())).toArray(Residue[]::new);
        Map<CategoryCode, List<Integer>> ranks = new HashMap<>();
        List<Integer> any = new ArrayList<>();
        for (int rank = 0; rank < rules.size(); rank++) {
            List<CategoryCode> categories = rules.get(rank).when().categories();
            if (categories.isEmpty()) {
                any.add(rank);
            }
            for (CategoryCode category : categories) {
                ranks.computeIfAbsent(category, c -> new ArrayList<>()).add(rank);
            }
        }
        this.byCategory = new HashMap<>();
        ranks.forEach((category, list) -> byCategory.put(category, toArray(list)));
        this.anyCategory = toArray(any);
    }

    private static int[] toArray(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The position of the first rule that matches, or {@link #NONE}. */
    int first(RoutingFacts facts) {
        int best = first(anyCategory, facts, NONE);
        if (facts.category().isPresent()) {
            CategoryCode category = facts.category().get();
            for (int depth = category.depth(); depth > 0; depth--) {
                best = first(byCategory.getOrDefault(category.atDepth(depth), NO_RANKS), facts, best);
            }
        }
        return best;
    }

    /** The first of the ranks below a bound whose rule matches, or else the bound. */
    private int first(int[] ranks, RoutingFacts facts, int bound) {
        for (int rank : ranks) {
            if (rank >= bound) {
                break;
            }
            if (residues[rank].matches(facts)) {
                return rank;
            }
        }
        return bound;
    }

    /** What is left of a condition once the category is known to match. Bits are by ordinal. */
    private static final class Residue {
        private static final int ALL = -1;

        private final AreaCode[] areas;
        private final int kinds;
        private final int channels;

        private Residue(AreaCode[] areas, int kinds, int channels) {
            this.areas = areas;
            this.kinds = kinds;
            this.channels = channels;
        }

        static Residue of(Condition when) {
            return new Residue(when.areas().toArray(AreaCode[]::new), mask(when.kinds()), mask(when.channels()));
        }

        private static int mask(List<? extends Enum<?>> values) {
            return values.isEmpty()
                    ? ALL
                    : values.stream().mapToInt(v -> 1 << v.ordinal()).reduce(0, (a, b) -> a | b);
        }

        boolean matches(RoutingFacts facts) {
            return (kinds & 1 << facts.kind().ordinal()) != 0
                    && (channels & 1 << facts.channel().ordinal()) != 0
                    && (areas.length == 0
                            || (facts.area().isPresent()
                                    && isWithinOne(facts.area().get())));
        }

        private boolean isWithinOne(AreaCode area) {
            for (AreaCode container : areas) {
                if (area.isWithin(container)) {
                    return true;
                }
            }
            return false;
        }
    }
}
