package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.cases.CaseKind;
import io.github.hotlinekit.core.cases.Channel;
import io.github.hotlinekit.core.directory.AreaCode;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Which cases a rule is for. An empty cell means any, and then a fact that is missing matches as well;
 * a cell with values is matched by one of them, and never by a missing fact.
 *
 * @param categories the categories; each stands for all below it too
 * @param areas the areas; each stands for all within it too
 * @param kinds the kinds
 * @param channels the channels
 */
@Value.Builder
public record Condition(
        List<CategoryCode> categories, List<AreaCode> areas, List<CaseKind> kinds, List<Channel> channels) {

    /** The most values in a cell. */
    public static final int MAX_VALUES = 256;

    /** The condition that every case meets. */
    public static final Condition ANY = new Condition(List.of(), List.of(), List.of(), List.of());

    /** Checks and copies the parts. */
    public Condition {
        categories = checked("categories", categories);
        areas = checked("areas", areas);
        kinds = checked("kinds", kinds);
        channels = checked("channels", channels);
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
     * A builder; a cell without values means any.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a condition. */
    public static final class Builder extends ConditionBuilder {
        Builder() {}
    }
}
