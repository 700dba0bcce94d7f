package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** The five grades of satisfaction (满意度). */
public enum Satisfaction implements Coded {
    /** The best. */
    VERY_SATISFIED("非常满意", "very satisfied"),
    /** Second. */
    SATISFIED("满意", "satisfied"),
    /** Third; a grade of its own, never silently counted as satisfied. */
    FAIR("基本满意", "fairly satisfied"),
    /** Fourth. */
    DISSATISFIED("不满意", "dissatisfied"),
    /** The worst. */
    VERY_DISSATISFIED("非常不满意", "very dissatisfied");

    private final Label label;

    Satisfaction(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
