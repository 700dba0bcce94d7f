package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.core.language.Label;
import java.util.Objects;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param title its title
 * @param holds what its cells are, if they have anything to show
 * @param definition the id of the count, metric or measure that all its numbers are of
 */
public record Column(Label title, Holds holds, Optional<String> definition) {

    /** What the cells of a column are. */
    public enum Holds {
        /** {@link Value.Text} or {@link Value.Plain}. */
        TEXT,
        /** {@link Value.Count}. */
        COUNT,
        /** {@link Value.Share}. */
        SHARE,
        /** {@link Value.Rate}. */
        RATE,
        /** {@link Value.Range}. */
        RANGE,
        /** {@link Value.Change}. */
        CHANGE,
        /** {@link Value.Time}. */
        TIME,
        /** Of several kinds, such as counts and rates one below the other. */
        MIXED
    }

    /** Checks the parts. */
    public Column {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(holds, "holds");
        Objects.requireNonNull(definition, "definition");
    }

    static Column of(String zh, String en, Holds holds) {
        return new Column(Label.of(zh, en), holds, Optional.empty());
    }

    static Column of(String zh, String en, Holds holds, String definition) {
        return new Column(Label.of(zh, en), holds, Optional.of(definition));
    }
}
