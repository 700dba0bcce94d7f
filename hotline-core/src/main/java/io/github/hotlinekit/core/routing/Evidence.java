package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.language.Label;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a cell of a rule stands to a fact of a case.
 *
 * @param cell which cell
 * @param wanted the values in the cell, as documents write them; empty means any
 * @param fact the fact, as documents write it; empty if it is missing
 * @param matched the first of the values that the fact matches
 */
public record Evidence(Cell cell, List<String> wanted, Optional<String> fact, Optional<String> matched) {

    /** The cells of a condition. */
    public enum Cell {
        /** What the case is about. */
        CATEGORY("事项", "category"),
        /** Where. */
        AREA("区域", "area"),
        /** Its kind. */
        KIND("类型", "kind"),
        /** The way it came in. */
        CHANNEL("渠道", "channel");

        private final Label label;

        Cell(String zh, String en) {
            this.label = Label.of(zh, en);
        }

        /**
         * Its name in both languages.
         *
         * @return the label
         */
        public Label label() {
            return label;
        }
    }

    /** Checks and copies the parts. */
    public Evidence {
        Objects.requireNonNull(cell, "cell");
        wanted = List.copyOf(Objects.requireNonNull(wanted, "wanted"));
        Objects.requireNonNull(fact, "fact");
        Objects.requireNonNull(matched, "matched");
    }

    /**
     * Whether the cell lets the case pass.
     *
     * @return whether it means any, or the fact matches one of its values
     */
    public boolean holds() {
        return wanted.isEmpty() || matched.isPresent();
    }
}
