package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.routing.Norm;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a norm holds for every case on every day on which the rule set is in force.
 *
 * @param norm the norm
 * @param verdict whether it does
 * @param rule the id of a rule that breaks it; empty where none does, or where no rule decides the case
 * @param witness a case whose decision breaks it
 */
public record NormResult(Norm norm, Verdict verdict, Optional<String> rule, Optional<Witness> witness) {

    /** Whether a norm holds. */
    public enum Verdict implements Coded {
        /** It holds for every case. */
        PROVED("成立", "proved"),
        /** There is a case for which it does not. */
        REFUTED("不成立", "refuted"),
        /** The budget did not do. */
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

    /** Checks the parts. */
    public NormResult {
        Objects.requireNonNull(norm, "norm");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(witness, "witness");
    }
}
