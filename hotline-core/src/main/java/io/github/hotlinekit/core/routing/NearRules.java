package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Finds the near misses of a table as {@link Nearness} defines them: under the pairs of nodes that hold the case, where
 * another cell fails, and under those of which one node is close and the other holds it. Immutable.
 */
final class NearRules {

    private static final int NONE = CodeNodes.NONE;

    private final CodeNodes<CategoryCode> categories;
    private final CodeNodes<AreaCode> areas;
    private final CloseNodes<CategoryCode> closeCategories;
    private final CloseNodes<AreaCode> closeAreas;
    private final Nearness nearness;

    NearRules(
            CodeNodes<CategoryCode> categories,
            CodeNodes<AreaCode> areas,
            CloseNodes<CategoryCode> closeCategories,
            CloseNodes<AreaCode> closeAreas,
            Nearness nearness) {
        this.categories = categories;
        this.areas = areas;
        this.closeCategories = closeCategories;
        this.closeAreas = closeAreas;
        this.nearness = nearness;
    }

    /** The ranks of the near misses; one may come more than once. */
    void find(RuleTable table, MatchQuery query, IntConsumer ranks) {
        int[] besideCategory = closeCategories.of(query.facts.category());
        int[] besideArea = closeAreas.of(query.facts.area());
        for (int area = query.area; area != NONE; area = areas.parent(area)) {
            for (int category = query.category; category != NONE; category = categories.parent(category)) {
                table.each(category, area, (rank, mask) -> {
                    if (table.failing(query, rank, mask) == 1 && isNear(table, rank, query)) {
                        ranks.accept(rank);
                    }
                });
            }
            for (int category : besideCategory) {
                if (category != query.category) {
                    close(table, query, category, area, Cell.CATEGORY, ranks);
                }
            }
        }
        for (int category = query.category; category != NONE; category = categories.parent(category)) {
            for (int area : besideArea) {
                if (area != query.area) {
                    close(table, query, category, area, Cell.AREA, ranks);
                }
            }
        }
    }

    /** Whether a rule is near of which one cell fails, which is not one by which it was looked up. */
    private boolean isNear(RuleTable table, int rank, MatchQuery query) {
        Condition when = table.rule(rank).when();
        boolean areaFails = table.isWide(rank) && !holds(Cell.AREA, when, query.facts);
        return areaFails
                ? table.filledCells(rank) > 1 && nearness.isAreaClose(when, query.facts)
                : !when.isAny(Cell.CATEGORY) || !when.isAny(Cell.AREA);
    }

    private static void close(RuleTable table, MatchQuery query, int category, int area, Cell cell, IntConsumer ranks) {
        table.each(category, area, (rank, mask) -> {
            if (table.filledCells(rank) > 1
                    && table.failing(query, rank, mask) == 0
                    && !holdsElsewhere(cell, table.rule(rank).when(), query.facts)) {
                ranks.accept(rank);
            }
        });
    }

    /** Whether a cell holds though it names a code that is only close: it must name another one. */
    private static boolean holdsElsewhere(Cell cell, Condition when, RoutingFacts facts) {
        int codes =
                cell == Cell.CATEGORY ? when.categories().size() : when.areas().size();
        return codes > 1 && holds(cell, when, facts);
    }

    private static boolean holds(Cell cell, Condition when, RoutingFacts facts) {
        return ReferenceMatcher.holds(cell, when, facts, Optional.empty());
    }
}
