package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;
import java.util.Objects;

/**
 * What becomes of a case that departments have objected to (退单后的处理).
 *
 * @param next what is tried after an objection
 * @param maxReturns after how many objections no rule is tried any more, 1 to {@value #MAX_RETURNS}
 * @param then where the case goes then, and where no rule is left that gives it to another department
 */
public record ReturnPolicy(Next next, int maxReturns, Outcome.Triage then) {

    /** The highest limit. */
    public static final int MAX_RETURNS = 100;

    /** The next matching rule; after two objections people decide. */
    public static final ReturnPolicy STANDARD =
            new ReturnPolicy(Next.NEXT_MATCH, 2, new Outcome.Triage(Outcome.DISPUTED));

    /** What is tried after an objection. */
    public enum Next implements Coded {
        /** The next rule that gives the case to another department. */
        NEXT_MATCH("下一条匹配规则", "the next matching rule"),
        /** Nothing: people decide. */
        TRIAGE("人工会商", "triage by people");

        private final Label label;

        Next(String zh, String en) {
            this.label = Label.of(zh, en);
        }

        @Override
        public Label label() {
            return label;
        }
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the limit is out of range
     */
    public ReturnPolicy {
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(then, "then");
        if (maxReturns < 1 || maxReturns > MAX_RETURNS) {
            throw new IllegalArgumentException("maxReturns must be 1 to " + MAX_RETURNS + ", but was " + maxReturns);
        }
    }
}
