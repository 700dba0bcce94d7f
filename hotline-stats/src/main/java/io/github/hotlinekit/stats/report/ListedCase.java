package io.github.hotlinekit.stats.report;

import io.github.hotlinekit.core.cases.CaseNumber;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A case that a report names, as its host has it. The host sees to it that no text tells who raised it.
 *
 * @param number its number
 * @param title what it is about
 * @param department the code of the department that leads it
 * @param due when it is due
 * @param note why it is listed, such as how late it is
 */
public record ListedCase(
        CaseNumber number, String title, Optional<String> department, Optional<Instant> due, String note) {
    /** Checks the parts. */
    public ListedCase {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(department, "department");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(note, "note");
    }
}
