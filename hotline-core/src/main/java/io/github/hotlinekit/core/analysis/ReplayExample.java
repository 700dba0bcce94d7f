package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.routing.Outcome;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A past case that two rule sets decide differently. Has nothing of the case but what the host knows it by.
 *
 * @param id the case's id
 * @param at the case's instant
 * @param before where it goes by the rules before
 * @param beforeRule the rule that decides it then; empty if none does
 * @param after where it goes by the rules after
 * @param afterRule the rule that decides it then; empty if none does
 */
public record ReplayExample(
        String id, Instant at, Outcome before, Optional<String> beforeRule, Outcome after, Optional<String> afterRule) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the outcomes do not differ
     */
    public ReplayExample {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(beforeRule, "beforeRule");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(afterRule, "afterRule");
        if (before.equals(after)) {
            throw new IllegalArgumentException("outcomes must differ, but were both " + before);
        }
    }

    /**
     * The change in words.
     *
     * @return such as {@code dispatch GAJ (R011) -> dispatch STHJ (R038)}
     */
    public Label message() {
        Label from = OutcomeText.of(before);
        Label to = OutcomeText.of(after);
        String fromRule = beforeRule.map(r -> " (" + r + ")").orElse("");
        String toRule = afterRule.map(r -> " (" + r + ")").orElse("");
        return Label.of(
                from.zh() + fromRule + " -> " + to.zh() + toRule, from.en() + fromRule + " -> " + to.en() + toRule);
    }

    ReplayExample transposed() {
        return new ReplayExample(id, at, after, afterRule, before, beforeRule);
    }
}
