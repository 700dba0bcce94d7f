package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.core.language.Label;
import java.util.List;
import java.util.Objects;

/**
 * A section of a report.
 *
 * @param id its id, such as {@code departments}
 * @param title its title
 * @param blocks what stands in it
 */
public record Section(String id, Label title, List<Block> blocks) {
    /** Copies the blocks. */
    public Section {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        blocks = List.copyOf(blocks);
    }
}
