package io.github.hotlinekit.core.duplicates;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.cases.CaseNumber;
import io.github.hotlinekit.core.cases.Decision;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The answer to the wish to merge cases or to part them: what happened to each, or why nothing did. */
public sealed interface MergeDecision {

    /**
     * It was carried out. A host stores the events of all cases in one transaction or none, each under its
     * {@link Decision.Accepted#expectedVersion}.
     *
     * @param changes the cases that changed, each once, in the order in which they first did
     */
    record Accepted(List<Decision.Accepted> changes) implements MergeDecision {
        /**
         * Checks and copies the part.
         *
         * @throws IllegalArgumentException if there is none, or a case is there twice
         */
        public Accepted {
            changes = List.copyOf(Objects.requireNonNull(changes, "changes"));
            if (changes.isEmpty()) {
                throw new IllegalArgumentException("changes must be at least 1, but were none");
            }
            long different =
                    changes.stream().map(c -> c.result().number()).distinct().count();
            if (different != changes.size()) {
                throw new IllegalArgumentException(
                        "changes must be of different cases, but " + changes.size() + " were of " + different);
            }
        }

        /**
         * A case after the change.
         *
         * @param number its number
         * @return the case; empty if it did not change
         */
        public Optional<Case> find(CaseNumber number) {
            return changes.stream()
                    .map(Decision.Accepted::result)
                    .filter(c -> c.number().equals(number))
                    .findFirst();
        }
    }

    /**
     * A rule of the lifecycle stood against it; no case changed.
     *
     * @param number the case whose rule it was
     * @param refusal which rule, and why
     */
    record Refused(CaseNumber number, Decision.Refused refusal) implements MergeDecision {
        /** Checks the parts. */
        public Refused {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(refusal, "refusal");
        }
    }

    /**
     * Cases that would change as well were not given, or were given in a version that does not know of
     * its tie; no case changed. The host reads them and asks again.
     *
     * @param missing the numbers of the cases, in the order in which they would change; at least one
     */
    record Incomplete(List<CaseNumber> missing) implements MergeDecision {
        /**
         * Checks and copies the part.
         *
         * @throws IllegalArgumentException if there is none
         */
        public Incomplete {
            missing = List.copyOf(Objects.requireNonNull(missing, "missing"));
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("missing must be at least 1, but were none");
            }
        }
    }
}
