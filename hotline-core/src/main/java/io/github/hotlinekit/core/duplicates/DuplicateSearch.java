package io.github.hotlinekit.core.duplicates;

import io.github.hotlinekit.core.privacy.AuditEntry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a search found, and what it revealed to find it.
 *
 * @param candidates by score, the highest first, and among equals by number
 * @param audit what is to be written to the audit trail; empty if the subject had no text to reveal
 */
public record DuplicateSearch(List<DuplicateCandidate> candidates, Optional<AuditEntry> audit) {

    /** Checks and copies the parts. */
    public DuplicateSearch {
        candidates = List.copyOf(Objects.requireNonNull(candidates, "candidates"));
        Objects.requireNonNull(audit, "audit");
    }
}
