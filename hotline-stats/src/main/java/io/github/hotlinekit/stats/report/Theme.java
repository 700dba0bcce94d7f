package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.stats.ledger.Dimension;
import java.util.Objects;

/**
 * What a special report is about: the cases of one key of a dimension, such as those of one category.
 *
 * @param dimension the dimension, such as {@code Dimension.category(1)}; neither a period nor one in which a case may have
 *     several keys
 * @param key the key, such as {@code 03}
 * @param name the theme's name
 */
public record Theme(Dimension dimension, String key, Label name) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the dimension is a period, or one in which a case may have several keys
     */
    public Theme {
        Objects.requireNonNull(dimension, "dimension");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(name, "name");
        if (dimension.isPeriod() || dimension.isMultiple()) {
            throw new IllegalArgumentException(
                    "a theme's dimension must give a case one key and be no period, but was " + dimension);
        }
    }
}
