package io.github.hotlinekit.core.duplicates;

import io.github.hotlinekit.core.cases.CaseNumber;
import java.util.List;
import java.util.Objects;

/**
 * A case that may be on the same matter as another, and why. Nothing is merged by it: a person decides.
 *
 * @param number the case; where what agrees is a case that follows another, that other, since it is the one
 *     to be merged with
 * @param score how much speaks for it, 0 to 1000 (per mille)
 * @param evidence what speaks for it, at most one of a kind, in the order of {@link DuplicateEvidence.Kind};
 *     where either matter has several cases, that of the two that agree most
 */
public record DuplicateCandidate(CaseNumber number, int score, List<DuplicateEvidence> evidence) {

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if the score is not 0 to 1000
     */
    public DuplicateCandidate {
        Objects.requireNonNull(number, "number");
        DuplicateRule.requirePerMille(score, "score");
        evidence = List.copyOf(Objects.requireNonNull(evidence, "evidence"));
    }
}
