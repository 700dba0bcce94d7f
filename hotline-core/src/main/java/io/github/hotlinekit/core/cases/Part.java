package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** The part a department takes in a case. */
public enum Part implements Coded {
    /** It leads. */
    LEAD("主办", "lead"),
    /** It assists. */
    ASSIST("协办", "assist");

    private final Label label;

    Part(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
