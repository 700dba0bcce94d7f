package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Which of a section's matching rules decides. */
public enum SectionPolicy implements Coded {
    /** The first in order. */
    FIRST("首个匹配", "first match"),
    /**
     * The one that says most: by the depth of the category that the case matches, then by the depth of the area, then by
     * how many other cells ask for something; each compared only where those before are equal. Among equals the first in
     * order, and if their outcomes differ the decision says that it was {@link Notice#AMBIGUOUS ambiguous}.
     */
    MOST_SPECIFIC("最具体者", "most specific"),
    /** The only one: two rules that match one case must have equal outcomes; if they do not, as with {@link #FIRST}. */
    UNIQUE("唯一", "unique"),
    /** None: every matching rule adds departments that assist, if the case is dispatched at all. */
    COLLECT("累加协办", "collect");

    private final Label label;

    SectionPolicy(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
