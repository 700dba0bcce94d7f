package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.util.ArrayList;
import java.util.EnumSet;
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

    /** What is left of a condition once the category is known to match. */
    private static final class Residue {
        private final AreaCode[] areas;
        private final EnumSet<CaseKind> kinds;
        private final EnumSet<Channel> channels;

        private Residue(AreaCode[] areas, EnumSet<CaseKind> kinds, EnumSet<Channel> channels) {
            this.areas = areas;
            this.kinds = kinds;
            this.channels = channels;
        }

        static Residue of(Condition when) {
            return new Residue(
                    when.areas().toArray(AreaCode[]::new),
                    when.kinds().isEmpty() ? EnumSet.allOf(CaseKind.class) : EnumSet.copyOf(when.kinds()),
                    when.channels().isEmpty() ? EnumSet.allOf(Channel.class) : EnumSet.copyOf(when.channels()));
        }

        boolean matches(RoutingFacts facts) {
            return kinds.contains(facts.kind())
                    && channels.contains(facts.channel())
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
