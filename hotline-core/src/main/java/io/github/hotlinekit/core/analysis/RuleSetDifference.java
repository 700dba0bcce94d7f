package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.routing.Outcome;
import java.util.Objects;
import java.util.Optional;

/**
 * Cases that one rule set decides otherwise than another, with one of them.
 *
 * @param ruleBefore the id of the rule that decides them in the set before; empty if none does
 * @param ruleAfter the id of the rule that decides them in the set after; empty if none does
 * @param outcomeBefore where they go by the set before
 * @param outcomeAfter where they go by the set after, which is elsewhere
 * @param witness one of the cases; empty if none can be written down, for which its text would have to be too long
 */
public record RuleSetDifference(
        Optional<String> ruleBefore,
        Optional<String> ruleAfter,
        Outcome outcomeBefore,
        Outcome outcomeAfter,
        Optional<Witness> witness) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the outcomes are equal
     */
    public RuleSetDifference {
        Objects.requireNonNull(ruleBefore, "ruleBefore");
        Objects.requireNonNull(ruleAfter, "ruleAfter");
        Objects.requireNonNull(outcomeBefore, "outcomeBefore");
        Objects.requireNonNull(outcomeAfter, "outcomeAfter");
        Objects.requireNonNull(witness, "witness");
        if (outcomeBefore.equals(outcomeAfter)) {
            throw new IllegalArgumentException("the outcomes must differ, but both were " + outcomeBefore);
        }
    }
}
