package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;
import java.util.List;
import java.util.Objects;

/**
 * Whether two rule sets decide every case alike.
 *
 * @param verdict whether they do
 * @param days the days that were compared, in days of their zone
 * @param differences where they do not: one for each pair of deciding rules and pair of outcomes, in the order in which
 *     they were found; some if and only if the sets differ
 * @param complete whether that is all; if not, either there are more than were asked for or the budget did not do
 * @param stepsUsed how many steps it took
 */
public record SymbolicDiff(
        Verdict verdict, Effective days, List<RuleSetDifference> differences, boolean complete, long stepsUsed) {

    /** Whether two rule sets decide every case alike. */
    public enum Verdict implements Coded {
        /** They do, which is proved. */
        EQUAL("相同", "equal"),
        /** There is a case that they decide differently. */
        DIFFERENT("不同", "different"),
        /** No difference was found, and the budget did not do for proving that there is none. */
        UNDECIDED("未能判定", "undecided");

        private final Label label;

        Verdict(String zh, String en) {
            this.label = Label.of(zh, en);
        }

        @Override
        public Label label() {
            return label;
        }
    }

    /** Checks and copies the parts. */
    public SymbolicDiff {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(days, "days");
        differences = List.copyOf(Objects.requireNonNull(differences, "differences"));
    }
}
