package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.directory.Area;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The definition of a near miss, as {@link RoutingExplanation.NearMiss} tells it. Nearly every rule of a catalogue is
 * kept from matching by its category alone, and to list those would say no more than that other matters have other
 * rules: so a rule must have something in common with the case, and another code must be a close one.
 */
final class Nearness {

    private final Directory directory;

    Nearness(Directory directory) {
        this.directory = directory;
    }

    /** Whether a condition does not hold, but nearly does. */
    boolean nearlyHolds(Condition when, RoutingFacts facts, Optional<LocalDateTime> received) {
        if (ReferenceMatcher.filledCells(when) < 2) {
            return false;
        }
        List<Cell> failing = new ArrayList<>();
        for (Cell cell : Cell.values()) {
            if (!ReferenceMatcher.holds(cell, when, facts, received)) {
                failing.add(cell);
            }
        }
        return failing.size() == 1
                && switch (failing.get(0)) {
                    case CATEGORY -> isCategoryClose(when, facts);
                    case AREA -> isAreaClose(when, facts);
                    default -> !when.isAny(Cell.CATEGORY) || !when.isAny(Cell.AREA);
                };
    }

    private static boolean isCategoryClose(Condition when, RoutingFacts facts) {
        return isClose(facts.category(), when.categories(), Nearness::above);
    }

    boolean isAreaClose(Condition when, RoutingFacts facts) {
        return isClose(facts.area(), when.areas(), this::around);
    }

    /** Whether one of the codes is right below the given one, or beside it below one parent. */
    private static <K> boolean isClose(Optional<K> given, List<K> wanted, Function<K, Optional<K>> parent) {
        Optional<K> above = given.flatMap(parent);
        for (K code : wanted) {
            Optional<K> its = parent.apply(code);
            if (given.isPresent() && its.isPresent() && (its.equals(given) || its.equals(above))) {
                return true;
            }
        }
        return false;
    }

    static Optional<CategoryCode> above(CategoryCode code) {
        return code.depth() == 1 ? Optional.empty() : Optional.of(code.atDepth(code.depth() - 1));
    }

    /** The smallest area of the directory around one, which need not be there itself. */
    Optional<AreaCode> around(AreaCode code) {
        List<Area> around = directory.ancestors(code);
        return around.isEmpty() ? Optional.empty() : Optional.of(around.get(0).code());
    }
}
