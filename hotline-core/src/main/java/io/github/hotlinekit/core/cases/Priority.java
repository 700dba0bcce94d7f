package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** How urgent a case is (紧急程度). */
public enum Priority implements Coded {
    /** Nothing special. */
    NORMAL("一般", "normal"),
    /** Before others. */
    URGENT("紧急", "urgent"),
    /** At once: life, or a supply that many depend on. */
    CRITICAL("特急", "critical");

    private final Label label;

    Priority(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
