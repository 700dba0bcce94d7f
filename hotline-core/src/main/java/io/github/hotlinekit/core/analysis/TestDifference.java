package io.github.hotlinekit.core.analysis;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;
import java.util.Objects;

/**
 * What a decision has otherwise than a test beside the rules expects.
 *
 * @param part what differs
 * @param expected what the test expects
 * @param actual what the decision has
 */
public record TestDifference(Part part, Label expected, Label actual) {

    /** What a test asks of a decision. */
    public enum Part implements Coded {
        /** The rule that decides. */
        RULE("决定规则", "the deciding rule"),
        /** The department that leads. */
        LEAD("主办单位", "the lead"),
        /** The departments that assist, in order. */
        ASSIST("协办单位", "the assisting departments"),
        /** Where the case goes if it is not dispatched. */
        OUTCOME("去向", "the outcome");

        private final Label label;

        Part(String zh, String en) {
            this.label = Label.of(zh, en);
        }

        @Override
        public Label label() {
            return label;
        }
    }

    /** Checks the parts. */
    public TestDifference {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(actual, "actual");
    }

    /**
     * The difference in a sentence.
     *
     * @return such as {@code the lead must be GAJ, but was STHJ}
     */
    public Label message() {
        String verb = part == Part.ASSIST ? "were " : "was ";
        return Label.of(
                part.label().zh() + "应为 " + expected.zh() + ",实为 " + actual.zh(),
                part.label().en() + " must be " + expected.en() + ", but " + verb + actual.en());
    }
}
