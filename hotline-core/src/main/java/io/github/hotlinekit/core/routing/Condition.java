package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.cases.Priority;
import io.github.hotlinekit.core.cases.RequesterType;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.style.DefaultingStyle;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Which cases a rule is for: every cell must hold. A cell that asks for nothing means any, and then a fact that is
 * missing matches as well. A cell with values is matched by one of them, and never by a missing fact, unless the cell
 * is also among {@code missing}; a cell that is among {@code missing} and has no values is matched by a missing fact
 * alone.
 *
 * @param categories the categories; each stands for all below it too
 * @param areas the areas; each stands for all within it too
 * @param kinds the kinds
 * @param channels the channels
 * @param priorities the priorities
 * @param requesters the types of requester
 * @param dayTypes the types of day on which the case came in
 * @param missing the cells whose fact may be missing; only such as {@link Cell#listsValues list values}
 * @param keywords the words of the text
 * @param times the times of the week at which the case came in; one must include it
 */
@DefaultingStyle
@Value.Builder
public record Condition(
        List<CategoryCode> categories,
        List<AreaCode> areas,
        List<CaseKind> kinds,
        List<Channel> channels,
        List<Priority> priorities,
        List<RequesterType> requesters,
        List<DayType> dayTypes,
        Set<Cell> missing,
        Keywords keywords,
        List<TimeWindow> times) {

    /** The most values in a cell. */
    public static final int MAX_VALUES = 256;

    /** The most pairs of a category and an area that a condition names. */
    public static final int MAX_PAIRS = 4_096;

    /** The condition that every case meets. */
    public static final Condition ANY = builder().build();

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if a cell has too many values or one twice, or a cell without values is among
     *     {@code missing}
     */
    public Condition {
        categories = checked("categories", categories);
        areas = checked("areas", areas);
        kinds = checked("kinds", kinds);
        channels = checked("channels", channels);
        priorities = checked("priorities", priorities);
        requesters = checked("requesters", requesters);
        dayTypes = checked("dayTypes", dayTypes);
        Objects.requireNonNull(missing, "missing");
        Set<Cell> copy = EnumSet.noneOf(Cell.class);
        copy.addAll(missing);
        if (!copy.stream().allMatch(Cell::listsValues)) {
            throw new IllegalArgumentException("only cells that list values may be missing, but were " + missing);
        }
        missing = copy.isEmpty() ? Set.of() : Collections.unmodifiableSet(copy);
        Objects.requireNonNull(keywords, "keywords");
        times = checked("times", times);
        int pairs = Math.max(1, categories.size()) * Math.max(1, areas.size());
        if (pairs > MAX_PAIRS) {
            throw new IllegalArgumentException(
                    "categories by areas must be at most " + MAX_PAIRS + " pairs, but were " + pairs);
        }
    }

    private static <T> List<T> checked(String name, List<T> values) {
        List<T> copy = List.copyOf(Objects.requireNonNull(values, name));
        if (copy.size() > MAX_VALUES) {
            throw new IllegalArgumentException(
                    name + " must be at most " + MAX_VALUES + " values, but were " + copy.size());
        }
        if (Set.copyOf(copy).size() != copy.size()) {
            throw new IllegalArgumentException(name + " must differ, but were " + copy);
        }
        return copy;
    }

    /**
     * Whether a cell asks for nothing.
     *
     * @param cell the cell
     * @return whether every case matches it
     */
    public boolean isAny(Cell cell) {
        return !missing.contains(cell)
                && switch (cell) {
                    case CATEGORY -> categories.isEmpty();
                    case AREA -> areas.isEmpty();
                    case KIND -> kinds.isEmpty();
                    case CHANNEL -> channels.isEmpty();
                    case PRIORITY -> priorities.isEmpty();
                    case REQUESTER -> requesters.isEmpty();
                    case DAY_TYPE -> dayTypes.isEmpty();
                    case KEYWORDS -> keywords.isAny();
                    case TIME -> times.isEmpty();
                };
    }

    /**
     * A builder; a cell without values means any.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a condition. */
    public static final class Builder extends ConditionBuilder {
        Builder() {
            keywords(Keywords.ANY);
        }
    }
}
