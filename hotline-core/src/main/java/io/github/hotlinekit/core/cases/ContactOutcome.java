package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Whether a citizen was reached. */
public enum ContactOutcome implements Coded {
    /** Spoken to. */
    REACHED("已联系上", "reached"),
    /** Not spoken to. */
    NOT_REACHED("未联系上", "not reached");

    private final Label label;

    ContactOutcome(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
