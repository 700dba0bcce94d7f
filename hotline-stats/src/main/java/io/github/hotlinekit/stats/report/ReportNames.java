package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.core.language.Label;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The names of codes, as a taxonomy and a directory have them: pure functions, which give nothing for a code they do not
 * know.
 *
 * @param category the name of a category
 * @param department the name of a department
 * @param area the name of an area
 */
public record ReportNames(
        Function<String, Optional<Label>> category,
        Function<String, Optional<Label>> department,
        Function<String, Optional<Label>> area) {

    /** Checks the parts. */
    public ReportNames {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(department, "department");
        Objects.requireNonNull(area, "area");
    }

    /**
     * No names: reports show codes.
     *
     * @return names of nothing
     */
    public static ReportNames none() {
        return new ReportNames(c -> Optional.empty(), c -> Optional.empty(), c -> Optional.empty());
    }
}
